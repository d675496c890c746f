//! A copy of the project with the mutants in it, and its tests, built.

use crate::list::Mutant;
use crate::rewrite::{self, Rewritten};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// What a rewritten program asks everywhere: is this mutant switched on? With `RECORD` it notes who asks, once each.
const SWITCH: &str = r#"
/// Whether a mutant is switched on.
pub fn mutant_on(number: usize) -> bool {
    use std::io::Write;
    static SET: std::sync::OnceLock<(Option<usize>, Option<String>)> = std::sync::OnceLock::new();
    thread_local! { static MET: std::cell::RefCell<std::collections::HashSet<usize>> = std::cell::RefCell::default(); }
    let (on, record) = SET.get_or_init(|| {
        let number = std::env::var("MUTANT").ok().and_then(|number| number.parse().ok());
        (number, std::env::var("RECORD").ok())
    });
    if let Some(file) = record && MET.with(|met| met.borrow_mut().insert(number)) {
        let name = std::thread::current().name().unwrap_or_default().to_owned();
        let file = std::fs::OpenOptions::new().append(true).create(true).open(file);
        let _ = file.and_then(|mut file| file.write_all(format!("{name} {number}\n").as_bytes()));
    }
    *on == Some(number)
}
"#;

/// The copy.
pub struct Copy {
    root: PathBuf,
    /// Where it stands.
    pub folder: PathBuf,
    target: PathBuf,
}

impl Copy {
    /// Copies every file that is not ignored, and the compiled styles that documents carry.
    pub fn of(root: &Path, work: &Path) -> Self {
        let folder = work.join("copy");
        let _ = fs::remove_dir_all(&folder);
        let listed =
            run(Command::new("git").current_dir(root).args(["ls-files", "-co", "--exclude-standard"]));
        let listed = String::from_utf8(listed.stdout).expect("names of files");
        let styles = fs::read_dir(root.join("style/dist")).expect("compiled styles: make css");
        let styles =
            styles.flatten().map(|entry| format!("style/dist/{}", entry.file_name().to_string_lossy()));
        for name in listed.lines().map(str::to_owned).chain(styles) {
            let to = folder.join(&name);
            fs::create_dir_all(to.parent().expect("a folder")).expect("a folder can be made");
            // A file that is listed may have been removed.
            let _ = fs::copy(root.join(&name), to);
        }
        Self { root: root.to_owned(), folder, target: work.join("target") }
    }

    /// Puts the mutants in, as many as compile together, and gives their numbers.
    pub fn rewrite(&self, mutants: &[Mutant]) -> BTreeSet<usize> {
        let mut files: BTreeMap<&str, Vec<(usize, &Mutant)>> = BTreeMap::new();
        for (number, mutant) in mutants.iter().enumerate() {
            files.entry(&mutant.file).or_default().push((number, mutant));
        }
        // Every package that is changed asks the core.
        let asks = "pub use drive_screening_core::mutant_on;\n";
        let fronts = [("src/core/lib.rs", SWITCH), ("src/authoring/lib.rs", asks), ("src/document/lib.rs", asks)];
        for (library, more) in fronts {
            let text = fs::read_to_string(self.root.join(library)).expect("the front of a package");
            fs::write(self.folder.join(library), text + more).expect("it can be written");
        }
        let mut refused = BTreeSet::new();
        loop {
            let mut written: HashMap<&str, Rewritten> = HashMap::new();
            for (file, all) in &files {
                let text = fs::read_to_string(self.root.join(file)).expect("a file of the core");
                let kept: Vec<_> =
                    all.iter().filter(|(number, _)| !refused.contains(number)).copied().collect();
                let rewritten = rewrite::file(&text, &kept);
                fs::write(self.folder.join(file), &rewritten.text).expect("it can be written");
                written.insert(file, rewritten);
            }
            let output = self.cargo(&["check", "-p", "drive-screening-authoring", "-p", "drive-screening-document", "--lib"]);
            if output.status.success() {
                let marks = written.values().flat_map(|rewritten| &rewritten.marks);
                return marks.flat_map(|(_, numbers)| numbers.iter().copied()).collect();
            }
            let faults = faults(&output, &written);
            assert!(
                !faults.is_empty(),
                "the copy does not compile: {}",
                String::from_utf8_lossy(&output.stderr)
            );
            refused.extend(faults);
        }
    }

