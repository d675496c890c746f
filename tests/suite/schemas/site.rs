//! The shape of `site.json`.

#![allow(dead_code, reason = "only the shapes of these types are used")]

use super::shapes::{Day, Name, Part, Said, Text};
use schemars::JsonSchema;
use std::collections::BTreeMap;

/// What a site sets for its copy of the page.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Site {
    format: SiteFormat,
    /// A built-in pack, or a file beside `site.json`.
    pack: Option<PackName>,
    /// Where it lies: what the pack says of that nation is laid over it.
    nation: Option<Nation>,
    /// The site's name.
    name: Option<Text>,
    /// The languages offered; the page starts in the first.
    languages: Option<Languages>,
    /// The protective marking, in place of the pack's.
    marking: Option<Text>,
    /// What the panel is called, in place of the pack's name for it.
    panel: Option<Text>,
    /// Where to turn: a route of the pack by its id, with what is changed, or another with all its keys.
    routes: Option<Vec<SiteRoute>>,
    /// What the site usually answers, by question, as in an answer sheet: only where the pack has `"filled_from": "site"`.
    usual_answers: Option<BTreeMap<String, UsualAnswer>>,
    /// Where "Leave quickly" goes.
    exit: Option<Address>,
    /// Whether three presses of a Shift key go there too; so it is if left out.
    exit_keys: Option<bool>,
    /// Whether the page's own files are kept in the browser, so that it starts without a network; so it is if left out.
    offline: Option<bool>,
    /// Minutes without a sign of the person after which the page is covered, and locked where a passphrase was set: 10 if left out.
    lock_after: Option<LockAfter>,
    /// Minutes after which what is only covered is forgotten, more than those: 60 if left out.
    clear_after: Option<ClearAfter>,
    /// Who documents are sealed for.
    recipients: Option<Vec<DocumentRecipient>>,
    /// Working days after which somebody who sent a sealed file should know that it came: 1 if left out.
    receipt_days: Option<ReceiptDays>,
    /// Whom to ring where no receipt comes.
    receipt_phone: Option<Said>,
    /// Who else can go on with a draft: none of `recipients`.
    draft_recipients: Option<Vec<Recipient>>,
    /// The origins of the pages that may embed this one.
    embed: Option<Vec<Origin>>,
}

/// A text or a choice, `yes`, `no` or `not_known`; of a set the chosen values.
#[derive(JsonSchema)]
#[schemars(untagged)]
pub enum UsualAnswer {
    One(String),
    Set(Vec<String>),
}

#[derive(JsonSchema)]
pub enum SiteFormat {
    #[schemars(rename = "site/1")]
    One,
}

#[derive(JsonSchema)]
pub struct PackName(
    #[schemars(regex(pattern = r"^([a-z0-9][a-z0-9_]{0,63}|[A-Za-z0-9_-][A-Za-z0-9_.-]*\.json)$"))] String,
);

#[derive(JsonSchema)]
pub struct LockAfter(#[schemars(range(min = 1, max = 15))] u32);

#[derive(JsonSchema)]
pub struct ClearAfter(#[schemars(range(min = 2, max = 480))] u32);

#[derive(JsonSchema)]
pub struct ReceiptDays(#[schemars(range(min = 1, max = 10))] u32);

#[derive(JsonSchema)]
pub struct Languages(#[schemars(length(min = 1))] Vec<Language>);

#[derive(JsonSchema)]
pub enum Nation {
    #[schemars(rename = "england")]
    England,
    #[schemars(rename = "wales")]
    Wales,
}

#[derive(JsonSchema)]
pub enum Language {
    #[schemars(rename = "en")]
    En,
    #[schemars(rename = "cy")]
    Cy,
}

#[derive(JsonSchema)]
pub struct Address(
    #[schemars(regex(pattern = r"^https?://[^\x00-\x20\x7f]+$"))]
    String,
);

#[derive(JsonSchema)]
pub struct Origin(
    #[schemars(regex(
        pattern = r"^(https://[a-z0-9.:-]+|http://(127[.]0[.]0[.]1|localhost)(:[a-z0-9.:-]*)?)$"
    ))]
    String,
);

#[derive(JsonSchema)]
pub struct PublicKey(
    #[schemars(regex(pattern = r"^age1([02-9ac-hj-np-z]{58}|pq1[02-9ac-hj-np-z]{1952})$"))] String,
);

/// Somebody with an age public key.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Recipient {
    name: Said,
    key: PublicKey,
}

/// Somebody whom documents are sealed for. One of them at least is a recovery key, and one receives the panel pack.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct DocumentRecipient {
    name: Said,
    key: PublicKey,
    /// The parts that are for it: the panel pack if left out. Not of a recovery key, which every file is sealed for.
    parts: Option<Parts>,
    /// Whether it is the way back to what was sealed, should another key be lost.
    recovery: Option<bool>,
}

#[derive(JsonSchema)]
pub struct Parts(#[schemars(length(min = 1))] Vec<Part>);

/// Words that are laid over a pack's, in one language or both.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct PartText {
    en: Option<Said>,
    cy: Option<Said>,
}

/// A route as it is laid over the pack's.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct SiteRoute {
    id: Name,
    title: Option<PartText>,
    contact: Option<String>,
    text: Option<PartText>,
    hours: Option<PartText>,
    checked: Option<Day>,
    review: Option<Day>,
    r#for: Option<Vec<String>>,
}
