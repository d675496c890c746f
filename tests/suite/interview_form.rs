//! What is typed in the form, and the answers it comes to.

use crate::support::packs;
use drive_screening::answers::{Answer, Chosen, Value as Known};
use drive_screening::date::Date;
use drive_screening::interview::{self, Field, FieldInput, Form, RawValue, item_name, say};
use drive_screening::pack::{FactId, Kind, Question};
use drive_screening::words::Language;
use serde_json::json;

fn ask(fact: &str) -> &'static Question {
    packs::named("default").question(fact).unwrap()
}

fn id(fact: &str) -> FactId {
    ask(fact).id.clone()
}

fn day() -> Date {
    Date::parse("2026-11-21").unwrap()
}

fn typed(text: &str) -> FieldInput {
    FieldInput::typed(RawValue::Text(text.to_owned()))
}

fn picked(value: &str) -> FieldInput {
    FieldInput::typed(RawValue::Choice(value.to_owned()))
}

fn ticked(values: &[&str]) -> FieldInput {
    FieldInput::typed(RawValue::Set(values.iter().copied().collect()))
}

fn date(day: &str, month: &str, year: &str) -> FieldInput {
    FieldInput::typed(RawValue::Date([day, month, year].map(str::to_owned)))
}

const NOT_KNOWN: FieldInput = FieldInput { not_known: true, typed: RawValue::Nothing };
const NONE_OF_THESE: FieldInput = FieldInput { not_known: false, typed: RawValue::NoneOfThese };

/// What is typed is read as an answer that is typed the same, or is said to be wrong, or is no answer.
#[test]
fn what_is_typed_is_read_or_said_to_be_wrong() {
    let known = |value: Known| Ok(Some(Answer::Known(value)));
    let on = |text: &str| known(Known::Date(Date::parse(text).unwrap()));
    let set = |values: &[&str]| known(Known::Set(values.iter().copied().collect::<Chosen>()));
    let whole = "Age: enter a whole number from 0 to 120";
    let parts = "DASH completed on: enter a day, a month and a year, like 21 11 2026";
    for (fact, entry, read) in [
        ("in_area", NOT_KNOWN, Ok(Some(Answer::NotKnown))),
        ("in_area", FieldInput::default(), Ok(None)),
        ("in_area", picked("yes"), known(Known::YesNo(true))),
        ("in_area", picked("no"), known(Known::YesNo(false))),
        ("in_area", picked("maybe"), Ok(None)),
        ("custody", picked("remand"), known(Known::Choice("remand".to_owned()))),
        ("custody", picked("bail"), Ok(None)),
        ("markers", NONE_OF_THESE, set(&[])),
        ("markers", ticked(&["stalking"]), set(&["stalking"])),
        ("markers", ticked(&[]), Ok(None)),
        ("perpetrator_age", typed(" 34 "), known(Known::Count(34))),
        ("perpetrator_age", typed("120"), known(Known::Count(120))),
        ("perpetrator_age", typed("121"), Err(whole)),
        ("perpetrator_age", typed("+34"), Err(whole)),
        ("perpetrator_age", typed("34.5"), Err(whole)),
        ("perpetrator_age", typed(" "), Ok(None)),
        ("dash_assessed_on", date("21", "11", "2026"), on("2026-11-21")),
        ("dash_assessed_on", date(" 1 ", "02", " 2026 "), on("2026-02-01")),
        ("dash_assessed_on", date("", " ", ""), Ok(None)),
        ("dash_assessed_on", date("", "11", "2026"), Err(parts)),
        ("dash_assessed_on", date("21", " ", "2026"), Err(parts)),
        ("dash_assessed_on", date("21", "11", ""), Err(parts)),
        (
            "dash_assessed_on",
            date("21", "11", "26"),
            Err(
                "DASH completed on: is that 21 November 1926 or 21 November 2026? Enter all four figures of the year",
            ),
        ),
        (
            "dash_assessed_on",
            date("+1", "11", "2026"),
            Err("DASH completed on: `+1 11 2026` is not a real date; enter one like 21 11 2026"),
        ),
        (
            "dash_assessed_on",
            date("00021", "11", "2026"),
            Err("DASH completed on: `00021 11 2026` is not a real date; enter one like 21 11 2026"),
        ),
        (
            "dash_assessed_on",
            date("22", "11", "2026"),
            Err("DASH completed on: enter today's date or an earlier one"),
        ),
        ("release_date", date("22", "11", "2026"), on("2026-11-22")),
        ("referrer_name", typed(&"x".repeat(500)), known(Known::Text("x".repeat(500)))),
        (
            "referrer_name",
            typed(&"x".repeat(504)),
            Err("Referrer's full name: this is 4 characters too long; shorten it to 500"),
        ),
        ("plan_urgent", typed("Change\r\nlocks"), known(Known::Text("Change\nlocks".to_owned()))),
    ] {
        let found = entry.read(ask(fact), day());
        let told = found.clone().map_err(|wrong| wrong.en);
        assert_eq!(told, read.map_err(str::to_owned), "{fact} {entry:?}");
        if let Ok(Some(answer)) = found {
            let again = FieldInput::from_answer(&answer).read(ask(fact), day());
            assert_eq!(again, Ok(Some(answer)), "{fact}");
        }
    }
}

