//! What a whole case leaves on the disk of whoever writes it: nothing. Every text of it is a word of its own, which is searched
//! for in every file that the browser wrote, while the case is written, after the browser has ended, and as a crash leaves it.
//! Words that are put there on purpose are found by the same search.
//!
//! Firefox packs its sessions, and those are unpacked. What browsers keep for websites they may pack by Snappy; there the first
//! occurrence of a word stands as it is, as no two words share four letters.

use super::browser::{Browser, Running, undriven_webkit};
use super::cases::Case;
use super::harness::{Setup, Temp, Visit, copy, dist, visit};
use super::keys::CHECK;
use super::page::Look;
use super::walker::{ACT, AtStop, TASKS};
use aho_corasick::AhoCorasick;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use chrono::{Days, Months, NaiveDate};
use drive_screening::protocol::ARMOR_BEGINS;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};
use thirtyfour::By;

#[test]
fn a_whole_case_leaves_nothing_in_chromium() {
    // A cookie it encrypts.
    a_whole_case_leaves_nothing(Browser::Chromium, &["title", "address", "storage", "field"]);
}

#[test]
fn a_whole_case_leaves_nothing_in_firefox() {
    // What is typed it keeps for as long as the page is there.
    a_whole_case_leaves_nothing(Browser::Firefox, &["title", "address", "storage", "cookie"]);
}

/// Words of ten letters, no two of which share four in a row.
fn words() -> impl Iterator<Item = String> {
    let (mut state, mut taken) = (1_u64, BTreeSet::new());
    let random = std::iter::repeat_with(move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (0..10).map(|place| char::from(b'a' + ((state >> (10 + 5 * place)) % 26) as u8)).collect::<String>()
    });
    random.filter(move |word| word.as_bytes().windows(4).all(|four| taken.insert(four.to_vec())))
}

/// What each of these words is of, by word.
type Words = BTreeMap<String, String>;

/// A case with every question of the default criteria answered, so that as many are asked as can be.
struct Whole {
    answers: Map<String, Value>,
    /// The same as an answer sheet has it: entries in their lists.
    sheet: Value,
    /// The facts of its texts, by their words.
    words: Words,
    /// How many pages ask for what the risk was found to be.
    risk_pages: usize,
}

/// One answer of each section that asks why something is not known.
const NOT_KNOWN: [&str; 4] = ["whereabouts_area", "baseline_control", "victim_danger_view", "child_name"];

impl Whole {
    fn new(today: NaiveDate) -> Self {
        let case = Case::new("V03", today);
        let pack: Value =
            serde_json::from_str(drive_screening::pack::builtin::source("default").unwrap()).unwrap();
        let mut opening = BTreeMap::new();
        what_opens_others(&pack["sections"], &mut opening);
        let sections = pack["sections"].as_array().unwrap();
        let risk = sections.iter().find(|section| section["id"] == "risk").unwrap();
        let risk_pages = risk["pages"].as_array().unwrap().len();
        let mut whole = Self { answers: Map::new(), sheet: Value::Null, words: Words::new(), risk_pages };
        let (mut words, mut sheet) = ((0..).zip(words()), Map::new());
        let sections = sections.iter();
        let pages = sections.flat_map(|section| section["pages"].as_array().unwrap());
        for question in pages.flat_map(|page| page["questions"].as_array().unwrap()) {
            let mut answered = |question: &Value| {
                let id = question["id"].as_str().unwrap().to_owned();
                let known = match id.as_str() {
                    "counter_allegation"
                    | "primary_perpetrator"
                    | "judgement_high"
                    | "children"
                    | "insider" => Some(json!("yes")),
                    "marac_heard" => Some(json!("yes")),
                    _ if NOT_KNOWN.contains(&id.as_str()) => Some(json!("not_known")),
                    "mappa_level" => Some(json!("1")),
                    "programme" => Some(json!("active")),
                    "other_victims" => Some(json!(2)),
                    "markers" => Some(json!(["strangulation", "stalking"])),
                    "markers_not_checked" => Some(json!(["weapon"])),
                    "custody" => Some(json!("sentenced")),
                    // Of the twenty-four, beside the thirteen that are a yes.
                    "dash_no" => Some(json!(11)),
                    "judgement_reasons" => None,
                    _ => case.answers.get(&id).cloned(),
                };
                let answer = known.unwrap_or_else(|| answer(question, &opening, today, &mut words));
                if let Value::String(text) = &answer
                    && matches!(question["kind"].as_str().unwrap(), "text" | "long_text")
                    && question["written_as"] != "time"
                    && text != "not_known"
                {
                    whole.words.insert(text.clone(), id.clone());
                }
                whole.answers.insert(id, answer.clone());
                answer
            };
            let given = match question["questions"].as_array() {
                Some(entry) => {
                    let entry =
                        entry.iter().map(|one| (one["id"].as_str().unwrap().to_owned(), answered(one)));
                    json!([entry.collect::<Map<_, _>>()])
                }
                None => answered(question),
            };
            sheet.insert(question["id"].as_str().unwrap().to_owned(), given);
        }
        whole.sheet = json!({
            "format": "answers/1", "pack": "default", "screened_on": today.to_string(), "answers": sheet,
        });
        whole
    }
}

