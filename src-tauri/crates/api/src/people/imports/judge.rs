//! What would become of each row: held against everybody who is stored, and against the rows above it.
//!
//! Rows are judged in pieces with the plan let go between, so that nobody who works beside an import waits for it. If
//! somebody writes meanwhile, the commit sees it and judges again.

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::sync::Arc;

use outreach_matching::{Alike, Blocks, candidates_for, duplicates};
use outreach_plan::people::Person;
use outreach_plan::{AnyRecord, PersonId, Plan, validate};
use outreach_store::StoreError;
use rayon::prelude::*;

use super::fill::filled;
use super::known::Known;
use super::lock;
use super::open::Opened;
use super::rows::{self, DraftRow};
use crate::desk::Desk;
use crate::imports::problems::{of_field, problem};
use crate::long_work::Work;
use crate::people::told::{Told, is_listed, person_of};
use crate::views::{AlikeReason, ImportProblem, PersonVerdict, PreviewPeople};
use crate::{Refused, Session};

/// So many rows are judged while the plan is held.
const CHUNK: usize = 512;
/// What is merely possible is asked about from here on.
const ASK_FROM: f32 = 0.5;
/// So many who may be the same are shown of each row.
const ALIKE_MOST: usize = 5;

/// A row with its verdict.
pub(super) struct JudgedRow {
    pub(super) number: u32,
    pub(super) draft: Option<Person>,
    pub(super) origins: Vec<String>,
    pub(super) verdict: PersonVerdict,
    /// Who it is, of a row that changes or equals somebody.
    pub(super) stored: Option<PersonId>,
    /// Who it may be, the likeliest first.
    pub(super) alike: Vec<Like>,
    pub(super) problems: Vec<ImportProblem>,
    pub(super) warnings: Vec<ImportProblem>,
}

/// Somebody a row may be.
pub(super) struct Like {
    pub(super) who: Who,
    pub(super) score: f32,
    pub(super) likely: bool,
    pub(super) reasons: Vec<AlikeReason>,
}

/// Somebody who is stored, or another row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    Stored(PersonId),
    Row(u32),
}

/// All rows with their verdicts.
pub(super) struct Judged {
    /// What of the request they depend on.
    key: PreviewPeople,
    fingerprint: String,
    /// The state of people they were held against.
    pub(super) state: u64,
    pub(super) rows: Vec<JudgedRow>,
}

/// What of a request verdicts depend on.
fn key_of(request: &PreviewPeople) -> PreviewPeople {
    PreviewPeople {
        language: outreach_plan::Language::default(),
        decisions: Vec::new(),
        undecided: None,
        notice: None,
        on: None,
        by: String::new(),
        purposes: Vec::new(),
        retain_until: None,
        tags: Vec::new(),
        source: None,
        from: 0,
        rows: 0,
        only: None,
        fingerprint: None,
        ..request.clone()
    }
}

impl Judged {
    /// The verdicts of a request, found or kept ready.
    pub(super) fn of(
        session: &Session,
        desk: &Desk,
        request: &PreviewPeople,
        opened: &Opened,
        work: &mut Work,
    ) -> Result<Arc<Self>, Refused> {
        let taken = desk.crowd().taken();
        let key = key_of(request);
        let state = desk.crowd().people_state();
        let kept = lock(&taken.judged).as_ref().map(Arc::clone);
        if let Some(kept) = kept
            .filter(|kept| kept.key == key && kept.state == state && kept.fingerprint == opened.fingerprint)
        {
            return Ok(kept);
        }
        *lock(&taken.judged) = None;
        let rows = judge(session, desk, request, opened, work)?;
        let judged = Arc::new(Self {
            key,
            fingerprint: opened.fingerprint.clone(),
            state,
            rows,
        });
        *lock(&taken.judged) = Some(Arc::clone(&judged));
        Ok(judged)
    }

    /// The row of a number.
    pub(super) fn row(&self, number: u32) -> Option<&JudgedRow> {
        let at = self.rows.binary_search_by_key(&number, |row| row.number).ok()?;
        self.rows.get(at)
    }
}

