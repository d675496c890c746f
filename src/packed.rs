//! Things in a form that is small and quick to read: a row of numbers, in the order of their fields, which point into one
//! list of words. The packs that the page carries are in it, and so is what its programs give one another.
//!
//! The numbers come from this build alone, so reading has no errors.

use crate::date::Date;
use crate::words::Text;

/// Stands between two words, and is in none.
const END: char = '\0';

/// What can be written and read so.
pub(crate) trait Packed {
    fn put(&self, out: &mut Out);
    fn take(from: &mut In<'_>) -> Self;
}

/// Writes something in one piece.
#[cfg(feature = "compose")]
pub(crate) fn write_one(thing: &impl Packed) -> Vec<u8> {
    let mut out = Out::default();
    thing.put(&mut out);
    in_one_piece(out)
}

/// Reads what [`write_one`] wrote.
#[cfg(feature = "compose")]
pub(crate) fn read_one<T: Packed>(bytes: &[u8]) -> T {
    from_one_piece(bytes, T::take)
}

/// How many bytes the numbers take, the numbers, and the words.
pub(crate) fn in_one_piece(out: Out) -> Vec<u8> {
    let (numbers, words) = written(&[out]);
    let mut bytes = Vec::new();
    write_number(numbers.len(), &mut bytes);
    bytes.extend(numbers);
    bytes.extend(words.as_bytes());
    bytes
}

pub(crate) fn from_one_piece<T>(bytes: &[u8], take: impl FnOnce(&mut In<'_>) -> T) -> T {
    let mut rest = In { numbers: bytes, words: &[], names: 0, texts: 0, reached: [0; 2] };
    let length = rest.number().min(rest.numbers.len());
    let (numbers, words) = rest.numbers.split_at(length);
    read_at(0, numbers, std::str::from_utf8(words).unwrap_or_default(), take)
}

/// Reads the thing at a place in what [`written`] gave.
pub(crate) fn read_at<T>(
    index: usize,
    numbers: &[u8],
    words: &str,
    take: impl FnOnce(&mut In<'_>) -> T,
) -> T {
    let list = split(words);
    let mut from = In::new(numbers, &list);
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

/// Writes things: their numbers, and the words that all of these point to.
pub(crate) fn written(outs: &[Out]) -> (Vec<u8>, String) {
    let (names, texts) = (table(outs, Token::name), table(outs, Token::text));
    let mut bytes = Vec::new();
    for number in [names.len(), texts.len()] {
        write_number(number, &mut bytes);
    }
    for Out(tokens) in outs {
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

/// What was put so far.
#[derive(Default)]
pub(crate) struct Out(Vec<Token>);

enum Token {
    Number(usize),
    Name(String),
    Text(Text),
}

impl Token {
    fn name(&self) -> Option<&String> {
        match self {
            Self::Name(name) => Some(name),
            _ => None,
        }
    }

    fn text(&self) -> Option<&Text> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl Out {
    pub(crate) fn number(&mut self, number: usize) {
        self.0.push(Token::Number(number));
    }
}

/// What is still to be read.
pub(crate) struct In<'a> {
    numbers: &'a [u8],
    words: &'a [&'a str],
    names: usize,
    texts: usize,
    /// How far in the names and in the texts the pack has come.
    reached: [usize; 2],
}

impl<'a> In<'a> {
    fn new(numbers: &'a [u8], words: &'a [&'a str]) -> Self {
        let mut from = Self { numbers, words, names: 0, texts: 0, reached: [0; 2] };
        (from.names, from.texts) = (from.number(), from.number());
        from
    }

    /// Seven bits a byte, the lowest first.
    pub(crate) fn number(&mut self) -> usize {
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
fn table<'a, T: PartialEq>(packs: &'a [Out], word: fn(&'a Token) -> Option<&'a T>) -> Vec<&'a T> {
    let mut table = Vec::new();
    for Out(tokens) in packs {
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
macro_rules! packed {
    ($(struct $name:ident { $($field:ident),* $(,)? })*) => {$(
        impl $crate::packed::Packed for $name {
            fn put(&self, out: &mut $crate::packed::Out) {
                $($crate::packed::Packed::put(&self.$field, out);)*
            }

            fn take(from: &mut $crate::packed::In<'_>) -> Self {
                $(let $field = $crate::packed::Packed::take(from);)*
                Self { $($field),* }
            }
        }
    )*};
    ($(enum $name:ident {
        $($number:literal $variant:ident $(($($part:ident),*))? $({ $($field:ident),* })?,)*
        else $last_number:literal $last:ident $(($($last_part:ident),*))?
    })*) => {$(
        impl Packed for $name {
            fn put(&self, out: &mut Out) {
                match self {
                    $(Self::$variant $(($($part),*))? $({ $($field),* })? => {
                        out.number($number);
                        $($($part.put(out);)*)?
                        $($($field.put(out);)*)?
                    })*
                    Self::$last $(($($last_part),*))? => {
                        out.number($last_number);
                        $($($last_part.put(out);)*)?
                    }
                }
            }

            fn take(from: &mut In<'_>) -> Self {
                match from.number() {
                    $($number => {
                        $($(let $part = Packed::take(from);)*)?
                        $($(let $field = Packed::take(from);)*)?
                        Self::$variant $(($($part),*))? $({ $($field),* })?
                    })*
                    _ => {
                        $($(let $last_part = Packed::take(from);)*)?
                        Self::$last $(($($last_part),*))?
                    }
                }
            }
        }
    )*};
}
pub(crate) use packed;

macro_rules! numbers {
    ($($number:ty)*) => {$(
        impl Packed for $number {
            fn put(&self, out: &mut Out) {
                out.number(*self as usize);
            }

            #[allow(clippy::cast_possible_truncation, reason = "it was one of these when it was written")]
            fn take(from: &mut In<'_>) -> Self {
                from.number() as Self
            }
        }
    )*};
}
numbers! { u8 u32 }

impl Packed for usize {
    fn put(&self, out: &mut Out) {
        out.number(*self);
    }

    fn take(from: &mut In<'_>) -> Self {
        from.number()
    }
}

impl Packed for bool {
    fn put(&self, out: &mut Out) {
        out.number(usize::from(*self));
    }

    fn take(from: &mut In<'_>) -> Self {
        from.number() != 0
    }
}

impl Packed for String {
    fn put(&self, out: &mut Out) {
        out.0.push(Token::Name(self.clone()));
    }

    fn take(from: &mut In<'_>) -> Self {
        from.name().to_owned()
    }
}

impl Packed for Text {
    fn put(&self, out: &mut Out) {
        out.0.push(Token::Text(self.clone()));
    }

    fn take(from: &mut In<'_>) -> Self {
        let english = from.names + from.place(1);
        Self { en: from.word(english).to_owned(), cy: from.word(english + from.texts).to_owned() }
    }
}

impl Packed for Date {
    fn put(&self, out: &mut Out) {
        let (year, month, day) = self.ymd();
        [year.unsigned_abs(), month, day].put(out);
    }

    fn take(from: &mut In<'_>) -> Self {
        let [year, month, day] = <[u32; 3]>::take(from);
        Self::from_ymd(year.cast_signed(), month, day).unwrap_or(Self::EARLIEST)
    }
}

impl<T: Packed> Packed for Option<T> {
    fn put(&self, out: &mut Out) {
        out.number(usize::from(self.is_some()));
        if let Some(thing) = self {
            thing.put(out);
        }
    }

    fn take(from: &mut In<'_>) -> Self {
        if from.number() == 0 { None } else { Some(T::take(from)) }
    }
}

impl<T: Packed> Packed for Box<T> {
    fn put(&self, out: &mut Out) {
        (**self).put(out);
    }

    fn take(from: &mut In<'_>) -> Self {
        Self::new(T::take(from))
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn put(&self, out: &mut Out) {
        out.number(self.len());
        for thing in self {
            thing.put(out);
        }
    }

    fn take(from: &mut In<'_>) -> Self {
        let count = from.number();
        let mut things = Self::with_capacity(count);
        for _ in 0..count {
            things.push(T::take(from));
        }
        things
    }
}

impl<T: Packed, const N: usize> Packed for [T; N] {
    fn put(&self, out: &mut Out) {
        for thing in self {
            thing.put(out);
        }
    }

    fn take(from: &mut In<'_>) -> Self {
        std::array::from_fn(|_| T::take(from))
    }
}

impl<A: Packed, B: Packed> Packed for (A, B) {
    fn put(&self, out: &mut Out) {
        self.0.put(out);
        self.1.put(out);
    }

    fn take(from: &mut In<'_>) -> Self {
        let first = A::take(from);
        (first, B::take(from))
    }
}
