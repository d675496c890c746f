//! Reading files the person chose. They are read in this browser and sent nowhere.

use drive_screening_core::protocol::is_sealed;
use drive_screening_core::state::FileFault;
use gloo_file::Blob;
use gloo_file::futures::{read_as_bytes, read_as_text};
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

/// What is in a file.
pub(crate) enum Contents {
    /// Text, or bytes read as such.
    Text(String),
    /// The bytes of a sealed file.
    Sealed(Vec<u8>),
}

/// The texts of files, none of which is sealed.
pub(crate) fn texts(files: Vec<Contents>) -> Result<Vec<String>, FileFault> {
    let text = |file| match file {
        Contents::Text(text) => Ok(text),
        Contents::Sealed(_) => Err(FileFault::Unreadable),
    };
    files.into_iter().map(text).collect()
}

/// Reads the first files chosen in the input of an event, at most so many, one after another; all of them or none. Nothing
/// happens where none was chosen.
pub(crate) fn read(
    event: &Event,
    most: u32,
    max_bytes: u64,
    act: impl Fn(Result<Vec<Contents>, FileFault>) + 'static,
) {
    let files = chosen(event, most);
    if !files.is_empty() {
        // Boxed, so that the code to read is there once and not for each act.
        read_all(files, max_bytes, Box::new(act));
    }
}

/// The names of the first files chosen in the input of an event, at most so many.
pub(crate) fn names(event: &Event, most: u32) -> Vec<String> {
    let files = event.target().and_then(|input| input.unchecked_into::<HtmlInputElement>().files());
    let files = files.iter().flat_map(|files| (0..most).map_while(|index| files.item(index)));
    files.map(|file| file.name()).collect()
}

fn read_all(files: Vec<Blob>, max_bytes: u64, act: Box<dyn Fn(Result<Vec<Contents>, FileFault>)>) {
    spawn_local(async move {
        let mut texts = Vec::new();
        for file in files {
            match read_one(file, max_bytes).await {
                Ok(text) => texts.push(text),
                Err(fault) => return act(Err(fault)),
            }
        }
        act(Ok(texts));
    });
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

async fn read_one(file: Blob, max_bytes: u64) -> Result<Contents, FileFault> {
    if file.size() > max_bytes {
        return Err(FileFault::TooLarge);
    }
    let unreadable = |_| FileFault::Unreadable;
    let bytes = read_as_bytes(&file).await.map_err(unreadable)?;
    if is_sealed(&bytes) {
        return Ok(Contents::Sealed(bytes));
    }
    read_as_text(&file).await.map(Contents::Text).map_err(unreadable)
}
