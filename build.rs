//! Stamps a build, so that two programs of one page know whether they are of the same build; takes the spaces out of
//! the packs; for the page reads and checks them, by the pure core itself, built for this machine (`core/`); and for
//! the composer writes down how letters of many scripts are read in plain ones.

use std::collections::hash_map::DefaultHasher;
use std::ffi::OsStr;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> std::io::Result<()> {
    // `core` is built by this script too.
    let root = Path::new(if Path::new("src").is_dir() { "." } else { ".." });
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let mut hasher = DefaultHasher::new();
    for source in ["src", "Cargo.lock", "Cargo.toml"] {
        let source = root.join(source);
        println!("cargo::rerun-if-changed={}", source.display());
        hash(&source, &mut hasher)?;
    }
    println!("cargo::rustc-env=DRIVE_BUILD={:016x}", hasher.finish());
    #[cfg(any(feature = "page", feature = "engine"))]
    packed(&out)?;
    #[cfg(feature = "compose")]
    letters(&out)?;
    packs(&root.join("src/pack/builtin"), &out)
}

/// The packs as the page and the engine carry them, and their digests.
#[cfg(any(feature = "page", feature = "engine"))]
fn packed(to: &Path) -> std::io::Result<()> {
    use drive_screening_core::pack::{Pack, builtin, wire};
    let packs: Result<Vec<_>, _> = builtin::names().map(Pack::builtin).collect();
    let packs = packs.map_err(|problems| std::io::Error::other(format!("{problems:#?}")))?;
    let leave = if cfg!(feature = "page") { wire::shown } else { wire::screened };
    let (numbers, words) = wire::write(&packs.iter().map(leave).collect::<Vec<_>>());
    fs::write(to.join("packs.bin"), numbers)?;
    fs::write(to.join("packs.txt"), words)?;
    fs::write(to.join("packs.digests"), packs.iter().map(Pack::digest).collect::<String>())
}

#[cfg(feature = "compose")]
#[path = "src/document/scan/scripts.rs"]
mod scripts;

/// How each character of the scripts that names here come in is read in small plain letters, for the scan: what Unicode
/// takes it apart into, each piece transliterated. So however a name was typed, it is read as the same letters. The
/// libraries hold far more scripts than a program can carry that is fetched over a poor line.
#[cfg(feature = "compose")]
fn letters(to: &Path) -> std::io::Result<()> {
    use deunicode::deunicode_char;
    use icu_normalizer::DecomposingNormalizerBorrowed;
    use icu_properties::{CodePointSetData, props::DefaultIgnorableCodePoint};
    let apart = DecomposingNormalizerBorrowed::new_nfkd();
    let unseen = CodePointSetData::new::<DefaultIgnorableCodePoint>();
    let (mut places, mut plain) = (Vec::new(), String::new());
    for c in scripts::SCRIPTS.iter().flat_map(|(first, last)| *first..=*last) {
        let mut read = String::new();
        for piece in
            apart.normalize(c.encode_utf8(&mut [0; 4])).chars().filter(|piece| !unseen.contains(*piece))
        {
            read.push_str(deunicode_char(piece).unwrap_or_default());
        }
        read.make_ascii_lowercase();
        if c.is_alphanumeric() {
            read.retain(|c| c.is_ascii_alphanumeric());
        } else {
            // A sign: one of those that stand in names, numbers and addresses, or any. What reads as nothing is a mark on
            // another letter, or not to be seen.
            let sign = read.trim().replace('`', "'").replace("--", "-");
            let known = sign.is_empty() || (sign.len() == 1 && "'-,.@+/()&:_".contains(&sign));
            read = if known && (read.is_empty() || !sign.is_empty()) { sign } else { "*".to_owned() };
        }
        let at = plain.find(&read).unwrap_or_else(|| {
            plain.push_str(&read);
            plain.len() - read.len()
        });
        let (Ok(at), Ok(length)) = (u16::try_from(at), u8::try_from(read.len())) else {
            return Err(std::io::Error::other("the letters are too many for their places"));
        };
        places.extend_from_slice(&at.to_le_bytes());
        places.push(length);
    }
    fs::write(to.join("letters.bin"), places)?;
    fs::write(to.join("letters.txt"), plain)
}

fn packs(from: &Path, to: &Path) -> std::io::Result<()> {
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        if let (Some("json"), Some(name)) = (path.extension().and_then(OsStr::to_str), path.file_name()) {
            fs::write(to.join(name), without_spaces(&fs::read_to_string(&path)?))?;
        }
    }
    Ok(())
}

/// JSON without the spaces between its parts.
fn without_spaces(json: &str) -> String {
    let (mut in_text, mut escaped) = (false, false);
    json.chars()
        .filter(|&c| {
            let kept = in_text || !c.is_ascii_whitespace();
            in_text ^= c == '"' && !escaped;
            escaped = in_text && c == '\\' && !escaped;
            kept
        })
        .collect()
}

/// Takes in a file, or a folder in the order of its names.
fn hash(path: &Path, hasher: &mut DefaultHasher) -> std::io::Result<()> {
    if !path.is_dir() {
        fs::read(path)?.hash(hasher);
        return Ok(());
    }
    let mut entries =
        fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
    entries.sort();
    entries.iter().try_for_each(|entry| hash(entry, hasher))
}
