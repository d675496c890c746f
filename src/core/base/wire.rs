//! The compact binary format of the packs that the page carries, and of values that its programs send one another: a row of
//! numbers, in the order of the fields, which point into one list of words.
//!
//! The numbers come from this build alone, so reading has no errors.

use crate::base::date::Date;
use crate::base::words::Localized;

/// Stands between two words, and is in none.
const END: char = '\0';

/// A value with a compact binary form.
pub trait Wire {
    /// Writes the value behind what is there.
    fn encode(&self, out: &mut Encoder);
    /// Reads the value that is next.
    fn decode(from: &mut Decoder<'_>) -> Self;
}

/// Writes a value as one slice of bytes.
pub fn encode_one(value: &impl Wire) -> Vec<u8> {
    let mut out = Encoder::default();
    value.encode(&mut out);
    to_bytes(out)
}

/// Reads what [`encode_one`] wrote.
pub fn decode_one<T: Wire>(bytes: &[u8]) -> T {
    from_bytes(bytes, T::decode)
}

/// How many bytes the numbers take, the numbers, and the words.
pub(crate) fn to_bytes(out: Encoder) -> Vec<u8> {
    let (numbers, words) = encode_all(&[out]);
    let mut bytes = Vec::new();
    write_number(numbers.len(), &mut bytes);
    bytes.extend(numbers);
    bytes.extend(words.as_bytes());
    bytes
}

pub(crate) fn from_bytes<T>(bytes: &[u8], take: impl FnOnce(&mut Decoder<'_>) -> T) -> T {
    let mut rest = Decoder { numbers: bytes, words: &[], names: 0, texts: 0, reached: [0; 2] };
    let length = rest.number().min(rest.numbers.len());
    let (numbers, words) = rest.numbers.split_at(length);
    decode_at(0, numbers, std::str::from_utf8(words).unwrap_or_default(), take)
}

/// Reads the value at a place in what [`encode_all`] gave.
pub(crate) fn decode_at<T>(
    index: usize,
    numbers: &[u8],
    words: &str,
    take: impl FnOnce(&mut Decoder<'_>) -> T,
) -> T {
    let list = split(words);
    let mut from = Decoder::new(numbers, &list);
    for _ in 0..index {
        let length = from.number();
        from.numbers = from.numbers.get(length..).unwrap_or_default();
    }
    from.number();
    take(&mut from)
}

fn split(words: &str) -> Vec<&str> {
    let mut list = Vec::new();
    for word in words.split(END) {
        list.push(word);
    }
    list
}

/// Writes several values: their numbers, and the words that all of these point to.
pub(crate) fn encode_all(outs: &[Encoder]) -> (Vec<u8>, String) {
    let (names, texts) = (table(outs, Token::name), table(outs, Token::text));
    let mut bytes = Vec::new();
    for number in [names.len(), texts.len()] {
        write_number(number, &mut bytes);
    }
    for Encoder(tokens) in outs {
        let mut numbers = Vec::new();
        let mut reached = [0; 2];
        for token in tokens {
            let number = match token {
                Token::Number(number) => *number,
                Token::Name(name) => pointer(at(&names, name), &mut reached[0]),
                Token::Text(text) => pointer(at(&texts, text), &mut reached[1]),
            };
            write_number(number, &mut numbers);
        }
        write_number(numbers.len(), &mut bytes);
        bytes.extend(numbers);
    }
    // The words of a kind together: they are alike.
    let names = names.iter().map(|name| name.as_str());
    let english = texts.iter().map(|text| text.en.as_str());
    let words: Vec<&str> = names.chain(english).chain(texts.iter().map(|text| text.cy.as_str())).collect();
    (bytes, words.join(&END.to_string()))
}

/// The numbers and words of a value, while it is written.
#[derive(Default)]
pub struct Encoder(Vec<Token>);

enum Token {
    Number(usize),
    Name(String),
    Text(Localized),
}

impl Token {
    fn name(&self) -> Option<&String> {
        match self {
            Self::Name(name) => Some(name),
            _ => None,
        }
    }

    fn text(&self) -> Option<&Localized> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl Encoder {
    /// Writes a number.
    pub fn number(&mut self, number: usize) {
        self.0.push(Token::Number(number));
    }
}

/// The rest of a value, while it is read.
pub struct Decoder<'a> {
    numbers: &'a [u8],
    words: &'a [&'a str],
    names: usize,
    texts: usize,
    /// How far in the names and in the texts the pack has come.
    reached: [usize; 2],
}

impl<'a> Decoder<'a> {
    fn new(numbers: &'a [u8], words: &'a [&'a str]) -> Self {
        let mut from = Self { numbers, words, names: 0, texts: 0, reached: [0; 2] };
        (from.names, from.texts) = (from.number(), from.number());
        from
    }

    /// Seven bits a byte, the lowest first.
    pub fn number(&mut self) -> usize {
        let (mut number, mut shift) = (0, 0);
        while let Some((byte, rest)) = self.numbers.split_first() {
            self.numbers = rest;
            number |= usize::from(byte & 0x7f) << shift;
            shift += 7;
            if byte & 0x80 == 0 {
                break;
            }
        }
        number
    }

    /// Undoes [`pointer()`].
    fn place(&mut self, kind: usize) -> usize {
        let number = self.number();
        if number & 1 == 1 {
            return number >> 1;
        }
        let place = self.reached[kind] + (number >> 1);
        self.reached[kind] = place + 1;
        place
    }

    fn word(&self, at: usize) -> &'a str {
        self.words.get(at).copied().unwrap_or_default()
    }

    /// The next name.
    pub(crate) fn name(&mut self) -> &'a str {
        let place = self.place(0);
        self.word(place)
    }
}

fn write_number(mut number: usize, out: &mut Vec<u8>) {
    loop {
        let [byte, ..] = number.to_le_bytes();
        number >>= 7;
        if number == 0 {
            out.push(byte & 0x7f);
            return;
        }
        out.push(byte | 0x80);
    }
}

/// Each word once, in an order that every pack mostly keeps: what is new in a pack comes after what it follows there.
fn table<'a, T: PartialEq>(packs: &'a [Encoder], word: fn(&'a Token) -> Option<&'a T>) -> Vec<&'a T> {
    let mut table = Vec::new();
    for Encoder(tokens) in packs {
        let mut after = 0;
        for word in tokens.iter().filter_map(word) {
            let known = table.iter().position(|known| *known == word);
            let at = known.unwrap_or(after);
            if known.is_none() {
                table.insert(at, word);
            }
            after = after.max(at + 1);
        }
    }
    table
}

