//! What is made of a row.

use std::collections::BTreeSet;

use chrono::NaiveDateTime;
use outreach_plan::reference::CityId;
use outreach_plan::{
    Event, EventKind, MarketId, MissionId, PartnerId, Region, Sector, Status, VenueId, Wording,
};
use outreach_zones::Fold;

use super::{Params, SheetField};

/// What is made of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct RowVerdict {
    /// The row's number in the file, counted from 1.
    pub row: u32,
    /// The event, unless a problem forbids it.
    pub read: Result<SheetEvent, ()>,
    /// Why the row is refused; empty for a row that was read.
    pub problems: Vec<CellProblem>,
    /// What a planner should know of a row that was read.
    pub warnings: Vec<CellProblem>,
    /// What identifies the row where it has no identifier: title, start, and zone or city. Empty for a row
    /// that was refused.
    pub key: String,
}

/// Something about a cell.
///
/// Problems: `missing`, `too_long` {most}, `unknown_value` {text, suggestions}, `date_impossible` {text},
/// `date_ambiguous` {text}, `date_not_understood` {text}, `date_not_absolute` {text} (tomorrow, T-7),
/// `year_missing` {text}, `wrong_weekday` {text, right}, `out_of_years` {text}, `time_impossible` {text},
/// `time_unclear` {text} (3 could be morning or afternoon), `time_not_understood` {text}, `zone_unknown`
/// {text, suggestions}, `city_unknown` {text, suggestions}, `city_ambiguous` {text, suggestions},
/// `zone_missing`, `time_in_gap` {before, after, zone}, `end_before_start` {start, end}, `not_a_number` {text},
/// `out_of_range` {least, most}, `not_an_address` {text}, `cell_error` {text}, `uid_in_row` {row},
/// `same_as_row` {row}, `control_character`.
///
/// Warnings: `time_in_fold` {earlier, later, zone}, `serial_date` {text, read}, `order_from_column` {text, read},
/// `end_assumed` {minutes}, `ends_next_day`, `zone_not_of_city` {zone, city_zone}, `region_from_city` {region},
/// `region_from_market` {region}, `region_from_mission` {region}, `region_not_of_mission` {region},
/// `market_unknown` {text}, `mission_unknown` {text}, `venue_unknown` {text}, `host_unknown` {text},
/// `sector_unknown` {text}, `language_unknown` {text}, `several_of_name` {text, count}, `city_guessed` {text,
/// read}, `kind_assumed` {kind}, `status_assumed` {status}, `like_row` {row}, `cut` {most}.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellProblem {
    /// The column, counted from 0; none where no column is to blame.
    pub column: Option<u32>,
    /// What the column holds.
    pub field: Option<SheetField>,
    /// Which.
    pub code: &'static str,
    /// Its values.
    pub params: Params,
}

/// An event as a row has it.
///
/// A row says only what its sheet has columns for; [`SheetEvent::put_on`] leaves the rest of an event alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetEvent {
    /// What the sheet has columns for.
    pub says: BTreeSet<SheetField>,
    /// The identifier, if the row has one.
    pub uid: Option<String>,
    /// Title; one language is enough.
    pub title: Wording,
    /// Promotion region: as written, else the mission's, the market's or the city's.
    pub region: Region,
    /// Market.
    pub market: Option<MarketId>,
    /// Mission.
    pub mission: Option<MissionId>,
    /// Kind.
    pub kind: EventKind,
    /// Status.
    pub status: Status,
    /// Start, wall time of `zone`; midnight for whole days.
    pub start: NaiveDateTime,
    /// Which of the two, if the start happens twice.
    pub start_fold: Option<Fold>,
    /// End, excluded; midnight after the last of whole days.
    pub end: NaiveDateTime,
    /// Which of the two, if the end happens twice.
    pub end_fold: Option<Fold>,
    /// IANA zone.
    pub zone: String,
    /// Whether it lasts whole days.
    pub all_day: bool,
    /// City, where the reference data knows it.
    pub city: Option<CityId>,
    /// The city's name.
    pub place: Wording,
    /// Venue.
    pub venue: Option<VenueId>,
    /// Guests allowed.
    pub capacity: Option<u32>,
    /// Languages, as BCP 47 tags.
    pub languages: Vec<String>,
    /// Hosts.
    pub hosts: Vec<PartnerId>,
    /// Sectors.
    pub sectors: Vec<Sector>,
    /// Speakers.
    pub speakers: Vec<String>,
    /// A page about it.
    pub url: String,
    /// Notes; what names no record (a venue, a host) is kept here, a line each.
    pub notes: String,
    /// Labels.
    pub tags: Vec<String>,
}

impl SheetEvent {
    /// Puts on `event` what the row says. Names that the event has already, in whichever language, change
    /// nothing: an export read back leaves every event as it is.
    pub fn put_on(&self, _event: &mut Event) {}

    /// Whether the row says nothing that `event` does not say already.
    pub fn is_same_as(&self, event: &Event) -> bool {
        let mut after = event.clone();
        self.put_on(&mut after);
        after == *event
    }
}

/// The keys by which a row without an identifier is found to be `event`: one for each language of its title.
pub fn event_keys(_event: &Event) -> Vec<String> {
    Vec::new()
}
