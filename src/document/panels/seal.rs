//! Sealing parts for those whom the site names: a form for each set of parts that somebody receives, the message that goes with the
//! file, and what to do where no receipt comes.

use super::DraftCase;
use super::export_review::must_not_go_to_somebody;
use super::html::{Html, SECONDARY};
use crate::words::PARTS;
use crate::{Criteria, file_name::safe};
use drive_screening_core::base::date::Date;
use drive_screening_core::base::json::Json;
use drive_screening_core::base::problem::Problem;
use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_core::pack::Part;
use drive_screening_core::protocol::{RECOVERY, Reply};
use drive_screening_core::site::Recipient;
use drive_screening_core::state::{Act, Page};

/// What the form is drawn from, beside the criteria and the draft.
pub(crate) struct SealPanel<'a> {
    /// The keys of all recipients in words, a line each.
    pub(crate) words: &'a str,
    /// Part A can be made.
    pub(crate) with_panel: bool,
    pub(crate) today: Date,
    pub(crate) language: Language,
}

/// Those who receive the same parts, which go to them in one file.
struct Audience<'a> {
    parts: &'a [Part],
    /// Each with the words of the key.
    readers: Vec<(&'a Recipient, &'a str)>,
}

/// The form; or the keys, where their words are missing.
///
/// # Errors
/// What is wrong with the draft.
pub(crate) fn seal_form(
    criteria: &Criteria,
    draft: Json,
    panel: &SealPanel<'_>,
) -> Result<Reply, Vec<Problem>> {
    let recipients = &criteria.site.recipients;
    let words: Vec<&str> = panel.words.lines().collect();
    if words.len() != recipients.len() {
        let keys: Vec<&str> = recipients.iter().map(|one| one.key.as_str()).collect();
        return Ok(Reply::Keys(keys.join(" ")));
    }
    let case = DraftCase::read(&criteria.pack, draft, panel.today)?;
    let somebody_must_not = must_not_go_to_somebody(&criteria.pack, &case.form.answers(&criteria.pack));
    let named: Vec<(&Recipient, &str)> = recipients.iter().zip(words).collect();
    let mut html = Html::new(panel.language);
    html.paragraph(words::TEXT);
    html.paragraph(words::COMPARE);
    if somebody_must_not {
        html.element("<p class=\"govuk-inset-text\">", words::MUST_NOT.say(panel.language), "</p>");
    }
    for (number, audience) in audiences(&named).iter().enumerate() {
        let waits = !panel.with_panel && audience.parts.contains(&Part::Panel);
        html.element(
            "<h2 class=\"govuk-heading-m\">",
            &parts_in_words(audience.parts, panel.language),
            "</h2>",
        );
        if waits {
            html.paragraph(words::LOOK_FIRST);
            html.button(&Act::Go(Page::Documents), words::TO_DOCUMENTS.say(panel.language), SECONDARY);
        } else {
            form(&mut html, number, audience, somebody_must_not);
        }
    }
    after(&mut html, criteria, &case.reference, panel);
    Ok(Reply::Panel(html.out))
}

/// The parts that somebody receives, in their order, for each set of them that a site has; who keeps the way back is of each.
fn audiences<'a>(named: &[(&'a Recipient, &'a str)]) -> Vec<Audience<'a>> {
    let mut audiences: Vec<Audience<'a>> = Vec::new();
    for (recipient, _) in named.iter().filter(|(one, _)| !one.is_recovery) {
        let is_new = audiences.iter().all(|audience| audience.parts != recipient.parts);
        if is_new {
            let is_of_it = |one: &Recipient| one.is_recovery || one.parts == recipient.parts;
            let readers = named.iter().filter(|(one, _)| is_of_it(one)).copied().collect();
            audiences.push(Audience { parts: &recipient.parts, readers });
        }
    }
    audiences
}

/// "Part A and Part C".
fn parts_in_words(parts: &[Part], language: Language) -> String {
    let names: Vec<&str> = parts.iter().map(|part| PARTS[*part as usize].say(language)).collect();
    match names.as_slice() {
        [first, second, third] => words::THREE.fill(&[first, second, third]).say(language).to_owned(),
        [first, second] => words::TWO.fill(&[first, second]).say(language).to_owned(),
        names => names.concat(),
    }
}

