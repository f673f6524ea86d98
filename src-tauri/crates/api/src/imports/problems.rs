//! What is wrong with a row, or worth knowing about it, as the words need it.

use std::collections::BTreeMap;

use outreach_exchange::sheets::CellProblem;
use outreach_plan::validate::Invalid;

use crate::views::ImportProblem;

/// A UID of another program that is kept as the event's own has at most so many characters.
const UID_MOST: usize = 200;

/// Something of that code.
pub(crate) fn problem(code: &str) -> ImportProblem {
    ImportProblem {
        column: None,
        field: None,
        code: code.to_owned(),
        params: BTreeMap::new(),
    }
}

impl ImportProblem {
    #[expect(
        clippy::needless_pass_by_value,
        reason = "texts and numbers read alike where it is called"
    )]
    pub(crate) fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }

    pub(super) fn of_field(mut self, field: &str) -> Self {
        self.field = Some(field.to_owned());
        self
    }
}

/// A cell's.
pub(super) fn of_cell(cell: CellProblem) -> ImportProblem {
    ImportProblem {
        column: cell.column,
        field: cell.field.map(|field| field.key().to_owned()),
        code: cell.code.to_owned(),
        params: named(cell.params),
    }
}

/// A field's that no record may hold.
pub(crate) fn of_field(invalid: &Invalid) -> ImportProblem {
    let written = serde_json::to_value(&invalid.problem).unwrap_or_default();
    let mut found = problem(written["type"].as_str().unwrap_or("invalid")).of_field(&invalid.field);
    for (name, value) in written
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(name, _)| *name != "type")
    {
        found = match value.as_str() {
            Some(text) => found.with(name, text),
            None => found.with(name, value),
        };
    }
    found
}

/// Values by name as they cross to a screen.
pub(super) fn named(params: BTreeMap<&'static str, String>) -> BTreeMap<String, String> {
    params
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

/// Whether a UID can be an event's own. One that is too long or cannot be shown is kept as the origin's key alone.
pub(super) fn fits_as_uid(uid: &str) -> bool {
    !uid.is_empty() && uid.len() <= UID_MOST && !uid.chars().any(char::is_control)
}
