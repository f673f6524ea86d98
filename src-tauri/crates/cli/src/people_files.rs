//! Lists of people in and out on the command line.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use serde_json::{Map, Value, json};

use crate::desk::{Desk, Failure, passphrase};
use crate::file::text;
use crate::people::person_id;
use crate::show;

const IMPORTING: &str = "\
What a column holds is guessed from its heading and remembered; --map says otherwise ('Surname=family', 'Fax=-').
Fields: full_name, family, given, chinese, preferred, honorific, nature, post, organisation, market, sectors, schemes,
passports, university_region, languages, email, telephone, tags, notes, source, retain_until, …
A row that may be somebody who is stored already is asked about: --as ROW=new, ROW=skip, or ROW=ID for who it is;
--undecided new|skip decides the rest. Until all is said nothing is imported and the status is 1.
A cell that cannot be right is refused with its row; --fix ROW:COLUMN=TEXT mends it (columns from 1).

Exit status:
  0  done; with --dry-run: it could be done
  1  refused: not such a file, too large, or something is left open
  2  the command line is not right
  3  done, but rows were refused; they are listed

Examples:
  outreach -w 2027.outreach people import chamber.csv --dry-run
  outreach -w 2027.outreach people import guests.xlsx --as 12=skip --as 14=0197c1 --fix 9:4=ann@example.org
  outreach -w 2027.outreach people import phone.vcf --undecided skip --retain-until 2028-12-31";

/// A list, and what it leaves open.
#[derive(Args, Debug)]
#[command(after_help = IMPORTING)]
pub(crate) struct ImportPeople {
    /// The file
    file: PathBuf,
    /// Only say what would happen
    #[arg(long)]
    dry_run: bool,
    /// What a column holds (`-`: nothing)
    #[arg(long = "map", value_name = "HEADING=FIELD")]
    map: Vec<String>,
    /// How dates are written: day-first, month-first, year-first; with a heading, in that column
    #[arg(long, value_name = "[HEADING=]ORDER")]
    dates: Vec<String>,
    /// Which sheet of a workbook
    #[arg(long)]
    sheet: Option<String>,
    /// Which row holds the headings, from 1; 0 for none
    #[arg(long, value_name = "ROW")]
    header_row: Option<u32>,
    /// The encoding of a text file, where the one found is wrong
    #[arg(long, value_name = "LABEL")]
    encoding: Option<String>,
    /// The country of telephone numbers without one: HK, MY, …
    #[arg(long)]
    country: Option<String>,
    /// What becomes of a row: new, skip, or the id of who it is
    #[arg(long = "as", value_name = "ROW=ACT")]
    decide: Vec<String>,
    /// What becomes of rows that may be somebody who is stored: new or skip
    #[arg(long, value_name = "ACT")]
    undecided: Option<String>,
    /// Another text for a cell
    #[arg(long, value_name = "ROW:COLUMN=TEXT")]
    fix: Vec<String>,
    /// The collection notice they were given, by its whole id
    #[arg(long, value_name = "ID")]
    notice: Option<String>,
    /// A tag for everybody in it
    #[arg(long)]
    tag: Vec<String>,
    /// After this day nothing of them is held any more
    #[arg(long, value_name = "DAY")]
    retain_until: Option<chrono::NaiveDate>,
    /// Where the list comes from; its name if not said
    #[arg(long)]
    source: Option<String>,
}

/// What to write, for what and where to.
#[derive(Args, Debug)]
pub(crate) struct ExportPeople {
    /// The format
    #[arg(value_enum)]
    format: Format,
    /// Where to; an existing file is replaced whole or not at all
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// For what, in your words; stands in the export log
    #[arg(long)]
    purpose: String,
    /// People who fit a query, as in `people list`; everybody if neither this nor --person is said
    #[arg(long, default_value = "")]
    query: String,
    /// This person, by id or name
    #[arg(long, value_name = "PERSON", conflicts_with = "query")]
    person: Vec<String>,
    /// It is for direct marketing: leave out who did not agree to that, and say how many
    #[arg(long)]
    marketing: bool,
    /// As an encrypted pack (age); its passphrase is asked for, or taken from OUTREACH_PACK_PASSPHRASE
    #[arg(long)]
    pack: bool,
}

/// A format people can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A workbook for Excel and LibreOffice
    Xlsx,
    /// Comma-separated values
    Csv,
    /// Contact cards
    Vcf,
}

/// The passphrase of a pack, if one is wanted.
pub(crate) fn pack_passphrase(pack: bool) -> Result<Value, Failure> {
    if !pack {
        return Ok(Value::Null);
    }
    let secret = passphrase(
        "OUTREACH_PACK_PASSPHRASE",
        "Passphrase of the pack (8 characters or more): ",
    )?;
    Ok(Value::from(secret.as_str()))
}

