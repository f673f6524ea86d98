//! The plain front of a workspace file: who it is, and its data key under lock.
//!
//! Two slots of 4 KiB hold the same kind of header. A change writes the slot that is not in force, syncs, and
//! only then touches the other, so that a torn write leaves one whole slot and never loses the key. The price
//! is 8 KiB a file. The header tells a stranger that this is a workspace, how costly its key derivation is,
//! and nothing else.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};

use blake2::{Blake2b256, Digest};
use uuid::Uuid;

use crate::errors::{Result, StoreError, of_file};
use crate::keys::{KeyCost, SALT_BYTES, Wrap};

/// Bytes of one slot.
pub(crate) const SLOT_BYTES: usize = 4096;
/// Bytes in front of the database.
pub(crate) const ENVELOPE_BYTES: usize = 2 * SLOT_BYTES;
/// The youngest outer format this program writes and reads.
pub(crate) const FORMAT: u16 = 1;

/// Contains a zero, a line end of each kind and a byte above 127, so that no transfer as text goes unnoticed.
const MAGIC: [u8; 16] = *b"Outreach\0\xF0plan\r\n";
const CHECKSUM_AT: usize = SLOT_BYTES - 32;

/// What a slot says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Header {
    /// Which workspace; the same in its backups.
    pub(crate) workspace: Uuid,
    /// The slot with the higher number is in force.
    pub(crate) generation: u64,
    /// How costly the passphrase's key is to derive.
    pub(crate) cost: KeyCost,
    /// Salt of the derivation.
    pub(crate) salt: [u8; SALT_BYTES],
    /// The data key under the passphrase.
    pub(crate) by_passphrase: Wrap,
    /// The data key under a key that the system keychain keeps.
    pub(crate) by_keychain: Option<Wrap>,
}

impl Header {
    /// What the wraps are bound to: a header put together from two files does not open.
    pub(crate) fn bound(&self, purpose: &'static str) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(FORMAT.to_le_bytes());
        bytes.extend(self.workspace.as_bytes());
        bytes.extend(purpose.as_bytes());
        bytes.extend(self.cost.bytes());
        bytes.extend(self.salt);
        bytes
    }

    fn to_slot(&self) -> Vec<u8> {
        let mut slot = Vec::with_capacity(SLOT_BYTES);
        slot.extend(MAGIC);
        slot.extend(FORMAT.to_le_bytes());
        slot.extend([0; 2]);
        slot.extend(self.generation.to_le_bytes());
        slot.extend(self.workspace.as_bytes());
        slot.extend(self.cost.bytes());
        slot.extend(self.salt);
        slot.extend(self.by_passphrase.bytes());
        slot.push(u8::from(self.by_keychain.is_some()));
        slot.extend(self.by_keychain.as_ref().map_or([0; Wrap::BYTES], Wrap::bytes));
        slot.resize(CHECKSUM_AT, 0);
        let checksum = Blake2b256::digest(&slot);
        slot.extend_from_slice(&checksum);
        slot
    }

    fn from_slot(slot: &[u8]) -> Result<Self> {
        if slot.len() < MAGIC.len() || slot[..MAGIC.len()] != MAGIC {
            return Err(StoreError::NotAWorkspace);
        }
        if slot.len() < SLOT_BYTES {
            return Err(StoreError::Truncated);
        }
        if Blake2b256::digest(&slot[..CHECKSUM_AT])[..] != slot[CHECKSUM_AT..SLOT_BYTES] {
            return Err(StoreError::Damaged);
        }
        let mut rest = Fields(&slot[MAGIC.len()..CHECKSUM_AT]);
        let format = u16::from_le_bytes(rest.take());
        if format > FORMAT {
            return Err(StoreError::NewerFormat {
                found: format,
                known: FORMAT,
            });
        }
        let _reserved: [u8; 2] = rest.take();
        let generation = u64::from_le_bytes(rest.take());
        let workspace = Uuid::from_bytes(rest.take());
        let cost = KeyCost::from_bytes(rest.take()).ok_or(StoreError::Damaged)?;
        let salt = rest.take();
        let by_passphrase = Wrap::from_bytes(&rest.take());
        let [joined] = rest.take();
        let wrap = Wrap::from_bytes(&rest.take());
        Ok(Self {
            workspace,
            generation,
            cost,
            salt,
            by_passphrase,
            by_keychain: (joined == 1).then_some(wrap),
        })
    }
}

/// Reads fields of fixed length one after the other.
struct Fields<'slot>(&'slot [u8]);

impl Fields<'_> {
    fn take<const N: usize>(&mut self) -> [u8; N] {
        let (field, rest) = self
            .0
            .split_first_chunk()
            .expect("a slot is longer than all its fields together");
        self.0 = rest;
        *field
    }
}

/// Reads the header in force, from whichever slot is whole and younger.
pub(crate) fn read(file: &mut File) -> Result<Header> {
    let mut front = Vec::with_capacity(ENVELOPE_BYTES);
    file.seek(SeekFrom::Start(0)).map_err(|error| of_file(&error))?;
    file.take(ENVELOPE_BYTES as u64)
        .read_to_end(&mut front)
        .map_err(|error| of_file(&error))?;
    let first = Header::from_slot(&front[..front.len().min(SLOT_BYTES)]);
    let second = Header::from_slot(front.get(SLOT_BYTES..).unwrap_or_default());
    let header = match (first, second) {
        (Ok(first), Ok(second)) => {
            if second.generation > first.generation {
                second
            } else {
                first
            }
        }
        (Ok(header), Err(StoreError::NewerFormat { found, known }))
        | (Err(StoreError::NewerFormat { found, known }), Ok(header)) => {
            // A younger program was writing the other slot; what it wrote counts.
            let _older = header;
            return Err(StoreError::NewerFormat { found, known });
        }
        (Ok(header), Err(_)) | (Err(_), Ok(header)) => header,
        (Err(first), Err(second)) => return Err(worse(first, second, front.len())),
    };
    let length = file.metadata().map_err(|error| of_file(&error))?.len();
    // An empty database is shorter than any that was ever committed.
    if length <= ENVELOPE_BYTES as u64 {
        Err(StoreError::Truncated)
    } else {
        Ok(header)
    }
}

