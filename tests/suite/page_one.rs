//! Page one of Part A stands on one side of paper, whatever was written, and leaves nothing out without saying so.

use super::writers::{corpus, document, full, long};
use crate::support::files::fonts;
use crate::support::{packs, pdf};
use drive_screening::answers::{self, AnswerSheet};
use drive_screening::date::Date;
use drive_screening::document::block::{Block, Line, Row, Run};
use drive_screening::document::panels::page_one_html;
use drive_screening::document::{Document, Format, Stamp, compose};
use drive_screening::export::write;
use drive_screening::interview::{Draft, Form};
use drive_screening::pack::{FlagWhen, Kind, Pack, Part, Stage};
use drive_screening::screening::{RaisedFlag, acts, screen};
use drive_screening::words::Language;
use serde_json::{Value, json};

const LANGUAGES: [Language; 2] = [Language::En, Language::Cy];

/// Of the document only what stands before its second page.
pub(super) fn first_page(mut document: Document) -> Document {
    let end =
        document.blocks.iter().position(|block| matches!(block, Block::NewPage)).expect("a second page");
    document.blocks.truncate(end);
    document
}

/// How many sides stand before the second page.
pub(super) fn sides(mut document: Document) -> usize {
    // The line that ends a document stands on its last page, so that is another one.
    document.blocks.extend([Block::NewPage, Block::Paragraph(Line::words("The second page."))]);
    pages(&document) - 1
}

fn pages(document: &Document) -> usize {
    let file = write(document, Format::Pdf, fonts()).unwrap();
    let of_pages = |piece: Vec<u8>| {
        let text = String::from_utf8_lossy(&piece).into_owned();
        text.match_indices("/Type/Page")
            .filter(|(at, found)| !text[at + found.len()..].starts_with('s'))
            .count()
    };
    pdf::unpacked(&file).into_iter().map(of_pages).sum()
}

/// The cases of the other checks, and worse: everything answered at the greatest length, in wide letters and in many lines.
pub(super) fn cases() -> Vec<(String, Value)> {
    let mut all = corpus();
    all.push(("long".to_owned(), long()));
    for (name, text) in [
        ("long words", "Somebody wrote a great deal of it. ".repeat(500)),
        ("wide letters", "WWWWWW MMMMMM ".repeat(1400)),
        ("no spaces", "W".repeat(20_000)),
        ("Ukrainian", "Щось жахливе сталося. ".repeat(900)),
        ("many lines", "A line.\n".repeat(2500)),
        ("short", "x".to_owned()),
    ] {
        let one_line: String = text.replace('\n', " ").chars().take(500).collect();
        let mut sheet = full(one_line.trim());
        for (_, question) in packs::named("default").questions() {
            if matches!(question.kind, Kind::LongText) {
                sheet["answers"][question.id.as_str()] = json!(text);
            }
        }
        all.push((name.to_owned(), sheet));
    }
    all
}

#[test]
fn page_one_is_one_page() {
    let mut over = Vec::new();
    for (name, sheet) in cases() {
        for language in LANGUAGES {
            let whole = document(&sheet, Part::Panel, language);
            let count = sides(first_page(whole));
            if count != 1 {
                over.push((name.clone(), language, count));
            }
        }
    }
    assert!(over.is_empty(), "{over:?}");
}

/// Side by side, two languages take two sides at most.
#[test]
fn page_one_in_both_languages_is_two_pages() {
    let both = json!({
        "format": "pack/1", "extends": "default", "id": "default", "version": "1.0.0+both", "document": {"bilingual": true},
    });
    let pack = Pack::load(&both.to_string()).unwrap();
    let mut over = Vec::new();
    for (name, sheet) in cases() {
        let answers = AnswerSheet::from_json(sheet).unwrap().read(&pack).unwrap();
        let stamp = Stamp {
            reference: "K7Q2-M9XD".to_owned(),
            made_on: Date::parse("2026-11-21").unwrap().max(answers.screened_on),
            language: Language::En,
        };
        let whole = compose(&pack, &answers, &screen(&pack, &answers), Part::Panel, &stamp);
        let count = sides(first_page(whole));
        if count > 2 {
            over.push((name, count));
        }
    }
    assert!(over.is_empty(), "{over:?}");
}

