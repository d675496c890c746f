//! The page about the criteria, as the composer makes it: complete, in both languages, and safe.

use drive_screening::about_criteria::run_job;
use drive_screening::check;
use drive_screening::date::Date;
use drive_screening::diff;
use drive_screening::document::{Criteria, JobResult};
use drive_screening::pack::{Pack, builtin};
use drive_screening::protocol::{CriteriaJob, Job, JobRequest, Reply, Request};
use drive_screening::site::Site;
use drive_screening::words::Language;
use serde_json::{Value, json};

const LANGUAGES: [Language; 2] = [Language::En, Language::Cy];

fn day() -> Date {
    Date::parse("2026-11-21").unwrap()
}

fn criteria(site: &Value, file: Option<&str>) -> Criteria {
    let site = Site::read(Ok(&site.to_string()));
    let file = file.ok_or(0);
    let (pack, source) = (site.pack(file).unwrap(), site.source(file).unwrap().to_owned());
    Criteria { site, pack, source }
}

fn builtin_criteria(id: &str) -> Criteria {
    criteria(&json!({"format": "site/1", "pack": id}), None)
}

const ABOUT: Job = Job::Criteria(CriteriaJob::About);
const REPORT: Job = Job::Criteria(CriteriaJob::Report);
const CASES: Job = Job::Criteria(CriteriaJob::Cases);

/// What the page is given, through the text of the request.
fn made(criteria: &Criteria, job: &Job, language: Language) -> String {
    let request =
        Request::Run(JobRequest { number: 1, made_on: day(), minute: 870, language, job: job.clone() });
    let Ok(Request::Run(request)) = Request::read(&request.write()) else { panic!("no request") };
    match run_job(request, criteria).unwrap() {
        JobResult::Reply(Reply::Panel(html)) => html,
        other => panic!("nothing to show: {other:?}"),
    }
}

fn compare(packs: &[&str]) -> Job {
    let packs = packs.iter().map(|pack| (*pack).to_owned()).collect();
    Job::Criteria(CriteriaJob::Compare { packs })
}

/// As it stands in HTML.
fn escaped(text: &str) -> String {
    let mut out = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    out = out.replace('"', "&quot;").replace('\'', "&#39;");
    out
}

fn assert_says(html: &str, text: &str) {
    assert!(html.contains(&escaped(text)), "missing: {text}\n{html}");
}

#[test]
fn everything_the_criteria_are() {
    for id in builtin::names() {
        let criteria = builtin_criteria(id);
        let pack = &criteria.pack;
        for language in LANGUAGES {
            let html = made(&criteria, &ABOUT, language);
            assert!(html.contains(&format!("lang=\"{}\"", language.tag())));
            for text in [pack.title.say(language), id, &pack.version, pack.digest()] {
                assert_says(&html, text);
            }
            for criterion in &pack.criteria {
                assert_says(&html, criterion.label.say(language));
                let source = pack.source(&criterion.source).unwrap();
                assert_says(&html, source.title.say(language));
                assert_says(&html, &source.checked.in_words(language));
            }
            for setting in &pack.settings {
                assert_says(&html, setting.label.say(language));
            }
            let asked = pack.every_question().into_iter().filter(|question| !question.sources.is_empty());
            let cited = asked.map(|question| (&question.ask, &question.sources));
            let flags = pack.flags.iter().filter(|flag| !flag.sources.is_empty());
            for (words, sources) in cited.chain(flags.map(|flag| (&flag.text, &flag.sources))) {
                assert_says(&html, words.say(language));
                for source in sources {
                    let source = pack.source(source).unwrap();
                    assert_says(&html, source.title.say(language));
                    assert_says(&html, &source.checked.in_words(language));
                }
            }
            let proposed = ["Proposed, not signed off.", "Cynnig, heb ei gymeradwyo."][language as usize];
            assert_eq!(
                html.matches(proposed).count(),
                pack.settings.iter().filter(|setting| setting.proposed).count()
            );
        }
    }
}

/// What is left of a piece of a page without its elements.
fn told(html: &str) -> String {
    html.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text).collect()
}

#[test]
fn the_statements_and_the_glossary_are_each_in_one_language() {
    let criteria = builtin_criteria("default");
    for (job, says) in [
        (Job::Privacy, ["There are no cookies", "Nid oes cwcis"]),
        (Job::Accessibility, ["WCAG 2.2 level AA", "WCAG 2.2 lefel AA"]),
        (Job::Glossary, ["independent domestic violence adviser", "cynghorydd annibynnol ar drais domestig"]),
    ] {
        for language in LANGUAGES {
            let html = made(&criteria, &job, language);
            assert!(html.contains(&format!("lang=\"{}\"", language.tag())));
            let [own, other] = [language, language.other()].map(|one| says[one as usize]);
            assert_says(&html, own);
            assert!(!html.contains(other), "{other}");
        }
    }
}

