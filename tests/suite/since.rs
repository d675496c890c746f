//! A later Part A of the same case says what is new since the last one, and nothing that Part A does not show: whole visits, from
//! one saved draft to the next.

use super::page_one::{self, first_page, sides};
use crate::support::packs;
use drive_screening::answers::AnswerSheet;
use drive_screening::date::Date;
use drive_screening::document::block::{Block, Line, Row};
use drive_screening::document::panels::page_one_html;
use drive_screening::document::{
    Criteria, Document, Format, JobResult, Stamp, compose, compose_since, run_job, write_text,
};
use drive_screening::interview::{Draft, Field, FieldInput, Form, RawValue, Referral};
use drive_screening::pack::{FactId, Kind, Pack, Part, Stage};
use drive_screening::protocol::{Job, JobRequest, Reply, WorkerEvent};
use drive_screening::screening::screen;
use drive_screening::site::Site;
use drive_screening::state::{Change, Command, NewCase, Output, Page, SideProgram, State};
use drive_screening::words::Language;
use serde_json::{Value, json};
use std::collections::BTreeMap;

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn text(text: &str) -> FieldInput {
    FieldInput::typed(RawValue::Text(text.to_owned()))
}

fn golden() -> Value {
    serde_json::from_str(include_str!("../golden/refer.sheet.json")).unwrap()
}

/// A person at the page for a day, with the composer beside it.
struct Visit {
    state: State,
    criteria: Criteria,
    today: Date,
    /// The last document that was made or shown, and the jobs that were asked for, as text.
    document: Option<Document>,
    shown: String,
    jobs: Vec<String>,
    saved: String,
}

impl Visit {
    fn new(today: &str) -> Self {
        let today = day(today);
        let new_case = NewCase { today, reference: "K7Q2-M9XD".to_owned() };
        let mut state = State::new(Language::En, packs::named("default"), true, new_case);
        for program in SideProgram::ALL {
            let _ = state.apply(Change::ProgramArrived(program, true));
        }
        let _ = state.apply(Change::NetworkShut(true));
        let pack = Pack::builtin("default").unwrap();
        let criteria = Criteria { site: Site::default(), pack, source: String::new() };
        let (shown, jobs, saved) = (String::new(), Vec::new(), String::new());
        let mut visit = Self { state, criteria, today, document: None, shown, jobs, saved };
        visit.hears(WorkerEvent::Ready);
        visit
    }

    /// Opens a file, and answers the questions about it.
    fn opening(today: &str, file: &str) -> Self {
        let mut visit = Self::new(today);
        visit.does(Change::Navigated(Page::Open));
        visit.does(Change::FilesChosen(Output::Open, vec![file.to_owned()]));
        assert_eq!(visit.state.visit.open_error, None);
        visit
    }

    fn hears(&mut self, event: WorkerEvent) {
        let new_case = NewCase { today: self.today, reference: "NEXT-CASE".to_owned() };
        self.does(Change::ComposerSaid(event, new_case));
    }

    fn does(&mut self, change: Change) {
        for command in self.state.apply(change) {
            match command {
                Command::AskComposer { number, language, job } => {
                    self.jobs.push(format!("{job:?}"));
                    self.runs(number, language, job);
                }
                Command::SaveText { text, .. } => self.saved = text,
                _ => {}
            }
        }
    }

    fn runs(&mut self, number: u32, language: Language, job: Job) {
        let file = || Reply::File { name: String::new(), media_type: String::new() };
        let request = JobRequest { number, made_on: self.today, minute: 870, language, job };
        let reply = match run_job(request, &self.criteria) {
            Ok(JobResult::Reply(reply)) => reply,
            Ok(JobResult::File(made)) => {
                self.shown = String::from_utf8(made.bytes).unwrap();
                file()
            }
            Ok(JobResult::Export(export)) => {
                self.document = export.documents.into_iter().next();
                file()
            }
            Err(problems) => panic!("{problems:?}"),
        };
        self.hears(WorkerEvent::Finished { number, reply });
    }

    fn types(&mut self, fact: &str, entry: FieldInput) {
        self.does(Change::Typed(Field::of(&FactId::parse(fact).unwrap()), entry));
    }

    /// Makes a file of Part A as text of some format.
    fn makes(&mut self, format: Format) -> String {
        self.does(Change::Navigated(Page::Documents));
        self.does(Change::Requested(Output::File(Part::Panel, format)));
        self.shown.clone()
    }

