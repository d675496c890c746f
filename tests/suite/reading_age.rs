//! Plain words: how old somebody must be to read each page with ease. `make reading-age` prints it for every page.

#[allow(dead_code, reason = "the translator's file uses all of it")]
#[path = "../translate/src/find.rs"]
mod find;

use crate::support::packs;
use crate::support::reading::{Count, hardest};
use drive_screening::date::Date;
use drive_screening::document::{Criteria, JobResult, run_job};
use drive_screening::interview::{Draft, Form};
use drive_screening::pack::{Stage, builtin};
use drive_screening::protocol::{Job, JobRequest, Reply};
use drive_screening::screening::screen;
use drive_screening::site::Site;
use drive_screening::words::Language;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

/// What GOV.UK asks of words for everybody.
const OLDEST: f64 = 9.0;

/// What somebody reads on one page, or in one place of a pack.
struct Page {
    name: String,
    texts: Vec<String>,
}

impl Page {
    fn new(name: impl Into<String>, texts: Vec<String>) -> Self {
        Self { name: name.into(), texts }
    }

    fn texts(&self) -> impl Iterator<Item = &str> {
        self.texts.iter().map(|text| &**text)
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file that has sentences for people, read once.
fn files() -> &'static [find::File] {
    static FILES: OnceLock<Vec<find::File>> = OnceLock::new();
    FILES.get_or_init(|| find::files(root()))
}

fn default_pack() -> Value {
    serde_json::from_str(builtin::source("default").unwrap()).unwrap()
}

/// Every English text below a value of a pack, but for those under some keys.
fn english(value: &Value, without: &[&str], texts: &mut Vec<String>) {
    match value {
        Value::Object(map) => match map.get("en") {
            Some(text) => texts.extend(text.as_str().map(str::to_owned)),
            None => {
                for (_, inner) in map.iter().filter(|(key, _)| !without.contains(&key.as_str())) {
                    english(inner, without, texts);
                }
            }
        },
        Value::Array(all) => all.iter().for_each(|inner| english(inner, without, texts)),
        _ => {}
    }
}

fn in_english(value: &Value) -> Vec<String> {
    let mut texts = Vec::new();
    english(value, &[], &mut texts);
    texts
}

fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], |list| list)
}

/// The words of the pages by their names in the code.
fn own_words(files: &[find::File]) -> BTreeMap<String, String> {
    let words = files.iter().find(|file| file.name == "src/web/ui/words.rs").unwrap();
    words.sentences.iter().map(|sentence| (sentence.id.clone(), sentence.en.clone())).collect()
}

/// The page's own words that a file of the code names.
fn named_in(code: &str, words: &BTreeMap<String, String>) -> Vec<String> {
    let names = code.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    let mut names: Vec<&str> = names.filter(|name| words.contains_key(*name)).collect();
    names.sort_unstable();
    names.dedup();
    names.into_iter().map(|name| words[name].clone()).collect()
}

/// The text of HTML, a line for each element that is no part of a sentence.
fn text_of(html: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for piece in html.split('<') {
        let (tag, text) = piece.split_once('>').unwrap_or(("", piece));
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        if !["", "span", "strong", "b", "i", "em", "mark", "a"].contains(&name) {
            lines.push(String::new());
        }
        lines.last_mut().unwrap().push_str(text);
    }
    let plain = |line: String| {
        let line = line.replace("&#39;", "'").replace("&quot;", "\"").replace("&lt;", "<");
        line.replace("&gt;", ">").replace("&amp;", "&").trim().to_owned()
    };
    lines.into_iter().map(plain).filter(|line| !line.is_empty()).collect()
}

/// The pages of questions: what is asked and told there, but for the labels by which documents name an answer.
fn question_pages(pack: &Value) -> Vec<Page> {
    let mut pages = Vec::new();
    for section in list(pack, "sections") {
        for page in list(section, "pages") {
            let mut texts = in_english(&section["title"]);
            texts.extend(in_english(&page["title"]));
            for question in list(page, "questions") {
                asked(question, &mut texts);
            }
            let name = format!("{}, {}", section["stage"].as_str().unwrap(), page["id"].as_str().unwrap());
            pages.push(Page::new(name, texts));
        }
    }
    pages
}

