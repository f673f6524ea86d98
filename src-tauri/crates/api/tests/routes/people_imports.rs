//! Lists of people that others wrote, on their way in.

use serde_json::{Value, json};

use crate::planner::Planner;

const ROWS: &str = "Family name,Given name,Chinese name,Company,E-mail,Telephone,Country\n\
    Chan,Tai Man,陳大文,Harbour Analytics,taiman@example.org,+852 2123 4567,Malaysia\n\
    Osman,Aisyah,,Straits Robotics,aisyah@example.com,+60 3-2161 2345,Malaysia\n\
    Weber,Anna,,Rhine Optics,anna.weber@example.net,+49 30 1234567,Malaysia\n";

impl Planner {
    /// The number of a list of people with that content.
    pub(crate) fn list_of_people(&self, name: &str, content: impl AsRef<[u8]>) -> Value {
        let path = self.path(name);
        std::fs::write(&path, content).unwrap();
        self.answer(Some(path));
        self.ask("people.import_choose", json!({}))["file"].clone()
    }

    fn looked(&self, request: &Value) -> Value {
        self.ask("people.import_preview", request.clone())
    }

    fn total(&self) -> u64 {
        self.people(json!({}))["total"].as_u64().unwrap()
    }
}

fn verdicts(preview: &Value) -> Vec<&str> {
    let rows = preview["rows"].as_array().unwrap();
    rows.iter().map(|row| row["verdict"].as_str().unwrap()).collect()
}

#[test]
fn a_list_comes_in_as_one_change_and_a_second_time_adds_nothing() {
    let planner = Planner::with_new();
    let file = planner.list_of_people("guests.csv", ROWS);
    let request = json!({"file": file});
    let preview = planner.looked(&request);
    assert_eq!(preview["counts"]["new"], 3, "{preview:#}");
    assert_eq!(preview["counts"]["adds"], 3);
    assert_eq!(preview["rows"][0]["name"], "Tai Man Chan");
    assert_eq!(preview["rows"][0]["cells"][2], "陳大文");
    assert_eq!(planner.total(), 0, "a preview stores nothing");

    let done = planner.ask("people.import_commit", request.clone());
    assert_eq!(done["people"].as_array().unwrap().len(), 3);
    assert_eq!(planner.total(), 3);
    assert_eq!(planner.found("陈大文"), ["Tai Man Chan"]);
    let again = planner.looked(&request);
    assert_eq!(again["counts"]["same"], 3, "{again:#}");
    assert_eq!(again["sheet"]["mapping_remembered"], true);
    assert_eq!(
        planner.ask("people.import_commit", request.clone())["change"],
        Value::Null
    );
    assert_eq!(planner.total(), 3);

    let undone = planner.ask("history.undo", json!({}));
    assert_eq!(
        (&undone["label"], &undone["params"]["new"]),
        (&json!("people_imported"), &json!("3"))
    );
    assert_eq!(planner.total(), 0);
    assert_eq!(planner.looked(&request)["counts"]["new"], 3);
}

#[test]
fn what_was_corrected_here_stays_when_the_same_file_comes_again() {
    let planner = Planner::with_new();
    let request = json!({"file": planner.list_of_people("guests.csv", ROWS)});
    let id = planner.ask("people.import_commit", request.clone())["people"][0].clone();
    planner.ask(
        "records.edit",
        json!({"kind": "person", "id": id, "set": {
            "family": "Chan-Lee", "emails": [{"address": "other@example.org", "label": "", "bounced": false}],
        }}),
    );
    assert_eq!(planner.looked(&request)["counts"]["same"], 3);
}

#[test]
fn a_row_that_says_more_of_somebody_changes_them_and_shows_what() {
    let planner = Planner::with_new();
    planner.ask(
        "people.import_commit",
        json!({"file": planner.list_of_people("guests.csv", ROWS)}),
    );
    let newer = ROWS.replace("Straits Robotics,", "Penang Photonics,");
    let request = json!({"file": planner.list_of_people("newer.csv", newer)});
    let preview = planner.looked(&request);
    assert_eq!(verdicts(&preview), ["same", "changed", "same"]);
    let changed = &preview["rows"][1]["changes"];
    assert_eq!(changed[0]["field"], "organisation", "{changed:#}");
    planner.ask("people.import_commit", request);
    assert_eq!(planner.total(), 3);
    let row = &planner.people(json!({"query": "osman"}))["rows"][0];
    assert_eq!(row["organisation"], "Penang Photonics");
}

