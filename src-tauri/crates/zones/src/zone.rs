//! One zone of one release: wall time to instant and back, and chrono's view of it.

use std::{fmt, sync::Arc};

use chrono::{
    DateTime, FixedOffset, MappedLocalTime, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone,
    Timelike, Utc,
};

use crate::{
    Abbreviation, Fold, Gap, Moment, Release, Resolution, Source,
    table::{Change, Kind, Local, Table},
};

/// A time zone, as one release of the rules has it. Cheap to clone.
///
/// Also a [`chrono::TimeZone`], so that `instant.with_timezone(&zone)` formats as usual.
///
/// ```
/// use outreach_zones::{Resolution, Rules};
/// let vancouver = Rules::bundled().zone("America/Vancouver")?;
/// // British Columbia does not put its clocks back in November 2026.
/// let wall = "2026-12-01T09:00:00".parse().unwrap();
/// let Resolution::Unique(moment) = vancouver.resolve(wall) else { panic!() };
/// assert_eq!(moment.utc.to_rfc3339(), "2026-12-01T16:00:00+00:00");
/// assert_eq!(moment.utc.with_timezone(&vancouver).to_rfc3339(), "2026-12-01T09:00:00-07:00");
/// # Ok::<(), outreach_zones::UnknownZone>(())
/// ```
#[derive(Clone)]
pub struct Zone(Arc<Inner>);

struct Inner {
    name: String,
    release: Release,
    source: Source,
    table: Arc<Table>,
}

/// A change of a zone's offset, or of its name for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Transition {
    /// When it happens.
    pub utc: DateTime<Utc>,
    /// Seconds east of UTC until then.
    pub offset_before_s: i32,
    /// Seconds east of UTC from then on.
    pub offset_after_s: i32,
    /// What the zone calls the new offset.
    pub abbreviation: Abbreviation,
    /// Whether the database calls the new offset daylight saving time.
    pub dst: bool,
}

impl Zone {
    pub(crate) fn new(name: String, release: Release, source: Source, table: Arc<Table>) -> Self {
        Self(Arc::new(Inner {
            name,
            release,
            source,
            table,
        }))
    }

    /// The name as the rules spell it, such as `Asia/Hong_Kong`. An alias keeps its own name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// The release that answers for this zone; older than its [`crate::Rules`] where those lack the name and the
    /// bundled rules stand in.
    #[must_use]
    pub fn release(&self) -> &Release {
        &self.0.release
    }

    /// Where the rules of this zone came from.
    #[must_use]
    pub fn source(&self) -> Source {
        self.0.source
    }

    pub(crate) fn table(&self) -> &Table {
        &self.0.table
    }

    pub(crate) fn shared_table(&self) -> Arc<Table> {
        Arc::clone(&self.0.table)
    }

    /// What a wall time means here.
    ///
    /// ```
    /// use outreach_zones::{Resolution, Rules};
    /// let london = Rules::bundled().zone("Europe/London")?;
    /// // Clocks go from 01:00 to 02:00 on 28 March 2027.
    /// let Resolution::Gap(gap) = london.resolve("2027-03-28T01:30:00".parse().unwrap()) else { panic!() };
    /// assert_eq!(gap.before.to_string(), "2027-03-28 00:59:00");
    /// assert_eq!(gap.after.to_string(), "2027-03-28 02:00:00");
    /// # Ok::<(), outreach_zones::UnknownZone>(())
    /// ```
    #[must_use]
    pub fn resolve(&self, wall: NaiveDateTime) -> Resolution {
        match self.0.table.local(wall.and_utc().timestamp()) {
            Local::One(kind) => Resolution::Unique(reading(wall, kind.offset_s, kind)),
            Local::Fold(one, other) => Resolution::Fold {
                earlier: reading(wall, one.offset_s, one),
                later: reading(wall, other.offset_s, other),
            },
            Local::Gap(change) => Resolution::Gap(gap(wall, &change)),
        }
    }

    /// What the clocks show at an instant.
    ///
    /// ```
    /// # use outreach_zones::Rules;
    /// let (wall, moment) = Rules::bundled().zone("Asia/Hong_Kong")?.at("2026-11-30T18:00:00Z".parse().unwrap());
    /// assert_eq!(wall.to_string(), "2026-12-01 02:00:00");
    /// assert_eq!((moment.offset_s, moment.abbreviation.as_str()), (28_800, "HKT"));
    /// # Ok::<(), outreach_zones::UnknownZone>(())
    /// ```
    #[must_use]
    pub fn at(&self, utc: DateTime<Utc>) -> (NaiveDateTime, Moment) {
        let kind = self.0.table.at(utc.timestamp());
        let moment = Moment {
            utc,
            offset_s: kind.offset_s,
            abbreviation: kind.abbreviation,
        };
        (moment.wall(), moment)
    }

    /// The moment to use where nobody can be asked: RFC 5545's reading (see [`Resolution::pick`]).
    #[must_use]
    pub fn pick(&self, wall: NaiveDateTime, fold: Option<Fold>) -> Moment {
        self.resolve(wall).pick(fold)
    }

