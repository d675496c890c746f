//! The timeline of Part A: its axis is the same for every case, it holds what the panel sees and nothing else, and what is drawn is
//! what its table says, in every format.

use super::writers::refer;
use crate::support::files::{fonts, unzipped};
use crate::support::minimal::{self, question};
use crate::support::reference::Day;
use crate::support::{packs, pdf, sheets};
use drive_screening::date::Date;
use drive_screening::document::block::{Block, Line, Table, Timeline};
use drive_screening::document::{Document, Format, Stamp, compose};
use drive_screening::export::write;
use drive_screening::pack::{Pack, Part};
use drive_screening::screening::screen;
use drive_screening::words::Language;
use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const LANGUAGES: [Language; 2] = [Language::En, Language::Cy];
const MADE_ON: &str = "2026-11-21";

fn panel(pack: &Pack, sheet: &Value, language: Language) -> Document {
    let answers = packs::answers(pack, sheet);
    let made_on = Date::parse(MADE_ON).unwrap().max(answers.screened_on);
    let stamp = Stamp { reference: "K7Q2-M9XD".to_owned(), made_on, language };
    compose(pack, &answers, &screen(pack, &answers), Part::Panel, &stamp)
}

fn sheet(answers: Value) -> Value {
    json!({"format": "answers/1", "pack": "default", "screened_on": MADE_ON, "answers": answers})
}

/// An incident that the panel sees.
fn incident(on: Option<&str>, what: &str) -> Value {
    let mut incident = json!({"incident_type": what, "incident_usable": "yes"});
    if let Some(on) = on {
        incident["incident_on"] = json!(on);
    }
    incident
}

/// The timeline of a document: what is drawn, the sentence after it and the table.
fn timeline(document: &Document) -> Option<(Option<&Timeline>, &Line, &Table)> {
    let title = ["Timeline", "Llinell amser"][document.language as usize];
    let is_title = |block: &Block| matches!(block, Block::Heading(2, line) if line.both().0.text() == title);
    let at = document.blocks.iter().position(is_title)?;
    match &document.blocks[at + 1..] {
        [Block::Timeline(drawn), Block::Paragraph(note), Block::Table(table), ..] => {
            Some((Some(drawn), note, table))
        }
        [Block::Paragraph(note), Block::Table(table), ..] => Some((None, note, table)),
        other => panic!("after the title: {:?}", other.first()),
    }
}

fn of_default(answers: Value) -> Document {
    panel(packs::named("default"), &sheet(answers), Language::En)
}

fn texts(lines: &[Line]) -> Vec<String> {
    lines.iter().map(Line::text).collect()
}

/// A day as a document writes it, read back.
fn read_day(text: &str) -> Option<Day> {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let mut words = text.split(' ');
    let day = words.next()?.parse().ok()?;
    let month = words.next()?;
    let month = MONTHS.iter().position(|name| *name == month)? + 1;
    Some(Day::new(words.next()?.parse().ok()?, i64::try_from(month).ok()?, day))
}

/// The month of the axis that a day lies in, counted here anew: the day of the document ends the 24th.
fn month(made_on: Day, day: Day) -> Option<usize> {
    let ends = |month: i64| made_on.months(month - 23);
    (0..36)
        .find(|month| {
            let begins_after = ends(*month - 1);
            day > begins_after && day <= ends(*month)
        })
        .map(|month| usize::try_from(month).unwrap())
}

