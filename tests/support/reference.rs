//! A second reading of `screening.md` for the ten packs, written from its text alone. It shares nothing with the
//! program: it works on the JSON of a sheet, counts days in its own way, and finds possible verdicts and open
//! criteria by going through the completions.

use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// A calendar day with its own arithmetic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    pub year: i64,
    pub month: i64,
    pub day: i64,
}

impl Day {
    pub fn new(year: i64, month: i64, day: i64) -> Self {
        assert!(
            (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day),
            "{year}-{month}-{day}"
        );
        Self { year, month, day }
    }

    pub fn read(text: &str) -> Self {
        let mut parts = text.split('-').map(|part| part.parse::<i64>().unwrap());
        let mut next = || parts.next().unwrap();
        Self::new(next(), next(), next())
    }

    pub fn write(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// The day before or after, one at a time: slow and plainly right.
    pub fn step(mut self, days: i64) -> Self {
        for _ in 0..days.abs() {
            if days > 0 {
                self.day += 1;
                if self.day > days_in(self.year, self.month) {
                    self.day = 1;
                    self.month += 1;
                }
                if self.month > 12 {
                    self.month = 1;
                    self.year += 1;
                }
            } else {
                self.day -= 1;
                if self.day == 0 {
                    self.month -= 1;
                    if self.month == 0 {
                        self.month = 12;
                        self.year -= 1;
                    }
                    self.day = days_in(self.year, self.month);
                }
            }
        }
        self
    }

    /// Calendar months on (or back); a day past the month's end clamps to it.
    pub fn months(self, months: i64) -> Self {
        let count = self.year * 12 + (self.month - 1) + months;
        let (year, month) = (count.div_euclid(12), count.rem_euclid(12) + 1);
        Self { year, month, day: self.day.min(days_in(year, month)) }
    }

    /// Whether `later` is at most `days` days after this day.
    fn at_most_days_before(self, later: Self, days: i64) -> bool {
        self >= later.step(-days)
    }

    /// Birthdays reached by `on`. The specification does not say when a birthday of 29 February falls in other
    /// years; this takes the first day not before it in the calendar, 1 March.
    fn age(self, on: Self) -> i64 {
        let had_birthday = (on.month, on.day) >= (self.month, self.day);
        on.year - self.year - i64::from(!had_birthday)
    }
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// What differs between the ten packs (section 5).
pub struct Variant {
    pub minimum_age: i64,
    pub connections: &'static [&'static str],
    pub doors: &'static [&'static str],
    pub pattern_required: bool,
    pub repeat_counts: &'static [&'static str],
    pub serial_years: Option<i64>,
    pub serial_unconnected: bool,
    pub idva_gate: bool,
}

pub const PACKS: [&str; 10] = [
    "default",
    "min16",
    "repeat_or_serial",
    "repeat_crime_only",
    "serial_3y",
    "serial_unconnected",
    "partners_only",
    "marac_only",
    "idva_required",
    "serial_16",
];

pub fn variant(pack: &str) -> Variant {
    let mut variant = Variant {
        minimum_age: 18,
        connections: &["partner", "ex_partner", "co_parent", "family"],
        doors: &["dash", "grade", "marac", "incidents", "judgement", "probation", "priority_list"],
        pattern_required: false,
        repeat_counts: &["any", "crime"],
        serial_years: None,
        serial_unconnected: false,
        idva_gate: false,
    };
    match pack {
        "default" => {}
        "min16" => variant.minimum_age = 16,
        "repeat_or_serial" => variant.pattern_required = true,
        "repeat_crime_only" => {
            variant.pattern_required = true;
            variant.repeat_counts = &["crime"];
        }
        "serial_3y" => {
            variant.pattern_required = true;
            variant.serial_years = Some(3);
        }
        "serial_unconnected" => {
            variant.pattern_required = true;
            variant.serial_unconnected = true;
        }
        "partners_only" => variant.connections = &["partner", "ex_partner", "co_parent"],
        "marac_only" => variant.doors = &["marac"],
        "idva_required" => variant.idva_gate = true,
        "serial_16" => {
            variant.minimum_age = 16;
            variant.pattern_required = true;
            variant.repeat_counts = &[];
        }
        other => panic!("{other}"),
    }
    variant
}

