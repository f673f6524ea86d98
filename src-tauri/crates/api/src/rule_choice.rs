//! Which zone rules are in force: the newest of those shipped, the system's and those the user imported.
//!
//! The release is read first and the tree only if it is newer, so that a start with old system rules costs one
//! small file.

use std::fs;
use std::path::Path;

use outreach_zones::{Release, Rules, Source};

use crate::views::{OtherRules, ZoneStatus};
use crate::{Refused, files};

const PACK: &str = "zone-rules.pack";
const TREE_AT_MOST: usize = 5000;
const DEPTH_AT_MOST: usize = 4;
const FILE_AT_MOST: u64 = 1 << 20;

/// The rules in force, and those that are not.
#[derive(Clone)]
pub(crate) struct RuleChoice {
    pub(crate) rules: Rules,
    others: Vec<OtherRules>,
}

impl RuleChoice {
    /// Looks for rules on this machine. `system` is its zoneinfo folder, `preferences` where imported rules lie.
    pub(crate) fn look(system: &Path, preferences: &Path) -> Self {
        let mut choice = Self {
            rules: Rules::bundled(),
            others: Vec::new(),
        };
        let imported = preferences.join(PACK);
        if imported.exists() {
            let rules = fs::read(&imported)
                .ok()
                .and_then(|pack| Rules::from_pack(&pack, Source::Imported).ok());
            let release = rules.as_ref().map(|rules| rules.release().clone());
            choice.consider(Source::Imported, release.as_ref(), || rules);
        }
        if system.is_dir() {
            let release = release_of(system);
            choice.consider(Source::System, release.as_ref(), || {
                Rules::from_tzif_tree(files_of(system), release.clone()?, Source::System).ok()
            });
        }
        choice
    }

    /// Takes rules if they are newer than those in force, and notes those that lose.
    fn consider(&mut self, source: Source, release: Option<&Release>, read: impl FnOnce() -> Option<Rules>) {
        let other = |release: Option<&Release>, source: Source, reason: &str| OtherRules {
            release: release.map(ToString::to_string),
            source: source.to_string(),
            reason: reason.to_owned(),
        };
        let in_force = self.rules.release();
        let reason = match release {
            None => "broken",
            Some(release) if release < in_force => "older",
            Some(release) if release == in_force => "same",
            Some(_) => match read() {
                Some(rules) => {
                    self.others
                        .push(other(Some(in_force), self.rules.source(), "older"));
                    self.rules = rules;
                    return;
                }
                None => "broken",
            },
        };
        self.others.push(other(release, source, reason));
    }

    /// As it is shown.
    pub(crate) fn status(&self) -> ZoneStatus {
        ZoneStatus {
            release: self.rules.release().to_string(),
            source: self.rules.source().to_string(),
            names: u32::try_from(self.rules.names().count()).unwrap_or(u32::MAX),
            others: self.others.clone(),
            before_import: None,
        }
    }
}

/// Takes the rules of a zoneinfo folder into the preferences folder, if they are whole.
pub(crate) fn import(from: &Path, preferences: &Path) -> Result<(), Refused> {
    let release = release_of(from).ok_or_else(|| {
        Refused::new(
            "rules_without_release",
            "The folder does not say which release of the time zone rules it holds (tzdata.zi, +VERSION or \
             version). Nothing was taken; choose a zoneinfo folder.",
        )
    })?;
    let pack = outreach_zones::pack(files_of(from), &release).map_err(|error| {
        Refused::new(
            "rules_broken",
            format!("The folder does not hold whole time zone rules: {error}. The rules in force are kept."),
        )
        .with("reason", error)
    })?;
    fs::create_dir_all(preferences).map_err(|error| files::refused(&error))?;
    files::write_whole(&preferences.join(PACK), &pack)
}

