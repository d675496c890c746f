//! PDF, Word and zip files: what they hold, that they are whole, and that the same input makes the same bytes.
//!
//! `DOCUMENTS=folder cargo test --test suite corpus` keeps the files for the checks in `tests/validate`.

use crate::support::files::{fonts, unzipped};
use crate::support::{packs, pdf, sheets};
use drive_screening::answers::{AnswerSheet, Answers, Record};
use drive_screening::date::Date;
use drive_screening::document::block::Block;
use drive_screening::document::record_file::verify;
use drive_screening::document::write::pdf_characters::{has, missing};
use drive_screening::document::{Document, ExportFormat, ExportRequest, Format, Stamp, compose, file_name};
use drive_screening::export::{write, write_zip};
use drive_screening::pack::{Kind, Pack, Part, Question};
use drive_screening::screening::screen;
use drive_screening::words::Language;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};
use std::path::PathBuf;

const LANGUAGES: [Language; 2] = [Language::En, Language::Cy];

const HOSTILE: &str = "<script>alert(1)</script> \"quoted\" 'single' &amp; ]]> a\u{202e}txt.exe\u{202c} e\u{301}\u{301} \
                       \u{0}\u{7}\u{1b}[31m \u{e000}\u{fdd0}\u{ffff} \u{feff}x\u{200d}y עברית عربى 👩‍👩‍👧 {{x}} \\ (paren) \u{ad}soft\n\n\tline\r\nbreak\u{2028}end";
/// Every script the fonts are to have, and one word wider than a page.
const ANYONE: &str = "Siân Wŷn Ŵyn Łukasz Žižek Nguyễn Ελένη Ἀθηνᾶ Юлія Ђорђе ﬁ – “quoted” £10 €5 — ";

fn stamp(language: Language) -> Stamp {
    Stamp { reference: "K7Q2-M9XD".to_owned(), made_on: Date::parse("2026-11-21").unwrap(), language }
}

pub(super) fn document(sheet: &Value, part: Part, language: Language) -> Document {
    let (pack, answers) = read(sheet);
    let mut stamp = stamp(language);
    // No document is made before the day of its screening.
    stamp.made_on = stamp.made_on.max(answers.screened_on);
    compose(&pack, &answers, &screen(&pack, &answers), part, &stamp)
}

fn read(sheet: &Value) -> (Pack, Answers) {
    let sheet = AnswerSheet::from_json(sheet.clone()).unwrap();
    let pack = Pack::builtin(&sheet.pack).unwrap();
    let answers = sheet.read(&pack).unwrap();
    (pack, answers)
}

pub(super) fn refer() -> Value {
    serde_json::from_str(include_str!("../golden/refer.sheet.json")).unwrap()
}

/// A sheet in which every question of every part is answered, every text with the same words.
pub(super) fn full(text: &str) -> Value {
    let pack = packs::named("default");
    fn answer(question: &Question, text: &str) -> Value {
        match &question.kind {
            Kind::YesNo(_) => json!(if question.id.as_str().ends_with("_withhold") { "no" } else { "yes" }),
            Kind::Choice(choices) => json!(choices[choices.len() - 1].value.as_str()),
            // What is present is not "not checked" too.
            Kind::Set(_) if question.apart_from.is_some() => json!([]),
            Kind::Set(choices) => choices.iter().map(|choice| json!(choice.value.as_str())).collect(),
            Kind::Count(..) => json!(9),
            Kind::Date { .. } => json!("2019-07-06"),
            Kind::Text | Kind::LongText => json!(text),
            Kind::Group(group) => {
                let entry = || -> Value {
                    let each = group.questions.iter();
                    each.map(|inner| (inner.id.as_str().to_owned(), answer(inner, text)))
                        .collect::<serde_json::Map<_, _>>()
                        .into()
                };
                json!([entry(), entry()])
            }
        }
    }
    let answers: serde_json::Map<String, Value> = pack
        .questions()
        .map(|(_, question)| (question.id.as_str().to_owned(), answer(question, text)))
        .collect();
    json!({"format": "answers/1", "pack": "default", "screened_on": "2026-11-21", "answers": answers})
}

