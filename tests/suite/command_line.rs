//! The command line, run as its users run it.

use serde_json::Value;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn screening(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_screening")).args(arguments).stdin(Stdio::null()).output().unwrap()
}

/// Runs with standard input written by `write`, which may find that nobody reads.
fn piped(arguments: &[&str], write: impl FnOnce(&mut dyn Write) + Send) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_screening"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    std::thread::scope(|scope| {
        scope.spawn(move || write(&mut stdin));
        child.wait_with_output().unwrap()
    })
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("no signal")
}

fn lines(bytes: &[u8]) -> Vec<Value> {
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|_| panic!("not JSON: {line}")))
        .collect()
}

fn codes(output: &Output) -> Vec<String> {
    lines(&output.stderr).iter().map(|problem| problem["code"].as_str().unwrap().to_owned()).collect()
}

/// A folder of this test alone, removed when it is done.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        fs::write(&path, content).unwrap();
        path.to_str().unwrap().to_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn vignettes() -> Vec<Value> {
    serde_json::from_str(include_str!("../vignettes.json")).unwrap()
}

fn sheet(answers: &str) -> String {
    format!(r#"{{"format":"answers/1","pack":"default","screened_on":"2026-11-21","answers":{{{answers}}}}}"#)
}

fn assert_expected(case: &Value, result: &Value) {
    assert_eq!(result["format"], "result/1");
    for key in ["outcome", "possible", "open", "flags"] {
        assert_eq!(result[key], case["expect"][key], "{} {key}", case["id"]);
    }
}

#[test]
fn every_vignette_from_files_and_from_lines() {
    let folder = Folder::new("vignettes");
    let cases = vignettes();
    let files: Vec<String> = cases
        .iter()
        .map(|case| folder.file(&format!("{}.json", case["id"].as_str().unwrap()), case["sheet"].to_string()))
        .collect();
    let mut arguments = vec!["screen"];
    arguments.extend(files.iter().map(String::as_str));
    let from_files = screening(&arguments);
    let from_lines = piped(&["screen", "--lines"], |input| {
        for case in vignettes() {
            writeln!(input, "{}\r\n", case["sheet"]).unwrap();
        }
    });
    for output in [from_files, from_lines] {
        assert_eq!(code(&output), 0, "{}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
        let results = lines(&output.stdout);
        assert_eq!(results.len(), cases.len());
        cases.iter().zip(&results).for_each(|(case, result)| assert_expected(case, result));
    }
}

#[test]
fn every_problem_of_every_sheet_is_named_and_good_sheets_still_get_their_result() {
    let folder = Folder::new("mixed");
    let good = folder.file("good.json", vignettes()[0]["sheet"].to_string());
    let bad = folder.file(
        "bad.json",
        sheet(
            r#""perpetrator_age":-1,"in_area":"maybe","dash_assessed_on":"2026-02-30","risk_graded_on":"2027-01-01",
               "dash_form":"safelives_24","dash_yes":20,"dash_not_known":9,"favourite_colour":"red","incidents_12m":1000"#,
        ),
    );
    let cut = folder.file("cut.json", &vignettes()[0]["sheet"].to_string()[..200]);
    let gone = folder.0.join("gone.json").to_str().unwrap().to_owned();
    let output = screening(&["screen", &good, &bad, &cut, &gone, &good]);
    assert_eq!(code(&output), 2);
    assert_eq!(lines(&output.stdout).len(), 2);
    let problems = lines(&output.stderr);
    let mut found: Vec<(&str, &str)> = problems
        .iter()
        .filter(|problem| problem["file"] == bad.as_str())
        .map(|problem| (problem["at"].as_str().unwrap(), problem["code"].as_str().unwrap()))
        .collect();
    found.sort_unstable();
    let expected = [
        ("dash_assessed_on", "sheet-no-such-date"),
        ("dash_yes", "sheet-above-form"),
        ("favourite_colour", "sheet-unknown-fact"),
        ("in_area", "sheet-wrong-value"),
        ("incidents_12m", "sheet-out-of-range"),
        ("perpetrator_age", "sheet-out-of-range"),
        ("risk_graded_on", "sheet-future-date"),
    ];
    assert_eq!(found, expected);
    for (file, code) in [(&cut, "sheet-not-json"), (&gone, "not-read")] {
        assert!(
            problems.iter().any(|problem| problem["file"] == file.as_str() && problem["code"] == code),
            "{code}"
        );
    }
    for problem in &problems {
        for key in ["code", "at", "message", "next_step"] {
            assert!(problem[key].is_string(), "{key}");
        }
    }
}

#[test]
fn malformed_deep_and_wrong_version_sheets() {
    let folder = Folder::new("malformed");
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let deep_answer = sheet(&format!("\"in_area\":{}1{}", "[".repeat(50_000), "]".repeat(50_000)));
    let cases: [(&[u8], &str); 12] = [
        (b"", "sheet-not-json"),
        (b"nonsense", "sheet-not-json"),
        (b"[]", "sheet-wrong-kind"),
        (b"null", "sheet-wrong-kind"),
        (b"{}", "sheet-missing"),
        (b"{\"format\":\"answers/2\",\"pack\":\"default\",\"screened_on\":\"2026-11-21\",\"answers\":{}}", "sheet-format"),
        (b"{\"format\":\"answers/1\",\"pack\":\"none_such\",\"screened_on\":\"2026-11-21\",\"answers\":{}}", "pack-unknown"),
        (b"{\"format\":\"answers/1\",\"pack\":\"default\",\"screened_on\":\"2026-02-29\",\"answers\":{}}", "sheet-no-such-date"),
        (b"\xff\xfe\x00bad", "not-utf-8"),
        (b"{\"format\":\"answers/1\",\"pack\":\"\xc3\x28\"}", "not-utf-8"),
        (deep.as_bytes(), "sheet-not-json"),
        (deep_answer.as_bytes(), "sheet-not-json"),
    ];
    for (index, (content, expected)) in cases.into_iter().enumerate() {
        let file = folder.file(&format!("{index}.json"), content);
        let output = screening(&["screen", &file]);
        assert_eq!(code(&output), 2, "{index}");
        assert!(output.stdout.is_empty(), "{index}");
        assert!(codes(&output).contains(&expected.to_owned()), "{index}: {:?}", codes(&output));
    }
}

/// What the page saves to go on later is told from a broken sheet.
#[test]
fn a_draft_is_said_to_be_one() {
    let folder = Folder::new("draft");
    let draft = format!(r#"{{"format":"draft/1","stage":"screening","typed":[],"sheet":{}}}"#, sheet(""));
    let output = screening(&["screen", &folder.file("draft.json", draft)]);
    assert_eq!((code(&output), codes(&output)), (2, vec!["sheet-format".to_owned()]));
    assert!(String::from_utf8_lossy(&output.stderr).contains("in its `sheet`"));
}

#[test]
fn right_to_left_combining_control_and_long_text_is_taken() {
    let text = format!("\u{202e}right to left\u{202c} e\u{301}\u{0}\u{1b}\ttab {}", "x".repeat(20_000));
    let json = serde_json::to_string(&text).unwrap();
    let folder = Folder::new("texts");
    let file =
        folder.file("sheet.json", sheet(&format!(r#""judgement_high":"yes","judgement_reasons":{json}"#)));
    let output = screening(&["screen", &file]);
    assert_eq!(code(&output), 0, "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(lines(&output.stdout)[0]["criteria"]["judgement"], "yes");
    let out = folder.0.to_str().unwrap().to_owned();
    for format in ["html", "json", "txt", "md"] {
        let output = screening(&["document", &file, "--format", format, "--part", "panel", "--out", &out]);
        assert_eq!(code(&output), 0);
        let path = String::from_utf8(output.stdout).unwrap();
        let written = fs::read_to_string(path.trim_end()).unwrap();
        assert!(written.contains(&"x".repeat(20_000)) && !written.contains(['\0', '\u{1b}']));
    }
}

/// The most memory a run took, in KB, as the kernel counts it.
#[cfg(target_os = "linux")]
fn peak_while(mut child: std::process::Child) -> (Output, u64) {
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    loop {
        if let Ok(text) = fs::read_to_string(&status) {
            let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
            peak = peak.max(line.and_then(|line| line.trim().split(' ').next()?.parse().ok()).unwrap_or(0));
        }
        match child.try_wait().unwrap() {
            Some(_) => return (child.wait_with_output().unwrap(), peak),
            None => std::thread::sleep(std::time::Duration::from_millis(2)),
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_hundred_megabytes_are_refused_in_little_memory() {
    let folder = Folder::new("large");
    let path = folder.0.join("large.json");
    let mut file = fs::File::create(&path).unwrap();
    let chunk = vec![b' '; 1 << 20];
    for _ in 0..100 {
        file.write_all(&chunk).unwrap();
    }
    drop(file);
    let large = path.to_str().unwrap();
    let good = sheet("");
    let good = folder.file("good.json", good);
    for (arguments, expected) in [
        (vec!["screen", large, &good], "too-large"),
        (vec!["check", large], "too-large"),
        (vec!["screen", "--pack", large, &good], "too-large"),
    ] {
        let child = Command::new(env!("CARGO_BIN_EXE_screening"))
            .args(&arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (output, peak) = peak_while(child);
        assert_eq!(code(&output), 2, "{arguments:?}");
        assert_eq!(codes(&output), [expected]);
        assert!(peak < 40_000, "{peak} KB");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_line_of_a_hundred_megabytes_is_passed_over_in_little_memory() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_screening"))
        .args(["screen", "--lines"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || {
        writeln!(stdin, "{}", sheet("")).unwrap();
        let chunk = vec![b'x'; 1 << 20];
        for _ in 0..100 {
            stdin.write_all(&chunk).unwrap();
        }
        writeln!(stdin).unwrap();
        stdin.write_all(b"\xff\xff\n").unwrap();
        write!(stdin, "{}", sheet("")).unwrap();
    });
    let (output, peak) = peak_while(child);
    writer.join().unwrap();
    assert_eq!(code(&output), 2);
    assert_eq!(lines(&output.stdout).len(), 2);
    let problems = lines(&output.stderr);
    let places: Vec<(&str, u64)> = problems
        .iter()
        .map(|problem| (problem["code"].as_str().unwrap(), problem["line"].as_u64().unwrap()))
        .collect();
    assert_eq!(places, [("too-large", 2), ("not-utf-8", 3)]);
    assert!(peak < 40_000, "{peak} KB");
}

#[test]
fn a_pack_given_on_the_command_line_decides_whatever_the_sheet_names() {
    let folder = Folder::new("pack");
    let pack = folder.file(
        "local.json",
        r#"{"format":"pack/1","extends":"default","id":"local","version":"2","settings":{"minimum_age":50}}"#,
    );
    let file =
        folder.file("sheet.json", sheet(r#""perpetrator_age":40"#).replace("default", "somewhere_else"));
    let output = screening(&["screen", "--pack", &pack, &file]);
    assert_eq!(code(&output), 0, "{}", String::from_utf8_lossy(&output.stderr));
    let result = &lines(&output.stdout)[0];
    assert_eq!(result["outcome"], "not_eligible");
    assert_eq!(result["pack"]["id"], "local");
}

#[test]
fn an_explanation_comes_in_both_languages_and_names_no_judgement_as_a_lever() {
    let case = vignettes().into_iter().find(|case| case["id"] == "V06").unwrap();
    let folder = Folder::new("explain");
    let sheet = folder.file("sheet.json", case["sheet"].to_string());
    let plain = lines(&screening(&["screen", &sheet]).stdout).remove(0);
    assert_eq!(plain["explained"], Value::Null);
    for (language, no_incident, learned) in [
        ("en", "There were too few incidents in 12 months", "If it were found after all that "),
        ("cy", "Bu rhy ychydig o ddigwyddiadau mewn 12 mis", "Pe canfyddid wedi'r cyfan "),
    ] {
        let output = screening(&["screen", "--explain", "--lang", language, &sheet]);
        assert_eq!(code(&output), 0);
        let mut result = lines(&output.stdout).remove(0);
        let explained = result.as_object_mut().unwrap().remove("explained").unwrap();
        assert_eq!(result, plain, "the words are beside the result and change nothing in it");
        let because = explained["because"].as_array().unwrap();
        assert_eq!(because.len(), plain["because"].as_array().unwrap().len());
        let incidents = because.iter().find(|reason| reason["criterion"] == "incidents").unwrap();
        assert_eq!(incidents["says"], no_incident);
        assert!(incidents["facts"][0].as_str().unwrap().contains('3'), "the line: {incidents}");
        let leads = explained["would_change"].as_array().unwrap();
        assert_ne!(leads.len(), 0);
        for leads in leads {
            for set in leads["ifs"].as_array().unwrap() {
                assert!(set.as_str().unwrap().starts_with(learned), "{set}");
            }
        }
        assert!(!explained["would_change"].to_string().contains(if language == "en" {
            "judgement"
        } else {
            "farn"
        }));
    }
}

#[test]
fn check_says_everything_that_is_wrong_with_a_pack() {
    let folder = Folder::new("check");
    let builtin = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/core/pack/builtin");
    for entry in fs::read_dir(builtin).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let output = screening(&["check", path.to_str().unwrap(), "--on", "2026-11-21"]);
            assert_eq!(code(&output), 0, "{}: {}", path.display(), String::from_utf8_lossy(&output.stderr));
            assert_eq!(String::from_utf8_lossy(&output.stderr), "");
            let lines = lines(&output.stdout);
            assert_eq!(lines[0]["verdict"], "sound");
            assert!(lines[0]["cases"].as_u64().unwrap() >= 2);
            assert_eq!(lines[0]["notes"], lines.len() - 1);
            assert!(lines[1..].iter().all(|note| note["severity"] == "note"));
            // Every source is due for review some day, and the day is an argument.
            let output = screening(&["check", path.to_str().unwrap(), "--on", "2036-11-21"]);
            assert_eq!(code(&output), 1);
            assert!(codes(&output).contains(&"source-review-due".to_owned()));
        }
    }
    let bad = folder.file(
        "bad.json",
        r#"{"format":"pack/1","extends":"default","id":"bad","version":"1","unheard_of":1,
            "criteria":[{"id":"area","rule":{"is_yes":"in_arae"}}],"flags":[{"id":"marker","part":"nowhere"}]}"#,
    );
    let output = screening(&["check", &bad]);
    assert_eq!(code(&output), 1);
    assert!(lines(&output.stderr).len() >= 2, "{}", String::from_utf8_lossy(&output.stderr));
    for (name, content) in [
        ("empty", String::new()),
        ("cut", r#"{"format":"pack/1","#.to_owned()),
        ("version", r#"{"format":"pack/9","extends":"default","id":"x","version":"1"}"#.to_owned()),
        ("list", "[]".to_owned()),
        ("deep", "[".repeat(100_000)),
    ] {
        let output = screening(&["check", &folder.file(name, content)]);
        assert_eq!(code(&output), 2, "{name}: {}", String::from_utf8_lossy(&output.stderr));
        assert!(!codes(&output).is_empty(), "{name}");
    }
}

const LOCAL: &str = r#"{"format":"pack/1","id":"local","version":"1","extends":"default",
    "title":{"en":"Local","cy":"Lleol"},"about":{"en":"Local","cy":"Lleol"},"settings":{"incidents_line":5},
    "cases":[{"id":"four","title":{"en":"Ian Invented, four incidents","cy":"Ian Invented, pedwar digwyddiad"},
    "screened_on":"2026-11-21","answers":{"incidents_12m":4,"in_area":"no"},"expect":{"outcome":"not_eligible"}}]}"#;

#[test]
fn two_packs_are_compared() {
    let folder = Folder::new("diff");
    let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/core/pack/builtin/default.json");
    let new = folder.file("local.json", LOCAL);
    let output = screening(&["diff", old.to_str().unwrap(), &new, "--on", "2026-11-21"]);
    assert_eq!(code(&output), 0, "{}", String::from_utf8_lossy(&output.stderr));
    let lines = lines(&output.stdout);
    let share = lines[0]["share_decided_differently"].as_f64().unwrap();
    assert!(share > 0.0 && share < 1.0, "{}", lines[0]);
    let groups: Vec<&Value> = lines.iter().filter(|line| line.get("says").is_some()).collect();
    // Four incidents no longer open the door: nothing is left, or judgement alone.
    let to: Vec<&str> = groups.iter().map(|group| group["to"].as_str().unwrap()).collect();
    assert_eq!(to, ["not_eligible", "not_eligible", "not_eligible", "refer_on_judgement"]);
    let shares: f64 = groups.iter().map(|group| group["share"].as_f64().unwrap()).sum();
    assert!((shares - share).abs() < 1e-12);
    // The example of each group decides so by the two packs.
    for group in groups {
        let mut sheet = group["example"].clone();
        sheet["pack"] = "default".into();
        let file = folder.file("sheet.json", sheet.to_string());
        for (pack, side) in [(old.to_str().unwrap(), "from"), (&new, "to")] {
            let output = screening(&["screen", "--pack", pack, &file]);
            assert_eq!(self::lines(&output.stdout)[0]["outcome"], group[side], "{group}");
        }
    }
    let change = lines.iter().find(|line| line["at"] == "settings/incidents_line").unwrap();
    assert_eq!(change["message"], "Incidents in 12 months, at least: 3 becomes 5");
    let welsh = screening(&["diff", old.to_str().unwrap(), &new, "--lang", "cy"]);
    assert!(String::from_utf8_lossy(&welsh.stdout).contains("3 gynt, 5 bellach"));
    for arguments in [&["diff", &new][..], &["diff", &new, &new, &new], &["diff", "gone.json", &new]] {
        assert_eq!(code(&screening(arguments)), 2, "{arguments:?}");
    }
}

#[test]
fn a_pack_whose_worked_cases_fail_screens_nothing() {
    let folder = Folder::new("cases");
    let sheet = folder.file("sheet.json", sheet(r#""in_area":"no""#));
    let good = folder.file("good.json", LOCAL);
    assert_eq!(code(&screening(&["screen", "--pack", &good, &sheet])), 0);
    let bad = folder.file("bad.json", LOCAL.replace(r#""outcome":"not_eligible""#, r#""outcome":"refer""#));
    let output = screening(&["screen", "--pack", &bad, &sheet]);
    assert_eq!((code(&output), codes(&output)), (2, vec!["case-fails".to_owned()]));
    assert_eq!(String::from_utf8_lossy(&output.stdout), "");
    let output = screening(&["check", &bad, "--on", "2026-11-21"]);
    assert_eq!((code(&output), codes(&output)), (1, vec!["case-fails".to_owned()]));
    assert_eq!(lines(&output.stdout)[0]["verdict"], "fails its check");
}

#[test]
fn a_document_is_written_under_a_reference_and_its_path_printed() {
    let folder = Folder::new("document");
    let out = folder.0.join("new/folder");
    let out = out.to_str().unwrap();
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/refer.sheet.json");
    for (format, part, lang) in [
        ("html", "panel", "en"),
        ("txt", "restricted", "cy"),
        ("json", "handling", "en"),
        ("pdf", "handling", "cy"),
        ("md", "panel", "cy"),
    ] {
        let arguments = ["document", file, "--format", format, "--part", part, "--lang", lang, "--out", out];
        let output =
            screening(&[&arguments[..], &["--reference", "K7Q2-M9XD", "--on", "2026-11-21"]].concat());
        assert_eq!(code(&output), 0, "{}", String::from_utf8_lossy(&output.stderr));
        let path = String::from_utf8(output.stdout).unwrap();
        assert_eq!(path.trim_end(), format!("{out}/K7Q2-M9XD-{part}.{format}"));
        let bytes = fs::read(path.trim_end()).unwrap();
        assert!(String::from_utf8_lossy(&bytes).contains("K7Q2-M9XD"));
        // Without a reference there is a random one.
        let name = |output: Output| {
            let path = String::from_utf8(output.stdout).unwrap();
            Path::new(path.trim_end()).file_name().unwrap().to_str().unwrap().to_owned()
        };
        let (one, two) = (name(screening(&arguments)), name(screening(&arguments)));
        assert_ne!(one, two);
        assert_eq!(one.len(), format!("XXXX-XXXX-{part}.{format}").len());
        assert!(!one.contains(['0', '1', 'O', 'I']) && !one.contains("Sample"));
    }
}

#[test]
fn what_part_a_may_give_away_is_said_beside_it() {
    let folder = Folder::new("part-a");
    let sheet = sheet(
        r#""incidents_12m": 1, "plan_why_now": "He waits in Elm Road. zara has moved.",
            "plan_usable": ["why_now"],
            "incidents_list": [{"incident_type": "Rang 07700 900123", "incident_usable": "yes"}],
            "victim_survivors_list": [{"victim_name": "Zara Example", "victim_address": "14 Elm Road, Nowhere",
                "victim_address_withhold": "yes", "victim_safe_phone": "+44 7700 900123"}]"#,
    );
    let file = folder.file("sheet.json", sheet);
    let out = folder.0.to_str().unwrap();
    let written = |part: &str, language: &str, strict: &[&str]| {
        let mut arguments =
            vec!["document", &file, "--format", "txt", "--part", part, "--lang", language, "--out", out];
        arguments.extend(strict);
        if part == "all" {
            arguments[3] = "html";
        }
        screening(&arguments)
    };
    for (part, strict, ended) in [("panel", false, 0), ("panel", true, 1), ("all", true, 1)] {
        let output = written(part, "en", if strict { &["--strict"] } else { &[] });
        assert_eq!(code(&output), ended, "{part}");
        assert!(Path::new(std::str::from_utf8(&output.stdout).unwrap().trim()).is_file());
        let mut found: Vec<(String, String)> = lines(&output.stderr)
            .iter()
            .map(|line| (line["code"].as_str().unwrap().to_owned(), line["at"].as_str().unwrap().to_owned()))
            .collect();
        found.sort();
        let expected = [
            ("part-a-name", "answers/plan_why_now"),
            ("part-a-phone", "answers/incidents_list/0/incident_type"),
            ("part-a-place", "answers/plan_why_now"),
        ];
        assert_eq!(found, expected.map(|(code, at)| (code.to_owned(), at.to_owned())));
    }
    let output = written("panel", "cy", &[]);
    for line in lines(&output.stderr) {
        assert!(line["message"].as_str().unwrap().contains("Ran B"), "{line}");
        assert!(line["next_step"].as_str().unwrap().contains("symudwch"), "{line}");
    }
    let quoted = |line: &Value| line["message"].as_str().unwrap().contains("He waits in [Elm Road].");
    assert!(lines(&output.stderr).iter().any(quoted));
    for part in ["restricted", "handling"] {
        let output = written(part, "en", &["--strict"]);
        assert_eq!((code(&output), output.stderr.len()), (0, 0), "{part}");
    }
}

/// What the page asks about is said beside a document, which is written all the same; with `--strict` it ends otherwise.
#[test]
fn what_may_not_be_right_is_said_beside_a_document() {
    let folder = Folder::new("asked-about");
    let out = folder.0.to_str().unwrap();
    let document = |file: &str, strict: &[&str]| {
        let fixed = ["document", file, "--part", "handling", "--format", "txt", "--on", "2026-11-25"];
        screening(&[&fixed, ["--out", out].as_slice(), strict].concat())
    };
    for (answers, said) in [
        (
            r#""custody": "recall", "release_date": "2026-11-01""#,
            vec![("ask-dates-disagree", "release_date")],
        ),
        (r#""custody": "recall", "release_date": "2027-11-01""#, vec![]),
        (
            r#""perpetrator_age": 3, "referral_completed_at": "99:99""#,
            vec![("ask-not-usual", "perpetrator_age"), ("ask-not-readable", "referral_completed_at")],
        ),
        (r#""referral_completed_at": "9am", "referral_completed_on": "2026-11-24""#, vec![]),
    ] {
        let file = folder.file("case.json", sheet(answers));
        let written = document(&file, &[]);
        let problems = lines(&written.stderr);
        let found: Vec<_> =
            problems.iter().map(|one| (one["code"].as_str().unwrap(), one["at"].as_str().unwrap())).collect();
        assert_eq!((code(&written), found), (0, said.clone()), "{answers}");
        assert_eq!(code(&document(&file, &["--strict"])), i32::from(!said.is_empty()), "{answers}");
    }
    // What is impossible is refused.
    for (answers, refused) in [
        (r#""marac_heard_on": "1999-01-01""#, "sheet-date-too-early"),
        (r#""referral_completed_on": "2026-11-26""#, "sheet-future-date"),
    ] {
        let file = folder.file("case.json", sheet(answers));
        let output = document(&file, &[]);
        assert_eq!((code(&output), codes(&output)), (2, vec![refused.to_owned()]));
    }
}

#[test]
fn every_part_comes_in_one_zip() {
    let folder = Folder::new("zip");
    let out = folder.0.to_str().unwrap();
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/refer.sheet.json");
    let arguments =
        ["document", file, "--format", "docx", "--part", "all", "--out", out, "--reference", "K7Q2-M9XD"];
    let output = screening(&arguments);
    assert_eq!(code(&output), 0, "{}", String::from_utf8_lossy(&output.stderr));
    assert_eq!(String::from_utf8(output.stdout).unwrap().trim_end(), format!("{out}/K7Q2-M9XD.zip"));
    let bytes = fs::read(folder.0.join("K7Q2-M9XD.zip")).unwrap();
    for part in ["panel", "restricted", "handling"] {
        let name = format!("K7Q2-M9XD-{part}.docx");
        assert!(bytes.windows(name.len()).any(|window| window == name.as_bytes()), "{name}");
    }
}

#[test]
fn wrong_arguments_are_all_named() {
    for (arguments, expected) in [
        (&[][..], 1),
        (&["sreen"], 1),
        (&["screen"], 1),
        (&["screen", "--lines", "sheet.json"], 1),
        (&["document", "a.json", "b.json", "--lang", "fr", "--reference", "../up", "--on", "tomorrow"], 6),
        (&["document", "a.json", "--format", "pdf", "--part", "everything"], 2),
        (&["check", "--wrong", "--pack"], 3),
    ] {
        let output = screening(arguments);
        assert_eq!(code(&output), 2, "{arguments:?}");
        assert_eq!(String::from_utf8_lossy(&output.stdout), "");
        assert!(codes(&output).iter().all(|code| code == "usage"));
        assert!(
            codes(&output).len() >= expected,
            "{arguments:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    let welsh = screening(&["screen", "--lang", "cy", "gone.json"]);
    assert!(lines(&welsh.stderr)[0]["message"].as_str().unwrap().contains("nid oedd modd"));
}

#[test]
fn help_and_version() {
    for (argument, expected) in [("--help", "screening document"), ("--version", env!("CARGO_PKG_VERSION"))] {
        let output = screening(&[argument]);
        assert_eq!(code(&output), 0);
        assert!(String::from_utf8(output.stdout).unwrap().contains(expected));
    }
}

#[test]
fn a_reader_that_goes_away_is_no_panic_and_the_exit_code_says_that_not_all_was_written() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_screening"))
        .args(["screen", "--lines"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().unwrap();
    for _ in 0..200 {
        if writeln!(stdin, "{}", sheet("")).is_err() {
            break;
        }
    }
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert_eq!(code(&output), 2);
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Every command, so that none can pass for done when what it said went nowhere.
#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_under_standard_output_is_an_error_of_every_command() {
    let folder = Folder::new("full");
    let out = folder.0.to_str().unwrap();
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/refer.sheet.json");
    let pack = concat!(env!("CARGO_MANIFEST_DIR"), "/src/core/pack/builtin/default.json");
    for arguments in [
        &["screen", file][..],
        &["document", file, "--format", "txt", "--part", "handling", "--out", out],
        &["diff", pack, pack],
        &["--help"],
        &["--version"],
    ] {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = Command::new(env!("CARGO_BIN_EXE_screening"))
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(full)
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
            .wait_with_output()
            .unwrap();
        assert_eq!((code(&output), codes(&output)), (2, vec!["not-written".to_owned()]), "{arguments:?}");
    }
}

/// Writes the document of the golden referral into a folder, with a shell in between that sets limits first.
#[cfg(unix)]
fn document_under(limits: &str, format: &str, out: &str) -> Output {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/refer.sheet.json");
    let binary = env!("CARGO_BIN_EXE_screening");
    let script = format!(
        "{limits} exec '{binary}' document '{file}' --format {format} --part panel --reference K7Q2-M9XD --out '{out}'"
    );
    Command::new("sh").args(["-c", &script]).stdin(Stdio::null()).output().unwrap()
}

#[cfg(unix)]
fn mode(path: &Path) -> u32 {
    std::os::unix::fs::PermissionsExt::mode(&fs::symlink_metadata(path).unwrap().permissions()) & 0o777
}

#[test]
#[cfg(unix)]
fn a_document_that_cannot_be_written_leaves_the_earlier_one_as_it_was() {
    for format in ["pdf", "docx", "html", "json", "txt", "md"] {
        let folder = Folder::new(&format!("disk-{format}"));
        let out = folder.0.to_str().unwrap();
        let earlier = folder.file(&format!("K7Q2-M9XD-panel.{format}"), "the earlier document");
        // As on a full disk: writing fails part of the way.
        let output = document_under("trap '' XFSZ; ulimit -f 1;", format, out);
        assert_eq!((code(&output), codes(&output)), (2, vec!["not-written".to_owned()]), "{format}");
        assert_eq!(fs::read_to_string(&earlier).unwrap(), "the earlier document", "{format}");
        assert_eq!(fs::read_dir(&folder.0).unwrap().count(), 1, "{format}: something was left beside it");
        // As when the program is ended part of the way.
        let output = document_under("ulimit -f 1;", format, out);
        assert!(!output.status.success());
        assert_eq!(fs::read_to_string(&earlier).unwrap(), "the earlier document", "{format}");
    }
}

#[test]
#[cfg(unix)]
fn what_a_document_replaces_lends_it_neither_its_rights_nor_its_place() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = Folder::new("replaced");
    let out = folder.0.join("out");
    fs::create_dir(&out).unwrap();
    let path = out.join("K7Q2-M9XD-panel.txt");
    let write = || document_under("umask 0;", "txt", out.to_str().unwrap());
    // A file that everybody may read.
    fs::write(&path, "earlier").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o666)).unwrap();
    assert_eq!(code(&write()), 0);
    assert_eq!(mode(&path), 0o600);
    // A link to a file elsewhere, and one to nothing.
    let elsewhere = folder.file("elsewhere.txt", "of somebody else");
    for target in [elsewhere.as_str(), folder.0.join("nothing").to_str().unwrap()] {
        fs::remove_file(&path).unwrap();
        symlink(target, &path).unwrap();
        assert_eq!(code(&write()), 0);
        assert!(fs::symlink_metadata(&path).unwrap().is_file(), "{target}");
        assert_eq!(mode(&path), 0o600);
    }
    assert_eq!(fs::read_to_string(&elsewhere).unwrap(), "of somebody else");
    assert!(!folder.0.join("nothing").exists());
    // A folder of that name is not replaced, and nothing is left beside it.
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    let output = write();
    assert_eq!((code(&output), codes(&output)), (2, vec!["not-written".to_owned()]));
    assert_eq!(fs::read_dir(&out).unwrap().count(), 1);
}
