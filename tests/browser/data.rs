//! Answers and files that tests share.

use drive_screening::pack::{Kind, Pack, Question};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Words that locate a victim-survivor: they may stand in Part B and nowhere else.
pub(crate) const CANARY: &str = "41 Canary Row";

/// Every fact a control may be named by, and whether "not known" is offered there.
pub(crate) fn facts() -> &'static BTreeMap<String, bool> {
    static FACTS: LazyLock<BTreeMap<String, bool>> = LazyLock::new(|| {
        let mut facts = BTreeMap::new();
        let mut add = |question: &Question| {
            facts.insert(question.id.as_str().to_owned(), question.offers_not_known());
        };
        for (_, question) in Pack::builtin("default").unwrap().questions() {
            add(question);
            if let Kind::Group(group) = &question.kind {
                group.questions.iter().for_each(&mut add);
            }
        }
        facts
    });
    &FACTS
}

/// The answers of an object.
pub(crate) fn answers(object: Value) -> Map<String, Value> {
    object.as_object().expect("an object").clone()
}

/// An entry for a victim-survivor, with an address that goes to Part B or, if `withheld`, nowhere.
pub(crate) fn victim(withheld: bool) -> Map<String, Value> {
    answers(json!({
        "victim_name": "Robin Example",
        "victim_relationship": "ex_partner",
        "victim_address": CANARY,
        "victim_address_withhold": if withheld { "yes" } else { "no" },
        "victim_safe_phone": "01632 960001",
        "victim_fears": "He will find the new flat.",
    }))
}