/// The facts each criterion is about. No fact is about two.
pub const FACTS: [(&str, &[&str]); 24] = [
    ("age", &["perpetrator_date_of_birth", "perpetrator_age"]),
    ("alive", &["perpetrator_alive"]),
    ("identified", &["perpetrator_identified"]),
    ("area", &["in_area"]),
    ("victim_age", &["victim_aged_16_or_over"]),
    ("connection", &["connection"]),
    ("primary_perpetrator", &["counter_allegation", "primary_perpetrator"]),
    ("dash", &["dash_done", "dash_form", "dash_yes", "dash_not_known", "dash_assessed_on"]),
    ("grade", &["risk_grade", "risk_graded_on"]),
    ("marac", &["marac_heard", "marac_heard_on"]),
    ("incidents", &["incidents_12m"]),
    ("judgement", &["judgement_high", "judgement_reasons"]),
    ("probation", &["probation_high_harm"]),
    ("priority_list", &["priority_list"]),
    ("repeat_abuse", &["abuse_since_marac"]),
    ("serial", &["other_victims", "last_other_victim_on", "other_victims_connected"]),
    ("idva", &["idva"]),
    ("open_to_drive", &["open_to_drive"]),
    ("custody", &["custody", "release_date"]),
    ("programme", &["programme"]),
    ("mappa", &["mappa_level"]),
    ("hospital", &["detained_in_hospital"]),
    ("leaving_uk", &["leaving_uk"]),
    ("pause", &["idva_advises_pause"]),
];

/// The facts of the table in section 1 that only flags look at.
pub const FLAG_FACTS: [&str; 13] = [
    "victim_view",
    "immediate_danger",
    "insider",
    "children",
    "victim_aged_16_or_17",
    "markers",
    "markers_not_checked",
    "operational_hold",
    "pending_matters",
    "safety_firearms_licence",
    "contact_red_line",
    "lives_with_victim_or_child",
    "victim_survivors_list",
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Is {
    Yes,
    No,
    Unknown,
}
use Is::{No, Unknown, Yes};

fn is(holds: bool) -> Is {
    if holds { Yes } else { No }
}

fn not(is: Is) -> Is {
    match is {
        Yes => No,
        No => Yes,
        Unknown => Unknown,
    }
}

fn all(parts: &[Is]) -> Is {
    if parts.contains(&No) {
        No
    } else if parts.contains(&Unknown) {
        Unknown
    } else {
        Yes
    }
}

fn any(parts: &[Is]) -> Is {
    not(all(&parts.iter().map(|part| not(*part)).collect::<Vec<_>>()))
}

/// The answers of a sheet; a fact that is absent or "not_known" is unknown.
struct Sheet<'a> {
    on: Day,
    answers: &'a Map<String, Value>,
}

