//! What is known is filled in when a referral begins, is marked, and waits to be confirmed.

use crate::support::packs;
use drive_screening::answers::{Answer, AnswerSheet, Answers, Claims};
use drive_screening::date::Date;
use drive_screening::document::{Criteria, JobResult, run_job};
use drive_screening::interview::{Draft, Field, FieldInput, Form, Now, RawValue, fill};
use drive_screening::json::Json;
use drive_screening::pack::{FactId, FilledFrom, Kind, Pack, Part, Stage, builtin};
use drive_screening::protocol::{Job, JobRequest, Reply};
use drive_screening::screening::screen;
use drive_screening::site::Site;
use drive_screening::words::Language;
use serde_json::{Value, json};

const TODAY: &str = "2026-11-21";
const MINUTE: u32 = 14 * 60 + 5;
const LANGUAGE: Language = Language::En;

fn today() -> Date {
    Date::parse(TODAY).unwrap()
}

fn id(fact: &str) -> FactId {
    FactId::parse(fact).unwrap()
}

fn form(answers: Value) -> Form {
    let sheet = json!({"format": "answers/1", "pack": "default", "screened_on": TODAY, "answers": answers});
    let answers = AnswerSheet::from_json(sheet).unwrap().read(packs::named("default")).unwrap();
    Form::from_answers(&answers)
}

/// What is known of the case in most of these tests.
fn known() -> Form {
    form(json!({
        "custody": "remand", "connection": "ex_partner", "idva": "linked", "victim_view": "not_known",
        "marac_heard": "yes", "marac_heard_on": "2026-09-30",
    }))
}

fn site(usual: &Value) -> Site {
    Site::read(Ok(&json!({"format": "site/1", "usual_answers": usual}).to_string()))
}

fn usual() -> Value {
    json!({
        "referral_panel": "Anytown Drive panel", "lawful_basis": ["public_task"], "lawful_condition": ["safeguarding"],
        "handling_recipients": "panel@example.org", "handling_annex_recipients": "IDVA lead",
        "handling_retention_owner": "Drive coordinator",
    })
}

fn filled(form: &Form, usual: &Value) -> Form {
    let pack = packs::named("default");
    let mut form = form.clone();
    fill(
        pack,
        &mut form,
        &site(usual).usual_answers(pack).unwrap(),
        Now { today: today(), minute: MINUTE },
        LANGUAGE,
    );
    form
}

fn written(form: &Form) -> Value {
    AnswerSheet::write(packs::named("default"), &form.answers(packs::named("default")), None)
}

/// Every question that could be filled in, those of entries too.
fn fillable(pack: &Pack) -> Vec<&drive_screening::pack::Question> {
    let mut all = Vec::new();
    for (_, question) in pack.questions() {
        all.push(question);
        if let Kind::Group(group) = &question.kind {
            all.extend(&group.questions);
        }
    }
    all.retain(|question| question.filled_from != FilledFrom::Nothing);
    all
}

#[test]
fn everything_that_is_known_is_filled_in_and_waits_to_be_confirmed() {
    let sheet = written(&filled(&known(), &usual()));
    let answers = &sheet["answers"];
    assert_eq!(answers["whereabouts_status"], "custody");
    assert_eq!(answers["marac_dates"], "30 September 2026");
    assert_eq!(answers["referral_completed_on"], TODAY);
    assert_eq!(answers["referral_completed_at"], "14:05");
    assert_eq!(
        answers["victim_survivors_list"],
        json!([{"victim_relationship": "ex_partner", "victim_idva_status": "engaged"}])
    );
    for (fact, answer) in usual().as_object().unwrap() {
        assert_eq!(&answers[fact], answer, "{fact}");
    }
    let claims = sheet["not_confirmed"].as_array().unwrap();
    let of = |system: &str| {
        let claims = claims.iter().find(|claims| claims["system"] == system).unwrap();
        claims["facts"].as_array().unwrap().clone()
    };
    assert_eq!(of("today"), ["referral_completed_at", "referral_completed_on"]);
    assert_eq!(
        of("screening"),
        ["marac_dates", "victim_idva_status", "victim_relationship", "whereabouts_status"]
    );
    assert_eq!(of("site").len(), 6);
    // Every question of the default criteria that can be filled in was.
    let all: usize = claims.iter().map(|claims| claims["facts"].as_array().unwrap().len()).sum();
    assert_eq!(all, fillable(packs::named("default")).len());
}

