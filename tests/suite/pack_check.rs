//! What packs prove about themselves: every finding has a pack that shows it and one that does not; what a check says
//! of verdicts and criteria, and what a comparison counts, is what going through everything says.

use crate::support::minimal::{self, criterion, question, smallest, text, words};
use crate::support::packs::{self, assert_said_well};
use drive_screening::answers::{Answer, AnswerSheet, Answers, Value as Known};
use drive_screening::check::{self, Finding, Report, Severity};
use drive_screening::date::Date;
use drive_screening::diff::{self, Example};
use drive_screening::pack::compiled::ValueSet;
use drive_screening::pack::well_known::{Sought, WELL_KNOWN};
use drive_screening::pack::{FactId, Pack, builtin};
use drive_screening::screening::{criteria, screen};
use drive_screening::words::Language;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

const DAY: &str = "2026-11-21";

fn day() -> Date {
    Date::parse(DAY).unwrap()
}

fn check_on(pack: &Value, day: Date) -> (Pack, Report) {
    match check::check(&pack.to_string(), day) {
        Ok(checked) => checked,
        Err(problems) => panic!("{pack}\n{problems:#?}"),
    }
}

fn check(pack: &Value) -> (Pack, Report) {
    check_on(pack, day())
}

fn findings<'a>(report: &'a Report, code: &str) -> Vec<&'a Finding> {
    report.findings.iter().filter(|finding| finding.problem.code == code).collect()
}

/// The first pack has exactly one such finding, there and of that weight; the second has none.
#[track_caller]
fn shows(code: &str, at: &str, severity: Severity, shown: &Value, mended: &Value) -> Finding {
    let (_, report) = check(shown);
    let found = findings(&report, code);
    assert_eq!(found.len(), 1, "{code}: {:#?}", report.findings);
    assert_eq!((found[0].problem.at.as_str(), found[0].severity), (at, severity), "{code}");
    assert_said_well(std::slice::from_ref(&found[0].problem));
    let (_, after) = check(mended);
    assert_eq!(findings(&after, code), Vec::<&Finding>::new(), "{code}: the mended pack");
    found[0].clone()
}

/// The outcome of an example sheet.
fn outcome(pack: &Value, sheet: &Value) -> String {
    let pack = Pack::load(&pack.to_string()).unwrap();
    let answers = AnswerSheet::from_json(sheet.clone()).unwrap().read(&pack).unwrap();
    screen(&pack, &answers).name
}

fn count(id: &str, min: u32, max: u32) -> Value {
    let mut count = question(id, "count");
    count["min"] = json!(min);
    count["max"] = json!(max);
    count
}

fn verdict(id: &str, when: Value) -> Value {
    json!({"id": id, "when": when, "words": words(id)})
}

fn last(id: &str) -> Value {
    json!({"id": id, "words": words(id)})
}

/// Questions `a`, `b` (yes/no) and `n` (0 to 10); criteria `a`, `b` and those given; these verdicts before `last`.
fn pack(more: Vec<Value>, verdicts: Vec<Value>) -> Value {
    let questions = vec![question("a", "yes_no"), question("b", "yes_no"), count("n", 0, 10)];
    let mut criteria = vec![
        criterion("a", "first", json!({"is_yes": "a"})),
        criterion("b", "first", json!({"is_yes": "b"})),
    ];
    criteria.extend(more);
    minimal::pack(questions, criteria, verdicts.into_iter().chain([last("last")]).collect())
}

/// A pack whose `last` has a finer outcome: of `a`, `b` and `c`, which is both, this one alone is yes.
fn refined(only: &str) -> Value {
    let both = json!({"all": [{"is_yes": "a"}, {"is_yes": "b"}]});
    let none = verdict("no", json!({"not": {"some": "first"}}));
    let mut pack = pack(vec![criterion("c", "first", both)], vec![none]);
    pack["settings"] = json!({"list": {"label": text("List"), "value": ["a", "b", "c"], "source": "test"}});
    pack["verdicts"][1]["refined"] =
        json!({"id": "finer", "only": only, "among": {"setting": "list"}, "words": words("Finer")});
    pack
}

/// A criterion that reads so many questions: twelve are more than can be gone through.
fn many(size: usize, operator: &str, when: Value) -> Value {
    let questions = (0..size).map(|index| question(&format!("q{index}"), "yes_no")).collect();
    let parts: Vec<Value> = (0..size).map(|index| json!({"is_yes": format!("q{index}")})).collect();
    let verdicts = vec![verdict("v", when), last("last")];
    minimal::pack(questions, vec![criterion("c", "first", json!({operator: parts}))], verdicts)
}

fn of_c() -> Value {
    json!({"criterion": "c"})
}

/// The pack, a question of which is asked only under this condition.
fn asked_when(mut pack: Value, question: usize, rule: Value) -> Value {
    pack["sections"][0]["pages"][0]["questions"][question]["asked_when"] = rule;
    pack
}

/// The pack with two more instruments on one form: items for `short` and `long`, 5 while it is not known which.
fn instruments(mut pack: Value) -> Value {
    let tool = |id: &str, yes: &str, not_known: &str| {
        json!({"id": id, "form": "form", "items": {"short": 5, "long": 8}, "otherwise": 5, "yes": yes,
            "not_known": not_known})
    };
    pack["instruments"] = json!([tool("tool", "yes", "not_known"), tool("other", "more", "less")]);
    pack
}

fn questions_of_instruments() -> Vec<Value> {
    let mut form = question("form", "choice");
    form["choices"] =
        json!([{"value": "short", "label": text("Short")}, {"value": "long", "label": text("Long")}]);
    let counts = ["yes", "not_known", "more", "less"].map(|id| count(id, 0, 8));
    std::iter::once(form).chain(counts).collect()
}

fn reaches(line: u32) -> Value {
    json!({"count_reaches": {"instrument": "tool", "line": line}})
}

fn at_least(count: u32) -> Value {
    json!({"at_least": {"fact": "n", "count": count}})
}

fn below(count: u32) -> Value {
    json!({"not": at_least(count)})
}

#[test]
fn verdicts_that_nothing_reaches() {
    let reached = pack(vec![], vec![verdict("v", json!({"all": [{"criterion": "a"}, {"criterion": "b"}]}))]);
    // By its condition alone.
    let never = json!({"all": [{"criterion": "a"}, {"not": {"criterion": "a"}}]});
    shows(
        "verdict-unreachable",
        "verdicts/v",
        Severity::Problem,
        &pack(vec![], vec![verdict("v", never)]),
        &reached,
    );
    // By the facts: no count is below 3 and at least 5, though every criterion takes every value.
    let by_facts = |low: u32| {
        let more = vec![criterion("few", "n", below(low)), criterion("many", "n", at_least(5))];
        pack(more, vec![verdict("v", json!({"all": [{"criterion": "few"}, {"criterion": "many"}]}))])
    };
    shows("verdict-unreachable", "verdicts/v", Severity::Problem, &by_facts(3), &by_facts(6));
    // By the form: only the long one has as many as eight items.
    let counted = |line: u32| {
        let criteria = vec![criterion("c", "first", reaches(line))];
        let verdicts = vec![verdict("v", of_c()), last("last")];
        instruments(minimal::pack(questions_of_instruments(), criteria, verdicts))
    };
    shows("verdict-unreachable", "verdicts/v", Severity::Problem, &counted(9), &counted(8));
    // By what is asked: `b` is only asked when `a` is no.
    let by_asking = |a: bool| {
        let mut asked = reached.clone();
        asked["sections"][0]["pages"][0]["questions"][1]["asked_when"] =
            if a { json!({"is_yes": "a"}) } else { json!({"not": {"is_yes": "a"}}) };
        asked
    };
    shows("verdict-unreachable", "verdicts/v", Severity::Problem, &by_asking(false), &by_asking(true));
    // A finer outcome: the one criterion never is yes alone.
    shows("verdict-unreachable", "verdicts/last/refined", Severity::Problem, &refined("c"), &refined("a"));
}

