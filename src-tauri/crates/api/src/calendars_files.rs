//! The files of an issue, as bytes.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Datelike, Utc};
use outreach_exchange::{
    CalendarFile, CancelledEvent, ExportError, Layout, Method, NamedBytes, Outgoing, Party, PinUtc,
    change_words, write_calendars, write_csv_for, write_html, write_xlsx_for, zipped,
};
use outreach_plan::issuing::{Change, Pack, Sequences};
use outreach_plan::{Audience, Event, EventId, IssueKind, Language, Recipient, RecipientId};
use outreach_print::{Document, Paper, PaperSize, print};

use crate::Refused;
use crate::calendars;
use crate::faces::faces;
use crate::filter::last_day;
use crate::standing::Standing;
use crate::views::{IssueFormat, IssuedFile};

/// So many files of invitations are written at once; more is a mistake, or a case for a mail system.
const INVITATIONS_AT_MOST: usize = 2000;
/// So many years are printed at once.
const YEARS_AT_MOST: usize = 5;
/// How often one who subscribed to a calendar should look for a newer file.
const REFRESH_HOURS: u32 = 24;

/// A file that is ready to be written.
pub(crate) struct ReadyFile {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) recipient: Option<RecipientId>,
}

impl ReadyFile {
    pub(crate) fn view(&self) -> IssuedFile {
        IssuedFile {
            name: self.name.clone(),
            size: self.bytes.len() as u64,
            recipient: self.recipient,
        }
    }
}

/// What the files of one pack are made from.
pub(crate) struct PackFiles<'a> {
    pub(crate) standing: &'a Standing<'a>,
    pub(crate) pack: &'a Pack<'a>,
    pub(crate) kind: IssueKind,
    pub(crate) number: u32,
    pub(crate) made: DateTime<Utc>,
    pub(crate) sequences: &'a Sequences<'a>,
    /// Events that this issue gives a higher SEQUENCE, with it.
    pub(crate) raised: &'a HashMap<EventId, Event>,
}

impl<'a> PackFiles<'a> {
    /// The files in these forms.
    pub(crate) fn write(&self, formats: &[IssueFormat]) -> Result<Vec<ReadyFile>, Refused> {
        let mut files = Vec::new();
        for format in formats {
            match format {
                IssueFormat::Ics => self.calendar(&mut files)?,
                IssueFormat::Itip => self.invitations(&mut files)?,
                IssueFormat::Xlsx => self.table(&mut files, "xlsx", write_xlsx_for)?,
                IssueFormat::Csv => self.table(&mut files, "csv", write_csv_for)?,
                IssueFormat::Html => self.table(&mut files, "html", |out, _for_anybody| write_html(out))?,
                IssueFormat::Pdf => self.paper(&mut files)?,
                IssueFormat::Words => files.push(self.named("changes.txt", self.words(), None)),
            }
        }
        Ok(files)
    }

    /// The events whose entry the plan has: those that take place, and those that stand in it as cancelled.
    fn events(&self) -> Vec<&Event> {
        let cancelled = self.pack.cancelled.iter().filter_map(|change| change.now);
        self.pack
            .on
            .iter()
            .copied()
            .chain(cancelled)
            .map(|seen| self.raised.get(&seen.event.id).unwrap_or(seen.event))
            .collect()
    }

    /// The events that have left the calendar.
    fn gone(&self) -> Vec<CancelledEvent> {
        self.pack
            .cancelled
            .iter()
            .filter(|change| change.now.is_none())
            .filter_map(|change| self.called_off(change))
            .collect()
    }

    fn called_off(&self, change: &Change<'_>) -> Option<CancelledEvent> {
        let held = change.held?;
        Some(CancelledEvent {
            uid: held.uid.clone(),
            sequence: self.sequences.cancelled(change),
            title: held.title.clone(),
            place: held.place.clone(),
            start: held.start,
            end: held.end,
            zone: held.zone.clone(),
            utc_start: held.utc_start,
            utc_end: held.utc_end,
            all_day: held.all_day,
            modified: None,
            region: change.standing.map(|event| event.region),
            mission: change.standing.and_then(|event| event.mission),
        })
    }