/// Sixty incidents, one of them told at length, and words that cannot be broken.
pub(super) fn long() -> Value {
    let mut sheet = refer();
    let incident = |number: usize| {
        json!({
            "incident_on": format!("2026-{:02}-{:02}", number % 10 + 1, number % 28 + 1),
            "incident_type": if number == 20 { "A long account of it. ".repeat(22) } else { format!("Incident {number} as it was told") },
            "incident_reported_to": if number == 7 { "x".repeat(30) } else { "Police".to_owned() },
            "incident_injury": if number.is_multiple_of(3) { "None" } else { "Bruising" },
            "incident_result": "Under investigation",
        })
    };
    sheet["answers"]["incidents_list"] = (0..60).map(incident).collect();
    sheet["answers"]["perpetrator_name"] = json!("Abcdefghijklmnopqrstuvwxyzabcdefgh".repeat(4));
    sheet["answers"]["plan_why_now"] = json!(format!("{}the end.", "A plan in many words. ".repeat(700)));
    sheet
}

/// The sheets that the outside checks see: every vignette, random referrals, and the worst of text.
pub(super) fn corpus() -> Vec<(String, Value)> {
    let vignettes: Vec<Value> = serde_json::from_str(include_str!("../vignettes.json")).unwrap();
    let mut all: Vec<(String, Value)> = vignettes
        .into_iter()
        .map(|case| (format!("vignette-{}", case["id"].as_str().unwrap()), case["sheet"].clone()))
        .collect();
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    for index in 0..6 {
        let sheet = sheets::any_sheet().new_tree(&mut runner).unwrap().current();
        all.push((format!("random-{index}"), sheet));
    }
    all.push(("refer".to_owned(), refer()));
    all.push((
        "undecided".to_owned(),
        serde_json::from_str(include_str!("../golden/undecided.sheet.json")).unwrap(),
    ));
    all.push(("long".to_owned(), long()));
    all.push(("anyone".to_owned(), full(&format!("{ANYONE}{}", "m".repeat(400)))));
    all
}

/// Answers that no reading has cleaned, as another caller might give them.
fn hostile() -> (Pack, Answers) {
    let (pack, mut answers) = read(&full("X"));
    fn spoil(answer: &mut drive_screening::answers::Answer) {
        use drive_screening::answers::{Answer, Value};
        match answer {
            Answer::Known(Value::Text(text)) => HOSTILE.clone_into(text),
            Answer::Known(Value::Group(records)) => {
                records.iter_mut().flat_map(Record::iter_mut).for_each(|(_, answer)| spoil(answer));
            }
            _ => {}
        }
    }
    answers.facts.iter_mut().for_each(|(_, answer)| spoil(answer));
    (pack, answers)
}

fn hostile_documents() -> Vec<Document> {
    let (pack, answers) = hostile();
    let outcome = screen(&pack, &answers);
    let each = |part| LANGUAGES.map(|language| compose(&pack, &answers, &outcome, part, &stamp(language)));
    Part::ALL.into_iter().flat_map(each).collect()
}

/// The text of a Word file's body, a paragraph a line, as its XML says it.
fn docx_text(bytes: &[u8]) -> String {
    let files = unzipped(bytes);
    let (_, body) = files.iter().find(|(name, _)| name == "word/document.xml").unwrap();
    let body = std::str::from_utf8(body).unwrap();
    let xml = roxmltree::Document::parse(body).unwrap();
    let mut out = String::new();
    for node in xml.descendants().filter(roxmltree::Node::is_element) {
        match node.tag_name().name() {
            "t" => out.push_str(node.text().unwrap_or_default()),
            "br" | "p" => out.push('\n'),
            "tab" if node.parent().is_some_and(|parent| parent.tag_name().name() == "r") => out.push('\t'),
            _ => {}
        }
    }
    out
}

#[test]
fn corpus_is_written_for_checks_from_outside() {
    let folder = std::env::var_os("DOCUMENTS").map(PathBuf::from);
    let mut count = 0;
    let mut keep = |name: String, bytes: &[u8]| {
        count += 1;
        if let Some(folder) = &folder {
            std::fs::create_dir_all(folder).unwrap();
            std::fs::write(folder.join(name), bytes).unwrap();
        }
    };
    for (index, (name, sheet)) in corpus().iter().enumerate() {
        let whole = !name.starts_with("vignette") && !name.starts_with("random");
        let parts = if whole { Part::ALL.to_vec() } else { vec![Part::ALL[index % 3]] };
        for part in parts {
            let language = match name.as_str() {
                "refer" => Language::En,
                "undecided" => Language::Cy,
                _ => LANGUAGES[(index + part as usize) % 2],
            };
            let document = document(sheet, part, language);
            for format in [Format::Pdf, Format::Docx] {
                let bytes = write(&document, format, fonts()).unwrap();
                keep(format!("{name}-{}-{}.{}", part.name(), language.tag(), format.name()), &bytes);
            }
        }
    }
    for mut document in hostile_documents() {
        assert_eq!(write(&document, Format::Pdf, fonts()).unwrap_err().code, "pdf-cannot-show");
        // What a PDF of it would be all the same: the writer does not lean on what is refused before it.
        document.essentials.clear();
        for format in [Format::Pdf, Format::Docx] {
            let bytes = write(&document, format, fonts()).unwrap();
            let (part, language) = (document.kind(), document.language.tag());
            keep(format!("hostile-{part}-{language}.{}", format.name()), &bytes);
        }
    }
    assert!(count >= 80, "{count} files: at least 40 of each");
}

