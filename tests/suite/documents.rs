//! The documents: golden files, the wall between the parts, hostile text, and what is never said.
//!
//! `UPDATE_GOLDEN=1 cargo test --test suite documents::` writes the golden files anew; read the difference before it is kept.

use drive_screening::answers::{Answer, AnswerSheet, Answers, Evidence, Record, Value};
use drive_screening::date::Date;
use drive_screening::document::write::{STYLE, article};
use drive_screening::document::{Document, Format, Stamp, compose, explain, file_name, write_text};
use drive_screening::pack::{Kind, Origin, Pack, Part, Question, Stage, builtin};
use drive_screening::screening::screen;
use drive_screening::words::Language;
use std::collections::BTreeSet;
use std::path::Path;

const LANGUAGES: [Language; 2] = [Language::En, Language::Cy];
const TEXTS: [Format; 4] = [Format::Html, Format::Json, Format::Text, Format::Markdown];

fn write(document: &Document, format: Format) -> String {
    write_text(document, format).expect("a format of text")
}

fn stamp(language: Language) -> Stamp {
    Stamp { reference: "K7Q2-M9XD".to_owned(), made_on: Date::parse("2026-11-21").unwrap(), language }
}

fn documents(pack: &Pack, answers: &Answers) -> Vec<Document> {
    let outcome = screen(pack, answers);
    let each = |part| LANGUAGES.map(|language| compose(pack, answers, &outcome, part, &stamp(language)));
    Part::ALL.into_iter().flat_map(each).collect()
}

fn sheet(source: &str) -> (Pack, Answers) {
    let sheet = AnswerSheet::parse(source).unwrap();
    let pack = Pack::builtin(&sheet.pack).unwrap();
    let answers = sheet.read(&pack).unwrap();
    (pack, answers)
}

fn of_answers(answers: serde_json::Value) -> (Pack, Answers) {
    let source = serde_json::json!({
        "format": "answers/1", "pack": "default", "screened_on": "2026-11-21", "answers": answers,
    });
    sheet(&source.to_string())
}

fn refer() -> (Pack, Answers) {
    sheet(include_str!("../golden/refer.sheet.json"))
}

fn undecided() -> (Pack, Answers) {
    sheet(include_str!("../golden/undecided.sheet.json"))
}

fn read_golden(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name))
        .unwrap_or_default()
}

/// The version of the program, which golden files do not pin.
fn unversioned(text: &str) -> String {
    text.replace(drive_screening::document::TOOL, "drive-screening TOOL-VERSION")
}

/// Without a digest, as data hold it and as people read it, in groups.
fn undigested(text: &str, digest: &str, name: &str) -> String {
    let groups: Vec<&str> = (0..4).map(|group| &digest[group * 16..group * 16 + 16]).collect();
    text.replace(digest, name).replace(&groups.join(" "), name)
}

#[test]
fn golden_files_are_as_written() {
    let mut stale = Vec::new();
    for (name, (pack, answers)) in [("refer", refer()), ("undecided", undecided())] {
        for document in documents(&pack, &answers) {
            for format in TEXTS {
                // The style sheet is one file, not twelve: the fragment is what is golden.
                let text = match format {
                    Format::Html => article(&document),
                    _ => write(&document, format),
                };
                // A pack's digest changes with every word of it.
                let text = undigested(&unversioned(&text), pack.digest(), "PACK-DIGEST");
                let own = document.data["digest"].as_str().unwrap();
                let text = undigested(&text, own, "OWN-DIGEST");
                let file =
                    format!("{name}.{}.{}.{}", document.kind(), document.language.tag(), format.name());
                if std::env::var_os("UPDATE_GOLDEN").is_some() {
                    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(&file);
                    std::fs::write(path, &text).unwrap();
                } else if read_golden(&file) != text {
                    stale.push(file);
                }
            }
        }
    }
    assert!(stale.is_empty(), "stale: {stale:?}; run with UPDATE_GOLDEN=1 and read the difference");
}

