//! The life of a leading talent's visit.
//!
//! Nobody is invited before somebody has approved; a stage says what has happened, so it is not taken before it has.

use chrono::NaiveDate;

use crate::people::VisitStage::{self, *};
use crate::people::{Meeting, Outcome as CameOfIt, Verdict, Visit, VisitStep, WhyNot};

impl VisitStage {
    /// All nine, in the order of a visit's life.
    pub const ALL: [VisitStage; 9] = [
        Nominated,
        Approved,
        Invited,
        Accepted,
        TravelBooked,
        InHongKong,
        FollowedUp,
        Outcome,
        Closed,
    ];

    /// The key under which the stage is written in files and on the command line.
    pub fn key(self) -> &'static str {
        match self {
            Nominated => "nominated",
            Approved => "approved",
            Invited => "invited",
            Accepted => "accepted",
            TravelBooked => "travel_booked",
            InHongKong => "in_hong_kong",
            FollowedUp => "followed_up",
            Outcome => "outcome",
            Closed => "closed",
        }
    }

    /// Whether nothing more is to be done.
    pub fn is_over(self) -> bool {
        matches!(self, Outcome | Closed)
    }
}

/// The stages to which a step may lead from `from`, as far as the table says.
pub fn following(from: VisitStage) -> &'static [VisitStage] {
    match from {
        Nominated => &[Approved, Closed],
        Approved => &[Nominated, Invited, Closed],
        // Who says no has given the visit its outcome.
        Invited => &[Accepted, Outcome, Closed],
        Accepted => &[TravelBooked, Outcome, Closed],
        TravelBooked => &[Accepted, InHongKong, Outcome, Closed],
        InHongKong => &[FollowedUp, Outcome],
        FollowedUp => &[Outcome],
        Outcome => &[FollowedUp],
        Closed => &[Nominated],
    }
}

/// Whether the table has a step from one stage to another.
///
/// # Errors
/// `already_there` or `no_such_step`.
pub fn may_follow(from: VisitStage, to: VisitStage) -> Result<(), WhyNot> {
    if from == to {
        return Err(WhyNot::new("already_there").with("to", to.key()));
    }
    if following(from).contains(&to) {
        return Ok(());
    }
    Err(WhyNot::new("no_such_step")
        .with("from", from.key())
        .with("to", to.key()))
}

/// Why a visit may not take a step to `to` on day `on` when it is `today` in Hong Kong; none if it may.
///
/// `already_there`, `no_such_step`, `in_future`, `approval_needed`, `approval_refused`, `approval_returned`,
/// `dates_needed`, `not_yet_here`, `still_here`, `outcome_needed`.
pub fn why_not(visit: &Visit, to: VisitStage, on: NaiveDate, today: NaiveDate) -> Option<WhyNot> {
    allowed(visit, to, on, today).err()
}

fn allowed(visit: &Visit, to: VisitStage, on: NaiveDate, today: NaiveDate) -> Result<(), WhyNot> {
    may_follow(visit.stage, to)?;
    if on > today {
        return Err(WhyNot::new("in_future").with("today", today));
    }
    if matches!(to, Approved | Invited | Accepted | TravelBooked | InHongKong) {
        match visit.approvals.last().map(|approval| approval.verdict) {
            None => return Err(WhyNot::new("approval_needed")),
            Some(Verdict::Refused) => return Err(WhyNot::new("approval_refused")),
            Some(Verdict::Returned) => return Err(WhyNot::new("approval_returned")),
            Some(Verdict::Approved) => {}
        }
    }
    match to {
        TravelBooked if visit.arrive.is_none() || visit.depart.is_none() => Err(WhyNot::new("dates_needed")),
        InHongKong => match visit.arrive {
            None => Err(WhyNot::new("dates_needed")),
            Some(arrive) if on < arrive => Err(WhyNot::new("not_yet_here").with("day", arrive)),
            Some(_) => Ok(()),
        },
        FollowedUp if visit.stage == InHongKong => match visit.depart {
            Some(depart) if on < depart => Err(WhyNot::new("still_here").with("day", depart)),
            _ => Ok(()),
        },
        Outcome => match visit.outcome {
            None => Err(WhyNot::new("outcome_needed")),
            // Only a refusal can come before the visit.
            Some(outcome) if outcome != CameOfIt::Declined && !visit.has_been() => {
                Err(WhyNot::new("no_such_step")
                    .with("from", visit.stage.key())
                    .with("to", to.key()))
            }
            Some(_) => Ok(()),
        },
        Nominated | Approved | Invited | Accepted | TravelBooked | FollowedUp | Closed => Ok(()),
    }
}

/// Whether a decision about the nomination can be recorded where the visit stands. What is closed is taken up again
/// first: only a further no leaves it as it is.
///
/// # Errors
/// `visit_closed`.
pub fn may_decide(visit: &Visit, verdict: Verdict) -> Result<(), WhyNot> {
    match (visit.stage, verdict) {
        (Closed, Verdict::Approved | Verdict::Returned) => Err(WhyNot::new("visit_closed")),
        (_, Verdict::Approved | Verdict::Returned | Verdict::Refused) => Ok(()),
    }
}

/// Takes a step. `today` is Hong Kong's.
///
/// # Errors
/// See [`why_not`].
pub fn take_step(visit: &Visit, step: VisitStep, today: NaiveDate) -> Result<Visit, WhyNot> {
    allowed(visit, step.stage, step.on, today)?;
    let mut after = visit.clone();
    after.stage = step.stage;
    after.steps.push(step);
    Ok(after)
}

