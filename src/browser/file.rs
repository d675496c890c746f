//! Reading a file the person chose. It is read in this browser and sent nowhere.

use super::dom::{Node, listener};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type Input;
    #[wasm_bindgen(method, getter)]
    fn files(this: &Input) -> Files;

    type Files;
    #[wasm_bindgen(method)]
    fn item(this: &Files, index: u32) -> Option<File>;

    type File;
    #[wasm_bindgen(method, getter)]
    fn size(this: &File) -> f64;
    #[wasm_bindgen(method)]
    fn text(this: &File) -> Reading;

    type Reading;
    #[wasm_bindgen(method)]
    fn then(this: &Reading, read: &JsValue, refused: &JsValue);
}

/// What stands for a file that could not be read: no JSON.
const UNREADABLE: &str = "?";

/// Why a file was not read.
pub(crate) enum Refused {
    /// It is larger than anything it could be.
    TooLarge,
    /// The browser did not give it out.
    Unreadable,
}

/// Reads the first files chosen in an input, at most so many, one after another. What could not be read is no text of
/// any pack, as whoever reads it will say.
pub(crate) fn read_all(input: &Node, most: u32, max_bytes: usize, act: impl Fn(Vec<String>) + 'static) {
    let files = input.unchecked_ref::<Input>().files();
    let files = (0..most).map_while(|index| files.item(index)).collect();
    input.set_value("");
    next(files, Vec::new(), max_bytes, Rc::new(act));
}

#[allow(clippy::cast_precision_loss, reason = "a few megabytes are exact in an f64")]
fn next(mut files: Vec<File>, texts: Vec<String>, max_bytes: usize, act: Rc<dyn Fn(Vec<String>)>) {
    if files.is_empty() {
        if !texts.is_empty() {
            act(texts);
        }
        return;
    }
    let file = files.remove(0);
    let rest = std::cell::Cell::new(Some((files, texts)));
    let done = Rc::new(move |text: Option<String>| {
        if let Some((files, mut texts)) = rest.take() {
            texts.push(text.unwrap_or_else(|| UNREADABLE.to_owned()));
            next(files, texts, max_bytes, act.clone());
        }
    });
    if file.size() > max_bytes as f64 {
        return done(None);
    }
    let refused = done.clone();
    file.text().then(
        &listener(Box::new(move |text| done(text.as_string()))).into_js_value(),
        &listener(Box::new(move |_| refused(None))).into_js_value(),
    );
}

/// Reads the file chosen in an input, if one was chosen, and then lets the same one be chosen again: it may be mended.
#[allow(clippy::cast_precision_loss, reason = "a few megabytes are exact in an f64")]
pub(crate) fn read(input: &Node, max_bytes: usize, act: impl Fn(Result<String, Refused>) + 'static) {
    let Some(file) = input.unchecked_ref::<Input>().files().item(0) else {
        return;
    };
    if file.size() > max_bytes as f64 {
        input.set_value("");
        return act(Err(Refused::TooLarge));
    }
    let input = input.clone();
    let done = Rc::new(move |text: Option<String>| {
        input.set_value("");
        act(text.ok_or(Refused::Unreadable));
    });
    let refused = done.clone();
    file.text().then(
        &listener(Box::new(move |text| done(text.as_string()))).into_js_value(),
        &listener(Box::new(move |_| refused(None))).into_js_value(),
    );
}
