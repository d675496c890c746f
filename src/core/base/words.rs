//! Languages, and words that exist in both or do not compile.

/// A language the program speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Welsh.
    Cy,
}

impl Language {
    /// The BCP 47 tag, as in `lang="cy"`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Cy => "cy",
        }
    }

    /// The language of a tag, if it is one of ours.
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag {
            "en" => Some(Self::En),
            "cy" => Some(Self::Cy),
            _ => None,
        }
    }

    /// The other language.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::En => Self::Cy,
            Self::Cy => Self::En,
        }
    }
}

/// The program's own words. Both languages are fields, so missing wording does not compile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// English.
    pub en: &'static str,
    /// Welsh.
    pub cy: &'static str,
}

impl Phrase {
    /// Words in both languages.
    ///
    /// # Examples
    /// ```
    /// use drive_screening_core::base::words::{Language, Phrase};
    ///
    /// const BACK: Phrase = Phrase::of("Back", "Yn ôl");
    /// assert_eq!(BACK.say(Language::Cy), "Yn ôl");
    /// ```
    pub const fn of(en: &'static str, cy: &'static str) -> Self {
        Self { en, cy }
    }

    /// [`Phrase::fill`] with arguments that are in both languages themselves.
    pub fn fill_in(&self, arguments: &[&Localized]) -> Localized {
        let in_one = |words: &str, language: Language| {
            let arguments: Vec<&str> = arguments.iter().map(|argument| argument.say(language)).collect();
            fill(words, &arguments)
        };
        Localized { en: in_one(self.en, Language::En), cy: in_one(self.cy, Language::Cy) }
    }

    /// The words with each `{0}`, `{1}`, .. replaced by that argument. One function for every message: the code of a
    /// `format!` in each language for each message comes to many times the words.
    pub fn fill(&self, arguments: &[&str]) -> Localized {
        Localized { en: fill(self.en, arguments), cy: fill(self.cy, arguments) }
    }

    /// The words in `language`.
    pub fn say(&self, language: Language) -> &'static str {
        match language {
            Language::En => self.en,
            Language::Cy => self.cy,
        }
    }

    /// The words as owned text, for where they meet a pack's wording.
    pub fn text(&self) -> Localized {
        Localized { en: self.en.to_owned(), cy: self.cy.to_owned() }
    }
}

fn fill(words: &str, arguments: &[&str]) -> String {
    let mut pieces = words.split('{');
    let mut filled = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let numbered = piece.split_once('}');
        match numbered.and_then(|(number, rest)| Some((arguments.get(number.parse::<usize>().ok()?)?, rest)))
        {
            Some((argument, rest)) => {
                filled.push_str(argument);
                filled.push_str(rest);
            }
            // A brace that is part of the words, as in a piece of JSON.
            None => {
                filled.push('{');
                filled.push_str(piece);
            }
        }
    }
    filled
}

/// Words in both languages that are known only when the program runs: a pack's, or with figures in them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Localized {
    /// English.
    pub en: String,
    /// Welsh.
    pub cy: String,
}

impl Localized {
    /// Text of both languages.
    pub fn new(en: impl Into<String>, cy: impl Into<String>) -> Self {
        Self { en: en.into(), cy: cy.into() }
    }

    /// What is written anew for each language.
    pub fn each(write: impl Fn(Language) -> String) -> Self {
        Self { en: write(Language::En), cy: write(Language::Cy) }
    }

    /// The words in `language`.
    pub fn say(&self, language: Language) -> &str {
        match language {
            Language::En => &self.en,
            Language::Cy => &self.cy,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_tag_and_the_other() {
        for (language, tag, other) in [(Language::En, "en", Language::Cy), (Language::Cy, "cy", Language::En)]
        {
            assert_eq!((language.tag(), language.other()), (tag, other));
            assert_eq!(Language::from_tag(tag), Some(language));
        }
        assert_eq!(Language::from_tag("EN"), None);
    }

    #[test]
    fn arguments_stand_where_their_numbers_are_and_other_braces_stay() {
        let words = Phrase::of("{1} is not {0}: {\"a\":..} {}", "nid yw {1} yn {0} {7} {");
        assert_eq!(
            words.fill(&["{1}", "b"]),
            Localized::new("b is not {1}: {\"a\":..} {}", "nid yw b yn {1} {7} {")
        );
        assert_eq!(words.fill(&[]).cy, words.cy);
    }
}
