//! How hard a passphrase is to guess.

use drive_screening_core::base::secret::Secret;
use zxcvbn::{Score, zxcvbn};

/// How hard a passphrase is to guess for somebody who has the file, in five steps, by
/// [zxcvbn](https://github.com/shssoichiro/zxcvbn-rs).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Strength {
    /// From 0, guessed at once, to 4.
    pub step: u8,
    /// How many guesses it takes, as a power of ten.
    pub guesses_log10: u8,
}

/// The least step that a file may be sealed with: guesses by the million break what is below.
pub const LEAST_STEP: u8 = 2;

/// How hard a passphrase is to guess.
pub fn strength(passphrase: &Secret) -> Strength {
    let found = zxcvbn(passphrase.text().map(str::trim).unwrap_or_default(), &[]);
    let step = match found.score() {
        Score::Zero => 0,
        Score::One => 1,
        Score::Two => 2,
        Score::Three => 3,
        // The library may add others.
        _ => 4,
    };
    let guesses_log10 = found.guesses().max(1).ilog10();
    Strength { step, guesses_log10: u8::try_from(guesses_log10).unwrap_or(u8::MAX) }
}
