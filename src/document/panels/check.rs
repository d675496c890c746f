//! Check your answers: what is missing and what may not be right, then every answer with a way to change it.

use super::DraftCase;
use super::html::{Html, LINK, PRIMARY};
use crate::ask::is_worth_asking;
use drive_screening_core::base::date::Date;
use drive_screening_core::base::json::Json;
use drive_screening_core::base::problem::Problem;
use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_core::interview::{Field, Gap, Interview, Missing};
use drive_screening_core::pack::{Pack, PageRef, Question, QuestionPage, Section, Speed, Stage};
use drive_screening_core::state::{Act, Page};

/// Gaps of a section that are shown without being asked for.
const FEW_GAPS: usize = 4;

/// Every answer of a form, with what is missing, as HTML for the page: safe for `innerHTML`, headings from the second level. The
/// form comes as a draft of today.
///
/// # Errors
/// What is wrong with the draft.
pub fn check_html(pack: &Pack, draft: Json, today: Date, language: Language) -> Result<String, Vec<Problem>> {
    let case = DraftCase::read(pack, draft, today)?;
    Ok(case.interview(pack, |interview| whole(interview, language).out))
}

/// What is missing, what may be added, and every answer.
fn whole(interview: Interview<'_>, language: Language) -> Html {
    let mut html = Html::new(language);
    let gaps = interview.gaps();
    let (unsure, missing): (Vec<&Gap>, Vec<&Gap>) =
        gaps.iter().partition(|gap| matches!(gap.missing, Missing::Sure(_)));
    if !unsure.is_empty() {
        html.heading(words::UNSURE_TITLE);
        html.paragraph(words::UNSURE_TEXT);
        gap_list(&mut html, interview, &unsure);
    }
    html.heading(words::GAPS_TITLE);
    html.paragraph(if missing.is_empty() { words::GAPS_NONE } else { words::GAPS_TEXT });
    gap_list(&mut html, interview, &missing);
    let on = |html: &mut Html| {
        html.button(&Act::Go(Page::Documents), words::MAKE_DOCUMENTS.say(language), PRIMARY);
    };
    on(&mut html);
    additions(&mut html, interview);
    html.heading(words::ANSWERS_TITLE);
    for (index, section) in interview.pack.sections.iter().enumerate() {
        answers_of(&mut html, interview, index, section);
    }
    on(&mut html);
    html
}

/// What the panel may ask for next: the pages beyond the core, section by section. Each comes back here.
fn additions(html: &mut Html, interview: Interview<'_>) {
    let interview = interview.at_stage(Stage::Referral);
    let sections = interview.pack.sections.iter().enumerate();
    let sections =
        sections.map(|(index, section)| (index, section, interview.asked_pages(section, Speed::Full)));
    let sections: Vec<_> = sections.filter(|(_, _, pages)| !pages.is_empty()).collect();
    if sections.is_empty() {
        return;
    }
    let count = sections.iter().map(|(_, _, pages)| pages.len()).sum::<usize>().to_string();
    let title = words::MORE_TITLE.fill(&[&count]);
    html.folded(title.say(html.language), |html| {
        html.paragraph(words::MORE_TEXT);
        for (index, section, pages) in sections {
            html.element("<h3 class=\"govuk-heading-s\">", section.title.say(html.language), "</h3>");
            html.raw(&["<ul class=\"govuk-list govuk-list--bullet\">"]);
            for (place, page) in pages {
                addition(html, interview, PageRef { section: index, page: place }, page);
            }
            html.raw(&["</ul>"]);
        }
    });
}

/// A page beyond the core, by the first of its questions that is asked.
fn addition(html: &mut Html, interview: Interview<'_>, place: PageRef, page: &QuestionPage) {
    let Some(first) = page.questions.iter().find(|question| interview.is_asked(question)) else { return };
    html.raw(&["<li>"]);
    html.button(&Act::Field(place, Field::of(&first.id)), page.title.say(html.language), LINK);
    if interview.page_is_answered(page) {
        html.element(": ", words::MORE_DONE.say(html.language), "");
    }
    html.raw(&["</li>"]);
}

/// Gaps, section by section. Many of a section are folded away, so that the sections can be seen at a glance.
fn gap_list(html: &mut Html, interview: Interview<'_>, gaps: &[&Gap]) {
    for gaps in gaps.chunk_by(|one, next| one.page.section == next.page.section) {
        let Some(section) = gaps.first().and_then(|gap| interview.pack.sections.get(gap.page.section)) else {
            continue;
        };
        let title = section.title.say(html.language);
        let links = |html: &mut Html| {
            html.raw(&["<ul class=\"govuk-list govuk-list--bullet\">"]);
            for gap in gaps {
                html.raw(&["<li>"]);
                let text = gap_text(gap, html.language);
                match interview.form.numbered(&gap.field) {
                    Some(field) => html.button(&Act::Field(gap.page, field), &text, LINK),
                    None => html.text(&text),
                }
                ask(html, interview, gap);
                html.raw(&["</li>"]);
            }
            html.raw(&["</ul>"]);
        };
        if gaps.len() > FEW_GAPS {
            html.folded(&[title, " (", &gaps.len().to_string(), ")"].concat(), links);
        } else {
            html.element("<h3 class=\"govuk-heading-s\">", title, "</h3>");
            links(html);
        }
    }
}

