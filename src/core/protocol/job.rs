//! The jobs that the page gives to the composer.

use super::fields::Fields;
use super::{Format, Stale};
use crate::base::date::Date;
use crate::base::json::Json;
use crate::base::words::Language;
use crate::pack::Part;

/// A [`Job`] with its number, its day and time, and its language. The composer keeps nothing of it when it is done.
#[derive(Clone, Debug, PartialEq)]
pub struct JobRequest {
    /// A number that no other job of the page has; its reply names it.
    pub number: u32,
    /// The day it is made.
    pub made_on: Date,
    /// The time of that day, in minutes after midnight.
    pub minute: u32,
    /// The language it is written in.
    pub language: Language,
    /// What is to be made.
    pub job: Job,
}

/// What is to be made, and all that it needs but the pack of this copy. A `draft` is the form as it was typed, with its
/// reference where a document comes of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Job {
    /// One part of the referral, as a file. Gives [`Reply::File`](super::Reply::File).
    Document {
        /// Which part.
        part: Part,
        /// As what.
        format: Format,
        /// The form.
        draft: Json,
    },
    /// Parts as PDF files, in one zip where there are several. Gives a file.
    Zip {
        /// Which, as [`SealForm`](Job::SealForm) names them; blank for all.
        parts: String,
        /// The form.
        draft: Json,
    },
    /// What should be looked at before documents are made. Gives [`Reply::Review`](super::Reply::Review).
    Review {
        /// The form.
        draft: Json,
        /// Who embeds the page and can be given documents; blank where nobody can.
        host: String,
    },
    /// One part on screen. Gives [`Reply::Panel`](super::Reply::Panel), as do the following.
    Preview {
        /// Which part.
        part: Part,
        /// The form.
        draft: Json,
    },
    /// Every answer, with a way to change it, and what is missing.
    Check {
        /// The form.
        draft: Json,
    },
    /// Page one of the panel pack, as it stands beside the questions.
    PageOne {
        /// The form.
        draft: Json,
    },
    /// The form with what is known filled in. Gives [`Reply::Draft`](super::Reply::Draft).
    Fill {
        /// The form.
        draft: Json,
    },
    /// What stands behind the result, and what can be done next.
    Result {
        /// The form.
        draft: Json,
    },
    /// The privacy statement.
    Privacy,
    /// The accessibility statement.
    Accessibility,
    /// What the words mean that a referrer meets.
    Glossary,
    /// What to tell of a page on which something is wrong.
    PageReport {
        /// The page, as whoever looks after it knows it.
        page: String,
        /// How the browser names itself. The page leaves it blank: the composer knows it too.
        browser: String,
    },
    /// Questions that others can be asked, and what came back. Gives a panel; or, where an answer is taken,
    /// [`Reply::Draft`](super::Reply::Draft) with what is to be filled in.
    Ask {
        /// The form.
        draft: Json,
        /// What the person did about what came back, by its name, each followed by what was typed for it.
        typed: Vec<String>,
    },
    /// The form in which parts are sealed for those whom the site names. Gives a panel; or [`Reply::Keys`](super::Reply::Keys)
    /// where the words are missing.
    SealForm {
        /// The form.
        draft: Json,
        /// The keys of all of them in words, a line each.
        words: String,
        /// What was found in Part A is all moved or confirmed.
        with_panel: bool,
    },
    /// A form that the page shows, with what its buttons do.
    Form(PanelForm),
    /// What a file that comes back holds. Gives [`Reply::Draft`](super::Reply::Draft), a panel that shows a record, or
    /// [`Reply::NotOpened`](super::Reply::NotOpened).
    Open {
        /// The file, as text.
        file: String,
    },
    /// Something about the criteria, which the composer of a referral cannot do: its page has another, `author`.
    Criteria(CriteriaJob),
}

/// A form that the composer draws, as most of what it says is only needed once the composer is there. Its buttons name what they
/// do: see [`Act`](crate::state::Act).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PanelForm {
    /// Saving what was typed, and locking the page.
    Save {
        /// The referrer said something of themself that can be kept.
        details: bool,
        /// A passphrase locks the page already.
        locks: bool,
    },
    /// Opening a sealed file.
    Open,
    /// Unlocking the page.
    Unlock,
}

