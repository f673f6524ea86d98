//! What a planner types into the search of people: words, and operators that name a field.
//!
//! `chan event:"KL seminar" status:accepted -tag:press`. An operator may be written in any of the three languages and
//! with a full-width colon; a value is found as a part of a name. What is not understood is said and left out, so
//! that a list is never empty for a slip of the pen without a word.

mod fits;
mod words;

use std::collections::HashSet;

use outreach_matching::Index;
use outreach_matching::fold;
use outreach_plan::people::{InvitationStatus, Nature, Purpose};
use outreach_plan::reference::Names;
use outreach_plan::{EventId, MarketId, Plan, SavedListId, Scheme, Sector, Wording};

use crate::views::{HasWhat, QueryProblem};
use words::{HAS, NATURES, OPERATORS, Operator, PURPOSES, SCHEMES, SECTORS, by_words, status_of};

pub(crate) use fits::{PURPOSES_ALL, has, latest};

/// Saved lists may name saved lists; no deeper than this, so that two that name each other end.
const DEEPEST: usize = 3;
/// A comma that stood in quotation marks.
const QUOTED_COMMA: char = '\u{1f}';
/// A query is at most so many characters.
const LONGEST: usize = 2000;

/// A query, ready to be asked of many people.
#[derive(Debug, Default)]
pub(crate) struct Query {
    /// What has no operator.
    pub(crate) words: String,
    /// The keys of those whom the words find, ascending; none if there are no words.
    pub(super) found: Option<Vec<u128>>,
    terms: Vec<(bool, Term)>,
    /// Where invitations of this query must stand, for its events.
    statuses: Vec<InvitationStatus>,
    pub(crate) problems: Vec<QueryProblem>,
}

#[derive(Debug)]
enum Term {
    Events(HashSet<EventId>),
    Market(HashSet<MarketId>),
    Status(InvitationStatus),
    Tag(String),
    List(Box<Query>),
    Sector(Vec<Sector>),
    Scheme(Vec<Scheme>),
    Has(HasWhat),
    Nature(Nature),
    Consent(Purpose),
    Source(String),
    Any(Vec<Term>),
}

impl Query {
    /// Reads a query and looks its words up.
    pub(crate) fn read(text: &str, plan: &Plan, index: &Index) -> Self {
        Self::read_at(text, plan, index, 0)
    }

    fn read_at(text: &str, plan: &Plan, index: &Index, depth: usize) -> Self {
        let mut query = Self::default();
        let text: String = text.chars().take(LONGEST).collect();
        let mut words: Vec<String> = Vec::new();
        for piece in pieces(&text) {
            match piece {
                Piece::Word(word) => words.push(word),
                Piece::Operator {
                    negated,
                    name,
                    operator,
                    value,
                } => query.ask(negated, &name, operator, &value, plan, index, depth),
            }
        }
        query.words = words.join(" ");
        if !query.words.is_empty() {
            query.found = Some(index.find_keys(&query.words));
        }
        query
    }

