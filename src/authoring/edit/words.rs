//! The words of the form that changes a pack.

use drive_screening_core::base::words::{Localized, Phrase};
use drive_screening_core::pack::terms::term;

macro_rules! words {
    ($($name:ident: $en:literal, $cy:literal;)*) => {
        $(pub(super) const $name: Phrase = Phrase::of($en, $cy);)*
    };
}

words! {
    TITLE: "Change criteria", "Newid meini prawf";
    ABOUT: "Change figures, wording and contacts, see what that does, and save the pack as a file. Rules and new questions are written in the file itself. Nothing leaves this browser, and nobody is screened by your changes until whoever runs your copy puts the file beside site.json and names it there.",
        "Newidiwch ffigurau, geiriad a chysylltiadau, gwelwch beth mae hynny'n ei wneud, a chadwch y pecyn fel ffeil. Yn y ffeil ei hun yr ysgrifennir rheolau a chwestiynau newydd. Nid oes dim yn gadael y porwr hwn, ac ni chaiff neb ei sgrinio yn ôl eich newidiadau nes bod pwy bynnag sy'n rhedeg eich copi yn rhoi'r ffeil wrth ymyl site.json ac yn ei henwi yno.";

    PACK: "The pack", "Y pecyn";
    PACK_WHY: "Its name and version, and the protocol behind your figures", "Ei enw a'i fersiwn, a'r protocol y tu ôl i'ch ffigurau";
    NAME: "Name and version", "Enw a fersiwn";
    ID: "Short name", "Enw byr";
    ID_HINT: "Small letters, digits and _, such as our_town. Results and documents name it.", "Llythrennau bach, digidau a _, megis ein_tref. Mae canlyniadau a dogfennau'n ei enwi.";
    VERSION: "Version", "Fersiwn";
    VERSION_HINT: "Raise it with every change that is put to use.", "Codwch ef gyda phob newid a roddir ar waith.";
    PROTOCOL: "Your protocol", "Eich protocol";
    PROTOCOL_HINT: "What you agreed locally, and where: a title and a page. Pick it as the source of a figure that it sets.", "Yr hyn y cytunwyd arno'n lleol, ac ymhle: teitl a thudalen. Dewiswch ef yn ffynhonnell i ffigur y mae'n ei osod.";

    SETTINGS: "Figures and switches", "Ffigurau a switshis";
    SETTINGS_WHY: "What decides, where each figure comes from, and whether it is signed off", "Yr hyn sy'n penderfynu, o ble y daw pob ffigur, ac a yw wedi'i gymeradwyo";
    NOW: "As opened: {0}.", "Fel y'i hagorwyd: {0}.";
    NOW_NULLABLE: "As opened: {0}. Leave it blank for no limit.", "Fel y'i hagorwyd: {0}. Gadewch ef yn wag os nad oes terfyn.";

    RESULTS: "Wording of results", "Geiriad canlyniadau";
    RESULTS_WHY: "The sentence, what it means and the next step", "Y frawddeg, beth mae'n ei olygu a'r cam nesaf";
    CRITERIA: "Wording of criteria", "Geiriad meini prawf";
    CRITERIA_WHY: "What reasons say, and who could tell", "Yr hyn a ddywed rhesymau, a phwy allai ddweud";
    FLAGS: "Wording beside results", "Geiriad wrth ymyl canlyniadau";
    FLAGS_WHY: "Safety actions and notes", "Camau diogelwch a nodiadau";
    DOCUMENTS: "Wording of documents", "Geiriad dogfennau";
    DOCUMENTS_WHY: "The marking, the panel's name, and what each part says of itself", "Y marc, enw'r panel, a'r hyn y mae pob rhan yn ei ddweud amdani'i hun";
    DOCUMENT: "Marking and panel", "Marc a phanel";
    QUESTIONS: "Questions: {0}", "Cwestiynau: {0}";
    QUESTIONS_WHY: "How each is asked, its help, why, who could tell, and whether a referral waits for it", "Sut y gofynnir pob un, ei gymorth, pam, pwy allai ddweud, ac a yw atgyfeiriad yn aros amdano";
    SPEED_CORE: "Yes, a panel needs it first", "Ydy, mae ar banel ei angen yn gyntaf";
    SPEED_FULL: "No, it may be added after that", "Nac ydy, gellir ei ychwanegu wedyn";
    HEADING: "Heading", "Pennawd";

    CONTACTS: "Contacts", "Cysylltiadau";
    CONTACTS_WHY: "Where to turn: numbers, hours, and when each was last checked", "Ble i droi: rhifau, oriau, a phryd y gwiriwyd pob un ddiwethaf";
    OWN_CONTACTS: "Your own contacts", "Eich cysylltiadau eich hun";
    CONTACT: "Contact", "Cysylltiad";
    URGENT: "Urgent help", "Cymorth brys";

    ENGLISH: "{0}, in English", "{0}, yn Saesneg";
    WELSH: "{0}, in Welsh", "{0}, yn Gymraeg";

    NO_ID: "the pack has no short name", "nid oes enw byr gan y pecyn";
    TAKEN: "a built-in pack has this short name", "mae gan becyn adeiledig yr enw byr hwn";
    NO_ID_NEXT: "write one of your own, such as our_town", "ysgrifennwch un eich hun, megis ein_tref";
    NO_VERSION: "the pack has no version of its own", "nid oes gan y pecyn ei fersiwn ei hun";
    NO_VERSION_NEXT: "write one, such as 2026.1", "ysgrifennwch un, megis 2026.1";
    NO_TITLE: "the pack has no title of its own", "nid oes gan y pecyn ei deitl ei hun";
    NO_TITLE_NEXT: "write whose criteria these are", "ysgrifennwch feini prawf pwy yw'r rhain";
}

/// What a key is called; the key itself, where nobody named it.
pub(super) fn named(key: &str) -> Localized {
    term(key).map_or_else(|| Localized::new(key, key), |term| term.text())
}

/// A label with the language that it asks for.
pub(super) fn in_language(label: &Localized, language: &str) -> Localized {
    if language == "cy" { WELSH } else { ENGLISH }.fill_in(&[label])
}