    /// Makes Part A as PDF: the lines of its section, or what stands on page one where there is none.
    fn lines(&mut self) -> Vec<String> {
        self.makes(Format::Pdf);
        lines(self.document.as_ref().unwrap())
    }

    fn saves(&mut self) -> Value {
        self.does(Change::SaveDraft);
        serde_json::from_str(&self.saved).unwrap()
    }
}

/// What a part says of the last referral: its line of page one, and the section.
fn lines(document: &Document) -> Vec<String> {
    let rows = |rows: &[Row]| -> Vec<String> {
        rows.iter()
            .map(|row| {
                [row.label.text(), row.value.iter().map(Line::text).collect::<Vec<_>>().join(" | ")]
                    .join(": ")
            })
            .collect()
    };
    let Some(Block::Summary(first)) = document.blocks.iter().find(|block| matches!(block, Block::Summary(_)))
    else {
        panic!("no page one")
    };
    let mut found: Vec<String> = first[0].value.iter().skip(1).map(Line::text).collect();
    let is_title = |block: &Block| match block {
        Block::Heading(2, line) => {
            line.text().starts_with("New since") || line.text().starts_with("Newydd ers")
        }
        _ => false,
    };
    if let Some(at) = document.blocks.iter().position(is_title) {
        assert!(matches!(document.blocks[at - 2], Block::NewPage), "it begins what follows page one");
        let (Block::Heading(_, title), Block::Rows(own)) = (&document.blocks[at], &document.blocks[at + 1])
        else {
            panic!("{:?}", document.blocks[at + 1]);
        };
        found.push(title.text());
        found.extend(rows(own));
    }
    found
}

/// The draft of a case of which Part A was made.
fn referred() -> String {
    let mut first = Visit::opening("2026-11-21", &golden().to_string());
    assert_eq!(first.lines(), [""; 0]);
    first.saves().to_string()
}

/// The same gone on with: one answer of Part A changed, one added, one taken out, and every text that is kept from the panel.
fn gone_on_with(today: &str, draft: &str) -> Visit {
    let mut visit = Visit::opening(today, draft);
    visit.types("whereabouts_area", text("South Nowhere"));
    visit.types("whereabouts_phone", text("01632 960111"));
    visit.types("whereabouts_vehicle", FieldInput::default());
    let kept: Vec<String> = packs::named("default")
        .questions()
        .map(|(_, question)| question)
        .filter(|question| question.part != Part::Panel && question.id.as_str() != "override_reasons")
        .filter(|question| matches!(question.kind, Kind::Text | Kind::LongText))
        .map(|question| question.id.as_str().to_owned())
        .collect();
    assert!(kept.len() > 10, "{kept:?}");
    for fact in kept {
        visit.types(&fact, text("Zanzibar"));
    }
    visit
}

#[test]
fn a_later_part_a_says_what_is_new_in_it() {
    let draft = referred();
    let mut visit = gone_on_with("2026-12-05", &draft);
    let expected = [
        "New since the referral of 21 November 2026: 3, further on.",
        "New since the referral of 21 November 2026",
        "New: Phone and accounts",
        "Changed: Area",
        "Taken out: Vehicle and its number",
    ];
    assert_eq!(visit.lines(), expected);
    // Whatever else is made of it in this visit, in whatever format and on screen.
    assert_eq!(visit.lines(), expected);
    for format in [Format::Text, Format::Html] {
        let made = visit.makes(format);
        for words in ["New since the referral of 21 November 2026", "Phone and accounts", "Taken out"] {
            assert!(made.contains(words), "{format:?}: {words}");
        }
    }
    visit.does(Change::LanguageChosen(Language::Cy));
    let welsh = [
        "Newydd ers atgyfeiriad 21 Tachwedd 2026: 3, ymhellach ymlaen.",
        "Newydd ers atgyfeiriad 21 Tachwedd 2026",
        "Newydd: Ffôn a chyfrifon",
        "Wedi newid: Ardal",
        "Wedi'u tynnu allan: Cerbyd a rhif cofrestru",
    ];
    assert_eq!(visit.lines(), welsh);
    // It says so of Part A alone.
    for part in [Part::Restricted, Part::Handling] {
        visit.does(Change::Requested(Output::File(part, Format::Text)));
        assert!(!visit.shown.contains("ers atgyfeiriad"), "{part:?}");
    }
    visit.does(Change::LanguageChosen(Language::En));
    // Saved, and opened again that day: the same. Later: nothing is new since then.
    let draft = visit.saves().to_string();
    assert_eq!(Visit::opening("2026-12-05", &draft).lines(), expected);
    assert_eq!(
        Visit::opening("2026-12-06", &draft).lines(),
        ["No answer in this part has changed since the referral of 5 December 2026."]
    );
}