/// Spaces are nothing; what cannot be read, "not known" and "none of these" are something.
#[test]
fn an_entry_is_blank_until_something_is_put_there() {
    let blank = [FieldInput::default(), picked(" "), typed(""), typed(" "), ticked(&[]), date("", " ", "")];
    let put =
        [NOT_KNOWN, NONE_OF_THESE, picked("maybe"), typed("?"), ticked(&["stalking"]), date("", "", "2026")];
    for (entries, expected) in [(blank, true), (put, false)] {
        for entry in entries {
            assert_eq!(entry.is_blank(), expected, "{entry:?}");
        }
    }
}

/// The fields beside an answer are told from those of an entry of a group.
#[test]
fn a_field_says_which_answer_it_stands_beside() {
    let [of, fact] =
        ["marac_heard", "victim_name"].map(|fact| packs::named("default").question(fact).unwrap().id.clone());
    let in_entry = Field { item: Some((of.clone(), 1)), fact: fact.clone() };
    assert_eq!(Field::evidence(&of, &fact).evidence_of(), Some(&of));
    assert_eq!(in_entry.evidence_of(), None);
    assert_eq!(Field::of(&of).evidence_of(), None);
}

/// A form is as if nothing had been typed once everything is cleared, and an entry that goes takes only its own along.
#[test]
fn what_is_cleared_or_removed_leaves_nothing_behind() {
    let inside = |group: &str, key: u32, fact: &str| Field { item: Some((id(group), key)), fact: id(fact) };
    let name = Field::of(&id("referrer_name"));
    let empty = Form::new(day());
    let mut form = empty.clone();
    assert!(form.is_blank());
    form.put(&name, FieldInput::default());
    assert_eq!(form, empty, "nothing put where nothing was");
    form.put(&name, typed("Sample Referrer"));
    assert!(!form.is_blank());
    form.put(&name, FieldInput::default());
    assert_eq!(form, empty, "what was typed is cleared");
    form.put(&name, typed("  "));
    assert!(form.is_blank(), "spaces are nothing");

    let keys =
        ["children_list", "victim_survivors_list", "children_list"].map(|group| form.add_item(&id(group)));
    assert!(!form.is_blank(), "an entry is something, even with nothing in it");
    let fields = [
        inside("children_list", keys[0], "child_name"),
        inside("victim_survivors_list", keys[1], "victim_name"),
        inside("children_list", keys[2], "child_name"),
        name,
    ];
    for field in &fields {
        form.put(field, typed("Sample"));
    }
    let items =
        |form: &Form, group: &str| form.items(group).map(|item| (item.number, item.key)).collect::<Vec<_>>();
    assert_eq!(items(&form, "children_list"), [(1, keys[0]), (2, keys[2])]);
    form.remove_item(&id("children_list"), keys[0]);
    assert_eq!(fields.map(|field| form.get(&field).is_blank()), [true, false, false, false]);
    assert_eq!(items(&form, "children_list"), [(1, keys[2])]);
    assert_eq!(items(&form, "victim_survivors_list"), [(1, keys[1])]);
    let mut form = empty;
    let key = form.add_item(&id("children_list"));
    form.remove_item(&id("children_list"), key);
    assert!(form.is_blank(), "no entry is left");
}

