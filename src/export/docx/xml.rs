//! The one way text becomes Word's XML.

use drive_screening_core::base::words::Language;

/// Escapes text for an element or an attribute. Characters that XML forbids become U+FFFD.
pub(super) fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c if c.is_control() && !matches!(c, '\n' | '\t') => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
}

/// Text as one escaped piece.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape(&mut out, text);
    out
}

/// A run of text with the properties of its letters. Lines break where the text does.
pub(super) fn run(out: &mut String, properties: &str, text: &str) {
    if text.is_empty() {
        return;
    }
    out.push_str("<w:r>");
    let direction = if text.chars().any(runs_right_to_left) { "<w:rtl/>" } else { "" };
    if !properties.is_empty() || !direction.is_empty() {
        out.push_str("<w:rPr>");
        let (letters, language) = before_language(properties);
        out.push_str(letters);
        out.push_str(direction);
        out.push_str(language);
        out.push_str("</w:rPr>");
    }
    let text =
        text.replace("\r\n", "\n").replace(['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            out.push_str("<w:br/>");
        }
        for (index, piece) in line.split('\t').enumerate() {
            if index > 0 {
                out.push_str("<w:tab/>");
            }
            if !piece.is_empty() {
                out.push_str("<w:t xml:space=\"preserve\">");
                escape(out, piece);
                out.push_str("</w:t>");
            }
        }
    }
    out.push_str("</w:r>");
}

/// The properties of letters in the order of the schema: those before the language, and the language, which is last.
pub(super) fn before_language(properties: &str) -> (&str, &str) {
    properties.split_at(properties.find("<w:lang").unwrap_or(properties.len()))
}

fn runs_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// The language as Word names it.
pub(super) fn language_tag(language: Language) -> &'static str {
    match language {
        Language::En => "en-GB",
        Language::Cy => "cy-GB",
    }
}
