//! A whole record as it goes into its row and its journal: the JSON text of each field, one behind the other.
//!
//! An import writes a hundred thousand records in one change. A tree of JSON values for each would take as long
//! to build and to drop as the database takes to write it; here a record is two allocations, its fields are bound
//! to statements as slices, and the journal's text is put together from the same slices. The price is a serializer
//! of our own, which falls back to the tree where a record does not come in the order of its columns.

use std::borrow::Cow;
use std::fmt::Display;

use rusqlite::Row;
use rusqlite::types::{ToSqlOutput, ValueRef};
use serde::de::value::Error as Oops;
use serde::ser::{Error as _, Impossible, Serialize, SerializeStruct, Serializer};
use serde_json::Value;

use crate::errors::{Result, StoreError};
use crate::record::{Kind, Record, Table};
use crate::values::{self, Fields};

/// A whole record. Two images with the same bytes are the same record; the same record may have other bytes where
/// another release wrote the keys of a small struct in another order.
#[derive(Clone, Debug)]
pub(crate) struct Image {
    text: Vec<u8>,
    /// Where each column's text ends; a column without text is empty.
    ends: Box<[u32]>,
}

impl Image {
    /// Of a record as the caller has it.
    pub(crate) fn of<T: Record>(record: &T) -> Result<Self> {
        let mut writer = Writer::new(T::TABLE);
        match record.serialize(&mut writer) {
            Ok(()) => Ok(writer.done()),
            Err(_other_order) => Self::of_fields(T::TABLE, &values::fields_of(record)?),
        }
    }

    /// Of fields by name; those that are not there are empty.
    pub(crate) fn of_fields(table: &'static Table, fields: &Fields) -> Result<Self> {
        let mut writer = Writer::new(table);
        for column in table.columns {
            writer
                .take(fields.get(column.name).unwrap_or(&Value::Null))
                .map_err(|_never| misfit(table))?;
        }
        Ok(writer.done())
    }

    /// Of a row that [`Table::select_one`] or [`Table::select_all`] gave.
    pub(crate) fn of_row(table: &'static Table, row: &Row<'_>) -> Result<Self> {
        let mut writer = Writer::new(table);
        for (at, column) in table.columns.iter().enumerate() {
            let value = row.get_ref(at)?;
            let taken = match (column.kind, value) {
                (_, ValueRef::Null) => Ok(()),
                (Kind::Json, ValueRef::Text(bytes)) => {
                    writer.text.extend_from_slice(bytes);
                    Ok(())
                }
                (Kind::Text, ValueRef::Text(bytes)) => {
                    let text = std::str::from_utf8(bytes).map_err(|_not_utf8| StoreError::Damaged)?;
                    writer.write(text)
                }
                (Kind::Int, ValueRef::Integer(number)) => writer.write(&number),
                (Kind::Real, ValueRef::Integer(number)) => writer.write(&number),
                (Kind::Real, ValueRef::Real(number)) => writer.write(&number),
                (Kind::Bool, ValueRef::Integer(number)) => writer.write(&(number != 0)),
                _ => return Err(misfit(table)),
            };
            taken.map_err(|_never| misfit(table))?;
            writer.end();
        }
        Ok(writer.done())
    }

    /// The JSON text of a column; empty for null.
    pub(crate) fn json(&self, at: usize) -> &[u8] {
        let from = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[from as usize..self.ends[at] as usize]
    }

