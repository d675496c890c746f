//! Checks that a pack hangs together, and makes it ready: the index of facts and the decision diagram.

use super::compiled::Diagram;
use super::load::{facts, mark_used, unknown_fact};
use super::order::Seen;
use super::reader::Problems;
use super::{
    BoundDay, FactId, FactPlace, Flag, FlagWhen, Kind, Need, Pack, PageRef, Part, Places, Question, Rule,
    Section, SourceId, Test,
};
use crate::text::quoted;
use crate::words::Words;

/// Reports everything that names what is not there, and fills in the index and the diagram.
pub(crate) fn references(pack: &mut Pack, problems: &Problems<'_>) {
    index(pack, problems);
    questions(pack, problems);
    instruments(pack, problems);
    criteria(pack, problems);
    flags(pack, problems);
    sources(pack, problems);
    verdicts(pack, problems);
    if !problems.is_empty() {
        return;
    }
    match Diagram::compile(&pack.criteria, &pack.verdicts) {
        Ok(diagram) => pack.diagram = diagram,
        Err(_) => problems.add("pack-too-complex", "verdicts", Words::of("these conditions are too tangled to decide exactly", "mae'r amodau hyn yn rhy ddyrys i'w penderfynu'n fanwl"), Words::of("put criteria that are used together next to one another, or use fewer `at_least`", "rhowch feini prawf a ddefnyddir gyda'i gilydd nesaf at ei gilydd, neu defnyddiwch lai o `at_least`"), &[]),
    }
    mark_used(pack);
}

fn twice(problems: &Problems<'_>, at: &str, name: &str) {
    problems.add(
        "pack-twice",
        at,
        Words::of("`{0}` is defined twice", "mae `{0}` wedi'i ddiffinio ddwywaith"),
        Words::of("rename one of them", "ailenwch un ohonynt"),
        &[name],
    );
}

