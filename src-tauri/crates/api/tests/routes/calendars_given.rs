//! What an issue gives to whom, and that nothing else is recorded as given.

use serde_json::{Value, json};

use crate::calendars::{calendar, issue, talk};
use crate::planner::Planner;

const KL: &str = "Asia/Kuala_Lumpur";

/// A recipient as the calendar's page shows it.
fn standing(planner: &Planner, calendar: &Value, recipient: &Value) -> Value {
    let page = planner.ask("calendars.show", json!({"calendar": calendar}));
    let views = page["recipients"].as_array().unwrap().iter();
    views
        .clone()
        .find(|view| view["recipient"]["id"] == *recipient)
        .unwrap()
        .clone()
}

#[test]
fn who_has_no_address_holds_no_invitation_and_is_named_as_left_out() {
    let planner = Planner::with_new();
    let set = json!({"name": {"en": "Public"}, "form": {"organiser_email": "desk@office.example"}});
    let (calendar, with_address) = calendar(&planner, set, &["Ada"]);
    let set = json!({"calendar": calendar, "name": "Silent"});
    let silent = planner.ask("records.add", json!({"kind": "recipient", "set": set}))["key"]["id"].clone();
    talk(&planner, "Talk", KL, "2027-05-14T14:00:00");
    let asked = |formats: Value| json!({"calendar": calendar, "kind": "changes", "formats": formats});

    let preview = planner.ask("calendars.preview_issue", asked(json!(["itip"])));
    let done = issue(&planner, asked(json!(["itip"])), "first");
    for told in [&preview, &done] {
        assert_eq!(told["packs"][0]["recipients"], json!(with_address), "{told:#}");
        assert_eq!(told["without_address"], json!([silent]), "{told:#}");
    }
    let ada = standing(&planner, &calendar, &with_address[0]);
    assert_eq!((&ada["holds"], &ada["waiting"]), (&json!(1), &json!(0)));
    let left_out = standing(&planner, &calendar, &silent);
    assert_eq!(
        (&left_out["holds"], &left_out["waiting"], &left_out["last_issue"]),
        (&json!(0), &json!(1), &Value::Null)
    );

    let nobody = issue(&planner, asked(json!(["itip"])), "second");
    assert_eq!((&nobody["packs"], &nobody["change"]), (&json!([]), &Value::Null));
    assert_eq!(nobody["without_address"], json!([silent]));
    assert!(!planner.path("second").exists(), "there is nothing to write");

    // A file beside the invitations can be handed over in other ways.
    issue(&planner, asked(json!(["ics", "itip"])), "third");
    assert_eq!(standing(&planner, &calendar, &silent)["holds"], 1);
}

#[test]
fn a_public_calendar_tells_no_ideas_and_a_partners_does() {
    let planner = Planner::with_new();
    let (public, _) = calendar(&planner, json!({"name": {"en": "Public"}}), &["Ada"]);
    let set = json!({"name": {"en": "Partners"}, "audience": "partner"});
    let (partners, _) = calendar(&planner, set, &["Bea"]);
    talk(&planner, "Talk", KL, "2027-05-14T14:00:00");
    let idea = talk(&planner, "Thought", KL, "2027-05-15T14:00:00");
    let is = |status: &str| {
        planner.ask("events.edit", json!({"id": idea, "set": {"status": status}}));
    };
    is("idea");
    let whole = |calendar: &Value| {
        planner.ask(
            "calendars.preview_issue",
            json!({"calendar": calendar, "kind": "whole"}),
        )
    };
    let leaves_out = |preview: &Value| {
        preview["leaves_out"]
            .as_array()
            .unwrap()
            .contains(&json!("ideas"))
    };
    assert_eq!(whole(&public)["packs"][0]["events"], 1);
    assert!(leaves_out(&whole(&public)) && !leaves_out(&whole(&partners)));
    assert_eq!(whole(&partners)["packs"][0]["events"], 2);
    issue(&planner, json!({"calendar": public, "kind": "whole"}), "first");
    is("tentative");
    let changes = planner.ask("calendars.changes", json!({"calendar": public}));
    assert_eq!(
        (&changes[0]["change"], &changes[0]["event"]),
        (&json!("new"), &idea)
    );
}
