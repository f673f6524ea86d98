//! The same for the ledger of people. Texts are composed as well (Unicode NFC), so that the same name typed on two
//! keyboards is the same name.

use std::cmp::Reverse;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::{once, one_line};
use crate::Wording;
use crate::people::{
    Arrangement, Companion, Disclosure, Distinct, Invitation, Letter, Notice, Person, SavedList, Step, Visit,
};
use crate::validate::text;

/// One line, composed.
fn line(text: &mut String) {
    one_line(text);
    compose(text);
}

/// Several lines, composed.
fn many_lines(text: &mut String) {
    text::many_lines(text);
    compose(text);
}

/// Composes a text. NFC would also replace the compatibility ideographs, and some names are written with just those
/// (a 神 or a 羽 of the family register), so they stay as they were typed.
fn compose(text: &mut String) {
    let kept = |c: char| matches!(c, '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}');
    if is_nfc(text) {
        return;
    }
    let mut composed = String::with_capacity(text.len());
    for piece in text.split_inclusive(kept) {
        let last = piece.chars().next_back().filter(|&c| kept(c));
        let before = &piece[..piece.len() - last.map_or(0, char::len_utf8)];
        composed.extend(before.nfc());
        composed.extend(last);
    }
    *text = composed;
}

fn words(wording: &mut Wording) {
    line(&mut wording.en);
    line(&mut wording.zh_hant);
    line(&mut wording.zh_hans);
}

fn long_words(wording: &mut Wording) {
    many_lines(&mut wording.en);
    many_lines(&mut wording.zh_hant);
    many_lines(&mut wording.zh_hans);
}

fn labels(list: &mut Vec<String>) {
    list.iter_mut().for_each(compose);
    super::labels(list);
}

fn codes(list: &mut Vec<String>) {
    list.iter_mut().for_each(|code| code.make_ascii_uppercase());
    super::labels(list);
}

/// Keeps the first of those that are the same by `key`; an empty key is dropped.
fn once_by<T>(list: &mut Vec<T>, key: impl Fn(&T) -> String) {
    let mut seen = std::collections::HashSet::with_capacity(list.len());
    list.retain(|entry| {
        let key = key(entry);
        !key.is_empty() && seen.insert(key)
    });
}

pub(super) fn person(person: &mut Person) {
    for text in [
        &mut person.family,
        &mut person.given,
        &mut person.chinese,
        &mut person.preferred,
        &mut person.honorific,
        &mut person.university_region,
        &mut person.source,
    ] {
        line(text);
    }
    person.university_region.make_ascii_uppercase();
    words(&mut person.post);
    words(&mut person.organisation);
    once(&mut person.sectors);
    once(&mut person.schemes);
    codes(&mut person.passports);
    labels(&mut person.languages);
    for email in &mut person.emails {
        line(&mut email.address);
        line(&mut email.label);
    }
    once_by(&mut person.emails, |email| email.address.to_lowercase());
    for telephone in &mut person.telephones {
        line(&mut telephone.raw);
        line(&mut telephone.e164);
        line(&mut telephone.label);
    }
    once_by(&mut person.telephones, |telephone| {
        if telephone.e164.is_empty() {
            telephone.raw.clone()
        } else {
            telephone.e164.clone()
        }
    });
    labels(&mut person.tags);
    many_lines(&mut person.notes);
    person.notices.iter_mut().for_each(|given| line(&mut given.by));
    person
        .consents
        .iter_mut()
        .for_each(|consent| line(&mut consent.by));
}

pub(super) fn invitation(invitation: &mut Invitation) {
    line(&mut invitation.segment);
    for Companion {
        name,
        dietary,
        access,
        ..
    } in &mut invitation.companions
    {
        line(name);
        many_lines(dietary);
        many_lines(access);
    }
    invitation
        .companions
        .retain(|one| !one.name.is_empty() || one.person.is_some());
    for Step { actor, note, .. } in &mut invitation.steps {
        line(actor);
        many_lines(note);
    }
    for text in [&mut invitation.table, &mut invitation.seat, &mut invitation.badge] {
        line(text);
    }
    for text in [
        &mut invitation.dietary,
        &mut invitation.access,
        &mut invitation.notes,
    ] {
        many_lines(text);
    }
}

pub(super) fn arrangement(arrangement: &mut Arrangement) {
    arrangement
        .quotas
        .iter_mut()
        .for_each(|quota| line(&mut quota.segment));
    arrangement
        .tables
        .iter_mut()
        .for_each(|table| line(&mut table.name));
    once(&mut arrangement.remind_days);
    arrangement
        .remind_days
        .sort_unstable_by_key(|days| Reverse(*days));
}

pub(super) fn visit(visit: &mut Visit) {
    for step in &mut visit.steps {
        line(&mut step.actor);
        many_lines(&mut step.note);
    }
    line(&mut visit.nominated_by);
    line(&mut visit.home_zone);
    for text in [&mut visit.reason, &mut visit.travel, &mut visit.notes] {
        many_lines(text);
    }
    for approval in &mut visit.approvals {
        line(&mut approval.by);
        many_lines(&mut approval.note);
    }
    once(&mut visit.escorts);
    visit.checklist.iter_mut().for_each(|item| line(&mut item.what));
    visit.checklist.retain(|item| !item.what.is_empty());
    for meeting in &mut visit.meetings {
        words(&mut meeting.what);
        words(&mut meeting.place);
        line(&mut meeting.with);
    }
    visit.meetings.sort_by_key(|meeting| (meeting.start, meeting.end));
    visit.costs.iter_mut().for_each(|cost| line(&mut cost.what));
    for task in &mut visit.tasks {
        line(&mut task.what);
        line(&mut task.who);
    }
    visit.tasks.retain(|task| !task.what.is_empty());
}

pub(super) fn notice(notice: &mut Notice) {
    words(&mut notice.name);
    once(&mut notice.purposes);
    long_words(&mut notice.text);
}

pub(super) fn letter(letter: &mut Letter) {
    line(&mut letter.name);
    words(&mut letter.subject);
    long_words(&mut letter.body);
}

pub(super) fn saved_list(list: &mut SavedList) {
    line(&mut list.name);
    line(&mut list.query);
    many_lines(&mut list.notes);
}

pub(super) fn distinct(pair: &mut Distinct) {
    if pair.other < pair.one {
        std::mem::swap(&mut pair.one, &mut pair.other);
    }
}

pub(super) fn disclosure(disclosure: &mut Disclosure) {
    for text in [
        &mut disclosure.actor,
        &mut disclosure.about,
        &mut disclosure.purpose,
        &mut disclosure.digest,
    ] {
        line(text);
    }
}
