//! Bad sheets and packs: malformed, truncated, enormous, deeply nested, of the wrong version, hostile. Every problem is
//! named with its place and a next step; nothing panics; time and memory stay bounded.

use crate::support::minimal::{self, criterion, question, smallest, words};
use crate::support::packs::{self, assert_said_well, places};
use drive_screening::answers::{AnswerSheet, Answers, Chosen, MAX_BYTES, Value as Known, clean_text};
use drive_screening::date::Date;
use drive_screening::pack::{self, Impossible, Kind, Pack};
use drive_screening::problem::{MOST_PROBLEMS, Problem};
use drive_screening::text::quoted;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

fn read(sheet: &str) -> Result<Answers, Vec<Problem>> {
    let sheet = AnswerSheet::parse(sheet)?;
    sheet.read(packs::named("default"))
}

fn refused(sheet: &str) -> Vec<(&'static str, String)> {
    let problems = read(sheet).err().unwrap_or_default();
    assert_said_well(&problems);
    places(&problems)
}

fn with(answers: Value) -> String {
    json!({"format": "answers/1", "pack": "default", "screened_on": "2026-11-21", "answers": answers})
        .to_string()
}

/// These answers have exactly these problems.
#[track_caller]
fn check(answers: Value, expected: &[(&'static str, &str)]) {
    let expected: Vec<(&str, String)> = expected.iter().map(|(code, at)| (*code, (*at).to_owned())).collect();
    let mut found = refused(&with(answers.clone()));
    found.sort();
    let mut sorted = expected;
    sorted.sort();
    assert_eq!(found, sorted, "{answers}");
}

/// In debug on a busy machine: far above what it takes, far below a hang.
const SOON: Duration = Duration::from_secs(10);

#[test]
fn the_envelope_of_a_sheet() {
    let envelope = |sheet: Value, expected: &[(&'static str, &str)]| {
        let expected: Vec<(&str, String)> =
            expected.iter().map(|(code, at)| (*code, (*at).to_owned())).collect();
        assert_eq!(refused(&sheet.to_string()), expected, "{sheet}");
    };
    envelope(
        json!({}),
        &[
            ("sheet-missing", "format"),
            ("sheet-missing", "pack"),
            ("sheet-missing", "screened_on"),
            ("sheet-missing", "answers"),
        ],
    );
    envelope(
        json!({"format": "answers/2", "pack": 1, "screened_on": "2026-02-30", "answers": [], "name": "x"}),
        &[
            ("sheet-format", "format"),
            ("sheet-wrong-kind", "pack"),
            ("sheet-no-such-date", "screened_on"),
            ("sheet-wrong-kind", "answers"),
            ("sheet-unknown-key", "name"),
        ],
    );
    for sheet in [json!([]), json!("answers/1"), json!(null), json!(1), json!(true)] {
        envelope(sheet, &[("sheet-wrong-kind", "")]);
    }
    for on in [
        "2026-11-31",
        "21/11/2026",
        "",
        "2026-11-21T10:00:00Z",
        "0000-01-01",
        "10000-01-01",
        "２０２６-11-21",
    ] {
        envelope(
            json!({"format": "answers/1", "pack": "default", "screened_on": on, "answers": {}}),
            &[("sheet-no-such-date", "screened_on")],
        );
    }
    let referred = json!({"format": "answers/1", "pack": "default", "screened_on": "2026-11-21", "answers": {}, "reference": "K7Q2-M9XD"});
    assert_eq!(AnswerSheet::from_json(referred).unwrap().reference.as_deref(), Some("K7Q2-M9XD"));
    // Whatever stands there goes into file names and headings: nothing but a reference may.
    for reference in [json!("Sample Name"), json!("K7Q2-M9X1"), json!("../K7Q2"), json!(7), json!(null)] {
        envelope(
            json!({"format": "answers/1", "pack": "default", "screened_on": "2026-11-21", "answers": {}, "reference": reference}),
            &[("sheet-reference", "reference")],
        );
    }
    for format in ["answers/0", "Answers/1", "answers/1 ", "drive-draft", ""] {
        envelope(
            json!({"format": format, "pack": "default", "screened_on": "2026-11-21", "answers": {}}),
            &[("sheet-format", "format")],
        );
    }
}

#[test]
fn a_pack_that_is_not_there() {
    for name in ["defualt", "", "../default", "DEFAULT"] {
        let problems = Pack::builtin(name).unwrap_err();
        assert_said_well(&problems);
        assert_eq!(places(&problems), [("pack-unknown", "pack".to_owned())]);
    }
}

#[test]
fn a_sheet_cut_off_anywhere() {
    let sheet = with(
        json!({"in_area": "yes", "judgement_reasons": "Ofn — \u{1f6a9} e\u{301}", "markers": ["stalking"], "dash_yes": 3}),
    );
    assert_eq!(refused(&sheet), []);
    for end in 0..sheet.len() {
        let Some(cut) = sheet.get(..end) else { continue };
        let found = refused(cut);
        assert_eq!(found.len(), 1, "{cut}");
        assert_eq!(found[0].0, "sheet-not-json", "{cut}");
        assert!(found[0].1.starts_with("line 1, column "), "{cut}");
    }
}

#[test]
fn a_pack_cut_off_anywhere() {
    let pack = smallest().to_string();
    for end in 0..pack.len() {
        let problems = Pack::load(&pack[..end]).unwrap_err();
        assert_said_well(&problems);
        assert_eq!(places(&problems)[0].0, "pack-not-json");
    }
}

#[test]
fn every_byte_of_a_sheet_and_a_pack_damaged() {
    let sheet = with(
        json!({"in_area": "yes", "judgement_reasons": "Ofn", "markers": ["stalking"], "release_date": "2027-01-01"}),
    );
    let pack = smallest().to_string();
    for damage in [b'"', b'{', b']', b',', b'0', b' ', b'x', 0_u8, b'\\'] {
        for at in 0..sheet.len() {
            let mut bytes = sheet.clone().into_bytes();
            bytes[at] = damage;
            let _ = refused(&String::from_utf8(bytes).unwrap());
        }
        for at in (0..pack.len()).step_by(9) {
            let mut bytes = pack.clone().into_bytes();
            bytes[at] = damage;
            if let Err(problems) = Pack::load(&String::from_utf8(bytes).unwrap()) {
                assert!(!problems.is_empty());
                assert_said_well(&problems);
            }
        }
    }
}

#[test]
fn deep_nesting() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("[{\"all\":", "}]")] {
        for depth in [100, 127, 128, 1_000, 100_000] {
            let nest = format!("{}1{}", open.repeat(depth), close.repeat(depth));
            assert!(!refused(&nest).is_empty());
            assert_eq!(refused(&open.repeat(depth))[0].0, "sheet-not-json");
            assert!(!refused(&with(json!({})).replace("{}", &format!("{{\"in_area\":{nest}}}"))).is_empty());
            assert_said_well(&Pack::load(&nest).unwrap_err());
            let rule = smallest().to_string().replace("{\"is_yes\":\"asked\"}", &nest);
            assert_said_well(&Pack::load(&rule).unwrap_err());
        }
    }
    // Sound rules as deep as JSON is read.
    for depth in [10, 50, 100, 110] {
        let rule = format!("{}{{\"is_yes\":\"asked\"}}{}", "{\"not\":".repeat(depth), "}".repeat(depth));
        let loaded = Pack::load(&smallest().to_string().replace("{\"is_yes\":\"asked\"}", &rule));
        assert!(loaded.is_ok_and(|pack| pack.criteria.len() == 1) || depth > 100);
    }
}

#[test]
fn enormous() {
    let start = Instant::now();
    let huge = "x".repeat(100_000_000);
    let sheet = format!("{{\"format\":\"{huge}\"}}");
    assert_eq!(refused(&sheet), [("sheet-too-large", String::new())]);
    assert_eq!(places(&Pack::load(&sheet).unwrap_err()), [("pack-too-large", String::new())]);
    drop((huge, sheet));
    let sheet = with(json!({}));
    for (size, found) in [(4_194_304, None), (4_194_305, Some("sheet-too-large"))] {
        let problems = refused(&format!("{sheet}{}", " ".repeat(size - sheet.len())));
        assert_eq!(problems.first().map(|(code, _)| *code), found, "{size}");
    }
    // As large as is read at all.
    let room = MAX_BYTES - 4_000;
    for (fact, code) in [
        ("in_area", "sheet-wrong-value"),
        ("connection", "sheet-wrong-value"),
        ("dash_yes", "sheet-wrong-value"),
        ("dash_assessed_on", "sheet-no-such-date"),
        ("judgement_reasons", "sheet-text-too-long"),
        ("referrer_name", "sheet-text-too-long"),
        ("markers", "sheet-wrong-value"),
        ("incidents_list", "sheet-wrong-value"),
        ("nobody_asks", "sheet-unknown-fact"),
    ] {
        check(json!({fact: "y".repeat(room)}), &[(code, fact)]);
    }
    let name = "n".repeat(room);
    let found = refused(&with(json!({name: "yes"})));
    assert_eq!(found.len(), 1);
    assert!(found[0].1.len() <= 64);
    assert!(start.elapsed() < 4 * SOON, "{:?}", start.elapsed());
}

/// A file full of mistakes is refused soon and with a list somebody can read, not with hundreds of thousands.
#[test]
fn a_sheet_full_of_mistakes_is_refused_soon() {
    let start = Instant::now();
    let facts: String = (0..30_000).map(|index| format!("\"f{index}\":1,")).collect();
    let sheet = with(json!({})).replace("{}", &format!("{{{}\"z\":1}}", facts));
    assert!(sheet.len() < MAX_BYTES);
    let found = refused(&sheet);
    assert_eq!(found.len(), MOST_PROBLEMS + 1, "in {:?}", start.elapsed());
    assert_eq!(found[MOST_PROBLEMS - 1].0, "sheet-unknown-fact");
    assert_eq!(found[MOST_PROBLEMS], ("sheet-more-problems", String::new()));
    assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
}

#[test]
fn a_pack_full_of_mistakes_is_refused_soon() {
    let start = Instant::now();
    let ones = vec!["1"; 500_000].join(",");
    let pack = smallest().to_string().replace("\"routes\":[]", &format!("\"routes\":[{ones}]"));
    assert!(pack.len() < pack::MAX_BYTES);
    let problems = Pack::load(&pack).unwrap_err();
    assert!(problems.len() <= 1_000, "{} problems in {:?}", problems.len(), start.elapsed());
    assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
}

/// `at_least` of more parts than there are can never hold: it must not take memory or time for each.
#[test]
fn at_least_of_four_thousand_million() {
    let start = Instant::now();
    for of in [json!([]), json!([{"criterion": "met"}])] {
        let mut pack = smallest();
        pack["verdicts"][0]["when"] = json!({"at_least": {"count": 30_000_000, "of": of}});
        let pack = Pack::load(&pack.to_string()).unwrap();
        let sheet =
            json!({"format": "answers/1", "pack": "small", "screened_on": "2026-11-21", "answers": {}});
        assert_eq!(packs::result(&pack, &sheet)["outcome"], "referral");
    }
    assert!(start.elapsed() < Duration::from_millis(500), "{:?}", start.elapsed());
}

/// Thousands of criteria in one list: sound and decided, or refused; never a crash.
#[test]
fn thousands_of_criteria() {
    let start = Instant::now();
    for size in [1_000, 3_000] {
        let criteria = (0..size)
            .map(|index| criterion(&format!("c{index}"), "necessary", json!({"is_yes": "asked"})))
            .collect();
        let verdicts = vec![
            json!({"id": "no_referral", "when": {"not": {"every": "necessary"}}, "words": words("No")}),
            json!({"id": "referral", "words": words("Yes")}),
        ];
        let pack = minimal::pack(vec![question("asked", "yes_no")], criteria, verdicts).to_string();
        match Pack::load(&pack) {
            Ok(pack) => {
                let sheet = json!({"format": "answers/1", "pack": "small", "screened_on": "2026-11-21", "answers": {"asked": "yes"}});
                assert_eq!(packs::result(&pack, &sheet)["outcome"], "referral");
            }
            Err(problems) => assert_said_well(&problems),
        }
    }
    assert!(start.elapsed() < 3 * SOON, "{:?}", start.elapsed());
}

/// Conditions that tangle criteria far apart are refused, not worked on for ever.
#[test]
fn tangled_conditions_are_refused_soon() {
    let start = Instant::now();
    let size = 60;
    let names: Vec<String> = (0..size).map(|index| format!("c{index}")).collect();
    let criteria = names.iter().map(|name| criterion(name, "door", json!({"is_yes": "asked"}))).collect();
    let pairs: Vec<Value> = (0..size / 2)
        .map(|index| json!({"all": [{"criterion": names[index]}, {"criterion": names[index + size / 2]}]}))
        .collect();
    let verdicts = vec![
        json!({"id": "no_referral", "when": {"any": pairs}, "words": words("No")}),
        json!({"id": "referral", "words": words("Yes")}),
    ];
    let pack = minimal::pack(vec![question("asked", "yes_no")], criteria, verdicts).to_string();
    let problems = Pack::load(&pack).unwrap_err();
    assert_said_well(&problems);
    assert_eq!(places(&problems), [("pack-too-complex", "verdicts".to_owned())]);
    assert!(start.elapsed() < SOON, "{:?}", start.elapsed());
}

#[test]
fn wrong_values_of_every_kind() {
    for (fact, code, values) in [
        (
            "in_area",
            "sheet-wrong-value",
            json!(["Yes", "", true, false, 1, null, [], {}, ["yes"], "yes ", "maybe"]),
        ),
        (
            "connection",
            "sheet-wrong-value",
            json!(["husband", "", 1, null, ["partner"], {"value": "partner"}, "Partner"]),
        ),
        (
            "markers",
            "sheet-wrong-value",
            json!(["stalking", [1], ["stalking", "other"], null, {}, [["stalking"]], ["not_known"]]),
        ),
        (
            "perpetrator_age",
            "sheet-wrong-value",
            json!(["34", null, [], {}, 34.5, 1e3, true, "thirty-four", 34.0]),
        ),
        (
            "perpetrator_age",
            "sheet-out-of-range",
            json!([-1, 121, 4_294_967_296_u64, 18_446_744_073_709_551_615_u64, i64::MIN]),
        ),
        ("dash_yes", "sheet-out-of-range", json!([-1, 28])),
        (
            "marac_heard_on",
            "sheet-no-such-date",
            json!([
                "2026-02-29",
                "2025-13-01",
                "2026-1-1",
                "",
                " 2026-01-01",
                "01/02/2026",
                20260101,
                null,
                "2026-00-10",
                "-026-01-01",
                "2026-11-21\n",
                "yesterday"
            ]),
        ),
        ("marac_heard_on", "sheet-future-date", json!(["2026-11-22", "2027-01-01", "9999-12-31"])),
        ("judgement_reasons", "sheet-wrong-value", json!([1, null, [], {}, true, ["text"]])),
        ("incidents_list", "sheet-wrong-value", json!([1, null, "text", {}])),
        ("incidents_list/1", "sheet-wrong-value", json!([[1], [null], ["not_known"], [[]]])),
        ("incidents_list/2/incident_on", "sheet-future-date", json!([[{}, {"incident_on": "2026-11-22"}]])),
        ("incidents_list/1/incident_onn", "sheet-unknown-fact", json!([[{"incident_onn": "2026-11-21"}]])),
        ("incidents_list/1/in_area", "sheet-unknown-fact", json!([[{"in_area": "yes"}]])),
        ("incident_on", "sheet-unknown-fact", json!(["2026-11-21"])),
        ("favourite_colour", "sheet-unknown-fact", json!(["not_known"])),
    ] {
        let name = fact.split('/').next().unwrap();
        for value in values.as_array().unwrap() {
            check(json!({name: value}), &[(code, fact)]);
        }
    }
    // A date after the day of screening only where that makes sense.
    for fact in ["release_date", "probation_ends_on"] {
        check(json!({fact: "9999-12-31"}), &[]);
    }
    check(
        json!({"incidents_list": vec![json!({}); Kind::ENTRIES_MAX + 1]}),
        &[("sheet-too-many", "incidents_list")],
    );
    check(json!({"incidents_list": vec![json!({}); Kind::ENTRIES_MAX]}), &[]);
}

/// What is wrong is told with what may stand there instead.
#[test]
fn a_wrong_value_is_told_what_may_stand_there() {
    for (fact, value, message) in [
        ("in_area", json!("perhaps"), "`\"perhaps\"` is not `yes`, `no` or `not_known`"),
        (
            "custody",
            json!("bail"),
            "`\"bail\"` is not one of `none`, `police`, `sentenced`, `recall`, `remand`, `immigration` or `not_known`",
        ),
        (
            "lawful_power",
            json!(["none"]),
            "`[\"none\"]` is not a list of `crime_disorder_115`, `children_act`, `care_act`, `offender_management_14`, `vawdasv`, \
             `police_common_law`, `other`, or `not_known`",
        ),
        ("perpetrator_age", json!("34"), "`\"34\"` is not a whole number"),
        ("perpetrator_age", json!(121), "`121` is not between 0 and 120"),
        ("incidents_list", json!("none"), "`\"none\"` is not a list of entries in [ ]"),
    ] {
        let problems = read(&with(json!({fact: value}))).unwrap_err();
        let found: Vec<&str> = problems.iter().map(|problem| problem.message.en.as_str()).collect();
        assert_eq!(found, [message]);
    }
}

/// What is chosen twice is chosen once, and let go at once.
#[test]
fn a_value_chosen_twice_is_chosen_once() {
    let read = read(&with(json!({"markers": ["stalking", "stalking"]}))).unwrap();
    assert_eq!(read.known("markers"), Some(&Known::Set(["stalking"].into_iter().collect())));
    let mut chosen: Chosen = ["two", "three", "two", "one"].into_iter().collect();
    for (gone, left) in [
        ("four", ["one", "three", "two"].as_slice()),
        ("three", &["one", "two"]),
        ("three", &["one", "two"]),
        ("two", &["one"]),
        ("one", &[]),
    ] {
        chosen.remove(gone);
        let mut found = Vec::new();
        for value in &chosen {
            found.push(value.as_str());
        }
        assert_eq!((found.as_slice(), chosen.is_empty()), (left, left.is_empty()), "without {gone}");
    }
}

#[test]
fn counts_above_the_form() {
    let dash = |form: Option<&str>, yes: Option<u32>, not_known: Option<u32>| {
        let mut answers = json!({});
        let facts = [
            ("dash_form", form.map(|f| json!(f))),
            ("dash_yes", yes.map(|n| json!(n))),
            ("dash_not_known", not_known.map(|n| json!(n))),
        ];
        for (fact, value) in facts {
            if let Some(value) = value {
                answers[fact] = value;
            }
        }
        answers
    };
    let above: &[_] = &[("sheet-above-form", "dash_yes")];
    check(dash(Some("safelives_24"), Some(20), Some(4)), &[]);
    check(dash(Some("safelives_24"), Some(20), Some(5)), above);
    check(dash(Some("safelives_24"), Some(25), None), above);
    check(dash(Some("safelives_24"), None, Some(25)), above);
    check(dash(Some("police_27"), Some(20), Some(7)), &[]);
    check(dash(Some("police_27"), Some(20), Some(8)), above);
    check(dash(Some("not_known"), Some(20), Some(7)), &[]);
    check(dash(None, Some(27), Some(1)), above);
}

#[test]
fn every_problem_at_once() {
    check(
        json!({
            "in_area": "perhaps", "connection": 3, "markers": ["stalking", "rage"], "perpetrator_age": 200,
            "marac_heard_on": "2027-01-01", "dash_assessed_on": "2026-02-30", "dash_form": "safelives_24", "dash_yes": 20,
            "dash_not_known": 20, "referrer_name": "x".repeat(501), "shoe_size": 44, "judgement_reasons": false,
            "incidents_list": [{"incident_on": "never", "incident_type": 7}, 3],
        }),
        &[
            ("sheet-wrong-value", "in_area"),
            ("sheet-wrong-value", "connection"),
            ("sheet-wrong-value", "markers"),
            ("sheet-out-of-range", "perpetrator_age"),
            ("sheet-future-date", "marac_heard_on"),
            ("sheet-no-such-date", "dash_assessed_on"),
            ("sheet-above-form", "dash_yes"),
            ("sheet-text-too-long", "referrer_name"),
            ("sheet-unknown-fact", "shoe_size"),
            ("sheet-wrong-value", "judgement_reasons"),
            ("sheet-no-such-date", "incidents_list/1/incident_on"),
            ("sheet-wrong-value", "incidents_list/1/incident_type"),
            ("sheet-wrong-value", "incidents_list/2"),
        ],
    );
}

/// The same fact twice says two things; taking the last in silence could turn a "yes" into a "no".
#[test]
fn a_fact_answered_twice_is_a_problem() {
    let sheet = with(json!({})).replace("{}", r#"{"in_area":"yes","in_area":"no"}"#);
    assert_ne!(refused(&sheet), []);
}

fn reasons(text: &str) -> String {
    let read = read(&with(json!({"judgement_reasons": text}))).unwrap();
    match read.known("judgement_reasons") {
        Some(Known::Text(text)) => text.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn reasons_of_any_length_and_script() {
    let long = "Mae ofn arni. ".repeat(20_000 / 14 + 1);
    assert_eq!(reasons(&long), long.trim());
    let longest = "e\u{301}".repeat(Kind::LONG_TEXT_MAX / 2);
    assert_eq!(reasons(&longest), longest);
    check(
        json!({"judgement_reasons": format!("{longest}!")}),
        &[("sheet-text-too-long", "judgement_reasons")],
    );
    check(json!({"referrer_name": "\u{1f469}".repeat(Kind::TEXT_MAX)}), &[]);
    check(
        json!({"referrer_name": "\u{1f469}".repeat(Kind::TEXT_MAX + 1)}),
        &[("sheet-text-too-long", "referrer_name")],
    );
    for text in [
        "قال إنه سيقتلها",
        "הוא אמר \u{200f}(לא)\u{200f}",
        "Ŵyn, Ŷd, ŵ ŷ â ê î ô û",
        "Z\u{351}\u{36b}\u{343}\u{36a}\u{302}\u{36b}\u{33d}alg\u{334}\u{319}\u{324}o",
        "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
        "<script>alert(1)</script> & \"quotes\" 'and' `ticks` {{ }} \\ %00 ${x}",
        "=HYPERLINK(\"http://example\")",
        "ﷺ ﬁ \u{1d54f} 𝕳",
    ] {
        assert_eq!(reasons(text), text);
    }
}

#[test]
fn pasted_control_characters_go_and_lines_stay() {
    assert_eq!(reasons("one\r\ntwo\rthree\nfour"), "one\ntwo\nthree\nfour");
    assert_eq!(reasons("\u{0}a\u{7}b\u{1b}[31mc\u{7f}\u{9b}d\u{feff}"), "ab[31mcd");
    assert_eq!(reasons("tab\there"), "tab here");
    assert_eq!(reasons(" \n\t "), "");
    assert_eq!(clean_text("one\r\ntwo\nthree", false), "one two three");
    assert_eq!(clean_text("one\u{2028}two\u{2029}three", false), "one two three");
}

/// Word writes a soft line end as U+000B, old files a page end as U+000C and a line end as U+0085. Words on either
/// side must not run together.
#[test]
fn other_line_ends_part_words_too() {
    for end in ["\u{b}", "\u{c}", "\u{85}", "\u{2028}", "\u{2029}"] {
        assert_eq!(clean_text(&format!("one{end}two"), true), "one\ntwo", "{end:?}");
        assert_eq!(clean_text(&format!("one{end}two"), false), "one two", "{end:?}");
    }
}

/// Reasons nobody can see are blank.
#[test]
fn invisible_reasons_are_blank() {
    for blank in [
        "",
        " ",
        "\n",
        "\u{a0}",
        "\u{3000}",
        "\u{feff}",
        "\u{200b}",
        "\u{2060}",
        "\u{200e}\u{200f}",
        "\u{ad}",
    ] {
        let sheet: Value =
            serde_json::from_str(&with(json!({"judgement_high": "yes", "judgement_reasons": blank})))
                .unwrap();
        let result = packs::result(packs::named("default"), &sheet);
        assert_eq!(result["criteria"]["judgement"], "unknown", "{blank:?}");
        assert!(
            result["flags"].as_array().unwrap().contains(&json!("judgement_reasons_missing")),
            "{blank:?}"
        );
    }
}

/// Overrides that turn the reading order of what follows are not kept: they could make a "not" read as something else
/// in the panel's pack. Marks that a right-to-left text needs are kept.
#[test]
fn overrides_of_the_reading_order_are_dropped() {
    for dropped in ['\u{202d}', '\u{202e}'] {
        assert_eq!(clean_text(&format!("a{dropped}b"), true), "ab", "{dropped:?}");
    }
    for kept in ['\u{200e}', '\u{200f}', '\u{200c}', '\u{200d}'] {
        assert_eq!(clean_text(&format!("a{kept}b"), true), format!("a{kept}b"), "{kept:?}");
    }
}

#[test]
fn hostile_names_and_values_are_quoted_on_one_short_line() {
    for hostile in [
        "a\nb\r\nc",
        "\u{0}\u{1b}[2J",
        &"\u{202e}evil".repeat(100),
        "<img src=x onerror=alert(1)>",
        "",
        " ",
        "../../etc",
        "a/b",
        "\u{1f469}\u{200d}\u{1f469}",
    ] {
        let problems = read(&with(json!({hostile: "yes", "in_area": hostile, "dash_assessed_on": hostile})))
            .unwrap_err();
        assert_eq!(problems.len(), 3, "{hostile:?}");
        assert_said_well(&problems);
        let envelope =
            json!({"format": hostile, "pack": "default", "screened_on": hostile, "answers": {}, "x": 1})
                .to_string();
        assert_eq!(refused(&envelope).len(), 3);
        let mut pack = smallest();
        pack["criteria"][0]["rule"] = json!({hostile: hostile});
        pack["verdicts"][0]["when"] = json!({"criterion": hostile});
        pack[hostile] = json!(hostile);
        let problems = Pack::load(&pack.to_string()).unwrap_err();
        assert!(problems.len() >= 3, "{problems:?}");
        assert_said_well(&problems);
        assert!(quoted(hostile).chars().count() <= 63);
    }
}

/// Numbers and dates at the ends of what they can be never panic while deciding.
#[test]
fn the_ends_of_time_and_number() {
    // A date lies at most 120 years back.
    for (on, earliest) in
        [("0001-01-01", "0001-01-01"), ("9999-12-31", "9879-12-31"), ("2024-02-29", "1904-02-29")]
    {
        for date in [earliest, "9999-12-31"] {
            let mut answers = json!({"marac_heard": "yes", "dash_done": "yes", "dash_yes": 27, "custody": "sentenced", "release_date": date, "incidents_12m": 999, "other_victims": 999, "risk_grade": "high"});
            if date <= on {
                for fact in [
                    "marac_heard_on",
                    "dash_assessed_on",
                    "risk_graded_on",
                    "last_other_victim_on",
                    "perpetrator_date_of_birth",
                ] {
                    // No earlier than the first of its kind, and none before there was any.
                    let expected = &packs::named("default").question(fact).unwrap().expected;
                    match expected.impossible(Date::parse(date).unwrap()) {
                        Some(Impossible::Before(first)) if first.to_string().as_str() <= on => {
                            answers[fact] = json!(first.to_string());
                        }
                        Some(_) => {}
                        None => answers[fact] = json!(date),
                    }
                }
            }
            for pack in packs::all() {
                let sheet = json!({"format": "answers/1", "pack": pack.id.as_str(), "screened_on": on, "answers": answers});
                packs::result(pack, &sheet);
            }
        }
    }
    let mut pack = smallest();
    pack["criteria"][0]["rule"] = json!({"within": {"date": "when", "years": 4_294_967_295_u32}});
    pack["sections"][0]["pages"][0]["questions"][0] = question("when", "date");
    let pack = Pack::load(&pack.to_string()).unwrap();
    let sheet = json!({"format": "answers/1", "pack": "small", "screened_on": "9999-12-31", "answers": {"when": "9999-12-31"}});
    assert_eq!(packs::result(&pack, &sheet)["outcome"], "referral");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_refused_or_read(text in any::<String>()) {
        let _ = refused(&text);
        if let Err(problems) = Pack::load(&text) {
            assert_said_well(&problems);
        }
    }

    #[test]
    fn cleaning_is_done_once(text in proptest::collection::vec(any::<char>(), 0..60), lines in any::<bool>()) {
        let once = clean_text(&text.into_iter().collect::<String>(), lines);
        prop_assert_eq!(clean_text(&once, lines), once.clone());
        prop_assert!(!once.chars().any(|c| c.is_control() && !(lines && c == '\n')));
    }

    /// Any JSON in place of any answer.
    #[test]
    fn any_json_as_any_answer(values in proptest::collection::vec((0..150_usize, json_value()), 1..6)) {
        let ids: Vec<&str> = packs::named("default").questions().map(|(_, question)| question.id.as_str()).collect();
        let answers: serde_json::Map<String, Value> =
            values.into_iter().map(|(index, value)| (ids[index % ids.len()].to_owned(), value)).collect();
        let _ = refused(&with(Value::Object(answers)));
    }
}

fn json_value() -> BoxedStrategy<Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(|value| json!(value)),
        any::<i64>().prop_map(|value| json!(value)),
        any::<f64>().prop_map(|value| json!(value)),
        any::<String>().prop_map(|value| json!(value)),
        "[0-9]{4}-[0-9]{2}-[0-9]{2}".prop_map(|value| json!(value)),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(|values| json!(values)),
            proptest::collection::btree_map("[a-z_]{1,8}", inner, 0..3).prop_map(|map| json!(map)),
        ]
    })
    .boxed()
}

