//! The table of routes itself.

use std::collections::BTreeSet;

use outreach_api::{ROUTES, RouteKind};
use serde_json::json;

use crate::planner::Planner;

#[test]
fn every_route_has_a_name_of_its_own_and_says_what_it_is_for() {
    let names: BTreeSet<&str> = ROUTES.iter().map(|route| route.name).collect();
    assert_eq!(names.len(), ROUTES.len());
    for route in ROUTES {
        let (area, deed) = route.name.split_once('.').unwrap();
        assert!(
            !area.is_empty() && deed.chars().all(|c| c.is_ascii_lowercase() || c == '_'),
            "{}",
            route.name
        );
        assert!(route.doc.trim().len() > 10, "{}", route.name);
    }
    assert!(ROUTES.iter().any(|route| route.kind == RouteKind::Long));
}

#[test]
fn an_unknown_route_and_a_request_out_of_form_are_refused_clearly() {
    let planner = Planner::new();
    let unknown = planner.refusal("events.listt", json!({}));
    assert_eq!(
        (unknown.code.as_str(), unknown.params["route"].as_str()),
        ("no_such_route", "events.listt")
    );
    for request in ["{", "[]", "7", "{\"id\": 7}", "{\"id\": \"秘密\"}"] {
        let refused = planner.session.call("events.show", request).unwrap_err();
        assert_eq!(refused.code, "bad_request", "{request}");
        assert!(!refused.detail.contains("秘密"));
    }
}

#[test]
fn without_a_workspace_every_route_says_so_or_answers_and_none_panics() {
    let planner = Planner::new();
    for route in ROUTES {
        if let Err(error) = planner.session.call(route.name, "{}") {
            let known = [
                "no_workspace",
                "bad_request",
                "invalid_field",
                "no_such_choice",
                "nothing_imported",
                "unknown_zone",
            ];
            assert!(known.contains(&error.code.as_str()), "{}: {error:?}", route.name);
        }
    }
}

#[cfg(feature = "bindings")]
#[test]
fn the_typescript_side_is_what_the_table_says() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/api");
    for (name, text) in outreach_api::bindings::files() {
        let there = std::fs::read_to_string(folder.join(name)).unwrap_or_default();
        assert!(there == text, "{name} is stale; run `cargo xtask bindings`");
    }
}
