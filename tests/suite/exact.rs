//! Evaluation is exact: equal to a second, independent reading of the specification for the ten packs, and to brute
//! force over every completion for small random packs.

use crate::support::reference::{PACKS, expected};
use crate::support::sheets::{self, Known};
use crate::support::{minimal, packs};
use drive_screening::pack::Pack;
use proptest::prelude::*;
use serde_json::{Value, json};

fn check(sheet: &Value) {
    let pack = packs::named(sheet["pack"].as_str().unwrap());
    let result = packs::result(pack, sheet);
    let expected = expected(sheet);
    assert_eq!(result["criteria"], json!(expected.criteria), "criteria of {sheet}");
    assert_eq!(result["possible"], json!(expected.possible), "possible of {sheet}");
    assert_eq!(result["outcome"], json!(expected.outcome), "outcome of {sheet}");
    assert_eq!(result["open"], json!(expected.open), "open of {sheet}");
    assert_eq!(result["flags"], json!(expected.flags), "flags of {sheet}");
}

macro_rules! packs_decide {
    ($($name:ident: $known:expr;)*) => {proptest! {
        #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]
        $(
            #[test]
            fn $name(sheets in PACKS.map(|pack| sheets::sheet(pack, $known)).to_vec()) {
                sheets.iter().for_each(check);
            }
        )*
    }};
}

packs_decide! {
    ten_packs_with_most_known: Known::Most;
    ten_packs_with_half_known: Known::Half;
    ten_packs_with_little_known: Known::Little;
    ten_packs_with_everything_known: Known::Everything;
}

#[test]
fn the_empty_sheet_of_every_pack() {
    for pack in PACKS {
        check(&json!({"format": "answers/1", "pack": pack, "screened_on": "2026-11-21", "answers": {}}));
    }
}

/// What may still turn out to be yes reaches the line or does not: with just enough of it nobody can say.
#[test]
fn a_count_at_its_line() {
    for (yes, not_known, comes_to) in [
        (14, json!(0), "yes"),
        (14, json!(10), "yes"),
        (13, json!(0), "no"),
        (12, json!(1), "no"),
        (12, json!(2), "unknown"),
        (0, json!(13), "no"),
        (0, json!(14), "unknown"),
        (13, json!("not_known"), "unknown"),
    ] {
        let sheet = json!({"format": "answers/1", "pack": "default", "screened_on": "2026-11-21", "answers": {
            "dash_done": "yes", "dash_form": "safelives_24", "dash_assessed_on": "2026-11-20",
            "dash_yes": yes, "dash_not_known": not_known,
        }});
        check(&sheet);
        let result = packs::result(packs::named("default"), &sheet);
        assert_eq!(result["criteria"]["dash"], comes_to, "{yes} yes and {not_known} not known of 14");
    }
}

/// One fact at a time on either side of its line, on a sheet that is otherwise settled, for every pack.
#[test]
fn every_value_of_every_fact_alone() {
    let on = crate::support::reference::Day::new(2028, 2, 29);
    let full: serde_json::Map<String, Value> =
        sheets::facts(on).into_iter().map(|(fact, usual, _)| (fact.to_owned(), usual)).collect();
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for (fact, _, values) in sheets::facts(on) {
        for round in 0..12 {
            let value = match round {
                0 => json!("not_known"),
                _ => values.new_tree(&mut runner).unwrap().current(),
            };
            for pack in PACKS {
                let mut answers = full.clone();
                answers.insert(fact.to_owned(), value.clone());
                sheets::fit_form(&mut answers);
                check(
                    &json!({"format": "answers/1", "pack": pack, "screened_on": on.write(), "answers": answers}),
                );
            }
        }
    }
}

/// The marks of the specification: the last day that counts and the first that does not.
#[test]
fn windows_are_inclusive_and_clamp() {
    let cases = [
        ("2026-11-21", "marac_heard_on", "2025-11-21", "marac", "yes"),
        ("2026-11-21", "marac_heard_on", "2025-11-20", "marac", "no"),
        ("2025-02-28", "marac_heard_on", "2024-02-29", "marac", "yes"),
        ("2025-03-01", "marac_heard_on", "2024-02-29", "marac", "no"),
        ("2026-11-21", "dash_assessed_on", "2026-08-23", "dash", "yes"),
        ("2026-11-21", "dash_assessed_on", "2026-08-22", "dash", "unknown"),
        ("2026-11-21", "risk_graded_on", "2026-08-23", "grade", "yes"),
        ("2026-11-21", "risk_graded_on", "2026-08-22", "grade", "unknown"),
        ("2026-11-30", "release_date", "2027-02-28", "custody", "none"),
        ("2026-11-30", "release_date", "2027-03-01", "custody", "soft"),
        ("2026-02-28", "release_date", "2028-02-28", "custody", "soft"),
        ("2026-02-28", "release_date", "2028-02-29", "custody", "hard"),
        ("2026-11-21", "perpetrator_date_of_birth", "2008-11-21", "age", "yes"),
        ("2026-11-21", "perpetrator_date_of_birth", "2008-11-22", "age", "no"),
        ("2026-11-21", "last_other_victim_on", "2023-11-21", "serial", "yes"),
        ("2026-11-21", "last_other_victim_on", "2023-11-20", "serial", "no"),
    ];
    for (on, fact, date, criterion, value) in cases {
        let mut answers = json!({
            "marac_heard": "yes", "dash_done": "yes", "dash_yes": 14, "risk_grade": "high", "custody": "sentenced",
            "other_victims": 1,
        });
        answers[fact] = json!(date);
        let sheet =
            json!({"format": "answers/1", "pack": "serial_3y", "screened_on": on, "answers": answers});
        check(&sheet);
        let result = packs::result(packs::named("serial_3y"), &sheet);
        assert_eq!(result["criteria"][criterion], value, "{fact} {date} on {on}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn small_random_packs_equal_brute_force(case in minimal::case()) {
        let pack = Pack::load(&case.pack.to_string()).unwrap_or_else(|problems| panic!("{problems:#?}\n{}", case.pack));
        for answers in &case.answers {
            let sheet = json!({"format": "answers/1", "pack": "small", "screened_on": "2026-11-21", "answers": answers});
            let result = packs::result(&pack, &sheet);
            let (possible, open) = minimal::brute_force(&case.pack, answers);
            prop_assert_eq!(&result["possible"], &json!(possible), "possible {} {}", case.pack["verdicts"], sheet);
            prop_assert_eq!(&result["open"], &json!(open), "open {} {}", case.pack["verdicts"], sheet);
            let outcome = if possible.len() == 1 { possible[0].as_str() } else { "need_information" };
            prop_assert_eq!(&result["outcome"], outcome);
        }
    }
}
