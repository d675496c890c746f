//! The ten packs are sound and say what they must; a broken pack is refused with every problem and its place; a site
//! adds its own question and criterion in JSON alone.

use crate::support::minimal::{self, criterion, graded, page, question, section, smallest, text, words};
use crate::support::packs::{self, assert_said_well, places};
use drive_screening::pack::{MAX_BYTES, Pack, Part, builtin};
use drive_screening::problem::{MOST_PROBLEMS, Problem};
use drive_screening::words::Language;
use serde_json::{Value, json};
use std::collections::BTreeSet;

fn refused(pack: &Value) -> Vec<Problem> {
    let problems = Pack::load(&pack.to_string()).err().unwrap_or_default();
    assert_said_well(&problems);
    problems
}

/// Sets (or, with null, removes) what a JSON pointer names. `-` at the end adds to a list.
fn edit(pack: &mut Value, pointer: &str, value: Value) {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match pack.pointer_mut(parent).unwrap_or_else(|| panic!("{pointer}")) {
        Value::Object(map) if value.is_null() => {
            map.remove(key).unwrap_or_else(|| panic!("{pointer}"));
        }
        Value::Object(map) => {
            map.insert(key.to_owned(), value);
        }
        Value::Array(list) if key == "-" => list.push(value),
        Value::Array(list) => list[key.parse::<usize>().unwrap()] = value,
        other => panic!("{pointer} {other}"),
    }
}

/// Edits the smallest pack and expects exactly these problems.
#[track_caller]
fn check(edits: &[(&str, Value)], expected: &[(&str, &str)]) {
    check_on(smallest(), edits, expected);
}

#[track_caller]
fn check_on(mut pack: Value, edits: &[(&str, Value)], expected: &[(&str, &str)]) {
    for (pointer, value) in edits {
        edit(&mut pack, pointer, value.clone());
    }
    let found: BTreeSet<(&str, String)> = places(&refused(&pack)).into_iter().collect();
    let expected: BTreeSet<(&str, String)> =
        expected.iter().map(|(code, at)| (*code, (*at).to_owned())).collect();
    assert_eq!(found, expected, "{edits:?}");
}

const GONE: Value = Value::Null;
const QUESTIONS: &str = "/sections/0/pages/0/questions/-";

/// The smallest pack with a graded criterion.
fn with_grade() -> Value {
    let mut until = question("until", "date");
    until["future"] = json!(true);
    let mut pack = minimal::pack(
        vec![question("asked", "yes_no"), question("held", "yes_no"), until],
        vec![
            criterion("met", "necessary", json!({"is_yes": "asked"})),
            graded("held", "exclusion", "held", "until", &[("near", 3, "soft"), ("far", 24, "hard")]),
            criterion("also", "soft", json!({"is_yes": "asked"})),
        ],
        vec![
            json!({"id": "no_referral", "when": {"any": [{"not": {"every": "necessary"}}, {"some": "hard"}]}, "words": words("No")}),
            json!({"id": "discussion", "when": {"some": "soft"}, "words": words("Discuss")}),
            json!({"id": "referral", "words": words("Yes")}),
        ],
    );
    pack["settings"]["months"] = json!({"label": text("Months"), "value": 3, "source": "test"});
    pack["settings"]["kinds"] = json!({"label": text("Kinds"), "value": ["met", "also"], "source": "test"});
    pack
}

#[test]
fn the_packs_of_these_tests_are_sound() {
    assert_eq!(refused(&smallest()), []);
    assert_eq!(refused(&with_grade()), []);
    assert_eq!(refused(&minimal::large(25, 10)), []);
}

/// What some answers make of a criterion: its number has bit `i` for value `i`.
#[test]
fn what_a_criterion_can_come_to_follows_from_its_test() {
    let can_be = |pack: &Value| -> Vec<u8> {
        let pack = Pack::load(&pack.to_string()).unwrap_or_else(|problems| panic!("{problems:?}"));
        pack.criteria.iter().map(|criterion| criterion.test.can_be().number()).collect()
    };
    let mut pack = with_grade();
    assert_eq!(can_be(&pack), [0b11, 0b111, 0b11]);
    let never = json!({"any": []});
    edit(&mut pack, "/criteria/1/graded/applies", never.clone());
    edit(&mut pack, "/criteria/2/rule", never);
    assert_eq!(can_be(&pack), [0b11, 0b001, 0b01]);
}

/// A question has one place; one of a group is known to be in it, and what stands beside an answer says what belongs there.
#[test]
fn every_question_is_found_where_it_is_asked() {
    let pack = Pack::builtin("default").unwrap();
    let place = |fact: &str| pack.place(fact).unwrap();
    assert_eq!(place("in_area").in_group, None);
    let [group, name, phone] = ["victim_survivors_list", "victim_name", "victim_safe_phone"].map(place);
    assert_eq!((name.page, name.question), (group.page, group.question));
    // What is safe comes first.
    assert_eq!((group.in_group, phone.in_group), (None, Some(0)));
    assert!(name.in_group > phone.in_group);
    let note = pack.evidence.questions.iter().find(|question| question.hint.is_some()).unwrap();
    assert!(note.hint.as_ref().unwrap().en.starts_with("One line"), "{:?}", note.hint);
}

#[test]
fn a_criterion_reads_each_fact_once_in_order() {
    let mut pack = with_grade();
    let [asked, held] = ["asked", "held"].map(|fact| json!({"is_yes": fact}));
    edit(&mut pack, "/criteria/2/rule", json!({"any": [held, asked, {"not": held}, asked]}));
    let pack = Pack::load(&pack.to_string()).unwrap();
    let reads = |index: usize| -> Vec<String> {
        let facts = pack.criteria[index].reads(&pack.instruments);
        facts.iter().map(ToString::to_string).collect()
    };
    assert_eq!(reads(1), ["held", "until"]);
    assert_eq!(reads(2), ["held", "asked"]);
}

