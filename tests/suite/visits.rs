//! Whole visits to the page, without a browser: what happens goes in as changes; what is remembered, and what the browser is
//! told to do about it, comes out.

use crate::support::packs;
use drive_screening::answers::{Answer, AnswerSheet, Answers, Claims, Record};
use drive_screening::date::Date;
use drive_screening::edit::Editor;
use drive_screening::interview::{Draft, Field, FieldInput, Form, Now, RawValue, fill};
use drive_screening::pack::{FactId, Kind, Pack, PageRef, Part, Stage, builtin, wire};
use drive_screening::protocol::{CriteriaJob, Finding, Format, Job, Reply, ReviewFindings, WorkerEvent};
use drive_screening::state::{
    Change, Command, ComposerState, Editing, FileFault, NetworkState, NewCase, Output, Page, Saved,
    SideProgram, State,
};
use drive_screening::words::{Language, Localized};
use serde_json::{Value, json};

const FIRST: PageRef = PageRef { section: 0, page: 0 };

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn new_case(reference: &str) -> NewCase {
    NewCase { today: day("2026-11-21"), reference: reference.to_owned() }
}

fn id(fact: &str) -> FactId {
    FactId::parse(fact).unwrap()
}

fn field(fact: &str) -> Field {
    Field::of(&id(fact))
}

fn picked(value: &str) -> FieldInput {
    FieldInput::typed(RawValue::Choice(value.to_owned()))
}

fn text(text: &str) -> FieldInput {
    FieldInput::typed(RawValue::Text(text.to_owned()))
}

const NOT_KNOWN: FieldInput = FieldInput { not_known: true, typed: RawValue::Nothing };

fn sheet(id: &str) -> Value {
    let cases: Vec<Value> = serde_json::from_str(include_str!("../vignettes.json")).unwrap();
    cases.into_iter().find(|case| case["id"] == id).unwrap()["sheet"].take()
}

fn vignette(id: &str) -> Answers {
    packs::answers(packs::named("default"), &sheet(id))
}

/// A person at the page, and the composer beside it.
struct Person {
    state: State,
    /// The answers they would give; to everything else "not known".
    answers: Option<Answers>,
}

impl Person {
    fn new() -> Self {
        let mut state = State::new(Language::En, packs::named("default"), true, new_case("K7Q2-M9XD"));
        for program in SideProgram::ALL {
            let _ = state.apply(Change::ProgramArrived(program, true));
        }
        let _ = state.apply(Change::NetworkShut(true));
        Self { state, answers: None }
    }

    /// The same, with a composer that has started.
    fn with_composer() -> Self {
        let mut person = Self::new();
        assert_eq!(person.hear(WorkerEvent::Ready), [Command::LoadCriteria]);
        person
    }

    /// At the pages about the criteria, with a composer that has started.
    fn about_criteria() -> Self {
        let state = State::about_criteria(Language::En, packs::named("default"), true, new_case("K7Q2-M9XD"));
        let mut person = Self { state, answers: None };
        assert_eq!(person.hear(WorkerEvent::Ready), [Command::LoadCriteria]);
        person
    }

    fn knowing(vignette_id: &str) -> Self {
        Self { answers: Some(vignette(vignette_id)), ..Self::with_composer() }
    }

    #[track_caller]
    fn is_at(&self, page: Page) {
        assert_eq!(self.state.page(), page);
    }

    fn does(&mut self, change: Change) -> Vec<Command> {
        self.state.apply(change)
    }

    fn goes(&mut self, page: Page) -> Vec<Command> {
        self.does(Change::Navigated(page))
    }

    fn types(&mut self, fact: &str, entry: FieldInput) -> Vec<Command> {
        self.does(Change::Typed(field(fact), entry))
    }

    fn hear(&mut self, event: WorkerEvent) -> Vec<Command> {
        self.does(Change::ComposerSaid(event, new_case("NEXT-CASE")))
    }

    /// The composer answers what it was asked last.
    #[track_caller]
    fn answered(&mut self, reply: Reply) -> Vec<Command> {
        let number = self.state.jobs.current.unwrap().number;
        self.hear(WorkerEvent::Finished { number, reply })
    }

    /// The composer fills in what is known, as it was asked to.
    #[track_caller]
    fn filled_in(&mut self) -> Vec<Command> {
        assert_eq!(self.state.jobs.current.map(|job| job.output), Some(Output::Fill));
        let draft = Draft::to_json(self.state.pack, &self.state.visit.form, Stage::Referral, "K7Q2-M9XD");
        let today = self.state.visit.form.screened_on;
        let mut form = Draft::read(self.state.pack, draft, today).unwrap().form();
        fill(self.state.pack, &mut form, &Record::new(), Now { today, minute: 870 }, self.state.language);
        let draft = Draft::to_json(self.state.pack, &form, Stage::Referral, "K7Q2-M9XD");
        let draft = Draft::read(self.state.pack, draft, today).unwrap();
        self.answered(Reply::Draft(Box::new(draft)))
    }

    /// The page that asks a question.
    fn place(&self, fact: &str) -> PageRef {
        self.state.pack.place(fact).unwrap().page
    }

    /// Answers what the page asks, and sends it on.
    fn sends_on(&mut self) -> Vec<Command> {
        let Page::Questions(page) = self.state.page() else { panic!("{:?}", self.state.page()) };
        for question in &self.state.pack.page(page).questions {
            if matches!(question.kind, Kind::Group(_)) {
                continue;
            }
            let answer = self.answers.as_ref().and_then(|answers| answers.get(question.id.as_str()));
            let entry = answer.map_or(NOT_KNOWN, FieldInput::from_answer);
            self.types(question.id.as_str(), entry);
        }
        self.does(Change::PageSubmitted(page))
    }

    /// Sends on one page of questions after another, and whatever asks to act first, until another page comes.
    fn screens(&mut self) {
        self.goes(Page::Questions(FIRST));
        for _ in 0..100 {
            match self.state.page() {
                Page::Questions(..) => {
                    self.sends_on();
                }
                Page::Urgent(page) => {
                    self.does(Change::PageSubmitted(page));
                }
                _ => return,
            }
        }
        panic!("it does not end");
    }
}

/// The job that a command gives the composer, if one does.
fn asked(commands: &[Command]) -> Option<&Job> {
    commands.iter().find_map(|command| match command {
        Command::AskComposer { job, .. } => Some(job),
        _ => None,
    })
}

#[test]
fn a_screening_comes_to_its_result_and_its_reasons_are_asked_for() {
    let mut person = Person::knowing("V01");
    person.goes(Page::Questions(FIRST));
    let commands = loop {
        let Page::Questions(..) = person.state.page() else { panic!("{:?}", person.state.page()) };
        let commands = person.sends_on();
        if person.state.page() == Page::Result {
            break commands;
        }
        assert_eq!(person.state.visit.result_seen, None);
    };
    assert_eq!(person.state.visit.result_seen.as_deref(), Some("refer"));
    let Some(Job::Result { draft }) = asked(&commands) else { panic!("{commands:?}") };
    let sheet = &Value::from(draft.clone())["sheet"];
    assert_eq!((&sheet["reference"], &sheet["answers"]["in_area"]), (&json!("K7Q2-M9XD"), &json!("yes")));
    assert!(commands.contains(&Command::FocusHeading));
    assert_eq!(person.state.panel(), None);
    person.answered(Reply::Panel("<p>Why</p>".to_owned()));
    assert_eq!(person.state.panel(), Some("<p>Why</p>"));
    assert_eq!(person.state.jobs.current, None);
    // On to the referral, which begins with its tasks.
    person.does(Change::ReferralStarted);
    person.is_at(Page::Tasks);
    assert_eq!((person.state.visit.stage, person.state.panel()), (Stage::Referral, None));
}

/// Going on after the early stop asks the rest, and offers no other stop.
#[test]
fn the_early_stop_is_offered_once() {
    let mut person = Person::knowing("V01");
    let mut sheet = sheet("V01");
    sheet["answers"]["perpetrator_alive"] = json!("no");
    person.answers = Some(packs::answers(person.state.pack, &sheet));
    person.screens();
    person.is_at(Page::Stop);
    assert!(person.state.visit.stop_offered);
    assert_eq!(person.state.visit.result_seen, None);
    person.screens();
    person.is_at(Page::Result);
    assert_eq!(person.state.visit.result_seen.as_deref(), Some("not_eligible"));
}

