//! Sound packs in a form that is small and quick to read: the page carries the built-in packs so.
//!
//! Reading JSON and checking what it says is a third of what the page would be, and has been done when it is built.
//! What is left is a row of numbers, in the order of the fields, which point into one list of words for all packs. The
//! numbers come from this build alone, so reading has no errors.

use super::digest::Original;
use super::{
    Choice, Criterion, DocumentWords, FactPlace, Flag, FlagWhen, FormItems, Formula, Group, Instrument, Kind,
    Need, Pack, Page, Part, PartWords, Places, Question, Refined, Route, Rule, Section, Setting,
    SettingValue, Source, Stage, Test, Verdict, Words,
};
use crate::answers::Answers;
use crate::date::Date;
use crate::site::{Recipient, Site};
use crate::words::{Language, Text};

/// Stands between two words, and is in none.
const END: char = '\0';

/// Writes packs: their numbers, and the words these point to.
pub fn write(packs: &[Pack]) -> (Vec<u8>, String) {
    let mut outs = Vec::new();
    for pack in packs {
        let mut out = Out::default();
        pack.put(&mut out);
        outs.push(out.0);
    }
    written(&outs)
}

/// Writes a pack with what a site says besides, as [`write()`] does.
pub fn write_copy(site: &Site, pack: &Pack) -> (Vec<u8>, String) {
    let mut out = Out::default();
    site.put(&mut out);
    pack.put(&mut out);
    written(&[out.0])
}

