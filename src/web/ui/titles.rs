//! What the browser's tab, its history and a screen reader call each page. A title names the page and never says anything of
//! a case: it stays in the browser's history, so it is not always the page's heading.

use super::pages::item::entry_page_name;
use super::session::{Page, Session};
use super::words;
use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_core::pack::PageRef;

/// The title of the page that is shown, in its language.
pub(super) fn title(session: Session) -> String {
    let language = session.language();
    let product = words::PRODUCT.say(language);
    let (page, problem, left) = {
        let state = session.state();
        if state.sealing.is_covered() {
            return [words::LOCKED_TITLE.say(language), " – ", product].concat();
        }
        let refused =
            state.page() == Page::Open && state.visit.open_error.is_some() || state.sealing.problem.is_some();
        (state.page(), !state.visit.errors.is_empty() || refused, state.left)
    };
    let problem = problem || page == Page::Tasks && (session.program().is_refused)(session);
    if left {
        return product.to_owned();
    }
    let error = if problem { words::ERROR_PREFIX.say(language) } else { "" };
    [error, &named(session, page, language), " – ", product].concat()
}

/// What the page that is shown is called.
pub(super) fn page_title(session: Session, language: Language) -> String {
    named(session, session.page(), language)
}

/// The one list of them.
fn named(session: Session, page: Page, language: Language) -> String {
    let own = |words: Phrase| words.say(language).to_owned();
    let section = |page: PageRef| {
        let section = session.pack().sections.get(page.section);
        let page = section.and_then(|section| section.pages.get(page.page));
        let [section, page] = [section.map(|it| &it.title), page.map(|it| &it.title)]
            .map(|title| title.map_or("", |title| title.say(language)));
        if section == page || page.is_empty() { section.to_owned() } else { [page, ", ", section].concat() }
    };
    match page {
        Page::Start => own(session.program().start),
        Page::Tasks => own(session.program().tasks),
        // That something is urgent is of the case too.
        Page::Questions(page) | Page::Urgent(page) => section(page),
        Page::Item(page, key, part) => match entry_page_name(session, page, key, part) {
            Some(name) => [name.say(language), ", ", &section(page)].concat(),
            None => section(page),
        },
        // Whether nothing more can change the result, and whether the referrer agrees with it, is of the case.
        Page::Stop => own(words::TITLE_STOP),
        Page::Disagree => own(words::TITLE_DISAGREE),
        Page::Result => own(words::RESULT_TITLE),
        Page::Check => own(words::CHECK_TITLE),
        Page::Documents => own(words::DOCUMENTS_TITLE),
        Page::Preview(part) => session.pack().part_words(part).title.say(language).to_owned(),
        Page::Clear => own(words::CLEAR_TITLE),
        Page::Ended => own(words::ENDED_TITLE),
        Page::Open => own(words::OPEN_TITLE),
        Page::Ask => own(words::ASK_TITLE),
        Page::Seal => own(words::SEAL_TITLE),
        Page::Save => own(words::SAVE_TITLE),
        Page::Accessibility => own(words::ACCESSIBILITY_TITLE),
        Page::Privacy => own(words::PRIVACY_TITLE),
        Page::Glossary => own(words::GLOSSARY),
        Page::Report => own(words::REPORT),
    }
}
