//! No sequence of steps, undo and redo breaks capacity, parties or counts.

use std::collections::{HashMap, HashSet};

use proptest::prelude::*;

use super::*;
use crate::people::seats::SegmentCount;
use crate::people::{steps, waiting};
use crate::validate::check_record;
use crate::{Event, Plan};

const PEOPLE: usize = 8;
const SEGMENTS: [&str; 2] = ["", "Media"];

#[derive(Clone, Debug)]
enum Act {
    Invite {
        who: usize,
        status: usize,
        segment: usize,
        vip: bool,
    },
    Step {
        which: usize,
        to: usize,
    },
    Party {
        which: usize,
        companion: Option<usize>,
        unnamed: u16,
    },
    Substitute {
        which: usize,
        by: usize,
    },
    Arrive {
        which: usize,
        came: u16,
    },
    WalkIn {
        who: usize,
        unnamed: u16,
    },
    Settle,
    Promote,
    Edit {
        which: usize,
        vip: bool,
        segment: usize,
    },
    Capacity(Option<u32>),
    Later,
    Undo,
    Redo,
}

fn act() -> impl Strategy<Value = Act> {
    let one = 0..PEOPLE;
    prop_oneof![
        4 => (one.clone(), 0..3_usize, 0..2_usize, any::<bool>())
            .prop_map(|(who, status, segment, vip)| Act::Invite { who, status, segment, vip }),
        8 => (one.clone(), 0..13_usize).prop_map(|(which, to)| Act::Step { which, to }),
        3 => (one.clone(), proptest::option::of(one.clone()), 0..3_u16)
            .prop_map(|(which, companion, unnamed)| Act::Party { which, companion, unnamed }),
        2 => (one.clone(), one.clone()).prop_map(|(which, by)| Act::Substitute { which, by }),
        2 => (one.clone(), 0..4_u16).prop_map(|(which, came)| Act::Arrive { which, came }),
        1 => (one.clone(), 0..2_u16).prop_map(|(who, unnamed)| Act::WalkIn { who, unnamed }),
        1 => Just(Act::Settle),
        2 => Just(Act::Promote),
        2 => (one, any::<bool>(), 0..2_usize).prop_map(|(which, vip, segment)| Act::Edit { which, vip, segment }),
        1 => proptest::option::of(0..8_u32).prop_map(Act::Capacity),
        1 => Just(Act::Later),
        3 => Just(Act::Undo),
        2 => Just(Act::Redo),
    ]
}

/// Records as they were and as they became.
type Change = Vec<(Option<Invitation>, Invitation)>;

#[derive(Clone)]
enum Done {
    Invitations(Change),
    Capacity(Option<u32>, Option<u32>),
}

struct World {
    party: Party,
    people: Vec<PersonId>,
    hour: usize,
    tally: Tally,
    done: Vec<Done>,
    undone: Vec<Done>,
}

impl World {
    fn new(capacity: Option<u32>) -> Self {
        let mut party = Party::of(capacity);
        party.arrange(|one| {
            one.vip_held = 2;
            one.quotas = vec![Quota {
                segment: "Media".to_owned(),
                seats: 3,
            }];
        });
        let people = (0..PEOPLE).map(|n| party.person(&format!("Guest{n}"))).collect();
        let tally = party.tally();
        Self {
            party,
            people,
            hour: 0,
            tally,
            done: Vec::new(),
            undone: Vec::new(),
        }
    }

    fn plan(&self) -> &Plan {
        &self.party.fixture.plan
    }

    fn now(&self) -> DateTime<Utc> {
        at([
            "2027-04-10T15:00:00Z",
            "2027-05-14T21:30:00Z",
            "2027-05-15T02:00:00Z",
        ][self.hour])
    }

    fn step(&self, status: InvitationStatus) -> Step {
        let on = [day("2027-04-10"), day("2027-05-14"), day("2027-05-14")][self.hour];
        Step::new(status, on, self.now(), "Chan")
    }

    fn invitation(&self, which: usize) -> Option<Invitation> {
        let all = self.plan().invitations_at(self.party.event);
        all.get(which % all.len().max(1)).map(|one| (*one).clone())
    }

