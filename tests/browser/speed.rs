//! How long the heavy work takes in a browser, also one slowed down fourfold. A measurement, printed as a table, and no
//! test: what a time comes to is the machine's.
//!
//! ```text
//! cargo test --features browser-tests --test browser speed -- --ignored --nocapture
//! ```
//!
//! In the page this work is done by workers, which the browser's tools do not slow down; here the same programs run in
//! a page of their own.

use super::cases::Case;
use super::harness::{Setup, Visit, copy, dist, visit};
use super::opening::sheet;
use chrono::NaiveDate;
use drive_screening::answers::reference_from;
use drive_screening::date::Date;
use drive_screening::edit::Editor;
use drive_screening::pack::{Part, builtin};
use drive_screening::protocol::{
    CriteriaJob, Format, Job, JobRequest, Request, SealJob, SealRequest, Source,
};
use drive_screening::seal::{new_key, seal_to};
use drive_screening::secret::Secret;
use drive_screening::words::Language;
use serde_json::{Value, json};
use std::sync::atomic::Ordering;

/// A key pair that no case is for.
const AGE_KEY: &str = "age1rcczmufn4m4tu9nwd4lj7v2gha0puxskxv23099h48nuay9g798s9jf3p6";
const AGE_SECRET: &str = "AGE-SECRET-KEY-1YCNELC4V546X8W3W34KE6ZYEVQJ5QDHS9ZT9RYDF4LYN53PDFRGSPXYKP2";

/// Each task with its budget at a fourth of the speed, where it has one.
struct Task {
    name: &'static str,
    budget: Option<u32>,
    /// It gives criteria, to which there is no answer.
    loads: bool,
    data: Value,
    times: u32,
}

/// Notes when the first page was drawn, since the load began.
const FIRST: &str = "new MutationObserver((_, watch) => {
    if (!document.querySelector('#main h1')) return;
    window.drawn = performance.now();
    watch.disconnect();
}).observe(document, { childList: true, subtree: true });";

/// From the beginning of a load to the first page, from which the first question is one press away.
#[test]
#[ignore = "a measurement"]
fn speed_of_the_first_page() {
    visit(Setup { before: Some(FIRST), ..Setup::default() }, async |visit| {
        for rate in [1, 4] {
            visit.devtools("Emulation.setCPUThrottlingRate", json!({"rate": rate})).await;
            let mut times = Vec::new();
            for _ in 0..5 {
                visit.open(true).await;
                times.push(visit.ask("return window.drawn;").await.as_f64().unwrap());
            }
            times.sort_by(f64::total_cmp);
            println!("To the first page, {rate}x slower: {:.0} ms ({:.0})", times[0], times[2]);
        }
    });
}

