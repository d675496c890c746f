//! The result: safety first, then the verdict and where to turn. The rest comes from the composer.

use super::documents::Making;
use crate::browser::clock;
use crate::components::banner::Carried;
use crate::components::button::{Button, Go, Heading, PRIMARY, SECONDARY};
use crate::components::details::Details;
use crate::components::html::Html;
use crate::components::redrawn::Redrawn;
use crate::components::routes::Routes;
use crate::components::text::{BulletList, Paragraph, Subheading};
use crate::session::{Change, Page, Session};
use crate::words;
use drive_screening_core::base::words::Language;
use drive_screening_core::pack::CriterionIndex;
use drive_screening_core::screening::{Act, NEED_INFORMATION, RaisedFlag, acts, open_acts};
use leptos::prelude::*;

#[component]
pub(crate) fn ResultPage(session: Session, language: Language) -> impl IntoView {
    let pack = session.pack();
    let (name, screened_on) =
        session.interview(|interview| (interview.outcome.name.clone(), interview.answers.screened_on));
    let shown = pack.outcome_text(&name);
    // Where no panel is to have it, who else can help is what matters.
    let ends_here = !shown.refers && name != NEED_INFORMATION;
    let routes = view! {
        <Subheading text=words::ROUTES.say(language) />
        <Routes session outcome=name today=clock::today() language />
    }
    .into_any();
    let (before, after, class) =
        if ends_here { (Some(routes), None, "ds-ends") } else { (None, Some(routes), "") };
    view! {
        <Heading text=words::RESULT_TITLE.say(language) />
        <Carried session language />
        <div class=class>
            <div>
                <FirstActs session language />
                <Paragraph text=shown.sentence.say(language) class="ds-verdict" />
                <Paragraph text=shown.meaning.say(language) />
                <p class="govuk-hint">
                    {words::SCREENED_ON.say(language)} " " {screened_on.in_words(language)}
                </p>
            </div>
            <div>{before}</div>
            <Rest session language />
        </div>
        {after}
    }
}

/// What to do before anything else, urgent first; after a few the rest is folded away.
#[component]
fn FirstActs(session: Session, language: Language) -> impl IntoView {
    let (open, folded) = session.interview(|interview| {
        let raised: Vec<&RaisedFlag> = interview.outcome.flags.iter().collect();
        let acts = acts(interview.pack, &raised);
        let (open, folded) = acts.split_at(open_acts(&acts));
        (said(open, language), said(folded, language))
    });
    let (urgent, others): (Vec<_>, Vec<_>) = open.into_iter().partition(|act| act.urgent);
    let rest = (!folded.is_empty()).then(|| {
        let summary = words::MORE_ACTS.fill(&[&folded.len().to_string()]);
        view! { <Details summary=summary.say(language)><ActList acts=folded /></Details> }.into_any()
    });
    view! {
        <Subheading text=words::FIRST.say(language) />
        <ActList acts=urgent />
        <ActList acts=others />
        {rest}
        <Paragraph text=words::TONIGHT.say(language) />
    }
}

/// What the flags ask to be done at once, if any does.
#[component]
pub(super) fn UrgentActs(session: Session, language: Language) -> impl IntoView {
    let urgent = session.interview(|interview| {
        let raised: Vec<&RaisedFlag> = interview.outcome.flags.iter().collect();
        said(&acts(interview.pack, &raised), language)
    });
    let urgent: Vec<_> = urgent.into_iter().filter(|act| act.urgent).collect();
    view! { <ActList acts=urgent /> }
}

/// Something to do, in words.
struct SaidAct {
    urgent: bool,
    act: String,
    why: String,
}

fn said(acts: &[Act<'_>], language: Language) -> Vec<SaidAct> {
    let said = |act: &Act<'_>| SaidAct {
        urgent: act.flag.urgent,
        act: act.act.say(language).to_owned(),
        why: act.why(language),
    };
    acts.iter().map(said).collect()
}

/// A list of what to do, alike urgent or not; nothing where there is nothing to do.
#[component]
fn ActList(acts: Vec<SaidAct>) -> impl IntoView {
    let urgent = acts.first().is_some_and(|act| act.urgent);
    let class = if urgent { "ds-actions ds-actions--urgent" } else { "ds-actions" };
    let rows = acts.into_iter().map(|SaidAct { act, why, .. }| {
        view! { <li><span class="ds-actions__verb">{act}</span> ". " {why} "."</li> }.into_any()
    });
    let rows = rows.collect_view();
    (!rows.is_empty()).then(|| view! { <ul class=class>{rows}</ul> }.into_any())
}

/// Why, and what can be done next, from the composer. Until that is there the criteria that settled the result are named; and
/// where it cannot be made, that is said, with a way on.
#[component]
fn Rest(session: Session, language: Language) -> impl IntoView {
    let rest = move || match session.state().panel() {
        Some(html) => view! { <Html session html=html.to_owned() /> }.into_any(),
        None => view! {
            <Making session making=words::WORKING language />
            <InShort session language />
        }
        .into_any(),
    };
    view! {
        <div>
            <Redrawn key=move || usize::from(session.state().panel().is_some())>{rest()}</Redrawn>
        </div>
    }
}

/// The criteria that settled the result, and a way on.
#[component]
fn InShort(session: Session, language: Language) -> impl IntoView {
    let pack = session.pack();
    let (short, refers) = session.interview(|interview| {
        let outcome = interview.outcome;
        let refers = pack.outcome_text(&outcome.name).refers || outcome.name == NEED_INFORMATION;
        let label = |index: &CriterionIndex| pack.criteria[*index].label.say(language).to_owned();
        let short: Vec<String> = outcome.sufficient_set.iter().map(label).collect();
        (short, refers)
    });
    // What can be done next does not hang on a program that may not start.
    let refer = refers.then(|| {
        let act = move || session.apply(Change::ReferralStarted);
        view! { <Button text=words::WRITE_REFERRAL.say(language) class=PRIMARY act /> }
    });
    let short = (!short.is_empty()).then(|| {
        view! {
            <Subheading text=words::SETTLED_BY.say(language) />
            <BulletList lines=short />
        }
        .into_any()
    });
    view! {
        <div class="ds-making">
            {short}
            {refer}
            <Go session to=Page::Tasks words=words::ANSWER_MORE language class=SECONDARY />
        </div>
    }
}
