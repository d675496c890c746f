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
    "serial_16"
}

const CASES: [(&str, &str); 10] = [
    ("default", include_str!("cases/default.json")),
    ("min16", include_str!("cases/min16.json")),
    ("repeat_or_serial", include_str!("cases/repeat_or_serial.json")),
    ("repeat_crime_only", include_str!("cases/repeat_crime_only.json")),
    ("serial_3y", include_str!("cases/serial_3y.json")),
    ("serial_unconnected", include_str!("cases/serial_unconnected.json")),
    ("partners_only", include_str!("cases/partners_only.json")),
    ("marac_only", include_str!("cases/marac_only.json")),
    ("idva_required", include_str!("cases/idva_required.json")),
    ("serial_16", include_str!("cases/serial_16.json")),
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

/// The packs as a program carries them, which its build read and checked: what [`wire::write()`](super::wire::write()) wrote of
/// them, in the order of [`names()`].
#[derive(Clone, Copy, Debug)]
pub struct Precompiled {
    /// The numbers.
    pub numbers: &'static [u8],
    /// The words.
    pub words: &'static str,
    /// The digests, 64 characters each. Results say them, and working them out takes the file; the page makes no results, and
    /// leaves them out.
    pub digests: &'static str,
}

impl Precompiled {
    /// The digest of the pack at a place.
    pub(crate) fn digest(self, index: usize) -> Option<String> {
        self.digests.get(index * 64..)?.get(..64).map(str::to_owned)
    }
}

/// The worked cases of a pack, a JSON list. They stand beside the packs, so that the page does not carry them.
pub fn cases(name: &str) -> Option<&'static str> {
    CASES.iter().find(|(known, _)| *known == name).map(|(_, cases)| *cases)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_the_64_characters_at_its_place() {
        let all: String = ["a", "b", "c"].map(|one| one.repeat(64)).concat();
        let packs = |digests: &'static str| Precompiled { numbers: &[], words: "", digests };
        let three = packs(Box::leak(all.into_boxed_str()));
        for (index, digest) in [(0, Some("a")), (1, Some("b")), (2, Some("c")), (3, None), (4, None)] {
            assert_eq!(three.digest(index), digest.map(|one| one.repeat(64)), "{index}");
        }
        assert_eq!(packs("").digest(0), None, "the page leaves them out");
    }

    #[test]
    fn every_pack_has_its_file_and_its_cases_by_its_name() {
        for name in names() {
            let pack: serde_json::Value = serde_json::from_str(source(name).unwrap()).unwrap();
            assert_eq!(pack["id"], name);
            let cases: Vec<serde_json::Value> = serde_json::from_str(cases(name).unwrap()).unwrap();
            assert!(!cases.is_empty(), "{name}");
        }
        assert_eq!((source("no_such_pack"), cases("no_such_pack")), (None, None));
    }
}
