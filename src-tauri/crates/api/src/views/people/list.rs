//! People as rows, found and counted.

use outreach_plan::people::{InvitationStatus, Nature, Person, Purpose};
use outreach_plan::{EventId, Language, MarketId, NoticeId, PersonId, SavedListId, Scheme, Sector};
use serde::{Deserialize, Serialize};

use crate::views::ShownSpan;

/// Asks for a window of the list of people.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct ListPeople {
    /// What was typed into the search of people: words, and operators `event:` `market:` `status:` `tag:` `list:`
    /// `sector:` `scheme:` `has:` `is:` `consent:` `source:`, each with a `-` before it for the contrary; of values with
    /// commas between them any may fit: `status:accepted,tentative market:"United Kingdom",Malaysia`.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub query: String,
    /// What was ticked.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub filter: PeopleFilter,
    /// In which order.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub sort: PeopleSort,
    /// The other way round. What is empty comes last either way.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub descending: bool,
    /// Put together by this first.
    #[cfg_attr(feature = "bindings", ts(optional = nullable))]
    pub group: Option<PeopleGrouping>,
    /// The first row wanted, from 0, over all groups.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub from: u32,
    /// So many rows, 500 at most.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub rows: u32,
    /// Whether facets are wanted; a screen that only scrolls need not ask for them again.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub facets: bool,
    /// The language of names.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub language: Language,
}

/// Which people: all that is set must fit; of one list any.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(default)]
pub struct PeopleFilter {
    /// People or bodies.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub natures: Vec<Nature>,
    /// Of these markets; null is of none.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub markets: Vec<Option<MarketId>>,
    /// In these segments.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub sectors: Vec<Sector>,
    /// Who asked about these schemes.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub schemes: Vec<Scheme>,
    /// Who speak these languages, as BCP 47 tags.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub languages: Vec<String>,
    /// With these tags.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub tags: Vec<String>,
    /// On these saved lists.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub lists: Vec<SavedListId>,
    /// With an invitation that stands there; to `event` if one is named.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub statuses: Vec<InvitationStatus>,
    /// Invited to it.
    #[cfg_attr(feature = "bindings", ts(optional = nullable))]
    pub event: Option<EventId>,
    /// Not invited to it yet.
    #[cfg_attr(feature = "bindings", ts(optional = nullable))]
    pub not_event: Option<EventId>,
    /// What they said about the use of their data.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub consents: Vec<ConsentWanted>,
    /// Who were given one of these versions of a collection notice.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub notices: Vec<NoticeId>,
    /// How long they may be held.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub retention: Vec<RetentionBand>,
    /// Of whom all of this is known.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub has: Vec<HasWhat>,
    /// Of whom none of this is known.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub lacks: Vec<HasWhat>,
    /// Only who has a likely duplicate, as far as duplicates were looked for.
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub likely: bool,
}

/// A purpose and what was said about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ConsentWanted {
    /// For what.
    pub purpose: Purpose,
    /// What.
    pub state: ConsentState,
}

/// What somebody said about a purpose; the latest holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ConsentState {
    /// Yes.
    Given,
    /// No, or no longer.
    Refused,
    /// Nothing.
    Unknown,
}

/// How long somebody may be held, by Hong Kong's calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum RetentionBand {
    /// Not any more: the day has passed.
    Due,
    /// At most 30 days more.
    Soon,
    /// Longer.
    Later,
    /// Nobody said.
    None,
}

/// What may be known of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum HasWhat {
    /// An e-mail address that did not bounce.
    Email,
    /// A telephone number.
    Telephone,
    /// A name in Chinese characters.
    Chinese,
    /// An organisation.
    Organisation,
    /// A market.
    Market,
    /// A collection notice that was given.
    Notice,
    /// Consent to any purpose.
    Consent,
    /// A day until which data is kept.
    Retention,
    /// A tag.
    Tag,
    /// Notes.
    Notes,
    /// An invitation.
    Invitation,
    /// A visit.
    Visit,
}

/// By what people are sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PeopleSort {
    /// How well they fit what was typed; by name where nothing was.
    #[default]
    Best,
    /// Name as it is sorted in the language.
    Name,
    /// Family name in Latin letters.
    Family,
    /// Name in Chinese characters.
    Chinese,
    /// Organisation.
    Organisation,
    /// Post.
    Post,
    /// Market's name.
    Market,
    /// First e-mail address.
    Email,
    /// First telephone number.
    Telephone,
    /// First tag.
    Tags,
    /// How many invitations.
    Invitations,
    /// How many visits.
    Visits,
    /// When the last event is to which they are invited.
    LastEvent,
    /// Until when they may be held.
    RetainUntil,
    /// When the record was made.
    Created,
    /// Where the data came from.
    Source,
}

/// By what people are put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum PeopleGrouping {
    /// A person or a body.
    Nature,
    /// Market.
    Market,
    /// Organisation.
    Organisation,
    /// First segment.
    Sector,
    /// Language to write in.
    Language,
    /// How long they may be held.
    Retention,
    /// Where the data came from.
    Source,
}