/// A sheet with every question of a pack answered, every text with a canary of its own.
struct Filled<'a> {
    pack: &'a Pack,
    /// The canary, its part, and its fact.
    canaries: Vec<(String, Part, String)>,
    choice: usize,
}

impl Filled<'_> {
    fn canary(&mut self, question: &Question) -> String {
        let canary = format!("canary{:04}{}", self.canaries.len(), question.part.name());
        self.canaries.push((canary.clone(), question.part, question.id.as_str().to_owned()));
        canary
    }

    fn answer(&mut self, question: &Question) -> Answer {
        let id = question.id.as_str();
        let value = match &question.kind {
            Kind::YesNo(_) => Value::YesNo(!id.ends_with("_withhold")),
            Kind::Choice(choices) if id == "lives_with_victim_or_child" => {
                Value::Choice(choices[self.choice % 2].value.clone())
            }
            Kind::Choice(choices) => {
                Value::Choice(choices[choices.len() - 1 - self.choice % choices.len()].value.clone())
            }
            Kind::Set(choices) => Value::Set(choices.iter().map(|choice| choice.value.as_str()).collect()),
            Kind::Count(_, max) => Value::Count((*max).min(9)),
            Kind::Date { .. } => Value::Date(Date::parse("2019-07-06").unwrap()),
            Kind::Text | Kind::LongText => Value::Text(self.canary(question)),
            Kind::Group(group) => {
                let entry = |filled: &mut Self| -> Record {
                    group.questions.iter().map(|inner| (inner.id.clone(), filled.answer(inner))).collect()
                };
                Value::Group(vec![entry(self), entry(self)])
            }
        };
        Answer::Known(value)
    }

    fn answers(&mut self) -> Answers {
        let pack = self.pack;
        let facts =
            pack.questions().map(|(_, question)| (question.id.clone(), self.answer(question))).collect();
        let screened_on = Date::parse("2026-11-21").unwrap();
        let mut evidence = Vec::new();
        for (_, question) in pack.questions().filter(|(_, question)| question.takes_evidence()) {
            // Whatever part the answer belongs to, so does the note.
            let note = self.canary(question);
            let origins = Origin::ALL.len();
            let from = Some(Origin::ALL[self.choice % origins]);
            evidence.push((question.id.clone(), Evidence { from, on: Some(screened_on), note }));
        }
        Answers { facts, evidence, ..Answers::none(screened_on) }
    }
}

fn every_way_out(document: &Document) -> Vec<String> {
    let mut ways: Vec<String> = TEXTS.into_iter().map(|format| write(document, format)).collect();
    ways.push(article(document));
    ways
}

#[test]
fn what_is_written_for_one_part_is_in_that_part_and_no_other() {
    for name in builtin::names() {
        let pack = Pack::builtin(name).unwrap();
        let mut shown = BTreeSet::new();
        let mut all = BTreeSet::new();
        // Every choice of every question in turn, so that every conditional question is asked in one of them.
        for choice in 0..if name == "default" { 12 } else { 2 } {
            let mut filled = Filled { pack: &pack, canaries: Vec::new(), choice };
            let answers = filled.answers();
            all.extend(filled.canaries.iter().map(|(_, part, fact)| (fact.clone(), *part)));
            for document in documents(&pack, &answers) {
                #[allow(unused_mut, reason = "without `export` there is no more to say")]
                let mut said = every_way_out(&document);
                // Slower to make and to take apart: in one language at a time.
                if name == "default" && LANGUAGES[choice % 2] == document.language {
                    said.extend(crate::support::files::everything_said(&document));
                }
                for text in said {
                    for (start, _) in text.match_indices("canary") {
                        let number: usize = text[start + 6..start + 10].parse().unwrap();
                        let (canary, part, fact) = &filled.canaries[number];
                        assert!(text[start..].starts_with(canary.as_str()), "{name}: {canary} is whole");
                        assert_eq!(Some(*part), document.part, "{name}: {fact} is in {}", document.kind());
                        shown.insert((fact.clone(), *part));
                    }
                }
                for format in Format::ALL {
                    assert_eq!(
                        file_name(&document, format),
                        format!("K7Q2-M9XD-{}.{}", document.kind(), format.name())
                    );
                }
            }
        }
        if name == "default" {
            let never: Vec<_> = all.difference(&shown).collect();
            assert!(never.is_empty(), "never shown: {never:?}");
        }
    }
}

