//! Opening sealed files: all of one, or why not.

use super::MOST_WORK_FACTOR;
use super::hybrid::HybridIdentity;
use super::problems::{
    bad_passphrase_file, changed, cut_off, needs_key, newer_format, no_secret_key, not_age, other_key,
    too_much_work, wrong_passphrase,
};
use super::sealed::passphrase_of;
use age::armor::ArmoredReader;
use age::{DecryptError, Decryptor, Identity, scrypt, x25519};
use drive_screening_core::base::problem::Problem;
use drive_screening_core::base::secret::Secret;
use drive_screening_core::protocol::{ARMOR_BEGINS, ARMOR_ENDS, SEALED_BEGINS};
use std::io::{self, Read};

/// Of a file that goes on for longer than this before its header ends nothing was made by age: a header has about a hundred
/// bytes for each person.
const MOST_HEADER: usize = 64 * 1024;

/// The first line of the version that is read.
const VERSION: &[u8] = b"age-encryption.org/v1\n";

/// How long the lines in a header are, but for the last of each part.
const FULL_LINE: usize = 64;

/// What stands before the last line of a header.
const HEADER_ENDS: &[u8] = b"\n---";

/// Opens a file that was sealed with a passphrase, with that; or one that was sealed for people, with the secret key of one
/// of them, `AGE-SECRET-KEY-1..`, alone or as age writes it into a file.
///
/// # Errors
/// One problem, told apart by its code:
///
/// | code | is |
/// |---|---|
/// | `sealed-not-age` | the file is not sealed |
/// | `sealed-newer` | it is of a later version of the format |
/// | `sealed-cut-off` | its end is missing |
/// | `sealed-changed` | it is not as it was made |
/// | `sealed-work` | it asks for more work than a page should do for anybody |
/// | `sealed-no-passphrase`, `sealed-passphrase` | there is no passphrase, or not this |
/// | `sealed-needs-key`, `sealed-no-key`, `sealed-key` | it is for people, and what was given is no secret key, or not theirs |
pub fn open(file: &[u8], secret: &Secret) -> Result<Secret, Problem> {
    let binary = unarmored(file)?;
    let decryptor = decryptor(&binary)?;
    let identities = if decryptor.is_scrypt() {
        let mut identity = scrypt::Identity::new(passphrase_of(secret)?);
        identity.set_max_work_factor(MOST_WORK_FACTOR);
        vec![Box::new(identity) as Box<dyn Identity>]
    } else {
        secret_keys(secret)?
    };
    let is_passphrase = decryptor.is_scrypt();
    let read = decryptor.decrypt(identities.iter().map(AsRef::as_ref));
    let mut reader = read.map_err(|error| refused(&error, is_passphrase))?;
    let mut content = Reading::default();
    match reader.read_to_end(&mut content.0) {
        Ok(_) => Ok(Secret::from(std::mem::take(&mut content.0))),
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Err(cut_off()),
        Err(_) => Err(changed()),
    }
}

/// What was read so far: overwritten where that was not all.
#[derive(Default)]
struct Reading(Vec<u8>);

impl Drop for Reading {
    fn drop(&mut self) {
        drop(Secret::from(std::mem::take(&mut self.0)));
    }
}

/// The file as bytes, where it is armored too.
fn unarmored(file: &[u8]) -> Result<Vec<u8>, Problem> {
    let text = file.trim_ascii_start();
    if !text.starts_with(ARMOR_BEGINS) {
        return if file.starts_with(SEALED_BEGINS) { Ok(file.to_vec()) } else { Err(not_age()) };
    }
    if !text.trim_ascii_end().ends_with(ARMOR_ENDS) {
        let ends_before = text.windows(ARMOR_ENDS.len()).any(|window| window == ARMOR_ENDS);
        return Err(if ends_before { changed() } else { cut_off() });
    }
    let mut binary = Vec::new();
    ArmoredReader::new(text.trim_ascii_end()).read_to_end(&mut binary).map_err(|_| changed())?;
    Ok(binary)
}

/// Reads the header.
fn decryptor(binary: &[u8]) -> Result<Decryptor<&[u8]>, Problem> {
    let head = &binary[..binary.len().min(MOST_HEADER)];
    // What comes after that is read line by line, each time from the beginning.
    if !head.windows(HEADER_ENDS.len()).any(|window| window == HEADER_ENDS) {
        return Err(if binary.len() < MOST_HEADER { cut_off() } else { changed() });
    }
    if !binary.starts_with(VERSION) {
        return Err(newer_format());
    }
    if !is_well_formed(binary) {
        return Err(changed());
    }
    Decryptor::new_buffered(binary).map_err(|error| refused(&error, false))
}

/// Whether each part of the header that is for a recipient ends as the format says: with a line that is not full, be it blank.
/// The crate takes one without it.
fn is_well_formed(binary: &[u8]) -> bool {
    let mut ended = true;
    for line in binary.split(|byte| *byte == b'\n').skip(1) {
        if line.starts_with(b"---") {
            return ended;
        }
        if line.starts_with(b"-> ") {
            if !ended {
                return false;
            }
            ended = false;
        } else {
            ended = line.len() < FULL_LINE;
        }
    }
    false
}

fn refused(error: &DecryptError, is_passphrase: bool) -> Problem {
    match error {
        DecryptError::ExcessiveWork { required, .. } => too_much_work(*required),
        DecryptError::Io(error) if error.kind() == io::ErrorKind::UnexpectedEof => cut_off(),
        DecryptError::DecryptionFailed if is_passphrase => wrong_passphrase(),
        DecryptError::NoMatchingKeys => other_key(),
        _ => changed(),
    }
}

/// A secret key of either kind.
fn secret_key(line: &str) -> Option<Box<dyn Identity>> {
    if let Ok(key) = line.parse::<x25519::Identity>() {
        return Some(Box::new(key));
    }
    HybridIdentity::parse(line).map(|key| Box::new(key) as Box<dyn Identity>)
}

/// The secret keys in a text: one on each line that is no comment.
fn secret_keys(secret: &Secret) -> Result<Vec<Box<dyn Identity>>, Problem> {
    let text = secret.text().map(str::trim).unwrap_or_default();
    if text.is_empty() {
        return Err(needs_key());
    }
    if text.as_bytes().starts_with(SEALED_BEGINS) || text.as_bytes().starts_with(ARMOR_BEGINS) {
        return Err(bad_passphrase_file());
    }
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let keys: Option<Vec<_>> = lines.map(secret_key).collect();
    keys.filter(|keys| !keys.is_empty()).ok_or_else(no_secret_key)
}
