//! The JSON Schemas in `src/core/pack/schema`: built from types, in step with the files, and in step with what the program
//! takes: whatever is sound they accept, and what the loader calls wrong in shape they refuse.
//!
//! `UPDATE_SCHEMAS=1 cargo test --test suite schemas::` writes the files anew; read the difference before it is kept.

mod build;
mod messages;
mod shapes;
mod site;
mod types;

use crate::support::{minimal, packs};
use drive_screening::answers::AnswerSheet;
use drive_screening::check;
use drive_screening::date::Date;
use drive_screening::embed::{Message, prefilled};
use drive_screening::interview::{Form, Interview};
use drive_screening::pack::{Part, Stage, builtin};
use drive_screening::problem::Problem;
use drive_screening::screening::{result_json, screen};
use drive_screening::site::Site;
use drive_screening::words::Language;
use jsonschema::Validator;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::sync::OnceLock;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/core/pack/schema");

const TYPES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/web/js/types.d.ts");

/// The validator of a schema, by the name of its file.
fn schema(name: &str) -> &'static Validator {
    static VALIDATORS: OnceLock<Vec<(&str, Validator)>> = OnceLock::new();
    let all = VALIDATORS.get_or_init(|| {
        build::all()
            .into_iter()
            .chain(build::messages())
            .map(|(name, json)| (name, jsonschema::validator_for(&json).unwrap()))
            .collect()
    });
    &all.iter().find(|(known, _)| *known == name).unwrap().1
}

#[track_caller]
fn accepted(name: &str, json: &Value) {
    let errors: Vec<String> =
        schema(name).iter_errors(json).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert_eq!(errors, Vec::<String>::new(), "{name}");
}

fn day() -> Date {
    Date::parse("2026-11-21").unwrap()
}

fn vignettes() -> Vec<Value> {
    serde_json::from_str(include_str!("../../vignettes.json")).unwrap()
}

fn source(name: &str) -> Value {
    serde_json::from_str(builtin::source(name).unwrap()).unwrap()
}

#[test]
fn the_files_are_as_built() {
    let mut stale = Vec::new();
    for (name, json) in build::all() {
        let path = format!("{FOLDER}/{name}.schema.json");
        let built = format!("{}\n", serde_json::to_string_pretty(&json).unwrap());
        if std::env::var_os("UPDATE_SCHEMAS").is_some() {
            std::fs::write(&path, &built).unwrap();
        }
        if std::fs::read_to_string(&path).ok().as_deref() != Some(&built) {
            stale.push(name);
        }
    }
    assert!(stale.is_empty(), "stale: {stale:?}; run with UPDATE_SCHEMAS=1 and read the difference");
}

/// The types for whoever embeds the page or calls the engine.
#[test]
fn the_types_are_as_built() {
    let built = types::declarations(build::public());
    if std::env::var_os("UPDATE_SCHEMAS").is_some() {
        std::fs::write(TYPES, &built).unwrap();
    }
    let same = std::fs::read_to_string(TYPES).ok().as_deref() == Some(&built);
    assert!(same, "types.d.ts is stale; run with UPDATE_SCHEMAS=1 and read the difference");
}

/// What is said to whoever embeds the page is of the shapes that the types come from.
#[test]
fn messages_are_of_their_types() {
    let pack = packs::named("default");
    let languages = [Language::En, Language::Cy];
    let detail = |message: Message<'_>| {
        let mut said = Value::from(message.to_json());
        said.as_object_mut().unwrap().remove("type").unwrap();
        said
    };
    accepted("Ready", &detail(Message::Ready(pack, &languages)));
    accepted("Document", &detail(Message::Document(Part::Restricted, "a.pdf", "application/pdf")));
    accepted("Closed", &detail(Message::Closed(Some("https://a.example/"))));
    let problems = prefilled(pack, "", "{", drive_screening::date::Date::EARLIEST).unwrap_err();
    accepted("Prefilled", &detail(Message::Prefilled(&problems)));
    for case in vignettes() {
        let pack = packs::named(case["sheet"]["pack"].as_str().unwrap());
        let answers = packs::answers(pack, &case["sheet"]);
        let (form, outcome) = (Form::from_answers(&answers), screen(pack, &answers));
        accepted("Outcome", &detail(Message::Outcome(pack, &outcome)));
        for stage in [Stage::Screening, Stage::Referral] {
            accepted(
                "Progress",
                &detail(Message::Progress(Interview {
                    pack,
                    form: &form,
                    answers: &answers,
                    outcome: &outcome,
                    stage,
                })),
            );
        }
    }
    let (pack, report) = check::check(builtin::source("min16").unwrap(), day()).unwrap();
    let mut said = report.summary(&pack);
    said["findings"] = report.findings.iter().map(|finding| finding.to_json(Language::Cy)).collect();
    accepted("Report", &said);
}

