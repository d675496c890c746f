//! Whatever the pack or the record: the check ends within its steps and 256 MB, and no page is drawn without end.

#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::pedantic,
    unreachable_pub,
    reason = "a test program: a failed expectation should stop it, and its modules are its own"
)]

#[path = "support/minimal.rs"]
#[allow(dead_code, reason = "this uses a part")]
mod minimal;

use drive_screening::date::Date;
use drive_screening::document::about::{Criteria, compare_html, report_html};
use drive_screening::document::opened::{Opened, open};
use drive_screening::pack::Pack;
use drive_screening::proof::{self, Report, Severity};
use drive_screening::site::Site;
use drive_screening::words::Language;
use minimal::{criterion, page, question, smallest, text, words};
use serde_json::{Value, json};
use std::process::Command;

fn day() -> Date {
    Date::parse("2026-11-28").unwrap()
}

fn verdict(id: &str, when: Value) -> Value {
    json!({"id": id, "when": when, "words": words(id)})
}

fn last() -> Value {
    json!({"id": "last", "words": words("last")})
}

fn is_yes(index: usize) -> Value {
    json!({"is_yes": format!("q{index}")})
}

fn questions(size: usize) -> Vec<Value> {
    (0..size).map(|index| question(&format!("q{index}"), "yes_no")).collect()
}

fn criteria(size: usize, role: &str, rule: impl Fn(usize) -> Value) -> Vec<Value> {
    (0..size)
        .map(|index| {
            let mut criterion = criterion(&format!("c{index}"), role, rule(index));
            criterion["direction"] = json!("towards");
            criterion
        })
        .collect()
}

fn every(role: &str) -> Vec<Value> {
    vec![verdict("no", json!({"not": {"every": role}})), last()]
}

fn marks(size: usize, kind: &str, operator: &str) -> Value {
    let mut question = question("s", kind);
    question["choices"] =
        (0..size).map(|index| json!({"value": format!("v{index}"), "label": text("V")})).collect();
    let rule = |index: usize| json!({operator: {"fact": "s", "values": [format!("v{index}")]}});
    minimal::pack(
        vec![question],
        criteria(size, "mark", rule),
        vec![verdict("no", json!({"some": "mark"})), last()],
    )
}

/// Packs that grow with a number, each in a way of its own.
fn pack(shape: &str, size: usize) -> Value {
    let one = |rule: Value| vec![criterion("c", "first", rule)];
    let of_c = || vec![verdict("v", json!({"criterion": "c"})), last()];
    match shape {
        "a criterion for each question" => {
            minimal::pack(questions(size), criteria(size, "first", is_yes), every("first"))
        }
        "criteria that are counted" => minimal::large(size, size),
        "one rule of all questions" => {
            let parts: Vec<Value> = (0..size).map(is_yes).collect();
            minimal::pack(questions(size), one(json!({"any": parts})), of_c())
        }
        "each criterion shares a question with the next" => {
            let rule = |index| json!({"all": [is_yes(index), is_yes(index + 1)]});
            minimal::pack(questions(size + 1), criteria(size, "first", rule), every("first"))
        }
        "each question hangs on the one before" => {
            let mut questions = questions(size);
            for (before, question) in questions.iter_mut().skip(1).enumerate() {
                question["asked_when"] = is_yes(before);
            }
            minimal::pack(questions, one(is_yes(size - 1)), of_c())
        }
        "lines on one count" => {
            let mut count = question("n", "count");
            (count["min"], count["max"]) = (json!(0), json!(size + 5));
            let rule = |index| json!({"at_least": {"fact": "n", "count": index + 1}});
            minimal::pack(vec![count], criteria(size, "first", rule), every("first"))
        }
        "a criterion for each value of a set" => marks(size, "set", "has_any"),
        "a criterion for each choice" => marks(size, "choice", "is_one_of"),
        "a long rule of few questions" => {
            let part = |at: usize| json!({"all": [is_yes(at % 8), is_yes((3 * at + 1) % 8)]});
            let parts: Vec<Value> = (0..size).map(part).collect();
            minimal::pack(questions(8), one(json!({"any": parts})), of_c())
        }
        "a tree of parts" => {
            fn tree(depth: usize, seed: usize) -> Value {
                match depth {
                    0 => is_yes(seed % 3),
                    _ => {
                        let operator = if depth.is_multiple_of(2) { "all" } else { "any" };
                        json!({operator: [tree(depth - 1, 2 * seed), tree(depth - 1, 2 * seed + 1)]})
                    }
                }
            }
            minimal::pack(questions(3), one(tree(size, 1)), of_c())
        }
        "questions that nothing reads" => {
            let mut pack = smallest();
            let pages = pack["sections"][0]["pages"].as_array_mut().unwrap();
            pages.push(page("more", questions(size)));
            pack
        }
        "roles named again and again" => {
            let mut pack = minimal::pack(questions(size), criteria(size, "first", is_yes), every("first"));
            let parts: Vec<Value> = (0..size).map(|_| json!({"every": "first"})).collect();
            pack["verdicts"][0]["when"] = json!({"any": parts});
            pack
        }
        "a variant that adds sources" => {
            let source = |index: usize| json!({"id": format!("s{index}"), "title": text("T"), "checked": "2026-01-01", "review": "2027-01-01"});
            json!({"extends": "default", "id": "large", "sources": (0..size).map(source).collect::<Vec<_>>()})
        }
        _ => panic!("{shape}"),
    }
}

