//! Reads and checks the packs that the page carries, by the core itself.

use drive_screening_core::pack::{Pack, builtin, wire};
use std::path::PathBuf;
use std::{env, fs};

fn main() -> std::io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    let packs: Result<Vec<_>, _> = builtin::names().map(Pack::builtin).collect();
    let packs = packs.map_err(|problems| std::io::Error::other(format!("{problems:#?}")))?;
    let (numbers, words) = wire::write(&packs.iter().map(wire::screening_first).collect::<Vec<_>>());
    fs::write(out.join("packs.bin"), numbers)?;
    fs::write(out.join("packs.txt"), words)
}