#[test]
fn nothing_is_filled_in_that_is_not_known() {
    for nothing in [
        json!({}),
        json!({"custody": "none", "connection": "family", "idva": "not_known"}),
        json!({"custody": "not_known", "connection": "not_known", "marac_heard": "not_known"}),
        json!({"marac_heard": "yes", "marac_heard_on": "not_known"}),
    ] {
        let sheet = written(&filled(&form(nothing.clone()), &json!({})));
        let claims = json!({"system": "today", "facts": ["referral_completed_at", "referral_completed_on"]});
        assert_eq!(sheet["not_confirmed"], claims, "{nothing}");
        assert!(sheet["answers"].get("victim_survivors_list").is_none(), "{nothing}");
    }
}

#[test]
fn what_somebody_typed_stays_whatever_is_known() {
    let mut typed = known();
    let put = |form: &mut Form, field: &Field, text: &str| {
        form.put(field, FieldInput::typed(RawValue::Text(text.to_owned())));
    };
    put(&mut typed, &Field::of(&id("referral_panel")), "Othertown panel");
    put(&mut typed, &Field::of(&id("referral_completed_on")), "no date at all");
    let key = typed.add_item(&id("victim_survivors_list"));
    let inner = |fact: &str| Field { item: Some((id("victim_survivors_list"), key)), fact: id(fact) };
    put(&mut typed, &inner("victim_name"), "Ceri Example");
    typed.put(&inner("victim_relationship"), FieldInput::from_answer(&Answer::NotKnown));
    let after = filled(&typed, &usual());
    for field in [
        Field::of(&id("referral_panel")),
        Field::of(&id("referral_completed_on")),
        inner("victim_name"),
        inner("victim_relationship"),
    ] {
        assert_eq!(after.get(&field), typed.get(&field), "{field:?}");
        assert_eq!(after.claimed_by(field.fact.as_str(), LANGUAGE), None, "{field:?}");
    }
    assert_eq!(after.items("victim_survivors_list").count(), 1);
    assert_eq!(after.claimed_by("victim_idva_status", LANGUAGE), Some("the screening"));
}

/// The screening may have changed since, or the day: what waits goes along, what was confirmed does not.
#[test]
fn what_waits_is_filled_in_anew_and_what_was_confirmed_stays() {
    let mut form = filled(&known(), &usual());
    form.confirm(&|fact| ["whereabouts_status", "lawful_basis"].contains(&fact.as_str()));
    let pick = |value: &str| FieldInput::typed(RawValue::Choice(value.to_owned()));
    form.put(&Field::of(&id("custody")), pick("none"));
    form.put(&Field::of(&id("connection")), pick("partner"));
    form.put(&Field::of(&id("idva")), FieldInput::from_answer(&Answer::NotKnown));
    let sheet = written(&filled(&form, &json!({"lawful_basis": ["legal_obligation"]})));
    assert_eq!(sheet["answers"]["whereabouts_status"], "custody");
    assert_eq!(sheet["answers"]["lawful_basis"], json!(["public_task"]));
    assert_eq!(sheet["answers"]["victim_survivors_list"], json!([{"victim_relationship": "partner"}]));
    assert!(sheet["answers"].get("referral_panel").is_none());
    // And as often as one likes.
    let once = filled(&known(), &usual());
    assert_eq!(filled(&once, &usual()), once);
}