#[test]
fn an_answer_is_changed_and_the_person_is_back_where_they_were() {
    let mut person = Person::knowing("V01");
    person.screens();
    person.goes(Page::Result);
    person.goes(Page::Check);
    let page = person.place("in_area");
    person.does(Change::NavigatedToCorrect(Page::Questions(page)));
    assert_eq!(person.state.navigation.return_to, Some(Page::Check));
    person.types("in_area", picked("no"));
    person.does(Change::PageSubmitted(page));
    person.is_at(Page::Check);
    assert_eq!(person.state.navigation.return_to, None);
    // The result that was seen is another one now, until it is looked at again.
    assert_eq!(person.state.visit.result_seen.as_deref(), Some("refer"));
    person.goes(Page::Result);
    assert_ne!(person.state.visit.result_seen.as_deref(), Some("refer"));
}

/// A move elsewhere in between is no coming back.
#[test]
fn whoever_goes_elsewhere_is_not_taken_back() {
    let mut person = Person::knowing("V01");
    person.screens();
    person.goes(Page::Check);
    let page = person.place("in_area");
    person.does(Change::NavigatedToCorrect(Page::Questions(page)));
    person.goes(Page::Questions(page));
    person.sends_on();
    assert_ne!(person.state.page(), Page::Check);
}

#[test]
fn a_page_with_errors_is_refused_and_stays() {
    let mut person = Person::with_composer();
    person.goes(Page::Questions(FIRST));
    let commands = person.does(Change::PageSubmitted(FIRST));
    person.is_at(Page::Questions(FIRST));
    assert_eq!(commands, [Command::FocusProblem]);
    let first = &packs::named("default").sections[0].pages[0].questions[0];
    let error = &person.state.visit.errors[0];
    assert_eq!(error.field, Field::of(&first.id));
    assert!(error.message.en.starts_with(&first.label.en), "{:?}", error.message);
    assert!(error.message.cy.starts_with(&first.label.cy), "{:?}", error.message);
    // Again, and focus moves again.
    assert_eq!(person.does(Change::PageSubmitted(FIRST)), [Command::FocusProblem]);
    // Somewhere else there is nothing wrong.
    person.goes(Page::Tasks);
    assert_eq!(person.state.visit.errors, []);
}

#[test]
fn what_was_typed_wrong_stays_as_typed() {
    let mut person = Person::with_composer();
    let page = person.place("perpetrator_age");
    person.goes(Page::Questions(page));
    person.types("perpetrator_age", text("thirty"));
    person.does(Change::PageSubmitted(page));
    let fields: Vec<&Field> = person.state.visit.errors.iter().map(|error| &error.field).collect();
    assert!(fields.contains(&&field("perpetrator_age")), "{fields:?}");
    assert_eq!(person.state.visit.form.get(&field("perpetrator_age")), text("thirty"));
}

#[test]
fn an_urgent_answer_stops_first_once_and_goes_on() {
    let mut person = Person::knowing("V01");
    let page = person.place("immediate_danger");
    person.goes(Page::Questions(page));
    for question in &person.state.pack.page(page).questions {
        let answer = person.answers.as_ref().unwrap().get(question.id.as_str());
        let entry = answer.map_or(NOT_KNOWN, FieldInput::from_answer);
        let entry = if question.id.as_str() == "immediate_danger" { picked("yes") } else { entry };
        person.state.visit.form.put(&Field::of(&question.id), entry);
    }
    person.does(Change::PageSubmitted(page));
    person.is_at(Page::Urgent(page));
    assert!(!person.state.visit.urgent_seen.is_empty());
    person.does(Change::PageSubmitted(page));
    assert!(!matches!(person.state.page(), Page::Urgent(..)));
    // Taken back, and given again: it stops again.
    person.goes(Page::Questions(page));
    person.types("immediate_danger", picked("no"));
    person.does(Change::PageSubmitted(page));
    assert_eq!(person.state.visit.urgent_seen, [""; 0]);
    person.goes(Page::Questions(page));
    person.types("immediate_danger", picked("yes"));
    person.does(Change::PageSubmitted(page));
    person.is_at(Page::Urgent(page));
}

#[test]
fn another_language_has_what_is_shown_made_again() {
    let mut person = Person::about_criteria();
    person.does(Change::Requested(Output::About));
    person.answered(Reply::Panel("<p>English</p>".to_owned()));
    assert_eq!(person.state.panel(), Some("<p>English</p>"));
    let commands = person.does(Change::LanguageChosen(Language::Cy));
    let [Command::AskComposer { language: Language::Cy, job: Job::Criteria(CriteriaJob::About), .. }] =
        commands.as_slice()
    else {
        panic!("{commands:?}");
    };
    assert_eq!(person.state.panel(), None);
    person.is_at(Page::Start);
    // The same language again is no news.
    assert_eq!(person.does(Change::LanguageChosen(Language::Cy)), []);
}

#[test]
fn an_entry_of_a_group_is_added_changed_and_removed() {
    let mut person = Person::with_composer();
    let group = "reference_numbers";
    let page = person.place(group);
    person.does(Change::ReferralStarted);
    person.goes(Page::Questions(page));
    let key = person.state.visit.form.next_key();
    person.does(Change::EntryAdded(id(group)));
    person.does(Change::NavigatedToCorrect(Page::Item(page, key, 0)));
    let inside = |fact: &str| Field { item: Some((id(group), key)), fact: id(fact) };
    person.does(Change::Typed(inside("reference_type"), picked("other")));
    person.does(Change::Typed(inside("reference_number"), text("A1")));
    person.does(Change::EntrySubmitted { page, key, part: 0 });
    person.is_at(Page::Questions(page));
    let sheet = Value::from(AnswerSheet::to_json(
        person.state.pack,
        &person.state.visit.form.answers(person.state.pack),
        None,
    ));
    assert_eq!(sheet["answers"][group], json!([{"reference_number": "A1", "reference_type": "other"}]));
    // Changed from the list of all answers, and back there.
    person.goes(Page::Check);
    person.does(Change::NavigatedToCorrect(Page::Item(page, key, 0)));
    person.does(Change::Typed(inside("reference_number"), text("B2")));
    person.does(Change::EntrySubmitted { page, key, part: 0 });
    person.is_at(Page::Check);
    // Another is added to the list, which was opened from there too: the list comes first, and leads back.
    person.does(Change::NavigatedToField(page, Field::of(&id(group))));
    person.is_at(Page::Questions(page));
    let other = person.state.visit.form.next_key();
    person.does(Change::EntryAdded(id(group)));
    person.does(Change::NavigatedToCorrect(Page::Item(page, other, 0)));
    person.does(Change::EntrySubmitted { page, key: other, part: 0 });
    person.is_at(Page::Questions(page));
    person.does(Change::PageSubmitted(page));
    person.is_at(Page::Check);
}

/// One press removes an entry, and one puts it back with all that was typed in it, where it was.
#[test]
fn an_entry_that_was_removed_is_put_back() {
    let mut person = Person::with_composer();
    let group = "reference_numbers";
    let [first, second] = ["A1", "B2"].map(|number| {
        let key = person.state.visit.form.next_key();
        person.does(Change::EntryAdded(id(group)));
        let field = Field { item: Some((id(group), key)), fact: id("reference_number") };
        person.does(Change::Typed(field, text(number)));
        key
    });
    let before = person.state.visit.form.clone();
    let saved = |person: &Person| {
        let answers = person.state.visit.form.answers(person.state.pack);
        Value::from(AnswerSheet::to_json(person.state.pack, &answers, None))["answers"][group].clone()
    };
    person.does(Change::EntryRemoved(id(group), first));
    assert_eq!(person.state.visit.form.removed_from(group), Some(1));
    assert_eq!(person.state.visit.form.removed_from("orders_list"), None);
    assert_eq!(saved(&person), json!([{"reference_number": "B2"}]));
    let turns = person.state.navigation.turns;
    person.does(Change::EntryPutBack);
    assert_eq!(person.state.visit.form, before);
    assert_eq!(person.state.navigation.turns, turns + 1, "focus does not stay on a button that is gone");
    // Nothing more is there to put back.
    person.does(Change::EntryPutBack);
    assert_eq!(person.state.visit.form, before);

    // The last that was removed is put back, and where nothing else is left there is still something to lose.
    for key in [first, second] {
        person.does(Change::EntryRemoved(id(group), key));
    }
    assert!(person.state.has_answers() && !saved(&person).is_array());
    // What was ticked meanwhile gives way to it.
    person.does(Change::Typed(Field::of(&id(group)), FieldInput::from_answer(&Answer::NotKnown)));
    person.does(Change::EntryPutBack);
    assert_eq!(saved(&person), json!([{"reference_number": "B2"}]));

    // An empty one that is removed after it does not take its place.
    person.does(Change::EntryRemoved(id(group), second));
    let empty = person.state.visit.form.next_key();
    person.does(Change::EntryAdded(id(group)));
    person.does(Change::EntryRemoved(id(group), empty));
    person.does(Change::EntryPutBack);
    assert_eq!(saved(&person), json!([{"reference_number": "B2"}]));

    // Nothing of a case stays behind it.
    person.does(Change::EntryRemoved(id(group), second));
    person.does(Change::Cleared(new_case("NEXT-CASE")));
    assert_eq!(person.state.visit.form.removed_from(group), None);
}

