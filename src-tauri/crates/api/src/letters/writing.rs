//! Letters written as files.

use std::path::Path;

use outreach_exchange::mail::{Draft as Mail, Mailbox, write_eml, write_merge_xlsx};
use outreach_plan::people::{DisclosureKind, Invitation, InvitationStatus, Source, Step};
use outreach_plan::reference::{self};
use outreach_plan::{Language, PersonId};
use outreach_store::StoreError;

use super::merging::{Post, address, draft_key};
use crate::change::{Draft, Label};
use crate::guests::disclosed::{self, digest, digest_of_all};
use crate::guests::room::Room;
use crate::guests::steps::Steps;
use crate::host::Choose;
use crate::long_work::Work;
use crate::rows::count;
use crate::views::{LetterForm, LettersWritten, MergeLetters};
use crate::{Refused, Session, choices, files};

/// A file that is ready to be written.
struct ReadyFile {
    name: String,
    bytes: Vec<u8>,
}

pub(super) fn write(session: &Session, request: &MergeLetters) -> Result<Option<LettersWritten>, Refused> {
    let mut work = session.long_work.begin("letters", &session.teller);
    // Asked only once it is sure that there is something to write.
    let suggested = session.room(request.language.unwrap_or_default(), |room| {
        let post = Post::of(room, request)?;
        post.make_sure()?;
        if post.readers.is_empty() {
            return Err(Refused::new(
                "no_letters",
                "None of these guests can be written to. Nothing was written; look at the reasons.",
            ));
        }
        Ok(suggested(&post, request.language.unwrap_or_default()))
    })?;
    let choose = match request.form {
        LetterForm::Eml => Choose::ExportFolder { suggested },
        LetterForm::MailMerge => Choose::Export {
            suggested,
            ending: "xlsx",
        },
    };
    let Some(target) = session.host.choose(&choose) else {
        return Ok(None);
    };
    let mut made = None;
    let done = session.change(|draft| {
        let (written, label) = write_at(draft, request, &target, &mut work, &mut made)?;
        Ok((written, label))
    });
    match done {
        Ok(done) => Ok(Some(LettersWritten {
            change: done.change,
            ..done.value
        })),
        Err(refused) => {
            // What is not in the log did not leave.
            if let Some(path) = made {
                _ = if path.is_dir() {
                    std::fs::remove_dir_all(path)
                } else {
                    std::fs::remove_file(path)
                };
            }
            Err(refused)
        }
    }
}

fn write_at(
    draft: &mut Draft<'_>,
    request: &MergeLetters,
    target: &Path,
    work: &mut Work,
    made: &mut Option<std::path::PathBuf>,
) -> Result<(LettersWritten, Label), Refused> {
    let plan = draft.plan;
    let room = Room::of(plan, request.language.unwrap_or_default(), draft.now);
    let post = Post::of(&room, request)?;
    post.make_sure()?;
    let letters = count(post.readers.len());
    let (path, size, digest, files) = match request.form {
        LetterForm::Eml => {
            let ready = drafts(&room, &post, work)?;
            let all = || {
                ready
                    .iter()
                    .map(|file| (file.name.as_str(), file.bytes.as_slice()))
            };
            let total = ready.len() as u64;
            let path = files::write_folder_while(target, all(), &mut |done| {
                // Writing is the second half of the work.
                work.step(total + done, total * 2)
            })?;
            let size: u64 = ready.iter().map(|file| file.bytes.len() as u64).sum();
            (path, size, digest_of_all(all()), count(ready.len()))
        }
        LetterForm::MailMerge => {
            let bytes = sheet(&room, &post, work)?;
            files::write_whole(target, &bytes)?;
            (target.to_owned(), bytes.len() as u64, digest(&bytes), 1)
        }
    };
    *made = Some(path.clone());
    let people: Vec<PersonId> = post.readers.iter().map(|reader| reader.person.id).collect();
    mark(draft, &room, &post)?;
    let about = post.event.title.in_language(Language::English).to_owned();
    disclosed::log(
        draft,
        disclosed::Written {
            kind: DisclosureKind::Letters,
            about: &about,
            people,
            named: letters,
            purpose: &request.purpose,
            path: &path,
            digest,
        },
    );
    let (name, folder) = choices::shown(&path);
    let written = LettersWritten {
        name,
        folder,
        letters,
        files,
        size,
        change: None,
    };
    Ok((written, Label::new("letters_written").with("count", letters)))
}

