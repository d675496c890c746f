//! Every vignette decides as its case says.

use drive_screening::answers::AnswerSheet;
use drive_screening::interview::Draft;
use drive_screening::pack::Pack;
use drive_screening::pack::wire::shown;
use drive_screening::protocol::{read_draft, write_draft};
use drive_screening::screening::{result_json, screen};
use serde_json::Value;

#[test]
fn every_vignette_decides_as_its_case_says() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("../vignettes.json")).unwrap();
    assert_eq!(cases.len(), 28);
    for case in cases {
        let sheet = AnswerSheet::from_json(case["sheet"].clone()).unwrap();
        let pack = Pack::builtin(&sheet.pack).unwrap();
        let answers = sheet.read(&pack).unwrap();
        let result = Value::from(result_json(&pack, &screen(&pack, &answers)));
        for key in ["outcome", "possible", "open", "flags"] {
            assert_eq!(result[key], case["expect"][key], "{} {key}", case["id"]);
        }
        // The page screens by the pack without the words it does not show.
        assert_eq!(screen(&shown(&pack), &answers), screen(&pack, &answers), "{}", case["id"]);
        // Saved, and opened again.
        let text = AnswerSheet::to_text(&AnswerSheet::to_json(&pack, &answers, Some("K7Q2-M9XD")));
        let again = AnswerSheet::parse(&text).unwrap();
        assert_eq!(again.reference.as_deref(), Some("K7Q2-M9XD"), "{}", case["id"]);
        assert_eq!(again.read(&pack).unwrap(), answers, "{}", case["id"]);
        let draft = Draft::of_answers(&pack, answers, again.reference);
        assert_eq!(read_draft(&write_draft(&draft)), draft, "{}", case["id"]);
    }
}

/// Everything that can be answered comes from one program to the other as it was: groups, evidence, and no reference too.
#[test]
fn what_the_programs_give_one_another_is_what_it_was() {
    let sheet = AnswerSheet::parse(include_str!("../golden/refer.sheet.json")).unwrap();
    let pack = Pack::builtin("default").unwrap();
    let answers = sheet.read(&pack).unwrap();
    assert_ne!(answers.evidence, []);
    let draft = Draft::of_answers(&pack, answers, None);
    assert_eq!(read_draft(&write_draft(&draft)), draft);
}
