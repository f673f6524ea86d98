//! Files for others on the command line.

use std::process::ExitCode;

use serde_json::json;

use crate::args::{Export, Format};
use crate::desk::{Desk, Failure};
use crate::file::text;
use crate::{fields, show};

pub(crate) fn run(desk: &Desk, wish: &Export) -> Result<ExitCode, Failure> {
    desk.open()?;
    let format = match wish.format {
        Format::Ics => "ics",
        Format::Xlsx => "xlsx",
        Format::Csv => "csv",
        Format::Html => "html",
    };
    let filter = fields::filter(desk, &wish.filter)?;
    desk.choose(&wish.out);
    let request = json!({ "format": format, "filter": filter, "language": desk.language });
    let written = desk.ask("export.write", &request)?;
    show::answer(desk, &written, |written| {
        format!(
            "Wrote {} events, {} bytes: {}",
            written["events"],
            written["size"],
            text(&written["name"])
        )
    })
}
