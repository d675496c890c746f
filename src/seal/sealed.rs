//! Making sealed files.

use super::WORK_FACTOR;
use super::hybrid::HybridRecipient;
use super::opened::is_as_made;
use super::passphrase::passphrase_of;
use super::problems::{bad_key, mixed_keys, no_key, not_sealed_here};
use age::armor::{ArmoredWriter, Format};
use age::{Encryptor, Recipient, scrypt, x25519};
use drive_screening_core::base::problem::Problem;
use drive_screening_core::base::secret::Secret;
use std::io::{self, Write};

/// Seals something with a passphrase. Blanks at either end of that do not count: they come with what is pasted.
///
/// # Errors
/// `sealed-no-passphrase` where there is none; `seal-failed` if the device gives no randomness or memory.
pub fn seal(content: &[u8], passphrase: &Secret) -> Result<Vec<u8>, Problem> {
    let mut recipient = scrypt::Recipient::new(passphrase_of(passphrase)?);
    recipient.set_work_factor(WORK_FACTOR);
    write(content, &[&recipient])
}

/// Seals something for people: whoever has the secret half of one of these public keys opens it. Nobody else does, whoever
/// made it neither.
///
/// # Errors
/// `seal-key` for every key that is none; `seal-no-key` where there is none; `seal-mixed` where some are of the hybrid kind and
/// others are not.
pub fn seal_to(content: &[u8], keys: &[String]) -> Result<Vec<u8>, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut recipients: Vec<Box<dyn Recipient>> = Vec::new();
    let mut hybrid = 0;
    for (number, key) in keys.iter().enumerate() {
        if let Ok(recipient) = key.parse::<x25519::Recipient>() {
            recipients.push(Box::new(recipient));
        } else if let Some(recipient) = HybridRecipient::parse(key) {
            recipients.push(Box::new(recipient));
            hybrid += 1;
        } else {
            problems.push(bad_key(number));
        }
    }
    if recipients.is_empty() && problems.is_empty() {
        problems.push(no_key());
    }
    // What one of them opens with a quantum computer it does not help that another does not.
    if hybrid > 0 && hybrid < recipients.len() {
        problems.push(mixed_keys());
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let recipients: Vec<&dyn Recipient> = recipients.iter().map(AsRef::as_ref).collect();
    let file = write(content, &recipients).map_err(|problem| vec![problem])?;
    // Nobody here can open it: it is read back as far as that goes without a key.
    let is_whole = is_as_made(&file, recipients.len(), content.len());
    if is_whole { Ok(file) } else { Err(vec![not_sealed_here()]) }
}

fn write(content: &[u8], recipients: &[&dyn Recipient]) -> Result<Vec<u8>, Problem> {
    let sealed = || -> Option<Vec<u8>> {
        let encryptor = Encryptor::with_recipients(recipients.iter().copied()).ok()?;
        let written = |file: &mut Vec<u8>| -> io::Result<()> {
            let armor = ArmoredWriter::wrap_output(file, Format::AsciiArmor)?;
            let mut writer = encryptor.wrap_output(armor)?;
            writer.write_all(content)?;
            writer.finish()?.finish()?;
            Ok(())
        };
        let mut file = Vec::new();
        written(&mut file).ok()?;
        Some(file)
    };
    sealed().ok_or_else(not_sealed_here)
}
