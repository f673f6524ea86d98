//! One person as words: what is held, and what happened.

use serde_json::Value;

use crate::file::text;
use crate::show;

/// The page of `people.show`.
pub(crate) fn words(page: &Value) -> String {
    let person = &page["person"];
    let mut lines = vec![
        format!(
            "{}  {}",
            text(&page["names"]["shown"]),
            text(&page["names"]["other"])
        )
        .trim()
        .to_owned(),
    ];
    let mut say = |what: &str, words: String| {
        if !words.trim().is_empty() {
            lines.push(format!("  {what:<14}{words}"));
        }
    };
    say("id", text(&person["id"]).to_owned());
    say("nature", text(&person["nature"]).to_owned());
    say("post", text(&page["post"]).to_owned());
    say("organisation", text(&page["organisation"]).to_owned());
    say("market", text(&page["market_name"]).to_owned());
    say("e-mail", each(&person["emails"], "address"));
    say("telephone", each(&person["telephones"], "raw"));
    say("tags", list(&person["tags"]));
    say("sectors", list(&person["sectors"]));
    say("schemes", list(&person["schemes"]));
    say("languages", list(&person["languages"]));
    say("source", text(&person["source"]).to_owned());
    say("notes", text(&person["notes"]).replace('\n', " "));
    say("kept until", text(&person["retain_until"]).to_owned());
    for consent in rows(&person["consents"]) {
        let given = if consent["given"] == true {
            "agreed to"
        } else {
            "refused"
        };
        let said = format!(
            "{given} {} on {}",
            text(&consent["purpose"]),
            text(&consent["on"])
        );
        say("consent", said);
    }
    if !text(&person["erased"]).is_empty() {
        say("erased", text(&person["erased"]).to_owned());
    }
    for merged in rows(&page["merged"]) {
        say("merged", text(&merged["name"]).to_owned());
    }
    if rows(&page["story"]).next().is_some() {
        lines.push(String::new());
        lines.push(story(&page["story"]));
    }
    lines.join("\n")
}

fn story(items: &Value) -> String {
    show::table(
        &["day", "what", "", "about", "by"],
        rows(items).map(|item| {
            let about = [&item["event_title"], &item["text"]]
                .map(text)
                .into_iter()
                .filter(|words| !words.is_empty())
                .collect::<Vec<_>>()
                .join(" · ");
            vec![
                text(&item["on"]).to_owned(),
                text(&item["kind"]).replace('_', " "),
                text(&item["code"]).replace('_', " "),
                about,
                text(&item["actor"]).to_owned(),
            ]
        }),
    )
}

fn rows(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn each(value: &Value, field: &str) -> String {
    rows(value)
        .map(|item| text(&item[field]))
        .collect::<Vec<_>>()
        .join(", ")
}

fn list(value: &Value) -> String {
    rows(value).map(text).collect::<Vec<_>>().join(", ")
}
