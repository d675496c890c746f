//! One field as typed, kept as typed, and read into an answer.

use super::typed_date::{TypedDate, typed_date};
use crate::answers::{Answer, Chosen, Value, clean_text};
use crate::date::{Date, MOST_YEARS_BACK};
use crate::pack::{Choice, FactId, Impossible, Kind, Question, WrittenAs};
use crate::text::quoted;
use crate::time_of_day::{TypedTime, typed_time};
use crate::words::{Language, Localized};

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

    /// The id of the field's first control in the page.
    pub fn control(&self) -> String {
        match &self.item {
            Some((of, Self::EVIDENCE)) => [of.as_str(), "-evidence-", self.fact.as_str()].concat(),
            Some((_, key)) => format!("{}-{key}", self.fact),
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
            (Kind::YesNo, RawValue::Choice(value)) => match value.as_str() {
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
                    return Err(contradicts(question, one, other));
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
fn about(question: &Question, en: &str, cy: &str) -> Localized {
    Localized::new(format!("{}: {en}", question.label.en), format!("{}: {cy}", question.label.cy))
}

fn contradicts(question: &Question, one: &Choice, other: &Choice) -> Localized {
    about(
        question,
        &format!(
            "\u{201c}{}\u{201d} and \u{201c}{}\u{201d} contradict each other; untick one",
            one.label.en, other.label.en
        ),
        &format!(
            "mae \u{201c}{}\u{201d} a \u{201c}{}\u{201d} yn gwrth-ddweud ei gilydd; dad-diciwch un",
            one.label.cy, other.label.cy
        ),
    )
}

fn count(question: &Question, text: &str, min: u32, max: u32) -> Result<u32, Localized> {
    let text = text.trim();
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    match text.parse().ok().filter(|count| digits && (min..=max).contains(count)) {
        Some(count) => Ok(count),
        None => Err(about(
            question,
            &format!("enter a whole number from {min} to {max}"),
            &format!("rhowch rif cyfan o {min} i {max}"),
        )),
    }
}

fn date(question: &Question, parts: &[String; 3], future: bool, today: Date) -> Result<Date, Localized> {
    let typed: Vec<&str> = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    let typed = quoted(&typed.join(" "));
    let date = match typed_date(parts, today, future) {
        TypedDate::Day(date) => date,
        TypedDate::NoYear => return Err(not_whole(question)),
        TypedDate::No if parts.iter().any(|part| part.trim().is_empty()) => return Err(not_whole(question)),
        TypedDate::Century(one, other) => {
            let [one, other] =
                [one, other].map(|date| (date.in_words(Language::En), date.in_words(Language::Cy)));
            return Err(about(
                question,
                &format!("is that {} or {}? Enter all four figures of the year", one.0, other.0),
                &format!("ai {} ynteu {}? Rhowch bedwar ffigur y flwyddyn", one.1, other.1),
            ));
        }
        TypedDate::MonthFirst => {
            return Err(about(
                question,
                &format!("{typed} has no such month; enter the day first, like 21 11 2026"),
                &format!("nid oes mis o'r fath yn {typed}; rhowch y diwrnod yn gyntaf, fel 21 11 2026"),
            ));
        }
        TypedDate::No => {
            return Err(about(
                question,
                &format!("{typed} is not a real date; enter one like 21 11 2026"),
                &format!("nid yw {typed} yn ddyddiad go iawn; rhowch un fel 21 11 2026"),
            ));
        }
    };
    if date.is_too_long_before(today) {
        return Err(about(
            question,
            &format!(
                "{} is more than {MOST_YEARS_BACK} years ago; check the year",
                date.in_words(Language::En)
            ),
            &format!(
                "mae {} dros {MOST_YEARS_BACK} mlynedd yn ôl; gwiriwch y flwyddyn",
                date.in_words(Language::Cy)
            ),
        ));
    }
    if !future && date > today {
        return Err(about(
            question,
            "enter today's date or an earlier one",
            "rhowch ddyddiad heddiw neu un cynharach",
        ));
    }
    if let Some(impossible) = question.expected.impossible(date) {
        let (day, en, cy) = match impossible {
            Impossible::Before(day) => (day, "before", "cyn"),
            Impossible::After(day) => (day, "after", "ar ôl"),
        };
        let [(date, dyddiad), (day, diwrnod)] =
            [date, day].map(|date| (date.in_words(Language::En), date.in_words(Language::Cy)));
        return Err(about(
            question,
            &format!("{date} cannot be right, as there was none {en} {day}; check the year"),
            &format!("ni all {dyddiad} fod yn gywir, gan nad oedd un {cy} {diwrnod}; gwiriwch y flwyddyn"),
        ));
    }
    Ok(date)
}

/// A text that is no free text: a time is put on the 24-hour clock.
fn written_as(question: &Question, text: String) -> Result<String, Localized> {
    let typed = quoted(&text);
    let (en, cy) = match question.expected.written_as {
        Some(WrittenAs::Time) => match typed_time(&text) {
            TypedTime::Time(time) => return Ok(time.to_string()),
            TypedTime::Half(one, other) => (
                format!("is that {one} or {other}? Enter it on the 24-hour clock"),
                format!("ai {one} ynteu {other}? Rhowch ef ar y cloc 24 awr"),
            ),
            TypedTime::NoSuchTime => (
                format!("no clock shows {typed}; enter a time from 00:00 to 23:59, like 14:30"),
                format!("nid oes cloc yn dangos {typed}; rhowch amser o 00:00 i 23:59, fel 14:30"),
            ),
            TypedTime::No => (
                format!("{typed} is not a time; enter one like 14:30 or 2.30pm"),
                format!("nid yw {typed} yn amser; rhowch un fel 14:30 neu 2.30 y prynhawn"),
            ),
        },
        Some(WrittenAs::Email) if !is_email(&text) => (
            format!("{typed} is not an email address; enter one like name@police.example"),
            format!("nid yw {typed} yn gyfeiriad e-bost; rhowch un fel enw@heddlu.example"),
        ),
        Some(WrittenAs::Phone) if !is_phone(&text) => (
            format!("{typed} is not a phone number; enter its digits, like 01632 960000"),
            format!("nid yw {typed} yn rhif ffôn; rhowch ei ddigidau, fel 01632 960000"),
        ),
        _ => return Ok(text),
    };
    Err(about(question, &en, &cy))
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

fn not_whole(question: &Question) -> Localized {
    about(
        question,
        "enter a day, a month and a year, like 21 11 2026",
        "rhowch ddiwrnod, mis a blwyddyn, fel 21 11 2026",
    )
}

fn bounded(question: &Question, text: String, max: usize) -> Result<String, Localized> {
    let length = text.chars().count();
    if length <= max {
        return Ok(text);
    }
    let over = length - max;
    Err(about(
        question,
        &format!("this is {over} characters too long; shorten it to {max}"),
        &format!("mae hyn {over} nod yn rhy hir; byrhewch ef i {max}"),
    ))
}
