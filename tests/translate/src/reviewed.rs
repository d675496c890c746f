//! Which sentences a translator has approved, each by a digest of its English and its Welsh.

use crate::find::Sentence;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const FILE: &str = "src/reviewed.txt";

const HEAD: &str = "# The sentences whose Welsh a translator has approved, each by a digest of both texts: tests/translate writes this.\n";

pub fn digest(sentence: &Sentence, cy: &str) -> String {
    let digest = Sha256::digest(format!("{}\n{cy}", sentence.en));
    digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

pub fn read(root: &Path) -> BTreeSet<String> {
    let text = fs::read_to_string(root.join(FILE)).unwrap();
    text.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect()
}

pub fn write(root: &Path, reviewed: &BTreeSet<String>) {
    let lines: String = reviewed.iter().map(|digest| format!("{digest}\n")).collect();
    fs::write(root.join(FILE), [HEAD, &lines].concat()).unwrap();
}
