//! Ask and return: a message and a line of a reply hold nothing of a case; what comes back is taken only where it fits, and by itself
//! only where it adds caution.

use crate::support::packs;
use drive_screening::about_criteria::{reply_form, reply_json};
use drive_screening::answers::{
    Answer, AnswerSheet, Answers, Chosen, CodeKey, Evidence, Value, check_letters,
};
use drive_screening::date::Date;
use drive_screening::document::ask::{
    MOST_CHARACTERS, Refusal, ReplyLine, Returned, Slip, Standing, asked_in, asked_of, can_be_asked, message,
    open_questions, read_replies, returned, working_days_after,
};
use drive_screening::document::panels::{AskAnswer, AskPanel, CALLED_BACK, TAKE};
use drive_screening::document::{Criteria, JobResult, run_job};
use drive_screening::interview::{Draft, Field, FieldInput, Form, Interview};
use drive_screening::json::Json;
use drive_screening::pack::{FactId, Group, Kind, Origin, Pack, Part, Question, Speed, Stage};
use drive_screening::protocol::{Job, JobRequest, Reply};
use drive_screening::screening::screen;
use drive_screening::site::Site;
use drive_screening::words::Language;
use proptest::prelude::*;
use serde_json::{Value as Plain, json};

const REFERENCE: &str = "K7Q2-M9XD";
const LANGUAGES: [Language; 2] = [Language::En, Language::Cy];

fn today() -> Date {
    Date::parse("2026-11-30").unwrap()
}

fn id(fact: &str) -> FactId {
    FactId::parse(fact).unwrap()
}

fn sheet(pack: &Pack, answers: Plain) -> Answers {
    packs::answers(
        pack,
        &json!({
            "format": "answers/1", "pack": pack.id.as_str(), "screened_on": "2026-11-30", "answers": answers,
        }),
    )
}

/// What codes of the case are made with: once, as that takes long on purpose.
fn key() -> CodeKey {
    static KEY: std::sync::OnceLock<CodeKey> = std::sync::OnceLock::new();
    KEY.get_or_init(|| CodeKey::of(REFERENCE)).clone()
}

/// A case, its form and what it is asked by.
struct Case {
    pack: &'static Pack,
    form: Form,
    stage: Stage,
    key: CodeKey,
}

impl Case {
    fn new(answers: Plain) -> Self {
        let pack = packs::named("default");
        Self::of(pack, &sheet(pack, answers), Stage::Screening)
    }

    fn of(pack: &'static Pack, answers: &Answers, stage: Stage) -> Self {
        Self { pack, form: Form::from_answers(answers), stage, key: key() }
    }

    fn with<T>(&self, with: impl FnOnce(Interview<'_>) -> T) -> T {
        let answers = self.form.answers(self.pack);
        let outcome = screen(self.pack, &answers);
        with(Interview {
            pack: self.pack,
            form: &self.form,
            answers: &answers,
            outcome: &outcome,
            stage: self.stage,
        })
    }

    fn question(&self, fact: &str) -> &'static Question {
        self.pack.question(fact).unwrap()
    }

    /// The line that answers a question so.
    fn line(&self, fact: &str, answer: &Answer) -> ReplyLine {
        let slip = Slip::new(self.pack, self.question(fact), &self.key).unwrap();
        ReplyLine::new(&slip.code, slip.question, &slip.mark, answer, Origin::PartnerAgency, today())
    }

    fn yes_no(&self, fact: &str, yes: bool) -> ReplyLine {
        self.line(fact, &Answer::Known(Value::YesNo(yes)))
    }

    fn standing(&self, line: ReplyLine) -> Result<Standing, Refusal> {
        self.with(|interview| returned(interview, &self.key, line, today()).map(|returned| returned.standing))
    }

