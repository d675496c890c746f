//! `site.json`: what a site sets for its copy, and that a wrong one gives no criteria but every problem.

use drive_screening::answers::{self, Answer, Answers, Claims};
use drive_screening::check;
use drive_screening::date::Date;
use drive_screening::json::Json;
use drive_screening::pack::wire::shown;
use drive_screening::pack::{FactId, Pack, Part, Question, Route, builtin};
use drive_screening::problem::Problem;
use drive_screening::protocol::{read_setup, write_setup};
use drive_screening::site::{Site, plain};
use drive_screening::words::Language;
use serde_json::{Value, json};

/// The file that ships.
const SHIPPED: &str = include_str!("../../site.json");
/// A key of the right shape.
const KEY: &str = "age1qqqsyqcyq5rqwzqfpg9scrgwpugpzysnzs23v9ccrydpk8qarc0sqqqqqq";

fn read(site: &Value) -> Site {
    Site::read(Ok(&site.to_string()))
}

/// A file that says nothing but this.
fn with(key: &str, value: &Value) -> Value {
    let mut site = json!({"format": "site/1"});
    site[key] = value.clone();
    site
}

fn problems(site: &Value, file: Result<&str, u32>) -> Vec<Problem> {
    let problems = read(site).pack(file).unwrap_err();
    for problem in &problems {
        for language in [Language::En, Language::Cy] {
            assert!(!problem.message.say(language).is_empty() && !problem.next_step.say(language).is_empty());
        }
        assert_ne!(problem.message.en, problem.message.cy);
    }
    problems
}

fn places(problems: &[Problem]) -> Vec<&str> {
    problems.iter().map(|problem| problem.at.as_str()).collect()
}