/// The day of a line of what the panel was given.
fn given_on(line: &Value) -> &str {
    line.as_str().unwrap().split(' ').next().unwrap()
}

/// Its digests, by question.
fn given(line: &Value) -> BTreeMap<String, String> {
    let words = line.as_str().unwrap().split(' ').skip(1).map(|word| word.split_once('=').unwrap());
    words.map(|(fact, digest)| (fact.to_owned(), digest.to_owned())).collect()
}

#[test]
fn a_draft_holds_what_the_panel_was_given_and_nothing_else_does() {
    let mut visit = Visit::opening("2026-11-21", &golden().to_string());
    // Looked at, and not made; other parts; a sheet of answers.
    visit.does(Change::Navigated(Page::Documents));
    visit.does(Change::Requested(Output::File(Part::Handling, Format::Json)));
    assert_eq!(visit.saves().get("referrals"), None);
    visit.makes(Format::Docx);
    let draft = visit.saves();
    let referrals = draft["referrals"].as_array().unwrap();
    assert_eq!((referrals.len(), given_on(&referrals[0])), (1, "2026-11-21"));
    let pack = packs::named("default");
    let panel = given(&referrals[0]);
    assert!(panel.len() > 80, "{}", panel.len());
    for (fact, digest) in &panel {
        assert_eq!(pack.question(fact).unwrap().part, Part::Panel, "{fact}");
        assert_eq!(digest.len(), 8);
    }
    assert_eq!(draft["sheet"].get("referrals"), None);
    // In another case the same answers have other digests.
    let mut sheet = golden();
    sheet["reference"] = json!("K7Q2-M9XE");
    let mut other = Visit::opening("2026-11-21", &sheet.to_string());
    other.makes(Format::Docx);
    let other = given(&other.saves()["referrals"][0]);
    assert!(panel.iter().all(|(fact, digest)| other[fact] != *digest));
    // To be told apart from what is kept: nothing of it goes into a file that others are given.
    for part in Part::ALL {
        visit.does(Change::Requested(Output::File(part, Format::Json)));
        assert!(!visit.shown.contains(&panel["whereabouts_area"]), "{part:?}");
    }
    // All three in one file are Part A too.
    let mut visit = Visit::opening("2026-11-21", &golden().to_string());
    visit.does(Change::Navigated(Page::Documents));
    visit.does(Change::Requested(Output::Zip));
    assert_eq!(visit.saves()["referrals"], draft["referrals"]);
    // So is what goes to whoever embeds the page.
    let mut to_host = Visit::opening("2026-11-21", &golden().to_string());
    to_host.does(Change::Navigated(Page::Documents));
    to_host.does(Change::SendToHost(Part::Panel));
    assert_eq!(to_host.saves()["referrals"], draft["referrals"]);
    // Forgotten with the case, and with another one.
    visit.does(Change::Cleared(NewCase { today: day("2026-11-21"), reference: "NEXT-CASE".to_owned() }));
    assert_eq!(visit.saves().get("referrals"), None);
    let mut visit = Visit::opening("2026-12-05", &draft.to_string());
    visit.does(Change::Navigated(Page::Open));
    visit.does(Change::FilesChosen(Output::Open, vec![golden().to_string()]));
    assert_eq!(visit.saves().get("referrals"), None);
}

/// Two are kept: that of today, and the one it was compared with.
#[test]
fn the_oldest_are_forgotten() {
    let mut draft = referred();
    for (today, last) in
        [("2026-12-05", "2026-11-21"), ("2026-12-06", "2026-12-05"), ("2026-12-09", "2026-12-06")]
    {
        let mut visit = Visit::opening(today, &draft);
        let words = [
            "No answer in this part has changed since the referral of ",
            &day(last).in_words(Language::En),
            ".",
        ];
        assert_eq!(visit.lines(), [words.concat()]);
        let saved = visit.saves();
        let days: Vec<&str> = saved["referrals"].as_array().unwrap().iter().map(given_on).collect();
        assert_eq!(days, [last, today]);
        draft = saved.to_string();
    }
}

