//! The arguments, read strictly: every problem at once.

use drive_screening::date::Date;
use drive_screening::document::Format;
use drive_screening::pack::Part;
use drive_screening::problem::Problem;
use drive_screening::text::quoted;
use drive_screening::words::{Language, Localized};
use std::ffi::OsString;
use std::path::PathBuf;

/// What to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Command {
    Help,
    Version,
    Screen,
    Document,
    Check,
    Diff,
}

/// Everything that was asked for.
#[derive(Clone, Debug)]
pub(crate) struct Arguments {
    pub command: Command,
    pub files: Vec<PathBuf>,
    pub lines: bool,
    pub explain: bool,
    pub strict: bool,
    pub pack: Option<PathBuf>,
    pub language: Language,
    pub format: Option<Format>,
    pub parts: Vec<Part>,
    pub out: PathBuf,
    pub reference: Option<String>,
    pub made_on: Option<Date>,
}

impl Arguments {
    /// Reads the arguments after the program's name.
    ///
    /// # Errors
    /// Every problem, and the language to say them in as far as it was given.
    pub(crate) fn read(arguments: impl Iterator<Item = OsString>) -> Result<Self, (Vec<Problem>, Language)> {
        let mut reader = Reader { rest: arguments, problems: Vec::new() };
        let mut read = Self {
            command: Command::Help,
            files: Vec::new(),
            lines: false,
            explain: false,
            strict: false,
            pack: None,
            language: Language::En,
            format: None,
            parts: Vec::new(),
            out: PathBuf::from("."),
            reference: None,
            made_on: None,
        };
        let mut command = None;
        let mut options = true;
        while let Some(argument) = reader.rest.next() {
            let text = argument.to_string_lossy().into_owned();
            let (name, inline) = match text.split_once('=') {
                Some((name, value)) if name.starts_with("--") => (name.to_owned(), Some(value.to_owned())),
                _ => (text.clone(), None),
            };
            match name.as_str() {
                "--" if options => options = false,
                "--help" | "-h" if options => {
                    return Ok(Self { command: Command::Help, ..read });
                }
                "--version" | "-V" if options => {
                    return Ok(Self { command: Command::Version, ..read });
                }
                "--lines" if options => read.lines = true,
                "--explain" if options => read.explain = true,
                "--strict" if options => read.strict = true,
                "--pack" if options => read.pack = reader.value(&name, inline).map(PathBuf::from),
                "--out" if options => {
                    read.out = reader.value(&name, inline).map_or_else(PathBuf::new, PathBuf::from);
                }
                "--lang" if options => {
                    read.language =
                        reader.one_of(&name, inline, "en, cy", Language::from_tag).unwrap_or_default();
                }
                "--format" if options => {
                    read.format = reader.one_of(&name, inline, &formats(), Format::from_name);
                }
                "--part" if options => {
                    let parts = reader.one_of(&name, inline, "panel, restricted, handling, all", parts);
                    read.parts = parts.unwrap_or_default();
                }
                "--reference" if options => {
                    read.reference =
                        reader.one_of(&name, inline, "letters, digits and -, at most 32", reference);
                }
                "--on" if options => read.made_on = reader.one_of(&name, inline, "2026-11-21", Date::parse),
                _ if options && name.starts_with('-') && name.len() > 1 => reader.unknown(&name),
                _ if command.is_none() => command = reader.command(&text),
                _ => read.files.push(PathBuf::from(argument)),
            }
        }
        let Some(command) = command else {
            if reader.problems.is_empty() {
                reader.problem(
                    "",
                    "no command was given",
                    "ni roddwyd gorchymyn",
                    "screen, document, check, diff",
                );
            }
            return Err((reader.problems, read.language));
        };
        read.command = command;
        reader.needs(&read);
        if reader.problems.is_empty() { Ok(read) } else { Err((reader.problems, read.language)) }
    }
}

/// One part, or every part.
fn parts(name: &str) -> Option<Vec<Part>> {
    if name == "all" { Some(Part::ALL.to_vec()) } else { Part::from_name(name).map(|part| vec![part]) }
}

/// A reference that is fit for a file name.
fn reference(text: &str) -> Option<String> {
    let fit = (1..=32).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    (fit && !text.starts_with('-')).then(|| text.to_owned())
}

struct Reader<I> {
    rest: I,
    problems: Vec<Problem>,
}

impl<I: Iterator<Item = OsString>> Reader<I> {
    fn problem(&mut self, at: &str, en: &str, cy: &str, use_one_of: &str) {
        let next = Localized::new(
            format!("use {use_one_of}, or see screening --help"),
            format!("defnyddiwch {use_one_of}, neu gweler screening --help"),
        );
        self.problems.push(Problem::new("usage", at, Localized::new(en, cy), next));
    }

    fn command(&mut self, text: &str) -> Option<Command> {
        match text {
            "screen" => Some(Command::Screen),
            "document" => Some(Command::Document),
            "check" => Some(Command::Check),
            "diff" => Some(Command::Diff),
            _ => {
                let shown = quoted(text);
                let (en, cy) = (format!("{shown} is not a command"), format!("nid yw {shown} yn orchymyn"));
                self.problem("", &en, &cy, "screen, document, check, diff");
                None
            }
        }
    }

    fn unknown(&mut self, name: &str) {
        let shown = quoted(name);
        let (en, cy) = (format!("there is no option {shown}"), format!("nid oes opsiwn {shown}"));
        self.problem(name, &en, &cy, "--pack, --lang, --out");
    }

    fn value(&mut self, name: &str, inline: Option<String>) -> Option<OsString> {
        let value = inline.map(OsString::from).or_else(|| self.rest.next());
        if value.is_none() {
            self.problem(name, "a value is missing", "mae gwerth ar goll", "a value");
        }
        value
    }

    fn one_of<T>(
        &mut self,
        name: &str,
        inline: Option<String>,
        allowed: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let value = self.value(name, inline)?;
        let value = value.to_string_lossy();
        let found = read(&value);
        if found.is_none() {
            let shown = quoted(&value);
            let (en, cy) = (format!("{shown} does not fit here"), format!("nid yw {shown} yn addas yma"));
            self.problem(name, &en, &cy, allowed);
        }
        found
    }

    /// What each command cannot do without.
    fn needs(&mut self, read: &Arguments) {
        match read.command {
            Command::Screen if read.files.is_empty() != read.lines => {
                let (en, cy) =
                    ("give sheets, or --lines, not both", "rhowch daflenni, neu --lines, nid y ddau");
                self.problem("screen", en, cy, "screening screen SHEET.json");
            }
            Command::Document => {
                if read.files.len() != 1 {
                    let (en, cy) = ("give one sheet", "rhowch un daflen");
                    self.problem("document", en, cy, "screening document SHEET.json");
                }
                if read.format.is_none() {
                    self.problem("--format", "the format is missing", "mae'r fformat ar goll", &formats());
                }
                if read.parts.is_empty() {
                    self.problem(
                        "--part",
                        "the part is missing",
                        "mae'r rhan ar goll",
                        "panel, restricted, handling, all",
                    );
                }
            }
            Command::Check if read.files.is_empty() => {
                self.problem("check", "give a pack", "rhowch becyn", "screening check PACK.json");
            }
            Command::Diff if read.files.len() != 2 => {
                let (en, cy) = ("give two packs", "rhowch ddau becyn");
                self.problem("diff", en, cy, "screening diff OLD.json NEW.json");
            }
            _ => {}
        }
    }
}

/// The names of the formats, as a list to choose from.
fn formats() -> String {
    Format::ALL.map(Format::name).join(", ")
}