fn at<T: PartialEq>(table: &[&T], word: &T) -> usize {
    table.iter().position(|known| *known == word).unwrap_or_default()
}

/// How a place in a table is written: most words are the next ones, and are a zero.
fn pointer(place: usize, reached: &mut usize) -> usize {
    if place < *reached {
        return place << 1 | 1;
    }
    let ahead = place - *reached;
    *reached = place + 1;
    ahead << 1
}

/// Reads and writes the fields of a struct, or the variants of an enum by their numbers.
#[macro_export]
macro_rules! wire {
    ($(struct $name:ident { $($field:ident),* $(,)? })*) => {$(
        impl $crate::base::wire::Wire for $name {
            fn encode(&self, out: &mut $crate::base::wire::Encoder) {
                $($crate::base::wire::Wire::encode(&self.$field, out);)*
            }

            fn decode(from: &mut $crate::base::wire::Decoder<'_>) -> Self {
                $(let $field = $crate::base::wire::Wire::decode(from);)*
                Self { $($field),* }
            }
        }
    )*};
    ($(enum $name:ident {
        $($number:literal $variant:ident $(($($part:ident),*))? $({ $($field:ident),* })?,)*
        else $last_number:literal $last:ident $(($($last_part:ident),*))?
    })*) => {$(
        impl $crate::base::wire::Wire for $name {
            fn encode(&self, out: &mut $crate::base::wire::Encoder) {
                match self {
                    $(Self::$variant $(($($part),*))? $({ $($field),* })? => {
                        out.number($number);
                        $($($crate::base::wire::Wire::encode($part, out);)*)?
                        $($($crate::base::wire::Wire::encode($field, out);)*)?
                    })*
                    Self::$last $(($($last_part),*))? => {
                        out.number($last_number);
                        $($($crate::base::wire::Wire::encode($last_part, out);)*)?
                    }
                }
            }

            fn decode(from: &mut $crate::base::wire::Decoder<'_>) -> Self {
                match from.number() {
                    $($number => {
                        $($(let $part = $crate::base::wire::Wire::decode(from);)*)?
                        $($(let $field = $crate::base::wire::Wire::decode(from);)*)?
                        Self::$variant $(($($part),*))? $({ $($field),* })?
                    })*
                    _ => {
                        $($(let $last_part = $crate::base::wire::Wire::decode(from);)*)?
                        Self::$last $(($($last_part),*))?
                    }
                }
            }
        }
    )*};
}
pub use wire;