#[test]
#[ignore = "a measurement"]
fn speed() {
    let folder = std::env::temp_dir().join(format!("drive-browser-speed-{}", std::process::id()));
    copy(&dist(), &folder);
    std::fs::write(folder.join("speed.html"), include_str!("speed.html")).unwrap();
    std::fs::write(folder.join("speed.js"), include_str!("speed.js")).unwrap();
    visit(Setup { folder: Some(folder.clone()), ..Setup::default() }, async |visit| {
        let today = visit.today().await;
        visit.start_speed().await;
        println!(
            "{:<50} {:>22} {:>22} {:>7}",
            "ms, least of the runs (in the middle; 95 %)", "as it is", "4x slower", "budget"
        );
        for task in tasks(today) {
            let mut cells = Vec::new();
            for rate in [1, 4] {
                visit.devtools("Emulation.setCPUThrottlingRate", json!({"rate": rate})).await;
                let script = format!("return measure({}, {});", task.data, task.times);
                let came = visit.ask(&script).await;
                let reply = &came[3]["reply"];
                assert!(task.loads || reply.is_string() && reply != "refused", "{}: {came}", task.name);
                let [least, middle, most] = [0, 1, 2].map(|at| came[at].as_f64().unwrap());
                cells.push(format!("{least:.1} ({middle:.1}; {most:.1})"));
            }
            let budget = task.budget.map_or(String::new(), |budget| budget.to_string());
            println!("{:<50} {:>22} {:>22} {:>7}", task.name, cells[0], cells[1], budget);
        }
        // Hybrid keys, and those of X25519 alone, which age makes: for a team and for a safe.
        let content = Secret::from(vec![b'.'; 1_000_000]);
        let hybrid = new_key();
        let [age, age_secret] = [AGE_KEY, AGE_SECRET].map(str::to_owned);
        let kinds = [("hybrid", hybrid.public.clone(), hybrid.secret), ("X25519", age, age_secret.into())];
        for (kind, public, secret) in kinds {
            let file = seal_to(content.bytes(), &[public.clone(), public.clone()]).unwrap();
            let keys = [public.as_str(), &public].join(" ");
            let jobs = [
                ("sealed", "sealed", SealJob::SealFor { keys, content: content.clone() }),
                ("opened", "opened", SealJob::Open { secret, file, key: None }),
            ];
            for (what, reply, job) in jobs {
                let (head, body) = SealRequest { number: 1, job }.write();
                let body = base64::Engine::encode(&base64::engine::general_purpose::STANDARD, body.bytes());
                let script = format!("return measureSealer({}, {}, 15);", json!(head), json!(body));
                let mut cells = Vec::new();
                for rate in [1, 4] {
                    visit.devtools("Emulation.setCPUThrottlingRate", json!({"rate": rate})).await;
                    let came = visit.ask(&script).await;
                    assert_eq!(came[3]["reply"], reply, "{came}");
                    let [least, middle, most] = [0, 1, 2].map(|at| came[at].as_f64().unwrap());
                    cells.push(format!("{least:.1} ({middle:.1}; {most:.1})"));
                }
                visit.devtools("Emulation.setCPUThrottlingRate", json!({"rate": 1})).await;
                let name = format!("1 MB {what}, two {kind} keys: budget 100 as it is");
                println!("{name:<50} {:>22} {:>22}", cells[0], cells[1]);
            }
        }
        // The first document of each program: what is compiled on first use is part of it.
        let (pdf, word) = (written(Format::Pdf, today), written(Format::Docx, today));
        for (name, job, budgets) in [("PDF", &pdf, [150, 600]), ("Word", &word, [0, 0])] {
            for (rate, budget) in [1, 4].into_iter().zip(budgets) {
                visit.start_speed().await;
                visit.ask(&format!("return measure({}, 1);", load(None))).await;
                visit.devtools("Emulation.setCPUThrottlingRate", json!({"rate": rate})).await;
                let first = visit.ask(&format!("return measure({job}, 1);")).await;
                assert_eq!(first[3]["reply"], "file", "{name}: {first}");
                let warm = visit.ask(&format!("return measure({job}, 15);")).await;
                let [first, warm] = [&first[0], &warm[1]].map(|time| time.as_f64().unwrap());
                let budget = if budget == 0 { String::new() } else { format!("of {budget}") };
                println!("Part A as {name}, {rate}x slower: first {first:.0} ms {budget}, then {warm:.0} ms");
                visit.devtools("Emulation.setCPUThrottlingRate", json!({"rate": 1})).await;
            }
        }
    });
    std::fs::remove_dir_all(folder).unwrap();
}

/// A message that gives the criteria of a copy: a pack of its own, or the default criteria as they are.
fn load(pack: Option<&str>) -> Value {
    let site = match pack {
        Some(_) => r#"{"format":"site/1","pack":"pack.json"}"#,
        None => r#"{"format":"site/1"}"#,
    };
    let source = Source { site: Ok(site.to_owned()), pack: pack.map(str::to_owned).ok_or(0), prefill: None };
    json!([Request::Load(source).write()])
}

/// A message that asks for a job.
fn run(number: u32, today: NaiveDate, job: Job) -> Value {
    let made_on = Date::parse(&today.to_string()).unwrap();
    json!([Request::Run(JobRequest { number, made_on, minute: 870, language: Language::En, job }).write()])
}

