//! The documents as the page offers them: what was found in Part A and is to be looked at first, and a card for each part that
//! can be made.

use super::html::{Html, LINK, PRIMARY, SECONDARY};
use crate::Criteria;
use crate::words::PARTS;
use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_core::interview::Field;
use drive_screening_core::pack::{FactId, Pack, Part};
use drive_screening_core::protocol::{Finding, Format};
use drive_screening_core::state::{Act, Page};

/// What the documents are offered with.
pub(crate) struct Offer<'a> {
    pub(crate) criteria: &'a Criteria,
    pub(crate) reference: &'a str,
    /// Who embeds the page and can be given documents; blank where nobody can.
    pub(crate) host: &'a str,
    /// What to know before a PDF is made, if anything is.
    pub(crate) note: &'a str,
}

/// The documents that can be made now, and what comes after; Part A only if `with_panel`.
pub(crate) fn documents_html(offer: &Offer<'_>, with_panel: bool, language: Language) -> String {
    let mut html = Html::new(language);
    html.paragraph(words::DOCUMENTS_TEXT);
    html.element("<p class=\"govuk-body\">", words::REFERENCE.say(language), ": ");
    html.element("<strong>", offer.reference, "</strong></p>");
    if !offer.note.is_empty() {
        html.element("<p class=\"govuk-inset-text\">", offer.note, "</p>");
    }
    cards(&mut html, offer, with_panel);
    html.heading(words::SAVE_TITLE);
    html.button(&Act::Go(Page::Save), words::SAVE_DRAFT.say(language), SECONDARY);
    html.heading(words::AFTER_TITLE);
    html.paragraph(words::AFTER_TEXT);
    html.button(&Act::Go(Page::Clear), words::CLEAR.say(language), LINK);
    html.out
}

/// A card for each part: what it is, who it is for, one clear button, and folded away what else can be done with it.
fn cards(html: &mut Html, offer: &Offer<'_>, with_panel: bool) {
    let language = html.language;
    let formats = [
        (Format::Docx, words::SAVE_DOCX),
        (Format::Html, words::SAVE_HTML),
        (Format::Json, words::SAVE_JSON),
        (Format::Text, words::SAVE_TXT),
    ];
    let recipients = &offer.criteria.site.recipients;
    let is_for_somebody = |part| recipients.iter().any(|one| !one.is_recovery && one.parts.contains(&part));
    html.raw(&["<div class=\"ds-cards\">"]);
    for part in Part::ALL.into_iter().filter(|part| with_panel || *part != Part::Panel) {
        let about = offer.criteria.pack.part_words(part);
        let name = PARTS[part as usize].say(language);
        html.element(
            "<section class=\"ds-card\"><h2 class=\"ds-card__title\">",
            about.title.say(language),
            " ",
        );
        html.part(part);
        html.element("</h2><p class=\"govuk-body\">", about.holds.say(language), "</p>");
        html.element("<p class=\"govuk-body\"><strong>", words::FOR_WHOM.say(language), ": </strong>");
        html.text(about.readers.say(language));
        html.element("</p><p class=\"govuk-inset-text\">", about.care.say(language), "</p>");
        let pdf = words::SAVE_PDF.fill(&[name]);
        let save = |html: &mut Html, class| {
            html.button(&Act::Document(part, Format::Pdf), pdf.say(language), class);
        };
        // Who can be given a document keeps it where it belongs; a sealed one only its readers open.
        let is_sealed = offer.host.is_empty() && is_for_somebody(part);
        if is_sealed {
            html.button(&Act::Go(Page::Seal), words::SEAL.fill(&[name]).say(language), PRIMARY);
        } else if offer.host.is_empty() {
            save(html, PRIMARY);
        } else {
            let give = words::GIVE.fill(&[name, offer.host]);
            html.button(&Act::Give(part), give.say(language), PRIMARY);
        }
        html.folded(words::OTHERWISE.fill(&[name]).say(language), |html| {
            html.raw(&["<div class=\"ds-card__actions\">"]);
            html.button(&Act::Look(part), words::LOOK.fill(&[name]).say(language), SECONDARY);
            if is_sealed {
                html.paragraph(words::IN_THE_CLEAR);
            }
            if is_sealed || !offer.host.is_empty() {
                save(html, SECONDARY);
            }
            for (format, words) in formats {
                html.button(&Act::Document(part, format), words.fill(&[name]).say(language), SECONDARY);
            }
            html.raw(&["</div>"]);
        });
        html.raw(&["</section>"]);
    }
    html.raw(&["</div>"]);
    let zip = |html: &mut Html| html.button(&Act::Zip, words::SAVE_ALL.say(language), SECONDARY);
    if with_panel && recipients.is_empty() {
        zip(html);
    } else if with_panel {
        html.folded(words::ALL_IN_THE_CLEAR.say(language), |html| {
            html.paragraph(words::IN_THE_CLEAR);
            zip(html);
        });
    }
}

