//! Visits of leading talents, one or more at every stage.

use std::collections::HashMap;

use chrono::TimeDelta;

use super::files::{VisitEntry, Visits};
use crate::people::{Approval, CheckItem, Cost, Meeting, Task, Verdict, Visit, VisitStage, VisitStep};
use crate::sample::anchor::moved_by;
use crate::sample::made::{Maker, id_of, read};
use crate::{PersonId, VisitId};

use VisitStage::{
    Accepted, Approved, Closed, FollowedUp, InHongKong, Invited, Nominated, Outcome, TravelBooked,
};

/// The stages up to one, in the order of a visit's life.
fn stages_to(stage: VisitStage) -> &'static [VisitStage] {
    const WAY: [VisitStage; 8] = [
        Nominated,
        Approved,
        Invited,
        Accepted,
        TravelBooked,
        InHongKong,
        FollowedUp,
        Outcome,
    ];
    if stage == Closed {
        return &[Nominated, Approved, Invited, Closed];
    }
    let last = WAY.iter().position(|one| *one == stage).unwrap_or_default();
    const { &WAY }.get(..=last).unwrap_or(&[])
}

impl Maker<'_> {
    pub(super) fn visits(&mut self, people: &HashMap<String, PersonId>) {
        let file: Visits = read(include_str!("../../../../../../data/sample/visits.json"));
        for entry in &file.visits {
            let id = VisitId(self.id());
            let visit = self.visit(id, entry, &file, id_of(people, &entry.key));
            self.records.push(visit.into());
        }
    }

    fn visit(&self, id: VisitId, entry: &VisitEntry, file: &Visits, person: PersonId) -> Visit {
        let (arrive, depart) = (
            moved_by(self.today, entry.arrive),
            moved_by(self.today, entry.depart),
        );
        let stages = stages_to(entry.to);
        let reached = |stage: VisitStage| stages.contains(&stage);
        let begun = moved_by(self.today, -entry.age);
        let mut on = begun;
        let mut steps = stages.iter().map(|stage| {
            on = match stage {
                Nominated => begun,
                InHongKong => arrive,
                FollowedUp => moved_by(depart, 2),
                Outcome => moved_by(depart, 30).min(self.today),
                Approved | Invited | Accepted | TravelBooked | Closed => moved_by(on, 4).min(self.today),
            };
            VisitStep {
                stage: *stage,
                on,
                at: self.now - TimeDelta::days((self.today - on).num_days()),
                actor: "Cheung Ka-wai".to_owned(),
                note: String::new(),
            }
        });
        let first = steps.next().expect("every way begins with the nomination");
        let approval = |verdict, note: &str| Approval {
            by: file.approver.clone(),
            on: moved_by(begun, 3),
            verdict,
            note: note.to_owned(),
        };
        let approvals = if entry.returned {
            vec![approval(Verdict::Returned, "Who would receive her? (sample)")]
        } else if reached(Approved) {
            vec![approval(Verdict::Approved, "")]
        } else {
            Vec::new()
        };
        let mut visit = Visit {
            nominated_by: entry.by.clone(),
            reason: entry.reason.clone(),
            sector: Some(entry.sector),
            approvals,
            home_zone: entry.zone.clone(),
            outcome: entry.outcome,
            scheme: entry.scheme,
            notes: "Invented visit (sample).".to_owned(),
            ..Visit::new(id, person, first)
        };
        for step in steps {
            visit.stage = step.stage;
            visit.steps.push(step);
        }
        if reached(Invited) {
            visit.host = Some(id_of(&self.delegates, "chan"));
            visit.escorts = vec![id_of(&self.delegates, "kwok")];
            (visit.arrive, visit.depart) = (Some(arrive), Some(depart));
        }
        if reached(Accepted) {
            self.prepare(&mut visit, file, reached(TravelBooked));
        }
        if reached(InHongKong) {
            let task = |(what, who, days): &(String, String, i64)| {
                let due = moved_by(depart, *days);
                Task {
                    what: what.clone(),
                    who: who.clone(),
                    due: Some(due),
                    done: due < self.today,
                }
            };
            visit.tasks = file.tasks.iter().map(task).collect();
        }
        visit
    }

    /// Programme, check-list and costs of a visit that will take place.
    fn prepare(&self, visit: &mut Visit, file: &Visits, booked: bool) {
        let (Some(arrive), Some(depart)) = (visit.arrive, visit.depart) else {
            return;
        };
        let meetings = file.programme.iter().map(|entry| {
            let day = moved_by(arrive, entry.day);
            Meeting {
                start: day.and_time(entry.from),
                end: day.and_time(entry.to),
                what: entry.what.plain(),
                place: entry.place.plain(),
                with: entry.with.clone(),
            }
        });
        visit.meetings = meetings.filter(|meeting| meeting.end.date() <= depart).collect();
        let item = |(what, days): &(String, i64)| {
            let due = moved_by(arrive, *days);
            CheckItem {
                what: what.clone(),
                due: Some(due),
                done: due < self.today,
            }
        };
        visit.checklist = file.checklist.iter().map(item).collect();
        let cost = |(what, cents): &(String, i64)| Cost {
            what: what.clone(),
            cents: *cents,
            paid: booked && *cents > 900_000,
        };
        visit.costs = file.costs.iter().map(cost).collect();
        if booked {
            "Flight and hotel booked (sample).".clone_into(&mut visit.travel);
        }
    }
}
