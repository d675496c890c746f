//! A document's reference: random, short enough to read out, and about nobody.

/// Letters and digits that are not mistaken for one another.
const ALPHABET: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/// The reference of eight random bytes, such as `K7Q2-M9XD`. Five bits of each byte are used.
pub fn reference_from(random: [u8; 8]) -> String {
    let letter = |byte: &u8| char::from(ALPHABET[usize::from(byte % 32)]);
    let (front, back) = random.split_at(4);
    format!(
        "{}-{}",
        front.iter().map(letter).collect::<String>(),
        back.iter().map(letter).collect::<String>()
    )
}