/// The entries of a group are its answer; without one, what is picked for the whole group.
#[test]
fn a_group_is_answered_by_its_entries_or_for_the_whole() {
    let group = ask("reference_numbers");
    let entries = |count: usize| Some(Answer::Known(Known::Group(vec![Default::default(); count])));
    for (whole, count, read) in [
        (FieldInput::default(), 0, None),
        (picked(""), 0, None),
        (NOT_KNOWN, 0, Some(Answer::NotKnown)),
        (NONE_OF_THESE, 0, entries(0)),
        (FieldInput::default(), 2, entries(2)),
        (picked(""), 2, entries(2)),
        (NOT_KNOWN, 2, entries(2)),
        (NONE_OF_THESE, 2, entries(2)),
    ] {
        let mut form = Form::new(day());
        for _ in 0..count {
            form.add_item(&group.id);
        }
        form.put(&Field::of(&group.id), whole.clone());
        assert_eq!(form.read(group, &Field::of(&group.id)), Ok(read), "{whole:?} and {count} entries");
    }
}

/// Counts above what their form has are wrong, and count as not answered.
#[test]
fn counts_above_their_form_are_wrong() {
    let pack = packs::named("default");
    for (items, wrong) in [
        ("4", None),
        ("5", Some("25 items answered yes or not known are more than the 24 on the form; check the counts")),
    ] {
        let mut form = Form::new(day());
        for (fact, entry) in [
            ("dash_form", picked("safelives_24")),
            ("dash_yes", typed("20")),
            ("dash_not_known", typed(items)),
        ] {
            form.put(&Field::of(&id(fact)), entry);
        }
        let wrongs = |fact: &str| {
            let wrongs = form.errors(pack, [ask(fact)], None);
            wrongs.into_iter().map(|wrong| (wrong.field, wrong.message.en)).collect::<Vec<_>>()
        };
        let expected: Vec<_> =
            wrong.map(|wrong| (Field::of(&id("dash_yes")), wrong.to_owned())).into_iter().collect();
        assert_eq!(wrongs("dash_yes"), expected);
        assert_eq!(wrongs("dash_form"), [], "it is said with the count");
        assert_eq!(form.answers(pack).get("dash_yes").is_some(), wrong.is_none());
    }
}

/// An entry of a group is named by what is known of it, in the order of the pack.
#[test]
fn an_entry_is_named_by_what_is_known_of_it() {
    let (pack, question) = (packs::named("default"), ask("reference_numbers"));
    let Kind::Group(group) = &question.kind else { panic!("a group") };
    for (said, name) in [
        (json!({}), "Reference number 2"),
        (json!({"reference_type": "pnc"}), "Reference number 2: PNC ID"),
        (json!({"reference_type": "not_known", "reference_number": "12/345"}), "Reference number 2: 12/345"),
        (
            json!({"reference_type": "pnc", "reference_number": "12/345"}),
            "Reference number 2: PNC ID, 12/345",
        ),
    ] {
        let sheet = json!({
            "format": "answers/1", "pack": "default", "screened_on": "2026-11-21",
            "answers": {"reference_numbers": [said]},
        });
        let answers = packs::answers(pack, &sheet);
        let answer = answers.get("reference_numbers").unwrap();
        let Answer::Known(Known::Group(records)) = answer else { panic!("entries") };
        assert_eq!(item_name(group, 2, &records[0], Language::En), name);
        assert_eq!(say(question, answer, Language::En), "1");
        assert_eq!(Form::from_answers(&answers).answers(pack), answers);
    }
    assert_eq!(say(question, &Answer::Known(Known::Group(Vec::new())), Language::En), "None");
}

