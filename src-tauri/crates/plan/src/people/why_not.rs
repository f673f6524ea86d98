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
        let of = |name: &str| self.params.get(name).map_or("?", String::as_str);
        match self.code {
            "no_such_step" => write!(f, "Nothing leads from {} to {}.", of("from"), of("to")),
            "already_there" => write!(f, "It stands at {} already.", of("to")),
            "event_over" => write!(f, "The event ended on {}.", of("day")),
            "event_not_begun" => write!(f, "The event has not begun; it is on {}.", of("day")),
            "event_not_over" => write!(f, "The event is not over; it ends on {}.", of("day")),
            "event_cancelled" => f.write_str("The event is cancelled."),
            "in_future" => write!(f, "The day lies ahead; at the venue it is {}.", of("today")),
            "full" => write!(
                f,
                "The party needs {} seats; {} are free.",
                of("party"),
                of("free")
            ),
            "over_quota" => write!(
                f,
                "The party needs {} seats; {} of the {} of its segment are free.",
                of("party"),
                of("free"),
                of("quota")
            ),
            "others_wait" => write!(f, "{} parties have been waiting for these seats.", of("count")),
            "already_invited" => f.write_str("The person is invited already."),
            "companion_is_guest" => f.write_str("A companion is a guest of the event as well."),
            "companion_twice" => f.write_str("A companion comes with somebody else already."),
            "comes_with_another" => f.write_str("The person comes as somebody's companion."),
            "no_address" => f.write_str("No address or number is known that works."),
            "erased" => f.write_str("Who it was has been erased."),
            "merged" => f.write_str("The record was merged into another."),
            "substitute_comes" => f.write_str("A substitute comes in their stead."),
            "party_too_large" => write!(f, "A party has at most {} people.", of("most")),
            "arrived_more" => write!(f, "The party has {} people.", of("party")),
            "no_such_event" => f.write_str("The event is not there."),
            "no_such_person" => f.write_str("The person is not there."),
            "not_waiting" => f.write_str("The party does not wait."),
            "approval_needed" => f.write_str("Nobody has approved the nomination."),
            "approval_refused" => f.write_str("The nomination was refused."),
            "approval_returned" => f.write_str("The nomination was returned for more to be said."),
            "dates_needed" => f.write_str("The days of the stay are not known."),
            "not_yet_here" => write!(f, "The guest arrives on {}.", of("day")),
            "still_here" => write!(f, "The guest leaves on {}.", of("day")),
            "outcome_needed" => f.write_str("The outcome is not recorded."),
            code => f.write_str(code),
        }
    }
}
