//! The program that writes documents, in a worker of the page.

fn main() {
    drive_screening::worker::start();
}