    /// What an act would change; none if a rule says no.
    fn change(&mut self, act: &Act) -> Option<Change> {
        let id = InvitationId(self.party.fixture.id());
        let (event, plan, tally) = (self.party.event, &self.party.fixture.plan, &self.tally);
        let one = |before: Invitation, after: Invitation| vec![(Some(before), after)];
        Some(match *act {
            Act::Invite {
                who,
                status,
                segment,
                vip,
            } => {
                let person = self.people[who];
                let step = self.step([LongListed, ShortListed, Invited][status]);
                let role = if vip { InviteeRole::Vip } else { InviteeRole::Guest };
                let badge = format!("B{}", id.0.as_u128());
                let after = steps::invite(
                    plan,
                    tally,
                    event,
                    person,
                    role,
                    SEGMENTS[segment],
                    id,
                    badge,
                    step,
                )
                .ok()?;
                vec![(plan.invitations().get(&after.id).cloned(), after)]
            }
            Act::Step { which, to } => {
                let before = self.invitation(which)?;
                let step = self.step(InvitationStatus::ALL[to]);
                let after = steps::take_step(plan, tally, &before, step).ok()?;
                one(before, after)
            }
            Act::Party {
                which,
                companion,
                unnamed,
            } => {
                let before = self.invitation(which)?;
                let companions = companion.map(|who| Companion {
                    name: "Companion".to_owned(),
                    person: Some(self.people[who]),
                    ..Companion::default()
                });
                let companions = companions.into_iter().collect();
                let after = steps::set_party(plan, tally, &before, companions, unnamed).ok()?;
                one(before, after)
            }
            Act::Substitute { which, by } => {
                let before = self.invitation(which)?;
                let (other, step) = (self.people[by], self.step(Accepted));
                let (gone, comes) =
                    steps::substitute(plan, tally, &before, other, id, String::new(), step).ok()?;
                let former = plan.invitations().get(&comes.id).cloned();
                vec![(Some(before), gone), (former, comes)]
            }
            Act::Arrive { which, came } => {
                let before = self.invitation(which)?;
                let after = steps::arrive(plan, tally, &before, Some(came), self.now()).ok()?;
                one(before, after)
            }
            Act::WalkIn { who, unnamed } => {
                let step = self.step(Attended);
                let after = steps::walk_in(
                    plan,
                    tally,
                    event,
                    self.people[who],
                    unnamed,
                    id,
                    String::new(),
                    step,
                )
                .ok()?;
                vec![(None, after)]
            }
            Act::Settle => {
                let settled = steps::settle(plan, event, &self.step(Attended)).ok()?;
                let before = |after: &Invitation| plan.invitations().get(&after.id).cloned();
                settled.into_iter().map(|after| (before(&after), after)).collect()
            }
            Act::Promote => {
                let mut given = Vec::new();
                let mut tally = tally.clone();
                for proposal in waiting::proposals(plan, event) {
                    let before = plan.invitations()[&proposal.invitation].clone();
                    match steps::take_step(plan, &tally, &before, self.step(Accepted)) {
                        Ok(after) => {
                            tally.follow(Some(&before), Some(&after));
                            given.push((Some(before), after));
                        }
                        Err(why) => assert_eq!(why.code(), "event_over", "all that is proposed can be given"),
                    }
                }
                given
            }
            Act::Edit { which, vip, segment } => {
                let before = self.invitation(which)?;
                let mut after = before.clone();
                after.vip = vip;
                SEGMENTS[segment].clone_into(&mut after.segment);
                check_record(plan, &after.clone().into()).ok()?;
                one(before, after)
            }
            Act::Capacity(_) | Act::Later | Act::Undo | Act::Redo => return None,
        })
    }

    fn put(&mut self, before: Option<&Invitation>, after: Option<&Invitation>) {
        self.tally.follow(before, after);
        match (before, after) {
            (_, Some(after)) => self.party.fixture.plan.put(after.clone()),
            (Some(before), None) => self.party.fixture.plan.remove(before.id),
            (None, None) => {}
        }
    }

    fn set_capacity(&mut self, capacity: Option<u32>) {
        self.party
            .fixture
            .edit(self.party.event, |event| event.capacity = capacity);
        self.tally = self.party.tally();
    }

    fn replay(&mut self, done: &Done, forward: bool) {
        match done {
            Done::Invitations(change) if forward => {
                for (before, after) in change {
                    self.put(before.as_ref(), Some(after));
                }
            }
            Done::Invitations(change) => {
                for (before, after) in change.iter().rev() {
                    self.put(Some(after), before.as_ref());
                }
            }
            Done::Capacity(before, after) => self.set_capacity(if forward { *after } else { *before }),
        }
    }

    /// How far each bound is overstepped: capacity, what is left for those who are no VIPs, and each quota.
    fn excess(&self) -> Vec<u32> {
        let coming: Vec<&Invitation> = self
            .plan()
            .invitations_at(self.party.event)
            .into_iter()
            .filter(|one| one.holds_seats())
            .collect();
        let seats = |wanted: &dyn Fn(&Invitation) -> bool| {
            coming
                .iter()
                .filter(|one| wanted(one))
                .map(|one| one.party())
                .sum::<u32>()
        };
        let vips = seats(&|one| one.vip);
        let capacity = self.plan().events()[&self.party.event]
            .capacity
            .unwrap_or(u32::MAX);
        vec![
            seats(&|_| true).saturating_sub(capacity),
            seats(&|one| !one.vip)
                .saturating_add(vips.max(2.min(capacity)))
                .saturating_sub(capacity),
            seats(&|one| one.segment == "Media").saturating_sub(3),
        ]
    }