/// Who can be ticked, and the button. What the boxes hold are the keys themselves.
fn form(html: &mut Html, number: usize, audience: &Audience<'_>, somebody_must_not: bool) {
    let names: Vec<&str> = audience.parts.iter().map(|part| part.name()).collect();
    let act = Act::Seal(names.join("+")).name();
    html.raw(&[
        "<form novalidate autocomplete=\"off\" data-act=\"",
        &act,
        "\"><fieldset class=\"govuk-fieldset\">",
    ]);
    html.element("<legend class=\"govuk-fieldset__legend\">", words::FOR.say(html.language), "</legend>");
    html.raw(&["<div class=\"govuk-checkboxes\">"]);
    for (at, (recipient, key)) in audience.readers.iter().enumerate() {
        let id = ["reader-", &number.to_string(), "-", &at.to_string()].concat();
        // Whom it is safe to tell only the referrer knows: nobody is ticked for them then.
        let checked = if recipient.is_recovery || !somebody_must_not { " checked" } else { "" };
        let mark = if recipient.is_recovery { RECOVERY.to_string() } else { String::new() };
        html.raw(&["<div class=\"govuk-checkboxes__item\"><input class=\"govuk-checkboxes__input\" type=\"checkbox\""]);
        html.raw(&[" autocomplete=\"off\" id=\"", &id, "\" value=\"", &mark, &recipient.key, "\"", checked]);
        html.raw(&[
            " aria-describedby=\"",
            &id,
            "-key\"><label class=\"govuk-label govuk-checkboxes__label\" for=\"",
        ]);
        html.raw(&[&id, "\">"]);
        html.text(&recipient.name);
        html.raw(&["</label><div class=\"govuk-hint govuk-checkboxes__hint\" id=\"", &id, "-key\">"]);
        if recipient.is_recovery {
            html.say(words::FOR_SAFE_KEEPING);
            html.raw(&[" "]);
        }
        html.say(words::KEY_IN_WORDS);
        html.element(": <span lang=\"en\">", key, "</span></div></div>");
    }
    html.raw(&["</div></fieldset><button class=\"govuk-button\" type=\"submit\">"]);
    let parts = parts_in_words(audience.parts, html.language);
    html.text(words::SEAL.fill(&[&parts]).say(html.language));
    html.raw(&["</button></form>"]);
}

/// What to do once a file is saved.
fn after(html: &mut Html, criteria: &Criteria, reference: &str, panel: &SealPanel<'_>) {
    let language = panel.language;
    let by = working_days_after(panel.today, criteria.site.receipt_days).in_words(language);
    html.heading(words::AFTER_TITLE);
    html.paragraph(words::AFTER_SEND);
    let ring = match &criteria.site.receipt_phone {
        Some(phone) => words::AFTER_RING.fill(&[&by, phone]),
        None => words::AFTER_RING_SOMEBODY.fill(&[&by]),
    };
    html.element("<p class=\"govuk-body\"><strong>", words::AFTER_URGENT.say(language), "</strong></p>");
    html.element("<p class=\"govuk-body\">", ring.say(language), "</p>");
    let message = words::MESSAGE.fill(&[&safe(reference), &by]);
    html.raw(&["<div class=\"govuk-form-group\">"]);
    html.copy_field("message", words::MESSAGE_LABEL, "10", message.say(language));
    html.raw(&["</div>"]);
}

/// So many days after another, of which Saturdays and Sundays are none.
fn working_days_after(day: Date, days: u32) -> Date {
    // The first day of the calendar is a Monday.
    let is_weekend = |day: Date| Date::EARLIEST.days_until(day).rem_euclid(7) >= 5;
    let (mut on, mut left) = (day, days);
    while left > 0 {
        let Some(next) = on.plus_days(1) else { break };
        on = next;
        left -= u32::from(!is_weekend(on));
    }
    on
}

mod words {
    use super::Phrase;