/// What is drawn is what the table says: of each kind so many in each month, and no other.
fn drawn_as_told(document: &Document) {
    let Some((drawn, note, table)) = timeline(document) else { return };
    assert_eq!(texts(&table.heads), ["Date", "Kind", "What"]);
    let (year, of_year, day) = document.made_on.ymd();
    let made_on = Day::new(i64::from(year), i64::from(of_year), i64::from(day));
    let mut told: BTreeMap<String, BTreeMap<usize, usize>> = BTreeMap::new();
    let mut left_out: BTreeMap<&str, usize> = BTreeMap::new();
    let mut last = None;
    for row in &table.rows {
        let [date, kind, what] = &texts(row)[..] else { panic!("{row:?}") };
        assert!(!what.is_empty() && !kind.is_empty());
        let on = read_day(date);
        assert!(on.is_none() || last <= Some(on), "{date} is out of order");
        assert!(on.is_some() || date.starts_with("Not "), "{date}");
        assert!(last.is_none_or(|last: Option<Day>| last.is_some() || on.is_none()), "{date} after no date");
        last = Some(on);
        let place = on.and_then(|on| month(made_on, on));
        let outside = match (on, place) {
            (None, _) => Some("without a date"),
            (Some(on), None) => Some(if on < made_on { "earlier" } else { "later" }),
            (Some(_), Some(month)) => {
                *told.entry(kind.clone()).or_default().entry(month).or_default() += 1;
                None
            }
        };
        if let Some(outside) = outside {
            *left_out.entry(outside).or_default() += 1;
            assert!(on.is_none() || date.ends_with(&format!(" ({outside})")), "{date}");
        } else {
            assert!(!date.contains('('), "{date}");
        }
    }
    let lanes = drawn.map(|drawn| &drawn.lanes[..]).unwrap_or_default();
    let drawn: BTreeMap<String, BTreeMap<usize, usize>> =
        lanes.iter().map(|lane| (lane.label.text(), lane.months.iter().copied().collect())).collect();
    assert_eq!(drawn, told);
    let note = note.text();
    for says in ["earlier", "later", "without a date"] {
        let said = left_out.get(says).map(|count| format!("{says} {count}"));
        assert!(said.as_ref().map_or(!note.contains(says), |said| note.contains(said)), "{note}: {said:?}");
    }
    let several = told.values().flat_map(BTreeMap::values).any(|count| *count > 1);
    assert_eq!(note.contains("A number is how many."), several, "{note}");
}

/// Incidents and other dates anywhere around the axis, some of them on one day, some without any.
fn dated() -> impl Strategy<Value = Value> {
    let date = || {
        prop_oneof![
            6 => (-30_i64..=2, -2_i64..=2).prop_map(|(months, days)| {
                json!(Day::new(2026, 11, 21).months(months).step(days).min(Day::new(2026, 11, 21)).write())
            }),
            1 => Just(json!("not_known")),
            1 => Just(Value::Null),
        ]
    };
    let ahead = || {
        prop_oneof![
            4 => (0_i64..=15, -1_i64..=2).prop_map(|(months, days)| {
                json!(Day::new(2026, 11, 22).months(months).step(days).write())
            }),
            1 => Just(json!("not_known")),
            1 => Just(Value::Null),
        ]
    };
    let incidents = prop::collection::vec((date(), any::<bool>()), 0..60);
    let orders = prop::collection::vec((ahead(), any::<bool>()), 0..6);
    (incidents, orders, date(), ahead()).prop_map(|(incidents, orders, marac, release)| {
        let mut answers = json!({
            "marac_heard": "yes", "custody": "sentenced", "orders_in_force": "yes",
            "incidents_list": incidents.iter().enumerate().map(|(number, (on, seen))| {
                let mut entry = json!({
                    "incident_type": format!("What happened {number}"), "incident_usable": if *seen { "yes" } else { "no" },
                });
                if !on.is_null() {
                    entry["incident_on"] = on.clone();
                }
                entry
            }).collect::<Vec<_>>(),
            "orders_list": orders.iter().map(|(until, open)| {
                let mut entry = json!({"order_type": "police_bail", "order_open_ended": if *open { "yes" } else { "no" }});
                if !until.is_null() && !open {
                    entry["order_expires_on"] = until.clone();
                }
                entry
            }).collect::<Vec<_>>(),
        });
        for (fact, on) in [("marac_heard_on", marac), ("release_date", release)] {
            if !on.is_null() {
                answers[fact] = on;
            }
        }
        sheet(answers)
    })
}

