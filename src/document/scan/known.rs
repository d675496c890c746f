//! What Part B holds that names, locates or quotes, as Part A is compared with it.

use super::found::{Found, IdentifierKind};
use super::letters::sounds;
use super::names::{PerpetratorNames, of_names, of_people};
use super::pattern::{Pattern, Patterns, When};
use super::places::{national, of_place, of_places_among, of_shapes};
use super::quotes::Quotes;
use super::token::{Token, tokens};
use super::words::{Common, names_nobody};
use super::{address, day, measures};
use drive_screening_core::answers::{Answer, Answers, Value};
use drive_screening_core::base::date::Date;
use drive_screening_core::base::sorted::{sort, sort_by_key};
use drive_screening_core::pack::well_known::{PERPETRATOR_NAME, PERPETRATOR_OTHER_NAMES};
use drive_screening_core::pack::{Identifies, Kind, Pack, Part, Question};
use std::ops::Range;

/// The facts that hold the perpetrator's own names, which a victim-survivor or child may share.
const PERPETRATOR: [&str; 2] = [PERPETRATOR_NAME, PERPETRATOR_OTHER_NAMES];
/// A part of a number that is dialled within a town.
const LOCAL: usize = 6;

/// What is known from Part B, ready to be looked for.
#[derive(Clone, Debug, Default)]
pub struct KnownIdentifiers {
    patterns: Patterns,
    /// Numbers without what is dialled before them, sorted.
    phones: Vec<String>,
    births: Vec<Date>,
    quotes: Quotes,
    /// How names of other scripts sound, and names of ours that may be written in another: sorted.
    foreign: Vec<String>,
    own: Vec<String>,
}

/// Makes one from what was answered.
struct Maker<'a> {
    common: Common,
    perpetrator: PerpetratorNames,
    patterns: Vec<Pattern>,
    known: KnownIdentifiers,
    shared: Vec<&'a str>,
}

impl KnownIdentifiers {
    /// Everything that the answers hold besides Part A, printed or not: an address that no document shows is the last
    /// that Part A may.
    pub fn new(pack: &Pack, answers: &Answers) -> Self {
        let mut shared = Vec::new();
        for fact in PERPETRATOR {
            if let Some(Value::Text(text)) = answers.known(fact) {
                shared.push(text.as_str());
            }
        }
        let mut maker = Maker::new(shared);
        for (_, question) in pack.questions() {
            let answer = answers.get(question.id.as_str());
            match (&question.kind, answer) {
                (Kind::Group(group), Some(Answer::Known(Value::Group(records)))) => {
                    for record in records {
                        for inner in &group.questions {
                            maker.take_answer(inner, record.get(&inner.id));
                        }
                    }
                }
                _ => maker.take_answer(question, answer),
            }
            if question.part == Part::Restricted
                && let Some(evidence) = answers.evidence(question.id.as_str())
            {
                maker.take(Identifies::Words, &evidence.note);
            }
        }
        maker.made()
    }

    /// What is known from these texts, with the perpetrator's own names; a date of birth as `1991-03-12`.
    pub fn of(perpetrator: &[&str], texts: &[(Identifies, &str)]) -> Self {
        let mut maker = Maker::new(perpetrator.to_vec());
        for (identifies, text) in texts {
            match Date::parse(text).filter(|_| *identifies == Identifies::Birth) {
                Some(date) => maker.known.births.push(date),
                None => maker.take(*identifies, text),
            }
        }
        maker.made()
    }

    /// Whether a date is a date of birth of Part B.
    pub(super) fn is_birth(&self, date: Date) -> bool {
        self.births.contains(&date)
    }

    /// Looks through one text: for what is known, and with `shapes` for what looks like a number or an address of any
    /// kind. In the order of the text; only words that were said may overlap with others.
    pub(super) fn look(&self, text: &str, shapes: bool) -> Vec<Found> {
        let tokens = tokens(text);
        let mut found = Vec::new();
        let mut at = 0;
        let range = |tokens: &[Token<'_>], at: usize, count: usize| -> Range<usize> {
            tokens[at].start..tokens[at + count - 1].end
        };
        while at < tokens.len() {
            let known = self.known_at(&tokens, at);
            let shape = if shapes { shape_at(&tokens[at..]) } else { None };
            let hit = match (known, shape) {
                (Some((kind, count)), shape) if shape.is_none_or(|(_, longer)| count >= longer) => {
                    Some((kind, count, true))
                }
                (_, Some((kind, count))) => Some((kind, count, false)),
                _ => None,
            };
            match hit {
                Some((kind, count, known)) => {
                    found.push(Found { kind, known, range: range(&tokens, at, count) });
                    at += count;
                }
                None => at += 1,
            }
        }
        for quote in self.quotes.find(&tokens) {
            let range = range(&tokens, quote.start, quote.len());
            found.push(Found { kind: IdentifierKind::Words, known: true, range });
        }
        sort_by_key(&mut found, |found| found.range.start);
        found
    }

