//! People as a sheet or as cards.

use outreach_exchange::NamedBytes;
use outreach_exchange::people::{PeopleOut, write_people_csv, write_people_xlsx};
use outreach_exchange::vcard::{CardVersion, write_cards};
use outreach_plan::people::{DisclosureKind, Person, Purpose};
use outreach_plan::{Language, PersonId, Plan};
use outreach_store::StoreError;

use super::files::{self, Outgoing};
use crate::people::query::{Query, latest};
use crate::people::told::is_listed;
use crate::rows::count;
use crate::views::{ExportPeople, ExportedPeople, PeopleFormat};
use crate::{Refused, Session};

/// `people.export`
pub(crate) fn export(session: &Session, request: &ExportPeople) -> Result<Option<ExportedPeople>, Refused> {
    let purpose = files::purpose(&request.purpose)?;
    let passphrase = request.passphrase.as_deref();
    files::check_passphrase(passphrase)?;
    let desk = session.desk()?;
    desk.crowd().catch_up(&desk);
    let mut work = session.long_work.begin("people-export", &session.teller);
    if work.step(0, 2).is_break() {
        return Err(StoreError::Cancelled.into());
    }
    let out = {
        let plan = desk.plan();
        let (mut people, not_there) = match &request.people {
            Some(keys) => by_keys(&plan, keys),
            None => (by_query(&plan, &desk, &request.query)?, 0),
        };
        let asked = people.len();
        if request.marketing {
            people.retain(|person| latest(person, Purpose::DirectMarketing) == Some(true));
        }
        let without_consent = count(asked - people.len());
        if people.is_empty() {
            return Err(Refused::new(
                "nobody_to_export",
                "Nobody is left to be written. Nothing was written; choose others.",
            )
            .with("without_consent", without_consent));
        }
        let language = request.language;
        people.sort_by_cached_key(|person| person.sort_name(language).to_lowercase());
        let name = format!("{}.{}", name(language, session), ending(request.format));
        let bytes = bytes(session, &plan, &people, request)?;
        Outgoing {
            kind: match request.format {
                PeopleFormat::Vcf => DisclosureKind::Cards,
                PeopleFormat::Xlsx | PeopleFormat::Csv => DisclosureKind::People,
            },
            file: NamedBytes { name, bytes },
            people: people.iter().map(|person| person.id).collect(),
            purpose,
            passphrase,
            without_consent,
            not_there,
        }
    };
    if work.step(1, 2).is_break() {
        return Err(StoreError::Cancelled.into());
    }
    let written = files::write(session, out);
    _ = work.step(2, 2);
    written
}

fn by_keys<'p>(plan: &'p Plan, keys: &[PersonId]) -> (Vec<&'p Person>, u32) {
    let mut keys = keys.to_vec();
    keys.sort_unstable();
    keys.dedup();
    let people: Vec<&Person> = keys
        .iter()
        .filter_map(|key| plan.people().get(key))
        .filter(|person| is_listed(person))
        .collect();
    let not_there = count(keys.len() - people.len());
    (people, not_there)
}

fn by_query<'p>(plan: &'p Plan, desk: &crate::desk::Desk, query: &str) -> Result<Vec<&'p Person>, Refused> {
    let query = Query::read(query, plan, &desk.crowd().search());
    if let Some(problem) = query.problems.first() {
        // A list would show more than was meant; a file about people must not hold them.
        return Err(Refused::new(
            "query_not_understood",
            "A part of the query is not understood. Nothing was written; correct it.",
        )
        .with("operator", &problem.operator));
    }
    Ok(plan
        .people()
        .values()
        .filter(|person| is_listed(person) && query.fits(plan, person))
        .collect())
}

fn bytes(
    session: &Session,
    plan: &Plan,
    people: &[&Person],
    request: &ExportPeople,
) -> Result<Vec<u8>, Refused> {
    let out = PeopleOut {
        plan,
        people,
        title: title(request.language),
        language: request.language,
        written: session.now(),
    };
    let written = match request.format {
        PeopleFormat::Xlsx => write_people_xlsx(&out),
        PeopleFormat::Csv => write_people_csv(&out),
        PeopleFormat::Vcf => Ok(write_cards(people, CardVersion::V3, session.now())),
    };
    written.map_err(|error| {
        Refused::new("export_failed", format!("Nothing was written: {error}.")).with("reason", error)
    })
}

fn title(language: Language) -> &'static str {
    match language {
        Language::English => "People",
        Language::TraditionalChinese => "人士",
        Language::SimplifiedChinese => "人员",
    }
}

/// `RESTRICTED People 2026-11-22`: nobody's name, for everyone who sees the folder sees it.
fn name(language: Language, session: &Session) -> String {
    let today = session.shown().in_hong_kong(session.now()).date();
    format!("RESTRICTED {} {today}", title(language))
}

fn ending(format: PeopleFormat) -> &'static str {
    match format {
        PeopleFormat::Xlsx => "xlsx",
        PeopleFormat::Csv => "csv",
        PeopleFormat::Vcf => "vcf",
    }
}
