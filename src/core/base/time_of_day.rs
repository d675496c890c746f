//! A time of day as people write it, in English and Welsh. What could be read in two ways is not guessed.

use std::fmt;

/// A time of the 24-hour clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeOfDay {
    hour: u32,
    minute: u32,
}

/// What was typed, as far as it tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypedTime {
    /// A time.
    Time(TimeOfDay),
    /// A time of the morning or of the evening.
    Half(TimeOfDay, TimeOfDay),
    /// Numbers that no clock shows.
    NoSuchTime,
    /// No time.
    No,
}

/// A half of the day, and how it is written after the hour, without spaces and full stops.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Evening,
}

const HALVES: [(&str, Half); 17] = [
    ("am", Half::Morning),
    ("a", Half::Morning),
    ("inthemorning", Half::Morning),
    ("yb", Half::Morning),
    ("ybore", Half::Morning),
    ("o'rbore", Half::Morning),
    ("pm", Half::Evening),
    ("p", Half::Evening),
    ("intheafternoon", Half::Evening),
    ("intheevening", Half::Evening),
    ("atnight", Half::Evening),
    ("yp", Half::Evening),
    ("yh", Half::Evening),
    ("yprynhawn", Half::Evening),
    ("o'rprynhawn", Half::Evening),
    ("yrhwyr", Half::Evening),
    ("ynos", Half::Evening),
];
const NOON: [&str; 6] = ["noon", "midday", "12noon", "12midday", "hannerdydd", "12hannerdydd"];
const MIDNIGHT: [&str; 4] = ["midnight", "12midnight", "hannernos", "12hannernos"];
/// Words beside a time that say nothing of it.
const AROUND: [&str; 5] = ["o'clock", "oclock", "o'rgloch", "hrs", "hours"];

impl TimeOfDay {
    /// The time of an hour, 0 to 23, and a minute, if a clock shows it.
    pub fn new(hour: u32, minute: u32) -> Option<Self> {
        (hour < 24 && minute < 60).then_some(Self { hour, minute })
    }
}

/// Writes `09:05`.
impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

/// Reads a time: `14:30`, `14.30`, `1430`, `2.30pm`, `9am`, `hanner dydd`. An hour up to 12 without a nought before it, minutes
/// or a half of the day may be of either half.
pub fn typed_time(text: &str) -> TypedTime {
    // Every word here is of plain letters: the tables of the rest would weigh more than all else that is read.
    let plain = |c: char| if c == '\u{2019}' { '\'' } else { c.to_ascii_lowercase() };
    let mut text: String = text.chars().filter(|c| !c.is_whitespace()).map(plain).collect();
    for word in AROUND {
        text = without(&text, word);
    }
    if NOON.contains(&text.as_str()) {
        return clock(12, 0);
    }
    if MIDNIGHT.contains(&text.as_str()) {
        return clock(0, 0);
    }
    let digits = text.trim_end_matches(|c: char| !c.is_ascii_digit()).len();
    let Some((numbers, after)) = text.split_at_checked(digits) else { return TypedTime::No };
    let after = after.replace('.', "");
    let half = HALVES.iter().find(|(word, _)| *word == after).map(|(_, half)| *half);
    if half.is_none() && !matches!(after.as_str(), "" | "h") {
        return TypedTime::No;
    }
    let parts: Vec<&str> = numbers.split([':', '.', 'h']).collect();
    let all_digits =
        |part: &&str| !part.is_empty() && part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit());
    let whole = numbers.bytes().all(|byte| byte.is_ascii_digit());
    let hour_and_minute = match parts[..] {
        [four] if whole && matches!(four.len(), 3 | 4) => four.split_at_checked(four.len() - 2),
        [hour] if whole && matches!(hour.len(), 1 | 2) => Some((hour, "")),
        // Seconds, as systems write them, say nothing that is wanted.
        [hour, minute] | [hour, minute, "00"]
            if [hour, minute].iter().all(all_digits) && minute.len() == 2 =>
        {
            Some((hour, minute))
        }
        _ => None,
    };
    let Some((hour, minute)) = hour_and_minute else { return TypedTime::No };
    let (Ok(number), Ok(minutes)) =
        (hour.parse::<u32>(), if minute.is_empty() { Ok(0) } else { minute.parse() })
    else {
        return TypedTime::No;
    };
    match half {
        Some(Half::Morning) if number == 12 => clock(0, minutes),
        Some(Half::Morning) if number > 12 => TypedTime::NoSuchTime,
        Some(Half::Evening) if (1..12).contains(&number) => clock(number + 12, minutes),
        Some(Half::Evening) if number == 0 => TypedTime::NoSuchTime,
        None if minute.is_empty()
            && after.is_empty()
            && (1..=12).contains(&number)
            && !hour.starts_with('0') =>
        {
            match (TimeOfDay::new(number % 12, 0), TimeOfDay::new(number % 12 + 12, 0)) {
                (Some(one), Some(other)) => TypedTime::Half(one, other),
                _ => TypedTime::NoSuchTime,
            }
        }
        _ => clock(number, minutes),
    }
}