    fn known_at(&self, tokens: &[Token<'_>], at: usize) -> Option<(IdentifierKind, usize)> {
        let token = &tokens[at];
        if token.is_sign() && !token.is("+") && !token.is("(") {
            return None;
        }
        let longest =
            |one: Option<(IdentifierKind, usize)>, other: Option<(IdentifierKind, usize)>| match (one, other)
            {
                (Some(one), Some(other)) => Some(if other.1 > one.1 { other } else { one }),
                (one, other) => one.or(other),
            };
        let mut hit = self.patterns.longest(tokens, at);
        if token.is_digits() && !token.glued || token.is_sign() {
            hit = longest(hit, self.phone(tokens, at).map(|count| (IdentifierKind::Phone, count)));
        }
        hit = longest(hit, day::birth(tokens, at, &self.births).map(|count| (IdentifierKind::Birth, count)));
        hit.or_else(|| self.sounds_known(token).then_some((IdentifierKind::Name, 1)))
    }

    /// A known number, in whatever groups and with whatever before it, or the part that is dialled within a town.
    fn phone(&self, tokens: &[Token<'_>], at: usize) -> Option<usize> {
        if self.phones.is_empty() {
            return None;
        }
        let sign = usize::from(tokens[at].is_sign());
        if sign == 1 && !tokens.get(at + 1).is_some_and(Token::is_digits) {
            return None;
        }
        let (count, digits) = address::digits(&tokens[at + sign..])?;
        // Another number may follow: fewer groups, down to one.
        let mut count = count;
        let mut digits = digits;
        loop {
            let wanted = national(&digits);
            let is = |phone: &String| {
                *phone == wanted
                    || (wanted.len() >= LOCAL && phone.len() > wanted.len() && phone.ends_with(wanted))
            };
            // "+44 (0)7700": a nought that is not dialled.
            let is_known = self.phones.iter().any(is)
                || self
                    .phones
                    .iter()
                    .any(|phone| digits.strip_prefix("440").is_some_and(|rest| rest == phone));
            if is_known {
                return Some(sign + count);
            }
            let last = tokens[at + sign..at + sign + count].iter().rposition(Token::is_digits)?;
            digits.truncate(digits.len() - tokens[at + sign + last].folded.len());
            count = tokens[at + sign..at + sign + last].iter().rposition(Token::is_digits)? + 1;
        }
    }

    /// A name as it sounds, where it or the text is of another script than ours.
    fn sounds_known(&self, token: &Token<'_>) -> bool {
        if !token.is_letters() || token.is_plain() || (self.foreign.is_empty() && !token.foreign) {
            return false;
        }
        let holds =
            |list: &Vec<String>, sound: &String| !sound.is_empty() && list.binary_search(sound).is_ok();
        sounds(&token.folded)
            .iter()
            .any(|sound| holds(&self.foreign, sound) || (token.foreign && holds(&self.own, sound)))
    }
}

/// What looks like an address or a number, whoever's it is, or tells how somebody is kept safe.
fn shape_at(tokens: &[Token<'_>]) -> Option<(IdentifierKind, usize)> {
    address::email(tokens)
        .map(|count| (IdentifierKind::Email, count))
        .or_else(|| address::postcode(tokens).map(|count| (IdentifierKind::Postcode, count)))
        .or_else(|| address::phone(tokens).map(|count| (IdentifierKind::Phone, count)))
        .or_else(|| address::street(tokens).map(|count| (IdentifierKind::Address, count)))
        .or_else(|| measures::measure(tokens).map(|count| (IdentifierKind::Measure, count)))
}

impl<'a> Maker<'a> {
    fn new(shared: Vec<&'a str>) -> Self {
        Self {
            common: Common::new(),
            perpetrator: PerpetratorNames::new(&shared),
            patterns: Vec::new(),
            known: KnownIdentifiers::default(),
            shared,
        }
    }

    fn take_answer(&mut self, question: &Question, answer: Option<&Answer>) {
        let Some(identifies) = question.identifies() else {
            return;
        };
        match answer {
            Some(Answer::Known(Value::Text(text))) => self.take(identifies, text),
            Some(Answer::Known(Value::Date(date))) if identifies == Identifies::Birth => {
                self.known.births.push(*date);
            }
            _ => {}
        }
    }

    fn take(&mut self, identifies: Identifies, text: &str) {
        if says_nothing(text) {
            return;
        }
        let (common, into) = (&self.common, &mut self.patterns);
        match identifies {
            Identifies::Nobody | Identifies::Perpetrator => return,
            Identifies::Name => of_names(text, &self.perpetrator, common, into),
            Identifies::People => {
                of_people(text, &self.perpetrator, common, into);
                of_places_among(text, common, into);
            }
            Identifies::Place => of_place(text, common, into),
            Identifies::CodeWord => self.take_code_word(text),
            Identifies::Words => {
                of_places_among(text, common, into);
                self.known.quotes.take(&tokens(text));
            }
            Identifies::Contact => {}
            Identifies::Birth => self.take_births(text),
        }
        of_shapes(text, &mut self.patterns, &mut self.known.phones);
        if matches!(identifies, Identifies::Name | Identifies::People) {
            self.take_sounds(text);
        }
    }

    /// A few words are the code; of more, those that are in no sentence otherwise.
    fn take_code_word(&mut self, text: &str) {
        let tokens = tokens(text);
        let words: Vec<&Token<'_>> = tokens.iter().filter(|token| !token.is_sign()).collect();
        let kind = IdentifierKind::CodeWord;
        let mut add = |words: &[&Token<'_>]| {
            let squeezed: String = words.iter().map(|token| &*token.folded).collect();
            if squeezed.len() > 1 && !words.iter().all(|word| names_nobody(&word.folded)) {
                let when = if words.len() == 1 { When::Word } else { When::Whole(words.len()) };
                self.patterns.push(Pattern { squeezed, kind, when });
            }
        };
        if words.len() <= 3 {
            add(&words);
            return;
        }
        for segment in tokens.split(|token| token.is_sign() && !token.is("'") && !token.is("-")) {
            let segment: Vec<&Token<'_>> = segment.iter().filter(|token| !token.is_sign()).collect();
            if segment.len() <= 3 {
                add(&segment);
            }
        }
        for word in words {
            if word.is_letters() && word.folded.len() > 3 && !self.common.is_common(&word.folded) {
                add(&[word]);
            }
        }
    }

    /// Days of birth in a text.
    fn take_births(&mut self, text: &str) {
        for at in text.char_indices().map(|(at, _)| at) {
            if let Some(date) = text.get(at..at + 10).and_then(Date::parse) {
                self.known.births.push(date);
            }
        }
    }

    fn take_sounds(&mut self, text: &str) {
        let mut perpetrator = Vec::new();
        for text in &self.shared {
            for token in tokens(text) {
                perpetrator.extend(sounds(&token.folded));
            }
        }
        for token in tokens(text) {
            if !token.is_letters() || token.is_plain() || names_nobody(&token.folded) {
                continue;
            }
            let list = if token.foreign { &mut self.known.foreign } else { &mut self.known.own };
            list.extend(
                sounds(&token.folded)
                    .into_iter()
                    .filter(|sound| !sound.is_empty() && !perpetrator.contains(sound)),
            );
        }
    }

    fn made(self) -> KnownIdentifiers {
        let mut known = self.known;
        known.patterns = Patterns::new(self.patterns, self.perpetrator.words);
        for list in [&mut known.phones, &mut known.foreign, &mut known.own] {
            sort(list);
            list.dedup();
        }
        known
    }
}

/// "None", "not known" and the like.
fn says_nothing(text: &str) -> bool {
    tokens(text).iter().all(|token| {
        token.is_sign()
            || names_nobody(&token.folded)
            || token.says(&[
                "agreed",
                "applicable",
                "yet",
                "given",
                "set",
                "ddim",
                "nid",
                "nad",
                "wedi",
                "ei",
                "gytuno",
                "yn",
                "hysbys",
            ])
    })
}
