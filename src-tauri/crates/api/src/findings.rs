//! What the checks found, counted by event and mission, and as the screens show it.

use std::collections::{BTreeMap, HashMap};

use outreach_plan::checks::{self, Assumptions, Detail, Finding, Severity, Side};
use outreach_plan::{EventId, MissionId, Plan, RecordRef, Wording, reference};

use crate::keys::key_of;
use crate::shown::Shown;
use crate::views::{FindingCounts, FindingSide, FindingView, ShownSpan};

/// How many findings something has, and the worst.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) problems: u32,
    pub(crate) warnings: u32,
    /// 0 none, 1 note, 2 warning, 3 problem.
    pub(crate) worst: u8,
}

impl Tally {
    fn add(&mut self, severity: Severity) {
        self.worst = self.worst.max(weight(severity));
        match severity {
            Severity::Problem => self.problems += 1,
            Severity::Warning => self.warnings += 1,
            Severity::Note => {}
        }
    }
}

/// Everything the checks say about a plan.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    pub(crate) all: Vec<Finding>,
    pub(crate) counts: FindingCounts,
    events: HashMap<EventId, Tally>,
    missions: HashMap<MissionId, Tally>,
}

impl Findings {
    /// Checks the whole plan: about 5 µs an event.
    pub(crate) fn of(plan: &Plan) -> Self {
        let mut found = Self {
            all: checks::check_all(plan, &Assumptions::default()),
            ..Self::default()
        };
        for finding in &found.all {
            match finding.severity {
                Severity::Problem => found.counts.problems += 1,
                Severity::Warning => found.counts.warnings += 1,
                Severity::Note => found.counts.notes += 1,
            }
            // A mission counts a finding once, however many of its events are in it.
            let mut missions: Vec<MissionId> = Vec::new();
            for subject in &finding.subjects {
                if let RecordRef::Event(id) = subject {
                    found.events.entry(*id).or_default().add(finding.severity);
                }
                if let Some(mission) = mission_of(plan, *subject)
                    && !missions.contains(&mission)
                {
                    missions.push(mission);
                }
            }
            for mission in missions {
                found.missions.entry(mission).or_default().add(finding.severity);
            }
        }
        found
    }

    /// What was found about an event.
    pub(crate) fn of_event(&self, id: EventId) -> Tally {
        self.events.get(&id).copied().unwrap_or_default()
    }

    /// What was found about a mission and what is in it.
    pub(crate) fn of_mission(&self, id: MissionId) -> Tally {
        self.missions.get(&id).copied().unwrap_or_default()
    }
}

/// 1 note, 2 warning, 3 problem.
pub(crate) fn weight(severity: Severity) -> u8 {
    match severity {
        Severity::Note => 1,
        Severity::Warning => 2,
        Severity::Problem => 3,
    }
}

fn mission_of(plan: &Plan, record: RecordRef) -> Option<MissionId> {
    match record {
        RecordRef::Mission(id) => Some(id),
        RecordRef::Leg(id) => plan.legs().get(&id).map(|leg| leg.mission),
        RecordRef::Event(id) => plan.events().get(&id).and_then(|event| event.mission),
        RecordRef::Programme(_)
        | RecordRef::Venue(_)
        | RecordRef::Partner(_)
        | RecordRef::Delegate(_)
        | RecordRef::Market(_)
        | RecordRef::Office(_)
        | RecordRef::DayOverride(_)
        | RecordRef::Calendar(_)
        | RecordRef::Recipient(_)
        | RecordRef::Person(_)
        | RecordRef::Invitation(_)
        | RecordRef::Arrangement(_)
        | RecordRef::Visit(_)
        | RecordRef::Notice(_)
        | RecordRef::Letter(_)
        | RecordRef::SavedList(_)
        | RecordRef::Distinct(_)
        | RecordRef::Disclosure(_) => None,
    }
}

/// Findings as the screens show them.
pub(crate) fn views(shown: &Shown, findings: &[Finding]) -> Vec<FindingView> {
    findings.iter().map(|finding| view(shown, finding)).collect()
}

