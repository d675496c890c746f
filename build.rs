//! Stamps a build, so that two programs of one page know whether they are of the same build; takes the spaces out of
//! the packs; and for the page reads and checks them, by the pure core itself, built for this machine (`core/`).

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
    #[cfg(any(feature = "app", feature = "engine"))]
    packed(&out)?;
    packs(&root.join("src/pack/builtin"), &out)
}

/// The packs as the page and the engine carry them, and their digests.
#[cfg(any(feature = "app", feature = "engine"))]
fn packed(to: &Path) -> std::io::Result<()> {
    use drive_screening_core::pack::{Pack, builtin, packed};
    let packs: Result<Vec<_>, _> = builtin::names().map(Pack::builtin).collect();
    let packs = packs.map_err(|problems| std::io::Error::other(format!("{problems:#?}")))?;
    let (numbers, words) = packed::write(&packs);
    fs::write(to.join("packs.bin"), numbers)?;
    fs::write(to.join("packs.txt"), words)?;
    fs::write(to.join("packs.digests"), packs.iter().map(Pack::digest).collect::<String>())
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
