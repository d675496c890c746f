//! The packs that ship with the program.

const PACKS: [(&str, &str); 9] = [
    ("default", include_str!("default.json")),
    ("min16", include_str!("min16.json")),
    ("repeat_or_serial", include_str!("repeat_or_serial.json")),
    ("repeat_crime_only", include_str!("repeat_crime_only.json")),
    ("serial_3y", include_str!("serial_3y.json")),
    ("serial_unconnected", include_str!("serial_unconnected.json")),
    ("partners_only", include_str!("partners_only.json")),
    ("marac_only", include_str!("marac_only.json")),
    ("idva_required", include_str!("idva_required.json")),
];

/// Their names.
pub fn names() -> impl Iterator<Item = &'static str> {
    PACKS.iter().map(|(name, _)| *name)
}

/// The file of a pack.
pub fn source(name: &str) -> Option<&'static str> {
    PACKS.iter().find(|(known, _)| *known == name).map(|(_, source)| *source)
}