#[test]
fn verdicts_that_an_earlier_one_shadows() {
    let with = |second: Value| {
        let first = verdict("first", json!({"any": [{"criterion": "a"}, {"criterion": "b"}]}));
        pack(vec![criterion("c", "second", at_least(3))], vec![first, verdict("second", second)])
    };
    let shown = with(json!({"all": [{"criterion": "a"}, {"criterion": "c"}]}));
    let finding = shows(
        "verdict-shadowed",
        "verdicts/second",
        Severity::Problem,
        &shown,
        &with(json!({"criterion": "c"})),
    );
    assert!(finding.problem.message.en.contains("`first`"));
    assert_eq!(outcome(&shown, &finding.examples[0]), "first");
    assert_eq!(finding.examples[0]["answers"], json!({"a": "yes", "n": 3}));
}

#[test]
fn criteria_that_decide_nothing_or_repeat_or_never_matter() {
    let used = |when: Value, more: Vec<Value>| pack(more, vec![verdict("v", when)]);
    let both = json!({"all": [{"criterion": "a"}, {"criterion": "b"}]});
    let idle = shows(
        "criterion-decides-nothing",
        "criteria/b",
        Severity::Note,
        &used(json!({"criterion": "a"}), vec![]),
        &used(both.clone(), vec![]),
    );
    assert_eq!(idle.to_json(Language::En).get("examples"), None);
    let three = json!({"all": [{"criterion": "a"}, {"criterion": "b"}, {"criterion": "c"}]});
    let repeats = shows(
        "criterion-repeats",
        "criteria/c",
        Severity::Problem,
        &used(three.clone(), vec![criterion("c", "x", json!({"not": {"not": {"is_yes": "a"}}}))]),
        &used(three, vec![criterion("c", "x", at_least(3))]),
    );
    assert_eq!(
        repeats.examples[0]["answers"],
        json!({"a": "yes"}),
        "the smallest sheet on which both are yes"
    );
    let told = repeats.to_json(Language::En);
    assert_eq!((&told["severity"], &told["examples"]), (&json!("problem"), &json!(repeats.examples)));
    // Five or more are three or more already.
    let more = || vec![criterion("three", "n", at_least(3)), criterion("five", "n", at_least(5))];
    let any = json!({"any": [{"criterion": "three"}, {"criterion": "five"}]});
    let each = json!({"all": [{"criterion": "three"}, {"not": {"criterion": "five"}}]});
    shows(
        "criterion-never-matters",
        "criteria/five",
        Severity::Problem,
        &used(any, more()),
        &used(each, more()),
    );
}

#[test]
fn values_that_no_sheet_gives() {
    let with =
        |rule: Value| pack(vec![criterion("c", "n", rule)], vec![verdict("v", json!({"criterion": "c"}))]);
    let at = "criteria/c";
    let code = "criterion-value-unreached";
    shows(code, at, Severity::Problem, &with(at_least(11)), &with(at_least(10)));
    shows(code, at, Severity::Problem, &with(at_least(0)), &with(at_least(1)));
    shows(
        code,
        at,
        Severity::Problem,
        &with(json!({"all": [at_least(5), below(5)]})),
        &with(json!({"all": [at_least(5), below(6)]})),
    );
    shows(
        code,
        at,
        Severity::Note,
        &with(json!({"yes_or_not_yet": {"is_yes": "a"}})),
        &with(json!({"is_yes": "a"})),
    );
}

#[test]
fn parts_of_rules_that_change_nothing() {
    let with =
        |rule: Value| pack(vec![criterion("c", "n", rule)], vec![verdict("v", json!({"criterion": "c"}))]);
    let shown = with(json!({"not": {"any": [at_least(3), at_least(5)]}}));
    let mended = with(json!({"not": {"any": [at_least(3), {"is_yes": "a"}]}}));
    let finding = shows("rule-part-idle", "criteria/c/rule/not/any/1", Severity::Problem, &shown, &mended);
    assert!(finding.problem.message.en.starts_with("part 2 of this rule"), "{finding:?}");
    let shown = with(json!({"yes_or_not_yet": {"any": [at_least(3), at_least(5)]}}));
    // The only part of a list is the list.
    let mended = with(json!({"given": {"is": {"is_yes": "a"}, "then": {"all": [{"all": []}]}}}));
    let at = "criteria/c/rule/yes_or_not_yet/any/1";
    shows("rule-part-idle", at, Severity::Problem, &shown, &mended);
    let shown =
        with(json!({"given": {"is": {"is_yes": "a"}, "then": {"all": [{"is_yes": "a"}, at_least(1)]}}}));
    let mended =
        with(json!({"given": {"is": {"is_yes": "b"}, "then": {"all": [{"is_yes": "a"}, at_least(1)]}}}));
    shows("rule-part-idle", "criteria/c/rule/given/then/all/0", Severity::Problem, &shown, &mended);
    // What a setting switches off is meant to come and go.
    let mut switched = with(json!({"any": [{"not": {"setting": "on"}}, {"is_yes": "a"}]}));
    switched["settings"] = json!({"on": {"label": text("On"), "value": false, "source": "test"}});
    assert_eq!(findings(&check(&switched).1, "rule-part-idle"), Vec::<&Finding>::new());
}

#[test]
fn bands_with_a_gap_or_an_overlap() {
    let band =
        |id: &str, from: u32, to: u32| criterion(id, "band", json!({"all": [at_least(from), below(to)]}));
    let bands = |second: (u32, u32)| {
        let when = |id: &str| verdict(&format!("v_{id}"), json!({"criterion": id}));
        pack(vec![band("low", 1, 4), band("high", second.0, second.1)], vec![when("low"), when("high")])
    };
    let gap = shows("range-gap", "criteria/low", Severity::Note, &bands((5, 8)), &bands((4, 8)));
    assert_eq!(gap.examples[0]["answers"], json!({"n": 4}));
    let overlap = shows("range-overlap", "criteria/low", Severity::Note, &bands((3, 8)), &bands((4, 8)));
    assert_eq!(overlap.examples[0]["answers"], json!({"n": 3}));
    // Bands of a date, the older one up to twelve months old.
    let months = |months: u32| json!({"within": {"date": "when", "months": months}});
    let dates = |newer: u32| {
        let older = json!({"all": [months(24), {"not": months(12)}]});
        let criteria = vec![criterion("older", "band", older), criterion("newer", "band", months(newer))];
        let verdicts = vec![verdict("v", json!({"some": "band"})), last("last")];
        minimal::pack(vec![question("when", "date")], criteria, verdicts)
    };
    let gap = shows("range-gap", "criteria/older", Severity::Note, &dates(6), &dates(12));
    assert_eq!(gap.examples[0]["answers"], json!({"when": "2025-11-21"}));
}

#[test]
fn what_is_no_band_leaves_no_gap_and_bands_within_bands_do_not_overlap() {
    let from_to = |from: u32, to: u32| json!({"all": [at_least(from), below(to)]});
    for rules in [
        // One that has two stretches alone.
        vec![json!({"any": [from_to(1, 3), from_to(5, 7)]})],
        vec![below(3), at_least(5)],
        vec![from_to(1, 9), from_to(3, 5)],
        vec![from_to(3, 5), from_to(1, 9)],
    ] {
        let bands = rules.iter().enumerate();
        let criteria = bands.map(|(index, rule)| criterion(&format!("c{index}"), "band", rule.clone()));
        let (_, report) = check(&pack(criteria.collect(), vec![verdict("v", json!({"some": "band"}))]));
        for code in ["range-gap", "range-overlap"] {
            assert_eq!(findings(&report, code), Vec::<&Finding>::new(), "{rules:?}");
        }
    }
}