fn asked(question: &Value, texts: &mut Vec<String>) {
    english(question, &["label", "choices", "questions", "retired"], texts);
    english(&question["choices"], &[], texts);
    for inner in list(question, "questions") {
        asked(inner, texts);
    }
}

/// The result of a worked case: what the page says by itself, the verdict, what to do first, where to turn, and the reasons.
fn result_page(case: &Value, pack: &Value, own: &[String]) -> Page {
    let the_pack = packs::named("default");
    let outcome = case["expect"]["outcome"].as_str().unwrap();
    let mut texts = own.to_vec();
    let verdict = list(pack, "verdicts").iter().find(|verdict| verdict["id"] == outcome);
    texts.extend(verdict.map_or_else(|| in_english(&pack["undecided"]), in_english));
    let answers = packs::answers(the_pack, &case["sheet"]);
    let raised = screen(the_pack, &answers).flags;
    for flag in list(pack, "flags") {
        if raised.iter().any(|raised| the_pack.flags[raised.flag].id.as_str() == flag["id"]) {
            texts.extend(in_english(flag));
        }
    }
    for route in list(pack, "routes") {
        if list(route, "for").iter().any(|shown| shown == outcome) {
            texts.extend(in_english(route));
        }
    }
    let form = Form::from_answers(&answers);
    let draft = Draft::to_json(the_pack, &form, Stage::Screening, "K7Q2-M9XD");
    let criteria = Criteria {
        site: Site::default(),
        pack: drive_screening::pack::Pack::builtin("default").unwrap(),
        source: String::new(),
    };
    let request = JobRequest {
        number: 1,
        made_on: Date::parse("2026-11-21").unwrap(),
        minute: 870,
        language: Language::En,
        job: Job::Result { draft },
    };
    let Ok(JobResult::Reply(Reply::Panel(html))) = run_job(request, &criteria) else { panic!("{case}") };
    // What was published has the name that it has.
    let sources: Vec<String> =
        list(pack, "sources").iter().flat_map(|source| in_english(&source["title"])).collect();
    let without_sources = |line: String| sources.iter().fold(line, |line, title| line.replace(title, ""));
    texts.extend(text_of(&html).into_iter().map(without_sources));
    Page::new(format!("result, {outcome}, {}", case["id"].as_str().unwrap()), texts)
}