    /// Takes an operator in; of values with commas between them any may fit.
    #[expect(
        clippy::too_many_arguments,
        reason = "what one operator says, and what it is looked up in"
    )]
    fn ask(
        &mut self,
        negated: bool,
        name: &str,
        operator: Operator,
        values: &str,
        plan: &Plan,
        index: &Index,
        depth: usize,
    ) {
        let mut any = Vec::new();
        for value in values.split([',', '，', '、']) {
            let value = value.replace(QUOTED_COMMA, ",");
            let value = value.trim();
            if value.is_empty() {
                continue;
            }
            match self.term(operator, value, plan, index, depth) {
                Ok(Term::Status(status)) if !negated => self.statuses.push(status),
                Ok(term) => any.push(term),
                Err(code) => self.problems.push(QueryProblem {
                    code: code.to_owned(),
                    operator: name.to_owned(),
                    text: value.to_owned(),
                }),
            }
        }
        if operator == Operator::Event && !any.is_empty() {
            let mut events = HashSet::new();
            for term in any {
                if let Term::Events(some) = term {
                    events.extend(some);
                }
            }
            self.terms.push((negated, Term::Events(events)));
        } else if any.len() > 1 {
            self.terms.push((negated, Term::Any(any)));
        } else {
            self.terms.extend(any.into_iter().map(|term| (negated, term)));
        }
    }

    /// The words of a query, and whether it has operators beside them.
    pub(crate) fn parted(text: &str) -> (String, bool) {
        let mut words: Vec<String> = Vec::new();
        let mut operators = false;
        for piece in pieces(text) {
            match piece {
                Piece::Word(word) => words.push(word),
                Piece::Operator { .. } => operators = true,
            }
        }
        (words.join(" "), operators)
    }

    fn term(
        &self,
        operator: Operator,
        value: &str,
        plan: &Plan,
        index: &Index,
        depth: usize,
    ) -> Result<Term, &'static str> {
        let wanted = fold::all(value);
        let in_wording = |name: &Wording| {
            [&name.en, &name.zh_hant, &name.zh_hans]
                .into_iter()
                .any(|name| !name.is_empty() && fold::all(name).contains(&wanted))
        };
        match operator {
            Operator::Event => {
                let events: HashSet<EventId> = plan
                    .events()
                    .values()
                    .filter(|event| event.id.to_string() == value || in_wording(&event.title))
                    .map(|event| event.id)
                    .collect();
                some(events, "no_such_event").map(Term::Events)
            }
            Operator::Market => {
                let markets: HashSet<MarketId> = plan
                    .markets()
                    .values()
                    .filter(|market| {
                        market.id.to_string() == value
                            || market.country.to_string().eq_ignore_ascii_case(value)
                            || in_wording(&market.name)
                    })
                    .map(|market| market.id)
                    .collect();
                some(markets, "no_such_market").map(Term::Market)
            }
            Operator::Status => status_of(value).map(Term::Status).ok_or("no_such_status"),
            Operator::Tag => Ok(Term::Tag(wanted)),
            Operator::List => {
                let list = plan
                    .saved_lists()
                    .values()
                    .find(|list| list.id.to_string() == value || fold::all(&list.name) == wanted);
                let list = list.or_else(|| {
                    plan.saved_lists()
                        .values()
                        .find(|list| fold::all(&list.name).contains(&wanted))
                });
                let list = list.filter(|_| depth < DEEPEST).ok_or("no_such_list")?;
                Ok(Term::List(Box::new(Self::read_at(
                    &list.query,
                    plan,
                    index,
                    depth + 1,
                ))))
            }
            Operator::Sector => {
                some(by_words(SECTORS, value, Sector::name), "no_such_sector").map(Term::Sector)
            }
            Operator::Scheme => {
                some(by_words(SCHEMES, value, |_| Names::default()), "no_such_scheme").map(Term::Scheme)
            }
            Operator::Consent => by_words(PURPOSES, value, Purpose::name)
                .first()
                .copied()
                .map(Term::Consent)
                .ok_or("no_such_purpose"),
            Operator::Has => by_words(HAS, value, |_| Names::default())
                .first()
                .copied()
                .map(Term::Has)
                .ok_or("unknown_value"),
            Operator::Is => by_words(NATURES, value, Nature::name)
                .first()
                .copied()
                .map(Term::Nature)
                .ok_or("unknown_value"),
            Operator::Source => Ok(Term::Source(wanted)),
        }
    }

    /// The query of a saved list.
    pub(crate) fn of_list(id: SavedListId, plan: &Plan, index: &Index) -> Self {
        match plan.saved_lists().get(&id) {
            Some(list) => Self::read_at(&list.query, plan, index, 1),
            None => Self::default(),
        }
    }
}

fn some<T: IntoIterator>(found: T, code: &'static str) -> Result<T, &'static str>
where
    for<'a> &'a T: IntoIterator,
{
    if (&found).into_iter().next().is_none() {
        return Err(code);
    }
    Ok(found)
}

enum Piece {
    Word(String),
    Operator {
        negated: bool,
        /// As it was typed.
        name: String,
        operator: Operator,
        value: String,
    },
}

/// Cuts a query at blanks; what stands in quotation marks stays together.
fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut raw = String::new();
    let mut quoted = false;
    for c in text.chars().chain([' ']) {
        match c {
            '"' | '“' | '”' | '「' | '」' => quoted = !quoted,
            ',' if quoted => raw.push(QUOTED_COMMA),
            _ if c.is_whitespace() && !quoted => {
                if !raw.is_empty() {
                    pieces.extend(piece(&raw));
                    raw.clear();
                }
            }
            _ => raw.push(c),
        }
    }
    if !raw.is_empty() {
        // A mark that was never closed: everything behind it belongs together.
        pieces.extend(piece(raw.trim_end()));
    }
    pieces
}

fn piece(raw: &str) -> Option<Piece> {
    if let Some((name, value)) = raw.split_once([':', '：']) {
        let negated = name.starts_with('-');
        let name = name.trim_start_matches('-').to_lowercase();
        let operator = OPERATORS
            .iter()
            .find(|(_, names)| names.contains(&name.as_str()))
            .map(|(operator, _)| *operator);
        if let Some(operator) = operator {
            // An operator that is just being typed asks nothing yet.
            return (!value.trim().is_empty()).then(|| Piece::Operator {
                negated,
                name,
                operator,
                value: value.trim().to_owned(),
            });
        }
    }
    Some(Piece::Word(raw.replace(QUOTED_COMMA, ",")))
}
