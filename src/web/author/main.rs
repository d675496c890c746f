//! The composer of the page about the criteria: it also checks, compares and changes them.

fn main() {
    drive_screening_composer::start(drive_screening_about_criteria::run_job);
}
