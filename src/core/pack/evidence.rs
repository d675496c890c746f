//! What may stand beside an answer: where it comes from, of which day, and a note. Three questions like any other, so
//! that reading, errors and controls are those of every question; their words are the program's own and the same in
//! every pack.

use super::filled_from::FilledFrom;
use super::id::FactId;
use super::question::{Choice, Group, Kind, Need, Part, Question, Speed};
use crate::base::words::{Localized, Phrase};

/// Where an answer comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A record of the police.
    PoliceRecord,
    /// Another agency that works with the case.
    PartnerAgency,
    /// The victim-survivor, through a specialist.
    Specialist,
    /// What a professional thinks.
    ProfessionalView,
    /// Nobody has checked it.
    NotChecked,
}

impl Origin {
    /// All, in the order they are offered.
    pub const ALL: [Self; 5] =
        [Self::PoliceRecord, Self::PartnerAgency, Self::Specialist, Self::ProfessionalView, Self::NotChecked];

    /// The public name, as in answer sheets.
    pub fn name(self) -> &'static str {
        match self {
            Self::PoliceRecord => "police_record",
            Self::PartnerAgency => "partner_agency",
            Self::Specialist => "specialist",
            Self::ProfessionalView => "professional_view",
            Self::NotChecked => "not_checked",
        }
    }

    /// The origin of a public name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|origin| origin.name() == name)
    }

    /// Its words in lists.
    pub fn label(self) -> Phrase {
        match self {
            Self::PoliceRecord => Phrase::of("Police record", "Cofnod yr heddlu"),
            Self::PartnerAgency => Phrase::of("Partner agency", "Asiantaeth bartner"),
            Self::Specialist => {
                Phrase::of("Victim-survivor, through a specialist", "Dioddefwr-goroeswr, drwy arbenigwr")
            }
            Self::ProfessionalView => Phrase::of("Professional view", "Barn broffesiynol"),
            Self::NotChecked => Phrase::of("Not checked", "Heb ei wirio"),
        }
    }
}

/// The names of the three in answer sheets.
pub(crate) const FROM: &str = "from";
pub(crate) const ON: &str = "on";
pub(crate) const NOTE: &str = "note";

/// What the three together are called.
const TITLE: Phrase = Phrase::of("Where this comes from", "O ble y daw hyn");

/// The questions that may be asked beside an answer, in the form of the entry of a group.
pub(super) fn questions() -> Option<Group> {
    let mut choices = Vec::new();
    for origin in Origin::ALL {
        choices.push(Choice {
            value: origin.name().to_owned(),
            label: origin.label().text(),
            hint: None,
            excludes: Vec::new(),
            was: Vec::new(),
        });
    }
    let questions = vec![
        question(FROM, Kind::Choice(choices), Phrase::of("Source", "Ffynhonnell"), None)?,
        question(
            ON,
            Kind::Date { future: false },
            Phrase::of("Date of the source", "Dyddiad y ffynhonnell"),
            None,
        )?,
        question(
            NOTE,
            Kind::Text,
            Phrase::of("Note on the source", "Nodyn ar y ffynhonnell"),
            Some(Phrase::of(
                "One line, shown wherever the answer is. Nothing that names, quotes or locates a victim-survivor.",
                "Un llinell, a ddangosir ble bynnag y mae'r ateb. Dim byd sy'n enwi, yn dyfynnu nac yn lleoli dioddefwr-goroeswr.",
            )),
        )?,
    ];
    Some(Group { item: TITLE.text(), questions, name_by: Vec::new(), at_least: 0 })
}

fn question(name: &str, kind: Kind, label: Phrase, hint: Option<Phrase>) -> Option<Question> {
    Some(Question { hint: hint.map(|hint| hint.text()), ..plain(FactId::parse(name)?, kind, label.text()) })
}

/// A question of the program's own, which no pack asks: it may be left out, and "not known" is no answer to it.
pub fn plain(id: FactId, kind: Kind, label: Localized) -> Question {
    Question {
        id,
        kind,
        ask: label.clone(),
        label,
        hint: None,
        why: None,
        who: None,
        entry_page: None,
        // It belongs to the part of the answer it stands beside.
        part: Part::Handling,
        need: Need::Beside,
        speed: Speed::Core,
        must_be_known: false,
        asks_evidence: false,
        never_prefilled: true,
        filled_from: FilledFrom::Nothing,
        before_result: false,
        with: None,
        withheld_with: None,
        asked_when: None,
        asked_unless: None,
        in_panel: None,
        identifies: None,
        expected: super::Expected::default(),
        apart_from: None,
        was: Vec::new(),
        retired: Vec::new(),
        sources: Vec::new(),
    }
}