/// What answers can be is read with the pack, and everything that is wrong with it is named.
#[test]
fn what_answers_can_be() {
    let mut sound = smallest();
    let date = |id: &str| question(id, "date");
    let mut group = question("people", "group");
    group["item"] = text("Person");
    group["questions"] = json!([date("inner"), date("other_inner")]);
    let questions = json!([
        question("asked", "yes_no"),
        date("day"),
        date("other"),
        question("line", "text"),
        question("number", "count")
    ]);
    sound["sections"][0]["pages"][0]["questions"] = questions;
    (
        sound["sections"][0]["pages"][0]["questions"][4]["min"],
        sound["sections"][0]["pages"][0]["questions"][4]["max"],
    ) = (json!(0), json!(9));
    sound["sections"][0]["pages"].as_array_mut().unwrap().push(minimal::page("people_page", vec![group]));
    let (day, number, line) = (
        "/sections/0/pages/0/questions/1",
        "/sections/0/pages/0/questions/4",
        "/sections/0/pages/0/questions/3",
    );
    let inner = "/sections/0/pages/1/questions/0/questions/0";
    let (misplaced, unknown, missing, kind) =
        ("pack-misplaced", "pack-unknown-name", "pack-missing", "pack-wrong-kind");
    for (at, key, value, found) in [
        (day, "not_before", json!([{"day": "2003-04-01", "source": "test"}]), vec![]),
        (
            day,
            "not_before",
            json!([{"fact": "other", "when": {"is_yes": "asked"}}, {"months_ago": 0}]),
            vec![],
        ),
        (day, "not_after", json!([{"fact": "other"}]), vec![]),
        (day, "usual", json!({"max": 17, "source": "test"}), vec![]),
        (number, "usual", json!({"min": 1, "max": 1, "source": "test"}), vec![]),
        (line, "written_as", json!("email"), vec![]),
        (
            inner,
            "not_before",
            json!([{"fact": "other_inner"}, {"fact": "day", "when": {"is_yes": "asked"}}]),
            vec![],
        ),
        (
            day,
            "not_before",
            json!([{"day": "2003-04-01"}]),
            vec![(missing, "sections/all/pages/page/questions/day/not_before/0/source")],
        ),
        (
            day,
            "not_before",
            json!([{"day": "2003-04-31", "source": "test"}]),
            vec![(kind, "sections/all/pages/page/questions/day/not_before/0/day")],
        ),
        (
            day,
            "not_before",
            json!([{"day": "2003-04-01", "source": "test", "when": {"is_yes": "asked"}}]),
            vec![("pack-unknown-key", "sections/all/pages/page/questions/day/not_before/0")],
        ),
        (
            day,
            "not_before",
            json!([{"day": "2003-04-01", "source": "hearsay"}]),
            vec![(misplaced, "sections/all/page/day/source")],
        ),
        (
            day,
            "not_before",
            json!([{}]),
            vec![(missing, "sections/all/pages/page/questions/day/not_before/0/fact")],
        ),
        (
            day,
            "not_before",
            json!([{"fact": "nothing"}]),
            vec![(unknown, "sections/all/page/day/not_before")],
        ),
        (
            day,
            "not_before",
            json!([{"fact": "asked"}]),
            vec![(misplaced, "sections/all/page/day/not_before")],
        ),
        (day, "not_before", json!([{"fact": "day"}]), vec![(misplaced, "sections/all/page/day/not_before")]),
        (day, "not_after", json!([{"fact": "inner"}]), vec![(misplaced, "sections/all/page/day/not_after")]),
        (
            day,
            "not_after",
            json!([{"months_ago": 0, "when": {"is_yes": "nothing"}}]),
            vec![(unknown, "sections/all/page/day/not_after")],
        ),
        (
            day,
            "usual",
            json!({"source": "test"}),
            vec![(kind, "sections/all/pages/page/questions/day/usual")],
        ),
        (
            day,
            "usual",
            json!({"min": 2, "max": 1, "source": "test"}),
            vec![(kind, "sections/all/pages/page/questions/day/usual")],
        ),
        (
            day,
            "usual",
            json!({"min": 2}),
            vec![(missing, "sections/all/pages/page/questions/day/usual/source")],
        ),
        (
            line,
            "usual",
            json!({"min": 2, "source": "test"}),
            vec![("pack-unknown-key", "sections/all/pages/page/questions/line")],
        ),
        (
            number,
            "not_before",
            json!([{"fact": "day"}]),
            vec![("pack-unknown-key", "sections/all/pages/page/questions/number")],
        ),
        (
            line,
            "written_as",
            json!("fax"),
            vec![(unknown, "sections/all/pages/page/questions/line/written_as")],
        ),
        (
            day,
            "written_as",
            json!("time"),
            vec![("pack-unknown-key", "sections/all/pages/page/questions/day")],
        ),
    ] {
        let mut pack = sound.clone();
        pack.pointer_mut(at).unwrap()[key] = value.clone();
        let problems = Pack::load(&pack.to_string()).err().unwrap_or_default();
        let said = packs::places(&problems);
        let said: Vec<_> = said.iter().map(|(code, at)| (*code, at.as_str())).collect();
        assert_eq!(said, found, "{key}: {value}");
        packs::assert_said_well(&problems);
    }
}

