//! The evidence sheet: everything the self-test can find is on it, in both languages, and nothing passes for stopped that was not.

use crate::support::files::fonts;
use drive_screening::about_criteria::{WAYS, evidence_sheet, run_job};
use drive_screening::date::Date;
use drive_screening::document::block::{Block, Line};
use drive_screening::document::write::{article, pdf_characters::missing};
use drive_screening::document::{Criteria, Document, ExportFormat, Format, JobResult, file_name, write_text};
use drive_screening::export::write;
use drive_screening::pack::Pack;
use drive_screening::protocol::{CriteriaJob, Job, JobRequest, Reply, Request};
use drive_screening::site::Site;
use drive_screening::words::Language;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::path::PathBuf;

const LANGUAGES: [Language; 2] = [Language::En, Language::Cy];
const SCRIPT: &str = include_str!("../../src/web/js/self_test.js");

fn day() -> Date {
    Date::parse("2026-11-21").unwrap()
}

fn criteria() -> Criteria {
    let site = json!({"format": "site/1", "pack": "default", "name": {"en": "Our Town", "cy": "Ein Tref"}});
    let site = Site::read(Ok(&site.to_string()));
    let (pack, source) = (site.pack(Err(0)).unwrap(), site.source(Err(0)).unwrap().to_owned());
    Criteria { site, pack, source }
}

/// What a browser found in which every outcome came up, of ways and of files.
fn found() -> Value {
    let hash = |digit: &str| digit.repeat(64);
    let tried = WAYS.iter().enumerate().map(|(index, (way, _))| {
        let (outcome, by, directive) = match (*way, index % 4) {
            ("window_open" | "navigation" | "webrtc", _) => ("arrived", "", ""),
            ("post_message", _) => ("untried", "guard", ""),
            ("preconnect" | "dns_prefetch", _) => ("unseen", "", ""),
            (_, 0) => ("stopped", "own", "connect-src"),
            (_, 1) => ("stopped", "own+headers", "frame-src"),
            (_, 2) => ("stopped", "headers", "worker-src"),
            _ => ("stopped", "absent", ""),
        };
        json!({"way": way, "outcome": outcome, "by": by, "directive": directive})
    });
    let headers = json!({"content-security-policy": "default-src 'none'; script-src 'self'", "referrer-policy": "no-referrer"});
    json!({
        "list": {"name": "files.json", "status": 200, "sha256": hash("0")},
        "files": [
            {"name": "index.html", "status": 200, "sha256": hash("1"), "built": hash("1")},
            {"name": "boot.js", "status": 200, "sha256": hash("2"), "built": hash("3")},
            {"name": "fonts/OFL.txt", "status": 404, "built": hash("4")},
            {"name": "icon.svg", "status": 0, "built": hash("5")},
            {"name": "frame.js", "status": 200, "built": hash("6")},
        ],
        "site": [{"name": "site.json", "status": 200, "sha256": hash("7")}],
        "headers": {"criteria.html": headers, "index.html": headers},
        "browser": "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0",
        "address": "https://drive.example/",
        "policy": "default-src 'none'; worker-src blob:",
        "shut": true,
        "tried": tried.collect::<Vec<_>>(),
    })
}

fn sheet(found: &Value, language: Language) -> Document {
    evidence_sheet(&criteria(), &found.to_string(), day(), language)
}

fn text(found: &Value, language: Language) -> String {
    write_text(&sheet(found, language), Format::Text).unwrap()
}

/// The names of the ways in the script: those of the object, and those that need a window.
fn ways_of_the_script() -> Vec<String> {
    let of = |start: &str, end: &str| SCRIPT.split(start).nth(1).unwrap().split(end).next().unwrap();
    let object = of("export const WAYS = {\n", "\n};");
    let name = |line: &str| {
        let name = line.strip_prefix("  ")?.split(':').next()?;
        name.chars().all(|c| c.is_ascii_lowercase() || c == '_').then(|| name.to_owned())
    };
    let mut ways: Vec<String> = object.lines().filter_map(name).collect();
    ways.extend(of("export const WINDOW_WAYS = [", "]").split('\'').skip(1).step_by(2).map(str::to_owned));
    ways
}

#[test]
fn the_sheet_has_words_for_every_way_of_the_script() {
    let named: Vec<&str> = WAYS.iter().map(|(way, _)| *way).collect();
    assert_eq!(ways_of_the_script(), named);
    assert!(named.len() > 40, "{named:?}");
}

