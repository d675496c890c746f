//! Doing a [`SealJob`].

use super::problems::{changed, nobody_chosen, weak_passphrase};
use super::{
    LEAST_STEP, Strength, fingerprint, lock, new_key, new_lock_key, open, open_with_key, seal, seal_to,
    strength, unlock,
};
use drive_screening_core::base::problem::Problem;
use drive_screening_core::base::secret::Secret;
use drive_screening_core::protocol::{LockKey, RECOVERY, SealJob, SealReply};

/// Does a job of the sealer.
///
/// What is sealed with a passphrase is opened again before it is given: a file that its own passphrase does not open is no
/// file.
///
/// # Errors
/// Every problem of the passphrase, the key or the file.
pub fn run_job(job: SealJob) -> Result<SealReply, Vec<Problem>> {
    let one = |problem| vec![problem];
    match job {
        SealJob::Strength(passphrase) => {
            let Strength { step, guesses_log10 } = strength(&passphrase);
            Ok(SealReply::Strength { step, guesses_log10 })
        }
        SealJob::Seal { passphrase, content } => {
            let lock = new_lock(&passphrase).map_err(one)?;
            let file = content.map_or_else(|| Ok(Vec::new()), |content| sealed(&content, &passphrase));
            Ok(SealReply::Sealed(file.map_err(one)?, Some(lock)))
        }
        SealJob::SealFor { keys, content } => {
            Ok(SealReply::Sealed(sealed_for(content.bytes(), &keys)?, None))
        }
        SealJob::Lock { public, content } => Ok(SealReply::Locked(lock(content.bytes(), &public)?)),
        SealJob::Unlock { passphrase, sealed, locked } => {
            unlock(&sealed, locked.as_deref(), &passphrase).map(SealReply::Opened).map_err(one)
        }
        SealJob::Open { secret, file, key: None } => open(&file, &secret).map(SealReply::Opened).map_err(one),
        SealJob::Open { secret, file, key: Some(key) } => {
            open_with_key(&file, &key, &secret).map(SealReply::Opened).map_err(one)
        }
        SealJob::MakeKey { passphrase } => made_key(&passphrase).map_err(one),
        SealJob::Fingerprints { keys } => {
            let words: Vec<String> = keys.split_whitespace().map(fingerprint).collect();
            Ok(SealReply::Fingerprints(words.join("\n")))
        }
    }
}

/// Something sealed for the keys that were ticked, of which one at least has to be of somebody who is to read it.
fn sealed_for(content: &[u8], keys: &str) -> Result<Vec<u8>, Vec<Problem>> {
    let keys: Vec<&str> = keys.split_whitespace().collect();
    if keys.iter().all(|key| key.starts_with(RECOVERY)) {
        return Err(vec![nobody_chosen()]);
    }
    let keys: Vec<String> = keys.iter().map(|key| key.trim_start_matches(RECOVERY).to_owned()).collect();
    seal_to(content, &keys)
}

fn new_lock(passphrase: &Secret) -> Result<LockKey, Problem> {
    strong(passphrase)?;
    new_lock_key(passphrase)
}

/// A blank one is another problem, which whoever seals with it says.
fn strong(passphrase: &Secret) -> Result<(), Problem> {
    let typed = passphrase.text().is_some_and(|text| !text.trim().is_empty());
    if typed && strength(passphrase).step < LEAST_STEP { Err(weak_passphrase()) } else { Ok(()) }
}

/// A key pair, its secret half sealed and tried.
fn made_key(passphrase: &Secret) -> Result<SealReply, Problem> {
    strong(passphrase)?;
    let key = new_key();
    let file = sealed(&key.identity(), passphrase)?;
    Ok(SealReply::Key { file, fingerprint: fingerprint(&key.public), public: key.public })
}

fn sealed(content: &Secret, passphrase: &Secret) -> Result<Vec<u8>, Problem> {
    let file = seal(content.bytes(), passphrase)?;
    if open(&file, passphrase)? == *content { Ok(file) } else { Err(changed()) }
}
