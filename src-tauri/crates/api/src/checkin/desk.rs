//! What the desk shows: counts, those who came last, those a name or a badge finds.

use std::collections::HashSet;

use outreach_matching::fold;
use outreach_plan::EventId;
use outreach_plan::people::seats::Tally;
use outreach_plan::people::{Invitation, InvitationStatus, steps};

use crate::Refused;
use crate::guests::badge;
use crate::guests::list::venue;
use crate::guests::refusals::why_not;
use crate::guests::room::{At, Room};
use crate::guests::rows::about;
use crate::views::{CheckInCounts, CheckInDesk, CheckInRow, FindAtDesk, FoundAtDesk, WhyNotView};

/// So many who came last are shown.
const RECENT: usize = 20;
/// So many are found where the request does not say.
const FOUND: usize = 20;
/// Of so many at most it is looked how well they fit.
const RANKED_AT_MOST: usize = 500;
/// A number is looked for by its end once so many digits were typed.
const DIGITS: usize = 4;

/// Whether a party said that it comes.
fn is_expected(invitation: &Invitation) -> bool {
    use InvitationStatus as S;
    let said_so = |invitation: &Invitation| {
        invitation
            .steps
            .iter()
            .rev()
            .map(|step| step.status)
            .find(|status| !matches!(status, S::Attended | S::NoShow | S::FollowedUp))
            .is_some_and(|status| status == S::Accepted)
    };
    match invitation.status {
        S::Accepted => true,
        S::Attended | S::NoShow | S::FollowedUp => said_so(invitation),
        S::LongListed
        | S::ShortListed
        | S::Invited
        | S::Tentative
        | S::Declined
        | S::WaitListed
        | S::Substituted
        | S::Withdrawn
        | S::Bounced => false,
    }
}

/// How many of a party came.
fn came(invitation: &Invitation) -> u32 {
    invitation.arrived.map_or(0, u32::from)
}

pub(super) fn counts<'a>(all: impl IntoIterator<Item = &'a Invitation>) -> CheckInCounts {
    let mut counts = CheckInCounts::default();
    for invitation in all {
        let (party, came) = (invitation.party(), came(invitation));
        let expected = is_expected(invitation);
        if expected {
            counts.expected += 1;
            counts.expected_people += party;
            counts.missing_people += party.saturating_sub(came);
            counts.missing += u32::from(came == 0);
        }
        if came > 0 {
            counts.arrived += 1;
            counts.arrived_people += came;
            counts.partly += u32::from(came < party);
            if !expected {
                counts.unexpected += 1;
                counts.unexpected_people += came;
            }
        }
    }
    counts
}

pub(super) fn show(room: &Room<'_>, event: EventId) -> Result<CheckInDesk, Refused> {
    let at = room.at(event)?;
    let all = room.plan.invitations_at(event);
    let mut recent: Vec<&Invitation> = all
        .iter()
        .copied()
        .filter(|invitation| came(invitation) > 0)
        .collect();
    recent.sort_by_key(|invitation| std::cmp::Reverse((invitation.arrived_at, invitation.id)));
    recent.truncate(RECENT);
    let tally = Tally::of(room.plan, event);
    let is_settled = |invitation: &&Invitation| {
        matches!(
            invitation.status,
            InvitationStatus::Attended | InvitationStatus::NoShow | InvitationStatus::FollowedUp
        )
    };
    let settled = all.iter().any(|one| one.status == InvitationStatus::NoShow)
        || (!all.is_empty()
            && room.is_over(at.event)
            && all.iter().filter(|one| is_expected(one)).all(is_settled));
    Ok(CheckInDesk {
        event,
        title: room.say(&at.event.title),
        venue: room.say(&venue(room, at.event)),
        span: room.span(at.event),
        counts: counts(all.iter().copied()),
        recent: recent
            .into_iter()
            .map(|invitation| row(room, &at, &tally, invitation))
            .collect(),
        why_not: closed(room, &tally, &all),
        settled,
    })
}

/// Why nobody at all can be checked in: the desk is not open yet, or the event is off. Asked of any guest who comes,
/// for the reasons of the clock are the same for all.
fn closed(room: &Room<'_>, tally: &Tally, all: &[&Invitation]) -> Option<WhyNotView> {
    let one = all
        .iter()
        .find(|one| one.status == InvitationStatus::Accepted && one.arrived.is_none())?;
    let why = steps::arrive(room.plan, tally, one, Some(1), room.now).err()?;
    matches!(why.code(), "event_not_begun" | "event_cancelled").then(|| why_not(&why))
}

