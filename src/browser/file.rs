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

/// Reads the file that was chosen in the input of an event, if one was chosen, and then lets the same one be chosen again: it may be mended.
pub(crate) fn read(event: &Event, max_bytes: usize, act: impl Fn(Result<String, Refused>) + 'static) {
    let Some(input) = event.target() else { return };
    let input: HtmlInputElement = input.unchecked_into();
    let Some(file) = input.files().and_then(|files| files.item(0)) else {
        return;
    };
    let file = File::from(file);
    if Blob::from(file.clone()).size() > max_bytes as u64 {
        input.set_value("");
        return act(Err(Refused::TooLarge));
    }
    // The reader is kept until it has read.
    let reading = Rc::new(RefCell::new(None));
    let done = reading.clone();
    *reading.borrow_mut() = Some(read_as_text(&file, move |text| {
        input.set_value("");
        act(text.map_err(|_| Refused::Unreadable));
        done.borrow_mut().take();
    }));
}