fn release_of(folder: &Path) -> Option<Release> {
    let zi = fs::read(folder.join("tzdata.zi")).ok();
    let first_line = |bytes: &[u8]| {
        String::from_utf8_lossy(&bytes[..bytes.len().min(200)])
            .lines()
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    zi.and_then(|bytes| Release::from_tzdata_zi(&first_line(&bytes)))
        .or_else(|| {
            ["+VERSION", "version"]
                .iter()
                .filter_map(|name| fs::read(folder.join(name)).ok())
                .find_map(|bytes| first_line(&bytes).parse().ok())
        })
}

/// The files of a zoneinfo tree by their path in it, bounded in number, depth and size.
fn files_of(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    let mut open = vec![(String::new(), 0)];
    while let Some((inside, depth)) = open.pop() {
        let Ok(entries) = fs::read_dir(folder.join(&inside)) else {
            continue;
        };
        for entry in entries.flatten() {
            let Ok(name) = entry.file_name().into_string() else {
                continue;
            };
            let path = if inside.is_empty() {
                name
            } else {
                format!("{inside}/{name}")
            };
            let Ok(about) = fs::metadata(folder.join(&path)) else {
                continue;
            };
            if about.is_dir() && depth < DEPTH_AT_MOST && !matches!(path.as_str(), "posix" | "right") {
                open.push((path, depth + 1));
            } else if about.is_file()
                && about.len() <= FILE_AT_MOST
                && found.len() < TREE_AT_MOST
                && let Ok(bytes) = fs::read(folder.join(&path))
            {
                found.push((path, bytes));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(release: &str) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (path, bytes) in Rules::bundled().files() {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        fs::write(folder.path().join("tzdata.zi"), format!("# version {release}\n")).unwrap();
        folder
    }

    #[test]
    fn newer_system_rules_win_and_the_bundled_ones_are_named_as_older() {
        let (system, preferences) = (tree("2031c"), tempfile::tempdir().unwrap());
        let status = RuleChoice::look(system.path(), preferences.path()).status();
        assert_eq!(
            (status.release.as_str(), status.source.as_str()),
            ("2031c", "system")
        );
        assert_eq!(
            (status.others[0].source.as_str(), status.others[0].reason.as_str()),
            ("bundled", "older")
        );
    }

    #[test]
    fn older_system_rules_are_named_and_not_taken() {
        let (system, preferences) = (tree("2024a"), tempfile::tempdir().unwrap());
        let status = RuleChoice::look(system.path(), preferences.path()).status();
        assert_eq!(status.source, "bundled");
        assert_eq!(status.others[0].release.as_deref(), Some("2024a"));
        assert_eq!(status.others[0].reason, "older");
    }

    #[test]
    fn imported_rules_are_in_force_from_then_on() {
        let (from, preferences) = (tree("2031a"), tempfile::tempdir().unwrap());
        import(from.path(), preferences.path()).unwrap();
        let status = RuleChoice::look(Path::new("/nowhere"), preferences.path()).status();
        assert_eq!(
            (status.release.as_str(), status.source.as_str()),
            ("2031a", "imported")
        );
    }

    #[test]
    fn a_damaged_tree_is_refused_and_nothing_is_kept_of_it() {
        let (from, preferences) = (tree("2031a"), tempfile::tempdir().unwrap());
        fs::write(from.path().join("Asia/Hong_Kong"), b"TZif2 but not for long").unwrap();
        assert_eq!(
            import(from.path(), preferences.path()).unwrap_err().code(),
            "rules_broken"
        );
        assert_eq!(fs::read_dir(preferences.path()).unwrap().count(), 0);
        fs::remove_file(from.path().join("tzdata.zi")).unwrap();
        assert_eq!(
            import(from.path(), preferences.path()).unwrap_err().code(),
            "rules_without_release"
        );
    }

    #[test]
    fn a_damaged_import_is_named_as_broken_and_passed_over() {
        let preferences = tempfile::tempdir().unwrap();
        fs::write(preferences.path().join(PACK), b"not a pack").unwrap();
        let status = RuleChoice::look(Path::new("/nowhere"), preferences.path()).status();
        assert_eq!(
            (status.source.as_str(), status.others[0].reason.as_str()),
            ("bundled", "broken")
        );
    }
}