impl Sheet<'_> {
    fn known(&self, fact: &str) -> Option<&Value> {
        self.answers.get(fact).filter(|value| *value != "not_known")
    }

    fn word(&self, fact: &str) -> Option<&str> {
        self.known(fact).map(|value| value.as_str().unwrap())
    }

    fn count(&self, fact: &str) -> Option<i64> {
        self.known(fact).map(|value| value.as_i64().unwrap())
    }

    fn day(&self, fact: &str) -> Option<Day> {
        self.word(fact).map(Day::read)
    }

    fn yes(&self, fact: &str) -> Is {
        self.word(fact).map_or(Unknown, |word| is(word == "yes"))
    }

    fn one_of(&self, fact: &str, values: &[&str]) -> Is {
        self.word(fact).map_or(Unknown, |word| is(values.contains(&word)))
    }

    /// What each victim-survivor listed was told, as far as it is known.
    fn told(&self) -> Vec<Option<&str>> {
        let list = self.known("victim_survivors_list");
        let entries = list.map_or(&[][..], |list| list.as_array().unwrap().as_slice());
        entries
            .iter()
            .map(|entry| entry["victim_told"].as_str().filter(|told| *told != "not_known"))
            .collect()
    }

    /// Assessed at most 90 days before the day of screening; None if it has no date.
    fn fresh(&self, fact: &str) -> Option<bool> {
        self.day(fact).map(|day| day.at_most_days_before(self.on, 90))
    }

    fn age_at_least(&self, years: i64) -> Is {
        let age = match self.day("perpetrator_date_of_birth") {
            Some(born) => Some(born.age(self.on)),
            None => self.count("perpetrator_age"),
        };
        age.map_or(Unknown, |age| is(age >= years))
    }

    fn ages_differ(&self) -> bool {
        let born = self.day("perpetrator_date_of_birth").map(|born| born.age(self.on));
        born.zip(self.count("perpetrator_age")).is_some_and(|(born, age)| born != age)
    }

    fn reasons_blank(&self) -> bool {
        // A byte order mark, as pasted with text from a file, is nothing anybody can read.
        self.word("judgement_reasons").is_none_or(|reasons| reasons.replace('\u{feff}', "").trim().is_empty())
    }

    fn dash(&self) -> Is {
        match self.yes("dash_done") {
            Yes => {}
            other => return other,
        }
        if self.fresh("dash_assessed_on") != Some(true) {
            return Unknown;
        }
        let Some(low) = self.count("dash_yes") else {
            return Unknown;
        };
        let items = if self.word("dash_form") == Some("safelives_24") { 24 } else { 27 };
        let high = self.count("dash_not_known").map_or(items, |not_known| low + not_known);
        if low >= 14 {
            Yes
        } else if high < 14 {
            No
        } else {
            Unknown
        }
    }

    fn grade(&self) -> Is {
        match (self.word("risk_grade"), self.fresh("risk_graded_on")) {
            (Some("none"), _) => No,
            (Some("high"), Some(true)) => Yes,
            (Some(_), Some(true)) => No,
            _ => Unknown,
        }
    }

    fn marac(&self) -> Is {
        match (self.yes("marac_heard"), self.day("marac_heard_on")) {
            (No, _) => No,
            (Yes, Some(heard)) => is(heard.months(12) >= self.on),
            _ => Unknown,
        }
    }

    fn serial(&self, variant: &Variant) -> Is {
        let victims = self.count("other_victims").map_or(Unknown, |victims| is(victims >= 1));
        let window = match variant.serial_years {
            None => Yes,
            Some(years) => self
                .day("last_other_victim_on")
                .map_or(Unknown, |last| is(last.months(12 * years) >= self.on)),
        };
        let unconnected =
            if variant.serial_unconnected { not(self.yes("other_victims_connected")) } else { Yes };
        all(&[victims, window, unconnected])
    }

    fn custody(&self) -> &'static str {
        match (self.word("custody"), self.day("release_date")) {
            (Some("none" | "police"), _) => "none",
            (Some("remand" | "immigration"), _) => "soft",
            (Some("sentenced" | "recall"), Some(release)) if release > self.on.months(24) => "hard",
            (Some("sentenced" | "recall"), Some(release)) if release > self.on.months(3) => "soft",
            (Some("sentenced" | "recall"), Some(_)) => "none",
            _ => "unknown",
        }
    }
}

/// Every criterion with its value: `yes`, `no`, `unknown`; for custody `none`, `soft`, `hard`, `unknown`.
pub type Criteria = BTreeMap<&'static str, &'static str>;

fn criteria(sheet: &Sheet<'_>, variant: &Variant) -> Criteria {
    let necessary = [
        ("age", sheet.age_at_least(variant.minimum_age)),
        ("alive", sheet.yes("perpetrator_alive")),
        ("identified", sheet.yes("perpetrator_identified")),
        ("area", sheet.yes("in_area")),
        ("victim_age", sheet.yes("victim_aged_16_or_over")),
        ("connection", sheet.one_of("connection", variant.connections)),
        (
            "primary_perpetrator",
            any(&[not(sheet.yes("counter_allegation")), sheet.yes("primary_perpetrator")]),
        ),
    ];
    let judgement = match sheet.yes("judgement_high") {
        Yes if sheet.reasons_blank() => Unknown,
        other => other,
    };
    let doors = [
        ("dash", sheet.dash()),
        ("grade", sheet.grade()),
        ("marac", sheet.marac()),
        ("incidents", sheet.count("incidents_12m").map_or(Unknown, |count| is(count >= 3))),
        ("judgement", judgement),
        ("probation", sheet.yes("probation_high_harm")),
        ("priority_list", sheet.yes("priority_list")),
    ];
    let idva = match sheet.word("idva") {
        Some("linked" | "referred_today" | "declined") => Yes,
        _ => Unknown,
    };
    let others = [
        // A pack that counts nothing makes this no, even when unknown.
        (
            "repeat_abuse",
            if variant.repeat_counts.is_empty() {
                No
            } else {
                sheet.one_of("abuse_since_marac", variant.repeat_counts)
            },
        ),
        ("serial", sheet.serial(variant)),
        ("idva", idva),
        ("open_to_drive", sheet.yes("open_to_drive")),
        ("programme", sheet.one_of("programme", &["active"])),
        ("mappa", sheet.one_of("mappa_level", &["2", "3"])),
        ("hospital", sheet.yes("detained_in_hospital")),
        ("leaving_uk", sheet.yes("leaving_uk")),
        ("pause", sheet.one_of("idva_advises_pause", &["yes"])),
    ];
    let name = |is: Is| match is {
        Yes => "yes",
        No => "no",
        Unknown => "unknown",
    };
    let mut criteria: Criteria =
        necessary.into_iter().chain(doors).chain(others).map(|(id, value)| (id, name(value))).collect();
    criteria.insert("custody", sheet.custody());
    // Only what the pack uses.
    criteria.retain(|id, _| match *id {
        "serial" => variant.pattern_required,
        // A pack that counts no repeat does not use it.
        "repeat_abuse" => variant.pattern_required && !variant.repeat_counts.is_empty(),
        "marac" => variant.pattern_required || variant.doors.contains(id),
        "dash" | "grade" | "incidents" | "judgement" | "probation" | "priority_list" => {
            variant.doors.contains(id)
        }
        "idva" => variant.idva_gate,
        _ => true,
    });
    criteria
}

