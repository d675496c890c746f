//! A result, as its page shows it below the verdict: the next step where there is one; else where to turn is above it already, or
//! what could be found out comes first. Then the markers, the reasons in the words of Part A, what would change the result, and
//! folded away below them every figure and source as in Part C.

use super::DraftCase;
use super::html::{Html, LINK, PRIMARY, SECONDARY};
use crate::ask::slip_to_settle;
use crate::block::{Block, Line};
use crate::compose::record;
use crate::explain::blocks::{explanation_blocks, path_rows, would_change_title};
use crate::explain::explain;
use crate::explain::panel_reasons::{Besides, PanelReasons, WeighedReasons};
use crate::words as document_words;
use crate::write::Fragment;
use drive_screening_core::base::date::Date;
use drive_screening_core::base::json::Json;
use drive_screening_core::base::problem::Problem;
use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_core::interview::{Field, Interview};
use drive_screening_core::pack::{CriterionIndex, Pack, PageRef, Stage};
use drive_screening_core::screening::NEED_INFORMATION;
use drive_screening_core::state::{Act, Page};

/// What there is to say of the result of a form, as HTML for the page: safe for `innerHTML`, headings from the second level. The
/// form comes as a draft of today.
///
/// # Errors
/// What is wrong with the draft.
pub fn result_html(
    pack: &Pack,
    draft: Json,
    today: Date,
    language: Language,
) -> Result<String, Vec<Problem>> {
    let case = DraftCase::read(pack, draft, today)?;
    Ok(case.interview(pack, |interview| whole(interview, language).out))
}

/// What can be done next, and what stands behind the result.
fn whole(interview: Interview<'_>, language: Language) -> Html {
    let Interview { pack, outcome, stage, .. } = interview;
    let refers = pack.outcome_text(&outcome.name).refers || stage == Stage::Referral;
    let is_open = outcome.name == NEED_INFORMATION;
    let mut html = Html::new(language);
    if is_open {
        unknown(&mut html, interview);
    }
    next_steps(&mut html, refers, is_open);
    markers(&mut html, interview);
    // Where no panel is to have it, where to turn and the record are the whole page: why is one press away.
    html.out.push_str(&reasons(interview, refers || is_open, language));
    not_all_asked(&mut html, interview, refers);
    html
}

/// What is not known and could settle it, who could tell, and which verdicts it could still come to.
fn unknown(html: &mut Html, interview: Interview<'_>) {
    let Interview { pack, outcome, .. } = interview;
    html.heading(words::STILL_UNKNOWN);
    html.raw(&["<dl class=\"ds-unknowns\">"]);
    for index in &outcome.open {
        let criterion = &pack.criteria[*index];
        html.raw(&["<div class=\"ds-unknowns__row\">"]);
        html.element("<dt>", criterion.unknown.say(html.language), "</dt><dd>");
        html.say(document_words::WHO);
        html.text(": ");
        html.text(criterion.who.say(html.language));
        if let Some((page, field)) = to_settle(interview, *index) {
            html.raw(&["<p>"]);
            let what = [" ", criterion.label.say(html.language)].concat();
            html.button_to(&Act::Field(page, field), words::ANSWER_THIS.say(html.language), LINK, &what);
            if let Some(question) = slip_to_settle(interview, *index) {
                html.raw(&[" "]);
                html.button_to(&Act::Ask(question.id.clone()), words::ASK.say(html.language), LINK, &what);
            }
            html.raw(&["</p>"]);
        }
        html.raw(&["</dd></div>"]);
    }
    html.element("</dl><h3 class=\"govuk-heading-s\">", words::COULD_BE.say(html.language), "</h3>");
    html.raw(&["<ul class=\"govuk-list govuk-list--bullet\">"]);
    for verdict in &outcome.possible {
        html.element("<li>", pack.outcome_text(verdict.as_str()).sentence.say(html.language), "</li>");
    }
    html.raw(&["</ul>"]);
}

/// The question whose answer could settle a criterion, if it is asked on a page.
fn to_settle(interview: Interview<'_>, criterion: CriterionIndex) -> Option<(PageRef, Field)> {
    let page = interview.page_to_settle(criterion)?;
    let mut asked =
        interview.pack.page(page).questions.iter().filter(|question| interview.is_asked(question));
    let first = asked.clone().next()?;
    let is_unknown = |id: &str| interview.answers.known(id).is_none();
    let question = asked.find(|question| is_unknown(question.id.as_str())).unwrap_or(first);
    Some((page, Field::of(&question.id)))
}

/// The one next step, and the quiet ones beside it.
fn next_steps(html: &mut Html, refers: bool, is_open: bool) {
    let questions = Act::Go(Page::Tasks);
    let mut steps = if refers {
        vec![(Act::Refer, words::WRITE_REFERRAL), (questions, words::ANSWER_MORE)]
    } else if is_open {
        vec![
            (questions, words::ANSWER_MORE),
            (Act::Refer, words::REFER_AS_IT_IS),
            (Act::Go(Page::Save), words::SAVE_AND_FIND_OUT),
        ]
    } else {
        vec![(Act::Go(Page::Documents), words::RECORD_ONLY), (questions, words::ANSWER_MORE)]
    }
    .into_iter();
    html.raw(&["<div class=\"govuk-button-group\">"]);
    if let Some((act, text)) = steps.next() {
        html.button(&act, text.say(html.language), PRIMARY);
    }
    for (act, text) in steps {
        html.button(&act, text.say(html.language), SECONDARY);
    }
    html.button(&Act::Go(Page::Disagree), words::DISAGREE.say(html.language), LINK);
    html.raw(&["</div>"]);
}

