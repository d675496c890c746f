//! Checks that a pack hangs together, and makes it ready: the index of facts and the decision diagram.

mod filled;
mod questions;
mod reports;
mod rules;

use super::compiled::Diagram;
use super::order::Seen;
use super::reader::Problems;
use super::well_known::{NEED_INFORMATION, URGENT};
use super::{FactId, FactPlace, Flag, FlagWhen, Kind, Pack, PageRef, Part, Places, Question, Rule, Test};
use crate::base::text::quoted;
use crate::base::words::Phrase;
use questions::questions;
use reports::{misplaced, twice, unknown_fact, unknown_source};
use rules::{check_rule, check_whole, flags_only};

/// Reports everything that names what is not there, and fills in the index and the diagram.
pub(crate) fn references(pack: &mut Pack, problems: &Problems<'_>) {
    index(pack, problems);
    questions(pack, problems);
    instruments(pack, problems);
    criteria(pack, problems);
    flags(pack, problems);
    sources(pack, problems);
    verdicts(pack, problems);
    timeline(pack, problems);
    if !problems.is_empty() {
        return;
    }
    match Diagram::compile(&pack.criteria, &pack.verdicts) {
        Ok(diagram) => pack.diagram = diagram,
        Err(_) => problems.add("pack-too-complex", "verdicts", Phrase::of("these conditions are too tangled to decide exactly", "mae'r amodau hyn yn rhy ddyrys i'w penderfynu'n fanwl"), Phrase::of("put criteria that are used together next to one another, or use fewer `at_least`", "rhowch feini prawf a ddefnyddir gyda'i gilydd nesaf at ei gilydd, neu defnyddiwch lai o `at_least`"), &[]),
    }
    pack.mark_used();
}

fn index(pack: &mut Pack, problems: &Problems<'_>) {
    let mut places = Places::default();
    let mut sections = Seen::default();
    let mut pages = Seen::default();
    let mut add = |question: &Question, place: FactPlace| {
        if !places.add(&question.id, place) {
            twice(problems, &format!("sections/{}", question.id), question.id.as_str());
        }
    };
    for (section, s) in pack.sections.iter().enumerate() {
        if !sections.add(s.id.as_str()) {
            twice(problems, "sections", s.id.as_str());
        }
        for (page, p) in s.pages.iter().enumerate() {
            if !pages.add(p.id.as_str()) {
                twice(problems, &format!("sections/{}/pages", s.id), p.id.as_str());
            }
            for (question, q) in p.questions.iter().enumerate() {
                let place = FactPlace { page: PageRef { section, page }, question, in_group: None };
                add(q, place);
                if let Kind::Group(group) = &q.kind {
                    for (inner, q) in group.questions.iter().enumerate() {
                        add(q, FactPlace { in_group: Some(inner), ..place });
                    }
                }
            }
        }
    }
    pack.places = places;
}

fn instruments(pack: &Pack, problems: &Problems<'_>) {
    for instrument in 0..pack.instruments.len() {
        check_whole(pack, &Rule::CountReaches { instrument, line: 0 }, "instruments", problems);
    }
    for instrument in &pack.instruments {
        let forms = instrument.items.0.iter().map(|(form, _)| form.clone()).collect();
        check_rule(pack, &Rule::IsOneOf(instrument.form.clone(), forms), "instruments", problems);
        if let Some(no) = &instrument.no {
            check_whole(pack, &Rule::AtLeast(no.clone(), 0), "instruments", problems);
        }
    }
}

fn criteria(pack: &Pack, problems: &Problems<'_>) {
    let mut seen = Seen::default();
    for criterion in &pack.criteria {
        let at = format!("criteria/{}", criterion.id);
        if !seen.add(criterion.id.as_str()) {
            twice(problems, &at, criterion.id.as_str());
        }
        if let Test::Graded { date, .. } = &criterion.test {
            check_whole(pack, &Rule::WithinMonths(date.clone(), 0), &at, problems);
        }
        for rule in criterion.test.rules() {
            check_whole(pack, rule, &at, problems);
            flags_only(rule, &at, problems);
        }
    }
}

/// A flag for each value is called by the value, wherever it stands.
fn each_tells(pack: &Pack, flag: &Flag, fact: &FactId, at: &str, problems: &Problems<'_>) {
    if let Some(question) = pack.question(fact.as_str())
        && question.part != flag.part
        && question.part != Part::Panel
    {
        problems.add(
            "pack-flag-part",
            &format!("{at}/part"),
            Phrase::of(
                "a flag for each value of `{0}` tells the values, and is for other readers",
                "mae baner ar gyfer pob gwerth o `{0}` yn dweud y gwerthoedd, ac mae ar gyfer darllenwyr eraill",
            ),
            Phrase::of("make its part `{1}`, or use `when`", "gwnewch ei rhan yn `{1}`, neu defnyddiwch `when`"),
            &[fact.as_str(), question.part.name()],
        );
    }
}

