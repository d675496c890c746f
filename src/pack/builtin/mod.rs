//! The packs that ship with the program, as the build script leaves them: without the spaces of their files.

macro_rules! packs {
    ($($name:literal)*) => {
        // Apart from the files, so that a page that asks for the names does not carry those.
        const NAMES: &[&str] = &[$($name),*];
        const PACKS: &[(&str, &str)] =
            &[$(($name, include_str!(concat!(env!("OUT_DIR"), "/", $name, ".json")))),*];
    };
}

packs! {
    "default"
    "min16"
    "repeat_or_serial"
    "repeat_crime_only"
    "serial_3y"
    "serial_unconnected"
    "partners_only"
    "marac_only"
    "idva_required"
}

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

/// The one that a copy screens by where nothing else is said, and that most packs extend.
pub(crate) const DEFAULT: &str = "default";

/// Their names.
pub fn names() -> impl Iterator<Item = &'static str> {
    NAMES.iter().copied()
}

/// The file of a pack.
pub fn source(name: &str) -> Option<&'static str> {
    PACKS.iter().find(|(known, _)| *known == name).map(|(_, source)| *source)
}

/// The packs as the page carries them, in this order.
#[cfg(any(feature = "page", feature = "engine"))]
pub(crate) const PACKED: (&[u8], &str) = (
    include_bytes!(concat!(env!("OUT_DIR"), "/packs.bin")),
    include_str!(concat!(env!("OUT_DIR"), "/packs.txt")),
);

/// The digest of the pack at a place. Results say it, and working it out takes the file; the page makes no results.
#[cfg(any(feature = "page", feature = "engine"))]
pub(crate) fn digest(index: usize) -> Option<String> {
    #[cfg(feature = "engine")]
    const DIGESTS: &str = include_str!(concat!(env!("OUT_DIR"), "/packs.digests"));
    #[cfg(not(feature = "engine"))]
    const DIGESTS: &str = "";
    DIGESTS.get(index * 64..)?.get(..64).map(str::to_owned)
}

/// The worked cases of a pack, a JSON list. They stand beside the packs, so that the page does not carry them.
pub(crate) fn cases(name: &str) -> Option<&'static str> {
    CASES.iter().find(|(known, _)| *known == name).map(|(_, cases)| *cases)
}
