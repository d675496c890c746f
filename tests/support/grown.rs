//! Packs that grow without end, each in a way that a check could choke on.

use super::minimal::{self, criterion, page, question, smallest, text, words};
use serde_json::{Value, json};

fn verdict(id: &str, when: Value) -> Value {
    json!({"id": id, "when": when, "words": words(id)})
}

fn last() -> Value {
    json!({"id": "last", "words": words("last")})
}

fn is_yes(index: usize) -> Value {
    json!({"is_yes": format!("q{index}")})
}

fn questions(size: usize) -> Vec<Value> {
    (0..size).map(|index| question(&format!("q{index}"), "yes_no")).collect()
}

fn criteria(size: usize, role: &str, rule: impl Fn(usize) -> Value) -> Vec<Value> {
    (0..size)
        .map(|index| {
            let mut criterion = criterion(&format!("c{index}"), role, rule(index));
            criterion["direction"] = json!("towards");
            criterion
        })
        .collect()
}

fn every(role: &str) -> Vec<Value> {
    vec![verdict("no", json!({"not": {"every": role}})), last()]
}

fn marks(size: usize, kind: &str, operator: &str) -> Value {
    let mut question = question("s", kind);
    question["choices"] =
        (0..size).map(|index| json!({"value": format!("v{index}"), "label": text("V")})).collect();
    let rule = |index: usize| json!({operator: {"fact": "s", "values": [format!("v{index}")]}});
    minimal::pack(
        vec![question],
        criteria(size, "mark", rule),
        vec![verdict("no", json!({"some": "mark"})), last()],
    )
}

/// Packs that grow with a number, each in a way of its own.
pub fn pack(shape: &str, size: usize) -> Value {
    let one = |rule: Value| vec![criterion("c", "first", rule)];
    let of_c = || vec![verdict("v", json!({"criterion": "c"})), last()];
    match shape {
        "a criterion for each question" => {
            minimal::pack(questions(size), criteria(size, "first", is_yes), every("first"))
        }
        "criteria that are counted" => minimal::large(size, size),
        "one rule of all questions" => {
            let parts: Vec<Value> = (0..size).map(is_yes).collect();
            minimal::pack(questions(size), one(json!({"any": parts})), of_c())
        }
        "each criterion shares a question with the next" => {
            let rule = |index| json!({"all": [is_yes(index), is_yes(index + 1)]});
            minimal::pack(questions(size + 1), criteria(size, "first", rule), every("first"))
        }
        "each question hangs on the one before" => {
            let mut questions = questions(size);
            for (before, question) in questions.iter_mut().skip(1).enumerate() {
                question["asked_when"] = is_yes(before);
            }
            minimal::pack(questions, one(is_yes(size - 1)), of_c())
        }
        "each question hangs on the twenty before" => {
            let mut questions = questions(size);
            for (at, question) in questions.iter_mut().enumerate().skip(1) {
                let before: Vec<Value> = (at.saturating_sub(20)..at).map(is_yes).collect();
                question["asked_when"] = json!({"any": before});
            }
            minimal::pack(questions, one(is_yes(0)), of_c())
        }
        "blocks of eight questions" => {
            let part = |block: usize, at: usize| is_yes(block * 8 + at % 8);
            let rule = |index: usize| {
                let (block, first) = (index / 4, index % 4 * 2);
                let pair = |at: usize| json!({"all": [part(block, first + at), part(block, first + at + 1)]});
                json!({"any": [pair(0), pair(1), pair(2)]})
            };
            let blocks = size / 8;
            minimal::pack(questions(blocks * 8), criteria(blocks * 4, "first", rule), every("first"))
        }
        "lines on one count" => {
            let mut count = question("n", "count");
            (count["min"], count["max"]) = (json!(0), json!(size + 5));
            let rule = |index| json!({"at_least": {"fact": "n", "count": index + 1}});
            minimal::pack(vec![count], criteria(size, "first", rule), every("first"))
        }
        "a criterion for each value of a set" => marks(size, "set", "has_any"),
        "a criterion for each choice" => marks(size, "choice", "is_one_of"),
        "a long rule of few questions" => {
            let part = |at: usize| json!({"all": [is_yes(at % 8), is_yes((3 * at + 1) % 8)]});
            let parts: Vec<Value> = (0..size).map(part).collect();
            minimal::pack(questions(8), one(json!({"any": parts})), of_c())
        }
        "a tree of parts" => {
            fn tree(depth: usize, seed: usize) -> Value {
                match depth {
                    0 => is_yes(seed % 3),
                    _ => {
                        let operator = if depth.is_multiple_of(2) { "all" } else { "any" };
                        json!({operator: [tree(depth - 1, 2 * seed), tree(depth - 1, 2 * seed + 1)]})
                    }
                }
            }
            minimal::pack(questions(3), one(tree(size, 1)), of_c())
        }
        "questions that nothing reads" => {
            let mut pack = smallest();
            let pages = pack["sections"][0]["pages"].as_array_mut().unwrap();
            pages.push(page("more", questions(size)));
            pack
        }
        "roles named again and again" => {
            let mut pack = minimal::pack(questions(size), criteria(size, "first", is_yes), every("first"));
            let parts: Vec<Value> = (0..size).map(|_| json!({"every": "first"})).collect();
            pack["verdicts"][0]["when"] = json!({"any": parts});
            pack
        }
        "a variant that adds sources" => {
            let source = |index: usize| json!({"id": format!("s{index}"), "title": text("T"), "checked": "2026-01-01", "review": "2027-01-01"});
            json!({"extends": "default", "id": "large", "sources": (0..size).map(source).collect::<Vec<_>>()})
        }
        _ => panic!("{shape}"),
    }
}
