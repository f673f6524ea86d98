//! Holidays and fasts of places, with the planner's corrections, for the quiet bands behind the work.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use outreach_plan::Language;
use outreach_plan::Plan;
use outreach_plan::reference::{self, Area, CountryCode, FastKind};

/// Days off, or a fast, in one or more countries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Quiet {
    pub(crate) from: NaiveDate,
    /// Included.
    pub(crate) until: NaiveDate,
    pub(crate) name: String,
    pub(crate) countries: BTreeSet<CountryCode>,
    pub(crate) fast: bool,
    pub(crate) estimated: bool,
}

/// The days off of one place, from the first day to the last.
pub(crate) fn quiet_days(
    plan: &Plan,
    area: Area<'_>,
    from: NaiveDate,
    until: NaiveDate,
    language: Language,
) -> Vec<Quiet> {
    let country = area.country;
    let quiet = |from, until, name: &str, fast, estimated| Quiet {
        from,
        until,
        name: name.to_owned(),
        countries: BTreeSet::from([country]),
        fast,
        estimated,
    };
    let own: BTreeMap<NaiveDate, _> = plan
        .day_overrides()
        .values()
        .filter(|own| own.country == country && from <= own.date && own.date <= until)
        .map(|own| (own.date, own))
        .collect();
    let fasts = reference::fasts(from..=until)
        .filter(|fast| fast.kind == FastKind::Ramadan && reference::keeps_ramadan(country))
        .map(|fast| {
            quiet(
                fast.from,
                fast.until,
                fast.name.in_language(language),
                true,
                fast.estimated,
            )
        });
    let holidays = reference::holidays(area, from..=until)
        .filter(|holiday| !own.contains_key(&holiday.date))
        .map(|holiday| {
            quiet(
                holiday.date,
                holiday.date,
                holiday.name.in_language(language),
                false,
                holiday.estimated,
            )
        });
    let added = own
        .values()
        .filter(|own| own.off)
        .map(|own| quiet(own.date, own.date, own.name.in_language(language), false, false));
    let mut all: Vec<Quiet> = fasts.chain(holidays).chain(added).collect();
    all.sort_by(|a, b| (a.from, &a.name).cmp(&(b.from, &b.name)));
    // The same feast on following days is one band.
    all.dedup_by(|later, earlier| {
        let goes_on = later.name == earlier.name && earlier.until.succ_opt() == Some(later.from);
        if goes_on {
            earlier.until = later.until;
        }
        goes_on
    });
    all
}

/// The days off of several countries; a feast that several keep on the same days stands once.
pub(crate) fn quiet_in(
    plan: &Plan,
    countries: &BTreeSet<CountryCode>,
    from: NaiveDate,
    until: NaiveDate,
    language: Language,
) -> Vec<Quiet> {
    let mut all: BTreeMap<(NaiveDate, NaiveDate, String), Quiet> = BTreeMap::new();
    for country in countries {
        for quiet in quiet_days(plan, (*country).into(), from, until, language) {
            all.entry((quiet.from, quiet.until, quiet.name.clone()))
                .and_modify(|known| known.countries.extend(&quiet.countries))
                .or_insert(quiet);
        }
    }
    all.into_values().collect()
}