/// Which of two reasons tells more.
fn worse(first: StoreError, second: StoreError, length: usize) -> StoreError {
    let rank = |error: &StoreError| {
        2 * u8::from(matches!(error, StoreError::Truncated))
            + 3 * u8::from(matches!(error, StoreError::NewerFormat { .. }))
            + u8::from(matches!(error, StoreError::Damaged))
    };
    let told = if rank(&second) > rank(&first) {
        second
    } else {
        first
    };
    // A whole first slot that is damaged in a file that ends within the second is still first of all short.
    if matches!(told, StoreError::Damaged) && length < ENVELOPE_BYTES {
        StoreError::Truncated
    } else {
        told
    }
}

/// Writes both slots of a new file.
pub(crate) fn write_new(file: &mut File, header: &Header) -> Result<()> {
    put_slot(file, 0, header)?;
    put_slot(
        file,
        1,
        &Header {
            generation: header.generation + 1,
            ..header.clone()
        },
    )
}

/// Puts `header` in force: first into the slot that is not in force, then, once that is on the disk, into the
/// other, so that the old wrap is gone as well. Returns the header as it now stands.
pub(crate) fn replace(file: &mut File, header: &Header) -> Result<Header> {
    let mut front = vec![0; ENVELOPE_BYTES];
    file.seek(SeekFrom::Start(0)).map_err(|error| of_file(&error))?;
    file.read_exact(&mut front).map_err(|error| of_file(&error))?;
    let generation = |at: usize| Header::from_slot(&front[at..at + SLOT_BYTES]).map(|slot| slot.generation);
    let (first, second) = (generation(0), generation(SLOT_BYTES));
    let spare = match (&first, &second) {
        (Ok(first), Ok(second)) => usize::from(first >= second),
        (Err(_), _) => 0,
        (_, Err(_)) => 1,
    };
    let newest = first.unwrap_or(0).max(second.unwrap_or(0));
    let header = Header {
        generation: newest + 1,
        ..header.clone()
    };
    put_slot(file, spare, &header)?;
    let header = Header {
        generation: newest + 2,
        ..header
    };
    put_slot(file, 1 - spare, &header)?;
    Ok(header)
}

fn put_slot(file: &mut File, slot: usize, header: &Header) -> Result<()> {
    let write = |file: &mut File| {
        file.seek(SeekFrom::Start((slot * SLOT_BYTES) as u64))?;
        file.write_all(&header.to_slot())?;
        file.sync_all()
    };
    write(file).map_err(|error| of_file(&error))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(generation: u64) -> Header {
        Header {
            workspace: Uuid::from_u128(7),
            generation,
            cost: KeyCost::CHEAP_FOR_TESTS,
            salt: [3; SALT_BYTES],
            by_passphrase: Wrap::from_bytes(&[5; Wrap::BYTES]),
            by_keychain: None,
        }
    }

    fn file_with(header: &Header) -> File {
        let mut file = tempfile::tempfile().unwrap();
        write_new(&mut file, header).unwrap();
        file.seek(SeekFrom::End(0)).unwrap();
        file.write_all(&[0; 4096]).unwrap();
        file
    }

    #[test]
    fn a_torn_write_of_either_slot_leaves_the_other_in_force() {
        for torn in 0..2 {
            let mut file = file_with(&header(1));
            file.seek(SeekFrom::Start((torn * SLOT_BYTES + 40) as u64))
                .unwrap();
            file.write_all(&[0xEE; 300]).unwrap();
            let read = read(&mut file).unwrap();
            assert_eq!(read.workspace, Uuid::from_u128(7));
        }
    }

    #[test]
    fn after_a_replacement_no_slot_holds_the_old_wrap() {
        let mut file = file_with(&header(1));
        let next = Header {
            by_passphrase: Wrap::from_bytes(&[6; Wrap::BYTES]),
            ..header(0)
        };
        let in_force = replace(&mut file, &next).unwrap();
        assert_eq!(in_force.generation, 4);
        let mut front = vec![0; ENVELOPE_BYTES];
        file.seek(SeekFrom::Start(0)).unwrap();
        file.read_exact(&mut front).unwrap();
        assert!(!front.windows(Wrap::BYTES).any(|bytes| bytes == [5; Wrap::BYTES]));
        assert_eq!(read(&mut file).unwrap(), in_force);
    }

    #[test]
    fn a_header_of_a_younger_format_is_told_apart() {
        let mut slot = header(1).to_slot();
        slot[16] = 9;
        let checksum = Blake2b256::digest(&slot[..CHECKSUM_AT]);
        slot[CHECKSUM_AT..].copy_from_slice(&checksum);
        assert!(matches!(
            Header::from_slot(&slot),
            Err(StoreError::NewerFormat { found: 9, known: 1 })
        ));
    }
}
