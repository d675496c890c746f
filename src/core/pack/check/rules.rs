//! Checks of rules: that they read facts that are asked, of the right kind.

use super::reports::{misplaced, unknown_fact};
use crate::base::words::Phrase;
use crate::pack::reader::Problems;
use crate::pack::rule::{facts, facts_of};
use crate::pack::{Kind, Pack, Rule};

/// Reports what has a value only beside a verdict.
pub(super) fn flags_only(rule: &Rule, at: &str, problems: &Problems<'_>) {
    rule.walk(&mut |part| {
        if matches!(
            part,
            Rule::Criterion(_) | Rule::StaleAfterDays(..) | Rule::AgesDiffer { .. } | Rule::SomeEntry { .. }
        ) {
            misplaced(
                problems,
                at,
                Phrase::of(
                    "`criterion`, `stale`, `ages_differ` and `some_entry` belong in flags and routes only",
                    "mewn fflagiau a llwybrau'n unig y mae `criterion`, `stale`, `ages_differ` a `some_entry` yn perthyn",
                ),
                Phrase::of("use `fresh`, or name the facts", "defnyddiwch `fresh`, neu enwch y ffeithiau"),
                &[],
            );
        }
    });
}

/// Checks a rule over the whole sheet, which sees inside the entries of a group by `some_entry` alone.
pub(super) fn check_whole(pack: &Pack, rule: &Rule, at: &str, problems: &Problems<'_>) {
    check_rule(pack, rule, at, problems);
    entries(pack, rule, at, problems);
    for (fact, _, _) in facts(rule, &pack.instruments) {
        if pack.place(fact.as_str()).is_some_and(|place| place.in_group.is_some()) {
            misplaced(
                problems,
                at,
                Phrase::of(
                    "`{0}` is asked inside a group, once for each entry",
                    "gofynnir `{0}` y tu mewn i grŵp, unwaith i bob cofnod",
                ),
                Phrase::of("use a fact that is asked once", "defnyddiwch ffaith a ofynnir unwaith"),
                &[fact.as_str()],
            );
        }
    }
}

/// Checks the rules over the entries of groups: each reads the questions of its group alone.
fn entries(pack: &Pack, rule: &Rule, at: &str, problems: &Problems<'_>) {
    rule.walk_sheet(&mut |part| {
        let Rule::SomeEntry { group, rule } = part else { return };
        check_rule(pack, rule, at, problems);
        flags_only(rule, at, problems);
        let questions = match pack.question(group.as_str()).map(|question| &question.kind) {
            Some(Kind::Group(group)) => group.questions.as_slice(),
            _ => &[],
        };
        for fact in facts_of(rule, &pack.instruments) {
            if !questions.iter().any(|question| question.id == fact) {
                misplaced(
                    problems,
                    at,
                    Phrase::of(
                        "`{0}` is not asked in the entries of `{1}`",
                        "ni ofynnir `{0}` yng nghofnodion `{1}`",
                    ),
                    Phrase::of("use a question of the group", "defnyddiwch gwestiwn o'r grŵp"),
                    &[fact.as_str(), group.as_str()],
                );
            }
        }
    });
}

/// Checks that a rule's facts are asked, are of the right kind and have the values it names.
pub(super) fn check_rule(pack: &Pack, rule: &Rule, at: &str, problems: &Problems<'_>) {
    for (fact, kinds, values) in facts(rule, &pack.instruments) {
        let Some(question) = pack.question(fact.as_str()) else {
            unknown_fact(problems, at, fact.as_str(), pack);
            continue;
        };
        if !kinds.contains(&question.kind.name()) {
            misplaced(
                problems,
                at,
                Phrase::of(
                    "`{0}` is a {1} question, and this operator needs {2}",
                    "cwestiwn {1} yw `{0}`, ac mae angen {3} ar y gweithredydd hwn",
                ),
                Phrase::of(
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
                    Phrase::of("`{0}` has no choice `{1}`", "nid oes dewis `{1}` gan `{0}`"),
                    Phrase::of("use one of its values", "defnyddiwch un o'i werthoedd"),
                    &[fact.as_str(), &value],
                );
            }
        }
    }
}