const NECESSARY: [&str; 8] =
    ["age", "alive", "identified", "area", "victim_age", "connection", "primary_perpetrator", "idva"];
const SOFT: [&str; 4] = ["programme", "mappa", "hospital", "leaving_uk"];

/// Where each criterion stands among those of a sheet, so that completions are plain lists of values.
struct Places {
    necessary: Vec<usize>,
    doors: Vec<usize>,
    soft: Vec<usize>,
    /// The places of `serial`, and of `marac` and `repeat_abuse` where a repeat counts.
    pattern: Option<(usize, Option<[usize; 2]>)>,
    open_to_drive: usize,
    custody: usize,
    pause: usize,
}

impl Places {
    fn of(criteria: &Criteria, variant: &Variant) -> Self {
        let place = |wanted: &str| criteria.keys().position(|id| *id == wanted);
        let each = |ids: &[&str]| ids.iter().filter_map(|id| place(id)).collect();
        let repeat = place("repeat_abuse").map(|repeat_abuse| [place("marac").unwrap(), repeat_abuse]);
        Self {
            necessary: each(&NECESSARY),
            doors: each(variant.doors),
            soft: each(&SOFT),
            pattern: variant.pattern_required.then(|| (place("serial").unwrap(), repeat)),
            open_to_drive: place("open_to_drive").unwrap(),
            custody: place("custody").unwrap(),
            pause: place("pause").unwrap(),
        }
    }

    /// The verdict of section 3 for criteria none of which is unknown: 0 no, 1 yes; custody 0 none, 1 soft, 2 hard.
    fn verdict(&self, settled: &[usize]) -> &'static str {
        let yes = |place: &usize| settled[*place] == 1;
        let high_risk = self.doors.iter().any(yes);
        let pattern = match &self.pattern {
            Some((serial, repeat)) => yes(serial) || repeat.as_ref().is_some_and(|both| both.iter().all(yes)),
            None => true,
        };
        let necessary = self.necessary.iter().all(yes) && high_risk && pattern;
        if !necessary || yes(&self.open_to_drive) || settled[self.custody] == 2 {
            "not_eligible"
        } else if yes(&self.pause) {
            "pause_for_safety"
        } else if self.soft.iter().any(yes) || settled[self.custody] == 1 {
            "panel_discussion"
        } else {
            "refer"
        }
    }
}

/// The possible verdicts and the open criteria.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach {
    pub possible: BTreeSet<&'static str>,
    pub open: BTreeSet<&'static str>,
}

fn unknown(criteria: &Criteria) -> Vec<&'static str> {
    criteria.iter().filter(|(_, value)| **value == "unknown").map(|(id, _)| *id).collect()
}

fn values(id: &str) -> &'static [&'static str] {
    if id == "custody" { &["none", "soft", "hard"] } else { &["no", "yes"] }
}

