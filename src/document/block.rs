//! The neutral block tree: the content of a document, in order. Writers decide only how it looks.

use drive_screening_core::base::words::Language;

/// Text that stands together: the program's own words, and words that somebody typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Run {
    /// Words of the program or of a pack, in the language of the document.
    Words(String),
    /// Text that somebody typed. Its direction is its own and its line ends are kept, so writers set it apart.
    Typed(String),
    /// The same in the other language of the document, last in its line. Writers set it beside, and name the language.
    Other(Language, Vec<Run>),
}

/// Whether a character only turns the direction of those after it: a telephone number copied from a list of contacts stands
/// between two of them.
pub fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The separator of two languages in one line.
pub const BETWEEN: &str = " / ";

/// A line or paragraph of runs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line(pub Vec<Run>);

impl Line {
    /// A line of the program's or a pack's words.
    pub fn words(text: impl Into<String>) -> Self {
        Self(vec![Run::Words(text.into())])
    }

    /// A line of text that somebody typed.
    pub fn typed(text: impl Into<String>) -> Self {
        Self(vec![Run::Typed(text.into())])
    }

    /// This line, then the program's words.
    #[must_use]
    pub fn then(mut self, text: impl Into<String>) -> Self {
        self.0.push(Run::Words(text.into()));
        self
    }

    /// This line, then another.
    #[must_use]
    pub fn join(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// The text alone, in both languages where there are two.
    pub fn text(&self) -> String {
        let mut out = String::new();
        for run in &self.0 {
            match run {
                Run::Words(text) | Run::Typed(text) => out.push_str(text),
                Run::Other(_, runs) => {
                    if !out.is_empty() {
                        out.push_str(BETWEEN);
                    }
                    out.push_str(&Self(runs.clone()).text());
                }
            }
        }
        out
    }

    /// The line without the other language, and the line in that.
    pub fn both(&self) -> (Self, Option<(Language, Self)>) {
        let mut first = self.clone();
        match first.0.pop() {
            Some(Run::Other(language, other)) => (first, Some((language, Self(other)))),
            Some(last) => {
                first.0.push(last);
                (first, None)
            }
            None => (first, None),
        }
    }
}

/// One block of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// The protective marking. Writers with pages repeat it on each.
    Marking(String),
    /// A heading of level 1 to 3, in order without gaps.
    Heading(u8, Line),
    /// A paragraph.
    Paragraph(Line),
    /// The one sentence a reader must not miss.
    Verdict(Line),
    /// Labels, each with its value.
    Rows(Vec<Row>),
    /// Labels with values, closely set: what a reader takes in at once. Writers make the labels strong.
    Summary(Vec<Row>),
    /// Sentences, each with the facts behind it: the label carries the weight.
    Reasons(Vec<Row>),
    /// Points in no order.
    List(Vec<Line>),
    /// A few short words that must be seen before any count.
    Tags(Vec<Line>),
    /// The actions to take now, most urgent first.
    Actions(Vec<Action>),
    /// A table with a header row.
    Table(Table),
    /// Blocks that belong together and stand out from the rest, with a title that is no heading.
    Note(Option<Line>, Vec<Block>),
    /// A code that a machine can read from paper. Writers that draw show it; it repeats the words beside it.
    Code(Code),
    /// Events against time. Writers that draw show it; it repeats the table after it.
    Timeline(Timeline),
    /// The next block starts a new page where there are pages; the rest of this one is room to write on.
    NewPage,
}

/// A label and the paragraphs of its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The name of the value.
    pub label: Line,
    /// One line a paragraph, at least one.
    pub value: Vec<Line>,
}

impl Row {
    /// A row of one paragraph.
    pub fn new(label: impl Into<String>, value: Line) -> Self {
        Self { label: Line::words(label), value: vec![value] }
    }
}

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// It comes before everything else.
    pub urgent: bool,
    /// The action.
    pub act: Line,
    /// The reason.
    pub why: Line,
}

/// Text for a machine that reads from paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// The text that the machine reads.
    pub text: String,
    /// A description, for people who do not see it.
    pub alt: String,
}

/// Events against time, on an axis of months that is the same for every case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// A description, for people who do not see it.
    pub alt: Line,
    /// How many months lie before the day that parts them, and how many after it.
    pub months: [usize; 2],
    /// That day.
    pub day: Line,
    /// The names along the axis, from its start.
    pub names: Vec<AxisName>,
    /// The kinds of events, from above, each with at least one month.
    pub lanes: Vec<Lane>,
}

impl Timeline {
    /// How many months the axis has.
    pub fn columns(&self) -> usize {
        self.months.iter().sum()
    }
}

/// A name at a place of an axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AxisName {
    /// The place, in thousandths of the axis.
    pub at: usize,
    /// The name.
    pub name: Line,
}

/// The events of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// What they are.
    pub label: Line,
    /// The months in which there are some, in order: which month of the axis, from 0, and how many there are.
    pub months: Vec<(usize, usize)>,
}

/// A table. Every row has as many cells as there are heads; the first cell names its row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// A title, where no heading gives one.
    pub caption: Option<Line>,
    /// The header row.
    pub heads: Vec<Line>,
    /// The rows.
    pub rows: Vec<Vec<Line>>,
}
