//! A date as people type or paste it: day first, the month as a number or by name in English or Welsh, in three fields or
//! all in one. What could be read in two ways is not guessed.

use crate::base::date::Date;

/// What was typed, as far as it tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypedDate {
    /// A day.
    Day(Date),
    /// A day in one of two centuries.
    Century(Date, Date),
    /// A day and a month.
    NoYear,
    /// The second number can be no month, and the first can: the month came first.
    MonthFirst,
    /// No date.
    No,
}

/// The months in English and Welsh, with what they begin with after "o" in Welsh. Three letters are enough.
const MONTHS: [&[&str]; 12] = [
    &["january", "ionawr"],
    &["february", "chwefror"],
    &["march", "mawrth", "fawrth"],
    &["april", "ebrill"],
    &["may", "mai", "fai"],
    &["june", "mehefin", "fehefin"],
    &["july", "gorffennaf", "orffennaf"],
    &["august", "awst"],
    &["september", "sept", "medi", "fedi"],
    &["october", "hydref"],
    &["november", "tachwedd", "dachwedd"],
    &["december", "rhagfyr", "ragfyr"],
];
const ORDINALS: [&str; 11] = ["st", "nd", "rd", "th", "af", "il", "ydd", "fed", "ed", "eg", "ain"];
/// Words between the parts of a date that say nothing of it.
const BETWEEN: [&str; 4] = ["of", "the", "o", "y"];

#[derive(Clone, Copy)]
enum Part {
    Number { value: u32, digits: usize },
    Month(u32),
}

/// Reads the three fields. `today` is the day that "today" means; a year of two digits is in the century that puts the
/// day at most [`MOST_YEARS_BACK`](crate::base::date::MOST_YEARS_BACK) years back and, unless it may lie ahead, not after today.
pub fn typed_date(fields: &[String; 3], today: Date, future: bool) -> TypedDate {
    let filled: Vec<&str> =
        fields.iter().map(|field| field.trim()).filter(|field| !field.is_empty()).collect();
    // Pasted whole into any of them, whatever the others hold.
    for field in &filled {
        let read = read(field, today, future);
        if matches!(read, TypedDate::Day(_) | TypedDate::Century(..) | TypedDate::MonthFirst) {
            return read;
        }
    }
    read(&filled.join(" "), today, future)
}

fn read(text: &str, today: Date, future: bool) -> TypedDate {
    let text = plain(text);
    match text.trim() {
        "today" | "heddiw" => return TypedDate::Day(today),
        "yesterday" | "ddoe" => {
            let (year, month, day) = today.ymd();
            let before =
                Date::from_ymd(year, month, day.saturating_sub(1)).or_else(|| last_day_before(today));
            return before.map_or(TypedDate::No, TypedDate::Day);
        }
        text => {
            if let Some(day) = Date::parse(text) {
                return TypedDate::Day(day);
            }
        }
    }
    let Some(parts) = parts(&text) else { return TypedDate::No };
    let (day, month, year) = match parts[..] {
        [
            Part::Number { value: year, digits: 4 },
            Part::Number { value: month, .. },
            Part::Number { value: day, .. },
        ] => (day, month, Some((year, 4))),
        [
            Part::Number { value: day, .. },
            Part::Number { value: month, .. },
            Part::Number { value, digits },
        ] => {
            if (13..=31).contains(&month) && (1..=12).contains(&day) && digits != 3 {
                return TypedDate::MonthFirst;
            }
            (day, month, Some((value, digits)))
        }
        [Part::Number { value: day, .. }, Part::Month(month), Part::Number { value, digits }]
        | [Part::Month(month), Part::Number { value: day, .. }, Part::Number { value, digits }] => {
            (day, month, Some((value, digits)))
        }
        [Part::Month(month), Part::Number { value: day, digits: 1 | 2 }]
        | [
            Part::Number { value: day, digits: 1 | 2 },
            Part::Month(month) | Part::Number { value: month, digits: 1 | 2 },
        ] => (day, month, None),
        _ => return TypedDate::No,
    };
    match year {
        Some((year, 4)) => {
            let year = i32::try_from(year).unwrap_or(0);
            Date::from_ymd(year, month, day).map_or(TypedDate::No, TypedDate::Day)
        }
        Some((year, 2)) => short_year(year, month, day, today, future),
        None if Date::from_ymd(2024, month, day).is_some() => TypedDate::NoYear,
        _ => TypedDate::No,
    }
}