#[test]
fn the_same_document_makes_the_same_bytes() {
    for part in Part::ALL {
        for format in Format::ALL {
            let bytes = || write(&document(&refer(), part, Language::Cy), format, fonts()).unwrap();
            assert_eq!(bytes(), bytes(), "{} {}", part.name(), format.name());
        }
    }
}

#[test]
fn every_answer_of_a_part_is_in_its_pdf_and_its_word_file() {
    for part in Part::ALL {
        let document = document(&refer(), part, Language::En);
        let squeezed = |text: &str| text.split_whitespace().collect::<String>();
        let pdf = pdf::readings(&write(&document, Format::Pdf, fonts()).unwrap());
        let pdf: Vec<String> = pdf.iter().map(|reading| squeezed(reading)).collect();
        let docx = squeezed(&docx_text(&write(&document, Format::Docx, fonts()).unwrap()));
        let plain = String::from_utf8(write(&document, Format::Text, fonts()).unwrap()).unwrap();
        // Text says of an act why it is to be done in brackets, the others in a sentence of its own.
        let acts: Vec<(String, String)> = actions(&document);
        let line_of = |(act, why): &(String, String)| format!("{act} ({why})");
        let is_act = |line: &&str| acts.iter().any(|act| line.ends_with(&line_of(act)));
        let lines = plain.lines().filter(|line| !line.contains(" | ") && !line.contains('\u{62d}'));
        let (of_acts, others): (Vec<&str>, Vec<&str>) = lines.partition(is_act);
        assert_eq!(of_acts.len(), acts.len(), "each act has its line in {}", part.name());
        let others = others.into_iter().flat_map(|said| {
            said.trim_matches(['-', '=', '.', '>', '!', ' ', ':']).split(": ").map(str::to_owned)
        });
        for piece in others.chain(acts.iter().flat_map(|(act, why)| [act.clone(), why.clone()])) {
            let piece = squeezed(&piece);
            assert!(docx.contains(&piece), "{piece:?} is not in the Word file of {}", part.name());
            if !piece.chars().any(|c| ('\u{600}'..'\u{700}').contains(&c)) {
                let said = pdf.iter().any(|reading| reading.contains(&piece));
                assert!(said, "{piece:?} is not in the PDF of {}", part.name());
            }
        }
    }
}

/// What is to be done by a document, each with why.
fn actions(document: &Document) -> Vec<(String, String)> {
    let of = |block: &Block| match block {
        Block::Actions(actions) => {
            actions.iter().map(|action| (action.act.text(), action.why.text())).collect::<Vec<_>>()
        }
        _ => Vec::new(),
    };
    document.blocks.iter().flat_map(of).collect()
}

/// What is known of the fonts without them is what they have.
#[test]
fn the_characters_of_the_fonts_are_known() {
    let fonts = fonts().unwrap();
    for c in ('\0'..=char::MAX).filter(|c| !matches!(u32::from(*c), 0xe000..=0xf8ff | 0xf_0000..)) {
        assert!(!fonts.has(c) || has(c), "{c:?} is in the fonts");
    }
    let known = ('\0'..=char::MAX).filter(|c| has(*c) && !fonts.has(*c));
    // What shows nothing needs no glyph.
    assert!(
        known.clone().all(|c| c == '\n' || c.is_control() || unseen(c)),
        "{:?}",
        known.collect::<Vec<_>>()
    );
}

/// Characters that only tell how others join, break or run.
fn unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
        | '\u{2060}'..='\u{2064}' | '\u{206a}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

