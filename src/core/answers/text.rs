//! Text that somebody typed or pasted, cleaned.

/// Text as it is kept: no control characters and no overrides of the reading order; line ends of every kind become
/// `\n`, and only many-line text keeps them; what nobody can see is blank.
pub fn clean_text(text: &str, lines: bool) -> String {
    let mut before = ' ';
    let keep = |c: char| match (std::mem::replace(&mut before, c), c) {
        ('\r', '\n') => None,
        (_, c) => kept(c, lines),
    };
    let kept: String = text.chars().filter_map(keep).collect();
    if kept.chars().any(is_seen) { kept.trim().to_owned() } else { String::new() }
}

/// What of a character is kept.
fn kept(c: char, lines: bool) -> Option<char> {
    match c {
        // Word writes a soft line end as U+000B.
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
            Some(if lines { '\n' } else { ' ' })
        }
        '\t' => Some(' '),
        '\u{feff}' | '\u{202d}' | '\u{202e}' => None,
        c if c.is_control() => None,
        c => Some(symbol(c)),
    }
}

/// What stands for a sign of Word's symbol fonts (Symbol, Wingdings), which it pastes as the font's own code after U+F000 in
/// Unicode's private use. Without the font that is a box, or nothing. Word lists by these begin with a bullet, whichever it
/// was; ticks, crosses and arrows say something; what is ASCII in the font's codes is left as it is, as only the font tells
/// what it is.
fn symbol(c: char) -> char {
    match c {
        '\u{f0b7}' | '\u{f0a7}' | '\u{f0a8}' | '\u{f09f}' | '\u{f09e}' | '\u{f0b2}' | '\u{f06c}'
        | '\u{f06e}' | '\u{f06f}' | '\u{f071}' | '\u{f075}' | '\u{f076}' | '\u{f077}' | '\u{f0d8}'
        | '\u{f0da}' | '\u{f0dc}' => '\u{2022}',
        '\u{f020}' | '\u{f0a0}' => ' ',
        '\u{f02d}' | '\u{f0be}' => '\u{2013}',
        '\u{f0e0}' | '\u{f0e8}' | '\u{f0f0}' | '\u{f0ae}' => '\u{2192}',
        '\u{f0fc}' | '\u{f0fe}' => '\u{2713}',
        '\u{f0fb}' | '\u{f0fd}' => '\u{2717}',
        c => c,
    }
}

/// Whether a character leaves a mark: not a space, a joiner, a direction mark or a variation selector.
fn is_seen(c: char) -> bool {
    let unseen = matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}');
    !unseen && !c.is_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bullets_of_word_are_bullets_and_no_other_sign_is_taken_for_one() {
        for bullet in ['\u{f0b7}', '\u{f0a7}', '\u{f0d8}', '\u{f076}', '\u{f0a8}', '\u{f06e}'] {
            let pasted = format!("Calls:\r\n{bullet}\tafter 6{bullet}");
            assert_eq!(clean_text(&pasted, true), "Calls:\n\u{2022} after 6\u{2022}", "{bullet:?}");
        }
        for (code, sign) in [
            ('\u{f0fc}', '\u{2713}'),
            ('\u{f0fb}', '\u{2717}'),
            ('\u{f0e0}', '\u{2192}'),
            ('\u{f02d}', '\u{2013}'),
            ('\u{f041}', '\u{f041}'),
            ('\u{e000}', '\u{e000}'),
            ('\u{f8ff}', '\u{f8ff}'),
            ('\u{2022}', '\u{2022}'),
        ] {
            assert_eq!(clean_text(&format!("a{code}b"), false), format!("a{sign}b"), "{code:?}");
        }
        // A sign that stands for a space is nothing to see.
        assert_eq!(clean_text("\u{f020}\u{f0a0}", false), "");
    }

    #[test]
    fn what_has_been_cleaned_is_clean() {
        for c in '\u{e000}'..='\u{f8ff}' {
            let once = clean_text(&format!("a{c}b"), true);
            assert_eq!(clean_text(&once, true), once, "{c:?}");
        }
    }
}
