//! The end of every part: the digest of its own data, and the criteria that decided. Whoever is given the data later can
//! tell whether they are whole.

use super::context::Context;
use crate::block::{Block, Code, Line, Row};
use crate::composed::TOOL;
use crate::words;
use drive_screening_core::pack::{Part, digest};
use serde_json::Value;

/// The name under which the data hold their own digest. It is taken over everything but itself.
pub(crate) const DIGEST_KEY: &str = "digest";

/// Adds the digest to the data, and returns it.
pub(super) fn add(data: &mut Value) -> String {
    let digest = digest::digest(&data.clone().into());
    data[DIGEST_KEY] = digest.clone().into();
    digest
}

/// The blocks that end every part.
pub(super) fn blocks(context: &Context<'_>, part: Part, digest: &str) -> [Block; 3] {
    let language = context.stamp.language;
    let pack = context.pack;
    let decided = format!(
        "{} ({}), {} {}",
        pack.title.say(language),
        pack.id,
        words::VERSION.say(language),
        pack.version
    );
    let rows = vec![
        Row::new(words::RECORD_DIGEST.say(language), Line::words(grouped(digest))),
        Row::new(words::DIGEST.say(language), Line::words(grouped(pack.digest()))),
        Row::new(words::PACK.say(language), Line::words(decided)),
        Row::new(words::TOOL.say(language), Line::words(TOOL)),
    ];
    let text = format!("{} {} sha256:{digest}", context.stamp.reference, part.name());
    let alt = words::RECORD_CODE.say(language).to_owned();
    [
        Block::Heading(2, Line::words(words::RECORD.say(language))),
        Block::Rows(rows),
        Block::Code(Code { text, alt }),
    ]
}

/// A digest in groups of sixteen, so that eyes can compare two and a line can end between them.
pub(crate) fn grouped(digest: &str) -> String {
    let mut out = String::with_capacity(digest.len() + digest.len() / 16);
    for (index, digit) in digest.chars().enumerate() {
        if index > 0 && index % 16 == 0 {
            out.push(' ');
        }
        out.push(digit);
    }
    out
}
