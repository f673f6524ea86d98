//! People on the command line: found, shown, written, merged, taken in and given out.

use std::process::ExitCode;

use clap::{Args, Subcommand, ValueEnum};
use serde_json::{Map, Value, json};

use crate::desk::{Desk, Failure};
use crate::file::text;
use crate::people_files::ExportPeople;
use crate::people_import::ImportPeople;
use crate::{fields, people_files, people_import, show};

const QUERIES: &str = "\
A query is what the window's search takes: words in any script, and operators. A word may be a part of a name,
an organisation, an address or a number; a slip in a Latin word is forgiven.
  event:KL  market:Malaysia  status:accepted  tag:press  list:Speakers  sector:innovation_technology
  scheme:ttps_a  consent:direct_marketing  has:email  is:body  source:chamber      -tag:press: not that

A person is named by the id, by its first or last letters (6 or more), or by a name that only one person has.
Fields: nature, family, given, chinese, preferred, honorific, post, organisation, market, sectors, schemes, passports,
university_region, languages, emails, telephones, tags, notes, source, notices, consents, retain_until.
`email=…` and `telephone=…` set the only address or number; a value that is JSON is taken as such.

Every step is one change: `outreach undo` takes it back.

Examples:
  outreach -w 2027.outreach people list 'market:Malaysia status:accepted' --sort name
  outreach -w 2027.outreach people add family=Chan given='Tai Man' chinese=陳大文 email=tm@example.org
  outreach -w 2027.outreach people edit 'Chan Tai Man' organisation='Harbour Bank' tags='[\"press\"]'
  outreach -w 2027.outreach people duplicates
  outreach -w 2027.outreach people merge 0197c1 0197d4 --take emails=both
  outreach -w 2027.outreach people import chamber.csv --encoding Big5 --dry-run
  outreach -w 2027.outreach people export xlsx --query tag:press --purpose 'Door of 14 May' --pack --out press.xlsx.age";

#[derive(Args, Debug)]
#[command(after_help = QUERIES)]
pub(crate) struct People {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// List people who fit a query
    #[command(after_help = QUERIES)]
    List {
        /// As typed into the search; everybody if none
        query: Vec<String>,
        /// In this order: name, family, chinese, organisation, market, email, invitations, retain_until, created, …
        #[arg(long, default_value = "name")]
        sort: String,
        /// The other way round
        #[arg(long)]
        descending: bool,
        /// Leave out so many first
        #[arg(long, default_value_t = 0)]
        from: u32,
        /// At most so many
        #[arg(long, default_value_t = 50)]
        limit: u32,
    },
    /// Everything about one person: what is held, and their whole story
    Show {
        /// Id, first or last letters of it, or the name
        person: String,
    },
    /// Add a person or a body: family=… given=… chinese=… email=… (nature=body for a body)
    #[command(after_help = QUERIES)]
    Add {
        /// field=value; a value that is JSON is taken as such
        #[arg(required = true, value_name = "FIELD=VALUE")]
        set: Vec<String>,
    },
    /// Correct or fill in fields of a person
    #[command(after_help = QUERIES)]
    Edit {
        /// Id, first or last letters of it, or the name
        person: String,
        /// field=value; a value that is JSON is taken as such
        #[arg(required = true, value_name = "FIELD=VALUE")]
        set: Vec<String>,
    },
    /// Remove a person who has neither invitations nor visits; the history keeps them (see `privacy erase`)
    Remove {
        /// Id, first or last letters of it, or the name
        person: String,
    },
    /// Find people as one types: any script, one character or more
    Search {
        /// What to look for
        #[arg(required = true)]
        text: Vec<String>,
        /// At most so many
        #[arg(long, default_value_t = 20)]
        limit: u32,
    },
    /// Who may be stored twice, the likeliest first, each with the reasons; nothing is merged by itself
    Duplicates {
        /// Which of them
        #[arg(long, value_enum, default_value_t = Band::Likely)]
        band: Band,
        /// At most so many pairs
        #[arg(long, default_value_t = 50)]
        limit: u32,
    },
    /// Make one record of two; histories, invitations and consents of both stay
    Merge {
        /// Who stays
        keep: String,
        /// Whose record goes into the other
        drop: String,
        /// What a field becomes where both say something: keep, drop or both (as far as it can hold both)
        #[arg(long, value_name = "FIELD=keep|drop|both")]
        take: Vec<String>,
    },
    /// Say that two records are two people; they are not proposed again
    Distinct {
        /// The one
        one: String,
        /// The other
        other: String,
    },
    /// Take in a list: XLSX, ODS, CSV or contact cards (vCard 2.1 to 4.0); the same file twice adds nothing
    Import(ImportPeople),
    /// Write an empty sheet to be filled in with people
    Template {
        /// Where to
        #[arg(long, value_name = "FILE")]
        out: std::path::PathBuf,
    },
    /// Write people for a purpose; marked [RESTRICTED] and kept in the export log
    Export(ExportPeople),
}