#[test]
fn the_envelope_of_a_pack() {
    check(&[("/version", GONE)], &[("pack-missing", "version")]);
    check(&[("/format", json!("pack/2"))], &[("pack-format", "format")]);
    check(&[("/format", json!(1))], &[("pack-format", "format")]);
    check(&[("/format", GONE)], &[("pack-missing", "format")]);
    check(&[("/colour", json!("red"))], &[("pack-unknown-key", "")]);
    check(&[("/verdicts", GONE)], &[("pack-missing", "verdicts"), ("pack-misplaced", "verdicts")]);
    // A source that cannot be read is missing where it is named.
    check(
        &[("/sources/0/checked", json!("2026-02-30"))],
        &[("pack-wrong-kind", "sources/test/checked"), ("pack-misplaced", "criteria/met/source")],
    );
    check(&[("/settings", json!([]))], &[("pack-wrong-kind", "settings")]);
    check(&[("/document/asked", GONE)], &[("pack-missing", "document/asked")]);
}

#[test]
fn words_are_in_both_languages() {
    check(&[("/criteria/0/no/cy", GONE)], &[("pack-missing", "criteria/met/no/cy")]);
    check(&[("/criteria/0/no/cy", json!("  "))], &[("pack-text-missing", "criteria/met/no/cy")]);
    check(
        &[("/criteria/0/no", json!({"en": " ", "cy": ""}))],
        &[("pack-text-missing", "criteria/met/no/en"), ("pack-text-missing", "criteria/met/no/cy")],
    );
    check(&[("/criteria/0/no", json!("No"))], &[("pack-wrong-kind", "criteria/met/no")]);
    check(&[("/criteria/0/no/fr", json!("Non"))], &[("pack-unknown-key", "criteria/met/no")]);
}

#[test]
fn rules_name_what_is_there() {
    let rule = |rule: Value, expected: (&str, &str)| check(&[("/criteria/0/rule", rule)], &[expected]);
    rule(json!({"is_yes": "askd"}), ("pack-unknown-name", "criteria/met"));
    rule(json!({"is_yess": "asked"}), ("pack-unknown-name", "criteria/met/rule"));
    rule(json!({"is_yes": "asked", "not": {"is_yes": "asked"}}), ("pack-wrong-kind", "criteria/met/rule"));
    rule(json!({}), ("pack-wrong-kind", "criteria/met/rule"));
    rule(json!("asked"), ("pack-wrong-kind", "criteria/met/rule"));
    rule(json!({"is_yes": 1}), ("pack-wrong-kind", "criteria/met/rule/is_yes"));
    rule(json!({"at_least": {"fact": "asked", "count": 1}}), ("pack-misplaced", "criteria/met"));
    rule(
        json!({"at_least": {"fact": "asked", "count": -1}}),
        ("pack-wrong-kind", "criteria/met/rule/at_least/count"),
    );
    rule(json!({"at_least": {"fact": "asked"}}), ("pack-missing", "criteria/met/rule/at_least/count"));
    rule(
        json!({"at_least": {"fact": "asked", "count": {"setting": "gone"}}}),
        ("pack-unknown-name", "criteria/met/rule/at_least/count/setting"),
    );
    rule(
        json!({"count_reaches": {"instrument": "gone", "line": 1}}),
        ("pack-unknown-name", "criteria/met/rule/count_reaches/instrument"),
    );
    rule(json!({"any": [{"is_yes": "asked"}, {"is_yes": "askd"}]}), ("pack-unknown-name", "criteria/met"));
    check(&[("/criteria/0/rule", GONE)], &[("pack-missing", "criteria/met/rule")]);
}

#[test]
fn criteria_are_named_once_and_sourced() {
    check(
        &[("/criteria/-", criterion("met", "necessary", json!({"is_yes": "asked"})))],
        &[("pack-twice", "criteria/met")],
    );
    check(&[("/criteria/0/source", json!("gone"))], &[("pack-misplaced", "criteria/met/source")]);
    check(&[("/criteria/0/id", json!("Met!"))], &[("pack-wrong-kind", "criteria/Met!/id")]);
    for in_flags_only in [json!({"criterion": "met"}), json!({"not": {"criterion": "met"}})] {
        check(&[("/criteria/0/rule", in_flags_only)], &[("pack-misplaced", "criteria/met")]);
    }
    check_on(
        with_grade(),
        &[("/criteria/0/rule", json!({"stale": {"date": "until", "days": 1}}))],
        &[("pack-misplaced", "criteria/met")],
    );
    check_on(
        with_grade(),
        &[("/criteria/1/graded/levels/1/after_months", json!(3))],
        &[("pack-wrong-kind", "criteria/held/graded/levels/far")],
    );
    check_on(
        with_grade(),
        &[("/criteria/1/graded/date", json!("asked"))],
        &[("pack-misplaced", "criteria/held")],
    );
}

#[test]
fn verdicts_hang_together() {
    let when = |when: Value, expected: (&str, &str)| check(&[("/verdicts/0/when", when)], &[expected]);
    when(json!({"every": "necesary"}), ("pack-unknown-name", "verdicts/no_referral/when/every"));
    when(json!({"criterion": "mett"}), ("pack-unknown-name", "verdicts/no_referral/when/criterion"));
    when(json!({"is_yes": "asked"}), ("pack-unknown-name", "verdicts/no_referral/when"));
    when(
        json!({"at_least": {"count": "two", "of": []}}),
        ("pack-wrong-kind", "verdicts/no_referral/when/at_least/count"),
    );
    check(&[("/verdicts/0/when", GONE)], &[("pack-misplaced", "verdicts")]);
    check(&[("/verdicts/1/when", json!({"criterion": "met"}))], &[("pack-misplaced", "verdicts")]);
    check(&[("/verdicts/1/id", json!("need_information"))], &[("pack-twice", "verdicts")]);
    check(&[("/verdicts/1/id", json!("no_referral"))], &[("pack-twice", "verdicts")]);
    check_on(
        with_grade(),
        &[("/verdicts/0/when", json!({"criterion": "held"}))],
        &[("pack-wrong-kind", "verdicts/no_referral/when/criterion")],
    );
}

