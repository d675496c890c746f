//! What short names mean stands where they are asked about.

use crate::support::packs;
use drive_screening::document::panels::{glossary_html, with_meanings};
use drive_screening::pack::{Kind, Pack, Question, Stage};
use drive_screening::words::{Language, Localized};

/// Short names that say all there is to know, or that only whoever works with them is asked about: tools and their scores, and
/// orders whose names stand beside them.
const KNOWN: [&str; 14] = [
    "UK",
    "ID",
    "PPIT",
    "RFG",
    "RFGV",
    "SARA",
    "ODARA",
    "SAM",
    "SAFER",
    "SafeLives",
    "DVPO",
    "DVPN",
    "DAPO",
    "DAPN",
];

/// The questions that stand together, page by page and entry by entry.
fn pages(pack: &Pack, stage: Stage) -> Vec<Vec<&Question>> {
    let mut pages = Vec::new();
    let sections = pack.sections.iter().filter(|section| section.stage == stage);
    for page in sections.flat_map(|section| &section.pages) {
        pages.push(page.questions.iter().collect());
        for question in &page.questions {
            if let Kind::Group(group) = &question.kind {
                pages.push(group.questions.iter().collect());
            }
        }
    }
    pages
}

fn short_names(question: &Question) -> Vec<String> {
    let choices = question.kind.choices().iter().map(|choice| &choice.label);
    let texts = [&question.ask, &question.label].into_iter().chain(&question.hint).chain(choices);
    let words = texts.flat_map(|text| text.en.split(|letter: char| !letter.is_alphanumeric()));
    let is_short = |word: &&str| word.chars().filter(|letter| letter.is_uppercase()).count() > 1;
    words.filter(is_short).map(ToOwned::to_owned).collect()
}

#[test]
fn a_short_name_is_explained_where_it_is_asked_about() {
    for pack in packs::all() {
        let with = with_meanings(pack);
        for (plain, page) in pages(pack, Stage::Referral).into_iter().zip(pages(&with, Stage::Referral)) {
            for name in page.iter().flat_map(|question| short_names(question)) {
                if KNOWN.contains(&name.as_str()) {
                    continue;
                }
                let begins = [&name, ": "].concat();
                for language in [Language::En, Language::Cy] {
                    let why = |question: &&&Question| {
                        question.why.as_ref().is_some_and(|why| why.say(language).contains(&begins))
                    };
                    let count = page.iter().filter(why).count();
                    assert_eq!(count, 1, "{}: {name} on the page of {}", pack.id, page[0].id);
                }
            }
            // What was there before is there still, and first.
            for (before, after) in plain.iter().zip(&page) {
                let why = |question: &Question| question.why.clone().unwrap_or_default();
                assert!(
                    why(after).en.starts_with(&why(before).en) && why(after).cy.starts_with(&why(before).cy)
                );
            }
        }
        // In the screening the hints say it, so that no key is needed to pass it by.
        for question in pages(pack, Stage::Screening).into_iter().flatten() {
            for name in short_names(question).iter().filter(|name| !KNOWN.contains(&name.as_str())) {
                let says = |text: &Localized| text.en.contains(name) && text.cy.contains(name);
                assert!(
                    question.hint.as_ref().is_some_and(says) || is_explained_before(pack, question, name),
                    "{name}"
                );
            }
        }
        assert_eq!(pack.digest(), with.digest());
    }
}

/// Whether the hint of a question before it on its page says what a short name is.
fn is_explained_before(pack: &Pack, question: &Question, name: &str) -> bool {
    let page = pack.place(question.id.as_str()).map(|place| pack.page(place.page)).unwrap();
    let before = page.questions.iter().take_while(|before| before.id != question.id);
    before.filter_map(|before| before.hint.as_ref()).any(|hint| hint.en.contains(name))
}

#[test]
fn the_glossary_has_every_short_name() {
    for language in [Language::En, Language::Cy] {
        let html = glossary_html(language);
        for name in
            ["IDVA", "MARAC", "DASH", "DARA", "MAPPA", "PNC", "CRN", "OASys", "IOM", "PDP", "MATAC", "DVDS"]
        {
            assert!(html.contains(name), "{name}");
        }
    }
}
