//! Random answer sheets with dates around the windows.

use super::reference::{Day, FACTS};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

/// How much of a sheet is known.
#[derive(Clone, Copy, Debug)]
pub enum Known {
    /// Nearly everything, and mostly what leads on to a referral.
    Most,
    /// About half.
    Half,
    /// Little.
    Little,
    /// Everything, usefully: nothing leaves a criterion unknown.
    Everything,
}

/// A day of screening: any, month ends, leap days and the days around them.
pub fn screened_on() -> BoxedStrategy<Day> {
    let near = select(vec![
        (2024, 2, 29),
        (2025, 2, 28),
        (2026, 3, 31),
        (2026, 5, 31),
        (2026, 12, 31),
        (2028, 2, 29),
    ])
    .prop_flat_map(|(y, m, d)| (-2_i64..=2).prop_map(move |days| Day::new(y, m, d).step(days)));
    let any = (2023_i64..2032, 1_i64..=12, 1_i64..=28).prop_map(|(y, m, d)| Day::new(y, m, d));
    prop_oneof![near, any].boxed()
}

fn words(values: &[&str]) -> BoxedStrategy<Value> {
    select(values.iter().map(|value| json!(value)).collect::<Vec<_>>()).boxed()
}

fn date(on: Day, months: Vec<i64>, days: Vec<i64>, past: bool) -> BoxedStrategy<Value> {
    (select(months), select(days))
        .prop_map(move |(months, days)| {
            let day = on.months(months).step(days);
            json!(if past { day.min(on) } else { day }.write())
        })
        .boxed()
}

fn counts(values: &[u32], most: u32) -> BoxedStrategy<Value> {
    prop_oneof![select(values.to_vec()), 0..=most].prop_map(|count| json!(count)).boxed()
}

/// Reasons as people paste them, some of them blank.
pub fn reasons() -> BoxedStrategy<Value> {
    words(&[
        "Escalating",
        "",
        "   ",
        "\n\t \r\n",
        "He said \u{202e}he would\u{202c}",
        "e\u{301}\u{302}\u{303}",
        "\u{feff}",
    ])
}

const AROUND: [i64; 5] = [-2, -1, 0, 1, 2];
const MARKERS: [&str; 16] = [
    "strangulation",
    "weapon",
    "threats_to_kill",
    "sexual_violence",
    "stalking",
    "technology",
    "separated",
    "new_partner",
    "control",
    "honour_based",
    "child_threat",
    "animal_cruelty",
    "suicide_threat",
    "economic",
    "breach_of_orders",
    "escalation",
];

