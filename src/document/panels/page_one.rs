//! Page one of the panel pack, as it stands beside the questions of a referral: the page itself, with a way to each question
//! whose answer is still missing on it.

use super::DraftCase;
use super::html::{Html, LINK};
use crate::block::{Block, Line};
use crate::compose::page_one::{FactRow, Piece};
use crate::compose::page_one_pieces;
use crate::composed::Stamp;
use crate::words as document_words;
use crate::write::Fragment;
use drive_screening_core::base::date::Date;
use drive_screening_core::base::json::Json;
use drive_screening_core::base::problem::Problem;
use drive_screening_core::base::words::{Language, Localized, Phrase};
use drive_screening_core::interview::{Field, Gap, Interview, Missing, Referral};
use drive_screening_core::pack::{Pack, PageRef};
use drive_screening_core::state::Act;

/// Page one of a form, as HTML for the page: safe for `innerHTML`, headings from the second level. The form comes as a draft of
/// today.
///
/// What is kept for the other parts is drawn nowhere in it, and the line that says so is the same whatever was answered.
///
/// # Errors
/// What is wrong with the draft.
pub fn page_one_html(
    pack: &Pack,
    draft: Json,
    today: Date,
    language: Language,
) -> Result<String, Vec<Problem>> {
    let case = DraftCase::read(pack, draft, today)?;
    let stamp = Stamp { reference: case.reference.clone(), made_on: today, language };
    Ok(case.interview(pack, |interview| sheet(interview, &stamp, case.last.as_ref())))
}

fn sheet(interview: Interview<'_>, stamp: &Stamp, last: Option<&Referral>) -> String {
    let Interview { pack, answers, outcome, .. } = interview;
    let (gaps, language) = (interview.gaps(), stamp.language);
    let mut sheet = Fragment::sheet(language);
    // Of this page alone: no count tells of answers that are kept for other parts.
    let mut left = 0;
    for piece in page_one_pieces(pack, answers, outcome, stamp, last) {
        match piece {
            Piece::Block(Block::Heading(level, line)) => sheet.block(&Block::Heading(level + 1, line)),
            Piece::Block(block) => sheet.block(&block),
            Piece::Rows(rows) => {
                left += rows.iter().map(|row| missing_of(row, &gaps).count() + row.kept.len()).sum::<usize>();
                sheet.summary(&with_gaps(&rows, interview, &gaps, language));
            }
        }
    }
    let mut html = Html::new(language);
    let left = words::LEFT.fill(&[&left.to_string()]);
    html.element("<p class=\"govuk-hint\">", left.say(language), "</p>");
    html.out.push_str(&sheet.end());
    html.element("<p class=\"govuk-hint\">", words::KEPT.say(language), "</p>");
    html.element("<p class=\"govuk-hint\">", words::HIDES.say(language), "</p>");
    html.out
}

/// What is missing of a row. An answer that is only asked about stands there.
fn missing_of<'g>(row: &FactRow, gaps: &'g [Gap]) -> impl Iterator<Item = &'g Gap> {
    let is_own = |gap: &&Gap| {
        let fact = gap.field.question().as_str();
        row.facts.iter().any(|own| own == fact) && !row.kept.iter().any(|kept| kept == fact)
    };
    gaps.iter().filter(is_own).filter(|gap| !matches!(gap.missing, Missing::Sure(_)))
}

/// The rows in which something stands or is missing, each with the ways to what is.
fn with_gaps<'r>(
    rows: &'r [FactRow],
    interview: Interview<'_>,
    gaps: &[Gap],
    language: Language,
) -> Vec<(&'r Line, &'r [Line], String)> {
    let not_answered = Line::words(document_words::NOT_ANSWERED.say(language));
    let with_gaps = |row: &'r FactRow| {
        let mut html = Html::new(language);
        for gap in missing_of(row, gaps) {
            if let Some(field) = interview.form.numbered(&gap.field) {
                way(&mut html, words::TO_ANSWER, gap.page, field, &gap.label);
            }
        }
        for fact in &row.kept {
            if let (Some(question), Some(place)) = (interview.pack.question(fact), interview.pack.place(fact))
            {
                way(&mut html, words::TO_ALLOW, place.page, Field::of(&question.id), &question.label);
            }
        }
        let value = match &row.row.value[..] {
            // The way to its question says it too.
            [only] if !html.out.is_empty() && *only == not_answered => &[],
            value => value,
        };
        (!html.out.is_empty() || !value.is_empty()).then_some((&row.row.label, value, html.out))
    };
    rows.iter().filter_map(with_gaps).collect()
}

/// A way to a question.
fn way(html: &mut Html, why: Phrase, page: PageRef, field: Field, label: &Localized) {
    let text = [why.say(html.language), ": ", label.say(html.language)].concat();
    html.raw(&["<p class=\"ds-gap\">"]);
    html.button(&Act::Field(page, field), &text, LINK);
    html.raw(&["</p>"]);
}

/// What stands around page one.
mod words {
    use super::Phrase;

    pub(super) const TO_ANSWER: Phrase = Phrase::of("Still to answer", "I'w ateb o hyd");
    pub(super) const TO_ALLOW: Phrase =
        Phrase::of("Not here until it may be used", "Nid yma nes y gellir ei ddefnyddio");
    pub(super) const LEFT: Phrase = Phrase::of(
        "Answers still missing on this page: {0}",
        "Atebion sydd ar goll o hyd ar y dudalen hon: {0}",
    );
    pub(super) const KEPT: Phrase = Phrase::of(
        "Kept out of this page: who the victim-survivor is, where anyone lives, the children's names, and whatever else goes to Part B or Part C.",
        "Cedwir allan o'r dudalen hon: pwy yw'r dioddefwr-oroeswr, ble mae unrhyw un yn byw, enwau'r plant, a phopeth arall sy'n mynd i Ran B neu Ran C.",
    );
    pub(super) const HIDES: Phrase = Phrase::of(
        "The Escape key hides it from a screen that others can see.",
        "Mae'r fysell Escape yn ei chuddio oddi ar sgrin y gall eraill ei gweld.",
    );
}
