//! The rules of each field, record by record.

mod people;
mod shapes;

use chrono::NaiveTime;

use super::{ALARM_MOST, FieldProblem, Invalid, NAME_MOST, URL_MOST};
use crate::{
    AnyRecord, Calendar, DayOverride, Delegate, Event, Leg, Market, Mission, Office, Partner, Plan,
    Programme, Recipient, Venue,
};

use shapes::is_language;

/// Walks a record and collects what is refused.
pub(super) struct Fields<'plan> {
    plan: &'plan Plan,
    found: Vec<Invalid>,
}

impl<'plan> Fields<'plan> {
    pub(super) fn new(plan: &'plan Plan) -> Self {
        Self {
            plan,
            found: Vec::new(),
        }
    }

    pub(super) fn found(self) -> Result<(), Vec<Invalid>> {
        if self.found.is_empty() {
            Ok(())
        } else {
            Err(self.found)
        }
    }

    pub(super) fn record(&mut self, record: &AnyRecord) {
        match record {
            AnyRecord::Programme(record) => self.programme(record),
            AnyRecord::Mission(record) => self.mission(record),
            AnyRecord::Leg(record) => self.leg(record),
            AnyRecord::Event(record) => self.event(record),
            AnyRecord::Venue(record) => self.venue(record),
            AnyRecord::Partner(record) => self.partner(record),
            AnyRecord::Delegate(record) => self.delegate(record),
            AnyRecord::Market(record) => self.market(record),
            AnyRecord::Office(record) => self.office(record),
            AnyRecord::DayOverride(record) => self.day_override(record),
            AnyRecord::Calendar(record) => self.calendar(record),
            AnyRecord::Recipient(record) => self.recipient(record),
            AnyRecord::Person(record) => self.person(record),
            AnyRecord::Invitation(record) => self.invitation(record),
            AnyRecord::Arrangement(record) => self.arrangement(record),
            AnyRecord::Visit(record) => self.visit(record),
            AnyRecord::Notice(record) => self.notice(record),
            AnyRecord::Letter(record) => self.letter(record),
            AnyRecord::SavedList(record) => self.saved_list(record),
            AnyRecord::Distinct(record) => self.distinct(record),
            AnyRecord::Disclosure(record) => self.disclosure(record),
        }
    }

    fn programme(&mut self, programme: &Programme) {
        self.name("title", &programme.title);
        self.days(programme.from, programme.until);
        self.notes("notes", &programme.notes);
    }

    fn mission(&mut self, mission: &Mission) {
        self.exists("programme", [mission.programme]);
        self.name("title", &mission.title);
        if !mission.geographic_region.is_geographic() {
            self.refuse("geographic_region", FieldProblem::NotGeographic);
        } else if mission.region.is_geographic() && mission.region != mission.geographic_region {
            self.refuse("region", FieldProblem::RegionMismatch);
        }
        self.list("markets", &mission.markets);
        self.exists("markets", mission.markets.iter().copied());
        self.days(mission.from, mission.until);
        self.list("team", &mission.team);
        self.exists("team", mission.team.iter().copied());
        self.exists("lead", mission.lead);
        self.list("offices", &mission.offices);
        self.exists("offices", mission.offices.iter().copied());
        self.list("partners", &mission.partners);
        self.exists("partners", mission.partners.iter().map(|part| part.partner));
        for part in &mission.partners {
            self.line("partners.responsible_for", &part.responsible_for, URL_MOST);
        }
        self.notes("notes", &mission.notes);
        self.lines("tags", &mission.tags);
    }

    fn leg(&mut self, leg: &Leg) {
        self.exists("mission", [leg.mission]);
        self.name("place", &leg.place);
        self.zone("zone", &leg.zone);
        self.year("arrive", leg.arrive.date());
        self.year("depart", leg.depart.date());
        let span = self.plan.span_of_leg(leg);
        if span.map_or(leg.depart < leg.arrive, |span| span.end.utc < span.start.utc) {
            self.refuse("depart", FieldProblem::EndBeforeStart);
        }
        self.line("lodging", &leg.lodging, NAME_MOST);
        if let Some(travel) = &leg.travel {
            self.line("travel.number", &travel.number, NAME_MOST);
            self.line("travel.from", &travel.from, NAME_MOST);
            self.line("travel.to", &travel.to, NAME_MOST);
            self.zone("travel.depart_zone", &travel.depart_zone);
            self.zone("travel.arrive_zone", &travel.arrive_zone);
            self.year("travel.depart", travel.depart.date());
            self.year("travel.arrive", travel.arrive.date());
        }
        self.notes("notes", &leg.notes);
    }