fn written(outs: &[Vec<Token>]) -> (Vec<u8>, String) {
    let (names, texts) = (table(outs, Token::name), table(outs, Token::text));
    let mut bytes = Vec::new();
    for number in [names.len(), texts.len()] {
        write_number(number, &mut bytes);
    }
    for tokens in outs {
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

/// Reads the pack at a place in what [`write()`] wrote.
pub fn read(index: usize, numbers: &[u8], words: &str) -> Pack {
    let list = split(words);
    let mut from = In::new(numbers, &list);
    for _ in 0..index {
        let length = from.number();
        from.numbers = from.numbers.get(length..).unwrap_or_default();
    }
    from.number();
    let mut pack = Pack::take(&mut from);
    pack.original = Original::of_builtin(pack.id.as_str());
    pack
}

/// Reads what [`write_copy`] wrote.
pub fn read_copy(numbers: &[u8], words: &str) -> (Site, Pack) {
    let list = split(words);
    let mut from = In::new(numbers, &list);
    from.number();
    (Site::take(&mut from), Pack::take(&mut from))
}

/// Writes a form that asks and decides nothing, with the answers it begins with, in one piece.
pub fn write_form(form: &Pack, answers: &Answers) -> Vec<u8> {
    let mut out = Out::default();
    form.put(&mut out);
    answers.put(&mut out);
    in_one_piece(out)
}

/// Reads what [`write_form`] wrote.
pub fn read_form(bytes: &[u8]) -> (Pack, Answers) {
    from_one_piece(bytes, |from| (Pack::take(from), Answers::take(from)))
}

/// Writes the answers of a sheet that was opened, with its reference, in one piece.
pub fn write_answers(answers: &Answers, reference: Option<&String>) -> Vec<u8> {
    let mut out = Out::default();
    reference.cloned().put(&mut out);
    answers.put(&mut out);
    in_one_piece(out)
}

/// Reads what [`write_answers`] wrote.
pub fn read_answers(bytes: &[u8]) -> (Option<String>, Answers) {
    from_one_piece(bytes, |from| (Packed::take(from), Answers::take(from)))
}

/// Writes something in one piece.
pub(crate) fn write_one(thing: &impl Packed) -> Vec<u8> {
    let mut out = Out::default();
    thing.put(&mut out);
    in_one_piece(out)
}

/// Reads what [`write_one`] wrote.
pub(crate) fn read_one<T: Packed>(bytes: &[u8]) -> T {
    from_one_piece(bytes, T::take)
}

/// How many bytes the numbers take, the numbers, and the words.
fn in_one_piece(out: Out) -> Vec<u8> {
    let (numbers, words) = written(&[out.0]);
    let mut bytes = Vec::new();
    write_number(numbers.len(), &mut bytes);
    bytes.extend(numbers);
    bytes.extend(words.as_bytes());
    bytes
}

fn from_one_piece<T>(bytes: &[u8], take: impl FnOnce(&mut In<'_>) -> T) -> T {
    let mut rest = In { numbers: bytes, words: &[], names: 0, texts: 0, reached: [0; 2] };
    let length = rest.number().min(rest.numbers.len());
    let (numbers, words) = rest.numbers.split_at(length);
    let list = split(std::str::from_utf8(words).unwrap_or_default());
    let mut from = In::new(numbers, &list);
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

/// What can be written and read so.
pub(crate) trait Packed {
    fn put(&self, out: &mut Out);
    fn take(from: &mut In<'_>) -> Self;
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
fn table<'a, T: PartialEq>(packs: &'a [Vec<Token>], word: fn(&'a Token) -> Option<&'a T>) -> Vec<&'a T> {
    let mut table = Vec::new();
    for tokens in packs {
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
        impl $crate::pack::packed::Packed for $name {
            fn put(&self, out: &mut $crate::pack::packed::Out) {
                $($crate::pack::packed::Packed::put(&self.$field, out);)*
            }

            fn take(from: &mut $crate::pack::packed::In<'_>) -> Self {
                $(let $field = $crate::pack::packed::Packed::take(from);)*
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

macro_rules! wrapped {
    ($($name:ident)*) => {$(
        impl Packed for $name {
            fn put(&self, out: &mut Out) {
                self.0.put(out);
            }

            fn take(from: &mut In<'_>) -> Self {
                Self(Packed::take(from))
            }
        }
    )*};
}
wrapped! { FormItems Places }

/// A pack of this form is built in, and what it was read from is found by its name.
impl Packed for Original {
    fn put(&self, _: &mut Out) {}

    fn take(_: &mut In<'_>) -> Self {
        Self::of_builtin("")
    }
}

packed! {
    struct Pack {
        id, version, title, about, settings, sources, sections, instruments, criteria, verdicts, undecided, flags,
        routes, document, diagram, places, original, evidence,
    }
    struct FactPlace { section, page, question, in_group }
    struct Setting { id, label, value, source, proposed }
    struct Source { id, title, checked, review }
    struct Instrument { form, items, otherwise, yes, not_known }
    struct Criterion { id, label, role, test, says, unknown, who, were, judgement, source, settings, used }
    struct Verdict { id, when, words, refined }
    struct Refined { id, only, among, words }
    struct Words { sentence, meaning, next_step, refers }
    struct Flag { id, when, text, act, urgent, part }
    struct Route { title, contact, text, hours, checked, review, for_outcomes }
    struct DocumentWords { marking, panel, asked, bilingual, parts }
    struct PartWords { title, holds, readers, care }
    struct Section { id, stage, title, purpose, not_known_reason, pages }
    struct Page { id, title, questions }
    struct Question {
        id, kind, ask, label, hint, why, who, part, need, must_be_known, before_result, with, withheld_with, asked_when,
        takes_evidence,
    }
    struct Choice { value, label, hint }
    struct Group { item, questions, name_by, at_least }
}

packed! {
    enum SettingValue { 0 Number(number), 1 Switch(on), else 2 List(values) }
    enum Test { 1 Graded { applies, date, steps }, else 0 Rule(rule) }
    enum FlagWhen { 0 Rule { when, unless }, else 1 Each(fact) }
    enum Language { 0 En, else 1 Cy }
    enum Stage { 0 Screening, else 1 Referral }
    enum Part { 0 Panel, 1 Restricted, else 2 Handling }
    enum Need { 0 Required, 1 IfKnown, 2 Optional, else 3 Beside }
    enum Kind {
        0 Choice(choices), 1 Set(choices), 2 Count(least, most), 3 Date { future }, 4 Text, 5 LongText, 6 Group(group),
        else 7 YesNo
    }
    enum Rule {
        0 All(parts), 1 Any(parts), 2 Not(part), 3 Always(holds), 4 IsYes(fact), 5 IsOneOf(fact, values),
        6 HasAny(fact, values), 7 AtLeast(fact, count), 8 AgeAtLeast { date_of_birth, age, years },
        9 WithinMonths(fact, months), 10 FreshWithinDays(fact, days), 11 StaleAfterDays(fact, days),
        12 CountReaches { instrument, line }, 13 TextGiven(fact), 14 Given(is, then), 15 YesOrNotYet(part),
        else 16 Criterion(criterion)
    }
    enum Formula {
        0 All(parts), 1 Any(parts), 2 Not(part), 3 AtLeast(count, parts), 4 Takes(criterion, value),
        else 5 Always(holds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::builtin;

    #[test]
    fn every_built_in_pack_comes_back_as_it_was() {
        let packs: Vec<Pack> = builtin::names().map(|name| Pack::builtin(name).unwrap()).collect();
        let (numbers, words) = write(&packs);
        for (index, pack) in packs.into_iter().enumerate() {
            let mut back = read(index, &numbers, &words);
            assert_eq!(back.digest(), pack.digest());
            assert_eq!(back.to_json(), pack.to_json());
            back.original = pack.original.clone();
            assert_eq!(format!("{back:?}"), format!("{pack:?}"));
        }
    }
}

packed! {
    struct Recipient { name, key }
}
