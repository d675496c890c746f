//! The reasons are exact: brute force over small random packs, and laws on the ten packs.

use crate::support::minimal::{self, Completions};
use crate::support::reference::{PACKS, outcome_with};
use crate::support::{packs, sheets};
use drive_screening::answers::Answers;
use drive_screening::pack::compiled::ValueSet;
use drive_screening::pack::{Pack, Test};
use drive_screening::screening::{
    Counterfactual, MAX_CHANGES, MAX_SETS, NEED_INFORMATION, Outcome, UnknownCause, counterfactuals,
    open_criteria, reasons, screen,
};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

fn screened(pack: &Pack, sheet: &Value) -> (Answers, Outcome) {
    let answers = packs::answers(pack, sheet);
    let outcome = screen(pack, &answers);
    (answers, outcome)
}

/// The largest sets that brute force tries.
const TRIED: usize = 3;

/// A small random pack, some of whose criteria are judgement, and sheets for it.
fn small() -> BoxedStrategy<(Value, Vec<Map<String, Value>>)> {
    (minimal::case(), any::<u16>())
        .prop_map(|(mut case, judged)| {
            for (place, criterion) in case.pack["criteria"].as_array_mut().unwrap().iter_mut().enumerate() {
                // About one in four; a graded one never.
                if judged >> (place % 8) & 0b1_0000_0001 == 0b1_0000_0001 && criterion.get("rule").is_some() {
                    let criterion = criterion.as_object_mut().unwrap();
                    criterion.insert("judgement".to_owned(), json!(true));
                    criterion.remove("if_no");
                    criterion.remove("if_yes");
                }
            }
            (case.pack, case.answers)
        })
        .boxed()
}

fn small_sheet(answers: &Map<String, Value>) -> Value {
    json!({"format": "answers/1", "pack": "small", "screened_on": "2026-11-21", "answers": answers})
}

/// The sets of an outcome as places and values.
fn sets(leads: &Counterfactual) -> Vec<minimal::Set> {
    let set = |set: &Vec<_>| {
        let mut set: minimal::Set = set
            .iter()
            .map(|change: &drive_screening::screening::CriterionChange| {
                (change.criterion.place(), change.value)
            })
            .collect();
        set.sort_unstable();
        set
    };
    leads.sets.iter().map(set).collect()
}

