//! Codes that people read out and type: of a question that somebody is asked, without a name, about a case.
//!
//! Such a code is not the case's reference and does not give it away: it is the start of a SHA-256 of the reference and the
//! question. References have 40 bits, which a machine can go through, so the reference is hashed [`ROUNDS`] times before.

use super::reference::ALPHABET;
use sha2::{Digest, Sha256};

/// How often a reference is hashed: whoever tries every reference against a code takes about 2 to the power of 52 steps.
const ROUNDS: u32 = 1 << 12;

/// What is hashed before a reference, so that no other use of it comes to the same.
const PURPOSE: &[u8] = b"drive-screening ask/1\n";

/// What is hashed before an answer, likewise.
const ANSWER_PURPOSE: &[u8] = b"drive-screening answer/1\n";

/// Letters of a digest, and of a code without its check letter.
const LETTERS: usize = 8;

/// What the codes of a case are made with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeKey([u8; 32]);

impl CodeKey {
    /// The one of a case, by its reference.
    pub fn of(reference: &str) -> Self {
        let mut digest = Sha256::new().chain_update(PURPOSE).chain_update(reference).finalize();
        for _ in 1..ROUNDS {
            digest = Sha256::digest(digest);
        }
        Self(digest.into())
    }

    /// The code of a question of the case, such as `K7Q-2M9-XDR`. The last letter checks the others.
    pub fn code(&self, fact: &str) -> String {
        let digest = Sha256::new().chain_update(self.0).chain_update(fact).finalize();
        let letters = letters(&digest, LETTERS);
        let mut code = String::with_capacity(11);
        for (index, letter) in letters.chars().chain([check_letter(&letters)]).enumerate() {
            if index > 0 && index % 3 == 0 {
                code.push('-');
            }
            code.push(letter);
        }
        code
    }
}

/// A short digest of an answer of the case with this reference, such as `K7Q2M9XD`: by it the same answer is known again, and in
/// another case it has another. It stands beside the answers themselves, and where these do not go it does not go either.
pub fn answer_digest(reference: &str, fact: &str, answer: &str) -> String {
    let text = [reference, "\n", fact, "\n", answer].concat();
    letters(&Sha256::new().chain_update(ANSWER_PURPOSE).chain_update(text).finalize(), LETTERS)
}

/// Whether a text is such a digest.
pub fn is_answer_digest(text: &str) -> bool {
    text.len() == LETTERS && text.bytes().all(|byte| ALPHABET.contains(&byte))
}

/// Whether a text is a code, with the check letter that it should have.
pub fn is_code(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_shaped = bytes.len() == 11 && bytes[3] == b'-' && bytes[7] == b'-';
    let letters: String = text.chars().filter(|c| *c != '-').collect();
    is_shaped
        && letters.len() == LETTERS + 1
        && letters.bytes().all(|byte| ALPHABET.contains(&byte))
        && letters.ends_with(check_letter(&letters[..LETTERS]))
}

/// A few letters by which a text is known again, such as the words of a question.
pub fn mark(text: &str) -> String {
    letters(&Sha256::new().chain_update(PURPOSE).chain_update(text).finalize(), 4)
}

/// Two letters that check a line. One character that was mistyped, or two beside each other that changed places, always make
/// others: the remainder by a prime of a polynomial in the characters is another one then.
pub fn check_letters(line: &str) -> String {
    const PRIME: usize = 1021;
    let sum = line.bytes().fold(0, |sum, byte| (sum * 37 + usize::from(byte)) % PRIME);
    [sum / 32, sum % 32].map(|value| char::from(ALPHABET[value % 32])).iter().collect()
}

/// The first letters of a digest: five bits of each byte.
fn letters(digest: &[u8], count: usize) -> String {
    digest.iter().take(count).map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect()
}

/// The letter that checks others, over the field of 32 elements: one letter that was mistyped, or two beside each other that
/// changed places, always make another.
fn check_letter(letters: &str) -> char {
    let value = |letter: u8| ALPHABET.iter().position(|known| *known == letter).unwrap_or(0);
    let times_x = |sum: usize| if sum & 16 == 0 { sum << 1 } else { sum << 1 ^ 0b10_0101 };
    let sum = letters.bytes().fold(0, |sum, letter| times_x(sum) ^ value(letter));
    char::from(ALPHABET[times_x(sum) % 32])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_of_one_case_and_one_question_and_shows_neither() {
        let key = CodeKey::of("K7Q2-M9XD");
        let code = key.code("dash_yes");
        assert_eq!(code, CodeKey::of("K7Q2-M9XD").code("dash_yes"));
        assert!(is_code(&code), "{code}");
        assert_ne!(code, key.code("dash_done"));
        assert_ne!(code, CodeKey::of("K7Q2-M9XE").code("dash_yes"));
        assert!(!code.contains("K7Q2") && !code.contains("M9XD"));
    }

    /// Whatever letter is mistyped, and whichever neighbours change places, the check letter is another.
    #[test]
    fn a_code_with_a_mistyped_letter_is_none() {
        let code = CodeKey::of("K7Q2-M9XD").code("dash_yes");
        for at in 0..code.len() {
            for byte in 0..128_u8 {
                let mut typed = code.clone().into_bytes();
                if typed[at] == byte {
                    continue;
                }
                typed[at] = byte;
                assert!(!is_code(&String::from_utf8(typed).unwrap()), "{code} {at} {byte}");
            }
        }
        for code in ["", "K7Q2-M9XD", "ŵŵŵ-ŵŵŵ-ŵŵŵ", "K7Q-2M9-XD"] {
            assert!(!is_code(code), "{code}");
        }
        let letters: String = code.chars().filter(|c| *c != '-').collect();
        for at in 0..8 {
            let mut typed: Vec<char> = letters.chars().collect();
            typed.swap(at, at + 1);
            let typed: String = typed.into_iter().collect();
            let wrong = check_letter(&typed[..8]) != typed.chars().last().unwrap();
            assert!(wrong || typed == letters, "{letters} {typed}");
        }
    }

    #[test]
    fn a_line_with_a_mistyped_character_has_other_check_letters() {
        let line = "K7Q-2M9-XDR dash_yes H3KQ 22 partner_agency 2026-11-30";
        let check = check_letters(line);
        assert_eq!(check.len(), 2);
        for at in 0..line.len() {
            for byte in (32..127_u8).filter(|byte| *byte != line.as_bytes()[at]) {
                let mut typed = line.as_bytes().to_vec();
                typed[at] = byte;
                assert_ne!(check_letters(std::str::from_utf8(&typed).unwrap()), check);
            }
        }
        assert_ne!(mark(line), mark(""));
    }
}
