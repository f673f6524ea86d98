//! Makes sure that typed times exist and are decided: a gap is refused with its neighbours, a fold is asked.

use chrono::NaiveDateTime;
use outreach_plan::{AnyRecord, Leg, Travel};
use outreach_zones::{Fold, Resolution, Rules};

use crate::Refused;
use crate::shown::offset_text;

/// One wall time of a record.
struct WallTime<'a> {
    field: &'static str,
    wall: NaiveDateTime,
    zone: &'a str,
    fold: &'a mut Option<Fold>,
}

/// Checks the times of `record` that are not as they were, and lets go of choices that choose nothing.
pub(crate) fn make_sure(
    rules: &Rules,
    before: Option<&AnyRecord>,
    record: &mut AnyRecord,
) -> Result<(), Refused> {
    let former: Vec<(&'static str, NaiveDateTime, String, Option<Fold>)> = before
        .cloned()
        .map(|mut before| {
            walls(&mut before)
                .iter()
                .map(|t| (t.field, t.wall, t.zone.to_owned(), *t.fold))
                .collect()
        })
        .unwrap_or_default();
    for time in walls(record) {
        let as_before = former.iter().any(|(field, wall, zone, fold)| {
            *field == time.field && *wall == time.wall && zone == time.zone && fold == time.fold
        });
        // What the rules made doubtful later must not keep a planner from mending something else.
        if !as_before {
            let zone = rules
                .zone(time.zone)
                .map_err(|unknown| Refused::unknown_zone(&unknown).with("field", time.field))?;
            *time.fold = decide(time.field, time.zone, &zone.resolve(time.wall), *time.fold)?;
        }
    }
    Ok(())
}

/// The choice to store, or why the time cannot be.
pub(crate) fn decide(
    field: &str,
    zone: &str,
    resolution: &Resolution,
    fold: Option<Fold>,
) -> Result<Option<Fold>, Refused> {
    match resolution {
        Resolution::Unique(_) => Ok(None),
        Resolution::Fold { earlier, later } => match fold {
            Some(fold) => Ok(Some(fold)),
            None => {
                let (earlier, later) = (offset_text(earlier.offset_s), offset_text(later.offset_s));
                Err(Refused::new(
                    "time_in_fold",
                    format!(
                        "The clocks of {zone} show that time twice, at {earlier} and at {later}. Nothing was \
                         changed; say which ({field}_fold: earlier or later)."
                    ),
                )
                .with("field", field)
                .with("zone", zone)
                .with("earlier", earlier)
                .with("later", later))
            }
        },
        Resolution::Gap(gap) => {
            let (before, after) = (gap.before.format("%FT%T"), gap.after.format("%FT%T"));
            Err(Refused::new(
                "time_in_gap",
                format!(
                    "The clocks of {zone} skip that time. Nothing was changed; the nearest times are {before} \
                     and {after}."
                ),
            )
            .with("field", field)
            .with("zone", zone)
            .with("before", before)
            .with("after", after))
        }
    }
}

fn walls(record: &mut AnyRecord) -> Vec<WallTime<'_>> {
    match record {
        AnyRecord::Event(event) => vec![
            WallTime {
                field: "start",
                wall: event.start,
                zone: &event.zone,
                fold: &mut event.start_fold,
            },
            WallTime {
                field: "end",
                wall: event.end,
                zone: &event.zone,
                fold: &mut event.end_fold,
            },
        ],
        AnyRecord::Leg(Leg {
            zone,
            arrive,
            arrive_fold,
            depart,
            depart_fold,
            travel,
            ..
        }) => {
            let mut walls = vec![
                WallTime {
                    field: "arrive",
                    wall: *arrive,
                    zone,
                    fold: arrive_fold,
                },
                WallTime {
                    field: "depart",
                    wall: *depart,
                    zone,
                    fold: depart_fold,
                },
            ];
            if let Some(Travel {
                depart,
                depart_zone,
                depart_fold,
                arrive,
                arrive_zone,
                arrive_fold,
                ..
            }) = travel
            {
                walls.extend([
                    WallTime {
                        field: "travel_depart",
                        wall: *depart,
                        zone: depart_zone,
                        fold: depart_fold,
                    },
                    WallTime {
                        field: "travel_arrive",
                        wall: *arrive,
                        zone: arrive_zone,
                        fold: arrive_fold,
                    },
                ]);
            }
            walls
        }
        AnyRecord::Programme(_)
        | AnyRecord::Mission(_)
        | AnyRecord::Venue(_)
        | AnyRecord::Partner(_)
        | AnyRecord::Delegate(_)
        | AnyRecord::Market(_)
        | AnyRecord::Office(_)
        | AnyRecord::DayOverride(_)
        | AnyRecord::Calendar(_)
        | AnyRecord::Recipient(_)
        | AnyRecord::Person(_)
        | AnyRecord::Invitation(_)
        | AnyRecord::Arrangement(_)
        | AnyRecord::Visit(_)
        | AnyRecord::Notice(_)
        | AnyRecord::Letter(_)
        | AnyRecord::SavedList(_)
        | AnyRecord::Distinct(_)
        | AnyRecord::Disclosure(_) => Vec::new(),
    }
}