macro_rules! numbers {
    ($($number:ty)*) => {$(
        impl Wire for $number {
            fn encode(&self, out: &mut Encoder) {
                out.number(*self as usize);
            }

            #[allow(clippy::cast_possible_truncation, reason = "it was one of these when it was written")]
            fn decode(from: &mut Decoder<'_>) -> Self {
                from.number() as Self
            }
        }
    )*};
}
numbers! { u8 u32 }

impl Wire for usize {
    fn encode(&self, out: &mut Encoder) {
        out.number(*self);
    }

    fn decode(from: &mut Decoder<'_>) -> Self {
        from.number()
    }
}

impl Wire for bool {
    fn encode(&self, out: &mut Encoder) {
        out.number(usize::from(*self));
    }

    fn decode(from: &mut Decoder<'_>) -> Self {
        from.number() != 0
    }
}

impl Wire for String {
    fn encode(&self, out: &mut Encoder) {
        out.0.push(Token::Name(self.clone()));
    }

    fn decode(from: &mut Decoder<'_>) -> Self {
        from.name().to_owned()
    }
}

impl Wire for Localized {
    fn encode(&self, out: &mut Encoder) {
        out.0.push(Token::Text(self.clone()));
    }

    fn decode(from: &mut Decoder<'_>) -> Self {
        let english = from.names + from.place(1);
        Self { en: from.word(english).to_owned(), cy: from.word(english + from.texts).to_owned() }
    }
}

impl Wire for Date {
    fn encode(&self, out: &mut Encoder) {
        let (year, month, day) = self.ymd();
        [year.unsigned_abs(), month, day].encode(out);
    }

    fn decode(from: &mut Decoder<'_>) -> Self {
        let [year, month, day] = <[u32; 3]>::decode(from);
        Self::from_ymd(year.cast_signed(), month, day).unwrap_or(Self::EARLIEST)
    }
}

impl<T: Wire> Wire for Option<T> {
    fn encode(&self, out: &mut Encoder) {
        out.number(usize::from(self.is_some()));
        if let Some(value) = self {
            value.encode(out);
        }
    }

    fn decode(from: &mut Decoder<'_>) -> Self {
        if from.number() == 0 { None } else { Some(T::decode(from)) }
    }
}

impl<T: Wire> Wire for Box<T> {
    fn encode(&self, out: &mut Encoder) {
        (**self).encode(out);
    }

