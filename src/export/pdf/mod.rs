//! A document as PDF: archival (PDF/A-3a) and accessible (PDF/UA-1), with the part's own data attached.
//!
//! ```text
//! blocks, table -> flow of strips, with its structure (tree) -> pages -> draw -> bytes
//!                  '- strips <- line_breaking <- theme <- font
//! ```
//!
//! The same document and fonts make the same bytes. The file says nothing about who wrote it or with what.

mod blocks;
mod draw;
mod flow;
mod font;
mod line_breaking;
mod missing_glyphs;
mod pages;
mod strips;
mod table;
mod theme;
mod timeline;
mod tree;

pub use font::Fonts;

use crate::words;
use draw::Pen;
use drive_screening_core::base::problem::Problem;
use drive_screening_core::base::words::Phrase;
use drive_screening_document::block::{Block, Line};
use drive_screening_document::write::{json, pdf_characters};
use drive_screening_document::{Document, Format, file_name};
use flow::Flow;
use krilla::SerializeSettings;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder, PdfVersion};
use krilla::destination::XyzDestination;
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use krilla::geom::Point;
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use pages::PdfPage;

const NOT_MADE: Phrase = Phrase::of("the PDF could not be made ({0})", "nid oedd modd llunio'r PDF ({0})");
const OTHER_FORMAT: Phrase = Phrase::of(
    "use Word, HTML, plain text or JSON, which hold the same",
    "defnyddiwch Word, HTML, testun plaen neu JSON, sy'n cynnwys yr un peth",
);

/// How far a document is, in percent, when its blocks are set in lines and when its pages are drawn: the rest is
/// packing it, which takes about as long as drawing.
const SET: usize = 35;
const DRAWN: usize = 65;

/// Writes the document. `watch` hears now and then how far it is, in percent.
///
/// # Errors
/// `pdf-cannot-show`, when a name, a number or a contact would not stand in it whole; `pdf-not-made`, when the library refuses
/// what it was given.
pub(super) fn write(document: &Document, fonts: &Fonts, watch: &dyn Fn(usize)) -> Result<Vec<u8>, Problem> {
    pdf_characters::check_essentials(document)?;
    make(document, fonts, watch)
        .map_err(|error| Problem::filled("pdf-not-made", "", NOT_MADE, OTHER_FORMAT, &[&error]))
}

fn make(document: &Document, fonts: &Fonts, watch: &dyn Fn(usize)) -> Result<Vec<u8>, String> {
    let configuration = ConfigurationBuilder::new()
        .with_version(PdfVersion::Pdf17)
        .with_archival_validator(Archival::A3_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|error| format!("{error:?}"))?;
    let settings = SerializeSettings { configuration, ..SerializeSettings::default() };
    let mut flow = Flow::new(fonts);
    let blocks = missing_glyphs::with_note(document);
    let mut rest = &blocks[..];
    while let Some((block, after)) = rest.split_first() {
        rest = after;
        match (block, rest.split_first()) {
            (Block::Rows(rows), Some((Block::Code(code), after))) => {
                flow.rows_beside(rows, code);
                rest = after;
            }
            _ => flow.block(block),
        }
        watch(SET * (blocks.len() - rest.len()) / blocks.len());
    }
    flow.end(&Line::words(document.last_line()));
    let Flow { mut tree, strips, heads, marking, .. } = flow;
    let pages = pages::pages(strips, &heads);

    let mut pdf = krilla::Document::new_with(settings);
    Pen { fonts, tree: &mut tree, document, marking }
        .pages(&mut pdf, &pages, |drawn| watch(SET + (DRAWN - SET) * drawn / pages.len()));
    pdf.set_tag_tree(tree.finish(document.language.tag()));
    pdf.set_outline(outline(&pages));
    pdf.set_metadata(metadata(document));
    if pdf.embed_file(attachment(document)?).is_none() {
        return Err("two attachments of one name".to_owned());
    }
    pdf.finish().map_err(|error| format!("{error:?}"))
}

fn metadata(document: &Document) -> Metadata {
    Metadata::new()
        .title(document.file_title())
        .language(document.language.tag().to_owned())
        .creation_date(made_on(document))
}

fn made_on(document: &Document) -> DateTime {
    let (year, month, day) = document.made_on.ymd();
    let small = |number: u32| u8::try_from(number).unwrap_or(1);
    DateTime::new(u16::try_from(year).unwrap_or(0))
        .month(small(month))
        .day(small(day))
        .hour(0)
        .minute(0)
        .second(0)
        .utc_offset_hour(0)
        .utc_offset_minute(0)
}

/// The part's data, as they are: whoever opens the file later finds them without unpacking anything.
fn attachment(document: &Document) -> Result<EmbeddedFile, String> {
    Ok(EmbeddedFile {
        path: file_name(document, Format::Json),
        mime_type: Some(MimeType::new("application/json").ok_or("no media type")?),
        description: Some(words::ATTACHED.say(document.language).to_owned()),
        association_kind: AssociationKind::Data,
        data: json::write(document).into_bytes().into(),
        modification_date: Some(made_on(document)),
        compress: Some(false),
        location: None,
    })
}

/// The headings as bookmarks, each under the one it belongs to.
fn outline(pages: &[PdfPage]) -> Outline {
    let mut headings = Vec::new();
    for (index, page) in pages.iter().enumerate() {
        for placed in page.iter().filter(|placed| !placed.repeated) {
            if let Some((level, text)) = &placed.strip.bookmark {
                let at = Point::from_xy(0.0, placed.y);
                headings.push((*level, OutlineNode::new(text.clone(), XyzDestination::new(index, at))));
            }
        }
    }
    let mut outline = Outline::new();
    let mut rest = headings.into_iter().peekable();
    while let Some((level, node)) = rest.next() {
        outline.push_child(with_children(level, node, &mut rest));
    }
    outline
}

fn with_children(
    level: u8,
    mut node: OutlineNode,
    rest: &mut std::iter::Peekable<std::vec::IntoIter<(u8, OutlineNode)>>,
) -> OutlineNode {
    while let Some((next, child)) = rest.next_if(|(next, _)| *next > level) {
        node.push_child(with_children(next, child, rest));
    }
    node
}