fn short_year(year: u32, month: u32, day: u32, today: Date, future: bool) -> TypedDate {
    let in_century = |century: u32| {
        let date = Date::from_ymd(i32::try_from(century + year).ok()?, month, day)?;
        let fits = !date.is_too_long_before(today) && (future || date <= today);
        fits.then_some(date)
    };
    match (in_century(1900), in_century(2000)) {
        (Some(one), Some(other)) => TypedDate::Century(one, other),
        (Some(only), None) | (None, Some(only)) => TypedDate::Day(only),
        (None, None) => TypedDate::No,
    }
}

fn last_day_before(first: Date) -> Option<Date> {
    let (year, month, _) = first.ymd();
    let (year, month) = if month == 1 { (year - 1, 12) } else { (year, month - 1) };
    (28..=31).rev().find_map(|day| Date::from_ymd(year, month, day))
}

/// In lower case, with full-width characters as those of a keyboard, and without marks that cannot be seen. Every word here
/// is of plain letters: tables of the others would be code to download.
fn plain(text: &str) -> String {
    let keyed = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{a0}' | '\u{2009}' | '\u{202f}' | '\u{3000}' => ' ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        c => c,
    };
    let unseen = |c: &char| !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    text.chars().filter(unseen).map(|c| keyed(c).to_ascii_lowercase()).collect()
}

