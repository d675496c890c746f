//! What one pack changes of another, told thing by thing: where, in both languages, and what it was and is.

use drive_screening::diff::{Change, changes};
use serde_json::{Value, json};

/// The words of a text in both languages.
fn text(words: &str) -> Value {
    json!({"en": words, "cy": format!("{words} yn Gymraeg")})
}

fn changed(old: &Value, new: &Value) -> Vec<Change> {
    changes(&old.to_string(), &new.to_string()).unwrap()
}

/// Changing the old pack to the new one is told so: place, English, Welsh; and there is nothing else to tell.
#[track_caller]
fn tells(old: &Value, new: &Value, expected: &[(&str, &str, &str)]) {
    let told = changed(old, new);
    let told: Vec<(&str, &str, &str)> = told
        .iter()
        .map(|change| (change.at.as_str(), change.message.en.as_str(), change.message.cy.as_str()))
        .collect();
    assert_eq!(told, expected);
}

/// One section with one page of these questions.
fn asking(questions: Value) -> Value {
    json!({"sections": [{"id": "all", "pages": [{"id": "page", "questions": questions}]}]})
}

/// Names stand for criteria, sources and choices: of the new pack, else of the old one; else for themselves.
fn naming(value: Value) -> Value {
    json!({
        "settings": {"s": {"label": text("List"), "value": value}},
        "criteria": [{"id": "c", "label": text("Criterion")}, {"id": "d", "label": text("Other")}],
        "sources": [{"id": "law", "title": text("Law")}],
        "sections": [{"id": "all", "label": text("Nothing"), "pages": [{"id": "page", "questions": [
            {"id": "q", "label": text("Which"), "asked_when": {"is": {"fact": "p", "value": "x"}},
                "choices": [{"value": "w", "label": text("First")}, {"value": "x", "label": text("Choice")}]},
        ]}]}],
    })
}

#[test]
fn settings_are_told_by_their_values() {
    for (from, to, en, cy) in [
        (json!(3), json!(5), "3 becomes 5", "3 gynt, 5 bellach"),
        (json!(3), json!(null), "3 becomes no limit", "3 gynt, dim terfyn bellach"),
        (json!(null), json!(3), "no limit becomes 3", "dim terfyn gynt, 3 bellach"),
        (json!(true), json!(false), "on becomes off", "ymlaen gynt, i ffwrdd bellach"),
        (json!([]), json!(["x"]), "none becomes Choice", "dim gynt, Choice yn Gymraeg bellach"),
        (
            json!(["c", "law"]),
            json!(["d", "y"]),
            "Criterion; Law becomes Other; y",
            "Criterion yn Gymraeg; Law yn Gymraeg gynt, Other yn Gymraeg; y bellach",
        ),
        (json!("x"), json!("w"), "Choice becomes First", "Choice yn Gymraeg gynt, First yn Gymraeg bellach"),
        (json!("z"), text("Words"), "z becomes Words", "z gynt, Words yn Gymraeg bellach"),
    ] {
        let (en, cy) = (format!("List: {en}"), format!("List yn Gymraeg: {cy}"));
        let (old, new) = (naming(from.clone()), naming(to.clone()));
        tells(&old, &new, &[("settings/s", &en, &cy)]);
        // Of a setting nothing is a value too.
        let change = &changed(&old, &new)[0];
        assert_eq!((&change.from, &change.to), (&Some(from), &Some(to)));
    }
    // A name that the new pack no longer has is looked up in the old one.
    let mut new = json!({"settings": naming(json!(["c"]))["settings"]});
    new["settings"]["s"]["value"] = json!(["d"]);
    let told = changed(&naming(json!(["x", "law"])), &new);
    assert_eq!(told[0].message.en, "List: Choice; Law becomes Other");
}

#[test]
fn a_setting_that_came_or_went_is_one_change() {
    let with =
        json!({"settings": {"s": {"label": text("Line"), "value": 3, "source": "law", "proposed": true}}});
    let without = json!({"settings": {}});
    tells(&without, &with, &[("settings/s", "Line: new", "Line yn Gymraeg: newydd")]);
    tells(&with, &without, &[("settings/s", "Line: gone", "Line yn Gymraeg: wedi mynd")]);
    let change = &changed(&without, &with)[0];
    assert_eq!((&change.from, &change.to), (&Some(Value::Null), &Some(with["settings"]["s"].clone())));
    // What else a setting says is told beside its value, and there nothing is nothing.
    let mut plain = with.clone();
    plain["settings"]["s"].as_object_mut().unwrap().remove("source");
    tells(
        &plain,
        &with,
        &[("settings/s/source", "Line, Source: new (law)", "Line yn Gymraeg, Ffynhonnell: newydd (law)")],
    );
    assert_eq!(changed(&plain, &with)[0].from, None);
}

