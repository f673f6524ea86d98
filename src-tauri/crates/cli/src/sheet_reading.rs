//! How somebody else's sheet is read: what its columns hold, how its dates are written, where its headings stand.

use clap::Args;
use serde_json::{Map, Value, json};

use crate::desk::{Desk, Failure};
use crate::file::text;
use crate::import_words::rows;

/// What a sheet leaves open.
#[derive(Args, Debug)]
pub(crate) struct Reading {
    /// What a column holds (`-`: nothing): 'When=start', 'Owner=-'
    #[arg(long = "map", value_name = "HEADING=FIELD")]
    map: Vec<String>,
    /// How dates are written: day-first, month-first, year-first; with a heading, in that column
    #[arg(long, value_name = "[HEADING=]ORDER")]
    dates: Vec<String>,
    /// Which sheet of a workbook
    #[arg(long)]
    sheet: Option<String>,
    /// Which row holds the headings, from 1; 0 where a list of people has none
    #[arg(long, value_name = "ROW")]
    header_row: Option<u32>,
    /// The encoding of a text file, where the one found is wrong
    #[arg(long, value_name = "LABEL")]
    encoding: Option<String>,
}

/// In how many columns a field may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stands {
    /// In one: naming another takes it away from the first.
    Once,
    /// In as many as there are, as addresses and numbers do.
    Often,
}

impl Reading {
    /// Asks for the file to be read so. Columns are named by their headings, which are the file's: where one is named,
    /// the route `preview` has to look at it first.
    pub(crate) fn ask(
        &self,
        desk: &Desk,
        preview: &str,
        stands: Stands,
        request: &mut Value,
    ) -> Result<(), Failure> {
        request["encoding"] = json!(self.encoding);
        request["sheet"] = json!(self.sheet);
        request["header_row"] = json!(self.header_row);
        if !self.map.is_empty() {
            let seen = desk.ask(preview, request)?;
            request["mapping"] = self.mapping(&seen, stands)?;
        }
        if !self.dates.is_empty() {
            // Which columns hold dates follows from what they were said to hold.
            let seen = desk.ask(preview, request)?;
            request["date_orders"] = self.date_orders(&seen)?;
        }
        Ok(())
    }

    fn mapping(&self, seen: &Value, stands: Stands) -> Result<Value, Failure> {
        let fields: Vec<&str> = rows(&seen["sheet"]["fields"]).map(text).collect();
        let mut mapping = seen["sheet"]["mapping"].as_array().cloned().unwrap_or_default();
        for pair in &self.map {
            let (heading, field) = pair.rsplit_once('=').ok_or_else(|| {
                Failure::Usage(format!("{pair:?} is not HEADING=FIELD, such as 'When=start'."))
            })?;
            let place = column(seen, heading)?;
            let value = match field.trim() {
                "-" | "" => Value::Null,
                field if fields.contains(&field) => json!(field),
                field => {
                    return Err(Failure::Usage(format!(
                        "{field:?} is no field. There are: {}.",
                        fields.join(", ")
                    )));
                }
            };
            if stands == Stands::Once && !value.is_null() {
                for other in mapping.iter_mut().filter(|other| **other == value) {
                    *other = Value::Null;
                }
            }
            mapping[place] = value;
        }
        Ok(Value::Array(mapping))
    }

    fn date_orders(&self, seen: &Value) -> Result<Value, Failure> {
        let mut orders = Map::new();
        for said in &self.dates {
            let (heading, order) = match said.rsplit_once('=') {
                Some((heading, order)) => (Some(heading), order),
                None => (None, said.as_str()),
            };
            let order = match order.trim().replace('_', "-").as_str() {
                "day-first" => "day_first",
                "month-first" => "month_first",
                "year-first" => "year_first",
                other => {
                    return Err(Failure::Usage(format!(
                        "{other:?} is not day-first, month-first or year-first."
                    )));
                }
            };
            match heading {
                Some(heading) => drop(orders.insert(column(seen, heading)?.to_string(), json!(order))),
                None => {
                    for ask in rows(&seen["date_asks"]) {
                        orders
                            .entry(ask["column"].to_string())
                            .or_insert_with(|| json!(order));
                    }
                }
            }
        }
        Ok(Value::Object(orders))
    }
}

/// The place of a heading, whatever its case.
fn column(seen: &Value, heading: &str) -> Result<usize, Failure> {
    let headings: Vec<&str> = rows(&seen["sheet"]["headings"]).map(text).collect();
    headings
        .iter()
        .position(|known| known.trim().to_lowercase() == heading.trim().to_lowercase())
        .ok_or_else(|| {
            Failure::Usage(format!(
                "No column is called {heading:?}. There are: {}.",
                headings.join(", ")
            ))
        })
}
