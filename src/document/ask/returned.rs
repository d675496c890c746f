//! What a line that came back is worth to a case.

use super::reply::{Refusal, ReplyLine};
use super::slip::{Slip, is_asked_now};
use drive_screening_core::answers::{Answer, Answers, CodeKey, Evidence, clean_text};
use drive_screening_core::base::date::Date;
use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_core::interview::{Draft, Field, FieldInput, Form, Interview};
use drive_screening_core::pack::{FactId, Pack, Question};
use drive_screening_core::screening::{Outcome, Relaxed, relaxed, screen};

/// How old an answer may be, in days: four weeks. What somebody knew before that may have changed, and asking again costs a message.
pub const OLDEST_DAYS: i64 = 28;

/// Most characters of whom the referrer called back.
pub const MOST_CALLED_BACK: usize = 200;

/// A line that fits the case.
#[derive(Clone, Debug)]
pub struct Returned<'a> {
    /// The question, with whom it was asked of.
    pub slip: Slip<'a>,
    /// The line.
    pub line: ReplyLine,
    /// The answer that it gives.
    pub answer: Answer,
    /// What it would relax.
    pub relaxed: Relaxed,
    /// How it stands.
    pub standing: Standing,
    /// What the answers come to with it.
    pub outcome: Outcome,
}

/// How a line stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The answer is the one that is there.
    Same,
    /// It only adds caution: it can be taken.
    Free,
    /// It would relax something: it can be taken once somebody was called back.
    CallBack,
}

/// What a line is worth to a case.
///
/// # Errors
/// Why it is worth nothing.
pub fn returned<'a>(
    interview: Interview<'a>,
    key: &CodeKey,
    line: ReplyLine,
    today: Date,
) -> Result<Returned<'a>, Refusal> {
    let Interview { pack, form, answers, .. } = interview;
    if key.code(&line.fact) != line.code {
        return Err(Refusal::OtherCase);
    }
    let question = pack.question(&line.fact).ok_or(Refusal::OtherQuestion)?;
    let slip = Slip::new(pack, question, key).ok_or(Refusal::NotAsked)?;
    if slip.mark != line.mark {
        return Err(Refusal::OtherQuestion);
    }
    if !is_asked_now(interview, question) {
        return Err(Refusal::NotAsked);
    }
    match line.on.days_until(today) {
        days if days < 0 => return Err(Refusal::Future),
        days if days > OLDEST_DAYS => return Err(Refusal::TooOld),
        _ => {}
    }
    let input = line.input(question).ok_or(Refusal::DoesNotFit)?;
    let answer = fitting(pack, form, question, &input).ok_or(Refusal::DoesNotFit)?;
    let with = |answer: &Answer| with_answer(pack, form, question, FieldInput::from_answer(answer));
    let relaxed = relaxed(pack, answers, question, &answer, with);
    let standing = if answers.get(question.id.as_str()) == Some(&answer) {
        Standing::Same
    } else if relaxed.is_nothing() {
        Standing::Free
    } else {
        Standing::CallBack
    };
    let outcome = screen(pack, &with(&answer));
    Ok(Returned { slip, line, answer, relaxed, standing, outcome })
}

/// The answer that would be read of an entry, if the form takes it as it is.
fn fitting(pack: &Pack, form: &Form, question: &Question, input: &FieldInput) -> Option<Answer> {
    let answer = input.read(question, form.screened_on).ok()??;
    let in_range = |form: &Form| form.check(pack, question, &Field::of(&question.id)).is_ok();
    let mut form = form.clone();
    form.put(&Field::of(&question.id), input.clone());
    let is_kept = form.answers(pack).get(question.id.as_str()) == Some(&answer);
    (is_kept && in_range(&form) && question.kind.is_closed()).then_some(answer)
}

fn with_answer(pack: &Pack, form: &Form, question: &Question, input: FieldInput) -> Answers {
    let mut form = form.clone();
    form.put(&Field::of(&question.id), input);
    form.answers(pack)
}

impl Returned<'_> {
    /// Whether it may be taken now, with what was typed of whom the referrer called back.
    pub fn may_be_taken(&self, called_back: &str) -> bool {
        match self.standing {
            Standing::Free => true,
            Standing::CallBack => !clean_called_back(called_back).is_empty(),
            Standing::Same => false,
        }
    }

    /// What is filled in when it is taken: the answer, and beside it where it comes from.
    pub fn taken(&self, called_back: &str, today: Date, language: Language) -> Option<Draft> {
        if !self.may_be_taken(called_back) {
            return None;
        }
        let question = self.slip.question;
        let mut typed = vec![(Field::of(&question.id), FieldInput::from_answer(&self.answer))];
        let evidence = Evidence {
            from: Some(self.line.from),
            on: Some(self.line.on),
            note: self.note(called_back, today, language),
        };
        for (name, answer) in &evidence.to_record() {
            let name: &FactId = name;
            typed.push((Field::evidence(&question.id, name), FieldInput::from_answer(answer)));
        }
        Some(Draft::of_typed(today, typed))
    }

    /// What is noted beside it: whom it was asked of and, where somebody was called back, whom and when.
    fn note(&self, called_back: &str, today: Date, language: Language) -> String {
        let mut note = words::ASKED.fill(&[self.slip.who.say(language)]).say(language).to_owned();
        if self.standing == Standing::CallBack {
            let on = today.in_words(language);
            note.push(' ');
            note.push_str(words::CALLED_BACK.fill(&[&on, &clean_called_back(called_back)]).say(language));
        }
        note
    }
}

/// Whom the referrer called back, as it is kept: one line, of at most [`MOST_CALLED_BACK`] characters.
pub fn clean_called_back(typed: &str) -> String {
    let start: String = typed.chars().take(MOST_CALLED_BACK).collect();
    clean_text(&start, false)
}

mod words {
    use super::Phrase;

    pub(super) const ASKED: Phrase = Phrase::of(
        "A reply that was pasted in; asked of: {0}.",
        "Ymateb a gludwyd i mewn; gofynnwyd i: {0}.",
    );
    pub(super) const CALLED_BACK: Phrase = Phrase::of("Called back on {0}: {1}", "Galwyd yn ôl ar {0}: {1}");
}