/// What must be the same whatever a case holds.
fn axis(timeline: &Timeline) -> impl PartialEq + std::fmt::Debug + use<> {
    (timeline.months, timeline.day.clone(), timeline.names.clone())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]
    #[test]
    fn what_is_drawn_is_what_the_table_says(sheet in dated()) {
        let document = panel(packs::named("default"), &sheet, Language::En);
        drawn_as_told(&document);
        if let Some((Some(drawn), ..)) = timeline(&document) {
            let refer = panel(packs::named("default"), &refer(), Language::En);
            let (of_refer, ..) = timeline(&refer).unwrap();
            prop_assert_eq!(format!("{:?}", axis(drawn)), format!("{:?}", axis(of_refer.unwrap())));
        }
        // Every incident that the panel sees is there, and no other.
        let seen: Vec<String> = sheet["answers"]["incidents_list"].as_array().unwrap().iter()
            .filter(|incident| incident["incident_usable"] == "yes")
            .map(|incident| incident["incident_type"].as_str().unwrap().to_owned())
            .collect();
        if let Some((_, _, table)) = timeline(&document) {
            let whats: Vec<String> = table.rows.iter().map(|row| row[2].text()).collect();
            let of_incidents: Vec<&String> = whats.iter().filter(|what| what.starts_with("Incident ")).collect();
            prop_assert_eq!(of_incidents.len(), seen.len());
            for what in &seen {
                let whole = format!(": {what}; ");
                prop_assert_eq!(of_incidents.iter().filter(|said| said.contains(&whole)).count(), 1, "{}", what);
            }
        }
    }

    #[test]
    fn any_sheet_is_drawn_as_its_table_says(sheet in sheets::any_sheet()) {
        drawn_as_told(&panel(packs::named(sheet["pack"].as_str().unwrap()), &sheet, Language::En));
    }
}

#[test]
fn where_no_day_is_known_there_is_no_timeline() {
    for answers in [
        json!({}),
        json!({"marac_heard": "yes", "marac_heard_on": "not_known"}),
        json!({"incidents_list": [incident(None, "Once"), incident(Some("not_known"), "Twice")]}),
        json!({"incidents_list": []}),
        // Of Part B, or no event.
        json!({"incidents_list": [{"incident_on": "2026-10-01", "incident_type": "Kept", "incident_usable": "no"}]}),
        json!({"whereabouts_checked_on": "2026-10-01", "perpetrator_date_of_birth": "1985-02-14"}),
        // No longer asked.
        json!({"marac_heard": "no", "marac_heard_on": "2026-10-01"}),
        json!({"custody": "none", "release_date": "2027-03-01"}),
    ] {
        for language in LANGUAGES {
            let document = panel(packs::named("default"), &sheet(answers.clone()), language);
            assert!(timeline(&document).is_none(), "{answers}");
            assert!(!document.blocks.iter().any(|block| matches!(block, Block::Timeline(_))), "{answers}");
        }
    }
}

#[test]
fn days_off_the_axis_are_told_and_not_drawn() {
    let document = of_default(json!({"marac_heard": "yes", "marac_heard_on": "2019-03-01"}));
    let (drawn, note, table) = timeline(&document).unwrap();
    assert_eq!(drawn, None, "nothing is on the axis");
    assert_eq!(
        note.text(),
        "Each column is a month: 24 up to 21 November 2026, 12 after it. In the table alone: earlier 1."
    );
    assert_eq!(texts(&table.rows[0]), ["1 March 2019 (earlier)", "MARAC", "Last heard on"]);
    // The ends of the axis, and the days beside them.
    for (on, said) in [
        ("2024-11-21", "21 November 2024 (earlier)"),
        ("2024-11-22", "22 November 2024"),
        ("2026-11-21", "21 November 2026"),
    ] {
        let document = of_default(json!({"marac_heard": "yes", "marac_heard_on": on}));
        let (drawn, _, table) = timeline(&document).unwrap();
        assert_eq!(table.rows[0][0].text(), said);
        let months = drawn.map(|drawn| drawn.lanes[0].months.clone());
        assert_eq!(months, (!said.contains('(')).then(|| vec![(if on == MADE_ON { 23 } else { 0 }, 1)]));
    }
    for (on, said) in [("2027-11-21", "21 November 2027"), ("2027-11-22", "22 November 2027 (later)")] {
        let document = of_default(json!({"custody": "sentenced", "release_date": on}));
        let (drawn, _, table) = timeline(&document).unwrap();
        assert_eq!(texts(&table.rows[0]), [said, "Custody and supervision", "Earliest release"]);
        assert_eq!(
            drawn.map(|drawn| drawn.lanes[0].months.clone()),
            (!said.contains('(')).then(|| vec![(35, 1)])
        );
    }
}

