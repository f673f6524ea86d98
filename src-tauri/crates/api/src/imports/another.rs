//! A UID that was given to another event: some programs count their UIDs from one again in each file.

use std::collections::HashSet;

use chrono::TimeDelta;
use outreach_exchange::incoming::IncomingEvent;
use outreach_plan::reference::fold;
use outreach_plan::{Event, Wording};

/// Two events with no word in common this far apart are two events, whatever their UID says.
const FAR: TimeDelta = TimeDelta::days(31);

/// Whether an event under a known UID is wholly another: no word of its name, another place and another time.
pub(super) fn is_another(stored: &Event, incoming: &IncomingEvent, after: &Event) -> bool {
    if incoming.recurrence.is_some() || incoming.summary.is_empty() {
        return false;
    }
    let title = words(&incoming.summary);
    let before: HashSet<String> = said(&stored.title).flat_map(words).collect();
    let same_name = title.is_empty() || title.iter().any(|word| before.contains(word));
    let same_place = stored.city.is_some() && stored.city == after.city
        || stored.venue.is_some() && stored.venue == after.venue
        || stored.place == after.place && !stored.place.is_empty();
    let apart = (stored.start - after.start).abs();
    !same_name && (apart > FAR || !same_place && apart > TimeDelta::days(1))
}

fn said(wording: &Wording) -> impl Iterator<Item = &str> {
    [wording.en.as_str(), &wording.zh_hant, &wording.zh_hans].into_iter()
}

/// The words of a name; of one written without blanks its pairs of characters.
fn words(name: &str) -> Vec<String> {
    let folded = fold(name);
    let mut found = Vec::new();
    for word in folded.split(' ') {
        if word.is_ascii() {
            // "the", "at" and numbers are in every name.
            if word.len() > 3 && !word.bytes().all(|b| b.is_ascii_digit()) {
                found.push(word.to_owned());
            }
        } else {
            let characters: Vec<char> = word.chars().collect();
            found.extend(characters.windows(2).map(|pair| pair.iter().collect::<String>()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_share_words_in_either_script() {
        let shared = |one: &str, other: &str| words(one).iter().any(|word| words(other).contains(word));
        assert!(shared("KL talent seminar", "Talent seminar, moved"));
        assert!(shared("吉隆坡人才研討會", "人才研討會（改期）"));
        assert!(!shared("Seminar at the bank", "Lunch at the club"));
        assert!(!shared("2027 plan", "2027 visit"));
    }
}
