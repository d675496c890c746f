//! Any answers to any built-in pack: learning one more fact never contradicts what was settled, and leaves nothing
//! possible that was not.

#![no_main]

use drive_screening_core::answers::{Answer, Answers, Chosen, Value};
use drive_screening_core::base::date::Date;
use drive_screening_core::pack::{FactId, Kind, Pack, Question, Stage, builtin};
use drive_screening_core::screening::{MAX_SETS, explanation, screen};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static PACKS: LazyLock<Vec<Pack>> =
    LazyLock::new(|| builtin::names().map(|name| Pack::builtin(name).expect("it is sound")).collect());

/// The next byte, or nothing more.
fn take(bytes: &mut &[u8]) -> u8 {
    let (first, rest) = bytes.split_first().unwrap_or((&0, &[]));
    *bytes = rest;
    *first
}

/// An answer of the question's kind.
fn value(question: &Question, day: Date, bytes: &mut &[u8]) -> Option<Value> {
    let choice = |byte: u8| {
        let choices = question.kind.choices();
        choices.get(usize::from(byte) % choices.len()).map(|choice| choice.value.clone())
    };
    Some(match &question.kind {
        Kind::YesNo(_) => Value::YesNo(take(bytes) & 1 == 1),
        Kind::Choice(_) => Value::Choice(choice(take(bytes))?),
        Kind::Set(_) => {
            let mut chosen = Chosen::default();
            for _ in 0..take(bytes) % 4 {
                chosen.insert(&choice(take(bytes))?);
            }
            Value::Set(chosen)
        }
        Kind::Count(min, max) => Value::Count((min + u32::from(take(bytes))).min(*max)),
        Kind::Date { future } => {
            let (months, days) = (u32::from(take(bytes)), u64::from(take(bytes)));
            let date = Date::EARLIEST.plus_months((2026 - 20) * 12 + months).plus_days(days)?;
            if *future { date } else { date.min(day) }.into_value()
        }
        Kind::Text | Kind::LongText => {
            Value::Text(if take(bytes) & 1 == 1 { "As written".to_owned() } else { String::new() })
        }
        Kind::Group(_) => return None,
    })
}

trait IntoValue {
    fn into_value(self) -> Value;
}

impl IntoValue for Date {
    fn into_value(self) -> Value {
        Value::Date(self)
    }
}

fuzz_target!(|bytes: &[u8]| {
    let mut bytes = bytes;
    let pack = &PACKS[usize::from(take(&mut bytes)) % PACKS.len()];
    let Some(day) = Date::from_ymd(2024 + i32::from(take(&mut bytes) % 8), 2, 28)
        .and_then(|day| day.plus_days(u64::from(take(&mut bytes))))
    else {
        return;
    };
    let mut answers = Answers::none(day);
    let mut before = screen(pack, &answers);
    let mut questions: Vec<&Question> = pack
        .questions()
        .filter(|(place, _)| pack.section(place.page).stage == Stage::Screening)
        .map(|(_, question)| question)
        .collect();
    while !bytes.is_empty() && !questions.is_empty() {
        let question = questions.swap_remove(usize::from(take(&mut bytes)) % questions.len());
        let Some(fact) = FactId::parse(question.id.as_str()) else { continue };
        let answer = match take(&mut bytes) % 8 {
            0 => Some(Answer::NotKnown),
            _ => value(question, day, &mut bytes).map(Answer::Known),
        };
        let Some(answer) = answer else { continue };
        answers.facts.insert(fact, answer);
        if pack.instruments.iter().any(|instrument| counted_too_much(&answers, instrument)) {
            return;
        }
        let after = screen(pack, &answers);
        // A date of birth that comes after an age may say another age; it is asked with the referral alone.
        assert!(after.possible.iter().all(|verdict| before.possible.contains(verdict)), "{answers:?}");
        assert!(!before.is_settled() || after.possible == before.possible, "{answers:?}");
        assert_eq!(after.is_settled(), after.open.is_empty());
        let explained = explanation(pack, &answers, &after);
        assert_eq!(explained.because.is_empty(), !after.is_settled() || after.sufficient_set.is_empty(), "{answers:?}");
        assert!(explained.would_change.iter().map(|leads| leads.sets.len()).sum::<usize>() <= MAX_SETS);
        before = after;
    }
});

/// More items than any form has are refused when a sheet is read.
fn counted_too_much(answers: &Answers, instrument: &drive_screening_core::pack::Instrument) -> bool {
    let count = |fact: &FactId| match answers.known(fact.as_str()) {
        Some(Value::Count(count)) => *count,
        _ => 0,
    };
    let form = match answers.known(instrument.form.as_str()) {
        Some(Value::Choice(form)) => instrument.items.get(form).copied().unwrap_or(instrument.otherwise),
        _ => instrument.otherwise,
    };
    count(&instrument.yes) + count(&instrument.not_known) > form
}
