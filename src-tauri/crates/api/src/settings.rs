//! Preferences of this machine.

use serde_json::Value;

use crate::route::Nothing;
use crate::views::{EditSettings, Settings};
use crate::{Refused, Session};

/// A day: nobody means longer, and 0 means never.
const LOCK_AFTER_AT_MOST: u32 = 1440;
const NAME_AT_MOST: usize = 100;

/// `settings.show`
pub(crate) fn show(session: &Session, _request: &Nothing) -> Result<Settings, Refused> {
    Ok(session.preferences.settings())
}

/// `settings.edit`
pub(crate) fn edit(session: &Session, request: &EditSettings) -> Result<Settings, Refused> {
    let before = session.preferences.settings();
    let mut fields = match serde_json::to_value(&before) {
        Ok(Value::Object(fields)) => fields,
        Ok(_) | Err(_) => return Err(Refused::internal(&"preferences are not a map")),
    };
    let mut settings = before;
    for (field, value) in &request.set {
        let Some(place) = fields.get_mut(field) else {
            return Err(Refused::invalid("set", "unknown"));
        };
        *place = value.clone();
        settings = serde_json::from_value(Value::Object(fields.clone()))
            .map_err(|_may_quote| Refused::invalid(field, "wrong_type"))?;
    }
    if settings.lock_after_minutes > LOCK_AFTER_AT_MOST {
        return Err(Refused::invalid("lock_after_minutes", "too_large").with("most", LOCK_AFTER_AT_MOST));
    }
    let clean = |text: &str| {
        let kept: String = text.chars().filter(|c| !c.is_control()).collect();
        kept.trim().to_owned()
    };
    settings.actor = clean(&settings.actor);
    settings.second_clock_name = clean(&settings.second_clock_name);
    for (field, text) in [
        ("actor", &settings.actor),
        ("second_clock_name", &settings.second_clock_name),
    ] {
        if text.chars().count() > NAME_AT_MOST {
            return Err(Refused::invalid(field, "too_long").with("most", NAME_AT_MOST));
        }
    }
    session.shown().zone(&settings.second_clock)?;
    session.preferences.set_settings(settings.clone())?;
    session.teller.changed(&["settings"]);
    Ok(settings)
}
