//! Text set in lines: where a line may end by the rules of Unicode, and within a word that is wider than the line.

use super::font::{Face, REPLACEMENT, is_mark};
use drive_screening_document::block::turns_direction;
use drive_screening_document::write::pdf_characters::{is_silent, is_unfit};
use krilla::text::{GlyphId, KrillaGlyph};
use std::ops::Range;
use unicode_linebreak::{BreakOpportunity, linebreaks};

/// A line of text as glyphs, ready to draw.
#[derive(Clone, Debug)]
pub(super) struct SetLine {
    /// The text, with the space at its end, so that words of two lines do not run together when it is read out.
    pub(super) text: String,
    glyphs: Vec<SetGlyph>,
    /// Without the space at the end, in points.
    pub(super) width: f32,
}

impl SetLine {
    /// A line with nothing in it.
    pub(super) fn empty() -> Self {
        Self { text: String::new(), glyphs: Vec::new(), width: 0.0 }
    }

    /// The glyphs as they are drawn.
    pub(super) fn glyphs(&self) -> Vec<KrillaGlyph> {
        let mut at = 0;
        let glyph = |glyph: &SetGlyph| {
            let start = at;
            at += glyph.bytes as usize;
            KrillaGlyph::new(glyph.id, glyph.advance, 0.0, 0.0, 0.0, start..at, None)
        };
        self.glyphs.iter().map(glyph).collect()
    }
}

/// A glyph of a line. Small: a long document holds hundreds of thousands until its pages are drawn.
#[derive(Clone, Copy, Debug)]
struct SetGlyph {
    id: GlyphId,
    /// In units of the font size.
    advance: f32,
    /// How much of the text it stands for, in bytes.
    bytes: u32,
}

/// Sets a text at a size in lines of at most a width, both in points. At least one line.
pub(super) fn set_lines(face: &Face, text: &str, size: f32, width: f32) -> Vec<SetLine> {
    let text = fit_for_pdf(text);
    let clusters = clusters(face, &text, size);
    let shown = text.replace('\n', " ");
    let mut lines = Vec::new();
    let mut start = 0;
    while start < clusters.len() || lines.is_empty() {
        let end = line_end(&clusters, start, width);
        lines.push(line(&clusters[start..end], &shown, size));
        start = end;
    }
    lines
}

/// A base character with the silent ones after it, and how it is drawn.
#[derive(Clone, Debug)]
struct Cluster {
    range: Range<usize>,
    glyph: GlyphId,
    /// In units of the font size.
    advance: f32,
    /// In points.
    width: f32,
    space: bool,
    mark: bool,
    after: After,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum After {
    Stay,
    May,
    Must,
}

/// Where the line that starts here ends. Always further on, unless nothing is left.
fn line_end(clusters: &[Cluster], start: usize, width: f32) -> usize {
    let mut used = 0.0;
    let mut may = start;
    for (index, cluster) in clusters.iter().enumerate().skip(start) {
        used += cluster.width;
        // Spaces hang over the edge.
        if !cluster.space && used > width {
            if may > start {
                return may;
            }
            // A word wider than the line: as much of it as fits, and no mark without its letter.
            let mut end = index.max(start + 1);
            while end > start + 1 && clusters[end].mark {
                end -= 1;
            }
            return end;
        }
        match cluster.after {
            After::Must => return index + 1,
            After::May => may = index + 1,
            After::Stay => {}
        }
    }
    clusters.len()
}

fn line(clusters: &[Cluster], shown: &str, size: f32) -> SetLine {
    let from = clusters.first().map_or(0, |cluster| cluster.range.start);
    let to = clusters.last().map_or(from, |cluster| cluster.range.end);
    let glyph = |cluster: &Cluster| SetGlyph {
        id: cluster.glyph,
        advance: cluster.advance,
        bytes: u32::try_from(cluster.range.len()).unwrap_or(u32::MAX),
    };
    let visible = clusters.iter().rposition(|cluster| !cluster.space).map_or(0, |last| last + 1);
    SetLine {
        text: shown[from..to].to_owned(),
        glyphs: clusters.iter().map(glyph).collect(),
        width: clusters[..visible].iter().map(|cluster| cluster.advance * size).sum(),
    }
}

fn clusters(face: &Face, text: &str, size: f32) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::with_capacity(text.len());
    let mut silent = None;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if is_silent(c) {
            match clusters.last_mut() {
                Some(last) => last.range.end = end,
                None => silent = silent.or(Some(at)),
            }
            continue;
        }
        let glyph = face.glyph(if c == '\n' { ' ' } else { c });
        clusters.push(Cluster {
            range: silent.take().unwrap_or(at)..end,
            glyph: glyph.id,
            advance: glyph.advance,
            width: glyph.advance * size,
            space: c == ' ' || c == '\n',
            mark: is_mark(c),
            after: After::Stay,
        });
    }
    let mut index = 0;
    for (at, opportunity) in linebreaks(text) {
        while index < clusters.len() && clusters[index].range.end < at {
            index += 1;
        }
        if let Some(cluster) = clusters.get_mut(index).filter(|cluster| cluster.range.end == at) {
            cluster.after = match opportunity {
                BreakOpportunity::Mandatory => After::Must,
                BreakOpportunity::Allowed => After::May,
            };
        }
    }
    clusters
}

/// The text without the characters that an archival PDF may not hold: control characters, private use and code points
/// that are no character become the replacement; those that turn the direction of the words beside them are left out.
fn fit_for_pdf(text: &str) -> String {
    let fit = |c: char| match c {
        '\n' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' => '\n',
        '\t' => ' ',
        '\u{feff}' => '\u{2060}',
        c if is_unfit(c) => REPLACEMENT,
        c => c,
    };
    let typed = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut text: String = typed.chars().filter(|c| !turns_direction(*c)).map(fit).collect();
    // A text that shows nothing at all would be lost without a trace.
    if !typed.is_empty() && text.chars().all(is_silent) {
        text = REPLACEMENT.to_string();
    }
    text
}