/// What one program composes arrives whole at the one that writes it.
#[test]
fn composed_documents_arrive_as_they_are() {
    for language in [Language::En, Language::Cy] {
        let documents: Vec<Document> =
            Part::ALL.map(|part| document(&full("Anyone \u{e9}\n\u{5e9}"), part, language)).into();
        for format in [ExportFormat::Pdf, ExportFormat::Docx, ExportFormat::PdfZip] {
            let given = ExportRequest { format, documents: documents.clone() };
            assert_eq!(ExportRequest::unpacked(&given.packed()), given);
        }
    }
}

#[test]
fn what_cannot_be_shown_is_known_beforehand_and_said_in_the_pdf() {
    let panel = document(&full(ANYONE), Part::Panel, Language::En);
    assert_eq!(missing(&panel), Vec::<char>::new());
    let mut sheet = full(ANYONE);
    sheet["answers"]["needs_detail"] =
        json!("Sample \u{1f469} \u{5e8}\u{5e9}\u{5e9} \u{1f469}\u{1f469}\u{2603}");
    let panel = document(&sheet, Part::Panel, Language::En);
    assert_eq!(
        missing(&panel),
        ['\u{5e9}', '\u{5e8}', '\u{1f469}', '\u{2603}'],
        "letters first, the most frequent first"
    );
    let readings = pdf::readings(&write(&panel, Format::Pdf, fonts()).unwrap());
    assert!(
        readings.iter().any(|reading| reading.contains("U+05E9, U+05E8, U+1F469, U+2603")),
        "{readings:?}"
    );
    assert!(
        docx_text(&write(&panel, Format::Docx, fonts()).unwrap()).contains("\u{5e8}\u{5e9}\u{5e9} \u{1f469}")
    );
}

/// A name, a number or a contact stands in a PDF whole, or there is no PDF of that part; every other format holds it.
#[test]
fn no_pdf_is_made_that_would_cut_a_name_a_number_or_a_contact() {
    let parts_without = |sheet: &Value| -> Vec<(&str, String)> {
        let mut refused = Vec::new();
        for part in Part::ALL {
            let document = document(sheet, part, Language::En);
            for format in [Format::Docx, Format::Html, Format::Json, Format::Text, Format::Markdown] {
                assert!(write(&document, format, fonts()).is_ok());
            }
            if let Err(problem) = write(&document, Format::Pdf, fonts()) {
                assert_eq!((problem.code, &*problem.at), ("pdf-cannot-show", part.name()));
                packs::assert_said_well(std::slice::from_ref(&problem));
                let zip = [document];
                assert_eq!(write_zip(&zip, Format::Pdf, fonts(), &|_| {}).unwrap_err(), problem);
                refused.push((part.name(), problem.message.en));
            }
        }
        refused
    };
    let victim = |fact: &str, text: &str| {
        let mut sheet = refer();
        sheet["answers"]["victim_survivors_list"][1][fact] = json!(text);
        sheet
    };
    assert_eq!(parts_without(&refer()), []);
    for (name, is_set) in [
        ("Siân Wŷn", true),
        ("Sia\u{302}n Wy\u{302}n", true),
        ("Nguyễn", true),
        ("Ελένη", true),
        ("Юлія Ђорђе", true),
        ("\u{202a}+44 7700 900123\u{202c}", true),
        ("\u{2068}Ann\u{2069}\u{200d}", true),
        ("سارة", false),
        ("王芳", false),
        ("सीता", false),
        ("שרה", false),
        ("ნინო", false),
        ("Անի", false),
        ("٠٧٧٠٠", false),
        ("Ann \u{1f339}", false),
        ("Ann \u{e000}", false),
    ] {
        for fact in ["victim_name", "victim_safe_phone", "victim_code_word", "victim_address"] {
            let refused = parts_without(&victim(fact, name));
            let parts: Vec<&str> = refused.iter().map(|(part, _)| *part).collect();
            assert_eq!(parts, if is_set { &[][..] } else { &["restricted"] }, "{fact}: {name}");
            assert!(
                refused.iter().all(|(_, says)| says.contains(" 2: ") && !says.contains(name)),
                "{refused:?}"
            );
        }
    }
    // An account of Part B holds names, too; signs that are no letters only leave a mark in it.
    assert_eq!(parts_without(&victim("victim_safe_people", "سارة، أختها")).len(), 1);
    assert_eq!(parts_without(&victim("victim_safe_people", "\u{2192} her sister \u{1f339}")), []);
    for (fact, text, part) in [
        ("perpetrator_name", "محمد", Some("panel")),
        ("referrer_phone", "٠٧٧", Some("panel")),
        ("handling_recipients", "王芳", Some("handling")),
        ("plan_why_now", "محمد", None),
    ] {
        let mut sheet = refer();
        sheet["answers"][fact] = json!(text);
        let parts: Vec<&str> = parts_without(&sheet).iter().map(|(part, _)| *part).collect();
        assert_eq!(parts, Vec::from_iter(part), "{fact}");
    }
}

