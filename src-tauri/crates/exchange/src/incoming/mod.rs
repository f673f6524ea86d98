//! iCalendar in (RFC 5545, 5546, 6868, 7986): any calendar that others wrote.
//!
//! Bytes become text ([`decode`]), text lines ([`lines`]), lines components ([`scan`]), and components events whose
//! times stand in zones of our own rules ([`places`], [`moment`]), series as their occasions ([`series`],
//! [`expand`]). Nothing is dropped in silence: what is not understood is refused by line, what has no place in an
//! event is listed as a loss, what only a planner can tell is asked. No file, however made, makes it panic, run long
//! or fill the memory: each count has a limit, and the limits are many times what real calendars need.

mod decode;
mod expand;
mod foreign;
mod lines;
mod moment;
mod names;
mod occasions;
mod places;
mod properties;
mod raw;
mod reply;
mod report;
mod rule;
mod scan;
mod series;
mod types;
mod value;
mod words;

use std::borrow::Cow;
use std::collections::HashMap;

pub use types::{
    DEEPEST_NESTING, IncomingCalendar, IncomingEvent, IncomingReply, IncomingStatus, LARGEST_FILE,
    LONGEST_TEXT, Loss, MOST_EVENTS, ReadError, Reading, RefusedItem, TextEncoding, ZoneAsk,
};

use places::Places;
use raw::RawEvent;
use scan::Scan;
use series::Maker;

/// Days that all rules of a file may look at: some seconds.
const MOST_WORK: u64 = 60_000_000;

/// Reads a calendar.
///
/// # Errors
/// See [`ReadError`]; everything smaller is reported in the answer.
///
/// ```
/// # use outreach_exchange::incoming::{Reading, read_ics};
/// # use std::{collections::BTreeMap, ops::ControlFlow};
/// let text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=W. Europe Standard Time:20270514T090000\r\n\
///     DURATION:PT2H\r\nRRULE:FREQ=WEEKLY;COUNT=2\r\nSUMMARY:Talk\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
/// let calendar = read_ics(
///     text.as_bytes(),
///     &Reading {
///         rules: &outreach_zones::Rules::bundled(),
///         floating_zone: None,
///         zone_answers: &BTreeMap::new(),
///         encoding: None,
///         expand_from: None,
///         expand_until: "2028-12-31".parse().unwrap(),
///         expand_at_most: 1_000,
///         cancel: &|_, _| ControlFlow::Continue(()),
///     },
/// )?;
/// assert_eq!(calendar.events.len(), 2);
/// assert_eq!(calendar.events[1].zone, "Europe/Berlin");
/// assert_eq!(calendar.events[1].recurrence.as_deref(), Some("20270521T070000Z"));
/// # Ok::<(), outreach_exchange::incoming::ReadError>(())
/// ```
pub fn read_ics(bytes: &[u8], reading: &Reading<'_>) -> Result<IncomingCalendar, ReadError> {
    if bytes.len() > LARGEST_FILE {
        return Err(ReadError::TooLarge { most: LARGEST_FILE });
    }
    let (text, encoding) = decode::decode(bytes, reading.encoding)?;
    // Programs of old Macs end lines with CR alone.
    let text = if text.contains('\r') && !text.contains('\n') {
        text.replace('\r', "\n").into()
    } else {
        text
    };
    let mut scan = Scan::read(&text, reading.cancel)?;
    let mut work = MOST_WORK;
    let places = Places::find(&mut scan, reading, &mut work)?;
    let methods: Vec<Option<String>> = scan.heads.iter().map(|head| head.method.clone()).collect();
    let mut report = std::mem::take(&mut scan.report);
    let is = |calendar: u32, names: &[&str]| {
        let method = methods.get(calendar as usize).and_then(Option::as_deref);
        method.filter(|method| names.contains(method))
    };
    let mut maker = Maker {
        places: &places,
        reading,
        report: &mut report,
        cancelled: methods
            .iter()
            .map(|method| method.as_deref() == Some("CANCEL"))
            .collect(),
        work: &mut work,
        events: Vec::with_capacity(scan.events.len()),
        bounded: Vec::new(),
    };
    let mut replies = Vec::new();
    let total = scan.events.len();
    for (done, group) in by_uid(&scan.events).into_iter().enumerate() {
        if done.is_multiple_of(256) && (reading.cancel)(done, total).is_break() {
            return Err(ReadError::Stopped);
        }
        let (answers, events): (Vec<&RawEvent<'_>>, Vec<_>) = group
            .into_iter()
            .partition(|raw| is(raw.calendar, &["REPLY", "COUNTER"]).is_some());
        for raw in answers {
            let method = is(raw.calendar, &["REPLY", "COUNTER"]).unwrap_or("REPLY");
            replies.append(&mut reply::replies(&mut maker, raw, method));
        }
        if !events.is_empty() {
            maker.group(&events);
        }
    }
    let (events, bounded) = (maker.events, maker.bounded);
    let (refused, losses) = report.done();
    Ok(IncomingCalendar {
        name: scan.name,
        method: methods.into_iter().flatten().next(),
        product: scan.product,
        encoding,
        events,
        replies,
        refused,
        losses,
        asks: places.asks(reading.rules),
        bounded,
    })
}

/// Events that share a UID, in the order in which the first of each stands in the file.
fn by_uid<'e, 'r>(events: &'e [RawEvent<'r>]) -> Vec<Vec<&'e RawEvent<'r>>> {
    let mut places: HashMap<Cow<'_, str>, usize> = HashMap::with_capacity(events.len());
    let mut groups: Vec<Vec<&RawEvent<'_>>> = Vec::with_capacity(events.len());
    for raw in events {
        let place = *places.entry(words::uid(raw)).or_insert(groups.len());
        match groups.get_mut(place) {
            Some(group) => group.push(raw),
            None => groups.push(vec![raw]),
        }
    }
    groups
}
