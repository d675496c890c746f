//! Opening sealed files: all of one, or why not.

use super::MOST_WORK_FACTOR;
use super::hybrid::HybridIdentity;
use super::passphrase::passphrase_of;
use super::problems::{
    bad_passphrase_file, changed, cut_off, needs_key, newer_format, no_secret_key, not_age, other_key,
    other_key_passphrase, too_much_work, wrong_key_file, wrong_passphrase,
};
use age::armor::ArmoredReader;
use age::{DecryptError, Decryptor, Identity, scrypt, x25519};
use drive_screening_core::base::problem::Problem;
use drive_screening_core::base::secret::Secret;
use drive_screening_core::protocol::{ARMOR_BEGINS, ARMOR_ENDS, SEALED_BEGINS, is_sealed};
use std::io::{self, Read};

/// Of a file that goes on for longer than this before its header ends nothing was made by age: a header has about a hundred
/// bytes for each person.
const MOST_HEADER: usize = 64 * 1024;

/// The first line of the version that is read.
const VERSION: &[u8] = b"age-encryption.org/v1\n";

/// How long the lines in a header are, but for the last of each part.
const FULL_LINE: usize = 64;

/// What is sealed is cut into pieces of this, each with its authentication; before the first stands a number used once.
const CHUNK: usize = 64 * 1024;
const TAG: usize = 16;
const NONCE: usize = 16;

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

/// Opens a file that was sealed for people, with the file of the key of one of them. That may itself be sealed with a passphrase;
/// where it is not, the passphrase is of no use.
///
/// # Errors
/// As [`open`], of the file; of the file of the key a problem of a code of its own: `sealed-key-passphrase` where this is not its
/// passphrase, and otherwise `sealed-key-file` with what is wrong with it.
pub fn open_with_key(file: &[u8], key: &[u8], passphrase: &Secret) -> Result<Secret, Problem> {
    if !is_sealed(key) {
        return open(file, &Secret::from(key.to_vec()));
    }
    let of_key = |problem: Problem| match problem.code {
        "sealed-passphrase" => other_key_passphrase(),
        "sealed-no-passphrase" => problem,
        _ => wrong_key_file(&problem),
    };
    open(file, &open(key, passphrase).map_err(of_key)?)
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
    if Header::read(binary).is_none() {
        return Err(changed());
    }
    Decryptor::new_buffered(binary).map_err(|error| refused(&error, false))
}

/// What the header of a file says without any key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Header {
    /// For how many recipients it is.
    pub(super) recipients: usize,
    /// How many bytes it takes.
    pub(super) length: usize,
}

impl Header {
    /// Reads it. None where a part that is for a recipient does not end as the format says: with a line that is not full, be it
    /// blank. The crate takes one without it.
    fn read(binary: &[u8]) -> Option<Self> {
        let (mut recipients, mut length, mut ended) = (0, 0, true);
        for (number, line) in binary.split(|byte| *byte == b'\n').enumerate() {
            length += line.len() + 1;
            if number == 0 {
                continue;
            }
            if line.starts_with(b"---") {
                return ended.then_some(Self { recipients, length });
            }
            if let Some(part) = line.strip_prefix(b"-> ") {
                if !ended {
                    return None;
                }
                let kind = part.split(|byte| *byte == b' ').next().unwrap_or_default();
                // Age adds one that is for nobody, so that every reader passes over what it does not know.
                recipients += usize::from(!kind.ends_with(b"-grease"));
                ended = false;
            } else {
                ended = line.len() < FULL_LINE;
            }
        }
        None
    }
}

/// Whether a file that was just made is for so many recipients and holds so much, as far as that can be seen without a key.
pub(super) fn is_as_made(file: &[u8], recipients: usize, content: usize) -> bool {
    let Ok(binary) = unarmored(file) else { return false };
    let chunks = content.div_ceil(CHUNK).max(1);
    let header = Header::read(&binary).filter(|_| decryptor(&binary).is_ok());
    header.is_some_and(|header| {
        header.recipients == recipients && binary.len() - header.length == NONCE + content + chunks * TAG
    })
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{new_key, seal_to};

    #[test]
    fn a_file_that_was_just_made_is_told_from_one_that_was_not() {
        let keys = [new_key().public, new_key().public];
        for length in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK] {
            let file = seal_to(&vec![7; length], &keys).unwrap();
            assert!(is_as_made(&file, 2, length), "{length}");
            assert!(!is_as_made(&file, 1, length) && !is_as_made(&file, 3, length));
            assert!(!is_as_made(&file, 2, length + 1) && !is_as_made(&file[..file.len() - 80], 2, length));
        }
        assert!(!is_as_made(b"", 0, 0));
    }
}
