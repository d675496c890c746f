//! The reply to a job.

use super::ReviewFindings;
use super::bodies::{read_draft, read_form, write_draft, write_form};
use super::fields::Fields;
use crate::answers::Answers;
use crate::base::words::Localized;
use crate::interview::Draft;
use crate::pack::Pack;

/// What came of a [`Job`](super::Job).
#[derive(Clone, Debug)]
pub enum Reply {
    /// A file, to be saved or given to who embeds the page. The body is the file: a page hands it on and does not read it.
    File {
        /// Its name: reference and part, nothing that was answered.
        name: String,
        /// Its media type.
        media_type: String,
    },
    /// A fragment of HTML to show, safe for `innerHTML`: the body.
    Panel(String),
    /// The keys of those whom parts can be sealed for, a blank between them: the form has their words.
    Keys(String),
    /// What should be looked at before documents are made.
    Review(ReviewFindings),
    /// A form to go on with, which a file held: the body.
    Draft(Box<Draft>),
    /// What is wrong with a file, as HTML.
    NotOpened(Localized),
    /// The form in which a pack is changed, with the answers that leave everything as it is: the body.
    EditForm(Box<(Pack, Answers)>),
    /// What the changes to a pack come to, as JSON `{"says","hits","html"}`: the body.
    EditSummary(String),
    /// Why nothing was made and what to do.
    Refused(Localized),
}

impl Reply {
    /// Adds the fields of the reply to a head.
    pub(super) fn put(&self, head: Fields) -> Fields {
        let head = |name: &str| head.with("reply", name.into());
        match self {
            Self::File { name, media_type } => {
                head("file").with("name", name.as_str().into()).with("media_type", media_type.as_str().into())
            }
            Self::Panel(_) => head("panel"),
            Self::Keys(keys) => head("keys").with("keys", keys.as_str().into()),
            Self::Review(findings) => head("review").with("findings", findings.to_json()),
            Self::Draft(_) => head("draft"),
            Self::NotOpened(html) => head("not_opened").with_words(html),
            Self::EditForm(_) => head("edit_form"),
            Self::EditSummary(_) => head("edit_summary"),
            Self::Refused(why) => head("refused").with_words(why),
        }
    }

    /// What of the body this program has: all of it but for a file.
    pub(super) fn body(&self) -> Option<Vec<u8>> {
        match self {
            Self::Panel(text) | Self::EditSummary(text) => Some(text.as_bytes().to_vec()),
            Self::Draft(draft) => Some(write_draft(draft)),
            Self::EditForm(form) => Some(write_form(&form.0, &form.1)),
            Self::File { .. } | Self::Keys(_) | Self::Review(_) | Self::NotOpened(_) | Self::Refused(_) => {
                None
            }
        }
    }

    pub(super) fn take(fields: &mut Fields, body: impl FnOnce() -> Vec<u8>) -> Option<Self> {
        let name = fields.text("reply")?;
        let text = |body: Vec<u8>| String::from_utf8(body).ok();
        Some(match name.as_str() {
            "file" => Self::File { name: fields.text("name")?, media_type: fields.text("media_type")? },
            "panel" => Self::Panel(text(body())?),
            "keys" => Self::Keys(fields.text("keys")?),
            "review" => Self::Review(ReviewFindings::from_json(&fields.take("findings")?)),
            "draft" => Self::Draft(Box::new(read_draft(&body()))),
            "not_opened" => Self::NotOpened(fields.words()?),
            "edit_form" => Self::EditForm(Box::new(read_form(&body()))),
            "edit_summary" => Self::EditSummary(text(body())?),
            "refused" => Self::Refused(fields.words()?),
            _ => return None,
        })
    }
}
