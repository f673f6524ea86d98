//! No name is ever turned round.

use super::*;
use crate::Language::{English, SimplifiedChinese, TraditionalChinese};

fn named(family: &str, given: &str, chinese: &str, honorific: &str) -> Person {
    Person {
        family: family.to_owned(),
        given: given.to_owned(),
        chinese: chinese.to_owned(),
        honorific: honorific.to_owned(),
        ..Person::new(PersonId(Uuid::from_u128(1)), early())
    }
}

#[test]
fn a_chinese_name_stays_whole_with_the_family_name_first_in_every_language() {
    let chan = named("CHAN", "Tai-man", "陳大文", "Dr");
    assert_eq!(chan.name_in(English), "CHAN Tai-man");
    assert_eq!(chan.name_in(TraditionalChinese), "陳大文");
    assert_eq!(
        chan.name_in(SimplifiedChinese),
        "陳大文",
        "in the characters its bearer uses"
    );
    assert_eq!(chan.sort_name(English), "chan tai-man");
    assert_eq!(chan.sort_name(TraditionalChinese), "陳大文");
    assert_eq!(chan.addressed(English), "Dr CHAN");
    assert_eq!(chan.addressed(TraditionalChinese), "陳大文博士");
    let only_chinese = named("", "", "歐陽詠詩", "");
    assert_eq!(only_chinese.name_in(English), "歐陽詠詩");
    assert_eq!(only_chinese.addressed(English), "歐陽詠詩");
    assert_eq!(only_chinese.sort_name(English), "歐陽詠詩");
}

#[test]
fn a_latin_name_is_read_as_its_bearer_says_it_and_sorted_by_the_family() {
    let vauclair = named("de Vauclair", "Élise", "", "Prof.");
    assert_eq!(vauclair.name_in(TraditionalChinese), "Élise de Vauclair");
    assert_eq!(vauclair.addressed(English), "Prof. de Vauclair");
    assert_eq!(vauclair.addressed(TraditionalChinese), "Prof. de Vauclair");
    assert_eq!(vauclair.sort_name(English), "de vauclair élise");
    assert_eq!(
        named("X", "Anna", "", "").name_in(English),
        "Anna X",
        "one letter marks no family name"
    );
    assert_eq!(named("Suharto", "", "", "").addressed(English), "Suharto");
    assert_eq!(named("", "Madonna", "", "Ms").addressed(English), "Madonna");
    assert_eq!(named("محفوظ", "ليلى", "", "").name_in(English), "ليلى محفوظ");
}

#[test]
fn a_body_is_called_by_its_name() {
    let mut body = named("Penang Chamber", "", "檳城商會", "");
    body.nature = Nature::Body;
    assert_eq!(body.addressed(English), "Penang Chamber");
    assert_eq!(body.addressed(SimplifiedChinese), "檳城商會");
    body.chinese.clear();
    assert_eq!(body.names().zh_hant, "Penang Chamber");
}
