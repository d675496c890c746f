//! One field as typed, kept as typed, and read into an answer.

use super::typed_date::{TypedDate, typed_date};
use crate::answers::{Answer, Chosen, Value, clean_text};
use crate::base::date::{Date, MOST_YEARS_BACK};
use crate::base::text::quoted;
use crate::base::time_of_day::{TypedTime, typed_time};
use crate::base::words::{Language, Localized, Phrase};
use crate::pack::{FactId, Impossible, Kind, Question, WrittenAs};

/// Which field: a fact, a fact of an entry of a group, or one of the questions beside an answer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Field {
    /// The group and the key of the entry, if the fact is inside one; beside an answer, its question and
    /// [`Field::EVIDENCE`].
    pub item: Option<(FactId, u32)>,
    /// The fact.
    pub fact: FactId,
}

impl Field {
    /// A field outside groups.
    pub fn of(fact: &FactId) -> Self {
        Self { item: None, fact: fact.clone() }
    }

    /// What stands for the key of an entry in fields beside an answer. No entry has it.
    pub const EVIDENCE: u32 = 0;

    /// A field beside the answer to a question, which says where it comes from.
    pub fn evidence(of: &FactId, fact: &FactId) -> Self {
        Self { item: Some((of.clone(), Self::EVIDENCE)), fact: fact.clone() }
    }

    /// The question it stands beside, if it stands beside one.
    pub fn evidence_of(&self) -> Option<&FactId> {
        self.item.as_ref().filter(|(_, key)| *key == Self::EVIDENCE).map(|(of, _)| of)
    }

    /// The question that it is of: the group, of a field of an entry.
    pub fn question(&self) -> &FactId {
        self.item.as_ref().map_or(&self.fact, |(of, _)| of)
    }

    /// The id of the field's first control in the page.
    pub fn control(&self) -> String {
        match &self.item {
            Some((of, Self::EVIDENCE)) => [of.as_str(), "-evidence-", self.fact.as_str()].concat(),
            Some((_, key)) => [self.fact.as_str(), "-", &key.to_string()].concat(),
            None => self.fact.as_str().to_owned(),
        }
    }
}

/// What was typed or picked in a field. Picking "not known" keeps what was typed beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldInput {
    /// "Not known" is picked.
    pub not_known: bool,
    /// What was typed or picked.
    pub typed: RawValue,
}

/// What was typed or picked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum RawValue {
    /// Nothing yet.
    #[default]
    Nothing,
    /// A choice, or `yes` or `no`.
    Choice(String),
    /// Ticked choices.
    Set(Chosen),
    /// "None of these" is ticked.
    NoneOfThese,
    /// A number or text.
    Text(String),
    /// Day, month and year.
    Date([String; 3]),
}

/// What is wrong with a field, in words for the person who typed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The field.
    pub field: Field,
    /// What is wrong and how to put it right.
    pub message: Localized,
}

impl FieldInput {
    /// An entry with something typed.
    pub fn typed(typed: RawValue) -> Self {
        Self { not_known: false, typed }
    }

    /// Whether the person has put anything here.
    pub fn is_blank(&self) -> bool {
        let nothing_typed = match &self.typed {
            RawValue::Nothing => true,
            RawValue::Choice(text) | RawValue::Text(text) => text.trim().is_empty(),
            RawValue::Set(values) => values.is_empty(),
            RawValue::Date(parts) => parts.iter().all(|part| part.trim().is_empty()),
            RawValue::NoneOfThese => false,
        };
        nothing_typed && !self.not_known
    }

    /// Whether something typed is kept but does not count, as "not known" is picked.
    pub fn is_set_aside(&self) -> bool {
        self.not_known && !Self::typed(self.typed.clone()).is_blank()
    }