#[test]
fn all_that_is_sound_is_accepted() {
    for name in builtin::names() {
        accepted("pack", &source(name));
    }
    accepted("pack", &minimal::smallest());
    accepted("pack", &minimal::large(12, 5));
    accepted("pack", &everything());
    assert_eq!(wrong_in_shape(&everything(), ""), None);
    for case in vignettes() {
        accepted("answers", &case["sheet"]);
        accepted("answers-default", &case["sheet"]);
        let pack = packs::named(case["sheet"]["pack"].as_str().unwrap());
        let answers = packs::answers(pack, &case["sheet"]);
        accepted("result", &result_json(pack, &screen(pack, &answers)).into());
    }
    for golden in
        [include_str!("../../golden/refer.sheet.json"), include_str!("../../golden/undecided.sheet.json")]
    {
        let sheet: Value = serde_json::from_str(golden).unwrap();
        accepted("answers", &sheet);
        accepted("answers-default", &sheet);
    }
}

/// A small sound pack with every key that a pack may have.
fn everything() -> Value {
    use minimal::{criterion, graded, page, question, text, words};
    let with = |mut question: Value, keys: Value| {
        question.as_object_mut().unwrap().extend(keys.as_object().unwrap().clone());
        question
    };
    let choices = json!([{"value": "one", "label": text("One"), "hint": text("Hint")}, {"value": "two", "label": text("Two")}]);
    let group = with(
        question("people", "group"),
        json!({
            "item": text("Person"), "name_by": ["person_name"], "at_least": 1,
            "questions": [
                question("person_withheld", "yes_no"),
                with(question("person_name", "text"), json!({"asked_unless": {"is_yes": "person_withheld"}})),
            ],
        }),
    );
    let common = json!({
        "hint": text("Hint"), "why": text("Why"), "who": text("Who"), "must_be_known": true, "before_result": true, "speed": "core",
        "with": "all", "withheld_with": "person_withheld", "asked_when": {"is_yes": "plain"},
        "sources": ["test"],
    });
    let questions = vec![
        with(question("plain", "yes_no"), json!({"yes": text("There is"), "no": text("There is not")})),
        with(question("choice", "choice"), json!({"choices": choices})),
        with(question("set", "set"), json!({"choices": choices})),
        with(
            question("counted", "count"),
            json!({"min": 0, "max": 9, "usual": {"min": 1, "max": 8, "source": "test"}}),
        ),
        with(question("not_counted", "count"), json!({"min": 0, "max": 9})),
        with(question("counted_no", "count"), json!({"min": 0, "max": 9})),
        with(
            question("day", "date"),
            json!({
                "future": true, "usual": {"max": 99, "source": "test"}, "not_after": [{"months_ago": 0}],
                "not_before": [
                    {"day": "2003-04-01", "source": "test"}, {"fact": "other_day", "when": {"is_yes": "plain"}},
                    {"months_ago": 12, "when": {"is_yes": "plain"}},
                ],
            }),
        ),
        question("other_day", "date"),
        with(question("line", "text"), common),
        with(question("lines", "long_text"), json!({"written_as": "with_times"})),
    ];
    let rule = json!({"any": [
        {"all": [{"not": {"is_yes": "plain"}}, {"setting": "switch"}]},
        {"is_one_of": {"fact": "choice", "values": ["one"]}},
        {"has_any": {"fact": "set", "values": {"setting": "list"}}},
        {"at_least": {"fact": "counted", "count": {"setting": "number"}}},
        {"age_at_least": {"date_of_birth": "day", "age": "counted", "years": 5}},
        {"within": {"date": "day", "months": 3}},
        {"within": {"date": "day", "years": 3}},
        {"fresh": {"date": "day", "days": 90}},
        {"count_reaches": {"instrument": "tool", "line": 4}},
        {"text_given": "line"},
        {"given": {"is": {"is_yes": "plain"}, "then": {"yes_or_not_yet": {"is_yes": "plain"}}}},
    ]});
    let mut pack = minimal::pack(
        questions,
        vec![
            with(criterion("a", "door", rule), json!({"direction": "away"})),
            criterion("b", "door", json!({"is_yes": "plain"})),
            with(
                graded("held", "hold", "plain", "day", &[("near", 3, "soft"), ("far", 24, "hard")]),
                json!({"direction": "towards"}),
            ),
        ],
        vec![
            json!({"id": "no", "words": words("No"), "when": {"any": [
                {"all": [{"not": {"criterion": "a"}}, {"criterion": "b"}, {"setting": "switch"}]}, {"every": "hard"}, {"some": {"setting": "doors"}},
                {"at_least": {"count": 2, "of": [{"criterion": "a"}, {"criterion": "b"}]}},
            ]}}),
            with(
                json!({"id": "yes", "words": words("Yes")}),
                json!({"refined": {"id": "finer", "only": "a", "among": {"setting": "doors"}, "words": words("Finer")}}),
            ),
        ],
    );
    pack["verdicts"][1]["words"]["refers"] = json!(true);
    pack["sources"][0]["proposed"] = json!(false);
    let setting =
        |value: Value| json!({"label": text("Setting"), "value": value, "source": "test", "proposed": true});
    pack["settings"] = json!({
        "number": setting(json!(3)), "none": setting(json!(null)), "switch": setting(json!(true)),
        "list": setting(json!(["one"])), "doors": setting(json!(["a", "b"])),
    });
    pack["instruments"] = json!([{"id": "tool", "form": "choice", "items": {"one": 9}, "otherwise": 9, "yes": "counted", "not_known": "not_counted", "no": "counted_no"}]);
    pack["flags"] = json!([
        {"id": "each", "each": "set", "text": text("Each"), "part": "panel"},
        {"id": "ruled", "text": text("Ruled"), "act": text("Act"), "urgent": true, "part": "handling",
            "when": {"all": [{"stale": {"date": "day", "days": 90}}, {"ages_differ": {"date_of_birth": "day", "age": "counted"}}, {"criterion": "a"}]}, "unless": {"is_yes": "plain"}},
        {"id": "unless", "text": text("Unless"), "part": "restricted", "unless": {"is_yes": "plain"}},
    ]);
    pack["routes"] = json!([{"id": "route", "title": text("Route"), "contact": "999", "text": text("Route"), "hours": text("Hours"),
        "checked": "2026-01-01", "review": "2027-01-01", "for": ["urgent", "no"]}]);
    pack["sections"][0]["not_known_reason"] = json!("lines");
    pack["sections"][0]["pages"].as_array_mut().unwrap().push(page("people_page", vec![group]));
    let case = json!({"id": "one", "title": text("One"), "screened_on": "2026-11-21", "answers": {"plain": "no"},
        "expect": {"outcome": "no", "open": [], "possible": ["no"], "flags": ["unless"]}});
    pack["cases"] = json!([case]);
    pack
}

