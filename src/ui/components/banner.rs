//! Says what has changed: the result since it was last shown, and what came of screening older answers as of today.

use crate::ui::element::{El, el, said};
use crate::ui::session::Session;
use crate::ui::words;
use crate::words::Language;

/// What came of screening answers of an earlier day as of today.
pub(crate) fn carried(session: Session, language: Language) -> Option<El> {
    let state = session.state();
    state.visit.rescreened.as_ref().map(|line| said("p", "govuk-inset-text", line.say(language)))
}

/// The banner, if there is anything to say. No page that shows it can change the result.
pub(crate) fn result_changed(session: Session, language: Language) -> Option<El> {
    let seen = session.state().visit.result_seen.clone()?;
    let now = session.interview(|at| at.outcome.name.clone());
    if seen == now {
        return None;
    }
    let sentence = |name: &str| session.pack().outcome_text(name).sentence.say(language);
    let title = said("h2", "govuk-notification-banner__title", words::RESULT_CHANGED.say(language))
        .id("result-changed");
    let was = said("p", "govuk-body", words::WAS.say(language)).text(": ").text(sentence(&seen));
    let is = said("p", "govuk-notification-banner__heading", words::NOW.say(language))
        .text(": ")
        .text(sentence(&now));
    let banner = el("div", "govuk-notification-banner")
        .attr("role", "region")
        .attr("aria-labelledby", "result-changed")
        .child(el("div", "govuk-notification-banner__header").child(title))
        .child(el("div", "govuk-notification-banner__content").child(was).child(is));
    Some(banner)
}
