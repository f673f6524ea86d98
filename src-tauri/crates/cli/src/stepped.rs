//! What became of a step for many guests, in words.

use std::process::ExitCode;

use outreach_api::why_not_sentence;
use serde_json::Value;

use crate::desk::{Desk, Failure};
use crate::file::text;
use crate::show;

/// Guests that are refused for the same reason are named up to so many.
const NAMED_AT_MOST: usize = 8;

/// What became of a step for many of `guests`; status 3 if some were refused.
pub(crate) fn stepped(
    desk: &Desk,
    done: &Value,
    is_preview: bool,
    guests: &Value,
) -> Result<ExitCode, Failure> {
    let refused = done["refused"].as_array().is_some_and(|all| !all.is_empty());
    show::answer(desk, done, |done| {
        let count = done["done"].as_array().map_or(0, Vec::len);
        let mut lines = vec![match (is_preview, done["change"].as_i64()) {
            (true, _) => format!("{count} could take this step."),
            (false, Some(change)) => format!("{count} took this step (change {change})."),
            (false, None) => "Nothing was changed.".to_owned(),
        }];
        for group in done["refused"].as_array().into_iter().flatten() {
            lines.push(refusal(group, guests));
        }
        if done["seats"].is_object() {
            lines.push(seats(&done["seats"]));
        }
        lines.join("\n")
    })?;
    Ok(if refused {
        ExitCode::from(3)
    } else {
        ExitCode::SUCCESS
    })
}

/// `2 refused: The party needs 3 seats; 0 are free. (Chan Tai Man, Wong Siu Ling)`
fn refusal(group: &Value, guests: &Value) -> String {
    let params = &group["params"];
    let why = why_not_sentence(text(&group["code"]), |name| params[name].as_str());
    let rows = guests["rows"].as_array().map_or(&[][..], Vec::as_slice);
    let refused = group["which"].as_array().map_or(&[][..], Vec::as_slice);
    let name_of = |id: &Value| {
        let row = rows.iter().find(|row| row["invitation"]["id"] == *id)?;
        Some(text(&row["name"]))
    };
    let names: Vec<&str> = refused.iter().take(NAMED_AT_MOST).filter_map(name_of).collect();
    let count = group["count"].as_u64().unwrap_or_default();
    let more = match usize::try_from(count)
        .unwrap_or(usize::MAX)
        .saturating_sub(names.len())
    {
        _ if names.is_empty() => String::new(),
        0 => format!(" ({})", names.join(", ")),
        more => format!(" ({} and {more} more)", names.join(", ")),
    };
    format!("{count} refused: {why}{more}")
}

/// How the seats of an event stand.
pub(crate) fn seats(seats: &Value) -> String {
    let of = seats["capacity"].as_u64().map_or_else(
        || "no limit".to_owned(),
        |capacity| format!("{capacity} seats, {} free", seats["free"]),
    );
    format!("{} taken ({of}), {} waiting", seats["taken"], seats["waiting"])
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_refusal_is_a_sentence_with_the_names_of_those_who_stay() {
        let guests = json!({ "rows": [
            { "invitation": { "id": "a" }, "name": "Ann Chan" },
            { "invitation": { "id": "b" }, "name": "Ben Wong" },
        ] });
        let full = json!({ "code": "full", "params": { "party": "3", "free": "0" }, "count": 2, "which": ["b", "a"] });
        assert_eq!(
            refusal(&full, &guests),
            "2 refused: The party needs 3 seats; 0 are free. (Ben Wong, Ann Chan)"
        );
        let step = json!({ "code": "no_such_step", "params": { "from": "long_listed", "to": "attended" }, "count": 1,
                           "which": ["x"] });
        assert_eq!(
            refusal(&step, &Value::Null),
            "1 refused: Nothing leads from long listed to attended."
        );
    }
}