#[test]
fn a_filled_form_is_saved_and_opened_as_it_is() {
    let pack = packs::named("default");
    let form = filled(&known(), &usual());
    let draft = Draft::to_json(pack, &form, Stage::Referral, "K7Q2-M9XD");
    assert_eq!(Draft::read(pack, draft, today()).unwrap().form(), form);
}

/// An entry that is gone, and one whose answer was typed over, claim nothing.
#[test]
fn what_is_typed_or_removed_no_longer_waits() {
    let form = filled(&known(), &json!({}));
    let key = form.items("victim_survivors_list").next().unwrap().key;
    let field = Field { item: Some((id("victim_survivors_list"), key)), fact: id("victim_relationship") };
    let mut typed = form.clone();
    typed.put(&field, FieldInput::typed(RawValue::Choice("partner".to_owned())));
    assert_eq!(typed.claimed_by("victim_relationship", LANGUAGE), None);
    assert!(typed.claimed_by("victim_idva_status", LANGUAGE).is_some());
    let mut removed = form;
    removed.remove_item(&id("victim_survivors_list"), key);
    // Where the form is read, nothing of it waits that is not there.
    let pack = packs::named("default");
    let draft = Draft::to_json(pack, &removed, Stage::Referral, "K7Q2-M9XD");
    let sheet = written(&Draft::read(pack, draft, today()).unwrap().form());
    assert!(!sheet["not_confirmed"].to_string().contains("victim_"), "{sheet}");
}

/// Filled in changes no verdict.
#[test]
fn a_verdict_is_the_same_with_and_without() {
    let pack = packs::named("default");
    let screened = |form: &Form| screen(pack, &form.answers(pack));
    let form = known();
    assert_eq!(screened(&filled(&form, &usual())), screened(&form));
}

#[test]
fn the_composer_fills_in_by_the_settings_of_the_site() {
    let pack = packs::named("default");
    let site = site(&usual());
    let criteria = Criteria {
        pack: site.pack(Err(0)).unwrap(),
        site,
        source: builtin::source("default").unwrap().to_owned(),
    };
    // The same criteria as without: what a site usually answers decides nothing.
    assert_eq!(criteria.pack.digest(), pack.digest());
    let run = |draft: Json| {
        let job = Job::Fill { draft };
        run_job(
            JobRequest { number: 1, made_on: today(), minute: MINUTE, language: Language::Cy, job },
            &criteria,
        )
    };
    let draft = Draft::to_json(pack, &known(), Stage::Referral, "K7Q2-M9XD");
    let Ok(JobResult::Reply(Reply::Draft(draft))) = run(draft) else { panic!("a draft") };
    assert_eq!(draft.reference.as_deref(), Some("K7Q2-M9XD"));
    let form = draft.form();
    assert_eq!(form.claimed_by("referral_panel", Language::Cy), Some("gosodiadau'r safle hwn"));
    assert_eq!(written(&form)["answers"]["marac_dates"], "30 Medi 2026");
    assert!(run(json!({"format": "draft/9"}).into()).is_err());
}

#[test]
fn a_site_answers_only_what_the_pack_lets_it() {
    let places =
        |usual: Value| -> Vec<(&str, String)> { packs::places(&site(&usual).pack(Err(0)).unwrap_err()) };
    assert_eq!(places(json!([])), [("pack-wrong-kind", "site.json/usual_answers".to_owned())]);
    assert_eq!(
        places(json!({"lives_with_victim_or_child": "no"})),
        [("site-not-usual", "site.json/usual_answers/lives_with_victim_or_child".to_owned())]
    );
    assert_eq!(
        places(json!({"lawful_basis": ["none_at_all"], "no_such": "x"}))
            .iter()
            .map(|(_, at)| at.as_str())
            .collect::<Vec<_>>(),
        ["site.json/usual_answers/lawful_basis", "site.json/usual_answers/no_such"]
    );
    // Nobody can let it answer for one victim-survivor, or what the screening decides by.
    let pack = packs::named("default");
    for question in fillable(pack) {
        if question.filled_from == FilledFrom::Site {
            assert_ne!(question.part, Part::Restricted, "{}", question.id);
        }
        let place = pack.place(question.id.as_str()).unwrap();
        assert_eq!(pack.section(place.page).stage, Stage::Referral, "{}", question.id);
        assert!(!question.never_prefilled, "{}", question.id);
    }
}

