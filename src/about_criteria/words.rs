//! The words of the page about the criteria.

use drive_screening_core::base::words::Phrase;

macro_rules! words {
    ($($name:ident: $en:literal, $cy:literal;)*) => {
        $(pub(super) const $name: Phrase = Phrase::of($en, $cy);)*
    };
}

words! {
    IDENTITY: "Which criteria these are", "Pa feini prawf yw'r rhain";
    NAME: "Name", "Enw";
    ID: "Identifier", "Dynodwr";
    VERSION: "Version", "Fersiwn";
    DIGEST: "Digest (SHA-256)", "Crynodeb (SHA-256)";
    EXTENDS: "What they change of: {0}", "Yr hyn y maent yn ei newid yn: {0}";
    SITE_CHANGED: "What this site changed", "Yr hyn a newidiodd y safle hwn";
    NOTHING_CHANGED: "Nothing.", "Dim byd.";
    CRITERIA: "Every criterion", "Pob maen prawf";
    SETTINGS: "Figures and settings", "Ffigurau a gosodiadau";
    WORDED: "Where the law and numbers in questions and actions come from", "O ble y daw'r gyfraith a'r rhifau mewn cwestiynau a chamau gweithredu";
    CHECKED: "Last checked {0}.", "Gwiriwyd ddiwethaf {0}.";
    SOURCED: "Source: {0}. Last checked {1}.", "Ffynhonnell: {0}. Gwiriwyd ddiwethaf {1}.";
    NOT_USED: "No verdict depends on this, with these settings.", "Nid oes dyfarniad yn dibynnu ar hyn, gyda'r gosodiadau hyn.";
    PROPOSED: "Proposed, not signed off.", "Cynnig, heb ei gymeradwyo.";
    REPORT: "What the check found", "Yr hyn a ganfu'r gwiriad";
    PASSES: "These criteria pass their check.", "Mae'r meini prawf hyn yn pasio eu gwiriad.";
    FAILS: "These criteria fail their check. Tell whoever answers for them.", "Nid yw'r meini prawf hyn yn pasio eu gwiriad. Dywedwch wrth bwy bynnag sy'n atebol amdanynt.";
    PROBLEMS: "Problems: {0}", "Problemau: {0}";
    NOTES: "Notes: {0}", "Nodiadau: {0}";
    EXAMPLE: "An example:", "Enghraifft:";
    EXAMPLE_OPEN: "An example that one of the two leaves open:", "Enghraifft y mae un o'r ddau yn ei gadael yn agored:";
    NO_ANSWER: "nothing is answered.", "nid oes dim wedi'i ateb.";
    REACHED: "A smallest set of answers for each result", "Set leiaf o atebion ar gyfer pob canlyniad";
    CASES: "The worked cases", "Yr achosion enghreifftiol";
    CASES_RUN: "{0} of {1} came out as expected. All are fictitious.", "Daeth {0} o {1} allan yn ôl y disgwyl. Mae pob un yn ddychmygol.";
    NO_CASES: "These criteria have no worked cases.", "Nid oes gan y meini prawf hyn achosion enghreifftiol.";
    AS_EXPECTED: "As expected.", "Yn ôl y disgwyl.";
    COMPARED: "Compared with {0} ({1})", "O'i gymharu â {0} ({1})";
    COMPARED_TWO: "{0} ({1}), compared with {2} ({3})", "{0} ({1}), o'i gymharu â {2} ({3})";
    CHANGES_TO: "Before: {0}. After: {1}.", "Gynt: {0}. Bellach: {1}.";
    NOT_COMPARED: "The file cannot be compared", "Ni ellir cymharu'r ffeil";
    SAME: "Both decide every situation alike.", "Mae'r ddau'n penderfynu pob sefyllfa yr un fath.";
    SHARE: "{0} of all situations are decided differently. A situation is one combination of the criteria: this is no share of people.", "Penderfynir {0} o'r holl sefyllfaoedd yn wahanol. Un cyfuniad o'r meini prawf yw sefyllfa: nid cyfran o bobl yw hon.";
    SHARE_OF: "{0} of all situations.", "{0} o'r holl sefyllfaoedd.";
    BECAME: "Here: {0}. There: {1}.", "Yma: {0}. Yno: {1}.";
    NO_SHEET: "No answers come to this: the questions rule it out.", "Nid oes atebion yn dod i hyn: mae'r cwestiynau'n ei ddiystyru.";
    NOT_FOUND: "The search for an example took too long.", "Cymerodd y chwilio am enghraifft ormod o amser.";
    CASES_TOUCHED: "Worked cases decided differently", "Achosion enghreifftiol a benderfynir yn wahanol";
    CHANGED: "What the other pack changes", "Yr hyn y mae'r pecyn arall yn ei newid";

    DRAFT_PROBLEMS: "Not ready to save. Problems: {0}.", "Ddim yn barod i'w gadw. Problemau: {0}.";
    DRAFT_NOTHING: "Nothing is changed.", "Nid oes dim wedi newid.";
    DRAFT_READY: "Ready to save. Changes: {0}. Situations decided differently: {1}. {2}", "Yn barod i'w gadw. Newidiadau: {0}. Sefyllfaoedd a benderfynir yn wahanol: {1}. {2}";
    DRAFT_NONE: "none", "dim";
    DRAFT_CHANGED: "What you changed", "Yr hyn a newidioch";
    DRAFT_DECIDES: "What is decided differently", "Yr hyn a benderfynir yn wahanol";
    DRAFT_SAME_VERSION: "The version is still {0}: raise it before this is put to use.", "Mae'r fersiwn yn dal yn {0}: codwch ef cyn rhoi hyn ar waith.";
}