    fn decode(from: &mut Decoder<'_>) -> Self {
        Self::new(T::decode(from))
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn encode(&self, out: &mut Encoder) {
        out.number(self.len());
        for value in self {
            value.encode(out);
        }
    }

    fn decode(from: &mut Decoder<'_>) -> Self {
        let count = from.number();
        let mut values = Self::with_capacity(count);
        for _ in 0..count {
            values.push(T::decode(from));
        }
        values
    }
}

impl<T: Wire, const N: usize> Wire for [T; N] {
    fn encode(&self, out: &mut Encoder) {
        for value in self {
            value.encode(out);
        }
    }

    fn decode(from: &mut Decoder<'_>) -> Self {
        std::array::from_fn(|_| T::decode(from))
    }
}

impl<A: Wire, B: Wire> Wire for (A, B) {
    fn encode(&self, out: &mut Encoder) {
        self.0.encode(out);
        self.1.encode(out);
    }

    fn decode(from: &mut Decoder<'_>) -> Self {
        let first = A::decode(from);
        (first, B::decode(from))
    }
}

/// As the text that is written.
impl Wire for serde_json::Value {
    fn encode(&self, out: &mut Encoder) {
        self.to_string().encode(out);
    }

    fn decode(from: &mut Decoder<'_>) -> Self {
        super::json::parse(from.name()).map_or(Self::Null, Into::into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> String {
        text.to_owned()
    }

    fn encoded(value: &impl Wire) -> Encoder {
        let mut out = Encoder::default();
        value.encode(&mut out);
        out
    }

    #[test]
    fn a_value_comes_back_from_its_bytes() {
        let days = ["0001-01-01", "2024-02-29", "9999-12-31"].map(|day| Date::parse(day).unwrap());
        assert_eq!(decode_one::<[Date; 3]>(&encode_one(&days)), days);
        let names = ["", "b", "a", "b", "c", "a", "d"].map(name).to_vec();
        assert_eq!(decode_one::<Vec<String>>(&encode_one(&names)), names);
        let texts = [("Yes", "Ie"), ("No", "Na"), ("Yes", "Ydy"), ("Yes", "Ie")]
            .map(|(en, cy)| (name(en), Localized::new(name(en), name(cy))))
            .to_vec();
        assert_eq!(decode_one::<Vec<(String, Localized)>>(&encode_one(&texts)), texts);
        let truths = vec![Some(true), None, Some(false)];
        assert_eq!(decode_one::<Vec<Option<bool>>>(&encode_one(&truths)), truths);
        let json = serde_json::json!({"a": [1, "b"], "c": null});
        assert_eq!(decode_one::<serde_json::Value>(&encode_one(&json)), json);
    }

    /// Seven bits go into a byte.
    #[test]
    fn a_number_comes_back_and_takes_a_byte_for_seven_bits() {
        for (number, bytes) in [
            (0, vec![0]),
            (1, vec![1]),
            (127, vec![127]),
            (128, vec![128, 1]),
            (300, vec![172, 2]),
            (16_383, vec![255, 127]),
            (16_384, vec![128, 128, 1]),
        ] {
            let mut written = Vec::new();
            write_number(number, &mut written);
            assert_eq!(written, bytes, "{number}");
            assert_eq!(decode_one::<usize>(&encode_one(&number)), number);
        }
    }

    /// What is new in a value stands after what it follows there, so that most words are the next ones, and those are zeros.
    #[test]
    fn words_stand_in_the_order_that_the_values_keep() {
        let [first, second] = [&["a", "c", "d"][..], &["a", "b", "c"]]
            .map(|names| encoded(&names.iter().copied().map(name).collect::<Vec<_>>()));
        let (numbers, words) = encode_all(&[first, second]);
        assert_eq!(words, "a\0b\0c\0d");
        // The counts of names and of texts; then of each value how many bytes, how many names, and how far ahead each is.
        assert_eq!(numbers, [4, 0, 4, 3, 0, 2, 0, 4, 3, 0, 0, 0]);
        for (place, names) in [["a", "c", "d"], ["a", "b", "c"]].into_iter().enumerate() {
            assert_eq!(decode_at(place, &numbers, &words, Vec::<String>::decode), names);
        }
    }
}
