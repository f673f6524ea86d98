//! What the store and the rules refuse, in the words' codes.

use outreach_store::StoreError;
use outreach_zones::UnknownZone;

use crate::Refused;

impl From<StoreError> for Refused {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "most refusals need nothing beyond their words"
    )]
    fn from(error: StoreError) -> Self {
        let (code, detail) = words(&error);
        let refused = Self::new(code, detail);
        match error {
            StoreError::NewerFormat { found, known } => refused.with("found", found).with("known", known),
            StoreError::NewerSchema { found, known } => refused.with("found", found).with("known", known),
            StoreError::Conflict(at) => refused.with("count", at.len()),
            StoreError::Refers(dangling) => refused.with("count", dangling.len()),
            StoreError::UnknownChange { seq } => refused.with("change", seq),
            StoreError::Io(kind) => refused.with("reason", kind),
            StoreError::Database { code } => refused.with("reason", code),
            _ => refused,
        }
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the store may come to refuse what has no words yet"
)]
fn words(error: &StoreError) -> (&'static str, String) {
    let (code, detail) = match error {
        StoreError::WrongPassphrase => (
            "passphrase_wrong",
            "The passphrase does not open this workspace. Nothing was changed; type it again.",
        ),
        StoreError::NotAWorkspace => (
            "not_a_workspace",
            "The file is not an Outreach workspace. It was left as it is; choose another.",
        ),
        StoreError::Truncated | StoreError::Damaged => (
            "workspace_damaged",
            "The workspace file is damaged: some of it is missing or is not what was written. It was left as it \
             is; restore a backup.",
        ),
        StoreError::NewerFormat { .. } | StoreError::NewerSchema { .. } => (
            "workspace_newer",
            "The workspace was last opened by a newer release of this program. It was left as it is; open it \
             with that release.",
        ),
        StoreError::ReadOnlyFolder => (
            "folder_read_only",
            "The workspace's folder cannot be written to. Nothing was changed; allow writing there or move the \
             file to another folder.",
        ),
        StoreError::ReadOnlyFile => (
            "file_read_only",
            "The workspace file cannot be written to. Nothing was changed; allow writing to it or open a copy.",
        ),
        StoreError::DiskFull => (
            "disk_full",
            "The disk is full. This change was not saved, everything before it is kept; make room and try again.",
        ),
        StoreError::OpenElsewhere => (
            "workspace_open_elsewhere",
            "The workspace is open in another window or program. Nothing was changed; close it there first.",
        ),
        StoreError::NoSuchFile => (
            "no_such_file",
            "The file is not there any more. Nothing was changed; choose another.",
        ),
        StoreError::AlreadyExists => (
            "file_exists",
            "There is a file of that name already. It was left as it is; choose another name.",
        ),
        StoreError::Conflict(_) => (
            "conflict",
            "Later changes touched the same fields, so this change cannot be taken back by itself. Nothing was \
             changed; take the later ones back first.",
        ),
        StoreError::Refers(_) => (
            "in_use",
            "Other records still refer to this one. Nothing was changed; change those first.",
        ),
        StoreError::Duplicate => (
            "duplicate",
            "Another record has the same key. Nothing was changed.",
        ),
        StoreError::NothingToUndo => ("nothing_to_undo", "There is nothing to undo."),
        StoreError::NothingToRedo => ("nothing_to_redo", "There is nothing to redo."),
        StoreError::UnknownChange { .. } => (
            "not_found",
            "There is no change of that number. Nothing was changed.",
        ),
        StoreError::NoKeychain => (
            "no_keychain",
            "This machine has no keychain that can be asked. Nothing was changed; use the passphrase.",
        ),
        StoreError::NotInKeychain => (
            "not_in_keychain",
            "The keychain of this machine holds no key for this workspace. Nothing was changed; use the \
             passphrase.",
        ),
        StoreError::OtherWorkspace => (
            "backup_of_other_workspace",
            "The backup belongs to another workspace. Nothing was changed; choose one of this workspace.",
        ),
        StoreError::CopyNotVerified => (
            "backup_not_verified",
            "The copy did not read back as it should and was taken away. The workspace is as it was; try again, \
             and in another folder if it happens again.",
        ),
        StoreError::Cancelled => ("cancelled", "Stopped. Nothing was changed."),
        StoreError::Io(_) => (
            "file_failed",
            "The disk refused. This change was not saved, everything before it is kept.",
        ),
        other => {
            return (
                "internal",
                format!("Something unexpected went wrong: {other}. What was saved is kept."),
            );
        }
    };
    (code, detail.to_owned())
}

impl Refused {
    pub(crate) fn unknown_zone(unknown: &UnknownZone) -> Self {
        let meant = if unknown.suggestions.is_empty() {
            String::new()
        } else {
            format!(" Did you mean {}?", unknown.suggestions.join(", "))
        };
        Self::new(
            "unknown_zone",
            format!(
                "The zone rules know no zone `{}`.{meant} Nothing was changed.",
                unknown.name
            ),
        )
        .with("zone", &unknown.name)
        .with("suggestions", unknown.suggestions.join(", "))
    }

    pub(crate) fn not_found() -> Self {
        Self::new(
            "not_found",
            "That record is not there, or not there any more. Nothing was changed.",
        )
    }

    pub(crate) fn no_workspace() -> Self {
        Self::new(
            "no_workspace",
            "No workspace is open. Open one, or make a new one.",
        )
    }

    pub(crate) fn locked() -> Self {
        Self::new(
            "locked",
            "The workspace is locked. Everything in it is kept; unlock it with its passphrase.",
        )
    }

    pub(crate) fn invalid(field: &str, problem: &str) -> Self {
        Self::new(
            "invalid_field",
            format!(
                "The field `{field}` cannot hold that ({}). Nothing was changed.",
                problem.replace('_', " ")
            ),
        )
        .with("field", field)
        .with("problem", problem)
    }

    pub(crate) fn in_use(count: usize) -> Self {
        Self::new(
            "in_use",
            format!("{count} other record(s) refer to this one. Nothing was changed; change those first."),
        )
        .with("count", count)
    }
}
