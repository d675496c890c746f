//! Reading a file the person chose. It is read in this browser and sent nowhere.

use gloo_file::callbacks::read_as_text;
use gloo_file::{Blob, File};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

/// Why a file was not read.
pub(crate) enum Refused {
    /// It is larger than anything it could be.
    TooLarge,
    /// The browser did not give it out.
    Unreadable,
}

/// What came of a file.
pub(crate) type Read = Result<String, Refused>;

/// What was read, as texts. What was not is no text of any pack, as whoever reads it says.
pub(crate) fn texts(all: Vec<Read>) -> Vec<String> {
    all.into_iter().map(|read| read.unwrap_or_else(|_| "?".to_owned())).collect()
}

/// Reads the files that were chosen in the input of an event, the first so many, if any were chosen, and then lets the
/// same ones be chosen again: they may be mended.
pub(crate) fn read(event: &Event, most: u32, max_bytes: usize, act: impl Fn(Vec<Read>) + 'static) {
    let Some(input) = event.target() else { return };
    let input: HtmlInputElement = input.unchecked_into();
    let mut files = Vec::new();
    if let Some(chosen) = input.files() {
        for index in 0..most {
            files.extend(chosen.item(index).map(File::from));
        }
    }
    if !files.is_empty() {
        next(
            files,
            Vec::new(),
            max_bytes,
            Rc::new(move |all| {
                input.set_value("");
                act(all);
            }),
        );
    }
}

/// Reads one file after the other.
fn next(mut files: Vec<File>, mut all: Vec<Read>, max_bytes: usize, act: Rc<dyn Fn(Vec<Read>)>) {
    if files.is_empty() {
        return act(all);
    }
    let file = files.remove(0);
    if Blob::from(file.clone()).size() > max_bytes as u64 {
        all.push(Err(Refused::TooLarge));
        return next(files, all, max_bytes, act);
    }
    // The reader is kept until it has read.
    let reading = Rc::new(RefCell::new(None));
    let done = reading.clone();
    *reading.borrow_mut() = Some(read_as_text(&file, move |text| {
        all.push(text.map_err(|_| Refused::Unreadable));
        next(files, all, max_bytes, act);
        done.borrow_mut().take();
    }));
}
