//! The words of PDF and Word files alone: for paper, and about the limits of a file.

use drive_screening_core::base::words::Phrase;

pub(super) const PAGE: Phrase = Phrase { en: "Page", cy: "Tudalen" };
pub(super) const PAGE_OF: Phrase = Phrase { en: "of", cy: "o" };
pub(super) const ATTACHED: Phrase = Phrase {
    en: "The data of this part, to be read and checked by a program",
    cy: "Data'r rhan hon, i'w darllen a'u gwirio gan raglen",
};
pub(super) const NOT_SHOWN: Phrase = Phrase {
    en: "Some characters cannot be shown in this PDF. In place of each stands",
    cy: "Ni ellir dangos rhai nodau yn y PDF hwn. Yn lle pob un ceir",
};
pub(super) const NOT_SHOWN_WHERE: Phrase = Phrase {
    en: "The text is whole in the HTML and Word documents and in the data attached to this file. The characters are",
    cy: "Mae'r testun yn gyflawn yn y dogfennau HTML a Word ac yn y data sydd ynghlwm wrth y ffeil hon. Y nodau yw",
};
pub(super) const AND_MORE: Phrase = Phrase { en: "and more:", cy: "a rhagor:" };

pub(super) const NOTES: Phrase = Phrase { en: "Notes of the panel", cy: "Nodiadau'r panel" };
pub(super) const NOTES_HINT: Phrase = Phrase {
    en: "For whoever runs the panel. Nothing here is filled in by the program.",
    cy: "I bwy bynnag sy'n cynnal y panel. Nid yw'r rhaglen yn llenwi dim yma.",
};
/// The fields of the notes, each with its name in the file.
pub(super) const NOTE_FIELDS: [(&str, Phrase); 5] = [
    ("panel_date", Phrase { en: "Date of the panel", cy: "Dyddiad y panel" }),
    (
        "panel_decision",
        Phrase { en: "What the panel decided, and why", cy: "Yr hyn a benderfynodd y panel, a pham" },
    ),
    ("panel_lead", Phrase { en: "Who leads", cy: "Pwy sy'n arwain" }),
    ("panel_actions", Phrase { en: "Actions: what, who, by when", cy: "Camau: beth, pwy, erbyn pryd" }),
    ("panel_review", Phrase { en: "When it is looked at again", cy: "Pryd yr edrychir arno eto" }),
];
pub(super) const WRITE_HERE: Phrase = Phrase { en: "Write here", cy: "Ysgrifennwch yma" };
