//! Writes down how letters of many scripts are read in plain ones.

use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "scan/scripts.rs"]
mod scripts;

fn main() -> std::io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=scan/scripts.rs");
    letters(&PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()))
}

/// How each character of the scripts that names here come in is read in small plain letters, for the scan: what Unicode
/// takes it apart into, each piece transliterated. So however a name was typed, it is read as the same letters. The
/// libraries hold far more scripts than a program can carry that is fetched over a poor line.
fn letters(to: &Path) -> std::io::Result<()> {
    use deunicode::deunicode_char;
    use icu_normalizer::DecomposingNormalizerBorrowed;
    use icu_properties::{CodePointSetData, props::DefaultIgnorableCodePoint};
    let apart = DecomposingNormalizerBorrowed::new_nfkd();
    let unseen = CodePointSetData::new::<DefaultIgnorableCodePoint>();
    let (mut places, mut plain) = (Vec::new(), String::new());
    for c in scripts::SCRIPTS.iter().flat_map(|(first, last)| *first..=*last) {
        let mut read = String::new();
        for piece in
            apart.normalize(c.encode_utf8(&mut [0; 4])).chars().filter(|piece| !unseen.contains(*piece))
        {
            read.push_str(deunicode_char(piece).unwrap_or_default());
        }
        read.make_ascii_lowercase();
        if c.is_alphanumeric() {
            read.retain(|c| c.is_ascii_alphanumeric());
        } else {
            // A sign: one of those that stand in names, numbers and addresses, or any. What reads as nothing is a mark on
            // another letter, or not to be seen.
            let sign = read.trim().replace('`', "'").replace("--", "-");
            let known = sign.is_empty() || (sign.len() == 1 && "'-,.@+/()&:_".contains(&sign));
            read = if known && (read.is_empty() || !sign.is_empty()) { sign } else { "*".to_owned() };
        }
        let at = plain.find(&read).unwrap_or_else(|| {
            plain.push_str(&read);
            plain.len() - read.len()
        });
        let (Ok(at), Ok(length)) = (u16::try_from(at), u8::try_from(read.len())) else {
            return Err(std::io::Error::other("the letters are too many for their places"));
        };
        places.extend_from_slice(&at.to_le_bytes());
        places.push(length);
    }
    fs::write(to.join("letters.bin"), places)?;
    fs::write(to.join("letters.txt"), plain)
}
