//! The rules of each field in the ledger of people.

use std::collections::HashSet;

use super::Fields;
use super::shapes::{is_email, is_language};
use crate::people::seats::Tally;
use crate::people::steps::fits_instead;
use crate::people::{
    Arrangement, Disclosure, Distinct, Invitation, Letter, Notice, Person, SavedList, Visit,
};
use crate::reference::{CountryCode, country};
use crate::validate::{
    CAPACITY_MOST, EMAIL_MOST, FieldProblem, NAME_MOST, NOTES_MOST, PARTY_MOST, RETAIN_MOST, URL_MOST,
};
use crate::{PersonId, Wording};

/// A reminder comes at most so many days before an event.
const REMIND_MOST: u16 = 366;
/// Hundredths of Hong Kong dollars that one cost may be.
const CENTS_MOST: i64 = 100_000_000_000;

impl Fields<'_> {
    pub(super) fn person(&mut self, person: &Person) {
        for (field, text) in [
            ("family", &person.family),
            ("given", &person.given),
            ("chinese", &person.chinese),
            ("preferred", &person.preferred),
            ("honorific", &person.honorific),
            ("source", &person.source),
        ] {
            self.line(field, text, NAME_MOST);
        }
        let nameless = [&person.family, &person.given, &person.chinese]
            .iter()
            .all(|name| name.trim().is_empty());
        if nameless && person.erased.is_none() {
            self.refuse("family", FieldProblem::Empty);
        }
        self.words("post", &person.post);
        self.words("organisation", &person.organisation);
        self.exists("market", person.market);
        self.list("passports", &person.passports);
        for passport in &person.passports {
            self.country("passports", passport);
        }
        if !person.university_region.is_empty() {
            self.country("university_region", &person.university_region);
        }
        self.list("languages", &person.languages);
        if !person.languages.iter().all(|tag| is_language(tag)) {
            self.refuse("languages", FieldProblem::NotALanguage);
        }
        self.list("emails", &person.emails);
        for email in &person.emails {
            self.line("emails", &email.address, EMAIL_MOST);
            self.line("emails", &email.label, NAME_MOST);
            if !is_email(&email.address) {
                self.refuse("emails", FieldProblem::NotAnEmail);
            }
        }
        self.list("telephones", &person.telephones);
        for telephone in &person.telephones {
            self.line("telephones", &telephone.raw, NAME_MOST);
            self.line("telephones", &telephone.label, NAME_MOST);
            if !telephone.e164.is_empty() && !is_e164(&telephone.e164) {
                self.refuse("telephones", FieldProblem::NotATelephone);
            }
        }
        self.lines("tags", &person.tags);
        self.notes("notes", &person.notes);
        self.list("notices", &person.notices);
        for given in &person.notices {
            self.exists("notices", [given.notice]);
            self.year("notices", given.on);
            self.line("notices", &given.by, NAME_MOST);
        }
        self.list("consents", &person.consents);
        for consent in &person.consents {
            self.year("consents", consent.on);
            self.line("consents", &consent.by, NAME_MOST);
        }
        if let Some(day) = person.retain_until {
            self.year("retain_until", day);
        }
        self.exists("merged_into", person.merged_into);
        if person.merged_into == Some(person.id) {
            self.refuse("merged_into", FieldProblem::NoSuchRecord);
        }
    }

    pub(super) fn invitation(&mut self, invitation: &Invitation) {
        self.exists("event", [invitation.event]);
        self.exists("person", [invitation.person]);
        let (event, own) = (invitation.event, invitation.id);
        let others = self.plan.invitations_of(invitation.person);
        if others.iter().any(|one| one.event == event && one.id != own) {
            self.refuse("person", FieldProblem::AlreadyInvited);
        }
        if self.is_companion(invitation.person, invitation) {
            self.refuse("person", FieldProblem::AlreadyCompanion);
        }
        if invitation.steps.last().map(|step| step.status) != Some(invitation.status) {
            self.refuse("steps", FieldProblem::OutOfStep);
        }
        self.list("steps", &invitation.steps);
        for step in &invitation.steps {
            self.year("steps", step.on);
            self.line("steps", &step.actor, NAME_MOST);
            self.notes("steps", &step.note);
        }
        self.line("segment", &invitation.segment, NAME_MOST);
        self.companions(invitation);
        self.keeps_its_seats(invitation);
        if let Some(instead) = invitation.substitute_for {
            self.exists("substitute_for", [instead]);
            let of = self.plan.invitations().get(&instead);
            if instead == own || of.is_some_and(|of| of.event != event) {
                self.refuse("substitute_for", FieldProblem::BelongsElsewhere);
            }
        }
        self.line("table", &invitation.table, NAME_MOST);
        self.line("seat", &invitation.seat, NAME_MOST);
        self.notes("dietary", &invitation.dietary);
        self.notes("access", &invitation.access);
        self.notes("notes", &invitation.notes);
        self.line("badge", &invitation.badge, NAME_MOST);
        let bearer = self.plan.invitation_of_badge(&invitation.badge);
        if bearer.is_some_and(|one| one.id != own) {
            self.refuse("badge", FieldProblem::Taken);
        }
        let party = invitation.party();
        if invitation.arrived.is_some_and(|came| u32::from(came) > party) {
            self.range("arrived", f64::from(party));
        }
    }

    /// A party that has its seats keeps to them: more companions, another segment or no seat held for VIPs any more may
    /// want seats that are not free. Steps are looked at by their own rules.
    fn keeps_its_seats(&mut self, invitation: &Invitation) {
        let Some(before) = self.plan.invitations().get(&invitation.id) else {
            return;
        };
        let seats = |one: &Invitation| (one.party(), one.vip, one.segment.to_lowercase());
        let differs = seats(before) != seats(invitation);
        if !differs || before.event != invitation.event || !before.holds_seats() || !invitation.holds_seats()
        {
            return;
        }
        let tally = Tally::of(self.plan, invitation.event);
        let why = fits_instead(&tally, before, invitation).err();
        if why.is_some_and(|why| matches!(why.code(), "full" | "over_quota")) {
            let field = if before.party() != invitation.party() {
                "companions"
            } else if before.vip != invitation.vip {
                "vip"
            } else {
                "segment"
            };
            self.refuse(field, FieldProblem::NoSeats);
        }
    }

    fn companions(&mut self, invitation: &Invitation) {
        self.list("companions", &invitation.companions);
        if invitation.party() > PARTY_MOST {
            self.range("unnamed", f64::from(PARTY_MOST - 1));
        }
        let mut known = HashSet::new();
        for companion in &invitation.companions {
            self.line("companions", &companion.name, NAME_MOST);
            self.notes("companions", &companion.dietary);
            self.notes("companions", &companion.access);
            self.exists("companions", companion.person);
            let Some(person) = companion.person else { continue };
            let invited = self.plan.invitations_of(person);
            // An invitation that is off brings nobody; whoever would have come along may be a guest by now.
            let comes = |one: &&Invitation| one.event == invitation.event && one.status.may_come();
            let is_guest = invitation.status.may_come() && invited.iter().any(comes);
            if is_guest || person == invitation.person {
                self.refuse("companions", FieldProblem::AlreadyInvited);
            } else if !known.insert(person) || self.is_companion(person, invitation) {
                self.refuse("companions", FieldProblem::AlreadyCompanion);
            }
        }
    }

    /// Whether a person comes to the event of `invitation` with somebody else. An invitation that is off brings
    /// nobody, nor does one to a guest who is off.
    fn is_companion(&self, person: PersonId, invitation: &Invitation) -> bool {
        invitation.status.may_come()
            && self
                .plan
                .companion_at(person, invitation.event)
                .is_some_and(|with| with.id != invitation.id)
    }

    pub(super) fn arrangement(&mut self, arrangement: &Arrangement) {
        self.exists("event", [arrangement.event]);
        let other = self.plan.arrangement_of(arrangement.event);
        if other.is_some_and(|other| other.id != arrangement.id) {
            self.refuse("event", FieldProblem::Taken);
        }
        self.seats("vip_held", arrangement.vip_held);
        self.list("quotas", &arrangement.quotas);
        for quota in &arrangement.quotas {
            self.required("quotas", &quota.segment);
            self.seats("quotas", quota.seats);
        }
        self.each_once("quotas", arrangement.quotas.iter().map(|quota| &quota.segment));
        self.list("tables", &arrangement.tables);
        for table in &arrangement.tables {
            self.required("tables", &table.name);
            self.seats("tables", table.seats);
        }
        self.each_once("tables", arrangement.tables.iter().map(|table| &table.name));
        if let Some(day) = arrangement.reply_by {
            self.year("reply_by", day);
        }
        self.list("remind_days", &arrangement.remind_days);
        if arrangement.remind_days.iter().any(|days| *days > REMIND_MOST) {
            self.range("remind_days", f64::from(REMIND_MOST));
        }
    }

    pub(super) fn visit(&mut self, visit: &Visit) {
        self.exists("person", [visit.person]);
        if visit.steps.last().map(|step| step.stage) != Some(visit.stage) {
            self.refuse("steps", FieldProblem::OutOfStep);
        }
        self.list("steps", &visit.steps);
        for step in &visit.steps {
            self.year("steps", step.on);
            self.line("steps", &step.actor, NAME_MOST);
            self.notes("steps", &step.note);
        }
        self.line("nominated_by", &visit.nominated_by, NAME_MOST);
        self.notes("reason", &visit.reason);
        self.list("approvals", &visit.approvals);
        for approval in &visit.approvals {
            self.required("approvals", &approval.by);
            self.year("approvals", approval.on);
            self.notes("approvals", &approval.note);
        }
        self.exists("host", visit.host);
        self.list("escorts", &visit.escorts);
        self.exists("escorts", visit.escorts.iter().copied());
        if !visit.home_zone.is_empty() {
            self.zone("home_zone", &visit.home_zone);
        }
        for (field, day) in [("arrive", visit.arrive), ("depart", visit.depart)] {
            if let Some(day) = day {
                self.year(field, day);
            }
        }
        if let (Some(arrive), Some(depart)) = (visit.arrive, visit.depart)
            && depart < arrive
        {
            self.refuse("depart", FieldProblem::EndBeforeStart);
        }
        self.notes("travel", &visit.travel);
        self.programme_of_visit(visit);
        self.notes("notes", &visit.notes);
    }

    fn programme_of_visit(&mut self, visit: &Visit) {
        self.list("checklist", &visit.checklist);
        for item in &visit.checklist {
            self.required("checklist", &item.what);
        }
        self.list("meetings", &visit.meetings);
        for meeting in &visit.meetings {
            self.name("meetings.what", &meeting.what);
            self.words("meetings.place", &meeting.place);
            self.line("meetings.with", &meeting.with, NAME_MOST);
            self.year("meetings", meeting.start.date());
            self.year("meetings", meeting.end.date());
            if meeting.end < meeting.start {
                self.refuse("meetings", FieldProblem::EndBeforeStart);
            }
        }
        self.list("costs", &visit.costs);
        for cost in &visit.costs {
            self.required("costs", &cost.what);
            if !(0..=CENTS_MOST).contains(&cost.cents) {
                self.range("costs", 1_000_000_000.0);
            }
        }
        self.list("tasks", &visit.tasks);
        for task in &visit.tasks {
            self.required("tasks", &task.what);
            self.line("tasks", &task.who, NAME_MOST);
        }
    }

    pub(super) fn notice(&mut self, notice: &Notice) {
        self.name("name", &notice.name);
        if notice.version == 0 {
            let (least, most) = (1.0, f64::from(u32::MAX));
            self.refuse("version", FieldProblem::OutOfRange { least, most });
        }
        self.year("from", notice.from);
        if notice.retain_months > RETAIN_MOST {
            self.range("retain_months", f64::from(RETAIN_MOST));
        }
        self.long_words("text", &notice.text);
    }

    pub(super) fn letter(&mut self, letter: &Letter) {
        self.required("name", &letter.name);
        self.words("subject", &letter.subject);
        self.long_words("body", &letter.body);
    }

    pub(super) fn saved_list(&mut self, list: &SavedList) {
        self.required("name", &list.name);
        self.line("query", &list.query, URL_MOST);
        self.notes("notes", &list.notes);
    }

    pub(super) fn distinct(&mut self, pair: &Distinct) {
        self.exists("one", [pair.one]);
        self.exists("other", [pair.other]);
        if pair.one == pair.other {
            self.refuse("other", FieldProblem::NoSuchRecord);
        }
    }

    pub(super) fn disclosure(&mut self, disclosure: &Disclosure) {
        self.line("actor", &disclosure.actor, NAME_MOST);
        self.line("about", &disclosure.about, NAME_MOST);
        self.required("purpose", &disclosure.purpose);
        self.no_longer("path", &disclosure.path, NOTES_MOST);
        self.line("digest", &disclosure.digest, NAME_MOST);
    }

    fn long_words(&mut self, field: &str, wording: &Wording) {
        self.notes(&format!("{field}.en"), &wording.en);
        self.notes(&format!("{field}.zh_hant"), &wording.zh_hant);
        self.notes(&format!("{field}.zh_hans"), &wording.zh_hans);
    }

    fn country(&mut self, field: &str, code: &str) {
        if CountryCode::new(code).ok().and_then(country).is_none() {
            self.refuse(field, FieldProblem::NotACountry);
        }
    }

    fn seats(&mut self, field: &str, seats: u32) {
        if seats > CAPACITY_MOST {
            self.range(field, f64::from(CAPACITY_MOST));
        }
    }

    fn range(&mut self, field: &str, most: f64) {
        self.refuse(field, FieldProblem::OutOfRange { least: 0.0, most });
    }

    fn each_once<'text>(&mut self, field: &str, names: impl Iterator<Item = &'text String>) {
        let mut seen = HashSet::new();
        for name in names {
            if !seen.insert(name.to_lowercase()) {
                self.refuse(field, FieldProblem::Taken);
            }
        }
    }
}

/// `+` and up to fifteen digits, the first not 0 (ITU-T E.164).
fn is_e164(number: &str) -> bool {
    number.strip_prefix('+').is_some_and(|digits| {
        (2..=15).contains(&digits.len())
            && !digits.starts_with('0')
            && digits.bytes().all(|b| b.is_ascii_digit())
    })
}
