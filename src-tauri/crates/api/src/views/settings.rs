//! Preferences of this workspace's user.

use outreach_plan::Language;
use serde::{Deserialize, Serialize};

/// Preferences. Kept on this machine, outside the workspace's history: they are not part of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct Settings {
    /// Language of the window.
    pub language: Language,
    /// Light, dark, or as the system.
    pub theme: Theme,
    /// Row height.
    pub density: Density,
    /// IANA zone of the second clock.
    pub second_clock: String,
    /// What the second clock is called: a city.
    pub second_clock_name: String,
    /// Minutes without a key or a click after which the workspace locks; 0 never.
    pub lock_after_minutes: u32,
    /// How names sort in Chinese.
    pub chinese_order: ChineseOrder,
    /// The planner's name, as the history shows it.
    pub actor: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: Language::English,
            theme: Theme::System,
            density: Density::Compact,
            second_clock: "Europe/London".to_owned(),
            second_clock_name: "London".to_owned(),
            lock_after_minutes: 15,
            chinese_order: ChineseOrder::Stroke,
            actor: String::new(),
        }
    }
}

/// Colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system.
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Row height.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Density {
    /// 32 px.
    Compact,
    /// 40 px.
    Comfortable,
}

/// How Chinese names sort.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ChineseOrder {
    /// By strokes.
    Stroke,
    /// By romanisation.
    Romanisation,
}

/// Sets preferences.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct EditSettings {
    /// The preferences to set; others keep their values.
    #[cfg_attr(feature = "bindings", ts(type = "Partial<Settings>"))]
    pub set: serde_json::Map<String, serde_json::Value>,
}