/// Markers, large.
fn markers(html: &mut Html, interview: Interview<'_>) {
    let raised = interview.outcome.flags.iter();
    let values = raised.filter_map(|raised| interview.pack.flag_value(raised.flag, raised.value.as_deref()));
    let language = html.language;
    let mut names = values.map(|value| value.label.say(language)).peekable();
    if names.peek().is_none() {
        return;
    }
    html.heading(words::MARKERS);
    html.raw(&["<ul class=\"govuk-list govuk-body-l\">"]);
    for name in names {
        html.element("<li><strong>", name, "</strong></li>");
    }
    html.raw(&["</ul>"]);
}

/// What was left out, and that a panel wants it, where there is to be one.
fn not_all_asked(html: &mut Html, interview: Interview<'_>, refers: bool) {
    let as_referral = interview.at_stage(Stage::Referral);
    let unasked = as_referral.next_page(Stage::Screening, None, true).is_some();
    if interview.outcome.is_settled() && unasked {
        html.paragraph(if refers { words::PANEL_WANTS_THEM } else { words::NOT_ALL_ASKED });
    }
}

/// Why it came out so, and what would change that.
fn reasons(interview: Interview<'_>, open: bool, language: Language) -> String {
    let Interview { pack, answers, outcome, .. } = interview;
    // The referrer's own page: all of it may be told there.
    let view = record::PanelView::whole(pack, answers, outcome);
    let record = record::panel(pack, &view, outcome);
    let weighed = PanelReasons::new(pack, &view.implied).weighed(&record, answers.screened_on, language);
    let text = explain(pack, answers, outcome, language);
    let settled = outcome.is_settled();
    let mut page = Fragment::new(language);
    why(&mut page, weighed, settled, open);
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
        page.folded(document_words::FIGURES_AND_SOURCES.say(language), |page| {
            for block in &detail {
                page.block(block);
            }
        });
    }
    page.end()
}

/// The reasons, the weightiest first; what is merely met or clear is folded away.
fn why(page: &mut Fragment, weighed: WeighedReasons<'_>, settled: bool, open: bool) {
    let list = |lines: Vec<String>| Block::List(lines.into_iter().map(Line::words).collect());
    let title = if settled { document_words::BECAUSE } else { document_words::SO_FAR };
    let (deciding, weak) = (weighed.deciding, weighed.weak);
    let is_there = !deciding.is_empty();
    let besides: Vec<String> = weighed.besides.iter().map(Besides::with_facts).collect();
    let write = |page: &mut Fragment| {
        if is_there {
            page.block(&Block::Reasons(deciding));
        }
        for (lead, lines) in [(document_words::RESTS_ON_WEAK, weak), (document_words::BESIDES, besides)] {
            if !lines.is_empty() {
                page.say(lead, &[]);
                page.block(&list(lines));
            }
        }
    };
    if open || !is_there {
        if is_there {
            page.heading(title);
        }
        write(page);
    } else {
        page.folded(title.say(page.language()), write);
    }
    let also: Vec<String> =
        weighed.met.iter().chain(&weighed.clear).map(|settled| settled.says.to_owned()).collect();
    if !also.is_empty() {
        page.folded(document_words::AND_SETTLED.say(page.language()), |page| page.block(&list(also)));
    }
}

/// What the page of a result says.
mod words {
    use super::Phrase;

    pub(super) const STILL_UNKNOWN: Phrase = Phrase::of("Still not known", "Yn dal heb fod yn hysbys");
    pub(super) const ANSWER_THIS: Phrase = Phrase::of("Answer this", "Ateb hyn");
    pub(super) const ASK: Phrase = Phrase::of("Ask someone", "Gofyn i rywun");
    pub(super) const COULD_BE: Phrase = Phrase::of("It could still be", "Gallai fod o hyd");
    pub(super) const MARKERS: Phrase = Phrase::of("Markers", "Arwyddion");
    pub(super) const NOT_ALL_ASKED: Phrase = Phrase::of(
        "Some questions were not asked because no answer to them can change this result.",
        "Ni ofynnwyd rhai cwestiynau gan na all yr atebion newid y canlyniad hwn.",
    );
    pub(super) const PANEL_WANTS_THEM: Phrase = Phrase::of(
        "Some questions were not asked because no answer to them can change this result. The panel still wants them: answer them with the referral.",
        "Ni ofynnwyd rhai cwestiynau gan na all yr atebion newid y canlyniad hwn. Mae'r panel yn dal am eu gweld: atebwch nhw gyda'r atgyfeiriad.",
    );
    pub(super) const WRITE_REFERRAL: Phrase = Phrase::of("Write the referral", "Ysgrifennu'r atgyfeiriad");
    pub(super) const REFER_AS_IT_IS: Phrase =
        Phrase::of("Refer with what is known", "Atgyfeirio gyda'r hyn sy'n hysbys");
    pub(super) const SAVE_AND_FIND_OUT: Phrase =
        Phrase::of("Save, find out and come back", "Cadw, cael gwybod a dod yn ôl");
    pub(super) const ANSWER_MORE: Phrase = Phrase::of("Go back to the questions", "Yn ôl at y cwestiynau");
    pub(super) const DISAGREE: Phrase =
        Phrase::of("I disagree with this result", "Rwy'n anghytuno â'r canlyniad hwn");
    pub(super) const RECORD_ONLY: Phrase =
        Phrase::of("Make a record of this screening", "Gwneud cofnod o'r sgrinio hwn");
}
