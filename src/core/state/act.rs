//! What a button does that stands in HTML of the composer. Its name is in the `data-act` of the button, or of the form that it
//! sends on.

use super::{Change, Output, Page, Sealed};
use crate::base::secret::Secret;
use crate::pack::Part;
use crate::protocol::Format;

/// What a button does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Seals something with the passphrase that was typed.
    Save(Sealed),
    /// Seals what was typed for those whom the site names.
    SaveForOthers,
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
    /// Makes all parts as one file.
    Zip,
    /// Says of what was found at a place of the review that it is right.
    Confirm(usize),
    /// Moves what was found at a place of the review to Part B.
    Move(usize),
}

/// Those that are of no part.
const PLAIN: [(&str, Act); 9] = [
    ("save", Act::Save(Sealed::Draft)),
    ("save-details", Act::Save(Sealed::Details)),
    ("lock-only", Act::Save(Sealed::LockOnly)),
    ("save-for-others", Act::SaveForOthers),
    ("save-plain", Act::SavePlain),
    ("lock", Act::Lock),
    ("unlock", Act::Unlock),
    ("open", Act::OpenSealed),
    ("zip", Act::Zip),
];

impl Act {
    /// Its name.
    pub fn name(self) -> String {
        match self {
            Self::Document(part, format) => [part.name(), "/", format.name()].concat(),
            Self::Look(part) => ["look/", part.name()].concat(),
            Self::Give(part) => ["give/", part.name()].concat(),
            Self::Confirm(at) => ["confirm/", &at.to_string()].concat(),
            Self::Move(at) => ["move/", &at.to_string()].concat(),
            plain => PLAIN.iter().find(|(_, act)| *act == plain).map_or("", |(name, _)| name).to_owned(),
        }
    }

    /// The one of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        let Some((first, second)) = name.split_once('/') else {
            return PLAIN.iter().find(|(plain, _)| *plain == name).map(|(_, act)| *act);
        };
        match first {
            "look" => Part::from_name(second).map(Self::Look),
            "give" => Part::from_name(second).map(Self::Give),
            "confirm" => second.parse().ok().map(Self::Confirm),
            "move" => second.parse().ok().map(Self::Move),
            part => Some(Self::Document(Part::from_name(part)?, Format::from_name(second)?)),
        }
    }

    /// The change that it is, with the passphrase that was typed beside it.
    pub fn change(self, passphrase: Secret) -> Change {
        match self {
            Self::Save(what) => Change::SaveSealed(what, passphrase),
            Self::SaveForOthers => Change::SaveForOthers,
            Self::SavePlain => Change::SaveDraft,
            Self::Lock => Change::Locked,
            Self::Unlock => Change::Unlocked(passphrase),
            Self::OpenSealed => Change::SealedFileOpened(passphrase),
            Self::Document(part, format) => Change::Requested(Output::File(part, format)),
            Self::Look(part) => Change::Navigated(Page::Preview(part)),
            Self::Give(part) => Change::SendToHost(part),
            Self::Zip => Change::Requested(Output::Zip),
            Self::Confirm(at) => Change::FindingConfirmed(at),
            Self::Move(at) => Change::FindingMoved(at),
        }
    }
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
        for act in parts.chain(PLAIN.map(|(_, act)| act)).chain([Act::Confirm(0), Act::Move(12)]) {
            assert_eq!(Act::from_name(&act.name()), Some(act), "{act:?}");
        }
        for none in ["", "save/", "look/", "panel/exe", "nobody/pdf", "move/one"] {
            assert_eq!(Act::from_name(none), None, "{none}");
        }
    }
}