#[test]
fn answers_that_move_the_verdict_the_wrong_way() {
    let directed = |when: Value, direction: &str| {
        let mut pack = pack(vec![], vec![verdict("no", when)]);
        for criterion in pack["criteria"].as_array_mut().unwrap() {
            criterion["direction"] = json!("towards");
        }
        pack["criteria"][0]["direction"] = json!(direction);
        pack
    };
    let when = json!({"all": [{"criterion": "a"}, {"not": {"criterion": "b"}}]});
    let shown = directed(when.clone(), "towards");
    let finding =
        shows("direction-violated", "criteria/a", Severity::Problem, &shown, &directed(when.clone(), "away"));
    let outcomes: Vec<String> = finding.examples.iter().map(|sheet| outcome(&shown, sheet)).collect();
    assert_eq!(outcomes, ["last", "no"]);
    assert_eq!(finding.examples[0]["answers"], json!({"a": "no", "b": "no"}));
    assert_eq!(finding.examples[1]["answers"], json!({"a": "yes", "b": "no"}));
    // Of one that speaks against a referral a no moves towards it.
    let both = json!({"not": {"any": [{"criterion": "a"}, {"criterion": "b"}]}});
    let shown = directed(both.clone(), "away");
    let away =
        shows("direction-violated", "criteria/a", Severity::Problem, &shown, &directed(both, "towards"));
    assert_eq!(away.examples[0]["answers"], json!({"a": "yes", "b": "no"}));
    assert_eq!(away.examples[1]["answers"], json!({"a": "no", "b": "no"}));
    let good = directed(when.clone(), "away");
    shows("direction-unknown", "criteria/a/direction", Severity::Problem, &directed(when, "up"), &good);
    let mut silent = good.clone();
    silent["criteria"][1].as_object_mut().unwrap().remove("direction");
    shows("direction-missing", "criteria/b/direction", Severity::Note, &silent, &good);
}

#[test]
fn questions_never_asked_or_never_needed() {
    let good = pack(vec![], vec![verdict("v", json!({"all": [{"criterion": "a"}, {"criterion": "b"}]}))]);
    let asked = |rule: Value| {
        let mut pack = good.clone();
        pack["sections"][0]["pages"][0]["questions"][2]["asked_when"] = rule;
        pack
    };
    let never = asked(json!({"all": [{"is_yes": "a"}, {"not": {"is_yes": "a"}}]}));
    let at = "sections/all/page/n";
    shows("question-never-asked", at, Severity::Problem, &never, &asked(json!({"is_yes": "a"})));
    // Because of what the question before hangs on.
    let mut chain = asked(json!({"is_yes": "b"}));
    let mut sound = chain.clone();
    chain["sections"][0]["pages"][0]["questions"][1]["asked_when"] = json!({"not": {"is_yes": "a"}});
    sound["sections"][0]["pages"][0]["questions"][1]["asked_when"] = json!({"is_yes": "a"});
    let both = json!({"all": [{"is_yes": "a"}, {"is_yes": "b"}]});
    for pack in [&mut chain, &mut sound] {
        pack["sections"][0]["pages"][0]["questions"][2]["asked_when"] = both.clone();
    }
    shows("question-never-asked", at, Severity::Problem, &chain, &sound);
    // In a group, where a rule sees only the entry.
    let grouped = |rule: Value| {
        let mut inner = question("inner_two", "text");
        inner["asked_when"] = rule;
        let mut group = question("people", "group");
        group["item"] = text("Person");
        group["questions"] = json!([question("inner_one", "yes_no"), inner]);
        let mut pack = good.clone();
        pack["sections"][0]["pages"].as_array_mut().unwrap().push(minimal::page("people_page", vec![group]));
        pack
    };
    shows(
        "question-never-asked",
        "sections/all/people_page/people/inner_two",
        Severity::Problem,
        &grouped(json!({"is_yes": "a"})),
        &grouped(json!({"is_yes": "inner_one"})),
    );
    let mut needed = good.clone();
    needed["flags"] = json!([{"id": "f", "when": at_least(1), "text": text("Flag"), "part": "panel"}]);
    shows("question-decides-nothing", at, Severity::Note, &good, &needed);
}

#[test]
fn only_questions_that_nothing_hangs_on_decide_nothing() {
    let also = |mut pack: Value, question: Value| {
        pack["sections"][0]["pages"][0]["questions"].as_array_mut().unwrap().push(question);
        pack
    };
    let mut set = question("set", "set");
    set["choices"] = json!([{"value": "x", "label": text("X")}]);
    let mut each = also(pack(vec![], vec![verdict("v", json!({"some": "first"}))]), set);
    each["flags"] = json!([{"id": "f", "each": "set", "text": text("Flag"), "part": "panel"}]);
    let mut counted = questions_of_instruments();
    counted.push(question("a", "yes_no"));
    let verdicts = || vec![verdict("v", of_c()), last("last")];
    let unread = vec![criterion("c", "first", json!({"is_yes": "a"}))];
    let both = json!({"all": [{"is_yes": "a"}, {"is_yes": "b"}]});
    let unused = criterion("unused", "second", both);
    let used = criterion("c", "third", json!({"any": [{"is_yes": "a"}, at_least(3)]}));
    for (pack, expected) in [
        // Too many ways to go through: what the rule reads may decide.
        (also(many(12, "any", of_c()), question("spare", "text")), &["spare"][..]),
        // What is read beside others by a criterion that no verdict uses.
        (pack(vec![unused, used], vec![verdict("v", of_c())]), &["b"]),
        // One flag for each value of a set.
        (each, &["n"]),
        // The form of an instrument says how many items it has.
        (instruments(minimal::pack(counted, unread, verdicts())), &["yes", "not_known", "more", "less"]),
    ] {
        let (_, report) = check(&pack);
        let told = findings(&report, "question-decides-nothing");
        let told: Vec<&str> =
            told.iter().map(|finding| finding.problem.at.trim_start_matches("sections/all/page/")).collect();
        assert_eq!(told, expected);
    }
}

#[test]
fn flags_never_or_always_raised() {
    let with = |when: Value, unless: Value| {
        let mut pack = smallest();
        pack["flags"] =
            json!([{"id": "f", "when": when, "unless": unless, "text": text("Flag"), "part": "panel"}]);
        pack
    };
    let asked = json!({"is_yes": "asked"});
    let sometimes = with(asked.clone(), json!({"not": asked}));
    shows("flag-never-raised", "flags/f", Severity::Problem, &with(asked.clone(), asked.clone()), &sometimes);
    let met = json!({"all": [{"criterion": "met"}, {"not": asked}]});
    shows("flag-never-raised", "flags/f", Severity::Problem, &with(met, json!({"not": asked})), &sometimes);
    let always = with(json!({"all": []}), json!({"any": []}));
    let raised = shows("flag-always-raised", "flags/f", Severity::Note, &always, &sometimes);
    assert_eq!(raised.examples[0]["answers"], json!({}), "nothing answered raises it");
    // Raised by five yes and two not known alone: only there may the count reach seven, and not six or eight for sure.
    let mut counted = instruments(minimal::pack(
        questions_of_instruments(),
        vec![criterion("c", "first", reaches(5))],
        vec![verdict("v", of_c()), last("last")],
    ));
    counted["instruments"][0]["otherwise"] = json!(20);
    let flagged = |pack: &Value, when: Value, unless: Value| {
        let mut pack = pack.clone();
        pack["flags"] =
            json!([{"id": "f", "when": when, "unless": unless, "text": text("Flag"), "part": "panel"}]);
        pack
    };
    let exactly = |sum: u32| {
        let when = json!({"all": [reaches(5), {"not": reaches(8)}]});
        flagged(&counted, when, json!({"any": [{"not": reaches(sum)}, reaches(6)]}))
    };
    shows("flag-never-raised", "flags/f", Severity::Problem, &exactly(8), &exactly(7));
    // Whoever is born after the day of screening has no age.
    let born = |future: bool| {
        let mut born = question("born", "date");
        born["future"] = json!(future);
        let adult = json!({"age_at_least": {"date_of_birth": "born", "age": "age", "years": 18}});
        let pack = minimal::pack(
            vec![born, count("age", 0, 30)],
            vec![criterion("c", "first", adult.clone())],
            vec![verdict("v", of_c()), last("last")],
        );
        flagged(&pack, json!({"within": {"date": "born", "months": 0}}), json!({"not": adult}))
    };
    shows("flag-never-raised", "flags/f", Severity::Problem, &born(false), &born(true));
}

