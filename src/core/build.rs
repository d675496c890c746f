//! Stamps a build, so that two programs of one page know whether they are of the same build, and takes the spaces out of the
//! packs.

use std::collections::hash_map::DefaultHasher;
use std::ffi::OsStr;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> std::io::Result<()> {
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=pack/builtin");
    let mut hasher = DefaultHasher::new();
    // What is built to be tried is of one build: a change in a view need not build the core again.
    if env::var("PROFILE").is_ok_and(|profile| profile == "release") {
        for source in ["../../src", "../../Cargo.lock", "../../Cargo.toml"] {
            println!("cargo::rerun-if-changed={source}");
            hash(Path::new(source), &mut hasher)?;
        }
    }
    println!("cargo::rustc-env=DRIVE_BUILD={:016x}", hasher.finish());
    packs(Path::new("pack/builtin"), &out)
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

/// Takes in a file, or a folder in the order of its names. What is only read by people is in no program.
fn hash(path: &Path, hasher: &mut DefaultHasher) -> std::io::Result<()> {
    if path.extension().is_some_and(|extension| extension == "md") {
        return Ok(());
    }
    if !path.is_dir() {
        fs::read(path)?.hash(hasher);
        return Ok(());
    }
    let mut entries =
        fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
    entries.sort();
    entries.iter().try_for_each(|entry| hash(entry, hasher))
}
