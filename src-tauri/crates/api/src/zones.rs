//! Zone rules: which are in force, and what they say.

use chrono::{DateTime, SecondsFormat, Utc};
use outreach_plan::EventId;
use outreach_zones::Resolution;

use crate::host::Choose;
use crate::route::Nothing;
use crate::rule_choice::{self, RuleChoice};
use crate::session::Place;
use crate::shown::Shown;
use crate::views::{
    AcknowledgeMoved, ConvertInstant, ImportRules, MovedByRules, ResolveLocal, ResolvedLocal, RulesForm,
    ShownSpan, ShownTime, WriteVtimezone, ZoneStatus,
};
use crate::{Refused, Session, calendars, derived};

/// So many zones may be asked for at once.
const ZONES_AT_MOST: usize = 1000;

/// `zones.status`
pub(crate) fn status(session: &Session, _request: &Nothing) -> Result<ZoneStatus, Refused> {
    Ok(session.rule_choice().status())
}

/// `zones.resolve`
pub(crate) fn resolve(session: &Session, request: &ResolveLocal) -> Result<ResolvedLocal, Refused> {
    let zone = session.shown().zone(&request.zone)?;
    let (kind, moments, nearest) = match zone.resolve(request.local) {
        Resolution::Unique(moment) => ("unique", vec![moment], Vec::new()),
        Resolution::Gap(gap) => {
            // By the offset before the jump, then by the one after it.
            (
                "gap",
                vec![gap.later_reading, gap.earlier_reading],
                vec![gap.before, gap.after],
            )
        }
        Resolution::Fold { earlier, later } => ("fold", vec![earlier, later], Vec::new()),
    };
    Ok(ResolvedLocal {
        local: request.local,
        zone: request.zone.clone(),
        kind: kind.to_owned(),
        instants: moments
            .iter()
            .map(|m| m.utc.to_rfc3339_opts(SecondsFormat::Secs, true))
            .collect(),
        // In a gap the offset by which the wall time is read is not the one in force at the instant it gives.
        offset_s: moments
            .iter()
            .map(|moment| (request.local - moment.utc.naive_utc()).num_seconds())
            .map(|seconds| i32::try_from(seconds).unwrap_or(moments[0].offset_s))
            .collect(),
        nearest,
    })
}

/// `zones.convert`
pub(crate) fn convert(session: &Session, request: &ConvertInstant) -> Result<ShownTime, Refused> {
    let shown = session.shown();
    let zone = shown.zone(&request.zone)?;
    let instant = DateTime::parse_from_rfc3339(request.instant.trim())
        .map_err(|_not_one| Refused::invalid("instant", "not_an_instant"))?;
    Ok(shown.at(&zone, instant.with_timezone(&Utc)))
}

/// `zones.vtimezone`
pub(crate) fn vtimezone(session: &Session, request: &WriteVtimezone) -> Result<String, Refused> {
    if !(1900..=2200).contains(&request.from_year) || request.until_year > 2200 {
        return Err(Refused::invalid("from_year", "out_of_years"));
    }
    if request.until_year < request.from_year {
        return Err(Refused::invalid("until_year", "end_before_start"));
    }
    if request.zones.len() > ZONES_AT_MOST {
        return Err(Refused::invalid("zones", "too_many"));
    }
    let shown = session.shown();
    request
        .zones
        .iter()
        .map(|name| Ok(shown.zone(name)?.vtimezone(request.from_year, request.until_year)))
        .collect()
}

/// `zones.names`
pub(crate) fn names(session: &Session, _request: &Nothing) -> Result<Vec<String>, Refused> {
    Ok(session.rules().names().map(str::to_owned).collect())
}

/// `zones.import`
pub(crate) fn import(session: &Session, request: &ImportRules) -> Result<Option<ZoneStatus>, Refused> {
    let choose = match request.form {
        RulesForm::Tree => Choose::ZoneRules,
        RulesForm::Zi => Choose::ZoneRulesFile,
    };
    let Some(from) = session.host.choose(&choose) else {
        return Ok(None);
    };
    rule_choice::import(
        request.form,
        &from,
        &session.rules(),
        session.preferences.folder(),
    )?;
    take_choice(session).map(Some)
}

/// `zones.roll_back`
pub(crate) fn roll_back(session: &Session, _request: &Nothing) -> Result<ZoneStatus, Refused> {
    rule_choice::roll_back(session.preferences.folder())?;
    take_choice(session)
}

/// Looks again which rules there are, and goes by them from now on.
fn take_choice(session: &Session) -> Result<ZoneStatus, Refused> {
    let choice = RuleChoice::look(&session.options.zoneinfo, session.preferences.folder());
    let status = choice.status();
    let changed = choice.rules.release() != session.rules().release();
    let rules = choice.rules.clone();
    session.set_rule_choice(choice);
    if changed && let Place::Open(desk) = session.place() {
        desk.take_rules(rules, session.now())?;
    }
    session.teller.changed(&["zones", "plan"]);
    Ok(status)
}

/// `zones.moved`
pub(crate) fn moved(session: &Session, _request: &Nothing) -> Result<Vec<MovedByRules>, Refused> {
    let desk = session.desk()?;
    let given = desk.given()?;
    let plan = desk.plan();
    let shown = Shown::by(plan.rules());
    let events: Vec<EventId> = desk.moved().keys().copied().collect();
    let mut holders = calendars::holders(&plan, &given, &events);
    let mut moved: Vec<MovedByRules> = desk
        .moved()
        .iter()
        .filter_map(|(id, former)| {
            let event = plan.events().get(id)?;
            let was = |instant: &outreach_store::CachedInstant| {
                shown.time(&event.zone, instant.utc, instant.offset_s)
            };
            Some(MovedByRules {
                id: *id,
                title: event.title.clone(),
                before: ShownSpan {
                    start: was(&former.start),
                    end: was(&former.end),
                },
                after: shown.span(&event.zone, plan.event_span(*id)?),
                former_release: former.start.rules.clone(),
                holders: holders.remove(id).unwrap_or_default(),
            })
        })
        .collect();
    moved.sort_by(|a, b| (&a.after.start.utc, a.id).cmp(&(&b.after.start.utc, b.id)));
    Ok(moved)
}

/// `zones.acknowledge`
pub(crate) fn acknowledge(session: &Session, request: &AcknowledgeMoved) -> Result<(), Refused> {
    let desk = session.desk()?;
    let mut held = desk.hold();
    let store = held.file()?;
    let events: Vec<EventId> = {
        let moved = desk.moved();
        moved
            .keys()
            .filter(|id| request.events.is_empty() || request.events.contains(id))
            .copied()
            .collect()
    };
    derived::acknowledge(store, &desk.plan(), &events, session.now())?;
    desk.forget_moved(&events);
    drop(held);
    session.teller.changed(&["plan", "zones"]);
    Ok(())
}
