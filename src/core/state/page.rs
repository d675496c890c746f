//! The pages there are.

use crate::interview::Field;
use crate::pack::{Kind, Pack, PageRef, Part};

/// Where the person is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// Before you start; where a pack is looked at or changed, about the criteria; where a copy is tested, its self-test.
    Start,
    /// The task list; where a pack is changed, everything that can be.
    Tasks,
    /// A page of questions.
    Questions(PageRef),
    /// A page of an entry of a group: the group's page, the key, and which of the pages of the entry it is, from 0.
    Item(PageRef, u32, usize),
    /// An answer asks to act before anything else: the page with the answer.
    Urgent(PageRef),
    /// No further answer can change the result.
    Stop,
    /// The result.
    Result,
    /// Disagree and refer anyway.
    Disagree,
    /// Check your answers.
    Check,
    /// The documents.
    Documents,
    /// A document on screen.
    Preview(Part),
    /// For whom documents are sealed.
    Seal,
    /// Clear everything?
    Clear,
    /// Everything is cleared.
    Ended,
    /// Open an answer sheet.
    Open,
    /// Ask whoever could tell, and take what came back.
    Ask,
    /// Save what was typed, to come back to it; lock the page.
    Save,
    /// The accessibility statement.
    Accessibility,
    /// The privacy statement.
    Privacy,
    /// What the words mean that a referrer meets.
    Glossary,
    /// What to tell of a page on which something is wrong.
    Report,
}

impl Page {
    /// A name for whoever looks after the page, without anything of a case.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Tasks => "tasks",
            Self::Questions(_) => "questions",
            Self::Item(..) => "entry",
            // That something is urgent, or settled, is of the case.
            Self::Urgent(_) | Self::Stop | Self::Result | Self::Disagree => "result",
            Self::Check => "check",
            Self::Documents | Self::Preview(_) | Self::Seal => "documents",
            Self::Clear | Self::Ended => "clear",
            Self::Open => "open",
            Self::Ask => "ask",
            Self::Save => "save",
            Self::Accessibility | Self::Privacy | Self::Glossary | Self::Report => "statement",
        }
    }

    /// The page of the pack that it is about, where it is about one.
    pub(super) fn of_pack(self) -> Option<PageRef> {
        match self {
            Self::Questions(page) | Self::Item(page, ..) => Some(page),
            _ => None,
        }
    }

    /// The list that a page of an entry belongs to.
    pub(super) fn list(self) -> Option<Self> {
        match self {
            Self::Item(page, ..) => Some(Self::Questions(page)),
            _ => None,
        }
    }

    /// Where a field is, that is asked on a page of questions.
    pub(super) fn of_field(pack: &Pack, page: PageRef, field: &Field) -> Self {
        let kind = pack.page(page).questions.first().map(|question| &question.kind);
        match (&field.item, kind) {
            (Some((_, key)), Some(Kind::Group(group))) if *key != Field::EVIDENCE => {
                Self::Item(page, *key, group.entry_page_with(&field.fact))
            }
            _ => Self::Questions(page),
        }
    }
}