/// For each fact the value that makes another question asked.
fn what_opens_others(value: &Value, opening: &mut BTreeMap<String, Value>) {
    match value {
        Value::Object(object) => {
            for (key, inner) in object {
                if key == "is_one_of" {
                    let fact = inner["fact"].as_str().unwrap().to_owned();
                    opening.entry(fact).or_insert_with(|| inner["values"][0].clone());
                }
                what_opens_others(inner, opening);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| what_opens_others(item, opening)),
        _ => {}
    }
}

/// An answer that its question takes: of a text, a word that nothing else has.
fn answer(
    question: &Value,
    opening: &BTreeMap<String, Value>,
    today: NaiveDate,
    words: &mut impl Iterator<Item = (u64, String)>,
) -> Value {
    let id = question["id"].as_str().unwrap();
    match question["kind"].as_str().unwrap() {
        "yes_no" => json!("yes"),
        "choice" => opening.get(id).unwrap_or(&question["choices"][0]["value"]).clone(),
        "set" => json!([question["choices"][0]["value"]]),
        "count" => json!(1),
        "date" => {
            // No day twice: one that is somebody's date of birth too would have to be looked at before Part A is made.
            let own = Days::new(20 + words.next().unwrap().0);
            let day = match id {
                _ if id.ends_with("date_of_birth") => today - Months::new(12 * 34) - own,
                "referral_completed_on" => today,
                _ if question["future"] == true => today + own,
                _ => today - own,
            };
            json!(day.to_string())
        }
        _ => match question["written_as"].as_str() {
            Some("time") => json!("14:05"),
            Some("phone") => json!("01632 960417"),
            Some("email") => json!([&words.next().unwrap().1, "@example.org"].concat()),
            _ => json!(words.next().unwrap().1),
        },
    }
}

/// A search for words in files.
struct Search {
    finder: AhoCorasick,
    /// The word of each of its patterns.
    words: Vec<String>,
}

/// What a search went through and found.
#[derive(Default)]
struct Found {
    files: usize,
    bytes: usize,
    /// In which files each word stands.
    places: BTreeMap<String, BTreeSet<PathBuf>>,
}

impl Search {
    /// As text in UTF-8 and UTF-16, and in base 64 wherever in it the word begins.
    fn new<'a>(words: impl Iterator<Item = &'a String>) -> Self {
        let (mut patterns, mut of) = (Vec::new(), Vec::new());
        for word in words {
            let wide = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
            patterns.extend([word.clone().into_bytes(), wide]);
            patterns.extend((0..3).map(|before| {
                let text = BASE64.encode([&vec![0; before], word.as_bytes()].concat());
                // The letters that the word alone decides.
                let own = (before * 8).div_ceil(6)..(before + word.len()) * 8 / 6;
                text.as_bytes()[own].to_vec()
            }));
            of.extend(vec![word.clone(); 5]);
        }
        let finder = AhoCorasick::new(patterns).expect("not too many");
        Self { finder, words: of }
    }

    /// Looks through every file of a folder. What goes while it is looked at was not kept.
    fn through(&self, folder: &Path) -> Found {
        let mut found = Found::default();
        self.add(folder, &mut found);
        found
    }

    fn add(&self, folder: &Path, found: &mut Found) {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let Ok(kind) = entry.file_type() else { continue };
            if kind.is_dir() {
                self.add(&entry.path(), found);
            } else if kind.is_file()
                && let Ok(bytes) = std::fs::read(entry.path())
            {
                found.files += 1;
                found.bytes += bytes.len();
                let unpacked = unpacked(&bytes);
                for bytes in [Some(bytes), unpacked].into_iter().flatten() {
                    for at in self.finder.find_overlapping_iter(&bytes) {
                        let word = self.words[at.pattern().as_usize()].clone();
                        found.places.entry(word).or_default().insert(entry.path());
                    }
                }
            }
        }
    }
}

