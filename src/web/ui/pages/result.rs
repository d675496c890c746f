//! The result: safety first, then the verdict, why, what is not known, and where to go.

use crate::browser::clock;
use crate::components::banner::Carried;
use crate::components::button::{Button, Go, GoChange, Heading, LINK, PRIMARY, SECONDARY};
use crate::components::details::Details;
use crate::components::html::Html;
use crate::components::redrawn::Redrawn;
use crate::components::routes::Routes;
use crate::components::text::{BulletList, Paragraph, Subheading};
use crate::session::{Change, Page, Session};
use crate::words;
use drive_screening_core::base::words::Language;
use drive_screening_core::pack::{Criterion, PageRef, Stage};
use drive_screening_core::screening::{Act, NEED_INFORMATION, RaisedFlag, acts, open_acts};
use leptos::prelude::*;

#[component]
pub(crate) fn ResultPage(session: Session, language: Language) -> impl IntoView {
    let pack = session.pack();
    let (name, screened_on) =
        session.interview(|interview| (interview.outcome.name.clone(), interview.answers.screened_on));
    let shown = pack.outcome_text(&name);
    view! {
        <Heading text=words::RESULT_TITLE.say(language) />
        <Carried session language />
        <FirstActs session language />
        <Paragraph text=shown.sentence.say(language) class="ds-verdict" />
        <Paragraph text=shown.meaning.say(language) />
        <p class="govuk-hint">{words::SCREENED_ON.say(language)} " " {screened_on.in_words(language)}</p>
        <Because session language />
        <Unknown session language />
        <Markers session language />
        <NotAllAsked session language />
        <NextSteps session language />
        <Subheading text=words::ROUTES.say(language) />
        <Routes session outcome=name today=clock::today() language />
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

/// What was left out, and that a panel wants it, where there is to be one.
#[component]
fn NotAllAsked(session: Session, language: Language) -> impl IntoView {
    let (unasked, referring) = session.interview(|interview| {
        let as_referral = interview.at_stage(Stage::Referral);
        let unasked =
            interview.outcome.is_settled() && as_referral.next_page(Stage::Screening, None, true).is_some();
        (
            unasked,
            interview.pack.outcome_text(&interview.outcome.name).refers || interview.stage == Stage::Referral,
        )
    });
    unasked.then(|| {
        let panel = referring.then(|| words::PANEL_WANTS_THEM.say(language));
        view! { <p class="govuk-body">{words::NOT_ALL_ASKED.say(language)} {panel}</p> }.into_any()
    })
}

/// The reasons. They come from the composer, in the same words; until they do, and where they cannot, the criteria that
/// settled the result are named.
#[component]
fn Because(session: Session, language: Language) -> impl IntoView {
    let reasons = move || match session.state().panel() {
        Some(html) => view! { <Html session html=html.to_owned() /> }.into_any(),
        None => view! { <InShort session language /> }.into_any(),
    };
    view! {
        <div>
            <Redrawn key=move || usize::from(session.state().panel().is_some())>{reasons()}</Redrawn>
        </div>
    }
}

/// The criteria that settled the result.
#[component]
fn InShort(session: Session, language: Language) -> impl IntoView {
    let pack = session.pack();
    let short = session.interview(|interview| {
        let outcome = interview.outcome;
        let mut short = Vec::new();
        for index in &outcome.sufficient_set {
            let criterion = &pack.criteria[*index];
            let value = outcome.criteria[*index].settled().map_or(usize::MAX, usize::from);
            short.extend(criterion.says.get(value).map(|says| says.say(language).to_owned()));
        }
        short
    });
    (!short.is_empty()).then(|| {
        view! {
            <div class="ds-making">
                <Subheading text=words::BECAUSE.say(language) />
                <BulletList lines=short />
            </div>
        }
        .into_any()
    })
}

/// What is open, who could tell, and which verdicts it could still come to.
#[component]
fn Unknown(session: Session, language: Language) -> impl IntoView {
    let pack = session.pack();
    let (open, possible) = session.interview(|interview| {
        let outcome = interview.outcome;
        let is_open = outcome.name == NEED_INFORMATION;
        let open: Vec<_> = outcome
            .open
            .iter()
            .map(|index| (&pack.criteria[*index], interview.page_to_settle(*index)))
            .collect();
        let possible =
            outcome.possible.iter().map(|verdict| pack.outcome_text(verdict.as_str()).sentence.say(language));
        let possible: Vec<String> = possible.map(ToOwned::to_owned).collect();
        (is_open.then_some(open), possible)
    });
    open.map(|open| {
        let rows = open
            .into_iter()
            .map(|(criterion, page)| view! { <UnknownRow session criterion page language /> })
            .collect_view();
        view! {
            <Subheading text=words::STILL_UNKNOWN.say(language) />
            <dl class="ds-unknowns">{rows}</dl>
            <h3 class="govuk-heading-s">{words::COULD_BE.say(language)}</h3>
            <BulletList lines=possible />
        }
        .into_any()
    })
}

#[component]
fn UnknownRow(
    session: Session,
    criterion: &'static Criterion,
    /// The section and the page that settle it, if one does.
    page: Option<PageRef>,
    language: Language,
) -> impl IntoView {
    let answer = page.map(|page| {
        let (to, what) = (Page::Questions(page), criterion.label.say(language));
        view! {
            <p>
                <GoChange session to words=words::ANSWER_THIS language what />
            </p>
        }
        .into_any()
    });
    view! {
        <div class="ds-unknowns__row">
            <dt>{criterion.unknown.say(language)}</dt>
            <dd>{words::WHO.say(language)} ": " {criterion.who.say(language)} {answer}</dd>
        </div>
    }
}

/// Markers, large.
#[component]
fn Markers(session: Session, language: Language) -> impl IntoView {
    let pack = session.pack();
    let names = session.interview(|interview| {
        let value = |raised: &RaisedFlag| pack.flag_value(raised.flag, raised.value.as_deref());
        let names = interview.outcome.flags.iter().filter_map(value).map(|value| value.label.say(language));
        names.collect::<Vec<_>>()
    });
    (!names.is_empty()).then(|| {
        let rows = names
            .into_iter()
            .map(|name| view! { <li><strong>{name}</strong></li> }.into_any())
            .collect_view();
        view! {
            <Subheading text=words::MARKERS.say(language) />
            <ul class="govuk-list govuk-body-l">{rows}</ul>
        }
        .into_any()
    })
}

/// The one next step, and the quiet ones beside it.
#[component]
fn NextSteps(session: Session, language: Language) -> impl IntoView {
    let (open, refers) = session.interview(|interview| {
        let refers =
            interview.pack.outcome_text(&interview.outcome.name).refers || interview.stage == Stage::Referral;
        (interview.outcome.name == NEED_INFORMATION, refers)
    });
    let write = move || {
        session.apply(Change::ReferralStarted);
    };
    let main = if refers {
        view! { <Button text=words::WRITE_REFERRAL.say(language) class=PRIMARY act=write /> }.into_any()
    } else if open {
        view! { <Go session to=Page::Tasks words=words::ANSWER_MORE language class=PRIMARY /> }.into_any()
    } else {
        view! { <Go session to=Page::Documents words=words::RECORD_ONLY language class=PRIMARY /> }.into_any()
    };
    let back = (!open)
        .then(|| view! { <Go session to=Page::Tasks words=words::ANSWER_MORE language class=SECONDARY /> });
    view! {
        <div class="govuk-button-group">
            {main}
            {back}
            <Go session to=Page::Disagree words=words::DISAGREE language class=LINK />
        </div>
    }
}