/// Part A of V01, to be written.
fn written(format: Format, today: NaiveDate) -> Value {
    let mut sheet = sheet(&Case::new("V01", today));
    sheet["reference"] = json!(reference_from([7; 8]));
    let draft = json!({"format": "draft/1", "stage": "referral", "typed": [], "sheet": sheet});
    run(1, today, Job::Document { part: Part::Panel, format, draft: draft.into() })
}

impl Visit {
    /// Loads the page that runs the programs, afresh.
    async fn start_speed(&self) {
        self.loads.fetch_add(2, Ordering::Relaxed);
        self.driver.goto(format!("{}speed.html", self.origin)).await.expect("the page loads");
        for _ in 0..400 {
            if self.ask("return typeof measure === 'function';").await == true {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        panic!("the programs do not start");
    }
}

fn tasks(today: NaiveDate) -> Vec<Task> {
    let reasons = |answers: &serde_json::Map<String, Value>| {
        let sheet = json!({"format": "answers/1", "pack": "default", "screened_on": today.to_string(), "answers": answers});
        let draft = json!({"format": "draft/1", "stage": "screening", "typed": [], "sheet": sheet});
        Job::Result { draft: draft.into() }
    };
    let written = |text: Option<&str>| {
        let mut sheet: Value = serde_json::from_str(include_str!("../golden/refer.sheet.json")).unwrap();
        if let Some(text) = text {
            for answer in sheet["answers"].as_object_mut().unwrap().values_mut() {
                if answer.as_str().is_some_and(|answer| answer.len() > 60) {
                    *answer = json!(text);
                }
            }
        }
        let draft = json!({"format": "draft/1", "stage": "referral", "typed": [], "sheet": sheet});
        Job::PageOne { draft: draft.into() }
    };
    let full = Case::new("V01", today).answers;
    let half: serde_json::Map<String, Value> =
        full.iter().step_by(2).map(|(fact, answer)| (fact.clone(), answer.clone())).collect();
    let default = builtin::source("default").unwrap();
    let editor = Editor::open(default).unwrap();
    let mut answers = Value::from(editor.answers());
    for (fact, value) in [
        ("id", json!("ours")),
        ("version", json!("1")),
        ("title_en", json!("O")),
        ("title_cy", json!("O")),
        ("minimum_age", json!(16)),
    ] {
        answers[fact] = value;
    }
    let edited = json!({"answers": answers}).into();
    let loading = |name, pack, times| Task { name, budget: None, loads: true, data: load(pack), times };
    let mut number = 0;
    let mut running = |name, budget, job, times| {
        number += 1;
        Task { name, budget, loads: false, data: run(number, today, job), times }
    };
    let other = builtin::source("min16").unwrap().to_owned();
    vec![
        loading("Read and compile the default pack (5 ms as it is)", Some(default), 40),
        loading("Go back to the built-in pack", None, 5),
        running("Explain a result, all known", Some(5), reasons(&full), 40),
        running("Explain a result, half known", Some(5), reasons(&half), 40),
        running("Explain a result, nothing known", Some(5), reasons(&serde_json::Map::new()), 40),
        running("Page one beside a whole referral", Some(100), written(None), 100),
        running("Page one beside the longest texts", Some(100), written(Some(&"Word ".repeat(3_999))), 100),
        running("Check the default pack", None, Job::Criteria(CriteriaJob::Report), 3),
        running("Run the worked cases", None, Job::Criteria(CriteriaJob::Cases), 5),
        running("Compare with min16", None, Job::Criteria(CriteriaJob::Compare { packs: vec![other] }), 3),
        running(
            "Lay a pack out to be changed",
            None,
            Job::Criteria(CriteriaJob::EditForm { pack: String::new() }),
            3,
        ),
        running(
            "Prove a draft: changes, diff and check",
            None,
            Job::Criteria(CriteriaJob::EditSummary { pack: String::new(), sheet: edited }),
            3,
        ),
    ]
}
