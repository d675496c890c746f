//! A document as a Word file: the XML parts of Office Open XML in a zip, each element in the order of the schema.
//!
//! The file says nothing about who wrote it, when in the day, or with what. The same document makes the same bytes.

mod body;
mod runs;
mod timeline;
mod xml;

use crate::{words, zip};
use drive_screening_core::base::problem::Problem;
use drive_screening_document::Document;
use drive_screening_document::block::BETWEEN;
use xml::{escaped, language_tag};

const WORD: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
                    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

const CONTENT_TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/><Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/><Override PartName="/word/header2.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"#;
const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>"#;
const DOCUMENT_RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/><Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/><Relationship Id="rId5" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header2.xml"/><Relationship Id="rId6" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/></Relationships>"#;
const NUMBERING: &str = r#"<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="&#8226;"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="284" w:hanging="227"/></w:pPr><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:hint="default"/></w:rPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#;
const SETTINGS: &str = r#"<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>"#;
/// A4; the first page has its marking in the text, so its header leaves it out.
const SECTION: &str = r#"<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:headerReference w:type="first" r:id="rId5"/><w:footerReference w:type="default" r:id="rId6"/><w:footerReference w:type="first" r:id="rId6"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1247" w:right="1134" w:bottom="1134" w:left="1134" w:header="624" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr>"#;

/// Writes the document.
///
/// # Errors
/// `zip-not-made`, when the library refuses what it was given.
pub(super) fn write(document: &Document) -> Result<Vec<u8>, Problem> {
    let tag = language_tag(document.language);
    let part = |root: &str, inside: &str| format!("{DECLARATION}<w:{root} {WORD}>{inside}</w:{root}>");
    let case = document.name();
    let parts = [
        ("[Content_Types].xml", format!("{DECLARATION}{CONTENT_TYPES}")),
        ("_rels/.rels", format!("{DECLARATION}{RELATIONS}")),
        (
            "word/document.xml",
            part("document", &format!("<w:body>{}{SECTION}</w:body>", body::body(document))),
        ),
        ("word/_rels/document.xml.rels", format!("{DECLARATION}{DOCUMENT_RELATIONS}")),
        ("word/styles.xml", include_str!("styles.xml").replace("LANGUAGE", tag)),
        ("word/numbering.xml", part("numbering", NUMBERING)),
        ("word/settings.xml", part("settings", SETTINGS)),
        ("word/header1.xml", part("hdr", &header(&document.marking, &case))),
        ("word/header2.xml", part("hdr", &header("", &case))),
        ("word/footer1.xml", part("ftr", &footer(document))),
        ("docProps/core.xml", core(document, tag)),
    ];
    zip::archive(parts.iter().map(|(name, text)| (*name, text.as_bytes())))
}

/// The marking, and which case it is.
fn header(marking: &str, case: &str) -> String {
    let mut out = String::from("<w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>");
    xml::run(&mut out, "<w:b/><w:bCs/><w:color w:val=\"17212B\"/>", marking);
    out.push_str("<w:r><w:tab/></w:r>");
    xml::run(&mut out, "", case);
    out.push_str("</w:p>");
    out
}

/// "Page x of y", which Word counts.
fn footer(document: &Document) -> String {
    let field =
        |name: &str| format!("<w:fldSimple w:instr=\" {name} \"><w:r><w:t>1</w:t></w:r></w:fldSimple>");
    let mut out = String::from("<w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>");
    for language in std::iter::once(document.language).chain(document.other) {
        let between = if language == document.language { "" } else { BETWEEN };
        xml::run(&mut out, "", &format!("{between}{} ", words::PAGE.say(language)));
        out.push_str(&field("PAGE"));
        xml::run(&mut out, "", &format!(" {} ", words::PAGE_OF.say(language)));
        out.push_str(&field("NUMPAGES"));
    }
    out.push_str("</w:p>");
    out
}

fn core(document: &Document, tag: &str) -> String {
    format!(
        "{DECLARATION}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:language>{tag}</dc:language>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{}T00:00:00Z</dcterms:created></cp:coreProperties>",
        escaped(&document.file_title()),
        document.made_on,
    )
}
