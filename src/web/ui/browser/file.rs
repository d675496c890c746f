//! Reading files the person chose. They are read in this browser and sent nowhere.

use gloo_file::Blob;
use gloo_file::futures::read_as_text;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

/// What stands for a file that could not be read: no JSON.
const UNREADABLE: &str = "?";

/// Why a file was not read.
pub(crate) enum Refused {
    /// It is larger than anything it could be.
    TooLarge,
    /// The browser did not give it out.
    Unreadable,
}

/// Reads the first files chosen in the input of an event, at most so many, one after another. What could not be read is
/// no text of any pack, as whoever reads it will say.
pub(crate) fn read_all(event: &Event, most: u32, max_bytes: u64, act: impl Fn(Vec<String>) + 'static) {
    let files = chosen(event, most);
    if files.is_empty() {
        return;
    }
    spawn_local(async move {
        let mut texts = Vec::new();
        for file in files {
            texts.push(read_one(file, max_bytes).await.unwrap_or_else(|_| UNREADABLE.to_owned()));
        }
        act(texts);
    });
}

/// Reads the file chosen in the input of an event, if one was chosen.
pub(crate) fn read(event: &Event, max_bytes: u64, act: impl Fn(Result<String, Refused>) + 'static) {
    if let Some(file) = chosen(event, 1).pop() {
        spawn_local(async move { act(read_one(file, max_bytes).await) });
    }
}

/// The files that were chosen. The same ones can be chosen again at once: they may be mended.
fn chosen(event: &Event, most: u32) -> Vec<Blob> {
    let Some(input) = event.target() else { return Vec::new() };
    let input: HtmlInputElement = input.unchecked_into();
    let files = input.files();
    let files = files.iter().flat_map(|files| (0..most).map_while(|index| files.item(index)));
    let files = files.map(|file| Blob::from(web_sys::Blob::from(file))).collect();
    input.set_value("");
    files
}

async fn read_one(file: Blob, max_bytes: u64) -> Result<String, Refused> {
    if file.size() > max_bytes {
        return Err(Refused::TooLarge);
    }
    read_as_text(&file).await.map_err(|_| Refused::Unreadable)
}