/// Every page of a referral and of its screening.
fn pages() -> Vec<Page> {
    let files = files();
    let own = own_words(files);
    let pack = default_pack();
    let code = |name: &str| std::fs::read_to_string(root().join(name)).unwrap();
    let sentences = |name: &str| -> Vec<String> {
        let file = files.iter().filter(|file| file.name == name);
        file.flat_map(|file| file.sentences.iter().map(|sentence| sentence.en.clone())).collect()
    };
    let mut pages = question_pages(&pack);
    // Files of the page's code, each of which draws one page, with those of the composer that fill it.
    for (name, parts) in [
        ("start", &["pages/start"][..]),
        ("tasks", &["pages/tasks"]),
        ("words still coming", &["pages/words_coming"]),
        ("network", &["pages/network"]),
        ("a page of questions", &["pages/questions", "pages/entries", "pages/item", "components/question"]),
        ("page one beside the questions", &["page_one", "components/part", "panels/page_one"]),
        ("to act at once", &["pages/urgent"]),
        ("no further answer", &["pages/stop"]),
        ("disagree", &["pages/disagree"]),
        ("check your answers", &["pages/check", "panels/check"]),
        ("documents", &["pages/documents", "panels/documents", "panels/export_review"]),
        ("save, open and unlock", &["pages/save", "pages/open", "pages/lock", "panels/forms"]),
        ("clear", &["pages/clear"]),
        ("accessibility and privacy", &["pages/statement", "panels/statements"]),
        ("something is wrong", &["panels/page_report"]),
        ("ask someone who knows", &["panels/ask", "ask/slip", "ask/reply", "ask/returned"]),
        ("words used here", &["panels/glossary"]),
        ("about these criteria", &["criteria/about", "criteria/edit", "criteria/mod"]),
        ("answer a question", &["criteria/reply"]),
        ("self-test", &["criteria/self_test"]),
    ] {
        let mut texts = Vec::new();
        for part in parts {
            match part.split_once('/') {
                Some(("panels" | "ask", _)) => texts.extend(sentences(&format!("src/document/{part}.rs"))),
                _ => texts.extend(named_in(&code(&format!("src/web/ui/{part}.rs")), &own)),
            }
        }
        if name == "tasks" {
            for section in list(&pack, "sections") {
                english(section, &["pages"], &mut texts);
            }
        }
        if name == "check your answers" {
            texts.extend(labels(&pack));
        }
        pages.push(Page::new(name, texts));
    }
    let frame = [
        "frame",
        "components/banner",
        "components/button",
        "components/field_view",
        "components/options",
        "components/date_field",
        "components/tick_box",
        "components/routes",
        "components/error_summary",
        "components/mend",
        "titles",
    ];
    let frame =
        frame.iter().flat_map(|name| named_in(&code(&format!("src/web/ui/{name}.rs")), &own)).collect();
    pages.push(Page::new("around every page, and its fields", frame));
    pages.push(Page::new(
        "what is wrong with a field",
        sentences("src/core/state/words.rs")
            .into_iter()
            .chain(sentences("src/core/interview/say.rs"))
            .collect(),
    ));
    pages.push(Page::new("what may not be right", sentences("src/core/interview/doubts.rs")));
    let result: Vec<String> = named_in(&code("src/web/ui/pages/result.rs"), &own);
    let cases: Vec<Value> = serde_json::from_str(include_str!("../vignettes.json")).unwrap();
    for case in cases.iter().filter(|case| case["sheet"]["pack"] == "default") {
        pages.push(result_page(case, &pack, &result));
    }
    pages
}

/// By what a section and its answers are named where they are read again.
fn labels(pack: &Value) -> Vec<String> {
    fn label(question: &Value, labels: &mut Vec<String>) {
        labels.extend(in_english(&question["label"]));
        list(question, "questions").iter().for_each(|inner| label(inner, labels));
    }
    let mut labels = Vec::new();
    for section in list(pack, "sections") {
        labels.extend(in_english(&section["title"]));
        for question in list(section, "pages").iter().flat_map(|page| list(page, "questions")) {
            label(question, &mut labels);
        }
    }
    labels
}

/// The texts of the packs by their kind, wherever they are shown, and the words of documents.
fn texts() -> Vec<Page> {
    let pack = default_pack();
    let mut all = Vec::new();
    for kind in ["settings", "criteria", "verdicts", "flags", "routes", "document", "nations"] {
        all.push(Page::new(format!("pack: {kind}"), in_english(&pack[kind])));
    }
    let mut variants = Vec::new();
    for name in builtin::names().filter(|name| *name != "default") {
        let source: Value = serde_json::from_str(builtin::source(name).unwrap()).unwrap();
        english(&source, &[], &mut variants);
    }
    all.push(Page::new("pack: the other nine", variants));
    for file in files() {
        let of = [
            "src/document/",
            "src/about_criteria/",
            "src/seal/",
            "src/export/",
            "src/core/",
            "src/authoring/",
        ];
        let is_code = file.name.ends_with(".rs") && file.name != NAMES_ALONE;
        if is_code && of.iter().any(|folder| file.name.starts_with(folder)) {
            let texts = file.sentences.iter().map(|sentence| sentence.en.clone()).collect();
            all.push(Page::new(&*file.name, texts));
        }
    }
    all
}

/// The names of interfaces of browsers, which the self-test tries, and which have no other.
const NAMES_ALONE: &str = "src/about_criteria/evidence_sheet/ways.rs";