fn judge(
    session: &Session,
    desk: &Desk,
    request: &PreviewPeople,
    opened: &Opened,
    work: &mut Work,
) -> Result<Vec<JudgedRow>, Refused> {
    let stopped = || Refused::from(StoreError::Cancelled);
    // Reading takes seconds and needs the markets alone.
    let markets = {
        let plan = desk.plan();
        let mut markets = Plan::new(plan.rules().clone());
        for market in plan.markets().values() {
            markets.put(market.clone());
        }
        markets
    };
    let drafts = rows::read(opened, &markets, request, session.now(), work)?;
    let mut go_on = true;
    desk.crowd().catch_up_blocks(desk, &mut |left| {
        let step = work.step(drafts.len() as u64, (drafts.len() * 3 + left).max(1) as u64);
        go_on = step.is_continue();
        step
    });
    if !go_on {
        return Err(stopped());
    }
    let known = Known::of(&desk.plan());
    let total = drafts.len() as u64;
    let mut judging = Judging {
        known,
        seen: HashMap::new(),
        own: vec![false; drafts.len()],
        numbers: drafts.iter().map(|draft| draft.number).collect(),
        twins: twins(&drafts, &mut || work.step(total, total * 3)).ok_or_else(stopped)?,
    };
    let mut judged = Vec::with_capacity(drafts.len());
    let mut drafts = drafts.into_iter();
    loop {
        let some: Vec<DraftRow> = drafts.by_ref().take(CHUNK).collect();
        if some.is_empty() {
            break;
        }
        let plan = desk.plan();
        let blocks = desk.crowd().blocks();
        judging.take(&plan, &blocks, some, &mut judged);
        drop(blocks);
        drop(plan);
        if work.step(total + 2 * judged.len() as u64, total * 3) == ControlFlow::Break(()) {
            return Err(stopped());
        }
    }
    Ok(judged)
}

/// Rows that may be the same, by the place of the lower one. One look at all pairs takes a tenth of what a look for
/// each row does. None if it was stopped.
fn twins(
    drafts: &[DraftRow],
    step: &mut dyn FnMut() -> ControlFlow<()>,
) -> Option<HashMap<usize, Vec<Alike>>> {
    let told: Vec<Option<Told<'_>>> = drafts
        .iter()
        .map(|row| row.draft.as_ref().map(Told::of))
        .collect();
    let entries = told.iter().enumerate().filter_map(|(place, told)| {
        let mut entry = told.as_ref()?.entry();
        entry.key = place as u128;
        Some(entry)
    });
    let mut stopped = false;
    let pairs = duplicates(entries, &mut |_done, _all| {
        let go_on = step();
        stopped |= go_on.is_break();
        go_on
    });
    if stopped {
        return None;
    }
    let mut twins: HashMap<usize, Vec<Alike>> = HashMap::new();
    for alike in pairs {
        let lower = usize::try_from(alike.one.max(alike.other)).unwrap_or(usize::MAX);
        twins.entry(lower).or_default().push(alike);
    }
    Some(twins)
}

struct Judging {
    known: Known,
    /// Rows by their fingerprints.
    seen: HashMap<String, u32>,
    /// Numbers of the rows, by their places.
    numbers: Vec<u32>,
    /// Which rows may become people of their own, by their places; those below are not known yet.
    own: Vec<bool>,
    /// Rows that may be the same, by the place of the lower one.
    twins: HashMap<usize, Vec<Alike>>,
}

/// A row by itself: cleaned and checked, held against nobody.
fn by_itself(plan: &Plan, row: DraftRow) -> JudgedRow {
    let DraftRow {
        number,
        draft,
        origins,
        problems,
        warnings,
    } = row;
    let mut judged = JudgedRow {
        number,
        draft: None,
        origins,
        verdict: PersonVerdict::Refused,
        stored: None,
        alike: Vec::new(),
        problems,
        warnings,
    };
    let Some(draft) = draft else { return judged };
    let record = validate::clean(AnyRecord::Person(draft));
    if let Err(invalid) = validate::check_record(plan, &record) {
        judged.problems.extend(invalid.iter().map(of_field));
    } else if let AnyRecord::Person(draft) = record {
        judged.draft = Some(draft);
    }
    judged
}