#[test]
fn a_victim_survivors_facts_are_in_part_a_in_no_form() {
    let (pack, answers) = refer();
    // Dates, too: a date of birth is locating.
    let secret = [
        "1988",
        "8 August",
        "Sample Survivor",
        "Imaginary",
        "REFUGE",
        "library book",
        "cousin",
        "means it",
        "01632 960002",
        "Sample Child",
        "2016-03-09",
        "9 March 2016",
        "30 January 2026",
        "New Partner",
        "Earlier Survivor",
        "عينة",
        "Objects",
        "objects",
        "3 February 2024",
        "self-defence",
        "council housing",
        "frightened",
        "before the trial",
    ];
    for document in documents(&pack, &answers).iter().filter(|document| document.part == Some(Part::Panel)) {
        for text in every_way_out(document) {
            for secret in secret {
                assert!(!text.contains(secret), "{secret} is in Part A");
            }
        }
    }
}

#[test]
fn a_withheld_address_is_in_no_document() {
    for (pack, answers) in [refer(), undecided()] {
        for document in documents(&pack, &answers) {
            for text in every_way_out(&document) {
                for address in
                    ["THE REFUGE ADDRESS", "AN ADDRESS WITHOUT A SWITCH", "AN ADDRESS THAT BELONGS TO NOBODY"]
                {
                    assert!(!text.contains(address), "{address} is in {}", document.kind());
                }
            }
        }
    }
    let (pack, answers) = refer();
    let restricted = documents(&pack, &answers)
        .into_iter()
        .find(|document| document.part == Some(Part::Restricted))
        .unwrap();
    let text = write(&restricted, Format::Text);
    assert!(text.contains("Address: Withheld: left out of every document"));
    assert!(text.contains("Address: 3 Imaginary Street, Nowhere"));
}

#[test]
fn a_shared_home_is_withheld_with_the_address_of_whoever_lives_there() {
    let (pack, _) = refer();
    let shared = |withhold: &str| {
        let sheet = serde_json::json!({
            "format": "answers/1", "pack": "default", "screened_on": "2026-11-21",
            "answers": {
                "lives_with_victim_or_child": "sometimes",
                "whereabouts_shared_address": "THE SHARED HOME",
                "whereabouts_other_addresses": "THE OTHER HOME",
                "victim_survivors_list": [
                    {"victim_name": "Sample One", "victim_address_withhold": "no"},
                    {"victim_name": "Sample Two", "victim_address_withhold": withhold},
                ],
            },
        });
        let answers = AnswerSheet::from_json(sheet).unwrap().read(&pack).unwrap();
        documents(&pack, &answers).iter().flat_map(every_way_out).collect::<String>()
    };
    for home in ["THE SHARED HOME", "THE OTHER HOME"] {
        assert!(shared("no").contains(home));
        for kept_back in ["yes", "not_known"] {
            assert!(!shared(kept_back).contains(home), "{home} with {kept_back}");
        }
    }
}

#[test]
fn children_are_ages_only_in_part_a() {
    let (pack, answers) = refer();
    let panel = &documents(&pack, &answers)[0];
    assert!(write(panel, Format::Text).contains("10, under 1, age not known"));
    assert_eq!(panel.data["children_ages"], serde_json::json!([10, 0, null]));
}

#[test]
fn blank_never_looks_like_no() {
    let (pack, answers) = undecided();
    for document in documents(&pack, &answers) {
        let not_answered = if document.language == Language::En { "Not answered" } else { "Heb eu hateb" };
        assert!(write(&document, Format::Text).contains(not_answered), "{}", document.kind());
    }
    let handling = &documents(&pack, &answers)[4];
    let text = write(handling, Format::Text);
    assert!(text.contains(
        "Does the person live in the area this panel covers, or are they about to return to it? | Not known"
    ));
    assert!(text.contains("Has a DARA or a secondary review given a risk grade? | Not asked"));
}

