//! The sweeps against the plain definition, on any plan.

use proptest::prelude::*;

use super::{found, usual};
use crate::checks::{CheckKind, Finding, check_all, check_event};
use crate::fixture::{Fixture, HONG_KONG, KUALA_LUMPUR, SINGAPORE, wall};
use crate::{EventId, Plan, RecordRef};

/// Up to forty events of three people and two rooms in a week, in three cities of one country's time.
fn busy() -> impl Strategy<Value = Vec<(i64, i64, u8, u8, u8)>> {
    prop::collection::vec((0_i64..10_000, 1_i64..600, 1_u8..8, 0_u8..3, 0_u8..3), 1..40)
}

fn plan_of(busy: &[(i64, i64, u8, u8, u8)]) -> Fixture {
    let mut fixture = Fixture::new();
    let people = [1, 2, 3].map(|n| fixture.delegate("Chan", &n.to_string()));
    let rooms = ["A", "B"].map(|name| fixture.venue(name, KUALA_LUMPUR, 100));
    let base = wall("2027-05-03T00:00");
    for &(start, length, who, room, city) in busy {
        let city = [KUALA_LUMPUR, SINGAPORE, HONG_KONG][usize::from(city)];
        fixture.event("Event", city, "2027-05-03T00:00", "2027-05-03T00:00", |event| {
            event.start = base + chrono::TimeDelta::minutes(start);
            event.end = event.start + chrono::TimeDelta::minutes(length);
            event.delegates = (0..3)
                .filter(|bit| who >> bit & 1 == 1)
                .map(|bit| people[bit])
                .collect();
            event.venue = rooms.get(usize::from(room)).copied();
        });
    }
    fixture
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_sweep_finds_every_pair_that_shares_time_and_no_other(busy in busy()) {
        let fixture = plan_of(&busy);
        let events: Vec<_> = fixture.plan.events().values().collect();
        let mut expected = 0;
        for (n, one) in events.iter().enumerate() {
            for two in &events[n + 1..] {
                let shares = one.start < two.end && two.start < one.end;
                expected += usize::from(shares && one.delegates.iter().any(|id| two.delegates.contains(id)));
            }
        }
        prop_assume!(expected < 100, "beyond the bound on clashes of one event");
        prop_assert_eq!(found(&fixture, CheckKind::DelegateBookedTwice).len(), expected);
    }

    #[test]
    fn one_event_and_the_whole_plan_say_the_same(busy in busy()) {
        let fixture = plan_of(&busy);
        let clash = |one: &Finding| {
            matches!(one.kind, CheckKind::DelegateBookedTwice | CheckKind::VenueBookedTwice)
        };
        let all: Vec<Finding> = check_all(&fixture.plan, &usual()).into_iter().filter(clash).collect();
        for &id in fixture.plan.events().keys() {
            let of_event: Vec<&Finding> =
                all.iter().filter(|one| one.subjects.contains(&RecordRef::Event(id))).collect();
            let alone: Vec<Finding> = check_event(&fixture.plan, &usual(), id).into_iter().filter(clash).collect();
            prop_assert_eq!(alone.iter().collect::<Vec<_>>(), of_event);
        }
    }

    #[test]
    fn events_one_after_the_other_in_one_city_never_clash(lengths in prop::collection::vec(1_i64..600, 1..30)) {
        let mut start = 0;
        let row: Vec<_> = lengths.iter().map(|&length| {
            start += length;
            (start - length, length, 7, 0, 0)
        }).collect();
        let fixture = plan_of(&row);
        for kind in [CheckKind::DelegateBookedTwice, CheckKind::VenueBookedTwice, CheckKind::TooLittleTime] {
            prop_assert_eq!(found(&fixture, kind), []);
        }
    }

    #[test]
    fn the_diary_never_lags_behind_the_plan(busy in busy(), gone in prop::collection::vec(0_usize..40, 0..20)) {
        let mut fixture = plan_of(&busy);
        let ids: Vec<EventId> = fixture.plan.events().keys().copied().collect();
        for &n in &gone {
            if let Some(&id) = ids.get(n) {
                if n % 2 == 0 {
                    fixture.plan.remove(id);
                } else if fixture.plan.events().contains_key(&id) {
                    fixture.edit(id, |event| event.delegates.truncate(1));
                }
            }
        }
        let mut afresh = Plan::new(fixture.plan.rules().clone());
        for id in fixture.plan.venues().keys() {
            afresh.put(fixture.plan.venues()[id].clone());
        }
        for id in fixture.plan.delegates().keys() {
            afresh.put(fixture.plan.delegates()[id].clone());
        }
        afresh.put(fixture.plan.programmes()[&fixture.programme].clone());
        for event in fixture.plan.events().values() {
            afresh.put(event.clone());
        }
        prop_assert_eq!(check_all(&fixture.plan, &usual()), check_all(&afresh, &usual()));
    }
}