/// A long entry is some short pages, one after another; a line about an answer leads to its page, and back.
#[test]
fn an_entry_is_written_page_by_page() {
    let mut person = Person::with_composer();
    let group = "victim_survivors_list";
    let page = person.place(group);
    person.does(Change::ReferralStarted);
    person.goes(Page::Questions(page));
    let key = person.state.visit.form.next_key();
    person.does(Change::EntryAdded(id(group)));
    person.does(Change::NavigatedToCorrect(Page::Item(page, key, 0)));
    let inside = |fact: &str| Field { item: Some((id(group), key)), fact: id(fact) };
    let Kind::Group(entry) = &person.state.pack.question(group).unwrap().kind else { panic!() };
    let pages = [0, 1, 2, 3].map(|part| entry.entry_page(part));
    assert!(entry.entry_page(4).is_empty() && pages.iter().all(|page| !page.is_empty()));
    assert!(
        pages[0].iter().any(|inner| inner.id.as_str() == "victim_safe_contact"),
        "what is safe comes first"
    );
    for (part, questions) in pages.into_iter().enumerate() {
        person.is_at(Page::Item(page, key, part));
        // Only what is wrong on this page refuses it.
        let dated = questions.iter().find(|inner| matches!(inner.kind, Kind::Date { .. }));
        if let Some(dated) = dated {
            let wrong = FieldInput::typed(RawValue::Date(["99", "99", "2026"].map(str::to_owned)));
            person.does(Change::Typed(inside(dated.id.as_str()), wrong));
            person.does(Change::EntrySubmitted { page, key, part });
            if !person.state.visit.errors.is_empty() {
                person.is_at(Page::Item(page, key, part));
            }
            person.does(Change::Typed(inside(dated.id.as_str()), FieldInput::default()));
        }
        person.does(Change::EntrySubmitted { page, key, part });
    }
    person.is_at(Page::Questions(page));

    person.goes(Page::Check);
    person.does(Change::NavigatedToField(page, inside("victim_told")));
    person.is_at(Page::Item(page, key, 2));
    person.does(Change::EntrySubmitted { page, key, part: 2 });
    person.is_at(Page::Check);
    // From its list, which was itself opened from there: every page, the list, and then back.
    person.does(Change::NavigatedToField(page, Field::of(&id(group))));
    person.does(Change::NavigatedToCorrect(Page::Item(page, key, 0)));
    for part in 0..4 {
        person.is_at(Page::Item(page, key, part));
        person.does(Change::EntrySubmitted { page, key, part });
    }
    person.is_at(Page::Questions(page));
    // A page that an entry does not have is no page to stay on.
    person.does(Change::EntrySubmitted { page, key, part: 9 });
    person.is_at(Page::Questions(page));
}

#[test]
fn an_entry_with_errors_is_refused() {
    let mut person = Person::with_composer();
    let group = "children_list";
    let page = person.place(group);
    let Kind::Group(questions) = &person.state.pack.question(group).unwrap().kind else { panic!() };
    let dated = questions
        .questions
        .iter()
        .find(|question| matches!(question.kind, Kind::Count(..) | Kind::Date { .. }));
    let dated = dated.unwrap();
    person.does(Change::EntryAdded(id(group)));
    let wrong = match dated.kind {
        Kind::Date { .. } => FieldInput::typed(RawValue::Date(["99", "99", "2026"].map(str::to_owned))),
        _ => text("many"),
    };
    person.does(Change::Typed(Field { item: Some((id(group), 1)), fact: dated.id.clone() }, wrong));
    person.does(Change::NavigatedToCorrect(Page::Item(page, 1, 0)));
    let commands = person.does(Change::EntrySubmitted { page, key: 1, part: 0 });
    person.is_at(Page::Item(page, 1, 0));
    assert_eq!((commands.as_slice(), person.state.visit.errors.len()), (&[Command::FocusProblem][..], 1));
}

/// What another system answers is the person's own once they have sent its page on.
#[test]
fn answers_of_another_system_are_confirmed_by_sending_their_page_on() {
    let mut person = Person::with_composer();
    let mut answers = vignette("V01");
    answers.claims = Claims::of("Example case system", &answers.facts).into_iter().collect();
    person.does(Change::Prefilled(Box::new(answers)));
    person.is_at(Page::Start);
    assert_eq!(person.state.visit.rescreened, None);
    let form = &person.state.visit.form;
    assert_eq!(form.claimed_by("in_area", Language::En), Some("Example case system"));
    let page = person.place("in_area");
    person.goes(Page::Questions(page));
    person.does(Change::PageSubmitted(page));
    assert_ne!(person.state.page(), Page::Questions(page));
    assert_eq!(person.state.visit.form.claimed_by("in_area", Language::En), None);
    assert!(person.state.visit.form.get(&field("in_area")) == picked("yes"));
}

#[test]
fn whoever_embeds_the_page_is_told_what_the_person_agreed_to() {
    let mut person = Person::with_composer();
    assert_eq!(person.does(Change::SharingDecided(false)), [Command::FocusHeading]);
    assert_eq!(person.does(Change::SharingDecided(true)), [Command::TellAgreed(true), Command::FocusHeading]);
    let commands = person.does(Change::SendToHost(Part::Panel));
    assert!(matches!(asked(&commands), Some(Job::Document { part: Part::Panel, format: Format::Pdf, .. })));
    let (name, media_type) = ("K7Q2-M9XD-panel.pdf".to_owned(), "application/pdf".to_owned());
    let commands = person.answered(Reply::File { name: name.clone(), media_type: media_type.clone() });
    assert_eq!(commands, [Command::SendToHost { part: Part::Panel, name: name.clone(), media_type }]);
    assert_eq!(person.state.jobs.saved, Some(Saved::ToHost(name)));
    assert_eq!(person.state.visit.saved_files, [""; 0]);
    // Forgotten with the case.
    let commands = person.does(Change::Cleared(new_case("NEXT-CASE")));
    assert!(commands.contains(&Command::TellAgreed(false)), "{commands:?}");
}

#[test]
fn a_file_is_saved_and_remembered_by_name_alone() {
    let mut person = Person::with_composer();
    let commands = person.does(Change::Requested(Output::File(Part::Handling, Format::Text)));
    assert!(matches!(
        asked(&commands),
        Some(Job::Document { part: Part::Handling, format: Format::Text, .. })
    ));
    assert!(person.state.jobs.is_busy());
    let name = "K7Q2-M9XD-handling.txt".to_owned();
    let commands = person.answered(Reply::File { name: name.clone(), media_type: "text/plain".to_owned() });
    assert_eq!(commands, [Command::SaveFile { name: name.clone(), media_type: "text/plain".to_owned() }]);
    person.does(Change::FileSaved(Saved::of(name.clone(), true)));
    person.does(Change::FileSaved(Saved::of(name.clone(), true)));
    assert_eq!(person.state.visit.saved_files, [name.as_str()]);
    assert_eq!(person.state.jobs.saved, Some(Saved::File(name)));
    assert!(!person.state.jobs.is_busy());
    // What the browser refused is no file.
    person.does(Change::FileSaved(Saved::of("other".to_owned(), false)));
    assert_eq!(
        (person.state.visit.saved_files.len(), &person.state.jobs.saved),
        (1, &Some(Saved::Failed(None)))
    );
}

