//! The result: safety first, then the verdict, why, what is not known, and where to go.

use crate::browser::clock;
use crate::document::reasons;
use crate::pack::{FlagWhen, Pack, Stage};
use crate::screening::{NEED_INFORMATION, Outcome, Raised};
use crate::ui::components::button::{LINK, PRIMARY, SECONDARY, go, heading};
use crate::ui::components::routes::routes;
use crate::ui::session::{Change, Page, Session};
use crate::ui::words;
use crate::words::Language;
use leptos::prelude::*;

pub(crate) fn view(session: Session, language: Language) -> impl IntoView {
    let pack = session.pack();
    let outcome = session.outcome().get_untracked();
    session.apply(Change::SawResult(outcome.name.clone()));
    let shown = pack.words(&outcome.name);
    let screened_on = session.answers().with_untracked(|answers| answers.screened_on).in_words(language);
    view! {
        {heading(words::RESULT_TITLE.say(language).to_owned())}
        {actions(&pack, &outcome, language)}
        <p class="ds-verdict">{shown.sentence.say(language).to_owned()}</p>
        <p class="govuk-body">{shown.meaning.say(language).to_owned()}</p>
        <p class="govuk-hint">{words::SCREENED_ON.say(language)}" "{screened_on}</p>
        {because(session, &pack, &outcome, language)}
        {unknown(&pack, &outcome, language)}
        {noted(&pack, &outcome, language)}
        {next(session, &pack, &outcome, language)}
        <h2 class="govuk-heading-m">{words::ROUTES.say(language)}</h2>
        {routes(&pack, &outcome.name, clock::today(), language)}
    }
}

/// What to do before anything else, urgent first.
fn actions(pack: &Pack, outcome: &Outcome, language: Language) -> impl IntoView + use<> {
    let list = |urgent: bool| {
        let rows: Vec<_> = outcome
            .flags
            .iter()
            .map(|raised| &pack.flags[raised.flag])
            .filter(|flag| flag.urgent == urgent)
            .filter_map(|flag| Some((flag.act.as_ref()?.say(language).to_owned(), flag.text.say(language).to_owned())))
            .map(|(act, text)| view! { <li><span class="ds-actions__verb">{act}</span>". "{text}"."</li> })
            .collect();
        let class = if urgent { "ds-actions ds-actions--urgent" } else { "ds-actions" };
        (!rows.is_empty()).then(|| view! { <ul class=class>{rows}</ul> })
    };
    view! {
        <h2 class="govuk-heading-m">{words::FIRST.say(language)}</h2>
        {list(true)}
        {list(false)}
        <p class="govuk-body">{words::TONIGHT.say(language)}</p>
    }
}

fn because(session: Session, pack: &Pack, outcome: &Outcome, language: Language) -> impl IntoView + use<> {
    let reasons = session.answers().with_untracked(|answers| reasons(pack, answers, outcome, language));
    let rows: Vec<_> = reasons
        .deciding
        .iter()
        .map(|row| {
            let value = row.value.iter().map(|line| view! { <span dir="auto" translate="no">{line.text()}</span><br/> }).collect_view();
            view! { <div class="ds-because__row"><dt>{row.label.text()}</dt><dd>{value}</dd></div> }
        })
        .collect();
    let folded = |title: &'static str, lines: Vec<String>| {
        (!lines.is_empty()).then(|| {
            let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
            view! {
                <details class="govuk-details">
                    <summary class="govuk-details__summary"><span class="govuk-details__summary-text">{title}</span></summary>
                    <div class="govuk-details__text"><ul class="govuk-list govuk-list--bullet">{lines}</ul></div>
                </details>
            }
        })
    };
    let besides = reasons.besides.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    (!rows.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">{words::BECAUSE.say(language)}</h2>
            <dl class="ds-because">{rows}</dl>
            <ul class="govuk-list govuk-list--bullet">{besides}</ul>
            {folded(words::ALSO_TRUE.say(language), reasons.met)}
        }
    })
}

/// What is open, who could tell, and which verdicts it could still come to.
fn unknown(pack: &Pack, outcome: &Outcome, language: Language) -> impl IntoView + use<> {
    (outcome.name == NEED_INFORMATION).then(|| {
        let rows = outcome.open.iter().map(|index| {
            let criterion = &pack.criteria[*index];
            view! {
                <div class="ds-unknowns__row">
                    <dt>{criterion.unknown.say(language).to_owned()}</dt>
                    <dd>{words::WHO.say(language)}": "{criterion.who.say(language).to_owned()}</dd>
                </div>
            }
        });
        let possible = outcome.possible.iter().map(|verdict| {
            view! { <li>{pack.words(verdict.as_str()).sentence.say(language).to_owned()}</li> }
        });
        view! {
            <h2 class="govuk-heading-m">{words::STILL_UNKNOWN.say(language)}</h2>
            <dl class="ds-unknowns">{rows.collect_view()}</dl>
            <h3 class="govuk-heading-s">{words::COULD_BE.say(language)}</h3>
            <ul class="govuk-list govuk-list--bullet">{possible.collect_view()}</ul>
        }
    })
}

/// Markers first and large; then what else stands beside the verdict.
fn noted(pack: &Pack, outcome: &Outcome, language: Language) -> impl IntoView + use<> {
    let markers: Vec<_> = outcome
        .flags
        .iter()
        .filter_map(|raised| marker(pack, raised, language))
        .map(|name| view! { <li><strong>{name}</strong></li> })
        .collect();
    (!markers.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">{words::MARKERS.say(language)}</h2>
            <ul class="govuk-list govuk-body-l">{markers}</ul>
        }
    })
}

/// The name of the value a flag was raised for.
fn marker(pack: &Pack, raised: &Raised, language: Language) -> Option<String> {
    let FlagWhen::Each(fact) = &pack.flags[raised.flag].when else { return None };
    let value = raised.value.as_ref()?;
    let choices = pack.question(fact.as_str())?.kind.choices();
    Some(choices.iter().find(|choice| choice.value == *value)?.label.say(language).to_owned())
}

/// The one next step, and the quiet ones beside it.
fn next(session: Session, pack: &Pack, outcome: &Outcome, language: Language) -> impl IntoView + use<> {
    let refers = pack.words(&outcome.name).refers;
    let started = session.stage().get_untracked() == Stage::Referral;
    let write = move |_| {
        session.apply(Change::Refers);
        session.apply(Change::Went(Page::Tasks));
    };
    let main = if refers || started {
        view! { <button class=PRIMARY type="button" on:click=write>{words::WRITE_REFERRAL.say(language)}</button> }.into_any()
    } else if outcome.name == NEED_INFORMATION {
        go(session, Page::Tasks, words::ANSWER_MORE, language, PRIMARY).into_any()
    } else {
        go(session, Page::Documents, words::RECORD_ONLY, language, PRIMARY).into_any()
    };
    let back = (outcome.name != NEED_INFORMATION).then(|| go(session, Page::Tasks, words::ANSWER_MORE, language, SECONDARY));
    view! {
        <div class="govuk-button-group">
            {main}
            {back}
            {go(session, Page::Disagree, words::DISAGREE, language, LINK)}
        </div>
    }
}
