//! Checks of questions: the names they use, and whether one would tell readers of an answer that is kept from them.

use super::filled::filled_from;
use super::reports::{misplaced, unknown_fact, unknown_source};
use super::rules::{check_rule, flags_only};
use crate::base::words::Phrase;
use crate::pack::order::Seen;
use crate::pack::reader::Problems;
use crate::pack::rule::facts;
use crate::pack::{BoundDay, FactId, Kind, Need, Pack, Part, Question, Rule, Section, Speed, Stage};

/// Reports what is wrong with the questions of a pack.
pub(super) fn questions(pack: &Pack, problems: &Problems<'_>) {
    for section in &pack.sections {
        let at = format!("sections/{}", section.id);
        if let Some(fact) = &section.not_known_reason {
            let own =
                section.pages.iter().flat_map(|page| &page.questions).any(|question| question.id == *fact);
            if !own {
                misplaced(
                    problems,
                    &format!("{at}/not_known_reason"),
                    Phrase::of(
                        "`{0}` is not a question of this section",
                        "nid yw `{0}` yn gwestiwn yn yr adran hon",
                    ),
                    Phrase::of("name a text question of the section", "enwch gwestiwn testun o'r adran"),
                    &[fact.as_str()],
                );
            }
            reason_tells(section, fact, &at, problems);
        }
        for page in &section.pages {
            for question in &page.questions {
                let at = format!("{at}/{}/{}", page.id, question.id);
                check_question(pack, question, None, &at, problems);
                filled_from(pack, question, section.stage, None, &at, problems);
                if section.stage == Stage::Screening && question.speed != Speed::Core {
                    misplaced(
                        problems,
                        &format!("{at}/speed"),
                        Phrase::of(
                            "a screening has no questions to add later",
                            "nid oes gan sgrinio gwestiynau i'w hychwanegu'n ddiweddarach",
                        ),
                        Phrase::of(
                            "leave it out: only questions of the referral are asked in full later",
                            "gadewch ef allan: dim ond cwestiynau'r atgyfeiriad a ofynnir yn llawn yn ddiweddarach",
                        ),
                        &[],
                    );
                }
                let Kind::Group(group) = &question.kind else {
                    continue;
                };
                if page.questions.len() > 1 {
                    misplaced(
                        problems,
                        &at,
                        Phrase::of(
                            "a group stands alone on its page",
                            "mae grŵp yn sefyll ar ei ben ei hun ar ei dudalen",
                        ),
                        Phrase::of("give it a page of its own", "rhowch dudalen ei hun iddo"),
                        &[],
                    );
                }
                let has_pages = group.questions.iter().any(|inner| inner.entry_page.is_some());
                if let Some(first) =
                    group.questions.first().filter(|first| has_pages && first.entry_page.is_none())
                {
                    misplaced(
                        problems,
                        &format!("{at}/{}/entry_page", first.id),
                        Phrase::of(
                            "the first page of an entry has no name, and later ones have",
                            "nid oes enw i dudalen gyntaf cofnod, ac mae gan rai diweddarach",
                        ),
                        Phrase::of("name the page that begins here", "enwch y dudalen sy'n dechrau yma"),
                        &[],
                    );
                }
                for inner in &group.questions {
                    let at = format!("{at}/{}", inner.id);
                    check_question(pack, inner, Some(question), &at, problems);
                    filled_from(pack, inner, section.stage, Some(question), &at, problems);
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
            Phrase::of(
                "`{0}` says why `{1}` is not known, and is for other readers",
                "mae `{0}` yn dweud pam nad yw `{1}` yn hysbys, ac mae ar gyfer darllenwyr eraill",
            ),
            Phrase::of(
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
            at,
            Phrase::of(
                "the panel would see from `{0}` what `{1}` was answered, which is kept from it",
                "byddai'r panel yn gweld o `{0}` sut yr atebwyd `{1}`, a gedwir rhagddo",
            ),
            Phrase::of(
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
    check_choices(pack, question, group, at, problems);
    if question.asks_evidence && (group.is_some() || matches!(question.kind, Kind::Group(_))) {
        misplaced(
            problems,
            &format!("{at}/evidence"),
            Phrase::of("entries of a group take no evidence", "nid yw cofnodion grŵp yn cymryd tystiolaeth"),
            Phrase::of(
                "ask it of a question outside groups",
                "gofynnwch hyn am gwestiwn y tu allan i grwpiau",
            ),
            &[],
        );
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
            Phrase::of(
                "a panel question is inside a group that is kept from the panel",
                "mae cwestiwn panel y tu mewn i grŵp a gedwir rhag y panel",
            ),
            Phrase::of("give it the part of its group", "rhowch iddo ran ei grŵp"),
            &[],
        );
    }
    check_expected(pack, question, group, at, problems);
    check_in_panel(pack, question, group, at, problems);
    conditions(pack, question, group, at, problems);
}

/// The choices of a question: each once, none that contradicts what it is not offered with, and no older name with a meaning today.
fn check_choices(
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
                Phrase::of(
                    "the choices are empty, repeat a value or list `not_known`",
                    "mae'r dewisiadau'n wag, yn ailadrodd gwerth neu'n rhestru `not_known`",
                ),
                Phrase::of(
                    "list each value once; `not_known` is always offered",
                    "rhestrwch bob gwerth unwaith; cynigir `not_known` bob amser",
                ),
                &[],
            );
        }
    }
    for choice in question.kind.choices() {
        for other in &choice.excludes {
            let of_set = matches!(question.kind, Kind::Set(_)) && *other != choice.value;
            if !of_set || !question.kind.choices().iter().any(|choice| choice.value == *other) {
                misplaced(
                    problems,
                    &format!("{at}/choices/{}/excludes", choice.value),
                    Phrase::of(
                        "`{0}` is no other choice of this set",
                        "nid yw `{0}` yn ddewis arall o'r set hon",
                    ),
                    Phrase::of("name other choices of the set", "enwch ddewisiadau eraill o'r set"),
                    &[other],
                );
            }
        }
    }
    older_names(pack, question, at, problems);
    if let Some(other) = &question.apart_from {
        let is_set = pack.question(other.as_str()).is_some_and(|other| matches!(other.kind, Kind::Set(_)));
        if group.is_some() || *other == question.id || !is_set {
            misplaced(
                problems,
                &format!("{at}/apart_from"),
                Phrase::of(
                    "`{0}` is no other set that is asked once",
                    "nid yw `{0}` yn set arall a ofynnir unwaith",
                ),
                Phrase::of("name another set outside groups", "enwch set arall y tu allan i grwpiau"),
                &[other.as_str()],
            );
        }
    }
}

/// When a question is asked. One that is asked once is never taken away: a criterion may read it, and what is learned later would
/// turn a verdict round.
fn conditions(pack: &Pack, question: &Question, group: Option<&Question>, at: &str, problems: &Problems<'_>) {
    if group.is_none() && question.asked_unless.is_some() {
        misplaced(
            problems,
            &format!("{at}/asked_unless"),
            Phrase::of(
                "a question that is asked once cannot be taken away again",
                "ni ellir tynnu cwestiwn a ofynnir unwaith yn ôl",
            ),
            Phrase::of(
                "use `asked_when`, or ask it in the entries of a group",
                "defnyddiwch `asked_when`, neu gofynnwch ef yng nghofnodion grŵp",
            ),
            &[],
        );
    }
    for (key, rule) in [("asked_when", &question.asked_when), ("asked_unless", &question.asked_unless)] {
        if let Some(rule) = rule {
            condition(pack, question, rule, &format!("{at}/{key}"), problems);
        }
    }
}

/// What a question hangs on is asked before it, and of the same entry or once; it tells the panel of nothing that is kept from it.
fn condition(pack: &Pack, question: &Question, rule: &Rule, at: &str, problems: &Problems<'_>) {
    let here = pack.place(question.id.as_str());
    flags_only(rule, at, problems);
    check_rule(pack, rule, at, problems);
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
                at,
                Phrase::of(
                    "`{0}` is asked later, or inside another group",
                    "gofynnir `{0}` yn ddiweddarach, neu y tu mewn i grŵp arall",
                ),
                Phrase::of("ask it before this question", "gofynnwch ef cyn y cwestiwn hwn"),
                &[fact.as_str()],
            );
        }
    }
}