#[test]
fn every_outcome_stands_on_the_sheet_in_both_languages() {
    for language in LANGUAGES {
        let text = text(&found(), language);
        for (way, name) in WAYS {
            assert!(text.contains(name.say(language)), "{way}: {text}");
        }
        let says = [
            ["Not stopped, and seen to arrive: 3", "Heb eu rhwystro, ac fe'u gwelwyd yn cyrraedd: 3"],
            ["Cannot be seen from here: 2", "Ni ellir eu gweld oddi yma: 2"],
            ["Could not be tried: 1", "Ni ellid eu profi: 1"],
            [
                "By the page's own policy alone, each by this directive of it:",
                "Gan bolisi'r dudalen ei hun yn unig, pob un gan y gyfarwyddeb hon ynddo:",
            ],
            ["connect-src: request of a script (fetch); ", "connect-src: cais gan sgript (fetch); "],
            [
                "By the page's own policy, and by that of the server's headers too:",
                "Gan bolisi'r dudalen ei hun, a chan bolisi penynnau'r gweinydd hefyd:",
            ],
            ["By the policy of the server's headers alone:", "Gan bolisi penynnau'r gweinydd yn unig:"],
            ["This browser has no such way", "Nid oes gan y porwr hwn ffordd o'r fath"],
            ["No policy stops this in every browser.", "Nid oes polisi sy'n rhwystro hyn ym mhob porwr."],
            ["Files: 1 of 5 are as they were built.", "Ffeiliau: mae 1 o 5 fel yr adeiladwyd hwy."],
            ["Not as they were built: 1", "Nid fel yr adeiladwyd hwy: 1"],
            ["Did not come: 2", "Ni ddaethant: 2"],
            ["The server answered: 404.", "Ateb y gweinydd oedd: 404."],
            ["Came, and could not be compared: 1", "Daethant, ac ni ellid eu cymharu: 1"],
            ["The headers of index.html are the same.", "Mae penynnau index.html yr un fath."],
            ["permissions-policy: not sent", "permissions-policy: heb ei anfon"],
            ["So there is no retention period.", "Felly nid oes cyfnod cadw."],
            ["Our Town", "Ein Tref"],
            ["21 November 2026", "21 Tachwedd 2026"],
            ["Firefox 153.0", "Firefox 153.0"],
        ];
        for said in says {
            let said = said[language as usize];
            assert!(text.contains(said), "missing: {said}\n{text}");
        }
        let stopped = WAYS.len() - 6;
        assert!(
            text.contains(
                [format!("Stopped: {stopped}"), format!("Wedi'u rhwystro: {stopped}")][language as usize]
                    .as_str()
            )
        );
        assert!(text.contains(Pack::builtin("default").unwrap().digest()));
    }
}

#[test]
fn what_was_not_done_is_said() {
    let mut found = found();
    found["tried"] = json!([]);
    found["shut"] = json!(false);
    found["files"] = json!([]);
    found["list"] = json!({"name": "files.json", "status": 404});
    let says = [
        ["The self-test has not been run.", "Nid yw'r hunanbrawf wedi'i redeg."],
        ["its network is open", "mae ei rhwydwaith ar agor"],
        [
            "could not be read, so no file was compared. The server answered: 404.",
            "felly ni chymharwyd yr un ffeil. Ateb y gweinydd oedd: 404.",
        ],
    ];
    for language in LANGUAGES {
        let text = text(&found, language);
        for said in says {
            assert!(text.contains(said[language as usize]), "{text}");
        }
        for never in ["Stopped: ", "Wedi'u rhwystro: "] {
            assert!(!text.contains(never), "{text}");
        }
    }
    // Nor does what another program makes of it, or nothing at all.
    for language in LANGUAGES {
        let text = write_text(&evidence_sheet(&criteria(), "", day(), language), Format::Text).unwrap();
        assert!(
            text.contains(says[0][language as usize]) && text.contains(says[1][language as usize]),
            "{text}"
        );
    }
    // Each half of the test by itself.
    found["tried"] = json!([{"way": "fetch", "outcome": "stopped", "by": "own", "directive": "connect-src"}]);
    assert!(text(&found, Language::En).contains("The ways that need a window have not been tried."));
    found["tried"] = json!([{"way": "window_open", "outcome": "arrived"}]);
    assert!(text(&found, Language::En).contains("Only the ways that need a window have been tried."));
}

