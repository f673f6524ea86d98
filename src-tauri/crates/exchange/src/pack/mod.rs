//! Packs that only a passphrase opens (age, <https://age-encryption.org/v1>): one file, or a zip of several.
//!
//! RESTRICTED data leaves the laptop in no other form. age rather than an encrypted zip: its form is one, small and
//! authenticated, and free programs open it on every system (`age -d`).

use crate::NamedBytes;
use crate::sheets::Params;

/// What a pack may hold, in bytes.
pub const LARGEST_PACK: usize = 512 << 20;
/// Characters of a passphrase at least.
pub const SHORTEST_PASSPHRASE: usize = 8;

/// Why a pack was not made or opened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    /// See [`SHORTEST_PASSPHRASE`].
    #[error("the passphrase has fewer than {least} characters")]
    TooShort {
        /// How many it must have.
        least: usize,
    },
    /// Nothing to pack.
    #[error("there is nothing to pack")]
    Nothing,
    /// The passphrase is another.
    #[error("the passphrase does not open the pack")]
    WrongPassphrase,
    /// It is no such pack.
    #[error("the file is no pack")]
    NotAPack,
    /// It is locked with a key instead of a passphrase.
    #[error("the pack is locked with a key, not with a passphrase")]
    LockedWithKey,
    /// It was changed or cut off.
    #[error("the pack is damaged")]
    Damaged,
    /// It asks for more work to open than any honest pack.
    #[error("the pack asks for too much work to open")]
    TooMuchWork,
    /// See [`LARGEST_PACK`].
    #[error("the pack holds more than {most} bytes")]
    TooLarge {
        /// Bytes.
        most: usize,
    },
    /// The writer failed.
    #[error("the pack could not be put together: {0}")]
    Writer(String),
}

impl PackError {
    /// The code of its words.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooShort { .. } => "pack_passphrase_short",
            Self::Nothing => "pack_empty",
            Self::WrongPassphrase => "pack_wrong_passphrase",
            Self::NotAPack => "not_a_pack",
            Self::LockedWithKey => "pack_locked_with_key",
            Self::Damaged => "pack_damaged",
            Self::TooMuchWork => "pack_too_much_work",
            Self::TooLarge { .. } => "pack_too_large",
            Self::Writer(_) => "pack_not_written",
        }
    }

    /// What its words are filled with.
    pub fn params(&self) -> Params {
        match self {
            Self::TooShort { least } => Params::from([("least", least.to_string())]),
            Self::TooLarge { most } => Params::from([("most", most.to_string())]),
            Self::Nothing
            | Self::WrongPassphrase
            | Self::NotAPack
            | Self::LockedWithKey
            | Self::Damaged
            | Self::TooMuchWork
            | Self::Writer(_) => Params::new(),
        }
    }
}

/// Packs files: one as it is, several as a zip. The name to write to is `<name>.age` of the one, or any `.zip.age`.
///
/// # Errors
/// [`PackError::TooShort`], [`PackError::Nothing`], [`PackError::TooLarge`].
pub fn seal(_files: &[NamedBytes], _passphrase: &str) -> Result<Vec<u8>, PackError> {
    Err(PackError::Writer("not yet".to_owned()))
}

/// What a pack holds, decrypted: the file, or the zip of several.
///
/// # Errors
/// [`PackError::WrongPassphrase`], [`PackError::NotAPack`], [`PackError::LockedWithKey`], [`PackError::Damaged`],
/// [`PackError::TooMuchWork`], [`PackError::TooLarge`].
pub fn open(_bytes: &[u8], _passphrase: &str) -> Result<Vec<u8>, PackError> {
    Err(PackError::NotAPack)
}