    /// What the column holds.
    pub(crate) fn sql(&self, table: &'static Table, at: usize) -> Result<ToSqlOutput<'_>> {
        let json = self.json(at);
        if json.is_empty() {
            return Ok(ToSqlOutput::Borrowed(ValueRef::Null));
        }
        let text = || std::str::from_utf8(json).map_err(|_never| misfit(table));
        Ok(match table.columns[at].kind {
            Kind::Json => ToSqlOutput::Borrowed(ValueRef::Text(json)),
            Kind::Text => match unquoted(json).ok_or_else(|| misfit(table))? {
                Cow::Borrowed(bytes) => ToSqlOutput::Borrowed(ValueRef::Text(bytes)),
                Cow::Owned(bytes) => ToSqlOutput::Owned(rusqlite::types::Value::Text(
                    String::from_utf8(bytes).map_err(|_never| misfit(table))?,
                )),
            },
            Kind::Int => ToSqlOutput::from(text()?.parse::<i64>().map_err(|_not_whole| misfit(table))?),
            Kind::Real => ToSqlOutput::from(text()?.parse::<f64>().map_err(|_not_one| misfit(table))?),
            Kind::Bool => match json {
                b"true" => ToSqlOutput::from(true),
                b"false" => ToSqlOutput::from(false),
                _ => return Err(misfit(table)),
            },
        })
    }

    /// The record that it is of.
    pub(crate) fn record<T: Record>(&self) -> Result<T> {
        let mut text = Vec::with_capacity(self.text.len() + T::TABLE.columns.len() * 16);
        text.push(b'{');
        for (at, column) in T::TABLE.columns.iter().enumerate() {
            if at > 0 {
                text.push(b',');
            }
            let json = self.json(at);
            key(&mut text, column.name);
            text.extend_from_slice(if json.is_empty() { b"null" } else { json });
        }
        text.push(b'}');
        // What serde would say may quote a value.
        serde_json::from_slice(&text).map_err(|_may_quote| misfit(T::TABLE))
    }

    /// The same with other values in some columns.
    pub(crate) fn with(&self, table: &'static Table, changed: &[(usize, &Value)]) -> Result<Self> {
        let mut writer = Writer::new(table);
        for at in 0..table.columns.len() {
            match changed.iter().find(|(place, _)| *place == at) {
                Some((_, value)) => writer.take(value).map_err(|_never| misfit(table))?,
                None => {
                    writer.text.extend_from_slice(self.json(at));
                    writer.end();
                }
            }
        }
        Ok(writer.done())
    }

    /// The columns in which two records differ.
    pub(crate) fn differing(&self, other: &Self) -> Vec<usize> {
        if self.text == other.text && self.ends == other.ends {
            return Vec::new();
        }
        (0..self.ends.len())
            .filter(|at| !same(self.json(*at), other.json(*at)))
            .collect()
    }

    /// What the journal says of a record made or taken away: `{"field": [old, new]}` without the empty fields.
    pub(crate) fn op_text(&self, table: &'static Table, is_made: bool) -> Vec<u8> {
        let mut text = Vec::with_capacity(self.text.len() + table.columns.len() * 24);
        text.push(b'{');
        for (at, column) in table.columns.iter().enumerate() {
            let json = self.json(at);
            if json.is_empty() {
                continue;
            }
            if text.len() > 1 {
                text.push(b',');
            }
            key(&mut text, column.name);
            let (old, new) = if is_made {
                (&b"null"[..], json)
            } else {
                (json, &b"null"[..])
            };
            pair(&mut text, old, new);
        }
        text.push(b'}');
        text
    }

    /// What the journal says of a change of some columns.
    pub(crate) fn op_text_from(&self, before: &Self, table: &'static Table, columns: &[usize]) -> Vec<u8> {
        let mut text = vec![b'{'];
        let filled = |json: &'_ [u8]| {
            if json.is_empty() {
                b"null".to_vec()
            } else {
                json.to_vec()
            }
        };
        for at in columns {
            if text.len() > 1 {
                text.push(b',');
            }
            key(&mut text, table.columns[*at].name);
            pair(&mut text, &filled(before.json(*at)), &filled(self.json(*at)));
        }
        text.push(b'}');
        text
    }
}

/// Whether two JSON texts say the same. Only small structs can say the same in other bytes.
pub(crate) fn same(one: &[u8], other: &[u8]) -> bool {
    if one == other {
        return true;
    }
    let nests = |json: &[u8]| matches!(json.first(), Some(b'{' | b'['));
    nests(one)
        && nests(other)
        && serde_json::from_slice::<Value>(one)
            .ok()
            .zip(serde_json::from_slice::<Value>(other).ok())
            .is_some_and(|(one, other)| one == other)
}

fn misfit(table: &'static Table) -> StoreError {
    StoreError::Misfit { table: table.name }
}

/// `"name":`; names of columns need no escapes.
fn key(text: &mut Vec<u8>, name: &str) {
    text.push(b'"');
    text.extend_from_slice(name.as_bytes());
    text.extend_from_slice(b"\":");
}

fn pair(text: &mut Vec<u8>, old: &[u8], new: &[u8]) {
    text.push(b'[');
    text.extend_from_slice(old);
    text.push(b',');
    text.extend_from_slice(new);
    text.push(b']');
}