/// The way to ask somebody else, where a question is not answered and can be asked so.
fn ask(html: &mut Html, interview: Interview<'_>, gap: &Gap) {
    let question = interview.pack.question(gap.field.fact.as_str()).filter(|question| {
        gap.missing == Missing::Answer && gap.field.item.is_none() && is_worth_asking(interview, question)
    });
    if let Some(question) = question {
        html.raw(&[" · "]);
        let to_what = [" ", question.label.say(html.language)].concat();
        html.button_to(&Act::Ask(question.id.clone()), words::ASK.say(html.language), LINK, &to_what);
    }
}

/// What is missing, or asked about an answer.
fn gap_text(gap: &Gap, language: Language) -> String {
    let lacks = |what: Phrase| [gap.label.say(language), ": ", what.say(language)].concat();
    match &gap.missing {
        Missing::Answer => lacks(words::GAP_ANSWER),
        Missing::Known => lacks(words::GAP_KNOWN),
        Missing::Entries => lacks(words::GAP_ENTRIES),
        Missing::Mend(message) | Missing::Sure(message) => message.say(language).to_owned(),
    }
}

/// The answers of a section, folded away, if any of its questions is asked.
fn answers_of(html: &mut Html, interview: Interview<'_>, index: usize, section: &Section) {
    let interview = interview.at_stage(Stage::Referral);
    let pages = section.pages.iter().enumerate();
    let asked: Vec<(PageRef, &Question)> = pages
        .flat_map(|(page, shown)| {
            let asked = shown.questions.iter().filter(|question| interview.is_asked(question));
            asked.map(move |question| (PageRef { section: index, page }, question))
        })
        .collect();
    if asked.is_empty() {
        return;
    }
    let answered = asked.iter().filter(|(_, question)| interview.answers.get(question.id.as_str()).is_some());
    let counts = [answered.count(), asked.len()].map(|count| count.to_string());
    let counted = words::ANSWERED_OF.fill(&[&counts[0], &counts[1]]);
    let summary = [section.title.say(html.language), ": ", counted.say(html.language)].concat();
    html.folded(&summary, |html| {
        html.raw(&["<dl class=\"govuk-summary-list\">"]);
        for (page, question) in asked {
            row(html, interview, page, question);
        }
        html.raw(&["</dl>"]);
    });
}

fn row(html: &mut Html, interview: Interview<'_>, page: PageRef, question: &Question) {
    let (language, label) = (html.language, question.label.say(html.language));
    html.element("<div class=\"govuk-summary-list__row\"><dt class=\"govuk-summary-list__key\">", label, " ");
    html.part_of(question);
    html.raw(&["</dt><dd class=\"govuk-summary-list__value\">"]);
    for line in interview.answer_lines(question, language) {
        html.element("<p class=\"govuk-body\" dir=\"auto\" translate=\"no\">", &line, "</p>");
    }
    html.raw(&["</dd><dd class=\"govuk-summary-list__actions\">"]);
    html.change(page, question, words::CHANGE.say(language));
    html.raw(&["</dd></div>"]);
}

mod words {
    use drive_screening_core::base::words::Phrase;

    pub(super) const GAPS_TITLE: Phrase = Phrase::of("Still missing", "Yn dal ar goll");
    pub(super) const GAPS_NONE: Phrase = Phrase::of("Nothing is missing.", "Nid oes dim ar goll.");
    pub(super) const GAPS_TEXT: Phrase = Phrase::of(
        "You can make the documents with gaps; they will be shown as not answered.",
        "Gallwch wneud y dogfennau gyda bylchau; fe'u dangosir fel heb eu hateb.",
    );
    pub(super) const UNSURE_TITLE: Phrase = Phrase::of("Check these answers", "Gwiriwch yr atebion hyn");
    pub(super) const UNSURE_TEXT: Phrase = Phrase::of(
        "They count as you gave them. If one is right, leave it.",
        "Maent yn cyfrif fel y rhoesoch hwy. Os yw un yn gywir, gadewch ef.",
    );
    pub(super) const MORE_TITLE: Phrase = Phrase::of(
        "Add what the panel may ask next: {0} pages",
        "Ychwanegu'r hyn y gall y panel ei ofyn nesaf: {0} tudalen",
    );
    pub(super) const MORE_TEXT: Phrase = Phrase::of(
        "None of it has to be there. The documents say what was not given.",
        "Nid oes rhaid i ddim ohono fod yno. Mae'r dogfennau'n dweud beth na roddwyd.",
    );
    pub(super) const MORE_DONE: Phrase = Phrase::of("all answered", "atebwyd y cyfan");
    pub(super) const ANSWERS_TITLE: Phrase = Phrase::of("Your answers", "Eich atebion");
    pub(super) const GAP_ANSWER: Phrase = Phrase::of("not answered", "heb ei ateb");
    pub(super) const GAP_KNOWN: Phrase = Phrase::of("needs to be known", "mae angen ei wybod");
    pub(super) const GAP_ENTRIES: Phrase = Phrase::of("add at least one", "ychwanegwch o leiaf un");
    pub(super) const ASK: Phrase = Phrase::of("Ask someone", "Gofyn i rywun");
    pub(super) const MAKE_DOCUMENTS: Phrase = Phrase::of("Go to the documents", "Mynd i'r dogfennau");
    pub(super) const CHANGE: Phrase = Phrase::of("Change", "Newid");
    pub(super) const ANSWERED_OF: Phrase = Phrase::of("{0} of {1} answered", "atebwyd {0} o {1}");
}
