use proptest::prelude::*;

use super::Index;
use crate::{Entry, Field};

fn found(index: &Index, query: &str) -> Vec<u128> {
    index.find(query, 10).iter().map(|found| found.key).collect()
}

fn people() -> Index {
    Index::build([
        Entry {
            key: 1,
            family: "CHAN",
            given: "Tai-man",
            chinese: "陳大文",
            preferred: "Peter",
            organisation: &["Harbour Robotics Limited", "海港機械人有限公司"],
            emails: &["tm.chan@harbour.example"],
            telephones: &["+85221234567", "+85291112222"],
            tags: &["vip"],
            ..Entry::default()
        },
        Entry {
            key: 2,
            chinese: "欧阳伟杰",
            telephones: &["+442079460958"],
            ..Entry::default()
        },
        Entry {
            key: 3,
            family: "Müller",
            given: "Jürgen",
            organisation: &["ETH Zürich"],
            ..Entry::default()
        },
        Entry {
            key: 4,
            family: "Li",
            given: "Xiaoming",
            other: &["Chan's assistant"],
            ..Entry::default()
        },
        Entry {
            key: 5,
            family: "김",
            given: "민준",
            organisation: &["삼성전자"],
            ..Entry::default()
        },
        Entry {
            key: 6,
            family: "محمد",
            given: "أحمد",
            ..Entry::default()
        },
        Entry {
            key: 7,
            nature_body: true,
            family: "3M Nippon",
            ..Entry::default()
        },
    ])
}

#[test]
fn every_script_is_found_from_the_first_character_on() {
    let index = people();
    for (query, key) in [
        ("陳", 1),
        ("陈大", 1),
        ("大文", 1),
        ("機械", 1),
        ("机械人", 1),
        ("歐陽", 2),
        ("偉傑", 2),
        ("杰", 2),
        ("m", 3),
        ("mueller", 0),
        ("muller", 3),
        ("ＭÜＬＬＥＲ jur", 3),
        ("zurich", 3),
        ("민", 5),
        ("김민준", 0),
        ("삼성", 5),
        ("احمد", 6),
        ("أحْمَد", 6),
        ("3m", 7),
    ] {
        let hits = found(&index, query);
        assert_eq!(hits.contains(&key), key != 0, "{query}: {hits:?}");
    }
}

#[test]
fn a_chinese_name_is_found_as_it_is_read() {
    let index = people();
    for query in ["au yeung", "ouyang", "wai kit", "weijie", "ou wei", "auyeung"] {
        assert!(found(&index, query).contains(&2), "{query}");
    }
    assert!(found(&index, "chen dawen").contains(&1));
    assert!(found(&index, "ming li").contains(&4));
}

#[test]
fn numbers_are_found_by_any_three_digits_and_however_they_are_written() {
    let index = people();
    for query in [
        "212",
        "4567",
        "2123 4567",
        "+852 2123",
        "(852) 2123-4567",
        "1122",
        "00852 2123 4567",
    ] {
        assert!(found(&index, query).contains(&1), "{query}");
    }
    assert_eq!(found(&index, "020 7946"), [2]);
    assert_eq!(found(&index, "chan 4567"), [1]);
    assert_eq!(found(&index, "21234568"), []);
}

#[test]
fn typing_errors_are_forgiven_after_all_that_is_as_written() {
    let index = people();
    assert_eq!(found(&index, "robtoics"), [1]);
    assert_eq!(found(&index, "xaioming"), [4]);
    assert_eq!(found(&index, "cahn"), [1]);
    assert_eq!(found(&index, "chn"), []);
    assert_eq!(found(&index, "chan"), [1, 4]);
    assert_eq!(index.find_keys("chan"), [1, 4]);
    assert_eq!(index.find_keys("muler"), [3]);
}

#[test]
fn every_word_counts_and_names_come_first() {
    let index = people();
    assert_eq!(found(&index, "chan harbour peter vip"), [1]);
    assert_eq!(found(&index, "chan zurich"), []);
    assert_eq!(found(&index, "tm.chan@harbour.example"), [1]);
    assert_eq!(index.find("chan", 5)[0].field, Field::Family);
    assert_eq!(index.find("chan", 5)[1].field, Field::Other);
    assert_eq!(found(&index, " "), []);
    assert_eq!(index.find("chan", 1).len(), 1);
}

#[test]
fn what_was_taken_out_is_not_found_and_what_was_changed_is_found_as_it_is() {
    let mut index = people();
    index.remove(1);
    index.remove(99);
    assert_eq!(found(&index, "chan"), [4]);
    assert_eq!(found(&index, "2123"), []);
    index.put(&Entry {
        key: 4,
        family: "Wong",
        ..Entry::default()
    });
    assert_eq!(found(&index, "chan"), []);
    assert_eq!(found(&index, "wong"), [4]);
    assert_eq!(index.len(), 6);
}

#[derive(Clone, Debug)]
struct Made {
    key: u128,
    family: String,
    given: String,
    chinese: String,
    telephone: String,
}

impl Made {
    fn with<T>(&self, f: impl FnOnce(&Entry<'_>) -> T) -> T {
        f(&Entry {
            key: self.key,
            family: &self.family,
            given: &self.given,
            chinese: &self.chinese,
            telephones: &[&self.telephone],
            ..Entry::default()
        })
    }
}

fn made() -> impl Strategy<Value = Made> {
    (
        0..12u128,
        "[a-c]{0,5}",
        "[a-c ]{0,6}",
        "[陳陈大文]{0,3}",
        "[0-2]{0,6}",
    )
        .prop_map(|(key, family, given, chinese, telephone)| Made {
            key,
            family,
            given,
            chinese,
            telephone,
        })
}

proptest! {
    #[test]
    fn an_index_that_was_changed_answers_as_one_made_anew(
        steps in prop::collection::vec((made(), any::<bool>()), 0..60),
        queries in prop::collection::vec("[a-c]{1,5}( [a-c]{1,2})?|[陳陈大文]{1,3}|[0-2]{3,5}", 1..8),
        sweep in any::<bool>(),
    ) {
        let mut index = Index::new();
        let mut held = std::collections::BTreeMap::new();
        for (person, stays) in &steps {
            if *stays {
                person.with(|entry| index.put(entry));
                held.insert(person.key, person.clone());
            } else {
                index.remove(person.key);
                held.remove(&person.key);
            }
        }
        if sweep {
            index.sweep();
        }
        let mut anew = Index::new();
        for person in held.values().rev() {
            person.with(|entry| anew.put(entry));
        }
        anew.vocabulary.settle();
        prop_assert_eq!(index.len(), anew.len());
        for query in &queries {
            prop_assert_eq!(index.find(query, 5), anew.find(query, 5));
            prop_assert_eq!(index.find_keys(query), anew.find_keys(query));
        }
    }

    #[test]
    fn nothing_makes_it_panic(texts in prop::collection::vec(any::<String>(), 8), query in any::<String>()) {
        let entry = Entry {
            key: 1,
            nature_body: false,
            family: &texts[0],
            given: &texts[1],
            chinese: &texts[2],
            preferred: &texts[3],
            organisation: &[&texts[4]],
            emails: &[&texts[5]],
            telephones: &[&texts[6]],
            tags: &[],
            other: &[&texts[7]],
        };
        let index = Index::build([entry]);
        let _ = index.find(&query, 3);
        for text in &texts {
            let words = crate::fold::all(text);
            if words.chars().count() < 100 && words.split(' ').count() < 10 && !words.is_empty() && *text != texts[6] {
                prop_assert_eq!(index.find_keys(text), [1], "{:?}", text);
            }
        }
    }
}
