//! Letters as they are compared: small, plain, and without the marks that people leave out. `Siân` and `SIAN`, `Łukasz`
//! and `Lukasz`, `ｊａｎｅ` and `jane`, `Ελένη` and `elene` are read alike, in whichever normal form they were typed.
//!
//! The build writes down how Unicode takes each character apart and how the pieces are transliterated (`build.rs`).

use super::scripts::SCRIPTS;

/// For each character of the scripts, in order: where what it reads as stands in the text below, and how long it is.
static PLACES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/letters.bin"));
static PLAIN: &str = include_str!(concat!(env!("OUT_DIR"), "/letters.txt"));

/// What a character reads as, in small letters, digits or a sign; nothing at all for a mark on another one and for what
/// is not to be seen. `None` for those that are compared as they are.
pub(super) fn plain(c: char) -> Option<&'static str> {
    // Tags, which nobody sees.
    if matches!(c, '\u{e0000}'..='\u{e0fff}') {
        return Some("");
    }
    let code = c as usize;
    let mut before = 0;
    for (first, last) in SCRIPTS {
        let (first, last) = (first as usize, last as usize);
        if (first..=last).contains(&code) {
            let place = PLACES.get(3 * (before + code - first)..)?.get(..3)?;
            let at = usize::from(u16::from_le_bytes([place[0], place[1]]));
            return PLAIN.get(at..at + usize::from(place[2]));
        }
        // No character stands between these two ends of a range that is none, so the count is theirs.
        before += last + 1 - first;
    }
    None
}

/// Whether a letter is of a script that is spelled in several ways in ours.
pub(super) fn is_foreign(c: char) -> bool {
    !matches!(c, '\0'..='\u{36f}' | '\u{1e00}'..='\u{1eff}' | '\u{2000}'..='\u{2dff}' | '\u{a700}'..='\u{a7ff}'
        | '\u{ab30}'..='\u{ab6f}' | '\u{fb00}'..='\u{fb06}' | '\u{ff00}'..='\u{ffef}' | '\u{1d400}'..)
        && c.is_alphabetic()
}

/// The consonants of a name that was spelled by ear, and the whole of it with like sounds as one: `Юлия`, `Yulia` and
/// `Julija`, `محمد` and `Mohammed`.
pub(super) fn sounds(plain: &str) -> [String; 2] {
    let (mut consonants, mut whole) = (String::new(), String::new());
    let letters = plain.as_bytes();
    for (index, letter) in letters.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| letters.get(before));
        let sound = match letter {
            b'e' | b'i' | b'y' | b'j' => 'i',
            b'u' | b'o' => 'u',
            b'w' => 'v',
            b'c' | b'q' | b'k' => 'k',
            b'p' if letters.get(index + 1) == Some(&b'h') => 'f',
            b'z' => 's',
            letter => char::from(*letter),
        };
        if !whole.ends_with(sound) {
            whole.push(sound);
        }
        // An "h" that is heard by itself, not that of "kh", "sh" and the like.
        let silent = sound == 'h'
            && (index + 1 == letters.len() || before.is_some_and(|before| b"ckstpgdz".contains(before)));
        if !silent && !matches!(sound, 'a' | 'i' | 'u' | 'v') && !consonants.ends_with(sound) {
            consonants.push(sound);
        }
    }
    if consonants.len() < 3 {
        consonants.clear();
    }
    whole.retain(|sound| sound != 'a');
    if whole.len() < 4 {
        whole.clear();
    }
    [consonants, whole]
}
