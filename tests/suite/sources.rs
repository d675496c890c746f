//! Law, figures and numbers in the words of the shipped pack: each stands on something that says where it comes from and when
//! somebody last looked, and what could not be confirmed is listed for the pack's owner.

use crate::support::minimal::{question, smallest, text};
use crate::support::packs;
use drive_screening::check;
use drive_screening::date::Date;
use drive_screening::pack::{Pack, builtin};
use drive_screening::site::Site;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Words of law, in small letters. "Act" is told by its capital.
const LAW: [&str; 33] = [
    "deddf",
    " gdpr",
    "schedule ",
    "atodlen ",
    "article ",
    "erthygl ",
    "regulations",
    "rheoliadau",
    " si 2",
    " os 2",
    "by law",
    "yn ôl y gyfraith",
    "statutory",
    "statudol",
    "common law",
    "gyfraith gyffredin",
    "clare's law",
    "gyfraith clare",
    "cyfraith clare",
    "disclosure scheme",
    "cynllun datgelu",
    "protection order",
    "protection notice",
    "orchymyn diogelu",
    "orchymyn amddiffyn",
    "hysbysiad diogelu",
    "non-molestation",
    "rhag molestu",
    "occupation order",
    "orchymyn anheddu",
    "restraining order",
    "behaviour order",
    "orchymyn ymddygiad",
];

/// What holds a number and states nothing, by what it stands on, and why.
const STATES_NOTHING: [(&str, &str); 10] = [
    ("dash_not_known", "how to answer"),
    ("dash_assessed_on", "how a day is typed"),
    ("risk_graded_on", "how a day is typed"),
    ("marac_heard_on", "how a day is typed"),
    ("last_other_victim_on", "how a day is typed"),
    ("next_hearing_on", "how a day is typed"),
    ("referral_completed_at", "how a time is typed"),
    ("incidents_page", "the months of `incidents_12m`, which names a source"),
    ("plan_routes", "a name alone; `other_dvds` names the source of the scheme"),
    ("incidents_list", "the months of `incidents_12m`, which names a source"),
];

/// A statement of law, a figure, a date or a phone number: any digit, or a word of law. A section of an Act has a number.
fn states(words: &str) -> bool {
    let is_act = |word: &str| word.trim_matches(|c: char| !c.is_alphabetic()) == "Act";
    let small = format!(" {} ", words.to_lowercase());
    words.contains(|c: char| c.is_ascii_digit())
        || words.split_whitespace().any(is_act)
        || LAW.iter().any(|law| small.contains(law))
}

/// What states something and names no source: the name of what it stands on, and the words.
fn unsourced(json: &Value, on: &str, sourced: bool, found: &mut Vec<(String, String)>) {
    match json {
        Value::Object(map) => {
            if let (Some(en), Some(cy)) = (map.get("en"), map.get("cy")) {
                let said = [en, cy].map(|words| words.as_str().unwrap());
                if !sourced && said.iter().any(|words| states(words)) {
                    found.push((on.to_owned(), said[0].to_owned()));
                }
                return;
            }
            let own = ["source", "sources", "checked"].iter().any(|key| map.contains_key(*key));
            // What has a name answers for itself; choices and acts stand on what they are of.
            let named = map.get("id").and_then(Value::as_str);
            let sourced = own || (sourced && named.is_none());
            for (key, value) in map {
                unsourced(value, if on.is_empty() { key } else { named.unwrap_or(on) }, sourced, found);
            }
        }
        Value::Array(list) => list.iter().for_each(|value| unsourced(value, on, sourced, found)),
        _ => {}
    }
}

/// Every text of the shipped pack that states law, a figure, a date or a number stands on a question, flag, contact, setting or
/// criterion that says where it comes from, or that somebody checked it.
#[test]
fn every_statement_of_law_and_every_number_names_its_source() {
    for name in builtin::names() {
        let mut whole = packs::whole(name);
        // What a nation has otherwise is read where it is laid over the rest.
        whole.as_object_mut().unwrap().remove("nations");
        let mut found = Vec::new();
        unsourced(&whole, "", false, &mut found);
        for (free, _) in STATES_NOTHING {
            assert!(found.iter().any(|(on, _)| on == free), "{free} needs no exception any more");
        }
        for nation in ["england", "wales"] {
            let site = json!({"format": "site/1", "pack": name, "nation": nation});
            let there = Site::read(Ok(&site.to_string())).pack(Err(0)).unwrap().to_json();
            unsourced(&serde_json::from_str(&there).unwrap(), "", false, &mut found);
        }
        let open: Vec<_> =
            found.iter().filter(|(on, _)| !STATES_NOTHING.iter().any(|(free, _)| free == on)).collect();
        assert!(open.is_empty(), "{name}: these name no source: {open:#?}");
    }
}