    /// The entry that would be typed to give this answer.
    pub fn from_answer(answer: &Answer) -> Self {
        let typed = match answer {
            Answer::NotKnown => return Self { not_known: true, typed: RawValue::Nothing },
            Answer::Known(Value::YesNo(yes)) => RawValue::Choice(if *yes { "yes" } else { "no" }.to_owned()),
            Answer::Known(Value::Choice(value)) => RawValue::Choice(value.clone()),
            Answer::Known(Value::Set(values)) if values.is_empty() => RawValue::NoneOfThese,
            Answer::Known(Value::Set(values)) => RawValue::Set(values.clone()),
            Answer::Known(Value::Count(count)) => RawValue::Text(count.to_string()),
            Answer::Known(Value::Text(text)) => RawValue::Text(text.clone()),
            Answer::Known(Value::Date(date)) => {
                let (year, month, day) = date.ymd();
                RawValue::Date([day.to_string(), month.to_string(), format!("{year:04}")])
            }
            Answer::Known(Value::Group(records)) if records.is_empty() => RawValue::NoneOfThese,
            Answer::Known(Value::Group(_)) => RawValue::Nothing,
        };
        Self::typed(typed)
    }

    /// Puts the day itself for a word that would mean another one from now on.
    pub(super) fn day_moves(&mut self, before: Date, now: Date) {
        let RawValue::Date(parts) = &self.typed else { return };
        // Whether a year of two digits may lie ahead is another matter: such a date stays as typed.
        let [meant, would_mean] = [before, now].map(|today| typed_date(parts, today, true));
        if let TypedDate::Day(day) = meant
            && meant != would_mean
            && parts.iter().all(|part| part.bytes().all(|byte| !byte.is_ascii_digit()))
        {
            self.typed = Self::from_answer(&Answer::Known(Value::Date(day))).typed;
        }
    }

    /// The day a date was read as, where it was not typed as three numbers.
    pub fn read_as(&self, question: &Question, today: Date) -> Option<Date> {
        let (Kind::Date { .. }, RawValue::Date(parts)) = (&question.kind, &self.typed) else { return None };
        let numbers = parts.iter().all(|part| {
            let part = part.trim();
            !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())
        });
        let whole_year = parts[2].trim().len() == 4;
        match self.read(question, today) {
            Ok(Some(Answer::Known(Value::Date(date)))) if !(numbers && whole_year) => Some(date),
            _ => None,
        }
    }

    /// Reads the entry as an answer to the question. `None` if nothing was put here.
    ///
    /// # Errors
    /// What is wrong and how to put it right.
    pub fn read(&self, question: &Question, screened_on: Date) -> Result<Option<Answer>, Localized> {
        self.read_as_kind(question, &question.kind, screened_on)
    }

    /// The same with another kind than the question's own, such as one with closer bounds.
    pub(super) fn read_as_kind(
        &self,
        question: &Question,
        kind: &Kind,
        screened_on: Date,
    ) -> Result<Option<Answer>, Localized> {
        if self.not_known {
            return Ok(Some(Answer::NotKnown));
        }
        if self.is_blank() {
            return Ok(None);
        }
        let value = match (kind, &self.typed) {
            (Kind::YesNo(_), RawValue::Choice(value)) => match value.as_str() {
                "yes" => Value::YesNo(true),
                "no" => Value::YesNo(false),
                _ => return Ok(None),
            },
            (Kind::Choice(choices), RawValue::Choice(value))
                if choices.iter().any(|choice| choice.value == *value) =>
            {
                Value::Choice(value.clone())
            }
            (Kind::Set(_), RawValue::NoneOfThese) => Value::Set(Chosen::default()),
            (Kind::Set(_), RawValue::Set(values)) => {
                if let Some((one, other)) = values.contradiction(kind.choices()) {
                    return Err(about(question, &CONTRADICTS.fill_in(&[&one.label, &other.label])));
                }
                Value::Set(values.clone())
            }
            (Kind::Count(min, max), RawValue::Text(text)) => Value::Count(count(question, text, *min, *max)?),
            (Kind::Date { future }, RawValue::Date(parts)) => {
                Value::Date(date(question, parts, *future, screened_on)?)
            }
            (Kind::Text, RawValue::Text(text)) => {
                let text = bounded(question, clean_text(text, false), Kind::TEXT_MAX)?;
                Value::Text(written_as(question, text)?)
            }
            (Kind::LongText, RawValue::Text(text)) => {
                Value::Text(bounded(question, clean_text(text, true), Kind::LONG_TEXT_MAX)?)
            }
            _ => return Ok(None),
        };
        Ok(Some(Answer::Known(value)))
    }
}

