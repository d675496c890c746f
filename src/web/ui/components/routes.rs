//! Where to turn: numbers from the pack, each with the day it was last checked.

use super::details::Details;
use super::text::Paragraph;
use crate::session::Session;
use crate::words;
use drive_screening_core::base::date::Date;
use drive_screening_core::base::shown::few;
use drive_screening_core::base::words::Language;
use drive_screening_core::pack::Route;
use leptos::prelude::*;

/// The routes that belong to an outcome of this case.
#[component]
pub(crate) fn Routes(
    session: Session,
    /// The name of the outcome; `urgent` for urgent help.
    #[prop(into)]
    outcome: String,
    /// Numbers that were due to be checked before this day are marked.
    today: Date,
    language: Language,
) -> impl IntoView {
    let pack = session.pack();
    let shown = session.interview(|interview| interview.routes(&outcome));
    let (open, folded) = few(&shown);
    let (open, folded) = (open.to_vec(), folded.to_vec());
    let list = move |routes: Vec<usize>| {
        let rows =
            routes.into_iter().map(|index| view! { <RouteRow route={&pack.routes[index]} today language /> });
        view! { <ul class="ds-routes">{rows.collect_view()}</ul> }
    };
    let rest = (!folded.is_empty()).then(|| {
        let summary = words::MORE_ROUTES.fill(&[&folded.len().to_string()]);
        view! { <Details summary=summary.say(language)>{list(folded)}</Details> }.into_any()
    });
    view! {
        {list(open)}
        {rest}
    }
}

#[component]
fn RouteRow(route: &'static Route, today: Date, language: Language) -> impl IntoView {
    let (class, words) = if route.review < today {
        ("ds-old", words::CHECKED_LONG_AGO)
    } else {
        ("ds-route__checked", words::LAST_CHECKED)
    };
    let number = route.contact.as_deref().map(|number| {
        let call = ["tel:", &number.replace(' ', "")].concat();
        view! {
            <p class="ds-route__number">
                <a href=call>{number}</a>
            </p>
        }
        .into_any()
    });
    let hours = route.hours.as_ref();
    let hours = hours.map(|hours| view! { <Paragraph text=hours.say(language) class="ds-route__hours" /> });
    view! {
        <li class="ds-route">
            <h3 class="ds-route__title">{route.title.say(language)}</h3>
            {number}
            {hours}
            <Paragraph text=route.text.say(language) />
            <p class=class>{words.say(language)} " " {route.checked.in_words(language)}</p>
        </li>
    }
}
