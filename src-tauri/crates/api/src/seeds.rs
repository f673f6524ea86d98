//! What a new workspace holds: the sample programme, or what a planner needs to begin.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use outreach_plan::reference::{self, CountryCode};
use outreach_plan::{
    AnyRecord, Market, MarketId, Office, OfficeId, Partner, PartnerId, Plan, Programme, ProgrammeId, Wording,
    sample,
};

use crate::beginnings::today;
use crate::change::Draft;

/// From this month on the next year is being planned too.
const NEXT_YEAR_FROM_MONTH: u32 = 7;

/// The label of the change that fills a new workspace.
pub(crate) fn label_of(with_sample: bool) -> &'static str {
    if with_sample {
        "sample_made"
    } else {
        "workspace_begun"
    }
}

/// Whether a change is one that filled a new workspace.
pub(crate) fn is_beginning(label: &str) -> bool {
    [label_of(true), label_of(false)].contains(&label)
}

/// Fills a new workspace.
pub(crate) fn fill(draft: &mut Draft<'_>, with_sample: bool, generated: Option<usize>) {
    let today = today(draft);
    let records: Vec<AnyRecord> = match (with_sample, generated) {
        (false, _) => beginnings(draft, today),
        (true, None) => sample::build(today, draft.now, draft.plan.rules(), &mut || draft.fresh_key()),
        (true, Some(events)) => sample::large(events, &mut || draft.fresh_key()),
    };
    if with_sample && generated.is_none() {
        let mut plan = Plan::new(draft.plan.rules().clone());
        records.iter().cloned().for_each(|record| plan.put(record));
        let issues = sample::issues(&plan, draft.now, &mut || draft.fresh_key());
        draft.also(move |tx| issues.iter().try_for_each(|issue| tx.put(issue).map(drop)));
    }
    for record in records {
        draft.put_made(record);
    }
}

/// The year's programme, the offices, the markets they cover and the usual partners.
fn beginnings(draft: &Draft<'_>, today: NaiveDate) -> Vec<AnyRecord> {
    let mut records: Vec<AnyRecord> = Vec::new();
    let letters = sample::letters(&mut || draft.fresh_key());
    records.extend(letters.into_iter().map(AnyRecord::from));
    let last_year = if today.month() >= NEXT_YEAR_FROM_MONTH {
        today.year() + 1
    } else {
        today.year()
    };
    for year in today.year()..=last_year {
        records.push(programme(ProgrammeId(draft.fresh_key()), year).into());
    }
    let mut markets: BTreeMap<CountryCode, OfficeId> = BTreeMap::new();
    for seed in reference::offices() {
        let id = OfficeId(draft.fresh_key());
        records.push(
            Office {
                id,
                name: seed.name.wording(),
                city: Some(seed.city),
                zone: seed.zone.to_owned(),
                notes: String::new(),
            }
            .into(),
        );
        let country = reference::city(seed.city).map(|city| city.country);
        if let Some(country) = country.filter(|country| !is_home(*country)) {
            markets.entry(country).or_insert(id);
        }
    }
    for (code, office) in markets {
        let Some((country, region)) = reference::country(code).and_then(|c| Some((c, c.region?))) else {
            continue;
        };
        records.push(
            Market {
                id: MarketId(draft.fresh_key()),
                country: code,
                name: country.name.wording(),
                region,
                sectors: Vec::new(),
                office: Some(office),
                notes: String::new(),
            }
            .into(),
        );
    }
    records.extend(reference::partners().iter().map(|seed| {
        AnyRecord::from(Partner {
            id: PartnerId(draft.fresh_key()),
            name: seed.name.wording(),
            kind: seed.kind,
            city: seed.city,
            url: String::new(),
            notes: String::new(),
        })
    }));
    records
}

fn programme(id: ProgrammeId, year: i32) -> Programme {
    Programme {
        id,
        title: Wording {
            en: format!("Outreach programme {year}"),
            zh_hant: format!("{year}年外展計劃"),
            zh_hans: format!("{year}年外展计划"),
        },
        from: NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default(),
        until: NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or_default(),
        notes: String::new(),
    }
}

/// Hong Kong, the Mainland and Macao are where talent is brought to, not where outreach goes.
fn is_home(country: CountryCode) -> bool {
    matches!(country.as_str(), "HK" | "CN" | "MO")
}