/// What is told of a page is bounded, safe in a page, and says of which copy it is.
#[test]
fn a_report_of_a_page_says_which_copy_it_is_of() {
    let criteria = builtin_criteria("min16");
    let report = |page: &str, browser: &str| {
        let job = Job::PageReport { page: page.to_owned(), browser: browser.to_owned() };
        made(&criteria, &job, Language::En)
    };
    let html = report("questions risk_dash", "Example/1.0 (A browser)");
    for says in [
        "Version: drive-screening ",
        &format!("Criteria: min16 {}, {}", criteria.pack.version, criteria.pack.digest()),
        "Page: questions risk_dash\n",
        "Language: en",
        "Day: 2026-",
        "Browser: Example/1.0 (A browser)",
    ] {
        assert!(html.contains(says), "{says}: {html}");
    }
    let hostile = report("</textarea><script>", &"</textarea>\u{0}\n<b>".repeat(1_000));
    assert_eq!(hostile.matches("</textarea>").count(), 1);
    assert!(hostile.len() < 4_000 && !hostile.contains("<script") && !hostile.contains('\0'));
}

#[test]
fn every_word_of_the_glossary_has_one_short_sentence() {
    let criteria = builtin_criteria("default");
    let [en, cy] = LANGUAGES.map(|language| made(&criteria, &Job::Glossary, language));
    let rows = |html: &str| -> Vec<(String, String)> {
        let rows = html.split("<dt>").skip(1);
        rows.map(|row| row.split_once("</dt>").unwrap())
            .map(|(word, row)| (word.to_owned(), told(row.split_once("</dd>").unwrap().0)))
            .collect()
    };
    let (en, cy) = (rows(&en), rows(&cy));
    assert_eq!(en.len(), cy.len());
    assert!((12..=24).contains(&en.len()), "{}", en.len());
    for (word, meaning) in en.iter().chain(&cy) {
        let sentence = meaning.trim();
        assert!(sentence.ends_with('.') && sentence.matches('.').count() == 1, "{word}: {sentence}");
        assert!(sentence.split_whitespace().count() <= 32, "{word}: {sentence}");
        assert!(sentence.starts_with(char::is_uppercase), "{word}: {sentence}");
    }
    for (en, cy) in en.iter().zip(&cy) {
        assert_ne!(en.1, cy.1);
    }
    for word in [
        "MARAC",
        "MARAC threshold",
        "IDVA",
        "DASH",
        "MAPPA",
        "Victim-survivor",
        "High harm",
        "Panel",
        "Part A",
        "Part B",
        "Part C",
    ] {
        assert!(en.iter().any(|row| row.0 == word), "{word}");
    }
}

#[test]
fn what_is_extended_and_what_a_site_changed() {
    let plain = made(&builtin_criteria("default"), &ABOUT, Language::En);
    assert!(!plain.contains("What they change of") && !plain.contains("What this site changed"), "{plain}");

    let html = made(&builtin_criteria("min16"), &ABOUT, Language::En);
    assert_says(&html, "What they change of: Default criteria");
    assert_says(&html, "Minimum age, in years: 18 becomes 16");

    let own = r#"{"format":"pack/1","id":"ours","version":"7","extends":"min16","title":{"en":"Ours","cy":"Ein un"},
        "settings":{"dash_line":10}}"#;
    let site =
        json!({"format": "site/1", "pack": "ours.json", "panel": {"en": "Our panel", "cy": "Ein panel"}});
    let criteria = criteria(&site, Some(own));
    let html = made(&criteria, &ABOUT, Language::En);
    let places: Vec<usize> = [
        "7+site",
        "DASH items answered yes, at least: 14 becomes 10",
        "What they change of: Default criteria",
        "Minimum age, in years: 18 becomes 16",
        "What this site changed",
        "(document/panel)",
    ]
    .into_iter()
    .map(|text| html.find(text).unwrap_or_else(|| panic!("{text}: {html}")))
    .collect();
    assert!(places.is_sorted(), "nearest first, then what lies below, then the site's: {places:?}");
}

#[test]
fn the_report_has_every_finding() {
    let contradicts =
        r#"{"format":"pack/1","id":"ours","version":"1","extends":"default","settings":{"dash_line":30}}"#;
    let site = json!({"format": "site/1", "pack": "ours.json"});
    for (criteria, passes) in
        [(builtin_criteria("default"), true), (criteria(&site, Some(contradicts)), false)]
    {
        let (_, report) = check::check(&criteria.pack.to_json(), day()).unwrap();
        assert_eq!(report.passes(), passes);
        for language in LANGUAGES {
            let html = made(&criteria, &REPORT, language);
            for finding in &report.findings {
                assert_says(&html, finding.problem.message.say(language));
                assert_says(&html, finding.problem.next_step.say(language));
                assert_says(&html, &finding.problem.at);
            }
            let examples: usize = report.findings.iter().map(|finding| finding.examples.len()).sum();
            let example = ["An example:", "Enghraifft:"][language as usize];
            assert_eq!(html.matches(example).count(), examples);
            let verdict =
                ["These criteria pass their check.", "Mae&#39;r meini prawf hyn yn pasio eu gwiriad."];
            assert_eq!(html.contains(verdict[language as usize]), passes, "{html}");
            // Examples are in words, not in the names of facts.
            for fact in ["perpetrator_age", "dash_yes", "in_area"] {
                assert!(!html.contains(&format!("{fact}:")), "{fact}: {html}");
            }
        }
    }
}

