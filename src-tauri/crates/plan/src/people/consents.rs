//! Who may be written to, as the Personal Data (Privacy) Ordinance has it.
//!
//! Part 6A: telling a named person of schemes and services is direct marketing and needs their consent; silence is
//! none. A letter about an event that somebody has a part in (a reminder, a seat that came free, a cancellation, what
//! follows) is no marketing. An invitation lies between: it goes to whoever agreed to be invited, and to those who
//! never said anything; who objected to direct marketing and never agreed to be invited is left alone.

use crate::people::{LetterKind, Person, Purpose};

/// Why somebody gets no letter of a kind, wherever their invitation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unwritten {
    /// They refused to have their data used for events.
    ConsentRefused,
    /// They objected to direct marketing.
    MarketingRefused,
    /// They have not agreed to direct marketing.
    MarketingNotAgreed,
}

impl Unwritten {
    /// The key of the words.
    pub fn code(self) -> &'static str {
        match self {
            Self::ConsentRefused => "consent_refused",
            Self::MarketingRefused => "marketing_refused",
            Self::MarketingNotAgreed => "marketing_not_agreed",
        }
    }
}

impl Person {
    /// The last word on a purpose: yes, no, or nothing.
    pub fn agreed_to(&self, purpose: Purpose) -> Option<bool> {
        let of = self.consents.iter().filter(|consent| consent.purpose == purpose);
        of.max_by_key(|consent| consent.on).map(|consent| consent.given)
    }
}

impl LetterKind {
    /// Why a letter of this kind must not go to somebody; none if it may.
    ///
    /// ```
    /// use outreach_plan::people::{LetterKind, Person, Unwritten};
    /// let somebody = Person::new(outreach_plan::PersonId(uuid::Uuid::nil()), Default::default());
    /// assert_eq!(LetterKind::Invitation.unwritten(&somebody), None);
    /// assert_eq!(LetterKind::Announcement.unwritten(&somebody), Some(Unwritten::MarketingNotAgreed));
    /// ```
    pub fn unwritten(self, to: &Person) -> Option<Unwritten> {
        let (events, marketing) = (
            to.agreed_to(Purpose::Events),
            to.agreed_to(Purpose::DirectMarketing),
        );
        match (self, marketing) {
            (Self::Announcement, Some(false)) => Some(Unwritten::MarketingRefused),
            (Self::Announcement, None) => Some(Unwritten::MarketingNotAgreed),
            (Self::Announcement, Some(true)) => None,
            _ if events == Some(false) => Some(Unwritten::ConsentRefused),
            (Self::Invitation, Some(false)) if events != Some(true) => Some(Unwritten::MarketingRefused),
            (
                Self::Invitation | Self::Reminder | Self::Promotion | Self::Cancellation | Self::FollowUp,
                _,
            ) => None,
        }
    }
}
