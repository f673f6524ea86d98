//! How a calendar stands: what it would hold now, what its recipients hold, and what lies between.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use outreach_exchange::{change_words, changed_fields};
use outreach_plan::issuing::{Change, Group, Ledger, Lens, Seen, Sequences, changes, merged, see_all};
use outreach_plan::{Calendar, CalendarId, Issue, IssuedItem, Language, Plan, RecipientId};

use crate::Refused;
use crate::filter::Wanted;
use crate::findings::Findings;
use crate::given::Given;
use crate::rows::count;
use crate::shown::{HONG_KONG, Shown};
use crate::views::{ChangeView, IssueRow, ShownSpan, ShownTime};

/// A calendar and its recipients, group by group. `by_group` holds the changes of the group at its place.
pub(crate) struct Standing<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) calendar: &'a Calendar,
    pub(crate) given: &'a Given,
    pub(crate) seen: &'a [Seen<'a>],
    pub(crate) ledger: &'a Ledger<'a>,
    pub(crate) groups: &'a [Group<'a>],
    pub(crate) by_group: &'a [Vec<Change<'a>>],
}

/// The calendar of a key.
pub(crate) fn find(plan: &Plan, calendar: CalendarId) -> Result<&Calendar, Refused> {
    plan.calendars().get(&calendar).ok_or_else(Refused::not_found)
}

/// Looks at how a calendar stands with some of its recipients; none named: with all.
pub(crate) fn with<R>(
    plan: &Plan,
    given: &Given,
    calendar: &Calendar,
    recipients: &[RecipientId],
    now: DateTime<Utc>,
    look: impl FnOnce(&Standing<'_>) -> Result<R, Refused>,
) -> Result<R, Refused> {
    let all = plan.recipients_of(calendar.id);
    if !recipients
        .iter()
        .all(|wanted| all.iter().any(|one| one.id == *wanted))
    {
        return Err(Refused::invalid("recipients", "no_such_record"));
    }
    let chosen: Vec<RecipientId> = all
        .iter()
        .map(|recipient| recipient.id)
        .filter(|id| recipients.is_empty() || recipients.contains(id))
        .collect();
    // A calendar cannot ask for what the checks say, so nothing needs to be found.
    let none_found = Findings::default();
    let mut events = Wanted::by(&calendar.filter, plan, &none_found).events();
    events.retain(|event| calendar.audience.is_told_of(event.status));
    let seen = see_all(plan, Lens::of(calendar), &events);
    let ledger = Ledger::of(given.of(calendar.id));
    let groups = ledger.groups(&chosen);
    let mut by_group = changes(plan, &ledger, &seen, &groups);
    for changes in &mut by_group {
        // What is over took place when it did, whatever newer rules say of it.
        changes.retain(|change| !(change.by_rules() && change.is_over(now)));
    }
    look(&Standing {
        plan,
        calendar,
        given,
        seen: &seen,
        ledger: &ledger,
        groups: &groups,
        by_group: &by_group,
    })
}

impl<'a> Standing<'a> {
    /// How many events it holds that take place.
    pub(crate) fn events(&self) -> u32 {
        count(self.seen.iter().filter(|seen| seen.is_on()).count())
    }

    /// Every change once.
    pub(crate) fn merged(&self) -> Vec<Change<'a>> {
        merged(self.by_group)
    }

    /// How many events differ for anybody.
    pub(crate) fn waiting(&self) -> u32 {
        let events: std::collections::BTreeSet<&str> =
            self.by_group.iter().flatten().map(|change| change.uid).collect();
        count(events.len())
    }

    /// Which numbers go out.
    pub(crate) fn sequences(&self) -> Sequences<'a> {
        Sequences::of(&self.given.issues, &self.given.taken)
    }
}

/// Changes as they are shown.
pub(crate) fn views(
    plan: &Plan,
    changes: &[Change<'_>],
    sequences: &Sequences<'_>,
    shown: &Shown,
    language: Language,
) -> Vec<ChangeView> {
    changes
        .iter()
        .map(|change| view(plan, change, sequences, shown, language))
        .collect()
}

fn view(
    plan: &Plan,
    change: &Change<'_>,
    sequences: &Sequences<'_>,
    shown: &Shown,
    language: Language,
) -> ChangeView {
    let held = change.held.filter(|held| !held.cancelled);
    let now = change.now.filter(|now| now.is_on());
    let title = change
        .standing
        .map(|event| event.title.in_language(language))
        .or(change.held.map(|held| held.title.as_str()));
    ChangeView {
        event: change.event,
        exists: plan.events().contains_key(&change.event),
        change: change.kind,
        region: change.standing.map(|event| event.region),
        title: title.unwrap_or_default().to_owned(),
        fields: changed_fields(change).into_iter().map(str::to_owned).collect(),
        words: change_words(change, language),
        before: held.map(|item| span_held(shown, item)),
        after: now.map(|now| shown.span(&now.event.zone, now.span)),
        all_day: change.now.map_or_else(
            || change.held.is_some_and(|held| held.all_day),
            |now| now.event.all_day,
        ),
        by_rules: change.by_rules(),
        sequence_held: held.map(|held| held.sequence),
        sequence: match now {
            Some(now) => sequences.on(now),
            None => sequences.cancelled(change),
        },
        recipients: change.recipients.clone(),
    }
}

fn span_held(shown: &Shown, item: &IssuedItem) -> ShownSpan {
    ShownSpan {
        start: shown.time(&item.zone, item.utc_start, item.offset_s),
        end: shown.time(&item.zone, item.utc_end, item.end_offset_s),
    }
}

/// A moment of the office's own, in Hong Kong.
pub(crate) fn office_time(shown: &Shown, utc: DateTime<Utc>) -> Result<ShownTime, Refused> {
    Ok(shown.at(&shown.zone(HONG_KONG)?, utc))
}

/// An issue as a row.
pub(crate) fn issue_row(shown: &Shown, issue: &Issue) -> Result<IssueRow, Refused> {
    let cancelled = issue.items.iter().filter(|item| item.cancelled).count();
    Ok(IssueRow {
        id: issue.id,
        number: issue.number,
        made: office_time(shown, issue.made)?,
        actor: issue.actor.clone(),
        kind: issue.kind,
        recipients: issue.recipients.clone(),
        events: count(issue.items.len() - cancelled),
        cancelled: count(cancelled),
        rules: issue.rules.clone(),
    })
}

/// Names of recipients by key.
pub(crate) fn names(plan: &Plan, calendar: CalendarId) -> BTreeMap<RecipientId, &str> {
    plan.recipients_of(calendar)
        .into_iter()
        .map(|recipient| (recipient.id, recipient.name.as_str()))
        .collect()
}
