//! A referral's reference: random, short enough to read out, and about nobody.

/// Letters and digits that are not mistaken for one another.
pub(super) const ALPHABET: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/// The reference of eight random bytes, such as `K7Q2-M9XD`. Five bits of each byte are used.
pub fn reference_from(random: [u8; 8]) -> String {
    let mut reference = String::with_capacity(9);
    for (index, byte) in random.iter().enumerate() {
        if index == 4 {
            reference.push('-');
        }
        reference.push(char::from(ALPHABET[usize::from(byte % 32)]));
    }
    reference
}

/// Whether a text is such a reference.
pub fn is_reference(text: &str) -> bool {
    let allowed =
        |(index, byte): (usize, u8)| if index == 4 { byte == b'-' } else { ALPHABET.contains(&byte) };
    text.len() == 9 && text.bytes().enumerate().all(allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_known_again_and_nothing_else_is_one() {
        assert_eq!(reference_from([0, 31, 32, 255, 5, 6, 7, 8]), "2Z2Z-789A");
        assert!(is_reference(&reference_from([9; 8])));
        for other in
            ["", "K7Q2M9XD", "K7Q2-M9X", "K7Q2-M9XDD", "K7Q2_M9XD", "k7q2-m9xd", "K7Q0-M9XD", "K7Q2-M9X1"]
        {
            assert!(!is_reference(other), "{other}");
        }
    }
}