/// What nobody said of the markers stands on page one as in its section: not asked is not blank, and blank is not unknown.
#[test]
fn why_there_are_no_markers_is_said_alike_wherever_it_stands() {
    for (answers, said) in [
        (serde_json::json!({}), ["Not asked", "Heb ei ofyn"]),
        // With a referral, what the screening left out is asked as well.
        (serde_json::json!({"referrer_name": "Sample Referrer"}), ["Not answered", "Heb ei ateb"]),
        (serde_json::json!({"markers": "not_known"}), ["Not known", "Ddim yn hysbys"]),
        (serde_json::json!({"markers": []}), ["None of these", "Dim un o'r rhain"]),
    ] {
        let (pack, answers) = of_answers(answers);
        let part_a =
            documents(&pack, &answers).into_iter().filter(|document| document.part == Some(Part::Panel));
        for (document, said) in part_a.zip(said) {
            let label = pack.question("markers").unwrap().label.say(document.language);
            let text = write(&document, Format::Text);
            assert!(text.lines().any(|line| line == format!("{label}: {said}")), "{text}");
            let sections = document.data["sections"].as_array().unwrap();
            let mut items = sections.iter().flat_map(|section| section["answers"].as_array().unwrap());
            assert_eq!(items.find(|item| item["fact"] == "markers").unwrap()["said"], said);
        }
    }
}

/// A question of the screening that was left out is not asked; once there is a referral, it is not answered, as are the
/// referral's own.
#[test]
fn what_the_screening_left_out_is_missing_once_there_is_a_referral() {
    let said = |answers: serde_json::Value, fact: &str| {
        let (pack, answers) = of_answers(answers);
        let sections = documents(&pack, &answers)[0].data["sections"].clone();
        let mut items =
            sections.as_array().unwrap().iter().flat_map(|section| section["answers"].as_array().unwrap());
        items.find(|item| item["fact"] == fact).unwrap()["said"].as_str().unwrap().to_owned()
    };
    for (fact, screened, referred) in [
        ("dash_done", "Not asked", "Not answered"),
        ("in_area", "Not asked", "Not answered"),
        ("perpetrator_name", "Not answered", "Not answered"),
    ] {
        assert_eq!(said(serde_json::json!({}), fact), screened, "{fact}");
        assert_eq!(said(serde_json::json!({"referrer_role": "Sample role"}), fact), referred, "{fact}");
    }
}

/// Part A says how many answers are missing: as many as are named below, those of entries too.
#[test]
fn the_answers_that_part_a_counts_as_missing_are_those_it_names() {
    fn named(data: &serde_json::Value) -> usize {
        let own = usize::from(data["said"] == "Not answered");
        own + match data {
            serde_json::Value::Array(all) => all.iter().map(named).sum(),
            serde_json::Value::Object(map) => map.values().map(named).sum(),
            _ => 0,
        }
    }
    let counted = |answers: &Answers, pack: &Pack| {
        let document = &documents(pack, answers)[0];
        let text = write(document, Format::Text);
        let said = text.split_once("Answers the referral still needs: ").map(|(_, said)| said);
        let count = said.and_then(|said| said.split_once(' ')?.0.parse().ok()).unwrap_or(0);
        assert_eq!(count, named(&document.data["sections"]), "{text}");
        count
    };
    for (pack, answers) in [refer(), undecided(), of_answers(serde_json::json!({}))] {
        counted(&answers, &pack);
    }
    let order = |order: serde_json::Value| {
        let (pack, answers) =
            of_answers(serde_json::json!({"orders_in_force": "yes", "orders_list": [order]}));
        counted(&answers, &pack)
    };
    let given = serde_json::json!({"order_type": "restraining", "order_conditions": "Not to go there."});
    assert_eq!(order(serde_json::json!({})), order(given) + 2);
}

