//! Programme spreadsheets that others wrote, on their way in.

use serde_json::{Value, json};

use crate::planner::Planner;

const ROWS: &str = "Event,Date,Start time,End time,City,Owner\n\
    Chamber lunch,2027-05-14,12:00,14:00,Kuala Lumpur,Invented\n\
    吉隆坡招聘會,2027-05-15,10:00,17:00,吉隆坡,Invented\n";

impl Planner {
    fn sheet(&self, request: Value) -> Value {
        let mut request = request;
        request["kind"] = json!("sheet");
        request
    }
}

#[test]
fn a_sheet_comes_in_as_one_change_and_a_second_time_adds_nothing() {
    let planner = Planner::with_sample();
    let before = planner.events().len();
    let file = planner.chosen("in.csv", ROWS, "sheet");
    let request = planner.sheet(json!({"file": file}));
    let preview = planner.ask("imports.preview", request.clone());
    assert_eq!(preview["counts"]["new"], 2, "{preview:#}");
    let sheet = &preview["sheet"];
    assert_eq!(
        (&sheet["form"], &sheet["encoding"]["label"]),
        (&json!("csv"), &json!("UTF-8"))
    );
    assert_eq!(sheet["mapping"][5], Value::Null, "nobody asked for the owner");
    assert_eq!(sheet["samples"][0], json!(["Chamber lunch", "吉隆坡招聘會"]));
    assert_eq!(preview["rows"][0]["span"]["start"]["zone"], "Asia/Kuala_Lumpur");

    let done = planner.ask("imports.commit", request.clone());
    assert_eq!(done["events"].as_array().unwrap().len(), 2);
    assert_eq!(planner.events().len(), before + 2);
    let again = planner.ask("imports.preview", request.clone());
    assert_eq!(again["counts"]["same"], 2, "{again:#}");
    assert_eq!(
        planner.ask("imports.commit", request.clone())["change"],
        Value::Null
    );
    assert_eq!(planner.ask("history.undo", json!({}))["label"], "sheet_imported");
    assert_eq!(planner.events().len(), before);
    assert_eq!(planner.ask("imports.preview", request)["counts"]["new"], 2);
}

#[test]
fn a_planners_edit_stays_while_the_sheet_says_what_it_said() {
    let planner = Planner::with_sample();
    let file = planner.chosen("in.csv", ROWS, "sheet");
    let request = planner.sheet(json!({"file": file}));
    let id = planner.ask("imports.commit", request.clone())["events"][0].clone();
    planner.ask("events.move", json!({"id": id, "by": {"days": 1, "minutes": 0}}));
    assert_eq!(planner.ask("imports.preview", request)["counts"]["same"], 2);
    let changed = ROWS.replace("12:00,14:00,Kuala", "12:00,15:30,Kuala");
    let file = planner.chosen("in.csv", changed, "sheet");
    let preview = planner.ask("imports.preview", planner.sheet(json!({"file": file})));
    assert_eq!(
        (&preview["counts"]["changed"], &preview["rows"][0]["event"]),
        (&json!(1), &id),
        "{preview:#}"
    );
}

#[test]
fn an_ambiguous_date_is_asked_once_a_column_and_never_guessed() {
    let planner = Planner::with_sample();
    let rows = "Event,Date,Start time,End time,City\nLunch,03/04/2027,12:00,14:00,London\nDinner,05/06/2027,19:00,21:00,London\n";
    let file = planner.chosen("in.csv", rows, "sheet");
    let preview = planner.ask("imports.preview", planner.sheet(json!({"file": file})));
    assert_eq!(preview["answered"], false, "{preview:#}");
    assert_eq!(preview["date_asks"].as_array().unwrap().len(), 1);
    let sample = &preview["date_asks"][0]["samples"][0];
    assert_eq!(
        (&sample["day_first"], &sample["month_first"]),
        (&json!("2027-04-03"), &json!("2027-03-04"))
    );
    let refused = planner.refusal("imports.commit", planner.sheet(json!({"file": file})));
    assert_eq!(refused.code, "import_unanswered");
    let answered = planner.sheet(json!({"file": file, "date_orders": {"1": "day_first"}}));
    let preview = planner.ask("imports.preview", answered.clone());
    assert_eq!(
        preview["rows"][0]["span"]["start"]["local"], "2027-04-03T12:00:00",
        "{preview:#}"
    );
    assert_eq!(preview["date_asks"][0]["answered"], "day_first");
    planner.ask("imports.commit", answered);
}