#[test]
fn questions_hang_together() {
    let place = "sections/all/page/asked";
    let at = |at: &str| format!("sections/all/pages/page/questions/asked/{at}");
    check(
        &[("/sections/0/pages/0/questions/0/part", json!("panels"))],
        &[("pack-unknown-name", &at("part")), ("pack-unknown-name", "criteria/met")],
    );
    check(
        &[("/sections/0/pages/0/questions/0/kind", json!("yesno"))],
        &[("pack-unknown-name", &at("kind")), ("pack-unknown-name", "criteria/met")],
    );
    check(&[(QUESTIONS, question("asked", "yes_no"))], &[("pack-twice", "sections/asked")]);
    check(&[("/sections/-", section("all", vec![]))], &[("pack-twice", "sections")]);
    check(&[("/sections/0/pages/-", page("page", vec![]))], &[("pack-twice", "sections/all/pages")]);
    check(
        &[("/sections/0/pages/0/questions/0/asked_when", json!({"is_yes": "asked"}))],
        &[("pack-misplaced", &format!("{place}/asked_when"))],
    );
    check(
        &[("/sections/0/pages/0/questions/0/with", json!("gone"))],
        &[("pack-unknown-name", &format!("{place}/with"))],
    );
    check(
        &[("/sections/0/not_known_reason", json!("gone"))],
        &[("pack-misplaced", "sections/all/not_known_reason")],
    );
    let mut count = question("many", "count");
    (count["min"], count["max"]) = (json!(5), json!(4));
    check(&[(QUESTIONS, count)], &[("pack-wrong-kind", "sections/all/pages/page/questions/many/kind")]);
    let mut choice = question("which", "choice");
    for choices in [json!([]), json!([{"value": "not_known", "label": text("?")}])] {
        choice["choices"] = choices;
        check(&[(QUESTIONS, choice.clone())], &[("pack-misplaced", "sections/all/page/which/choices")]);
    }
    choice["choices"] = json!([{"value": "a", "label": text("A")}, {"value": "a", "label": text("A")}]);
    check(&[(QUESTIONS, choice.clone())], &[("pack-misplaced", "sections/all/page/which/choices")]);
    choice["choices"] = json!([{"value": "a", "label": text("A")}]);
    check(
        &[
            (QUESTIONS, choice),
            ("/criteria/0/rule", json!({"is_one_of": {"fact": "which", "values": ["b"]}})),
        ],
        &[("pack-misplaced", "criteria/met")],
    );
    let mut group = question("people", "group");
    group["item"] = text("Person");
    group["questions"] = json!([question("inner", "group")]);
    check(
        &[(QUESTIONS, group.clone())],
        &[
            ("pack-wrong-kind", "sections/all/pages/page/questions/people/questions/inner/kind"),
            ("pack-misplaced", "sections/all/page/people"),
        ],
    );
}

/// What explains, hangs on or names an answer that is kept from the panel is kept from it too.
#[test]
fn nothing_for_the_panel_tells_what_is_kept_from_it() {
    let of = |id: &str, kind: &str, part: &str, need: &str| {
        let mut question = question(id, kind);
        (question["part"], question["need"]) = (json!(part), json!(need));
        question
    };
    let judged = |edits: &[(&str, Value)], panel: &str, expected: (&str, &str)| {
        if panel == "panel" {
            return check(edits, &[expected]);
        }
        let mut pack = smallest();
        for (pointer, value) in edits {
            edit(&mut pack, pointer, value.clone());
        }
        assert!(Pack::load(&pack.to_string()).is_ok(), "{edits:?}");
    };
    for kept in ["restricted", "handling"] {
        for part in ["panel", kept] {
            let mut explained = section(
                "kept",
                vec![page(
                    "kept_page",
                    vec![of("kept", "text", kept, "if_known"), of("why", "long_text", part, "required")],
                )],
            );
            explained["not_known_reason"] = json!("why");
            judged(&[("/sections/-", explained)], part, ("pack-reason-part", "sections/kept/why/part"));

            let mut group = of("people", "group", kept, "required");
            (group["item"], group["questions"]) =
                (text("Person"), json!([of("inner", "text", kept, "if_known")]));
            let mut people = section(
                "kept",
                vec![
                    page("kept_page", vec![group]),
                    page("why_page", vec![of("why", "long_text", part, "required")]),
                ],
            );
            people["not_known_reason"] = json!("why");
            judged(&[("/sections/-", people)], part, ("pack-reason-part", "sections/kept/why/part"));

            let mut later = of("later", "text", part, "required");
            later["asked_when"] = json!({"is_yes": "kept"});
            let later =
                section("kept", vec![page("kept_page", vec![of("kept", "yes_no", kept, "required"), later])]);
            judged(
                &[("/sections/-", later)],
                part,
                ("pack-condition-part", "sections/kept/kept_page/later/asked_when"),
            );

            let mut kinds = of("kinds", "set", kept, "required");
            kinds["choices"] = json!([{"value": "a", "label": text("A")}]);
            let flag = json!({"id": "each", "each": "kinds", "text": text("Kind"), "part": part});
            judged(&[(QUESTIONS, kinds), ("/flags/-", flag)], part, ("pack-flag-part", "flags/each/part"));
        }
    }
}