/// How likely two records are one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Band {
    /// Almost certainly
    Likely,
    /// Perhaps
    Possible,
    /// Both
    All,
}

pub(crate) fn run(desk: &Desk, people: People) -> Result<ExitCode, Failure> {
    desk.open()?;
    match people.verb {
        Verb::List {
            query,
            sort,
            descending,
            from,
            limit,
        } => list(
            desk,
            &json!({ "query": query.join(" "), "sort": sort, "descending": descending, "from": from, "rows": limit,
                     "language": desk.language }),
        ),
        Verb::Show { person } => show(desk, &person),
        Verb::Add { set } => {
            let set = person_fields(desk.language, &set)?;
            let done = desk.ask("records.add", &json!({ "kind": "person", "set": set }))?;
            show::written(desk, &done)
        }
        Verb::Edit { person, set } => {
            let set = person_fields(desk.language, &set)?;
            let id = person_id(desk, &person)?;
            let done = desk.ask("records.edit", &json!({ "kind": "person", "id": id, "set": set }))?;
            show::written(desk, &done)
        }
        Verb::Remove { person } => {
            let id = person_id(desk, &person)?;
            let done = desk.ask("records.remove", &json!({ "kind": "person", "id": id }))?;
            show::written(desk, &done)
        }
        Verb::Search { text, limit } => search(desk, &text.join(" "), limit),
        Verb::Duplicates { band, limit } => duplicates(desk, band, limit),
        Verb::Merge { keep, drop, take } => merge(desk, &keep, &drop, &take),
        Verb::Distinct { one, other } => {
            let (one, other) = (person_id(desk, &one)?, person_id(desk, &other)?);
            let done = desk.ask("people.distinct", &json!({ "one": one, "other": other }))?;
            show::written(desk, &done)
        }
        Verb::Import(wish) => people_import::import(desk, &wish),
        Verb::Template { out } => people_files::template(desk, &out),
        Verb::Export(wish) => people_files::export(desk, &wish),
    }
}

/// `FIELD=VALUE` pairs of a person; `email` and `telephone` are the only ones.
fn person_fields(language: &str, pairs: &[String]) -> Result<Map<String, Value>, Failure> {
    let mut set = fields::set(language, "person", pairs)?;
    if let Some(address) = set.remove("email") {
        set.insert("emails".to_owned(), json!([{ "address": address }]));
    }
    if let Some(number) = set.remove("telephone") {
        // A number is one even where it looks like a sum.
        let raw = number.as_str().map_or_else(|| number.to_string(), str::to_owned);
        set.insert("telephones".to_owned(), json!([{ "raw": raw }]));
    }
    Ok(set)
}

/// The id of the only person whose id begins or ends so, or who is called so.
pub(crate) fn person_id(desk: &Desk, wanted: &str) -> Result<Value, Failure> {
    let letters = wanted.to_ascii_lowercase();
    let is_key = letters.len() >= 6 && letters.chars().all(|c| c.is_ascii_hexdigit() || c == '-');
    if is_key {
        let keys = desk.ask("people.keys", &json!({ "list": { "language": desk.language } }))?;
        let mut fitting = keys
            .as_array()
            .into_iter()
            .flatten()
            .filter(|id| fields::is_meant(id, &letters));
        match (fitting.next(), fitting.next()) {
            (Some(id), None) => return Ok(id.clone()),
            (Some(_), Some(_)) => return Err(ambiguous()),
            // Somebody who is only in the history has an id as well, and is in no list.
            (None, _) if letters.len() == 36 => return Ok(Value::from(letters)),
            (None, _) => {}
        }
    }
    let request = json!({ "text": wanted, "limit": 50, "language": desk.language });
    let hits = desk.ask("people.search", &request)?;
    let hits: Vec<&Value> = hits.as_array().into_iter().flatten().collect();
    let exact: Vec<&&Value> = hits
        .iter()
        .filter(|hit| {
            ["name", "other_name"]
                .iter()
                .any(|field| text(&hit[*field]).eq_ignore_ascii_case(wanted))
        })
        .collect();
    match (exact.as_slice(), hits.as_slice()) {
        ([only], _) => Ok(only["id"].clone()),
        ([], [only]) => Ok(only["id"].clone()),
        ([], []) => Err(Failure::refused(
            "not_found",
            "There is nobody of that id or name. `people search` finds people.",
        )),
        _ => Err(ambiguous()),
    }
}

fn ambiguous() -> Failure {
    Failure::refused(
        "ambiguous_id",
        "More than one person fits. Give the id, or more letters of it; `people search` shows them.",
    )
}