/// Remembers of which version of the event each guest was told, and marks as invited who was not yet.
fn mark(draft: &mut Draft<'_>, room: &Room<'_>, post: &Post<'_>) -> Result<(), Refused> {
    let at = room.at(post.event.id)?;
    let mut steps = Steps::of(room.plan);
    for reader in &post.readers {
        let mut invitation = reader.invitation.clone();
        let not_yet = matches!(
            invitation.status,
            InvitationStatus::LongListed | InvitationStatus::ShortListed | InvitationStatus::Bounced
        );
        if post.request.mark_invited && not_yet {
            let step = Step {
                source: Source::Planner,
                ..Step::new(
                    InvitationStatus::Invited,
                    room.today(&at),
                    room.now,
                    draft.signed(),
                )
            };
            // Who may not be invited (any more) still got the letter that was asked for; the list says where they are.
            if let Ok(next) = steps.take(&invitation, step) {
                invitation = next;
            }
        }
        if post.calendar() == "request" {
            invitation.sequence = invitation.sequence.max(post.event.sequence);
        }
        draft.put_made(Invitation { ..invitation });
    }
    Ok(())
}

fn drafts(room: &Room<'_>, post: &Post<'_>, work: &mut Work) -> Result<Vec<ReadyFile>, Refused> {
    let total = post.readers.len() as u64;
    let mut files = Vec::with_capacity(post.readers.len() + 1);
    for (place, reader) in post.readers.iter().enumerate() {
        go_on(work, place as u64, total * 2)?;
        let (merged, _) = post.merged(room, reader);
        let calendar = post.calendar_of(room, reader)?;
        let to = [Mailbox {
            name: reader.person.name_in(reader.language),
            address: address(reader.person).to_owned(),
        }];
        let key = draft_key(post.letter.id.0, reader.invitation.id.0, post.event.sequence);
        let bytes = write_eml(&Mail {
            from: Some(&post.organiser).filter(|from| !from.address.is_empty()),
            to: &to,
            subject: &merged.subject,
            body: &merged.body,
            calendar: calendar.as_deref(),
            written: room.now,
            key: &key,
        })
        .map_err(|error| {
            let mut refused = Refused::new(error.code(), format!("Nothing was written: {error}."));
            for (name, value) in error.params() {
                refused = refused.with(name, value);
            }
            refused
        })?;
        files.push(ReadyFile {
            // Names of files are seen by others: they number letters and name nobody.
            name: format!("letter-{:05}.eml", place + 1),
            bytes,
        });
    }
    files.push(ReadyFile {
        name: "[RESTRICTED].txt".to_owned(),
        bytes: marking().into_bytes(),
    });
    Ok(files)
}

fn sheet(room: &Room<'_>, post: &Post<'_>, work: &mut Work) -> Result<Vec<u8>, Refused> {
    let total = post.readers.len() as u64;
    let mut rows = Vec::with_capacity(post.readers.len());
    for (place, reader) in post.readers.iter().enumerate() {
        go_on(work, place as u64, total)?;
        rows.push(post.merged(room, reader).1);
    }
    let language = post.request.language.unwrap_or_default();
    let bytes = write_merge_xlsx(&rows, language, room.now).map_err(|error| {
        Refused::new("export_failed", format!("Nothing was written: {error}.")).with("reason", error)
    })?;
    go_on(work, total, total)?;
    Ok(bytes)
}

fn marking() -> String {
    "[RESTRICTED]\r\n\r\nThis folder holds personal data. Keep it encrypted; remove it once the letters are sent.\r\n\
     本資料夾載有個人資料。請加密保存，信件發出後請刪除。\r\n本文件夹载有个人资料。请加密保存，信件发出后请删除。\r\n"
        .to_owned()
}

/// `RESTRICTED Letters 2027-05-14 Kuala Lumpur`
pub(super) fn suggested(post: &Post<'_>, language: Language) -> String {
    let words = match post.request.form {
        LetterForm::Eml => ["Letters", "信件", "信件"],
        LetterForm::MailMerge => ["Mail merge", "合併列印", "邮件合并"],
    };
    let word = match language {
        Language::English => words[0],
        Language::TraditionalChinese => words[1],
        Language::SimplifiedChinese => words[2],
    };
    let city = post
        .event
        .city
        .and_then(reference::city)
        .map(|city| city.name.in_language(language).replace(['/', '\\', ':'], " "))
        .unwrap_or_default();
    let name = format!("RESTRICTED {word} {} {city}", post.event.start.date());
    match post.request.form {
        LetterForm::Eml => name.trim().to_owned(),
        LetterForm::MailMerge => format!("{}.xlsx", name.trim()),
    }
}

fn go_on(work: &mut Work, done: u64, total: u64) -> Result<(), Refused> {
    if work.step(done, total).is_break() {
        return Err(StoreError::Cancelled.into());
    }
    Ok(())
}
