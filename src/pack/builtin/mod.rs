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

/// Their names.
pub fn names() -> impl Iterator<Item = &'static str> {
    PACKS.iter().map(|(name, _)| *name)
}

/// The file of a pack.
pub fn source(name: &str) -> Option<&'static str> {
    PACKS.iter().find(|(known, _)| *known == name).map(|(_, source)| *source)
}