/// Every place in a pack, one of each kind: the same keys with any number or name between.
fn places(json: &Value) -> Vec<String> {
    fn walk(json: &Value, at: &str, kind: &str, seen: &mut BTreeSet<String>, places: &mut Vec<String>) {
        if !seen.insert(kind.to_owned()) {
            return;
        }
        places.push(at.to_owned());
        match json {
            Value::Object(map) => {
                for (key, value) in map {
                    let named = kind == "/settings" || kind.ends_with("/items") || kind.ends_with("/answers");
                    let step = if named { "*" } else { key.as_str() };
                    walk(value, &format!("{at}/{key}"), &format!("{kind}/{step}"), seen, places);
                }
            }
            Value::Array(values) => {
                for (index, value) in values.iter().enumerate() {
                    // What stands in a list is of the kind that its own keys make it.
                    let keys: Vec<&str> = value
                        .as_object()
                        .map(|map| map.keys().map(String::as_str).collect())
                        .unwrap_or_default();
                    let word = value["kind"].as_str().unwrap_or_default();
                    let keys = if kind.ends_with("questions") { word.to_owned() } else { keys.join("+") };
                    walk(value, &format!("{at}/{index}"), &format!("{kind}/[{keys}]"), seen, places);
                }
            }
            _ => {}
        }
    }
    let mut places = Vec::new();
    walk(json, "", "", &mut BTreeSet::new(), &mut places);
    places.retain(|place| !place.is_empty());
    places
}

/// A pointer as problems name the place: things in lists by their id.
fn problem_place(pack: &Value, pointer: &str) -> String {
    let mut at = Vec::new();
    let mut json = pack;
    for step in pointer.split('/').skip(1) {
        json = match json {
            Value::Array(values) => {
                let value = &values[step.parse::<usize>().unwrap()];
                at.push(value["id"].as_str().map_or(step.to_owned(), str::to_owned));
                value
            }
            other => {
                at.push(step.to_owned());
                &other[step]
            }
        };
    }
    at.join("/")
}

