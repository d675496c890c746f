//! The result: safety first, then the verdict, why, what is not known, and where to go.

use crate::browser::clock;
use crate::interview::Interview;
use crate::pack::{FlagWhen, Pack, PageRef, Stage};
use crate::screening::{NEED_INFORMATION, Outcome, RaisedFlag};
use crate::ui::components::banner::carried;
use crate::ui::components::button::{LINK, PRIMARY, SECONDARY, button, go, go_change, heading};
use crate::ui::components::routes::routes;
use crate::ui::element::{El, el, said, several};
use crate::ui::session::{Change, Page, Session};
use crate::ui::words;
use crate::words::Language;

pub(crate) fn view(session: Session, language: Language) -> El {
    session.interview(|at| {
        let (pack, outcome) = (at.pack, at.outcome);
        let shown = pack.outcome_text(&outcome.name);
        let refers = shown.refers;
        let screened_on = said("p", "govuk-hint", words::SCREENED_ON.say(language)).text(" ");
        let page =
            several().child(heading(words::RESULT_TITLE.say(language))).children(carried(session, language));
        let page = actions(page, pack, outcome, language)
            .child(said("p", "ds-verdict", shown.sentence.say(language)))
            .child(said("p", "govuk-body", shown.meaning.say(language)))
            .child(screened_on.text(&at.answers.screened_on.in_words(language)));
        let page = because(page, session, outcome, language);
        let page = unknown(page, session, at, language);
        let referring = at.at_stage(Stage::Referral);
        let unasked = outcome.is_settled() && referring.next_page(Stage::Screening, None, true).is_some();
        noted(page, pack, outcome, language)
            .children(unasked.then(|| not_all_asked(refers || at.stage == Stage::Referral, language)))
            .child(next(session, pack, outcome, at.stage, language))
            .child(said("h2", "govuk-heading-m", words::ROUTES.say(language)))
            .child(routes(pack, &outcome.name, clock::today(), language))
    })
}

/// What the flags ask to be done: the urgent ones, or the others.
pub(super) fn acts(pack: &Pack, outcome: &Outcome, urgent: bool, language: Language) -> Option<El> {
    let class = if urgent { "ds-actions ds-actions--urgent" } else { "ds-actions" };
    let flags =
        outcome.flags.iter().map(|raised| &pack.flags[raised.flag]).filter(|flag| flag.urgent == urgent);
    let rows = flags.filter_map(|flag| {
        let act = said("span", "ds-actions__verb", flag.act.as_ref()?.say(language));
        Some(el("li", "").child(act).text(". ").text(flag.text.say(language)).text("."))
    });
    list_of(el("ul", class), rows)
}

/// Adds what to do before anything else, urgent first.
fn actions(page: El, pack: &Pack, outcome: &Outcome, language: Language) -> El {
    let list = |urgent| acts(pack, outcome, urgent, language);
    page.child(said("h2", "govuk-heading-m", words::FIRST.say(language)))
        .children(list(true))
        .children(list(false))
        .child(said("p", "govuk-body", words::TONIGHT.say(language)))
        .child(said("p", "govuk-body", words::ASK_BEFORE_APPROACH.say(language)))
}

/// What was left out, and that a panel wants it, where there is to be one.
fn not_all_asked(referring: bool, language: Language) -> El {
    let paragraph = said("p", "govuk-body", words::NOT_ALL_ASKED.say(language));
    if referring { paragraph.text(words::PANEL_WANTS_THEM.say(language)) } else { paragraph }
}

/// The list with its rows, if there are any.
fn list_of(list: El, rows: impl Iterator<Item = El>) -> Option<El> {
    let rows: Vec<El> = rows.collect();
    (!rows.is_empty()).then(|| list.children(rows))
}