proptest! {
    #![proptest_config(cases(60))]

    /// No smaller set of settled criteria settles the verdict, none of the same size does with less judgement, and none
    /// of those named can be spared.
    #[test]
    fn because_is_smallest_and_has_the_least_judgement((pack, sheets) in small()) {
        let loaded = Pack::load(&pack.to_string()).unwrap();
        for answers in sheets {
            let (_, outcome) = screened(&loaded, &small_sheet(&answers));
            let all = Completions::of(&pack, &answers);
            if !outcome.is_settled() {
                prop_assert!(outcome.sufficient_set.is_empty());
                continue;
            }
            let verdict: BTreeSet<&str> = outcome.possible.iter().map(|id| id.as_str()).collect();
            let settles = |kept: &[usize]| {
                all.reached(&[], |place| !kept.contains(&place)) == verdict
            };
            let judged = |kept: &[usize]| kept.iter().filter(|place| all.is_judgement(**place)).count();
            let named: Vec<usize> = outcome.sufficient_set.iter().map(|index| index.place()).collect();
            prop_assert!(settles(&named));
            for dropped in &named {
                let fewer: Vec<usize> = named.iter().copied().filter(|other| other != dropped).collect();
                prop_assert!(!settles(&fewer), "{dropped} is idle");
            }
            let settled = all.settled();
            for chosen in 0_u32..1 << settled.len() {
                let size = chosen.count_ones() as usize;
                if size > named.len() {
                    continue;
                }
                let kept: Vec<usize> = settled
                    .iter().enumerate().filter(|(bit, _)| chosen >> bit & 1 == 1).map(|(_, place)| *place).collect();
                if (size, judged(&kept)) < (named.len(), judged(&named)) {
                    prop_assert!(!settles(&kept), "{kept:?} does better than {named:?}");
                }
            }
        }
    }

    /// Every set that would change the outcome leads where it says, no smaller set does, and where few sets do, all of
    /// them are named or it is said that there are more.
    #[test]
    fn would_change_is_exact((pack, sheets) in small()) {
        let loaded = Pack::load(&pack.to_string()).unwrap();
        for answers in sheets {
            let (_, outcome) = screened(&loaded, &small_sheet(&answers));
            let all = Completions::of(&pack, &answers);
            let changes = counterfactuals(&loaded, &outcome);
            prop_assert!(changes.iter().map(|leads| leads.sets.len()).sum::<usize>() <= MAX_SETS);
            let lead = |set: &[(usize, u8)], to: &str| {
                let reached = all.reached(set, |_| false);
                if to == NEED_INFORMATION { reached.len() > 1 } else { reached == BTreeSet::from([to]) }
            };
            let possible: Vec<&str> = outcome.possible.iter().map(|id| id.as_str()).collect();
            let settled = outcome.is_settled();
            let mut targets: Vec<&str> =
                loaded.verdicts.iter().map(|verdict| verdict.id.as_str()).filter(|id| possible.contains(id) != settled).collect();
            if settled {
                targets.push(NEED_INFORMATION);
            }
            for leads in &changes {
                prop_assert!(targets.contains(&leads.outcome.as_str()), "{}", leads.outcome);
            }
            for to in targets {
                let named = changes.iter().find(|leads| leads.outcome == to);
                let (mut brute, mut size) = (Vec::new(), 0);
                while brute.is_empty() && size < TRIED {
                    size += 1;
                    brute = all.sets(size, settled);
                    brute.retain(|set| lead(set, to));
                    // Of those as small, those that overturn least of what is known.
                    let overturned = |set: &minimal::Set| set.iter().filter(|(place, _)| all.settled().contains(place)).count();
                    let least = brute.iter().map(overturned).min();
                    brute.retain(|set| Some(overturned(set)) == least);
                    // A set that leaves several verdicts possible is named only if none smaller, and none as small,
                    // makes another verdict certain without it.
                    if to == NEED_INFORMATION && brute.is_empty() {
                        let loosened = |set: &minimal::Set| all.reached(set, |_| false) != possible.iter().copied().collect();
                        if all.sets(size, settled).iter().any(loosened) {
                            break;
                        }
                    }
                }
                match named {
                    Some(leads) => {
                        for set in sets(leads) {
                            prop_assert!(lead(&set, to), "{set:?} does not lead to {to}");
                            prop_assert!(set.len() <= size || brute.is_empty(), "{set:?} is not smallest: {brute:?}");
                            prop_assert!(brute.is_empty() || brute.contains(&set), "{set:?} is not in {brute:?}");
                            prop_assert!(!set.iter().any(|(place, _)| all.is_judgement(*place)));
                        }
                        if !brute.is_empty() {
                            prop_assert_eq!(leads.more, leads.sets.len() < brute.len(), "{:?}", brute);
                        }
                    }
                    // With five outcomes at most in these packs each has a set named.
                    None => prop_assert!(brute.is_empty(), "{to} is missing: {brute:?}"),
                }
            }
        }
    }

    /// What each answer to an open criterion would settle.
    #[test]
    fn open_says_what_each_answer_leaves_possible((pack, sheets) in small()) {
        let loaded = Pack::load(&pack.to_string()).unwrap();
        for answers in sheets {
            let (typed, outcome) = screened(&loaded, &small_sheet(&answers));
            let all = Completions::of(&pack, &answers);
            let (_, expected) = minimal::brute_force(&pack, &answers);
            let found = open_criteria(&loaded, &typed, &outcome);
            let names: BTreeSet<&str> =
                found.iter().map(|open| loaded.criteria[open.criterion].id.as_str()).collect();
            prop_assert_eq!(names, expected.iter().map(String::as_str).collect());
            for open in &found {
                let lever = !all.is_judgement(open.criterion.place());
                let values = if lever { loaded.criteria[open.criterion].test.arity() } else { 0 };
                prop_assert_eq!(open.settles.len(), usize::from(values));
                for (value, then) in &open.settles {
                    let reached = all.reached(&[(open.criterion.place(), *value)], |_| false);
                    prop_assert_eq!(then.iter().map(String::as_str).collect::<BTreeSet<_>>(), reached);
                }
                let facts = loaded.criteria[open.criterion].reads(&loaded.instruments);
                let unanswered = facts.iter().any(|fact| typed.get(fact.as_str()).is_none());
                prop_assert_eq!(open.missing == UnknownCause::NotAsked, unanswered);
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(200))]

    /// With only the answers that `because` names the verdict is the same; without any one of them another is possible.
    #[test]
    fn no_answer_that_because_names_can_be_spared(sheet in sheets::any_sheet()) {
        let pack = packs::named(sheet["pack"].as_str().unwrap());
        let (answers, outcome) = screened(pack, &sheet);
        let found = reasons(pack, &answers, &outcome);
        prop_assert_eq!(found.iter().map(|reason| reason.criterion).collect::<Vec<_>>(), outcome.sufficient_set.clone());
        if !outcome.is_settled() {
            return Ok(());
        }
        let mut only = answers.clone();
        only.facts.retain(|fact, _| found.iter().any(|reason| reason.facts.contains(fact)));
        prop_assert_eq!(&screen(pack, &only).possible, &outcome.possible, "{}", sheet);
        for fact in only.facts.keys() {
            let mut fewer = only.clone();
            fewer.facts.remove(fact);
            prop_assert!(!screen(pack, &fewer).is_settled(), "{} can be spared: {}", fact, sheet);
        }
    }

    /// On the ten packs: every set leads where it says, and none holds judgement or what no answer can bring about.
    #[test]
    fn every_set_of_the_ten_packs_leads_where_it_says(sheet in sheets::any_sheet()) {
        let pack = packs::named(sheet["pack"].as_str().unwrap());
        let (_, outcome) = screened(pack, &sheet);
        let result = packs::result(pack, &sheet);
        for leads in result["would_change"].as_array().unwrap() {
            for set in leads["sets"].as_array().unwrap() {
                prop_assert_eq!(outcome_with(&sheet, set.as_object().unwrap()), leads["outcome"].as_str().unwrap());
            }
        }
        for leads in counterfactuals(pack, &outcome) {
            prop_assert!(leads.outcome != outcome.name);
            for set in &leads.sets {
                prop_assert!(!set.is_empty() && set.len() <= MAX_CHANGES);
                for change in set {
                    let criterion = &pack.criteria[change.criterion];
                    prop_assert!(pack.is_changeable(criterion), "{} is no lever", criterion.id);
                    prop_assert!(criterion.test.can_be().contains(change.value));
                    prop_assert_eq!(change.learned, !outcome.criteria[change.criterion].is_settled());
                    prop_assert!(change.learned || outcome.is_settled());
                }
            }
        }
    }
}

/// The same sets in the same number, however the criteria are ordered; which of several as small are named may differ.
#[test]
fn the_order_of_criteria_decides_only_between_equals() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for name in PACKS {
        let mut source: Value = packs::whole(name);
        source["criteria"].as_array_mut().unwrap().reverse();
        let turned = Pack::load(&source.to_string()).unwrap();
        let pack = packs::named(name);
        for _ in 0..40 {
            let sheet = sheets::sheet(name, sheets::Known::Most).new_tree(&mut runner).unwrap().current();
            let (_, one) = screened(pack, &sheet);
            let (_, other) = screened(&turned, &sheet);
            assert_eq!(one.sufficient_set.len(), other.sufficient_set.len(), "{sheet}");
            let shape = |pack: &Pack, outcome: &Outcome| {
                let leads = counterfactuals(pack, outcome);
                let shape = |leads: Counterfactual| {
                    (leads.outcome, leads.sets.iter().map(Vec::len).collect::<Vec<_>>(), leads.more)
                };
                leads.into_iter().map(shape).collect::<Vec<_>>()
            };
            assert_eq!(shape(pack, &one), shape(&turned, &other), "{sheet}");
        }
    }
}