    fn is_sound(&self) {
        let plan = self.plan();
        let event = self.party.event;
        let all = plan.invitations_at(event);
        // The kept tally, a fresh one and a count by hand say the same.
        let sorted = |mut count: SeatCount| {
            count
                .by_segment
                .retain(|one: &SegmentCount| one.taken > 0 || one.waiting > 0);
            count
        };
        assert_eq!(sorted(self.tally.count()), sorted(count(plan, event)));
        let taken: u32 = all
            .iter()
            .filter(|one| one.holds_seats())
            .map(|one| one.party())
            .sum();
        let waiting: u32 = all
            .iter()
            .filter(|one| one.status == WaitListed)
            .map(|one| one.party())
            .sum();
        let counted = count(plan, event);
        assert_eq!((counted.taken, counted.waiting), (taken, waiting));
        assert_eq!(counted.by_segment.iter().map(|one| one.taken).sum::<u32>(), taken);
        // Nobody is there twice, neither as guest nor as companion.
        let mut there = HashSet::new();
        for one in all.iter().filter(|one| one.status.may_come()) {
            let party = one.companions.iter().filter_map(|companion| companion.person);
            for person in party.chain([one.person]) {
                assert!(there.insert(person), "{person} twice");
            }
        }
        let guests: HashSet<PersonId> = all.iter().map(|one| one.person).collect();
        assert_eq!(guests.len(), all.len(), "one invitation a person");
        for one in &all {
            assert_eq!(one.status, one.steps.last().unwrap().status);
            assert_eq!(one.waiting_since.is_some(), one.status == WaitListed);
            assert!(one.arrived.is_none_or(|came| u32::from(came) <= one.party()));
            assert_eq!(check_record(plan, &(*one).clone().into()), Ok(()));
        }
        // The list is in the order of joining.
        let order = waiting::order(plan, event);
        assert!(order.is_sorted_by_key(|place| (place.since, place.invitation)));
        // The look-ups are those of a plan that was made of the same records.
        let mut fresh = Plan::new(plan.rules().clone());
        plan.invitations().values().for_each(|one| fresh.put(one.clone()));
        let ids = |found: Vec<&Invitation>| found.iter().map(|one| one.id).collect::<HashSet<_>>();
        assert_eq!(ids(fresh.invitations_at(event)), ids(all.clone()));
        for person in &self.people {
            assert_eq!(
                ids(fresh.invitations_of(*person)),
                ids(plan.invitations_of(*person))
            );
            assert_eq!(ids(fresh.comes_along(*person)), ids(plan.comes_along(*person)));
        }
        for one in &all {
            let found = plan.invitation_of_badge(&one.badge).map(|found| found.id);
            assert_eq!(found, (!one.badge.is_empty()).then_some(one.id));
        }
    }

    fn state(&self) -> (HashMap<InvitationId, Invitation>, Event) {
        let all = self.plan().invitations();
        (
            all.clone().into_iter().collect(),
            self.plan().events()[&self.party.event].clone(),
        )
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]
    #[test]
    fn no_sequence_of_steps_undo_and_redo_breaks_capacity_parties_or_counts(
        capacity in proptest::option::of(0..9_u32),
        acts in proptest::collection::vec(act(), 1..60),
    ) {
        let mut world = World::new(capacity);
        let mut states = vec![world.state()];
        for act in acts {
            let excess = world.excess();
            match &act {
                Act::Later => world.hour = (world.hour + 1).min(2),
                Act::Undo => {
                    if let Some(done) = world.done.pop() {
                        world.replay(&done, false);
                        world.undone.push(done);
                    }
                }
                Act::Redo => {
                    if let Some(done) = world.undone.pop() {
                        world.replay(&done, true);
                        world.done.push(done);
                    }
                }
                Act::Capacity(to) => {
                    let before = world.plan().events()[&world.party.event].capacity;
                    world.set_capacity(*to);
                    world.done.push(Done::Capacity(before, *to));
                    world.undone.clear();
                }
                Act::Invite { .. }
                | Act::Step { .. }
                | Act::Party { .. }
                | Act::Substitute { .. }
                | Act::Arrive { .. }
                | Act::WalkIn { .. }
                | Act::Settle
                | Act::Promote
                | Act::Edit { .. } => {
                    if let Some(change) = world.change(&act) {
                        for (before, after) in &change {
                            world.put(before.as_ref(), Some(after));
                        }
                        world.done.push(Done::Invitations(change));
                        world.undone.clear();
                        // A step never oversteps a bound, nor oversteps it further.
                        let after = world.excess();
                        prop_assert!(after.iter().zip(&excess).all(|(now, then)| now <= then), "{act:?}: {excess:?} {after:?}");
                    }
                }
            }
            world.is_sound();
            states.truncate(world.done.len() + 1);
            if states.len() <= world.done.len() {
                states.push(world.state());
            }
            prop_assert_eq!(&states[world.done.len()], &world.state(), "undo and redo lead back to what was");
        }
    }
}
