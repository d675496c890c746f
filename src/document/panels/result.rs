//! The reasons of a result, as the result page shows them: the reasons in the words of Part A, what would change the
//! result, and folded away below them every figure and source as in Part C.

use crate::block::{Block, Line};
use crate::compose::record;
use crate::explain::blocks::{explanation_blocks, path_rows, would_change_title};
use crate::explain::explain;
use crate::explain::panel_reasons::{Besides, PanelReasons, WeighedReasons};
use crate::words;
use crate::write::Fragment;
use drive_screening_core::answers::Answers;
use drive_screening_core::base::words::Language;
use drive_screening_core::pack::Pack;
use drive_screening_core::screening::Outcome;

/// The reasons of an outcome, as HTML for the page: safe for `innerHTML`, headings from the second level. The outcome
/// must be that of the same pack and answers.
pub fn result_html(pack: &Pack, answers: &Answers, outcome: &Outcome, language: Language) -> String {
    // The referrer's own page: all of it may be told there.
    let view = record::PanelView::whole(pack, answers, outcome);
    let record = record::panel(pack, &view, outcome);
    let weighed = PanelReasons::new(pack, &view.implied).weighed(&record, answers.screened_on, language);
    let text = explain(pack, answers, outcome, language);
    let settled = outcome.is_settled();
    let mut page = Fragment::new(language);
    reasons(&mut page, weighed, settled);
    let paths = path_rows(&text.would_change, language);
    if !paths.is_empty() {
        let title = would_change_title(settled, language);
        let paths = Block::Rows(paths);
        if settled {
            page.folded(title, |page| page.block(&paths));
        } else {
            // What could settle it is what to do next.
            page.block(&Block::Heading(2, Line::words(title)));
            page.block(&paths);
        }
    }
    let detail = explanation_blocks(&text, language);
    if !detail.is_empty() {
        page.folded(words::FIGURES_AND_SOURCES.say(language), |page| {
            for block in &detail {
                page.block(block);
            }
        });
    }
    page.end()
}

/// The reasons, the weightiest first; what is merely met or clear is folded away.
fn reasons(page: &mut Fragment, weighed: WeighedReasons<'_>, settled: bool) {
    let list = |lines: Vec<String>| Block::List(lines.into_iter().map(Line::words).collect());
    if !weighed.deciding.is_empty() {
        page.heading(if settled { words::BECAUSE } else { words::SO_FAR });
        page.block(&Block::Reasons(weighed.deciding));
    }
    let besides = weighed.besides.iter().map(Besides::with_facts).collect();
    for (lead, lines) in [(words::RESTS_ON_WEAK, weighed.weak), (words::BESIDES, besides)] {
        if !lines.is_empty() {
            page.say(lead, &[]);
            page.block(&list(lines));
        }
    }
    let also: Vec<String> =
        weighed.met.iter().chain(&weighed.clear).map(|settled| settled.says.to_owned()).collect();
    if !also.is_empty() {
        page.folded(words::AND_SETTLED.say(page.language()), |page| page.block(&list(also)));
    }
}