#[test]
fn a_list_of_short_answers_stands_in_the_timeline_whole_and_once() {
    let text = String::from_utf8(
        write(&panel(packs::named("default"), &refer(), Language::En), Format::Text, fonts()).unwrap(),
    );
    let text = text.unwrap();
    assert!(text.contains(
        "2 June 2026 | Incidents | Incident 2: Assault with strangulation; Reported to: Police; Injury: Bruising to the neck; \
         Result: Charged; trial in February 2027"
    ));
    assert!(!text.contains("Incidents in the last 12 months"));
    assert_eq!(text.matches("Assault with strangulation").count(), 1);
    // Where no day is known, they stand in their section.
    let document = of_default(json!({"incidents_list": [incident(None, "Once")]}));
    let text = String::from_utf8(write(&document, Format::Text, fonts()).unwrap()).unwrap();
    assert!(text.contains("Once") && !text.contains("Timeline"), "{text}");
    // Orders have their conditions further on, in any number of lines.
    let document = panel(packs::named("default"), &refer(), Language::En);
    let (_, _, table) = timeline(&document).unwrap();
    assert_eq!(
        texts(table.rows.last().unwrap()),
        ["1 May 2027", "Orders end", "Order or bail 1: Non-molestation order"]
    );
}

/// Lanes of what is kept from the panel are as good as none, whatever a pack lists.
#[test]
fn a_pack_cannot_draw_what_the_panel_does_not_see() {
    let lane =
        |dates: Value| json!({"id": "kept", "label": {"en": "Kept", "cy": "Wedi'i gadw"}, "dates": dates});
    let pack = |lanes: Value| {
        let pack = json!({
            "format": "pack/1", "extends": "default", "id": "default", "version": "1", "document": {"timeline": lanes},
        });
        Pack::load(&pack.to_string()).unwrap()
    };
    let kept = [
        "victim_separated_on",
        "victim_idva_referred_on",
        "victim_date_of_birth",
        "last_other_victim_on",
        "child_due_on",
        "child_date_of_birth",
    ];
    let (with, without) = (pack(json!([lane(json!(kept))])), pack(json!([lane(json!([]))])));
    for language in LANGUAGES {
        let [with, without] = [&with, &without].map(|pack| panel(pack, &refer(), language));
        let shown = |document: &Document| {
            let mut blocks = document.blocks.clone();
            // What the record says of itself: the packs differ.
            blocks.truncate(blocks.len() - 3);
            blocks
        };
        assert_eq!(shown(&with), shown(&without));
        assert!(timeline(&with).is_some());
    }
}

