//! The data key and its wraps.
//!
//! Pages are encrypted under a random data key that never changes; a passphrase only wraps that key. Changing
//! the passphrase is therefore a matter of one header and not of every page, at the price that someone who
//! once had the key keeps it.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use crate::errors::{Result, StoreError};

/// Bytes of salt.
pub(crate) const SALT_BYTES: usize = 16;
const NONCE_BYTES: usize = 24;
const SEALED_BYTES: usize = 32 + 16;

/// A 32-byte key that is wiped when dropped. Boxed, so that moving it leaves no copy behind.
pub(crate) type Key = Box<Zeroizing<[u8; 32]>>;

/// How costly it is to derive a key from a passphrase (Argon2id, version 0x13).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyCost {
    /// Memory in KiB, 8 to 1,048,576.
    pub memory_kib: u32,
    /// Passes, 1 to 64.
    pub passes: u32,
    /// Lanes, 1 to 16.
    pub lanes: u32,
}

impl Default for KeyCost {
    /// 64 MiB, three passes, one lane: about a third of a second on an office laptop (RFC 9106's second
    /// recommendation with fewer lanes, since they are computed one after the other here).
    fn default() -> Self {
        Self {
            memory_kib: 64 * 1024,
            passes: 3,
            lanes: 1,
        }
    }
}

impl KeyCost {
    /// Next to no cost. Only for tests: a passphrase under it is quickly guessed.
    pub const CHEAP_FOR_TESTS: Self = Self {
        memory_kib: 8,
        passes: 1,
        lanes: 1,
    };

    pub(crate) fn bytes(self) -> [u8; 12] {
        let mut bytes = [0; 12];
        bytes[..4].copy_from_slice(&self.memory_kib.to_le_bytes());
        bytes[4..8].copy_from_slice(&self.passes.to_le_bytes());
        bytes[8..].copy_from_slice(&self.lanes.to_le_bytes());
        bytes
    }

    /// None for a cost out of range: a hostile header must not make the program take all memory.
    pub(crate) fn from_bytes(bytes: [u8; 12]) -> Option<Self> {
        let number = |at: usize| u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
        let cost = Self {
            memory_kib: number(0),
            passes: number(4),
            lanes: number(8),
        };
        cost.in_range().then_some(cost)
    }

    fn in_range(self) -> bool {
        (1..=16).contains(&self.lanes)
            && (1..=64).contains(&self.passes)
            && (8 * self.lanes..=1024 * 1024).contains(&self.memory_kib)
    }
}

/// The data key, sealed: a nonce and the key with its tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wrap {
    nonce: [u8; NONCE_BYTES],
    sealed: [u8; SEALED_BYTES],
}

impl Wrap {
    /// Bytes of a wrap in a header.
    pub(crate) const BYTES: usize = NONCE_BYTES + SEALED_BYTES;

    /// Seals `data_key` under `key`, bound to `bound`.
    pub(crate) fn seal(data_key: &Key, key: &Key, bound: &[u8]) -> Result<Self> {
        let nonce = random()?;
        let sealed = XChaCha20Poly1305::new((&***key).into())
            .encrypt(
                &XNonce::from(nonce),
                Payload {
                    msg: &***data_key,
                    aad: bound,
                },
            )
            .ok()
            .and_then(|sealed| sealed.try_into().ok())
            .ok_or(StoreError::KeyDerivation)?;
        Ok(Self { nonce, sealed })
    }

    /// The data key; none if `key` or `bound` is another than at sealing.
    pub(crate) fn open(&self, key: &Key, bound: &[u8]) -> Option<Key> {
        let opened = XChaCha20Poly1305::new((&***key).into())
            .decrypt(
                &XNonce::from(self.nonce),
                Payload {
                    msg: &self.sealed,
                    aad: bound,
                },
            )
            .ok()
            .map(Zeroizing::new)?;
        let mut data_key = Box::new(Zeroizing::new([0; 32]));
        data_key.copy_from_slice(&opened);
        Some(data_key)
    }

    pub(crate) fn bytes(&self) -> [u8; Self::BYTES] {
        let mut bytes = [0; Self::BYTES];
        bytes[..NONCE_BYTES].copy_from_slice(&self.nonce);
        bytes[NONCE_BYTES..].copy_from_slice(&self.sealed);
        bytes
    }

    pub(crate) fn from_bytes(bytes: &[u8; Self::BYTES]) -> Self {
        let mut wrap = Self {
            nonce: [0; NONCE_BYTES],
            sealed: [0; SEALED_BYTES],
        };
        wrap.nonce.copy_from_slice(&bytes[..NONCE_BYTES]);
        wrap.sealed.copy_from_slice(&bytes[NONCE_BYTES..]);
        wrap
    }
}

/// The key that a passphrase gives.
pub(crate) fn derive(passphrase: &str, salt: &[u8; SALT_BYTES], cost: KeyCost) -> Result<Key> {
    if !cost.in_range() {
        return Err(StoreError::KeyDerivation);
    }
    let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(32))
        .map_err(|_out_of_range| StoreError::KeyDerivation)?;
    let mut key = Box::new(Zeroizing::new([0; 32]));
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(passphrase.as_bytes(), salt, &mut key[..])
        .map_err(|_too_long_or_no_memory| StoreError::KeyDerivation)?;
    Ok(key)
}

/// A fresh random key.
pub(crate) fn random_key() -> Result<Key> {
    let mut key = Box::new(Zeroizing::new([0; 32]));
    getrandom::fill(&mut key[..]).map_err(|_no_source| StoreError::KeyDerivation)?;
    Ok(key)
}

/// Fresh random bytes.
pub(crate) fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_no_source| StoreError::KeyDerivation)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrap_opens_only_under_its_key_and_its_header() {
        let (data_key, key, other) = (
            random_key().unwrap(),
            random_key().unwrap(),
            random_key().unwrap(),
        );
        let wrap = Wrap::seal(&data_key, &key, b"header").unwrap();
        assert_eq!(*wrap.open(&key, b"header").unwrap(), *data_key);
        assert!(wrap.open(&other, b"header").is_none());
        assert!(wrap.open(&key, b"other").is_none());
    }

    #[test]
    fn a_cost_that_would_take_all_memory_is_refused() {
        let cost = KeyCost {
            memory_kib: u32::MAX,
            passes: 3,
            lanes: 1,
        };
        assert!(KeyCost::from_bytes(cost.bytes()).is_none());
        assert!(matches!(
            derive("word", &[0; 16], cost),
            Err(StoreError::KeyDerivation)
        ));
    }
}