/// What is known of a row before it is held against those who are merely alike.
enum Sure {
    /// Its verdict stands.
    Judged,
    /// Nobody is known to be it.
    Nobody,
    /// Several are equally it.
    Several,
}

impl Judging {
    /// Judges some rows. What depends on the rows above is done in their order, all else by all processors.
    fn take(&mut self, plan: &Plan, blocks: &Blocks, rows: Vec<DraftRow>, judged: &mut Vec<JudgedRow>) {
        let rows: Vec<JudgedRow> = rows.into_par_iter().map(|row| by_itself(plan, row)).collect();
        let rows: Vec<(JudgedRow, Sure)> = rows
            .into_iter()
            .map(|mut row| {
                let sure = self.surely(plan, &mut row);
                (row, sure)
            })
            .collect();
        let stored: Vec<Vec<Alike>> = rows
            .par_iter()
            .map(|(row, sure)| match (&row.draft, sure) {
                (Some(draft), Sure::Nobody | Sure::Several) => {
                    candidates_for(blocks, &Told::of(draft).entry())
                }
                _ => Vec::new(),
            })
            .collect();
        for ((mut row, sure), stored) in rows.into_iter().zip(stored) {
            if !matches!(sure, Sure::Judged) {
                self.alike(plan, judged.len(), &mut row, &stored);
                let ask = matches!(sure, Sure::Several)
                    || row.alike.iter().any(|like| like.likely || like.score >= ASK_FROM);
                row.verdict = if ask {
                    PersonVerdict::Alike
                } else {
                    PersonVerdict::New
                };
            }
            judged.push(row);
        }
    }

    /// The verdict of a row that was taken in before, stands above, or has a name and an address of somebody.
    fn surely(&mut self, plan: &Plan, row: &mut JudgedRow) -> Sure {
        let Some(draft) = &row.draft else {
            return Sure::Judged;
        };
        if let Some(first) = row.origins.first() {
            if let Some(id) = self.known.by_origin.get(first) {
                row.verdict = PersonVerdict::Same;
                row.stored = Some(*id);
                return Sure::Judged;
            }
            if let Some(above) = self.seen.get(first) {
                row.verdict = PersonVerdict::Same;
                row.warnings.push(problem("row_twice").with("row", above));
                return Sure::Judged;
            }
            self.seen.insert(first.clone(), row.number);
        }
        // A card bears an identifier: what it says may be other than it was.
        let by_identifier = row.origins.iter().skip(1);
        let by_identifier = by_identifier
            .filter_map(|origin| self.known.by_origin.get(origin))
            .next()
            .copied();
        let same = match by_identifier {
            Some(id) => vec![id],
            None => self.known.same(plan, draft),
        };
        match same.as_slice() {
            [id] => {
                row.stored = Some(*id);
                let adds = plan
                    .people()
                    .get(id)
                    .is_some_and(|stored| filled(stored, draft) != *stored);
                row.verdict = if adds {
                    PersonVerdict::Changed
                } else {
                    PersonVerdict::Same
                };
                Sure::Judged
            }
            [] => Sure::Nobody,
            _ => Sure::Several,
        }
    }

    /// Who a row may be, of those stored and of the rows above.
    fn alike(&mut self, plan: &Plan, place: usize, row: &mut JudgedRow, stored: &[Alike]) {
        let like = |alike: &Alike, who: Who| Like {
            who,
            score: alike.score,
            likely: alike.likely,
            reasons: crate::people::alike::reasons(alike),
        };
        for alike in stored {
            // The row has the key of nobody: it is the smaller one.
            let id = person_of(alike.other);
            if plan.people().get(&id).is_some_and(is_listed) {
                row.alike.push(like(alike, Who::Stored(id)));
            }
        }
        for alike in self.twins.remove(&place).unwrap_or_default() {
            let above = usize::try_from(alike.one.min(alike.other)).unwrap_or(usize::MAX);
            if self.own.get(above).is_some_and(|own| *own)
                && let Some(number) = self.numbers.get(above)
            {
                row.alike.push(like(&alike, Who::Row(*number)));
            }
        }
        self.own[place] = true;
        row.alike.sort_by(|one, other| other.score.total_cmp(&one.score));
        row.alike.truncate(ALIKE_MOST);
    }
}
