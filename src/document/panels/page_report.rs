//! What to tell of a page on which something is wrong: which page, of which copy, in which browser. It holds nothing of a case, and
//! goes nowhere by itself.

use super::html::Html;
use crate::composed::TOOL;
use drive_screening_core::base::date::Date;
use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_core::pack::Pack;
use drive_screening_core::protocol::BUILD;

/// How much of what a browser calls itself is said, in characters.
const BROWSER_MAX: usize = 300;

/// The report, to be copied, as HTML for the page: safe for `innerHTML`. `page` is the name of the page that it is about, `browser`
/// what the browser calls itself.
pub fn page_report_html(pack: &Pack, page: &str, browser: &str, today: Date, language: Language) -> String {
    let browser: String = browser.chars().filter(|letter| !letter.is_control()).take(BROWSER_MAX).collect();
    let lines = [
        (words::VERSION, [TOOL, ", ", BUILD].concat()),
        (words::CRITERIA, [pack.id.as_str(), " ", &pack.version, ", ", pack.digest()].concat()),
        (words::PAGE, page.trim().to_owned()),
        (words::LANGUAGE, language.tag().to_owned()),
        (words::DAY, today.to_string()),
        (words::BROWSER, browser),
        (words::WRONG, String::new()),
    ];
    let line = |(label, value): &(Phrase, String)| [label.say(language), ": ", value, "\n"].concat();
    let report: Vec<String> = lines.iter().map(line).collect();
    let mut html = Html::new(language);
    html.paragraph(words::WHAT_TO_DO);
    html.element("<p class=\"govuk-inset-text\">", words::NOTHING_OF_A_CASE.say(language), "</p>");
    html.copy_field("page-report", words::REPORT, "9", &report.concat());
    html.out
}

/// What the report says.
mod words {
    use super::Phrase;

    pub(super) const WHAT_TO_DO: Phrase = Phrase::of(
        "Copy these lines into a message to the team that gave you this page. Add what you did, what came of it, and what you had hoped for.",
        "Copïwch y llinellau hyn i neges at y tîm a roddodd y dudalen hon i chi. Ychwanegwch yr hyn a wnaethoch, beth ddigwyddodd, a'r hyn yr oeddech yn ei ddisgwyl.",
    );
    pub(super) const NOTHING_OF_A_CASE: Phrase = Phrase::of(
        "Nothing of your case is in them, and this page sends nothing. Do not add a name, an address or an answer. Send no picture of the screen.",
        "Nid oes dim o'ch achos ynddynt, ac nid yw'r dudalen hon yn anfon dim. Peidiwch ag ychwanegu enw, cyfeiriad nac ateb. Peidiwch ag anfon llun o'r sgrin.",
    );
    pub(super) const REPORT: Phrase = Phrase::of(
        "Lines to copy: Ctrl and A selects them, Ctrl and C copies them",
        "Llinellau i'w copïo: mae Ctrl ac A yn eu dewis, a Ctrl ac C yn eu copïo",
    );
    pub(super) const VERSION: Phrase = Phrase::of("Version", "Fersiwn");
    pub(super) const CRITERIA: Phrase = Phrase::of("Criteria", "Meini prawf");
    pub(super) const PAGE: Phrase = Phrase::of("Page", "Tudalen");
    pub(super) const LANGUAGE: Phrase = Phrase::of("Language", "Iaith");
    pub(super) const DAY: Phrase = Phrase::of("Day", "Diwrnod");
    pub(super) const BROWSER: Phrase = Phrase::of("Browser", "Porwr");
    pub(super) const WRONG: Phrase = Phrase::of("What is wrong", "Beth sydd o'i le");
}
