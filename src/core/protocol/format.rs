//! The formats of documents.

/// A format that documents are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One HTML file with nothing external.
    Html,
    /// `referral/1`, with the wording of every question as asked.
    Json,
    /// Plain text, to paste into a records system.
    Text,
    /// Markdown, to paste where headings, lists and tables are drawn.
    Markdown,
    /// Word, to be worked on. Written by `src/export`.
    Docx,
    /// PDF, to be kept: PDF/A-3a and PDF/UA-1, with the part's JSON attached. Written by
    /// `src/export`.
    Pdf,
}

impl Format {
    /// Every format, in the order they are offered.
    pub const ALL: [Self; 6] = [Self::Pdf, Self::Docx, Self::Html, Self::Json, Self::Text, Self::Markdown];

    /// The public name, which is also the end of a file name: `pdf`, `docx`, `html`, `json`, `txt`,
    /// `md`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Json => "json",
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Docx => "docx",
            Self::Pdf => "pdf",
        }
    }

    /// The format of a public name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// The media type, as a download names it.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Html => "text/html;charset=utf-8",
            Self::Json => "application/json",
            Self::Text => "text/plain;charset=utf-8",
            Self::Markdown => "text/markdown;charset=utf-8",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Pdf => "application/pdf",
        }
    }
}

impl crate::base::wire::Wire for Format {
    fn encode(&self, out: &mut crate::base::wire::Encoder) {
        self.name().to_owned().encode(out);
    }

    fn decode(from: &mut crate::base::wire::Decoder<'_>) -> Self {
        Self::from_name(from.name()).unwrap_or(Self::Text)
    }
}