fn parts(text: &str) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    for word in text.split(|c: char| c.is_whitespace() || matches!(c, '/' | '.' | '-' | ',')) {
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let (number, rest) = word.split_at_checked(digits)?;
        if digits > 4 || parts.len() > 3 {
            return None;
        }
        if digits > 0 {
            parts.push(Part::Number { value: number.parse().ok()?, digits });
        }
        if rest.is_empty() || (digits > 0 && ORDINALS.contains(&rest)) || BETWEEN.contains(&rest) {
            continue;
        }
        // `14Feb1985`
        let letters = rest.find(|c: char| c.is_ascii_digit()).unwrap_or(rest.len());
        let (name, year) = rest.split_at_checked(letters)?;
        let begins = |month: &&&str| name.len() >= 3 && month.starts_with(name);
        let month = MONTHS.iter().position(|names| names.iter().any(|month| begins(&month)))?;
        parts.push(Part::Month(u32::try_from(month).ok()? + 1));
        if !year.is_empty() {
            parts.push(Part::Number { value: year.parse().ok()?, digits: year.len() });
        }
    }
    Some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> TypedDate {
        typed_on(text, "2026-11-28", false)
    }

    fn typed_on(text: &str, today: &str, future: bool) -> TypedDate {
        let mut fields = text.split('|').map(ToOwned::to_owned);
        let fields = [(); 3].map(|()| fields.next().unwrap_or_default());
        typed_date(&fields, Date::parse(today).unwrap(), future)
    }

    #[test]
    fn dates_are_read_as_people_type_them() {
        for (text, day) in [
            ("14|2|1985", "1985-02-14"),
            ("14/02/1985", "1985-02-14"),
            ("|14/02/1985|", "1985-02-14"),
            ("||14.2.1985", "1985-02-14"),
            ("14-02-1985|3|1990", "1985-02-14"),
            ("1985-02-14", "1985-02-14"),
            ("14 Feb 1985", "1985-02-14"),
            ("14|Feb|1985", "1985-02-14"),
            ("14th|February|1985", "1985-02-14"),
            ("the 1st of March 1990", "1990-03-01"),
            ("14eg Chwefror 1985", "1985-02-14"),
            ("14eg|Chwef|1985", "1985-02-14"),
            ("1af o Fai 1990", "1990-05-01"),
            ("2il o Fedi 2019", "2019-09-02"),
            ("22ain o Dachwedd 2019", "2019-11-22"),
            ("3ydd o Orffennaf 2001", "2001-07-03"),
            ("Feb 14, 1985", "1985-02-14"),
            ("14Feb1985", "1985-02-14"),
            ("１４|２|１９８５", "1985-02-14"),
            ("14|2|85", "1985-02-14"),
            ("１４／０２／１９８５", "1985-02-14"),
            ("１４．２．１９８５", "1985-02-14"),
            ("\u{200e}14/02/1985\u{200e}", "1985-02-14"),
            ("\u{feff}1985-02-14|2|1985", "1985-02-14"),
            ("today", "2026-11-28"),
            ("|Heddiw|", "2026-11-28"),
            ("yesterday", "2026-11-27"),
            // A word counts as a date that is pasted whole, whatever the other fields have.
            ("today|3|1990", "2026-11-28"),
            ("14|ddoe|1985", "2026-11-27"),
            ("0085-02-14", "0085-02-14"),
            // The year first, however it is divided.
            ("1985/2/14", "1985-02-14"),
            ("1985|02|14", "1985-02-14"),
            ("2026.11.1", "2026-11-01"),
            // Both numbers can be a month: the day is first.
            ("3|2|1985", "1985-02-03"),
            ("12|12|1985", "1985-12-12"),
            ("14.2.1985.", "1985-02-14"),
        ] {
            assert_eq!(typed(text), TypedDate::Day(Date::parse(day).unwrap()), "{text}");
        }
        let day = |text: &str| Date::parse(text).unwrap();
        for text in ["14|2|15", "14/2/15", "14/02/15|3|1990", "|14 Feb 15|2019"] {
            assert_eq!(typed(text), TypedDate::Century(day("1915-02-14"), day("2015-02-14")), "{text}");
        }
        for text in ["14 February", "14eg Chwefror", "14|2|", "Feb 14", "29 February"] {
            assert_eq!(typed(text), TypedDate::NoYear, "{text}");
        }
        for text in ["02/14/1985", "2|14|1985", "02/14/1985|3|1990", "1|13|1985", "12|31|1985", "2/14/85"] {
            assert_eq!(typed(text), TypedDate::MonthFirst, "{text}");
        }
        for text in [
            "31|2|2020",
            "45|9|2018",
            "soon",
            "14|2|198",
            "14|2|19851",
            "14|Fe|1985",
            "1 2 3 4 5",
            "-|-|-",
            "14|0|1985",
            // The first number can be no month either, or the second no day, or the year has three figures.
            "13|13|1985",
            "0|14|1985",
            "2|32|1985",
            "2|14|198",
            "30 February",
            "31|4|",
            "30|2|85",
        ] {
            assert_eq!(typed(text), TypedDate::No, "{text}");
        }
    }

    #[test]
    fn yesterday_is_the_day_before_in_any_month() {
        for (today, before) in [
            ("2026-11-28", "2026-11-27"),
            ("2026-11-02", "2026-11-01"),
            ("2026-11-01", "2026-10-31"),
            ("2026-05-01", "2026-04-30"),
            ("2026-03-01", "2026-02-28"),
            ("2024-03-01", "2024-02-29"),
            ("2026-02-01", "2026-01-31"),
            ("2026-01-01", "2025-12-31"),
        ] {
            for word in ["yesterday", "Ddoe"] {
                let day = TypedDate::Day(Date::parse(before).unwrap());
                assert_eq!(typed_on(word, today, false), day, "{word} on {today}");
            }
        }
        assert_eq!(typed_on("yesterday", "0001-01-01", false), TypedDate::No, "there is no day before");
    }

    /// 120 years back and no further, and not after today unless the question looks ahead.
    #[test]
    fn a_year_of_two_figures_is_in_the_century_that_can_be() {
        let day = |text: &str| Date::parse(text).unwrap();
        for (text, future, centuries) in [
            ("28|11|26", false, &["1926-11-28", "2026-11-28"][..]),
            ("29|11|26", false, &["1926-11-29"]),
            ("29|11|26", true, &["1926-11-29", "2026-11-29"]),
            ("28|11|06", false, &["1906-11-28", "2006-11-28"]),
            ("27|11|06", false, &["2006-11-27"]),
            ("27|11|06", true, &["2006-11-27"]),
            ("29|2|00", false, &["2000-02-29"]),
        ] {
            let expected = match centuries {
                [only] => TypedDate::Day(day(only)),
                [one, other] => TypedDate::Century(day(one), day(other)),
                _ => TypedDate::No,
            };
            assert_eq!(typed_on(text, "2026-11-28", future), expected, "{text}, ahead: {future}");
        }
    }

    #[test]
    fn every_day_in_words_is_read_again() {
        use crate::base::words::Language;
        let mut day = Date::parse("1907-01-01").unwrap();
        let last = Date::parse("2026-11-28").unwrap();
        while day <= last {
            for language in [Language::En, Language::Cy] {
                assert_eq!(typed(&day.in_words(language)), TypedDate::Day(day), "{day}");
            }
            day = day.plus_days(17).unwrap();
        }
    }
}
