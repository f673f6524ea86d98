//! What goes wrong, as the screens and the command line hear it.
//!
//! A refusal has a code (a key of the words in three languages), what the words need, and an English detail
//! for the command line. It never holds anything a planner typed but names of zones and fields, so that it can
//! be logged.

use std::collections::BTreeMap;
use std::fmt::Display;

use serde::{Deserialize, Serialize};

/// A refusal as it crosses to the window, the command line and the tests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ErrorView {
    /// A key of the words `errors.*`: `passphrase_wrong`, `time_in_gap`, …
    pub code: String,
    /// What the words need.
    #[cfg_attr(feature = "bindings", ts(type = "Record<string, string>"))]
    pub params: BTreeMap<String, String>,
    /// In English: what happened, what was kept, what to do.
    pub detail: String,
}

/// Why a route did not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused(Box<ErrorView>);

impl Refused {
    /// A refusal with nothing but its code and its sentence.
    pub fn new(code: &str, detail: impl Into<String>) -> Self {
        Self(Box::new(ErrorView {
            code: code.to_owned(),
            params: BTreeMap::new(),
            detail: detail.into(),
        }))
    }

    /// Adds something the words need.
    #[must_use]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "texts and numbers read alike where it is called"
    )]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.0.params.insert(name.to_owned(), value.to_string());
        self
    }

    /// The code.
    pub fn code(&self) -> &str {
        &self.0.code
    }

    /// As it crosses to a screen.
    pub fn view(&self) -> &ErrorView {
        &self.0
    }

    /// As it crosses to a screen.
    pub fn into_view(self) -> ErrorView {
        *self.0
    }

    pub(crate) fn bad_request(route: &str, error: &serde_json::Error) -> Self {
        // serde's message may quote what was typed; only its place is passed on.
        Self::new(
            "bad_request",
            format!(
                "The request to {route} is not in its form (at character {}). Nothing was changed.",
                error.column()
            ),
        )
        .with("route", route)
    }

    pub(crate) fn no_route(name: &str) -> Self {
        let name: String = name.chars().take(60).collect();
        Self::new(
            "no_such_route",
            format!("There is no route `{name}`. Nothing was changed."),
        )
        .with("route", name)
    }

    /// Something that should not happen. `error` must not hold anything a planner typed.
    pub(crate) fn internal(error: &dyn Display) -> Self {
        Self::new(
            "internal",
            format!("Something unexpected went wrong: {error}. What was saved is kept."),
        )
    }
}

impl Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.detail)
    }
}

impl std::error::Error for Refused {}

impl Display for ErrorView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.detail)
    }
}

impl std::error::Error for ErrorView {}
