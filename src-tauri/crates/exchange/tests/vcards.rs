//! Contact cards as telephones, mail programs and services write them.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod card_support;

use std::time::{Duration, Instant};

use card_support::{again, card, corpus, person, read, try_read};
use outreach_exchange::people::PersonDraft;
use outreach_exchange::vcard::{Card, CardError, CardVersion};
use outreach_plan::people::Nature;

#[test]
fn every_card_of_the_corpus_is_read_and_survives_a_round_trip() {
    for path in corpus() {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let bytes = std::fs::read(&path).unwrap();
        let cards = try_read(&bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        // Neither an AGENT nor a card without an end stands in these.
        let text = String::from_utf8_lossy(&bytes);
        let begun = text
            .lines()
            .filter(|line| line.trim().eq_ignore_ascii_case("BEGIN:VCARD"));
        assert_eq!(cards.cards.len() + cards.refused.len(), begun.count(), "{name}");
        let unread = |card: &Card| card.left_out.iter().any(|line| line.code == "line_left_out");
        assert!(!cards.cards.iter().any(unread), "{name}");
        let people: Vec<PersonDraft> = cards.cards.into_iter().map(|card| card.person).collect();
        for person in &people {
            assert!(!person.is_nobody(), "{name}");
        }
        for version in [CardVersion::V3, CardVersion::V4] {
            assert_eq!(again(&people, version), people, "{name} {version:?}");
        }
    }
}

#[test]
fn known_cards_of_the_corpus_say_what_they_say() {
    let found = |part: &str| {
        let path = corpus()
            .into_iter()
            .find(|path| path.to_string_lossy().contains(part))?;
        Some(try_read(&std::fs::read(path).unwrap()).unwrap())
    };
    let Some(iphone) = found("John_Doe_IPHONE") else {
        return;
    };
    let person = &iphone.cards[0].person;
    assert_eq!(
        (person.family.as_str(), person.given.as_str()),
        ("Doe", "John Richter,James")
    );
    assert_eq!(person.honorific, "Mr.");
    assert!(iphone.losses.iter().any(|loss| loss.property == "PHOTO"));
    let outlook = found("outlook-2003").unwrap();
    let person = &outlook.cards[0].person;
    assert_eq!(person.organisation.en, "Company, The");
    assert_eq!(person.preferred, "Joey");
    assert_eq!(person.emails[0].address, "jdoe@hotmail.com");
    assert!(
        person
            .notes
            .starts_with("TheDepartment\nThis is the note field!!\nSecond line\n\nThird"),
        "{}",
        person.notes
    );
    let counted = |property: &str| {
        outlook
            .losses
            .iter()
            .find(|loss| loss.property == property)
            .map(|loss| loss.count)
    };
    assert_eq!(counted("ADR"), Some(1));
    assert_eq!(counted("N (SUFFIX)"), Some(1));
}

#[test]
fn a_chinese_name_is_never_turned_round() {
    for (lines, chinese, family, given) in [
        ("N:陳;大文;;;\nFN:大文 陳", "陳大文", "", ""),
        ("N:歐陽;小明;;;\nFN:歐陽小明", "歐陽小明", "", ""),
        ("FN:陳大文", "陳大文", "", ""),
        ("N:;;;;\nFN:陳大文", "陳大文", "", ""),
        ("N:陳大文;;;;\nFN:陳大文", "陳大文", "", ""),
        (
            "N:Chan;Tai Man;;Dr;\nFN:Dr Tai Man Chan 陳大文",
            "陳大文",
            "Chan",
            "Tai Man",
        ),
        (
            "N:陳;大文;;;\nX-PHONETIC-LAST-NAME:Chan\nX-PHONETIC-FIRST-NAME:Tai Man",
            "陳大文",
            "Chan",
            "Tai Man",
        ),
        (
            "N;SORT-AS=\"Chan,Tai Man\":陳;大文;;;\nFN:陳大文",
            "陳大文",
            "Chan",
            "Tai Man",
        ),
        (
            "N;ALTID=1;LANGUAGE=zh:陳;大文;;;\nN;ALTID=1;LANGUAGE=en:Chan;Tai Man;;;\nFN:x",
            "陳大文",
            "Chan",
            "Tai Man",
        ),
        ("N:陳;Peter;;;\nFN:Peter 陳", "陳", "", "Peter"),
        (
            "N:山田;太郎;;;\nX-PHONETIC-LAST-NAME:やまだ\nX-PHONETIC-FIRST-NAME:たろう",
            "山田太郎",
            "",
            "",
        ),
    ] {
        let person = person("4.0", lines);
        assert_eq!(
            (
                person.chinese.as_str(),
                person.family.as_str(),
                person.given.as_str()
            ),
            (chinese, family, given),
            "{lines}"
        );
        for version in [CardVersion::V3, CardVersion::V4] {
            assert_eq!(
                again(std::slice::from_ref(&person), version),
                std::slice::from_ref(&person),
                "{lines}"
            );
        }
    }
}

#[test]
fn texts_of_version_2_1_are_read_in_the_encoding_they_name() {
    for (charset, encoding) in [
        ("Big5", encoding_rs::BIG5),
        ("GB18030", encoding_rs::GB18030),
        ("UTF-8", encoding_rs::UTF_8),
    ] {
        let (bytes, _, _) = encoding.encode("許;功蓋;;;");
        let quoted: String = bytes
            .iter()
            .map(|byte| {
                if *byte == b';' {
                    ";".to_owned()
                } else {
                    format!("={byte:02X}")
                }
            })
            .collect();
        let lines = format!("N;CHARSET={charset};ENCODING=QUOTED-PRINTABLE:{quoted}");
        assert_eq!(person("2.1", &lines).chinese, "許功蓋", "{charset}");
        let raw = [
            b"BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=".as_slice(),
            charset.as_bytes(),
            b":",
            &bytes,
            b"\r\nEND:VCARD\r\n",
        ]
        .concat();
        assert_eq!(
            try_read(&raw).unwrap().cards[0].person.chinese,
            "許功蓋",
            "{charset}"
        );
    }
}

#[test]
fn texts_that_name_no_encoding_are_guessed_and_the_guess_is_owned_up_to() {
    let text: String = ["陳大文", "黃志明", "李小龍", "張美玲", "王建國"]
        .map(|name| card("2.1", &format!("FN:{name}\nORG:香港科技公司\nTITLE:經理")))
        .concat();
    let (big5, _, _) = encoding_rs::BIG5.encode(&text);
    let cards = try_read(&big5).unwrap();
    assert_eq!(
        (cards.encoding.label.as_str(), cards.encoding.sure),
        ("Big5", false)
    );
    assert_eq!(cards.cards[1].person.chinese, "黃志明");
    assert!(cards.cards[0].warnings.contains(&"encoding_guessed"));
    for wide in [
        text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>(),
        text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
    ] {
        assert_eq!(try_read(&wide).unwrap().cards[2].person.chinese, "李小龍");
    }
}

#[test]
fn a_picture_of_20_megabytes_costs_nothing() {
    let picture = "QUJD".repeat(19).as_str().to_owned() + "\r\n ";
    let lines = format!(
        "FN:Chan Tai Man\nPHOTO;ENCODING=b;TYPE=JPEG:{}\nEMAIL:a@example.org",
        picture.repeat(270_000)
    );
    let text = card("3.0", &lines);
    assert!(text.len() > 20_000_000);
    let began = Instant::now();
    let cards = read(&text);
    assert!(began.elapsed() < Duration::from_secs(3), "{:?}", began.elapsed());
    assert_eq!(cards.cards[0].person.emails[0].address, "a@example.org");
    assert_eq!(cards.losses[0].property, "PHOTO");
}

#[test]
fn what_is_within_an_agent_is_nobodys_and_a_card_that_never_ends_is_still_one() {
    let cards = read(
        "BEGIN:VCARD\nVERSION:2.1\nFN:Chan Tai Man\nAGENT:\nBEGIN:VCARD\nVERSION:2.1\nFN:Assistant\nEMAIL:b@example.org\n\
         END:VCARD\nEMAIL:a@example.org\nEND:VCARD\nBEGIN:VCARD\nFN:Wong Siu Ling\nBEGIN:VCARD\nFN:Lee Ka Ho\n",
    );
    let names: Vec<&str> = cards
        .cards
        .iter()
        .map(|card| card.person.family.as_str())
        .collect();
    assert_eq!(names, ["Chan", "Wong", "Lee"]);
    assert_eq!(cards.cards[0].person.emails.len(), 1);
    assert_eq!(cards.cards[0].person.emails[0].address, "a@example.org");
    assert!(cards.cards[1].warnings.contains(&"unfinished"));
    assert_eq!(cards.losses[0].property, "AGENT");
}

#[test]
fn groups_labels_and_preferences_are_kept() {
    let person = person(
        "3.0",
        "N:Chan;Tai Man;;;\nFN:Tai Man Chan\nTEL;TYPE=WORK:+852 2345 6789\nitem1.TEL:+852 9876 5432\n\
         item1.X-ABLabel:_$!<Mobile>!$_\nitem2.EMAIL;TYPE=PREF:second@example.org\nitem2.X-ABLabel:列表\nEMAIL:first@example.org\n\
         TEL;TYPE=FAX:+852 2345 0000\nTEL;VALUE=uri:tel:+1-418-262-6501;ext=7",
    );
    let telephones: Vec<(&str, &str)> = person
        .telephones
        .iter()
        .map(|telephone| (telephone.raw.as_str(), telephone.label.as_str()))
        .collect();
    assert_eq!(
        telephones,
        [
            ("+852 2345 6789", "work"),
            ("+852 9876 5432", "mobile"),
            ("+1-418-262-6501 ext. 7", "")
        ]
    );
    let emails: Vec<(&str, &str)> = person
        .emails
        .iter()
        .map(|email| (email.address.as_str(), email.label.as_str()))
        .collect();
    assert_eq!(
        emails,
        [("second@example.org", "列表"), ("first@example.org", "")]
    );
    for version in [CardVersion::V3, CardVersion::V4] {
        assert_eq!(
            again(std::slice::from_ref(&person), version),
            std::slice::from_ref(&person)
        );
    }
}

#[test]
fn a_body_is_a_body_and_three_languages_are_told_apart() {
    let chamber = person(
        "4.0",
        "KIND:org\nFN:Example Chamber\nFN;LANGUAGE=zh:示例商會\nORG:Example Chamber\nEMAIL:info@example.org",
    );
    assert_eq!(
        (chamber.nature, chamber.family.as_str(), chamber.chinese.as_str()),
        (Nature::Body, "Example Chamber", "示例商會")
    );
    let chan = person(
        "4.0",
        "N:Chan;Tai Man;;;\nFN:Tai Man Chan\nTITLE;LANGUAGE=en:Manager\nTITLE;LANGUAGE=zh-Hant:經理\nTITLE;LANGUAGE=zh-Hans:经理\nORG:香港大學;法律系",
    );
    assert_eq!(
        (
            chan.post.en.as_str(),
            chan.post.zh_hant.as_str(),
            chan.post.zh_hans.as_str()
        ),
        ("Manager", "經理", "经理")
    );
    assert_eq!(
        (chan.organisation.zh_hant.as_str(), chan.notes.as_str()),
        ("香港大學", "法律系")
    );
    for version in [CardVersion::V3, CardVersion::V4] {
        assert_eq!(
            again(&[chamber.clone(), chan.clone()], version),
            [chamber.clone(), chan.clone()]
        );
    }
}

#[test]
fn what_cannot_be_right_is_left_out_of_its_card_and_told_by_line() {
    let cards = read(&card(
        "3.0",
        "FN:Chan Tai Man\nEMAIL:no address\nTEL:call me\nnonsense\nBDAY:1990-01-01\nGEO:1;2",
    ));
    assert_eq!((cards.cards.len(), cards.refused.len()), (1, 0));
    let left_out = &cards.cards[0].left_out;
    let told: Vec<(u32, &str)> = left_out.iter().map(|line| (line.line, line.code)).collect();
    assert_eq!(
        told,
        [
            (4, "email_left_out"),
            (5, "number_left_out"),
            (6, "line_left_out")
        ]
    );
    assert_eq!(left_out[1].params["text"], "call me");
    let lost: Vec<&str> = cards.losses.iter().map(|loss| loss.property.as_str()).collect();
    assert_eq!(lost, ["BDAY", "GEO"]);
    assert_eq!(try_read(b"BEGIN:VCALENDAR"), Err(CardError::NotCards));
    assert_eq!(read(&card("3.0", "N:;;;;\nFN:")).refused[0].code, "nobody");
    let junk = read(&card(
        "3.0",
        &format!("FN:Chan Tai Man\n{}", "nonsense\n".repeat(80)),
    ));
    let last = junk.cards[0].left_out.last().unwrap();
    assert_eq!(
        (last.code, last.params["count"].as_str()),
        ("more_left_out", "30")
    );
}