/// What was written about people, in words.
pub(crate) fn exported(written: &Value) -> String {
    let mut lines = vec![format!(
        "Wrote {} people, {} bytes, marked [RESTRICTED]{}: {}",
        written["people"],
        written["size"],
        if written["encrypted"] == true {
            ", encrypted"
        } else {
            ""
        },
        text(&written["name"])
    )];
    for (field, words) in [
        (
            "without_consent",
            "left out: they did not agree to direct marketing",
        ),
        ("not_there", "left out: erased, merged or removed"),
    ] {
        if written[field].as_u64().unwrap_or_default() > 0 {
            lines.push(format!("{} {words}", written[field]));
        }
    }
    if written["encrypted"] != true {
        lines.push("It lies there in the open; --pack encrypts it.".to_owned());
    }
    lines.join("\n")
}

pub(crate) fn export(desk: &Desk, wish: &ExportPeople) -> Result<ExitCode, Failure> {
    let people: Vec<Value> = wish
        .person
        .iter()
        .map(|person| person_id(desk, person))
        .collect::<Result<_, _>>()?;
    let format = match wish.format {
        Format::Xlsx => "xlsx",
        Format::Csv => "csv",
        Format::Vcf => "vcf",
    };
    let request = json!({
        "people": if people.is_empty() { Value::Null } else { Value::from(people) },
        "query": wish.query,
        "format": format,
        "purpose": wish.purpose,
        "marketing": wish.marketing,
        "passphrase": pack_passphrase(wish.pack)?,
        "language": desk.language,
    });
    desk.choose(&wish.out);
    let written = desk.ask("people.export", &request)?;
    show::answer(desk, &written, exported)
}

pub(crate) fn template(desk: &Desk, out: &Path) -> Result<ExitCode, Failure> {
    desk.choose(out);
    let written = desk.ask("people.import_template", &json!({ "language": desk.language }))?;
    show::answer(desk, &written, |written| {
        format!("Wrote {}", text(&written["name"]))
    })
}

pub(crate) fn import(desk: &Desk, wish: &ImportPeople) -> Result<ExitCode, Failure> {
    desk.choose(&wish.file);
    let chosen = desk.ask("people.import_choose", &json!({}))?;
    let mut request = json!({
        "file": chosen["file"],
        "language": desk.language,
        "encoding": wish.encoding,
        "sheet": wish.sheet,
        "header_row": wish.header_row,
        "country": wish.country,
        "decisions": decisions(desk, &wish.decide)?,
        "undecided": wish.undecided,
        "corrections": corrections(&wish.fix)?,
        "notice": wish.notice,
        "tags": wish.tag,
        "retain_until": wish.retain_until,
        "source": wish.source,
        "rows": 2000,
    });
    if !wish.map.is_empty() || !wish.dates.is_empty() {
        // Headings are the file's: it has to be looked at before columns can be named by them.
        let seen = desk.ask("people.import_preview", &request)?;
        mapping(&wish.map, &seen, &mut request)?;
        orders(&wish.dates, &seen, &mut request)?;
    }
    let preview = desk.ask("people.import_preview", &request)?;
    request["fingerprint"] = preview["fingerprint"].clone();
    let counts = &preview["counts"];
    let number = |name: &str| counts[name].as_u64().unwrap_or_default();
    let refused = number("refused") > 0;
    let is_open = number("undecided") > 0 || preview["answered"] == false;
    if wish.dry_run || is_open {
        show::answer(desk, &preview, words)?;
        return Ok(match (is_open, refused) {
            (true, _) => ExitCode::from(1),
            (false, true) => ExitCode::from(3),
            (false, false) => ExitCode::SUCCESS,
        });
    }
    let done = desk.ask("people.import_commit", &request)?;
    show::answer(desk, &done, |done| {
        let mut lines = vec![format!(
            "Imported: {} new, {} changed, {} as they were{}",
            done["counts"]["adds"],
            done["counts"]["changes"],
            done["counts"]["same"],
            done["change"]
                .as_i64()
                .map(|change| format!(" (change {change})"))
                .unwrap_or_default()
        )];
        if refused {
            lines.push(format!("{} rows were refused:", counts["refused"]));
            lines.push(rows(&preview, &["refused"]));
        }
        lines.join("\n")
    })?;
    Ok(if refused {
        ExitCode::from(3)
    } else {
        ExitCode::SUCCESS
    })
}