#[test]
fn a_pack_that_fills_in_what_does_not_fit_is_refused() {
    let whole = packs::whole("default");
    let refused = |fact: &str, filled: Value| -> Vec<(&'static str, String)> {
        let mut pack = whole.clone();
        set(&mut pack, fact, &filled);
        match Pack::from_json(pack.into()) {
            Ok(_) => Vec::new(),
            Err(problems) => {
                packs::assert_said_well(&problems);
                packs::places(&problems)
            }
        }
    };
    for (fact, filled, code) in [
        // Of the screening.
        ("custody", json!("site"), "pack-misplaced"),
        // Asked afresh each time.
        ("victim_safe_phone", json!({"fact": "marac_heard_on"}), "pack-misplaced"),
        ("referrer_name", json!("today"), "pack-misplaced"),
        ("victim_relationship", json!("site"), "pack-misplaced"),
        ("whereabouts_address", json!("site"), "pack-misplaced"),
        ("referral_completed_on", json!("site"), "pack-misplaced"),
        ("whereabouts_status", json!({"fact": "custody"}), "pack-misplaced"),
        ("whereabouts_status", json!({"fact": "custody", "values": {"gaol": "custody"}}), "pack-misplaced"),
        ("whereabouts_status", json!({"fact": "custody", "values": {"remand": "gaol"}}), "pack-misplaced"),
        ("whereabouts_status", json!({"fact": "whereabouts_checked_on"}), "pack-misplaced"),
        ("whereabouts_status", json!({"fact": "no_such", "values": {}}), "pack-unknown-name"),
        // The panel would learn what is kept from it.
        (
            "whereabouts_status",
            json!({"fact": "victim_view", "values": {"objects": "home"}}),
            "pack-condition-part",
        ),
        ("whereabouts_status", json!("yesterday"), "pack-unknown-name"),
        ("whereabouts_status", json!(7), "pack-wrong-kind"),
        ("whereabouts_status", json!({"fact": "custody", "values": 7}), "pack-wrong-kind"),
        ("whereabouts_status", json!({"fact": "custody", "value": {}}), "pack-unknown-key"),
    ] {
        let found = refused(fact, filled.clone());
        assert!(found.iter().any(|(found, _)| *found == code), "{fact} {filled}: {found:?}");
    }
    for (fact, filled) in [
        ("whereabouts_checked_on", json!({"fact": "marac_heard_on"})),
        ("offending_other", json!("site")),
        ("records_checked_on", json!("today")),
    ] {
        assert!(refused(fact, filled).is_empty(), "{fact}");
    }
}

/// Gives a question of a pack, wherever it is, where it is filled in from.
fn set(value: &mut Value, fact: &str, filled: &Value) {
    match value {
        Value::Object(map) => {
            if map.contains_key("kind") && map.get("id").is_some_and(|id| id == fact) {
                map.insert("filled_from".to_owned(), filled.clone());
            }
            map.values_mut().for_each(|value| set(value, fact, filled));
        }
        Value::Array(values) => values.iter_mut().for_each(|value| set(value, fact, filled)),
        _ => {}
    }
}

/// No other system can pass for the page.
#[test]
fn the_names_of_the_page_are_its_own() {
    let facts = form(json!({"in_area": "yes"})).answers(packs::named("default")).facts;
    for name in ["screening", "site", "today", " site "] {
        assert!(Claims::of(name, &facts).is_err(), "{name}");
    }
    assert!(Claims::of("Site", &facts).is_ok());
    let none = Answers::none(today());
    assert!(none.claims.is_empty());
}