/// Every fact of the table: the value that leads on to a referral, and any valid value.
pub fn facts(on: Day) -> Vec<(&'static str, Value, BoxedStrategy<Value>)> {
    let yes_no = || words(&["yes", "no"]);
    let past = |months: &[i64], days: &[i64]| date(on, months.to_vec(), days.to_vec(), true);
    let fresh = || past(&[0], &[0, -1, -30, -89, -90, -91, -92, -400]);
    let ago = |days: i64| json!(on.step(-days).write());
    let born = past(&[-12 * 18, -12 * 16, -12 * 30, -12 * 17], &AROUND);
    // From the two halves, as what is present is not "not checked" too.
    let some = |markers: &[&'static str]| {
        proptest::sample::subsequence(markers.to_vec(), 0..=4).prop_map(|markers| json!(markers)).boxed()
    };
    let (markers, not_checked) = (some(&MARKERS[..12]), some(&MARKERS[12..]));
    let told = proptest::option::of(words(&[
        "told",
        "not_safe",
        "not_reached",
        "not_yet",
        "decided_not_to",
        "not_known",
    ]));
    let entry = told.prop_map(|told| told.map_or(json!({}), |told| json!({"victim_told": told})));
    let victims = proptest::collection::vec(entry, 0..3).prop_map(|entries| json!(entries)).boxed();
    vec![
        ("perpetrator_date_of_birth", json!(on.months(-12 * 40).write()), born),
        ("perpetrator_age", json!(34), counts(&[15, 16, 17, 18, 19], 120)),
        ("perpetrator_alive", json!("yes"), yes_no()),
        ("perpetrator_identified", json!("yes"), yes_no()),
        ("in_area", json!("yes"), yes_no()),
        ("connection", json!("partner"), words(&["partner", "ex_partner", "co_parent", "family", "none"])),
        ("victim_aged_16_or_over", json!("yes"), yes_no()),
        ("counter_allegation", json!("no"), yes_no()),
        ("primary_perpetrator", json!("yes"), yes_no()),
        ("dash_done", json!("yes"), yes_no()),
        ("dash_form", json!("police_27"), words(&["safelives_24", "police_27"])),
        ("dash_yes", json!(15), counts(&[10, 11, 12, 13, 14, 15], 27)),
        ("dash_not_known", json!(0), counts(&[0, 1, 2, 3, 4], 17)),
        ("dash_assessed_on", ago(9), fresh()),
        ("risk_grade", json!("high"), words(&["none", "standard", "medium", "high"])),
        ("risk_graded_on", ago(3), fresh()),
        ("marac_heard", json!("yes"), yes_no()),
        ("marac_heard_on", ago(100), past(&[0, -12, -12, -11, -13], &AROUND)),
        ("incidents_12m", json!(4), counts(&[0, 2, 3, 4], 999)),
        ("judgement_high", json!("yes"), yes_no()),
        ("judgement_reasons", json!("Fear"), reasons()),
        ("probation_high_harm", json!("no"), yes_no()),
        ("priority_list", json!("no"), yes_no()),
        ("abuse_since_marac", json!("crime"), words(&["none", "any", "crime"])),
        ("other_victims", json!(2), counts(&[0, 1, 2], 999)),
        ("last_other_victim_on", ago(200), past(&[0, -36, -36, -35, -37], &AROUND)),
        ("other_victims_connected", json!("no"), yes_no()),
        (
            "custody",
            json!("none"),
            words(&["none", "police", "sentenced", "recall", "remand", "immigration"]),
        ),
        ("release_date", ago(0), date(on, vec![0, 3, 3, 24, 24, 12, -5], AROUND.to_vec(), false)),
        ("programme", json!("none"), words(&["none", "active"])),
        ("open_to_drive", json!("no"), yes_no()),
        ("mappa_level", json!("none"), words(&["none", "1", "2", "3"])),
        ("detained_in_hospital", json!("no"), yes_no()),
        ("leaving_uk", json!("no"), yes_no()),
        ("idva", json!("linked"), words(&["linked", "referred_today", "declined", "none"])),
        ("idva_advises_pause", json!("no"), words(&["yes", "no", "nobody_asked"])),
        ("victim_aged_16_or_17", json!("no"), yes_no()),
        ("victim_view", json!("supports"), words(&["supports", "objects", "not_asked"])),
        ("immediate_danger", json!("no"), yes_no()),
        ("insider", json!("no"), yes_no()),
        ("children", json!("no"), yes_no()),
        ("markers", json!([]), markers),
        ("markers_not_checked", json!([]), not_checked),
        ("operational_hold", json!("no"), yes_no()),
        ("pending_matters", json!("no"), yes_no()),
        ("safety_firearms_licence", json!("no"), yes_no()),
        ("contact_red_line", json!("no"), yes_no()),
        ("lives_with_victim_or_child", json!("no"), words(&["no", "always", "sometimes", "cannot_rule_out"])),
        ("victim_survivors_list", json!([{"victim_told": "told"}]), victims),
    ]
}

/// The fact that shuts each door.
const DOORS: [&str; 7] = [
    "dash_done",
    "risk_grade",
    "marac_heard",
    "incidents_12m",
    "judgement_high",
    "probation_high_harm",
    "priority_list",
];