#[test]
fn sources_figures_and_reviews() {
    let mut good = smallest();
    good["settings"] = json!({"line": {"label": text("Line"), "value": 3, "source": "test"}});
    good["sections"][0]["pages"][0]["questions"].as_array_mut().unwrap().push(count("n", 0, 10));
    good["flags"] = json!([{"id": "f", "text": text("Flag"), "part": "panel",
        "when": {"at_least": {"fact": "n", "count": {"setting": "line"}}}}]);
    good["routes"] = json!([{"id": "r", "title": text("Route"), "text": text("Route"), "checked": "2026-01-01", "review": "2027-01-01", "for": ["urgent"]}]);
    let with = |place: &str, value: Value| {
        let mut pack = good.clone();
        *pack.pointer_mut(place).unwrap() = value;
        pack
    };
    let late = with("/sources/0/review", json!("2026-11-20"));
    shows(
        "source-review-due",
        "sources/test",
        Severity::Problem,
        &late,
        &with("/sources/0/review", json!(DAY)),
    );
    let late = with("/routes/0/review", json!("2026-11-20"));
    shows("route-review-due", "routes", Severity::Problem, &late, &with("/routes/0/review", json!(DAY)));
    // The day comes from the caller.
    let (_, report) = check_on(&good, Date::parse("2027-01-02").unwrap());
    assert_eq!(findings(&report, "source-review-due").len(), 1);
    let mut proposed = good.clone();
    proposed["settings"]["line"]["proposed"] = json!(true);
    shows("figure-not-signed-off", "settings/line", Severity::Note, &proposed, &good);
    let mut proposal = good.clone();
    proposal["sources"][0]["proposed"] = json!(true);
    shows("rule-without-source", "criteria/met/source", Severity::Note, &proposal, &good);
    let unused = with("/flags/0/when/at_least/count", json!(3));
    shows("setting-unused", "settings/line", Severity::Note, &unused, &good);
    let mut more = good.clone();
    let mut other = more["sources"][0].clone();
    other["id"] = json!("other");
    more["sources"].as_array_mut().unwrap().push(other);
    shows("source-unused", "sources/other", Severity::Note, &more, &good);
}

#[test]
fn texts_that_were_never_translated() {
    let mut shown = smallest();
    shown["about"]["cy"] = json!("One two three four");
    shown["about"]["en"] = json!("One two three four ");
    let mut name = smallest();
    name["about"] = json!({"en": "Karma Nirvana UK", "cy": "Karma Nirvana UK"});
    shows("text-untranslated", "about", Severity::Note, &shown, &name);
    let mut within = smallest();
    within["criteria"][0]["label"] = shown["about"].clone();
    shows("text-untranslated", "criteria/met/label", Severity::Note, &within, &name);
}

/// A panel decides. A site's own wording that says otherwise is pointed out, and a word that only holds such a one is not.
#[test]
fn texts_that_decide_or_predict() {
    for (en, cy) in
        [("The man is Eligible", "Un dau tri"), ("One two three", "Mae'n anghymwys"), ("It predicts", "A B")]
    {
        let mut shown = smallest();
        shown["about"] = json!({"en": en, "cy": cy});
        let mut mended = smallest();
        mended["about"] = json!({"en": "Unpredicted words that meet the criteria", "cy": "Geiriau"});
        shows("text-decides", "about", Severity::Note, &shown, &mended);
    }
}

#[test]
fn worked_cases() {
    let with = |case: Value| {
        let mut pack = smallest();
        pack["cases"] = json!([case]);
        pack
    };
    let case = |outcome: &str| {
        json!({"id": "one", "title": text("One"), "screened_on": DAY, "answers": {"asked": "yes"},
            "expect": {"outcome": outcome, "possible": ["referral"], "open": [], "flags": []}})
    };
    let good = with(case("referral"));
    let (_, report) = check(&good);
    assert_eq!(report.cases, 1);
    shows("no-cases", "cases", Severity::Note, &smallest(), &good);
    let wrong =
        shows("case-fails", "cases/one/expect/outcome", Severity::Problem, &with(case("no_referral")), &good);
    assert_eq!(wrong.examples[0]["answers"], json!({"asked": "yes"}));
    let mut flags = case("referral");
    flags["expect"]["flags"] = json!(["raised"]);
    shows("case-fails", "cases/one/expect/flags", Severity::Problem, &with(flags), &good);
    for (key, value) in [
        ("expect", json!({})),
        ("title", json!("One")),
        ("id", json!(1)),
        ("sheet", json!({})),
        ("title", json!({"en": "One", "cy": " "})),
    ] {
        let mut broken = case("referral");
        broken[key] = value;
        let at = if key == "id" { "cases/0" } else { "cases/one" };
        shows("case-unreadable", at, Severity::Problem, &with(broken), &good);
    }
    let mut twice = good.clone();
    twice["cases"].as_array_mut().unwrap().push(case("referral"));
    shows("case-unreadable", "cases/one", Severity::Problem, &twice, &good);
    let mut list = good.clone();
    list["cases"] = json!({});
    shows("case-unreadable", "cases", Severity::Problem, &list, &good);
    // What is wrong with its sheet is said as of any sheet.
    let mut unknown = case("referral");
    unknown["answers"]["askde"] = json!("yes");
    shows("sheet-unknown-fact", "cases/one/askde", Severity::Problem, &with(unknown), &good);
    // A built-in pack has its cases beside it, as long as it decides as it was built in.
    let mut own = packs::whole("default");
    let (_, report) = check(&own);
    assert!(report.cases > 1);
    own["settings"]["minimum_age"]["value"] = json!(16);
    assert_eq!(check(&own).1.cases, 0);
}

#[test]
fn every_outcome_has_its_smallest_sheet() {
    let is_yes = |fact: &str| json!({"is_yes": fact});
    let of = |questions: Vec<Value>, rule: Value| {
        minimal::pack(questions, vec![criterion("c", "x", rule)], vec![verdict("v", of_c()), last("last")])
    };
    let yes_no = || vec![question("a", "yes_no"), question("b", "yes_no")];
    let dates = || {
        vec![
            count("age_one", 0, 99),
            count("age_two", 0, 99),
            question("one", "date"),
            question("two", "date"),
        ]
    };
    let within = |fact: &str, months: u32| json!({"within": {"date": fact, "months": months}});
    let fresh = |fact: &str, days: u32| json!({"fresh": {"date": fact, "days": days}});
    let aged = |born: &str, years: u32| json!({"age_at_least": {"date_of_birth": born, "age": format!("age_{born}"), "years": years}});
    for (pack, expected) in [
        // An answer that another hangs on stays.
        (
            asked_when(of(yes_no(), is_yes("b")), 1, is_yes("a")),
            json!({"v": {"a": "yes", "b": "yes"}, "last": {"a": "yes", "b": "no"}}),
        ),
        (
            of(yes_no(), json!({"any": [is_yes("a"), is_yes("b")]})),
            json!({"v": {"b": "yes"}, "last": {"a": "no", "b": "no"}}),
        ),
        // The form stays as long as the counts would not fit without it.
        (
            instruments(of(questions_of_instruments(), reaches(7))),
            json!({"v": {"form": "long", "yes": 7}, "last": {"yes": 0}}),
        ),
        // Numbers and dates are close to their own lines, not to those of others.
        (
            of(
                vec![count("m", 0, 10), count("n", 0, 10)],
                json!({"all": [{"at_least": {"fact": "m", "count": 2}}, at_least(5)]}),
            ),
            json!({"v": {"m": 2, "n": 5}, "last": {"n": 4}}),
        ),
        (
            of(dates(), json!({"all": [within("one", 24), within("two", 12)]})),
            json!({"v": {"one": "2024-11-21", "two": "2025-11-21"}, "last": {"two": "2025-11-20"}}),
        ),
        (
            of(dates(), json!({"any": [fresh("one", 800), {"not": within("two", 12)}]})),
            json!({"v": {"two": "2025-11-20"}}),
        ),
        (
            of(dates(), json!({"any": [aged("one", 40), aged("two", 18)]})),
            json!({"v": {"two": "2008-11-21"}, "last": {"one": "1986-11-22", "two": "2008-11-22"}}),
        ),
        (refined("a"), json!({"no": {"a": "no", "b": "no"}, "last": {"b": "yes"}, "finer": {"a": "yes"}})),
    ] {
        let (_, report) = check(&pack);
        let told: BTreeMap<&str, &Value> = report
            .reached
            .iter()
            .map(|reached| (reached.outcome.as_str(), &reached.sheet["answers"]))
            .collect();
        assert_eq!(json!(told), expected, "{}", pack["criteria"]);
    }
}

