//! Letters written as files.

use std::path::{Path, PathBuf};

use outreach_exchange::mail::{Draft as Mail, Mailbox, write_eml, write_merge_xlsx};
use outreach_plan::Language;
use outreach_plan::people::{DisclosureKind, InvitationStatus, Step};
use outreach_plan::reference::{self};
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
    let language = request.language.unwrap_or_default();
    // Thousands of files take a while: they are written from a copy of the plan, so that others go on writing.
    let plan = session.desk()?.plan().clone();
    let room = Room::of(&plan, language, session.now());
    let post = Post::of(&room, request)?;
    post.make_sure()?;
    if post.readers.is_empty() {
        return Err(Refused::new(
            "no_letters",
            "None of these guests can be written to. Nothing was written; look at the reasons.",
        ));
    }
    let suggested = suggested(&post, language);
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
    let files = put_down(&room, &post, &target, &mut work)?;
    let letters = count(post.readers.len());
    let done = session.change(|draft| {
        mark(draft, &post)?;
        let about = post.event.title.in_language(Language::English).to_owned();
        disclosed::log(
            draft,
            disclosed::Written {
                kind: DisclosureKind::Letters,
                about: &about,
                people: post.readers.iter().map(|reader| reader.person.id).collect(),
                named: letters,
                purpose: &request.purpose,
                path: &files.path,
                digest: files.digest.clone(),
            },
        );
        Ok(((), Label::new("letters_written").with("count", letters)))
    });
    // What is not in the log did not leave.
    let done = done.inspect_err(|_| {
        _ = if files.path.is_dir() {
            std::fs::remove_dir_all(&files.path)
        } else {
            std::fs::remove_file(&files.path)
        };
    })?;
    let (name, folder) = choices::shown(&files.path);
    Ok(Some(LettersWritten {
        name,
        folder,
        letters,
        files: files.files,
        size: files.size,
        change: done.change,
    }))
}

/// What lies on the disk now.
struct PutDown {
    path: PathBuf,
    size: u64,
    digest: String,
    files: u32,
}

fn put_down(room: &Room<'_>, post: &Post<'_>, target: &Path, work: &mut Work) -> Result<PutDown, Refused> {
    match post.request.form {
        LetterForm::Eml => {
            let ready = drafts(room, post, work)?;
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
            Ok(PutDown {
                path,
                size: ready.iter().map(|file| file.bytes.len() as u64).sum(),
                digest: digest_of_all(all()),
                files: count(ready.len()),
            })
        }
        LetterForm::MailMerge => {
            let bytes = sheet(room, post, work)?;
            files::write_whole(target, &bytes)?;
            Ok(PutDown {
                path: target.to_owned(),
                size: bytes.len() as u64,
                digest: digest(&bytes),
                files: 1,
            })
        }
    }
}

/// Remembers of which version of the event each guest was told, and marks as invited who was not yet.
fn mark(draft: &mut Draft<'_>, post: &Post<'_>) -> Result<(), Refused> {
    let plan = draft.plan;
    let room = Room::of(plan, Language::default(), draft.now);
    let at = room.at(post.event.id)?;
    let mut steps = Steps::of(plan);
    for reader in &post.readers {
        // As it is now: somebody may have answered while the letters were written.
        let Some(before) = plan.invitations().get(&reader.invitation.id) else {
            continue;
        };
        let mut invitation = before.clone();
        let not_yet = matches!(
            invitation.status,
            InvitationStatus::LongListed | InvitationStatus::ShortListed | InvitationStatus::Bounced
        );
        if post.request.mark_invited && not_yet {
            let step = Step::new(
                InvitationStatus::Invited,
                room.today(&at),
                room.now,
                draft.signed(),
            );
            // Who may not be invited (any more) still got the letter that was asked for; the list says where they are.
            if let Ok(next) = steps.take(&invitation, step) {
                invitation = next;
            }
        }
        if post.calendar() == "request" {
            invitation.sequence = invitation.sequence.max(post.event.sequence);
        }
        draft.put_made(invitation);
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