/// What is moved out of Part A is in Part B, word for word, and nothing else changed; where it cannot be moved nothing is.
#[test]
fn what_is_kept_from_the_panel_is_moved_whole() {
    let pack = packs::named("default");
    let (from, to) =
        (Field::of(&id("plan_why_now")), Field::of(&id(drive_screening::pack::well_known::KEPT_FROM_PANEL)));
    let all = "Her sister Carys rang. She lives at 4 Heol y Castell. Ŵyth.";
    let place = |piece: &str| {
        let start = all.find(piece).unwrap();
        start..start + piece.len()
    };
    let text = |form: &Form, field: &Field| match form.get(field).typed {
        RawValue::Text(text) => text,
        other => format!("{other:?}"),
    };
    for (piece, before, stays, kept) in [
        (
            "Her sister Carys rang.",
            "",
            "She lives at 4 Heol y Castell. Ŵyth.",
            "Why now: Her sister Carys rang.",
        ),
        (
            "She lives at 4 Heol y Castell.",
            "Earlier.",
            "Her sister Carys rang.  Ŵyth.",
            "Earlier.\nWhy now: She lives at 4 Heol y Castell.",
        ),
        ("Ŵyth.", "", "Her sister Carys rang. She lives at 4 Heol y Castell.", "Why now: Ŵyth."),
        (all, "", "Nothing", &["Why now: ", all].concat()),
    ] {
        let mut form = Form::new(day());
        form.put(&from, typed(all));
        form.put(&to, typed(before));
        assert!(form.keep_from_panel(pack, &from, place(piece), "Why now"), "{piece}");
        assert_eq!((text(&form, &from), text(&form, &to)), (stays.to_owned(), kept.to_owned()), "{piece}");
    }
    let long = "a".repeat(Kind::LONG_TEXT_MAX - 10);
    let within = place("Ŵyth.");
    for (piece, before) in [
        // In the middle of a letter, past the end, blank, or with no room for it.
        (within.start + 1..within.end, ""),
        (within.start..all.len() + 1, ""),
        (22..23, ""),
        (within, long.as_str()),
    ] {
        let mut form = Form::new(day());
        form.put(&from, typed(all));
        form.put(&to, typed(before));
        let unchanged = form.clone();
        assert!(!form.keep_from_panel(pack, &from, piece.clone(), "Why now"), "{piece:?}");
        assert_eq!(form, unchanged, "{piece:?}");
    }
}

/// A text that is a time, an e-mail address or a phone number is taken only if it can be one, and a time is put on the 24-hour
/// clock. The time module has every way of writing one.
#[test]
fn times_addresses_and_numbers_are_taken_only_if_they_can_be() {
    let (at, email, phone) = ("referral_completed_at", "referrer_email", "referrer_phone");
    for (fact, text, read) in [
        (at, "14:30", Ok("14:30")),
        (at, "9am", Ok("09:00")),
        (at, "9.30", Ok("09:30")),
        (at, "2.15 y prynhawn", Ok("14:15")),
        (at, "hanner dydd", Ok("12:00")),
        (
            at,
            "99:99",
            Err("Time completed: no clock shows `99:99`; enter a time from 00:00 to 23:59, like 14:30"),
        ),
        (
            at,
            "24:00",
            Err("Time completed: no clock shows `24:00`; enter a time from 00:00 to 23:59, like 14:30"),
        ),
        (at, "9", Err("Time completed: is that 09:00 or 21:00? Enter it on the 24-hour clock")),
        (at, "soon", Err("Time completed: `soon` is not a time; enter one like 14:30 or 2.30pm")),
        (email, "pc.sample@nowhere.police.example", Ok("pc.sample@nowhere.police.example")),
        (email, "si\u{e2}n.o'neill+da@cyngor.example", Ok("si\u{e2}n.o'neill+da@cyngor.example")),
        (
            email,
            "pc.sample",
            Err(
                "Referrer's secure work email: `pc.sample` is not an email address; enter one like name@police.example",
            ),
        ),
        (
            email,
            "@nowhere.example",
            Err(
                "Referrer's secure work email: `@nowhere.example` is not an email address; enter one like name@police.example",
            ),
        ),
        (
            email,
            "pc@nowhere",
            Err(
                "Referrer's secure work email: `pc@nowhere` is not an email address; enter one like name@police.example",
            ),
        ),
        (
            email,
            "pc@nowhere..example",
            Err(
                "Referrer's secure work email: `pc@nowhere..example` is not an email address; enter one like name@police.example",
            ),
        ),
        (
            email,
            "pc@a@b.example",
            Err(
                "Referrer's secure work email: `pc@a@b.example` is not an email address; enter one like name@police.example",
            ),
        ),
        (
            email,
            "pc sample@b.example",
            Err(
                "Referrer's secure work email: `pc sample@b.example` is not an email address; enter one like name@police.example",
            ),
        ),
        (phone, "01632 960000", Ok("01632 960000")),
        (phone, "+44 (0)1632 960000 ext. 12", Ok("+44 (0)1632 960000 ext. 12")),
        (phone, "101", Ok("101")),
        (phone, "\u{660}\u{667}\u{667}", Ok("\u{660}\u{667}\u{667}")),
        (
            phone,
            "ask me",
            Err(
                "Referrer's work phone number: `ask me` is not a phone number; enter its digits, like 01632 960000",
            ),
        ),
        (
            phone,
            "12",
            Err(
                "Referrer's work phone number: `12` is not a phone number; enter its digits, like 01632 960000",
            ),
        ),
    ] {
        let wanted = read.map(|text| Some(Answer::Known(Known::Text(text.to_owned()))));
        let read = typed(text).read(ask(fact), day());
        assert!(
            read.as_ref().is_ok_and(Option::is_some)
                || read.as_ref().is_err_and(|wrong| wrong.en != wrong.cy)
        );
        assert_eq!(read.map_err(|wrong| wrong.en), wanted.map_err(ToOwned::to_owned), "{fact}: {text}");
    }
}

