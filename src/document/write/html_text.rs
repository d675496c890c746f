//! The lines of a document as HTML: the one way text becomes markup.

use crate::block::{Line, Run};
use std::fmt::Write;

/// A line between two pieces of markup, escaped; where it is in two languages, each in an element of its own.
pub(super) fn line(out: &mut String, open: &str, text: &Line, close: &str) {
    out.push_str(open);
    match text.both() {
        (first, None) => runs(out, &first.0),
        (first, Some((language, other))) => {
            out.push_str("<span class=\"ds-doc__both\"><span>");
            runs(out, &first.0);
            let _ = write!(out, "</span> <span lang=\"{}\">", language.tag());
            runs(out, &other.0);
            out.push_str("</span></span>");
        }
    }
    out.push_str(close);
}

/// Typed text takes its own direction and cannot turn the words beside it.
fn runs(out: &mut String, runs: &[Run]) {
    for run in runs {
        match run {
            Run::Words(words) => escape(out, words),
            Run::Typed(typed) => {
                out.push_str("<bdi>");
                escape(out, typed);
                out.push_str("</bdi>");
            }
            Run::Other(_, other) => self::runs(out, other),
        }
    }
}

/// The one way text becomes HTML. Line ends become breaks; control characters, which HTML forbids, become U+FFFD.
pub(crate) fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' => out.push_str("<br>"),
            '\t' => out.push('\t'),
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
}