fn words(preview: &Value) -> String {
    let counts = &preview["counts"];
    let mut lines = vec![
        format!(
            "{}: {} rows: {} new, {} changed, {} as they are, {} alike, {} refused, {} left out",
            text(&preview["name"]),
            counts["total"],
            counts["new"],
            counts["changed"],
            counts["same"],
            counts["alike"],
            counts["refused"],
            counts["skipped"]
        ),
        rows(preview, &["refused", "alike"]),
    ];
    for asked in preview["date_asks"].as_array().into_iter().flatten() {
        if asked["answered"].is_null() {
            lines.push(format!(
                "How are the dates of {:?} written? --dates {:?}",
                text(&asked["heading"]),
                format!("{}=day-first", text(&asked["heading"]))
            ));
        }
    }
    if counts["undecided"].as_u64().unwrap_or_default() > 0 {
        lines.push(format!(
            "{} rows may be somebody who is stored already: --as ROW=new, ROW=skip or ROW=ID, or --undecided. Nothing \
             was imported.",
            counts["undecided"]
        ));
    }
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

/// Rows of some verdicts with what is to be said about them.
fn rows(preview: &Value, verdicts: &[&str]) -> String {
    let all = preview["rows"].as_array().into_iter().flatten();
    let told = all.filter(|row| verdicts.contains(&text(&row["verdict"])));
    let told: Vec<Vec<String>> = told
        .map(|row| {
            let problems = row["problems"].as_array().into_iter().flatten().map(|problem| {
                let column = problem["column"]
                    .as_u64()
                    .map_or_else(String::new, |n| format!(" in column {}", n + 1));
                format!("{}{column}", text(&problem["code"]).replace('_', " "))
            });
            let alike = row["alike"].as_array().into_iter().flatten().map(|alike| {
                format!(
                    "like {} ({})",
                    text(&alike["other"]["name"]),
                    text(&alike["other"]["person"]["id"])
                )
            });
            vec![
                row["row"].to_string(),
                text(&row["verdict"]).to_owned(),
                text(&row["name"]).to_owned(),
                problems.chain(alike).collect::<Vec<_>>().join("; "),
            ]
        })
        .collect();
    if told.is_empty() {
        return String::new();
    }
    show::table(&["row", "verdict", "name", ""], told.into_iter())
}

fn decisions(desk: &Desk, said: &[String]) -> Result<Vec<Value>, Failure> {
    said.iter()
        .map(|pair| {
            let parted = pair
                .split_once('=')
                .and_then(|(row, act)| Some((row.parse::<u32>().ok()?, act)));
            let Some((row, act)) = parted else {
                return Err(Failure::Usage(format!(
                    "{pair:?} is not ROW=new, ROW=skip or ROW=ID."
                )));
            };
            Ok(match act {
                "new" | "skip" => json!({ "row": row, "act": act }),
                who => json!({ "row": row, "act": "same", "person": person_id(desk, who)? }),
            })
        })
        .collect()
}

fn corrections(said: &[String]) -> Result<Vec<Value>, Failure> {
    said.iter()
        .map(|pair| {
            let parted = pair.split_once('=').and_then(|(cell, words)| {
                let (row, column) = cell.split_once(':')?;
                let column = column.parse::<u32>().ok()?.checked_sub(1)?;
                Some((row.parse::<u32>().ok()?, column, words))
            });
            match parted {
                Some((row, column, words)) => Ok(json!({ "row": row, "column": column, "text": words })),
                None => Err(Failure::Usage(format!(
                    "{pair:?} is not ROW:COLUMN=TEXT, columns from 1."
                ))),
            }
        })
        .collect()
}

/// The columns of the sheet that was looked at, with what was said of them.
fn mapping(said: &[String], seen: &Value, request: &mut Value) -> Result<(), Failure> {
    if said.is_empty() {
        return Ok(());
    }
    let headings = &seen["sheet"]["headings"];
    let mut fields = seen["sheet"]["mapping"].as_array().cloned().unwrap_or_default();
    for pair in said {
        let Some((heading, field)) = pair.split_once('=') else {
            return Err(Failure::Usage(format!("{pair:?} is not HEADING=FIELD.")));
        };
        let place = place_of(headings, heading)?;
        if let Some(held) = fields.get_mut(place) {
            *held = if field == "-" {
                Value::Null
            } else {
                Value::from(field)
            };
        }
    }
    request["mapping"] = Value::from(fields);
    Ok(())
}

fn orders(said: &[String], seen: &Value, request: &mut Value) -> Result<(), Failure> {
    let headings = &seen["sheet"]["headings"];
    let mut orders = Map::new();
    for words in said {
        let (heading, order) = words
            .split_once('=')
            .map_or((None, words.as_str()), |(h, o)| (Some(h), o));
        let order = Value::from(order.replace('-', "_"));
        match heading {
            Some(heading) => {
                orders.insert(place_of(headings, heading)?.to_string(), order);
            }
            None => {
                for asked in seen["date_asks"].as_array().into_iter().flatten() {
                    orders.insert(asked["column"].to_string(), order.clone());
                }
            }
        }
    }
    if !orders.is_empty() {
        request["date_orders"] = Value::Object(orders);
    }
    Ok(())
}

fn place_of(headings: &Value, heading: &str) -> Result<usize, Failure> {
    headings
        .as_array()
        .into_iter()
        .flatten()
        .position(|known| text(known).eq_ignore_ascii_case(heading))
        .ok_or_else(|| Failure::Usage(format!("The sheet has no column {heading:?}.")))
}