/// The answers of a sheet.
pub fn answers(on: Day, known: Known) -> BoxedStrategy<Map<String, Value>> {
    let (absent, not_known, good, any) = match known {
        Known::Most => (1, 1, 24, 4),
        Known::Half => (3, 2, 8, 3),
        Known::Little => (10, 3, 3, 1),
        Known::Everything => (0, 0, 2, 1),
    };
    let facts = facts(on).into_iter().map(|(fact, usual, values)| {
        let mut choices: Vec<(u32, BoxedStrategy<Option<Value>>)> =
            vec![(good, Just(Some(usual)).boxed()), (any, values.prop_map(Some).boxed())];
        if absent > 0 {
            choices.push((absent, Just(None).boxed()));
            choices.push((not_known, Just(Some(json!("not_known"))).boxed()));
        }
        proptest::strategy::Union::new_weighted(choices).prop_map(move |value| (fact, value)).boxed()
    });
    // Shut most doors now and then, so that each of them gets to decide.
    let shut = prop_oneof![Just(Vec::new()), proptest::sample::subsequence(DOORS.to_vec(), 3..=7)];
    (facts.collect::<Vec<_>>(), shut)
        .prop_map(move |(facts, shut)| {
            let mut answers: Map<String, Value> =
                facts.into_iter().filter_map(|(fact, value)| Some((fact.to_owned(), value?))).collect();
            for fact in shut {
                let no = match fact {
                    "risk_grade" => json!("none"),
                    "incidents_12m" => json!(0),
                    _ => json!("no"),
                };
                answers.insert(fact.to_owned(), no);
            }
            fit_form(&mut answers);
            if matches!(known, Known::Everything) {
                make_useful(&mut answers, on);
            }
            answers
        })
        .boxed()
}

/// The counted items must fit on the form.
pub fn fit_form(answers: &mut Map<String, Value>) {
    let items = if answers.get("dash_form") == Some(&json!("safelives_24")) { 24 } else { 27 };
    let count = |answers: &Map<String, Value>, fact: &str| answers.get(fact).and_then(Value::as_i64);
    if let Some(yes) = count(answers, "dash_yes") {
        answers.insert("dash_yes".to_owned(), json!(yes.min(items)));
    }
    if let Some(not_known) = count(answers, "dash_not_known") {
        let room = items - count(answers, "dash_yes").unwrap_or(0);
        answers.insert("dash_not_known".to_owned(), json!(not_known.min(room)));
    }
}

/// Answers that leave every criterion known.
fn make_useful(answers: &mut Map<String, Value>, on: Day) {
    let mut set = |fact: &str, value: Value| answers.insert(fact.to_owned(), value);
    set("dash_not_known", json!(0));
    set("dash_assessed_on", json!(on.step(-90).write()));
    set("risk_graded_on", json!(on.step(-90).write()));
    set("judgement_reasons", json!("Fear"));
    if answers.get("idva") == Some(&json!("none")) {
        answers.insert("idva".to_owned(), json!("declined"));
    }
}

/// A sheet of a pack.
pub fn sheet(pack: &'static str, known: Known) -> BoxedStrategy<Value> {
    screened_on()
        .prop_flat_map(move |on| (Just(on), answers(on, known)))
        .prop_map(move |(on, answers)| {
            json!({"format": "answers/1", "pack": pack, "screened_on": on.write(), "answers": answers})
        })
        .boxed()
}

/// A sheet of any of the ten packs with any amount known.
pub fn any_sheet() -> BoxedStrategy<Value> {
    let known = prop_oneof![3 => Just(Known::Most), 3 => Just(Known::Half), 1 => Just(Known::Little), 1 => Just(Known::Everything)];
    (select(super::reference::PACKS.to_vec()), known)
        .prop_flat_map(|(pack, known)| sheet(pack, known))
        .boxed()
}

/// The criterion a fact is about, if it is about one.
pub fn criterion_of(fact: &str) -> Option<&'static str> {
    FACTS.iter().find(|(_, facts)| facts.contains(&fact)).map(|(criterion, _)| *criterion)
}
