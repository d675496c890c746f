//! XLIFF 1.2: writing it, and reading what a translator's tool gives back.

use crate::find::File;
use crate::reviewed::entry;
use roxmltree::{Document, Node};
use std::collections::BTreeSet;
use std::ops::Range;

/// A sentence as it comes back.
pub struct Unit {
    pub file: String,
    pub id: String,
    pub en: String,
    pub cy: String,
    /// Elements in the Welsh that are none of ours.
    pub elements: Vec<String>,
    pub approved: bool,
}

pub fn write(files: &[File], reviewed: &BTreeSet<String>) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\">\n",
    );
    for File { name, sentences, .. } in files {
        out += &format!(
            "<file original=\"{name}\" source-language=\"en-GB\" target-language=\"cy-GB\" datatype=\"plaintext\">\n<body>\n"
        );
        for sentence in sentences {
            let (approved, state) = match reviewed.contains(&entry(sentence, &sentence.cy)) {
                true => ("yes", "final"),
                false => ("no", "needs-review-translation"),
            };
            out += &format!(
                "<trans-unit id=\"{}\" approved=\"{approved}\" xml:space=\"preserve\">\n<source>{}</source>\n\
                 <target state=\"{state}\">{}</target>\n<context-group purpose=\"location\">\
                 <context context-type=\"sourcefile\">{name}</context>\
                 <context context-type=\"linenumber\">{}</context></context-group>\n</trans-unit>\n",
                escaped(&sentence.id),
                marked(&sentence.en),
                marked(&sentence.cy),
                sentence.line
            );
        }
        out += "</body>\n</file>\n";
    }
    out + "</xliff>\n"
}

/// The sentences of a file that comes back.
///
/// # Errors
/// It is no XLIFF 1.2 from English to Welsh.
pub fn read(text: &str) -> Result<Vec<Unit>, String> {
    let document = Document::parse(text).map_err(|error| format!("it is no XML: {error}"))?;
    let root = document.root_element();
    if root.tag_name().name() != "xliff" || root.attribute("version") != Some("1.2") {
        return Err("it is no XLIFF 1.2: save it as that".to_owned());
    }
    let mut units = Vec::new();
    for file in root.children().filter(|node| node.tag_name().name() == "file") {
        let (from, to) = (file.attribute("source-language"), file.attribute("target-language"));
        if !from.is_some_and(|from| from.starts_with("en")) || !to.is_some_and(|to| to.starts_with("cy")) {
            return Err(format!("it is from {from:?} to {to:?}, not from English to Welsh"));
        }
        for node in file.descendants().filter(|node| node.tag_name().name() == "trans-unit") {
            let child = |name: &str| node.children().find(|child| child.tag_name().name() == name);
            let (source, target) = (child("source"), child("target"));
            let state = target.and_then(|target| target.attribute("state")).unwrap_or_default();
            let inside = target.into_iter().flat_map(|target| target.descendants().skip(1));
            let foreign = inside.filter(|node| node.is_element() && !OURS.contains(&node.tag_name().name()));
            units.push(Unit {
                file: file.attribute("original").unwrap_or_default().to_owned(),
                id: node.attribute("id").unwrap_or_default().to_owned(),
                en: source.map(said).unwrap_or_default(),
                cy: target.map(said).unwrap_or_default(),
                elements: foreign.map(|node| node.tag_name().name().to_owned()).collect(),
                approved: node.attribute("approved") == Some("yes")
                    || ["final", "signed-off"].contains(&state),
            });
        }
    }
    Ok(units)
}

/// The elements that may stand in a sentence: a place to fill in, and what tools put around their segments.
const OURS: [&str; 2] = ["ph", "mrk"];

fn said(node: Node<'_, '_>) -> String {
    node.descendants().filter(Node::is_text).filter_map(|text| text.text()).collect()
}

/// The places of a text that the program fills in, or takes apart: `{0}`, `{}`, `{name}`.
pub fn places(text: &str) -> Vec<Range<usize>> {
    let mut places = Vec::new();
    for (start, _) in text.match_indices('{') {
        let inside = &text[start + 1..];
        let end = inside.find(|c: char| !c.is_ascii_alphanumeric() && !"_.:".contains(c));
        if let Some(end) = end.filter(|end| inside[*end..].starts_with('}')) {
            places.push(start..start + end + 2);
        }
    }
    places
}

/// The text with each place as an element that tools leave whole.
fn marked(text: &str) -> String {
    let (mut out, mut from) = (String::new(), 0);
    for (number, place) in places(text).into_iter().enumerate() {
        out += &escaped(&text[from..place.start]);
        out += &format!("<ph id=\"{}\">{}</ph>", number + 1, &text[place.clone()]);
        from = place.end;
    }
    out + &escaped(&text[from..])
}

fn escaped(text: &str) -> String {
    // A line end of Windows' would come back as one of ours.
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    text.replace('"', "&quot;").replace('\r', "&#13;")
}