/// What names an entry is asked in it, and nothing for the panel is asked where the panel does not look.
#[test]
fn a_group_and_its_questions_hang_together() {
    let with_parts = |group_part: &str, part: &str, name_by: &str| {
        let mut inner = question("inner", "text");
        inner["part"] = json!(part);
        let mut group = question("people", "group");
        group["part"] = json!(group_part);
        group["item"] = text("Person");
        group["questions"] = json!([inner]);
        group["name_by"] = json!([name_by]);
        ("/sections/0/pages/-", page("people", vec![group]))
    };
    let at = |at: &str| format!("sections/all/people/people/{at}");
    for (group, part) in [
        ("panel", "panel"),
        ("panel", "restricted"),
        ("panel", "handling"),
        ("restricted", "restricted"),
        ("restricted", "handling"),
        ("handling", "handling"),
    ] {
        check(&[with_parts(group, part, "inner")], &[]);
    }
    for group in ["restricted", "handling"] {
        check(&[with_parts(group, "panel", "inner")], &[("pack-misplaced", &at("inner/part"))]);
    }
    check(&[with_parts("panel", "panel", "asked")], &[("pack-unknown-name", &at("name_by"))]);
    // Its first question comes after it, though no rule can read it.
    let mut entry = with_parts("panel", "panel", "inner");
    entry.1["questions"][0]["questions"][0]["asked_when"] = json!({"is_yes": "people"});
    let mut pack = smallest();
    edit(&mut pack, entry.0, entry.1);
    assert_eq!(places(&refused(&pack)), [("pack-misplaced", at("inner/asked_when"))]);
}

/// An account moves to Part B by what is asked of it, and only what is for the panel can.
#[test]
fn what_moves_between_parts_is_an_account_of_the_panel() {
    let moving = |kind: &str, part: &str, when: Value, unless: Option<Value>| {
        let mut account = question("account", kind);
        account["part"] = json!(part);
        account["panel_when"] = when;
        if let Some(unless) = unless {
            account["panel_unless"] = unless;
        }
        (QUESTIONS, account)
    };
    let at = |name: &str| format!("sections/all/page/account/{name}");
    let asked = || json!({"is_yes": "asked"});
    check(&[moving("long_text", "panel", asked(), Some(json!({"not": asked()})))], &[]);
    check(&[moving("text", "panel", asked(), None)], &[]);
    check(&[moving("yes_no", "panel", asked(), None)], &[("pack-misplaced", &at("panel_when"))]);
    check(&[moving("text", "restricted", asked(), None)], &[("pack-misplaced", &at("panel_when"))]);
    let unknown = json!({"is_yes": "nowhere"});
    check(&[moving("text", "panel", asked(), Some(unknown))], &[("pack-unknown-name", &at("panel_unless"))]);
    let list = |when: Value| {
        let mut people = question("people", "group");
        people["part"] = json!("panel");
        people["item"] = text("Person");
        people["questions"] = json!([question("usable", "yes_no")]);
        people["panel_when"] = when;
        ("/sections/0/pages/-", page("people_page", vec![people]))
    };
    check(&[list(json!({"is_yes": "usable"}))], &[]);
    check(&[list(asked())], &[("pack-misplaced", "sections/all/people_page/people/panel_when")]);
}

#[test]
fn there_are_at_most_thirty_verdicts() {
    let with = |count: usize| {
        let mut pack = smallest();
        let verdicts = pack["verdicts"].as_array_mut().unwrap();
        for index in verdicts.len()..count {
            let mut verdict = verdicts[0].clone();
            verdict["id"] = json!(format!("verdict_{index}"));
            verdicts.insert(0, verdict);
        }
        pack
    };
    assert_eq!(refused(&with(30)), []);
    assert_eq!(places(&refused(&with(31))), [("pack-misplaced", "verdicts".to_owned())]);
}

#[test]
fn a_file_is_as_large_as_it_may_be_and_no_larger() {
    let load = |size: usize| {
        let pack = smallest().to_string();
        let pack = pack.clone() + &" ".repeat(size - pack.len());
        Pack::load(&pack).err().map(|problems| places(&problems))
    };
    assert_eq!(load(MAX_BYTES), None);
    assert_eq!(load(MAX_BYTES + 1), Some(vec![("pack-too-large", String::new())]));
}

#[test]
fn of_very_many_problems_the_first_are_named_and_that_there_are_more() {
    let mut pack = smallest();
    for index in 0..MOST_PROBLEMS + 50 {
        pack[format!("colour_{index}")] = json!("red");
    }
    let found = refused(&pack);
    assert_eq!(found.len(), MOST_PROBLEMS + 1);
    assert_eq!(found[MOST_PROBLEMS - 1].code, "pack-unknown-key");
    assert_eq!(found[MOST_PROBLEMS].code, "pack-more-problems");
}

#[test]
fn a_place_is_short_and_on_one_line() {
    for (name, shown) in [
        ("x".repeat(64), "x".repeat(64)),
        ("X".repeat(65), "X".repeat(64)),
        ("a\nb".to_owned(), "a b".to_owned()),
    ] {
        let mut pack = smallest();
        pack["settings"][&name] = json!(7);
        let found = refused(&pack);
        assert_eq!(found[0].at, format!("settings/{shown}"), "{found:?}");
    }
}

#[test]
fn an_empty_list_of_a_setting_is_none_in_words() {
    let mut pack = with_grade();
    pack["settings"]["kinds"]["value"] = json!([]);
    let pack = Pack::load(&pack.to_string()).unwrap();
    let setting = pack.settings.iter().find(|setting| setting.id.as_str() == "kinds").unwrap();
    assert_eq!(pack.say_setting(&setting.value, Language::En), "none");
    assert_eq!(pack.say_setting(&setting.value, Language::Cy), "dim");
}

#[test]
fn parts_go_by_their_public_names() {
    for (name, part) in
        [("panel", Part::Panel), ("restricted", Part::Restricted), ("handling", Part::Handling)]
    {
        assert_eq!((Part::from_name(name), part.name()), (Some(part), name));
    }
    assert_eq!(Part::from_name("all"), None);
}

