//! What the page asks of the sealer, which locks files and opens them, and what that answers.
//!
//! Passphrases and what is typed never stand in the head of a message: they are pieces of its body, which is overwritten on
//! both sides once it is read.

use super::Stale;
use super::fields::Fields;
use crate::base::json::{self, Json};
use crate::base::secret::Secret;
use crate::base::words::Localized;

/// What a sealed file begins with, if it is written as bytes.
pub const SEALED_BEGINS: &[u8] = b"age-encryption.org/";

/// What it begins with, if it is written as text.
pub const ARMOR_BEGINS: &[u8] = b"-----BEGIN AGE ENCRYPTED FILE-----";

/// What it ends with then.
pub const ARMOR_ENDS: &[u8] = b"-----END AGE ENCRYPTED FILE-----";

/// Whether a file is sealed.
pub fn is_sealed(file: &[u8]) -> bool {
    file.starts_with(SEALED_BEGINS) || file.trim_ascii_start().starts_with(ARMOR_BEGINS)
}

/// What stands before a key that is for safe keeping.
pub const RECOVERY: char = '+';

/// The longest passphrase that is taken, in bytes: more is a mistake, such as a pasted document.
pub const MOST_PASSPHRASE: usize = 1_000;

/// What locks a page: a key pair, the secret half of it sealed with a passphrase. So the passphrase itself is not kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockKey {
    /// The public half.
    pub public: String,
    /// The secret half, sealed.
    pub sealed: Vec<u8>,
}

/// Something for the sealer to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SealJob {
    /// Say how hard a passphrase is to guess.
    Strength(Secret),
    /// Seal something with a passphrase, and make what locks the page with it.
    Seal {
        /// The passphrase.
        passphrase: Secret,
        /// What is sealed; none for the lock alone.
        content: Option<Secret>,
    },
    /// Seal something for people.
    SealFor {
        /// Their public keys, a blank between them. One after [`RECOVERY`] is for safe keeping, and not enough by itself.
        keys: String,
        /// What is sealed.
        content: Secret,
    },
    /// Lock the page.
    Lock {
        /// The public half of what locks it.
        public: String,
        /// What was typed.
        content: Secret,
    },
    /// Unlock the page; or see that a passphrase is right, before it is locked.
    Unlock {
        /// The passphrase.
        passphrase: Secret,
        /// The sealed half of what locks it.
        sealed: Vec<u8>,
        /// What was typed, locked.
        locked: Option<Vec<u8>>,
    },
    /// Open a file.
    Open {
        /// The passphrase or the key; where there is a file of the key, its passphrase.
        secret: Secret,
        /// The file.
        file: Vec<u8>,
        /// The file of the key, as [`SealJob::MakeKey`] gives it, or as age writes one.
        key: Option<Vec<u8>>,
    },
    /// Make a key pair, its secret half under a passphrase.
    MakeKey {
        /// The passphrase.
        passphrase: Secret,
    },
    /// Say in words which public keys these are.
    Fingerprints {
        /// The keys, a blank between them.
        keys: String,
    },
}

/// What the page asks of the sealer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealRequest {
    /// A number of its own.
    pub number: u32,
    /// What is to be done.
    pub job: SealJob,
}

/// What came of a [`SealJob`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SealReply {
    /// How hard the passphrase is to guess, from 0 to 4, and how many guesses that takes, as a power of ten.
    Strength {
        /// The step.
        step: u8,
        /// The power of ten.
        guesses_log10: u8,
    },
    /// The sealed file, blank where the lock alone was asked for; and what locks the page from now on, where a passphrase did
    /// it.
    Sealed(Vec<u8>, Option<LockKey>),
    /// What was typed, locked.
    Locked(Vec<u8>),
    /// What was typed, or was in the file.
    Opened(Secret),
    /// A key pair.
    Key {
        /// The secret half, sealed with the passphrase.
        file: Vec<u8>,
        /// The public half.
        public: String,
        /// That half in words.
        fingerprint: String,
    },
    /// The keys in words, a line each in their order.
    Fingerprints(String),
    /// Why not, and what to do.
    Refused(Localized),
}