    /// The changes in `from..until`, in order.
    ///
    /// ```
    /// # use outreach_zones::Rules;
    /// let zone = Rules::bundled().zone("America/Toronto")?;
    /// let year = zone.transitions("2027-01-01T00:00:00Z".parse().unwrap(), "2028-01-01T00:00:00Z".parse().unwrap());
    /// let days: Vec<_> = year.map(|change| change.utc.date_naive().to_string()).collect();
    /// assert_eq!(days, ["2027-03-14", "2027-11-07"]);
    /// # Ok::<(), outreach_zones::UnknownZone>(())
    /// ```
    pub fn transitions(
        &self,
        from: DateTime<Utc>,
        until: DateTime<Utc>,
    ) -> impl Iterator<Item = Transition> + '_ {
        // A change belongs to the first whole second at or after `from`.
        let first = from.timestamp() + i64::from(from.timestamp_subsec_nanos() > 0);
        self.0.table.changes(first).map_while(move |change| {
            let utc = DateTime::from_timestamp_secs(change.at)?;
            (utc < until).then_some(Transition {
                utc,
                offset_before_s: change.before.offset_s,
                offset_after_s: change.after.offset_s,
                abbreviation: change.after.abbreviation,
                dst: change.after.dst,
            })
        })
    }
}

/// A wall time read with a given offset; the clocks then show `kind`.
fn reading(wall: NaiveDateTime, offset_s: i32, kind: Kind) -> Moment {
    let utc = wall
        .checked_sub_signed(TimeDelta::seconds(offset_s.into()))
        .unwrap_or(if offset_s > 0 {
            NaiveDateTime::MIN
        } else {
            NaiveDateTime::MAX
        });
    Moment {
        utc: utc.and_utc(),
        offset_s: kind.offset_s,
        abbreviation: kind.abbreviation,
    }
}

fn gap(wall: NaiveDateTime, change: &Change) -> Gap {
    let shown = |offset_s: i32| {
        DateTime::from_timestamp_secs(change.at + i64::from(offset_s)).map_or(wall, |shown| shown.naive_utc())
    };
    let begins = shown(change.before.offset_s);
    let last_second = begins - TimeDelta::seconds(1);
    Gap {
        before: last_second.with_second(0).unwrap_or(last_second),
        begins,
        after: shown(change.after.offset_s),
        earlier_reading: reading(wall, change.after.offset_s, change.before),
        later_reading: reading(wall, change.before.offset_s, change.after),
        length_s: change.after.offset_s - change.before.offset_s,
    }
}

impl PartialEq for Zone {
    /// Same name, same release, same source.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
            || (&self.0.name, &self.0.release, self.0.source)
                == (&other.0.name, &other.0.release, other.0.source)
    }
}

impl Eq for Zone {}

impl fmt::Debug for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({} {})", self.0.name, self.0.source, self.0.release)
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0.name)
    }
}

/// The offset of a [`Zone`] at some instant, for chrono.
#[derive(Clone, PartialEq, Eq)]
pub struct ZoneOffset {
    zone: Zone,
    kind: Kind,
}

impl ZoneOffset {
    /// What the zone calls this offset.
    #[must_use]
    pub fn abbreviation(&self) -> Abbreviation {
        self.kind.abbreviation
    }

    /// The zone whose offset it is.
    #[must_use]
    pub fn zone(&self) -> &Zone {
        &self.zone
    }
}

impl Offset for ZoneOffset {
    fn fix(&self) -> FixedOffset {
        FixedOffset::east_opt(self.kind.offset_s).expect("tables hold only offsets of less than a day")
    }
}

impl fmt::Display for ZoneOffset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.kind.abbreviation, f)
    }
}

impl fmt::Debug for ZoneOffset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.kind.abbreviation, f)
    }
}

impl TimeZone for Zone {
    type Offset = ZoneOffset;

    fn from_offset(offset: &ZoneOffset) -> Self {
        offset.zone.clone()
    }

    fn offset_from_local_date(&self, local: &NaiveDate) -> MappedLocalTime<ZoneOffset> {
        self.offset_from_local_datetime(&local.and_time(NaiveTime::MIN))
    }

    fn offset_from_local_datetime(&self, local: &NaiveDateTime) -> MappedLocalTime<ZoneOffset> {
        let offset = |kind| ZoneOffset {
            zone: self.clone(),
            kind,
        };
        match self.0.table.local(local.and_utc().timestamp()) {
            Local::One(kind) => MappedLocalTime::Single(offset(kind)),
            Local::Fold(earlier, later) => MappedLocalTime::Ambiguous(offset(earlier), offset(later)),
            Local::Gap(_) => MappedLocalTime::None,
        }
    }

    fn offset_from_utc_date(&self, utc: &NaiveDate) -> ZoneOffset {
        self.offset_from_utc_datetime(&utc.and_time(NaiveTime::MIN))
    }

    fn offset_from_utc_datetime(&self, utc: &NaiveDateTime) -> ZoneOffset {
        ZoneOffset {
            zone: self.clone(),
            kind: self.0.table.at(utc.and_utc().timestamp()),
        }
    }
}