/// A lock gives back what it locked, so that what is made before it and after it says the same.
#[test]
fn what_is_made_in_one_day_is_compared_with_what_was_made_before_it() {
    let mut visit = gone_on_with("2026-12-05", &referred());
    let before = visit.lines();
    let mut later = Visit::opening("2026-12-05", &visit.saves().to_string());
    assert_eq!(later.lines(), before);
    later.types("whereabouts_area", text("East Nowhere"));
    assert_eq!(later.lines(), before, "in which answer, and not what");
    later.types("whereabouts_area", text("North Nowhere"));
    assert_eq!(later.lines()[0], "New since the referral of 21 November 2026: 2, further on.");
    assert_eq!(later.saves()["referrals"].as_array().unwrap().len(), 2);
}

/// An account that may stand in Part B is new once it is in Part A, and taken out without a word: Part A does not tell whether there
/// is one.
#[test]
fn an_account_that_leaves_part_a_is_not_named() {
    let mut sheet = golden();
    let usable = sheet["answers"]["plan_usable"].take();
    assert!(usable.to_string().contains("why_now"), "{usable}");
    let draft = |usable: &Value| {
        sheet["answers"]["plan_usable"] = usable.clone();
        let mut visit = Visit::opening("2026-11-21", &sheet.to_string());
        visit.makes(Format::Pdf);
        visit.saves()
    };
    let mut draft = draft;
    let (with, without) = (draft(&usable), draft(&json!([])));
    let then = |last: &Value, now: &Value| {
        let mut now = now.clone();
        now["referrals"] = last["referrals"].clone();
        Visit::opening("2026-12-05", &now.to_string()).lines()
    };
    assert_eq!(
        then(&with, &without),
        ["No answer in this part has changed since the referral of 21 November 2026."]
    );
    let told = then(&without, &with);
    assert!(told.len() == 3 && told[2].starts_with("New: Why Drive now; "), "{told:?}");
}

#[test]
fn a_child_more_is_new_and_a_birthday_is_not() {
    let draft: Value = serde_json::from_str(&referred()).unwrap();
    let children = draft["sheet"]["answers"]["children_list"].as_array().unwrap();
    let told = |children: Vec<Value>| {
        let mut draft = draft.clone();
        draft["sheet"]["answers"]["children_list"] = children.into();
        // Every child is a year older.
        Visit::opening("2027-11-21", &draft.to_string()).lines()
    };
    assert_eq!(told(children.clone()).len(), 1);
    let more = children.iter().cloned().chain([json!({"child_name": "Zanzibar"})]).collect();
    assert_eq!(told(more).last().unwrap(), "Changed: Children involved");
}

/// What stands beside the questions is the page as it will be made.
#[test]
fn page_one_beside_the_questions_says_it_too() {
    let mut visit = gone_on_with("2026-12-05", &referred());
    visit.makes(Format::Pdf);
    let draft: Value = visit.saves();
    let html = page_one_html(packs::named("default"), draft.into(), day("2026-12-05"), Language::En).unwrap();
    assert!(html.contains("New since the referral of 21 November 2026: 3, further on."), "{html}");
}

fn with_everything_new(pack: &Pack, sheet: &Value, language: Language) -> Document {
    let parsed = AnswerSheet::from_json(sheet.clone()).unwrap();
    let answers = parsed.read(pack).unwrap();
    let made_on = day("2026-11-21").max(answers.screened_on);
    let stamp = Stamp { reference: "K7Q2-M9XD".to_owned(), made_on, language };
    let last = Referral { on: day("2026-09-30"), panel: Default::default() };
    compose_since(pack, &answers, &screen(pack, &answers), Part::Panel, &stamp, Some(&last))
}

/// It takes its place on page one from what else is there, and the page stays one.
#[test]
fn page_one_stays_one_page() {
    for (name, sheet) in page_one::cases() {
        let parsed = AnswerSheet::from_json(sheet.clone()).unwrap();
        let pack = packs::named(&parsed.pack);
        for language in [Language::En, Language::Cy] {
            let document = with_everything_new(pack, &sheet, language);
            assert_eq!(sides(first_page(document)), 1, "{name}, {language:?}");
        }
    }
}

