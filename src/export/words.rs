//! The words of PDF and Word files alone: for paper, and about the limits of a file.

use crate::words::Words;

pub(super) const PAGE: Words = Words { en: "Page", cy: "Tudalen" };
pub(super) const PAGE_OF: Words = Words { en: "of", cy: "o" };
pub(super) const ATTACHED: Words = Words {
    en: "The data of this part, to be read and checked by a program",
    cy: "Data'r rhan hon, i'w darllen a'u gwirio gan raglen",
};
pub(super) const NOT_SHOWN: Words = Words {
    en: "Some characters cannot be shown in this PDF. In place of each stands",
    cy: "Ni ellir dangos rhai nodau yn y PDF hwn. Yn lle pob un ceir",
};
pub(super) const NOT_SHOWN_WHERE: Words = Words {
    en: "The text is whole in the HTML and Word documents and in the data attached to this file. The characters are",
    cy: "Mae'r testun yn gyflawn yn y dogfennau HTML a Word ac yn y data sydd ynghlwm wrth y ffeil hon. Y nodau yw",
};
pub(super) const AND_MORE: Words = Words { en: "and more:", cy: "a rhagor:" };

pub(super) const NOTES: Words = Words { en: "Notes of the panel", cy: "Nodiadau'r panel" };
pub(super) const NOTES_HINT: Words = Words {
    en: "For whoever runs the panel. Nothing here is filled in by the program.",
    cy: "I bwy bynnag sy'n cynnal y panel. Nid yw'r rhaglen yn llenwi dim yma.",
};
/// The fields of the notes, each with its name in the file.
pub(super) const NOTE_FIELDS: [(&str, Words); 5] = [
    ("panel_date", Words { en: "Date of the panel", cy: "Dyddiad y panel" }),
    (
        "panel_decision",
        Words { en: "What the panel decided, and why", cy: "Yr hyn a benderfynodd y panel, a pham" },
    ),
    ("panel_lead", Words { en: "Who leads", cy: "Pwy sy'n arwain" }),
    ("panel_actions", Words { en: "Actions: what, who, by when", cy: "Camau: beth, pwy, erbyn pryd" }),
    ("panel_review", Words { en: "When it is looked at again", cy: "Pryd yr edrychir arno eto" }),
];
pub(super) const WRITE_HERE: Words = Words { en: "Write here", cy: "Ysgrifennwch yma" };
