//! The line that comes back: `K7Q-2M9-XDR dash_yes H3KQ 22 partner_agency 2026-11-30 7M`. It holds the code, the name and the
//! letters of the question, the answer, where it comes from, of which day, and two letters that check the rest.

use drive_screening_core::answers::{Answer, Chosen, Value, check_letters, is_code};
use drive_screening_core::base::date::Date;
use drive_screening_core::base::words::Phrase;
use drive_screening_core::interview::{FieldInput, RawValue};
use drive_screening_core::pack::{Kind, Origin, Question};

/// Most characters of what is pasted: a few long lines. No honest reply has as many.
pub const MOST_CHARACTERS: usize = 2_000;

/// Most lines that are read at once.
pub const MOST_REPLIES: usize = 20;

/// Words of a line.
const WORDS: usize = 7;

const NOT_KNOWN: &str = "not_known";
const NONE: &str = "none";

/// A line that comes back, as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReplyLine {
    /// The code.
    pub code: String,
    /// The name of the question.
    pub fact: String,
    /// The letters of the question.
    pub mark: String,
    /// The answer, as it is written in lines.
    pub answer: String,
    /// Where it comes from.
    pub from: Origin,
    /// The day it is of.
    pub on: Date,
}

/// Why what was pasted is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is longer than [`MOST_CHARACTERS`], or has more than [`MOST_REPLIES`] lines.
    TooLong,
    /// It has a character that no line has.
    OddCharacter,
    /// It is not made of whole lines.
    NoReply,
    /// The check letters are others.
    Mistyped,
    /// Its code is not of this case and question.
    OtherCase,
    /// These criteria ask something else by that name, or nothing.
    OtherQuestion,
    /// The question is not asked now.
    NotAsked,
    /// The answer is none that the question takes.
    DoesNotFit,
    /// Its day is yet to come.
    Future,
    /// Its day is more than [`OLDEST_DAYS`](super::OLDEST_DAYS) ago.
    TooOld,
}

impl Refusal {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::TooLong,
        Self::OddCharacter,
        Self::NoReply,
        Self::Mistyped,
        Self::OtherCase,
        Self::OtherQuestion,
        Self::NotAsked,
        Self::DoesNotFit,
        Self::Future,
        Self::TooOld,
    ];

    /// What is wrong, and what to do about it.
    pub fn words(self) -> Phrase {
        match self {
            Self::TooLong => Phrase::of(
                "This is too long to be a reply. Paste only the line that came back, or a few of them.",
                "Mae hyn yn rhy hir i fod yn ymateb. Gludwch y llinell a ddaeth yn ôl yn unig, neu ychydig ohonynt.",
            ),
            Self::OddCharacter => Phrase::of(
                "This has a character that no reply has. Paste only the line that came back, with no words around it.",
                "Mae nod yma nad yw mewn unrhyw ymateb. Gludwch y llinell a ddaeth yn ôl yn unig, heb eiriau o'i chwmpas.",
            ),
            Self::NoReply => Phrase::of(
                "This is not a reply, or a part of it is missing. Paste the whole line that came back. If you got an answer in words, go to the question and answer it.",
                "Nid ymateb yw hwn, neu mae rhan ohono ar goll. Gludwch y llinell gyfan a ddaeth yn ôl. Os cawsoch ateb mewn geiriau, ewch at y cwestiwn a'i ateb.",
            ),
            Self::Mistyped => Phrase::of(
                "The check letters do not match: a letter was mistyped or lost. Copy the line again, or ask for it again.",
                "Nid yw'r llythrennau gwirio'n cyfateb: cafodd llythyren ei chamdeipio neu ei cholli. Copïwch y llinell eto, neu gofynnwch amdani eto.",
            ),
            Self::OtherCase => Phrase::of(
                "This reply is to a question of another case. Open the case that it is about, and paste it there.",
                "Ymateb i gwestiwn mewn achos arall yw hwn. Agorwch yr achos y mae'n ymwneud ag ef, a'i ludo yno.",
            ),
            Self::OtherQuestion => Phrase::of(
                "The question has other words in this copy. Read the answer, and put it in yourself if it fits.",
                "Mae geiriau eraill i'r cwestiwn yn y copi hwn. Darllenwch yr ateb, a rhowch ef i mewn eich hun os yw'n addas.",
            ),
            Self::NotAsked => Phrase::of(
                "This question is not asked now. Nothing needs to be done.",
                "Ni ofynnir y cwestiwn hwn nawr. Nid oes angen gwneud dim.",
            ),
            Self::DoesNotFit => Phrase::of(
                "The answer does not fit the question. Ask for it again.",
                "Nid yw'r ateb yn addas i'r cwestiwn. Gofynnwch amdano eto.",
            ),
            Self::Future => Phrase::of(
                "The day of this reply is yet to come. Ask which day is right.",
                "Nid yw diwrnod yr ymateb hwn wedi dod eto. Gofynnwch pa ddiwrnod sy'n gywir.",
            ),
            Self::TooOld => Phrase::of(
                "This reply is more than 28 days old. Ask again.",
                "Mae'r ymateb hwn yn fwy na 28 diwrnod oed. Gofynnwch eto.",
            ),
        }
    }
}

