//! Where to turn: numbers from the pack, each with the day it was last checked.

use crate::date::Date;
use crate::pack::{Pack, Route};
use crate::ui::words;
use crate::words::Language;
use leptos::prelude::*;

/// The routes shown with an outcome (`urgent` for urgent help).
pub(crate) fn routes(pack: &Pack, outcome: &str, today: Date, language: Language) -> impl IntoView + use<> {
    let shown = pack.routes.iter().filter(|route| route.for_outcomes.iter().any(|name| name == outcome));
    let rows = shown.map(|route| row(route, today, language)).collect_view();
    view! { <ul class="ds-routes">{rows}</ul> }
}

fn row(route: &Route, today: Date, language: Language) -> impl IntoView + use<> {
    let checked = route.checked.in_words(language);
    let (class, words) = if route.review < today {
        ("ds-old", words::CHECKED_LONG_AGO)
    } else {
        ("ds-route__checked", words::LAST_CHECKED)
    };
    let number = route.contact.clone().map(|number| {
        let call = format!("tel:{}", number.replace(' ', ""));
        view! { <p class="ds-route__number"><a href=call>{number}</a></p> }
    });
    view! {
        <li class="ds-route">
            <h3 class="ds-route__title">{route.title.say(language).to_owned()}</h3>
            {number}
            {route.hours.as_ref().map(|hours| view! { <p class="ds-route__hours">{hours.say(language).to_owned()}</p> })}
            <p class="govuk-body">{route.text.say(language).to_owned()}</p>
            <p class=class>{words.say(language)}" "{checked}</p>
        </li>
    }
}