fn result(pack: &str, answers: Value) -> Value {
    let sheet = json!({"format": "answers/1", "pack": pack, "screened_on": "2026-11-21", "answers": answers});
    packs::result(packs::named(pack), &sheet)
}

#[test]
fn dated_evidence_goes_before_undated_and_judgement_comes_last() {
    let door = |extra: Value| {
        let mut answers: Value = serde_json::from_str::<Vec<Value>>(include_str!("../vignettes.json"))
            .unwrap()[0]["sheet"]["answers"]
            .clone();
        answers["dash_done"] = json!("no");
        for (fact, value) in extra.as_object().unwrap() {
            answers[fact] = value.clone();
        }
        let result = result("default", answers);
        let doors = ["dash", "grade", "marac", "incidents", "judgement", "probation", "priority_list"];
        let because = result["because"].as_array().unwrap().clone();
        let used: Vec<String> = because
            .iter()
            .map(|id| id.as_str().unwrap().to_owned())
            .filter(|id| doors.contains(&id.as_str()))
            .collect();
        used.join(" ")
    };
    let judgement = json!({"judgement_high": "yes", "judgement_reasons": "Sample reasons"});
    let with = |more: Value| {
        let mut all = judgement.clone();
        all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        door(all)
    };
    assert_eq!(with(json!({})), "judgement");
    assert_eq!(with(json!({"priority_list": "yes"})), "priority_list");
    assert_eq!(with(json!({"incidents_12m": 4, "priority_list": "yes"})), "incidents");
    assert_eq!(
        with(json!({"incidents_12m": 4, "marac_heard": "yes", "marac_heard_on": "2026-06-21"})),
        "marac",
        "a date that the pack asks for"
    );
}