/// Shapes with sizes that took minutes or gigabytes, and what is said of each.
const SHAPES: [(&str, usize, Option<&str>); 13] = [
    ("a criterion for each question", 300, None),
    ("criteria that are counted", 100, None),
    ("one rule of all questions", 2_000, Some("check-gave-up")),
    ("each criterion shares a question with the next", 600, Some("check-gave-up")),
    ("each question hangs on the one before", 1_000, Some("check-gave-up")),
    ("lines on one count", 100, None),
    ("a criterion for each value of a set", 100, Some("check-gave-up")),
    ("a criterion for each choice", 100, None),
    ("a long rule of few questions", 500, Some("check-gave-up")),
    ("a tree of parts", 12, Some("rule-part-idle")),
    ("questions that nothing reads", 2_000, Some("question-decides-nothing")),
    ("roles named again and again", 1_000, Some("pack-too-complex")),
    ("a variant that adds sources", 20_000, Some("source-unused")),
];

/// Runs the program with so much memory and no more: what asks for more is ended by the system.
#[test]
fn every_pack_is_checked_within_256_megabytes() {
    let folder = std::env::temp_dir().join(format!("bounded-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for (shape, size, said) in SHAPES {
        let file = folder.join("pack.json");
        std::fs::write(&file, pack(shape, size).to_string()).unwrap();
        let program = env!("CARGO_BIN_EXE_screening");
        let output = Command::new("sh")
            .args(["-c", "ulimit -v 262144; exec \"$0\" check \"$1\"", program])
            .arg(&file)
            .output()
            .unwrap();
        let out = [output.stdout, output.stderr].concat();
        let out = String::from_utf8(out).unwrap();
        assert!(
            matches!(output.status.code(), Some(0 | 1)),
            "{shape}: {:?} {}",
            output.status,
            &out[..out.len().min(500)]
        );
        if let Some(code) = said {
            assert!(out.contains(&format!("\"code\":\"{code}\"")), "{shape}: {code}");
        }
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

/// A copy with these criteria.
fn criteria_of(source: &str) -> Criteria {
    Criteria { site: Site::default(), pack: Pack::load(source).unwrap(), source: source.to_owned() }
}

fn check(pack: &Value) -> Report {
    proof::check(&pack.to_string(), day()).unwrap().1
}

/// Of each place what was not concluded is said once, and the same in every run.
#[test]
fn what_was_given_up_is_said_once_of_each_place_and_always_the_same() {
    let pack = pack("each criterion shares a question with the next", 60);
    let report = check(&pack);
    let given_up: Vec<&str> = report
        .findings
        .iter()
        .filter(|finding| finding.problem.code == "check-gave-up")
        .map(|finding| finding.problem.at.as_str())
        .collect();
    let mut once = given_up.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), given_up.len());
    assert!((0..60).all(|index| once.contains(&&*format!("criteria/c{index}"))), "{once:?}");
    assert_eq!(report.findings, check(&pack).findings);
}

#[test]
fn findings_are_cut_and_the_rest_is_counted() {
    let sources = |size| check(&pack("a variant that adds sources", size));
    for (size, more) in [(10, None), (5_000, Some("notes: and "))] {
        let report = sources(size);
        let last = report.findings.iter().find(|finding| finding.problem.code == "findings-more");
        assert_eq!(last.is_some(), more.is_some(), "{size}");
        if let (Some(last), Some(more)) = (last, more) {
            assert!(last.problem.message.en.starts_with(more), "{}", last.problem.message.en);
            assert_eq!(last.severity, Severity::Note);
            let notes = report.findings.iter().filter(|finding| finding.severity == Severity::Note).count();
            assert_eq!(notes, 4_096 + 1);
            assert!(last.problem.message.cy.contains("arall heb eu dangos"));
        }
    }
}

#[test]
fn changes_are_cut_and_the_rest_is_counted() {
    let old = pack("a variant that adds sources", 1).to_string();
    let new = pack("a variant that adds sources", 5_001).to_string();
    let changes = proof::changes(&old, &new).unwrap();
    assert_eq!(changes.len(), 4_096 + 1);
    assert_eq!(changes[4_096].message.en, "and 904 more");
    let criteria = criteria_of(&json!({"extends": "default"}).to_string());
    let html = compare_html(&criteria, &[&old, &new], day(), Language::En);
    assert!(html.contains("and 3,597 more"), "{}", html.len());
    assert!(html.matches("<li>").count() <= 500);
    let large = criteria_of(&new);
    let html = report_html(&large, day(), Language::Cy);
    assert!(html.contains("arall heb eu dangos") && html.len() < 1_000_000, "{}", html.len());
}

/// A record with so many of everything that a file may hold as many of.
#[test]
fn a_record_with_too_much_of_anything_is_cut_with_the_count() {
    let criteria = criteria_of(&json!({"extends": "default"}).to_string());
    let most = 100_000;
    let names: Value = (0..most).map(|index| json!(format!("n{index}"))).collect();
    let by_name: Value =
        (0..most).map(|index| (format!("n{index}"), json!("yes"))).collect::<serde_json::Map<_, _>>().into();
    let answers: Value = (0..20_000).map(|_| json!({"label": "A", "said": "B", "answer": "yes"})).collect();
    let without: Value = (0..20_000).map(|_| json!({"label": "A", "said": "B", "answer": null})).collect();
    let entries: Value = (0..20_000).map(|index| json!({"number": index, "answers": []})).collect();
    let sections: Value = (0..20_000).map(|_| json!({"title": "S", "answers": []})).collect();
    let trace: Value = (0..20_000).map(|_| json!({"label": "A", "value": "yes", "said": "B"})).collect();
    let section = |answers: &Value| json!([{"title": "S", "answers": answers}]);
    let rows = [
        ("differences", json!({"result": {"criteria": by_name}})),
        ("reasons", json!({"result": {"outcome": "no_referral", "because": names}})),
        ("answers", json!({"sections": section(&answers)})),
        ("without", json!({"sections": section(&without)})),
        ("entries", json!({"sections": section(&json!([{"label": "G", "entries": entries}]))})),
        ("sections", json!({"sections": sections})),
        ("ages", json!({"children_ages": (0..20_000).collect::<Vec<_>>()})),
        ("trace", json!({"trace": {"criteria": trace, "answers": []}})),
    ];
    for (name, more) in rows {
        let mut record = json!({
            "format": "referral/1", "part": "handling", "language": "en", "pack": {"id": "default", "version": "1", "digest": ""},
            "screened_on": "2026-11-21", "made_on": "2026-11-21",
            "trace": {"criteria": [], "answers": []},
        });
        record.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        for (language, said) in [(Language::En, " more"), (Language::Cy, " arall heb eu dangos")] {
            // The record speaks its own language.
            record["language"] = json!(language.tag());
            let Opened::Record(html) = open(&criteria, &record.to_string(), day(), language) else {
                panic!("{name} is no record");
            };
            assert!(html.contains(said), "{name}");
            let drawn =
                html.matches("<tr").count() + html.matches("<dt").count() + html.matches("<h3").count();
            assert!(drawn < 2_500 && html.len() < 1_000_000, "{name}: {drawn} rows, {} bytes", html.len());
        }
    }
}