/// A date that cannot be, as there was nothing of the kind, is refused where it is typed.
#[test]
fn dates_before_there_was_any_are_refused() {
    for (fact, entry, wrong) in [
        (
            "marac_heard_on",
            date("31", "3", "2003"),
            Some(
                "Last heard on: 31 March 2003 cannot be right, as there was none before 1 April 2003; check the year",
            ),
        ),
        ("marac_heard_on", date("1", "4", "2003"), None),
        (
            "dash_assessed_on",
            date("31", "12", "2008"),
            Some(
                "DASH completed on: 31 December 2008 cannot be right, as there was none before 1 January 2009; check the year",
            ),
        ),
        (
            "dash_assessed_on",
            date("1", "1", "1926"),
            Some(
                "DASH completed on: 1 January 1926 cannot be right, as there was none before 1 January 2009; check the year",
            ),
        ),
        ("dash_assessed_on", date("1", "1", "2009"), None),
        ("risk_graded_on", date("1", "1", "2002"), None),
    ] {
        let read = entry.read(ask(fact), day()).map(|_| ()).map_err(|wrong| wrong.en);
        assert_eq!(read.err().as_deref(), wrong, "{fact}");
    }
}

/// An entry that cannot be read as an answer to a question of this kind, where there is one.
fn unreadable(question: &Question) -> Option<FieldInput> {
    Some(match &question.kind {
        Kind::Count(..) => typed("about nine"),
        Kind::Date { .. } => date("45", "9", "2018"),
        Kind::Text => typed(&"a".repeat(Kind::TEXT_MAX + 1)),
        Kind::LongText => typed(&"a".repeat(Kind::LONG_TEXT_MAX + 1)),
        _ => return None,
    })
}

/// Whatever was typed is either in the answer sheet or named as left out of it: in groups and beside answers too, and
/// whether it is asked now or not.
#[test]
fn what_an_answer_sheet_leaves_out_is_named() {
    let pack = packs::named("default");
    let mut form = Form::new(day());
    let mut expected = Vec::new();
    let mut put = |form: &mut Form, field: Field, question: &Question| {
        if let Some(entry) = unreadable(question) {
            form.put(&field, entry);
            expected.push(field);
        }
    };
    for (_, question) in pack.questions() {
        put(&mut form, Field::of(&question.id), question);
        if question.takes_evidence() {
            for inner in &pack.evidence.questions {
                put(&mut form, Field::evidence(&question.id, &inner.id), inner);
            }
        }
        if let Kind::Group(group) = &question.kind {
            let key = form.add_item(&question.id);
            for inner in &group.questions {
                let field = Field { item: Some((question.id.clone(), key)), fact: inner.id.clone() };
                put(&mut form, field, inner);
            }
        }
    }
    let left_out = |form: &Form| {
        let mut fields: Vec<Field> =
            interview::left_out(pack, form).into_iter().map(|gap| gap.field).collect();
        fields.sort();
        fields
    };
    expected.sort();
    assert!(expected.len() > 100, "{}", expected.len());
    assert_eq!(left_out(&form), expected);
    // Once it can be read it is in the sheet, and nothing is left out.
    for field in &expected {
        form.put(field, FieldInput::default());
    }
    assert_eq!(left_out(&form), []);
    form.put(&Field::of(&id("perpetrator_age")), typed("41"));
    assert_eq!(left_out(&form), []);
    assert!(form.answers(pack).get("perpetrator_age").is_some());
    // Counts that each can be read, and together are more than their form has.
    form.put(&Field::of(&id("dash_form")), picked("safelives_24"));
    form.put(&Field::of(&id("dash_yes")), typed("20"));
    form.put(&Field::of(&id("dash_not_known")), typed("9"));
    assert_eq!(left_out(&form), [Field::of(&id("dash_yes"))]);
    assert!(form.answers(pack).get("dash_yes").is_none());
}