/// What the sealer tells the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SealEvent {
    /// It has started, and is of this build.
    Ready,
    /// A job is done, or cannot be done.
    Finished {
        /// Its number.
        number: u32,
        /// What came of it.
        reply: SealReply,
    },
}

impl SealRequest {
    /// The message: its head and its body.
    pub fn write(&self) -> (String, Secret) {
        let head = |name| Fields::new("request", name).with("number", Json::Whole(self.number.into()));
        let mut pieces: Vec<&[u8]> = Vec::new();
        let fields = match &self.job {
            SealJob::Strength(passphrase) => {
                pieces.push(passphrase.bytes());
                head("strength")
            }
            SealJob::Seal { passphrase, content } => {
                pieces.push(passphrase.bytes());
                pieces.extend(content.as_ref().map(Secret::bytes));
                head("seal")
            }
            SealJob::SealFor { keys, content } => {
                pieces.push(content.bytes());
                head("seal_for").with("keys", keys.as_str().into())
            }
            SealJob::Lock { public, content } => {
                pieces.push(content.bytes());
                head("lock").with("public", public.as_str().into())
            }
            SealJob::Unlock { passphrase, sealed, locked } => {
                pieces.extend([passphrase.bytes(), sealed]);
                pieces.extend(locked.as_deref());
                head("unlock")
            }
            SealJob::Open { secret, file, key } => {
                pieces.extend([secret.bytes(), file]);
                pieces.extend(key.as_deref());
                head("open")
            }
            SealJob::MakeKey { passphrase } => {
                pieces.push(passphrase.bytes());
                head("make_key")
            }
            SealJob::Fingerprints { keys } => head("fingerprints").with("keys", keys.as_str().into()),
        };
        (fields.write(), join(&pieces))
    }

    /// Reads a message to the sealer.
    ///
    /// # Errors
    /// [`Stale`] if it is no message of this build.
    pub fn read(head: &str, body: &Secret) -> Result<Self, Stale> {
        let mut fields = Fields::read(json::parse(head).map_err(|_| Stale)?)?;
        let mut pieces = split(body).into_iter();
        let mut secret = || pieces.next().map(|piece| Secret::from(piece.to_vec()));
        let mut read = || {
            let name = fields.text("request")?;
            let number = fields.number("number")?;
            let job = match name.as_str() {
                "strength" => SealJob::Strength(secret()?),
                "seal" => SealJob::Seal { passphrase: secret()?, content: secret() },
                "seal_for" => SealJob::SealFor { keys: fields.text("keys")?, content: secret()? },
                "lock" => SealJob::Lock { public: fields.text("public")?, content: secret()? },
                "unlock" => SealJob::Unlock {
                    passphrase: secret()?,
                    sealed: secret()?.bytes().to_vec(),
                    locked: secret().map(|locked| locked.bytes().to_vec()),
                },
                "open" => SealJob::Open {
                    secret: secret()?,
                    file: secret()?.bytes().to_vec(),
                    key: secret().map(|key| key.bytes().to_vec()),
                },
                "make_key" => SealJob::MakeKey { passphrase: secret()? },
                "fingerprints" => SealJob::Fingerprints { keys: fields.text("keys")? },
                _ => return None,
            };
            Some(Self { number, job })
        };
        read().ok_or(Stale)
    }
}