/// What stands beside the questions is the page itself: all that stands on it, in the same order, but that an answer is missing,
/// where a way to its question stands instead; and each of its missing answers has one.
#[test]
fn page_one_beside_the_questions_is_the_page_itself() {
    for (name, sheet) in cases() {
        let parsed = AnswerSheet::from_json(sheet.clone()).unwrap();
        let pack = packs::named(&parsed.pack);
        let answers = parsed.read(pack).unwrap();
        let today = Date::parse("2026-11-21").unwrap().max(answers.screened_on);
        let form = Form::from_answers(&answers);
        for language in LANGUAGES {
            let draft = Draft::to_json(pack, &form, Stage::Referral, "K7Q2-M9XD");
            let html = page_one_html(pack, draft.clone(), today, language).unwrap();
            // As the page reads what was typed.
            let answers = Draft::read(pack, draft, today).unwrap().form().answers(pack);
            let stamp = Stamp { reference: "K7Q2-M9XD".to_owned(), made_on: today, language };
            let whole = compose(pack, &answers, &screen(pack, &answers), Part::Panel, &stamp);
            let mut rest = html.as_str();
            for block in first_page(whole).blocks {
                let Block::Summary(rows) = block else { continue };
                for line in rows.iter().flat_map(|row| std::iter::once(&row.label).chain(&row.value)) {
                    for run in &line.0 {
                        let (Run::Words(words) | Run::Typed(words)) = run else { panic!("{name}: {run:?}") };
                        let text = words
                            .replace('&', "&amp;")
                            .replace('<', "&lt;")
                            .replace('>', "&gt;")
                            .replace('"', "&quot;")
                            .replace('\'', "&#39;");
                        let is_missing = ["Not answered", "Heb ei ateb"].contains(&text.as_str());
                        // Line ends become elements, and other control characters a mark.
                        let whole = text.split(char::is_control).next().unwrap_or_default();
                        if is_missing {
                            continue;
                        }
                        let at = rest.find(whole);
                        let at = at.unwrap_or_else(|| {
                            panic!(
                                "{name}, {language:?}: {whole} is not in {}",
                                rest.chars().take(900).collect::<String>()
                            )
                        });
                        rest = &rest[at + whole.len()..];
                    }
                }
            }
            // An account that may stand in Part B has a way too, answered or not.
            if answers.get("plan_usable").is_none() && pack.question("plan_usable").is_some() {
                assert!(html.contains("/plan_why_now\">"), "{name}");
            }
            for fact in ["perpetrator_name", "safety_weapons", "referrer_phone"] {
                let is_missing = answers.get(fact).is_none() && pack.question(fact).is_some();
                let way = format!("/{fact}\">");
                assert_eq!(html.contains(&way), is_missing, "{name}: {fact}");
            }
        }
    }
}

/// Everything there is to do, every marker and every gap is on it or in the pages after it, and it says so where it is not.
#[test]
fn page_one_leaves_nothing_out_that_is_not_further_on() {
    for (name, sheet) in cases() {
        let parsed = AnswerSheet::from_json(sheet.clone()).unwrap();
        let pack = packs::named(&parsed.pack);
        let answers = parsed.read(pack).unwrap();
        let outcome = screen(pack, &answers);
        for language in LANGUAGES {
            let whole = document(&sheet, Part::Panel, language);
            let text = text(&whole);
            let first = self::text(&first_page(whole));
            let of_panel: Vec<&RaisedFlag> =
                outcome.flags.iter().filter(|flag| pack.flags[flag.flag].part == Part::Panel).collect();
            for act in acts(pack, &of_panel) {
                let says = act.act.say(language);
                assert!(text.contains(says), "{name}: {says}");
                let on_first = first.contains(says);
                assert!(on_first || !act.flag.urgent, "{name}: {says} is urgent");
                if let (FlagWhen::Each(_), Some(value)) = (&act.flag.when, act.value) {
                    assert!(
                        first.contains(value.label.say(language)),
                        "{name}: {}",
                        value.label.say(language)
                    );
                }
            }
            // What is cut says so.
            assert_eq!(
                first.matches('\u{2026}').count(),
                first
                    .matches(["(in full further on)", "(yn llawn ymhellach ymlaen)"][language as usize])
                    .count(),
                "{name}"
            );
        }
    }
}

