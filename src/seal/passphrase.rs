//! Passphrases as age takes them.

use super::problems::empty_passphrase;
use age::secrecy::SecretString;
use drive_screening_core::base::problem::Problem;
use drive_screening_core::base::secret::Secret;

/// A passphrase as age takes it.
pub(super) fn passphrase_of(passphrase: &Secret) -> Result<SecretString, Problem> {
    let text = passphrase.text().map(str::trim).filter(|text| !text.is_empty());
    text.map(|text| SecretString::from(text.to_owned())).ok_or_else(empty_passphrase)
}
