//! What is made of a row.

use std::collections::BTreeSet;

use chrono::NaiveDateTime;
use outreach_plan::reference::{CityId, fold};
use outreach_plan::{
    Event, EventKind, MarketId, MissionId, PartnerId, Region, Sector, Status, VenueId, Wording,
};
use outreach_zones::Fold;

use super::grid::text_cell;
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
/// Problems, with their values: `missing`, `cell_error` {text}, `unknown_value` {text}, `too_long` {most},
/// `out_of_range` {most}, `date_ambiguous` {text}, `date_impossible` {text}, `date_not_understood` {text},
/// `date_not_absolute` {text} (tomorrow, T-7), `year_missing` {text}, `wrong_weekday` {text, right},
/// `out_of_years` {text}, `time_impossible` {text}, `time_unclear` {text} (3 is in the morning or in the
/// afternoon), `time_not_understood` {text}, `length_not_understood` {text}, `end_before_start` {start, end},
/// `time_in_gap` {zone, before, after}, `zone_missing`, `zone_unknown` {text, suggestions}, `city_unknown`
/// {text, suggestions}, `city_ambiguous` {text, suggestions}, `uid_in_row` {row}, `same_as_row` {row}.
///
/// Warnings: `time_in_fold` {zone, earlier, later} (offsets; the earlier is taken), `serial_date` {text, read},
/// `order_from_column` {text, read}, `end_assumed` {minutes}, `ends_next_day` {end}, `time_ignored` {text},
/// `zone_not_of_city` {zone, city_zone}, `city_guessed` {text, read}, `city_unknown` {text, suggestions},
/// `region_from` {region}, `region_not_of_mission` {region}, `kind_assumed` {kind}, `status_assumed` {status},
/// `like_row` {row}, `several_of_name` {text, count}, and, with the text kept in the notes, `market_unknown`,
/// `mission_unknown`, `venue_unknown`, `host_unknown`, `sector_unknown`, `language_unknown`, `not_a_number`,
/// `not_an_address`, each {text}. Regions, kinds and states are given by their keys; suggestions are separated
/// by `|`.
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
    /// What the row says: fields that have a column and, where an empty cell would mean nothing, something in it.
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
    /// Notes as the sheet has them.
    pub notes: String,
    /// Lines for the notes: what the sheet has that names no record, such as an unknown venue.
    pub kept: Vec<String>,
    /// Labels.
    pub tags: Vec<String>,
}

impl SheetEvent {
    /// Puts on `event` what the row says. Names that the event has already, in whichever language, change
    /// nothing: an export read back leaves every event as it is.
    pub fn put_on(&self, event: &mut Event) {
        let says = |field| self.says.contains(&field);
        self.put_title(&mut event.title);
        self.put_times(event);
        if says(SheetField::City) && !share_a_name(&event.place, &self.place) {
            event.place = self.place.clone();
            event.city = self.city;
        }
        if says(SheetField::Region) {
            event.region = self.region;
        }
        if says(SheetField::Kind) {
            event.kind = self.kind;
        }
        if says(SheetField::Status) {
            event.status = self.status;
        }
        if says(SheetField::Market) {
            event.market = self.market;
        }
        if says(SheetField::Mission) && event.mission != self.mission {
            event.mission = self.mission;
            event.leg = None;
            event.region = self.region;
        }
        if says(SheetField::Venue) {
            event.venue = self.venue;
        }
        if says(SheetField::Capacity) {
            event.capacity = self.capacity;
        }
        if says(SheetField::Hosts) {
            put_set(&mut event.hosts, &self.hosts);
        }
        if says(SheetField::Sectors) {
            put_set(&mut event.sectors, &self.sectors);
        }
        if says(SheetField::Languages) {
            put_set(&mut event.languages, &self.languages);
        }
        if says(SheetField::Speakers) {
            put_lines(&mut event.speakers, &self.speakers);
        }
        if says(SheetField::Tags) {
            put_lines(&mut event.tags, &self.tags);
        }
        if says(SheetField::Url) && !same_text(&event.url, &self.url) {
            event.url.clone_from(&self.url);
        }
        self.put_notes(&mut event.notes);
    }