#[test]
fn flags_hang_together() {
    let flag = |extra: Value| {
        let mut flag = json!({"id": "raised", "text": text("Raised"), "part": "panel"});
        flag.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        flag
    };
    let check_flag = |extra: Value, expected: &[(&str, &str)]| check(&[("/flags/-", flag(extra))], expected);
    check_flag(json!({"when": {"is_yes": "asked"}}), &[]);
    check_flag(json!({}), &[("pack-wrong-kind", "flags/raised")]);
    check_flag(json!({"when": {"criterion": "gone"}}), &[("pack-unknown-name", "flags/raised")]);
    check_flag(json!({"each": "asked"}), &[("pack-misplaced", "flags/raised")]);
    check_flag(
        json!({"when": {"is_yes": "asked"}, "part": "all"}),
        &[("pack-unknown-name", "flags/raised/part")],
    );
    let twice = flag(json!({"when": {"is_yes": "asked"}}));
    check(&[("/flags/-", twice.clone()), ("/flags/-", twice)], &[("pack-twice", "flags/raised")]);
}

#[test]
fn every_problem_of_a_file_is_reported_at_once() {
    check(
        &[
            ("/version", GONE),
            ("/colour", json!(1)),
            ("/criteria/0/no/cy", GONE),
            ("/criteria/0/yes/en", json!("")),
            ("/criteria/0/source", json!("gone")),
            (
                "/criteria/0/rule",
                json!({"all": [{"is_yes": "one"}, {"is_yes": "two"}, {"nonsense": 1}, {"given": {"is": 1}}]}),
            ),
            ("/verdicts/0/when", json!({"any": [{"some": "nobody"}, {"criterion": "nothing"}]})),
            ("/verdicts/1/when", json!({"criterion": "met"})),
            ("/sections/0/stage", json!("later")),
            ("/sources/0/review", json!("soon")),
        ],
        &[
            ("pack-missing", "version"),
            ("pack-unknown-key", ""),
            ("pack-missing", "criteria/met/no/cy"),
            ("pack-text-missing", "criteria/met/yes/en"),
            ("pack-unknown-name", "criteria/met/rule/all/2"),
            ("pack-wrong-kind", "criteria/met/rule/all/3/given/is"),
            ("pack-missing", "criteria/met/rule/all/3/given/then"),
            ("pack-unknown-name", "criteria/met"),
            ("pack-unknown-name", "verdicts/no_referral/when/any/0/some"),
            ("pack-unknown-name", "verdicts/no_referral/when/any/1/criterion"),
            ("pack-misplaced", "verdicts"),
            ("pack-unknown-name", "sections/all/stage"),
            ("pack-wrong-kind", "sources/test/review"),
            ("pack-misplaced", "criteria/met/source"),
        ],
    );
}

/// Without a name the rest of the file is checked all the same.
#[test]
fn a_pack_without_a_name_is_checked_to_the_end() {
    check(
        &[("/id", GONE), ("/criteria/0/rule", json!({"is_yes": "askd"}))],
        &[("pack-missing", "id"), ("pack-unknown-name", "criteria/met")],
    );
    check(
        &[("/document", GONE), ("/criteria/0/rule", json!({"is_yes": "askd"}))],
        &[("pack-missing", "document"), ("pack-unknown-name", "criteria/met")],
    );
}

/// Two mistyped names in one list are two problems.
#[test]
fn every_name_of_a_list_is_checked() {
    let mut pack = with_grade();
    edit(&mut pack, "/settings/kinds/value", json!(["mett", "allso"]));
    edit(&mut pack, "/verdicts/1/when", json!({"some": {"setting": "kinds"}}));
    assert_eq!(refused(&pack).len(), 2, "{:?}", refused(&pack));
}

/// A list of doors may name only criteria that are yes or no, as `criterion` may.
#[test]
fn a_list_of_criteria_names_only_yes_or_no_ones() {
    let mut pack = with_grade();
    edit(&mut pack, "/settings/kinds/value", json!(["met", "held"]));
    edit(&mut pack, "/verdicts/1/when", json!({"some": {"setting": "kinds"}}));
    assert_ne!(refused(&pack), []);
}

/// A level without a number of months is a problem, not a criterion that silently goes missing.
#[test]
fn a_level_needs_a_number_of_months() {
    for (setting, level) in [("custody_soft_months", "soft"), ("custody_hard_months", "hard")] {
        let site = json!({
            "format": "pack/1", "id": "site", "version": "1", "extends": "default", "settings": {setting: null},
        });
        let found = places(&refused(&site));
        let at = format!("criteria/custody/graded/levels/{level}/after_months");
        assert!(found.contains(&("pack-wrong-kind", at)), "{setting}: {found:?}");
    }
}

/// The same where the criterion that went missing was the last: its place in a role must not point past the end.
#[test]
fn a_level_without_months_does_not_panic() {
    let mut pack = with_grade();
    let held = pack["criteria"].as_array_mut().unwrap().remove(1);
    edit(&mut pack, "/criteria/-", held);
    edit(&mut pack, "/criteria/2/graded/levels/1/after_months", json!({"setting": "months"}));
    edit(&mut pack, "/criteria/2/graded/levels/1/role", json!("soft"));
    edit(&mut pack, "/verdicts/0/when", json!({"some": "soft"}));
    edit(&mut pack, "/settings/months/value", json!(30));
    assert_eq!(refused(&pack), []);
    pack["settings"]["months"]["value"] = Value::Null;
    assert_ne!(refused(&pack), []);
}

/// A rule outside a group cannot see inside its entries, so it could never be known.
#[test]
fn a_criterion_may_not_name_a_fact_inside_a_group() {
    let mut group = question("people", "group");
    group["item"] = text("Person");
    group["questions"] = json!([question("inner", "yes_no")]);
    let pages = ("/sections/0/pages/-", page("group", vec![group]));
    check(std::slice::from_ref(&pages), &[]);
    check(
        &[pages.clone(), ("/criteria/0/rule", json!({"is_yes": "inner"}))],
        &[("pack-misplaced", "criteria/met")],
    );
    let flag = json!({"id": "raised", "text": text("Raised"), "part": "panel", "when": {"is_yes": "inner"}});
    check(&[pages, ("/flags/-", flag)], &[("pack-misplaced", "flags/raised")]);
}

