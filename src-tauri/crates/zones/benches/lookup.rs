//! Wall time to instant and back, beside jiff on the same TZif data, zones and times.
//!
//! The ratios are taken by turns within one run, so that a busy machine slows both; the last lines print them.
#![expect(clippy::unwrap_used, reason = "a bench may stop at what cannot be")]
#![expect(clippy::print_stdout, reason = "the ratios are for the reader")]

use std::{hint::black_box, time::Instant};

use chrono::{DateTime, Datelike, NaiveDateTime, TimeZone, Timelike, Utc};
use criterion::Criterion;
use jiff::{Timestamp, civil};
use outreach_zones::{Rules, Zone};

/// Where outreach goes, with and without daylight saving.
const ZONES: [&str; 16] = [
    "Asia/Hong_Kong",
    "America/Toronto",
    "America/Vancouver",
    "Europe/London",
    "Europe/Zurich",
    "Asia/Kuala_Lumpur",
    "Asia/Dubai",
    "America/New_York",
    "America/Los_Angeles",
    "Australia/Sydney",
    "Asia/Tokyo",
    "Europe/Berlin",
    "Africa/Casablanca",
    "Asia/Kolkata",
    "Pacific/Auckland",
    "Africa/Cairo",
];
/// Pairs of zone and time, many enough that no table stays in the nearest cache alone.
const PAIRS: usize = 4096;

struct Pair {
    ours: Zone,
    theirs: jiff::tz::TimeZone,
    wall: NaiveDateTime,
    civil: civil::DateTime,
    utc: DateTime<Utc>,
    timestamp: Timestamp,
}

/// Times from 2024 to 2037, a twentieth of them within two hours of a change of offset.
fn pairs() -> Vec<Pair> {
    let zones: Vec<_> = ZONES
        .iter()
        .map(|name| {
            let (_, tzif) = Rules::bundled().files().find(|(file, _)| file == name).unwrap();
            (
                Rules::bundled().zone(name).unwrap(),
                jiff::tz::TimeZone::tzif(name, &tzif).unwrap(),
            )
        })
        .collect();
    let mut state = 0x2026_u64;
    let mut random = move |below: u64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let mut pair = || {
        let (ours, theirs) = &zones[usize::try_from(random(zones.len() as u64)).unwrap()];
        let mut second = 1_704_067_200 + i64::try_from(random(14 * 31_556_952)).unwrap();
        let near = i64::try_from(random(14_400)).unwrap() - 7_200;
        if random(20) == 0 {
            let time = DateTime::from_timestamp_secs(second).unwrap();
            let change = ours.transitions(time, DateTime::<Utc>::MAX_UTC).next();
            second = change.map_or(second, |change| change.utc.timestamp() + near);
        }
        let utc = DateTime::from_timestamp_secs(second).unwrap();
        let wall = utc.naive_utc();
        let part = |number: u32| i8::try_from(number).unwrap();
        let (year, month, day) = (
            i16::try_from(wall.year()).unwrap(),
            part(wall.month()),
            part(wall.day()),
        );
        let (hour, minute, second) = (part(wall.hour()), part(wall.minute()), part(wall.second()));
        Pair {
            ours: ours.clone(),
            theirs: theirs.clone(),
            wall,
            civil: civil::datetime(year, month, day, hour, minute, second, 0),
            utc,
            timestamp: Timestamp::from_second(utc.timestamp()).unwrap(),
        }
    };
    (0..PAIRS).map(|_| pair()).collect()
}

type Pass = fn(&[Pair]);

const OURS_TO_INSTANT: Pass = |pairs| {
    pairs.iter().for_each(|pair| {
        black_box(pair.ours.pick(black_box(pair.wall), None));
    });
};
const JIFF_TO_INSTANT: Pass = |pairs| {
    pairs.iter().for_each(|pair| {
        black_box(
            pair.theirs
                .to_ambiguous_timestamp(black_box(pair.civil))
                .compatible()
                .unwrap(),
        );
    });
};
#[expect(
    clippy::disallowed_methods,
    reason = "chrono's own way in is what is measured"
)]
const CHRONO_TO_INSTANT: Pass = |pairs| {
    pairs.iter().for_each(|pair| {
        black_box(pair.ours.from_local_datetime(black_box(&pair.wall)).earliest());
    });
};
const OURS_TO_WALL: Pass = |pairs| {
    pairs.iter().for_each(|pair| {
        black_box(pair.ours.at(black_box(pair.utc)));
    });
};
const JIFF_TO_WALL: Pass = |pairs| {
    pairs.iter().for_each(|pair| {
        black_box(pair.theirs.to_datetime(black_box(pair.timestamp)));
    });
};

fn main() {
    let pairs = pairs();
    let mut criterion = Criterion::default().configure_from_args();
    for (name, pass) in [
        ("local to instant, ours", OURS_TO_INSTANT),
        ("local to instant, jiff", JIFF_TO_INSTANT),
        ("local to instant, ours through chrono's trait", CHRONO_TO_INSTANT),
        ("instant to local, ours", OURS_TO_WALL),
        ("instant to local, jiff", JIFF_TO_WALL),
    ] {
        criterion.bench_function(&format!("{name} ({PAIRS} times)"), |bencher| {
            bencher.iter(|| pass(&pairs));
        });
    }
    let london = Rules::bundled().zone("Europe/London").unwrap();
    criterion.bench_function("vtimezone of London, 2026-2028", |bencher| {
        bencher.iter(|| black_box(london.vtimezone(2026, 2028)));
    });
    criterion.bench_function("a whole tree read and checked", |bencher| {
        let files: Vec<_> = Rules::bundled().files().collect();
        let release = Rules::bundled().release().clone();
        bencher.iter(|| {
            Rules::from_tzif_tree(files.clone(), release.clone(), outreach_zones::Source::System).unwrap()
        });
    });
    criterion.final_summary();
    for (name, ours, theirs, limit) in [
        (
            "local to instant",
            OURS_TO_INSTANT,
            JIFF_TO_INSTANT,
            "at most 1.3",
        ),
        (
            "local to instant through chrono's trait",
            CHRONO_TO_INSTANT,
            JIFF_TO_INSTANT,
            "at most 1.3",
        ),
        ("instant to local", OURS_TO_WALL, JIFF_TO_WALL, "no limit set"),
    ] {
        let (ours, theirs) = by_turns(&pairs, ours, theirs);
        println!(
            "{name}: {ours:.1} ns, jiff {theirs:.1} ns, ratio {:.2} ({limit})",
            ours / theirs
        );
    }
}

/// Median nanoseconds a look-up, of 301 passes of each, taken by turns.
fn by_turns(pairs: &[Pair], ours: Pass, theirs: Pass) -> (f64, f64) {
    let time = |pass: Pass| {
        let begun = Instant::now();
        pass(pairs);
        begun.elapsed().as_secs_f64() * 1e9 / pairs.len() as f64
    };
    let mut times: Vec<(f64, f64)> = (0..301).map(|_| (time(ours), time(theirs))).collect();
    let mut median = |of: fn(&(f64, f64)) -> f64| {
        times.sort_by(|a, b| of(a).total_cmp(&of(b)));
        of(&times[times.len() / 2])
    };
    (median(|pair| pair.0), median(|pair| pair.1))
}
