//! The findings of a check, and the limits of its conclusions: bounded, and nothing is left out in silence.

use drive_screening_core::base::problem::Problem;
use drive_screening_core::base::shown;
use drive_screening_core::base::sorted::sort_by_key;
use drive_screening_core::base::words::{Language, Localized, Phrase};
use serde_json::{Value, json};

/// Most findings of one weight that are kept.
pub(super) const MOST_FINDINGS: usize = 4_096;

/// Most answers in the example sheets of all findings together.
const MOST_ANSWERS: usize = 100_000;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The pack fails its check.
    Problem,
    /// Its owner should know, and may have meant it so.
    Note,
}

impl Severity {
    /// The public name: `problem`, `note`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Problem => "problem",
            Self::Note => "note",
        }
    }
}

/// One thing found.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// How much it weighs.
    pub severity: Severity,
    /// What, where, and what to do about it; the code is a stable public name such as `verdict-unreachable`.
    pub problem: Problem,
    /// Smallest answer sheets that show it, `answers/1`: none, one, or two that differ in what matters.
    pub examples: Vec<Value>,
}

impl Finding {
    pub(crate) fn new(
        severity: Severity,
        code: &'static str,
        at: &str,
        message: Phrase,
        next_step: Phrase,
        arguments: &[&str],
    ) -> Self {
        let problem = Problem::filled(code, at, message, next_step, arguments);
        Self { severity, problem, examples: Vec::new() }
    }

    pub(super) fn with(mut self, examples: Vec<Value>) -> Self {
        self.examples = examples;
        self
    }

    /// The finding as JSON: `severity`, `code`, `at`, `message`, `next_step`, and `examples` if there are any.
    pub fn to_json(&self, language: Language) -> Value {
        let mut finding = Value::from(self.problem.to_json(language));
        finding["severity"] = self.severity.name().into();
        if !self.examples.is_empty() {
            finding["examples"] = json!(self.examples);
        }
        finding
    }
}

/// Findings in the order they are made.
#[derive(Default)]
pub(super) struct Findings {
    kept: Vec<Finding>,
    counts: [usize; 2],
    answers: usize,
    examples_left_out: usize,
    open: Vec<Open>,
}

/// What of one place of a pack could not be concluded.
struct Open {
    at: String,
    besides: &'static [Check],
    checks: Vec<Check>,
}

/// What is asked of a part of a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Check {
    /// Of a criterion: whether some sheet gives it each of its values.
    Values,
    /// Of a criterion: whether it ever changes what is decided.
    Matters,
    /// Of a criterion: whether each part of its rule changes something.
    Parts,
    /// Of a criterion: whether a move towards a referral moves the verdict back.
    Direction,
    /// Of a criterion: whether it leaves a gap between the bands of a number, or overlaps another.
    Bands,
    /// Of a question: whether it is ever asked.
    Asked,
    /// Of a flag: whether it is ever raised, and whether always.
    Raised,
    /// Of a verdict: whether some sheet comes to it.
    Reached,
    /// Of a verdict: whether the sheet that is shown could have fewer answers.
    Smallest,
    /// Of the worked cases: whether they come to what is expected.
    Cases,
}

impl Check {
    /// What is asked of every such place besides, and can be said to be concluded.
    fn besides(self) -> &'static [Self] {
        match self {
            Self::Values | Self::Matters | Self::Parts | Self::Direction => {
                &[Self::Values, Self::Matters, Self::Parts]
            }
            Self::Smallest => &[Self::Reached],
            Self::Bands | Self::Asked | Self::Raised | Self::Reached | Self::Cases => &[],
        }
    }

    fn words(self) -> Phrase {
        match self {
            Self::Values => Phrase::of("which values it can take", "pa werthoedd y gall eu cymryd"),
            Self::Matters => Phrase::of("whether it changes any verdict", "a yw'n newid unrhyw ddyfarniad"),
            Self::Parts => Phrase::of(
                "whether every part of its rule changes something",
                "a yw pob rhan o'i reol yn newid rhywbeth",
            ),
            Self::Direction => Phrase::of(
                "whether it moves the verdict the way it should",
                "a yw'n symud y dyfarniad y ffordd y dylai",
            ),
            Self::Bands => Phrase::of(
                "whether its bands leave a gap or overlap",
                "a yw ei fandiau'n gadael bwlch neu'n gorgyffwrdd",
            ),
            Self::Asked => Phrase::of("whether it is ever asked", "a ofynnir ef byth"),
            Self::Raised => {
                Phrase::of("whether it is ever raised, or always", "a godir hi byth, neu bob tro")
            }
            Self::Reached => {
                Phrase::of("whether an answer sheet comes to it", "a oes taflen atebion sy'n arwain ato")
            }
            Self::Smallest => Phrase::of(
                "whether fewer answers come to it than those shown",
                "a oes llai o atebion yn arwain ato na'r rhai a ddangosir",
            ),
            Self::Cases => Phrase::of(
                "whether all worked cases come to what is expected",
                "a yw pob achos enghreifftiol yn dod i'r hyn a ddisgwylir",
            ),
        }
    }
}

