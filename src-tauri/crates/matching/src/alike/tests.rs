use std::ops::ControlFlow;

use proptest::prelude::*;

use super::{Alike, Blocks, ReasonCode, candidates_for, duplicates};
use crate::Entry;

fn all(entries: &[Entry<'_>]) -> Vec<Alike> {
    duplicates(entries.iter().copied(), &mut |_, _| ControlFlow::Continue(()))
}

/// How two entries compare: likely, possible or not at all.
fn compared(one: Entry<'_>, other: Entry<'_>) -> Option<Alike> {
    let found = all(&[Entry { key: 1, ..one }, Entry { key: 2, ..other }]);
    assert!(found.len() <= 1);
    found.into_iter().next()
}

#[track_caller]
fn likely(one: Entry<'_>, other: Entry<'_>, code: ReasonCode) {
    let found = compared(one, other).expect("they are alike");
    assert!(found.likely, "{found:?}");
    assert!(
        found.reasons.iter().any(|reason| reason.code == code),
        "{found:?}"
    );
}

#[track_caller]
fn not_likely(one: Entry<'_>, other: Entry<'_>) {
    if let Some(found) = compared(one, other) {
        assert!(!found.likely, "{found:?}");
    }
}

fn chan() -> Entry<'static> {
    Entry {
        family: "CHAN",
        given: "Tai Man",
        chinese: "陳大文",
        emails: &["tm.chan@harbour.example"],
        telephones: &["+85221234567"],
        organisation: &["Harbour Robotics Limited"],
        ..Entry::default()
    }
}

#[test]
fn one_person_is_seen_through_scripts_order_width_and_spelling() {
    let address: &[&str] = &["TM.Chan@Harbour.example"];
    let bare = Entry {
        emails: address,
        ..Entry::default()
    };
    likely(
        chan(),
        Entry {
            chinese: "陈大文",
            ..bare
        },
        ReasonCode::SameChineseNameOtherScript,
    );
    likely(
        chan(),
        Entry {
            family: "ＣＨＡＮ",
            given: "ＴＡＩ－ＭＡＮ",
            ..bare
        },
        ReasonCode::SameLatinName,
    );
    likely(
        chan(),
        Entry {
            family: "Tai Man",
            given: "Chan",
            ..bare
        },
        ReasonCode::NameOrder,
    );
    likely(
        chan(),
        Entry {
            family: "Chan Taiman",
            ..bare
        },
        ReasonCode::SameLatinName,
    );
    likely(
        chan(),
        Entry {
            family: "CHEN",
            given: "Dawen",
            ..bare
        },
        ReasonCode::Romanised,
    );
    likely(
        chan(),
        Entry {
            family: "Chan",
            given: "Tai Mna",
            ..bare
        },
        ReasonCode::Typo,
    );
    likely(
        chan(),
        Entry {
            family: "Chan",
            given: "T. M.",
            ..bare
        },
        ReasonCode::Initials,
    );
    likely(
        chan(),
        Entry {
            family: "Chan",
            given: "Tai Man Peter",
            ..bare
        },
        ReasonCode::Initials,
    );
    likely(
        Entry {
            chinese: "歐陽偉傑",
            telephones: &["+852 9123 4567"],
            ..Entry::default()
        },
        Entry {
            family: "Au Yeung",
            given: "Wai Kit",
            telephones: &["91234567"],
            ..Entry::default()
        },
        ReasonCode::Romanised,
    );
    likely(
        Entry {
            family: "Smith",
            given: "Robert",
            emails: &["bob@x.example"],
            ..Entry::default()
        },
        Entry {
            family: "Smith",
            given: "Bob",
            emails: &["bob@x.example"],
            ..Entry::default()
        },
        ReasonCode::Nickname,
    );
}

#[test]
fn an_address_shared_by_a_family_makes_nobody_one() {
    let shared = Entry {
        emails: &["family@home.example"],
        telephones: &["+85221234567"],
        ..Entry::default()
    };
    for (one, other) in [
        (
            Entry {
                family: "Chan",
                given: "Ka Yan",
                ..shared
            },
            Entry {
                family: "Chan",
                given: "Ka Yin",
                ..shared
            },
        ),
        (
            Entry {
                chinese: "陳家欣",
                ..shared
            },
            Entry {
                chinese: "陳家怡",
                ..shared
            },
        ),
        (
            Entry {
                chinese: "陳大文",
                ..shared
            },
            Entry {
                family: "Chan",
                given: "Siu Ming",
                ..shared
            },
        ),
        (
            Entry {
                family: "Vauclair",
                given: "Élise",
                ..shared
            },
            Entry {
                family: "Vauclair",
                given: "Marc",
                ..shared
            },
        ),
        (
            Entry {
                family: "Rossi",
                given: "Paolo",
                ..shared
            },
            Entry {
                family: "Weber",
                given: "Anna",
                ..shared
            },
        ),
        (
            Entry {
                family: "Smith",
                given: "Paul",
                ..shared
            },
            Entry {
                family: "Smith",
                given: "Paula",
                ..shared
            },
        ),
    ] {
        not_likely(one, other);
    }
}