/// Of each page the reading age, the words that count, its name and its hardest sentence: the oldest first.
fn ages(pages: &[Page]) -> Vec<(f64, usize, &str, String)> {
    let of = |page: &'_ Page| {
        let count = Count::of(page.texts());
        Some((count.age()?, count.words, hardest(page.texts())))
    };
    let mut ages: Vec<_> = pages
        .iter()
        .filter_map(|page| of(page).map(|(age, words, hardest)| (age, words, &*page.name, hardest)))
        .collect();
    ages.sort_by(|one, other| other.0.total_cmp(&one.0).then_with(|| one.2.cmp(other.2)));
    ages
}

/// `make reading-age` runs this one.
#[test]
#[ignore = "prints figures"]
fn printed() {
    let (pages, texts) = (pages(), texts());
    for (title, pages) in [("Pages", &pages), ("Packs, documents and messages", &texts)] {
        println!("\n{title}: reading age, words, and the hardest sentence\n");
        for (age, words, name, hardest) in ages(pages) {
            println!("{age:5.1} {words:5}  {name}: {hardest}");
        }
    }
}

#[test]
fn a_child_of_nine_can_read_every_page() {
    let (pages, texts) = (pages(), texts());
    assert!(pages.len() > 100 && texts.len() > 60, "{} {}", pages.len(), texts.len());
    let too_old: Vec<_> =
        ages(&pages).into_iter().chain(ages(&texts)).filter(|(age, ..)| *age > OLDEST).collect();
    assert!(too_old.is_empty(), "shorter sentences, plainer words: {too_old:#?}");
}

/// What was cut short, or said in a shorthand of whoever made this, has somebody ask what is meant.
#[test]
fn nothing_ends_in_dots_or_speaks_in_shorthand() {
    const SHORTHAND: [&str; 8] = [
        "\u{2026}",
        "...",
        "the line is",
        "reaches the line",
        "reach the line",
        "than the line",
        "in the way",
        "below the line",
    ];
    const WELSH: [&str; 5] = ["\u{2026}", "...", "y llinell yw", "cyrraedd y llinell", "na'r llinell"];
    let has = |text: &str, among: &[&str]| {
        let text = text.to_lowercase();
        among.iter().any(|part| text.contains(part))
    };
    let mut found = Vec::new();
    for file in files() {
        for sentence in &file.sentences {
            if has(&sentence.en, &SHORTHAND) || has(&sentence.cy, &WELSH) {
                found.push(format!("{}:{}: {} / {}", file.name, sentence.line, sentence.en, sentence.cy));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

/// The formula, by hand: words over sentences and syllables over words, less what is left out.
#[test]
fn the_age_is_that_of_the_formula() {
    let count = |text: &str| Count::of([text]);
    assert_eq!(count("The cat sat. It ate the fish!"), Count { sentences: 2, words: 7, syllables: 7 });
    // 0.39 * 3.5 + 11.8 * 1 - 15.59 is a grade of -2.4.
    assert_eq!(count("The cat sat. It ate the fish!").age(), Some(2.6));
    // What follows a colon is the same sentence; a hyphen joins; figures and places to fill in are no words.
    assert_eq!(count("A re-used box: 14 of {0}"), Count { sentences: 1, words: 4, syllables: 5 });
    // Names and terms are left out, also where they belong to somebody; capitals are read by their letters.
    assert_eq!(count("The IDVA's DASH"), Count { sentences: 1, words: 1, syllables: 1 });
    assert_eq!(
        count("Ask the NHS (Care Act 2014, section 9)."),
        Count { sentences: 1, words: 3, syllables: 5 }
    );
    assert_eq!(count("MARAC").age(), None);
    // The same text twice is read once.
    assert_eq!(Count::of(["Yes", "Yes"]), Count { sentences: 1, words: 1, syllables: 1 });
    let hard = hardest(["Go on. Notwithstanding considerable organisational difficulties."]);
    assert!(hard.starts_with("Notwithstanding"), "{hard}");
}