#[test]
fn a_disagreement_is_a_fact_in_part_a_and_its_reasons_are_in_part_c() {
    let (pack, answers) = undecided();
    for document in documents(&pack, &answers) {
        let text = write(&document, Format::Text);
        assert_eq!(text.contains("frightened"), document.part == Some(Part::Handling));
        if document.part == Some(Part::Panel) && document.language == Language::En {
            assert!(text.contains("despite the screening"));
        }
    }
}

/// Part C says where a written reason stands and never what it is; every reason has a fact or is one in itself.
#[test]
fn a_written_reason_is_named_by_its_place_in_part_c() {
    let cases: Vec<serde_json::Value> = serde_json::from_str(include_str!("../vignettes.json")).unwrap();
    let on_judgement = cases.iter().find(|case| case["id"] == "V03").unwrap();
    let (pack, answers) = sheet(&on_judgement["sheet"].to_string());
    let outcome = screen(&pack, &answers);
    for (language, written) in
        LANGUAGES.into_iter().zip(["Written: see Part A", "Ysgrifennwyd: gweler Rhan A"])
    {
        let document = compose(&pack, &answers, &outcome, Part::Handling, &stamp(language));
        let because = document.data["trace"]["explained"]["because"].as_array().unwrap();
        let judgement = because.iter().find(|reason| reason["criterion"] == "judgement").unwrap();
        assert_eq!(judgement["facts"], serde_json::json!([written]));
    }
    // For whoever may see every answer the reason itself is there.
    let told = explain(&pack, &answers, &outcome, Language::En);
    let judgement = told.because.iter().find(|reason| reason.label == "Professional judgement").unwrap();
    let Some(Answer::Known(Value::Text(reasons))) = answers.get("judgement_reasons") else {
        panic!("V03 has reasons")
    };
    assert_eq!(judgement.facts[0].text(), *reasons);
}

/// The referrer and whoever audits the screening are told what would change it. A panel has no use for that, and whoever is
/// told may learn what to say.
#[test]
fn what_would_change_the_screening_stands_in_part_c_alone() {
    for (pack, answers) in [undecided(), refer()] {
        let outcome = screen(&pack, &answers);
        let told = explain(&pack, &answers, &outcome, Language::En);
        let all: Vec<&String> = told.would_change.iter().flat_map(|leads| &leads.ifs).collect();
        assert!(!all.is_empty());
        for part in Part::ALL {
            let text = write(&compose(&pack, &answers, &outcome, part, &stamp(Language::En)), Format::Text);
            let shown = all.iter().filter(|set| text.contains(set.as_str())).count();
            assert_eq!(shown, if part == Part::Handling { all.len() } else { 0 }, "{}", part.name());
        }
        // Who does what to whom is judged by a specialist, and nobody is told what judgement would do.
        assert!(all.iter().all(|set| !set.contains("primary perpetrator")), "{all:?}");
    }
}

#[test]
fn no_document_decides_for_the_panel() {
    let cases: Vec<serde_json::Value> = serde_json::from_str(include_str!("../vignettes.json")).unwrap();
    let mut sheets = vec![
        refer(),
        undecided(),
        (Pack::builtin("default").unwrap(), Answers::none(stamp(Language::En).made_on)),
    ];
    sheets.extend(cases.iter().map(|case| sheet(&case["sheet"].to_string())));
    for (pack, answers) in sheets {
        for document in documents(&pack, &answers) {
            // Names of the public contract (`not_eligible`) are data for programs; people read these two.
            for text in [write(&document, Format::Text), article(&document)] {
                // A question as asked speaks of MARAC, not of this panel.
                let text = text.to_lowercase().replace("has a marac ever heard or accepted the case?", "");
                for never in ["eligible", "accepted", "is high risk", "cymwys", "wedi'i dderbyn"] {
                    assert!(!text.contains(never), "{never} in {}", document.kind());
                }
            }
        }
    }
}

