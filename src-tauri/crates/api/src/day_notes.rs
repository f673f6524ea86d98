//! Holidays, weekends and fasts as the screens show them, with the planner's corrections.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use outreach_plan::reference::{self, Area, FastKind};
use outreach_plan::{Plan, Wording};

use crate::views::{DayNote, DayNoteKind};

/// So many days are looked at at most: about nine years, more than the reference data covers.
const DAYS_AT_MOST: i64 = 3300;

/// The special days of a place from the first day to the last, in order.
pub(crate) fn day_notes(
    plan: Option<&Plan>,
    area: Area<'_>,
    from: NaiveDate,
    until: NaiveDate,
    weekends: bool,
) -> Vec<DayNote> {
    let until = until.min(
        from.checked_add_days(Days::new(DAYS_AT_MOST.unsigned_abs()))
            .unwrap_or(until),
    );
    let note = |kind, from, until, name: Wording, estimated| DayNote {
        from,
        until,
        country: area.country,
        kind,
        name,
        estimated,
    };
    let own: BTreeMap<NaiveDate, _> = plan
        .into_iter()
        .flat_map(|plan| plan.day_overrides().values())
        .filter(|own| own.country == area.country && own.date >= from && own.date <= until)
        .map(|own| (own.date, own))
        .collect();
    let mut notes: Vec<DayNote> = reference::fasts(from..=until)
        .filter(|fast| fast.kind == FastKind::Ramadan && reference::keeps_ramadan(area.country))
        .map(|fast| {
            note(
                DayNoteKind::Fast,
                fast.from,
                fast.until,
                fast.name.wording(),
                fast.estimated,
            )
        })
        .collect();
    for holiday in reference::holidays(area, from..=until) {
        if own.contains_key(&holiday.date) {
            continue;
        }
        let name = holiday.name.wording();
        match notes.last_mut() {
            // The same feast on following days is one band.
            Some(last)
                if last.kind == DayNoteKind::Holiday
                    && last.name == name
                    && last.until.succ_opt() == Some(holiday.date) =>
            {
                last.until = holiday.date;
            }
            _ => notes.push(note(
                DayNoteKind::Holiday,
                holiday.date,
                holiday.date,
                name,
                holiday.estimated,
            )),
        }
    }
    for own in own.values().filter(|own| own.off) {
        notes.push(note(
            DayNoteKind::Holiday,
            own.date,
            own.date,
            own.name.clone(),
            false,
        ));
    }
    if weekends {
        let mut run: Option<(NaiveDate, NaiveDate)> = None;
        let worked = |day: &NaiveDate| own.get(day).is_some_and(|own| !own.off);
        for day in from.iter_days().take_while(|day| *day <= until) {
            if !reference::is_weekend(area, day) || worked(&day) {
                continue;
            }
            run = match run {
                Some((first, last)) if last.succ_opt() == Some(day) => Some((first, day)),
                Some((first, last)) => {
                    notes.push(note(DayNoteKind::Weekend, first, last, Wording::default(), false));
                    Some((day, day))
                }
                None => Some((day, day)),
            };
        }
        if let Some((first, last)) = run {
            notes.push(note(DayNoteKind::Weekend, first, last, Wording::default(), false));
        }
    }
    notes.sort_by_key(|note| (note.from, note.until));
    notes
}

#[cfg(test)]
mod tests {
    use outreach_plan::reference::CountryCode;
    use outreach_plan::{DayOverride, DayOverrideId};
    use outreach_zones::Rules;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn ramadan_is_a_band_where_it_is_kept_and_nowhere_else() {
        let in_country = |code: &str| {
            let area = CountryCode::new(code).unwrap().into();
            day_notes(None, area, day("2027-02-01"), day("2027-03-20"), false)
        };
        assert!(in_country("SA").iter().any(|note| note.kind == DayNoteKind::Fast));
        assert!(in_country("DE").iter().all(|note| note.kind != DayNoteKind::Fast));
    }

    #[test]
    fn a_planners_correction_wins_both_ways() {
        let mut plan = Plan::new(Rules::bundled());
        let mut correct = |date: &str, off| {
            plan.put(DayOverride {
                id: DayOverrideId(uuid::Uuid::now_v7()),
                country: CountryCode::HONG_KONG,
                date: day(date),
                off,
                name: Wording::english("Office move"),
            });
        };
        correct("2027-05-12", true);
        correct("2027-03-26", false);
        let area = CountryCode::HONG_KONG.into();
        let notes = day_notes(Some(&plan), area, day("2027-03-22"), day("2027-05-15"), false);
        assert!(notes.iter().any(|note| note.from == day("2027-05-12")));
        assert!(notes.iter().all(|note| note.name.en != "Good Friday"));
    }

    #[test]
    fn a_weekend_is_one_note_of_two_days() {
        let area = CountryCode::HONG_KONG.into();
        let notes = day_notes(None, area, day("2027-05-10"), day("2027-05-16"), true);
        let weekend = notes
            .iter()
            .find(|note| note.kind == DayNoteKind::Weekend)
            .unwrap();
        assert_eq!(
            (weekend.from, weekend.until),
            (day("2027-05-15"), day("2027-05-16"))
        );
    }
}