/// Goes through every completion of the unknown criteria.
fn by_completion(criteria: &Criteria, variant: &Variant) -> Reach {
    let unknown = unknown(criteria);
    let total: usize = unknown.iter().map(|id| values(id).len()).product();
    let places = Places::of(criteria, variant);
    let mut settled: Vec<usize> =
        criteria.iter().map(|(id, value)| values(id).iter().position(|v| v == value).unwrap_or(0)).collect();
    let spots: Vec<(usize, usize)> = unknown
        .iter()
        .map(|id| (criteria.keys().position(|key| key == id).unwrap(), values(id).len()))
        .collect();
    let mut verdicts = Vec::with_capacity(total);
    for mut number in 0..total {
        for (place, arity) in &spots {
            settled[*place] = number % arity;
            number /= arity;
        }
        verdicts.push(places.verdict(&settled));
    }
    let mut open = BTreeSet::new();
    let mut stride = 1;
    for id in &unknown {
        let arity = values(id).len();
        let matters = (0..total).any(|number| {
            let first = number - (number / stride % arity) * stride;
            verdicts[number] != verdicts[first]
        });
        if matters {
            open.insert(*id);
        }
        stride *= arity;
    }
    Reach { possible: verdicts.into_iter().collect(), open }
}

/// The same for any number of unknown criteria. Criteria that only ever act together, through one *all* or one
/// *any*, are taken as one: the necessary ones, the doors but MARAC, and the soft exclusions but custody. A group that
/// is unknown can turn out either way, and then each of its unknown criteria alone can turn it.
fn by_group(criteria: &Criteria, variant: &Variant) -> Reach {
    let doors: Vec<&str> = variant.doors.iter().copied().filter(|door| *door != "marac").collect();
    let groups: [(&[&str], bool); 3] = [(&NECESSARY, true), (&doors, false), (&SOFT, false)];
    let mut small = criteria.clone();
    let mut members = BTreeMap::new();
    for (group, together) in groups {
        let present: Vec<(&'static str, &str)> =
            criteria.iter().filter(|(id, _)| group.contains(id)).map(|(id, value)| (*id, *value)).collect();
        let Some((stands_for, _)) = present.first().copied() else {
            continue;
        };
        let parts: Vec<Is> = present
            .iter()
            .map(|(_, value)| match *value {
                "yes" => Yes,
                "no" => No,
                _ => Unknown,
            })
            .collect();
        let value = match if together { all(&parts) } else { any(&parts) } {
            Yes => "yes",
            No => "no",
            Unknown => "unknown",
        };
        for (id, _) in &present {
            small.remove(id);
        }
        small.insert(stands_for, value);
        let unknown: Vec<&'static str> =
            present.into_iter().filter(|(_, value)| *value == "unknown").map(|(id, _)| id).collect();
        members.insert(stands_for, unknown);
    }
    let reach = by_completion(&small, variant);
    let open =
        reach.open.iter().flat_map(|id| members.get(id).cloned().unwrap_or_else(|| vec![*id])).collect();
    Reach { possible: reach.possible, open }
}

fn flags(sheet: &Sheet<'_>, dash: Is) -> BTreeSet<String> {
    let high = sheet.yes("judgement_high");
    let stale = |fact| sheet.fresh(fact) == Some(false);
    let young = sheet.age_at_least(18) == No;
    let advice = sheet.word("idva_advises_pause");
    let lives_with = sheet.word("lives_with_victim_or_child");
    let told = sheet.told();
    let in_the_way = advice == Some("yes")
        || ["operational_hold", "pending_matters", "contact_red_line"]
            .iter()
            .any(|fact| sheet.yes(fact) == Yes)
        || matches!(lives_with, Some("always" | "sometimes" | "cannot_rule_out"))
        || told.contains(&Some("not_safe"));
    let confirmed = advice == Some("no")
        && ["operational_hold", "pending_matters", "contact_red_line"]
            .iter()
            .all(|fact| sheet.yes(fact) == No)
        && lives_with == Some("no")
        && !told.is_empty()
        && told.iter().all(Option::is_some);
    let possible_victim = sheet.yes("counter_allegation") == Yes && sheet.yes("primary_perpetrator") == No;
    let table = [
        ("urgent_first", sheet.yes("immediate_danger") == Yes),
        ("pause_for_safety", advice == Some("yes")),
        ("ask_specialist_first", !matches!(advice, Some("yes" | "no"))),
        ("no_approach_before_asking", in_the_way),
        ("approach_not_confirmed", !in_the_way && !confirmed),
        ("young_person", young),
        ("treat_as_possible_victim", possible_victim),
        ("firearms_certificate", sheet.yes("safety_firearms_licence") == Yes),
        ("idva_referral_action", matches!(sheet.word("idva"), None | Some("none"))),
        (
            "child_safeguarding_check",
            sheet.yes("children") == Yes
                || sheet.yes("victim_aged_16_or_over") == No
                || sheet.yes("victim_aged_16_or_17") == Yes
                || young,
        ),
        ("age_disagrees", sheet.ages_differ()),
        ("stale_assessment", stale("dash_assessed_on") || stale("risk_graded_on")),
        ("judgement_reasons_missing", high == Yes && sheet.reasons_blank()),
        ("prompt_professional_judgement", dash == No && sheet.yes("dash_done") == Yes && high != Yes),
        ("who_does_what_to_whom_check", sheet.yes("counter_allegation") == Yes),
        ("release_planning", sheet.word("custody").is_some_and(|custody| custody != "none")),
        ("victim_objection_recorded", sheet.word("victim_view") == Some("objects")),
        ("restricted_handling_insider", sheet.yes("insider") == Yes),
    ];
    let mut flags: BTreeSet<String> =
        table.iter().filter(|(_, holds)| *holds).map(|(name, _)| (*name).to_owned()).collect();
    if let Some(markers) = sheet.known("markers") {
        flags.extend(
            markers.as_array().unwrap().iter().map(|marker| format!("marker_{}", marker.as_str().unwrap())),
        );
    }
    flags
}

/// What the specification says a sheet comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    pub outcome: String,
    pub possible: Vec<String>,
    pub open: Vec<String>,
    pub flags: Vec<String>,
    pub criteria: BTreeMap<String, String>,
}

