//! Which zone rules are in force: the newest of those shipped, the system's and those the user imported.
//!
//! The release is read first and the tree only if it is newer, so that a start with old system rules costs one
//! small file.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use outreach_zones::{Release, Rules, RulesError, Source};

use crate::views::{OtherRules, RulesForm, ZoneStatus};
use crate::{Refused, files};

const PACK: &str = "zone-rules.pack";
/// The import before the last one.
const FORMER_PACK: &str = "zone-rules.former.pack";
const TREE_AT_MOST: usize = 5000;
const DEPTH_AT_MOST: usize = 4;
const FILE_AT_MOST: u64 = 1 << 20;

/// The rules in force, and those that are not.
#[derive(Clone)]
pub(crate) struct RuleChoice {
    pub(crate) rules: Rules,
    others: Vec<OtherRules>,
    before_import: Option<String>,
}

impl RuleChoice {
    /// Looks for rules on this machine. `system` is its zoneinfo folder, `preferences` where imported rules lie.
    pub(crate) fn look(system: &Path, preferences: &Path) -> Self {
        let mut choice = Self {
            rules: Rules::bundled(),
            others: Vec::new(),
            before_import: None,
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
        choice.before_import = choice.before(system, preferences);
        choice
    }

    /// The release that would be in force without the last import.
    fn before(&self, system: &Path, preferences: &Path) -> Option<String> {
        if !preferences.join(PACK).exists() {
            return None;
        }
        let former = fs::read(preferences.join(FORMER_PACK)).ok();
        let former = former.and_then(|pack| Rules::from_pack(&pack, Source::Imported).ok());
        let releases = [
            Some(Rules::bundled().release().clone()),
            former.map(|rules| rules.release().clone()),
            release_of(system),
        ];
        releases
            .into_iter()
            .flatten()
            .max()
            .map(|release| release.to_string())
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
            before_import: self.before_import.clone(),
        }
    }
}

/// Takes rules from a zoneinfo folder or a `tzdata.zi` into the preferences folder, if they are whole, lack no name and
/// are newer than those in force. The import before them is kept for [`roll_back`].
pub(crate) fn import(
    form: RulesForm,
    from: &Path,
    in_force: &Rules,
    preferences: &Path,
) -> Result<(), Refused> {
    let (release, pack) = match form {
        RulesForm::Tree => packed_tree(from)?,
        RulesForm::Zi => packed_source(from)?,
    };
    // Read as it will be read at the next start.
    let rules = Rules::from_pack(&pack, Source::Imported).map_err(|error| broken(&error))?;
    if &release <= in_force.release() {
        return Err(Refused::new(
            "rules_not_newer",
            format!(
                "These are the rules of {release}, and those of {} are in force. Nothing was taken; there is \
                 nothing to do.",
                in_force.release()
            ),
        )
        .with("release", &release)
        .with("in_force", in_force.release()));
    }
    let known: BTreeSet<&str> = rules.names().collect();
    let bundled = Rules::bundled();
    let missing: Vec<&str> = bundled
        .names()
        .filter(|name| !known.contains(name) && !MAY_BE_MISSING.contains(name))
        .collect();
    // Debian leaves some two hundred old aliases out; the bundled rules answer for those with the newer zone.
    let lost = missing.iter().filter(|name| !is_alias(name)).count();
    if lost > 0 {
        return Err(Refused::new(
            "rules_incomplete",
            format!(
                "The rules lack {lost} time zones that every release has. The rules in force are kept; get the \
                 file or folder again."
            ),
        )
        .with("count", lost)
        .with("zones", missing.iter().filter(|name| !is_alias(name)).take(5).copied().collect::<Vec<_>>().join(", ")));
    }
    fs::create_dir_all(preferences).map_err(|error| files::refused(&error))?;
    let (place, former) = (preferences.join(PACK), preferences.join(FORMER_PACK));
    match fs::read(&place) {
        Ok(bytes) => files::write_whole(&former, &bytes)?,
        // Nothing was imported before: going back is to have nothing imported.
        Err(_) => drop(fs::remove_file(&former)),
    }
    files::write_whole(&place, &pack)
}

/// Takes the last import back: what was imported before it is in force again, else what was shipped or the system has.
pub(crate) fn roll_back(preferences: &Path) -> Result<(), Refused> {
    let (place, former) = (preferences.join(PACK), preferences.join(FORMER_PACK));
    if !place.exists() {
        return Err(Refused::new(
            "nothing_imported",
            "No zone rules were imported, so there is nothing to go back from. Nothing was changed.",
        ));
    }
    let done = if former.exists() {
        fs::rename(&former, &place)
    } else {
        fs::remove_file(&place)
    };
    done.map_err(|error| files::refused(&error))?;
    files::sync_folder(&place);
    Ok(())
}