/// What is looked for is found, in both languages, and ordinary words are left alone.
#[test]
fn statements_are_told_from_other_words() {
    for statement in [
        "Ring 116 123",
        "Children Act 1989",
        "Deddf Plant 1989",
        "UK GDPR",
        "since February 2025",
        "Anyone under 18",
        "They must by law report it",
        "yn ôl y gyfraith",
        "A stalking protection order",
        "Gorchymyn rhag molestu",
        "Under Clare's Law",
        "gorchymyn diogelu rhag stelcio",
    ] {
        assert!(states(statement), "{statement}");
    }
    for words in [
        "The person acts",
        "Other ways to act today",
        "What the law already forbids",
        "Adran trwyddedu",
        "Breach of orders",
    ] {
        assert!(!states(words), "{words}");
    }
    let pack = json!({"sections": [{"id": "s", "questions": [
        {"id": "a", "hint": {"en": "Within 28 days", "cy": "O fewn 28 diwrnod"}, "sources": ["x"],
         "choices": [{"value": "one", "label": {"en": "Act 1", "cy": "Deddf 1"}}],
         "questions": [{"id": "b", "why": {"en": "Plain", "cy": "Yn ôl y gyfraith"}}]},
    ]}], "settings": {"n": {"label": {"en": "9 days", "cy": "9 diwrnod"}, "source": "x"}}});
    let mut found = Vec::new();
    unsourced(&pack, "", false, &mut found);
    assert_eq!(found, [("b".to_owned(), "Plain".to_owned())], "an entry's question answers for itself");
}

/// A source that nobody knows is told of where it is named; one that only words cite is not unused.
#[test]
fn words_cite_sources_that_there_are() {
    let mut pack = smallest();
    pack["sources"].as_array_mut().unwrap().push(json!({
        "id": "law", "title": text("An Act"), "checked": "2026-11-01", "review": "2027-11-01",
    }));
    let unused = |pack: &Value| {
        let (_, report) = check::check(&pack.to_string(), Date::parse("2026-11-21").unwrap()).unwrap();
        report
            .findings
            .iter()
            .any(|finding| finding.problem.code == "source-unused" && finding.problem.at == "sources/law")
    };
    assert!(unused(&pack));
    let mut asked = question("worded", "yes_no");
    asked["sources"] = json!(["law"]);
    let flag = json!({"id": "worded", "text": text("Worded"), "part": "panel", "when": {"is_yes": "asked"}, "sources": ["law"]});
    let (mut by_question, mut by_flag) = (pack.clone(), pack.clone());
    by_question["sections"][0]["pages"][0]["questions"].as_array_mut().unwrap().push(asked);
    by_flag["flags"] = json!([flag]);
    assert!(!unused(&by_question) && !unused(&by_flag));
    for (mut pack, at) in
        [(by_question, "sections/all/page/worded/sources"), (by_flag, "flags/worded/sources")]
    {
        pack["sources"].as_array_mut().unwrap().pop();
        let problems = Pack::load(&pack.to_string()).unwrap_err();
        packs::assert_said_well(&problems);
        assert_eq!(packs::places(&problems), [("pack-misplaced", at.to_owned())]);
    }
}

/// The names of a pack: what has an `id`, settings, and the values of choices.
fn names(json: &Value, names: &mut BTreeSet<String>) {
    match json {
        Value::Object(map) => {
            for key in ["id", "value"] {
                names.extend(map.get(key).and_then(Value::as_str).map(str::to_owned));
            }
            map.values().for_each(|value| self::names(value, names));
        }
        Value::Array(list) => list.iter().for_each(|value| self::names(value, names)),
        _ => {}
    }
}

/// What the pack's owner is asked to confirm is in the pack, and what says of itself that it was not confirmed is on the list.
#[test]
fn what_is_to_be_confirmed_is_there_and_all_of_it() {
    let page = include_str!("../../src/core/pack/to_confirm.md");
    let pack = packs::whole("default");
    let mut known = BTreeSet::new();
    names(&pack, &mut known);
    known.extend(pack["settings"].as_object().unwrap().keys().cloned());
    let rows: Vec<&str> = page.lines().filter(|line| line.starts_with("| ")).skip(1).collect();
    let mut listed = BTreeSet::new();
    for row in &rows {
        let ids: Vec<&str> = row.split('|').nth(2).unwrap().split('`').skip(1).step_by(2).collect();
        assert!(!ids.is_empty(), "{row} names nothing");
        for id in ids {
            assert!(known.contains(id), "{id} is not in the pack");
            listed.insert(id);
        }
    }
    assert!(rows.len() > 12, "{}", rows.len());
    for source in pack["sources"].as_array().unwrap() {
        let title = source["title"]["en"].as_str().unwrap();
        if ["not read", "not found", "opening"].iter().any(|doubt| title.contains(doubt)) {
            let id = source["id"].as_str().unwrap();
            assert!(listed.contains(id), "{id} is not on the list");
        }
    }
}
