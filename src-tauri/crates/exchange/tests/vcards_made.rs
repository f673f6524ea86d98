//! Cards that nobody would write, and cards of names that could be anybody's.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod card_support;

use card_support::{again, records, try_read};
use outreach_exchange::people::PersonDraft;
use outreach_exchange::vcard::{CardVersion, write_cards};
use proptest::prelude::*;

#[test]
fn a_name_cannot_write_properties_of_its_own() {
    let mut draft = PersonDraft {
        family: "Chan\r\nEMAIL:forged@example.org".to_owned(),
        notes: "one\nEND:VCARD\r\nBEGIN:VCARD".to_owned(),
        ..PersonDraft::default()
    };
    draft.organisation.en = "a;b,c\\d".to_owned();
    for version in [CardVersion::V3, CardVersion::V4] {
        let back = again(std::slice::from_ref(&draft), version);
        assert_eq!(back.len(), 1);
        assert!(back[0].emails.is_empty());
        assert_eq!(back[0].organisation.en, "a;b,c\\d");
        assert_eq!(back[0].notes, "one\nEND:VCARD\nBEGIN:VCARD");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = try_read(&bytes);
        let _ = try_read(&[b"BEGIN:VCARD\n".as_slice(), &bytes].concat());
    }

    #[test]
    fn no_line_makes_it_panic(lines in prop::collection::vec(
        "(N|FN|TEL|EMAIL|NOTE|ORG|AGENT|PHOTO|BEGIN|END|item1\\.TEL)(;(CHARSET=big5|ENCODING=(QUOTED-PRINTABLE|BASE64)|TYPE=\"|LANGUAGE=zh|PREF=x|[A-Z=;\"^]{0,5})){0,3}:?(VCARD|[a=;,\\\\陳\"<>@+.0-9E ]{0,20}|=[0-9A-F]{0,3}=?)?",
        0..20,
    )) {
        let text = format!("BEGIN:VCARD\n{}\nEND:VCARD", lines.join("\n"));
        if let Ok(cards) = try_read(text.as_bytes()) {
            let people: Vec<PersonDraft> = cards.cards.into_iter().map(|card| card.person).collect();
            let records = records(&people);
            let _ = write_cards(&records.iter().collect::<Vec<_>>(), CardVersion::V4, "2026-11-22T09:00:00Z".parse().unwrap());
        }
    }

    #[test]
    fn names_come_back_as_they_were_written(
        family in "[A-Za-zÀ-ÿ'\\-;,\\\\]{1,12}", given in "[A-Za-zÀ-ÿ'\\-;,\\\\]{0,12}", chinese in "[陳李歐陽大文明一-龥]{0,4}",
        note in "[a-z0-9;,\\\\ \n:=]{0,90}",
    ) {
        let draft = PersonDraft { family, given, chinese, notes: note.trim().to_owned(), ..PersonDraft::default() };
        for version in [CardVersion::V3, CardVersion::V4] {
            prop_assert_eq!(again(std::slice::from_ref(&draft), version), vec![draft.clone()]);
        }
    }
}
