//! Answers that may not be right: two that contradict each other, a number or a day that is not usual. Each may be true, so
//! it counts and is asked about: where it is typed, and again before documents are made.

use super::Interview;
use super::asked::asked_in_item;
use super::entry::{Field, FieldInput, NO_CLOCK, in_figures, in_words};
use super::form::{Form, GroupEntry};
use super::say::say;
use crate::answers::{Answers, Value};
use crate::base::date::Date;
use crate::base::problem::Problem;
use crate::base::text::quoted;
use crate::base::time_of_day::impossible_time_in;
use crate::base::words::{Language, Localized, Phrase};
use crate::pack::{
    Bound, BoundDay, FactId, Flag, FlagWhen, Group, Instrument, Kind, Pack, Question, Rule, WrittenAs,
    facts_of,
};
use crate::screening::{Evaluator, Truth};

/// An answer that may not be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// Its field.
    pub field: Field,
    /// The answers that it does not fit, of the same entry or outside groups.
    pub with: Vec<FactId>,
    /// A stable public name, such as `ask-dates-disagree`.
    pub code: &'static str,
    /// What is asked, and what to do.
    pub message: Localized,
}

const BEFORE: Phrase = Phrase::of(
    "{0} is before \u{201c}{1}\u{201d}, {2}; check both dates",
    "mae {0} cyn \u{201c}{1}\u{201d}, {2}; gwiriwch y ddau ddyddiad",
);
const AFTER: Phrase = Phrase::of(
    "{0} is after \u{201c}{1}\u{201d}, {2}; check both dates",
    "mae {0} ar ôl \u{201c}{1}\u{201d}, {2}; gwiriwch y ddau ddyddiad",
);
const PASSED: Phrase =
    Phrase::of("{0} has passed; check the date", "mae {0} wedi mynd heibio; gwiriwch y dyddiad");
const AHEAD: Phrase =
    Phrase::of("{0} has not come yet; check the date", "nid yw {0} wedi dod eto; gwiriwch y dyddiad");
const LONG_AGO: Phrase = Phrase::of(
    "{0} is more than {1} months ago; check the date",
    "mae {0} dros {1} mis yn ôl; gwiriwch y dyddiad",
);
const NOT_LONG_AGO: Phrase = Phrase::of(
    "{0} is less than {1} months ago; check the date",
    "mae {0} lai na {1} mis yn ôl; gwiriwch y dyddiad",
);
const WHILE: Phrase = Phrase::of(
    ". The answer to \u{201c}{0}\u{201d} is \u{201c}{1}\u{201d}: is that right?",
    ". Yr ateb i \u{201c}{0}\u{201d} yw \u{201c}{1}\u{201d}: a yw hynny'n gywir?",
);
const FEW: Phrase = Phrase::of(
    "{0} is less than {1}, the least that is expected; check the number",
    "mae {0} yn llai na {1}, y lleiaf a ddisgwylir; gwiriwch y rhif",
);
const MANY: Phrase = Phrase::of(
    "{0} is more than {1}, the most that is expected; check the number",
    "mae {0} yn fwy na {1}, y mwyaf a ddisgwylir; gwiriwch y rhif",
);
const FEW_YEARS: Phrase = Phrase::of(
    "{2} gives {0}, and at least {1} is expected; check the year",
    "mae {2} yn rhoi {0}, a disgwylir {1} o leiaf; gwiriwch y flwyddyn",
);
const MANY_YEARS: Phrase = Phrase::of(
    "{2} gives {0}, and at most {1} is expected; check the year",
    "mae {2} yn rhoi {0}, a disgwylir {1} ar y mwyaf; gwiriwch y flwyddyn",
);
const COUNTED: Phrase = Phrase::of(
    "the items answered yes, no and not known come to {0}, and the form has {1}; check the counts",
    "daw'r eitemau a atebwyd yn gadarnhaol, yn negyddol a â 'ddim yn hysbys' i {0}, ac mae gan y ffurflen {1}; gwiriwch y rhifiadau",
);

impl Interview<'_> {
    /// Every doubt about the answers, in the order of the form. Only what is asked is doubted.
    pub fn doubts(self) -> Vec<Doubt> {
        let Self { pack, form, answers, .. } = self;
        let mut doubts = Vec::new();
        let whole = Looked { pack, answers, entry: None };
        for (_, question) in pack.questions() {
            whole.look(question, &mut doubts);
            whole.ages(question, &mut doubts);
            whole.counts(question, &mut doubts);
            let Kind::Group(group) = &question.kind else { continue };
            let doubted = group.questions.iter().any(|inner| inner.expected.may_be_doubted());
            let Some(Value::Group(records)) = answers.known(question.id.as_str()).filter(|_| doubted) else {
                continue;
            };
            if !asked_in_item(pack, answers, question) {
                continue;
            }
            for (item, record) in form.items(question.id.as_str()).zip(records) {
                let mut all = answers.clone();
                for (fact, answer) in record {
                    all.facts.insert(fact.clone(), answer.clone());
                }
                let looked = Looked { pack, answers: &all, entry: Some((question, group, item)) };
                for inner in &group.questions {
                    looked.look(inner, &mut doubts);
                }
            }
        }
        doubts
    }

    /// What is asked about a field, whether it is the one that does not fit or one that another does not fit.
    pub fn doubts_at(self, field: &Field) -> Vec<Localized> {
        let here = self.doubts().into_iter().filter(|doubt| doubt.is_about(field));
        here.map(|doubt| doubt.message).collect()
    }
}