/// `criterion` has a value only beside a verdict; in `asked_when` it would never be yes.
#[test]
fn asked_when_may_not_name_a_criterion() {
    let mut later = question("later", "yes_no");
    later["asked_when"] = json!({"criterion": "met"});
    check(&[(QUESTIONS, later)], &[("pack-misplaced", "sections/all/page/later/asked_when")]);
}

/// A flag cannot ask whether a graded criterion is yes.
#[test]
fn a_flag_may_not_name_a_graded_criterion() {
    let flag =
        json!({"id": "raised", "text": text("Raised"), "part": "panel", "when": {"criterion": "held"}});
    check_on(with_grade(), &[("/flags/-", flag)], &[("pack-misplaced", "flags/raised")]);
}

#[test]
fn sources_instruments_and_routes_are_named_once_and_hang_together() {
    let source = smallest()["sources"][0].clone();
    check(&[("/sources/-", source)], &[("pack-twice", "sources/test")]);
    let route = json!({
        "id": "somewhere", "title": text("Somewhere"), "text": text("Text"), "checked": "2026-01-01", "review": "2027-01-01",
        "for": ["no_referral", "need_information", "urgent"],
    });
    check(&[("/routes/-", route.clone())], &[]);
    let mut astray = route;
    astray["for"] = json!(["no_referal"]);
    check(&[("/routes/-", astray)], &[("pack-misplaced", "routes")]);
    let instrument = json!({"id": "list", "form": "asked", "items": {"a": 3}, "otherwise": 3, "yes": "asked", "not_known": "asked"});
    check(&[("/instruments/-", instrument)], &[("pack-misplaced", "instruments")]);
}

#[test]
fn extending() {
    let extend = |over: Value| {
        let mut pack = json!({"format": "pack/1", "id": "site", "version": "1", "extends": "default"});
        pack.as_object_mut().unwrap().extend(over.as_object().unwrap().clone());
        pack
    };
    assert_eq!(refused(&extend(json!({}))), []);
    for base in [json!("defualt"), json!(7), json!("site"), json!(null)] {
        let problems = refused(&extend(json!({"extends": base})));
        assert_eq!(places(&problems), [("pack-unknown", "extends".to_owned())]);
    }
    // A setting that cannot be read is missing where it is named.
    assert_eq!(
        places(&refused(&extend(json!({"settings": {"dash_line": "14"}}))))[0],
        ("pack-wrong-kind", "settings/dash_line/value".to_owned())
    );
    assert_eq!(places(&refused(&extend(json!({"settings": {"doors": ["dahs"]}}))))[0].0, "pack-unknown-name");
    assert_eq!(places(&refused(&extend(json!({"settings": {"minimum_agee": 18}}))))[0].0, "pack-wrong-kind");
}

/// A site adds a question and a criterion of its own in JSON alone, and it decides.
#[test]
fn a_site_adds_its_own_question_and_criterion() {
    let site = json!({
        "format": "pack/1", "id": "site", "version": "1.0.0", "extends": "default",
        "title": text("Site"), "about": text("About"),
        "sources": [{"id": "site", "title": text("Site protocol"), "checked": "2026-01-01", "review": "2027-01-01"}],
        "sections": [{"id": "person", "pages": [page("person_site", vec![question("linked_force", "yes_no")])]}],
        "criteria": [
            {
                "id": "linked", "role": "necessary", "label": text("Linked"), "rule": {"is_yes": "linked_force"},
                "no": text("No"), "yes": text("Yes"), "if_no": text("no"), "if_yes": text("yes"), "unknown": text("Unknown"),
                "who": text("Who"), "source": "site",
            },
        ],
    });
    let pack = Pack::load(&site.to_string()).unwrap_or_else(|problems| panic!("{problems:#?}"));
    assert_eq!(pack.criteria.len(), packs::named("default").criteria.len() + 1);
    let cases: Vec<Value> = serde_json::from_str(include_str!("../vignettes.json")).unwrap();
    let mut sheet = cases[0]["sheet"].clone();
    let mut decide = |answer: Option<&str>| {
        match answer {
            Some(answer) => sheet["answers"]["linked_force"] = json!(answer),
            None => drop(sheet["answers"].as_object_mut().unwrap().remove("linked_force")),
        }
        packs::result(&pack, &sheet)
    };
    assert_eq!(decide(Some("yes"))["outcome"], "refer");
    assert_eq!(decide(Some("no"))["outcome"], "not_eligible");
    assert_eq!(decide(Some("no"))["because"], json!(["linked"]));
    assert_eq!(decide(None)["outcome"], "need_information");
    assert_eq!(decide(Some("not_known"))["open"], json!(["linked"]));
    assert_eq!(decide(None)["possible"], json!(["not_eligible", "refer"]));
}

/// How many items the form has decides as soon as a line comes near it; the ten packs' line of 14 never does.
#[test]
fn a_site_with_a_higher_line_sees_the_length_of_the_form() {
    let site = json!({"format": "pack/1", "id": "site", "version": "1", "extends": "default", "settings": {"dash_line": 25}});
    let pack = Pack::load(&site.to_string()).unwrap();
    for (form, expected) in [("safelives_24", "no"), ("police_27", "unknown"), ("not_known", "unknown")] {
        let answers =
            json!({"dash_done": "yes", "dash_form": form, "dash_yes": 10, "dash_assessed_on": "2026-11-21"});
        let sheet =
            json!({"format": "answers/1", "pack": "site", "screened_on": "2026-11-21", "answers": answers});
        assert_eq!(packs::result(&pack, &sheet)["criteria"]["dash"], expected, "{form}");
    }
}

