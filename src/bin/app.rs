//! The page.

fn main() {
    drive_screening::ui::start();
}
