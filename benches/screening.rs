//! How long one evaluation and one pack take.
//!
//! Budgets: one evaluation with possible verdicts and open criteria 20 µs; explaining a result of the default pack, in
//! words, 1 ms; loading the default pack 2 ms; checking it 1 s; looking through Part A 200 ms.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::pedantic,
    unreachable_pub,
    reason = "a test program: a failed expectation should stop it, and its modules are its own"
)]

#[path = "../tests/support/minimal.rs"]
#[allow(dead_code, reason = "the bench uses a part")]
mod minimal;

use divan::{Bencher, black_box};
use drive_screening::answers::{AnswerSheet, Answers};
use drive_screening::check;
use drive_screening::date::Date;
use drive_screening::diff;
use drive_screening::document::{self, scan::scan};
use drive_screening::interview::{Form, Interview};
use drive_screening::pack::{Pack, Stage, builtin};
use drive_screening::screening::{explanation, result_json, screen};
use drive_screening::words::Language;
use serde_json::{Value, json};

const PACKS: [&str; 10] = [
    "default",
    "min16",
    "repeat_or_serial",
    "repeat_crime_only",
    "serial_3y",
    "serial_unconnected",
    "partners_only",
    "marac_only",
    "idva_required",
    "serial_16",
];

fn main() {
    divan::main();
}

/// The answers of a textbook case, all of them.
fn full() -> Value {
    let cases: Vec<Value> = serde_json::from_str(include_str!("../tests/vignettes.json")).unwrap();
    cases[0]["sheet"]["answers"].clone()
}

/// Every other answer, so that much is open.
fn half() -> Value {
    let full = full();
    let kept = full.as_object().unwrap().iter().enumerate().filter(|(index, _)| index.is_multiple_of(2));
    Value::Object(kept.map(|(_, (fact, value))| (fact.clone(), value.clone())).collect())
}

fn answers(pack: &Pack, answers: &Value) -> Answers {
    let sheet = json!({"format": "answers/1", "pack": pack.id.as_str(), "screened_on": "2026-11-21", "answers": answers});
    AnswerSheet::from_json(sheet).unwrap().read(pack).unwrap()
}

fn evaluate(bencher: Bencher<'_, '_>, name: &str, given: &Value) {
    let pack = Pack::builtin(name).unwrap();
    let answers = answers(&pack, given);
    bencher.bench(|| screen(black_box(&pack), black_box(&answers)));
}

/// Budget: 20 µs.
#[divan::bench(args = PACKS)]
fn evaluate_full(bencher: Bencher<'_, '_>, name: &str) {
    evaluate(bencher, name, &full());
}

/// Budget: 20 µs.
#[divan::bench(args = PACKS)]
fn evaluate_half(bencher: Bencher<'_, '_>, name: &str) {
    evaluate(bencher, name, &half());
}

/// Budget: 20 µs.
#[divan::bench(args = PACKS)]
fn evaluate_empty(bencher: Bencher<'_, '_>, name: &str) {
    evaluate(bencher, name, &json!({}));
}

fn explain(bencher: Bencher<'_, '_>, name: &str, given: &Value) {
    let pack = Pack::builtin(name).unwrap();
    let answers = answers(&pack, given);
    let outcome = screen(&pack, &answers);
    bencher.bench(|| {
        document::explain(black_box(&pack), black_box(&answers), black_box(&outcome), Language::Cy)
    });
}

/// Budget: 1 ms.
#[divan::bench(args = PACKS)]
fn explain_full(bencher: Bencher<'_, '_>, name: &str) {
    explain(bencher, name, &full());
}

/// Budget: 1 ms.
#[divan::bench(args = PACKS)]
fn explain_half(bencher: Bencher<'_, '_>, name: &str) {
    explain(bencher, name, &half());
}

/// Budget: 1 ms.
#[divan::bench(args = PACKS)]
fn explain_empty(bencher: Bencher<'_, '_>, name: &str) {
    explain(bencher, name, &json!({}));
}

fn next(bencher: Bencher<'_, '_>, name: &str, given: &Value) {
    let pack = Pack::builtin(name).unwrap();
    let answers = answers(&pack, given);
    let (form, outcome) = (Form::from_answers(&answers), screen(&pack, &answers));
    let interview =
        Interview { pack: &pack, form: &form, answers: &answers, outcome: &outcome, stage: Stage::Screening };
    bencher.bench(|| black_box(interview).next_page(Stage::Screening, None, true));
}

#[divan::bench(args = PACKS)]
fn next_half(bencher: Bencher<'_, '_>, name: &str) {
    next(bencher, name, &half());
}

#[divan::bench(args = PACKS)]
fn next_empty(bencher: Bencher<'_, '_>, name: &str) {
    next(bencher, name, &json!({}));
}

/// An early no, with all the rest unknown. Budget: 1 ms.
#[divan::bench(args = PACKS)]
fn explain_early_no(bencher: Bencher<'_, '_>, name: &str) {
    explain(bencher, name, &json!({"in_area": "no"}));
}

/// A sheet as text to a result as text.
#[divan::bench]
fn text_to_text(bencher: Bencher<'_, '_>) {
    let pack = Pack::builtin("default").unwrap();
    let sheet =
        json!({"format": "answers/1", "pack": "default", "screened_on": "2026-11-21", "answers": full()})
            .to_string();
    bencher.bench(|| {
        let answers = AnswerSheet::parse(black_box(&sheet)).unwrap().read(&pack).unwrap();
        serde_json::Value::from(result_json(&pack, &screen(&pack, &answers))).to_string()
    });
}