pub(super) fn row(room: &Room<'_>, at: &At<'_>, tally: &Tally, invitation: &Invitation) -> CheckInRow {
    let person = room.person(invitation.person);
    let party = invitation.party();
    let whole = u16::try_from(party).unwrap_or(u16::MAX);
    let joined = |own: &str, others: Vec<&str>| {
        let mut all: Vec<&str> = Vec::new();
        for text in std::iter::once(own).chain(others) {
            if !text.is_empty() && !all.contains(&text) {
                all.push(text);
            }
        }
        all.join("; ")
    };
    let of = &invitation.companions;
    CheckInRow {
        invitation: invitation.id,
        person: invitation.person,
        name: room.name(invitation.person),
        name_beside: person.map(|person| room.name_beside(person)).unwrap_or_default(),
        organisation: person
            .map(|person| room.say(&person.organisation))
            .unwrap_or_default(),
        role: invitation.role,
        vip: invitation.vip,
        status: invitation.status,
        expected: is_expected(invitation),
        party,
        companions: of.iter().map(|one| one.name.clone()).collect(),
        arrived: invitation.arrived,
        arrived_at: invitation.arrived_at.map(|then| room.moment(at, then)),
        table: invitation.table.clone(),
        seat: invitation.seat.clone(),
        dietary: joined(
            &invitation.dietary,
            of.iter().map(|one| one.dietary.as_str()).collect(),
        ),
        access: joined(
            &invitation.access,
            of.iter().map(|one| one.access.as_str()).collect(),
        ),
        why_not: steps::arrive(room.plan, tally, invitation, Some(whole), room.now)
            .err()
            .as_ref()
            .map(why_not),
    }
}

/// `known` are the people in whom the search finds the text, typing errors forgiven.
pub(super) fn find(
    room: &Room<'_>,
    request: &FindAtDesk,
    known: &HashSet<u128>,
) -> Result<FoundAtDesk, Refused> {
    let at = room.at(request.event)?;
    let tally = Tally::of(room.plan, request.event);
    if let Some(code) = badge::read(&request.text)
        && let Some(invitation) = room.plan.invitation_of_badge(&code)
    {
        let here = invitation.event == request.event;
        let other = room.plan.events().get(&invitation.event).filter(|_| !here);
        return Ok(FoundAtDesk {
            by_badge: true,
            other_event: other.map(|event| room.say(&event.title)),
            rows: if here {
                vec![row(room, &at, &tally, invitation)]
            } else {
                Vec::new()
            },
        });
    }
    let text = fold::all(&request.text).trim().to_owned();
    let limit = match request.limit {
        0 => FOUND,
        limit => limit as usize,
    };
    let mut fitting: Vec<&Invitation> = Vec::new();
    if !text.is_empty() {
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let by_number = digits.len() >= DIGITS && digits.len() == text.chars().filter(|c| *c != ' ').count();
        fitting = room.plan.invitations_at(request.event);
        fitting.retain(|invitation| {
            known.contains(&invitation.person.0.as_u128())
                || comes_along(invitation, &text)
                || (by_number && has_number(room, invitation, &digits))
        });
    }
    // A letter or two fit half the list: then names alone decide, for folding all that is known of everybody takes time.
    let few = fitting.len() <= RANKED_AT_MOST;
    let mut found: Vec<(u8, bool, String, &Invitation)> = fitting
        .into_iter()
        .filter_map(|invitation| {
            let person = room.person(invitation.person)?;
            let rank = if few {
                rank(&text, &about(person, invitation)).unwrap_or(2)
            } else {
                0
            };
            let name = person.sort_name(room.language).to_lowercase();
            Some((rank, !is_expected(invitation), name, invitation))
        })
        .collect();
    found.sort_by(|a, b| (a.0, a.1, &a.2, a.3.id).cmp(&(b.0, b.1, &b.2, b.3.id)));
    found.truncate(limit);
    Ok(FoundAtDesk {
        by_badge: false,
        other_event: None,
        rows: found
            .into_iter()
            .map(|(.., invitation)| row(room, &at, &tally, invitation))
            .collect(),
    })
}

/// How well words fit: 0 if each begins a word, 1 if each stands somewhere; none if one does not.
fn rank(text: &str, about: &str) -> Option<u8> {
    let mut rank = 0;
    for word in text.split(' ') {
        let begins = about.starts_with(word) || about.contains(&format!(" {word}"));
        if !begins {
            if !about.contains(word) {
                return None;
            }
            rank = 1;
        }
    }
    Some(rank)
}

/// Whether a companion's name holds every word of a folded text.
fn comes_along(invitation: &Invitation, text: &str) -> bool {
    invitation.companions.iter().any(|companion| {
        let name = fold::all(&companion.name);
        text.split(' ').all(|word| name.contains(word))
    })
}

/// Whether a guest's telephone number ends so.
fn has_number(room: &Room<'_>, invitation: &Invitation, digits: &str) -> bool {
    room.person(invitation.person).is_some_and(|person| {
        person
            .telephones
            .iter()
            .any(|one| one.e164.ends_with(digits) || plain(&one.raw).ends_with(digits))
    })
}

fn plain(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}
