//! The composer: a worker of the page that makes documents and answers what it asks about the criteria.

fn main() {
    drive_screening::composer::start();
}