/// Both languages at once say it line by line, and side by side take two sides at most.
#[test]
fn both_languages_at_once() {
    let mut pack = Pack::builtin("default").unwrap();
    pack.document.bilingual = true;
    let text = write_text(&with_everything_new(&pack, &golden(), Language::En), Format::Text).unwrap();
    let title = "New since the referral of 30 September 2026 / Newydd ers atgyfeiriad 30 Medi 2026";
    assert!(text.contains(&format!("{title}\n")), "{text}");
    assert!(text.contains("New / Newydd: Danger now; "), "{text}");
    for (name, sheet) in page_one::cases() {
        let count = sides(first_page(with_everything_new(&pack, &sheet, Language::En)));
        assert!(count <= 2, "{name}: {count}");
    }
}

#[test]
fn what_is_no_such_list_is_refused_and_what_is_of_no_question_is_left_out() {
    let pack = packs::named("default");
    let good: Value = serde_json::from_str(&referred()).unwrap();
    let read = |referrals: Value| {
        let mut draft = good.clone();
        draft["referrals"] = referrals;
        Draft::read(pack, draft.into(), day("2026-12-05"))
    };
    let one = |on: &str| json!(format!("{on} custody=K7Q2M9XD"));
    for wrong in [
        Value::Null,
        json!({}),
        json!("2026-11-21"),
        json!([1]),
        json!([{}]),
        json!([""]),
        json!(["custody=K7Q2M9XD"]),
        json!(["2026-11-31 custody=K7Q2M9XD"]),
        json!(["2026-11-21 custody"]),
        json!(["2026-11-21  custody=K7Q2M9XD"]),
        json!(["2026-11-21 custody=k7q2m9xd"]),
        json!(["2026-11-21 of=no other=case"]),
        json!([format!("2026-11-21 custody={}", "K".repeat(1 << 20))]),
        json!([format!("2026-11-21{}", " custody=K7Q2M9XD".repeat(100_000))]),
        json!([one("2026-12-06")]),
        json!([one("2026-11-21"), one("2026-11-21")]),
        json!([one("2026-11-22"), one("2026-11-21")]),
        json!([one("2026-11-19"), one("2026-11-20"), one("2026-11-21")]),
        json!(vec![one("2026-11-21"); 100_000]),
    ] {
        let problems = read(wrong.clone()).unwrap_err();
        packs::assert_said_well(&problems);
        let said = wrong.to_string().chars().take(80).collect::<String>();
        assert_eq!(packs::places(&problems), [("draft-wrong-value", "referrals".to_owned())], "{said}");
    }
    let strange: String = (0..1_000).map(|number| format!(" fact_{number}=K7Q2M9XD")).collect();
    let draft = read(json!([format!("2026-11-21 custody=K7Q2M9XD{strange}")])).unwrap();
    assert_eq!(draft.referrals, ["2026-11-21 custody=K7Q2M9XD"]);
    // Of a question that is not of Part A nothing is said, whoever wrote it there.
    let foreign = json!(["2026-11-21 victim_survivors_list=K7Q2M9XD handling_not_to=K7Q2M9XD"]);
    let mut draft = good.clone();
    draft["referrals"] = foreign;
    let told = Visit::opening("2026-12-05", &draft.to_string()).lines();
    assert!(told.len() == 3 && told[2].starts_with("New: "), "{told:?}");
    // What a referrer says of themself has none.
    let form = Form::new(day("2026-11-21"));
    let mut details = Value::from(Draft::details_to_json(pack, &form));
    details["referrals"] = json!([]);
    assert!(Draft::read(pack, details.into(), day("2026-12-05")).is_err());
}

#[test]
fn a_draft_is_the_same_after_a_round_trip() {
    let first = referred();
    let again = Visit::opening("2026-11-21", &first).saves();
    assert_eq!(again, serde_json::from_str::<Value>(&first).unwrap());
    // And without a referral nothing of it is written, nor is a document another one.
    let pack = packs::named("default");
    let answers = AnswerSheet::from_json(golden()).unwrap().read(pack).unwrap();
    let draft = Draft::to_json(pack, &Form::from_answers(&answers), Stage::Referral, "K7Q2-M9XD");
    assert_eq!(Draft::with_referrals(draft.clone(), &[]), draft);
    let stamp =
        Stamp { reference: "K7Q2-M9XD".to_owned(), made_on: day("2026-11-21"), language: Language::En };
    let outcome = screen(pack, &answers);
    assert_eq!(
        compose(pack, &answers, &outcome, Part::Panel, &stamp),
        compose_since(pack, &answers, &outcome, Part::Panel, &stamp, None)
    );
}
