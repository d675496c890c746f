//! Files that only a passphrase or a key opens: the [age](https://age-encryption.org/v1) format, which the `age` command makes
//! and opens too.
//!
//! | what | how |
//! |---|---|
//! | with a passphrase | scrypt, made with a work factor of 2^[`WORK_FACTOR`] (64 MB of memory), opened up to 2^[`MOST_WORK_FACTOR`] (256 MB), which is what `age -p` makes |
//! | for people | hybrid public keys of ML-KEM-768 and X25519, `age1pq1..`, which a quantum computer does not open either; or X25519 alone, `age1..` |
//! | a page that is locked | a key pair of its own, whose secret half is sealed with the passphrase: to lock needs no passphrase, to unlock does |
//!
//! Files are written in age's armor, as text: it passes through mail, and its last line shows that nothing was cut off. Opening
//! gives all of a file or nothing: what was read before a fault is found goes no further. Passphrases, keys and what is in a
//! file are [`Secret`](drive_screening_core::base::secret::Secret)s, which are overwritten when they are dropped.
//!
//! ```
//! use drive_screening_core::base::secret::Secret;
//! use drive_screening_seal::{open, seal};
//!
//! let passphrase = Secret::from("kettle orbit thirteen".to_owned());
//! let file = seal(b"{}", &passphrase).unwrap();
//! assert!(file.starts_with(b"-----BEGIN AGE ENCRYPTED FILE-----"));
//! assert_eq!(open(&file, &passphrase).unwrap().bytes(), b"{}");
//! assert_eq!(open(&file, &Secret::from("kettle orbit".to_owned())).unwrap_err().code, "sealed-passphrase");
//! ```

mod fingerprint;
mod hybrid;
mod keys;
mod lock;
mod opened;
mod passphrase;
mod problems;
mod run_job;
mod sealed;
mod strength;
mod x_wing;

pub use fingerprint::fingerprint;
pub use keys::{KeyPair, new_key};
pub use lock::{lock, new_lock_key, unlock};
pub use opened::{open, open_with_key};
pub use run_job::run_job;
pub use sealed::{seal, seal_to};
pub use strength::{LEAST_STEP, Strength, strength};

/// How much work it is to try a passphrase on a file that is made here: scrypt's N is 2 to the power of this.
pub const WORK_FACTOR: u8 = 16;

/// The most work that a file may ask for before it is opened.
pub const MOST_WORK_FACTOR: u8 = 18;
