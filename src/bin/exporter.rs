//! The exporter: a worker of the composer that writes PDF, Word and zip files.

fn main() {
    drive_screening::exporter::start();
}