/// Where answers come from is read as strictly as the answers: every problem at once, each with its place.
#[test]
fn what_stands_beside_an_answer() {
    let sheet = |evidence: Value| {
        let mut sheet: Value = serde_json::from_str(&with(json!({"marac_heard": "yes"}))).unwrap();
        sheet["evidence"] = evidence;
        sheet.to_string()
    };
    let long = "x".repeat(Kind::TEXT_MAX + 1);
    let bad = json!({
        "marac_heard": {"from": "hearsay", "on": "2026-11-22", "note": 1, "by": "x"},
        "dash_done": {"from": "not_known", "on": "2026-02-30", "note": long},
        "risk_grade": ["police_record"],
        "perpetrator_name": {"from": "police_record"},
        "marac_herd": {"from": "police_record"},
        "victim_name": {"note": "in a group"},
    });
    let mut found = refused(&sheet(bad));
    found.sort();
    let mut expected = [
        ("sheet-wrong-value", "evidence/marac_heard/from"),
        ("sheet-future-date", "evidence/marac_heard/on"),
        ("sheet-wrong-value", "evidence/marac_heard/note"),
        ("sheet-unknown-fact", "evidence/marac_heard/by"),
        ("sheet-wrong-value", "evidence/dash_done/from"),
        ("sheet-no-such-date", "evidence/dash_done/on"),
        ("sheet-text-too-long", "evidence/dash_done/note"),
        ("sheet-wrong-value", "evidence/risk_grade"),
        ("sheet-no-evidence", "evidence/perpetrator_name"),
        ("sheet-unknown-fact", "evidence/marac_herd"),
        ("sheet-unknown-fact", "evidence/victim_name"),
    ]
    .map(|(code, at)| (code, at.to_owned()));
    expected.sort();
    assert_eq!(found, expected);
    let problems = read(&sheet(json!({"marac_heard": {"from": "hearsay"}}))).unwrap_err();
    assert!(problems[0].next_step.en.contains("`police_record`"), "{problems:?}");
    assert!(!problems[0].next_step.en.contains("`not_known`"), "{problems:?}");
    for other in [json!(null), json!([]), json!("police_record")] {
        assert_eq!(refused(&sheet(other)), [("sheet-wrong-kind", "evidence".to_owned())]);
    }

    let sound = json!({"marac_heard": {"from": "police_record", "on": "2026-11-21", "note": " a\u{202e}\r\nb "}, "dash_done": {}});
    let answers = read(&sheet(sound)).unwrap();
    let said = answers.evidence("marac_heard").unwrap();
    assert_eq!(
        (said.note.as_str(), answers.evidence.len()),
        ("a b", 1),
        "cleaned, and what says nothing is none"
    );
}