#[test]
fn things_that_came_or_went_say_what_they_say() {
    let with = |key: &str, value: Value| {
        let mut question = json!({"id": "q", "label": text("Which")});
        if !value.is_null() {
            question[key] = value;
        }
        asking(json!([question]))
    };
    for (key, value, en, cy, says) in [
        ("max", json!(10), "Most", "Mwyaf", Some(["10", "10"])),
        ("hint", text("Look"), "Help", "Cymorth", Some(["Look", "Look yn Gymraeg"])),
        ("asked_when", json!({"is_yes": "p"}), "When it is asked", "Pryd y'i gofynnir", None),
        (
            "asked_unless",
            json!({"is_yes": "p"}),
            "When it is no longer asked",
            "Pryd na ofynnir ef mwyach",
            None,
        ),
        ("sources", json!(["x", "y"]), "Sources", "Ffynonellau", Some(["x; y", "x; y"])),
        ("choices", json!([{"value": "x"}]), "Choices", "Dewisiadau", None),
        ("made_up", json!(["x", "y"]), "`made_up`", "`made_up`", Some(["x; y", "x; y"])),
    ] {
        let at = format!("sections/all/page/q/{key}");
        let [says_en, says_cy] =
            says.map_or_else(<[String; 2]>::default, |says| says.map(|says| format!(" ({says})")));
        let (en, cy) = (format!("Which, {en}"), format!("Which yn Gymraeg, {cy}"));
        let (old, new) = (with(key, Value::Null), with(key, value.clone()));
        let (came, daeth) = (format!("{en}: new{says_en}"), format!("{cy}: newydd{says_cy}"));
        tells(&old, &new, &[(&at, &came, &daeth)]);
        let (went, aeth) = (format!("{en}: gone{says_en}"), format!("{cy}: wedi mynd{says_cy}"));
        tells(&new, &old, &[(&at, &went, &aeth)]);
        let [forth, back] = [(&old, &new), (&new, &old)].map(|(old, new)| changed(old, new).remove(0));
        assert_eq!((forth.from, forth.to), (None, Some(value.clone())));
        assert_eq!((back.from, back.to), (Some(value), None));
    }
    let (old, new) = (json!({"flags": []}), json!({"flags": [{"id": "f", "text": text("Flag")}]}));
    tells(&old, &new, &[("flags/f", "Flag: new", "Flag yn Gymraeg: newydd")]);
    assert_eq!(changed(&old, &new)[0].from, None);
}

/// The headings of sections and pages are told apart from their questions.
#[test]
fn headings_are_told_by_section_and_page() {
    let titled = |section: &str, page: &str| {
        json!({"sections": [
            {"id": "all", "title": text(section), "pages": [
                {"id": "page", "title": text(page), "questions": [{"id": section, "label": text("Which")}]},
            ]},
            {"id": section, "title": text("Alone"), "pages": []},
        ]})
    };
    let (old, new) = (titled("one", "First"), titled("two", "Second"));
    tells(
        &old,
        &new,
        &[
            (
                "sections/all/title",
                "two, Title: one becomes two",
                "two yn Gymraeg, Teitl: one yn Gymraeg gynt, two yn Gymraeg bellach",
            ),
            (
                "sections/all/page/title",
                "Second, Title: First becomes Second",
                "Second yn Gymraeg, Teitl: First yn Gymraeg gynt, Second yn Gymraeg bellach",
            ),
            ("sections/all/page/one", "Which: gone", "Which yn Gymraeg: wedi mynd"),
            ("sections/all/page/two", "Which: new", "Which yn Gymraeg: newydd"),
        ],
    );
}

/// Lists of things that have names are gone through; others, and rules, are only said to have changed.
#[test]
fn lists_within_are_told_by_name_where_they_have_names() {
    let group = |inner: Value| asking(json!([{"id": "people", "label": text("People"), "questions": inner}]));
    let [age, name] = ["age", "name"].map(|id| json!({"id": id, "label": text(id)}));
    let at = "sections/all/page/people/questions";
    let whole = (at, "People, `questions`: changed", "People yn Gymraeg, `questions`: wedi newid");
    tells(
        &group(json!([age])),
        &group(json!([age, name])),
        &[("sections/all/page/people/questions/name", "name: new", "name yn Gymraeg: newydd")],
    );
    tells(
        &group(json!([age, name])),
        &group(json!([name, age])),
        &[(at, "`questions`: the order is another", "`questions`: mae'r drefn yn wahanol")],
    );
    tells(&group(json!([])), &group(json!([age])), &[whole]);
    tells(&group(json!([age])), &group(json!([])), &[whole]);
    tells(&group(json!([age])), &group(json!([{"kind": "text"}])), &[whole]);
    let choices = |label: &str| {
        asking(json!([{"id": "q", "label": text("Which"), "choices": [{"value": "x", "label": label}]}]))
    };
    let told = changed(&choices("One"), &choices("Two"));
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].message.en, "Which, Choices: changed");
    let route = |verdicts: Value| json!({"routes": [{"id": "r", "title": text("Route"), "for": verdicts}]});
    tells(
        &route(json!(["a", "b"])),
        &route(json!(["b"])),
        &[(
            "routes/r/for",
            "Route, Shown with: a; b becomes b",
            "Route yn Gymraeg, Dangosir gyda: a; b gynt, b bellach",
        )],
    );
}

#[test]
fn texts_are_told_in_the_language_that_changed() {
    let about = |en: &str, cy: Value| json!({"about": {"en": en, "cy": cy}});
    let old = about("One", json!("Un"));
    let [name, enw] = ["What it is for", "I ba ddiben"];
    for (new, at, en, cy) in [
        (
            about("One", json!("Dau")),
            "about",
            ", in Welsh: Un becomes Dau",
            ", yn Gymraeg: Un gynt, Dau bellach",
        ),
        (
            about("Two", json!("Un")),
            "about",
            ", in English: One becomes Two",
            ", yn Saesneg: One gynt, Two bellach",
        ),
        (about("Two", json!("Dau")), "about", ": One becomes Two", ": Un gynt, Dau bellach"),
        // What is no text is gone through like any other thing.
        (about("One", Value::Null), "about/cy", ", `cy`: gone (Un)", ", `cy`: wedi mynd (Un)"),
        (json!({"about": "Plain"}), "about", ": changed", ": wedi newid"),
    ] {
        tells(&old, &new, &[(at, &format!("{name}{en}"), &format!("{enw}{cy}"))]);
    }
}