/// `label: message`, with the label of the question in each language.
fn about(question: &Question, message: &Localized) -> Localized {
    ABOUT.fill_in(&[&question.label, message])
}

const ABOUT: Phrase = Phrase::of("{0}: {1}", "{0}: {1}");
const CONTRADICTS: Phrase = Phrase::of(
    "\u{201c}{0}\u{201d} and \u{201c}{1}\u{201d} contradict each other; untick one",
    "mae \u{201c}{0}\u{201d} a \u{201c}{1}\u{201d} yn gwrth-ddweud ei gilydd; dad-diciwch un",
);
const WHOLE_NUMBER: Phrase =
    Phrase::of("enter a whole number from {0} to {1}", "rhowch rif cyfan o {0} i {1}");
const WHICH_CENTURY: Phrase = Phrase::of(
    "is that {0} or {1}? Enter all four figures of the year",
    "ai {0} ynteu {1}? Rhowch bedwar ffigur y flwyddyn",
);
const MONTH_FIRST: Phrase = Phrase::of(
    "{0} has no such month; enter the day first, like 21 11 2026",
    "nid oes mis o'r fath yn {0}; rhowch y diwrnod yn gyntaf, fel 21 11 2026",
);
const NO_DATE: Phrase = Phrase::of(
    "{0} is not a real date; enter one like 21 11 2026",
    "nid yw {0} yn ddyddiad go iawn; rhowch un fel 21 11 2026",
);
const NOT_WHOLE: Phrase = Phrase::of(
    "enter a day, a month and a year, like 21 11 2026",
    "rhowch ddiwrnod, mis a blwyddyn, fel 21 11 2026",
);
const LONG_AGO: Phrase = Phrase::of(
    "{0} is more than {1} years ago; check the year",
    "mae {0} dros {1} mlynedd yn ôl; gwiriwch y flwyddyn",
);
const IN_FUTURE: Phrase =
    Phrase::of("enter today's date or an earlier one", "rhowch ddyddiad heddiw neu un cynharach");
const NONE_BEFORE: Phrase = Phrase::of(
    "{0} cannot be right, as there was none before {1}; check the year",
    "ni all {0} fod yn gywir, gan nad oedd un cyn {1}; gwiriwch y flwyddyn",
);
const NONE_AFTER: Phrase = Phrase::of(
    "{0} cannot be right, as there was none after {1}; check the year",
    "ni all {0} fod yn gywir, gan nad oedd un ar ôl {1}; gwiriwch y flwyddyn",
);
const WHICH_TIME: Phrase = Phrase::of(
    "is that {0} or {1}? Enter it on the 24-hour clock",
    "ai {0} ynteu {1}? Rhowch ef ar y cloc 24 awr",
);
pub(super) const NO_CLOCK: Phrase = Phrase::of(
    "no clock shows {0}; enter a time from 00:00 to 23:59, like 14:30",
    "nid oes cloc yn dangos {0}; rhowch amser o 00:00 i 23:59, fel 14:30",
);
const NO_TIME: Phrase = Phrase::of(
    "{0} is not a time; enter one like 14:30 or 2.30pm",
    "nid yw {0} yn amser; rhowch un fel 14:30 neu 2.30 y prynhawn",
);
const NO_EMAIL: Phrase = Phrase::of(
    "{0} is not an email address; enter one like name@police.example",
    "nid yw {0} yn gyfeiriad e-bost; rhowch un fel enw@heddlu.example",
);
const NO_PHONE: Phrase = Phrase::of(
    "{0} is not a phone number; enter its digits, like 01632 960000",
    "nid yw {0} yn rhif ffôn; rhowch ei ddigidau, fel 01632 960000",
);
const TOO_LONG: Phrase = Phrase::of(
    "this is {0} characters too long; shorten it to {1}",
    "mae hyn {0} nod yn rhy hir; byrhewch ef i {1}",
);

fn count(question: &Question, text: &str, min: u32, max: u32) -> Result<u32, Localized> {
    let text = text.trim();
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    match text.parse().ok().filter(|count| digits && (min..=max).contains(count)) {
        Some(count) => Ok(count),
        None => Err(about(question, &WHOLE_NUMBER.fill(&[&min.to_string(), &max.to_string()]))),
    }
}

