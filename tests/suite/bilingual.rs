//! Documents in both languages: nothing of either is lost, and each stands beside the other.

use crate::support::files::{fonts, unzipped};
use crate::support::{pdf, sheets};
use drive_screening::answers::AnswerSheet;
use drive_screening::date::Date;
use drive_screening::document::block::{Block, Line, Row, Run};
use drive_screening::document::record_file::verify;
use drive_screening::document::{Document, Format, Stamp, compose};
use drive_screening::export::write;
use drive_screening::pack::{Pack, Part};
use drive_screening::screening::screen;
use drive_screening::words::Language;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::path::PathBuf;

/// The sheet's pack as it is, and the same with documents in both languages.
fn packs(sheet: &Value) -> [Pack; 2] {
    let id = sheet["pack"].as_str().unwrap();
    let both = json!({
        "format": "pack/1", "extends": id, "id": id, "version": "1.0.0+both", "document": {"bilingual": true},
    });
    [Pack::builtin(id).unwrap(), Pack::load(&both.to_string()).unwrap()]
}

fn document(pack: &Pack, sheet: &Value, part: Part, language: Language) -> Document {
    let answers = AnswerSheet::from_json(sheet.clone()).unwrap().read(pack).unwrap();
    let stamp =
        Stamp { reference: "K7Q2-M9XD".to_owned(), made_on: Date::parse("2026-11-21").unwrap(), language };
    compose(pack, &answers, &screen(pack, &answers), part, &stamp)
}

/// Every line of the blocks, in order.
fn lines(blocks: &[Block], out: &mut Vec<Line>) {
    let rows = |rows: &[Row], out: &mut Vec<Line>| {
        for row in rows {
            out.push(row.label.clone());
            out.extend(row.value.iter().cloned());
        }
    };
    for block in blocks {
        match block {
            Block::Heading(_, line) | Block::Paragraph(line) | Block::Verdict(line) => out.push(line.clone()),
            Block::Rows(all) | Block::Summary(all) | Block::Reasons(all) => rows(all, out),
            Block::List(all) | Block::Tags(all) => out.extend(all.iter().cloned()),
            Block::Actions(actions) => {
                out.extend(actions.iter().flat_map(|action| [action.act.clone(), action.why.clone()]));
            }
            Block::Table(table) => {
                out.extend(table.caption.clone());
                out.extend(table.heads.iter().chain(table.rows.iter().flatten()).cloned());
            }
            Block::Note(title, blocks) => {
                out.extend(title.clone());
                lines(blocks, out);
            }
            Block::Timeline(timeline) => {
                out.extend([timeline.alt.clone(), timeline.day.clone()]);
                out.extend(timeline.names.iter().map(|name| name.name.clone()));
                out.extend(timeline.lanes.iter().map(|lane| lane.label.clone()));
            }
            Block::Marking(_) | Block::Code(_) | Block::NewPage => {}
        }
    }
}

fn all_lines(document: &Document) -> Vec<Line> {
    let mut out = Vec::new();
    lines(&document.blocks, &mut out);
    out
}

/// Page one says as much as there is room for, which differs side by side, and what it leaves out follows right after it:
/// only the sections are the same.
fn sections(mut document: Document, pack: &Pack) -> Document {
    if document.part == Some(Part::Panel) {
        let titles: Vec<&str> =
            pack.sections.iter().map(|section| section.title.say(document.language)).collect();
        let is_title =
            |block: &Block| matches!(block, Block::Heading(2, line) if titles.contains(&&*line.text()));
        let end = document.blocks.iter().position(is_title).unwrap();
        document.blocks.drain(..end);
    }
    document
}

/// What the record says of the pack and of itself differs between the two packs.
fn is_of_the_pack(line: &Line) -> bool {
    let text = line.text();
    text.contains("2.0.0") || text.len() > 60 && text.bytes().all(|b| b.is_ascii_hexdigit() || b == b' ')
}

fn in_language(document: &Document, language: Language) -> Vec<Line> {
    let line = |line: &Line| match line.both() {
        (_, Some((other, line))) if other == language => Some(line),
        (first, Some(_)) => (!first.0.is_empty()).then_some(first),
        (first, None) => Some(first),
    };
    all_lines(document).iter().filter(|line| !is_of_the_pack(line)).filter_map(line).collect()
}

