//! One piece of work for the composer, as the text that the page sends it.
//!
//! Composing and writing documents is a program of its own, which the page starts beside itself. A [`Job`] holds all
//! that it needs but the pack, and nothing is kept when it is done.

use super::Format;
use crate::date::Date;
use crate::json::{self, Json};
use crate::pack::Part;
use crate::words::Language;

/// Which build a program is of. A page takes jobs to a program of its own build only.
pub const BUILD: &str = env!("DRIVE_BUILD");

/// What a page asks for that cannot read packs and sheets: the site's settings, its pack, and what another system answers,
/// as the composer read them.
pub const COPY: &str = "copy";

/// The media type of data for the page itself.
pub const DATA: &str = "application/octet-stream";

/// The largest file that a page opens, in megabytes: any draft, record or PDF that it makes is one it opens again.
pub const OPENED_MAX_MB: usize = 64;

/// The same in bytes.
pub const OPENED_MAX_BYTES: usize = OPENED_MAX_MB * 1024 * 1024;

/// The name of what is shown in place of what was asked for.
pub const REFUSED: &str = "refused";

/// What is to be made of a part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    /// A file to save.
    File(Format),
    /// All three parts as PDF files, in one zip.
    Zip,
    /// What should be looked at before documents are made, as data for the page. It is of no part.
    Look,
    /// The HTML of the page's preview: a fragment, safe for `innerHTML`.
    Preview,
    /// What stands behind the result, as HTML in the same way. It is of no part.
    Reasons,
    /// What the criteria are, as HTML in the same way. This and the following are of no part, and of no answers.
    About,
    /// The privacy statement.
    Privacy,
    /// The accessibility statement.
    Accessibility,
    /// What the check of the criteria finds. This takes long.
    Report,
    /// How the worked cases come out.
    Cases,
    /// How another pack differs, or two others from one another. This takes long.
    Compare,
    /// What a file that comes back holds: the answers of a sheet, as data for the page to go on with; a record, and whether
    /// it is whole; or, named [`REFUSED`], what is wrong with it.
    Opened,
    /// The form in which a pack is changed, for the page to show: [`read_form`](crate::protocol::read_form).
    Form,
    /// What the changes typed so far come to, as data for the page.
    Draft,
    /// The changed pack, as a file to save.
    Pack,
}

impl Output {
    /// The public name: that of the format, or `preview`.
    pub fn name(self) -> &'static str {
        match self {
            Self::File(format) => format.name(),
            Self::Zip => "zip",
            Self::Look => "look",
            Self::Preview => "preview",
            Self::Reasons => "reasons",
            Self::About => "about",
            Self::Privacy => "privacy",
            Self::Accessibility => "accessibility",
            Self::Report => "report",
            Self::Cases => "cases",
            Self::Compare => "compare",
            Self::Opened => "opened",
            Self::Form => "form",
            Self::Draft => "draft",
            Self::Pack => "pack",
        }
    }

    /// Whether it is of no referral that is being written, and asked for beside what else a page shows.
    pub fn is_beside(self) -> bool {
        matches!(self, Self::Report | Self::Cases | Self::Compare | Self::Opened)
    }

    #[cfg(feature = "compose")]
    pub(super) fn from_name(name: &str) -> Option<Self> {
        match name {
            "zip" => Some(Self::Zip),
            "look" => Some(Self::Look),
            "preview" => Some(Self::Preview),
            "reasons" => Some(Self::Reasons),
            "about" => Some(Self::About),
            "privacy" => Some(Self::Privacy),
            "accessibility" => Some(Self::Accessibility),
            "report" => Some(Self::Report),
            "cases" => Some(Self::Cases),
            "compare" => Some(Self::Compare),
            "opened" => Some(Self::Opened),
            "form" => Some(Self::Form),
            "draft" => Some(Self::Draft),
            "pack" => Some(Self::Pack),
            _ => Format::from_name(name).map(Self::File),
        }
    }
}

/// One part of a referral to make, or one page about the criteria.
#[derive(Clone, Debug, PartialEq)]
pub struct Job {
    /// What it is made of: the answer sheet, with its reference; for a comparison the other packs, one or two, as a list of
    /// texts; for a record its file, as text; for a form the pack to change, as text, blank for the pack of this copy; for
    /// what comes of one `{"pack", "sheet"}`, that text and the form's answer sheet; otherwise nothing.
    pub given: Json,
    /// Which part.
    pub part: Part,
    /// As what.
    pub output: Output,
    /// The day it is made.
    pub made_on: Date,
    /// The language it is written in.
    pub language: Language,
}

impl Job {
    /// The job as text.
    pub fn write(self) -> String {
        json::write(&json::object([
            ("format", "job/1".into()),
            ("given", self.given),
            ("part", self.part.name().into()),
            ("output", self.output.name().into()),
            ("made_on", self.made_on.to_string().into()),
            ("language", self.language.tag().into()),
        ]))
    }
}
