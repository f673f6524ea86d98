//! Packs that only a passphrase opens (age, <https://age-encryption.org/v1>): one file, or a zip of several.
//!
//! RESTRICTED data leaves the laptop in no other form. age rather than an encrypted zip: its form is one, small and
//! authenticated, and free programs open it on every system (`age -d`).

use std::io::Read as _;

use age::DecryptError;
use age::secrecy::SecretString;

use crate::sheets::Params;
use crate::{NamedBytes, zipped};

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

/// The work that a passphrase costs to try, as a power of two: 2^18 rounds of scrypt take a laptop about a second and
/// 256 MB. Fixed rather than measured, so that a pack made on a fast machine opens on a slow one and a busy machine
/// makes no weak one.
const WORK: u8 = 18;
/// The most work that is done to open a pack: four times as much.
const MOST_WORK: u8 = 20;

/// Packs files: one as it is, several as a zip. The name to write to is `<name>.age` of the one, or any `.zip.age`.
///
/// # Errors
/// [`PackError::TooShort`], [`PackError::Nothing`], [`PackError::TooLarge`].
pub fn seal(files: &[NamedBytes], passphrase: &str) -> Result<Vec<u8>, PackError> {
    if passphrase.chars().count() < SHORTEST_PASSPHRASE {
        return Err(PackError::TooShort {
            least: SHORTEST_PASSPHRASE,
        });
    }
    let bytes = files
        .iter()
        .map(|file| file.bytes.len())
        .fold(0, usize::saturating_add);
    if bytes > LARGEST_PACK {
        return Err(PackError::TooLarge { most: LARGEST_PACK });
    }
    match files {
        [] => Err(PackError::Nothing),
        [one] => encrypt(&one.bytes, passphrase),
        several => {
            let zip = zipped(several).map_err(|error| PackError::Writer(error.to_string()))?;
            encrypt(&zip, passphrase)
        }
    }
}

fn encrypt(plain: &[u8], passphrase: &str) -> Result<Vec<u8>, PackError> {
    let mut recipient = age::scrypt::Recipient::new(SecretString::from(passphrase.to_owned()));
    recipient.set_work_factor(WORK);
    age::encrypt(&recipient, plain).map_err(|error| PackError::Writer(error.to_string()))
}

/// What a pack holds, decrypted: the file, or the zip of several. Armoured packs (`-----BEGIN AGE`) are none of ours and
/// not read.
///
/// # Errors
/// [`PackError::WrongPassphrase`], [`PackError::NotAPack`], [`PackError::LockedWithKey`], [`PackError::Damaged`],
/// [`PackError::TooMuchWork`], [`PackError::TooLarge`].
pub fn open(bytes: &[u8], passphrase: &str) -> Result<Vec<u8>, PackError> {
    let pack = age::Decryptor::new_buffered(bytes).map_err(|error| of_header(&error))?;
    if !pack.is_scrypt() {
        return Err(PackError::LockedWithKey);
    }
    let mut identity = age::scrypt::Identity::new(SecretString::from(passphrase.to_owned()));
    identity.set_max_work_factor(MOST_WORK);
    let reader = pack
        .decrypt(std::iter::once(&identity as &dyn age::Identity))
        .map_err(|error| of_key(&error))?;
    let mut plain = Vec::new();
    reader
        .take(LARGEST_PACK as u64 + 1)
        .read_to_end(&mut plain)
        .map_err(|_| PackError::Damaged)?;
    if plain.len() > LARGEST_PACK {
        return Err(PackError::TooLarge { most: LARGEST_PACK });
    }
    Ok(plain)
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "all other errors of a header say that it is none"
)]
fn of_header(error: &DecryptError) -> PackError {
    match error {
        DecryptError::InvalidMac => PackError::Damaged,
        _ => PackError::NotAPack,
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "all other errors say that what was there is changed"
)]
fn of_key(error: &DecryptError) -> PackError {
    match error {
        DecryptError::ExcessiveWork { .. } => PackError::TooMuchWork,
        // With the right work and the wrong key the file's own key does not come out.
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed | DecryptError::NoMatchingKeys => {
            PackError::WrongPassphrase
        }
        _ => PackError::Damaged,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, bytes: &[u8]) -> NamedBytes {
        NamedBytes {
            name: name.to_owned(),
            bytes: bytes.to_vec(),
        }
    }

    #[test]
    fn a_pack_opens_with_its_passphrase_and_with_no_other() {
        let pack = seal(&[file("people.csv", "陳大文".as_bytes())], "correct horse 電池").unwrap();
        assert!(pack.starts_with(b"age-encryption.org/v1\n-> scrypt "));
        assert!(!pack.windows(9).any(|window| window == "陳大文".as_bytes()));
        assert_eq!(open(&pack, "correct horse 電池").unwrap(), "陳大文".as_bytes());
        assert_eq!(open(&pack, "correct horse"), Err(PackError::WrongPassphrase));
        let mut changed = pack.clone();
        *changed.last_mut().unwrap() ^= 1;
        assert_eq!(open(&changed, "correct horse 電池"), Err(PackError::Damaged));
        assert_eq!(
            open(&pack[..pack.len() - 5], "correct horse 電池"),
            Err(PackError::Damaged)
        );
        let other = String::from_utf8_lossy(&pack[..60]).contains(" 18\n");
        assert!(other, "the work is fixed");
    }

    #[test]
    fn several_files_become_a_zip() {
        let pack = seal(&[file("a.pdf", b"one"), file("a.json", b"two")], "correct horse").unwrap();
        let zip = open(&pack, "correct horse").unwrap();
        let archive = zip::ZipArchive::new(std::io::Cursor::new(zip)).unwrap();
        assert_eq!(archive.len(), 2);
    }

    #[test]
    fn what_is_no_pack_or_too_weak_is_said_to_be() {
        assert_eq!(open(b"PK\x03\x04", "correct horse"), Err(PackError::NotAPack));
        assert_eq!(open(b"", "correct horse"), Err(PackError::NotAPack));
        assert_eq!(seal(&[], "correct horse"), Err(PackError::Nothing));
        assert_eq!(
            seal(&[file("a", b"")], "short"),
            Err(PackError::TooShort { least: 8 })
        );
        let greedy = b"age-encryption.org/v1\n-> scrypt rF0/NwblUHHTpgQgRpe5CQ 40\ngUjEymFKMVXQEKdMMHL24oYexjE3TIC0O0zGSqJ2aUY\n--- IbwPsxLUKNiFHzDUR5oTWqXYrBXA3wDzFAfW4y7ANxs\n0123456789abcdef0123456789abcdef";
        assert_ne!(
            open(greedy, "correct horse").err(),
            Some(PackError::WrongPassphrase)
        );
    }
}
