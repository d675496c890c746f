//! Where to turn: numbers from the pack, each with the day it was last checked.

use crate::date::Date;
use crate::pack::{Pack, Route};
use crate::ui::element::{El, el, said};
use crate::ui::words;
use crate::words::Language;

/// The routes shown with an outcome (`urgent` for urgent help).
pub(crate) fn routes(pack: &Pack, outcome: &str, today: Date, language: Language) -> El {
    let shown = pack.routes.iter().filter(|route| route.for_outcomes.iter().any(|name| name == outcome));
    el("ul", "ds-routes").children(shown.map(|route| row(route, today, language)))
}

fn row(route: &Route, today: Date, language: Language) -> El {
    let (class, words) = if route.review < today {
        ("ds-old", words::CHECKED_LONG_AGO)
    } else {
        ("ds-route__checked", words::LAST_CHECKED)
    };
    let number = route.contact.as_ref().map(|number| {
        let call = ["tel:", &number.replace(' ', "")].concat();
        el("p", "ds-route__number").child(said("a", "", number).attr("href", &call))
    });
    let hours = route.hours.as_ref().map(|hours| said("p", "ds-route__hours", hours.say(language)));
    el("li", "ds-route")
        .child(said("h3", "ds-route__title", route.title.say(language)))
        .children(number)
        .children(hours)
        .child(said("p", "govuk-body", route.text.say(language)))
        .child(said("p", class, words.say(language)).text(" ").text(&route.checked.in_words(language)))
}