/// How far a visit has come, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Stages behind it, of eight.
    pub stages: u32,
    /// Things of the check-list that are done.
    pub checks_done: u32,
    /// Things on it.
    pub checks: u32,
    /// Things on it that should be done by now.
    pub overdue: u32,
    /// Tasks after the visit that are done.
    pub tasks_done: u32,
    /// Tasks there are.
    pub tasks: u32,
    /// Tasks that should be done by now.
    pub tasks_overdue: u32,
    /// Costs as estimated, in hundredths of Hong Kong dollars.
    pub estimated_cents: i64,
    /// Costs paid, the same.
    pub paid_cents: i64,
}

/// How far a visit has come on a day of Hong Kong's.
pub fn progress(visit: &Visit, today: NaiveDate) -> Progress {
    let late = |due: Option<NaiveDate>, done: bool| !done && due.is_some_and(|due| due < today);
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let cents = |paid: bool| {
        let of = visit.costs.iter().filter(|cost| cost.paid == paid);
        of.fold(0_i64, |sum, cost| sum.saturating_add(cost.cents))
    };
    let reached = VisitStage::ALL.iter().position(|stage| *stage == visit.stage);
    Progress {
        stages: if visit.stage == Closed {
            0
        } else {
            count(reached.unwrap_or(0) + 1)
        },
        checks_done: count(visit.checklist.iter().filter(|item| item.done).count()),
        checks: count(visit.checklist.len()),
        overdue: count(
            visit
                .checklist
                .iter()
                .filter(|item| late(item.due, item.done))
                .count(),
        ),
        tasks_done: count(visit.tasks.iter().filter(|task| task.done).count()),
        tasks: count(visit.tasks.len()),
        tasks_overdue: count(
            visit
                .tasks
                .iter()
                .filter(|task| late(task.due, task.done))
                .count(),
        ),
        estimated_cents: cents(false),
        paid_cents: cents(true),
    }
}

/// What is missing before the visit can go on, the nearest first: `reason`, `approval`, `host`, `dates`, `home_zone`,
/// `checklist_overdue`, `travel`, `programme`, `programme_outside_stay`, `programme_overlaps`, `tasks`,
/// `tasks_overdue`, `outcome`, `scheme`.
pub fn missing(visit: &Visit, today: NaiveDate) -> Vec<&'static str> {
    let stage = visit.stage;
    let before = |last: VisitStage| stage <= last;
    let approved = visit
        .approvals
        .last()
        .is_some_and(|one| one.verdict == Verdict::Approved);
    let far = progress(visit, today);
    let dates = visit.arrive.is_some() && visit.depart.is_some();
    let coming = matches!(stage, Approved | Invited | Accepted | TravelBooked | InHongKong);
    let wants = [
        (visit.reason.trim().is_empty() && before(Nominated), "reason"),
        (!approved && before(InHongKong), "approval"),
        (visit.host.is_none() && coming, "host"),
        (!dates && coming && stage != Approved, "dates"),
        (
            visit.home_zone.is_empty() && coming && stage != Approved,
            "home_zone",
        ),
        (far.overdue > 0 && !stage.is_over(), "checklist_overdue"),
        (
            visit.travel.trim().is_empty() && matches!(stage, Accepted | TravelBooked),
            "travel",
        ),
        (
            visit.meetings.is_empty() && matches!(stage, Accepted | TravelBooked | InHongKong),
            "programme",
        ),
        (
            dates && visit.meetings.iter().any(|one| outside_stay(visit, one)),
            "programme_outside_stay",
        ),
        (!overlaps(visit).is_empty(), "programme_overlaps"),
        (
            visit.tasks.is_empty() && matches!(stage, InHongKong | FollowedUp),
            "tasks",
        ),
        (far.tasks_overdue > 0, "tasks_overdue"),
        (visit.outcome.is_none() && stage == FollowedUp, "outcome"),
        (
            visit.outcome == Some(CameOfIt::SchemeApplied) && visit.scheme.is_none(),
            "scheme",
        ),
    ];
    let open = wants.into_iter().filter(|(wanting, _)| *wanting);
    open.filter(|_| stage != Closed).map(|(_, code)| code).collect()
}

/// Whether an item of the programme lies outside the stay.
pub fn outside_stay(visit: &Visit, meeting: &Meeting) -> bool {
    visit.arrive.is_some_and(|arrive| meeting.start.date() < arrive)
        || visit.depart.is_some_and(|depart| meeting.end.date() > depart)
}

/// Items of the programme that begin before the one before them ends, by their places.
pub fn overlaps(visit: &Visit) -> Vec<(usize, usize)> {
    let mut order: Vec<usize> = (0..visit.meetings.len()).collect();
    order.sort_by_key(|place| visit.meetings[*place].start);
    let clash = |pair: &[usize]| {
        let [one, other] = *pair else { return None };
        (visit.meetings[other].start < visit.meetings[one].end).then_some((one, other))
    };
    order.windows(2).filter_map(clash).collect()
}

impl Visit {
    /// Whether the guest has been in Hong Kong.
    fn has_been(&self) -> bool {
        self.steps.iter().any(|step| step.stage == InHongKong)
    }
}