#[test]
fn possible_duplicates_stand_beside_each_other_and_are_decided() {
    let planner = Planner::with_new();
    let known = planner.person(json!({
        "family": "Chan", "given": "Tai Man", "chinese": "陳大文",
        "organisation": {"en": "Harbour Analytics", "zh_hant": "", "zh_hans": ""},
    }));
    let mut request = json!({"file": planner.list_of_people("guests.csv", ROWS)});
    let preview = planner.looked(&request);
    assert_eq!(verdicts(&preview), ["alike", "new", "new"], "{preview:#}");
    let alike = &preview["rows"][0]["alike"][0];
    assert_eq!(alike["other"]["person"]["id"], known);
    assert!(!alike["reasons"].as_array().unwrap().is_empty());
    assert_eq!(preview["answered"], false);
    let refused = planner.refusal("people.import_commit", request.clone());
    assert_eq!(
        (refused.code.as_str(), refused.params["count"].as_str()),
        ("import_undecided", "1")
    );
    assert_eq!(planner.total(), 1, "nothing was imported");

    request["decisions"] = json!([{"row": preview["rows"][0]["row"], "act": "same"}]);
    let preview = planner.looked(&request);
    assert_eq!(preview["counts"]["undecided"], 0);
    assert_eq!(
        (&preview["counts"]["adds"], &preview["counts"]["changes"]),
        (&json!(2), &json!(1))
    );
    planner.ask("people.import_commit", request);
    assert_eq!(planner.total(), 3);
    let person = planner.ask("people.show", json!({"id": known}))["person"].clone();
    assert_eq!(person["emails"][0]["address"], "taiman@example.org");
}

#[test]
fn a_bad_cell_is_shown_where_it_stands_and_mended_before_the_import() {
    let planner = Planner::with_new();
    let rows = ROWS
        .replace("aisyah@example.com", "aisyah at example")
        .replace("+49 30 1234567", "1.2E+10");
    let mut request = json!({"file": planner.list_of_people("guests.csv", rows)});
    let preview = planner.looked(&request);
    assert_eq!(verdicts(&preview), ["new", "refused", "refused"], "{preview:#}");
    let (mail, number) = (&preview["rows"][1], &preview["rows"][2]);
    assert_eq!(mail["problems"][0]["column"], 4);
    assert_eq!(mail["problems"][0]["code"], "not_an_email");
    assert_eq!(number["problems"][0]["code"], "number_rounded");
    request["corrections"] = json!([
        {"row": mail["row"], "column": 4, "text": "aisyah@example.com"},
        {"row": number["row"], "column": 5, "text": "+49 30 1234567"},
    ]);
    let preview = planner.looked(&request);
    assert_eq!(verdicts(&preview), ["new", "new", "new"]);
    assert_eq!(preview["rows"][1]["cells"][4], "aisyah@example.com");
    let refused = planner.looked(&json!({"file": request["file"], "only": "refused"}));
    assert_eq!(
        (&refused["fitting"], &refused["counts"]["total"]),
        (&json!(2), &json!(3))
    );
    planner.ask("people.import_commit", request.clone());
    assert_eq!(planner.total(), 3);
    assert_eq!(
        planner.looked(&request)["counts"]["same"],
        3,
        "the mended file adds nothing either"
    );
}

#[test]
fn all_people_of_an_import_are_given_notice_purpose_and_retention() {
    let planner = Planner::with_new();
    let total = planner.total();
    let notice = planner.ask(
        "records.add",
        json!({"kind": "notice", "set": {
            "name": {"en": "Guests of events", "zh_hant": "", "zh_hans": ""},
            "text": {"en": "We keep what you tell us.", "zh_hant": "", "zh_hans": ""},
            "version": 7, "from": "2026-01-01", "purposes": ["events"], "retain_months": 24,
        }}),
    )["key"]["id"]
        .clone();
    let request = json!({
        "file": planner.list_of_people("chamber.csv", ROWS), "notice": notice, "on": "2026-11-20", "by": "on the form",
        "purposes": ["events"], "tags": ["chamber"], "source": "The chamber's list",
    });
    planner.ask("people.import_commit", request);
    assert_eq!(planner.total(), total + 3);
    let row = &planner.people(json!({"query": "tag:chamber osman"}))["rows"][0]["person"];
    assert_eq!(row["notices"][0]["notice"], notice);
    assert_eq!(row["consents"][0]["given"], true);
    assert_eq!(row["retain_until"], "2028-11-20");
    assert_eq!(row["source"], "The chamber's list");
}

