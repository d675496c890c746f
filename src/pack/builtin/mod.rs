//! The packs that ship with the program, as the build script leaves them: without the spaces of their files.

macro_rules! pack {
    ($name:literal) => {
        ($name, include_str!(concat!(env!("OUT_DIR"), "/", $name, ".json")))
    };
}

const PACKS: [(&str, &str); 9] = [
    pack!("default"),
    pack!("min16"),
    pack!("repeat_or_serial"),
    pack!("repeat_crime_only"),
    pack!("serial_3y"),
    pack!("serial_unconnected"),
    pack!("partners_only"),
    pack!("marac_only"),
    pack!("idva_required"),
];

const CASES: [(&str, &str); 9] = [
    ("default", include_str!("cases/default.json")),
    ("min16", include_str!("cases/min16.json")),
    ("repeat_or_serial", include_str!("cases/repeat_or_serial.json")),
    ("repeat_crime_only", include_str!("cases/repeat_crime_only.json")),
    ("serial_3y", include_str!("cases/serial_3y.json")),
    ("serial_unconnected", include_str!("cases/serial_unconnected.json")),
    ("partners_only", include_str!("cases/partners_only.json")),
    ("marac_only", include_str!("cases/marac_only.json")),
    ("idva_required", include_str!("cases/idva_required.json")),
];

/// Their names.
pub fn names() -> impl Iterator<Item = &'static str> {
    PACKS.iter().map(|(name, _)| *name)
}

/// The file of a pack.
pub fn source(name: &str) -> Option<&'static str> {
    PACKS.iter().find(|(known, _)| *known == name).map(|(_, source)| *source)
}

/// The worked cases of a pack, a JSON list. They stand beside the packs, so that the page does not carry them.
pub(crate) fn cases(name: &str) -> Option<&'static str> {
    CASES.iter().find(|(known, _)| *known == name).map(|(_, cases)| *cases)
}
