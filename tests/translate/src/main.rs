//! One file that a translator can open, with every sentence in both languages, and back.
//!
//! ```text
//! make strings                         writes strings.xlf
//! make translated FILE=strings.xlf     reads it back
//! make unread                          counts what no translator has approved
//! ```
//!
//! The file is XLIFF 1.2: Trados Studio, memoQ, OmegaT and the online tools all open it, while 2.x is another format that some
//! of them read by another filter and some not at all. Every sentence names its place. What no translator has approved is in
//! the state `needs-review-translation`; a sentence that comes back approved (`approved="yes"`, or the state `final` or
//! `signed-off`) is remembered in `src/reviewed.txt` by its name and a digest of both its texts, so that a change of
//! either asks for another review.
//!
//! An import changes the Welsh where it stands in the code and in the packs, and nothing else. If anything in the file is
//! wrong it says all of it and changes nothing.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::pedantic,
    unreachable_pub,
    reason = "a tool of whoever works on the project: what it cannot go on from ends it"
)]

mod find;
mod import;
mod reviewed;
#[cfg(test)]
mod tests;
mod xliff;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

/// The folder of the project.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn main() -> ExitCode {
    let root = root();
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let files = find::files(&root);
    let reviewed = reviewed::read(&root);
    match arguments.as_slice() {
        ["export"] => {
            print!("{}", xliff::write(&files, &reviewed));
            ExitCode::SUCCESS
        }
        ["import", file] => match import::import(&files, &fs::read_to_string(file).unwrap(), &reviewed) {
            Ok(imported) => {
                for (name, text) in &imported.files {
                    fs::write(root.join(name), text).unwrap();
                    println!("{name}");
                }
                reviewed::write(&root, &imported.reviewed);
                println!("{} sentences changed, {} reviewed", imported.changed, imported.reviewed.len());
                ExitCode::SUCCESS
            }
            Err(problems) => {
                for problem in problems {
                    eprintln!("{problem}");
                }
                ExitCode::FAILURE
            }
        },
        ["count"] => {
            print!("{}", reviewed::count(&files, &reviewed));
            ExitCode::SUCCESS
        }
        _ => {
            eprintln!("translate export > FILE.xlf, translate import FILE.xlf, or translate count");
            ExitCode::from(2)
        }
    }
}