/// A window of the list.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PeoplePage {
    /// People in the ledger, but for those merged into others and those erased.
    pub total: u32,
    /// Those who fit: so many rows there are.
    pub fitting: u32,
    /// The first row of this window, from 0.
    pub from: u32,
    /// The window.
    pub rows: Vec<PersonRow>,
    /// All groups in their order; their counts add up to `fitting`. Empty where nothing is put together.
    pub groups: Vec<PeopleGroup>,
    /// What can be ticked; none if not asked for.
    pub facets: Option<PeopleFacets>,
    /// What of the query was not understood; the rest holds.
    pub problems: Vec<QueryProblem>,
}

/// People put together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PeopleGroup {
    /// Key of the value: a record's key, a word of the record; empty for none.
    pub key: String,
    /// Its name in the language; empty for what the words of the screen say (nature, sector, retention) and for none.
    pub name: String,
    /// How many.
    pub count: u32,
}

/// A value that can be ticked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct Facet {
    /// The value; empty for none.
    pub key: String,
    /// Its name in the language; empty for what the words of the screen say.
    pub name: String,
    /// How many rows there would be if it alone were ticked in its list.
    pub count: u32,
}

/// What can be ticked. Each list is counted over all that fits but for its own ticks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PeopleFacets {
    /// `person`, `body`.
    pub natures: Vec<Facet>,
    /// Every market that somebody is of, by name; and none.
    pub markets: Vec<Facet>,
    /// Every segment that somebody is in.
    pub sectors: Vec<Facet>,
    /// Every scheme that somebody asked about.
    pub schemes: Vec<Facet>,
    /// Every language that somebody speaks.
    pub languages: Vec<Facet>,
    /// Every tag in use, also at 0.
    pub tags: Vec<Facet>,
    /// Every saved list, also at 0.
    pub lists: Vec<Facet>,
    /// Where invitations stand; to the event of the filter if one is named.
    pub statuses: Vec<Facet>,
    /// `events:given`, `events:refused`, `events:unknown`, …: purpose and what was said.
    pub consents: Vec<Facet>,
    /// `due`, `soon`, `later`, `none`.
    pub retention: Vec<Facet>,
}

/// Something of the query that was not understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct QueryProblem {
    /// `no_such_event`, `no_such_market`, `no_such_status`, `no_such_list`, `no_such_sector`, `no_such_scheme`,
    /// `no_such_purpose`, `unknown_value`.
    pub code: String,
    /// The operator.
    pub operator: String,
    /// What stood behind it.
    pub text: String,
}

/// A person as a row.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PersonRow {
    /// The record, to be edited in place by `records.edit`.
    pub person: Person,
    /// Name in the language.
    pub name: String,
    /// Name in the other script; empty if there is none.
    pub other_name: String,
    /// Name as it is sorted.
    pub sort_name: String,
    /// Post in the language.
    pub post: String,
    /// Organisation in the language.
    pub organisation: String,
    /// The market's name; empty for none.
    pub market_name: String,
    /// How many invitations.
    pub invitations: u32,
    /// How many visits.
    pub visits: u32,
    /// The last event to which they are invited.
    pub last_event: Option<EventOfPerson>,
    /// What they said about each purpose, the latest of each.
    pub consents: Vec<ConsentWanted>,
    /// How long they may be held.
    pub retention: RetentionBand,
    /// How many likely duplicates there are, as far as they were looked for.
    pub alike: u32,
}

/// An event as the page of a person names it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct EventOfPerson {
    /// The event.
    pub id: EventId,
    /// Its title in the language.
    pub title: String,
    /// When; none if the rules do not know the zone.
    pub span: Option<ShownSpan>,
    /// Where the invitation stands.
    pub status: InvitationStatus,
}

/// Asks for keys alone: to select rows that a screen has not loaded.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct ListPeopleKeys {
    /// Of this list; its `rows` may be up to 100,000, 0 means all.
    pub list: ListPeople,
}

/// Searches people as one types.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct SearchPeople {
    /// What was typed, one character or more, in any script, with operators as in [`ListPeople::query`].
    pub text: String,
    /// At most so many, 1 to 100.
    pub limit: u32,
    /// The language of names.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub language: Language,
}

/// A person that was found; best first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct PersonHit {
    /// Who.
    pub id: PersonId,
    /// A person or a body.
    pub nature: Nature,
    /// Name in the language.
    pub name: String,
    /// Name in the other script; empty if there is none.
    pub other_name: String,
    /// What tells them from their namesakes: post, organisation, market.
    pub detail: String,
    /// Where it was found: `name`, `organisation`, `email`, `telephone`, `tag`, `other`; empty if by operators alone.
    pub found_in: String,
}

/// Asks for names of people by key.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(ts_rs::TS))]
pub struct NamePeople {
    /// Whose; 1,000 at most.
    pub people: Vec<PersonId>,
    /// The language of names.
    #[serde(default)]
    #[cfg_attr(feature = "bindings", ts(as = "Option<_>", optional))]
    pub language: Language,
}