/// What to do about the findings, before the first of them.
pub(crate) fn findings_lead(language: Language) -> String {
    let mut html = Html::new(language);
    html.paragraph(words::LOOK_TEXT);
    html.out
}

/// Each finding as an entry of a list: the way to its answer, and the passage with what can be done about it.
pub(crate) fn findings_html(pack: &Pack, findings: &[Finding], language: Language) -> Vec<String> {
    let entry = |(at, finding): (usize, &Finding)| {
        let mut html = Html::new(language);
        html.raw(&["<li>"]);
        let says = [&finding.label, ": ", &finding.says].map(|text: &str| text).concat();
        match to_answer(pack, finding) {
            Some(act) => html.button(&act, &says, LINK),
            None => html.text(&says),
        }
        if finding.times > 1 {
            html.raw(&[" "]);
            html.text(words::LOOK_TIMES.fill(&[&finding.times.to_string()]).say(language));
        }
        let to_what = if finding.found.is_empty() { String::new() } else { [": ", &finding.found].concat() };
        if !finding.found.is_empty() {
            html.raw(&["<blockquote class=\"govuk-inset-text\" dir=\"auto\">"]);
            html.element("<span translate=\"no\">", &finding.before, "</span>");
            html.element("<mark translate=\"no\">", &finding.found, "</mark>");
            html.element("<span translate=\"no\">", &finding.after, "</span></blockquote>");
        }
        html.raw(&["<div class=\"govuk-button-group\">"]);
        let mut button = |act, words: Phrase| html.button_to(&act, words.say(language), SECONDARY, &to_what);
        if finding.piece.is_some() {
            button(Act::Move(at), words::LOOK_MOVE);
        }
        button(Act::Confirm(at), words::LOOK_RIGHT);
        html.raw(&["</div></li>"]);
        html.out
    };
    findings.iter().enumerate().map(entry).collect()
}

/// Goes to the answer that a finding stands in.
fn to_answer(pack: &Pack, finding: &Finding) -> Option<Act> {
    let fact = pack.question(&finding.fact)?.id.clone();
    let field = match &finding.entry {
        _ if finding.noted => Field::evidence(&fact, &FactId::parse("note")?),
        Some((list, index)) => {
            let number = u32::try_from(index + 1).ok()?;
            Field { item: Some((pack.question(list)?.id.clone(), number)), fact }
        }
        None => Field::of(&fact),
    };
    Some(Act::Field(pack.place(field.question().as_str())?.page, field))
}

mod words {
    use drive_screening_core::base::words::Phrase;

