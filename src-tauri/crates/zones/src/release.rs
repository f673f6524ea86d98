//! Which release of the time zone database a set of rules is, and where it came from.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::RulesError;

/// A release of the IANA time zone database, such as `2026f`.
///
/// Releases are ordered by year, then letters: `2025b` < `2026a` < `2026f`. After `z` the database would go on
/// with `za`, which sorts right too.
///
/// ```
/// use outreach_zones::Release;
/// let bundled: Release = "2026f".parse()?;
/// assert!("2025b".parse::<Release>()? < bundled);
/// assert_eq!(Release::from_tzdata_zi("# version 2026f\n# redo posix_only\n"), Some(bundled));
/// # Ok::<(), outreach_zones::RulesError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Release {
    year: u16,
    letters: String,
}

impl Release {
    /// The release named in the first line of a `tzdata.zi` file (`# version 2026f`), which is how a Unix system
    /// says which rules it has. `None` when the line is something else.
    #[must_use]
    pub fn from_tzdata_zi(text: &str) -> Option<Self> {
        text.lines().next()?.strip_prefix("# version ")?.parse().ok()
    }
}

impl FromStr for Release {
    type Err = RulesError;

    /// Reads `2026f`, with white space around it (a `+VERSION` or `version` file ends its line) and with the
    /// suffix of a development snapshot (`2026f-12-gabcdef`), which is dropped.
    fn from_str(text: &str) -> Result<Self, RulesError> {
        let refuse = || RulesError::Release(text.chars().take(40).collect());
        let name = text.trim().split('-').next().unwrap_or_default();
        let (year, letters) = name.split_at_checked(4).ok_or_else(refuse)?;
        let well_formed = year.bytes().all(|b| b.is_ascii_digit())
            && (1..=3).contains(&letters.len())
            && letters.bytes().all(|b| b.is_ascii_lowercase());
        if !well_formed {
            return Err(refuse());
        }
        Ok(Self {
            year: year.parse().map_err(|_| refuse())?,
            letters: letters.to_owned(),
        })
    }
}

impl TryFrom<String> for Release {
    type Error = RulesError;

    fn try_from(text: String) -> Result<Self, RulesError> {
        text.parse()
    }
}

impl From<Release> for String {
    fn from(release: Release) -> Self {
        release.to_string()
    }
}

impl fmt::Display for Release {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}{}", self.year, self.letters)
    }
}

/// Where a set of rules came from. Ordered by who wins when two have the same release.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Source {
    /// Read from the operating system's zoneinfo folder.
    System,
    /// Given by the user.
    Imported,
    /// Shipped inside the programme.
    Bundled,
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::System => "system",
            Self::Imported => "imported",
            Self::Bundled => "bundled",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn release(text: &str) -> Release {
        text.parse().unwrap()
    }

    #[test]
    fn releases_are_ordered_by_year_then_letter() {
        assert!(release("2025b") < release("2026a"));
        assert!(release("2026a") < release("2026f"));
        assert!(release("2026z") < release("2026za"));
        assert!(release("2026f\n") == release("2026f-3-gdeadbee"));
    }

    #[test]
    fn what_is_no_release_is_refused() {
        for text in [
            "",
            "2026",
            "26f",
            "2026F",
            "f2026",
            "2026.6",
            "２０２６f",
            "2026ffff",
            "<script>",
        ] {
            assert!(text.parse::<Release>().is_err(), "{text}");
        }
        assert_eq!(
            Release::from_tzdata_zi("# redo posix_only\n# version 2026f"),
            None
        );
    }

    #[test]
    fn a_release_is_its_text_in_json() {
        assert_eq!(serde_json::to_string(&release("2026f")).unwrap(), "\"2026f\"");
        assert!(serde_json::from_str::<Release>("\"soon\"").is_err());
    }
}