impl ReplyLine {
    /// The line that answers a question.
    pub fn new(code: &str, question: &Question, mark: &str, answer: &Answer, from: Origin, on: Date) -> Self {
        Self {
            code: code.to_owned(),
            fact: question.id.as_str().to_owned(),
            mark: mark.to_owned(),
            answer: written(answer),
            from,
            on,
        }
    }

    /// It as text.
    pub fn text(&self) -> String {
        let line = self.unchecked();
        let check = check_letters(&line);
        [line, check].join(" ")
    }

    fn unchecked(&self) -> String {
        let Self { code, fact, mark, answer, from, on } = self;
        [code, fact, mark, answer, from.name(), &on.to_string()].join(" ")
    }

    /// What would be typed to answer so.
    pub(super) fn input(&self, question: &Question) -> Option<FieldInput> {
        let answer = self.answer.as_str();
        if answer == NOT_KNOWN {
            return Some(FieldInput { not_known: true, typed: RawValue::Nothing });
        }
        let typed = match &question.kind {
            Kind::YesNo(_) | Kind::Choice(_) => RawValue::Choice(answer.to_owned()),
            Kind::Set(_) if answer == NONE => RawValue::NoneOfThese,
            Kind::Set(choices) => {
                let values: Vec<&str> = answer.split('+').collect();
                let is_choice = |value: &&str| choices.iter().any(|choice| choice.value == *value);
                let set: Chosen = values.iter().copied().collect();
                if !values.iter().all(is_choice) || set.iter().count() != values.len() {
                    return None;
                }
                RawValue::Set(set)
            }
            Kind::Count(..) if answer.bytes().all(|byte| byte.is_ascii_digit()) => {
                RawValue::Text(answer.to_owned())
            }
            Kind::Date { .. } => {
                FieldInput::from_answer(&Answer::Known(Value::Date(Date::parse(answer)?))).typed
            }
            _ => return None,
        };
        Some(FieldInput::typed(typed))
    }
}

/// An answer as it is written in lines.
fn written(answer: &Answer) -> String {
    match answer {
        Answer::Known(Value::YesNo(yes)) => if *yes { "yes" } else { "no" }.to_owned(),
        Answer::Known(Value::Choice(value)) => value.clone(),
        Answer::Known(Value::Set(values)) if values.is_empty() => NONE.to_owned(),
        Answer::Known(Value::Set(values)) => values.iter().map(String::as_str).collect::<Vec<_>>().join("+"),
        Answer::Known(Value::Count(count)) => count.to_string(),
        Answer::Known(Value::Date(date)) => date.to_string(),
        // What cannot be asked is not written either.
        Answer::NotKnown | Answer::Known(Value::Text(_) | Value::Group(_)) => NOT_KNOWN.to_owned(),
    }
}

/// The lines of what was pasted. Mail breaks long lines and marks quoted ones; both are nothing to who reads them.
///
/// # Errors
/// Why it is none, for the first line that is none.
pub fn read_replies(pasted: &str) -> Result<Vec<ReplyLine>, Refusal> {
    if pasted.chars().nth(MOST_CHARACTERS).is_some() {
        return Err(Refusal::TooLong);
    }
    let is_usual = |c: char| c.is_ascii_alphanumeric() || c.is_ascii_whitespace() || "-_+>".contains(c);
    if !pasted.chars().all(is_usual) {
        return Err(Refusal::OddCharacter);
    }
    let words: Vec<&str> = pasted
        .split_ascii_whitespace()
        .map(|word| word.trim_start_matches('>'))
        .filter(|word| !word.is_empty())
        .collect();
    let lines = words.chunks(WORDS);
    if words.is_empty() {
        return Err(Refusal::NoReply);
    }
    if lines.len() > MOST_REPLIES {
        return Err(Refusal::TooLong);
    }
    lines.map(read).collect()
}

fn read(words: &[&str]) -> Result<ReplyLine, Refusal> {
    let [code, fact, mark, answer, from, on, check] = *words else { return Err(Refusal::NoReply) };
    let [code, mark, check] = [code, mark, check].map(str::to_ascii_uppercase);
    let [fact, answer, from] = [fact, answer, from].map(str::to_ascii_lowercase);
    // What has the shape of a line but was mistyped is told from what is none.
    if code.len() != 11 || check.len() != 2 || on.len() != 10 {
        return Err(Refusal::NoReply);
    }
    let line = [&code, &fact, &mark, &answer, &from, on].join(" ");
    if check_letters(&line) != check || !is_code(&code) {
        return Err(Refusal::Mistyped);
    }
    let (Some(from), Some(on)) = (Origin::from_name(&from), Date::parse(on)) else {
        return Err(Refusal::DoesNotFit);
    };
    Ok(ReplyLine { code, fact, mark, answer, from, on })
}