#[test]
fn what_is_pasted_comes_in_as_a_file_does() {
    let planner = Planner::with_new();
    let text = ROWS.replace(',', "\t");
    let chosen = planner.ask("people.import_paste", json!({"text": text}));
    assert_eq!(
        (&chosen["kind"], &chosen["pasted"]),
        (&json!("sheet"), &json!(true))
    );
    let request = json!({"file": chosen["file"]});
    assert_eq!(planner.looked(&request)["counts"]["new"], 3);
    planner.ask("people.import_commit", request);
    assert_eq!(planner.total(), 3);
}

#[test]
fn cards_come_in_and_a_changed_card_of_the_same_bearer_changes_them() {
    let planner = Planner::with_new();
    let card = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:abc-1\r\nN:Chan;Tai Man;;;\r\nFN:Tai Man Chan\r\n\
        ORG:Harbour Analytics\r\nEMAIL:taiman@example.org\r\nEND:VCARD\r\n";
    let request = json!({"file": planner.list_of_people("one.vcf", card)});
    let preview = planner.looked(&request);
    assert_eq!(
        (&preview["kind"], verdicts(&preview)),
        (&json!("cards"), vec!["new"]),
        "{preview:#}"
    );
    planner.ask("people.import_commit", request.clone());
    assert_eq!(verdicts(&planner.looked(&request)), ["same"]);
    let newer = card.replace("Harbour Analytics", "Penang Photonics");
    let request = json!({"file": planner.list_of_people("newer.vcf", newer)});
    assert_eq!(verdicts(&planner.looked(&request)), ["changed"]);
    planner.ask("people.import_commit", request);
    assert_eq!(planner.total(), 1);
    let row = &planner.people(json!({}))["rows"][0];
    assert_eq!(row["organisation"], "Penang Photonics");
}

#[test]
fn a_row_that_stands_twice_in_a_file_becomes_one_person() {
    let planner = Planner::with_new();
    let line = ROWS.lines().nth(1).unwrap();
    let request = json!({"file": planner.list_of_people("twice.csv", format!("{ROWS}{line}\n"))});
    let preview = planner.looked(&request);
    assert_eq!(verdicts(&preview), ["new", "new", "new", "same"], "{preview:#}");
    assert_eq!(preview["rows"][3]["warnings"][0]["code"], "row_twice");
    planner.ask("people.import_commit", request);
    assert_eq!(planner.total(), 3);
}

#[test]
fn namesakes_of_different_bodies_and_people_who_share_an_address_are_not_made_one() {
    let planner = Planner::with_new();
    let rows = "Family name,Given name,Company,E-mail\n\
        Weber,Anna,Rhine Optics,office@example.net\n\
        Weber,Boris,Rhine Optics,office@example.net\n";
    let request = json!({"file": planner.list_of_people("shared.csv", rows), "undecided": "new"});
    planner.ask("people.import_commit", request);
    assert_eq!(planner.total(), 2);
}

#[test]
fn a_list_in_big5_is_read_and_a_wrong_encoding_can_be_said() {
    let planner = Planner::with_new();
    // 姓名,公司 / 陳大文,海港數據 in Big5.
    let rows: &[u8] =
        b"\xa9m\xa6W,\xa4\xbd\xa5q\r\n\xb3\xaf\xa4j\xa4\xe5,\xae\xfc\xb4\xe4\xbc\xc6\xbe\xda\r\n";
    let request = json!({"file": planner.list_of_people("big5.csv", rows), "encoding": "Big5-HKSCS"});
    let preview = planner.looked(&request);
    assert_eq!(preview["rows"][0]["draft"]["chinese"], "陳大文", "{preview:#}");
    let refused = planner.refusal(
        "people.import_preview",
        json!({"file": request["file"], "encoding": "Klingon"}),
    );
    assert_eq!(refused.code, "unknown_encoding");
}