    /// Does something with what a line is worth.
    fn judged<T>(&self, line: ReplyLine, with: impl FnOnce(Returned<'_>) -> T) -> T {
        self.with(|interview| with(returned(interview, &self.key, line, today()).unwrap()))
    }

    fn draft(&self) -> Json {
        Draft::to_json(self.pack, &self.form, self.stage, REFERENCE)
    }

    /// What comes of what was pasted, of whom was called back and of what else was done.
    fn answer(&self, typed: &[&str], take: Option<usize>, language: Language) -> AskAnswer {
        let mut all: Vec<String> = Vec::new();
        for (name, text) in ["", CALLED_BACK].into_iter().zip(typed) {
            all.extend([name.to_owned(), (*text).to_owned()]);
        }
        all.extend(take.into_iter().flat_map(|at| [format!("{TAKE}{at}"), String::new()]));
        AskPanel { pack: self.pack, typed: &all, today: today(), language }.answer(self.draft()).unwrap()
    }

    fn panel(&self, typed: &[&str], language: Language) -> String {
        match self.answer(typed, None, language) {
            AskAnswer::Panel(html) => html,
            taken => panic!("{taken:?}"),
        }
    }

    fn taken(&self, typed: &[&str]) -> Option<Draft> {
        match self.answer(typed, Some(0), Language::En) {
            AskAnswer::Panel(_) => None,
            AskAnswer::Taken(draft) => Some(*draft),
        }
    }

    /// The form once what came back was taken.
    fn filled(&self, draft: Draft) -> Answers {
        let mut form = self.form.clone();
        form.fill(draft.form());
        form.answers(self.pack)
    }
}

/// Answers that fit a question, as far as there are few, and some of those that are many.
fn fitting(question: &Question) -> Vec<Answer> {
    let known: Vec<Value> = match &question.kind {
        Kind::YesNo(_) => vec![Value::YesNo(true), Value::YesNo(false)],
        Kind::Choice(choices) => choices.iter().map(|choice| Value::Choice(choice.value.clone())).collect(),
        Kind::Set(choices) => {
            let values = || choices.iter().map(|choice| choice.value.as_str());
            let sets: [Chosen; 3] =
                [values().take(0).collect(), values().take(1).collect(), values().take(2).collect()];
            sets.into_iter().map(Value::Set).collect()
        }
        Kind::Count(min, max) => vec![Value::Count(*min), Value::Count(*max)],
        Kind::Date { .. } => vec![Value::Date(Date::parse("2026-11-02").unwrap()), Value::Date(today())],
        Kind::Text | Kind::LongText | Kind::Group(_) => Vec::new(),
    };
    let mut all = vec![Answer::NotKnown];
    all.extend(known.into_iter().map(Answer::Known));
    all
}

/// A text in every field that takes one, and another date and number for each field that takes one: none is by chance in a message.
fn canary(question: &Question, count: &mut u32, canaries: &mut Vec<String>) -> Answer {
    *count += 1;
    Answer::Known(match &question.kind {
        Kind::Text | Kind::LongText => {
            let text = format!("Zqcanary{count}");
            canaries.push(text.clone());
            Value::Text(text)
        }
        Kind::Date { .. } => {
            let day = Date::from_ymd(1931 + i32::try_from(*count % 60).unwrap(), 1 + *count % 12, 9).unwrap();
            canaries.extend([day.to_string(), day.in_words(Language::En), day.in_words(Language::Cy)]);
            Value::Date(day)
        }
        Kind::Count(min, max) => Value::Count((min + 7).min(*max)),
        Kind::YesNo(_) => Value::YesNo(true),
        Kind::Choice(choices) => Value::Choice(choices[0].value.clone()),
        Kind::Set(choices) => {
            Value::Set(choices.iter().take(1).map(|choice| choice.value.as_str()).collect())
        }
        Kind::Group(group) => Value::Group(vec![entry(group, count, canaries)]),
    })
}

fn entry(group: &Group, count: &mut u32, canaries: &mut Vec<String>) -> drive_screening::answers::Record {
    group.questions.iter().map(|inner| (inner.id.clone(), canary(inner, count, canaries))).collect()
}

/// A case in which everything is answered but one question in so many, with what is to be found in no message.
fn full(pack: &Pack, left_out: impl Fn(usize) -> bool) -> (Answers, Vec<String>) {
    let (mut answers, mut canaries, mut count) = (Answers::none(today()), vec![REFERENCE.to_owned()], 0);
    for (at, (_, question)) in pack.questions().enumerate() {
        let answer = canary(question, &mut count, &mut canaries);
        if !left_out(at) {
            answers.facts.insert(question.id.clone(), answer);
        }
        if question.takes_evidence() {
            let note = format!("Zqnote{at}");
            canaries.push(note.clone());
            answers.evidence.push((question.id.clone(), Evidence { from: None, on: None, note }));
        }
    }
    canaries.extend(["K7Q2", "M9XD"].map(str::to_owned));
    (answers, canaries)
}

/// Nothing of a case is in a message, nor in the form and the line that come of it: no text, no date, no note and no reference. And
/// what a message says is the same whatever else was answered.
#[test]
fn nothing_of_a_case_is_in_a_message_or_a_reply() {
    for pack in packs::all() {
        let mut messages = 0;
        for step in [2, 3, 5] {
            let (answers, canaries) = full(pack, |at| at % step == 0);
            for stage in [Stage::Screening, Stage::Referral] {
                let case = Case::of(pack, &answers, stage);
                case.with(|interview| {
                    let open = open_questions(interview, &case.key);
                    for language in LANGUAGES {
                        let mut texts = vec![message(&open, today(), language)];
                        texts.extend(
                            open.iter().map(|slip| message(std::slice::from_ref(slip), today(), language)),
                        );
                        texts.push(case.panel(&[], language).replace(&format!("\u{b7} {REFERENCE}</p>"), ""));
                        for text in texts {
                            messages += 1;
                            for canary in &canaries {
                                assert!(!text.contains(canary.as_str()), "{}: {canary}: {text}", pack.id);
                            }
                        }
                        for slip in &open {
                            let alone = Slip::new(pack, slip.question, &case.key).unwrap();
                            let anew = message(&[alone], today(), language);
                            assert_eq!(message(std::slice::from_ref(slip), today(), language), anew);
                            let line =
                                case.line(slip.question.id.as_str(), &fitting(slip.question)[1]).text();
                            for canary in canaries.iter().filter(|canary| !canary.contains("2026")) {
                                assert!(!line.contains(canary.as_str()), "{canary}: {line}");
                            }
                        }
                    }
                });
            }
        }
        assert!(messages > 20, "{}", pack.id);
    }
}

/// No text is asked for, nothing that only the referrer can say, nothing that somebody is known by, and nothing of an entry.
#[test]
fn what_could_name_somebody_is_not_asked() {
    for pack in packs::all() {
        let mut asked = 0;
        for question in pack.every_question() {
            let Some(who) = asked_of(pack, question) else { continue };
            asked += 1;
            assert!(!who.en.is_empty() && !who.cy.is_empty());
            assert!(
                !matches!(question.kind, Kind::Text | Kind::LongText | Kind::Group(_)),
                "{}",
                question.id
            );
            assert_ne!(question.part, Part::Handling, "{}", question.id);
            assert!(pack.group_of(question.id.as_str()).is_none(), "{}", question.id);
        }
        assert!(asked > 20, "{}: {asked}", pack.id);
        for fact in [
            "perpetrator_name",
            "perpetrator_date_of_birth",
            "immediate_danger",
            "insider",
            "judgement_high",
            "judgement_reasons",
            "operational_hold",
            "consent_status",
            "child_date_of_birth",
            "victim_safe_phone",
            "whereabouts_address",
            "children_list",
        ] {
            assert!(asked_of(pack, pack.question(fact).unwrap()).is_none(), "{fact}");
        }
    }
}

/// What goes to Part B is marked so in the message, in both languages, and nothing else is.
#[test]
fn a_question_of_part_b_says_who_may_be_asked() {
    let pack = packs::named("default");
    for question in pack.every_question() {
        let Some(slip) = Slip::new(pack, question, &key()) else { continue };
        let texts = LANGUAGES.map(|language| message(std::slice::from_ref(&slip), today(), language));
        let says = [texts[0].contains("may read Part B"), texts[1].contains("ddarllen Rhan B")];
        assert_eq!(says, [question.part == Part::Restricted; 2], "{}", question.id);
        assert!(texts[0].contains(&slip.who.en) && texts[1].contains(&slip.who.cy));
        assert!(
            texts[0].contains("by 2 December 2026") && texts[1].contains("2 Rhagfyr 2026"),
            "{}",
            texts[0]
        );
    }
}

/// Of everything in the core of a referral that can be asked in this way, the default pack says who could tell, but for what the
/// referrer alone can say.
#[test]
fn the_default_pack_says_who_could_tell() {
    let pack = packs::named("default");
    let core = pack.questions().filter(|(place, question)| {
        pack.section(place.page).stage == Stage::Referral && question.speed == Speed::Core
    });
    let nobody =
        core.filter(|(_, question)| can_be_asked(pack, question) && asked_of(pack, question).is_none());
    let nobody: Vec<&str> = nobody.map(|(_, question)| question.id.as_str()).collect();
    assert_eq!(nobody, ["whereabouts_checked_on", "judgement_supervisor_seen", "plan_usable"]);
}

#[test]
fn an_answer_is_wanted_in_two_working_days() {
    for (day, by) in [
        ("2026-11-30", "2026-12-02"),
        ("2026-12-03", "2026-12-07"),
        ("2026-12-04", "2026-12-08"),
        ("2026-12-05", "2026-12-08"),
        ("2026-12-06", "2026-12-08"),
    ] {
        assert_eq!(working_days_after(Date::parse(day).unwrap(), 2).to_string(), by, "{day}");
    }
    let last = Date::parse("9999-12-31").unwrap();
    assert_eq!(working_days_after(last, 2), last);
}

/// Every question that can be asked, of every pack, in both languages: the message gives a form of it in any copy of the pack; every
/// answer of the form gives a line; and pasted back, as mail breaks and quotes it, that line gives the same answer.
#[test]
fn an_answer_comes_back_as_it_was_given() {
    for pack in packs::all() {
        for question in pack.every_question() {
            let key = key();
            let Some(slip) = Slip::new(pack, question, &key) else { continue };
            for (at, answer) in fitting(question).into_iter().enumerate() {
                let language = LANGUAGES[at % 2];
                let text = message(std::slice::from_ref(&slip), today(), language).replace('\n', "\n> ");
                let [found] = &asked_in(pack, &text)[..] else { panic!("{text}") };
                assert_eq!((&found.question.id, &found.code), (&question.id, &slip.code));
                let line = filled(pack, &text, &question.id, &answer, language);
                let broken = format!("> {}", line.replacen(' ', "\r\n> ", 3));
                let [read] = &read_replies(&broken).unwrap()[..] else { panic!("{line}") };
                assert_eq!(read.text(), line);
                // A case in which nothing is known asks the question, if nothing it hangs on has to be known.
                let case = Case::of(pack, &Answers::none(today()), Stage::Referral);
                let is_asked = case.with(|interview| interview.is_asked(question));
                let back = case.with(|interview| {
                    returned(interview, &key, read.clone(), today()).map(|returned| returned.answer)
                });
                let no_future = matches!(&answer, Answer::Known(Value::Date(_)));
                match back {
                    Ok(back) => assert_eq!(back, answer, "{}", question.id),
                    Err(Refusal::NotAsked) => assert!(!is_asked, "{}", question.id),
                    Err(other) => panic!("{}: {other:?} {no_future}", question.id),
                }
            }
        }
    }
}

/// The line of the form that a message gives, once a question is answered so.
fn filled(pack: &Pack, message: &str, fact: &FactId, answer: &Answer, language: Language) -> String {
    let (form, mut answers) = reply_form(pack, message, today()).unwrap();
    assert!(form.question(fact.as_str()).is_some_and(|question| question.offers_not_known()));
    let told = |answers: &Answers| {
        let sheet = AnswerSheet::to_json(&form, answers, Some("NEXT-CASE"));
        let told = reply_json(pack, message, sheet, today(), language).unwrap();
        serde_json::from_str::<Plain>(&told).unwrap()
    };
    assert_eq!(told(&answers)["html"], json!(""), "not before it is answered");
    answers.facts.insert(fact.clone(), answer.clone());
    assert_eq!(told(&answers)["html"], json!(""), "nor before it is said where it comes from");
    answers.facts.insert(id("reply_from"), Answer::Known(Value::Choice("partner_agency".to_owned())));
    let html = told(&answers)["html"].as_str().unwrap().to_owned();
    let line = html.split_once("\"false\">").unwrap().1.split_once("</textarea>").unwrap().0;
    assert!(!line.contains("NEXT-CASE"));
    line.to_owned()
}

/// Several questions of one who could tell go in one message, and come back in one paste.
#[test]
fn several_questions_go_in_one_message() {
    let case = Case::new(json!({}));
    case.with(|interview| {
        let open = open_questions(interview, &case.key);
        let police: Vec<Slip<'_>> = open.into_iter().filter(|slip| slip.who.en.contains("police")).collect();
        assert!(police.len() > 5);
        let text = message(&police, today(), Language::En);
        assert_eq!(asked_in(case.pack, &text).len(), police.len());
        let (form, _) = reply_form(case.pack, &text, today()).unwrap();
        assert_eq!(form.questions().count(), police.len() + 2);
    });
    let lines = [case.yes_no("dash_done", true), case.yes_no("marac_heard", true)].map(|line| line.text());
    assert_eq!(read_replies(&lines.join("\n")).unwrap().len(), 2);
    let html = case.panel(&[&lines.join("\n")], Language::En);
    assert!(
        html.contains("data-act=\"reply/take/0\"") && html.contains("data-act=\"reply/take/1\""),
        "{html}"
    );
}

/// Every refusal, in words of both languages with what to do next, and nothing to press.
#[test]
fn what_is_no_reply_to_this_case_is_refused() {
    let case = Case::new(json!({"in_area": "yes", "custody": "none", "dash_done": "no"}));
    let good = case.yes_no("marac_heard", true);
    let text = good.text();
    let signed = |line: &str| [line, &check_letters(line)].join(" ");
    let other = Case { key: CodeKey::of("K7Q2-M9XE"), ..Case::new(json!({})) };
    let with = |change: &dyn Fn(&mut ReplyLine)| {
        let mut line = good.clone();
        change(&mut line);
        line.text()
    };
    let day = |day: &str| with(&|line| line.on = Date::parse(day).unwrap());
    let cases: Vec<(Refusal, String)> = vec![
        (Refusal::TooLong, "a ".repeat(MOST_CHARACTERS)),
        (Refusal::TooLong, "a a a a a a a\n".repeat(21)),
        (Refusal::OddCharacter, format!("{text} \u{202e}")),
        (Refusal::OddCharacter, format!("<b>{text}</b>")),
        (Refusal::OddCharacter, "yes \u{2013} they were".to_owned()),
        (Refusal::NoReply, String::new()),
        (Refusal::NoReply, " \n> \n".to_owned()),
        (Refusal::NoReply, "yes it is".to_owned()),
        (Refusal::NoReply, "one two three four five six seven".to_owned()),
        (Refusal::NoReply, text.rsplit_once(' ').unwrap().0.to_owned()),
        (Refusal::NoReply, format!("{text} x")),
        (Refusal::Mistyped, text.replace(" yes ", " no ")),
        (Refusal::Mistyped, text.replace("marac_heard", "marac_heart")),
        (Refusal::OtherCase, other.yes_no("marac_heard", true).text()),
        (Refusal::OtherCase, with(&|line| line.fact = "dash_done".to_owned())),
        (Refusal::OtherQuestion, with(&|line| line.mark = "2222".to_owned())),
        (
            Refusal::OtherQuestion,
            with(&|line| {
                line.fact = "nothing_here".to_owned();
                line.code = CodeKey::of(REFERENCE).code("nothing_here");
            }),
        ),
        (
            Refusal::NotAsked,
            with(&|line| {
                line.fact = "perpetrator_name".to_owned();
                line.code = CodeKey::of(REFERENCE).code("perpetrator_name");
            }),
        ),
        (Refusal::NotAsked, case.line("dash_yes", &Answer::Known(Value::Count(20))).text()),
        (Refusal::NotAsked, case.line("safety_weapons", &Answer::Known(Value::YesNo(true))).text()),
        (Refusal::DoesNotFit, with(&|line| line.answer = "perhaps".to_owned())),
        (Refusal::DoesNotFit, with(&|line| line.answer = "22".to_owned())),
        (
            Refusal::DoesNotFit,
            signed(&text.rsplit_once(' ').unwrap().0.replace("partner_agency", "the_king")),
        ),
        (Refusal::DoesNotFit, signed(&text.rsplit_once(' ').unwrap().0.replace("2026-11-30", "2026-11-31"))),
        (Refusal::Future, day("2026-12-01")),
        (Refusal::TooOld, day("2026-11-01")),
    ];
    for refusal in Refusal::ALL {
        assert!(cases.iter().any(|(met, _)| *met == refusal), "{refusal:?} is met");
    }
    for (refusal, pasted) in cases {
        let met = read_replies(&pasted).and_then(|lines| {
            lines.into_iter().map(|line| case.standing(line)).collect::<Result<Vec<_>, _>>()
        });
        assert_eq!(met.err(), Some(refusal), "{pasted}");
        for language in LANGUAGES {
            let html = case.panel(&[&pasted, "Duty desk"], language);
            let said = refusal.words().say(language).replace('\'', "&#39;");
            assert!(html.contains(&said), "{refusal:?}: {html}");
            assert!(!html.contains("data-act=\"reply/take/"), "{refusal:?}");
        }
        assert_eq!(case.taken(&[&pasted, "Duty desk"]), None, "{refusal:?}");
    }
    assert_eq!(case.standing(good.clone()), Ok(Standing::Free));
    assert!(
        read_replies(&day("2026-11-02"))
            .is_ok_and(|lines| { lines.into_iter().all(|line| case.standing(line) == Ok(Standing::Free)) })
    );
}

/// A reply is never taken without a press, and what is taken says where it comes from.
#[test]
fn what_adds_caution_is_taken_with_where_it_comes_from() {
    let case = Case::new(json!({"in_area": "yes"}));
    let text = case.yes_no("marac_heard", true).text();
    let html = case.panel(&[&text], Language::En);
    assert!(html.contains("Has a MARAC ever heard the case") && html.contains("Your answer now"), "{html}");
    let draft = case.taken(&[&text]).unwrap();
    let answers = case.filled(draft);
    assert_eq!(answers.known("marac_heard"), Some(&Value::YesNo(true)));
    assert_eq!(answers.known("in_area"), Some(&Value::YesNo(true)));
    let evidence = answers.evidence("marac_heard").unwrap();
    assert_eq!((evidence.from, evidence.on), (Some(Origin::PartnerAgency), Some(today())));
    assert_eq!(evidence.note, "A reply that was pasted in; asked of: The MARAC coordinator.");
    // Then it is there, and is not taken again.
    let after = Case::of(case.pack, &answers, Stage::Screening);
    assert_eq!(after.standing(after.yes_no("marac_heard", true)), Ok(Standing::Same));
    assert_eq!(after.taken(&[&text]), None);
}

/// What would relax something is not taken before the referrer says whom they called back; that is kept, with the day.
#[test]
fn what_would_relax_something_needs_a_call_back() {
    let case = Case::new(json!({"in_area": "yes", "marac_heard": "yes", "priority_list": "not_known"}));
    for line in [case.yes_no("priority_list", false), case.yes_no("marac_heard", false)] {
        let text = line.text();
        assert_eq!(case.standing(line), Ok(Standing::CallBack));
        for typed in [&[text.as_str()][..], &[text.as_str(), ""], &[text.as_str(), " \u{200b}\n"]] {
            assert_eq!(case.taken(typed), None, "{typed:?}");
            let html = case.panel(typed, Language::En);
            assert!(
                html.contains("data-act=\"reply/called-back\"") && !html.contains("data-act=\"reply/take/"),
                "{html}"
            );
            assert_eq!(html.contains("Say whom you called back</p>"), typed.len() == 2, "{html}");
        }
        let typed = [text.as_str(), "Duty inspector <b>"];
        let html = case.panel(&typed, Language::En);
        assert!(
            html.contains("data-act=\"reply/take/0\"") && html.contains("Duty inspector &lt;b&gt;"),
            "{html}"
        );
        let answers = case.filled(case.taken(&typed).unwrap());
        let fact = read_replies(&text).unwrap()[0].fact.clone();
        assert_eq!(answers.known(&fact), Some(&Value::YesNo(false)));
        let note = &answers.evidence(&fact).unwrap().note;
        assert!(note.ends_with("Called back on 30 November 2026: Duty inspector <b>"), "{note}");
    }
    // Whom is cut, so that the answer is always taken with it.
    let text = case.yes_no("priority_list", false).text();
    let answers = case.filled(case.taken(&[&text, &"long ".repeat(500)]).unwrap());
    assert!(answers.evidence("priority_list").unwrap().note.chars().count() <= Kind::TEXT_MAX);
    // Nor does it matter whether the page of the question asks where its answer comes from.
    assert!(!case.question("in_area").asks_evidence);
    let out = case.yes_no("in_area", false);
    let text = out.text();
    assert_eq!(case.standing(out), Ok(Standing::CallBack));
    assert_eq!(case.taken(&[&text]), None);
    let answers = case.filled(case.taken(&[&text, "Duty desk"]).unwrap());
    assert_eq!(answers.known("in_area"), Some(&Value::YesNo(false)));
    assert!(
        answers.evidence("in_area").unwrap().note.ends_with("Called back on 30 November 2026: Duty desk")
    );
}

/// Of every answer of every question of every pack, in cases that are full, half full and empty: what is taken without a call-back
/// lets nothing fall that stood, comes to no verdict without a referral that was not there, and takes the place of a known answer
/// only where it adds to it.
#[test]
fn a_reply_by_itself_only_adds_caution() {
    let mut met = [0; 3];
    for pack in packs::all() {
        let mut cases = vec![Answers::none(today())];
        for step in [2, 3] {
            cases.push(full(pack, |at| at % step == 0).0);
        }
        if pack.id.as_str() == "default" {
            let vignettes: Vec<Plain> = serde_json::from_str(include_str!("../vignettes.json")).unwrap();
            cases.extend(vignettes.iter().map(|case| {
                let mut answers = packs::answers(pack, &case["sheet"]);
                answers.screened_on = today();
                answers
            }));
        }
        for answers in cases {
            let case = Case::of(pack, &answers, Stage::Referral);
            let now = case.form.answers(pack);
            let outcome = screen(pack, &now);
            for question in pack.every_question().into_iter().filter(|one| asked_of(pack, one).is_some()) {
                for answer in fitting(question) {
                    let line = case.line(question.id.as_str(), &answer);
                    let Ok(standing) = case.standing(line.clone()) else { continue };
                    met[standing as usize] += 1;
                    if standing != Standing::Free {
                        continue;
                    }
                    let draft =
                        case.judged(line, |returned| returned.taken("", today(), Language::En)).unwrap();
                    let after = screen(pack, &case.filled(draft));
                    for flag in &outcome.flags {
                        assert!(after.flags.contains(flag), "{}: {flag:?}", question.id);
                    }
                    let refers = |name: &str| pack.outcome_text(name).refers;
                    let no_referral = |outcome: &drive_screening::screening::Outcome| {
                        outcome.possible.iter().all(|verdict| !refers(verdict.as_str()))
                    };
                    let pauses = after.flags.iter().any(|flag| !outcome.flags.contains(flag));
                    assert!(
                        no_referral(&outcome) || !no_referral(&after) || pauses,
                        "{} {answer:?}",
                        question.id
                    );
                    if now.known(question.id.as_str()).is_some() {
                        let adds = pauses
                            || after.possible != outcome.possible
                            || after.criteria != outcome.criteria;
                        assert!(adds, "{} {answer:?}", question.id);
                    }
                }
            }
        }
    }
    assert!(met.iter().all(|count| *count > 10), "every standing is met: {met:?}");
}

/// What is pasted, called back and answered is text in the panel, whatever it is.
#[test]
fn the_panel_escapes_what_was_typed() {
    let case = Case::new(json!({"priority_list": "yes"}));
    let hostile = "</textarea><script>alert(1)</script><img src=x onerror=\"alert(1)\">'&";
    let line = case.yes_no("priority_list", false).text();
    for language in LANGUAGES {
        for typed in [&[hostile][..], &[hostile, hostile], &[line.as_str(), hostile]] {
            let html = case.panel(typed, language);
            assert!(!html.contains("<script") && !html.contains("<img"), "{html}");
            assert!(html.contains("&lt;/textarea&gt;&lt;script&gt;"), "{html}");
        }
    }
}

/// The composer gives the panel, or what is to be filled in, and refuses nothing that is only odd.
#[test]
fn the_composer_draws_and_takes() {
    let case = Case::new(json!({"in_area": "yes"}));
    let criteria =
        Criteria { site: Site::default(), pack: Pack::builtin("default").unwrap(), source: String::new() };
    let run = |typed: &[&str]| {
        let typed = typed.iter().map(|&text| text.to_owned()).collect();
        let job = Job::Ask { draft: case.draft(), typed };
        let request = JobRequest { number: 1, made_on: today(), minute: 870, language: Language::En, job };
        match run_job(request, &criteria).unwrap() {
            JobResult::Reply(reply) => reply,
            other => panic!("{other:?}"),
        }
    };
    let text = case.yes_no("marac_heard", true).text();
    assert!(
        matches!(run(&[]), Reply::Panel(html) if html.contains("<textarea") && !html.contains("ds-beside"))
    );
    assert!(matches!(run(&["", &text]), Reply::Panel(html) if html.contains("reply/take/0")));
    assert!(matches!(run(&["", &text, "take/0", ""]), Reply::Draft(_)));
    for typed in [
        &["", text.as_str(), "take/1", ""][..],
        &["", &text, "take/0", "", CALLED_BACK, "Duty desk"],
        &["", &text, "take/one", ""],
        &["", &text, "take/0"],
        &["", "nonsense", "take/0", ""],
        &["take/0", ""],
        &["nonsense"],
    ] {
        assert!(matches!(run(typed), Reply::Panel(_)), "{typed:?}");
    }
}

/// What another case left in the form stays as it is: only the answer and what stands beside it are filled in.
#[test]
fn nothing_else_of_the_form_changes() {
    let case = Case::new(json!({"in_area": "yes", "markers": ["stalking"], "perpetrator_name": "Sample"}));
    let draft = case.taken(&[&case.yes_no("marac_heard", true).text()]).unwrap();
    let fields: Vec<String> = draft.typed.iter().map(|(field, _)| field.question().to_string()).collect();
    assert!(fields.iter().all(|fact| fact == "marac_heard"), "{fields:?}");
    assert_eq!(
        draft.form().get(&Field::of(&id("marac_heard"))),
        FieldInput::from_answer(&Answer::Known(Value::YesNo(true)))
    );
}

/// Texts as a person who means harm would paste them.
fn hostile() -> BoxedStrategy<String> {
    prop_oneof![
        any::<String>(),
        proptest::collection::vec(any::<u8>(), 0..400)
            .prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
        "[A-Z0-9\u{202a}-\u{202e}\u{2066}-\u{2069} <>&\"'-]{0,200}",
        (0_usize..20_000).prop_map(|length| "7KQ-2M9 ".repeat(length / 8)),
        Just("9".repeat(20_000)),
        Just("\u{202e}".repeat(20_000)),
        "([A-Z2-9]{3}-){2}[A-Z2-9]{3} [a-z_]{1,70} [A-Z2-9]{4} [a-z0-9_+]{1,99} [a-z_]{1,20} [0-9-]{10} [A-Z2-9]{2}",
    ]
    .boxed()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// Whatever is pasted, nothing stops, nothing is markup and nothing is taken.
    #[test]
    fn hostile_text_is_never_taken(pasted in hostile(), called_back in hostile()) {
        let case = Case::new(json!({"in_area": "yes"}));
        let typed = [pasted.as_str(), called_back.as_str()];
        prop_assert_eq!(case.taken(&typed), None);
        let html = case.panel(&typed, Language::En);
        prop_assert!(!html.contains("data-act=\"reply/take/"));
        prop_assert!(html.len() < 120_000);
        prop_assert!(reply_form(case.pack, &pasted, today()).is_err());
    }

    /// A line of which a character is another, or is gone, or is there twice, is not taken: but for the case of letters, spaces and
    /// marks of quoting, which mean nothing.
    #[test]
    fn a_changed_line_is_never_taken(at in any::<prop::sample::Index>(), c in any::<char>(), how in 0..3) {
        let case = Case::new(json!({"in_area": "yes"}));
        let text = case.yes_no("marac_heard", true).text();
        let mut chars: Vec<char> = text.chars().collect();
        let at = at.index(chars.len());
        match how {
            0 => chars[at] = c,
            1 => drop(chars.remove(at)),
            _ => chars.insert(at, c),
        }
        let changed: String = chars.into_iter().collect();
        let plain = |text: &str| {
            text.split_ascii_whitespace().map(|word| word.trim_start_matches('>').to_ascii_lowercase())
                .filter(|word| !word.is_empty()).collect::<Vec<_>>()
        };
        if plain(&changed) != plain(&text) {
            prop_assert_eq!(case.taken(&[&changed]), None, "{}", changed);
        }
    }
}