#[test]
fn too_many_ways_of_answering_are_said_and_nothing_is_made_up() {
    let (_, report) = check(&many(12, "any", of_c()));
    assert!(report.passes(), "{:#?}", report.findings);
    let said: Vec<(&str, &str)> = findings(&report, "check-gave-up")
        .iter()
        .map(|finding| (finding.problem.at.as_str(), finding.problem.message.en.as_str()))
        .collect();
    // Of each place once, with everything that was not concluded of it.
    let of_verdicts = "not concluded: whether an answer sheet comes to it";
    let of_c = "not concluded: which values it can take; whether it changes any verdict; whether every part of its rule changes something";
    assert_eq!(said, [("verdicts/v", of_verdicts), ("verdicts/last", of_verdicts), ("criteria/c", of_c)]);
    for finding in findings(&report, "check-gave-up") {
        assert_eq!(finding.severity, Severity::Note);
        assert_said_well(std::slice::from_ref(&finding.problem));
    }
    let (_, report) = check(&many(5, "any", self::of_c()));
    assert_eq!(findings(&report, "check-gave-up"), Vec::<&Finding>::new());
}

/// One of the parts of a rule is left alone where the rule cannot be gone through; what else there is is said all the same.
#[test]
fn what_was_concluded_is_said_with_what_was_not() {
    // Seven questions are gone through for their values, and their rule is too long to be tried without each of its parts.
    let part = |at: usize| json!({"all": [{"is_yes": format!("q{}", at % 7)}, {"is_yes": format!("q{}", (3 * at + 1) % 7)}]});
    let parts: Vec<Value> = (0..700).map(part).collect();
    let questions = (0..7).map(|index| question(&format!("q{index}"), "yes_no")).collect();
    let criteria = vec![criterion("c", "first", json!({"any": parts}))];
    let (_, report) = check(&minimal::pack(questions, criteria, vec![verdict("v", of_c()), last("last")]));
    let said = findings(&report, "check-gave-up");
    assert_eq!(said.len(), 1, "{said:#?}");
    assert_eq!(
        said[0].problem.message.en,
        "not concluded: whether every part of its rule changes something. Concluded: which values it can take; whether it changes any verdict"
    );
}

/// A hundred lines on one count make a hundred classes; they are compared soon all the same.
#[test]
fn many_criteria_of_one_fact_are_checked_soon() {
    let start = std::time::Instant::now();
    let names: Vec<String> = (1..=100).map(|line| format!("line_{line}")).collect();
    let mut criteria: Vec<Value> = (1..=100)
        .map(|line| {
            criterion(&format!("line_{line}"), "line", json!({"at_least": {"fact": "n", "count": line}}))
        })
        .collect();
    for criterion in &mut criteria {
        criterion["direction"] = json!("towards");
    }
    let some: Vec<Value> = names.iter().step_by(2).map(|name| json!({"not": {"criterion": name}})).collect();
    let verdicts = vec![verdict("no", json!({"at_least": {"count": 25, "of": some}})), last("yes")];
    let (_, report) = check(&minimal::pack(vec![count("n", 0, 200)], criteria, verdicts));
    // Only the line that takes the count of the others below 25 matters; half are not used at all.
    assert_eq!(findings(&report, "criterion-decides-nothing").len(), 50);
    assert_eq!(findings(&report, "criterion-never-matters").len(), 49);
    assert!(start.elapsed() < std::time::Duration::from_secs(30), "{:?}", start.elapsed());
}

/// What the program knows by name is noted where a pack does not ask it, or asks it so that it is not found. The packs that
/// are built in ask it all.
#[test]
fn what_the_program_knows_by_name_and_a_pack_leaves_out_is_noted() {
    let noted = |report: &Report| {
        let found = findings(report, "question-left-out");
        for finding in &found {
            assert_eq!(finding.severity, Severity::Note);
            assert_said_well(std::slice::from_ref(&finding.problem));
        }
        found.iter().map(|finding| finding.problem.message.en.clone()).collect::<Vec<_>>()
    };
    for name in builtin::names() {
        let (_, report) = check::check(builtin::source(name).unwrap(), day()).unwrap();
        assert_eq!(noted(&report), Vec::<String>::new(), "{name}");
    }
    let (_, report) = check(&minimal::smallest());
    assert_eq!(noted(&report).len(), WELL_KNOWN.len());
    // Each by itself: asked outside a group as a date, which is what one of them is.
    for known in &WELL_KNOWN {
        let mut date = question(known.fact, "date");
        date["future"] = json!(false);
        let mut pack = minimal::smallest();
        pack["sections"]
            .as_array_mut()
            .unwrap()
            .push(minimal::section("more", vec![minimal::page("more_page", vec![date])]));
        let (_, report) = check(&pack);
        let begins = format!("nothing called `{}` ", known.fact);
        let is_noted = noted(&report).iter().any(|said| said.starts_with(&begins));
        assert_eq!(is_noted, !matches!(known.sought, Sought::Date | Sought::Any), "{}", known.fact);
    }
}

#[test]
fn the_ten_packs_pass_and_their_cases_hold() {
    for name in builtin::names() {
        let source = builtin::source(name).unwrap();
        let (pack, report) = check::check(source, day()).unwrap();
        assert!(report.passes(), "{name}: {:#?}", report.findings);
        assert!(report.cases >= 2, "{name}");
        let outcomes = check::run_cases(source).unwrap();
        assert_eq!(outcomes.len(), report.cases);
        // Every outcome is reached, by a sheet that comes to it and of which no answer can be left out.
        for reached in &report.reached {
            let answers = packs::answers(&pack, &reached.sheet);
            let comes = |answers: &Answers| {
                let outcome = screen(&pack, answers);
                outcome.is_settled()
                    && (outcome.name == reached.outcome || outcome.possible[0].as_str() == reached.outcome)
            };
            assert!(comes(&answers), "{name}: {reached:?}");
            for fact in answers.facts.keys() {
                let mut fewer = answers.clone();
                fewer.facts.remove(fact);
                let hangs = answers.facts.keys().any(|other| {
                    let rule = pack.question(other.as_str()).and_then(|q| q.asked_when.as_ref());
                    rule.is_some_and(|rule| {
                        drive_screening::pack::facts_of(rule, &pack.instruments).contains(fact)
                    })
                });
                assert!(hangs || !comes(&fewer), "{name}: {} without {fact}", reached.outcome);
            }
        }
        for finding in &report.findings {
            assert_said_well(std::slice::from_ref(&finding.problem));
            assert_ne!(finding.problem.code, "check-gave-up", "{name}");
        }
    }
}

/// The guide's examples are packs that load and pass, and its worked examples are the files it names.
#[test]
fn the_examples_of_the_guide_pass() {
    let guide = include_str!("../../src/core/pack/guide.md");
    let example = include_str!("../../src/core/pack/guide/local_flag.json");
    assert!(guide.contains(&format!("```json\n{example}```")));
    let examples: Vec<&str> =
        guide.split("```json\n").skip(1).filter_map(|rest| Some(rest.split_once("```")?.0)).collect();
    assert_eq!(examples.len(), 6);
    let second = include_str!("../../src/core/pack/guide/gang_link.json");
    assert!(guide.contains(&format!("```json\n{second}```")));
    for source in examples {
        let (_, report) = check::check(source, day()).unwrap();
        assert!(report.passes(), "{source}: {:#?}", report.findings);
    }
    let difference = diff::diff(builtin::source("default").unwrap(), example, day()).unwrap();
    assert!(difference.groups.iter().all(|group| group.to == "not_eligible"), "{difference:#?}");
    let cases: Vec<&str> = difference.cases.iter().map(|case| case.id.as_str()).collect();
    // Every case of the default that was referred now waits for the flag; one without it is not.
    assert!(cases.contains(&"heard_at_marac") && cases.contains(&"no_flag"), "{cases:?}");
}