#[test]
fn what_no_answer_can_bring_about_is_never_named() {
    // An IDVA is there or not yet there: no answer makes that a settled no.
    let pack = packs::named("idva_required");
    let idva = &pack.criteria[pack.criterion("idva").unwrap()];
    assert!(matches!(idva.test, Test::Rule(_)));
    assert_eq!(idva.test.can_be(), ValueSet::YES);
    let mut answers: Value = serde_json::from_str::<Vec<Value>>(include_str!("../vignettes.json")).unwrap()
        [0]["sheet"]["answers"]
        .clone();
    answers["idva"] = json!("none");
    let result = result("idva_required", answers);
    assert_eq!(result["outcome"], "need_information");
    assert_eq!(
        result["would_change"],
        json!([{"outcome": "refer", "sets": [{"idva": "yes"}], "more": false}])
    );
}

#[test]
fn an_early_no_says_what_would_open_it_again() {
    let result = result("default", json!({"in_area": "no"}));
    assert_eq!(result["outcome"], "not_eligible");
    assert_eq!(
        result["would_change"],
        json!([{"outcome": "need_information", "sets": [{"area": "yes"}], "more": false}])
    );
}

/// A pack of so many yes/no questions that are all answered no, whose first verdict holds as long as none is yes; after
/// that `rest`.
fn all_no(count: usize, criteria: Vec<Value>, rest: Vec<Value>) -> (Pack, Answers) {
    let names: Vec<String> = (0..count).map(|index| format!("s{index}")).collect();
    let mut all: Vec<Value> = names
        .iter()
        .map(|name| minimal::criterion(name, "soft", json!({"is_yes": format!("q_{name}")})))
        .collect();
    all.extend(criteria);
    let mut questions: Vec<Value> =
        names.iter().map(|name| minimal::question(&format!("q_{name}"), "yes_no")).collect();
    questions.push(minimal::question("other", "yes_no"));
    let none = json!({"id": "none", "when": {"not": {"some": "soft"}}, "words": minimal::words("None")});
    let pack = minimal::pack(questions, all, [vec![none], rest].concat());
    let pack = Pack::load(&pack.to_string()).unwrap_or_else(|problems| panic!("{problems:?}"));
    let no = names.iter().map(|name| (format!("q_{name}"), json!("no"))).collect();
    let answers = packs::answers(&pack, &small_sheet(&no));
    (pack, answers)
}

fn last() -> Value {
    json!({"id": "last", "words": minimal::words("Last")})
}

/// Each outcome with how many sets stand under it, and whether there are others.
fn told(pack: &Pack, answers: &Answers) -> Vec<(String, usize, bool)> {
    let all = counterfactuals(pack, &screen(pack, answers));
    all.into_iter().map(|leads| (leads.outcome, leads.sets.len(), leads.more)).collect()
}

