//! Rows straight into records: a serde deserializer over one row.
//!
//! A detour through JSON maps costs an allocation a field; opening a workspace reads every record, so this is
//! the one place where that matters.

use rusqlite::Row;
use rusqlite::types::ValueRef;
use serde::de::value::{BorrowedStrDeserializer, Error as Oops};
use serde::de::{self, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, Visitor};
use serde::forward_to_deserialize_any;

use crate::errors::{Result, StoreError};
use crate::record::{Column, Kind, Record};

/// The record in a row that [`crate::record::Table::select_all`] gave.
pub(crate) fn record<T: Record>(row: &Row<'_>) -> Result<T> {
    // What serde would say may quote a value; which table does not fit is enough.
    T::deserialize(RowReader {
        row,
        columns: T::TABLE.columns,
        at: 0,
    })
    .map_err(|_may_quote_people| StoreError::Misfit { table: T::TABLE.name })
}

struct RowReader<'row> {
    row: &'row Row<'row>,
    columns: &'static [Column],
    at: usize,
}

impl<'row> Deserializer<'row> for RowReader<'row> {
    type Error = Oops;

    fn deserialize_any<V: Visitor<'row>>(self, visitor: V) -> Result<V::Value, Oops> {
        visitor.visit_map(self)
    }

    forward_to_deserialize_any! {
        <V: Visitor<'row>>
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl<'row> MapAccess<'row> for RowReader<'row> {
    type Error = Oops;

    fn next_key_seed<K: DeserializeSeed<'row>>(&mut self, seed: K) -> Result<Option<K::Value>, Oops> {
        let Some(column) = self.columns.get(self.at) else {
            return Ok(None);
        };
        seed.deserialize(BorrowedStrDeserializer::new(column.name))
            .map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'row>>(&mut self, seed: S) -> Result<S::Value, Oops> {
        let kind = self.columns[self.at].kind;
        let value = self
            .row
            .get_ref(self.at)
            .map_err(|_absent| de::Error::custom("absent"))?;
        self.at += 1;
        if let (Kind::Json, ValueRef::Text(text)) = (kind, value) {
            let mut json = serde_json::Deserializer::from_slice(text);
            return seed
                .deserialize(&mut json)
                .map_err(|_may_quote| de::Error::custom("json"));
        }
        seed.deserialize(FieldReader { kind, value })
    }
}

struct FieldReader<'row> {
    kind: Kind,
    value: ValueRef<'row>,
}

impl<'row> FieldReader<'row> {
    fn text(&self) -> Result<&'row str, Oops> {
        let ValueRef::Text(bytes) = self.value else {
            return Err(de::Error::custom("not text"));
        };
        std::str::from_utf8(bytes).map_err(|_bad| de::Error::custom("not UTF-8"))
    }
}

impl<'row> Deserializer<'row> for FieldReader<'row> {
    type Error = Oops;

    fn deserialize_any<V: Visitor<'row>>(self, visitor: V) -> Result<V::Value, Oops> {
        match (self.kind, self.value) {
            (_, ValueRef::Null) => visitor.visit_unit(),
            (Kind::Bool, ValueRef::Integer(number)) => visitor.visit_bool(number != 0),
            (_, ValueRef::Integer(number)) => visitor.visit_i64(number),
            (_, ValueRef::Real(number)) => visitor.visit_f64(number),
            (_, ValueRef::Text(_)) => visitor.visit_borrowed_str(self.text()?),
            (_, ValueRef::Blob(bytes)) => visitor.visit_borrowed_bytes(bytes),
        }
    }

    fn deserialize_option<V: Visitor<'row>>(self, visitor: V) -> Result<V::Value, Oops> {
        if matches!(self.value, ValueRef::Null) {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'row>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Oops> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'row>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Oops> {
        visitor.visit_enum(IntoDeserializer::<Oops>::into_deserializer(self.text()?))
    }

    forward_to_deserialize_any! {
        <V: Visitor<'row>>
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}