#[test]
fn a_pdf_says_nothing_about_who_wrote_it() {
    let bytes = write(&document(&refer(), Part::Panel, Language::En), Format::Pdf, fonts()).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    for never in [
        "/Author",
        "/Producer",
        "/Creator",
        "dc:creator",
        "pdf:Producer",
        "xmp:CreatorTool",
        "Sample Referrer<",
    ] {
        assert!(!text.contains(never), "{never}");
    }
    assert!(text.contains("<rdf:li xml:lang=\"x-default\">Part A: panel pack, K7Q2-M9XD</rdf:li>"));
}

#[test]
fn a_zip_holds_the_three_parts_under_names_that_say_nothing() {
    let parts = Part::ALL.map(|part| document(&refer(), part, Language::En));
    for format in Format::ALL {
        let files = unzipped(&write_zip(&parts, format, fonts(), &|_| {}).unwrap());
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, parts.each_ref().map(|part| file_name(part, format)));
        for ((_, bytes), part) in files.iter().zip(&parts) {
            assert_eq!(*bytes, write(part, format, fonts()).unwrap());
        }
    }
}

#[test]
fn a_word_file_is_well_formed_with_real_headings_lists_and_header_rows() {
    let (pack, answers) = hostile();
    let outcome = screen(&pack, &answers);
    let mut documents = hostile_documents();
    documents.push(compose(&pack, &answers, &outcome, Part::Panel, &stamp(Language::En)));
    documents.push(document(&long(), Part::Panel, Language::Cy));
    for document in documents {
        for (name, bytes) in unzipped(&write(&document, Format::Docx, fonts()).unwrap()) {
            let text = String::from_utf8(bytes).unwrap();
            let xml = roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
            if name != "word/document.xml" {
                continue;
            }
            let all = |tag: &str| xml.descendants().filter(|node| node.tag_name().name() == tag).count();
            assert_eq!(all("tbl"), all("tblHeader"), "each table has one header row");
            let styled = |style: &str| text.contains(&format!("<w:pStyle w:val=\"{style}\"/>"));
            assert!(styled("Heading1") && styled("Heading2"));
            assert_eq!(all("sdt"), if document.part == Some(Part::Panel) { 5 } else { 0 });
        }
    }
}

#[test]
fn a_record_says_whether_it_is_whole() {
    for (name, sheet) in corpus() {
        for part in Part::ALL {
            let document = document(&sheet, part, Language::Cy);
            // A PDF of each sheet is enough: the data attached are the same in every part.
            let formats: &[Format] =
                if part == Part::Handling { &[Format::Json, Format::Pdf] } else { &[Format::Json] };
            for &format in formats {
                let bytes = write(&document, format, fonts()).unwrap();
                let record = verify(&bytes).unwrap();
                assert!(record.whole, "{name} {}", part.name());
                assert_eq!(record.part, part);
                assert_eq!(record.data, document.data);
                assert_eq!(record.text("/reference"), "K7Q2-M9XD");
            }
        }
    }
}

#[test]
fn a_record_with_one_character_changed_is_not_whole() {
    let document = document(&refer(), Part::Handling, Language::En);
    let pdf = write(&document, Format::Pdf, fonts()).unwrap();
    for (was, is) in
        [("Sample Officer", "Simple Officer"), ("\"made_on\": \"2026-11-21\"", "\"made_on\": \"2026-11-22\"")]
    {
        let json = String::from_utf8(write(&document, Format::Json, fonts()).unwrap()).unwrap();
        assert!(json.contains(was));
        assert!(!verify(json.replace(was, is).as_bytes()).unwrap().whole, "{was}");
        let at = pdf.windows(was.len()).position(|window| window == was.as_bytes()).unwrap();
        let mut changed = pdf.clone();
        changed[at..at + was.len()].copy_from_slice(is.as_bytes());
        assert!(!verify(&changed).unwrap().whole, "{was} in the PDF");
    }
    let mut without = document.data.clone();
    without.as_object_mut().unwrap().remove("digest");
    assert!(!verify(without.to_string().as_bytes()).unwrap().whole);
    // Spaces and the order of names are no change.
    assert!(verify(document.data.to_string().as_bytes()).unwrap().whole);
}