/// What the program says is wrong in shape, by place: what a schema can say too.
fn wrong_in_shape(pack: &Value, place: &str) -> Option<Vec<String>> {
    const SHAPE: [&str; 7] = [
        "pack-missing",
        "pack-unknown-key",
        "pack-wrong-kind",
        "pack-text-missing",
        "pack-format",
        "direction-unknown",
        "case-unreadable",
    ];
    let findings =
        |findings: Vec<check::Finding>| findings.into_iter().map(|finding| finding.problem).collect();
    // A whole check takes long; what it reads of a pack beyond the loader is these.
    let problems: Vec<Problem> = match check::run_cases(&pack.to_string()) {
        Ok(_) if place.ends_with("/direction") => {
            findings(check::check(&pack.to_string(), day()).unwrap().1.findings)
        }
        Ok(cases) => findings(cases.into_iter().flat_map(|case| case.findings).collect()),
        Err(problems) => problems,
    };
    let codes = ["pack-", "sheet-", "case-", "direction-unknown"];
    let wrong = problems.iter().any(|problem| codes.iter().any(|code| problem.code.starts_with(code)));
    wrong.then(|| problems.iter().filter(|p| SHAPE.contains(&p.code)).map(|p| p.at.clone()).collect())
}

/// One thing at a time is taken away, added or replaced, at every kind of place. The schema refuses nothing that the
/// program takes, and takes nothing that the program calls wrong in shape at that place.
#[test]
fn the_schema_of_packs_is_in_step_with_the_loader() {
    let sound = everything();
    let (mut tried, mut refused_by_both) = (0, 0);
    let mut astray = Vec::new();
    for place in places(&sound) {
        let old = sound.pointer(&place).unwrap().clone();
        let mut changed: Vec<(Value, String)> = Vec::new();
        let replace = |value: Value| {
            let mut pack = sound.clone();
            *pack.pointer_mut(&place).unwrap() = value;
            (pack, place.clone())
        };
        for other in [json!(null), json!(true), json!(-1), json!(" "), json!([]), json!({})] {
            if other != old {
                changed.push(replace(other));
            }
        }
        if old.is_object() {
            let mut more = old.clone();
            more["unheard_of"] = json!(1);
            changed.push(replace(more));
        }
        let (parent, key) = place.rsplit_once('/').unwrap();
        let mut without = sound.clone();
        let parent_json = if parent.is_empty() { &mut without } else { without.pointer_mut(parent).unwrap() };
        if parent_json.as_object_mut().is_some_and(|map| map.remove(key).is_some()) {
            changed.push((without, place.clone()));
        }
        for (pack, place) in changed {
            tried += 1;
            let refused = !schema("pack").is_valid(&pack);
            let program = wrong_in_shape(&pack, &place);
            refused_by_both += usize::from(refused && program.is_some());
            let here = problem_place(&sound, &place);
            let (above, _) = here.rsplit_once('/').unwrap_or(("", ""));
            let in_shape = program.as_ref().is_some_and(|places| {
                places.iter().any(|at| *at == here || at.starts_with(&format!("{here}/")) || at == above)
            });
            let by_name = here.starts_with("settings/") && here.ends_with("/value");
            if (refused && program.is_none()) || (in_shape && !refused && !by_name) {
                let shown = pack.pointer(&place).map_or("gone".to_owned(), |json| json.to_string());
                astray.push(format!(
                    "{place} = {:.60}: schema refuses: {refused}, program: {program:?}",
                    shown
                ));
            }
        }
    }
    assert!(tried > 3_000 && refused_by_both > 2_500, "{tried}, {refused_by_both}");
    assert!(astray.is_empty(), "{} of {tried} astray:\n{}", astray.len(), astray.join("\n"));
}

