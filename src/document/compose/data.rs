//! A part as data, `referral/1`: each answer beside the wording of its question as asked.

use super::context::Context;
use super::record::{Entry, Handling, ItemContent, Panel, PartRecord, RecordItem, Restricted, SectionRecord};
use crate::answer_line::answer_line;
use crate::composed::TOOL;
use crate::explain::explanation_json;
use crate::explain::provenance::Provenance;
use crate::explain::trace::{Traced, TracedAnswer, entries_line};
use crate::words;
use drive_screening_core::answers::{self, Answer, answer_to_json};
use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_core::pack::compiled::ValueSet;
use drive_screening_core::pack::{Criterion, Kind, Origin, Part, Question};
use drive_screening_core::screening::{Implied, implied_json, result_json};
use serde_json::{Value, json};

/// Part A: its answers, the children's ages, and of the result what those answers imply, with the flags of this part.
pub(super) fn panel(context: &Context<'_>, record: &PartRecord<'_, Panel>, implied: &Implied) -> Value {
    let mut data = envelope(context, Part::Panel, record.sections());
    let mut result = Value::from(implied_json(context.pack, implied));
    result["flags"] = record.flags().iter().map(|raised| raised.name.as_str()).collect();
    data["result"] = result;
    data["despite_the_screening"] = json!(record.own.despite);
    if let Some(ages) = &record.own.ages {
        data["children_ages"] = json!(ages);
    }
    data
}

/// Part B: its answers.
pub(super) fn restricted(context: &Context<'_>, record: &PartRecord<'_, Restricted>) -> Value {
    envelope(context, Part::Restricted, record.sections())
}

/// Part C: its answers, the whole result and the trace of the screening.
pub(super) fn handling(context: &Context<'_>, record: &PartRecord<'_, Handling<'_>>) -> Value {
    let language = context.stamp.language;
    let trace = &record.own.trace;
    let mut data = envelope(context, Part::Handling, record.sections());
    data["result"] = result_json(context.pack, trace.outcome).into();
    data["result"]["flags"] = trace.flags.iter().map(|raised| raised.name.as_str()).collect();
    let criterion = |(criterion, possible): (&Criterion, &ValueSet)| {
        let value = possible.settled();
        let said = value.map_or(&criterion.unknown, |value| &criterion.says[usize::from(value)]);
        json!({
            "criterion": criterion.id.as_str(),
            "label": criterion.label.say(language),
            "value": value.map_or("unknown", |value| criterion.test.value_name(value)),
            "said": said.say(language),
            "source": criterion.source.as_str(),
            "used": criterion.used,
        })
    };
    let criteria: Vec<Value> =
        context.pack.criteria.iter().zip(&trace.outcome.criteria).map(criterion).collect();
    let answers: Vec<Value> = trace.answers.iter().map(|traced| traced_json(context, traced)).collect();
    let explained = explanation_json(context.pack, &trace.explain(context.pack, language));
    data["trace"] = json!({ "explained": explained, "criteria": criteria, "answers": answers });
    data
}

fn envelope(context: &Context<'_>, part: Part, sections: &[SectionRecord<'_>]) -> Value {
    let (pack, stamp) = (context.pack, context.stamp);
    let sections: Vec<Value> = sections.iter().map(|section| section_json(context, section)).collect();
    json!({
        "format": "referral/1",
        "part": part.name(),
        "marking": pack.document.marking.say(stamp.language),
        "reference": stamp.reference,
        "made_on": stamp.made_on.to_string(),
        "screened_on": context.screened_on.to_string(),
        "language": stamp.language.tag(),
        "pack": { "id": pack.id.as_str(), "version": pack.version, "digest": pack.digest() },
        "tool": TOOL,
        "sections": sections,
    })
}

fn section_json(context: &Context<'_>, section: &SectionRecord<'_>) -> Value {
    let language = context.stamp.language;
    json!({
        "id": section.section.id.as_str(),
        "title": section.section.title.say(language),
        "answers": section.items.iter().map(|item| item_json(context, item)).collect::<Vec<_>>(),
    })
}

fn item_json(context: &Context<'_>, item: &RecordItem<'_>) -> Value {
    let language = context.stamp.language;
    let say = |words: Phrase| words.say(language).to_owned();
    let (answer, said) = match &item.content {
        ItemContent::NotAsked => (Value::Null, say(words::NOT_ASKED)),
        ItemContent::NotAnswered => (Value::Null, say(words::NOT_ANSWERED)),
        ItemContent::LeftOut => (Value::Null, say(words::LEFT_OUT)),
        ItemContent::NotHere => (Value::Null, say(words::NOT_HERE)),
        ItemContent::Withheld => (json!("withheld"), say(words::WITHHELD)),
        ItemContent::Answer(answer) => {
            (answer_to_json(answer).into(), answer_line(item.question, answer, language).text())
        }
        ItemContent::Entries(_, entries) => {
            let mut json = question_json(item.question, language);
            let entry = |entry: &Entry<'_>| {
                let answers: Vec<Value> = entry.items.iter().map(|item| item_json(context, item)).collect();
                json!({ "number": entry.number, "answers": answers })
            };
            json["entries"] = entries.iter().map(entry).collect();
            return json;
        }
    };
    let mut json = question_json(item.question, language);
    json["answer"] = answer;
    json["said"] = json!(said);
    if let Some(evidence) = &item.evidence {
        json["evidence"] = provenance_json(evidence.provenance, language);
        if !evidence.note.is_empty() {
            json["evidence"]["note"] = json!(evidence.note);
        }
    }
    json
}

fn provenance_json(provenance: Provenance, language: Language) -> Value {
    let weak: Vec<&str> = provenance.weaknesses().iter().map(|words| words.say(language)).collect();
    json!({
        "from": provenance.from.map(Origin::name),
        "on": provenance.on.map(|on| on.to_string()),
        "said": provenance.said(language),
        "weak": weak,
    })
}

fn traced_json(context: &Context<'_>, traced: &Traced<'_>) -> Value {
    let language = context.stamp.language;
    let mut json = question_json(traced.question, language);
    let (answer, said) = match &traced.answer {
        TracedAnswer::NotAsked => (Value::Null, words::NOT_ASKED.say(language).to_owned()),
        TracedAnswer::Blank => (Value::Null, words::NOT_ANSWERED.say(language).to_owned()),
        TracedAnswer::Closed(answer) => {
            (answer_to_json(answer).into(), answer_line(traced.question, answer, language).text())
        }
        TracedAnswer::Entries(group, entries) => {
            let answer = Answer::Known(answers::Value::Group(entries.clone()));
            (answer_to_json(&answer).into(), entries_line(group, entries, language).text())
        }
        TracedAnswer::Written(part) => {
            // That a text was written can decide; its content does not.
            json["written"] = json!(matches!(traced.question.kind, Kind::Text | Kind::LongText));
            (Value::Null, words::WRITTEN_IN[*part as usize].say(language).to_owned())
        }
    };
    json["answer"] = answer;
    json["said"] = json!(said);
    if let Some(provenance) = traced.provenance {
        json["evidence"] = provenance_json(provenance, language);
    }
    json
}

fn question_json(question: &Question, language: Language) -> Value {
    json!({ "fact": question.id.as_str(), "asked": question.ask.say(language), "label": question.label.say(language) })
}