#[test]
fn a_pack_adds_a_lane_of_its_own() {
    let text = |en: &str, cy: &str| json!({"en": en, "cy": cy});
    let pack = json!({
        "format": "pack/1", "extends": "default", "id": "default", "version": "1",
        "document": {"timeline": [{"id": "arrests", "label": text("Arrests", "Arestio"), "dates": ["arrested_on", "arrest_date"]}]},
        "sections": [{"id": "more", "stage": "referral", "title": text("More", "Mwy"), "purpose": text("More", "Mwy"), "pages": [
            {"id": "one", "title": text("One", "Un"), "questions": [{
                "id": "arrested_on", "kind": "date", "part": "panel", "need": "if_known",
                "ask": text("Arrested on", "Arestiwyd ar"), "label": text("Last arrested on", "Arestiwyd ddiwethaf ar"),
            }]},
            {"id": "several", "title": text("Several", "Sawl"), "questions": [{
                "id": "arrests", "kind": "group", "part": "panel", "need": "if_known", "item": text("Arrest", "Arestiad"),
                "ask": text("Arrests", "Arestiadau"), "label": text("Arrests", "Arestiadau"), "name_by": ["arrest_for", "arrest_date"],
                "questions": [
                    {"id": "arrest_date", "kind": "date", "part": "panel", "need": "required", "ask": text("Date", "Dyddiad"), "label": text("Date", "Dyddiad")},
                    {"id": "arrest_for", "kind": "long_text", "part": "panel", "need": "required", "ask": text("For", "Am"), "label": text("For", "Am")},
                ],
            }]},
        ]}],
    });
    let pack = Pack::load(&pack.to_string()).unwrap();
    let long = "Somebody told it at length. ".repeat(20);
    let answers = json!({
        "arrested_on": "2026-07-01",
        "arrests": [{"arrest_date": "2026-05-01", "arrest_for": "Assault"}, {"arrest_date": "2026-05-01", "arrest_for": long}],
    });
    let document = panel(&pack, &sheet(answers), Language::En);
    drawn_as_told(&document);
    let (drawn, _, table) = timeline(&document).unwrap();
    assert_eq!(drawn.unwrap().lanes[0].label.text(), "Arrests");
    assert_eq!(texts(&table.rows[0]), ["1 May 2026", "Arrests", "Arrest 1: Assault"]);
    assert_eq!(texts(&table.rows[2]), ["1 July 2026", "Arrests", "Last arrested on"]);
    // A long account stands in its section in full.
    let what = table.rows[1][2].text();
    assert!(
        what.starts_with("Arrest 2: Somebody told it") && what.ends_with("\u{2026} (in full further on)"),
        "{what}"
    );
    let text = String::from_utf8(write(&document, Format::Text, fonts()).unwrap()).unwrap();
    assert!(text.contains(long.trim()), "{text}");
}

/// What is between the tags of HTML or XML.
fn untagged(text: &str) -> String {
    let between = text.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, after)| after));
    between.collect::<String>().replace("&#39;", "'").replace("&amp;", "&")
}

