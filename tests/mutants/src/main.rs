//! All mutants of the core in one build, each switched on by its number: minutes, where building every mutant for itself
//! takes a day.
//!
//! ```text
//! mutants ROOT WORK SUBJECT ..     (make mutants)
//! ```
//!
//! 1. `cargo mutants --list` says which mutants there are.
//! 2. A copy of the project in WORK is rewritten so that each can be switched on by the variable `MUTANT`; what does not
//!    compile so is left out.
//! 3. The unit tests and the suite are built once and run once, of the suite the subjects named, noting which test reaches
//!    which mutant.
//! 4. Each mutant is switched on for the tests that reach it, the quickest first, until one fails.
//!
//! What cannot be switched is left to `cargo mutants` itself.

mod build;
mod judge;
mod list;
mod rewrite;

use std::path::PathBuf;
use std::{env, process};

fn main() {
    let mut arguments = env::args().skip(1);
    let (Some(root), Some(work)) = (arguments.next(), arguments.next()) else {
        eprintln!("mutants ROOT WORK SUBJECT ..");
        process::exit(2);
    };
    let (root, work) = (PathBuf::from(root), PathBuf::from(work));
    let subjects: Vec<String> = arguments.collect();
    let mutants = list::all(&root);
    let copy = build::Copy::of(&root, &work);
    let switched = copy.rewrite(&mutants);
    let programs = copy.tests();
    let verdicts = judge::all(&copy, &programs, &subjects, &switched);
    let missed = judge::report(&mutants, &switched, &verdicts);
    println!("\nNot switched, to be judged one by one:");
    for (number, mutant) in mutants.iter().enumerate().filter(|(number, _)| !switched.contains(number)) {
        println!("{number:>5}  {}", mutant.name);
    }
    process::exit(i32::from(missed * 20 > switched.len()));
}