    pub(super) const LOOK_MOVE: Phrase = Phrase::of("Move it to Part B", "Ei symud i Ran B");
    pub(super) const LOOK_RIGHT: Phrase = Phrase::of("This is right", "Mae hyn yn iawn");
    pub(super) const LOOK_TIMES: Phrase =
        Phrase::of("({0} times in this answer)", "({0} gwaith yn yr ateb hwn)");
    pub(super) const FOR_WHOM: Phrase = Phrase::of("For", "Ar gyfer");
    pub(super) const OTHERWISE: Phrase =
        Phrase::of("Look at {0}, or save it another way", "Gweld {0}, neu ei chadw mewn ffordd arall");
    pub(super) const LOOK: Phrase = Phrase::of("Look at {0}", "Gweld {0}");
    pub(super) const SEAL: Phrase =
        Phrase::of("Seal {0} for its readers", "Selio {0} ar gyfer ei ddarllenwyr");
    pub(super) const IN_THE_CLEAR: Phrase = Phrase::of(
        "A file that is not sealed can be read by whoever gets hold of it.",
        "Gall pwy bynnag a gaiff afael ar ffeil heb ei selio ei darllen.",
    );
    pub(super) const ALL_IN_THE_CLEAR: Phrase =
        Phrase::of("Save all parts without a seal", "Cadw pob rhan heb sêl");
    pub(super) const SAVE_PDF: Phrase = Phrase::of("Save {0} as PDF", "Cadw {0} fel PDF");
    pub(super) const SAVE_DOCX: Phrase = Phrase::of("Save {0} as Word", "Cadw {0} fel Word");
    pub(super) const SAVE_ALL: Phrase =
        Phrase::of("Save all three parts as PDF, in one zip", "Cadw'r tair rhan fel PDF, mewn un zip");
    pub(super) const SAVE_HTML: Phrase = Phrase::of("Save {0} as a web page", "Cadw {0} fel tudalen we");
    pub(super) const SAVE_JSON: Phrase = Phrase::of("Save {0} as data (JSON)", "Cadw {0} fel data (JSON)");
    pub(super) const SAVE_TXT: Phrase = Phrase::of("Save {0} as plain text", "Cadw {0} fel testun plaen");
    pub(super) const GIVE: Phrase = Phrase::of("Send {0} to {1}", "Anfon {0} at {1}");
    pub(super) const DOCUMENTS_TEXT: Phrase = Phrase::of(
        "Three files, for different people. None is for the person they are about.",
        "Tair ffeil, ar gyfer pobl wahanol. Nid yw'r un ohonynt ar gyfer y person y maent yn ymwneud ag ef.",
    );
    pub(super) const REFERENCE: Phrase = Phrase::of("Reference", "Cyfeirnod");
    pub(super) const SAVE_TITLE: Phrase = Phrase::of("Save and come back", "Cadw a dod yn ôl");
    pub(super) const SAVE_DRAFT: Phrase =
        Phrase::of("Save the answers to go on later", "Cadw'r atebion i barhau'n ddiweddarach");
    pub(super) const LOOK_TEXT: Phrase = Phrase::of(
        "Look at these first: Part A waits for them, Parts B and C do not. Part A goes to everyone on the panel and may name, quote or locate no victim-survivor or child, nor tell how one is kept safe. Follow a line to change the answer itself.",
        "Edrychwch ar y rhain yn gyntaf: mae Rhan A yn aros amdanynt, nid Rhannau B ac C. Mae Rhan A yn mynd i bawb ar y panel ac ni chaiff enwi, dyfynnu na lleoli unrhyw ddioddefwr-goroeswr na phlentyn, na dweud sut y cedwir un yn ddiogel. Dilynwch linell i newid yr ateb ei hun.",
    );
    pub(super) const AFTER_TITLE: Phrase =
        Phrase::of("When you have what you need", "Pan fydd gennych yr hyn sydd ei angen");
    pub(super) const AFTER_TEXT: Phrase = Phrase::of(
        "Send each part by your agency's secure route, keep a copy in your agency's system, delete downloads you no longer need, then clear everything here.",
        "Anfonwch bob rhan drwy lwybr diogel eich asiantaeth, cadwch gopi yn system eich asiantaeth, dilëwch lawrlwythiadau nad oes eu hangen mwyach, yna cliriwch bopeth yma.",
    );
    pub(super) const CLEAR: Phrase = Phrase::of("Clear everything", "Clirio popeth");
}
