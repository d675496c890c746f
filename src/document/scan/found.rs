//! What the scan finds in a text.

use drive_screening_core::base::words::Phrase;
use std::ops::Range;

/// What something looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum IdentifierKind {
    /// The name of a victim-survivor, a child or somebody near them, as it stands in Part B.
    Name,
    /// A home, a school or another place of Part B.
    Place,
    /// A postcode.
    Postcode,
    /// A phone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A street, or a flat or room of a house.
    Address,
    /// A date of birth of Part B.
    Birth,
    /// A code word of Part B.
    CodeWord,
    /// Several words in a row of Part B.
    Words,
    /// Something that may tell how somebody is kept safe.
    Measure,
}

impl IdentifierKind {
    /// The public name: `name`, `place`, `postcode`, `phone`, `email`, `address`, `birth`, `code-word`, `words`,
    /// `measure`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Place => "place",
            Self::Postcode => "postcode",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Address => "address",
            Self::Birth => "birth",
            Self::CodeWord => "code-word",
            Self::Words => "words",
            Self::Measure => "measure",
        }
    }

    /// The code of the problem that such a thing stands in Part A.
    pub fn code(self) -> &'static str {
        match self {
            Self::Name => "part-a-name",
            Self::Place => "part-a-place",
            Self::Postcode => "part-a-postcode",
            Self::Phone => "part-a-phone",
            Self::Email => "part-a-email",
            Self::Address => "part-a-address",
            Self::Birth => "part-a-birth",
            Self::CodeWord => "part-a-code-word",
            Self::Words => "part-a-words",
            Self::Measure => "part-a-measure",
        }
    }
}

/// Something in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it looks like.
    pub kind: IdentifierKind,
    /// Part B holds it. Otherwise it only looks like something that may belong there.
    pub known: bool,
    /// Where it stands, in bytes of the text.
    pub range: Range<usize>,
}

impl Found {
    /// What to tell the referrer.
    pub fn words(&self) -> Phrase {
        match (self.kind, self.known) {
            (IdentifierKind::Name, _) => Phrase::of("This is a name from Part B", "Mae hwn yn enw o Ran B"),
            (IdentifierKind::Place, _) => Phrase::of("This is a place from Part B", "Mae hwn yn lle o Ran B"),
            (IdentifierKind::Birth, _) => {
                Phrase::of("This is a date of birth from Part B", "Mae hwn yn ddyddiad geni o Ran B")
            }
            (IdentifierKind::CodeWord, _) => {
                Phrase::of("This is a code word from Part B", "Mae hwn yn air cod o Ran B")
            }
            (IdentifierKind::Words, _) => {
                Phrase::of("These words also stand in Part B", "Mae'r geiriau hyn hefyd yn Rhan B")
            }
            (IdentifierKind::Measure, _) => Phrase::of(
                "This may tell how somebody is kept safe",
                "Gall hyn ddweud sut y cedwir rhywun yn ddiogel",
            ),
            (IdentifierKind::Postcode, true) => {
                Phrase::of("This is a postcode from Part B", "Mae hwn yn god post o Ran B")
            }
            (IdentifierKind::Phone, true) => {
                Phrase::of("This is a phone number from Part B", "Mae hwn yn rhif ffôn o Ran B")
            }
            (IdentifierKind::Email, true) => {
                Phrase::of("This is an e-mail address from Part B", "Mae hwn yn gyfeiriad e-bost o Ran B")
            }
            (IdentifierKind::Address, true) => {
                Phrase::of("This is an address from Part B", "Mae hwn yn gyfeiriad o Ran B")
            }
            (IdentifierKind::Postcode, false) => {
                Phrase::of("This looks like a postcode", "Mae hwn yn edrych fel cod post")
            }
            (IdentifierKind::Phone, false) => {
                Phrase::of("This looks like a phone number", "Mae hwn yn edrych fel rhif ffôn")
            }
            (IdentifierKind::Email, false) => {
                Phrase::of("This looks like an e-mail address", "Mae hwn yn edrych fel cyfeiriad e-bost")
            }
            (IdentifierKind::Address, false) => {
                Phrase::of("This looks like an address", "Mae hwn yn edrych fel cyfeiriad")
            }
        }
    }
}
