//! What stands behind a result, as the result page shows it: the reasons in the words of Part A, what would change the
//! result, and folded away below them every figure and source as in Part C.

use super::block::{Block, Line};
use super::explained::{self, explained, leads_rows};
use super::findings::Findings;
use super::{handling, html, record, words};
use crate::answers::Answers;
use crate::pack::Pack;
use crate::screening::Outcome;
use crate::words::Language;

/// The reasons of an outcome, as HTML for the page: safe for `innerHTML`, headings from the second level. The outcome
/// must be that of the same pack and answers.
pub fn reasons_html(pack: &Pack, answers: &Answers, outcome: &Outcome, language: Language) -> String {
    // The referrer's own page: all of it may be told there.
    let view = record::PanelView::whole(pack, answers, outcome);
    let record = record::panel(pack, &view, outcome);
    let found = Findings::new(pack, &view.implied).reasons(&record, answers.screened_on, language);
    let told = explained(pack, answers, outcome, language);
    let mut out = format!("<div class=\"ds-doc ds-doc--reasons\" lang=\"{}\">\n", language.tag());
    if !found.deciding.is_empty() {
        let title = if outcome.is_settled() { words::BECAUSE } else { words::SO_FAR };
        heading(&mut out, title.say(language));
        html::write_block(&mut out, &Block::Reasons(found.deciding));
    }
    if !found.weak.is_empty() {
        html::write_block(&mut out, &Block::Paragraph(Line::words(words::RESTS_ON_WEAK.say(language))));
        list(&mut out, found.weak);
    }
    if !found.besides.is_empty() {
        html::write_block(&mut out, &Block::Paragraph(Line::words(words::BESIDES.say(language))));
        list(&mut out, found.besides);
    }
    if !found.met.is_empty() || !found.clear.is_empty() {
        let says = found.met.iter().chain(&found.clear).map(|settled| settled.says.to_owned());
        folded(&mut out, words::AND_SETTLED.say(language), |out| list(out, says.collect()));
    }
    let leads = leads_rows(&told.would_change, language);
    if !leads.is_empty() {
        let title = explained::title(outcome.is_settled(), language);
        let leads = Block::Rows(leads);
        if outcome.is_settled() {
            folded(&mut out, title, |out| html::write_block(out, &leads));
        } else {
            // What could settle it is what to do next.
            heading(&mut out, title);
            html::write_block(&mut out, &leads);
        }
    }
    let detail = handling::explained(&told, language);
    if !detail.is_empty() {
        folded(&mut out, words::FIGURES_AND_SOURCES.say(language), |out| {
            for block in &detail {
                html::write_block(out, block);
            }
        });
    }
    out.push_str("</div>\n");
    out
}

fn heading(out: &mut String, text: &str) {
    html::write_block(out, &Block::Heading(2, Line::words(text)));
}

fn list(out: &mut String, lines: Vec<String>) {
    html::write_block(out, &Block::List(lines.into_iter().map(Line::words).collect()));
}

/// Something that opens when it is asked for, in the classes of the page.
fn folded(out: &mut String, summary: &str, inside: impl FnOnce(&mut String)) {
    out.push_str("<details class=\"govuk-details\"><summary class=\"govuk-details__summary\">");
    html::line(
        out,
        "<span class=\"govuk-details__summary-text\">",
        &Line::words(summary),
        "</span></summary>\n<div class=\"govuk-details__text\">\n",
    );
    inside(out);
    out.push_str("</div></details>\n");
}