/// What Firefox packs, or what is packed as gzip has it.
fn unpacked(bytes: &[u8]) -> Option<Vec<u8>> {
    if let Some(packed) = bytes.strip_prefix(b"mozLz40\0") {
        // One that is being written is not whole.
        return lz4_flex::block::decompress_size_prepended(packed).ok();
    }
    let mut text = Vec::new();
    std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(bytes), &mut text).ok()?;
    Some(text)
}

/// A home for a browser, and the search for a case in what is written there.
struct Home {
    temp: Temp,
    search: Search,
    words: Words,
}

impl Home {
    fn new(mut words: Words) -> Self {
        words.insert(LAST.to_owned(), "typed last".to_owned());
        words.insert(self::words().skip(2000).take(3).collect::<Vec<_>>().join(" "), PASSPHRASE.to_owned());
        Self { temp: Temp::new(), search: Search::new(words.keys()), words }
    }

    fn search(&self) -> Found {
        self.search.through(&self.temp.0.join("profile"))
    }

    /// No word stands in any file of the browser, nor in the log of the server.
    fn holds_nothing(&self, when: &str) -> Found {
        let found = self.search();
        let places = found.places.iter().map(|(word, places)| (&self.words[word], places));
        let places: Vec<_> = places.collect();
        assert!(places.is_empty(), "{when}, on the disk: {places:#?}");
        let log = std::fs::read(self.temp.0.join("requests.log")).expect("the server writes its log");
        assert!(self.search.finder.find(&log).is_none(), "{when}, in the server's log");
        found
    }
}

/// Words that are kept on purpose, by the way each is kept: what the search must find where it finds nothing of a case.
struct Planted {
    search: Search,
    words: Words,
}

