//! Public keys as people compare them.

use bip39::Language;
use sha2::{Digest, Sha256};

/// How many words stand for a key, and how many bits a word is of a list of 2,048.
const WORDS: u32 = 6;
const BITS: u32 = 11;

/// Six words that stand for a public key, to be read out by whoever holds it and compared by whoever seals for it: the first 66 bits
/// of the SHA-256 of its text, so that another key of the same words takes 2^66 tries. The words are English in both languages,
/// from the list of BIP 39: four letters tell any two of them apart.
///
/// ```
/// let words = drive_screening_seal::fingerprint("age1rcczmufn4m4tu9nwd4lj7v2gha0puxskxv23099h48nuay9g798s9jf3p6");
/// assert_eq!(words, "what replace verb fortune obvious bench");
/// ```
pub fn fingerprint(key: &str) -> String {
    let digest = Sha256::digest(key.trim());
    let mut first = [0; 16];
    first.copy_from_slice(&digest[..16]);
    let first = u128::from_be_bytes(first);
    let list = Language::English.word_list();
    let word = |at: u32| list[(first >> (u128::BITS - BITS * (at + 1))) as usize % list.len()];
    (0..WORDS).map(word).collect::<Vec<_>>().join(" ")
}