fn date(question: &Question, parts: &[String; 3], future: bool, today: Date) -> Result<Date, Localized> {
    let (day, wrong) = match typed_date(parts, today, future) {
        TypedDate::Day(day) => (day, wrong_day(question, day, future, today)),
        TypedDate::NoYear => return Err(about(question, &NOT_WHOLE.text())),
        TypedDate::No if parts.iter().any(|part| part.trim().is_empty()) => {
            return Err(about(question, &NOT_WHOLE.text()));
        }
        TypedDate::Century(one, other) => {
            return Err(about(question, &WHICH_CENTURY.fill_in(&[&in_words(one), &in_words(other)])));
        }
        TypedDate::MonthFirst => return Err(about(question, &MONTH_FIRST.fill(&[&as_typed(parts)]))),
        TypedDate::No => return Err(about(question, &NO_DATE.fill(&[&as_typed(parts)]))),
    };
    match wrong {
        Some(message) => Err(about(question, &message)),
        None => Ok(day),
    }
}

/// Why a day cannot be the answer, if it cannot.
fn wrong_day(question: &Question, day: Date, future: bool, today: Date) -> Option<Localized> {
    if day.is_too_long_before(today) {
        return Some(LONG_AGO.fill_in(&[&in_words(day), &in_figures(MOST_YEARS_BACK)]));
    }
    if !future && day > today {
        return Some(IN_FUTURE.text());
    }
    let (limit, words) = match question.expected.impossible(day)? {
        Impossible::Before(limit) => (limit, NONE_BEFORE),
        Impossible::After(limit) => (limit, NONE_AFTER),
    };
    Some(words.fill_in(&[&in_words(day), &in_words(limit)]))
}

/// A number, the same in each language.
pub(super) fn in_figures(number: impl std::fmt::Display) -> Localized {
    let number = number.to_string();
    Localized { en: number.clone(), cy: number }
}

/// A day in words, in each language.
pub(super) fn in_words(day: Date) -> Localized {
    Localized::new(day.in_words(Language::En), day.in_words(Language::Cy))
}

/// The three parts of a date as they were typed.
fn as_typed(parts: &[String; 3]) -> String {
    let typed: Vec<&str> = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    quoted(&typed.join(" "))
}

/// A text that is no free text: a time is put on the 24-hour clock.
fn written_as(question: &Question, text: String) -> Result<String, Localized> {
    let message = match question.expected.written_as {
        Some(WrittenAs::Time) => match typed_time(&text) {
            TypedTime::Time(time) => return Ok(time.to_string()),
            TypedTime::Half(one, other) => WHICH_TIME.fill(&[&one.to_string(), &other.to_string()]),
            TypedTime::NoSuchTime => NO_CLOCK.fill(&[&quoted(&text)]),
            TypedTime::No => NO_TIME.fill(&[&quoted(&text)]),
        },
        Some(WrittenAs::Email) if !is_email(&text) => NO_EMAIL.fill(&[&quoted(&text)]),
        Some(WrittenAs::Phone) if !is_phone(&text) => NO_PHONE.fill(&[&quoted(&text)]),
        _ => return Ok(text),
    };
    Err(about(question, &message))
}

/// Whether a text can be an e-mail address: something on each side of one `@`, and a full stop within what is after it.
fn is_email(text: &str) -> bool {
    let Some((name, domain)) = text.rsplit_once('@') else { return false };
    let labels = || domain.split('.').all(|label| !label.is_empty());
    !name.is_empty()
        && !name.contains('@')
        && domain.contains('.')
        && labels()
        && !text.contains(char::is_whitespace)
}

/// Whether a text can be a phone number, with an extension or a word beside it: it has three digits at least, as 101 does,
/// in the numerals of any script.
fn is_phone(text: &str) -> bool {
    text.chars().filter(|c| c.is_numeric()).count() >= 3
}

