//! Reads back what a PDF of ours says: its streams unpacked, and its text by the maps of its fonts.

use flate2::read::ZlibDecoder;
use std::collections::BTreeMap;
use std::io::Read;

/// Every stream, unpacked, and everything between them as it stands: nothing of the file is left out.
pub fn unpacked(pdf: &[u8]) -> Vec<Vec<u8>> {
    let mut pieces = Vec::new();
    let mut rest = pdf;
    while let Some(start) = find(rest, b"stream\n") {
        let (before, from) = (&rest[..start], start + b"stream\n".len());
        let end = from + find(&rest[from..], b"\nendstream").unwrap();
        let mut bytes = Vec::new();
        if ZlibDecoder::new(&rest[from..end]).read_to_end(&mut bytes).is_err() {
            bytes = rest[from..end].to_vec();
        }
        pieces.push(before.to_vec());
        pieces.push(bytes);
        rest = &rest[end + b"\nendstream".len()..];
    }
    pieces.push(rest.to_vec());
    pieces
}

/// The text of all pages, as each font would read it: what belongs to the other font comes out as nonsense beside it.
/// One reading a font, strings in drawing order without spaces added.
pub fn readings(pdf: &[u8]) -> Vec<String> {
    let pages = page_readings(pdf);
    let fonts = pages.first().map_or(0, Vec::len);
    (0..fonts).map(|font| pages.iter().map(|page| page[font].as_str()).collect()).collect()
}

/// The same page by page.
pub fn page_readings(pdf: &[u8]) -> Vec<Vec<String>> {
    let mut pages = Vec::new();
    let mut maps = Vec::new();
    for piece in unpacked(pdf) {
        match std::str::from_utf8(&piece) {
            Ok(text) if text.contains("beginbfchar") => maps.push(map(text)),
            _ if find(&piece, b" Tf 1 0 0 -1 ").is_some() => {
                let mut glyphs = Vec::new();
                drawn(&piece, &mut glyphs);
                pages.push(glyphs);
            }
            _ => {}
        }
    }
    let read = |glyphs: &[u16], map: &BTreeMap<u16, String>| -> String {
        glyphs.iter().map(|glyph| map.get(glyph).map_or("\u{fffd}", String::as_str)).collect()
    };
    pages.iter().map(|glyphs| maps.iter().map(|map| read(glyphs, map)).collect()).collect()
}

/// The glyphs that the strings of a page draw, two bytes each.
fn drawn(page: &[u8], glyphs: &mut Vec<u16>) {
    let mut rest = page;
    while let Some(start) = find(rest, b" Tm[") {
        rest = &rest[start + b" Tm[".len()..];
        let mut bytes = Vec::new();
        while let Some((first, more)) = rest.split_first() {
            rest = more;
            match first {
                b'(' => rest = literal(rest, &mut bytes),
                b'<' => {
                    let end = find(rest, b">").unwrap();
                    let digits = std::str::from_utf8(&rest[..end]).unwrap();
                    bytes.extend(
                        (0..end).step_by(2).map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap()),
                    );
                    rest = &rest[end + 1..];
                }
                b']' => break,
                _ => {}
            }
        }
        glyphs.extend(bytes.as_chunks::<2>().0.iter().map(|pair| u16::from_be_bytes(*pair)));
    }
}

/// Reads a string in parentheses and returns what comes after it.
fn literal<'a>(mut rest: &'a [u8], out: &mut Vec<u8>) -> &'a [u8] {
    let mut depth = 0;
    while let Some((first, more)) = rest.split_first() {
        rest = more;
        match first {
            b'\\' => {
                let digits = rest.iter().take(3).take_while(|digit| (b'0'..=b'7').contains(*digit)).count();
                if digits > 0 {
                    let octal = std::str::from_utf8(&rest[..digits]).unwrap();
                    out.push(u8::try_from(u16::from_str_radix(octal, 8).unwrap()).unwrap());
                    rest = &rest[digits..];
                } else {
                    out.push(match rest[0] {
                        b'n' => b'\n',
                        b'r' => b'\r',
                        b't' => b'\t',
                        b'b' => 8,
                        b'f' => 12,
                        other => other,
                    });
                    rest = &rest[1..];
                }
            }
            b')' if depth == 0 => return rest,
            b'(' | b')' => {
                depth += if *first == b'(' { 1 } else { -1 };
                out.push(*first);
            }
            other => out.push(*other),
        }
    }
    rest
}

/// The characters of each glyph, from a `ToUnicode` map.
fn map(cmap: &str) -> BTreeMap<u16, String> {
    let lines = cmap.lines().filter_map(|line| line.strip_prefix('<')?.strip_suffix('>')?.split_once("> <"));
    lines
        .filter(|(glyph, text)| glyph.len() == 4 && !text.contains('>'))
        .map(|(glyph, text)| {
            let units: Vec<u16> = (0..text.len())
                .step_by(4)
                .map(|at| u16::from_str_radix(&text[at..at + 4], 16).unwrap())
                .collect();
            (u16::from_str_radix(glyph, 16).unwrap(), String::from_utf16_lossy(&units))
        })
        .collect()
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}
