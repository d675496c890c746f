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
        c => Some(c),
    }
}

/// Whether a character leaves a mark: not a space, a joiner, a direction mark or a variation selector.
fn is_seen(c: char) -> bool {
    let unseen = matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}');
    !unseen && !c.is_whitespace()
}
