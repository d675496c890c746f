//! The two fonts of the PDF, read once: which characters they have and how wide each is.

use drive_screening_core::base::problem::Problem;
use drive_screening_core::base::words::Phrase;
use drive_screening_document::write::pdf_characters::is_silent;
use krilla::Data;
use krilla::text::{Font, GlyphId};
use skrifa::MetadataProvider;
use skrifa::instance::{LocationRef, Size};
use std::sync::Arc;

/// Stands for a character that the fonts do not have.
pub(super) const REPLACEMENT: char = '\u{fffd}';

const UNREADABLE: Phrase = Phrase::of("the font {0} cannot be read", "ni ellir darllen y ffont {0}");
const LOAD_AGAIN: Phrase = Phrase::of(
    "load the page again. Until then use HTML, plain text or JSON",
    "llwythwch y dudalen eto; tan hynny defnyddiwch HTML, testun plaen neu JSON",
);

/// The fonts of a document.
#[derive(Clone, Debug)]
pub struct Fonts {
    pub(super) regular: Face,
    pub(super) bold: Face,
}

impl Fonts {
    /// Reads the two font files, TrueType or OpenType, not compressed.
    ///
    /// # Errors
    /// `font-unreadable`, when one is no font or has no U+FFFD to show for what it lacks.
    pub fn new(regular: Vec<u8>, bold: Vec<u8>) -> Result<Self, Problem> {
        let face = |bytes, name: &str| {
            let problem = || Problem::filled("font-unreadable", name, UNREADABLE, LOAD_AGAIN, &[name]);
            Face::new(bytes).ok_or_else(problem)
        };
        Ok(Self { regular: face(regular, "regular")?, bold: face(bold, "bold")? })
    }

    /// Whether both fonts have the character.
    pub fn has(&self, c: char) -> bool {
        self.regular.has(c) && self.bold.has(c)
    }
}

/// A font and its widths.
#[derive(Clone, Debug)]
pub(super) struct Face {
    pub(super) font: Font,
    /// In order of the characters.
    glyphs: Vec<(char, Glyph)>,
    replacement: Glyph,
}

/// A glyph and its width in units of the font size.
#[derive(Clone, Copy, Debug)]
pub(super) struct Glyph {
    pub(super) id: GlyphId,
    pub(super) advance: f32,
}

impl Face {
    fn new(bytes: Vec<u8>) -> Option<Self> {
        let bytes = Arc::new(bytes);
        let read = skrifa::FontRef::from_index(&bytes, 0).ok()?;
        let metrics = read.glyph_metrics(Size::unscaled(), LocationRef::default());
        let font = Font::new(Data::from(bytes.clone()), 0)?;
        let em = font.units_per_em();
        let glyph = |id: skrifa::GlyphId| Glyph {
            id: GlyphId::new(id.to_u32()),
            advance: metrics.advance_width(id).unwrap_or(0.0) / em,
        };
        let mut glyphs: Vec<(char, Glyph)> = read
            .charmap()
            .mappings()
            .filter_map(|(code, id)| Some((char::from_u32(code)?, glyph(id))))
            .collect();
        glyphs.sort_by_key(|(c, _)| *c);
        let replacement = find(&glyphs, REPLACEMENT)?;
        Some(Self { font, glyphs, replacement })
    }

    pub(super) fn has(&self, c: char) -> bool {
        find(&self.glyphs, c).is_some()
    }

    /// The glyph of a character, or the replacement where there is none.
    pub(super) fn glyph(&self, c: char) -> Glyph {
        match find(&self.glyphs, c) {
            // A mark stands over the character before it.
            Some(glyph) if is_mark(c) => Glyph { advance: 0.0, ..glyph },
            Some(glyph) => glyph,
            None => self.replacement,
        }
    }

    /// The width of a text on one line, in units of the font size.
    pub(super) fn width(&self, text: &str) -> f32 {
        text.chars().filter(|c| !is_silent(*c)).map(|c| self.glyph(c).advance).sum()
    }
}

fn find(glyphs: &[(char, Glyph)], c: char) -> Option<Glyph> {
    let index = glyphs.binary_search_by_key(&c, |(c, _)| *c).ok()?;
    Some(glyphs[index].1)
}

/// Whether a character stands over or under the one before it, in the scripts the fonts have.
pub(super) fn is_mark(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
            | '\u{20d0}'..='\u{20ff}' | '\u{2de0}'..='\u{2dff}' | '\u{a66f}'..='\u{a672}' | '\u{a674}'..='\u{a67d}'
            | '\u{a69e}'..='\u{a69f}' | '\u{fe20}'..='\u{fe2f}'
    )
}