#[test]
fn bad_lists_are_refused_or_shown_and_nothing_is_stored() {
    let planner = Planner::with_new();
    for (name, content) in [
        ("empty.csv", Vec::new()),
        ("picture.xlsx", b"\x89PNG\r\n\x1a\n0000".to_vec()),
        ("nothing.vcf", b"hello".to_vec()),
    ] {
        let file = planner.list_of_people(name, content);
        let refused = planner.refusal("people.import_preview", json!({"file": file}));
        assert!(
            !refused.code.is_empty() && refused.code != "internal",
            "{name}: {}",
            refused.code
        );
    }
    let wide: String = (0..300).map(|n| format!("Column {n},")).collect();
    let wide = format!("{wide}\n{}\n", "x,".repeat(300));
    let preview = planner.looked(&json!({"file": planner.list_of_people("wide.csv", wide)}));
    assert_eq!(preview["counts"]["adds"], 0, "nothing names anybody: {preview:#}");
    let odd =
        "Family name,E-mail\nWeber,\"Anna Weber <anna@example.net>\"\n=1+1,b@example.net\n,c@example.net\n";
    let preview = planner.looked(&json!({"file": planner.list_of_people("odd.csv", odd)}));
    assert_eq!(
        preview["rows"][0]["draft"]["emails"][0]["address"], "anna@example.net",
        "{preview:#}"
    );
    assert_eq!(
        preview["rows"][1]["name"], "=1+1",
        "a formula of a text file is text"
    );
    assert_eq!(preview["rows"][2]["problems"][0]["code"], "no_name");
    assert_eq!(planner.total(), 0);
    assert_eq!(
        planner
            .refusal("people.import_preview", json!({"file": 4711}))
            .code,
        "no_such_choice"
    );
    assert_eq!(
        planner.refusal("people.import_paste", json!({"text": " "})).code,
        "invalid_field"
    );
}

#[test]
fn somebody_merged_away_is_known_again_as_whom_they_were_merged_into() {
    let planner = Planner::with_new();
    let request = json!({"file": planner.list_of_people("guests.csv", ROWS)});
    let people = planner.ask("people.import_commit", request.clone())["people"].clone();
    planner.ask("people.merge", json!({"keep": people[0], "drop": people[1]}));
    let preview = planner.looked(&request);
    assert_eq!(preview["counts"]["same"], 3);
    assert_eq!(preview["rows"][1]["person"]["person"]["id"], people[0]);
}

#[test]
fn an_import_can_be_stopped_and_then_nothing_is_stored() {
    let planner = Planner::with_new();
    let mut rows = String::from("Family name,Given name,E-mail\n");
    for n in 0..5000 {
        rows.push_str(&format!("Guest{n},Number{n},guest{n}@example.org\n"));
    }
    let request = json!({"file": planner.list_of_people("many.csv", rows)});
    let stopped = std::thread::scope(|scope| {
        let working = scope.spawn(|| planner.try_ask("people.import_commit", request.clone()));
        for number in 1..200 {
            let work = format!("import-{number}");
            _ = planner.try_ask("work.cancel", json!({"work": work}));
        }
        while !working.is_finished() {
            for number in 1..5 {
                _ = planner.try_ask("work.cancel", json!({"work": format!("import-{number}")}));
            }
            // Reads go on meanwhile.
            planner.ask("app.status", json!({}));
        }
        working.join().unwrap()
    });
    assert_eq!(stopped.unwrap_err().code, "cancelled");
    assert_eq!(planner.total(), 0);
}

#[test]
fn the_rows_of_a_file_of_cards_are_its_cards_whatever_is_left_out_of_them() {
    let planner = Planner::with_new();
    let cards = "BEGIN:VCARD\r\r\nVERSION:3.0\r\r\nFN:Tai Man Chan\r\r\nN:Chan;Tai Man;;;\r\r\nTEL:call me\r\r\nNOTE:one\r\r\n  two\r\r\n\
        END:VCARD\r\r\nBEGIN:VCARD\r\nVERSION:2.1\r\nEMAIL;PREF:jane.doe@example.org\r\nEND:VCARD\r\n";
    let preview = planner.looked(&json!({"file": planner.list_of_people("two.vcf", cards)}));
    assert_eq!(preview["counts"]["total"], 2, "{preview:#}");
    assert_eq!(verdicts(&preview), ["new", "refused"]);
    let chan = &preview["rows"][0];
    assert_eq!(chan["draft"]["notes"], "one two");
    assert_eq!(
        (
            &chan["warnings"][0]["code"],
            &chan["warnings"][0]["params"]["text"]
        ),
        (&json!("number_left_out"), &json!("call me"))
    );
    let jane = &preview["rows"][1]["problems"][0];
    assert_eq!(
        (&jane["code"], &jane["params"]["text"]),
        (&json!("card_without_name"), &json!("jane.doe@example.org"))
    );
}