impl Planted {
    fn new(ways: &[&'static str]) -> Self {
        // None that a case has.
        let words: Words = words().skip(1000).zip(ways.iter().map(|way| (*way).to_owned())).collect();
        Self { search: Search::new(words.keys()), words }
    }

    fn word(&self, way: &str) -> &str {
        self.words.iter().find(|(_, of)| *of == way).map(|(word, _)| word.as_str()).expect("a way")
    }

    /// The ways in which something was kept.
    fn found(&self, home: &Home) -> BTreeSet<String> {
        let found = self.search.through(&home.temp.0.join("profile"));
        found.places.keys().map(|word| self.words[word].clone()).collect()
    }

    /// Waits until the browser has written what is in the planted field. It writes now and then, after something was typed:
    /// what it does not write on a busy machine it is asked for again, by typing anew.
    async fn field_is_written(&self, visit: &Visit, home: &Home) {
        let started = Instant::now();
        while !self.found(home).contains("field") {
            assert!(
                started.elapsed() < Duration::from_secs(120),
                "the field is not written, but {:?}, with {} in it",
                self.found(home),
                visit.ask("return document.getElementById('planted')?.value ?? 'no such field';").await
            );
            tokio::time::sleep(Duration::from_millis(500)).await;
            if started.elapsed().as_secs() % 10 == 9 {
                visit.type_planted(self).await;
            }
        }
    }
}

impl Visit {
    /// Writes a whole case by keyboard, page after page; what was asked. Section by section the disk is looked at.
    async fn write(&self, case: &Whole, home: &Home) -> BTreeSet<String> {
        self.go("Start screening").await;
        // Before anything settles the result: once something does, these are no longer asked.
        let mut asked = Vec::new();
        self.go("Risk").await;
        for _ in 0..case.risk_pages {
            asked.extend(self.answer_page(&case.answers).await);
            self.go_on().await;
        }
        self.go("All sections").await;
        asked.extend(self.screen(&case.answers, AtStop::GoOn).await.asked);
        home.holds_nothing("after the screening");
        self.go("Write the referral").await;
        let mut look = self.go("Continue").await;
        while look.heading != TASKS {
            asked.extend(self.write_page(case).await);
            look = self.go_on().await;
        }
        home.holds_nothing("after the core");
        self.go(CHECK).await;
        let mut been = Vec::new();
        while self.next_addition(&mut been).await.is_some() {
            asked.extend(self.write_page(case).await);
            self.go_on().await;
        }
        home.holds_nothing("after what was added");
        asked.into_iter().collect()
    }

    /// Answers a page of the referral, or adds one entry to its list; what was asked.
    async fn write_page(&self, case: &Whole) -> Vec<String> {
        if !self.is_list().await {
            return self.answer_page(&case.answers).await;
        }
        self.go("Add").await;
        self.answer_entry(&case.answers).await
    }

    /// Saves what was typed under a passphrase, which is shown while it is typed.
    async fn save_under(&self, passphrase: &str) {
        let before = self.go("Save").await;
        let there = |look: &Look| look.controls.iter().any(|control| control.id == "passphrase");
        self.until("the field for a passphrase", there).await;
        self.push(&json!({"starts": "Show"})).await;
        self.fill("passphrase", passphrase).await;
        assert_eq!(
            self.look().await.exposed,
            Vec::<String>::new(),
            "a passphrase is no business of the browser's"
        );
        self.push(&json!({"type": "submit"})).await;
        assert!(self.saved_bytes(".age").await.starts_with(ARMOR_BEGINS));
        self.back().await;
        self.next(&before).await;
    }

    /// Sends the page on, past what its answers ask to be done at once.
    async fn go_on(&self) -> Look {
        let look = self.submit().await;
        if look.heading == ACT { self.go("I have read this").await } else { look }
    }

    /// The page is as at the start, and what was typed is nowhere in it.
    async fn is_blank(&self, words: &Words) {
        self.started().await;
        let all = "return [document.documentElement.outerHTML, location.href, JSON.stringify(history.state), \
            ...[...PAGE.querySelectorAll('input, textarea, select')].map((field) => field.value)].join('\\n');";
        let all = self.ask(all).await;
        let left = words.iter().find(|(word, _)| all.as_str().unwrap().contains(word.as_str()));
        assert_eq!(left, None, "left in the page");
    }

    /// Goes to another page, and back.
    async fn away_and_back(&self, words: &Words) {
        self.away().await;
        self.loads.fetch_add(1, Ordering::Relaxed);
        self.back().await;
        self.is_blank(words).await;
    }

    async fn away(&self) {
        self.driver.goto("about:blank").await.expect("another page");
    }