fn misplaced(problems: &Problems<'_>, at: &str, message: Words, next_step: Words, arguments: &[&str]) {
    problems.add("pack-misplaced", at, message, next_step, arguments);
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

fn questions(pack: &Pack, problems: &Problems<'_>) {
    for section in &pack.sections {
        let at = format!("sections/{}", section.id);
        if let Some(fact) = &section.not_known_reason {
            let own =
                section.pages.iter().flat_map(|page| &page.questions).any(|question| question.id == *fact);
            if !own {
                misplaced(
                    problems,
                    &format!("{at}/not_known_reason"),
                    Words::of(
                        "`{0}` is not a question of this section",
                        "nid yw `{0}` yn gwestiwn yn yr adran hon",
                    ),
                    Words::of("name a text question of the section", "enwch gwestiwn testun o'r adran"),
                    &[fact.as_str()],
                );
            }
            reason_tells(section, fact, &at, problems);
        }
        for page in &section.pages {
            for question in &page.questions {
                let at = format!("{at}/{}/{}", page.id, question.id);
                check_question(pack, question, None, &at, problems);
                let Kind::Group(group) = &question.kind else {
                    continue;
                };
                if page.questions.len() > 1 {
                    misplaced(
                        problems,
                        &at,
                        Words::of(
                            "a group stands alone on its page",
                            "mae grŵp yn sefyll ar ei ben ei hun ar ei dudalen",
                        ),
                        Words::of("give it a page of its own", "rhowch dudalen ei hun iddo"),
                        &[],
                    );
                }
                for inner in &group.questions {
                    check_question(pack, inner, Some(question), &format!("{at}/{}", inner.id), problems);
                }
                for name in &group.name_by {
                    if !group.questions.iter().any(|inner| inner.id == *name) {
                        unknown_fact(problems, &format!("{at}/name_by"), name.as_str(), pack);
                    }
                }
            }
        }
    }
}

/// Why something is not known tells of it: the reason is kept from whoever that is kept from.
fn reason_tells(section: &Section, reason: &FactId, at: &str, problems: &Problems<'_>) {
    let mut questions = section.pages.iter().flat_map(|page| &page.questions);
    let Some(part) = questions.clone().find(|question| question.id == *reason).map(|reason| reason.part)
    else {
        return;
    };
    let tells = |question: &Question| {
        question.need == Need::IfKnown && question.part != Part::Panel && question.part != part
    };
    let told = questions.find_map(|question| match &question.kind {
        Kind::Group(group) => group.questions.iter().chain([question]).find(|question| tells(question)),
        _ => Some(question).filter(|question| tells(question)),
    });
    if let Some(told) = told {
        problems.add(
            "pack-reason-part",
            &format!("{at}/{reason}/part"),
            Words::of(
                "`{0}` says why `{1}` is not known, and is for other readers",
                "mae `{0}` yn dweud pam nad yw `{1}` yn hysbys, ac mae ar gyfer darllenwyr eraill",
            ),
            Words::of(
                "put the two in sections of their own, or make its part `{2}` where all that it explains is of that part",
                "rhowch y ddau mewn adrannau ar wahân, neu gwnewch ei ran yn `{2}` lle mae popeth y mae'n ei egluro o'r rhan honno",
            ),
            &[reason.as_str(), told.id.as_str(), told.part.name()],
        );
    }
}

/// Whether a question of Part A is asked tells what it hangs on.
fn condition_tells(pack: &Pack, question: &Question, fact: &FactId, at: &str, problems: &Problems<'_>) {
    if question.part == Part::Panel
        && let Some(other) = pack.question(fact.as_str()).filter(|other| other.part != Part::Panel)
    {
        problems.add(
            "pack-condition-part",
            &format!("{at}/asked_when"),
            Words::of(
                "the panel would see from `{0}` what `{1}` was answered, which is kept from it",
                "byddai'r panel yn gweld o `{0}` sut yr atebwyd `{1}`, a gedwir rhagddo",
            ),
            Words::of(
                "make its part `{2}`, or ask it whatever that was answered",
                "gwnewch ei ran yn `{2}`, neu gofynnwch ef beth bynnag fo'r ateb",
            ),
            &[question.id.as_str(), fact.as_str(), other.part.name()],
        );
    }
}

fn check_question(
    pack: &Pack,
    question: &Question,
    group: Option<&Question>,
    at: &str,
    problems: &Problems<'_>,
) {
    if matches!(question.kind, Kind::Choice(_) | Kind::Set(_)) {
        let choices = question.kind.choices();
        let mut values = Seen::default();
        // `not_known` counts as met, and nothing may be met twice.
        values.add("not_known");
        if choices.is_empty() || !choices.iter().all(|choice| values.add(&choice.value)) {
            misplaced(
                problems,
                &format!("{at}/choices"),
                Words::of(
                    "the choices are empty, repeat a value or list `not_known`",
                    "mae'r dewisiadau'n wag, yn ailadrodd gwerth neu'n rhestru `not_known`",
                ),
                Words::of(
                    "list each value once; `not_known` is always offered",
                    "rhestrwch bob gwerth unwaith; cynigir `not_known` bob amser",
                ),
                &[],
            );
        }
    }
    if question.takes_evidence && (group.is_some() || matches!(question.kind, Kind::Group(_))) {
        misplaced(
            problems,
            &format!("{at}/evidence"),
            Words::of("entries of a group take no evidence", "nid yw cofnodion grŵp yn cymryd tystiolaeth"),
            Words::of(
                "ask it of a question outside groups",
                "gofynnwch hyn am gwestiwn y tu allan i grwpiau",
            ),
            &[],
        );
    }
    for choice in question.kind.choices() {
        for other in &choice.excludes {
            let of_set = matches!(question.kind, Kind::Set(_)) && *other != choice.value;
            if !of_set || !question.kind.choices().iter().any(|choice| choice.value == *other) {
                misplaced(
                    problems,
                    &format!("{at}/choices/{}/excludes", choice.value),
                    Words::of(
                        "`{0}` is no other choice of this set",
                        "nid yw `{0}` yn ddewis arall o'r set hon",
                    ),
                    Words::of("name other choices of the set", "enwch ddewisiadau eraill o'r set"),
                    &[other],
                );
            }
        }
    }
    if let Some(with) = &question.with
        && !pack.sections.iter().any(|section| section.id == *with)
    {
        unknown_fact(problems, &format!("{at}/with"), with.as_str(), pack);
    }
    if let Some(switch) = &question.withheld_with
        && pack.place(switch.as_str()).is_none_or(|place| place.in_group.is_none())
    {
        unknown_fact(problems, &format!("{at}/withheld_with"), switch.as_str(), pack);
    }
    if let Some(group) = group
        && question.part == Part::Panel
        && group.part != Part::Panel
    {
        misplaced(
            problems,
            &format!("{at}/part"),
            Words::of(
                "a panel question is inside a group that is kept from the panel",
                "mae cwestiwn panel y tu mewn i grŵp a gedwir rhag y panel",
            ),
            Words::of("give it the part of its group", "rhowch iddo ran ei grŵp"),
            &[],
        );
    }
    check_expected(pack, question, group, at, problems);
    let Some(rule) = &question.asked_when else { return };
    let here = pack.place(question.id.as_str());
    flags_only(rule, &format!("{at}/asked_when"), problems);
    check_rule(pack, rule, &format!("{at}/asked_when"), problems);
    for (fact, _, _) in facts(rule, &pack.instruments) {
        condition_tells(pack, question, &fact, at, problems);
        let there = pack.place(fact.as_str());
        let later = matches!((here, there), (Some(here), Some(there)) if there >= here);
        let elsewhere = there.is_some_and(|there| {
            there.in_group.is_some()
                && here.is_none_or(|here| (here.page, here.question) != (there.page, there.question))
        });
        if later || elsewhere {
            misplaced(
                problems,
                &format!("{at}/asked_when"),
                Words::of(
                    "`{0}` is asked later, or inside another group",
                    "gofynnir `{0}` yn ddiweddarach, neu y tu mewn i grŵp arall",
                ),
                Words::of("ask it before this question", "gofynnwch ef cyn y cwestiwn hwn"),
                &[fact.as_str()],
            );
        }
    }
}

/// What a date is held against is a date of the same entry, or one that is asked once.
fn check_expected(
    pack: &Pack,
    question: &Question,
    group: Option<&Question>,
    at: &str,
    problems: &Problems<'_>,
) {
    let inner = |fact: &FactId| match group.map(|group| &group.kind) {
        Some(Kind::Group(group)) => group.questions.iter().any(|inner| inner.id == *fact),
        _ => false,
    };
    for (before, bound) in question.expected.bounds() {
        let at = format!("{at}/{}", if before { "not_before" } else { "not_after" });
        let mut named = Vec::new();
        if let BoundDay::Fact(fact) = &bound.day {
            // As a rule that reads a date.
            check_rule(pack, &Rule::WithinMonths(fact.clone(), 0), &at, problems);
            named.push(fact.clone());
        }
        if let Some(rule) = &bound.when {
            flags_only(rule, &at, problems);
            check_rule(pack, rule, &at, problems);
            named.extend(facts(rule, &pack.instruments).into_iter().map(|(fact, _, _)| fact));
        }
        for fact in named {
            let elsewhere = pack.place(fact.as_str()).is_some_and(|place| place.in_group.is_some());
            if fact == question.id || (elsewhere && !inner(&fact)) {
                misplaced(
                    problems,
                    &at,
                    Words::of(
                        "`{0}` is this question, or inside another group",
                        "`{0}` yw'r cwestiwn hwn, neu mae y tu mewn i grŵp arall",
                    ),
                    Words::of(
                        "name a fact of the same entry, or one that is asked once",
                        "enwch ffaith o'r un cofnod, neu un a ofynnir unwaith",
                    ),
                    &[fact.as_str()],
                );
            }
        }
    }
    for source in question.expected.sources() {
        if pack.source(source).is_none() {
            unknown_source(problems, at, source);
        }
    }
}

/// Reports what has a value only beside a verdict.
fn flags_only(rule: &Rule, at: &str, problems: &Problems<'_>) {
    rule.walk(&mut |part| {
        if matches!(part, Rule::Criterion(_) | Rule::StaleAfterDays(..) | Rule::AgesDiffer { .. }) {
            misplaced(
                problems,
                at,
                Words::of(
                    "`criterion`, `stale` and `ages_differ` belong in flags only",
                    "mewn fflagiau'n unig y mae `criterion`, `stale` ac `ages_differ` yn perthyn",
                ),
                Words::of("use `fresh`, or name the facts", "defnyddiwch `fresh`, neu enwch y ffeithiau"),
                &[],
            );
        }
    });
}

/// Checks a rule over the whole sheet, which cannot see inside the entries of a group.
fn check_whole(pack: &Pack, rule: &Rule, at: &str, problems: &Problems<'_>) {
    check_rule(pack, rule, at, problems);
    for (fact, _, _) in facts(rule, &pack.instruments) {
        if pack.place(fact.as_str()).is_some_and(|place| place.in_group.is_some()) {
            misplaced(
                problems,
                at,
                Words::of(
                    "`{0}` is asked inside a group, once for each entry",
                    "gofynnir `{0}` y tu mewn i grŵp, unwaith i bob cofnod",
                ),
                Words::of("use a fact that is asked once", "defnyddiwch ffaith a ofynnir unwaith"),
                &[fact.as_str()],
            );
        }
    }
}

/// Checks that a rule's facts are asked, are of the right kind and have the values it names.
fn check_rule(pack: &Pack, rule: &Rule, at: &str, problems: &Problems<'_>) {
    for (fact, kinds, values) in facts(rule, &pack.instruments) {
        let Some(question) = pack.question(fact.as_str()) else {
            unknown_fact(problems, at, fact.as_str(), pack);
            continue;
        };
        if !kinds.contains(&question.kind.name()) {
            misplaced(
                problems,
                at,
                Words::of(
                    "`{0}` is a {1} question, and this operator needs {2}",
                    "cwestiwn {1} yw `{0}`, ac mae angen {3} ar y gweithredydd hwn",
                ),
                Words::of(
                    "use the operator for its kind, or another fact",
                    "defnyddiwch y gweithredydd ar gyfer ei fath, neu ffaith arall",
                ),
                &[fact.as_str(), question.kind.name(), &kinds.join(" or "), &kinds.join(" neu ")],
            );
        }
        for value in values {
            if !question.kind.choices().iter().any(|choice| choice.value == value) {
                misplaced(
                    problems,
                    at,
                    Words::of("`{0}` has no choice `{1}`", "nid oes dewis `{1}` gan `{0}`"),
                    Words::of("use one of its values", "defnyddiwch un o'i werthoedd"),
                    &[fact.as_str(), &value],
                );
            }
        }
    }
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
        let rule = match &criterion.test {
            Test::Rule(rule) => rule,
            Test::Graded { applies, date, .. } => {
                check_whole(pack, &Rule::WithinMonths(date.clone(), 0), &at, problems);
                applies
            }
        };
        check_whole(pack, rule, &at, problems);
        flags_only(rule, &at, problems);
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
            Words::of(
                "a flag for each value of `{0}` tells the values, and is for other readers",
                "mae baner ar gyfer pob gwerth o `{0}` yn dweud y gwerthoedd, ac mae ar gyfer darllenwyr eraill",
            ),
            Words::of("make its part `{1}`, or use `when`", "gwnewch ei rhan yn `{1}`, neu defnyddiwch `when`"),
            &[fact.as_str(), question.part.name()],
        );
    }
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
                check_whole(pack, &Rule::HasAny(fact.clone(), Vec::new()), &at, problems);
                each_tells(pack, flag, fact, &at, problems);
            }
            FlagWhen::Rule { when, unless } => {
                for rule in [when, unless].into_iter().flatten() {
                    check_whole(pack, rule, &at, problems);
                    rule.walk(&mut |part| {
                        let Rule::Criterion(id) = part else { return };
                        match pack.criterion(id.as_str()).map(|index| &pack.criteria[index].test) {
                            Some(Test::Rule(_)) => {}
                            Some(Test::Graded { .. }) => misplaced(
                                problems,
                                &at,
                                Words::of(
                                    "`{0}` is graded, neither yes nor no",
                                    "graddedig yw `{0}`, nid ie na nage",
                                ),
                                Words::of("name the facts it grades", "enwch y ffeithiau y mae'n eu graddio"),
                                &[id.as_str()],
                            ),
                            None => unknown_fact(problems, &at, id.as_str(), pack),
                        }
                    });
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
    let settings = pack.settings.iter().map(|setting| (format!("settings/{}", setting.id), &setting.source));
    let criteria =
        pack.criteria.iter().map(|criterion| (format!("criteria/{}", criterion.id), &criterion.source));
    for (at, source) in settings.chain(criteria) {
        if pack.source(source).is_none() {
            unknown_source(problems, &at, source);
        }
    }
}

fn unknown_source(problems: &Problems<'_>, at: &str, source: &SourceId) {
    misplaced(
        problems,
        &format!("{at}/source"),
        Words::of("no source is called `{0}`", "nid oes ffynhonnell o'r enw `{0}`"),
        Words::of("add it to `sources`", "ychwanegwch hi at `sources`"),
        &[source.as_str()],
    );
}

fn verdicts(pack: &Pack, problems: &Problems<'_>) {
    let unconditional = pack.verdicts.iter().filter(|verdict| verdict.when.is_none()).count();
    let last_is_open = pack.verdicts.last().is_some_and(|verdict| verdict.when.is_none());
    if unconditional != 1 || !last_is_open || pack.verdicts.len() > 30 {
        misplaced(
            problems,
            "verdicts",
            Words::of(
                "every verdict but the last needs `when`, the last must have none, and there are at most 30",
                "mae angen `when` ar bob dyfarniad ond yr olaf, ni ddylai'r olaf gael un, ac mae 30 ar y mwyaf",
            ),
            Words::of(
                "put the usual verdict last, without `when`",
                "rhowch y dyfarniad arferol yn olaf, heb `when`",
            ),
            &[],
        );
    }
    let mut seen = Seen::default();
    seen.add("need_information");
    for verdict in &pack.verdicts {
        let refined = verdict.refined.as_ref().map(|refined| refined.id.as_str());
        for id in [Some(verdict.id.as_str()), refined].into_iter().flatten() {
            if !seen.add(id) {
                twice(problems, "verdicts", id);
            }
        }
    }
    for route in &pack.routes {
        for name in &route.for_outcomes {
            if name != "urgent" && !seen.has(name) {
                misplaced(
                    problems,
                    "routes",
                    Words::of("no outcome is called {0}", "nid oes canlyniad o'r enw {0}"),
                    Words::of(
                        "name a verdict, `need_information` or `urgent`",
                        "enwch ddyfarniad, `need_information` neu `urgent`",
                    ),
                    &[&quoted(name)],
                );
            }
        }
    }
}
