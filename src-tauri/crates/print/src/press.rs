//! One document in the making: the plan, the paper, and the way text takes from a record to the page.

use std::cell::RefCell;
use std::collections::BTreeSet;

use outreach_plan::{Audience, Event, Language, Plan, Span, Status, Wording};

use crate::{Faces, Paper, PrintError};

/// So many events a document holds at most: a thousand pages.
pub(crate) const EVENTS_AT_MOST: usize = 20_000;
/// A run of so many letters without a place to break gets such places, or it would leave its column.
const LONG_RUN: usize = 22;
/// How far apart those places are.
const BREAK_EVERY: usize = 11;
/// So many characters of an address fit beside its heading.
const LONGEST_ADDRESS: usize = 56;
/// Where a line may break without anything to be seen. `look.typ` knows it and leaves nothing of it on the page.
const BREAK: char = '\u{200b}';

/// What a document is made with.
pub(crate) struct Press<'a> {
    pub(crate) plan: &'a Plan,
    pub(crate) paper: &'a Paper<'a>,
    pub(crate) faces: &'a Faces,
    missing: RefCell<BTreeSet<char>>,
}

impl<'a> Press<'a> {
    pub(crate) fn new(plan: &'a Plan, paper: &'a Paper<'a>, faces: &'a Faces) -> Self {
        Self {
            plan,
            paper,
            faces,
            missing: RefCell::default(),
        }
    }

    pub(crate) fn language(&self) -> Language {
        self.paper.language
    }

    /// Whether names of the team, notes, lodging, budget and checks may stand on the paper.
    pub(crate) fn internal(&self) -> bool {
        self.paper.audience == Audience::Internal
    }

    /// Whether what partners need to do their share may stand on the paper: journeys, capacity, responsibilities.
    pub(crate) fn shared(&self) -> bool {
        self.paper.audience != Audience::Public
    }

    /// Whether something of this status is shown at all: an idea stays in the office.
    pub(crate) fn shows(&self, status: Status) -> bool {
        self.internal() || status != Status::Idea
    }

    /// When an event is.
    pub(crate) fn span(&self, event: &Event) -> Result<Span, PrintError> {
        let known = self.plan.event_span(event.id).cloned();
        known
            .or_else(|| self.plan.span_of_event(event))
            .ok_or_else(|| PrintError::UnknownZone {
                zone: self.line(&event.zone),
            })
    }

    /// A name in the document's language, as one line.
    pub(crate) fn say(&self, words: &Wording) -> String {
        self.line(words.in_language(self.language()))
    }

    /// Text as one line.
    pub(crate) fn line(&self, text: &str) -> String {
        self.fit(
            text.split(['\n', '\r', '\t', '\u{2028}', '\u{2029}'])
                .map(str::trim)
                .filter(|part| !part.is_empty()),
        )
    }

    /// An address or a number, which is copied from the page: without places to break, as long as it fits a line.
    pub(crate) fn address(&self, text: &str) -> String {
        let mut line = self.line(text);
        if line.chars().filter(|c| *c != BREAK).count() <= LONGEST_ADDRESS {
            line.retain(|c| c != BREAK);
        }
        line
    }

    /// Text as the lines it was typed in, without empty ones at its ends.
    pub(crate) fn lines(&self, text: &str) -> Vec<String> {
        let text = text.replace("\r\n", "\n");
        let mut lines: Vec<String> = text
            .split(['\n', '\r', '\u{2028}', '\u{2029}'])
            .map(|line| self.fit(std::iter::once(line.trim_end())))
            .collect();
        while lines.last().is_some_and(|line| line.trim().is_empty()) {
            lines.pop();
        }
        let first = lines.iter().position(|line| !line.trim().is_empty()).unwrap_or(0);
        lines.split_off(first)
    }

    /// What no face could write, so far.
    pub(crate) fn into_missing(self) -> Vec<char> {
        self.missing.into_inner().into_iter().collect()
    }

    /// Joins parts with blanks and leaves only what the faces can write. What nobody sees (controls, marks that
    /// turn the direction round) is dropped; what no face has becomes `[U+1F600]`.
    fn fit<'t>(&self, parts: impl Iterator<Item = &'t str>) -> String {
        let mut out = String::new();
        let mut run = 0;
        for (n, part) in parts.enumerate() {
            if n > 0 {
                out.push(' ');
                run = 0;
            }
            for (at, c) in part.char_indices() {
                if is_unseen(c) {
                    continue;
                }
                if breaks_around(c) {
                    run = 0;
                } else {
                    run += 1;
                    let rest = || part[at..].chars().take_while(|c| !breaks_around(*c)).count();
                    if run > 1 && run % BREAK_EVERY == 1 && (run > LONG_RUN || run + rest() > LONG_RUN) {
                        out.push(BREAK);
                    }
                }
                if c == '\u{a0}' || c == '\t' || self.faces.has(c) {
                    out.push(if c == '\t' { ' ' } else { c });
                } else {
                    self.missing.borrow_mut().insert(c);
                    out.push_str(&format!("[U+{:04X}]", c as u32));
                }
            }
        }
        out
    }

    /// How wide a line is, in ems.
    pub(crate) fn width(&self, text: &str, bold: bool) -> f64 {
        self.faces.width(text, bold, self.language())
    }

    /// As much of a line as fits into `ems`, with `…` where something was left out.
    pub(crate) fn cut(&self, text: &str, bold: bool, ems: f64) -> String {
        // No line of this room is longer; the rest of a very long one need not be measured.
        let head: String = text.chars().filter(|c| *c != BREAK).take(400).collect();
        if head.chars().count() < 400 && self.width(&head, bold) <= ems {
            return head;
        }
        let mut kept = head;
        while !kept.is_empty() && self.width(&kept, bold) + 1.0 > ems {
            kept.pop();
        }
        format!("{}…", kept.trim_end())
    }
}

/// Whether a character has nothing to be seen by and only does harm on paper: controls, byte order mark, soft
/// hyphen, joiners and selectors that no face here combines, marks that turn the direction of text round.
fn is_unseen(c: char) -> bool {
    c != '\t' && c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0000}'..='\u{e0fff}')
}

/// Whether lines break before and after a character anyway: blanks, and the characters of Chinese, Japanese and
/// Korean with their punctuation.
fn breaks_around(c: char) -> bool {
    c.is_whitespace() || c == '-' || matches!(c, '\u{2e80}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}
