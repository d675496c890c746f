//! The gaps of a referral, each with the field that fills it.

use super::Interview;
use super::asked::may_be_left_out;
use super::doubts::Doubt;
use super::entry::{Field, FieldError, in_figures};
use super::form::Form;
use super::progress::item_lacks;
use crate::answers::{Answer, Record, Value};
use crate::base::words::{Localized, Phrase};
use crate::pack::{FactId, Group, Kind, Pack, PageRef, Question, Speed, Stage};

/// An entry of a group, and what it lacks.
const OF_ENTRY: Phrase = Phrase::of("{0} {1}: {2}", "{0} {1}: {2}");

/// Something a referral lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The field that mends it.
    pub field: Field,
    /// Its page.
    pub page: PageRef,
    /// What it is.
    pub missing: Missing,
    /// The label of the question.
    pub label: Localized,
}

/// What is lacking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Not answered.
    Answer,
    /// Answered "not known", where a referral needs to know.
    Known,
    /// Typed, but not readable; with what is wrong.
    Mend(Localized),
    /// Too few entries.
    Entries,
    /// Answered, but it may not be right; with what is asked about it.
    Sure(Localized),
}

impl Interview<'_> {
    /// Everything a referral still lacks, in the order of the form.
    pub fn gaps(self) -> Vec<Gap> {
        let Self { pack, form, answers, .. } = self;
        let referral = self.at_stage(Stage::Referral);
        let mut gaps = Vec::new();
        let mut doubts = self.doubts().into_iter().peekable();
        for (place, question) in pack.questions() {
            let page = place.page;
            let field = Field::of(&question.id);
            let here = |doubt: &Doubt| {
                doubt.field.fact == question.id
                    || doubt.field.item.as_ref().is_some_and(|(group, _)| *group == question.id)
            };
            while let Some(Doubt { field, message, .. }) = doubts.next_if(here) {
                let missing = Missing::Sure(message);
                gaps.push(Gap { field, page, missing, label: question.label.clone() });
            }
            let mut add = |field: Field, missing: Missing, label: Localized| {
                gaps.push(Gap { field, page, missing, label });
            };
            if let Err(wrong) = form.check(pack, question, &field) {
                add(field, Missing::Mend(wrong.message), question.label.clone());
                continue;
            }
            for wrong in form.evidence_errors(pack, question) {
                add(wrong.field, Missing::Mend(wrong.message), question.label.clone());
            }
            if !referral.is_asked(question) {
                continue;
            }
            let answer = answers.get(question.id.as_str());
            let few = |group: &Group| form.items(question.id.as_str()).count() < group.at_least;
            match (&question.kind, answer) {
                // What may be added is never missing: only what an entry that somebody began lacks.
                (_, None | Some(Answer::NotKnown)) if question.speed == Speed::Full => {}
                (Kind::Group(group), _) if question.speed == Speed::Core && few(group) => {
                    add(field, Missing::Entries, question.label.clone());
                }
                (_, Some(Answer::NotKnown)) if question.must_be_known => {
                    add(field, Missing::Known, question.label.clone());
                }
                (_, None) if !may_be_left_out(pack, question) => {
                    add(field, Missing::Answer, question.label.clone());
                }
                (Kind::Group(group), Some(Answer::Known(Value::Group(records)))) => {
                    for (item, record) in form.items(question.id.as_str()).zip(records) {
                        for (inner, missing) in item_gaps(pack, form, question, group, item.key, record) {
                            let label =
                                OF_ENTRY.fill_in(&[&group.item, &in_figures(item.number), &inner.label]);
                            let field =
                                Field { item: Some((question.id.clone(), item.key)), fact: inner.id.clone() };
                            add(field, missing, label);
                        }
                    }
                }
                _ => {}
            }
        }
        gaps
    }
}

/// Everything typed that cannot be read, asked now or not: what an answer sheet of this form leaves out. In the order of
/// the form.
pub fn left_out(pack: &Pack, form: &Form) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for (place, question) in pack.questions() {
        let mut wrongs = form.errors(pack, [question], None);
        wrongs.extend(form.evidence_errors(pack, question));
        if let Kind::Group(group) = &question.kind {
            for item in form.items(question.id.as_str()) {
                wrongs.extend(form.errors(pack, &group.questions, Some(&(question.id.clone(), item.key))));
            }
        }
        for FieldError { field, message } in wrongs {
            gaps.push(Gap {
                field,
                page: place.page,
                missing: Missing::Mend(message),
                label: question.label.clone(),
            });
        }
    }
    gaps
}

fn item_gaps<'a>(
    pack: &'a Pack,
    form: &Form,
    question: &Question,
    group: &'a Group,
    key: u32,
    record: &'a Record,
) -> Vec<(&'a Question, Missing)> {
    let mut lacks = item_lacks(pack, question.speed, group, record, form.screened_on).peekable();
    let mut gaps = Vec::new();
    for inner in &group.questions {
        let field = Field { item: Some((question.id.clone(), key)), fact: inner.id.clone() };
        let lacking = lacks.next_if(|lacking| lacking.id == inner.id).is_some();
        if let Err(wrong) = form.read(inner, &field) {
            gaps.push((inner, Missing::Mend(wrong.message)));
        } else if lacking {
            let known = record.contains_key::<FactId>(&inner.id);
            gaps.push((inner, if known { Missing::Known } else { Missing::Answer }));
        }
    }
    gaps
}
