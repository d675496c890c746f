//! Locking a page: what was typed stays in memory only as bytes that a passphrase opens.

use super::problems::{not_what_locked, wrong_passphrase};
use super::{KeyPair, new_key, open, seal, seal_to};
use drive_screening_core::base::problem::Problem;
use drive_screening_core::base::secret::Secret;
use drive_screening_core::protocol::LockKey;

/// A new key pair for a passphrase.
///
/// # Errors
/// As [`seal`].
pub fn new_lock_key(passphrase: &Secret) -> Result<LockKey, Problem> {
    let KeyPair { secret, public } = new_key();
    Ok(LockKey { public, sealed: seal(secret.bytes(), passphrase)? })
}

/// Locks something: no passphrase is needed for that.
///
/// # Errors
/// As [`seal_to`].
pub fn lock(content: &[u8], public: &str) -> Result<Vec<u8>, Vec<Problem>> {
    seal_to(content, &[public.to_owned()])
}

/// Unlocks it with the passphrase. Where nothing is locked yet, sees that the passphrase is right.
///
/// # Errors
/// As [`open`], but `sealed-page-passphrase` of another passphrase.
pub fn unlock(sealed: &[u8], locked: Option<&[u8]>, passphrase: &Secret) -> Result<Secret, Problem> {
    let is_wrong = |problem: &Problem| problem.code == wrong_passphrase().code;
    let secret = open(sealed, passphrase)
        .map_err(|problem| if is_wrong(&problem) { not_what_locked() } else { problem })?;
    locked.map_or_else(|| Ok(Secret::default()), |locked| open(locked, &secret))
}
