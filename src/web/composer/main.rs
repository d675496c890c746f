//! The composer of a referral.

fn main() {
    drive_screening_composer::start(drive_screening_document::run_job);
}