#[test]
fn a_mapping_is_remembered_for_its_layout() {
    let planner = Planner::with_sample();
    let rows = "A,B,C,D,Where\nLunch,2027-05-14,12:00,14:00,London\n";
    let file = planner.chosen("in.csv", rows, "sheet");
    let mapping = json!(["title_en", "start_date", "start_time", "end_time", "city"]);
    let request = planner.sheet(json!({"file": file, "mapping": mapping}));
    assert_eq!(
        planner.ask("imports.preview", request.clone())["counts"]["new"],
        1
    );
    planner.ask("imports.commit", request);
    let planner = planner.restart();
    let file = planner.chosen("other.csv", rows.replace("Lunch", "Dinner"), "sheet");
    let preview = planner.ask("imports.preview", planner.sheet(json!({"file": file})));
    assert_eq!(
        (
            &preview["sheet"]["mapping"],
            &preview["sheet"]["mapping_remembered"]
        ),
        (&mapping, &json!(true)),
        "{preview:#}"
    );
    assert_eq!(preview["counts"]["new"], 1);
    let wrong = planner.sheet(json!({"file": file, "mapping": ["owner"]}));
    assert_eq!(
        planner.refusal("imports.preview", wrong).params["field"],
        "mapping"
    );
}

#[test]
fn an_impossible_date_is_refused_with_its_cell() {
    let planner = Planner::with_sample();
    let rows = "Event,Date,Start time,End time,City\nLunch,2027-02-30,12:00,14:00,London\nDinner,2027-05-06,19:00,21:00,London\n";
    let file = planner.chosen("in.csv", rows, "sheet");
    let preview = planner.ask("imports.preview", planner.sheet(json!({"file": file})));
    assert_eq!(
        (&preview["counts"]["refused"], &preview["counts"]["new"]),
        (&json!(1), &json!(1)),
        "{preview:#}"
    );
    let row = &preview["rows"][0];
    assert_eq!((&row["row"], &row["title"]), (&json!(2), &json!("Lunch")));
    assert_eq!(
        (&row["problems"][0]["column"], &row["problems"][0]["code"]),
        (&json!(1), &json!("date_impossible"))
    );
}

#[test]
fn our_own_workbook_and_table_come_back_as_the_same() {
    let planner = Planner::with_sample();
    for format in ["csv", "xlsx"] {
        let name = format!("out.{format}");
        planner.answer(Some(planner.path(&name)));
        planner.ask("export.write", json!({"format": format}));
        planner.answer(Some(planner.path(&name)));
        let file = planner.ask("imports.choose", json!({"kind": "sheet"}))["file"].clone();
        let preview = planner.ask("imports.preview", planner.sheet(json!({"file": file})));
        let others: Vec<&Value> = preview["rows"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|row| row["verdict"] != "same")
            .take(3)
            .collect();
        assert!(others.is_empty(), "{format} {:#} {others:#?}", preview["counts"]);
    }
}

#[test]
fn the_template_can_be_read_again() {
    let planner = Planner::with_sample();
    for language in ["en", "zh-Hant", "zh-Hans"] {
        planner.answer(Some(planner.path("template.xlsx")));
        let written = planner.ask("imports.template", json!({"language": language}));
        assert_eq!(written["name"], "template.xlsx");
        planner.answer(Some(planner.path("template.xlsx")));
        let file = planner.ask("imports.choose", json!({"kind": "sheet"}))["file"].clone();
        match planner.try_ask("imports.preview", planner.sheet(json!({"file": file}))) {
            Ok(preview) => assert_eq!(preview["counts"]["refused"], 0, "{preview:#}"),
            Err(refused) => assert_eq!(refused.code, "sheet_without_rows"),
        }
    }
}

#[test]
fn a_venue_that_is_no_record_is_kept_in_the_notes_of_a_new_event() {
    let planner = Planner::with_sample();
    let rows =
        "Event,Date,Start time,End time,City,Venue\nLunch,2027-05-14,12:00,14:00,London,Hall of Nobody\n";
    let file = planner.chosen("in.csv", rows, "sheet");
    let request = planner.sheet(json!({"file": file}));
    let id = planner.ask("imports.commit", request.clone())["events"][0].clone();
    let notes = planner.event(&id)["notes"].as_str().unwrap().to_owned();
    assert!(notes.contains("Hall of Nobody"), "{notes:?}");
    assert_eq!(planner.ask("imports.preview", request)["counts"]["same"], 1);
}
