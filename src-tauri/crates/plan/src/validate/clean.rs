//! Taking away what nobody meant to type.

mod people;

use std::collections::HashSet;
use std::hash::Hash;

use super::text::{many_lines, one_line};
use crate::{AnyRecord, Calendar, Delegate, Event, Leg, Mission, Recipient, Venue, Wording};

/// The record without stray white space, control characters and doubled entries. Doing it twice changes
/// nothing more. Keys, times and what the record points at stay.
pub fn clean(mut record: AnyRecord) -> AnyRecord {
    match &mut record {
        AnyRecord::Programme(programme) => {
            words(&mut programme.title);
            many_lines(&mut programme.notes);
        }
        AnyRecord::Mission(record) => mission(record),
        AnyRecord::Leg(record) => leg(record),
        AnyRecord::Event(record) => event(record),
        AnyRecord::Venue(record) => venue(record),
        AnyRecord::Partner(partner) => {
            words(&mut partner.name);
            one_line(&mut partner.url);
            many_lines(&mut partner.notes);
        }
        AnyRecord::Delegate(record) => delegate(record),
        AnyRecord::Market(market) => {
            words(&mut market.name);
            once(&mut market.sectors);
            many_lines(&mut market.notes);
        }
        AnyRecord::Office(office) => {
            words(&mut office.name);
            one_line(&mut office.zone);
            many_lines(&mut office.notes);
        }
        AnyRecord::DayOverride(day) => words(&mut day.name),
        AnyRecord::Calendar(record) => calendar(record),
        AnyRecord::Recipient(record) => recipient(record),
        AnyRecord::Person(record) => people::person(record),
        AnyRecord::Invitation(record) => people::invitation(record),
        AnyRecord::Arrangement(record) => people::arrangement(record),
        AnyRecord::Visit(record) => people::visit(record),
        AnyRecord::Notice(record) => people::notice(record),
        AnyRecord::Letter(record) => people::letter(record),
        AnyRecord::SavedList(record) => people::saved_list(record),
        AnyRecord::Distinct(record) => people::distinct(record),
        AnyRecord::Disclosure(record) => people::disclosure(record),
    }
    record
}

fn mission(mission: &mut Mission) {
    words(&mut mission.title);
    once(&mut mission.markets);
    once(&mut mission.team);
    once(&mut mission.offices);
    once(&mut mission.sectors);
    for part in &mut mission.partners {
        one_line(&mut part.responsible_for);
    }
    many_lines(&mut mission.notes);
    labels(&mut mission.tags);
}

fn leg(leg: &mut Leg) {
    words(&mut leg.place);
    one_line(&mut leg.zone);
    one_line(&mut leg.lodging);
    if let Some(travel) = &mut leg.travel {
        for text in [
            &mut travel.number,
            &mut travel.from,
            &mut travel.to,
            &mut travel.depart_zone,
            &mut travel.arrive_zone,
        ] {
            one_line(text);
        }
    }
    many_lines(&mut leg.notes);
}

fn event(event: &mut Event) {
    words(&mut event.title);
    words(&mut event.place);
    one_line(&mut event.zone);
    labels(&mut event.languages);
    once(&mut event.hosts);
    once(&mut event.delegates);
    labels(&mut event.speakers);
    once(&mut event.sectors);
    one_line(&mut event.url);
    many_lines(&mut event.run_sheet);
    many_lines(&mut event.notes);
    labels(&mut event.tags);
}

fn venue(venue: &mut Venue) {
    words(&mut venue.name);
    words(&mut venue.place);
    one_line(&mut venue.zone);
    many_lines(&mut venue.address);
    many_lines(&mut venue.notes);
}

fn delegate(delegate: &mut Delegate) {
    for text in [
        &mut delegate.family,
        &mut delegate.given,
        &mut delegate.chinese,
        &mut delegate.organisation,
        &mut delegate.post,
        &mut delegate.team,
    ] {
        one_line(text);
    }
    many_lines(&mut delegate.notes);
}

fn calendar(calendar: &mut Calendar) {
    words(&mut calendar.name);
    one_line(&mut calendar.zone);
    one_line(&mut calendar.form.organiser_name);
    one_line(&mut calendar.form.organiser_email);
    let filter = &mut calendar.filter;
    some_once(&mut filter.regions);
    some_once(&mut filter.markets);
    some_once(&mut filter.missions);
    some_once(&mut filter.delegates);
    some_once(&mut filter.statuses);
    some_once(&mut filter.kinds);
    some_once(&mut filter.sectors);
    if let Some(teams) = &mut filter.teams {
        labels(teams);
    }
    filter.teams.take_if(|teams| teams.is_empty());
    if let Some(text) = &mut filter.text {
        one_line(text);
    }
    filter.text.take_if(|text| text.is_empty());
    filter.with_findings.take_if(|with| !*with);
    many_lines(&mut calendar.notes);
}

/// An empty list means any, as none does; only one of the two is kept.
fn some_once<T: Copy + Eq + Hash>(list: &mut Option<Vec<T>>) {
    if let Some(list) = list {
        once(list);
    }
    list.take_if(|list| list.is_empty());
}

fn recipient(recipient: &mut Recipient) {
    one_line(&mut recipient.name);
    one_line(&mut recipient.organisation);
    one_line(&mut recipient.email);
    many_lines(&mut recipient.notes);
}

fn words(wording: &mut Wording) {
    one_line(&mut wording.en);
    one_line(&mut wording.zh_hant);
    one_line(&mut wording.zh_hans);
}

/// Each entry once, the first of its kind, in order.
fn once<T: Copy + Eq + Hash>(list: &mut Vec<T>) {
    let mut seen = HashSet::with_capacity(list.len());
    list.retain(|entry| seen.insert(*entry));
}

/// Each text once, whatever its case, without empty ones.
fn labels(list: &mut Vec<String>) {
    list.iter_mut().for_each(one_line);
    let mut seen = HashSet::with_capacity(list.len());
    list.retain(|entry| !entry.is_empty() && seen.insert(entry.to_lowercase()));
}