/// At most [`MAX_SETS`] sets are told, and that there are others only where there are.
#[test]
fn that_there_are_others_is_said_where_there_are() {
    for (count, more) in [(MAX_SETS - 1, false), (MAX_SETS, false), (MAX_SETS + 1, true)] {
        let (pack, answers) = all_no(count, Vec::new(), vec![last()]);
        assert_eq!(told(&pack, &answers), [("last".to_owned(), count.min(MAX_SETS), more)], "{count}");
        // What is a matter of judgement leads nowhere by itself: each of the others leads to more being needed.
        let mut judged = minimal::criterion("judged", "felt", json!({"is_yes": "other"}));
        judged["judgement"] = json!(true);
        for words in ["if_no", "if_yes"] {
            judged.as_object_mut().unwrap().remove(words);
        }
        let second = json!({"id": "second", "when": {"some": "felt"}, "words": minimal::words("Second")});
        let (pack, answers) = all_no(count, vec![judged], vec![second, last()]);
        let expected = (NEED_INFORMATION.to_owned(), count.min(MAX_SETS), more);
        assert_eq!(told(&pack, &answers), [expected], "{count}");
    }
}

/// An outcome that has no further set leaves the room to one that has.
#[test]
fn an_outcome_that_is_told_whole_leaves_room_to_the_others() {
    let alone = minimal::criterion("alone", "soft", json!({"is_yes": "other"}));
    let second = json!({"id": "second", "when": {"criterion": "alone"}, "words": minimal::words("Second")});
    let (pack, mut answers) = all_no(MAX_SETS + 1, vec![alone], vec![second, last()]);
    let no = packs::answers(&pack, &small_sheet(json!({"other": "no"}).as_object().unwrap()));
    answers.facts.extend(no.facts);
    let expected = [("second".to_owned(), 1, false), ("last".to_owned(), MAX_SETS - 1, true)];
    assert_eq!(told(&pack, &answers), expected);
}

/// A criterion that only the referral asks for is not asked as long as its question has no answer.
#[test]
fn what_only_the_referral_asks_is_missing_until_it_is_answered() {
    let mut later =
        minimal::section("later", vec![minimal::page("more", vec![minimal::question("asked", "yes_no")])]);
    later["stage"] = json!("referral");
    let mut pack = minimal::smallest();
    pack["sections"] = json!([later]);
    let pack = Pack::load(&pack.to_string()).unwrap();
    for (answers, expected) in
        [(json!({}), UnknownCause::NotAsked), (json!({"asked": "not_known"}), UnknownCause::NotKnown)]
    {
        let (answers, outcome) = screened(&pack, &small_sheet(answers.as_object().unwrap()));
        assert_eq!(open_criteria(&pack, &answers, &outcome)[0].missing, expected);
    }
}

#[test]
fn not_asked_is_told_from_asked_and_not_known() {
    let missing = |answers: Value, id: &str| {
        let pack = packs::named("default");
        let sheet = json!({"format": "answers/1", "pack": "default", "screened_on": "2026-11-21", "answers": answers});
        let (answers, outcome) = screened(pack, &sheet);
        let found = open_criteria(pack, &answers, &outcome);
        found.iter().find(|open| pack.criteria[open.criterion].id.as_str() == id).unwrap().missing
    };
    assert_eq!(missing(json!({}), "marac"), UnknownCause::NotAsked);
    assert_eq!(
        missing(json!({"marac_heard": "not_known"}), "marac"),
        UnknownCause::NotKnown,
        "its date is not asked then"
    );
    assert_eq!(
        missing(json!({"marac_heard": "yes"}), "marac"),
        UnknownCause::NotAsked,
        "its date is asked now"
    );
    assert_eq!(
        missing(json!({"marac_heard": "yes", "marac_heard_on": "not_known"}), "marac"),
        UnknownCause::NotKnown
    );
    let stale = json!({
        "dash_done": "yes", "dash_form": "safelives_24", "dash_yes": 17, "dash_not_known": 0, "dash_assessed_on": "2026-01-11",
    });
    assert_eq!(missing(stale, "dash"), UnknownCause::NotKnown, "asked, and too old to tell");
    assert_eq!(
        missing(json!({"perpetrator_age": "not_known"}), "age"),
        UnknownCause::NotKnown,
        "the date of birth comes later"
    );
}