fn outcome(criteria: &Criteria, variant: &Variant, reach: &Reach) -> &'static str {
    let yes_doors: Vec<&str> =
        variant.doors.iter().copied().filter(|door| criteria.get(door).copied() == Some("yes")).collect();
    let possible: Vec<&str> = reach.possible.iter().copied().collect();
    match possible[..] {
        ["refer"] if yes_doors == ["judgement"] => "refer_on_judgement",
        [verdict] => verdict,
        _ => "need_information",
    }
}

/// The outcome of a sheet if these criteria turned out so.
pub fn outcome_with(sheet: &Value, changes: &Map<String, Value>) -> &'static str {
    let variant = variant(sheet["pack"].as_str().unwrap());
    let answers = sheet["answers"].as_object().unwrap();
    let sheet = Sheet { on: Day::read(sheet["screened_on"].as_str().unwrap()), answers };
    let mut criteria = criteria(&sheet, &variant);
    for (id, value) in changes {
        let (id, known) = criteria.iter_mut().find(|(known, _)| *known == id).unwrap();
        *known = values(id).iter().find(|known| *known == value).unwrap();
    }
    outcome(&criteria, &variant, &by_group(&criteria, &variant))
}

/// Most completions that are gone through one by one.
const MOST: usize = 3 * (1 << 8);

/// Reads a sheet by the specification. Where few enough criteria are unknown, both ways of finding the possible
/// verdicts are used and must agree.
pub fn expected(sheet: &Value) -> Expected {
    let variant = variant(sheet["pack"].as_str().unwrap());
    let answers = sheet["answers"].as_object().unwrap();
    let sheet = Sheet { on: Day::read(sheet["screened_on"].as_str().unwrap()), answers };
    let criteria = criteria(&sheet, &variant);
    let reach = by_group(&criteria, &variant);
    if unknown(&criteria).iter().map(|id| values(id).len()).product::<usize>() <= MOST {
        assert_eq!(
            reach,
            by_completion(&criteria, &variant),
            "the reference disagrees with itself: {criteria:?}"
        );
    }
    let outcome = outcome(&criteria, &variant, &reach);
    let owned = |names: &BTreeSet<&str>| names.iter().map(|name| (*name).to_owned()).collect();
    Expected {
        outcome: outcome.to_owned(),
        possible: owned(&reach.possible),
        open: owned(&reach.open),
        flags: flags(&sheet, sheet.dash()).into_iter().collect(),
        criteria: criteria.iter().map(|(id, value)| ((*id).to_owned(), (*value).to_owned())).collect(),
    }
}