#[test]
fn a_case_of_every_built_in_pack_tells_it_from_the_default() {
    let default = builtin::source("default").unwrap();
    for name in builtin::names().filter(|name| *name != "default") {
        let difference = diff::diff(default, builtin::source(name).unwrap(), day()).unwrap();
        assert!(difference.cases.iter().any(|case| case.pack == name), "{name}: {:#?}", difference.cases);
        assert!(difference.share > 0.0 && difference.share < 1.0, "{name}");
        for group in &difference.groups {
            assert!(!matches!(group.example, Example::NotFound), "{name}: {group:?}");
        }
    }
    let same = diff::diff(default, default, day()).unwrap();
    assert!(same.groups.is_empty() && same.cases.is_empty() && same.share == 0.0);
}

/// A changed line has no effect by the values of criteria alone: it shows because its old and new rule are set side by
/// side as the facts allow. Nobody is younger than 16 and at least 18.
#[test]
fn a_changed_line_shows() {
    let [default, min16] = ["default", "min16"].map(|name| builtin::source(name).unwrap());
    let forth = diff::diff(default, min16, day()).unwrap();
    assert!(forth.groups.iter().all(|group| group.from == "not_eligible"), "{forth:#?}");
    let back = diff::diff(min16, default, day()).unwrap();
    assert!(back.groups.iter().all(|group| group.to == "not_eligible"), "{back:#?}");
    assert_eq!(forth.situations, back.situations);
    let Example::Sheet(sheet) = &forth.groups.iter().find(|group| group.to == "refer").unwrap().example
    else {
        panic!("{forth:#?}")
    };
    assert_eq!(sheet["answers"]["perpetrator_age"], 16);
    let changes = diff::changes(default, min16).unwrap();
    assert_eq!(changes[0].message.en, "Minimum age, in years: 18 becomes 16");
    assert_eq!(changes[0].message.cy, "Isafswm oed, mewn blynyddoedd: 18 gynt, 16 bellach");
    let places: Vec<&str> = changes.iter().map(|change| change.at.as_str()).collect();
    let age = "settings/minimum_age";
    let [source, proposed] = ["source", "proposed"].map(|key| format!("{age}/{key}"));
    assert_eq!(places, [age, &source, &proposed, "title", "about"]);
}

/// A level that begins later is another level: whoever is released between the old line and the new is decided anew.
#[test]
fn a_changed_level_shows() {
    let default = builtin::source("default").unwrap();
    let later = json!({
        "format": "pack/1", "id": "later", "version": "1", "extends": "default", "title": text("Later"),
        "settings": {"custody_soft_months": 6},
    });
    let difference = diff::diff(default, &later.to_string(), day()).unwrap();
    let group =
        difference.groups.iter().find(|group| (&*group.from, &*group.to) == ("panel_discussion", "refer"));
    let Example::Sheet(sheet) = &group.unwrap_or_else(|| panic!("{difference:#?}")).example else {
        panic!("{difference:#?}")
    };
    let release = Date::parse(sheet["answers"]["release_date"].as_str().unwrap()).unwrap();
    assert!(release > day().plus_months(3) && release <= day().plus_months(6), "{release}");
    let whole = serde_json::from_str(&Pack::builtin("default").unwrap().to_json()).unwrap();
    assert_eq!(outcome(&whole, sheet), "panel_discussion");
    let whole = serde_json::from_str(&Pack::load(&later.to_string()).unwrap().to_json()).unwrap();
    assert_eq!(outcome(&whole, sheet), "refer");
}

#[test]
fn what_a_site_changed_is_told_thing_by_thing() {
    let old = pack(vec![], vec![verdict("v", json!({"criterion": "a"}))]);
    let mut new = pack(vec![criterion("c", "n", at_least(3))], vec![verdict("v", json!({"criterion": "c"}))]);
    new["criteria"].as_array_mut().unwrap().remove(1);
    new["criteria"][0]["yes"] = text("Other words");
    new["sections"][0]["pages"][0]["questions"][2]["max"] = json!(20);
    let changes = diff::changes(&old.to_string(), &new.to_string()).unwrap();
    let told: Vec<(&str, &str)> =
        changes.iter().map(|change| (change.at.as_str(), change.message.en.as_str())).collect();
    assert_eq!(
        told,
        [
            ("criteria/a/yes", "Label, Said when it is yes: Yes becomes Other words"),
            ("criteria/b", "Label: gone"),
            ("criteria/c", "Label: new"),
            ("verdicts/v/when", "v, Condition: changed"),
            ("sections/all/page/n/max", "Label, Most: 10 becomes 20"),
        ]
    );
    assert_eq!(diff::changes(&old.to_string(), &old.to_string()).unwrap(), []);
}

/// What two packs decide differently, one line for each group.
fn told(old: &Value, new: &Value) -> Vec<String> {
    let difference = diff::diff(&old.to_string(), &new.to_string(), day()).unwrap();
    let total = difference.situations.unwrap();
    let line = |group: &diff::Group| {
        let json = group.to_json(Language::En);
        let example = ["example", "left_open", "no_sheet"].into_iter().find(|key| json.get(key).is_some());
        let example = example.map_or_else(
            || "not found".to_owned(),
            |key| match json[key].get("answers") {
                Some(answers) => format!("{key} {answers}"),
                None => format!("{key} {}", json[key]),
            },
        );
        let [from, to, number] = ["from", "to", "situations"].map(|key| json[key].as_str().unwrap());
        format!("{from} to {to}: {number} of {total}, {example}")
    };
    difference.groups.iter().map(line).collect()
}