fn bounded(question: &Question, text: String, max: usize) -> Result<String, Localized> {
    let length = text.chars().count();
    if length <= max {
        return Ok(text);
    }
    let over = length - max;
    Err(about(question, &TOO_LONG.fill(&[&over.to_string(), &max.to_string()])))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::YesNoWords;
    use crate::pack::evidence::plain;

    fn question(kind: Kind) -> Question {
        plain(FactId::parse("fact").unwrap(), kind, Localized::default())
    }

    /// A day is said back unless it was typed as a day, a month and a whole year, which says it itself.
    #[test]
    fn a_day_is_said_back_where_it_was_read_from_anything_but_three_numbers() {
        let today = Date::parse("2026-11-28").unwrap();
        let asked = question(Kind::Date { future: false });
        let read = |parts: [&str; 3]| {
            let typed = FieldInput::typed(RawValue::Date(parts.map(str::to_owned)));
            typed.read_as(&asked, today).map(|day| day.to_string())
        };
        for (parts, day) in [
            (["14", "2", "1985"], None),
            ([" 14 ", "02", " 1985 "], None),
            (["14", "2", "85"], Some("1985-02-14")),
            (["14", "Feb", "1985"], Some("1985-02-14")),
            (["14th", "2", "1985"], Some("1985-02-14")),
            (["1985", "2", "14"], Some("1985-02-14")),
            (["14/2/1985", "", ""], Some("1985-02-14")),
            (["", "", "1985-02-14"], Some("1985-02-14")),
            (["today", "", ""], Some("2026-11-28")),
            // No day, or none that can be the answer.
            (["", "", ""], None),
            (["31 Feb", "", "2020"], None),
            (["29", "Nov", "2026"], None),
        ] {
            assert_eq!(read(parts).as_deref(), day, "{parts:?}");
        }
        let not_known =
            FieldInput { not_known: true, typed: RawValue::Date(["today", "", ""].map(str::to_owned)) };
        assert_eq!(not_known.read_as(&asked, today), None);
        let text = FieldInput::typed(RawValue::Text("today".to_owned()));
        assert_eq!(text.read_as(&question(Kind::Text), today), None, "a text that is no date");
    }

    /// A choice is read only if the question has it; what is typed in another kind of field is no answer.
    #[test]
    fn an_entry_of_another_kind_is_no_answer() {
        let today = Date::parse("2026-11-28").unwrap();
        let text = || FieldInput::typed(RawValue::Text("1".to_owned()));
        let choice = || FieldInput::typed(RawValue::Choice("yes".to_owned()));
        for (kind, entry) in [
            (Kind::YesNo(YesNoWords::default()), text()),
            (Kind::Choice(Vec::new()), choice()),
            (Kind::Set(Vec::new()), choice()),
            (Kind::Count(0, 9), choice()),
            (Kind::Date { future: true }, text()),
            (Kind::Text, choice()),
            (Kind::LongText, FieldInput::typed(RawValue::NoneOfThese)),
        ] {
            let asked = question(kind);
            assert_eq!(entry.read(&asked, today), Ok(None), "{:?}", asked.kind);
        }
    }

    /// The entries of a group stand for themselves: nothing is picked for the whole but that there are none.
    #[test]
    fn a_group_is_picked_for_the_whole_only_when_it_has_no_entries() {
        for (entries, typed) in [(0, RawValue::NoneOfThese), (1, RawValue::Nothing), (2, RawValue::Nothing)] {
            let answer = Answer::Known(Value::Group(vec![crate::answers::Record::new(); entries]));
            assert_eq!(FieldInput::from_answer(&answer), FieldInput::typed(typed), "{entries} entries");
        }
    }

    #[test]
    fn an_email_address_has_a_name_and_a_domain_with_a_full_stop() {
        for (text, is) in [
            ("pc.sample@police.example", true),
            ("a@b.c", true),
            ("police.example", false),
            ("@police.example", false),
            ("pc@sample@police.example", false),
            ("pc@police", false),
            ("pc@.example", false),
            ("pc@police.", false),
            ("pc@police..example", false),
            ("pc sample@police.example", false),
            ("pc@police example.org", false),
        ] {
            assert_eq!(is_email(text), is, "{text}");
        }
    }

    /// Three digits, as 101 has, in any script.
    #[test]
    fn a_phone_number_has_three_digits() {
        for (text, is) in
            [("101", true), ("1 0 1 (front desk)", true), ("12", false), ("٠١٢", true), ("desk", false)]
        {
            assert_eq!(is_phone(text), is, "{text}");
        }
    }
}