#[test]
fn why_nothing_was_made_is_said() {
    let mut person = Person::with_composer();
    person.does(Change::Requested(Output::Zip));
    assert_eq!(person.answered(Reply::Refused(Localized::new("No.", "Na."))), []);
    assert_eq!(person.state.jobs.saved, Some(Saved::Failed(Some(Localized::new("No.", "Na.")))));
    assert_eq!(person.state.jobs.current, None);
}

/// The composer ends in the middle of a job: it is started again for the person, and does the job again.
#[test]
fn a_composer_that_fails_is_started_again_and_loses_nothing() {
    let mut person = Person::knowing("V01");
    person.screens();
    person.goes(Page::Documents);
    person.does(Change::Requested(Output::Zip));
    let number = person.state.jobs.current.unwrap().number;
    let commands = person.does(Change::ComposerFailed);
    assert_eq!(commands, []);
    assert_eq!(person.state.jobs.composer, ComposerState::Failed);
    assert_eq!(
        person.does(Change::RestartComposer { keep_job: true }),
        [Command::StartComposer, Command::FocusHeading]
    );
    assert_eq!(person.state.jobs.composer, ComposerState::Starting);
    let commands = person.hear(WorkerEvent::Ready);
    assert_eq!(commands[0], Command::LoadCriteria);
    let Command::AskComposer { number: again, job: Job::Zip { .. }, .. } = &commands[1] else {
        panic!("{commands:?}");
    };
    assert_eq!(*again, number);
    assert!(!person.state.visit.form.is_blank());
}

#[test]
fn a_job_is_stopped_and_its_answer_is_not_heard() {
    let mut person = Person::with_composer();
    person.does(Change::Requested(Output::Zip));
    let number = person.state.jobs.current.unwrap().number;
    person.hear(WorkerEvent::Progress { number, percent: 41 });
    assert_eq!(person.state.jobs.progress, Some(41));
    assert_eq!(
        person.does(Change::RestartComposer { keep_job: false }),
        [Command::StartComposer, Command::FocusHeading]
    );
    assert_eq!(person.hear(WorkerEvent::Ready), [Command::LoadCriteria]);
    let reply = Reply::File { name: "late.zip".to_owned(), media_type: "application/zip".to_owned() };
    assert_eq!(person.hear(WorkerEvent::Finished { number, reply }), []);
    assert_eq!(person.state.jobs.saved, None);
}

/// It took much memory: it is started afresh, and what is asked for meanwhile waits for it.
#[test]
fn a_spent_composer_is_replaced() {
    let mut person = Person::with_composer();
    assert_eq!(person.hear(WorkerEvent::Spent), [Command::StartComposer]);
    assert_eq!(asked(&person.goes(Page::Privacy)), None);
    let commands = person.hear(WorkerEvent::Ready);
    assert_eq!(asked(&commands), Some(&Job::Privacy));
}

#[test]
fn a_composer_of_another_build_is_given_nothing() {
    let mut person = Person::new();
    assert_eq!(person.does(Change::ComposerStale), []);
    assert_eq!(person.state.jobs.composer, ComposerState::Stale);
    assert_eq!(asked(&person.goes(Page::Privacy)), None);
    assert_eq!(asked(&person.does(Change::Requested(Output::Zip))), None);
}

/// Nothing of a case is asked before the network is shut, and nobody waits for longer than the limit.
#[test]
fn the_network_is_shut_before_anything_is_asked() {
    let fresh = || State::new(Language::En, packs::named("default"), true, new_case("K7Q2-M9XD"));
    let mut state = fresh();
    assert!(!state.waits_for_network());
    let commands = state.apply(Change::Navigated(Page::Tasks));
    assert!(commands.contains(&Command::LimitFetching), "{commands:?}");
    assert!(state.waits_for_network());
    // Once.
    assert!(!state.apply(Change::Navigated(Page::Questions(FIRST))).contains(&Command::LimitFetching));
    assert_eq!(state.network.awaited, SideProgram::ALL);
    assert_eq!(state.apply(Change::ProgramArrived(SideProgram::Composer, true)), []);
    assert_eq!(state.apply(Change::ProgramArrived(SideProgram::Exporter, false)), []);
    assert_eq!(state.apply(Change::ProgramArrived(SideProgram::Exporter, false)), []);
    assert!(state.waits_for_network());
    let commands = state.apply(Change::ProgramArrived(SideProgram::Sealer, true));
    assert_eq!(commands, [Command::ShutNetwork]);
    assert_eq!(state.network.missing, [SideProgram::Exporter]);
    // What the person came for is drawn now, and read from its heading.
    assert_eq!(state.apply(Change::NetworkShut(true)), [Command::FocusHeading]);
    assert!(!state.waits_for_network() && state.page() == Page::Questions(FIRST));

    // What takes nothing of a case waits for nothing.
    let mut state = fresh();
    for page in [Page::Privacy, Page::Accessibility, Page::Glossary, Page::Report, Page::Clear, Page::Start] {
        let commands = state.apply(Change::Navigated(page));
        assert!(!state.waits_for_network() && !commands.contains(&Command::LimitFetching), "{page:?}");
    }
    // Nor does a person who reads on while everything comes.
    for program in SideProgram::ALL {
        let _ = state.apply(Change::ProgramArrived(program, true));
    }
    assert_eq!(state.apply(Change::NetworkShut(true)), []);
    assert!(!state.apply(Change::Navigated(Page::Tasks)).contains(&Command::LimitFetching));
}

/// A browser that does not take the policy: the person is told, and decides.
#[test]
fn a_network_that_is_not_shut_is_said() {
    let refused = |is_guest| {
        let mut state = State::new(Language::En, packs::named("default"), true, new_case("K7Q2-M9XD"));
        state.is_guest = is_guest;
        let _ = state.apply(Change::NetworkShut(false));
        let _ = state.apply(Change::Navigated(Page::Tasks));
        state
    };
    let mut state = refused(false);
    assert!(state.waits_for_network());
    let _ = state.apply(Change::NetworkAccepted);
    assert!(!state.waits_for_network());
    // In somebody else's page that is so from the start, and said there.
    assert!(!refused(true).waits_for_network());
}

#[test]
fn each_page_at_the_foot_asks_for_its_own() {
    let mut person = Person::with_composer();
    for (page, job) in [
        (Page::Glossary, Job::Glossary),
        (Page::Privacy, Job::Privacy),
        (Page::Accessibility, Job::Accessibility),
    ] {
        assert_eq!(asked(&person.goes(page)), Some(&job));
        let panel = format!("<p>{job:?}</p>");
        person.answered(Reply::Panel(panel.clone()));
        assert_eq!(person.state.panel(), Some(&*panel));
    }
}

/// What is told of a page names the page, and nothing of the case: neither what was answered, nor how it comes out.
#[test]
fn a_report_of_a_page_says_which_page_it_was() {
    let reported = |person: &mut Person, page: Page| {
        person.goes(page);
        let commands = person.goes(Page::Report);
        let Some(Job::PageReport { page, browser }) = asked(&commands) else { panic!("{commands:?}") };
        assert!(browser.is_empty(), "the composer knows it");
        page.clone()
    };
    let mut person = Person::knowing("V01");
    assert_eq!(reported(&mut person, Page::Start), "start ");
    person.screens();
    let list = person.place("victim_survivors_list");
    person.does(Change::EntryAdded(field("victim_survivors_list").fact));
    for (page, says) in [
        (Page::Questions(FIRST), "questions safety_now"),
        (Page::Item(list, 1, 0), "entry victim_survivors_page"),
        (Page::Urgent(FIRST), "result "),
        (Page::Stop, "result "),
        (Page::Result, "result "),
        (Page::Disagree, "result "),
        (Page::Preview(Part::Restricted), "documents "),
    ] {
        assert_eq!(reported(&mut person, page), says);
    }
}

