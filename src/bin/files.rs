//! The program that writes PDF, Word and zip files, in a worker beside the one that composes documents.

fn main() {
    drive_screening::writer::start();
}
