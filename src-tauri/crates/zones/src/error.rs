//! What can be wrong with rules, or with a zone's name.

use thiserror::Error;

/// Why a set of rules was refused. Always names the file, never its content.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum RulesError {
    /// The text is not the name of a release.
    #[error("`{0}` is not a release of the time zone database (expected a year and a letter, such as 2026f)")]
    Release(String),
    /// No file of the tree holds a zone.
    #[error("there is no time zone in these rules")]
    Empty,
    /// The file stands where a zone should, but is not TZif (RFC 9636).
    #[error("{file} is not a time zone file")]
    NotTzif {
        /// Path inside the tree, with `/`.
        file: String,
    },
    /// The file's name cannot be a zone's name.
    #[error("{file} is not the name of a time zone")]
    Name {
        /// Path inside the tree, cut after 100 characters.
        file: String,
    },
    /// The file is TZif but damaged, or says something no zone can mean.
    #[error("{file} is damaged: {reason}")]
    Broken {
        /// Path inside the tree, with `/`.
        file: String,
        /// What is wrong, in English, for the log.
        reason: String,
    },
    /// The file, or the tree, is larger than any release of the database could be.
    #[error("{file} is too large for time zone rules")]
    TooLarge {
        /// Path inside the tree, with `/`.
        file: String,
    },
    /// The pack (see [`crate::pack`]) is damaged.
    #[error("the pack of time zone rules is damaged: {0}")]
    Pack(&'static str),
}

/// A name that no rules know, with the names that were probably meant, best first.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("there is no time zone `{name}`{}", or_did_you_mean(.suggestions))]
pub struct UnknownZone {
    /// What was asked for, cut after 100 characters.
    pub name: String,
    /// At most five names that exist.
    pub suggestions: Vec<String>,
}

fn or_did_you_mean(suggestions: &[String]) -> String {
    if suggestions.is_empty() {
        String::new()
    } else {
        format!("; did you mean {}?", suggestions.join(", "))
    }
}