/// The text that a JSON string stands for.
fn unquoted(json: &[u8]) -> Option<Cow<'_, [u8]>> {
    let inner = json.strip_prefix(b"\"")?.strip_suffix(b"\"")?;
    if inner.contains(&b'\\') {
        let text: String = serde_json::from_slice(json).ok()?;
        Some(Cow::Owned(text.into_bytes()))
    } else {
        Some(Cow::Borrowed(inner))
    }
}

struct Writer {
    table: &'static Table,
    text: Vec<u8>,
    ends: Vec<u32>,
}

impl Writer {
    fn new(table: &'static Table) -> Self {
        Self {
            table,
            text: Vec::with_capacity(512),
            ends: Vec::with_capacity(table.columns.len()),
        }
    }

    fn write<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Oops> {
        serde_json::to_writer(&mut self.text, value).map_err(|_may_quote| Oops::custom("json"))
    }

    fn end(&mut self) {
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
    }

    /// Writes the next column.
    fn take<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Oops> {
        let from = self.text.len();
        self.write(value)?;
        if self.text[from..] == *b"null" {
            self.text.truncate(from);
        }
        self.end();
        if self.text.len() > u32::MAX as usize {
            return Err(Oops::custom("too long"));
        }
        Ok(())
    }

    fn done(mut self) -> Image {
        self.text.shrink_to_fit();
        Image {
            text: self.text,
            ends: self.ends.into_boxed_slice(),
        }
    }
}

impl SerializeStruct for &mut Writer {
    type Ok = ();
    type Error = Oops;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Oops> {
        let at = self.ends.len();
        if self.table.columns.get(at).is_none_or(|column| column.name != key) {
            return Err(Oops::custom("another order"));
        }
        self.take(value)
    }

    fn end(self) -> Result<(), Oops> {
        if self.ends.len() == self.table.columns.len() {
            Ok(())
        } else {
            Err(Oops::custom("fields are missing"))
        }
    }
}

/// Refuses everything but a struct.
macro_rules! refuse {
    ($($name:ident($($argument:ty),*) -> $answer:ty;)*) => {
        $(fn $name(self, $(_: $argument),*) -> Result<$answer, Oops> { Err(Oops::custom("not a struct")) })*
    };
}

impl<'writer> Serializer for &'writer mut Writer {
    type Ok = ();
    type Error = Oops;
    type SerializeSeq = Impossible<(), Oops>;
    type SerializeTuple = Impossible<(), Oops>;
    type SerializeTupleStruct = Impossible<(), Oops>;
    type SerializeTupleVariant = Impossible<(), Oops>;
    type SerializeMap = Impossible<(), Oops>;
    type SerializeStruct = &'writer mut Writer;
    type SerializeStructVariant = Impossible<(), Oops>;

    fn serialize_struct(self, _name: &'static str, _fields: usize) -> Result<Self::SerializeStruct, Oops> {
        Ok(self)
    }

    refuse! {
        serialize_bool(bool) -> ();
        serialize_i8(i8) -> ();
        serialize_i16(i16) -> ();
        serialize_i32(i32) -> ();
        serialize_i64(i64) -> ();
        serialize_u8(u8) -> ();
        serialize_u16(u16) -> ();
        serialize_u32(u32) -> ();
        serialize_u64(u64) -> ();
        serialize_f32(f32) -> ();
        serialize_f64(f64) -> ();
        serialize_char(char) -> ();
        serialize_str(&str) -> ();
        serialize_bytes(&[u8]) -> ();
        serialize_none() -> ();
        serialize_unit() -> ();
        serialize_unit_struct(&'static str) -> ();
        serialize_unit_variant(&'static str, u32, &'static str) -> ();
        serialize_seq(Option<usize>) -> Self::SerializeSeq;
        serialize_tuple(usize) -> Self::SerializeTuple;
        serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Self::SerializeTupleVariant;
        serialize_map(Option<usize>) -> Self::SerializeMap;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Self::SerializeStructVariant;
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Oops> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        value: &T,
    ) -> Result<(), Oops> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _number: u32,
        _variant: &'static str,
        _value: &T,
    ) -> Result<(), Oops> {
        Err(Oops::custom("not a struct"))
    }

    fn collect_str<T: Display + ?Sized>(self, _value: &T) -> Result<(), Oops> {
        Err(Oops::custom("not a struct"))
    }
}