    /// Has words kept in every way that a page can.
    async fn plant(&self, planted: &Planted) {
        let script = format!(
            "const of = {};
             document.title = of.title;
             localStorage.setItem('planted', of.storage);
             document.cookie = `planted=${{of.cookie}}; max-age=9999`;
             history.pushState(null, '', `?${{of.address}}`);",
            json!(
                planted
                    .words
                    .iter()
                    .map(|(word, way)| (way.clone(), word.clone()))
                    .collect::<BTreeMap<_, _>>()
            )
        );
        self.driver.execute(&script, Vec::new()).await.expect("a script runs");
        self.plant_field(planted).await;
    }

    /// Types a word into a field that is not as those of this page are.
    async fn plant_field(&self, planted: &Planted) {
        self.act("document.body.append(Object.assign(document.createElement('input'), {id: 'planted'}));")
            .await;
        self.type_planted(planted).await;
    }

    async fn type_planted(&self, planted: &Planted) {
        let field = self.driver.find(By::Id("planted")).await.expect("a field");
        field.clear().await.expect("the field can be emptied");
        field.send_keys(planted.word("field")).await.expect("a word can be typed");
    }
}

/// What the words of the passphrase are of.
const PASSPHRASE: &str = "passphrase";

/// What is typed last, on a page of the screening.
const LAST: &str = "A canary sings here.";

impl Visit {
    /// Another page and back, and loading anew, show a blank page; so does clearing everything, whose pages say so.
    async fn comes_back_blank(&self, words: &Words) {
        self.type_canary().await;
        self.away_and_back(words).await;
        self.type_canary().await;
        self.loads.fetch_add(1, Ordering::Relaxed);
        self.driver.refresh().await.expect("the page is loaded again");
        self.is_blank(words).await;
        self.type_canary().await;
        self.clear_everything().await;
    }
}

/// What a page can have kept.
const WAYS: [&str; 5] = ["title", "address", "storage", "cookie", "field"];

/// `kept` is what a browser has of all the ways once it has ended.
fn a_whole_case_leaves_nothing(browser: Browser, kept: &[&str]) {
    if !browser.is_there() {
        return;
    }
    let case = Arc::new(Whole::new(chrono::Local::now().date_naive()));
    let (home, planted) = (Arc::new(Home::new(case.words.clone())), Arc::new(Planted::new(&WAYS)));
    let setup = Setup { browser, kept: Some(home.temp.0.clone()), ..Setup::default() };
    let (at_home, plants) = (home.clone(), planted.clone());
    visit(setup, async move |visit| {
        let began = Instant::now();
        let asked = visit.write(&case, &at_home).await;
        let unasked: BTreeSet<&str> =
            case.words.values().map(String::as_str).filter(|fact| !asked.contains(*fact)).collect();
        // He lives with her or does not, and only some verdicts are overridden.
        let never = BTreeSet::from([
            "override_reasons",
            "whereabouts_shared_address",
            // Nobody has to say why something is not known that is not of the core.
            "perpetrator_not_known_reason",
            "custody_and_supervision_not_known_reason",
            "risk_evidence_not_known_reason",
            "other_people_not_known_reason",
            "needs_not_known_reason",
        ]);
        assert_eq!(unasked, never, "all other texts are typed");
        println!("{browser:?}: {} texts typed in {:?}", case.words.len() - never.len(), began.elapsed());
        let passphrase = at_home.words.iter().find(|(_, of)| *of == PASSPHRASE).unwrap().0;
        visit.save_under(passphrase).await;
        visit.answers_drawn().await;
        visit.speak("cy").await;
        visit.speak("en").await;
        visit.go("Go to the documents").await;
        visit.read_parts().await;
        let before = visit.look().await;
        visit.back().await;
        let back = visit.next(&before).await;
        visit.forward().await;
        visit.next(&back).await;
        at_home.holds_nothing("with the documents on screen");
        visit.away_and_back(&at_home.words).await;
        visit.comes_back_blank(&at_home.words).await;
        at_home.holds_nothing("with everything cleared");
        visit.plant(&plants).await;
        plants.field_is_written(&visit, &at_home).await;
        visit.away().await;
        println!("{browser:?}: {:?} in all", began.elapsed());
    });
    let began = Instant::now();
    let found = home.holds_nothing("after the browser has ended");
    println!("{browser:?}: {} files of {} bytes searched in {:?}", found.files, found.bytes, began.elapsed());
    assert_eq!(planted.found(&home), kept.iter().map(|way| (*way).to_owned()).collect(), "found of {WAYS:?}");
}

#[test]
fn a_crash_leaves_nothing_in_chromium() {
    a_crash_leaves_nothing(Browser::Chromium);
}

#[test]
fn a_crash_leaves_nothing_in_firefox() {
    a_crash_leaves_nothing(Browser::Firefox);
}

/// The browser ends in the middle of a case; started again, it brings its tabs back.
fn a_crash_leaves_nothing(browser: Browser) {
    if !browser.is_there() {
        return;
    }
    // Once what a field keeps is written, so is what else the browser has of the tab.
    let (home, planted) = (Arc::new(Home::new(Words::new())), Planted::new(&["field"]));
    let kept = Some(home.temp.0.clone());
    let (at_home, origin) = (home.clone(), Arc::new(OnceLock::new()));
    let setup = Setup { browser, kept: kept.clone(), crashes: true, ..Setup::default() };
    let first = origin.clone();
    visit(setup, async move |visit| {
        visit.type_canary().await;
        visit.plant_field(&planted).await;
        planted.field_is_written(&visit, &at_home).await;
        first.set(visit.origin.clone()).expect("the first time");
    });
    home.holds_nothing("after a crash");
    let port = origin.get().unwrap().trim_end_matches('/').rsplit(':').next().unwrap().to_owned();
    let setup =
        Setup { browser, kept, restores: true, server: vec!["--port".to_owned(), port], ..Setup::default() };
    let at_home = home.clone();
    visit(setup, async move |visit| {
        visit.loads.fetch_add(1, Ordering::Relaxed);
        visit.to_restored_tab().await;
        visit.is_blank(&at_home.words).await;
    });
    home.holds_nothing("after the tab came back");
}

impl Visit {
    /// Goes to the tab that the browser has brought back.
    async fn to_restored_tab(&self) {
        let (started, mut seen) = (Instant::now(), BTreeSet::new());
        while started.elapsed() < Duration::from_secs(60) {
            for tab in self.driver.windows().await.expect("the tabs") {
                self.driver.switch_to_window(tab).await.expect("a tab");
                let url = self.driver.current_url().await.expect("an address").to_string();
                if url == self.origin {
                    return;
                }
                seen.insert(url);
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("no tab comes back, but {seen:?}");
    }
}

/// Of WebKit what is driven keeps nothing, whatever a page does, so there is nothing to search.
#[test]
fn what_comes_back_is_blank_in_webkit() {
    if !Browser::WebKit.is_there() {
        return;
    }
    visit(Setup { browser: Browser::WebKit, ..Setup::default() }, async |visit| {
        visit.comes_back_blank(&Words::from([(LAST.to_owned(), "typed last".to_owned())])).await;
    });
}

/// What a page of ours does by itself where no driver can: opens a whole case, goes on to its documents, has one word kept, and
/// asks the server for another page, which its log shows.
const BY_ITSELF: &str = r"
    const found = async (find) => {
      for (;;) {
        const found = find();
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    const says = (text) => found(() => document.querySelector('.ds-page, body').innerText.includes(text));
    const press = async (text) => {
      const is = (one) => one.innerText.trim().startsWith(text) && one.checkVisibility();
      (await found(() => [...document.querySelectorAll('button, a')].find(is))).click();
    };
    await says('Network closed');
    await press('Open a file');
    const field = await found(() => document.getElementById('answer-sheet'));
    const files = new DataTransfer();
    files.items.add(new File([JSON.stringify(SHEET)], 'case.json', { type: 'application/json' }));
    field.files = files.files;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await press('See the result');
    await press('Write the referral');
    await press('Check your answers');
    await says('Still missing');
    for (const one of document.querySelectorAll('main details')) one.open = true;
    await says(WORD);
    await press('Go to the documents');
    await says('or save it another way');
    for (let find; (find = [...document.querySelectorAll('button')].find((one) => one.innerText.includes('This is right'))); ) {
      find.click();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    for (const part of [0, 1, 2]) {
      const unfold = () => document.querySelectorAll('main details').forEach((one) => (one.open = true));
      const looks = () => unfold() ?? [...document.querySelectorAll('button, a')].filter((one) => one.innerText.trim().startsWith('Look at Part '));
      (await found(() => looks().length === 3 && looks()))[part].click();
      await found(() => document.querySelector('main .ds-document, main article, main section h2'));
      await press('Your documents');
    }
    localStorage.setItem('planted', PLANTED);
    location.href = 'fonts/OFL.txt';
";

#[test]
fn a_whole_case_leaves_nothing_in_webkit() {
    if !Browser::WebKit.is_there() {
        return;
    }
    let case = Whole::new(chrono::Local::now().date_naive());
    let (home, planted) = (Home::new(case.words.clone()), Planted::new(&["storage"]));
    let site = home.temp.0.join("site");
    copy(&dist(), &site);
    let page = std::fs::read_to_string(site.join("index.html")).unwrap();
    let with = page.replace("<title>", "<script type=\"module\" src=\"by_itself.js\"></script><title>");
    assert!(page != with, "the page has a title");
    std::fs::write(site.join("index.html"), with).unwrap();
    let name = case.words.iter().find(|(_, fact)| *fact == "perpetrator_name").unwrap().0;
    let values = format!(
        "const SHEET = {}; const WORD = {name:?}; const PLANTED = {:?};",
        case.sheet,
        planted.word("storage")
    );
    std::fs::write(site.join("by_itself.js"), [&values, BY_ITSELF].concat()).unwrap();
    let log = home.temp.0.join("requests.log");
    let server = Running::server(
        &["--dir", &site.display().to_string(), "--quick", "--log", &log.display().to_string()]
            .map(str::to_owned),
    );
    let browser =
        undriven_webkit(&format!("http://127.0.0.1:{}/", server.port), &home.temp.0.join("profile"));
    let began = Instant::now();
    let waits = |what: &str, done: &dyn Fn() -> bool| {
        while !done() {
            assert!(began.elapsed() < Duration::from_secs(60), "waited in vain for: {what}");
            std::thread::sleep(Duration::from_millis(100));
        }
    };
    waits("the end of the case", &|| std::fs::read_to_string(&log).unwrap().contains("OFL.txt"));
    waits("the word that is kept", &|| !planted.found(&home).is_empty());
    drop(browser);
    let found = home.holds_nothing("after the browser has ended");
    println!("WebKit: {} files of {} bytes; {:?} in all", found.files, found.bytes, began.elapsed());
    assert_eq!(planted.found(&home), BTreeSet::from(["storage".to_owned()]));
}

/// A field that a browser may keep something of is seen on whatever page it stands.
#[test]
fn an_exposed_field_is_seen() {
    visit(Setup::default(), async |visit| {
        for (tag, kind, attributes) in [
            ("input", "password", json!({"autocomplete": "off", "spellcheck": "false"})),
            ("input", "file", json!({})),
            ("textarea", "", json!({"autocomplete": "on", "spellcheck": "false", "autocorrect": "off"})),
            ("select", "", json!({})),
            ("div", "", json!({"contenteditable": "true"})),
        ] {
            let add = format!(
                "const field = document.createElement({tag:?});
                 if ({kind:?}) field.type = {kind:?};
                 for (const [name, value] of Object.entries({attributes})) field.setAttribute(name, value);
                 document.body.append(field);
                 const seen = exposed();
                 field.remove();
                 return [seen.length, exposed().length];"
            );
            assert_eq!(visit.act(&add).await, json!([1, 0]), "{tag} {kind}");
        }
    });
}