/// From a result to a question for somebody else, and back with the answer: the message has focus, what came back is read from its
/// heading, and an answer fills in its own fields and no other.
#[test]
fn what_others_are_asked_comes_back_into_the_form() {
    let mut person = Person::with_composer();
    person.types("in_area", picked("yes"));
    let typed = |job: &Job| match job {
        Job::Ask { typed, .. } => typed.join("|"),
        other => panic!("{other:?}"),
    };
    let does = |person: &mut Person, name: &str, text: &str| {
        let commands = person.does(Change::ReplyTyped(name.to_owned(), text.to_owned()));
        typed(asked(&commands).unwrap())
    };
    let commands = person.does(Change::AskOpened(id("marac_heard")));
    assert_eq!(typed(asked(&commands).unwrap()), "");
    person.is_at(Page::Ask);
    let commands = person.answered(Reply::Panel("<p>ask</p>".to_owned()));
    assert_eq!(commands, [Command::FocusId("row-marac_heard".to_owned())]);

    assert_eq!(does(&mut person, "", "a line"), "|a line");
    assert_eq!(person.state.panel(), None, "what was shown is out of date");
    assert_eq!(person.answered(Reply::Panel("<p>reply</p>".to_owned())), [Command::FocusProblem]);
    assert_eq!(does(&mut person, "called-back", "the desk"), "|a line|called-back|the desk");
    person.answered(Reply::Panel("<p>reply</p>".to_owned()));
    assert_eq!(does(&mut person, "take/0", ""), "|a line|called-back|the desk|take/0|");
    let fills = vec![(field("marac_heard"), picked("yes"))];
    let commands = person.answered(Reply::Draft(Box::new(Draft::of_typed(day("2026-11-21"), fills))));
    assert_eq!(person.state.visit.form.get(&field("marac_heard")), picked("yes"));
    assert_eq!(person.state.visit.form.get(&field("in_area")), picked("yes"));
    assert_eq!(person.state.visit.reference, "K7Q2-M9XD");
    // Shown again, with the answer that is there now.
    assert_eq!(typed(asked(&commands).unwrap()), "|a line|called-back|the desk|take/0|");
    person.answered(Reply::Panel("<p>taken</p>".to_owned()));

    // Another reply begins anew; on another page nothing of it is left.
    assert_eq!(does(&mut person, "", "another"), "|another");
    person.goes(Page::Result);
    assert_eq!(person.state.jobs.files, Vec::<String>::new());
    // An answer that comes when the person has left the page is filled in, and shown nowhere else.
    person.goes(Page::Ask);
    does(&mut person, "take/0", "");
    person.goes(Page::Tasks);
    let fills = vec![(field("children"), picked("no"))];
    let commands = person.answered(Reply::Draft(Box::new(Draft::of_typed(day("2026-11-21"), fills))));
    assert_eq!(person.state.visit.form.get(&field("children")), picked("no"));
    assert_eq!(asked(&commands), None);
}

/// What an earlier page asked for is not shown on another.
#[test]
fn what_was_made_for_one_page_is_shown_on_no_other() {
    let mut person = Person::with_composer();
    person.goes(Page::Accessibility);
    let first = person.state.jobs.current.unwrap().number;
    person.goes(Page::Privacy);
    let late = Reply::Panel("<p>Accessibility</p>".to_owned());
    person.hear(WorkerEvent::Finished { number: first, reply: late });
    assert_eq!(person.state.panel(), None);
    person.answered(Reply::Panel("<p>Privacy</p>".to_owned()));
    assert_eq!(person.state.panel(), Some("<p>Privacy</p>"));
    person.goes(Page::Tasks);
    assert_eq!(person.state.panel(), None);
}

#[test]
fn clearing_forgets_the_case_and_nothing_else() {
    let mut person = Person::knowing("V01");
    person.does(Change::LanguageChosen(Language::Cy));
    person.does(Change::NetworkShut(true));
    person.screens();
    person.goes(Page::Documents);
    person.does(Change::FileSaved(Saved::of("K7Q2-M9XD.zip".to_owned(), true)));
    assert!(person.state.has_answers());
    person.goes(Page::Clear);
    let commands = person.does(Change::Cleared(new_case("NEXT-CASE")));
    assert_eq!(
        commands,
        [
            Command::ReplaceHistory(0),
            Command::EndSealer,
            Command::TellClosed { left: false },
            Command::FocusHeading
        ]
    );
    person.is_at(Page::Ended);
    let fresh = State::new(Language::Cy, packs::named("default"), true, new_case("NEXT-CASE"));
    assert_eq!(person.state.visit, fresh.visit);
    assert!(!person.state.has_answers() && !person.state.navigation.can_go_back());
    assert_eq!((person.state.language, person.state.network.state), (Language::Cy, NetworkState::Shut));
    assert_eq!(person.state.jobs.composer, ComposerState::Ready);
    // The tab is closed after that: nobody is told twice.
    let commands = person.does(Change::Cleared(new_case("AFTER-THAT")));
    assert_eq!(commands, [Command::ReplaceHistory(0), Command::EndSealer]);
    // Nor does anything come of what was still asked for.
    let late = Reply::Panel("<p>Late</p>".to_owned());
    person.hear(WorkerEvent::Finished { number: 1, reply: late });
    assert_eq!(person.state.panel(), None);
}

#[test]
fn whoever_leaves_quickly_leaves_nothing_behind() {
    let mut person = Person::knowing("V01");
    person.screens();
    person.does(Change::ExitNear(true));
    let commands = person.does(Change::Left(new_case("NEXT-CASE")));
    assert_eq!(commands[0], Command::LeavePage);
    assert!(commands.contains(&Command::TellClosed { left: true }), "{commands:?}");
    assert!(person.state.left && !person.state.exit_is_near && !person.state.has_answers());
    person.is_at(Page::Start);
    // The page goes away, which clears it: whoever embeds it knows already.
    let commands = person.does(Change::Cleared(new_case("AFTER-THAT")));
    assert!(!commands.iter().any(|command| matches!(command, Command::TellClosed { .. })), "{commands:?}");
    assert!(person.state.left);
}

#[test]
fn the_browsers_history_is_followed_back_and_forward() {
    let mut person = Person::with_composer();
    assert_eq!(person.goes(Page::Tasks), [Command::PushHistory(1), Command::FocusHeading]);
    person.goes(Page::Questions(FIRST));
    person.does(Change::PageSubmitted(FIRST));
    assert!(!person.state.visit.errors.is_empty());
    // The page's own link asks the browser, which then says where it came to.
    assert_eq!(person.does(Change::BackPressed), [Command::GoBack]);
    person.is_at(Page::Questions(FIRST));
    assert_eq!(person.does(Change::HistoryMoved(1)), [Command::FocusHeading]);
    person.is_at(Page::Tasks);
    assert_eq!(person.state.visit.errors, []);
    person.does(Change::HistoryMoved(2));
    person.is_at(Page::Questions(FIRST));
    person.does(Change::HistoryMoved(99));
    person.is_at(Page::Questions(FIRST));
    assert_eq!(person.does(Change::HistoryMoved(0)), [Command::FocusHeading]);
    assert!(!person.state.navigation.can_go_back());
}

#[test]
fn inside_somebody_elses_page_the_history_is_left_alone() {
    let mut state = State::new(Language::En, packs::named("default"), false, new_case("K7Q2-M9XD"));
    let _ = state.apply(Change::NetworkShut(true));
    assert_eq!(state.apply(Change::Navigated(Page::Tasks)), [Command::FocusHeading]);
    assert_eq!(state.apply(Change::BackPressed), [Command::FocusHeading]);
    assert_eq!(state.page(), Page::Start);
    let commands = state.apply(Change::Cleared(new_case("NEXT-CASE")));
    assert!(!commands.contains(&Command::ReplaceHistory(0)), "{commands:?}");
}