/// Adds the reasons. They come from the composer, in the same words; until they do, and where they
/// cannot, the criteria that settled the result are named.
fn because(page: El, session: Session, outcome: &Outcome, language: Language) -> El {
    let pack = session.pack();
    let mut short = Vec::new();
    for index in &outcome.sufficient_set {
        let criterion = &pack.criteria[*index];
        let says =
            outcome.criteria[*index].settled().and_then(|value| criterion.says.get(usize::from(value)));
        short.extend(says.map(|says| says.say(language)));
    }
    let drawn = move || session.state().panel().is_some();
    page.child(el("div", "").redrawn(
        move || usize::from(drawn()),
        move || {
            match session.state().panel() {
                Some(reasons) => el("div", "").html(&session.host(), reasons),
                None if short.is_empty() => several(),
                None => el("div", "ds-making")
                    .child(said("h2", "govuk-heading-m", words::BECAUSE.say(language)))
                    .child(
                        el("ul", "govuk-list govuk-list--bullet")
                            .children(short.iter().map(|says| said("li", "", says))),
                    ),
            }
        },
    ))
}

/// Adds what is open, who could tell, and which verdicts it could still come to.
fn unknown(page: El, session: Session, at: Interview<'_>, language: Language) -> El {
    let (pack, outcome) = (at.pack, at.outcome);
    if outcome.name != NEED_INFORMATION {
        return page;
    }
    let rows = outcome.open.iter().map(|index| {
        let criterion = &pack.criteria[*index];
        let who = said("dd", "", words::WHO.say(language)).text(": ").text(criterion.who.say(language));
        let answer = at.page_to_settle(*index).map(|PageRef { section, page }| {
            let to = Page::Questions(section, page);
            el("p", "").child(go_change(
                session,
                to,
                words::ANSWER_THIS,
                language,
                criterion.label.say(language),
            ))
        });
        el("div", "ds-unknowns__row")
            .child(said("dt", "", criterion.unknown.say(language)))
            .child(who.children(answer))
    });
    let possible = outcome
        .possible
        .iter()
        .map(|verdict| said("li", "", pack.outcome_text(verdict.as_str()).sentence.say(language)));
    page.child(said("h2", "govuk-heading-m", words::STILL_UNKNOWN.say(language)))
        .child(el("dl", "ds-unknowns").children(rows))
        .child(said("h3", "govuk-heading-s", words::COULD_BE.say(language)))
        .child(el("ul", "govuk-list govuk-list--bullet").children(possible))
}

/// Adds markers, large.
fn noted(page: El, pack: &Pack, outcome: &Outcome, language: Language) -> El {
    let names = outcome.flags.iter().filter_map(|raised| marker(pack, raised, language));
    let rows = names.map(|name| el("li", "").child(said("strong", "", name)));
    match list_of(el("ul", "govuk-list govuk-body-l"), rows) {
        Some(list) => page.child(said("h2", "govuk-heading-m", words::MARKERS.say(language))).child(list),
        None => page,
    }
}

/// The name of the value a flag was raised for.
fn marker<'a>(pack: &'a Pack, raised: &RaisedFlag, language: Language) -> Option<&'a str> {
    let FlagWhen::Each(fact) = &pack.flags[raised.flag].when else {
        return None;
    };
    let value = raised.value.as_ref()?;
    let choices = pack.question(fact.as_str())?.kind.choices();
    Some(choices.iter().find(|choice| choice.value == *value)?.label.say(language))
}

/// The one next step, and the quiet ones beside it.
fn next(session: Session, pack: &Pack, outcome: &Outcome, stage: Stage, language: Language) -> El {
    let open = outcome.name == NEED_INFORMATION;
    let main = if pack.outcome_text(&outcome.name).refers || stage == Stage::Referral {
        button(words::WRITE_REFERRAL.say(language), PRIMARY, move |_| {
            session.apply(Change::ReferralStarted);
        })
    } else if open {
        go(session, Page::Tasks, words::ANSWER_MORE, language, PRIMARY)
    } else {
        go(session, Page::Documents, words::RECORD_ONLY, language, PRIMARY)
    };
    let back = (!open).then(|| go(session, Page::Tasks, words::ANSWER_MORE, language, SECONDARY));
    el("div", "govuk-button-group").child(main).children(back).child(go(
        session,
        Page::Disagree,
        words::DISAGREE,
        language,
        LINK,
    ))
}