fn list(desk: &Desk, request: &Value) -> Result<ExitCode, Failure> {
    let page = desk.ask("people.list", request)?;
    let misread = page["problems"].as_array().is_some_and(|all| !all.is_empty());
    show::answer(desk, &page, |page| {
        let rows = || page["rows"].as_array().into_iter().flatten();
        let length = show::telling(rows().map(|row| &row["person"]["id"]));
        let table = show::table(
            &["id", "name", "", "organisation", "market", "e-mail", "inv."],
            rows().map(|row| {
                vec![
                    show::ending(&row["person"]["id"], length),
                    text(&row["name"]).to_owned(),
                    text(&row["other_name"]).to_owned(),
                    text(&row["organisation"]).to_owned(),
                    text(&row["market_name"]).to_owned(),
                    text(&row["person"]["emails"][0]["address"]).to_owned(),
                    row["invitations"].to_string(),
                ]
            }),
        );
        let problems: Vec<String> = page["problems"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|problem| {
                format!(
                    "\nNot understood and left out: {}:{} [{}]",
                    text(&problem["operator"]),
                    text(&problem["text"]),
                    text(&problem["code"])
                )
            })
            .collect();
        format!(
            "{table}\n{} of {} people{}",
            page["fitting"],
            page["total"],
            problems.concat()
        )
    })?;
    Ok(if misread {
        ExitCode::from(3)
    } else {
        ExitCode::SUCCESS
    })
}

fn search(desk: &Desk, words: &str, limit: u32) -> Result<ExitCode, Failure> {
    let request = json!({ "text": words, "limit": limit, "language": desk.language });
    let hits = desk.ask("people.search", &request)?;
    show::answer(desk, &hits, |hits| {
        let rows = || hits.as_array().into_iter().flatten();
        let length = show::telling(rows().map(|hit| &hit["id"]));
        show::table(
            &["id", "name", "", "detail", "found in"],
            rows().map(|hit| {
                vec![
                    show::ending(&hit["id"], length),
                    text(&hit["name"]).to_owned(),
                    text(&hit["other_name"]).to_owned(),
                    text(&hit["detail"]).to_owned(),
                    text(&hit["found_in"]).to_owned(),
                ]
            }),
        )
    })
}

fn duplicates(desk: &Desk, band: Band, limit: u32) -> Result<ExitCode, Failure> {
    let band = match band {
        Band::Likely => "likely",
        Band::Possible => "possible",
        Band::All => "all",
    };
    let request = json!({ "band": band, "rows": limit, "language": desk.language });
    let page = desk.ask("people.duplicates", &request)?;
    show::answer(desk, &page, |page| {
        let rows = || page["rows"].as_array().into_iter().flatten();
        let both = |pair: &'static str| rows().map(move |row| &row[pair]["person"]["id"]);
        let length = show::telling(both("one").chain(both("other")));
        let table = show::table(
            &["score", "one", "", "other", "", "because"],
            rows().map(|pair| {
                let reasons = pair["reasons"].as_array().into_iter().flatten();
                vec![
                    format!("{:.2}", pair["score"].as_f64().unwrap_or_default()),
                    show::ending(&pair["one"]["person"]["id"], length),
                    text(&pair["one"]["name"]).to_owned(),
                    show::ending(&pair["other"]["person"]["id"], length),
                    text(&pair["other"]["name"]).to_owned(),
                    reasons
                        .map(|reason| text(&reason["code"]).replace('_', " "))
                        .collect::<Vec<_>>()
                        .join(", "),
                ]
            }),
        );
        format!(
            "{table}\n{} likely, {} possible among {} people",
            page["likely"], page["possible"], page["people"]
        )
    })
}

fn merge(desk: &Desk, keep: &str, drop: &str, take: &[String]) -> Result<ExitCode, Failure> {
    let mut wanted = Map::new();
    for pair in take {
        match pair.split_once('=') {
            Some((field, side @ ("keep" | "drop" | "both"))) => {
                wanted.insert(field.to_owned(), json!(side));
            }
            _ => {
                return Err(Failure::Usage(format!(
                    "{pair:?} is not FIELD=keep, drop or both."
                )));
            }
        }
    }
    let (keep, drop) = (person_id(desk, keep)?, person_id(desk, drop)?);
    let done = desk.ask(
        "people.merge",
        &json!({ "keep": keep, "drop": drop, "take": wanted }),
    )?;
    show::written(desk, &done)
}

fn show(desk: &Desk, person: &str) -> Result<ExitCode, Failure> {
    let id = person_id(desk, person)?;
    let page = desk.ask("people.show", &json!({ "id": id, "language": desk.language }))?;
    show::answer(desk, &page, crate::people_page::words)
}