    fn event(&mut self, event: &Event) {
        self.required("uid", &event.uid);
        self.exists("programme", [event.programme]);
        self.exists("mission", event.mission);
        self.exists("leg", event.leg);
        let leg = event.leg.and_then(|id| self.plan.legs().get(&id));
        if leg.is_some_and(|leg| Some(leg.mission) != event.mission) {
            self.refuse("leg", FieldProblem::BelongsElsewhere);
        }
        if let Some(mission) = event.mission.and_then(|id| self.plan.missions().get(&id)) {
            if mission.programme != event.programme {
                self.refuse("programme", FieldProblem::BelongsElsewhere);
            }
            if mission.region != event.region {
                self.refuse("region", FieldProblem::RegionMismatch);
            }
        }
        self.name("title", &event.title);
        self.exists("market", event.market);
        self.words("place", &event.place);
        self.exists("venue", event.venue);
        self.zone("zone", &event.zone);
        self.year("start", event.start.date());
        self.year("end", event.end.date());
        let span = self.plan.span_of_event(event);
        if span.map_or(event.end < event.start, |span| span.end.utc < span.start.utc) {
            self.refuse("end", FieldProblem::EndBeforeStart);
        }
        if event.all_day {
            for (field, wall) in [("start", event.start), ("end", event.end)] {
                if wall.time() != NaiveTime::MIN {
                    self.refuse(field, FieldProblem::NotMidnight);
                }
            }
        }
        self.capacity(event.capacity);
        self.list("languages", &event.languages);
        if !event.languages.iter().all(|tag| is_language(tag)) {
            self.refuse("languages", FieldProblem::NotALanguage);
        }
        self.list("hosts", &event.hosts);
        self.exists("hosts", event.hosts.iter().copied());
        self.list("delegates", &event.delegates);
        self.exists("delegates", event.delegates.iter().copied());
        self.lines("speakers", &event.speakers);
        self.url("url", &event.url);
        self.notes("run_sheet", &event.run_sheet);
        self.notes("notes", &event.notes);
        self.lines("tags", &event.tags);
    }

    fn venue(&mut self, venue: &Venue) {
        self.name("name", &venue.name);
        self.words("place", &venue.place);
        self.zone("zone", &venue.zone);
        self.notes("address", &venue.address);
        self.within("latitude", venue.latitude, 90.0);
        self.within("longitude", venue.longitude, 180.0);
        self.capacity(venue.capacity);
        self.notes("notes", &venue.notes);
    }

    fn partner(&mut self, partner: &Partner) {
        self.name("name", &partner.name);
        self.url("url", &partner.url);
        self.notes("notes", &partner.notes);
    }

    fn delegate(&mut self, delegate: &Delegate) {
        for (field, text) in [
            ("family", &delegate.family),
            ("given", &delegate.given),
            ("chinese", &delegate.chinese),
            ("organisation", &delegate.organisation),
            ("post", &delegate.post),
            ("team", &delegate.team),
        ] {
            self.line(field, text, NAME_MOST);
        }
        if [&delegate.family, &delegate.given, &delegate.chinese]
            .iter()
            .all(|name| name.trim().is_empty())
        {
            self.refuse("family", FieldProblem::Empty);
        }
        self.notes("notes", &delegate.notes);
    }

    fn market(&mut self, market: &Market) {
        self.name("name", &market.name);
        if !market.region.is_geographic() {
            self.refuse("region", FieldProblem::NotGeographic);
        }
        self.exists("office", market.office);
        self.notes("notes", &market.notes);
    }

    fn office(&mut self, office: &Office) {
        self.name("name", &office.name);
        self.zone("zone", &office.zone);
        self.notes("notes", &office.notes);
    }

    fn day_override(&mut self, day: &DayOverride) {
        self.year("date", day.date);
        self.words("name", &day.name);
    }

    fn calendar(&mut self, calendar: &Calendar) {
        self.name("name", &calendar.name);
        let filter = &calendar.filter;
        // What the filter names may be removed later; then it names nothing, as in a view.
        self.list("filter.regions", filter.regions.as_deref().unwrap_or_default());
        self.list("filter.markets", filter.markets.as_deref().unwrap_or_default());
        self.list("filter.missions", filter.missions.as_deref().unwrap_or_default());
        self.list(
            "filter.delegates",
            filter.delegates.as_deref().unwrap_or_default(),
        );
        self.lines("filter.teams", filter.teams.as_deref().unwrap_or_default());
        self.line(
            "filter.text",
            filter.text.as_deref().unwrap_or_default(),
            NAME_MOST,
        );
        if let (Some(from), Some(until)) = (filter.from, filter.until)
            && until < from
        {
            self.refuse("filter.until", FieldProblem::EndBeforeStart);
        }
        if filter.with_findings == Some(true) {
            self.refuse("filter.with_findings", FieldProblem::NotForCalendars);
        }
        if !calendar.zone.is_empty() {
            self.zone("zone", &calendar.zone);
        }
        let form = &calendar.form;
        self.line("form.organiser_name", &form.organiser_name, NAME_MOST);
        self.email("form.organiser_email", &form.organiser_email);
        if form.alarm_minutes.is_some_and(|minutes| minutes > ALARM_MOST) {
            let problem = FieldProblem::OutOfRange {
                least: 0.0,
                most: f64::from(ALARM_MOST),
            };
            self.refuse("form.alarm_minutes", problem);
        }
        self.notes("notes", &calendar.notes);
    }

    fn recipient(&mut self, recipient: &Recipient) {
        self.exists("calendar", [recipient.calendar]);
        self.required("name", &recipient.name);
        self.line("organisation", &recipient.organisation, NAME_MOST);
        self.email("email", &recipient.email);
        self.notes("notes", &recipient.notes);
    }
}