/// Two of four are needed; in the order of the pack judgement comes first, then what bears no date.
#[test]
fn least_judgement_counts_more_than_most_dates() {
    let dated =
        |id: &str, fact: &str| minimal::criterion(id, "way", json!({"within": {"date": fact, "months": 12}}));
    let mut judged = minimal::criterion("judged", "way", json!({"is_yes": "a"}));
    judged["judgement"] = json!(true);
    for words in ["if_no", "if_yes"] {
        judged.as_object_mut().unwrap().remove(words);
    }
    let way = |id: &str, fact: &str| minimal::criterion(id, "way", json!({"is_yes": fact}));
    let of: Vec<Value> =
        ["judged", "one", "two", "dated"].iter().map(|id| json!({"criterion": id})).collect();
    let pack = |when: Value| {
        let pack = minimal::pack(
            vec![
                minimal::question("a", "yes_no"),
                minimal::question("b", "yes_no"),
                minimal::question("c", "yes_no"),
                minimal::question("d", "date"),
            ],
            vec![judged.clone(), way("one", "b"), way("two", "c"), dated("dated", "d")],
            vec![
                json!({"id": "enough", "when": when, "words": minimal::words("Enough")}),
                json!({"id": "last", "words": minimal::words("Last")}),
            ],
        );
        Pack::load(&pack.to_string()).unwrap_or_else(|problems| panic!("{problems:#?}"))
    };
    let decided = |when: Value, answers: &Value| {
        packs::result(&pack(when), &small_sheet(answers.as_object().unwrap()))["because"].clone()
    };
    let reasons =
        |count: u32, answers: Value| decided(json!({"at_least": {"count": count, "of": of}}), &answers);
    let all = json!({"a": "yes", "b": "yes", "c": "yes", "d": "2026-06-21"});
    assert_eq!(reasons(1, all.clone()), json!(["dated"]));
    assert_eq!(reasons(2, all.clone()), json!(["dated", "one"]));
    assert_eq!(reasons(3, all.clone()), json!(["dated", "one", "two"]));
    assert_eq!(reasons(4, all.clone()), json!(["dated", "judged", "one", "two"]));
    assert_eq!(reasons(1, json!({"a": "yes", "b": "yes"})), json!(["one"]));
    // Judgement beside a date, or two that bear none: the two.
    let pairs = json!({"any": [{"all": [of[0], of[3]]}, {"all": [of[1], of[2]]}]});
    assert_eq!(decided(pairs, &all), json!(["one", "two"]));
}

#[test]
fn what_takes_more_than_the_nearest_is_named_once() {
    let case = serde_json::from_str::<Vec<Value>>(include_str!("../vignettes.json")).unwrap();
    let under_age = case.iter().find(|case| case["id"] == "V15").unwrap()["sheet"].clone();
    let result = packs::result(packs::named("default"), &under_age);
    assert_eq!(
        result["would_change"],
        json!([
            {"outcome": "refer", "sets": [{"age": "yes"}], "more": false},
            {"outcome": "panel_discussion", "sets": [{"age": "yes", "custody": "soft"}], "more": true},
        ])
    );
}

/// Of sets as small, the one that overturns least of what is known: to learn one thing and find another wrong is nearer
/// than to find two wrong.
#[test]
fn of_sets_as_small_the_one_that_overturns_least_is_named() {
    let way = |id: &str, fact: &str| minimal::criterion(id, "way", json!({"is_yes": fact}));
    let pack = minimal::pack(
        ["a", "b", "c"].map(|fact| minimal::question(fact, "yes_no")).to_vec(),
        // The known one first: it would be named if the order alone decided.
        vec![way("first", "a"), way("known", "c"), way("open", "b")],
        vec![
            json!({"id": "met", "words": minimal::words("Met"), "when": {"all": [
                {"criterion": "first"}, {"any": [{"criterion": "known"}, {"criterion": "open"}]}]}}),
            json!({"id": "last", "words": minimal::words("Last")}),
        ],
    );
    let pack = Pack::load(&pack.to_string()).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let sheet = small_sheet(json!({"a": "no", "c": "no"}).as_object().unwrap());
    let result = packs::result(&pack, &sheet);
    assert_eq!(result["outcome"], "last");
    assert_eq!(
        result["would_change"][0],
        json!({"outcome": "need_information", "sets": [{"first": "yes"}], "more": false})
    );
    let met = result["would_change"].as_array().unwrap().iter().find(|leads| leads["outcome"] == "met");
    assert_eq!(
        *met.unwrap(),
        json!({"outcome": "met", "sets": [{"first": "yes", "open": "yes"}], "more": false})
    );
}