/// Budget: 2 ms.
#[divan::bench(args = PACKS)]
fn load(bencher: Bencher<'_, '_>, name: &str) {
    let source = builtin::source(name).unwrap();
    bencher.bench(|| Pack::load(black_box(source)).unwrap());
}

/// What is looked for in Part A before it is given away. Budget: 200 ms.
#[divan::bench]
fn scan_full(bencher: Bencher<'_, '_>) {
    let pack = Pack::builtin("default").unwrap();
    let sheet: Value = serde_json::from_str(include_str!("../tests/golden/refer.sheet.json")).unwrap();
    let answers = answers(&pack, &sheet["answers"]);
    let outcome = screen(&pack, &answers);
    bencher.bench(|| scan(black_box(&pack), black_box(&answers), black_box(&outcome)));
}

fn day() -> Date {
    Date::parse("2026-11-21").unwrap()
}

/// Budget: 1 s.
#[divan::bench(args = PACKS)]
fn check(bencher: Bencher<'_, '_>, name: &str) {
    let source = builtin::source(name).unwrap();
    bencher.bench(|| check::check(black_box(source), day()).unwrap());
}

#[divan::bench(args = PACKS)]
fn diff_with_default(bencher: Bencher<'_, '_>, name: &str) {
    let [old, new] = ["default", name].map(|name| builtin::source(name).unwrap());
    bencher.bench(|| diff::diff(black_box(old), black_box(new), day()).unwrap());
}

/// Criteria and, among them, doors of which three must be open.
const SIZES: [(usize, usize); 4] = [(25, 10), (50, 20), (100, 40), (250, 60)];

fn grown(size: usize) -> (String, usize) {
    let doors = SIZES.into_iter().find(|(criteria, _)| *criteria == size).unwrap().1;
    (minimal::large(size, doors).to_string(), doors)
}

fn evaluate_grown(bencher: Bencher<'_, '_>, size: usize, answer: impl Fn(usize, usize) -> &'static str) {
    let (source, doors) = grown(size);
    let pack = Pack::load(&source).unwrap();
    let given = (0..size).map(|index| (format!("q_c{index}"), json!(answer(index, doors)))).collect();
    let answers = answers(&pack, &Value::Object(given));
    bencher.bench(|| screen(black_box(&pack), black_box(&answers)));
}

fn settled(index: usize, doors: usize) -> &'static str {
    if index < doors || index.is_multiple_of(2) { "yes" } else { "no" }
}

#[divan::bench(args = SIZES.map(|(size, _)| size))]
fn growth_evaluate_full(bencher: Bencher<'_, '_>, size: usize) {
    evaluate_grown(bencher, size, settled);
}

#[divan::bench(args = SIZES.map(|(size, _)| size))]
fn growth_evaluate_half(bencher: Bencher<'_, '_>, size: usize) {
    evaluate_grown(
        bencher,
        size,
        |index, doors| {
            if index % 3 == 0 { "not_known" } else { settled(index, doors) }
        },
    );
}

#[divan::bench(args = SIZES.map(|(size, _)| size))]
fn growth_evaluate_empty(bencher: Bencher<'_, '_>, size: usize) {
    evaluate_grown(bencher, size, |_, _| "not_known");
}

fn explain_grown(bencher: Bencher<'_, '_>, size: usize, answer: impl Fn(usize, usize) -> &'static str) {
    let (source, doors) = grown(size);
    let pack = Pack::load(&source).unwrap();
    let given = (0..size).map(|index| (format!("q_c{index}"), json!(answer(index, doors)))).collect();
    let answers = answers(&pack, &Value::Object(given));
    let outcome = screen(&pack, &answers);
    bencher.bench(|| explanation(black_box(&pack), black_box(&answers), black_box(&outcome)));
}

#[divan::bench(args = SIZES.map(|(size, _)| size))]
fn growth_explain_full(bencher: Bencher<'_, '_>, size: usize) {
    explain_grown(bencher, size, settled);
}

/// Two doors of the three that are needed: every other must be looked at.
#[divan::bench(args = SIZES.map(|(size, _)| size))]
fn growth_explain_too_few_doors(bencher: Bencher<'_, '_>, size: usize) {
    explain_grown(bencher, size, |index, doors| {
        if index < doors { ["no", "yes"][usize::from(index < 2)] } else { settled(index, doors) }
    });
}

#[divan::bench(args = SIZES.map(|(size, _)| size))]
fn growth_explain_half(bencher: Bencher<'_, '_>, size: usize) {
    explain_grown(
        bencher,
        size,
        |index, doors| {
            if index % 3 == 0 { "not_known" } else { settled(index, doors) }
        },
    );
}

#[divan::bench(args = SIZES.map(|(size, _)| size))]
fn growth_explain_empty(bencher: Bencher<'_, '_>, size: usize) {
    explain_grown(bencher, size, |_, _| "not_known");
}

#[divan::bench(args = SIZES.map(|(size, _)| size))]
fn growth_load(bencher: Bencher<'_, '_>, size: usize) {
    let (source, _) = grown(size);
    bencher.bench(|| Pack::load(black_box(&source)).unwrap());
}

#[divan::bench(args = SIZES.map(|(size, _)| size), sample_count = 3, sample_size = 1)]
fn growth_check(bencher: Bencher<'_, '_>, size: usize) {
    let (source, _) = grown(size);
    bencher.bench(|| check::check(black_box(&source), day()).unwrap());
}
