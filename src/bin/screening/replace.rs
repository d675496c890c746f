//! Writing a file whole or not at all: beside its place first, then into it under its name. Whatever stood there before
//! stays as it was until the new file is safe on the disk, and for good if it cannot be.

use crate::reference;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// How many names beside are tried; a random one that is taken is next to impossible.
const TRIES: usize = 8;

/// Puts a file that only this account may read, where the system knows such a thing, in the place of whatever has this
/// path. A symbolic link there is replaced and not followed.
///
/// # Errors
/// It could not be written; then nothing was changed.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
        return Err(io::ErrorKind::InvalidInput.into());
    };
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    fs::create_dir_all(folder)?;
    let mut tries = 0;
    let (beside, file) = loop {
        let beside = folder.join(format!(".{}.{}", name.to_string_lossy(), reference::random()));
        match fresh(&beside) {
            Ok(file) => break (beside, file),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && tries < TRIES => tries += 1,
            Err(error) => return Err(error),
        }
    };
    let written = fill(file, bytes).and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        // A referral is not left lying about under another name. The first error is the one to tell.
        let _ = fs::remove_file(&beside);
    } else if let Ok(folder) = File::open(folder) {
        // The new name is to outlive a power cut too; not every system lets a folder be asked for that.
        let _ = folder.sync_all();
    }
    written
}

/// A file that was not there before, not even as a link.
fn fresh(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Only what has reached the disk is written: some file systems tell that they are full no earlier.
fn fill(mut file: File, bytes: &[u8]) -> io::Result<()> {
    file.write_all(bytes)?;
    file.sync_all()
}
