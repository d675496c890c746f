//! Sources, figures and contacts: what nothing published stands behind, what nobody signed off, what is past its review.

use super::findings::Findings;
use super::findings::{Finding, Severity};
use super::subject::Subject;
use drive_screening_core::base::date::Date;
use drive_screening_core::base::sorted::gathered;
use drive_screening_core::base::text::one_line;
use drive_screening_core::base::words::{Localized, Phrase};
use drive_screening_core::pack::SourceId;
use serde_json::Value;
use std::collections::BTreeSet;

/// Adds what is found.
pub(super) fn find(subject: &Subject<'_>, findings: &mut Findings) {
    sources(subject, findings);
    without_source(subject, findings);
    settings(subject, findings);
    for route in &subject.pack.routes {
        if route.review < subject.day {
            findings.push(past_review("route-review-due", "routes", &route.title, route.review));
        }
    }
}

fn past_review(code: &'static str, at: &str, title: &Localized, review: Date) -> Finding {
    Finding::new(
        Severity::Problem,
        code,
        at,
        Phrase::of("\"{0}\" was to be checked again by {2}", "roedd \"{1}\" i'w wirio eto erbyn {2}"),
        Phrase::of(
            "check that it still holds, then set `checked` and `review` anew",
            "gwiriwch ei fod yn dal yn wir, yna gosodwch `checked` a `review` o'r newydd",
        ),
        &[&one_line(&title.en, 200), &one_line(&title.cy, 200), &review.to_string()],
    )
}

fn sources(subject: &Subject<'_>, findings: &mut Findings) {
    let pack = subject.pack;
    let settings = pack.settings.iter().map(|setting| &setting.source);
    let questions = pack.every_question();
    let expected = questions.iter().flat_map(|question| question.expected.sources());
    let words = questions.iter().flat_map(|question| &question.sources);
    let words = words.chain(pack.flags.iter().flat_map(|flag| &flag.sources));
    let criteria = pack.criteria.iter().map(|criterion| &criterion.source);
    let cited: BTreeSet<&SourceId> = gathered(criteria.chain(settings).chain(expected).chain(words));
    for source in &pack.sources {
        let at = format!("sources/{}", source.id);
        let cited = cited.contains(&source.id);
        if cited && source.review < subject.day {
            findings.push(past_review("source-review-due", &at, &source.title, source.review));
        }
        if !cited {
            findings.push(Finding::new(
                Severity::Note,
                "source-unused",
                &at,
                Phrase::of(
                    "no rule, no figure and no wording cites this source",
                    "nid oes rheol, ffigur na geiriad yn dyfynnu'r ffynhonnell hon",
                ),
                Phrase::of("cite it, or remove it", "dyfynnwch hi, neu tynnwch hi"),
                &[],
            ));
        }
    }
}

fn without_source(subject: &Subject<'_>, findings: &mut Findings) {
    let sources = subject.whole["sources"].as_array().into_iter().flatten();
    // Sources that say of themselves that they are only proposals.
    let proposals: BTreeSet<&str> =
        gathered(sources.filter(|json| json["proposed"] == true).filter_map(|json| json["id"].as_str()));
    for criterion in &subject.pack.criteria {
        if proposals.contains(criterion.source.as_str()) {
            findings.push(Finding::new(
                Severity::Note,
                "rule-without-source",
                &format!("criteria/{}/source", criterion.id),
                Phrase::of(
                    "nothing published stands behind the rule of `{0}`: its source is a proposal",
                    "nid oes dim a gyhoeddwyd y tu ôl i reol `{0}`: cynnig yw ei ffynhonnell",
                ),
                Phrase::of(
                    "name your own protocol as its source once it is agreed",
                    "enwch eich protocol eich hun yn ffynhonnell iddi unwaith y cytunir arni",
                ),
                &[criterion.id.as_str()],
            ));
        }
    }
}

fn settings(subject: &Subject<'_>, findings: &mut Findings) {
    let mut named = BTreeSet::new();
    settings_named(subject.whole, &mut named);
    for setting in &subject.pack.settings {
        let at = format!("settings/{}", setting.id);
        if setting.proposed {
            findings.push(Finding::new(
                Severity::Note,
                "figure-not-signed-off",
                &at,
                Phrase::of("`{0}` is proposed and not signed off", "cynnig yw `{0}` ac ni chymeradwywyd ef"),
                Phrase::of(
                    "agree it, then give your source and \"proposed\": false",
                    "cytunwch arno, yna rhowch eich ffynhonnell a \"proposed\": false",
                ),
                &[setting.id.as_str()],
            ));
        }
        if !named.contains(setting.id.as_str()) {
            findings.push(Finding::new(
                Severity::Note,
                "setting-unused",
                &at,
                Phrase::of(
                    "no rule uses `{0}`: changing it changes nothing",
                    "nid oes rheol yn defnyddio `{0}`: nid yw ei newid yn newid dim",
                ),
                Phrase::of("use it, or remove it", "defnyddiwch ef, neu tynnwch ef"),
                &[setting.id.as_str()],
            ));
        }
    }
}

/// The names in every `{"setting": name}`.
fn settings_named<'a>(json: &'a Value, named: &mut BTreeSet<&'a str>) {
    match json {
        Value::Object(map) => {
            if let (1, Some(Value::String(name))) = (map.len(), map.get("setting")) {
                named.insert(name);
            }
            map.values().for_each(|value| settings_named(value, named));
        }
        Value::Array(values) => values.iter().for_each(|value| settings_named(value, named)),
        _ => {}
    }
}