#[test]
fn what_is_no_record_is_refused() {
    let docx = write(&document(&refer(), Part::Panel, Language::En), Format::Docx, fonts()).unwrap();
    let sheet = refer().to_string();
    let strange: [&[u8]; 7] = [
        b"",
        b"%PDF-1.7",
        b"{}",
        b"[1]",
        sheet.as_bytes(),
        &docx,
        b"%PDF-1.7 /EmbeddedFile/ stream\n{\nendstream",
    ];
    for bytes in strange {
        assert_eq!(verify(bytes).unwrap_err().code, "record-not-found");
    }
}

#[test]
fn the_screening_of_part_c_comes_out_the_same_again() {
    for (name, sheet) in corpus() {
        let (pack, _) = read(&sheet);
        let handling = document(&sheet, Part::Handling, Language::En);
        let again =
            |data: Value| verify(data.to_string().as_bytes()).unwrap().screen_again(&pack).unwrap().unwrap();
        let held = again(handling.data.clone());
        assert!(held.same_pack);
        assert_eq!(held.differences, [], "{name}");

        let mut otherwise = handling.data.clone();
        otherwise["result"]["outcome"] = json!("something else");
        otherwise["result"]["criteria"]["age"] = json!("perhaps");
        let places: Vec<String> =
            again(otherwise).differences.into_iter().map(|difference| difference.at).collect();
        assert_eq!(places, ["outcome", "criteria/age"], "{name}");
    }
    for part in [Part::Panel, Part::Restricted] {
        let data = document(&refer(), part, Language::En).data;
        assert_eq!(
            verify(data.to_string().as_bytes()).unwrap().sheet(),
            None,
            "only Part C can be run again"
        );
    }
    // Another pack says so.
    let handling = document(&refer(), Part::Handling, Language::En).data.to_string();
    let other = verify(handling.as_bytes()).unwrap().screen_again(packs::named("serial_3y")).unwrap();
    assert!(other.is_err() || !other.unwrap().same_pack);
}

/// The heads of a table stand on the page of its first row: alone at the end of a page they made LibreOffice lose rows.
#[test]
fn in_word_the_heads_of_a_table_are_never_alone() {
    for part in Part::ALL {
        let files = unzipped(&write(&document(&refer(), part, Language::En), Format::Docx, fonts()).unwrap());
        let (_, body) = files.iter().find(|(name, _)| name == "word/document.xml").unwrap();
        let body = String::from_utf8(body.clone()).unwrap();
        for heads in body.split("<w:tblHeader/>").skip(1) {
            let heads = heads.split("</w:tr>").next().unwrap();
            let cells = heads.matches("<w:pStyle w:val=\"Cell\"/>").count();
            assert!(cells > 0 && heads.matches("<w:keepNext/>").count() == cells, "{heads}");
        }
    }
}

/// In Word no page has only how a document was made: that stands on one page, with the end of what comes before it.
#[test]
fn in_word_the_record_never_stands_alone() {
    for sheet in [refer(), full("Some words.")] {
        for part in [Part::Panel, Part::Restricted, Part::Handling] {
            let files =
                unzipped(&write(&document(&sheet, part, Language::En), Format::Docx, fonts()).unwrap());
            let (_, body) = files.iter().find(|(name, _)| name == "word/document.xml").unwrap();
            let body = String::from_utf8(body.clone()).unwrap();
            let (before, after) = body.split_once("About this record").unwrap();
            // The panel's own notes come after it.
            let after = after.split("<w:pStyle w:val=\"Heading2\"/>").next().unwrap();
            let paragraphs = |text: &str| text.split("<w:p>").skip(1).map(str::to_owned).collect::<Vec<_>>();
            let (before, after) = (paragraphs(before), paragraphs(after));
            let [.., last, free, _] = &before[..] else { panic!("{before:?}") };
            assert!(
                last.contains("<w:keepNext/>") && free.contains("<w:keepNext/>"),
                "{part:?}: {last} {free}"
            );
            let rows = after.iter().filter(|row| row.contains("\"Row\"")).collect::<Vec<_>>();
            assert!(
                rows.len() == 4 && rows.iter().all(|row| row.contains("<w:keepNext/>")),
                "{part:?}: {after:?}"
            );
        }
    }
}
