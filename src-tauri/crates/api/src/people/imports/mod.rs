//! Lists of people that others wrote, on their way in: spreadsheets, contact cards, what was pasted.
//!
//! A row is known again by its fingerprint, which the record it was read into keeps: a file taken in twice adds
//! nothing, whatever was corrected here since. A name with an address or a number that both have is the same person;
//! all that is merely alike is shown and decided by the planner. Preview and commit run the same code over the same
//! file. What was read is kept until the workspace is closed, so that a preview can be looked at in pieces; it is
//! kept in memory and nowhere else.

mod becomes;
mod fill;
mod judge;
mod known;
mod open;
mod rows;
mod view;

use std::collections::HashSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::NaiveDate;
use outreach_plan::people::{Consent, NoticeGiven, Person, Purpose};
use outreach_plan::{AnyRecord, PersonId, Plan, validate};
use outreach_store::StoreError;

use crate::change::Label;
use crate::files::write_whole;
use crate::host::Choose;
use crate::route::Nothing;
use crate::views::{
    ChosenPeople, Exported, PastePeople, PeopleImported, PeoplePreview, PreviewPeople, WriteTemplate,
};
use crate::{Refused, Session, choices};
use becomes::{Become, becomes, decisions};
use judge::Judged;
use open::Opened;

/// Numbers of what was pasted begin here; those of files never come so far.
const PASTED: u32 = 1 << 30;
/// What is pasted is at most so long: 16 MB.
const PASTE_MOST: usize = 16 << 20;
/// So many pastes are kept.
const PASTES_MOST: usize = 20;
/// Of the people that an import touched so many are named.
const NAMED_MOST: usize = 1000;
/// A source is at most so many characters.
const SOURCE_MOST: usize = 200;
/// How often an import is judged again because somebody wrote meanwhile.
const TRIES: usize = 3;
/// Where the mappings are kept in the workspace.
const MAPPINGS: &str = "people_import_mappings";
/// So many are kept.
const MAPPINGS_MOST: usize = 100;

/// How a layout was read the last time, by its fingerprint.
type Mappings = std::collections::BTreeMap<String, Vec<Option<String>>>;

/// Lists that were opened or pasted, in memory until the workspace is closed.
#[derive(Default)]
pub(crate) struct Taken {
    pasted: Mutex<Vec<Arc<str>>>,
    opened: Mutex<Option<Arc<Opened>>>,
    judged: Mutex<Option<Arc<Judged>>>,
    /// Lists looked at since somebody was erased; none where nobody was.
    seen: Mutex<Option<HashSet<u32>>>,
}

impl Taken {
    /// How many lists are being looked at.
    pub(crate) fn open(&self) -> u32 {
        u32::from(lock(&self.judged).is_some())
    }

    /// Somebody was erased: a list that was looked at before may hold them, and is not taken in before it was looked
    /// at again.
    pub(crate) fn look_again(&self) {
        *lock(&self.seen) = Some(HashSet::new());
    }

    fn saw(&self, file: u32) {
        if let Some(seen) = &mut *lock(&self.seen) {
            seen.insert(file);
        }
    }

    fn must_be_seen(&self, file: u32) -> bool {
        lock(&self.seen)
            .as_ref()
            .is_some_and(|seen| !seen.contains(&file))
    }

    /// Forgets everything.
    pub(crate) fn forget(&self) {
        lock(&self.pasted).clear();
        self.forget_read();
    }

    /// Forgets what was read; pastes stay.
    fn forget_read(&self) {
        *lock(&self.opened) = None;
        *lock(&self.judged) = None;
    }

    fn paste(&self, text: &str) -> u32 {
        let mut pasted = lock(&self.pasted);
        let known = pasted.iter().position(|known| **known == *text);
        let place = known.unwrap_or_else(|| {
            if pasted.len() >= PASTES_MOST {
                // Numbers must not shift: the oldest is emptied and keeps its place.
                if let Some(oldest) = pasted.iter_mut().find(|paste| !paste.is_empty()) {
                    *oldest = Arc::from("");
                }
            }
            pasted.push(Arc::from(text));
            pasted.len() - 1
        });
        PASTED + u32::try_from(place).unwrap_or_default()
    }

