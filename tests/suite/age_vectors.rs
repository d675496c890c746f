//! The vectors of C2SP's CCTV for the age format, of June 2026 (`tests/age`, 0BSD or CC0): each file opens, or does not, as it
//! says itself.

use drive_screening::seal::open;
use drive_screening::secret::Secret;
use flate2::read::ZlibDecoder;
use sha2::{Digest, Sha256};
use std::io::Read;
use std::path::PathBuf;

/// What a vector says of itself.
struct Vector {
    name: String,
    fields: Vec<(String, String)>,
    file: Vec<u8>,
}

impl Vector {
    fn read(path: &PathBuf) -> Self {
        let bytes = std::fs::read(path).unwrap();
        let end = bytes.windows(2).position(|pair| pair == b"\n\n").unwrap();
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let fields = head.lines().map(|line| line.split_once(": ").unwrap());
        let vector = Self {
            name: path.file_name().unwrap().to_string_lossy().into_owned(),
            fields: fields.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
            file: bytes[end + 2..].to_vec(),
        };
        match vector.all("compressed")[..] {
            [] => vector,
            ["zlib"] => {
                let mut file = Vec::new();
                ZlibDecoder::new(&vector.file[..]).read_to_end(&mut file).unwrap();
                Self { file, ..vector }
            }
            _ => panic!("{}: compressed in a way of its own", vector.name),
        }
    }

    fn all(&self, name: &str) -> Vec<&str> {
        self.fields.iter().filter(|(field, _)| field == name).map(|(_, value)| value.as_str()).collect()
    }

    /// What is wrong with how it opened.
    fn wrong(&self) -> Option<String> {
        let secrets = [self.all("identity"), self.all("passphrase")].concat().join("\n");
        let opened = open(&self.file, &Secret::from(secrets));
        let expected = self.all("expect")[0];
        let as_expected = match (&opened, expected) {
            (Ok(content), "success") => {
                let digest: String =
                    Sha256::digest(content.bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
                self.all("payload") == [digest]
            }
            // A passphrase is no key, where the file is for people.
            (Err(problem), "no match") => {
                ["sealed-key", "sealed-passphrase", "sealed-no-key"].contains(&problem.code)
            }
            (Err(problem), "armor failure" | "header failure" | "payload failure" | "HMAC failure") => {
                // Whose it is was never in question.
                !["sealed-key", "sealed-passphrase"].contains(&problem.code)
                    || self.all("passphrase").len() == 1
            }
            _ => false,
        };
        let came = opened.map_or_else(|problem| problem.code.to_owned(), |_| "opened".to_owned());
        (!as_expected).then(|| format!("{}: {expected}, but {came}: {:?}", self.name, self.all("comment")))
    }
}

#[test]
fn every_vector_opens_or_is_refused_as_it_says() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/age");
    let paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(paths.len(), 143);
    let wrong: Vec<String> = paths.iter().filter_map(|path| Vector::read(path).wrong()).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