impl SealEvent {
    /// The message: its head and its body.
    pub fn write(&self) -> (String, Option<Secret>) {
        let Self::Finished { number, reply } = self else {
            return (Fields::new("event", "ready").write(), None);
        };
        let head = |name: &str| {
            let head = Fields::new("event", "finished").with("number", Json::Whole((*number).into()));
            head.with("reply", name.into())
        };
        let whole = |number: u8| Json::Whole(number.into());
        match reply {
            SealReply::Strength { step, guesses_log10 } => {
                let head = head("strength").with("step", whole(*step));
                (head.with("guesses_log10", whole(*guesses_log10)).write(), None)
            }
            SealReply::Sealed(file, lock) => {
                let mut pieces: Vec<&[u8]> = vec![file];
                pieces.extend(lock.iter().map(|lock| lock.sealed.as_slice()));
                let public = lock.as_ref().map(|lock| lock.public.as_str().into());
                (head("sealed").with_if("public", public).write(), Some(join(&pieces)))
            }
            SealReply::Locked(locked) => (head("locked").write(), Some(join(&[locked]))),
            SealReply::Opened(content) => (head("opened").write(), Some(join(&[content.bytes()]))),
            SealReply::Key { file, public, fingerprint } => {
                let head = head("key").with("public", public.as_str().into());
                (head.with("fingerprint", fingerprint.as_str().into()).write(), Some(join(&[file])))
            }
            SealReply::Fingerprints(words) => {
                (head("fingerprints").with("words", words.as_str().into()).write(), None)
            }
            SealReply::Refused(why) => (head("refused").with_words(why).write(), None),
        }
    }

    /// Reads a message of the sealer from its head; `body` gives its body.
    ///
    /// # Errors
    /// [`Stale`] if it is no message of this build.
    pub fn read(head: Json, body: impl FnOnce() -> Secret) -> Result<Self, Stale> {
        let mut fields = Fields::read(head)?;
        let read = || {
            if fields.text("event")? == "ready" {
                return Some(Self::Ready);
            }
            let body = body();
            let mut pieces = split(&body).into_iter();
            let mut piece = || pieces.next().map(<[u8]>::to_vec);
            let small = |name: &str, fields: &mut Fields| u8::try_from(fields.number(name)?).ok();
            let number = fields.number("number")?;
            let reply = match fields.text("reply")?.as_str() {
                "strength" => SealReply::Strength {
                    step: small("step", &mut fields)?,
                    guesses_log10: small("guesses_log10", &mut fields)?,
                },
                "sealed" => {
                    let file = piece()?;
                    let lock = fields.text("public").zip(piece());
                    SealReply::Sealed(file, lock.map(|(public, sealed)| LockKey { public, sealed }))
                }
                "locked" => SealReply::Locked(piece()?),
                "opened" => SealReply::Opened(piece()?.into()),
                "key" => SealReply::Key {
                    file: piece()?,
                    public: fields.text("public")?,
                    fingerprint: fields.text("fingerprint")?,
                },
                "fingerprints" => SealReply::Fingerprints(fields.text("words")?),
                "refused" => SealReply::Refused(fields.words()?),
                _ => return None,
            };
            Some(Self::Finished { number, reply })
        };
        read().ok_or(Stale)
    }
}

/// Pieces in one, each after its length in four bytes.
fn join(pieces: &[&[u8]]) -> Secret {
    // Of its full size at once: one that grows leaves copies behind.
    let mut joined = Vec::with_capacity(pieces.iter().map(|piece| 4 + piece.len()).sum());
    for piece in pieces {
        joined.extend(u32::try_from(piece.len()).unwrap_or(u32::MAX).to_le_bytes());
        joined.extend_from_slice(piece);
    }
    joined.into()
}

/// What [`join`] joined; of anything else, what can be read of it.
fn split(joined: &Secret) -> Vec<&[u8]> {
    let (mut rest, mut pieces) = (joined.bytes(), Vec::new());
    while let Some((length, after)) = rest.split_first_chunk() {
        let Ok(length) = usize::try_from(u32::from_le_bytes(*length)) else { break };
        let Some((piece, after)) = after.split_at_checked(length) else { break };
        pieces.push(piece);
        rest = after;
    }
    pieces
}