#[test]
fn every_verdict_and_every_vignette_composes() {
    let cases: Vec<serde_json::Value> = serde_json::from_str(include_str!("../vignettes.json")).unwrap();
    for case in cases {
        let sheet = AnswerSheet::from_json(case["sheet"].clone()).unwrap();
        let pack = Pack::builtin(&sheet.pack).unwrap();
        let answers = sheet.read(&pack).unwrap();
        let outcome = screen(&pack, &answers);
        for document in documents(&pack, &answers) {
            let page = write(&document, Format::Html);
            well_formed(&page);
            if document.part == Some(Part::Panel) {
                let sentence = pack.outcome_text(&outcome.name).sentence.say(document.language);
                assert!(write(&document, Format::Text).contains(sentence), "{}", case["id"]);
            }
        }
    }
}

const HOSTILE: &str = "<script>alert(1)</script> \"quoted\" 'single' </style><img src=x onerror=y> &amp; a\u{202e}txt.exe\u{202c} \
                       e\u{301}\u{301}\u{301} \u{0}\u{7}\u{1b}[31m עברית عربى 👩‍👩‍👧 -->]]> {{x}} \\ line\nbreak";

/// Answers that no reading has cleaned, as another caller might give them.
fn hostile() -> (Pack, Answers) {
    let pack = Pack::builtin("default").unwrap();
    let long = format!("{HOSTILE}{}", "a long reason ".repeat(20_000 / 14));
    let mut filled = Filled { pack: &pack, canaries: Vec::new(), choice: 0 };
    let mut answers = filled.answers();
    let text = |answer: &mut Answer| {
        if let Answer::Known(Value::Text(text)) = answer {
            text.clone_from(&long);
        }
    };
    for (_, answer) in answers.facts.iter_mut() {
        text(answer);
        if let Answer::Known(Value::Group(records)) = answer {
            records.iter_mut().flat_map(Record::iter_mut).for_each(|(_, answer)| text(answer));
        }
    }
    (pack, answers)
}

#[test]
fn hostile_text_is_escaped_and_whole() {
    let (pack, answers) = hostile();
    for document in documents(&pack, &answers) {
        let page = write(&document, Format::Html);
        well_formed(&page);
        for never in ["<script", "<img", "onerror=y>", "\u{0}", "\u{7}", "\u{1b}"] {
            assert!(!page.contains(never), "{never:?} in {}", document.kind());
        }
        for whole in [
            "&lt;script&gt;alert(1)&lt;/script&gt; &quot;quoted&quot; &#39;single&#39; &lt;/style&gt;",
            "&amp;amp; a\u{202e}txt.exe\u{202c} e\u{301}\u{301}\u{301} ",
            "line<br>break",
        ] {
            assert!(page.contains(whole), "{whole:?} not in {}", document.kind());
        }
        assert!(page.contains(&"a long reason ".repeat(1000)), "the whole text of {}", document.kind());
        let json: serde_json::Value = serde_json::from_str(&write(&document, Format::Json)).unwrap();
        assert_eq!(json["part"], document.kind());
        assert!(!write(&document, Format::Text).contains('\r'));
    }
}

#[test]
fn page_one_cuts_a_long_reason_and_the_rest_is_further_on() {
    let source = r#"{"format":"answers/1","pack":"default","screened_on":"2026-11-21","answers":{"judgement_high":"yes"}}"#;
    let (pack, mut answers) = sheet(source);
    let reason = format!("{}the end", "ê reason ".repeat(2000));
    let fact = pack.question("judgement_reasons").unwrap().id.clone();
    answers.facts.insert(fact, Answer::Known(Value::Text(reason.clone())));
    let text = write(&documents(&pack, &answers)[0], Format::Text);
    assert_eq!(text.matches(&reason).count(), 1);
    // Page one, and nowhere else: its section has all of it.
    assert_eq!(text.matches("(in full further on)").count(), 1);
}