/// Checks a rule that stands beside verdicts: it may also ask what criteria came to.
fn beside_verdict(pack: &Pack, rule: &Rule, at: &str, problems: &Problems<'_>) {
    check_whole(pack, rule, at, problems);
    rule.walk(&mut |part| {
        let Rule::Criterion(id) = part else { return };
        match pack.criterion(id.as_str()).map(|index| &pack.criteria[index].test) {
            Some(Test::Rule(_)) => {}
            Some(Test::Graded { .. }) => misplaced(
                problems,
                at,
                Phrase::of("`{0}` is graded, neither yes nor no", "graddedig yw `{0}`, nid ie na nage"),
                Phrase::of("name the facts it grades", "enwch y ffeithiau y mae'n eu graddio"),
                &[id.as_str()],
            ),
            None => unknown_fact(problems, at, id.as_str(), pack),
        }
    });
}

fn flags(pack: &Pack, problems: &Problems<'_>) {
    let mut seen = Seen::default();
    for flag in &pack.flags {
        let at = format!("flags/{}", flag.id);
        if !seen.add(flag.id.as_str()) {
            twice(problems, &at, flag.id.as_str());
        }
        match &flag.when {
            FlagWhen::Each(fact) => {
                let values = flag.acts.iter().map(|(value, _)| value.clone()).collect();
                check_whole(pack, &Rule::HasAny(fact.clone(), values), &at, problems);
                each_tells(pack, flag, fact, &at, problems);
            }
            FlagWhen::Rule { when, unless } => {
                for rule in [when, unless].into_iter().flatten() {
                    beside_verdict(pack, rule, &at, problems);
                }
            }
        }
    }
}

fn sources(pack: &Pack, problems: &Problems<'_>) {
    let mut seen = Seen::default();
    for source in &pack.sources {
        if !seen.add(source.id.as_str()) {
            twice(problems, &format!("sources/{}", source.id), source.id.as_str());
        }
    }
    let settings =
        pack.settings.iter().map(|setting| (format!("settings/{}/source", setting.id), &setting.source));
    let criteria = pack
        .criteria
        .iter()
        .map(|criterion| (format!("criteria/{}/source", criterion.id), &criterion.source));
    let flags = pack
        .flags
        .iter()
        .flat_map(|flag| flag.sources.iter().map(|source| (format!("flags/{}/sources", flag.id), source)));
    for (at, source) in settings.chain(criteria).chain(flags) {
        if pack.source(source).is_none() {
            unknown_source(problems, &at, source);
        }
    }
}

/// More lanes would not be taken in at a glance.
const MOST_LANES: usize = 8;

/// The lanes of the timeline name dates, each once.
fn timeline(pack: &Pack, problems: &Problems<'_>) {
    let at = "document/timeline";
    let lanes = &pack.document.timeline;
    if lanes.len() > MOST_LANES {
        misplaced(
            problems,
            at,
            Phrase::of("a timeline has at most {0} lanes", "mae gan linell amser {0} lôn ar y mwyaf"),
            Phrase::of(
                "put dates that are alike in one lane",
                "rhowch ddyddiadau sy'n debyg i'w gilydd mewn un lôn",
            ),
            &[&MOST_LANES.to_string()],
        );
    }
    let mut seen = Seen::default();
    for fact in lanes.iter().flat_map(|lane| &lane.dates) {
        if !seen.add(fact.as_str()) {
            twice(problems, at, fact.as_str());
        }
        match pack.question(fact.as_str()).map(|question| &question.kind) {
            Some(Kind::Date { .. }) => {}
            Some(_) => misplaced(
                problems,
                at,
                Phrase::of("`{0}` is no date", "nid dyddiad yw `{0}`"),
                Phrase::of("name a question of the kind `date`", "enwch gwestiwn o'r math `date`"),
                &[fact.as_str()],
            ),
            None => unknown_fact(problems, at, fact.as_str(), pack),
        }
    }
}

fn verdicts(pack: &Pack, problems: &Problems<'_>) {
    let unconditional = pack.verdicts.iter().filter(|verdict| verdict.when.is_none()).count();
    let last_is_open = pack.verdicts.last().is_some_and(|verdict| verdict.when.is_none());
    if unconditional != 1 || !last_is_open || pack.verdicts.len() > 30 {
        misplaced(
            problems,
            "verdicts",
            Phrase::of(
                "every verdict but the last needs `when`, the last must have none, and there are at most 30",
                "mae angen `when` ar bob dyfarniad ond yr olaf, ni ddylai'r olaf gael un, ac mae 30 ar y mwyaf",
            ),
            Phrase::of(
                "put the usual verdict last, without `when`",
                "rhowch y dyfarniad arferol yn olaf, heb `when`",
            ),
            &[],
        );
    }
    let mut seen = Seen::default();
    seen.add(NEED_INFORMATION);
    for verdict in &pack.verdicts {
        let refined = verdict.refined.as_ref().map(|refined| refined.id.as_str());
        for id in [Some(verdict.id.as_str()), refined].into_iter().flatten() {
            if !seen.add(id) {
                twice(problems, "verdicts", id);
            }
        }
    }
    for route in &pack.routes {
        for rule in [&route.when, &route.unless].into_iter().flatten() {
            beside_verdict(pack, rule, "routes", problems);
        }
        for name in &route.for_outcomes {
            if name != URGENT && !seen.has(name) {
                misplaced(
                    problems,
                    "routes",
                    Phrase::of("no outcome is called {0}", "nid oes canlyniad o'r enw {0}"),
                    Phrase::of(
                        "name a verdict, `need_information` or `urgent`",
                        "enwch ddyfarniad, `need_information` neu `urgent`",
                    ),
                    &[&quoted(name)],
                );
            }
        }
    }
}