/// Each format draws each month once, and says in words what it draws.
#[test]
fn every_format_holds_the_same() {
    let sheet = sheet(json!({
        "marac_heard": "yes", "marac_heard_on": "2026-06-18", "custody": "sentenced", "release_date": "2027-03-01",
        "incidents_list": [
            incident(Some("2026-10-30"), "Followed"), incident(Some("2026-10-30"), "Shouted"), incident(Some("2025-01-02"), "Hit"),
        ],
    }));
    let both = json!({
        "format": "pack/1", "extends": "default", "id": "default", "version": "1.0.0+both", "document": {"bilingual": true},
    });
    let both = Pack::load(&both.to_string()).unwrap();
    for pack in [packs::named("default"), &both] {
        for language in LANGUAGES {
            let document = panel(pack, &sheet, language);
            let (drawn, note, table) = timeline(&document).unwrap();
            let drawn = drawn.unwrap();
            let months: usize = drawn.lanes.iter().map(|lane| lane.months.len()).sum();
            assert_eq!(months, 4, "{drawn:?}");
            let mut lines: Vec<&Line> =
                table.heads.iter().chain(table.rows.iter().flatten()).chain([note]).collect();
            lines.extend(drawn.lanes.iter().map(|lane| &lane.label));
            let pieces: Vec<String> = lines
                .iter()
                .flat_map(|line| {
                    let (first, other) = line.both();
                    [first.text(), other.map(|(_, other)| other.text()).unwrap_or_default()]
                })
                .collect();
            let bare = |text: &str| -> String { text.chars().filter(|c| !c.is_whitespace()).collect() };
            let [html, text, markdown] = [Format::Html, Format::Text, Format::Markdown]
                .map(|format| String::from_utf8(write(&document, format, fonts()).unwrap()).unwrap());
            let (_, word) = unzipped(&write(&document, Format::Docx, fonts()).unwrap())
                .into_iter()
                .find(|(name, _)| name == "word/document.xml")
                .unwrap();
            let word = String::from_utf8(word).unwrap();
            let said = bare(&pdf::readings(&write(&document, Format::Pdf, fonts()).unwrap()).concat());
            for piece in &pieces {
                let piece = piece.trim();
                assert!(bare(&untagged(&html)).contains(&bare(piece)), "{piece} is not in HTML");
                assert!(bare(&untagged(&word)).contains(&bare(piece)), "{piece} is not in Word");
                assert!(text.contains(piece), "{piece} is not in plain text");
                assert!(bare(&markdown).contains(&bare(piece)), "{piece} is not in Markdown");
                assert!(said.contains(&bare(piece)), "{piece} is not in the PDF");
            }
            // A box a month, one ground a lane; a picture that is described, once.
            let figure =
                html.split("<div class=\"ds-doc__timeline\" role=\"img\" aria-label=\"").nth(1).unwrap();
            let figure = figure.split("<table").next().unwrap();
            assert_eq!(figure.matches("<rect x=").count(), months);
            assert_eq!(figure.matches("ds-doc__ahead").count(), drawn.lanes.len());
            assert_eq!(figure.matches(">2</text>").count(), 1, "two in one month");
            assert!(figure.starts_with(&drawn.alt.text().replace('\'', "&#39;")), "{figure}");
            assert_eq!(word.matches("<w:drawing>").count(), 1);
            assert_eq!(word.matches("descr=\"").count(), 1);
            assert!(word.contains(&format!("descr=\"{}\"", drawn.alt.text())), "Word describes it");
        }
    }
}

/// A pack that names no date, or too much, is refused in words.
#[test]
fn a_timeline_names_dates() {
    let pack = |lanes: Value| {
        let mut pack = minimal::smallest();
        let dates = vec![question("one", "date"), question("two", "date"), question("line", "text")];
        pack["sections"]
            .as_array_mut()
            .unwrap()
            .push(minimal::section("more", vec![minimal::page("more_page", dates)]));
        pack["document"]["timeline"] = lanes;
        Pack::load(&pack.to_string()).map(|_| ()).map_err(|problems| {
            packs::assert_said_well(&problems);
            packs::places(&problems)
        })
    };
    let lane = |dates: Value| json!({"id": "lane", "label": {"en": "Lane", "cy": "Lôn"}, "dates": dates});
    let at = |code: &'static str, at: &str| Err(vec![(code, at.to_owned())]);
    assert_eq!(pack(json!([])), Ok(()));
    assert_eq!(pack(json!([lane(json!(["one"])), lane(json!(["two"]))])), Ok(()));
    assert_eq!(pack(json!([lane(json!(["line"]))])), at("pack-misplaced", "document/timeline"));
    assert_eq!(pack(json!([lane(json!(["none"]))])), at("pack-unknown-name", "document/timeline"));
    assert_eq!(
        pack(json!([lane(json!(["one"])), lane(json!(["two", "one"]))])),
        at("pack-twice", "document/timeline")
    );
    assert_eq!(pack(json!(vec![lane(json!([])); 8])), Ok(()));
    assert_eq!(pack(json!(vec![lane(json!([])); 9])), at("pack-misplaced", "document/timeline"));
    assert_eq!(
        pack(json!([{"id": "lane", "dates": []}])),
        at("pack-missing", "document/timeline/lane/label")
    );
}
