//! What could not be read or kept, gathered as it is met, and bounded.

use std::collections::{BTreeMap, HashMap};

use super::{Loss, RefusedItem};

/// How many refused items are told one by one, and how many lines of a loss.
const MOST_REFUSED: usize = 1_000;
const MOST_LINES: usize = 50;
/// How many kinds of loss are told apart; a file of made-up names must not fill the memory.
const MOST_KINDS: usize = 1_000;

#[derive(Default)]
pub(super) struct Report {
    refused: Vec<RefusedItem>,
    losses: HashMap<String, Loss>,
}

impl Report {
    pub(super) fn refuse<const N: usize>(
        &mut self,
        line: u32,
        uid: &str,
        code: &'static str,
        params: [(&'static str, String); N],
    ) {
        if self.refused.len() > MOST_REFUSED {
            return;
        }
        let full = self.refused.len() == MOST_REFUSED;
        self.refused.push(RefusedItem {
            line,
            uid: uid.chars().filter(|c| !c.is_control()).take(300).collect(),
            code: if full { "too_many_refused" } else { code },
            params: if full {
                BTreeMap::new()
            } else {
                params.into_iter().collect()
            },
        });
    }

    pub(super) fn lose(&mut self, what: &str, line: u32) {
        let mut upper = [0_u8; 40];
        let Some(name) = upper.get_mut(..what.len()) else {
            return self.lose("X-", line);
        };
        name.copy_from_slice(what.as_bytes());
        name.make_ascii_uppercase();
        let name = std::str::from_utf8(name).unwrap_or("X-");
        if let Some(loss) = self.losses.get_mut(name) {
            loss.count = loss.count.saturating_add(1);
            if loss.lines.len() < MOST_LINES {
                loss.lines.push(line);
            }
        } else if self.losses.len() < MOST_KINDS || name == "X-" {
            let loss = Loss {
                property: name.to_owned(),
                count: 1,
                lines: vec![line],
            };
            self.losses.insert(name.to_owned(), loss);
        } else {
            self.lose("X-", line);
        }
    }

    /// By line, and by name.
    pub(super) fn done(self) -> (Vec<RefusedItem>, Vec<Loss>) {
        let mut refused = self.refused;
        refused.sort_by_key(|item| item.line);
        let mut losses: Vec<Loss> = self.losses.into_values().collect();
        losses.sort_by(|one, other| one.property.cmp(&other.property));
        (refused, losses)
    }
}

/// A stranger's text, short enough to be shown.
pub(super) fn short(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(80).collect()
}