#[test]
fn the_digest_is_of_what_the_pack_says() {
    fn turned(value: &Value) -> String {
        match value {
            Value::Object(map) => {
                let entries: Vec<String> = map
                    .iter()
                    .rev()
                    .map(|(key, value)| format!("{} : {}", json!(key), turned(value)))
                    .collect();
                format!("{{\n{}}}", entries.join(",\n"))
            }
            Value::Array(list) => format!("[ {} ]", list.iter().map(turned).collect::<Vec<_>>().join(" , ")),
            scalar => scalar.to_string(),
        }
    }
    let source = builtin::source("default").unwrap();
    let turned = turned(&serde_json::from_str(source).unwrap());
    assert_eq!(Pack::load(&turned).unwrap().digest(), packs::named("default").digest());
    let digests: BTreeSet<&str> = packs::all().iter().map(|pack| pack.digest()).collect();
    assert_eq!(digests.len(), packs::all().len());
    // Written out whole, a pack that extends another is the same pack.
    for pack in packs::all() {
        assert_eq!(Pack::load(&pack.to_json()).unwrap().digest(), pack.digest());
    }
    for digest in digests {
        assert!(digest.len() == 64 && digest.bytes().all(|b| b.is_ascii_hexdigit()), "{digest}");
    }
    let mut other = smallest();
    let before = Pack::load(&other.to_string()).unwrap().digest().to_owned();
    edit(&mut other, "/criteria/0/no/cy", json!("Rhywbeth arall"));
    assert_ne!(Pack::load(&other.to_string()).unwrap().digest(), before);
}

/// Every wording of a pack, with its place.
fn texts(value: &Value, at: &str, found: &mut Vec<(String, String, String)>) {
    match value {
        Value::Object(map) => {
            if let (Some(en), Some(cy)) = (map.get("en"), map.get("cy")) {
                let owned = |text: &Value| text.as_str().unwrap().to_owned();
                found.push((at.to_owned(), owned(en), owned(cy)));
                return;
            }
            map.iter().for_each(|(key, value)| texts(value, &format!("{at}/{key}"), found));
        }
        Value::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                let step = value
                    .get("id")
                    .or(value.get("value"))
                    .and_then(Value::as_str)
                    .map_or(index.to_string(), str::to_owned);
                texts(value, &format!("{at}/{step}"), found);
            }
        }
        _ => {}
    }
}

fn all_texts() -> Vec<(String, String, String)> {
    let mut found = Vec::new();
    for name in builtin::names() {
        texts(&serde_json::from_str(builtin::source(name).unwrap()).unwrap(), name, &mut found);
    }
    assert!(found.len() > 500);
    found
}

#[test]
fn every_wording_is_in_both_languages_and_translated() {
    for (at, en, cy) in all_texts() {
        assert!(!en.trim().is_empty() && !cy.trim().is_empty(), "{at}");
        assert!(en.trim() == en && cy.trim() == cy, "{at}: space around");
        for words in [&en, &cy] {
            assert!(!words.contains("  ") && !words.chars().any(char::is_control), "{at}");
            assert!(!words.to_lowercase().contains("todo") && !words.contains('\u{fffd}'), "{at}");
        }
        // Names and abbreviations are the same in both; a sentence is not.
        if en.split_whitespace().count() >= 5 {
            assert_ne!(en, cy, "{at}");
        }
    }
}

/// The strongest wording is "meets the screening criteria for the panel". A panel decides.
#[test]
fn no_wording_claims_to_decide_or_predict() {
    const NEVER: [&str; 9] = [
        "eligible",
        "accepted",
        "is high risk",
        "ineligible",
        "approved",
        "rejected",
        "predict",
        "likelihood",
        "guarantee",
    ];
    let astray: Vec<String> = all_texts()
        .into_iter()
        .filter(|(_, en, _)| NEVER.iter().any(|never| en.to_lowercase().contains(never)))
        .map(|(at, en, _)| format!("{at}: {en}"))
        .collect();
    assert_eq!(astray, Vec::<String>::new());
}

#[test]
fn ten_packs_load_with_the_names_of_the_specification() {
    assert_eq!(builtin::names().collect::<Vec<_>>(), crate::support::reference::PACKS);
    for pack in packs::all() {
        assert!(pack.criteria.iter().any(|criterion| criterion.used));
        assert_eq!(
            pack.verdicts.iter().map(|verdict| verdict.id.as_str()).collect::<Vec<_>>(),
            ["not_eligible", "pause_for_safety", "panel_discussion", "refer"]
        );
        assert_eq!(pack.questions().count(), packs::named("default").questions().count());
    }
    assert_eq!(Pack::builtin("gone").unwrap_err()[0].code, "pack-unknown");
}

/// Figures without a published source are marked, and say so.
#[test]
fn proposed_figures_are_marked() {
    let pack = packs::named("default");
    let file: Value = serde_json::from_str(builtin::source("default").unwrap()).unwrap();
    let sources = file["sources"].as_array().unwrap();
    let proposals: BTreeSet<&str> = sources
        .iter()
        .filter(|source| source["proposed"] == true)
        .inspect(|source| {
            assert!(source["title"]["en"].as_str().unwrap().starts_with("Proposed by"), "{source}")
        })
        .map(|source| source["id"].as_str().unwrap())
        .collect();
    let proposed: BTreeSet<&str> =
        pack.settings.iter().filter(|s| s.proposed).map(|s| s.id.as_str()).collect();
    assert!(proposed.contains("fresh_days"));
    for setting in &pack.settings {
        assert_eq!(setting.proposed, proposals.contains(setting.source.as_str()), "{}", setting.id);
    }
}