/// What was typed is saved as it was typed, and opened again as it was, in a new case with the reference it had.
#[test]
fn a_draft_is_saved_and_opened() {
    let mut person = Person::knowing("V01");
    person.screens();
    person.types("perpetrator_age", text("thirty-odd"));
    person.does(Change::ReferralStarted);
    let commands = person.does(Change::SaveDraft);
    let [Command::SaveText { name, media_type: "application/json", text: saved }] = commands.as_slice()
    else {
        panic!("{commands:?}");
    };
    assert_eq!(name, "K7Q2-M9XD-draft.json");

    let mut other = Person::with_composer();
    other.state.visit.reference = "OTHE-RONE".to_owned();
    other.types("in_area", picked("no"));
    other.goes(Page::Open);
    let commands = other.does(Change::FilesChosen(Output::Open, vec![saved.clone()]));
    assert_eq!(asked(&commands), Some(&Job::Open { file: saved.clone() }));
    let json: Value = serde_json::from_str(saved).unwrap();
    let draft = Draft::read(other.state.pack, json.into(), day("2026-11-21")).unwrap();
    other.answered(Reply::Draft(Box::new(draft)));
    other.is_at(Page::Tasks);
    assert_eq!(other.state.visit.form.get(&field("perpetrator_age")), text("thirty-odd"));
    assert_eq!(other.state.visit.form.get(&field("in_area")), picked("yes"));
    assert_eq!(
        (other.state.visit.reference.as_str(), other.state.visit.stage),
        ("K7Q2-M9XD", Stage::Referral)
    );
    // Without a reference it is a case of its own, and not the one before.
    let answers = vignette("V03");
    other.does(Change::FilesChosen(Output::Open, vec![String::new()]));
    let sheet = Draft::of_answers(other.state.pack, answers, None);
    other.answered(Reply::Draft(Box::new(sheet)));
    assert_eq!(other.state.visit.reference, "NEXT-CASE");
}

#[test]
fn a_file_that_cannot_be_opened_says_why_until_the_next() {
    let mut person = Person::with_composer();
    person.goes(Page::Open);
    person.does(Change::FilesChosen(Output::Open, vec!["{".to_owned()]));
    assert_eq!(person.answered(Reply::NotOpened(Localized::new("<ul>", "<ol>"))), [Command::FocusProblem]);
    assert_eq!(person.state.visit.open_error, Some(Localized::new("<ul>", "<ol>")));
    assert_eq!(person.does(Change::FileNotRead(FileFault::TooLarge)), [Command::FocusProblem]);
    assert!(person.state.visit.open_error.as_ref().unwrap().en.contains("larger than 64 MB"));
    person.does(Change::FilesChosen(Output::Open, vec!["[]".to_owned()]));
    assert_eq!(person.state.visit.open_error, None);
    // A record is shown beside, and read from its heading.
    assert_eq!(person.answered(Reply::Panel("<h2>".to_owned())), [Command::FocusProblem]);
    assert_eq!(person.state.jobs.side_panel.as_deref(), Some("<h2>"));
    // In the other language it is made again from the same file; on another page it is gone.
    let commands = person.does(Change::LanguageChosen(Language::Cy));
    assert_eq!(asked(&commands), Some(&Job::Open { file: "[]".to_owned() }));
    person.answered(Reply::Panel("<h2>".to_owned()));
    person.goes(Page::Tasks);
    assert_eq!((&person.state.jobs.side_panel, person.state.jobs.files.len()), (&None, 0));
}

/// A check takes minutes: the next question does not wait for it, nor does a page.
#[test]
fn a_long_check_gives_way_to_what_is_asked_next() {
    let mut person = Person::about_criteria();
    person.does(Change::Requested(Output::About));
    person.answered(Reply::Panel("<p>About</p>".to_owned()));
    assert_eq!(
        asked(&person.does(Change::Requested(Output::Report))),
        Some(&Job::Criteria(CriteriaJob::Report))
    );
    assert_eq!(person.state.panel(), Some("<p>About</p>"));
    assert_eq!(person.does(Change::Requested(Output::Cases)), [Command::StartComposer]);
    assert_eq!(asked(&person.hear(WorkerEvent::Ready)), Some(&Job::Criteria(CriteriaJob::Cases)));
    person.answered(Reply::Panel("<h2>Cases</h2>".to_owned()));
    assert_eq!(person.state.jobs.side_panel.as_deref(), Some("<h2>Cases</h2>"));
    let files = vec!["a".to_owned(), "b".to_owned()];
    let commands = person.does(Change::FilesChosen(Output::Compare, files.clone()));
    assert_eq!(asked(&commands), Some(&Job::Criteria(CriteriaJob::Compare { packs: files })));
}

#[test]
fn after_midnight_the_answers_are_screened_as_of_the_new_day() {
    let mut person = Person::with_composer();
    assert_eq!(person.does(Change::DayChanged(day("2026-11-22"))), []);
    assert_eq!(person.state.visit.form.screened_on, day("2026-11-22"));
    // Nothing was answered: there is nothing to say.
    assert_eq!(person.state.visit.rescreened, None);
    person.types("in_area", picked("yes"));
    person.does(Change::DayChanged(day("2026-11-23")));
    let line = person.state.visit.rescreened.clone().unwrap();
    assert!(line.en.contains("22 November 2026") && line.en.contains("23 November 2026"), "{line:?}");
    assert_ne!(line.en, line.cy);
    assert_eq!(person.state.visit.form.get(&field("in_area")), picked("yes"));
}

/// A draft of an earlier day is gone on with as of today, and says so.
#[test]
fn a_draft_of_an_earlier_day_is_screened_as_of_today() {
    let mut person = Person::with_composer();
    person.does(Change::FilesChosen(Output::Open, vec![String::new()]));
    let answers = Answers { screened_on: day("2026-11-01"), ..vignette("V06") };
    let draft = Draft::of_answers(person.state.pack, answers, Some("K7Q2-M9XD".to_owned()));
    person.answered(Reply::Draft(Box::new(draft)));
    assert_eq!(person.state.visit.form.screened_on, day("2026-11-21"));
    assert!(person.state.visit.rescreened.is_some());
}

fn finding(fact: &str, found: &str) -> Finding {
    Finding { fact: fact.to_owned(), found: found.to_owned(), times: 1, ..Finding::default() }
}

/// Where a press takes the button itself away, focus goes on: with focus nowhere nobody knows where they are.
#[test]
fn a_press_that_takes_its_button_away_moves_focus() {
    let mut person = Person::with_composer();
    let fact = "plan_why_now";
    person.types(fact, text("She lives at 1 High Street. He knows 2 Low Road."));
    person.goes(Page::Documents);
    let found =
        |words: &str| Finding { piece: Some(0..27), label: "Why now".to_owned(), ..finding(fact, words) };
    let findings = vec![found("1 High Street"), found("2 Low Road")];
    person.answered(Reply::Review(ReviewFindings { findings, ..ReviewFindings::default() }));
    let on = |commands: Vec<Command>| {
        commands
            .into_iter()
            .filter(|one| matches!(one, Command::FocusHeading | Command::FocusProblem))
            .collect()
    };
    let mut does = |change: Change| -> Vec<Command> { on(person.does(change)) };
    assert_eq!(does(Change::FindingConfirmed(1)), [Command::FocusProblem], "there is more to look at");
    assert_eq!(does(Change::FindingConfirmed(0)), [Command::FocusHeading]);
    for change in [
        Change::FindingMoved(0),
        Change::RestartComposer { keep_job: false },
        Change::RestartComposer { keep_job: true },
        Change::SharingDecided(true),
        Change::SharingDecided(false),
    ] {
        let name = format!("{change:?}");
        assert_eq!(does(change), [Command::FocusHeading], "{name}");
    }
}

/// Part A is not shown, by whichever way one comes to it, before all that was found in it is moved or confirmed.
#[test]
fn part_a_waits_for_what_was_found_in_it() {
    let mut person = Person::with_composer();
    let fact = "plan_why_now";
    person.types(fact, text("She lives at 1 High Street. He knows."));
    let commands = person.goes(Page::Preview(Part::Panel));
    assert!(matches!(asked(&commands), Some(Job::Review { .. })), "{commands:?}");
    let found = finding(fact, "1 High Street");
    let findings = vec![Finding { piece: Some(0..27), label: "Why now".to_owned(), ..found }];
    let commands = person.answered(Reply::Review(ReviewFindings { findings, ..ReviewFindings::default() }));
    assert_eq!(asked(&commands), None);
    let left = person.state.findings_left();
    assert_eq!(left.len(), 1);
    let reviews = person.state.visit.reviews;
    person.does(Change::FindingConfirmed(left[0].0));
    assert_eq!((person.state.findings_left(), person.state.visit.reviews), (Vec::new(), reviews + 1));
    // Moved instead, what is left is looked at again.
    let commands = person.does(Change::FindingMoved(0));
    assert!(matches!(asked(&commands), Some(Job::Review { .. })), "{commands:?}");
    assert_eq!(person.state.visit.form.get(&field(fact)), text("He knows."));
    // Nothing is found any more: now it is shown.
    let commands = person.answered(Reply::Review(ReviewFindings::default()));
    assert!(matches!(asked(&commands), Some(Job::Preview { part: Part::Panel, .. })), "{commands:?}");
    assert_eq!(person.answered(Reply::Panel("<p>A</p>".to_owned())), [Command::FocusHeading]);
    // The other parts are shown at once.
    let commands = person.goes(Page::Preview(Part::Restricted));
    assert!(matches!(asked(&commands), Some(Job::Preview { part: Part::Restricted, .. })), "{commands:?}");
}

