//! What a button does that stands in HTML of the composer. Its name is in the `data-act` of the button, or of the form that it
//! sends on.

use super::{Change, Output, Page, Sealed};
use crate::base::secret::Secret;
use crate::interview::{Field, Form};
use crate::pack::{FactId, PageRef, Part};
use crate::protocol::Format;

/// What a button does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Seals something with the passphrase that was typed.
    Save(Sealed),
    /// Saves what was typed as it is.
    SavePlain,
    /// Locks the page.
    Lock,
    /// Unlocks it with the passphrase that was typed.
    Unlock,
    /// Opens the sealed file that was chosen.
    OpenSealed,
    /// Makes a part as a file.
    Document(Part, Format),
    /// Shows a part.
    Look(Part),
    /// Gives a part to who embeds the page.
    Give(Part),
    /// Seals parts, as the composer names them, or the draft, for those whose keys stand in the form.
    Seal(String),
    /// Makes all parts as one file.
    Zip,
    /// Goes on to the referral.
    Refer,
    /// Goes to a page.
    Go(Page),
    /// Goes to a field of a page of questions, and comes back. The key of its entry is the number of the entry, as in a
    /// [draft](crate::interview::Draft).
    Field(PageRef, Field),
    /// Goes to ask somebody else a question.
    Ask(FactId),
    /// Does something where replies are taken, which the composer knows by its name.
    Reply(String),
    /// Says of what was found at a place of the review that it is right.
    Confirm(usize),
    /// Moves what was found at a place of the review to Part B.
    Move(usize),
}

/// Those that are of no part.
const PLAIN: [(&str, Act); 16] = [
    ("save", Act::Save(Sealed::Draft)),
    ("save-details", Act::Save(Sealed::Details)),
    ("lock-only", Act::Save(Sealed::LockOnly)),
    ("save-plain", Act::SavePlain),
    ("lock", Act::Lock),
    ("unlock", Act::Unlock),
    ("open", Act::OpenSealed),
    ("zip", Act::Zip),
    ("refer", Act::Refer),
    ("questions", Act::Go(Page::Tasks)),
    ("disagreeing", Act::Go(Page::Disagree)),
    ("documents", Act::Go(Page::Documents)),
    ("saving", Act::Go(Page::Save)),
    ("sealing", Act::Go(Page::Seal)),
    ("clearing", Act::Go(Page::Clear)),
    ("result", Act::Go(Page::Result)),
];

/// The id of the way to change the answer to a question, where all answers stand.
pub fn row_id(fact: &str) -> String {
    ["row-", fact].concat()
}

impl Act {
    /// Its name.
    pub fn name(&self) -> String {
        match self {
            Self::Document(part, format) => [part.name(), "/", format.name()].concat(),
            Self::Look(part) => ["look/", part.name()].concat(),
            Self::Give(part) => ["give/", part.name()].concat(),
            Self::Seal(parts) => ["seal/", parts].concat(),
            Self::Confirm(at) => ["confirm/", &at.to_string()].concat(),
            Self::Move(at) => ["move/", &at.to_string()].concat(),
            Self::Reply(name) => ["reply/", name].concat(),
            Self::Ask(fact) => ["ask/", fact.as_str()].concat(),
            Self::Field(page, field) => {
                let mut name =
                    ["field/", &page.section.to_string(), "/", &page.page.to_string(), "/"].concat();
                if let Some((group, number)) = &field.item {
                    name.extend([group.as_str(), "/", &number.to_string(), "/"]);
                }
                name.push_str(field.fact.as_str());
                name
            }
            plain => PLAIN.iter().find(|(_, act)| act == plain).map_or("", |(name, _)| name).to_owned(),
        }
    }

