//! Which sentences a translator has approved, each by its name and a digest of its English and its Welsh. The name, because
//! what is right in one place may be wrong in another: "Yes" is "Oes" after one question and "Do" after the next. Not the file,
//! so that code can be moved.

use crate::find::{File, Sentence};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const FILE: &str = "src/reviewed.txt";

const HEAD: &str = "# The sentences whose Welsh a translator has approved, each by its name and a digest of both texts: tests/translate writes this.\n";

/// The line that says that a sentence is approved with this Welsh.
pub fn entry(sentence: &Sentence, cy: &str) -> String {
    let digest = Sha256::digest(format!("{}\n{cy}", sentence.en));
    let digest: String = digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("{} {digest}", sentence.id)
}

/// How much of the Welsh is approved, and how much is still to be read: a line a file that has some to read, then the whole.
pub fn count(files: &[File], reviewed: &BTreeSet<String>) -> String {
    let (mut lines, mut all, mut unread) = (String::new(), 0, 0);
    for File { name, sentences, .. } in files {
        let is_unread = |sentence: &&Sentence| !reviewed.contains(&entry(sentence, &sentence.cy));
        let here = sentences.iter().filter(is_unread).count();
        if here > 0 {
            lines += &format!("{here:>5} of {:>5}  {name}\n", sentences.len());
        }
        all += sentences.len();
        unread += here;
    }
    format!("{lines}{all} sentences: {} read by a translator, {unread} still to be read\n", all - unread)
}

pub fn read(root: &Path) -> BTreeSet<String> {
    let text = fs::read_to_string(root.join(FILE)).unwrap();
    text.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect()
}

pub fn write(root: &Path, reviewed: &BTreeSet<String>) {
    let lines: String = reviewed.iter().map(|digest| format!("{digest}\n")).collect();
    fs::write(root.join(FILE), [HEAD, &lines].concat()).unwrap();
}