    /// Builds the unit tests and the suite, and gives the programs by name.
    pub fn tests(&self) -> BTreeMap<String, PathBuf> {
        let output = self.cargo(&["test", "--no-run", "--lib", "--test", "suite"]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        // Beside them stand the programs that tests start.
        let tests = messages(&output).filter(|message| message["profile"]["test"] == true);
        let built = tests.filter_map(|message| {
            let program = message["executable"].as_str()?.into();
            Some((message["target"]["name"].as_str()?.to_owned(), program))
        });
        built.collect()
    }

    fn cargo(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new("cargo");
        command.current_dir(&self.folder).env("CARGO_TARGET_DIR", &self.target);
        for profile in ["DEV", "TEST"] {
            command.env(format!("CARGO_PROFILE_{profile}_DEBUG"), "0");
            command.env(format!("CARGO_PROFILE_{profile}_OPT_LEVEL"), "1");
        }
        command.args(arguments).args(["--locked", "--message-format=json"]);
        command.output().expect("cargo runs")
    }
}

/// The mutants that do not compile: those in or around the place of an error, or, where there is none, the last that makes
/// a function return before it.
fn faults(output: &Output, written: &HashMap<&str, Rewritten>) -> BTreeSet<usize> {
    let mut faults = BTreeSet::new();
    for message in messages(output).filter(|message| message["message"]["level"] == "error") {
        let spans = message["message"]["spans"].as_array().cloned().unwrap_or_default();
        let (first, others): (Vec<_>, Vec<_>) = spans.iter().partition(|span| span["is_primary"] == true);
        let found = [first.as_slice(), &others].into_iter().map(|spans| near(spans, written));
        faults.extend(
            found.into_iter().find(|found| !found.is_empty()).unwrap_or_else(|| before(&first, written)),
        );
    }
    faults
}

fn near(spans: &[&Value], written: &HashMap<&str, Rewritten>) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    for (rewritten, start, end) in spans.iter().filter_map(|span| place(span, written)) {
        let around = rewritten.marks.iter().filter(|(range, _)| range.start <= start && end <= range.end);
        match around.min_by_key(|(range, _)| range.len()) {
            Some((_, numbers)) => found.extend(numbers),
            None => {
                let inside =
                    rewritten.marks.iter().filter(|(range, _)| start <= range.start && range.end <= end);
                found.extend(inside.flat_map(|(_, numbers)| numbers));
            }
        }
    }
    found
}

fn before(spans: &[&Value], written: &HashMap<&str, Rewritten>) -> BTreeSet<usize> {
    let last = spans.iter().filter_map(|span| place(span, written)).flat_map(|(rewritten, start, _)| {
        let returns = rewritten
            .marks
            .iter()
            .filter(move |(range, _)| range.end <= start && rewritten.text[range.clone()].contains("return"));
        returns.max_by_key(|(range, _)| range.end)
    });
    last.flat_map(|(_, numbers)| numbers.iter().copied()).collect()
}

fn place<'a>(span: &Value, written: &'a HashMap<&str, Rewritten>) -> Option<(&'a Rewritten, usize, usize)> {
    let byte = |key: &str| usize::try_from(span[key].as_u64()?).ok();
    Some((written.get(span["file_name"].as_str()?)?, byte("byte_start")?, byte("byte_end")?))
}

fn messages(output: &Output) -> impl Iterator<Item = Value> {
    output.stdout.split(|byte| *byte == b'\n').filter_map(|line| serde_json::from_slice(line).ok())
}

fn run(command: &mut Command) -> Output {
    command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"))
}