    /// The one of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        let Some((first, second)) = name.split_once('/') else {
            return PLAIN.iter().find(|(plain, _)| *plain == name).map(|(_, act)| act.clone());
        };
        match first {
            "look" => Part::from_name(second).map(Self::Look),
            "give" => Part::from_name(second).map(Self::Give),
            "seal" => Some(Self::Seal(second.to_owned())),
            "field" => field(second),
            "confirm" => second.parse().ok().map(Self::Confirm),
            "move" => second.parse().ok().map(Self::Move),
            "reply" => Some(Self::Reply(second.to_owned())),
            "ask" => FactId::parse(second).map(Self::Ask),
            part => Some(Self::Document(Part::from_name(part)?, Format::from_name(second)?)),
        }
    }

    /// The change that it is, with what was typed in its field, which may be a passphrase, and the form that fields are of. None of a field
    /// that is gone.
    pub fn change(self, typed: Secret, form: &Form) -> Option<Change> {
        let text = || typed.text().unwrap_or_default().to_owned();
        Some(match self {
            Self::Save(what) => Change::SaveSealed(what, typed),
            Self::SavePlain => Change::SaveDraft,
            Self::Lock => Change::Locked,
            Self::Unlock => Change::Unlocked(typed),
            Self::OpenSealed => Change::SealedFileOpened(typed),
            Self::Document(part, format) => Change::Requested(Output::File(part, format)),
            Self::Look(part) => Change::Navigated(Page::Preview(part)),
            Self::Give(part) => Change::SendToHost(part),
            Self::Seal(parts) => Change::PartsSealed(parts, text()),
            Self::Zip => Change::Requested(Output::Zip),
            Self::Confirm(at) => Change::FindingConfirmed(at),
            Self::Move(at) => Change::FindingMoved(at),
            Self::Ask(fact) => Change::AskOpened(fact),
            Self::Reply(name) => Change::ReplyTyped(name, text()),
            Self::Refer => Change::ReferralStarted,
            Self::Go(page) => Change::Navigated(page),
            Self::Field(page, field) => Change::NavigatedToField(page, form.keyed(&field)?),
        })
    }
}

/// The field of a name such as `2/0/in_area`, or `2/0/children/3/name` of an entry.
fn field(name: &str) -> Option<Act> {
    let parts: Vec<&str> = name.split('/').collect();
    let (section, page, item, fact) = match parts.as_slice() {
        [section, page, fact] => (section, page, None, fact),
        [section, page, group, number, fact] => {
            (section, page, Some((FactId::parse(group)?, number.parse().ok()?)), fact)
        }
        _ => return None,
    };
    let page = PageRef { section: section.parse().ok()?, page: page.parse().ok()? };
    Some(Act::Field(page, Field { item, fact: FactId::parse(fact)? }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_act_is_found_by_its_name() {
        let parts = Part::ALL.into_iter().flat_map(|part| {
            let files = Format::ALL.into_iter().map(move |format| Act::Document(part, format));
            files.chain([Act::Look(part), Act::Give(part)])
        });
        let (page, fact) = (PageRef { section: 2, page: 10 }, FactId::parse("in_area").unwrap());
        let fields =
            [None, Some((fact.clone(), 3))].map(|item| Act::Field(page, Field { item, fact: fact.clone() }));
        let rest = fields.into_iter().chain([
            Act::Confirm(0),
            Act::Move(12),
            Act::Reply("take/3".to_owned()),
            Act::Ask(fact),
            Act::Seal("panel+handling".to_owned()),
        ]);
        for act in parts.chain(PLAIN.map(|(_, act)| act)).chain(rest) {
            assert_eq!(Act::from_name(&act.name()).as_ref(), Some(&act), "{act:?}");
        }
        for none in [
            "",
            "save/",
            "look/",
            "panel/exe",
            "nobody/pdf",
            "move/one",
            "ask/No name",
            "field/1/2",
            "field/1/2/a/x/b",
            "field/1/2/a/b/c/d",
        ] {
            assert_eq!(Act::from_name(none), None, "{none}");
        }
    }
}