/// A site's criterion over the markers decides, and is never named as something that would change a result.
#[test]
fn markers_are_no_lever() {
    let text = minimal::text;
    let site = json!({
        "format": "pack/1", "id": "site", "version": "1", "extends": "default", "title": text("Site"), "about": text("About"),
        "settings": {"doors": ["marked", "probation"]},
        "criteria": [minimal::criterion("marked", "door", json!({"has_any": {"fact": "markers", "values": ["stalking"]}}))],
    });
    let mut site = site;
    site["criteria"][0]["source"] = json!("project");
    let pack = Pack::load(&site.to_string()).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let mut sheet =
        serde_json::from_str::<Vec<Value>>(include_str!("../vignettes.json")).unwrap()[0]["sheet"].clone();
    sheet["answers"]["markers"] = json!([]);
    let result = packs::result(&pack, &sheet);
    assert_eq!(result["outcome"], "not_eligible");
    assert_eq!(result["because"], json!(["marked", "probation"]));
    assert_eq!(
        result["would_change"][0],
        json!({"outcome": "refer", "sets": [{"probation": "yes"}], "more": false})
    );
    assert!(!result["would_change"].to_string().contains("marked"));
    sheet["answers"].as_object_mut().unwrap().remove("markers");
    let (answers, outcome) = screened(&pack, &sheet);
    let [marked] = &open_criteria(&pack, &answers, &outcome)[..] else { panic!("the markers are open") };
    assert_eq!((marked.missing, marked.settles.len()), (UnknownCause::NotAsked, 0));
    assert!(counterfactuals(&pack, &outcome).is_empty());
}

/// Of reasons that would do equally well, the one whose source can be asked again; a date that the pack asks for counts
/// more, and judgement less than either.
#[test]
fn a_source_is_the_last_choice_between_equals() {
    let doors = json!({"perpetrator_age": 34, "perpetrator_alive": "yes", "perpetrator_identified": "yes", "in_area": "yes",
        "connection": "partner", "victim_aged_16_or_over": "yes", "counter_allegation": "no", "idva": "linked",
        "idva_advises_pause": "no", "open_to_drive": "no", "custody": "none", "programme": "none", "mappa_level": "none",
        "detained_in_hospital": "no", "leaving_uk": "no", "incidents_12m": 4, "probation_high_harm": "yes",
        "priority_list": "yes", "judgement_high": "yes", "judgement_reasons": "Fear"});
    let door = |answers: &Value, evidence: Value| {
        let mut sheet = json!({"format": "answers/1", "pack": "default", "screened_on": "2026-11-21", "answers": answers});
        sheet["evidence"] = evidence;
        let because = packs::result(packs::named("default"), &sheet)["because"].clone();
        let doors = ["incidents", "probation", "priority_list", "judgement", "marac"];
        let named =
            because.as_array().unwrap().iter().filter_map(Value::as_str).find(|name| doors.contains(name));
        named.unwrap().to_owned()
    };
    let strong = json!({"from": "police_record", "on": "2026-11-01"});
    assert_eq!(door(&doors, json!({})), "incidents");
    assert_eq!(door(&doors, json!({"priority_list": strong})), "priority_list");
    assert_eq!(door(&doors, json!({"judgement_high": strong})), "incidents");
    for weak in [
        json!({"from": "not_checked", "on": "2026-11-01"}),
        json!({"from": "professional_view", "on": "2026-11-01"}),
        json!({"from": "police_record"}),
        json!({"from": "police_record", "on": "2025-11-20"}),
        json!({"on": "2026-11-01", "note": "Seen"}),
    ] {
        assert_eq!(door(&doors, json!({"priority_list": weak})), "incidents", "{weak}");
    }
    let mut dated = doors.clone();
    dated["marac_heard"] = json!("yes");
    dated["marac_heard_on"] = json!("2026-10-01");
    assert_eq!(door(&dated, json!({"priority_list": strong})), "marac");
}