#[test]
fn a_reference_cannot_leave_the_folder_or_carry_a_name_with_spaces() {
    let (pack, answers) = undecided();
    let mut document = documents(&pack, &answers).remove(0);
    document.reference = "../../etc/Sample Person\u{202e}".to_owned();
    assert_eq!(file_name(&document, Format::Html), "etcSamplePerson-panel.html");
}

#[test]
fn the_file_loads_nothing_and_says_what_it_is() {
    let (pack, answers) = refer();
    for document in documents(&pack, &answers) {
        let page = write(&document, Format::Html);
        for never in [
            "http:", "https:", "url(", "@import", "<script", "<link", "<img", "<iframe", " src=", " href=",
            " style=", " on",
        ] {
            let text = if never == " on" {
                page.replace(" on ", "").replace(" only", "").replace(" one", "")
            } else {
                page.clone()
            };
            let tags = text.split('<').skip(1).filter_map(|tag| tag.split('>').next());
            let found = if never.starts_with(' ') {
                tags.into_iter().any(|tag| tag.contains(never))
            } else {
                page.contains(never)
            };
            assert!(!found, "{never} in {}", document.kind());
        }
        let tag = document.language.tag();
        for must in [
            format!("<html class=\"ds-file notranslate\" lang=\"{tag}\" translate=\"no\">"),
            format!("<title>{}, K7Q2-M9XD</title>", document.title),
            "default-src 'none'; style-src 'unsafe-inline'".to_owned(),
            "<meta name=\"referrer\" content=\"no-referrer\">".to_owned(),
            "<meta name=\"robots\" content=\"noindex".to_owned(),
            document.marking.replace('\'', "&#39;"),
        ] {
            assert!(page.contains(&must), "{must} not in {}", document.kind());
        }
        assert!(STYLE.contains("counter(pages)") && STYLE.contains("Tudalen"));
    }
}

#[test]
fn a_question_can_stand_under_another_section() {
    let mut pack = Pack::builtin("default").unwrap();
    let section = pack.sections.iter().position(|section| section.id.as_str() == "plan").unwrap();
    let id = pack.sections[section].id.clone();
    for question in
        pack.sections.iter_mut().flat_map(|section| &mut section.pages).flat_map(|page| &mut page.questions)
    {
        if question.id.as_str() == "in_area" {
            question.with = Some(id.clone());
        }
    }
    let (_, answers) = refer();
    let data = &documents(&pack, &answers)[0].data;
    let sections = data["sections"].as_array().unwrap();
    let holds = |id: &str, fact: &str| {
        let answers = sections.iter().filter(|section| section["id"] == id);
        answers
            .flat_map(|section| section["answers"].as_array().unwrap())
            .any(|answer| answer["fact"] == fact)
    };
    assert!(holds("plan", "in_area") && !holds("person", "in_area"));
}

#[test]
fn data_hold_each_parts_own_answers_as_asked() {
    let (pack, answers) = refer();
    for document in documents(&pack, &answers) {
        let data: serde_json::Value = serde_json::from_str(&write(&document, Format::Json)).unwrap();
        assert_eq!(data["format"], "referral/1");
        assert_eq!(data["pack"]["digest"], pack.digest());
        assert_eq!(data["result"].is_null(), document.part == Some(Part::Restricted));
        assert_eq!(data["trace"].is_null(), document.part != Some(Part::Handling));
        let flags = data["result"]["flags"].to_string();
        assert_eq!(flags.contains("restricted_handling_insider"), document.part == Some(Part::Handling));
        assert_eq!(flags.contains("victim_objection_recorded"), document.part == Some(Part::Handling));
        for section in data["sections"].as_array().unwrap() {
            for answer in section["answers"].as_array().unwrap() {
                let question = pack.question(answer["fact"].as_str().unwrap()).unwrap();
                assert_eq!(answer["asked"], question.ask.say(document.language));
                let is_annex = document.part == Some(Part::Restricted);
                let moved = is_annex && question.in_panel.is_some();
                assert!(Some(question.part) == document.part || !answer["entries"].is_null() || moved);
                for entry in answer["entries"].as_array().into_iter().flatten() {
                    for inner in entry["answers"].as_array().unwrap() {
                        let inner = pack.question(inner["fact"].as_str().unwrap()).unwrap();
                        assert!(Some(inner.part) == document.part || (moved && inner.part == Part::Panel));
                    }
                }
            }
        }
        if document.part == Some(Part::Handling) {
            let traced = data["trace"]["answers"].as_array().unwrap();
            let asked =
                |stage| pack.questions().filter(|(place, _)| pack.section(place.page).stage == stage).count();
            assert!(traced.len() >= asked(Stage::Screening));
            assert_eq!(data["trace"]["criteria"].as_array().unwrap().len(), pack.criteria.len());
        }
    }
}