impl Findings {
    /// Keeps a finding, or counts it where there are too many.
    pub(super) fn push(&mut self, mut finding: Finding) {
        let count = &mut self.counts[finding.severity as usize];
        *count += 1;
        if *count > MOST_FINDINGS {
            return;
        }
        let answers = |sheet: &Value| sheet["answers"].as_object().map_or(0, serde_json::Map::len);
        let more: usize = finding.examples.iter().map(answers).sum();
        if self.answers + more > MOST_ANSWERS {
            finding.examples.clear();
            self.examples_left_out += 1;
        } else {
            self.answers += more;
        }
        self.kept.push(finding);
    }

    /// Keeps several.
    pub(super) fn extend(&mut self, findings: impl IntoIterator<Item = Finding>) {
        for finding in findings {
            self.push(finding);
        }
    }

    /// Counts findings that were never made, as there would be too many.
    pub(super) fn count(&mut self, severity: Severity, more: usize) {
        self.counts[severity as usize] += more;
    }

    /// Notes that something could not be concluded.
    pub(super) fn gave_up(&mut self, at: &str, check: Check) {
        // The checks of one place follow one another, or are those of a criterion, of which there may be many.
        let known = self.open.iter_mut().rev().find(|open| open.at == at);
        match known {
            Some(open) if open.checks.contains(&check) => {}
            Some(open) => open.checks.push(check),
            None => self.open.push(Open { at: at.to_owned(), besides: check.besides(), checks: vec![check] }),
        }
    }

    /// All of them, problems first, then what could not be concluded, then how many there are besides.
    pub(super) fn into_vec(mut self) -> Vec<Finding> {
        for open in std::mem::take(&mut self.open) {
            self.push(open.finding());
        }
        let mut all = self.kept;
        sort_by_key(&mut all, |finding| finding.severity);
        for severity in [Severity::Problem, Severity::Note] {
            let more = shown::more(self.counts[severity as usize].saturating_sub(MOST_FINDINGS));
            all.extend(more.map(|more| not_shown(severity, &more)));
        }
        if self.examples_left_out > 0 {
            all.push(examples_left_out(self.examples_left_out));
        }
        all
    }
}

impl Open {
    fn finding(&self) -> Finding {
        let list = |checks: Vec<&Check>| {
            let words: Vec<Phrase> = checks.into_iter().map(|check| check.words()).collect();
            let join =
                |word: fn(&Phrase) -> &'static str| words.iter().map(word).collect::<Vec<_>>().join("; ");
            (!words.is_empty()).then(|| Localized::new(join(|words| words.en), join(|words| words.cy)))
        };
        let not = list(self.checks.iter().collect()).unwrap_or_default();
        let message = Phrase::of("not concluded: {0}", "ni chafwyd ateb: {1}");
        let with_rest =
            Phrase::of("not concluded: {0}. Concluded: {2}", "ni chafwyd ateb: {1}. Cafwyd ateb: {3}");
        let (message, rest) =
            match list(self.besides.iter().filter(|check| !self.checks.contains(check)).collect()) {
                Some(rest) => (with_rest, rest),
                None => (message, Localized::default()),
            };
        Finding::new(
            Severity::Note,
            "check-gave-up",
            &self.at,
            message,
            Phrase::of(
                "there are too many ways of answering: split the rules so that fewer questions hang together, or check by hand",
                "mae gormod o ffyrdd o ateb: rhannwch y rheolau fel bod llai o gwestiynau'n cydgysylltu, neu gwiriwch â llaw",
            ),
            &[&not.en, &not.cy, &rest.en, &rest.cy],
        )
    }
}

fn not_shown(severity: Severity, more: &Localized) -> Finding {
    let message = match severity {
        Severity::Problem => Phrase::of("problems: {0}", "problemau: {1}"),
        Severity::Note => Phrase::of("notes: {0}", "nodiadau: {1}"),
    };
    let next = Phrase::of("mend these, then check again", "trwsiwch y rhain, yna gwiriwch eto");
    Finding::new(severity, "findings-more", "", message, next, &[&more.en, &more.cy])
}

fn examples_left_out(count: usize) -> Finding {
    Finding::new(
        Severity::Note,
        "examples-left-out",
        "",
        Phrase::of(
            "of {0} findings the example sheets are left out: they would be too long",
            "gadewir allan daflenni enghreifftiol {0} o ganfyddiadau: byddent yn rhy hir",
        ),
        Phrase::of("mend the others, then check again", "trwsiwch y lleill, yna gwiriwch eto"),
        &[&count.to_string()],
    )
}