    /// Puts on `event`, which is being made from this row, everything that was read: also the known part of a list
    /// and what follows from other cells. Its keys, programme, leg and delegates stay.
    pub fn fill(&self, event: &mut Event) {
        event.title.clone_from(&self.title);
        event.kind = self.kind;
        event.status = self.status;
        event.region = self.region;
        event.market = self.market;
        event.mission = self.mission;
        event.city = self.city;
        event.place.clone_from(&self.place);
        event.venue = self.venue;
        (event.start, event.start_fold) = (self.start, self.start_fold);
        (event.end, event.end_fold) = (self.end, self.end_fold);
        event.zone.clone_from(&self.zone);
        event.all_day = self.all_day;
        event.capacity = self.capacity;
        event.languages.clone_from(&self.languages);
        event.hosts.clone_from(&self.hosts);
        event.sectors.clone_from(&self.sectors);
        event.speakers.clone_from(&self.speakers);
        event.url.clone_from(&self.url);
        event.tags.clone_from(&self.tags);
        event.notes.clone_from(&self.notes);
        self.put_notes(&mut event.notes);
    }

    /// Whether the row says nothing that `event` does not say already.
    pub fn is_same_as(&self, event: &Event) -> bool {
        let mut after = event.clone();
        self.put_on(&mut after);
        after == *event
    }

    fn put_title(&self, title: &mut Wording) {
        let before = title.clone();
        // An export shows a title in the nearest language there is.
        let has = |text: &str| {
            [&before.en, &before.zh_hant, &before.zh_hans]
                .iter()
                .any(|known| same_text(known, text))
        };
        for (said, kept) in [
            (&self.title.en, &mut title.en),
            (&self.title.zh_hant, &mut title.zh_hant),
            (&self.title.zh_hans, &mut title.zh_hans),
        ] {
            if !said.is_empty() && !same_text(kept, said) && (!kept.is_empty() || !has(said)) {
                kept.clone_from(said);
            }
        }
    }

    fn put_times(&self, event: &mut Event) {
        let moved = |was: NaiveDateTime, is: NaiveDateTime| was != is || event.zone != self.zone;
        let (start, end) = (moved(event.start, self.start), moved(event.end, self.end));
        // Which of two is meant is not in a sheet, so an event that does not move keeps what was chosen.
        if start {
            (event.start, event.start_fold) = (self.start, self.start_fold);
        }
        if end {
            (event.end, event.end_fold) = (self.end, self.end_fold);
        }
        if event.zone != self.zone {
            event.zone.clone_from(&self.zone);
        }
        event.all_day = self.all_day;
    }

    fn put_notes(&self, notes: &mut String) {
        let mut after = if self.says.contains(&SheetField::Notes) && !same_text(notes, &self.notes) {
            self.notes.clone()
        } else {
            notes.clone()
        };
        for line in &self.kept {
            if !after.lines().any(|known| same_text(known, line)) {
                if !after.is_empty() && !after.ends_with('\n') {
                    after.push('\n');
                }
                after.push_str(line);
            }
        }
        *notes = after;
    }
}

/// Whether two texts differ in nothing that a cell can show.
fn same_text(one: &str, other: &str) -> bool {
    one == other || seen(one) == seen(other)
}

/// What of a text survives a cell: words with one blank between.
fn seen(text: &str) -> String {
    let shown = text_cell(text).0.shown();
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn share_a_name(one: &Wording, other: &Wording) -> bool {
    let names = |words: &Wording| [&words.en, &words.zh_hant, &words.zh_hans].map(|name| fold(name));
    let known = names(one);
    names(other)
        .iter()
        .any(|name| !name.is_empty() && known.contains(name))
}

/// The order of a set says nothing.
fn put_set<T: Clone + Ord>(kept: &mut Vec<T>, said: &[T]) {
    let sorted = |list: &[T]| list.iter().cloned().collect::<BTreeSet<T>>();
    if sorted(kept) != sorted(said) {
        *kept = said.to_vec();
    }
}

fn put_lines(kept: &mut Vec<String>, said: &[String]) {
    let same = kept.len() == said.len() && kept.iter().zip(said).all(|(kept, said)| same_text(kept, said));
    if !same {
        *kept = said.to_vec();
    }
}

/// The key of a row or an event: title, start and zone.
pub(super) fn key(title: &str, start: NaiveDateTime, zone: &str) -> String {
    format!("{}|{}|{zone}", fold(title), start.format("%Y-%m-%dT%H:%M"))
}

/// The keys by which a row without an identifier is found to be `event`: one for each language of its title.
pub fn event_keys(event: &Event) -> Vec<String> {
    [&event.title.en, &event.title.zh_hant, &event.title.zh_hans]
        .into_iter()
        .filter(|title| !title.is_empty())
        .map(|title| key(title, event.start, &event.zone))
        .collect()
}