/// A text without a word, wherever it stands in it. The library's search is for long texts, and code to download.
fn without(text: &str, word: &str) -> String {
    let (mut kept, mut rest) = (String::new(), text.chars());
    while !rest.as_str().is_empty() {
        match rest.as_str().strip_prefix(word) {
            Some(after) => rest = after.chars(),
            None => kept.extend(rest.next()),
        }
    }
    kept
}

fn clock(hour: u32, minute: u32) -> TypedTime {
    TimeOfDay::new(hour, minute).map_or(TypedTime::NoSuchTime, TypedTime::Time)
}

/// The first thing in a text that is written as a time, hours and minutes with a colon between, and that no clock shows.
/// Only the colon tells a time from an amount, a version or a date.
pub fn impossible_time_in(text: &str) -> Option<&str> {
    let belongs = |c: char| c.is_ascii_digit() || c == ':';
    let is_impossible = |time: &&str| {
        time.split_once(':').is_some_and(|(hour, minute)| {
            (1..=2).contains(&hour.len())
                && minute.len() == 2
                && matches!((hour.parse(), minute.parse()), (Ok(hour), Ok(minute)) if TimeOfDay::new(hour, minute).is_none())
        })
    };
    text.split(|c| !belongs(c)).map(|word| word.trim_matches(':')).find(is_impossible)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_as_people_write_them() {
        for (typed, time) in [
            ("14:30", "14:30"),
            ("02:40", "02:40"),
            (" 9:05 ", "09:05"),
            ("9.30", "09:30"),
            ("21:30", "21:30"),
            ("2130", "21:30"),
            ("0930", "09:30"),
            ("930", "09:30"),
            ("21h30", "21:30"),
            ("21h", "21:00"),
            ("14:30:00", "14:30"),
            ("1430 hrs", "14:30"),
            ("14", "14:00"),
            ("09", "09:00"),
            ("00:00", "00:00"),
            ("23:59", "23:59"),
            ("9am", "09:00"),
            ("9 a.m.", "09:00"),
            ("9.30 PM", "21:30"),
            ("9:30pm", "21:30"),
            ("12am", "00:00"),
            ("12pm", "12:00"),
            ("12.15 am", "00:15"),
            ("14:30pm", "14:30"),
            ("9 o\u{2019}clock in the morning", "09:00"),
            ("noon", "12:00"),
            ("Midnight", "00:00"),
            ("hanner dydd", "12:00"),
            ("Hanner nos", "00:00"),
            ("9yb", "09:00"),
            ("9 y bore", "09:00"),
            ("2.15 y prynhawn", "14:15"),
            ("8 o'r gloch yr hwyr", "20:00"),
            ("9yh", "21:00"),
        ] {
            let TypedTime::Time(read) = typed_time(typed) else { panic!("{typed}: {:?}", typed_time(typed)) };
            assert_eq!(read.to_string(), time, "{typed}");
        }
    }

    #[test]
    fn what_is_no_time_or_could_be_two() {
        for typed in ["99:99", "24:00", "25:00", "12:60", "9:75", "2460", "13am", "0pm", "14.60pm", "99"] {
            assert_eq!(typed_time(typed), TypedTime::NoSuchTime, "{typed}");
        }
        for typed in [
            "",
            "soon",
            "9:5",
            "9:",
            ":30",
            "12345",
            "1:2:3",
            "9-10",
            "9xm",
            "half past two",
            "14:30:99",
            "\u{665}",
        ] {
            assert_eq!(typed_time(typed), TypedTime::No, "{typed}");
        }
        for (typed, morning, evening) in
            [("9", "09:00", "21:00"), ("9 o'clock", "09:00", "21:00"), ("12", "00:00", "12:00")]
        {
            let TypedTime::Half(one, other) = typed_time(typed) else { panic!("{typed}") };
            assert_eq!((one.to_string().as_str(), other.to_string().as_str()), (morning, evening), "{typed}");
        }
    }

    #[test]
    fn a_time_that_no_clock_shows_is_found_in_a_text() {
        for (text, found) in [
            ("01632 960002, weekdays 10:00 to 14:00", None),
            ("after 18:30: ask first", None),
            ("weekdays 99:99", Some("99:99")),
            ("not before 9:75, please", Some("9:75")),
            ("10:00 to 25:00", Some("25:00")),
            ("ref 12:345, 123:45, 1:2, ::, 12:30:99", None),
            ("£12.99 at 70%, form 24/27", None),
            ("Salm 23:4", None),
            ("", None),
        ] {
            assert_eq!(impossible_time_in(text), found, "{text}");
        }
    }
}