/// What the page about the criteria asks for beside what every page may. Gives [`Reply::Panel`](super::Reply::Panel) where
/// nothing else is said.
#[derive(Clone, Debug, PartialEq)]
pub enum CriteriaJob {
    /// What the criteria are.
    About,
    /// What the check of the criteria finds. This takes long.
    Report,
    /// How the worked cases come out.
    Cases,
    /// How another pack differs, or two others from one another. This takes long.
    Compare {
        /// The packs, one or two, as the text of their files.
        packs: Vec<String>,
    },
    /// The form in which a pack is changed. Gives [`Reply::EditForm`](super::Reply::EditForm).
    EditForm {
        /// The pack to change, as the text of its file; blank for the pack of this copy. Or a message whose questions are to be
        /// answered, after [`MESSAGE_BEGINS`](super::MESSAGE_BEGINS).
        pack: String,
    },
    /// What the changes typed so far come to. Gives [`Reply::EditSummary`](super::Reply::EditSummary).
    EditSummary {
        /// The pack that is changed, as in [`CriteriaJob::EditForm`].
        pack: String,
        /// The answers of the form.
        sheet: Json,
    },
    /// The changed pack. Gives a file.
    EditedPack {
        /// The pack that is changed, as in [`CriteriaJob::EditForm`].
        pack: String,
        /// The answers of the form.
        sheet: Json,
    },
    /// The evidence sheet of this copy, on screen or as a file.
    EvidenceSheet {
        /// What the self-test found, as `self_test.js` wrote it.
        found: String,
        /// As what, where it is a file.
        format: Option<Format>,
    },
}

impl JobRequest {
    /// Adds the fields of the request to a head.
    pub(super) fn put(self, head: Fields) -> Fields {
        let head = head
            .with("number", Json::Whole(self.number.into()))
            .with("made_on", self.made_on.to_string().into())
            .with("minute", Json::Whole(self.minute.into()))
            .with("language", self.language.tag().into());
        self.job.put(head)
    }

    pub(super) fn take(fields: &mut Fields) -> Result<Self, Stale> {
        let mut read = || {
            Some(Self {
                number: fields.number("number")?,
                made_on: fields.day("made_on")?,
                minute: fields.number("minute")?,
                language: fields.language()?,
                job: Job::take(fields)?,
            })
        };
        read().ok_or(Stale)
    }
}