/// A way that should be stopped and was not is an alarm, and not one more row.
#[test]
fn what_ought_to_be_stopped_and_arrived_is_an_alarm() {
    let alarm = ["Enter no real case in this copy", "Peidiwch â rhoi unrhyw achos go iawn yn y copi hwn"];
    for (way, _) in WAYS {
        let mut found = found();
        found["tried"] = json!([{"way": way, "outcome": "arrived"}]);
        let known = ["window_open", "navigation", "post_message", "webrtc"].contains(way);
        for language in LANGUAGES {
            assert_eq!(text(&found, language).contains(alarm[language as usize]), !known, "{way}");
        }
    }
}

fn request(format: Option<Format>, language: Language) -> JobRequest {
    let job = Job::Criteria(CriteriaJob::EvidenceSheet { found: found().to_string(), format });
    let request = Request::Run(JobRequest { number: 1, made_on: day(), minute: 870, language, job });
    let Ok(Request::Run(request)) = Request::read(&request.write()) else { panic!("no request") };
    request
}

#[test]
fn it_is_made_on_screen_and_as_files() {
    let criteria = criteria();
    for language in LANGUAGES {
        let made = |format| run_job(request(format, language), &criteria).unwrap();
        let JobResult::Reply(Reply::Panel(html)) = made(None) else { panic!("no panel") };
        assert_eq!(html, article(&sheet(&found(), language)));
        let JobResult::File(file) = made(Some(Format::Html)) else { panic!("no file") };
        assert_eq!(file.name, "drive-screening-2026-11-21-evidence.html");
        assert!(file.bytes.starts_with(b"<!DOCTYPE html>"));
        let JobResult::Export(export) = made(Some(Format::Pdf)) else { panic!("nothing to export") };
        assert_eq!(
            (export.format, &export.documents[..]),
            (ExportFormat::Pdf, &[sheet(&found(), language)][..])
        );
    }
}

/// `DOCUMENTS=folder` keeps them for the checks in `tests/validate`.
#[test]
fn the_corpus_has_it_as_pdf() {
    let folder = std::env::var_os("DOCUMENTS").map(PathBuf::from);
    for language in LANGUAGES {
        let sheet = sheet(&found(), language);
        assert!(missing(&sheet).is_empty(), "the fonts have every letter");
        let pdf = write(&sheet, Format::Pdf, fonts()).unwrap();
        assert_eq!(pdf, write(&sheet, Format::Pdf, fonts()).unwrap());
        assert!(pdf.starts_with(b"%PDF"));
        if let Some(folder) = &folder {
            std::fs::write(folder.join(format!("evidence-sheet-{}.pdf", language.tag())), &pdf).unwrap();
        }
        assert_eq!(file_name(&sheet, Format::Pdf), "drive-screening-2026-11-21-evidence.pdf");
        assert_eq!(sheet.data["found"], found());
        assert_eq!(sheet.blocks[1], Block::Heading(1, Line::words(sheet.title.as_str())));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Whatever the script, a server or another program says: a sheet comes of it, and nothing in it becomes markup.
    #[test]
    fn whatever_was_found_makes_a_sheet(words in prop::collection::vec("[<>&\"'a-z\u{e9}\u{202e}]{0,12}", 12), status in any::<i64>()) {
        let word = |at: usize| format!("<x>{}", words[at]);
        let found = json!({
            "list": {"status": status, "sha256": word(0)},
            "files": [{"name": word(1), "status": status, "sha256": word(2), "built": word(3)}, word(4), 7, null],
            "site": [{"name": word(5)}],
            "headers": {word(6): {word(7): word(8)}, "x": 4},
            "browser": word(9), "address": word(10), "policy": word(11), "shut": word(1),
            "tried": [{"way": word(2), "outcome": word(3), "by": word(4)}, {"way": "fetch", "outcome": "stopped", "by": word(5)}, word(6)],
        });
        for language in LANGUAGES {
            let sheet = sheet(&found, language);
            let html = article(&sheet);
            prop_assert!(!html.contains("<x>"), "{}", html);
            let said = ["Stopped: ", "Wedi'u rhwystro: "][language as usize];
            prop_assert!(!write_text(&sheet, Format::Text).unwrap().contains(said));
        }
    }
}
