//! Whatever the pack or the record: the check ends within its steps and 256 MB, and no page is drawn without end.

use crate::support::grown::pack;
use drive_screening::about_criteria::{compare_html, report_html};
use drive_screening::check::{self, Report, Severity};
use drive_screening::date::Date;
use drive_screening::diff;
use drive_screening::document::Criteria;
use drive_screening::document::record_file::{OpenedFile, open};
use drive_screening::pack::Pack;
use drive_screening::site::Site;
use drive_screening::words::Language;
use serde_json::{Value, json};
use std::process::Command;
use std::time::Instant;

fn day() -> Date {
    Date::parse("2026-11-28").unwrap()
}

/// Shapes with sizes that took minutes or gigabytes, and what is said of each.
const SHAPES: [(&str, usize, Option<&str>); 15] = [
    ("a criterion for each question", 300, None),
    ("criteria that are counted", 100, None),
    ("one rule of all questions", 2_000, Some("check-gave-up")),
    ("each criterion shares a question with the next", 600, Some("check-gave-up")),
    ("each question hangs on the one before", 1_000, Some("check-gave-up")),
    ("each question hangs on the twenty before", 1_000, Some("check-gave-up")),
    ("blocks of eight questions", 1_000, Some("check-gave-up")),
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

/// What a check of each shape takes as it grows, as ratios to its smallest size. To be printed, never asserted.
#[test]
#[ignore = "a measurement"]
fn measured_growth() {
    let seconds = |shape: &str, size: usize| {
        let source = pack(shape, size).to_string();
        let began = Instant::now();
        drop(check::check(&source, day()));
        began.elapsed().as_secs_f64()
    };
    println!("{:<55}{:>9}{:>9}{:>9}", "seconds for 600, and as many times that", "600", "1,000", "2,000");
    for (shape, ..) in SHAPES {
        // A tree grows with the power of its depth.
        let sizes = if shape == "a tree of parts" { [8, 10, 12] } else { [600, 1_000, 2_000] };
        let [first, second, third] = sizes.map(|size| seconds(shape, size));
        println!("{shape:<55}{first:>7.2} s{:>9.1}{:>9.1}", second / first, third / first);
    }
}

/// A copy with these criteria.
fn criteria_of(source: &str) -> Criteria {
    Criteria { site: Site::default(), pack: Pack::load(source).unwrap(), source: source.to_owned() }
}

fn check(pack: &Value) -> Report {
    check::check(&pack.to_string(), day()).unwrap().1
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
    let changes = diff::changes(&old, &new).unwrap();
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
            let OpenedFile::Record(html) = open(&criteria, &record.to_string(), day(), language) else {
                panic!("{name} is no record");
            };
            assert!(html.contains(said), "{name}");
            let drawn =
                html.matches("<tr").count() + html.matches("<dt").count() + html.matches("<h3").count();
            assert!(drawn < 2_500 && html.len() < 1_000_000, "{name}: {drawn} rows, {} bytes", html.len());
        }
    }
}