impl Job {
    fn name(&self) -> &'static str {
        match self {
            Self::Document { .. } => "document",
            Self::Zip { .. } => "zip",
            Self::Review { .. } => "review",
            Self::Preview { .. } => "preview",
            Self::Check { .. } => "check",
            Self::PageOne { .. } => "page_one",
            Self::Fill { .. } => "fill",
            Self::Result { .. } => "result",
            Self::Privacy => "privacy",
            Self::Accessibility => "accessibility",
            Self::Glossary => "glossary",
            Self::PageReport { .. } => "page_report",
            Self::Ask { .. } => "ask",
            Self::SealForm { .. } => "seal_form",
            Self::Form(_) => "form",
            Self::Open { .. } => "open",
            Self::Criteria(job) => job.name(),
        }
    }

    fn put(self, head: Fields) -> Fields {
        let head = head.with("job", self.name().into());
        match self {
            Self::Document { part, format, draft } => head
                .with("part", part.name().into())
                .with("format", format.name().into())
                .with("draft", draft),
            Self::Preview { part, draft } => head.with("part", part.name().into()).with("draft", draft),
            Self::Review { draft, host } => head.with("draft", draft).with("host", host.into()),
            Self::Zip { parts, draft } => head.with("parts", parts.into()).with("draft", draft),
            Self::SealForm { draft, words, with_panel } => head
                .with("draft", draft)
                .with("words", words.into())
                .with("with_panel", Json::Bool(with_panel)),
            Self::Check { draft }
            | Self::PageOne { draft }
            | Self::Fill { draft }
            | Self::Result { draft } => head.with("draft", draft),
            Self::Ask { draft, typed } => head.with("draft", draft).with("typed", texts(typed)),
            Self::Privacy | Self::Accessibility | Self::Glossary => head,
            Self::PageReport { page, browser } => {
                head.with("page", page.into()).with("browser", browser.into())
            }
            Self::Form(PanelForm::Open) => head.with("form", "open".into()),
            Self::Form(PanelForm::Unlock) => head.with("form", "unlock".into()),
            Self::Form(PanelForm::Save { details, locks }) => head
                .with("form", "save".into())
                .with("details", Json::Bool(details))
                .with("locks", Json::Bool(locks)),
            Self::Open { file } => head.with("file", file.into()),
            Self::Criteria(job) => job.put(head),
        }
    }

    fn take(fields: &mut Fields) -> Option<Self> {
        let name = fields.text("job")?;
        Some(match name.as_str() {
            "document" => Self::Document {
                part: fields.part()?,
                format: fields.format()?,
                draft: fields.take("draft")?,
            },
            "zip" => Self::Zip { parts: fields.text("parts")?, draft: fields.take("draft")? },
            "review" => Self::Review { draft: fields.take("draft")?, host: fields.text("host")? },
            "seal_form" => Self::SealForm {
                draft: fields.take("draft")?,
                words: fields.text("words")?,
                with_panel: fields.truth("with_panel")?,
            },
            "preview" => Self::Preview { part: fields.part()?, draft: fields.take("draft")? },
            "check" => Self::Check { draft: fields.take("draft")? },
            "page_one" => Self::PageOne { draft: fields.take("draft")? },
            "fill" => Self::Fill { draft: fields.take("draft")? },
            "result" => Self::Result { draft: fields.take("draft")? },
            "privacy" => Self::Privacy,
            "accessibility" => Self::Accessibility,
            "glossary" => Self::Glossary,
            "page_report" => {
                Self::PageReport { page: fields.text("page")?, browser: fields.text("browser")? }
            }
            "ask" => Self::Ask { draft: fields.take("draft")?, typed: fields.texts("typed")? },
            "form" => Self::Form(match fields.text("form")?.as_str() {
                "open" => PanelForm::Open,
                "unlock" => PanelForm::Unlock,
                _ => PanelForm::Save { details: fields.truth("details")?, locks: fields.truth("locks")? },
            }),
            "open" => Self::Open { file: fields.text("file")? },
            name => Self::Criteria(CriteriaJob::take(name, fields)?),
        })
    }
}

fn texts(texts: Vec<String>) -> Json {
    Json::Array(texts.into_iter().map(Json::from).collect())
}

impl CriteriaJob {
    fn name(&self) -> &'static str {
        match self {
            Self::About => "about",
            Self::Report => "report",
            Self::Cases => "cases",
            Self::Compare { .. } => "compare",
            Self::EditForm { .. } => "edit_form",
            Self::EditSummary { .. } => "edit_summary",
            Self::EditedPack { .. } => "edited_pack",
            Self::EvidenceSheet { .. } => "evidence_sheet",
        }
    }

    fn put(self, head: Fields) -> Fields {
        match self {
            Self::About | Self::Report | Self::Cases => head,
            Self::Compare { packs } => head.with("packs", texts(packs)),
            Self::EditForm { pack } => head.with("pack", pack.into()),
            Self::EditSummary { pack, sheet } | Self::EditedPack { pack, sheet } => {
                head.with("pack", pack.into()).with("sheet", sheet)
            }
            Self::EvidenceSheet { found, format } => {
                head.with("found", found.into()).with_if("format", format.map(|format| format.name().into()))
            }
        }
    }

    fn take(name: &str, fields: &mut Fields) -> Option<Self> {
        Some(match name {
            "about" => Self::About,
            "report" => Self::Report,
            "cases" => Self::Cases,
            "compare" => Self::Compare { packs: fields.texts("packs")? },
            "edit_form" => Self::EditForm { pack: fields.text("pack")? },
            "edit_summary" => Self::EditSummary { pack: fields.text("pack")?, sheet: fields.take("sheet")? },
            "edited_pack" => Self::EditedPack { pack: fields.text("pack")?, sheet: fields.take("sheet")? },
            "evidence_sheet" => Self::EvidenceSheet { found: fields.text("found")?, format: fields.format() },
            _ => return None,
        })
    }
}