#[test]
fn a_referral_against_the_result_needs_reasons() {
    let mut person = Person::knowing("V06");
    person.screens();
    person.goes(Page::Disagree);
    assert_eq!(person.does(Change::DisagreementSubmitted), [Command::FocusProblem]);
    person.is_at(Page::Disagree);
    let error = person.state.visit.errors[0].clone();
    person.does(Change::Typed(error.field, text("They are in danger.")));
    person.does(Change::DisagreementSubmitted);
    person.is_at(Page::Tasks);
    assert_eq!(person.state.visit.stage, Stage::Referral);
}

/// The form in which the default pack is changed, as the composer gives it.
fn edit_form() -> (Pack, Answers) {
    let editor = Editor::open(builtin::source("default").unwrap()).unwrap();
    let form = editor.form().unwrap();
    let sheet = json!({
        "format": "answers/1",
        "pack": form.id.as_str(),
        "screened_on": "2026-11-21",
        "answers": Value::from(editor.answers()),
    });
    let answers = packs::answers(&form, &sheet);
    (form, answers)
}

/// What is known is filled in once a referral begins and again after the screening was changed; only on the list of tasks, where
/// nothing is typed meanwhile.
#[test]
fn what_is_known_is_filled_in_when_a_referral_begins() {
    let fills = |commands: &[Command]| matches!(asked(commands), Some(Job::Fill { .. }));
    let said = |person: &Person, fact: &str| {
        person.state.visit.form.claimed_by(fact, Language::En).map(ToOwned::to_owned)
    };
    let mut person = Person::knowing("V01");
    person.screens();
    assert!(!fills(&person.goes(Page::Result)));
    person.answered(Reply::Panel("<p>Why</p>".to_owned()));
    person.does(Change::ReferralStarted);
    assert!(!person.state.jobs.is_busy(), "nobody waits for it");
    person.filled_in();
    assert_eq!(said(&person, "referral_completed_on").as_deref(), Some("your device's clock"));
    assert_eq!(said(&person, "victim_idva_status").as_deref(), Some("the screening"));
    // Once. Its page sent on, it is the person's own; so is that of an entry.
    assert!(!fills(&person.goes(Page::Tasks)));
    let dates = person.place("referral_completed_on");
    person.goes(Page::Questions(dates));
    person.does(Change::PageSubmitted(dates));
    assert_eq!(said(&person, "referral_completed_on"), None);
    let list = person.place("victim_survivors_list");
    let key = person.state.visit.form.items("victim_survivors_list").next().unwrap().key;
    person.goes(Page::Item(list, key, 3));
    person.does(Change::EntrySubmitted { page: list, key, part: 3 });
    assert_eq!(said(&person, "victim_idva_status"), None);

    // Begun again, it is filled in anew: not while something else is asked for, and not in a page that the person has gone on from.
    let commands = person.does(Change::ReferralStarted);
    assert!(fills(&commands));
    person.goes(Page::Questions(dates));
    let before = person.state.visit.form.clone();
    person.filled_in();
    assert_eq!(person.state.visit.form, before);
    assert!(fills(&person.goes(Page::Tasks)));
    let commands = person.goes(Page::Check);
    assert!(matches!(asked(&commands), Some(Job::Check { .. })));
    person.answered(Reply::Panel("<p>All</p>".to_owned()));
    assert!(fills(&person.goes(Page::Tasks)));
    // What cannot be filled in is asked for once.
    assert!(!fills(&person.answered(Reply::Refused(Localized::default()))));
    assert!(!fills(&person.goes(Page::Tasks)));
}

/// Page one follows what is typed while a referral is written, gives way to what is asked for, and is hidden at once.
#[test]
fn page_one_follows_what_is_typed() {
    let follows = |commands: &[Command]| matches!(asked(commands), Some(Job::PageOne { .. }));
    let came = |html: &str| Reply::Panel(html.to_owned());
    let mut person = Person::knowing("V01");
    person.does(Change::PageOneOpened(true));
    person.screens();
    person.goes(Page::Result);
    assert!(!person.state.offers_page_one(), "nobody fits a screening to it");
    person.answered(came("<p>Why</p>"));
    // What is known is filled in first.
    person.does(Change::ReferralStarted);
    let commands = person.filled_in();
    assert!(follows(&commands) && person.state.offers_page_one() && !person.state.jobs.is_busy());
    assert_eq!(person.answered(came("<p>One</p>")), []);
    assert_eq!(person.state.jobs.page_one.as_deref(), Some("<p>One</p>"));
    // Typed while it is asked for, it is asked for again afterwards, once, and what was there stays until then.
    person.goes(Page::Questions(person.place("plan_why_now")));
    assert!(!follows(&person.types("plan_why_now", text("He is"))));
    assert!(!follows(&person.types("plan_why_now", text("He is out"))));
    assert_eq!(person.state.jobs.page_one.as_deref(), Some("<p>One</p>"));
    let commands = person.answered(came("<p>Two</p>"));
    let Some(Job::PageOne { draft }) = asked(&commands) else { panic!("{commands:?}") };
    assert_eq!(Value::from(draft.clone())["sheet"]["answers"]["plan_why_now"], "He is out");
    assert_eq!(person.answered(came("<p>Three</p>")), []);
    // Its answer is no page's: what that shows stays.
    assert_eq!(person.state.panel(), None);
    // Hidden, nothing is made; shown again, what was typed meanwhile is on it.
    person.does(Change::PageOneOpened(false));
    assert!(!follows(&person.types("plan_why_now", text("He is out on Friday"))));
    assert!(follows(&person.does(Change::PageOneOpened(true))));
    // What is asked for takes its place, and it is asked for again when the person is back.
    let commands = person.goes(Page::Check);
    assert!(matches!(asked(&commands), Some(Job::Check { .. })) && !person.state.offers_page_one());
    person.answered(came("<p>All</p>"));
    assert_eq!(person.state.panel(), Some("<p>All</p>"));
    assert!(follows(&person.goes(Page::Tasks)));
    // What cannot be made is not said of a file that nobody asked for.
    person.answered(Reply::Refused(Localized::default()));
    assert_eq!(person.state.jobs.saved, None);
    // In another language and on another day it is another page; and it is forgotten with the case.
    assert!(follows(&person.does(Change::LanguageChosen(Language::Cy))));
    person.answered(came("<p>Pedwar</p>"));
    assert!(follows(&person.does(Change::DayChanged(day("2026-11-22")))));
    person.does(Change::Cleared(new_case("NEXT-CASE")));
    assert_eq!((person.state.jobs.page_one.as_ref(), person.state.offers_page_one()), (None, false));
    assert!(person.state.page_one.is_open, "as the person wants it in the next case too");
}