/// What moves between the parts is an account outside groups, or an entry of a list by what is asked of that entry.
fn check_in_panel(
    pack: &Pack,
    question: &Question,
    group: Option<&Question>,
    at: &str,
    problems: &Problems<'_>,
) {
    let Some(in_panel) = &question.in_panel else { return };
    let moves = match &question.kind {
        Kind::Text | Kind::LongText => group.is_none() && question.part == Part::Panel,
        Kind::Group(_) => question.part == Part::Panel,
        _ => false,
    };
    if !moves {
        misplaced(
            problems,
            &format!("{at}/panel_when"),
            Phrase::of(
                "only a text of Part A outside groups, or a list of Part A, moves to Part B",
                "dim ond testun Rhan A y tu allan i grwpiau, neu restr Rhan A, sy'n symud i Ran B",
            ),
            Phrase::of("remove it", "tynnwch ef"),
            &[],
        );
    }
    for (member, rule) in in_panel.rules() {
        let at = format!("{at}/{member}");
        flags_only(rule, &at, problems);
        check_rule(pack, rule, &at, problems);
        for (fact, _, _) in facts(rule, &pack.instruments) {
            let is_own = match &question.kind {
                Kind::Group(own) => own.questions.iter().any(|inner| inner.id == fact),
                _ => pack.place(fact.as_str()).is_none_or(|place| place.in_group.is_none()),
            };
            if !is_own {
                misplaced(
                    problems,
                    &at,
                    Phrase::of("`{0}` is not asked of the same", "ni ofynnir `{0}` am yr un peth"),
                    Phrase::of(
                        "name a question of the entry, or for a text one outside groups",
                        "enwch gwestiwn o'r cofnod, neu ar gyfer testun un y tu allan i grwpiau",
                    ),
                    &[fact.as_str()],
                );
            }
        }
    }
}

/// What was called otherwise before has no name that something bears today.
fn older_names(pack: &Pack, question: &Question, at: &str, problems: &Problems<'_>) {
    let choices = question.kind.choices();
    let is_asked = |name: &&String| pack.place(name).is_some();
    let is_value = |name: &&String| choices.iter().any(|choice| choice.value == **name);
    let facts = question.was.iter().filter(is_asked);
    let values = choices.iter().flat_map(|choice| &choice.was);
    let values = values.chain(question.retired.iter().map(|retired| &retired.value)).filter(is_value);
    for name in facts.chain(values) {
        misplaced(
            problems,
            at,
            Phrase::of("`{0}` has a meaning today", "mae i `{0}` ystyr heddiw"),
            Phrase::of("name what nothing is called any more", "enwch yr hyn nad yw dim yn ei alw mwyach"),
            &[name],
        );
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
                    Phrase::of(
                        "`{0}` is this question, or inside another group",
                        "`{0}` yw'r cwestiwn hwn, neu mae y tu mewn i grŵp arall",
                    ),
                    Phrase::of(
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
            unknown_source(problems, &format!("{at}/source"), source);
        }
    }
    for source in question.sources.iter().filter(|source| pack.source(source).is_none()) {
        unknown_source(problems, &format!("{at}/sources"), source);
    }
}