#[test]
fn two_packs_with_other_questions_differ_with_an_example() {
    let is_yes = |fact: &str| json!({"is_yes": fact});
    let any = |parts: Vec<Value>| json!({"any": parts});
    let of_n = |rule: Value| pack(vec![criterion("c", "x", rule)], vec![verdict("v", of_c())]);
    let asked = |rule: Value| {
        let questions = ["x", "p", "q"].map(|id| question(id, "yes_no")).to_vec();
        let verdicts = vec![verdict("v", of_c()), last("last")];
        let pack = minimal::pack(questions, vec![criterion("c", "x", rule)], verdicts);
        asked_when(asked_when(pack, 1, is_yes("x")), 2, json!({"not": is_yes("x")}))
    };
    let mut another_kind = of_n(any(vec![is_yes("a"), is_yes("n")]));
    another_kind["sections"][0]["pages"][0]["questions"][2] = question("n", "yes_no");
    let mut more = of_n(any(vec![is_yes("b"), is_yes("gone")]));
    more["sections"][0]["pages"][0]["questions"].as_array_mut().unwrap().push(question("gone", "yes_no"));
    let bands = |verdict: Value| {
        pack(vec![criterion("few", "x", below(3)), criterion("many", "x", at_least(5))], vec![verdict])
    };
    let mut plain = refined("a");
    plain["verdicts"][1].as_object_mut().unwrap().remove("refined");
    let held = |applies: &[&str], level: &str| {
        let facts: Vec<Value> = applies.iter().map(|fact| is_yes(fact)).collect();
        let mut questions: Vec<Value> =
            (0..12).map(|index| question(&format!("q{index}"), "yes_no")).collect();
        let mut until = question("until", "date");
        until["future"] = json!(true);
        questions.push(until);
        let levels = [("near", 3, "low"), ("far", 24, "high")];
        let mut criterion = minimal::graded("held", "none", "q0", "until", &levels);
        criterion["graded"]["applies"] = any(facts);
        minimal::pack(questions, vec![criterion], vec![verdict("v", json!({"some": level})), last("last")])
    };
    let names: Vec<String> = (0..12).map(|index| format!("q{index}")).collect();
    let twelve: Vec<&str> = names.iter().map(String::as_str).collect();
    for (old, new, expected) in [
        // A question of another kind: the old rule cannot read its answers, so any values may go together.
        (
            of_n(any(vec![is_yes("a"), at_least(3)])),
            another_kind,
            vec![
                r#"v to last: 1 of 4, left_open {"a":"no","n":"no"}"#,
                r#"last to v: 1 of 4, left_open {"n":"yes"}"#,
            ],
        ),
        // Questions that are never both asked: no sheet settles both.
        (
            asked(is_yes("p")),
            asked(is_yes("q")),
            vec![
                r#"v to last: 1 of 4, left_open {"p":"yes","x":"yes"}"#,
                r#"last to v: 1 of 4, left_open {"p":"no","x":"yes"}"#,
            ],
        ),
        // A question that only the old pack asks.
        (more, of_n(is_yes("b")), vec![r#"v to last: 1 of 3, example {"b":"no","gone":"yes"}"#]),
        // What no count is.
        (
            bands(verdict("v", json!({"criterion": "few"}))),
            bands(verdict("w", json!({"criterion": "many"}))),
            vec![
                "v to w: 1 of 4, no_sheet true",
                r#"v to last: 1 of 4, example {"n":2}"#,
                r#"last to w: 1 of 4, example {"n":5}"#,
            ],
        ),
        (refined("a"), plain, vec![r#"finer to last: 1 of 8, example {"a":"yes","b":"no"}"#]),
        // Rules that are the same are one criterion, however many ways of answering they have.
        (
            many(12, "any", of_c()),
            many(12, "any", json!({"not": of_c()})),
            vec!["v to last: 1 of 2, not found", "last to v: 1 of 2, not found"],
        ),
        (
            many(12, "any", of_c()),
            many(12, "all", of_c()),
            vec!["v to last: 1 of 4, not found", "last to v: 1 of 4, not found"],
        ),
        (
            held(&twelve, "low"),
            held(&twelve, "high"),
            vec!["v to last: 1 of 3, not found", "last to v: 1 of 3, not found"],
        ),
        // Levels of the same date that apply to others.
        (
            held(&["q0"], "low"),
            held(&["q1"], "low"),
            vec![
                r#"v to last: 1 of 7, example {"q0":"yes","q1":"no","until":"2027-02-22"}"#,
                r#"last to v: 1 of 7, example {"q0":"no","q1":"yes","until":"2027-02-22"}"#,
            ],
        ),
    ] {
        assert_eq!(told(&old, &new), expected);
    }
}

/// An instrument that counts something else counts something else wherever a rule asks for it.
#[test]
fn two_packs_with_other_instruments_differ() {
    for rule in [
        reaches(3),
        json!({"all": [reaches(3)]}),
        json!({"any": [reaches(3)]}),
        json!({"not": {"not": reaches(3)}}),
        json!({"given": {"is": {"is_yes": "a"}, "then": reaches(3)}}),
        json!({"given": {"is": reaches(3), "then": {"is_yes": "a"}}}),
    ] {
        let mut questions = questions_of_instruments();
        questions.push(question("a", "yes_no"));
        let verdicts = vec![verdict("v", of_c()), last("last")];
        let old = instruments(minimal::pack(questions, vec![criterion("c", "x", rule.clone())], verdicts));
        let mut new = old.clone();
        new["instruments"][0]["yes"] = json!("more");
        new["instruments"][1]["yes"] = json!("yes");
        let difference = diff::diff(&old.to_string(), &new.to_string(), day()).unwrap();
        let groups: Vec<(&str, &str)> =
            difference.groups.iter().map(|group| (&*group.from, &*group.to)).collect();
        assert_eq!(groups, [("v", "last"), ("last", "v")], "{rule}");
        assert_eq!(told(&old, &old), Vec::<String>::new());
    }
}

/// A case that both packs carry is told once; others of the same name or title are others.
#[test]
fn worked_cases_that_the_other_pack_decides_differently() {
    let with = |id: &str, cases: &[(&str, &str)]| {
        let case = |(id, title): &(&str, &str)| {
            json!({"id": id, "title": text(title), "screened_on": DAY, "answers": {"asked": "yes"},
                "expect": {"outcome": "referral"}})
        };
        let mut pack = smallest();
        pack["id"] = json!(id);
        pack["cases"] = cases.iter().map(case).collect();
        pack
    };
    let old = with("old", &[("one", "One"), ("two", "Two"), ("three", "Same")]);
    let mut new = with("new", &[("one", "One"), ("two", "Other"), ("four", "Same")]);
    new["verdicts"][0]["when"] = json!({"every": "necessary"});
    let difference = diff::diff(&old.to_string(), &new.to_string(), day()).unwrap();
    let told: Vec<[&str; 5]> = difference
        .cases
        .iter()
        .map(|case| [&case.pack, &case.id, &case.title.en, &case.from, &case.to].map(String::as_str))
        .collect();
    assert_eq!(
        told,
        [
            ["old", "one", "One"],
            ["old", "two", "Two"],
            ["old", "three", "Same"],
            ["new", "two", "Other"],
            ["new", "four", "Same"]
        ]
        .map(|[pack, id, title]| [pack, id, title, "referral", "no_referral"])
    );
}

/// A comparison takes 32 outcomes on either side, finer ones among them.
#[test]
fn packs_of_too_many_outcomes_are_not_compared() {
    let with = |finer: usize| {
        let names: Vec<String> = (1..30).map(|line| format!("line_{line}")).collect();
        let line = |line: u32| criterion(&format!("line_{line}"), "line", at_least(line));
        let mut verdicts: Vec<Value> =
            names.iter().rev().map(|id| verdict(&format!("v_{id}"), json!({"criterion": id}))).collect();
        verdicts.push(last("last"));
        for (index, verdict) in verdicts.iter_mut().enumerate().take(finer) {
            verdict["refined"] = json!({"id": format!("finer_{index}"), "only": "line_1",
                "among": {"setting": "list"}, "words": words("Finer")});
        }
        let mut pack = minimal::pack(vec![count("n", 0, 40)], (1..30).map(line).collect(), verdicts);
        pack["settings"] = json!({"list": {"label": text("List"), "value": names, "source": "test"}});
        pack.to_string()
    };
    assert!(diff::diff(&with(2), &with(2), day()).unwrap().groups.is_empty());
    for [old, new] in [[2, 3], [3, 2]] {
        let problems = diff::diff(&with(old), &with(new), day()).unwrap_err();
        assert_eq!(packs::places(&problems), [("diff-too-complex", String::new())]);
    }
}

/// Every way of answering every question of a small pack, all of them known.
fn every_known_sheet(pack: &Pack) -> Vec<Answers> {
    let mut sheets = vec![Answers::none(day())];
    for (_, question) in pack.questions() {
        let values: Vec<Known> = match question.kind.name() {
            "yes_no" => vec![Known::YesNo(true), Known::YesNo(false)],
            _ => ["2026-11-21", "2027-02-22", "2028-11-22"]
                .map(|day| Known::Date(Date::parse(day).unwrap()))
                .to_vec(),
        };
        let fact = FactId::parse(question.id.as_str()).unwrap();
        sheets = sheets
            .into_iter()
            .flat_map(|sheet| {
                let fact = fact.clone();
                values.clone().into_iter().map(move |value| {
                    let mut sheet = sheet.clone();
                    sheet.facts.insert(fact.clone(), Answer::Known(value));
                    sheet
                })
            })
            .collect();
    }
    sheets
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// What sheets reach and which criteria matter to them, by going through every sheet.
    #[test]
    fn small_random_packs_are_checked_as_brute_force_says(case in minimal::case()) {
        let (pack, report) = check(&case.pack);
        let sheets = every_known_sheet(&pack);
        let mut reached = BTreeSet::new();
        let mut decided: BTreeMap<Vec<ValueSet>, String> = BTreeMap::new();
        for sheet in &sheets {
            let outcome = screen(&pack, sheet).name;
            decided.insert(criteria(&pack, sheet), outcome.clone());
            reached.insert(outcome);
        }
        let told: BTreeSet<String> = report.reached.iter().map(|reached| reached.outcome.clone()).collect();
        prop_assert_eq!(&told, &reached);
        let unreached: BTreeSet<String> = report
            .findings
            .iter()
            .filter(|finding| matches!(finding.problem.code, "verdict-unreachable" | "verdict-shadowed"))
            .map(|finding| finding.problem.at.trim_start_matches("verdicts/").to_owned())
            .collect();
        let expected: BTreeSet<String> =
            pack.verdicts.iter().map(|v| v.id.as_str().to_owned()).filter(|id| !reached.contains(id)).collect();
        prop_assert_eq!(unreached, expected);
        for (index, criterion) in pack.criteria.iter().enumerate().filter(|(_, criterion)| criterion.used) {
            let at = format!("criteria/{}", criterion.id);
            let said = |code: &str| findings(&report, code).iter().any(|finding| finding.problem.at == at);
            let (mut alone, mut matters) = (false, false);
            for (values, outcome) in &decided {
                for value in ValueSet::every(criterion.test.arity()).iter() {
                    let mut changed = values.clone();
                    changed[index] = ValueSet::only(value);
                    if let Some(other) = decided.get(&changed).filter(|_| changed != *values) {
                        alone = true;
                        matters |= other != outcome;
                    }
                }
            }
            prop_assert_eq!(said("criterion-never-matters"), alone && !matters, "{}", at);
        }
    }

    /// The counts of a comparison, by going through every combination; and every example is one.
    #[test]
    fn two_small_random_packs_differ_as_brute_force_says(sources in minimal::two_packs()) {
        let packs = sources.each_ref().map(|pack| Pack::load(&pack.to_string()).unwrap());
        let used = packs
            .iter()
            .flat_map(|pack| pack.criteria.iter().filter(|criterion| criterion.used))
            .map(|criterion| criterion.id.as_str().to_owned())
            .collect();
        let mut expected = minimal::brute_force_diff(&sources, &used);
        let total: u128 = expected.values().sum();
        expected.retain(|(from, to), _| from != to);
        let difference = diff::diff(&sources[0].to_string(), &sources[1].to_string(), day()).unwrap();
        prop_assert_eq!(difference.situations, Some(total));
        let told: BTreeMap<(String, String), u128> = difference
            .groups
            .iter()
            .map(|group| ((group.from.clone(), group.to.clone()), group.number.unwrap()))
            .collect();
        prop_assert_eq!(told, expected);
        let sheets = every_known_sheet(&packs[1]);
        for group in &difference.groups {
            let share = group.number.unwrap() as f64 / total as f64;
            prop_assert!((group.share - share).abs() < 1e-12);
            let comes = |answers: &Answers| {
                packs.each_ref().map(|pack| screen(pack, answers).name) == [group.from.clone(), group.to.clone()]
            };
            match &group.example {
                Example::Sheet(sheet) => prop_assert!(comes(&packs::answers(&packs[1], sheet)), "{:?}", group),
                Example::NoSheet => prop_assert!(!sheets.iter().any(comes), "{:?}", group),
                Example::Open(_) | Example::NotFound => prop_assert!(false, "{:?}", group),
            }
        }
    }
}

/// A pack with one verdict where these criteria come to these values, and one for everything else.
fn cube(questions: Vec<Value>, rules: Vec<(Value, Option<bool>)>) -> Value {
    let mut criteria = Vec::new();
    let mut parts = Vec::new();
    for (index, (rule, wanted)) in rules.into_iter().enumerate() {
        let id = format!("c{index}");
        criteria.push(criterion(&id, "some", rule));
        match wanted {
            Some(true) => parts.push(json!({"criterion": id})),
            Some(false) => parts.push(json!({"not": {"criterion": id}})),
            None => {}
        }
    }
    minimal::pack(questions, criteria, vec![verdict("wanted", json!({"all": parts})), last("last")])
}

/// What the check says is reached is what some of these sheets come to.
fn reaches_as(source: &Value, sheets: impl Iterator<Item = Value>) -> Result<(), TestCaseError> {
    let (pack, report) = check(source);
    let read = |answers: Value| {
        let sheet = json!({"format": "answers/1", "pack": "small", "screened_on": DAY, "answers": answers});
        AnswerSheet::from_json(sheet).and_then(|sheet| sheet.read(&pack))
    };
    // Those that a reader refuses, such as more items than the form has, are no sheets.
    let outcomes = sheets.filter_map(|answers| Some(screen(&pack, &read(answers).ok()?).name));
    let mut expected: BTreeSet<String> = outcomes.collect();
    expected.remove("need_information");
    let told: BTreeSet<String> = report.reached.iter().map(|reached| reached.outcome.clone()).collect();
    prop_assert_eq!(told, expected, "{}", source["criteria"]);
    Ok(())
}

fn literal() -> BoxedStrategy<Option<bool>> {
    prop_oneof![Just(Some(true)), Just(Some(false)), Just(None)].boxed()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    /// Counts of an instrument hang together by their sum and the form: every pair of counts, every form.
    #[test]
    fn counts_are_gone_through_as_brute_force_does(
        lines in [0_u32..=9, 0..=9, 0..=8, 0..=8],
        wanted in proptest::collection::vec(literal(), 6),
    ) {
        let mut form = question("form", "choice");
        form["choices"] = json!([{"value": "short", "label": text("Short")}, {"value": "long", "label": text("Long")}]);
        let reaches = |line: u32| json!({"count_reaches": {"instrument": "tool", "line": line}});
        let at_least = |fact: &str, count: u32| json!({"at_least": {"fact": fact, "count": count}});
        let rules = [
            reaches(lines[0]),
            reaches(lines[1]),
            at_least("yes", lines[2]),
            at_least("not_known", lines[3]),
            json!({"is_one_of": {"fact": "form", "values": ["short"]}}),
            json!({"is_yes": "other"}),
        ];
        let questions = vec![form, count("yes", 0, 8), count("not_known", 1, 7), question("other", "yes_no")];
        let mut pack = cube(questions, rules.into_iter().zip(wanted).collect());
        pack["instruments"] = json!([{"id": "tool", "form": "form", "items": {"short": 5, "long": 8}, "otherwise": 7,
            "yes": "yes", "not_known": "not_known"}]);
        let mut sheets = Vec::new();
        for form in [json!("not_known"), json!("short"), json!("long")] {
            for yes in (0..=8).map(|count| json!(count)).chain([json!("not_known")]) {
                for not_known in (1..=7).map(|count| json!(count)).chain([json!("not_known")]) {
                    for other in ["yes", "no", "not_known"] {
                        sheets.push(json!({"form": form, "yes": yes, "not_known": not_known, "other": other}));
                    }
                }
            }
        }
        reaches_as(&pack, sheets.into_iter())?;
    }

    /// Windows in days, months and years over one date: every day of some years.
    #[test]
    fn dates_are_gone_through_as_brute_force_does(
        months in [0_u32..=30, 0..=30, 0..=30],
        days in 0_u32..=800,
        wanted in proptest::collection::vec(literal(), 4),
        future in any::<bool>(),
    ) {
        let mut when = question("when", "date");
        when["future"] = json!(future);
        let rules = [
            json!({"within": {"date": "when", "months": months[0]}}),
            json!({"not": {"within": {"date": "when", "months": months[1]}}}),
            json!({"fresh": {"date": "when", "days": days}}),
            json!({"age_at_least": {"date_of_birth": "when", "age": "age", "years": months[2] / 12}}),
        ];
        let pack = cube(vec![count("age", 0, 0), when], rules.into_iter().zip(wanted).collect());
        let first = Date::parse("2023-11-01").unwrap();
        let dates = (0..1_200).filter_map(|days| first.plus_days(days)).map(|date| json!({"when": date.to_string()}));
        reaches_as(&pack, dates.chain([json!({}), json!({"age": 0})]))?;
    }
}