/// Set for a machine whose place nobody told; no event is there.
const MAY_BE_MISSING: [&str; 1] = ["Factory"];

fn is_alias(name: &str) -> bool {
    Rules::bundled()
        .info(name)
        .is_some_and(|info| info.link_to.is_some())
}

fn packed_tree(from: &Path) -> Result<(Release, Vec<u8>), Refused> {
    let release = release_of(from).ok_or_else(|| {
        Refused::new(
            "rules_without_release",
            "The folder does not say which release of the time zone rules it holds (tzdata.zi, +VERSION or \
             version). Nothing was taken; choose a zoneinfo folder.",
        )
    })?;
    let pack = outreach_zones::pack(files_of(from), &release).map_err(|error| broken(&error))?;
    Ok((release, pack))
}

fn packed_source(from: &Path) -> Result<(Release, Vec<u8>), Refused> {
    let bytes = files::read_bounded(from, FILE_AT_MOST)?;
    let text = String::from_utf8(bytes).map_err(|_not_text| broken(&"it is not text"))?;
    let rules = Rules::from_zi(&text, Source::Imported).map_err(|error| {
        if !matches!(error, RulesError::Release(_)) {
            return broken(&error);
        }
        Refused::new(
            "rules_without_release",
            "The file does not begin with the release of the time zone rules it holds. Nothing was taken; choose \
             a tzdata.zi.",
        )
    })?;
    Ok((rules.release().clone(), rules.to_pack()))
}

fn broken(error: &dyn std::fmt::Display) -> Refused {
    Refused::new(
        "rules_broken",
        format!("These are not whole time zone rules: {error}. The rules in force are kept."),
    )
    .with("reason", error)
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
        import(
            RulesForm::Tree,
            from.path(),
            &Rules::bundled(),
            preferences.path(),
        )
        .unwrap();
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
        let code = |from: &Path| {
            let refused = import(RulesForm::Tree, from, &Rules::bundled(), preferences.path());
            refused.unwrap_err().code().to_owned()
        };
        assert_eq!(code(from.path()), "rules_broken");
        assert_eq!(fs::read_dir(preferences.path()).unwrap().count(), 0);
        fs::remove_file(from.path().join("tzdata.zi")).unwrap();
        assert_eq!(code(from.path()), "rules_without_release");
    }

    #[test]
    fn an_older_release_and_one_that_lacks_zones_are_refused() {
        let preferences = tempfile::tempdir().unwrap();
        let code = |form, from: &Path| {
            let refused = import(form, from, &Rules::bundled(), preferences.path());
            refused.unwrap_err().code().to_owned()
        };
        assert_eq!(code(RulesForm::Tree, tree("2024a").path()), "rules_not_newer");
        let lacking = tree("2031a");
        fs::remove_file(lacking.path().join("Asia/Hong_Kong")).unwrap();
        assert_eq!(code(RulesForm::Tree, lacking.path()), "rules_incomplete");
        let file = lacking.path().join("small.zi");
        fs::write(&file, "# version 2031a\nZ Asia/Hong_Kong 8 - HKT\n").unwrap();
        assert_eq!(code(RulesForm::Zi, &file), "rules_incomplete");
        fs::write(&file, "# version 2031a\nZ Asia/Hong_Kong 8 - HKT 20").unwrap();
        assert_eq!(code(RulesForm::Zi, &file), "rules_broken");
        fs::write(&file, [0xFF, 0xFE, 0x00]).unwrap();
        assert_eq!(code(RulesForm::Zi, &file), "rules_broken");
        fs::write(&file, "Hello").unwrap();
        assert_eq!(code(RulesForm::Zi, &file), "rules_without_release");
        assert_eq!(fs::read_dir(preferences.path()).unwrap().count(), 0);
    }

    #[test]
    fn an_import_is_taken_back_step_by_step() {
        let preferences = tempfile::tempdir().unwrap();
        let nowhere = Path::new("/nowhere");
        let status = || RuleChoice::look(nowhere, preferences.path()).status();
        assert_eq!(status().before_import, None);
        for release in ["2031a", "2031b"] {
            let from = tree(release);
            let in_force = RuleChoice::look(nowhere, preferences.path()).rules;
            import(RulesForm::Tree, from.path(), &in_force, preferences.path()).unwrap();
        }
        assert_eq!(
            (status().release, status().before_import),
            ("2031b".to_owned(), Some("2031a".to_owned()))
        );
        roll_back(preferences.path()).unwrap();
        let bundled = Rules::bundled().release().to_string();
        assert_eq!(
            (status().release, status().before_import),
            ("2031a".to_owned(), Some(bundled.clone()))
        );
        roll_back(preferences.path()).unwrap();
        assert_eq!((status().release, status().before_import), (bundled, None));
        assert_eq!(
            roll_back(preferences.path()).unwrap_err().code(),
            "nothing_imported"
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