    pub(super) const TEXT: Phrase = Phrase::of(
        "Each file is locked for those who are ticked. Nobody else can open it, and nor can you.",
        "Caiff pob ffeil ei chloi i'r rhai sydd wedi'u ticio. Ni all neb arall ei hagor, na chithau.",
    );
    pub(super) const COMPARE: Phrase = Phrase::of(
        "Before you first send them anything, ring one of them on a number that you found yourself. Compare the six words.",
        "Cyn i chi anfon unrhyw beth atynt am y tro cyntaf, ffoniwch un ohonynt ar rif y daethoch o hyd iddo eich hun. Cymharwch y chwe gair.",
    );
    pub(super) const MUST_NOT: Phrase = Phrase::of(
        "Somebody must not receive any of this, so nobody is ticked for you. Tick only people whom you know by name to be safe. A team's key may be in many hands. Never use a shared mailbox.",
        "Mae rhywun na chaiff dderbyn dim o hyn, felly nid oes neb wedi'i dicio ar eich rhan. Ticiwch bobl y gwyddoch wrth eu henw eu bod yn ddiogel yn unig. Gall allwedd tîm fod mewn llawer o ddwylo. Peidiwch byth â defnyddio blwch post a rennir.",
    );
    pub(super) const LOOK_FIRST: Phrase = Phrase::of(
        "This can be sealed once you have looked at what was found in Part A.",
        "Gellir selio hyn unwaith y byddwch wedi edrych ar yr hyn a ganfuwyd yn Rhan A.",
    );
    pub(super) const TO_DOCUMENTS: Phrase = Phrase::of("Look at it", "Edrych arno");
    pub(super) const TWO: Phrase = Phrase::of("{0} and {1}", "{0} a {1}");
    pub(super) const THREE: Phrase = Phrase::of("{0}, {1} and {2}", "{0}, {1} a {2}");
    pub(super) const FOR: Phrase = Phrase::of("Who can open it", "Pwy all ei hagor");
    pub(super) const FOR_SAFE_KEEPING: Phrase = Phrase::of(
        "Kept in a safe place, should a key be lost.",
        "Fe'i cedwir mewn lle diogel, rhag ofn i allwedd fynd ar goll.",
    );
    pub(super) const KEY_IN_WORDS: Phrase = Phrase::of("Words of the key", "Geiriau'r allwedd");
    pub(super) const SEAL: Phrase = Phrase::of("Seal {0} and save the file", "Selio {0} a chadw'r ffeil");
    pub(super) const AFTER_TITLE: Phrase =
        Phrase::of("Send it, and wait for the receipt", "Ei hanfon, ac aros am y dderbynneb");
    pub(super) const AFTER_SEND: Phrase = Phrase::of(
        "Send the file by any way that your agency allows, with the message below. Send nothing else with it: no name, and nothing of the case.",
        "Anfonwch y ffeil drwy unrhyw ffordd y mae eich asiantaeth yn ei chaniatáu, gyda'r neges isod. Peidiwch ag anfon dim byd arall gyda hi: dim enw, a dim am yr achos.",
    );
    pub(super) const AFTER_URGENT: Phrase = Phrase::of(
        "If somebody may be hurt before then, ring now. A sealed file that nobody has opened protects nobody.",
        "Os gallai rhywun gael ei anafu cyn hynny, ffoniwch nawr. Nid yw ffeil dan sêl nad oes neb wedi'i hagor yn amddiffyn neb.",
    );
    pub(super) const AFTER_RING: Phrase = Phrase::of(
        "This page cannot tell whether the file arrived. If no receipt comes by {0}, ring {1}.",
        "Ni all y dudalen hon ddweud a gyrhaeddodd y ffeil. Os na ddaw derbynneb erbyn {0}, ffoniwch {1}.",
    );
    pub(super) const AFTER_RING_SOMEBODY: Phrase = Phrase::of(
        "This page cannot tell whether the file arrived. If no receipt comes by {0}, ring whoever should have it.",
        "Ni all y dudalen hon ddweud a gyrhaeddodd y ffeil. Os na ddaw derbynneb erbyn {0}, ffoniwch pwy bynnag a ddylai ei chael.",
    );
    pub(super) const MESSAGE_LABEL: Phrase =
        Phrase::of("Message to go with the file", "Neges i fynd gyda'r ffeil");
    pub(super) const MESSAGE: Phrase = Phrase::of(
        "Sealed referral {0}\n\nThe file with this message is sealed. It opens with the key of those it is for, and with nothing else.\n\nPlease answer by {1} that it came. Give the reference and say nothing of the case. If it does not open, say so at once.\n\nIf it is not for you, delete it and tell who sent it.",
        "Atgyfeiriad dan sêl {0}\n\nMae'r ffeil gyda'r neges hon dan sêl. Mae'n agor ag allwedd y rhai y mae ar eu cyfer, ac â dim byd arall.\n\nAtebwch erbyn {1} ei bod wedi cyrraedd. Rhowch y cyfeirnod a pheidiwch â dweud dim am yr achos. Os nad yw'n agor, dywedwch hynny ar unwaith.\n\nOs nad yw ar eich cyfer chi, dilëwch hi a rhowch wybod i bwy bynnag a'i hanfonodd.",
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_receipt_is_not_waited_for_over_a_weekend() {
        let day = |text: &str| Date::parse(text).unwrap();
        for (sent, days, by) in [
            ("2026-11-27", 1, "2026-11-30"),
            ("2026-11-28", 1, "2026-11-30"),
            ("2026-11-30", 1, "2026-12-01"),
            ("2026-11-30", 5, "2026-12-07"),
            ("2026-11-30", 0, "2026-11-30"),
        ] {
            assert_eq!(working_days_after(day(sent), days), day(by), "{sent} and {days}");
        }
    }
}