#[test]
fn the_schemas_of_sheets_are_in_step_with_the_reader() {
    let sheet = |answers: Value| json!({"format": "answers/1", "pack": "default", "screened_on": "2026-11-21", "answers": answers});
    let read = |sheet: &Value| {
        AnswerSheet::from_json(sheet.clone()).and_then(|read| read.read(packs::named("default"))).is_ok()
    };
    // What no schema of one answer can say: which day is later, which days there are, how counts fit together.
    for answers in [
        json!({"marac_heard_on": "2027-01-01"}),
        json!({"dash_assessed_on": "2026-02-30"}),
        json!({"dash_form": "safelives_24", "dash_yes": 20, "dash_not_known": 20}),
    ] {
        assert!(!read(&sheet(answers.clone())));
        accepted("answers-default", &sheet(answers));
    }
    let pack = packs::named("default");
    let values = [
        json!(null),
        json!(true),
        json!("yes"),
        json!("no"),
        json!("not_known"),
        json!("maybe"),
        json!(""),
        json!(0),
        json!(13),
        json!(-1),
        json!(1.5),
        json!(1_000_000),
        json!("2026-11-01"),
        json!("2026-1-1"),
        json!("21/11/2026"),
        json!([]),
        json!(["stalking"]),
        json!(["yes"]),
        json!([{}]),
        json!([{"unheard_of": 1}]),
        json!({}),
        json!("partner"),
        json!("x".repeat(501)),
        json!(vec![json!({}); 201]),
    ];
    for (_, question) in pack.questions() {
        for value in &values {
            let sheet = sheet(json!({question.id.as_str(): value}));
            let sound = read(&sheet);
            assert_eq!(schema("answers-default").is_valid(&sheet), sound, "{}: {value:.60}", question.id);
            // The schema for all packs knows no questions, so it takes more, never less.
            assert!(!sound || schema("answers").is_valid(&sheet), "{}: {value:.60}", question.id);
        }
    }
    for envelope in [
        json!([]),
        json!({}),
        json!({"format": "answers/2", "pack": "default", "screened_on": "2026-11-21", "answers": {}}),
        json!({"format": "answers/1", "pack": 1, "screened_on": "2026-11-21", "answers": {}}),
        json!({"format": "answers/1", "pack": "default", "screened_on": "today", "answers": {}}),
        json!({"format": "answers/1", "pack": "default", "screened_on": "2026-11-21", "answers": []}),
        json!({"format": "answers/1", "pack": "default", "screened_on": "2026-11-21", "answers": {}, "more": 1}),
        sheet(json!({"unheard_of": "yes"})),
        sheet(json!({"in_area": {"yes": 1}})),
    ] {
        assert!(!read(&envelope), "{envelope}");
        assert!(!schema("answers-default").is_valid(&envelope), "{envelope}");
    }
}

#[test]
fn results_of_another_shape_are_refused() {
    let pack = packs::named("default");
    let sheet = json!({"format": "answers/1", "pack": "default", "screened_on": "2026-11-21", "answers": {"in_area": "no"}});
    let sound = packs::result(pack, &sheet);
    accepted("result", &sound);
    let keys: Vec<String> = sound.as_object().unwrap().keys().cloned().collect();
    for key in keys {
        let mut without: Map<String, Value> = sound.as_object().unwrap().clone();
        without.remove(&key);
        assert!(!schema("result").is_valid(&Value::Object(without)), "without {key}");
        let mut wrong = sound.clone();
        wrong[&key] = json!(7);
        assert!(!schema("result").is_valid(&wrong), "wrong {key}");
    }
    let mut more = sound.clone();
    more["more"] = json!(1);
    assert!(!schema("result").is_valid(&more));
}

#[test]
fn sites_are_taken_and_refused_alike() {
    let own = json!({
        "format": "site/1", "pack": "pack.json", "name": {"en": "Our Town", "cy": "Ein Tref"}, "languages": ["cy", "en"],
        "marking": {"en": "A", "cy": "B"}, "panel": {"en": "A", "cy": "B"}, "exit": "http://www.example.org/",
        "routes": [{"id": "police", "contact": "101"}, {"id": "emergency", "hours": {"en": "Now", "cy": "Nawr"}}],
        "recipients": [
            {"name": "Somebody", "key": format!("age1{}", "q".repeat(58)), "parts": ["panel", "restricted"]},
            {"name": "The safe", "key": format!("age1{}", "p".repeat(58)), "recovery": true},
        ],
        "receipt_days": 3, "receipt_phone": "01632 960004",
        "embed": ["https://intranet.example:8443"],
    });
    let source = builtin::source("default").unwrap();
    let taken = |site: &Value| Site::read(Ok(&site.to_string())).pack(Ok(source)).is_ok();
    let shipped: Value = serde_json::from_str(include_str!("../../../site.json")).unwrap();
    for site in [&own, &shipped] {
        assert!(taken(site), "{site}");
        accepted("site", site);
    }
    // Anything else in the place of any value, and any value left out or added.
    let mut tried = 0;
    for place in places(&own) {
        for other in [json!(null), json!("b b"), json!([]), json!([7]), json!({"x": 1})] {
            let mut site = own.clone();
            *site.pointer_mut(&place).unwrap() = other;
            assert_eq!(taken(&site), schema("site").is_valid(&site), "{place}: {site}");
            tried += 1;
        }
    }
    assert!(tried > 140, "{tried}");
}