#[test]
fn entries_of_a_group_take_no_evidence() {
    let mut inner = question("inner", "yes_no");
    inner["evidence"] = json!(true);
    let mut group = question("list", "group");
    group["item"] = words("Item")["sentence"].clone();
    group["questions"] = json!([inner]);
    group["evidence"] = json!(true);
    let mut pack = smallest();
    let page = json!({"id": "list_page", "title": group["item"], "questions": [group]});
    pack["sections"][0]["pages"].as_array_mut().unwrap().push(page);
    let problems = Pack::load(&pack.to_string()).unwrap_err();
    assert_said_well(&problems);
    assert_eq!(problems.len(), 2, "{problems:#?}");
    assert!(
        problems.iter().all(|problem| problem.code == "pack-misplaced" && problem.at.ends_with("/evidence"))
    );
}

/// Whatever stands in the place of one value of a pack, what is wrong elsewhere in it is said as well.
#[test]
fn no_wrong_value_of_a_pack_hides_what_is_wrong_elsewhere() {
    let wrong = [json!([]), json!({}), json!(null), json!(-1), json!("\u{0}"), json!(true), json!([[{}]])];
    let mut faulty = smallest();
    faulty["nowhere"] = json!(1);
    faulty["extends"] = json!("default");
    let keys: Vec<String> = faulty.as_object().unwrap().keys().cloned().collect();
    for key in keys.iter().filter(|key| *key != "nowhere") {
        for value in &wrong {
            // A format of another name is another language.
            if key == "format" && value.is_string() {
                continue;
            }
            let mut pack = faulty.clone();
            pack[key] = value.clone();
            let problems = Pack::load(&pack.to_string()).unwrap_err();
            let said = problems.iter().any(|problem| problem.message.en.contains("`nowhere`"));
            assert!(said, "{key}: {value} hides it: {:?}", places(&problems));
            assert_said_well(&problems);
        }
    }
    // What a pack extends that does not exist is said first, and nothing is said to be lacking that it would have taken over.
    for base in [json!([]), json!("defualt"), json!(7), json!(null)] {
        let pack = json!({"format": "pack/1", "id": "our_town", "version": "1", "extends": base, "settings": {}, "nowhere": 1});
        let problems = Pack::load(&pack.to_string()).unwrap_err();
        assert_eq!((problems[0].code, &*problems[0].at), ("pack-unknown", "extends"));
        assert!(
            problems[1].message.en.contains("`nowhere`") && problems.len() == 2,
            "{:?}",
            places(&problems)
        );
    }
}

/// Numbers are quoted as they stand in the file, and a whole number beyond all others is one that is out of range.
#[test]
fn numbers_are_quoted_as_they_stand() {
    for (number, code) in [
        ("-0", "sheet-wrong-value"),
        ("0.5", "sheet-wrong-value"),
        ("33.3333333", "sheet-wrong-value"),
        ("-1", "sheet-out-of-range"),
        ("12345678901234567890", "sheet-out-of-range"),
        ("-9223372036854775808", "sheet-out-of-range"),
        ("1e30", "sheet-out-of-range"),
    ] {
        let sheet = with(json!({"perpetrator_age": 424_242})).replace("424242", number);
        let problems = read(&sheet).unwrap_err();
        assert_eq!(problems[0].code, code, "{number}");
        assert!(problems[0].message.en.starts_with(&format!("`{number}` ")), "{:?}", problems[0].message.en);
    }
}