    fn outgoing<'b>(&self, events: &'b [&'b Event]) -> Outgoing<'b>
    where
        'a: 'b,
    {
        let calendar = self.standing.calendar;
        Outgoing {
            plan: self.standing.plan,
            events,
            title: calendar.name.in_language(calendar.language),
            language: calendar.language,
            written: self.made,
        }
    }

    fn calendar(&self, files: &mut Vec<ReadyFile>) -> Result<(), Refused> {
        let calendar = self.standing.calendar;
        let (events, gone) = (self.events(), self.gone());
        let id = calendar.id.to_string();
        let pinned = calendars::pinned(self.standing, self.made);
        let file = CalendarFile {
            id: Some(&id),
            cancelled: &gone,
            pin_utc: PinUtc::ChangedRules(&pinned),
            alarm_minutes: calendar.form.alarm_minutes,
            zone: Some(calendar.zone.as_str()).filter(|zone| !zone.is_empty()),
            refresh_hours: (self.kind == IssueKind::Whole).then_some(REFRESH_HOURS),
            ..CalendarFile::publish(self.outgoing(&events), calendar.audience)
        };
        let written = write_calendars(&file, calendar.form.layout).map_err(refused)?;
        if calendar.form.zip && written.len() > 1 {
            let zip = zipped(&written).map_err(refused)?;
            files.push(self.named("calendar.zip", zip, None));
        } else {
            files.extend(
                written
                    .into_iter()
                    .map(|file| self.named(&file.name, file.bytes, None)),
            );
        }
        Ok(())
    }

    /// An invitation or a cancellation a file, for each recipient who has an address.
    fn invitations(&self, files: &mut Vec<ReadyFile>) -> Result<(), Refused> {
        let plan = self.standing.plan;
        let to: Vec<(usize, &Recipient)> = plan
            .recipients_of(self.standing.calendar.id)
            .into_iter()
            .enumerate()
            .filter(|(_, one)| self.pack.recipients.contains(&one.id) && !one.email.is_empty())
            .collect();
        let each = self.pack.on.len() + self.pack.cancelled.len();
        if each * to.len() > INVITATIONS_AT_MOST {
            return Err(Refused::new(
                "too_many_invitations",
                "That would be more invitations than can be sent by hand. Nothing was written; choose fewer \
                 recipients, or issue the calendar as one file.",
            )
            .with("most", INVITATIONS_AT_MOST));
        }
        if each * to.len() == 0 {
            return Ok(());
        }
        let form = &self.standing.calendar.form;
        if form.organiser_email.is_empty() {
            return Err(Refused::new(
                "no_organiser",
                "The calendar has no address to which answers could go, so calendars would not take its invitations. \
                 Nothing was written; give it the organiser's e-mail address.",
            ));
        }
        let organiser = Party {
            name: &form.organiser_name,
            address: &form.organiser_email,
        };
        let all = self.events();
        let (on, off): (Vec<&Event>, Vec<&Event>) =
            all.into_iter().partition(|event| event.status.claims_its_time());
        let gone = self.gone();
        for (place, recipient) in to {
            let attendees = [Party {
                name: &recipient.name,
                address: &recipient.email,
            }];
            for (method, events, cancelled) in [
                (Method::Request, &on, &[] as &[CancelledEvent]),
                (Method::Cancel, &off, gone.as_slice()),
            ] {
                if events.is_empty() && cancelled.is_empty() {
                    continue;
                }
                let file = CalendarFile {
                    method,
                    organiser: Some(organiser),
                    attendees: &attendees,
                    cancelled,
                    zone: Some(self.standing.calendar.zone.as_str()).filter(|zone| !zone.is_empty()),
                    alarm_minutes: form.alarm_minutes,
                    ..CalendarFile::publish(self.outgoing(events), self.standing.calendar.audience)
                };
                let written = write_calendars(&file, Layout::PerEvent).map_err(refused)?;
                files.extend(written.into_iter().map(|NamedBytes { name, bytes }| {
                    // Names of files are seen by others, so they number recipients and do not name them.
                    let name = format!("recipient-{:02}-{name}", place + 1);
                    self.named(&name, bytes, Some(recipient.id))
                }));
            }
        }
        Ok(())
    }

    fn table(
        &self,
        files: &mut Vec<ReadyFile>,
        ending: &str,
        write: fn(&Outgoing<'_>, Audience) -> Result<Vec<u8>, ExportError>,
    ) -> Result<(), Refused> {
        let events = self.events();
        let bytes = write(&self.outgoing(&events), self.standing.calendar.audience).map_err(refused)?;
        files.push(self.named(&format!("calendar.{ending}"), bytes, None));
        Ok(())
    }

    /// The programme of each year that the events touch.
    fn paper(&self, files: &mut Vec<ReadyFile>) -> Result<(), Refused> {
        let events = self.events();
        let calendar = self.standing.calendar;
        let faces = faces(calendar.language)?;
        let paper = Paper {
            title: calendar.name.in_language(calendar.language),
            language: calendar.language,
            audience: calendar.audience,
            written: self.made,
            size: PaperSize::A4,
        };
        let years: BTreeSet<i32> = events
            .iter()
            .flat_map(|event| event.start.year()..=last_day(event).year())
            .collect();
        if years.len() > YEARS_AT_MOST {
            return Err(Refused::new(
                "too_many_years",
                "The calendar's events lie in more years than are printed at once. Nothing was written; narrow the \
                 calendar's dates, or leave paper out.",
            )
            .with("most", YEARS_AT_MOST));
        }
        for year in years {
            let document = Document::Year {
                plan: self.standing.plan,
                events: &events,
                year,
            };
            let pdf = print(&document, &paper, &faces).map_err(crate::export::paper_refused)?;
            files.push(self.named(&format!("programme-{year}.pdf"), pdf.bytes, None));
        }
        Ok(())
    }

    /// What changed for these recipients, a sentence a line, in the calendar's language.
    fn words(&self) -> Vec<u8> {
        let calendar = self.standing.calendar;
        let language = calendar.language;
        let mut text = String::new();
        if calendar.audience == Audience::Internal {
            text.push_str("[RESTRICTED]\r\n\r\n");
        }
        text.push_str(calendar.name.in_language(language));
        text.push_str("\r\n\r\n");
        let place = self
            .standing
            .groups
            .iter()
            .position(|group| group.recipients.first() == self.pack.recipients.first());
        let changes = place.map_or(&[] as &[Change<'_>], |place| &self.standing.by_group[place]);
        for change in changes {
            text.push_str("- ");
            text.push_str(&change_words(change, language));
            text.push_str("\r\n");
        }
        if changes.is_empty() {
            text.push_str(match language {
                Language::English => "Nothing changed.\r\n",
                Language::TraditionalChinese => "沒有更改。\r\n",
                Language::SimplifiedChinese => "没有更改。\r\n",
            });
        }
        text.into_bytes()
    }

    fn named(&self, name: &str, bytes: Vec<u8>, recipient: Option<RecipientId>) -> ReadyFile {
        let marking = match self.standing.calendar.audience {
            Audience::Internal if !name.contains("RESTRICTED") => "RESTRICTED-",
            Audience::Internal | Audience::Partner | Audience::Public => "",
        };
        ReadyFile {
            name: format!("issue-{}-{marking}{name}", self.number),
            bytes,
            recipient,
        }
    }
}

fn refused(error: ExportError) -> Refused {
    Refused::new("export_failed", format!("Nothing was written: {error}.")).with("reason", error)
}
