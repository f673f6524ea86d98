//! A second way in: a key that the system keychain keeps for this workspace on this machine.
//!
//! The keychain never sees the passphrase or the data key, only a random key that unwraps the latter; taking
//! the workspace to another machine, or taking it out of the keychain, leaves the passphrase as the only way.

use uuid::Uuid;

use crate::errors::Result;
use crate::keys::Key;

#[cfg(feature = "keychain")]
mod system {
    use super::{Key, Result, Uuid};
    use crate::errors::StoreError;
    use zeroize::{Zeroize, Zeroizing};

    const WHO: &str = "org.outreach.planner";

    fn entry(workspace: Uuid) -> Result<keyring::Entry> {
        keyring::Entry::new(WHO, &workspace.to_string()).map_err(|_absent| StoreError::NoKeychain)
    }

    pub(crate) fn keep(workspace: Uuid, key: &Key) -> Result<()> {
        entry(workspace)?
            .set_secret(&key[..])
            .map_err(|_refused| StoreError::NoKeychain)
    }

    pub(crate) fn recall(workspace: Uuid) -> Result<Key> {
        let mut secret = match entry(workspace)?.get_secret() {
            Ok(secret) => secret,
            Err(keyring::Error::NoEntry) => return Err(StoreError::NotInKeychain),
            Err(_unreachable) => return Err(StoreError::NoKeychain),
        };
        let mut key: Key = Box::new(Zeroizing::new([0; 32]));
        let fits = secret.len() == key.len();
        if fits {
            key.copy_from_slice(&secret);
        }
        secret.zeroize();
        if fits {
            Ok(key)
        } else {
            Err(StoreError::NotInKeychain)
        }
    }

    pub(crate) fn forget(workspace: Uuid) -> Result<()> {
        match entry(workspace)?.delete_credential() {
            Ok(()) | Err(keyring::Error::NoEntry) => Ok(()),
            Err(_unreachable) => Err(StoreError::NoKeychain),
        }
    }
}

#[cfg(not(feature = "keychain"))]
mod system {
    use super::{Key, Result, Uuid};
    use crate::errors::StoreError;

    pub(crate) fn keep(_workspace: Uuid, _key: &Key) -> Result<()> {
        Err(StoreError::NoKeychain)
    }

    pub(crate) fn recall(_workspace: Uuid) -> Result<Key> {
        Err(StoreError::NoKeychain)
    }

    pub(crate) fn forget(_workspace: Uuid) -> Result<()> {
        Err(StoreError::NoKeychain)
    }
}

pub(crate) use system::{forget, keep, recall};
