//! A file with what would come of it: what a preview shows and a commit writes.

use outreach_exchange::incoming::IncomingCalendar;
use outreach_plan::Plan;

use super::intake::{self, Entry, Intake, Known};
use super::read::{Content, File};
use super::sheet::{self, Mapping, Mappings};
use super::{calendar, problems, replies};
use crate::long_work::Work;
use crate::rows::count;
use crate::views::{DatesAsked, EncodingView, ImportLoss, ImportNote, PreviewImport, ReplyRow, ZoneAsked};
use crate::{Refused, Session};

/// Encodings that calendars are found in, by their WHATWG names.
const ENCODINGS: [&str; 7] = [
    "UTF-8",
    "UTF-16LE",
    "UTF-16BE",
    "Big5",
    "gb18030",
    "windows-1252",
    "Shift_JIS",
];

/// A file with what would come of it.
pub(super) struct Understood {
    pub(super) intake: Intake,
    pub(super) mapping: Option<Mapping>,
    pub(super) zone_asks: Vec<ZoneAsked>,
    pub(super) date_asks: Vec<DatesAsked>,
    pub(super) replies: Vec<ReplyRow>,
    pub(super) losses: Vec<ImportLoss>,
    pub(super) notes: Vec<ImportNote>,
}

impl Understood {
    pub(super) fn of(
        session: &Session,
        plan: &Plan,
        known: &Known,
        mappings: &Mappings,
        request: &PreviewImport,
        file: &File,
        work: &mut Work,
    ) -> Result<Self, Refused> {
        match &file.content {
            Content::Calendar(calendar, window) => {
                let entries: Vec<Entry<'_>> =
                    calendar::judge(session, plan, known, request, calendar, *window, work)?;
                let mut intake = intake::settle(plan, request, entries);
                let answered = replies::Answered::of(plan, known, request.language);
                let mut replies = Vec::new();
                for (reply, kept) in replies::of(session, known, calendar) {
                    replies.push(answered.row(&reply, kept));
                    if !kept {
                        intake.replies.push(reply);
                    }
                }
                intake.counts.replies = count(intake.replies.len());
                Ok(Self {
                    intake,
                    mapping: None,
                    zone_asks: zones_asked(calendar, request),
                    date_asks: Vec::new(),
                    replies,
                    losses: calendar
                        .losses
                        .iter()
                        .map(|loss| ImportLoss {
                            property: loss.property.clone(),
                            count: loss.count,
                            lines: loss.lines.clone(),
                        })
                        .collect(),
                    notes: notes_of(calendar, *window),
                })
            }
            Content::Sheet(sheet) => {
                let mapping = sheet::mapping(sheet, request, mappings)?;
                let entries = sheet::judge(session, plan, known, request, sheet, &mapping, work)?;
                Ok(Self {
                    intake: intake::settle(plan, request, entries),
                    zone_asks: Vec::new(),
                    date_asks: sheet::dates_asked(sheet, &mapping, request),
                    replies: Vec::new(),
                    losses: Vec::new(),
                    notes: sheet
                        .notes
                        .iter()
                        .map(|note| ImportNote {
                            code: note.code.to_owned(),
                            params: problems::named(note.params.clone()),
                        })
                        .collect(),
                    mapping: Some(mapping),
                })
            }
        }
    }
}

/// What is still asked, and what was answered, so that an answer can be changed.
fn zones_asked(calendar: &IncomingCalendar, request: &PreviewImport) -> Vec<ZoneAsked> {
    let open = calendar.asks.iter().map(|ask| ZoneAsked {
        tzid: ask.tzid.clone(),
        uses: ask.uses,
        suggestions: ask.suggestions.clone(),
        answered: None,
    });
    let answered = |tzid: Option<&String>, zone: &String| ZoneAsked {
        tzid: tzid.cloned(),
        uses: 0,
        suggestions: Vec::new(),
        answered: Some(zone.clone()),
    };
    let floating = request.floating_zone.iter().map(|zone| answered(None, zone));
    let named = request
        .zone_answers
        .iter()
        .map(|(tzid, zone)| answered(Some(tzid), zone));
    open.chain(floating).chain(named).collect()
}

/// How a calendar's text was read, and as what it could be read instead.
pub(super) fn encoding_of(calendar: &IncomingCalendar) -> EncodingView {
    let label = &calendar.encoding.label;
    let others = ENCODINGS
        .iter()
        .filter(|other| !other.eq_ignore_ascii_case(label));
    EncodingView {
        label: label.clone(),
        sure: calendar.encoding.sure,
        others: others.map(|other| (*other).to_owned()).collect(),
    }
}

fn notes_of(calendar: &IncomingCalendar, window: calendar::Window) -> Vec<ImportNote> {
    let mut notes = Vec::new();
    let mut note = |code: &str, params: &[(&str, String)]| {
        notes.push(ImportNote {
            code: code.to_owned(),
            params: params
                .iter()
                .map(|(name, value)| ((*name).to_owned(), value.clone()))
                .collect(),
        });
    };
    if calendar.product.starts_with(calendar::OWN_PRODUCT) {
        note("written_here", &[]);
    }
    if !calendar.encoding.sure {
        note("encoding_guessed", &[("label", calendar.encoding.label.clone())]);
    }
    if calendar.events.iter().any(|event| event.recurrence.is_some()) {
        let days = [
            ("from", window.from.to_string()),
            ("until", window.until.to_string()),
        ];
        note("series_within", &days);
    }
    if !calendar.bounded.is_empty() {
        let params = [
            ("count", calendar.bounded.len().to_string()),
            ("until", window.until.to_string()),
        ];
        note("series_cut", &params);
    }
    notes
}

pub(super) fn is_answered(zones: &[ZoneAsked], dates: &[DatesAsked]) -> bool {
    zones.iter().all(|ask| ask.answered.is_some()) && dates.iter().all(|ask| ask.answered.is_some())
}

pub(super) fn unanswered(zones: &[ZoneAsked], dates: &[DatesAsked]) -> Refused {
    let open = zones.iter().filter(|ask| ask.answered.is_none()).count()
        + dates.iter().filter(|ask| ask.answered.is_none()).count();
    Refused::new(
        "import_unanswered",
        "The file leaves open in which zones its times stand, or in which order its dates are written. Nothing was \
         imported; answer that first.",
    )
    .with("count", open)
}