#[test]
fn the_worked_cases_run() {
    let well = builtin_criteria("default");
    let cases = check::run_cases(&well.pack.to_json()).unwrap();
    for language in LANGUAGES {
        let html = made(&well, &CASES, language);
        assert!(
            html.contains(&format!("{0} o {0}", cases.len()))
                || html.contains(&format!("{0} of {0}", cases.len()))
        );
        for case in &cases {
            assert_says(&html, case.title.say(language));
        }
    }
    // One that comes to something else says what.
    let own = r#"{"format":"pack/1","id":"ours","version":"1","extends":"default","settings":{},"cases":[
        {"id":"ned","title":{"en":"Ned Notreal","cy":"Ned Notreal"},"screened_on":"2026-11-21","answers":{},
         "expect":{"outcome":"not_eligible"}}]}"#;
    let site = json!({"format": "site/1", "pack": "ours.json"});
    let html = made(&criteria(&site, Some(own)), &CASES, Language::En);
    assert_says(&html, "0 of 1 came out as expected");
    assert_says(&html, "expected `\"not_eligible\"`, and it comes to `\"need_information\"`");
}

#[test]
fn another_pack_is_compared() {
    let own = builtin_criteria("default");
    let other = builtin::source("min16").unwrap();
    let difference = diff::diff(&own.pack.to_json(), other, day()).unwrap();
    assert!(!difference.groups.is_empty());
    for language in LANGUAGES {
        let html = made(&own, &compare(&[other]), language);
        assert_says(&html, Pack::builtin("min16").unwrap().title.say(language));
        for group in &difference.groups {
            assert_says(&html, group.sentences[0].say(language));
            assert_says(&html, group.sentences[1].say(language));
        }
        for change in diff::changes(&own.pack.to_json(), other).unwrap() {
            assert_says(&html, change.message.say(language));
        }
    }
    let same = made(&own, &compare(&[&own.pack.to_json()]), Language::En);
    assert_says(&same, "Both decide every situation alike.");
    // What is no pack is said, with every problem.
    for (other, says) in
        [("", "not valid JSON"), ("{}", "`format` is missing"), ("<script>", "not valid JSON")]
    {
        let html = made(&own, &compare(&[other]), Language::En);
        assert_says(&html, "The file cannot be compared");
        assert_says(&html, says);
    }
}

/// Neither of two is this copy's: they are told as before and after.
#[test]
fn two_others_are_compared_with_one_another() {
    let own = builtin_criteria("default");
    let [old, new] = ["min16", "partners_only"].map(|id| builtin::source(id).unwrap());
    let difference = diff::diff(old, new, day()).unwrap();
    let html = made(&own, &compare(&[old, new]), Language::En);
    assert_says(&html, "Aged 16 and over (min16 2.0.0), compared with");
    for group in &difference.groups {
        let [from, to] = group.sentences.each_ref().map(|sentence| sentence.en.as_str());
        assert_says(&html, &format!("Before: {from}. After: {to}."));
    }
    for change in diff::changes(old, new).unwrap() {
        assert_says(&html, &change.message.en);
    }
    let broken = made(&own, &compare(&[old, "{}"]), Language::En);
    assert_says(&broken, "The file cannot be compared");
}

#[test]
fn what_a_pack_says_is_no_markup() {
    let own = r#"{"format":"pack/1","id":"ours","version":"<i>1</i>","extends":"default","settings":{},
        "title":{"en":"<script>x</script>","cy":"<b>x</b>"},"about":{"en":"<img src=x>","cy":"<img src=x>"},
        "cases":[{"id":"<u>","title":{"en":"<u>","cy":"<u>"},"screened_on":"2026-11-21","answers":{},"expect":{"outcome":"<s>"}}]}"#;
    let site = json!({"format": "site/1", "pack": "ours.json"});
    let criteria = criteria(&site, Some(own));
    for job in [ABOUT, REPORT, CASES, compare(&[own])] {
        for language in LANGUAGES {
            let html = made(&criteria, &job, language);
            for markup in ["<script", "<b>", "<i>", "<img", "<u>", "<s>"] {
                assert!(!html.contains(markup), "{job:?}: {markup}\n{html}");
            }
        }
    }
}