fn same_in_each_language(sheet: &Value) {
    let [plain, both] = packs(sheet);
    for part in Part::ALL {
        let together = document(&both, sheet, part, Language::En);
        for language in [Language::En, Language::Cy] {
            let alone = sections(document(&plain, sheet, part, language), &plain);
            let alone: Vec<Line> =
                all_lines(&alone).into_iter().filter(|line| !is_of_the_pack(line)).collect();
            let within = in_language(&together, language);
            // Where one language groups otherwise, both stand: then it is more than this language has.
            for line in &alone {
                assert!(within.contains(line), "{} in {}: {}", part.name(), language.tag(), line.text());
            }
        }
    }
}

fn refer() -> Value {
    serde_json::from_str(include_str!("../golden/refer.sheet.json")).unwrap()
}

#[test]
fn every_vignette_says_all_of_both() {
    let vignettes: Vec<Value> = serde_json::from_str(include_str!("../vignettes.json")).unwrap();
    for case in vignettes {
        same_in_each_language(&case["sheet"]);
    }
    same_in_each_language(&refer());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]
    #[test]
    fn every_sheet_says_all_of_both(sheet in sheets::any_sheet()) {
        same_in_each_language(&sheet);
    }
}

#[test]
fn typed_text_stands_once() {
    let [_, both] = packs(&refer());
    let document = document(&both, &refer(), Part::Panel, Language::En);
    for line in all_lines(&document) {
        let typed = line.0.iter().all(|run| matches!(run, Run::Typed(_)));
        assert!(!typed || line.both().1.is_none(), "{}", line.text());
    }
    let text = String::from_utf8(write(&document, Format::Text, fonts()).unwrap()).unwrap();
    // On page one, and not again in its section.
    assert_eq!(text.matches("sample.referrer@nowhereshire.example").count(), 1);
}

#[test]
fn corpus_says_which_language_is_which() {
    let [_, both] = packs(&refer());
    for (language, other) in [(Language::En, Language::Cy), (Language::Cy, Language::En)] {
        let document = document(&both, &refer(), Part::Panel, language);
        let sentences =
            [Language::En, Language::Cy].map(|language| both.outcome_text("refer").sentence.say(language));
        for format in [Format::Html, Format::Text, Format::Markdown, Format::Docx] {
            let bytes = write(&document, format, fonts()).unwrap();
            let text = match format {
                Format::Docx => {
                    let files = unzipped(&bytes);
                    let body = files.iter().find(|(name, _)| name == "word/document.xml").unwrap();
                    String::from_utf8(body.1.clone()).unwrap()
                }
                _ => String::from_utf8(bytes).unwrap(),
            };
            for sentence in sentences {
                assert!(
                    text.contains(&sentence.replace('\'', "&#39;")) || text.contains(sentence),
                    "{sentence}"
                );
            }
            match format {
                Format::Html => assert!(text.contains(&format!("<span lang=\"{}\">", other.tag()))),
                Format::Docx => assert!(text.contains(&format!("<w:lang w:val=\"{}-GB\"/>", other.tag()))),
                _ => assert!(text.contains(" / ")),
            }
        }
        let bytes = write(&document, Format::Pdf, fonts()).unwrap();
        let pieces = pdf::unpacked(&bytes);
        let wanted = format!("/Lang({})", other.tag());
        let tagged =
            |piece: &Vec<u8>| String::from_utf8_lossy(piece).replace("/Lang (", "/Lang(").contains(&wanted);
        assert!(pieces.iter().any(tagged), "{wanted}");
        if let Some(folder) = std::env::var_os("DOCUMENTS").map(PathBuf::from) {
            std::fs::write(folder.join(format!("both-panel-{}.pdf", language.tag())), &bytes).unwrap();
            for (format, ending) in [(Format::Docx, "docx"), (Format::Html, "html")] {
                let name = format!("both-panel-{}.{ending}", language.tag());
                std::fs::write(folder.join(name), write(&document, format, fonts()).unwrap()).unwrap();
            }
        }
    }
}

#[test]
fn data_hold_both_and_are_whole() {
    let [_, both] = packs(&refer());
    for part in Part::ALL {
        let document = document(&both, &refer(), part, Language::En);
        let record = verify(&write(&document, Format::Json, fonts()).unwrap()).unwrap();
        assert!(record.whole);
        assert_eq!(record.text("/language"), "en");
        assert_eq!(record.text("/other_language/language"), "cy");
        assert!(record.data["other_language"].get("pack").is_none(), "what is the same stands once");
        if part == Part::Handling {
            assert_eq!(record.screen_again(&both).unwrap().unwrap().differences, []);
        }
    }
}