#[test]
fn a_pack_is_changed_in_a_form_and_saved() {
    let mut person = Person::about_criteria();
    let commands = person.does(Change::PackOpened(String::new()));
    assert_eq!(asked(&commands), Some(&Job::Criteria(CriteriaJob::EditForm { pack: String::new() })));
    person.is_at(Page::Tasks);
    assert!(!person.state.editing.as_ref().unwrap().form_loaded);
    let commands = person.answered(Reply::EditForm(Box::new(edit_form())));
    // What the changes come to is asked for at once, and nobody waits for it.
    assert!(matches!(asked(&commands), Some(Job::Criteria(CriteriaJob::EditSummary { .. }))), "{commands:?}");
    assert!(person.state.editing.as_ref().unwrap().form_loaded && !person.state.jobs.is_busy());
    assert!(!person.state.has_answers());
    // Typed while it is asked for, it is asked for again afterwards, once.
    assert_eq!(asked(&person.types("id", text("our"))), None);
    assert_eq!(asked(&person.types("id", text("ours"))), None);
    assert!(person.state.has_answers());
    let commands = person.answered(Reply::EditSummary("{\"says\":\"one\"}".to_owned()));
    let Some(Job::Criteria(CriteriaJob::EditSummary { pack, sheet })) = asked(&commands) else {
        panic!("{commands:?}")
    };
    assert_eq!((pack.as_str(), &Value::from(sheet.clone())["answers"]["id"]), ("", &json!("ours")));
    assert_eq!(person.answered(Reply::EditSummary("{\"says\":\"two\"}".to_owned())), []);
    let editing = person.state.editing.as_ref().unwrap();
    assert_eq!(editing.summary.as_deref(), Some("{\"says\":\"two\"}"));
    // In the other language it is said in other words.
    assert!(matches!(
        asked(&person.does(Change::LanguageChosen(Language::Cy))),
        Some(Job::Criteria(CriteriaJob::EditSummary { .. }))
    ));
    // Saving takes its place, and it is asked for again after that.
    let commands = person.does(Change::Requested(Output::EditedPack));
    assert!(matches!(asked(&commands), Some(Job::Criteria(CriteriaJob::EditedPack { .. }))), "{commands:?}");
    let reply = Reply::File { name: "ours.json".to_owned(), media_type: "application/json".to_owned() };
    let commands = person.answered(reply);
    assert!(matches!(commands[0], Command::SaveFile { .. }), "{commands:?}");
    let commands = person.does(Change::FileSaved(Saved::of("ours.json".to_owned(), true)));
    assert!(
        commands.is_empty()
            || matches!(asked(&commands), Some(Job::Criteria(CriteriaJob::EditSummary { .. }))),
        "{commands:?}"
    );
    // A file that cannot be read is said, and what is here stays.
    person.does(Change::FileNotRead(FileFault::Unreadable));
    let Some(Saved::Failed(Some(why))) = &person.state.jobs.saved else { panic!("{:?}", person.state.jobs) };
    assert!(why.cy.starts_with("Ni allai'r porwr"), "{why:?}");
    assert!(person.state.has_answers());
    // Another pack takes its place where it is.
    let file = "{}".to_owned();
    let commands = person.does(Change::PackOpened(file.clone()));
    assert_eq!(asked(&commands), Some(&Job::Criteria(CriteriaJob::EditForm { pack: file })));
    person.is_at(Page::Tasks);
    // Cleared, it is about the criteria of this copy again, and a new beginning shows what they are.
    person.does(Change::Cleared(new_case("NEXT-CASE")));
    assert_eq!(person.state.editing, Some(Editing::default()));
    assert_eq!(asked(&person.goes(Page::Start)), Some(&Job::Criteria(CriteriaJob::About)));
    assert_eq!(person.state.pack.id.as_str(), "default");
    assert_eq!(person.state.visit.form, Form::new(day("2026-11-21")));
}

#[test]
fn a_page_of_the_form_goes_back_to_the_list_and_a_refused_save_says_so() {
    let mut person = Person::about_criteria();
    person.does(Change::PackOpened(String::new()));
    person.answered(Reply::EditForm(Box::new(edit_form())));
    person.does(Change::NavigatedToCorrect(Page::Questions(FIRST)));
    person.does(Change::PageSubmitted(FIRST));
    person.is_at(Page::Tasks);
    assert_eq!(person.does(Change::PageRefused), [Command::FocusProblem]);
}

/// A page begins with the words of the screening; those of the referral come with the composer, and what waited for them is drawn.
#[test]
fn the_words_of_the_referral_come_with_the_composer() {
    let whole = packs::named("default");
    let first: &'static Pack = Box::leak(Box::new(wire::screening_first(whole)));
    assert!(whole.is_whole() && !first.is_whole());
    // All that a screening shows is there, and all that decides.
    let said = |pack: &Pack| {
        let screening = pack.sections.iter().filter(|section| section.stage == Stage::Screening);
        let evidence = &pack.evidence.questions;
        format!(
            "{:?} {:?} {:?} {:?} {evidence:?}",
            screening.collect::<Vec<_>>(),
            pack.flags,
            pack.routes,
            pack.verdicts
        )
    };
    assert_eq!(said(first), said(&wire::shown(whole)));
    let mut person = Person::knowing("V01");
    person.state = State::new(Language::En, first, true, new_case("K7Q2-M9XD"));
    let commands = person.hear(WorkerEvent::Ready);
    assert_eq!(commands, [Command::LoadCriteria, Command::AskSetup]);
    person.screens();
    person.is_at(Page::Result);
    person.does(Change::ReferralStarted);
    let page = person.place("contact_red_line");
    person.goes(Page::Questions(page));
    assert!(person.state.waits_for_words() && !person.state.pack.is_whole());
    // Those of other criteria are not taken.
    assert_eq!(person.does(Change::WordsLoaded(packs::named("min16"))), []);
    assert!(!person.state.pack.is_whole());
    assert_eq!(
        person.does(Change::WordsLoaded(whole)),
        [Command::FocusHeading],
        "the page is drawn, and read from its heading"
    );
    assert!(person.state.pack.is_whole());
    person.is_at(Page::Questions(page));
    // Nobody is moved who waits for nothing, and nothing is asked for twice.
    assert_eq!(person.does(Change::WordsLoaded(whole)), []);
    assert_eq!(person.hear(WorkerEvent::Ready), [Command::LoadCriteria]);
    // What is cleared begins with all words.
    person.does(Change::Cleared(new_case("NEXT-CASE")));
    assert!(person.state.pack.is_whole());
}

/// The page that tests a copy: nothing to do before every file was looked at; then one part of the test at a time, and after each
/// the sheet anew.
#[test]
fn a_self_test_runs_once_at_a_time_and_its_sheet_follows() {
    let state = State::self_test(Language::En, packs::named("default"), true, new_case("K7Q2-M9XD"));
    let mut person = Person { state, answers: None };
    assert_eq!(person.hear(WorkerEvent::Ready), [Command::LoadCriteria]);
    let sheet = |number, language, found: &str, format| {
        let found = found.to_owned();
        Command::AskComposer {
            number,
            language,
            job: Job::Criteria(CriteriaJob::EvidenceSheet { found, format }),
        }
    };
    let (all, windows) =
        (Change::SelfTestAsked { needs_window: false }, Change::SelfTestAsked { needs_window: true });
    let tested = |found: &str| Change::SelfTested(found.to_owned());
    assert_eq!(person.does(all), []);
    assert_eq!(person.does(tested("files")), [sheet(1, Language::En, "files", None)]);
    person.answered(Reply::Panel("<p>files</p>".to_owned()));
    assert_eq!(person.state.panel(), Some("<p>files</p>"));
    assert_eq!(person.does(windows), [Command::RunSelfTest { needs_window: true }]);
    assert!(person.state.self_test.as_ref().is_some_and(|test| test.runs && !test.ran));
    assert_eq!(person.does(Change::SelfTestAsked { needs_window: false }), []);
    assert_eq!(person.does(tested("windows")), [sheet(2, Language::En, "windows", None)]);
    assert!(person.state.self_test.as_ref().is_some_and(|test| !test.runs && test.ran));
    person.answered(Reply::Panel("<p>windows</p>".to_owned()));
    assert_eq!(person.does(Change::LanguageChosen(Language::Cy)), [sheet(3, Language::Cy, "windows", None)]);
    person.answered(Reply::Panel("<p>ffenestri</p>".to_owned()));
    // A file leaves what is shown as it is.
    let pdf = Some(Format::Pdf);
    assert_eq!(
        person.does(Change::Requested(Output::EvidenceSheet(pdf))),
        [sheet(4, Language::Cy, "windows", pdf)]
    );
    assert_eq!(person.state.panel(), Some("<p>ffenestri</p>"));
    let file = Reply::File { name: "x.pdf".to_owned(), media_type: "application/pdf".to_owned() };
    assert!(matches!(&person.answered(file)[..], [Command::SaveFile { name, .. }] if name == "x.pdf"));
    // What comes while another page is read is shown when the person comes back.
    person.goes(Page::Privacy);
    assert_eq!(person.does(tested("later")), []);
    person.does(Change::HistoryMoved(0));
    let asked = person.state.jobs.current.map(|job| job.output);
    assert_eq!(asked, Some(Output::EvidenceSheet(None)));
    assert!(!person.state.has_answers());
}
