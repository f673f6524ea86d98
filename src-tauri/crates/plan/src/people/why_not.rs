//! Why a rule says no: a code with what its words need. Never a name, so that it can be counted, logged and shown.

use std::collections::BTreeMap;
use std::fmt;

/// A refusal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub struct WhyNot {
    code: &'static str,
    params: BTreeMap<&'static str, String>,
}

impl WhyNot {
    /// A refusal without params.
    pub(crate) fn new(code: &'static str) -> Self {
        Self {
            code,
            params: BTreeMap::new(),
        }
    }

    /// With something its words need: a number, a day, the key of a status, a segment.
    pub(crate) fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.params.insert(name, value.to_string());
        self
    }

    /// The key of its words.
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// What its words need.
    pub fn params(&self) -> &BTreeMap<&'static str, String> {
        &self.params
    }
}

/// One English sentence, for the command line and logs of tests.
impl fmt::Display for WhyNot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&sentence(self.code, |name| {
            self.params.get(name).map(String::as_str)
        }))
    }
}

/// The English sentence of a refusal that is known by its code and by what its words need.
pub fn sentence<'p>(code: &str, param: impl Fn(&str) -> Option<&'p str>) -> String {
    let of = |name: &str| param(name).unwrap_or("?");
    let count = |name: &str, one: &str, more: &str| match of(name) {
        "1" => format!("1 {one}"),
        count => format!("{count} {more}"),
    };
    let free = || count("free", "is free", "are free");
    let fixed = match code {
        "no_such_step" => {
            return format!("Nothing leads from {} to {}.", plain(of("from")), plain(of("to")));
        }
        "already_there" => return format!("It stands at {} already.", plain(of("to"))),
        "event_over" => return format!("The event ended on {}.", of("day")),
        "event_not_begun" => return format!("The event has not begun; it is on {}.", of("day")),
        "event_not_over" => return format!("The event is not over; it ends on {}.", of("day")),
        "in_future" => return format!("The day lies ahead; at the venue it is {}.", of("today")),
        "full" => {
            return format!("The party needs {}; {}.", count("party", "seat", "seats"), free());
        }
        "over_quota" => {
            return format!(
                "The party needs {}; of the {} of its segment {}.",
                count("party", "seat", "seats"),
                of("quota"),
                free()
            );
        }
        "others_wait" => {
            let waiting = count("count", "party has", "parties have");
            return format!("{waiting} been waiting for these seats.");
        }
        "party_too_large" => return format!("A party has at most {}.", count("most", "person", "people")),
        "arrived_more" => return format!("The party has {}.", count("party", "person", "people")),
        "not_yet_here" => return format!("The guest arrives on {}.", of("day")),
        "still_here" => return format!("The guest leaves on {}.", of("day")),
        "event_cancelled" => "The event is cancelled.",
        "already_invited" => "The person is invited already.",
        "companion_is_guest" => "A companion is a guest of the event as well.",
        "companion_twice" => "A companion comes with somebody else already.",
        "comes_with_another" => "The person comes as somebody's companion.",
        "no_address" => "No address or number is known that works.",
        "erased" => "Who it was has been erased.",
        "merged" => "The record was merged into another.",
        "substitute_comes" => "A substitute comes in their stead.",
        "no_such_event" => "The event is not there.",
        "no_such_person" => "The person is not there.",
        "not_waiting" => "The party does not wait.",
        "approval_needed" => "Nobody has approved the nomination.",
        "approval_refused" => "The nomination was refused.",
        "approval_returned" => "The nomination was returned for more to be said.",
        "visit_closed" => "The nomination is closed; set it back to nominated first.",
        "dates_needed" => "The days of the stay are not known.",
        "outcome_needed" => "The outcome is not recorded.",
        code => return format!("{}.", plain(code)),
    };
    fixed.to_owned()
}

/// A key as words.
fn plain(key: &str) -> String {
    key.replace('_', " ")
}