#[test]
fn what_ships_and_a_file_that_says_nothing_are_the_same_defaults() {
    let default = Pack::builtin("default").unwrap();
    for file in [Ok(SHIPPED), Ok(r#"{"format":"site/1"}"#)] {
        let site = Site::read(file);
        let pack = site.pack(Err(0)).unwrap();
        assert_eq!((pack.digest(), &pack.version), (default.digest(), &default.version), "{file:?}");
        assert_eq!(site.exit, "https://www.bbc.co.uk/weather");
        assert_eq!(site.languages, [Language::En, Language::Cy]);
        assert!(site.name.is_none() && site.recipients.is_empty() && site.embed.is_empty());
    }
}

#[test]
fn a_file_that_did_not_come_is_no_default() {
    // Servers that refuse `.json` files, as SharePoint and IIS do, say "not found" too.
    for status in [0, 301, 403, 404, 410, 500, 503] {
        let found = Site::read(Err(status)).pack(Err(0)).unwrap_err();
        assert_eq!(places(&found), ["site.json"], "{status}");
    }
}

#[test]
fn built_in_packs_and_packs_beside_it() {
    for id in ["default", "min16", "marac_only"] {
        let site = read(&with("pack", &json!(id)));
        assert_eq!(site.pack_file(), None);
        assert_eq!(site.pack(Err(0)).unwrap().digest(), Pack::builtin(id).unwrap().digest());
    }
    let own = include_str!("../../src/core/pack/guide/local_flag.json");
    let site = read(&with("pack", &json!("pack.json")));
    assert_eq!(site.pack_file(), Some("pack.json"));
    assert_eq!(site.pack(Ok(own)).unwrap().digest(), Pack::load(own).unwrap().digest());

    assert_eq!(places(&problems(&with("pack", &json!("pack.json")), Err(404))), ["pack.json"]);
    assert_eq!(
        places(&problems(&with("pack", &json!("pack.json")), Ok("{"))),
        ["pack.json/line 1, column 1"]
    );
    for elsewhere in
        ["../pack.json", "https://example.org/pack.json", "a/b.json", ".json", ".pack.json", "unheard_of"]
    {
        assert_eq!(
            places(&problems(&with("pack", &json!(elsewhere)), Ok(own))),
            ["site.json/pack"],
            "{elsewhere}"
        );
    }
}

/// A site with its own words and contacts.
fn own() -> Value {
    json!({
        "format": "site/1",
        "pack": "min16",
        "name": {"en": "Our Town", "cy": "Ein Tref"},
        "languages": ["cy"],
        "marking": {"en": "OUR MARKING", "cy": "EIN MARC"},
        "panel": {"en": "Our Town panel", "cy": "Panel Ein Tref"},
        "routes": [
            {"id": "police", "contact": "01632 960000"},
            {"id": "our_team", "title": {"en": "Our team", "cy": "Ein tîm"}, "contact": "01632 960001",
             "text": {"en": "For questions.", "cy": "Ar gyfer cwestiynau."},
             "checked": "2026-11-01", "review": "2027-05-01", "for": ["need_information"]},
        ],
        "exit": "https://www.example.org/weather",
        "exit_keys": false,
        "offline": false,
        "lock_after": 5,
        "clear_after": 30,
        "recipients": [
            {"name": "Our Town coordinator", "key": KEY},
            {"name": "Our Town IDVAs", "key": KEY, "parts": ["restricted", "panel"]},
            {"name": "Our Town safe", "key": KEY, "recovery": true},
        ],
        "receipt_days": 3,
        "receipt_phone": "01632 960004",
        "draft_recipients": [{"name": "Our Town referrers", "key": KEY.replacen('q', "p", 1)}],
        "embed": ["https://intranet.example:8443"],
    })
}

#[test]
fn a_site_puts_its_own_words_and_contacts_into_the_pack() {
    let site = read(&own());
    let pack = site.pack(Err(0)).unwrap();
    assert_eq!(pack.document.marking.en, "OUR MARKING");
    assert_eq!(pack.document.panel.cy, "Panel Ein Tref");
    let base = Pack::builtin("min16").unwrap();
    assert_eq!(pack.document.asked, base.document.asked);
    assert_eq!(pack.routes.len(), base.routes.len() + 1);
    assert_eq!(pack.routes.last().unwrap().title.en, "Our team");
    let police = |pack: &Pack| {
        pack.routes.iter().find(|route| route.title.en == "Police, not an emergency").cloned().unwrap()
    };
    assert_eq!(police(&pack).contact.as_deref(), Some("01632 960000"));
    assert_eq!(police(&pack).text, police(&base).text, "what the site does not name stays");
    assert_eq!(site.name.as_ref().unwrap().cy, "Ein Tref");
    assert_eq!(site.languages, [Language::Cy]);
    let recipients: Vec<_> =
        site.recipients.iter().map(|one| (&*one.key, &one.parts[..], one.is_recovery)).collect();
    // Whatever order they are named in.
    let of_both = [Part::Panel, Part::Restricted];
    assert_eq!(
        recipients,
        [(KEY, &[Part::Panel][..], false), (KEY, &of_both, false), (KEY, &Part::ALL, true)]
    );
    assert_eq!(site.draft_recipients[0].name, "Our Town referrers");
    assert_eq!((site.receipt_days, site.receipt_phone.as_deref()), (3, Some("01632 960004")));
    assert_eq!((site.idle.lock_after, site.idle.clear_after), (5, 30));
    assert_eq!(site.embed, ["https://intranet.example:8443"]);

    // Its identity says that it is not the published one, and an answer sheet still fits.
    assert_eq!(
        (pack.id.as_str(), pack.version.as_str()),
        ("min16", [&base.version, "+site"].concat().as_str())
    );
    assert_ne!(pack.digest(), base.digest());
    assert_eq!(Pack::load(&pack.to_json()).unwrap().digest(), pack.digest());
    // Its worked cases are those of the pack, and all come out as they should.
    let cases = check::run_cases(&pack.to_json()).unwrap();
    assert_eq!(cases.len(), check::run_cases(&base.to_json()).unwrap().len());
    assert!(!cases.is_empty() && cases.iter().all(|case| case.findings.is_empty()));
}

/// Duties, services and words are those of the nation in which a site lies; without one, of both, each by its name.
#[test]
fn what_differs_between_nations_follows_the_site() {
    let nations =
        [("england", "Wales", "Live Fear Free"), ("wales", "England", "National Domestic Abuse Helpline")];
    for id in builtin::names() {
        let pack = |nation: Option<&str>| {
            let mut site = with("pack", &json!(id));
            if let Some(nation) = nation {
                site["nation"] = json!(nation);
            }
            read(&site).pack(Err(0)).unwrap()
        };
        let both = pack(None);
        // What is said to the person who refers, and nothing of people: "Welsh" is a language and a people in both.
        let words = |pack: &Pack| {
            let acts = pack.flags.iter().map(|flag| format!("{flag:?}"));
            let shown = |route: &&Route| !route.for_outcomes.is_empty();
            let routes =
                pack.routes.iter().filter(shown).map(|route| format!("{} {}", route.title.en, route.text.en));
            acts.chain(routes).collect::<Vec<_>>().join("\n")
        };
        assert!(words(&both).contains("In Wales") && words(&both).contains("(England)"));
        for (nation, other, helpline) in nations {
            let there = pack(Some(nation));
            let said = words(&there);
            // An Act bears the name of its nation, and Rape Crisis of both.
            let said = said.replace("(Wales) Act", "Act").replace("(England and Wales)", "");
            assert!(!said.contains(other), "{id} in {nation}: {said}");
            assert!(!said.contains(helpline), "{id} in {nation}");
            assert!(there.version.ends_with("+site"));
            assert_ne!(there.digest(), both.digest());
            assert_eq!((&there.id, there.questions().count()), (&both.id, both.questions().count()));
            // An answer sheet goes from one site's copy to another's.
            for ((_, ours), (_, theirs)) in both.questions().zip(there.questions()) {
                let values = |question: &Question| -> Vec<String> {
                    question.kind.choices().iter().map(|choice| choice.value.clone()).collect()
                };
                assert_eq!((&ours.id, values(ours)), (&theirs.id, values(theirs)), "{id} in {nation}");
            }
            let own = read(
                &json!({"format": "site/1", "pack": id, "nation": nation, "marking": {"en": "M", "cy": "M"}}),
            );
            assert_eq!(own.pack(Err(0)).unwrap().document.marking.en, "M");
        }
    }
    for wrong in [json!("scotland"), json!("Wales"), json!(1), json!(null)] {
        assert_eq!(places(&problems(&with("nation", &wrong), Err(0))), ["site.json/nation"]);
    }
}

/// A pack that does not hang together in a nation is found by its check, before a site there takes it.
#[test]
fn what_is_laid_over_a_pack_for_a_nation_is_checked() {
    let pack = |over: Value| json!({"format": "pack/1", "id": "ours", "version": "1", "extends": "default", "nations": over});
    let check = |over: Value| check::check(&pack(over).to_string(), Date::parse("2026-11-21").unwrap());
    let wrong = check(json!({"wales": {"routes": [{"id": "police", "review": "soon"}]}})).unwrap_err();
    assert_eq!(places(&wrong), ["nations/wales/routes/police/review"]);
    let unknown = Pack::load(&pack(json!({"scotland": {}})).to_string()).unwrap_err();
    assert_eq!(places(&unknown), ["nations"]);
    let site = json!({"format": "site/1", "pack": "ours.json", "nation": "england"});
    let ours = pack(json!({"england": {"document": {"marking": {"en": "Ours", "cy": "Ni"}}}})).to_string();
    assert_eq!(read(&site).pack(Ok(&ours)).unwrap().document.marking.en, "Ours");
}

#[test]
fn what_leaves_the_pack_as_it_is_leaves_its_identity() {
    let mut site = own();
    for key in ["marking", "panel", "routes"] {
        site.as_object_mut().unwrap().remove(key);
    }
    let pack = read(&site).pack(Err(0)).unwrap();
    assert_eq!(pack.digest(), Pack::builtin("min16").unwrap().digest());
}

/// What the program that reads packs gives the page is the site and the pack as they were read.
#[test]
fn a_copy_is_given_over_as_it_was_read() {
    let site = read(&own());
    let pack = site.pack(Err(0)).unwrap();
    let mut answers = Answers::none(Date::parse("2026-11-21").unwrap());
    let fact = FactId::parse("perpetrator_in_area").unwrap();
    answers.facts.insert(fact, Answer::Known(answers::Value::YesNo(true)));
    answers.claims = Claims::of("Example case system", &answers.facts).into_iter().collect();
    let answers = Some(answers);
    let bytes = write_setup(&site, &pack, &answers);
    let (site_again, pack_again, answers_again) = read_setup(&bytes);
    assert!(answers.as_ref().is_some_and(|answers| !answers.claims.is_empty()));
    assert_eq!(answers_again, answers);
    assert_eq!((&site_again.name, &site_again.languages), (&site.name, &site.languages));
    assert_eq!((&site_again.exit, &site_again.embed), (&site.exit, &site.embed));
    assert!(!site_again.exit_keys && !site.exit_keys && Site::default().exit_keys);
    assert_eq!(places(&problems(&with("exit_keys", &json!("no")), Err(0))), ["site.json/exit_keys"]);
    // The page is not told whom something is sealed for: the form that the composer draws is.
    assert!(site_again.recipients.is_empty() && site_again.draft_recipients.is_empty());
    assert_eq!(places(&problems(&with("offline", &json!("no")), Err(0))), ["site.json/offline"]);
    assert!(site.name.is_some() && !site.embed.is_empty() && !site.recipients.is_empty());
    assert_eq!(pack_again.version, pack.version);
    assert_eq!(format!("{:?}", pack_again.routes), format!("{:?}", pack.routes));
    assert_eq!(format!("{:?}", pack_again.sections), format!("{:?}", shown(&pack).sections));
    let decides = |pack: &Pack| format!("{:?} {:?} {:?}", pack.verdicts, pack.flags, pack.instruments);
    assert_eq!(decides(&pack_again), decides(&shown(&pack)));
}

#[test]
fn an_empty_list_of_routes_takes_none_away() {
    let default = Pack::builtin("default").unwrap();
    let pack = read(&with("routes", &json!([]))).pack(Err(0)).unwrap();
    assert_eq!((pack.digest(), pack.routes.len()), (default.digest(), default.routes.len()));
}

/// Keys that a quantum computer does not break either are longer, and stand with their like alone.
#[test]
fn keys_of_recipients_are_of_one_kind() {
    let hybrid = format!("age1pq1{}", "q".repeat(1952));
    let site = |keys: &[&str]| {
        let mut recipients: Vec<Value> =
            keys.iter().map(|key| json!({"name": "Somebody", "key": key})).collect();
        recipients[0]["recovery"] = json!(true);
        json!({"format": "site/1", "recipients": recipients, "draft_recipients": []})
    };
    assert_eq!(
        places(&problems(&site(&[&hybrid, KEY, &hybrid, &hybrid[..1958]]), Err(0))),
        ["site.json/recipients/1/key", "site.json/recipients/3/key",]
    );
    for keys in [&[hybrid.as_str(), &hybrid][..], &[KEY, KEY]] {
        assert!(problems_or_none(&site(keys)).is_empty(), "{keys:?}");
    }
}

/// A referral that only one lost key opened would be lost; one that nobody on the panel opens has no reader.
#[test]
fn recipients_are_a_team_and_a_way_back() {
    let problems_of = |recipients: Value| problems_or_none(&with("recipients", &recipients));
    let one = |more: Value| {
        let mut one = json!({"name": "Somebody", "key": KEY});
        one.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        one
    };
    let (team, safe) = (one(json!({})), one(json!({"recovery": true})));
    let list = "site.json/recipients";
    assert_eq!(problems_of(json!([])), [""; 0]);
    assert_eq!(problems_of(json!([team, safe])), [""; 0]);
    assert_eq!(problems_of(json!([team])), [list]);
    assert_eq!(problems_of(json!([safe])), [list]);
    assert_eq!(problems_of(json!([one(json!({"parts": ["restricted"]}))])), [list, list]);
    assert_eq!(
        problems_of(json!([
            one(json!({"parts": ["all"]})),
            one(json!({"recovery": true, "parts": ["panel"]}))
        ])),
        ["site.json/recipients/0/parts/0", "site.json/recipients/1/parts", list]
    );
    // One that is wrong may be the one that is missing.
    assert_eq!(
        problems_of(json!([team, {"name": "Somebody", "recovery": true}])),
        ["site.json/recipients/1/key"]
    );
    // A draft is one file of everything, and no way back to it is kept.
    let mut site = with("recipients", &json!([team, safe]));
    site["draft_recipients"] =
        json!([{"name": "A colleague", "key": KEY.replacen('q', "p", 1), "parts": ["panel"]}]);
    assert_eq!(problems_or_none(&site), ["site.json/draft_recipients/0"]);
}

#[test]
fn every_problem_comes_at_once_with_its_place() {
    let site = json!({
        "format": "site/2",
        "pack": "unheard_of",
        "name": {"en": "Our Town"},
        "languages": ["en", "fr"],
        "marking": {"en": "X", "cy": " "},
        "panel": "Our panel",
        "exit": "javascript:alert(1)",
        "recipients": [{"name": "Somebody", "key": "age1secret"}, {"key": KEY}],
        "embed": ["https://intranet.example/", "http://intranet.example"],
        "contacts": [],
    });
    let found = problems(&site, Err(0));
    assert_eq!(
        places(&found),
        [
            "site.json/format",
            "site.json/name/cy",
            "site.json/languages/1",
            "site.json/exit",
            "site.json/recipients/0/key",
            "site.json/recipients/1/name",
            "site.json/embed/0",
            "site.json/embed/1",
            "site.json/marking/cy",
            "site.json/panel",
            "site.json",
            "site.json/pack",
        ]
    );
}

#[test]
fn routes_are_checked_as_laid_over_the_pack() {
    let route = json!({"id": "our_team", "title": {"en": "Our team"}, "for": ["unheard_of"], "telephone": 7});
    let found = problems(&with("routes", &json!([route])), Err(0));
    let found = places(&found);
    for place in ["title/cy", "text", "checked", "review"] {
        let place = format!("site.json/routes/our_team/{place}");
        assert!(found.contains(&place.as_str()), "{place}: {found:?}");
    }
    // Without ids they would take the place of all the pack's, the emergency number too.
    for routes in [json!([{"contact": "1"}]), json!([7]), json!({"id": "a"})] {
        let found = problems(&with("routes", &routes), Err(0));
        assert!(found.iter().all(|problem| problem.at.starts_with("site.json/routes")), "{found:?}");
        assert_eq!(found.len(), 1, "and nothing of them is laid over the pack: {found:?}");
    }
    // A pack's own mistake is the pack's.
    let pack = r#"{"format":"pack/1","id":"ours","extends":"default","settings":{"minimum_age":"x"}}"#;
    let site = json!({"format": "site/1", "pack": "ours.json", "panel": {"en": "Ours", "cy": "Ein un ni"}});
    let found = problems(&site, Ok(pack));
    assert!(
        !found.is_empty() && found.iter().all(|problem| problem.at.starts_with("ours.json/")),
        "{found:?}"
    );
}

#[test]
fn what_is_no_site_at_all_is_one_problem() {
    for text in ["", "{", "<!DOCTYPE html>", "null", "[]", "7", r#"{"format":"site/1","format":"site/1"}"#] {
        let found = Site::read(Ok(text)).pack(Err(0)).unwrap_err();
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert!(found[0].at.starts_with("site.json"), "{found:?}");
    }
}

/// A page is locked after a quarter of an hour at most, and what is only covered is kept for longer than that.
#[test]
fn minutes_are_bounded() {
    for (key, minutes) in [("lock_after", 1), ("lock_after", 15), ("clear_after", 11), ("clear_after", 480)] {
        assert!(problems_or_none(&with(key, &json!(minutes))).is_empty(), "{key} {minutes}");
    }
    for (key, wrong) in [
        ("lock_after", json!(0)),
        ("lock_after", json!(16)),
        ("lock_after", json!("10")),
        ("lock_after", json!(1.5)),
        ("clear_after", json!(10)),
        ("clear_after", json!(481)),
    ] {
        assert_eq!(problems_or_none(&with(key, &wrong)), [format!("site.json/{key}")], "{key} {wrong}");
    }
}

/// A draft may hold what no panel should see.
#[test]
fn nobody_who_receives_documents_receives_drafts() {
    let recovery = json!({"name": "The safe", "key": KEY.replacen('q', "p", 2), "recovery": true});
    let mut site = with("recipients", &json!([{"name": "The panel", "key": KEY}, recovery]));
    site["draft_recipients"] = json!([{"name": "The panel", "key": KEY}]);
    assert_eq!(problems_or_none(&site), ["site.json/draft_recipients/0/key"]);
}

fn problems_or_none(site: &Value) -> Vec<String> {
    let read = read(site).pack(Err(0));
    read.err().into_iter().flatten().map(|problem| problem.at).collect()
}

#[test]
fn keys_and_origins_by_their_shape() {
    for key in
        [&KEY[1..], &KEY.to_uppercase(), &KEY.replace('q', "b"), &format!("{KEY}q"), "AGE-SECRET-KEY-1"]
    {
        let site = with("recipients", &json!([{"name": "Somebody", "key": key}]));
        assert_eq!(places(&problems(&site, Err(0))), ["site.json/recipients/0/key"], "{key}");
    }
    for exit in ["", "www.example.org", "https://", "https://a b", "data:text/html,x"] {
        assert_eq!(places(&problems(&with("exit", &json!(exit)), Err(0))), ["site.json/exit"], "{exit}");
    }
    assert_eq!(places(&problems(&with("languages", &json!([])), Err(0))), ["site.json/languages"]);
    // A page on the same machine needs no certificate, to try it out.
    for origin in ["https://a.example", "http://127.0.0.1:8080", "http://localhost", "http://localhost:3000"]
    {
        assert_eq!(read(&with("embed", &json!([origin]))).embed, [origin]);
    }
    for origin in
        ["http://a.example", "http://localhost.example", "http://127.0.0.1.example", "*", "null", "https://"]
    {
        assert_eq!(
            places(&problems(&with("embed", &json!([origin])), Err(0))),
            ["site.json/embed/0"],
            "{origin}"
        );
    }
}

/// A server that gives out no `site.json` does not put the default criteria in place of the site's own.
#[test]
fn a_file_that_did_not_come_means_no_screening() {
    let parse = |text: &str| serde_json::from_str::<Value>(text).ok().map(Json::from);
    for status in [0, 301, 401, 403, 404, 406, 410, 415, 500, 503] {
        assert_eq!(places(&Site::read(Err(status)).pack(Err(0)).unwrap_err()), ["site.json"], "{status}");
        assert!(plain(Err(status), parse).is_none(), "{status}");
    }
}

/// What the page reads by itself: a file that says no more than which built-in pack, and where "Leave quickly" goes.
#[test]
fn a_plain_site_is_read_without_the_reader_of_packs() {
    let parse = |text: &str| serde_json::from_str::<Value>(text).ok().map(Json::from);
    let read = |file| plain(file, parse).map(|(site, pack)| (site.exit, pack));
    let bbc = "https://www.bbc.co.uk/weather".to_owned();
    for file in [Ok(SHIPPED), Ok(r#"{"format":"site/1"}"#)] {
        assert_eq!(read(file), Some((bbc.clone(), "default".to_owned())), "{file:?}");
    }
    for (file, exit, pack) in [
        (r#"{"format":"site/1","pack":"min16"}"#, bbc.as_str(), "min16"),
        (r#"{"exit":"https://x.example/","format":"site/1"}"#, "https://x.example/", "default"),
        (
            r#"{"format":"site/1","exit":"http://x.example","pack":"serial_3y"}"#,
            "http://x.example",
            "serial_3y",
        ),
    ] {
        assert_eq!(read(Ok(file)), Some((exit.to_owned(), pack.to_owned())));
        assert_eq!(Site::read(Ok(file)).exit, exit, "the reader of packs says the same");
        assert_eq!(Site::read(Ok(file)).pack(Err(0)).unwrap().id.as_str(), pack);
    }
    for file in [
        "",
        "[]",
        r#"{"format":"site/2"}"#,
        r#"{"pack":"min16"}"#,
        r#"{"format":"site/1","pack":"ours.json"}"#,
        r#"{"format":"site/1","pack":"nothing"}"#,
        r#"{"format":"site/1","pack":1}"#,
        r#"{"format":"site/1","exit":"somewhere"}"#,
        r#"{"format":"site/1","name":"Ours"}"#,
        r#"{"format":"site/1","pack":"min16","pack":"serial_3y"}"#,
        r#"{"format":"site/1","exit":"https://x.example/\""}"#,
    ] {
        assert_eq!(read(Ok(file)), None, "{file}");
    }
    for status in [0, 301, 403, 404, 410, 500] {
        assert_eq!(read(Err(status)), None, "{status}");
    }
}

#[test]
fn the_status_of_what_did_not_come_is_told() {
    let told = |status| Site::read(Err(status)).pack(Err(0)).unwrap_err()[0].message.en.clone();
    assert!(told(503).ends_with("(status 503)"), "{}", told(503));
    assert!(told(0).ends_with("(status –)"), "{}", told(0));
}
