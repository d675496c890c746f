//! Strips on pages.

use super::strips::Strip;
use super::theme;

/// A strip at its place.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    /// From the top of the page, in points.
    pub(super) y: f32,
    pub(super) strip: Strip,
    /// A header that stands again: drawn, and not read again.
    pub(super) repeated: bool,
}

/// A page from top to bottom.
pub(super) type PdfPage = Vec<Placed>;

/// Puts strips on pages. Strips that want to stand together do, unless they are higher than a page.
pub(super) fn pages(strips: Vec<Strip>, heads: &[Vec<Strip>]) -> Vec<PdfPage> {
    let mut pages = vec![PdfPage::new()];
    let mut y = theme::TOP;
    let mut together = 0;
    let room = together_heights(&strips);
    for (index, strip) in strips.into_iter().enumerate() {
        let page = pages.last().map_or(0, Vec::len);
        let space = if page == 0 { 0.0 } else { strip.space };
        // Asked once for all that stand together; if they cannot, each strip is asked.
        let (height, count) = room[index];
        let need = if together == 0 && theme::TOP + height <= theme::BOTTOM { height } else { strip.height };
        together = if together > 0 { together - 1 } else { count - 1 };
        let starts_page = strip.starts_page && (pages.len() == 1 || y > theme::PAGE.1 / 2.0);
        if page > 0 && (starts_page || y + space + need > theme::BOTTOM) {
            pages.push(PdfPage::new());
            y = theme::TOP;
            for head in strip.head.and_then(|head| heads.get(head)).into_iter().flatten() {
                let height = head.height;
                put(&mut pages, Placed { y, strip: head.clone(), repeated: true });
                y += height;
            }
        } else {
            y += space;
        }
        let height = strip.height;
        put(&mut pages, Placed { y, strip, repeated: false });
        y += height;
    }
    pages
}

fn put(pages: &mut [PdfPage], placed: Placed) {
    if let Some(page) = pages.last_mut() {
        page.push(placed);
    }
}

/// For each strip, how high it is with all that must follow it on its page, and how many strips that is.
fn together_heights(strips: &[Strip]) -> Vec<(f32, usize)> {
    let mut heights = vec![(0.0, 1); strips.len()];
    for index in (0..strips.len()).rev() {
        let strip = &strips[index];
        heights[index] = match strips.get(index + 1).zip(heights.get(index + 1)) {
            Some((next, (height, count))) if strip.keep => (strip.height + next.space + height, count + 1),
            _ => (strip.height, 1),
        };
    }
    heights
}
