//! A text as words, numbers and signs.

/// A run of letters, a run of digits, or one sign.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'a> {
    pub(super) text: &'a str,
    /// In bytes of the whole text.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Nothing stands between it and the one before.
    pub(super) joined: bool,
    /// Nor is the one before a sign: letters and digits run on.
    pub(super) glued: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Space,
    Letter,
    Digit,
    Sign,
}

fn kind(c: char) -> Kind {
    if c.is_whitespace() {
        Kind::Space
    } else if c.is_ascii_digit() {
        Kind::Digit
    } else if c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}') {
        Kind::Letter
    } else {
        Kind::Sign
    }
}

/// The text in pieces.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut last = Kind::Space;
    for (start, c) in text.char_indices() {
        let now = kind(c);
        let end = start + c.len_utf8();
        if now != Kind::Space {
            match tokens.last_mut() {
                Some(token) if now == last && now != Kind::Sign => {
                    token.end = end;
                    token.text = &text[token.start..end];
                }
                _ => tokens.push(Token {
                    text: &text[start..end],
                    start,
                    end,
                    joined: last != Kind::Space,
                    glued: matches!(last, Kind::Letter | Kind::Digit),
                }),
            }
        }
        last = now;
    }
    tokens
}

impl Token<'_> {
    pub(super) fn is_letters(&self) -> bool {
        self.text.chars().next().is_some_and(|c| kind(c) == Kind::Letter)
    }

    pub(super) fn is_digits(&self) -> bool {
        self.text.as_bytes()[0].is_ascii_digit()
    }

    pub(super) fn is(&self, sign: &str) -> bool {
        self.text == sign
    }

    /// Begins with a capital.
    pub(super) fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    /// The same word, whatever the case of its letters.
    pub(super) fn says(&self, words: &[&str]) -> bool {
        let folded = fold(self.text);
        for word in words {
            if folded == *word {
                return true;
            }
        }
        false
    }
}

/// In small letters without the signs over them that people leave out: `Siân` and `SIAN` are one name.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::new();
    for c in text.chars() {
        match c {
            'à'..='å' | 'À'..='Å' | 'ā' | 'Ā' => folded.push('a'),
            'ç' | 'Ç' => folded.push('c'),
            'è'..='ë' | 'È'..='Ë' | 'ē' | 'Ē' => folded.push('e'),
            'ì'..='ï' | 'Ì'..='Ï' | 'ī' | 'Ī' => folded.push('i'),
            'ñ' | 'Ñ' => folded.push('n'),
            'ò'..='ö' | 'ø' | 'Ò'..='Ö' | 'Ø' | 'ō' | 'Ō' => folded.push('o'),
            'ù'..='ü' | 'Ù'..='Ü' | 'ū' | 'Ū' => folded.push('u'),
            'ŵ' | 'Ŵ' | 'ẁ'..='ẅ' | 'Ẁ'..='Ẅ' => folded.push('w'),
            'ý' | 'ÿ' | 'ŷ' | 'Ý' | 'Ŷ' | 'ỳ' | 'Ỳ' | 'Ÿ' => folded.push('y'),
            'ł' | 'Ł' => folded.push('l'),
            'š' | 'Š' => folded.push('s'),
            'ž' | 'Ž' => folded.push('z'),
            // A sign of its own over the letter before it.
            '\u{300}'..='\u{36f}' => {}
            c => folded.extend(c.to_lowercase()),
        }
    }
    folded
}