#[test]
fn namesakes_with_other_bodies_and_numbers_are_not_likely() {
    not_likely(
        chan(),
        Entry {
            family: "Chan",
            given: "Tai Man",
            emails: &["taiman@peak.example"],
            telephones: &["+85298765432"],
            organisation: &["Peak Bank"],
            ..Entry::default()
        },
    );
    not_likely(
        chan(),
        Entry {
            chinese: "陳大明",
            organisation: &["Harbour Robotics"],
            ..Entry::default()
        },
    );
}

#[test]
fn a_body_is_compared_with_bodies_only() {
    let body = Entry {
        nature_body: true,
        family: "Harbour Robotics Limited",
        ..Entry::default()
    };
    likely(
        body,
        Entry {
            family: "Harbour Robotics Ltd.",
            ..body
        },
        ReasonCode::SameLatinName,
    );
    assert_eq!(
        compared(
            body,
            Entry {
                nature_body: false,
                ..body
            }
        ),
        None
    );
    not_likely(
        body,
        Entry {
            family: "Peak Robotics Limited",
            ..body
        },
    );
}

#[test]
fn it_can_be_broken_off() {
    let entries = [Entry { key: 1, ..chan() }, Entry { key: 2, ..chan() }];
    assert_eq!(duplicates(entries, &mut |_, _| ControlFlow::Break(())), []);
    assert_eq!(all(&entries).len(), 1);
}

#[derive(Clone, Debug)]
struct Made {
    key: u128,
    texts: Vec<String>,
}

impl Made {
    fn with<T>(&self, f: impl FnOnce(&Entry<'_>) -> T) -> T {
        let text = |n: usize| self.texts[n].as_str();
        f(&Entry {
            key: self.key,
            family: text(0),
            given: text(1),
            chinese: text(2),
            preferred: text(3),
            emails: &[text(4)],
            telephones: &[text(5)],
            organisation: &[text(6)],
            ..Entry::default()
        })
    }
}

fn made() -> impl Strategy<Value = Made> {
    let texts = (
        "(chan|chen|cahn|wong|smith|Au Yeung|)",
        "(tai man|taiman|dawen|ka yan|bob|robert|T M|)",
        "(陳大文|陈大文|陳太文|大文陳|歐陽大文||)",
        "(peter|bob||)",
        "(a@x.example|b@x.example|info@x.example|)",
        "(21234567|\\+85221234567|91234567|)",
        "(Peak Bank|Peak Bank Ltd|Harbour|)",
    );
    (0..20u128, texts).prop_map(|(key, (a, b, c, d, e, f, g))| Made {
        key,
        texts: vec![a, b, c, d, e, f, g],
    })
}

fn leaked(people: &[Made]) -> Vec<Alike> {
    let blocks = people.iter().fold(Blocks::new(), |mut blocks, person| {
        person.with(|entry| blocks.put(entry));
        blocks
    });
    let mut found: Vec<Alike> = people
        .iter()
        .flat_map(|person| person.with(|entry| candidates_for(&blocks, entry)))
        .collect();
    found.sort_by_key(|alike| (alike.one, alike.other));
    found
}

fn last_of_each(people: Vec<Made>) -> Vec<Made> {
    let by_key: std::collections::BTreeMap<u128, Made> =
        people.into_iter().map(|person| (person.key, person)).collect();
    by_key.into_values().collect()
}

proptest! {
    #[test]
    fn it_is_the_same_whoever_comes_first(people in prop::collection::vec(made(), 0..20), seed in any::<u64>()) {
        let people = last_of_each(people);
        let found = leaked(&people);
        // Each pair from both sides, with the same score and reasons.
        for pair in found.chunks(2) {
            prop_assert_eq!(&pair[0], &pair[1]);
        }
        let mut turned = people.clone();
        turned.sort_by_key(|person| seed.rotate_left(u32::try_from(person.key).unwrap()));
        prop_assert_eq!(leaked(&turned), found);
    }

    #[test]
    fn blocks_that_were_changed_answer_as_those_made_anew(
        steps in prop::collection::vec((made(), any::<bool>()), 0..40),
        asked in made(),
        sweep in any::<bool>(),
    ) {
        let mut blocks = Blocks::new();
        let mut held = std::collections::BTreeMap::new();
        for (person, stays) in &steps {
            if *stays {
                person.with(|entry| blocks.put(entry));
                held.insert(person.key, person.clone());
            } else {
                blocks.remove(person.key);
                held.remove(&person.key);
            }
        }
        if sweep {
            blocks.sweep();
        }
        let mut anew = Blocks::new();
        held.values().for_each(|person| person.with(|entry| anew.put(entry)));
        anew.settle();
        asked.with(|entry| {
            assert_eq!(candidates_for(&blocks, entry), candidates_for(&anew, entry));
        });
    }

    #[test]
    fn nothing_makes_it_panic(texts in prop::collection::vec(any::<String>(), 14)) {
        let one = Made { key: 1, texts: texts[..7].to_vec() };
        let other = Made { key: 2, texts: texts[7..].to_vec() };
        let mut mixed = texts[..7].to_vec();
        mixed.rotate_left(3);
        let third = Made { key: 3, texts: mixed };
        let _ = leaked(&[one.clone(), other, third]);
        let mut same = one.clone();
        same.key = 4;
        for alike in leaked(&[one, same]) {
            prop_assert!((0.0..=1.0).contains(&alike.score));
        }
    }
}