/// Every tag is closed in order, headings skip no level, and ids do not clash as there are none.
fn well_formed(page: &str) {
    const VOID: [&str; 4] = ["meta", "br", "hr", "!DOCTYPE"];
    let mut open: Vec<&str> = Vec::new();
    let mut level = 0;
    let mut rest = page;
    while let Some(start) = rest.find('<') {
        let end = rest[start..].find('>').expect("a tag ends") + start;
        let tag = &rest[start + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "closes in order");
            continue;
        }
        let name = tag.split_whitespace().next().unwrap_or_default();
        if let Some(next) = name.strip_prefix('h').and_then(|number| number.parse::<u32>().ok()) {
            assert!(next <= level + 1, "a heading of level {next} after {level}");
            level = next;
        }
        if !VOID.contains(&name) {
            open.push(name);
        }
        if name == "style" {
            let end = rest.find("</style>").expect("the sheet ends");
            assert!(!rest[..end].contains('<'));
            rest = &rest[end..];
        }
    }
    assert!(open.is_empty(), "left open: {open:?}");
}

/// Where answers come from is told in the part of the question, what is weak in Part C, and on page one only where a
/// reason rests on nothing better; that a victim-survivor told a specialist stays out of Part A.
#[test]
fn weak_evidence_is_said_plainly() {
    let cases: Vec<serde_json::Value> = serde_json::from_str(include_str!("../vignettes.json")).unwrap();
    let mut case = cases.iter().find(|case| case["id"] == "V03").unwrap()["sheet"].clone();
    let texts = |case: &serde_json::Value| {
        let (pack, answers) = sheet(&case.to_string());
        documents(&pack, &answers).iter().map(|document| write(document, Format::Text)).collect::<Vec<_>>()
    };
    let alone = ["Rests on weak evidence alone:", "Yn dibynnu ar dystiolaeth wan yn unig:"];
    let first_page = |text: &str| text.split("Asked of the panel").next().unwrap().to_owned();
    for text in texts(&case) {
        assert!(!alone.iter().any(|alone| text.contains(alone)), "nothing was said, so nothing is weak");
    }
    case["evidence"] =
        serde_json::json!({"judgement_high": {"from": "professional_view", "on": "2026-11-01"}});
    let said = texts(&case);
    assert!(first_page(&said[0]).contains(alone[0]), "{}", said[0]);
    assert!(said[1].contains(alone[1]), "{}", said[1]);
    assert!(said[0].contains("(professional view only)"), "{}", said[0]);
    assert!(said[4].contains("Evidence that is weak or not given"), "{}", said[4]);
    assert!(said[4].contains("professional view only"), "{}", said[4]);
    case["evidence"] = serde_json::json!({"judgement_high": {"from": "specialist", "on": "2026-11-01"}});
    let said = texts(&case);
    assert!(!said.iter().any(|text| alone.iter().any(|alone| text.contains(alone))));
    for (text, in_full) in said.iter().zip([false, false, false, false, true, true]) {
        let told = text.contains("Victim-survivor, through a specialist")
            || text.contains("Dioddefwr-goroeswr, drwy arbenigwr");
        assert_eq!(told, in_full, "{text}");
    }
    assert!(said[0].contains("Specialist service, 1 November 2026"), "{}", said[0]);
}