impl Doubt {
    /// Whether it is asked about at a field: the one that does not fit, or one that this does not fit.
    pub fn is_about(&self, field: &Field) -> bool {
        self.field == *field
            || (self.with.contains(&field.fact) && (field.item.is_none() || field.item == self.field.item))
    }

    /// The same for who gives answer sheets.
    pub fn problem(&self, form: &Form) -> Problem {
        let at = match &self.field.item {
            Some((group, key)) => {
                let number =
                    form.items(group.as_str()).find(|item| item.key == *key).map_or(0, |item| item.number);
                format!("{group}/{number}/{}", self.field.fact)
            }
            None => self.field.fact.as_str().to_owned(),
        };
        let next_step = Phrase::of(
            "put right what is wrong; if it is true, leave it",
            "cywirwch yr hyn sy'n anghywir; os yw'n wir, gadewch ef",
        );
        Problem::new(self.code, at, self.message.clone(), next_step.text())
    }
}

/// Answers that are looked at: those outside groups, with those of one entry.
struct Looked<'a> {
    pack: &'a Pack,
    answers: &'a Answers,
    entry: Option<(&'a Question, &'a Group, GroupEntry)>,
}

impl Looked<'_> {
    fn look(&self, question: &Question, doubts: &mut Vec<Doubt>) {
        let expected = &question.expected;
        let Some(value) = self.answers.known(question.id.as_str()) else { return };
        if !expected.may_be_doubted() || !asked_in_item(self.pack, self.answers, question) {
            return;
        }
        let mut add = |code, with, message: Localized| {
            doubts.push(Doubt {
                field: self.field(&question.id),
                with,
                code,
                message: self.about(question, &message),
            });
        };
        match value {
            Value::Date(date) => {
                for (before, bound) in expected.bounds() {
                    if let Some((with, message)) = self.beyond(*date, before, bound) {
                        add("ask-dates-disagree", with, message);
                    }
                }
                let years = date.whole_years_until(self.answers.screened_on);
                if let Some(message) = years.and_then(|years| unusual(question, years, Some(*date))) {
                    add("ask-not-usual", Vec::new(), message);
                }
            }
            Value::Count(count) => {
                if let Some(message) = unusual(question, *count, None) {
                    add("ask-not-usual", Vec::new(), message);
                }
            }
            Value::Text(text) => {
                let time =
                    (expected.written_as == Some(WrittenAs::WithTimes)).then(|| impossible_time_in(text));
                if let Some(time) = time.flatten() {
                    add("ask-no-such-time", Vec::new(), NO_CLOCK.fill(&[&quoted(time)]));
                } else if let Err(message) = self.typed(question) {
                    // What is wrong already says which question it is about.
                    doubts.push(Doubt {
                        field: self.field(&question.id),
                        with: Vec::new(),
                        code: "ask-not-readable",
                        message: self.within(message),
                    });
                }
            }
            _ => {}
        }
    }

    /// What is asked of a date that is beyond a day, and the answers that it does not fit.
    fn beyond(&self, date: Date, before: bool, bound: &Bound) -> Option<(Vec<FactId>, Localized)> {
        let facts = Evaluator::new(self.pack, self.answers, &[]);
        if bound.when.as_ref().is_some_and(|rule| facts.truth(rule) != Truth::Yes) {
            return None;
        }
        let today = self.answers.screened_on;
        let said = in_words(date);
        let (mut with, mut message) = match &bound.day {
            BoundDay::Fact(fact) => {
                let Some(Value::Date(other)) = self.answers.known(fact.as_str()) else { return None };
                let question = self.pack.question(fact.as_str())?;
                let wrong = if before { date < *other } else { date > *other };
                if !wrong || !asked_in_item(self.pack, self.answers, question) {
                    return None;
                }
                let words = if before { BEFORE } else { AFTER };
                (vec![fact.clone()], words.fill_in(&[&said, &question.label, &in_words(*other)]))
            }
            BoundDay::MonthsAgo(months) => {
                let later = date.plus_months(*months);
                let wrong = if before { later < today } else { later > today };
                if !wrong {
                    return None;
                }
                let words = match (before, months) {
                    (true, 0) => PASSED,
                    (false, 0) => AHEAD,
                    (true, _) => LONG_AGO,
                    (false, _) => NOT_LONG_AGO,
                };
                (Vec::new(), words.fill_in(&[&said, &in_figures(*months)]))
            }
            // Such a date is refused.
            BoundDay::Fixed(_) => return None,
        };
        for fact in bound.when.iter().flat_map(|rule| facts_of(rule, &self.pack.instruments)) {
            if let (Some(question), Some(answer)) =
                (self.pack.question(fact.as_str()), self.answers.get(fact.as_str()))
            {
                let said = |language| say(question, answer, language);
                let said = Localized { en: said(Language::En), cy: said(Language::Cy) };
                let reason = WHILE.fill_in(&[&question.label, &said]);
                message.en.push_str(&reason.en);
                message.cy.push_str(&reason.cy);
                with.push(fact);
            }
        }
        Some((with, message))
    }

    /// Counts of an instrument that do not come to the items of its form. That the others are more than it has is refused.
    fn counts(&self, question: &Question, doubts: &mut Vec<Doubt>) {
        for instrument in &self.pack.instruments {
            let Instrument { form, yes, not_known, no: Some(no), .. } = instrument else { continue };
            let count = |fact: &FactId| match self.answers.known(fact.as_str()) {
                Some(Value::Count(count)) => Some(*count),
                _ => None,
            };
            let counts = [yes, not_known, no].map(count);
            let (true, [Some(yes_is), Some(not_known_is), Some(no_is)]) = (*no == question.id, counts) else {
                continue;
            };
            let (items, counted) = (
                instrument.items(&self.answers.facts),
                yes_is.saturating_add(not_known_is).saturating_add(no_is),
            );
            let form_is_known = self.answers.known(form.as_str()).is_some();
            if form_is_known && counted != items && asked_in_item(self.pack, self.answers, question) {
                let message = COUNTED.fill(&[&counted.to_string(), &items.to_string()]);
                doubts.push(Doubt {
                    field: self.field(no),
                    with: vec![yes.clone(), not_known.clone(), form.clone()],
                    code: "ask-counts-disagree",
                    message: self.about(question, &message),
                });
            }
        }
    }

    /// A stated age that is not the one by the date of birth, as a flag of the pack says it.
    fn ages(&self, question: &Question, doubts: &mut Vec<Doubt>) {
        for flag in &self.pack.flags {
            let Some((born, age, rule)) = ages_that_differ(flag) else { continue };
            let facts = Evaluator::new(self.pack, self.answers, &[]);
            if *age == question.id && facts.truth(rule) == Truth::Yes {
                let says = |language| {
                    let act = flag.act.as_ref().map_or("", |act| act.say(language));
                    [flag.text.say(language), ". ", act].concat()
                };
                let message = Localized { en: says(Language::En), cy: says(Language::Cy) };
                let field = self.field(&question.id);
                doubts.push(Doubt { field, with: vec![born.clone()], code: "ask-ages-disagree", message });
            }
        }
    }

    fn field(&self, fact: &FactId) -> Field {
        let item = self.entry.map(|(question, _, item)| (question.id.clone(), item.key));
        Field { item, fact: fact.clone() }
    }

    /// What is wrong with the answer, were it typed.
    fn typed(&self, question: &Question) -> Result<(), Localized> {
        let answer = self.answers.get(question.id.as_str());
        let read =
            answer.map(|answer| FieldInput::from_answer(answer).read(question, self.answers.screened_on));
        read.transpose().map(|_| ())
    }

    /// The message with the question it is about before it.
    fn about(&self, question: &Question, message: &Localized) -> Localized {
        let label = &question.label;
        self.within(Localized {
            en: [&label.en, ": ", &message.en].concat(),
            cy: [&label.cy, ": ", &message.cy].concat(),
        })
    }

    /// The message with the entry it is about before it, if it is about one.
    fn within(&self, message: Localized) -> Localized {
        let Some((_, group, item)) = self.entry else { return message };
        let number = item.number.to_string();
        Localized {
            en: [&group.item.en, " ", &number, ", ", &message.en].concat(),
            cy: [&group.item.cy, " ", &number, ", ", &message.cy].concat(),
        }
    }
}

/// The date of birth and the age of a flag that says that they do not agree.
fn ages_that_differ(flag: &Flag) -> Option<(&FactId, &FactId, &Rule)> {
    match &flag.when {
        FlagWhen::Rule { when: Some(rule @ Rule::AgesDiffer { date_of_birth, age }), unless: None } => {
            Some((date_of_birth, age, rule))
        }
        _ => None,
    }
}

/// What is asked of a number that is not usual; of one that a date comes to, with the date.
fn unusual(question: &Question, found: u32, date: Option<Date>) -> Option<Localized> {
    let usual = question.expected.usual.as_ref()?;
    let few = usual.min.filter(|min| found < *min).map(|min| (min, FEW, FEW_YEARS));
    let many = || usual.max.filter(|max| found > *max).map(|max| (max, MANY, MANY_YEARS));
    let (limit, words, of_date) = few.or_else(many)?;
    let (found, limit) = (in_figures(found), in_figures(limit));
    Some(match date {
        Some(date) => of_date.fill_in(&[&found, &limit, &in_words(date)]),
        None => words.fill_in(&[&found, &limit]),
    })
}