/// Choices that contradict each other are asked about where they are ticked, whichever set of the pack has them.
#[test]
fn contradicting_choices_are_asked_about() {
    let pack = packs::named("default");
    let groups = pack.questions().flat_map(|(_, question)| match &question.kind {
        Kind::Group(group) => group.questions.iter().collect::<Vec<_>>(),
        _ => vec![question],
    });
    let mut pairs = 0;
    for question in groups {
        for one in question.kind.choices() {
            for other in &one.excludes {
                pairs += 1;
                let wrong = ticked(&[&one.value, other]).read(question, day()).unwrap_err();
                assert!(wrong.en.contains(&one.label.en), "{}", wrong.en);
                assert!(wrong.cy.contains(&one.label.cy), "{}", wrong.cy);
                for alone in [&one.value, other] {
                    assert!(ticked(&[alone]).read(question, day()).is_ok(), "{} {alone}", question.id);
                }
            }
        }
    }
    assert!(pairs >= 20, "safe contact and next steps have some: {pairs}");
    let safe = |values: &[&str]| ticked(values).read(ask("victim_safe_contact"), day());
    assert!(safe(&["call", "through_idva"]).is_err());
    assert!(safe(&["no_contact", "through_idva"]).is_ok());
}

/// A count is bounded by the form that was picked, in what is said and in what is taken.
#[test]
fn counts_are_bounded_by_the_form_that_was_picked() {
    let pack = packs::named("default");
    for (form_used, counted, not_known, wrong) in [
        ("safelives_24", "30", "0", Some("from 0 to 24")),
        ("safelives_24", "25", "0", Some("from 0 to 24")),
        ("safelives_24", "24", "0", None),
        ("safelives_24", "20", "5", Some("25 items")),
        ("police_27", "25", "0", None),
        ("police_27", "28", "0", Some("from 0 to 27")),
        ("police_27", "20", "8", Some("28 items")),
        ("", "27", "0", None),
    ] {
        let mut form = Form::new(day());
        form.put(&Field::of(&id("dash_form")), picked(form_used));
        form.put(&Field::of(&id("dash_yes")), typed(counted));
        form.put(&Field::of(&id("dash_not_known")), typed(not_known));
        let page = ["dash_form", "dash_yes", "dash_not_known"].map(ask);
        let wrongs = form.errors(pack, page, None);
        assert_eq!(wrongs.len(), usize::from(wrong.is_some()), "{form_used} {counted}: {wrongs:?}");
        if let (Some(said), Some(wrong)) = (wrong, wrongs.first()) {
            assert!(wrong.message.en.contains(said), "{form_used} {counted}: {}", wrong.message.en);
            assert_eq!(wrong.field, Field::of(&id("dash_yes")), "said where it is typed");
            assert!(form.answers(pack).get("dash_yes").is_none(), "and not taken");
        }
    }
}

/// What was typed stays when "not known" is picked, counts for nothing, and is back when that is taken away.
#[test]
fn what_is_set_aside_is_kept() {
    for (fact, kept) in [
        ("perpetrator_name", typed("Sam Sample")),
        ("dash_yes", typed("12")),
        ("marac_heard_on", date("1", "10", "2026")),
    ] {
        let aside = FieldInput { not_known: true, ..kept.clone() };
        assert!(aside.is_set_aside() && !kept.is_set_aside(), "{fact}");
        assert_eq!(aside.read(ask(fact), day()), Ok(Some(Answer::NotKnown)), "{fact}");
        assert_eq!(FieldInput { not_known: false, ..aside }, kept, "{fact}");
    }
    assert!(!NOT_KNOWN.is_set_aside());
}

/// A page offers "not known" exactly where a referral takes it: never for who refers and when.
#[test]
fn not_known_is_offered_where_it_is_taken() {
    let pack = packs::named("default");
    for (_, question) in pack.questions() {
        assert_eq!(question.offers_not_known(), !question.must_be_known, "{}", question.id);
    }
    for fact in ["referrer_name", "referrer_role", "referrer_agency", "referrer_email", "referrer_phone"] {
        assert!(!ask(fact).offers_not_known(), "{fact}");
    }
}
