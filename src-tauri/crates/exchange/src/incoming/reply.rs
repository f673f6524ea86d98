//! Answers of invitees (RFC 5546 sections 3.2.3 and 3.2.7).

use super::IncomingReply;
use super::raw::{RawAttendee, RawEvent};
use super::series::{Maker, event, occasion_name};
use super::words::Words;

/// What an event in a METHOD:REPLY or COUNTER answers: one reply an attendee who says something.
pub(super) fn replies(maker: &mut Maker<'_>, raw: &RawEvent<'_>, method: &str) -> Vec<IncomingReply> {
    let recurrence = occasion_name(maker.places, raw);
    let words = Words::of(raw);
    let counter = (method == "COUNTER")
        .then(|| {
            let (frame, start) = maker.framed(raw, raw.recurrence_id)?;
            let when = frame.at(start.at)?;
            Some(Box::new(event(raw, words.clone(), when, recurrence.clone())))
        })
        .flatten();
    // A counter-proposal lists all who are invited; the one with an answer is who proposes.
    let answered = |attendee: &&RawAttendee| !matches!(attendee.partstat.as_str(), "" | "NEEDS-ACTION");
    let mut from: Vec<&RawAttendee> = raw.attendees.iter().filter(answered).collect();
    if from.is_empty() {
        from = raw.attendees.iter().collect();
    }
    if from.is_empty() {
        let missing = [("property", "ATTENDEE".to_owned())];
        maker.report.refuse(raw.line, &words.uid, "no_attendee", missing);
    }
    from.into_iter()
        .map(|attendee| IncomingReply {
            uid: words.uid.clone(),
            recurrence: recurrence.clone(),
            sequence: raw.sequence,
            stamp: raw.stamp,
            attendee: attendee.address.clone(),
            attendee_name: attendee.name.clone(),
            partstat: attendee.partstat.clone(),
            delegated_to: attendee.delegated_to.clone(),
            comment: words.comment.clone(),
            counter: counter.clone(),
            method: method.to_owned(),
            line: raw.line,
        })
        .collect()
}
