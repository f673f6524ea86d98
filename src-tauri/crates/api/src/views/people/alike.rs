//! Two records that may be one person, beside each other.

use std::collections::BTreeMap;

use outreach_plan::{Language, PersonId};
use serde::{Deserialize, Serialize};

use super::PersonRow;

/// Why two records look alike.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct AlikeReason {
    /// A key of the words: `same_chinese_name`, `same_chinese_name_other_script`, `romanised`, `same_latin_name`,
    /// `name_order`, `typo`, `same_email`, `same_telephone`, `same_organisation`, …
    pub code: String,
    /// How much it counts; below 0 it speaks against.
    pub weight: f32,
}

/// Somebody who may be the same.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct AlikeView {
    /// The other record; of a row of the same file what it was read as.
    pub other: PersonRow,
    /// The row of the same file it stands in; none for a record that is stored.
    pub row: Option<u32>,
    /// How sure it is, 0 to 1.
    pub score: f32,
    /// Whether it is likely enough to be proposed by itself.
    pub likely: bool,
    /// Why.
    pub reasons: Vec<AlikeReason>,
}

/// How sure pairs must be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum AlikeBand {
    /// Likely ones.
    #[default]
    Likely,
    /// Those that are possible and not likely.
    Possible,
    /// Both.
    All,
}

/// Asks for likely duplicates of all people; takes seconds the first time after people changed.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct ListAlike {
    /// The first pair wanted, from 0.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub from: u32,
    /// So many pairs, 200 at most; 0 means 50.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub rows: u32,
    /// How sure.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub band: AlikeBand,
    /// The language of names.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub language: Language,
}

/// A window of the pairs, the likeliest first. Pairs that a planner called distinct are not among them.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct AlikePage {
    /// How many people were compared.
    pub people: u32,
    /// Likely pairs.
    pub likely: u32,
    /// Possible pairs.
    pub possible: u32,
    /// Pairs in the band asked for.
    pub total: u32,
    /// The first pair of this window, from 0.
    pub from: u32,
    /// The window.
    pub rows: Vec<AlikePair>,
}

/// Two records that may be one person.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct AlikePair {
    /// The older record.
    pub one: PersonRow,
    /// The younger record.
    pub other: PersonRow,
    /// How sure it is, 0 to 1.
    pub score: f32,
    /// Whether it is likely.
    pub likely: bool,
    /// Why.
    pub reasons: Vec<AlikeReason>,
}

/// Names two people.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct TwoPeople {
    /// One.
    pub one: PersonId,
    /// The other.
    pub other: PersonId,
    /// The language of names.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub language: Language,
}

/// Two records beside each other.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Comparison {
    /// One.
    pub one: PersonRow,
    /// The other.
    pub other: PersonRow,
    /// How sure it is that they are one person, 0 to 1; 0 where nothing speaks for it.
    pub score: f32,
    /// Whether it is likely.
    pub likely: bool,
    /// Why.
    pub reasons: Vec<AlikeReason>,
    /// Whether a planner called them distinct.
    pub distinct: bool,
    /// The record that would be kept: the one with more behind it, else the older.
    pub keep: PersonId,
    /// Field by field, those that say something.
    pub fields: Vec<ComparedField>,
    /// What hangs on the one.
    pub one_holds: HeldBy,
    /// What hangs on the other.
    pub other_holds: HeldBy,
    /// Events to which both are invited: of these the invitation that has come further is kept.
    pub both_invited: Vec<BothInvited>,
}

/// A field of two records.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ComparedField {
    /// The field, as [`MergePeople::take`] names it.
    pub field: String,
    /// The one's value, to be shown.
    pub one: String,
    /// The other's value, to be shown.
    pub other: String,
    /// Whether they say the same.
    pub same: bool,
    /// What is taken where nothing is said, if [`Comparison::keep`] is kept.
    pub suggested: Take,
    /// Whether both can be kept: lists and free text.
    pub may_both: bool,
}

/// How much hangs on a record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct HeldBy {
    /// Invitations.
    pub invitations: u32,
    /// Events to which they come along with somebody else.
    pub companion_at: u32,
    /// Visits.
    pub visits: u32,
    /// Collection notices given.
    pub notices: u32,
    /// Words about consent.
    pub consents: u32,
    /// Files with them in it.
    pub disclosures: u32,
}

/// An event to which both are invited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct BothInvited {
    /// The event's title in the language.
    pub title: String,
    /// Where the one's invitation stands.
    pub one: outreach_plan::people::InvitationStatus,
    /// Where the other's stands.
    pub other: outreach_plan::people::InvitationStatus,
    /// Whose invitation is kept.
    pub keeps: PersonId,
}

/// Whose value is taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Take {
    /// That of the record that is kept.
    #[default]
    Keep,
    /// That of the record that is given up.
    Drop,
    /// Both.
    Both,
}

/// Makes one record of two. Both histories stay; what hangs on the record that is given up hangs on the other then.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct MergePeople {
    /// The record that stays.
    pub keep: PersonId,
    /// The record that is given up: it stays in the file, merged into the other, and in no list.
    pub drop: PersonId,
    /// Whose value is taken, by field; where nothing is said as [`ComparedField::suggested`]. Notices and consents
    /// are always both kept.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<BTreeMap<String, Take>>", optional))]
    pub take: BTreeMap<String, Take>,
}