    fn pasted(&self, file: u32) -> Option<Arc<str>> {
        let place = file.checked_sub(PASTED)? as usize;
        let text = lock(&self.pasted).get(place).map(Arc::clone)?;
        (!text.is_empty()).then_some(text)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// `people.import_choose`
pub(crate) fn choose(session: &Session, _request: &Nothing) -> Result<Option<ChosenPeople>, Refused> {
    // What is imported goes into the open workspace; without one the dialog would lead nowhere.
    session.desk()?;
    let endings = &["xlsx", "xlsm", "ods", "csv", "tsv", "txt", "vcf", "vcard"];
    let Some(path) = session.host.choose(&Choose::Import { endings }) else {
        return Ok(None);
    };
    let size = crate::files::size_of(&path, open::largest(&path))?;
    Ok(Some(ChosenPeople {
        file: session.choices.number(&path),
        kind: open::kind_of_file(&path)?,
        name: choices::shown(&path).0,
        pasted: false,
        size,
    }))
}

/// `people.import_paste`
pub(crate) fn paste(session: &Session, request: &PastePeople) -> Result<ChosenPeople, Refused> {
    let desk = session.desk()?;
    if request.text.trim().is_empty() {
        return Err(Refused::invalid("text", "empty"));
    }
    if request.text.len() > PASTE_MOST {
        return Err(Refused::new(
            "import_too_large",
            "What was pasted is too long. Nothing was imported; paste less at a time.",
        )
        .with("most_mb", PASTE_MOST >> 20));
    }
    Ok(ChosenPeople {
        file: desk.crowd().taken().paste(&request.text),
        kind: open::kind_of_text(&request.text),
        name: String::new(),
        pasted: true,
        size: request.text.len() as u64,
    })
}

/// `people.import_preview`
pub(crate) fn preview(session: &Session, request: &PreviewPeople) -> Result<PeoplePreview, Refused> {
    let mut work = session.long_work.begin("import", &session.teller);
    let desk = session.desk()?;
    let opened = Opened::of(session, &desk, request, &mut work)?;
    let judged = Judged::of(session, &desk, request, &opened, &mut work)?;
    if work.step(1, 1).is_break() {
        return Err(StoreError::Cancelled.into());
    }
    desk.crowd().taken().saw(request.file);
    let likely = super::list::likely_of(&desk);
    let plan = desk.plan();
    Ok(view::preview(
        session,
        &plan,
        request,
        &opened,
        &judged,
        likely.as_deref(),
    ))
}

/// `people.import_commit`
pub(crate) fn commit(session: &Session, request: &PreviewPeople) -> Result<PeopleImported, Refused> {
    let mut work = session.long_work.begin("import", &session.teller);
    let desk = session.desk()?;
    if desk.crowd().taken().must_be_seen(request.file) {
        return Err(Refused::new(
            "import_look_again",
            "Somebody was erased since this list was looked at. Nothing was imported; look at it again.",
        ));
    }
    let opened = Opened::of(session, &desk, request, &mut work)?;
    if request
        .fingerprint
        .as_ref()
        .is_some_and(|seen| *seen != opened.fingerprint)
    {
        return Err(Refused::new(
            "import_file_changed",
            "The file has changed since it was looked at. Nothing was imported; look at it again.",
        ));
    }
    if let Some(asked) = opened.unanswered(request) {
        return Err(Refused::new(
            "import_date_unanswered",
            "A column holds dates that can be read in more than one way. Nothing was imported; say how.",
        )
        .with("column", asked));
    }
    let mut work = Some(work);
    for _ in 0..TRIES {
        let Some(going) = &mut work else { break };
        let judged = Judged::of(session, &desk, request, &opened, going)?;
        let counts = judged.counts(request);
        if counts.undecided > 0 {
            return Err(Refused::new(
                "import_undecided",
                "Some rows may be people who are stored already. Nothing was imported; say who they are.",
            )
            .with("count", counts.undecided));
        }
        let mut stale = false;
        let done = session.change_at(&desk, |draft| {
            if draft.people_state() != judged.state {
                // Somebody wrote since: what was judged may not hold any more.
                stale = true;
                return Ok((Vec::new(), Label::default()));
            }
            let given = Given::of(session, draft.plan, request, &opened)?;
            let mappings = remembered(draft.store(), &opened)?;
            let mut named = Vec::new();
            for (id, person) in made(session, draft.plan, request, &judged, &given)? {
                if named.len() < NAMED_MOST {
                    named.push(id);
                }
                draft.put_made(person);
            }
            if let Some(mappings) = mappings.filter(|_| !named.is_empty()) {
                draft.also(move |tx| tx.set_setting(MAPPINGS, &mappings));
            }
            if let Some(work) = work.take() {
                draft.watch(work);
            }
            let label = Label::new("people_imported")
                .with("new", counts.adds)
                .with("changed", counts.changes);
            Ok((named, label))
        })?;
        if stale {
            continue;
        }
        desk.crowd().taken().forget_read();
        return Ok(PeopleImported {
            counts,
            change: done.change,
            people: done.value,
        });
    }
    Err(Refused::new(
        "import_disturbed",
        "People were changed all the while. Nothing was imported; try again.",
    ))
}

/// The mappings with that of this layout; none if there is nothing to be remembered.
fn remembered(store: &outreach_store::Workspace, opened: &Opened) -> Result<Option<Mappings>, Refused> {
    let Some((layout, keys)) = opened.layout() else {
        return Ok(None);
    };
    let mut mappings = store.setting::<Mappings>(MAPPINGS)?.unwrap_or_default();
    if mappings.get(layout) == Some(&keys) {
        return Ok(None);
    }
    mappings.insert(layout.to_owned(), keys);
    while mappings.len() > MAPPINGS_MOST {
        let other = mappings.keys().find(|known| *known != layout).cloned();
        let Some(other) = other else { break };
        mappings.remove(&other);
    }
    Ok(Some(mappings))
}

/// What all people of an import are given along.
struct Given {
    notice: Option<NoticeGiven>,
    consents: Vec<Consent>,
    retain_until: Option<NaiveDate>,
    market: Option<outreach_plan::MarketId>,
    tags: Vec<String>,
    source: String,
}

impl Given {
    fn of(session: &Session, plan: &Plan, request: &PreviewPeople, opened: &Opened) -> Result<Self, Refused> {
        let today = session.shown().in_hong_kong(session.now()).date();
        let on = request.on.unwrap_or(today);
        if on > today {
            return Err(Refused::invalid("on", "out_of_range"));
        }
        if request.market.is_some_and(|id| !plan.markets().contains_key(&id)) {
            return Err(Refused::invalid("market", "no_such_record"));
        }
        let by = request.by.trim().to_owned();
        let notice = match request.notice {
            Some(id) => Some(
                plan.notices()
                    .get(&id)
                    .ok_or_else(|| Refused::invalid("notice", "no_such_record"))?,
            ),
            None => None,
        };
        let by_notice = notice
            .filter(|notice| notice.retain_months > 0)
            .and_then(|notice| on.checked_add_months(chrono::Months::new(notice.retain_months)));
        let mut purposes: Vec<Purpose> = request.purposes.clone();
        purposes.sort_unstable();
        purposes.dedup();
        let mut tags: Vec<String> = Vec::new();
        for tag in &request.tags {
            let tag = tag.split_whitespace().collect::<Vec<_>>().join(" ");
            if !tag.is_empty() && !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        let source = request.source.clone().unwrap_or_else(|| opened.name.clone());
        Ok(Self {
            notice: notice.map(|notice| NoticeGiven {
                notice: notice.id,
                on,
                by: by.clone(),
            }),
            consents: purposes
                .into_iter()
                .map(|purpose| Consent {
                    purpose,
                    given: true,
                    on,
                    by: by.clone(),
                })
                .collect(),
            retain_until: request.retain_until.or(by_notice),
            market: request.market,
            tags,
            source: source.trim().chars().take(SOURCE_MOST).collect(),
        })
    }
}

/// The records that an import makes or changes, in the order of the file.
fn made(
    session: &Session,
    plan: &Plan,
    request: &PreviewPeople,
    judged: &Judged,
    given: &Given,
) -> Result<Vec<(PersonId, Person)>, Refused> {
    let now = session.now();
    let decided = decisions(request);
    let mut after: Vec<(PersonId, Person)> = Vec::with_capacity(judged.rows.len());
    let mut place: std::collections::HashMap<PersonId, usize> = std::collections::HashMap::new();
    let mut of_row: std::collections::HashMap<u32, PersonId> = std::collections::HashMap::new();
    for row in &judged.rows {
        let Some(draft) = &row.draft else { continue };
        let target = match becomes(row, decided.get(&row.number).copied(), request.undecided) {
            Become::Nothing | Become::Undecided => continue,
            Become::New => None,
            Become::Stored(id) => Some(id),
            // A row that is another row's person; if that one stays out, it is a record of its own.
            Become::AsRow(other) => of_row.get(&other).copied(),
        };
        let Some(id) = target else {
            let id = PersonId(session.fresh_key());
            let mut person = fill::new(draft, id, now);
            person.origins.clone_from(&row.origins);
            fill::give(&mut person, given, true);
            of_row.insert(row.number, id);
            place.insert(id, after.len());
            after.push((id, checked(plan, person, row.number)?));
            continue;
        };
        of_row.insert(row.number, id);
        let before = match place.get(&id) {
            Some(place) => &after[*place].1,
            None => plan.people().get(&id).ok_or_else(Refused::not_found)?,
        };
        super::alike::alive(before)?;
        let mut person = fill::filled(before, draft);
        for origin in &row.origins {
            if !person.origins.contains(origin) {
                person.origins.push(origin.clone());
            }
        }
        fill::give(&mut person, given, false);
        let person = checked(plan, person, row.number)?;
        match place.get(&id) {
            Some(place) => after[*place].1 = person,
            None => {
                place.insert(id, after.len());
                after.push((id, person));
            }
        }
    }
    Ok(after)
}

/// Cleaned and checked, as if somebody had typed it.
fn checked(plan: &Plan, person: Person, row: u32) -> Result<Person, Refused> {
    let record = validate::clean(AnyRecord::Person(person));
    if let Err(invalid) = validate::check_record(plan, &record) {
        return Err(crate::fields::refused(&invalid).with("row", row));
    }
    if let AnyRecord::Person(person) = record {
        Ok(person)
    } else {
        Err(Refused::internal(&"a person was cleaned into something else"))
    }
}

/// `people.import_template`
pub(crate) fn template(session: &Session, request: &WriteTemplate) -> Result<Option<Exported>, Refused> {
    let desk = session.desk()?;
    let bytes = outreach_exchange::people::write_people_template(request.language, &desk.plan()).map_err(
        |error| Refused::new("export_failed", format!("Nothing was written: {error}.")).with("reason", error),
    )?;
    let suggested = match request.language {
        outreach_plan::Language::English => "People template.xlsx",
        outreach_plan::Language::TraditionalChinese => "人士名單範本.xlsx",
        outreach_plan::Language::SimplifiedChinese => "人士名单模板.xlsx",
    };
    let choose = Choose::Export {
        suggested: suggested.to_owned(),
        ending: "xlsx",
    };
    let Some(path) = session.host.choose(&choose) else {
        return Ok(None);
    };
    write_whole(&path, &bytes)?;
    let (name, folder) = choices::shown(&path);
    Ok(Some(Exported {
        name,
        folder,
        events: 0,
        size: bytes.len() as u64,
        files: 1,
    }))
}
