//! Which mutants the tests catch.

use crate::build::Copy;
use crate::list::Mutant;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use std::{fs, thread};

/// What came of a mutant.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Caught,
    /// A test did not end.
    TimedOut,
    Missed,
    /// No test comes by it.
    Unreached,
}

/// A test: its program, its name, and how long it takes.
type Test = (String, String, f64);

/// Tests that take less than so many seconds go before those that take more.
const SLOWER: [f64; 4] = [0.02, 0.2, 1.0, f64::MAX];

/// Judges every mutant that can be switched on, as many at once as there are processors.
pub fn all(
    copy: &Copy,
    programs: &BTreeMap<String, PathBuf>,
    subjects: &[String],
    switched: &BTreeSet<usize>,
) -> BTreeMap<usize, Verdict> {
    let reach = reach(copy, programs, subjects);
    let numbers: Vec<usize> = switched.iter().copied().collect();
    let (next, verdicts) = (AtomicUsize::new(0), Mutex::new(BTreeMap::new()));
    let workers = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some(number) = numbers.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let tests = reach.get(number).map(Vec::as_slice).unwrap_or_default();
                    let verdict = judge(copy, programs, *number, tests);
                    let mut verdicts = verdicts.lock().expect("no worker panics");
                    verdicts.insert(*number, verdict);
                    if verdicts.len().is_multiple_of(100) {
                        eprintln!("{} of {}", verdicts.len(), numbers.len());
                    }
                }
            });
        }
    });
    verdicts.into_inner().expect("no worker panics")
}

/// Prints what came of it, by folder and one by one, and how many were not caught.
pub fn report(mutants: &[Mutant], switched: &BTreeSet<usize>, verdicts: &BTreeMap<usize, Verdict>) -> usize {
    let mut folders: BTreeMap<String, [usize; 6]> = BTreeMap::new();
    for (number, mutant) in mutants.iter().enumerate() {
        let folder: Vec<&str> = mutant.file.split('/').take(2).collect();
        let counts = folders.entry(folder.join("/")).or_default();
        counts[0] += 1;
        counts[1] += usize::from(switched.contains(&number));
        if let Some(verdict) = verdicts.get(&number) {
            counts[2 + *verdict as usize] += 1;
        }
    }
    println!(
        "| files | mutants | switched | caught | timed out | missed | unreached |\n|---|---|---|---|---|---|---|"
    );
    for (folder, counts) in &folders {
        println!("| `{folder}` | {} |", counts.map(|count| count.to_string()).join(" | "));
    }
    let kept: Vec<_> = verdicts
        .iter()
        .filter(|(_, verdict)| matches!(verdict, Verdict::Missed | Verdict::Unreached))
        .collect();
    println!(
        "\nNot caught: {} of {} ({:.1} %)",
        kept.len(),
        verdicts.len(),
        percent(kept.len(), verdicts.len())
    );
    for (number, verdict) in &kept {
        let how = if **verdict == Verdict::Missed { "missed" } else { "unreached" };
        println!("{number:>5}  {how:<9}  {}", mutants[**number].name);
    }
    kept.len()
}

#[allow(clippy::cast_precision_loss, reason = "there are thousands")]
fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole as f64
}

/// The tests that come by each mutant, the quickest first: of the suite those of these subjects.
fn reach(
    copy: &Copy,
    programs: &BTreeMap<String, PathBuf>,
    subjects: &[String],
) -> HashMap<usize, Vec<Test>> {
    let filters: Vec<String> = subjects.iter().map(|subject| format!("{subject}::")).collect();
    let mut reach: HashMap<usize, Vec<Test>> = HashMap::new();
    for (name, program) in programs {
        let filters = if name == "suite" { filters.as_slice() } else { &[] };
        let mut timed = libtest(copy, program);
        timed.args(filters);
        let timed =
            timed.args(["--test-threads", "2", "--report-time"]).output().expect("a test program runs");
        let said = String::from_utf8_lossy(&timed.stdout).into_owned();
        assert!(timed.status.success(), "the tests of {name} fail without any mutant: {said}");
        let times: HashMap<&str, f64> = said.lines().filter_map(time).collect();
        let record = copy.folder.with_file_name(format!("reach-{name}"));
        let _ = fs::remove_file(&record);
        // With one thread the tests have no thread of their own, by whose name they are known.
        let mut recorded = libtest(copy, program);
        recorded
            .args(filters)
            .args(["--test-threads", "2"])
            .env("RECORD", &record)
            .output()
            .expect("a test program runs");
        let met: BTreeSet<String> =
            fs::read_to_string(&record).unwrap_or_default().lines().map(str::to_owned).collect();
        for (test, number) in met.iter().filter_map(|line| line.rsplit_once(' ')) {
            if let (Some(seconds), Ok(number)) = (times.get(test), number.parse()) {
                reach.entry(number).or_default().push((name.clone(), test.to_owned(), *seconds));
            }
        }
    }
    reach
}

/// `test some::name ... ok <0.012s>`
fn time(line: &str) -> Option<(&str, f64)> {
    let (name, rest) = line.strip_prefix("test ")?.split_once(" ... ")?;
    let seconds = rest.rsplit_once('<')?.1.strip_suffix("s>")?;
    Some((name.trim_end_matches(" - should panic"), seconds.parse().ok()?))
}

fn judge(copy: &Copy, programs: &BTreeMap<String, PathBuf>, number: usize, tests: &[Test]) -> Verdict {
    if tests.is_empty() {
        return Verdict::Unreached;
    }
    let mut from = 0.0;
    for to in SLOWER {
        let mut by_program: BTreeMap<&str, Vec<&Test>> = BTreeMap::new();
        for test in tests.iter().filter(|(_, _, seconds)| (from..to).contains(seconds)) {
            by_program.entry(&test.0).or_default().push(test);
        }
        for (program, tests) in by_program {
            let seconds: f64 = tests.iter().map(|(_, _, seconds)| seconds).sum();
            let mut command = libtest(copy, &programs[program]);
            command.args(["--test-threads", "1", "--fail-fast", "--quiet", "--exact"]);
            command.args(tests.iter().map(|(_, name, _)| name)).env("MUTANT", number.to_string());
            match passes(&mut command, Duration::from_secs_f64(20.0 + 15.0 * seconds)) {
                Some(true) => {}
                Some(false) => return Verdict::Caught,
                None => return Verdict::TimedOut,
            }
        }
        from = to;
    }
    Verdict::Missed
}

/// A test program; what it is asked is for the nightly compiler alone, unless this variable is there.
fn libtest(copy: &Copy, program: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(&copy.folder).args(["-Z", "unstable-options"]);
    command.env("RUSTC_BOOTSTRAP", "1").env("PROPTEST_MAX_SHRINK_ITERS", "0");
    command
}

/// Whether a program ends well; none if it does not end in time.
fn passes(command: &mut Command, limit: Duration) -> Option<bool> {
    let mut running =
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("a test program runs");
    let end = Instant::now() + limit;
    loop {
        if let Some(status) = running.try_wait().expect("a test program is waited for") {
            return Some(status.success());
        }
        if Instant::now() > end {
            let _ = running.kill();
            let _ = running.wait();
            return None;
        }
        thread::sleep(Duration::from_millis(2));
    }
}
