//! Quotations of input, fit to repeat in a message.

/// What the person gave, fit to repeat in a message: one line, its first 60 characters, no control characters. By these whoever
/// gave it finds it again, so no mark says where it was cut.
pub fn quoted(text: &str) -> String {
    format!("`{}`", one_line(text, 60))
}

/// The first so many characters of a text.
fn start(text: &str, most: usize) -> &str {
    let end = text.char_indices().nth(most).map(|(end, _)| end);
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

/// The start of a text, without control characters.
pub fn one_line(text: &str, most: usize) -> String {
    let mut line = String::new();
    for c in start(text, most).chars() {
        line.push(if c.is_control() { ' ' } else { c });
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_repeated_is_one_short_line() {
        assert_eq!(quoted("a\nb"), "`a b`");
        assert_eq!(quoted(&"x".repeat(100_000)).chars().count(), 62);
    }
}
