//! The logical operators against an outside oracle: the truth tables of the Clinical Quality Language, an HL7 standard
//! whose `null` is unknown (CQL Release 1, Appendix B "CQL Reference", section "Logical Operators": And, Implies, Not,
//! Or, Xor; <https://cql.hl7.org/09-b-cqlreference.html#logical-operators-3>). The tables are below as data; each row is decided end to end, from an answer sheet to a criterion.

use crate::support::{minimal, packs};
use drive_screening::pack::Pack;
use serde_json::{Map, Value, json};

/// In the order of the rows and columns of every table.
const VALUES: [&str; 3] = ["true", "false", "null"];

/// A row for each left value, a column for each right one.
type Table = [[&'static str; 3]; 3];

const AND: Table = [["true", "false", "null"], ["false", "false", "false"], ["null", "false", "null"]];
const OR: Table = [["true", "true", "true"], ["true", "false", "null"], ["true", "null", "null"]];
const XOR: Table = [["false", "true", "null"], ["true", "false", "null"], ["null", "null", "null"]];
const IMPLIES: Table = [["true", "false", "null"], ["true", "true", "true"], ["true", "null", "null"]];
const NOT: [&str; 3] = ["false", "true", "null"];

/// CQL's words for the answers to a yes/no question, and for what a criterion comes to.
fn answer(value: &str) -> Option<&'static str> {
    match value {
        "true" => Some("yes"),
        "false" => Some("no"),
        _ => None,
    }
}

/// What a rule over the facts `a` and `b` comes to, with `unknown` either not asked or asked and not known.
fn decide(rule: &Value, left: &str, right: &str, unknown: Option<&str>) -> Value {
    let pack = minimal::pack(
        vec![minimal::question("a", "yes_no"), minimal::question("b", "yes_no")],
        vec![minimal::criterion("rule", "first", rule.clone())],
        vec![
            json!({"id": "one", "when": {"criterion": "rule"}, "words": minimal::words("One")}),
            json!({"id": "other", "words": minimal::words("Other")}),
        ],
    );
    let pack = Pack::load(&pack.to_string()).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let mut answers = Map::new();
    for (fact, value) in [("a", left), ("b", right)] {
        if let Some(value) = answer(value).or(unknown) {
            answers.insert(fact.to_owned(), json!(value));
        }
    }
    let sheet =
        json!({"format": "answers/1", "pack": "small", "screened_on": "2026-11-21", "answers": answers});
    packs::result(&pack, &sheet)["criteria"]["rule"].clone()
}

#[test]
fn the_operators_are_those_of_cql() {
    let (a, b) = (json!({"is_yes": "a"}), json!({"is_yes": "b"}));
    let not = |part: &Value| json!({"not": part});
    let rules = [
        ("and", json!({"all": [a, b]}), AND),
        ("or", json!({"any": [a, b]}), OR),
        ("implies", json!({"any": [not(&a), b]}), IMPLIES),
        ("xor", json!({"any": [{"all": [a, not(&b)]}, {"all": [not(&a), b]}]}), XOR),
        ("not", not(&a), NOT.map(|value| [value; 3])),
    ];
    for (name, rule, table) in rules {
        for (left, row) in VALUES.iter().zip(table) {
            for (right, expected) in VALUES.iter().zip(row) {
                for unknown in [None, Some("not_known")] {
                    let expected = answer(expected).unwrap_or("unknown");
                    assert_eq!(decide(&rule, left, right, unknown), expected, "{left} {name} {right}");
                }
            }
        }
    }
}

/// `given` is no operator of CQL: it is `and` but that nothing is settled while its condition is unknown.
#[test]
fn given_is_and_that_waits_for_its_condition() {
    let rule = json!({"given": {"is": {"is_yes": "a"}, "then": {"is_yes": "b"}}});
    for (left, row) in VALUES.iter().zip(AND) {
        for (right, and) in VALUES.iter().zip(row) {
            let expected = if *left == "null" { "unknown" } else { answer(and).unwrap_or("unknown") };
            assert_eq!(decide(&rule, left, right, None), expected, "{left} given {right}");
        }
    }
}
