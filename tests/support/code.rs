//! The Rust files of `src`.

use std::fs;
use std::path::{Path, PathBuf};

/// Every file, its path from the root of the project and its text, in order.
pub fn rust_files() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    collect(&root.join("src"), &mut files);
    files.sort();
    let read = |path: PathBuf| {
        let inside = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
        (inside, fs::read_to_string(path).unwrap())
    };
    files.into_iter().map(read).collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}