/// What page one has whole is not said again; what it cuts stands further on in full. Either way all of it is in the document.
#[test]
fn what_was_typed_stands_whole_on_page_one_or_after_it() {
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    // A random sheet answers what it is not asked, too.
    for (name, sheet) in cases().into_iter().filter(|(name, _)| !name.starts_with("random")) {
        let parsed = AnswerSheet::from_json(sheet.clone()).unwrap();
        let pack = packs::named(&parsed.pack);
        let given = parsed.read(pack).unwrap();
        for language in LANGUAGES {
            let whole = document(&sheet, Part::Panel, language);
            let all = flat(&text(&whole));
            let says = ["What page one or the timeline says whole is", "Ni ddywedir eto o'r fan hon"]
                [language as usize];
            assert_eq!(all.matches(says).count(), 1, "{name}");
            for (_, question) in pack.questions() {
                let (Part::Panel, None) = (question.part, &question.in_panel) else { continue };
                if let Some(answers::Value::Text(typed)) = given.known(question.id.as_str()) {
                    let typed = flat(typed);
                    assert!(all.contains(&typed), "{name}: {} is cut", question.id);
                }
            }
        }
    }
}

/// No page has only the digest: what comes before it comes along.
#[test]
fn the_record_never_stands_alone() {
    let record = "About this record";
    let mut moved = 0;
    // Line by line longer before its last section, so that the end of it stands at every height of a page.
    for lines in 0..60 {
        let mut document = document(&super::writers::refer(), Part::Panel, Language::En);
        let headings: Vec<(usize, String)> = document.blocks.iter().enumerate().filter_map(heading).collect();
        let [.., (section, title), (_, last)] = &headings[..] else { panic!("{headings:?}") };
        assert_eq!(last, record);
        let filler = (0..lines).map(|_| Block::Paragraph(Line::words("A line.")));
        document.blocks.splice(section..section, filler);
        let pages = pdf::page_readings(&write(&document, Format::Pdf, fonts()).unwrap());
        let last = pages.last().unwrap();
        assert!(last.iter().any(|text| text.contains(record)), "{lines}");
        assert!(last.iter().any(|text| text.contains(title.as_str())), "{lines}");
        moved += usize::from(last.iter().all(|text| !text.contains("A line.")));
    }
    assert!(moved > 0, "it never came to the end of a page");
}

fn heading((at, block): (usize, &Block)) -> Option<(usize, String)> {
    match block {
        Block::Heading(2, line) => Some((at, line.text())),
        _ => None,
    }
}

fn text(document: &Document) -> String {
    String::from_utf8(write(document, Format::Text, fonts()).unwrap()).unwrap()
}

/// What the panel looks for stands in the same order in every case.
#[test]
fn page_one_keeps_its_order() {
    let document = first_page(document(&super::writers::refer(), Part::Panel, Language::En));
    let labels = |rows: &[Row]| rows.iter().map(|row| row.label.text()).collect::<Vec<_>>();
    let all: Vec<String> = document
        .blocks
        .iter()
        .flat_map(|block| match block {
            Block::Summary(rows) => labels(rows),
            Block::Verdict(_) => vec!["(verdict)".to_owned()],
            Block::Note(Some(title), _) => vec![title.text()],
            _ => Vec::new(),
        })
        .collect();
    assert_eq!(
        all,
        [
            "Reference",
            "About",
            "Where",
            "(verdict)",
            "No approach to the person before asking",
            "Why Drive now",
            "Because",
            "Markers",
            "Act now",
            "Safety of staff",
            "Children involved",
            "IDVA or specialist",
            "Urgent steps today",
            "Asked of the panel",
            "Not known, and still matters",
            "Who to ring",
        ]
    );
}

/// With everything filled in a panel has four pages to read, five in Welsh; of a case that is still open, three and four.
#[test]
fn the_panel_pack_is_short() {
    let undecided: Value = serde_json::from_str(include_str!("../golden/undecided.sheet.json")).unwrap();
    for (sheet, most) in [(super::writers::refer(), [4, 5]), (undecided, [3, 4])] {
        for (language, most) in LANGUAGES.into_iter().zip(most) {
            let file = write(&document(&sheet, Part::Panel, language), Format::Pdf, fonts()).unwrap();
            assert!(pdf::page_readings(&file).len() <= most, "{language:?}");
        }
    }
}
