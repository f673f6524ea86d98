//! What a column may hold.

use serde::{Deserialize, Serialize};

/// What a column may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SheetField {
    /// The event's identifier, from an export of ours or of another program.
    Uid,
    /// Title in English.
    TitleEn,
    /// Title in Traditional Chinese.
    TitleZhHant,
    /// Title in Simplified Chinese.
    TitleZhHans,
    /// Promotion region.
    Region,
    /// Target market.
    Market,
    /// Mission, by its name.
    Mission,
    /// Kind of activity.
    Kind,
    /// How far it has come.
    Status,
    /// Day of the start.
    StartDate,
    /// Time of day of the start; a range gives the end too.
    StartTime,
    /// Day and time of the start.
    Start,
    /// Last day.
    EndDate,
    /// Time of day of the end.
    EndTime,
    /// Day and time of the end.
    End,
    /// How long it lasts, in minutes, or as `2 h` or `1:30`.
    Minutes,
    /// IANA zone.
    Zone,
    /// City, by its name or its airport's code.
    City,
    /// Venue, by its name.
    Venue,
    /// Guests allowed.
    Capacity,
    /// Hosts, by their names.
    Hosts,
    /// Languages spoken.
    Languages,
    /// Target sectors.
    Sectors,
    /// Speakers.
    Speakers,
    /// A page about it.
    Url,
    /// Free text.
    Notes,
    /// Free labels.
    Tags,
    /// Whether it lasts whole days.
    AllDay,
}

impl SheetField {
    /// All of them, in the order in which a chooser lists them.
    pub const ALL: [Self; 28] = [
        Self::Uid,
        Self::TitleEn,
        Self::TitleZhHant,
        Self::TitleZhHans,
        Self::Region,
        Self::Market,
        Self::Mission,
        Self::Kind,
        Self::Status,
        Self::Start,
        Self::StartDate,
        Self::StartTime,
        Self::End,
        Self::EndDate,
        Self::EndTime,
        Self::Minutes,
        Self::AllDay,
        Self::Zone,
        Self::City,
        Self::Venue,
        Self::Capacity,
        Self::Hosts,
        Self::Languages,
        Self::Sectors,
        Self::Speakers,
        Self::Url,
        Self::Notes,
        Self::Tags,
    ];

    /// The key under which the field is written in requests and remembered mappings.
    pub fn key(self) -> &'static str {
        match self {
            Self::Uid => "uid",
            Self::TitleEn => "title_en",
            Self::TitleZhHant => "title_zh_hant",
            Self::TitleZhHans => "title_zh_hans",
            Self::Region => "region",
            Self::Market => "market",
            Self::Mission => "mission",
            Self::Kind => "kind",
            Self::Status => "status",
            Self::StartDate => "start_date",
            Self::StartTime => "start_time",
            Self::Start => "start",
            Self::EndDate => "end_date",
            Self::EndTime => "end_time",
            Self::End => "end",
            Self::Minutes => "minutes",
            Self::Zone => "zone",
            Self::City => "city",
            Self::Venue => "venue",
            Self::Capacity => "capacity",
            Self::Hosts => "hosts",
            Self::Languages => "languages",
            Self::Sectors => "sectors",
            Self::Speakers => "speakers",
            Self::Url => "url",
            Self::Notes => "notes",
            Self::Tags => "tags",
            Self::AllDay => "all_day",
        }
    }

    /// The field of a key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.key() == key)
    }
}