fn view(shown: &Shown, finding: &Finding) -> FindingView {
    let (mut params, name) = detail(&finding.facts.detail);
    if let Some(person) = finding.facts.people.first() {
        let names: Vec<&str> = finding
            .facts
            .people
            .iter()
            .map(|person| person.name.as_str())
            .collect();
        params.insert("delegate".to_owned(), names.join(", "));
        params.insert("delegate_chinese".to_owned(), person.chinese.clone());
        params.insert("delegates".to_owned(), names.len().to_string());
    }
    FindingView {
        check: finding.kind.key().to_owned(),
        severity: weight(finding.severity),
        about: finding.subjects.iter().map(|subject| key_of(*subject)).collect(),
        sides: finding
            .facts
            .sides
            .iter()
            .map(|side| side_view(shown, side))
            .collect(),
        params,
        name,
        country: country_of(&finding.facts.detail),
        sentence: checks::explain_en(finding),
    }
}

fn side_view(shown: &Shown, side: &Side) -> FindingSide {
    let time = |wall: chrono::NaiveDateTime, zone: &str, offset_s: Option<i32>| {
        let offset_s = offset_s?;
        let utc = wall
            .checked_sub_signed(chrono::TimeDelta::seconds(offset_s.into()))?
            .and_utc();
        Some(shown.time(zone, utc, offset_s))
    };
    let span = time(side.local_start, &side.zone, side.start_offset_s)
        .zip(time(side.local_end, &side.end_zone, side.end_offset_s))
        .map(|(start, end)| ShownSpan { start, end });
    FindingSide {
        key: key_of(side.record),
        title: side.what.clone(),
        place: side.place.clone(),
        span,
    }
}

/// What the sentence needs besides the sides.
fn detail(detail: &Detail) -> (BTreeMap<String, String>, Option<Wording>) {
    let mut params = BTreeMap::new();
    let mut put = |key: &str, value: &dyn ToString| drop(params.insert(key.to_owned(), value.to_string()));
    let name = match detail {
        Detail::None => None,
        Detail::Venue { name } => Some(name.clone()),
        Detail::Way {
            km,
            needed_min,
            available_min,
        } => {
            if let Some(km) = km {
                put("km", km);
            }
            put("needed_min", needed_min);
            put("available_min", available_min);
            None
        }
        Detail::Holiday {
            country: _,
            date,
            name,
            estimated,
        } => {
            put("date", date);
            put("estimated", estimated);
            Some(name.clone())
        }
        Detail::Weekend { country: _, date } => {
            put("date", date);
            None
        }
        Detail::Closure {
            date,
            holiday,
            estimated,
        } => {
            put("date", date);
            put("estimated", estimated);
            holiday.clone()
        }
        Detail::Fast {
            country: _,
            from,
            until,
            estimated,
        } => {
            put("from", from);
            put("until", until);
            put("estimated", estimated);
            None
        }
        Detail::Capacity { planned, fits, venue } => {
            put("planned", planned);
            put("fits", fits);
            Some(venue.clone())
        }
        Detail::Zone { name } => {
            put("zone", name);
            None
        }
        Detail::Gap { end, before, after } => {
            put("end", &format!("{end:?}").to_lowercase());
            put("before", &before.format("%FT%T"));
            put("after", &after.format("%FT%T"));
            None
        }
        Detail::Fold {
            end,
            earlier_offset_s,
            later_offset_s,
        } => {
            put("end", &format!("{end:?}").to_lowercase());
            put("earlier", &crate::shown::offset_text(*earlier_offset_s));
            put("later", &crate::shown::offset_text(*later_offset_s));
            None
        }
    };
    (params, name)
}

/// The country whose calendar made the finding, in three languages.
fn country_of(detail: &Detail) -> Option<Wording> {
    let code = match detail {
        Detail::Holiday { country, .. } | Detail::Weekend { country, .. } | Detail::Fast { country, .. } => {
            *country
        }
        Detail::None
        | Detail::Venue { .. }
        | Detail::Way { .. }
        | Detail::Closure { .. }
        | Detail::Capacity { .. }
        | Detail::Zone { .. }
        | Detail::Gap { .. }
        | Detail::Fold { .. } => return None,
    };
    reference::country(code).map(|country| country.name.wording())
}
