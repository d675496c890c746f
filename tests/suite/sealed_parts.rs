//! Parts of a referral, sealed for those whom a site names: from the page by the composer, the exporter and the sealer to a file
//! that its readers open and nobody else.

use crate::support::files::{fonts, unzipped};
use crate::support::packs;
use drive_screening::date::Date;
use drive_screening::document::{Criteria, JobResult, run_job};
use drive_screening::export::write_request;
use drive_screening::interview::{Draft, Field, FieldInput, RawValue};
use drive_screening::pack::{FactId, Stage};
use drive_screening::problem::Problem;
use drive_screening::protocol::{JobRequest, Reply, SealEvent, SealJob, SealReply, SealRequest, WorkerEvent};
use drive_screening::seal::{self, KeyPair, fingerprint, new_key, open};
use drive_screening::site::Site;
use drive_screening::state::{Act, Change, Command, NewCase, Page, SideProgram, State};
use drive_screening::words::Language;
use serde_json::json;

fn today() -> Date {
    Date::parse("2026-11-27").unwrap()
}

fn new_case() -> NewCase {
    NewCase { today: today(), reference: "K7Q2-M9XD".to_owned() }
}

/// A site and its people.
struct Place {
    criteria: Criteria,
    team: KeyPair,
    lead: KeyPair,
    safe: KeyPair,
}

impl Place {
    fn new() -> Self {
        let [team, lead, safe] = [new_key(), new_key(), new_key()];
        let site = json!({
            "format": "site/1",
            "receipt_days": 2,
            "receipt_phone": "01632 960004",
            "recipients": [
                {"name": "Our Town <panel>", "key": team.public, "parts": ["panel", "handling"]},
                {"name": "Our Town IDVA lead", "key": lead.public, "parts": ["restricted"]},
                {"name": "Our Town safe", "key": safe.public, "recovery": true},
            ],
        });
        let site = Site::read(Ok(&site.to_string()));
        let pack = site.pack(Err(0)).unwrap();
        let source = site.source(Err(0)).unwrap().to_owned();
        Self { criteria: Criteria { site, pack, source }, team, lead, safe }
    }

    /// Does what the page wants done, until it wants nothing more; what it saves at last.
    fn carry_out(&self, state: &mut State, mut commands: Vec<Command>) -> Option<(String, Vec<u8>)> {
        let mut file = Vec::new();
        let mut saved = None;
        while let Some(command) = (!commands.is_empty()).then(|| commands.remove(0)) {
            commands.extend(match command {
                Command::AskComposer { number, language, job } => {
                    let request = JobRequest { number, made_on: today(), minute: 600, language, job };
                    let reply = match run_job(request, &self.criteria).unwrap() {
                        JobResult::Reply(reply) => reply,
                        JobResult::File(made) => panic!("{made:?}"),
                        JobResult::Export(request) => {
                            let made = write_request(&request, fonts(), &|_| {}).unwrap();
                            file = made.bytes;
                            Reply::File { name: made.name, media_type: made.media_type.to_owned() }
                        }
                    };
                    state.apply(Change::ComposerSaid(WorkerEvent::Finished { number, reply }, new_case()))
                }
                Command::SealFile { number, keys } => {
                    let content = file.clone().into();
                    self.ask(state, SealRequest { number, job: SealJob::SealFor { keys, content } })
                }
                Command::AskSealer(request) => self.ask(state, request),
                Command::SaveBytes { name, bytes, .. } => {
                    saved = Some((name, bytes));
                    Vec::new()
                }
                Command::SaveFile { name, .. } => panic!("{name} in the clear"),
                _ => Vec::new(),
            });
        }
        saved
    }

    fn ask(&self, state: &mut State, SealRequest { number, job }: SealRequest) -> Vec<Command> {
        let refused = |problems: Vec<Problem>| SealReply::Refused(Problem::in_both(&problems));
        let reply = seal::run_job(job).unwrap_or_else(refused);
        state.apply(Change::SealerSaid(SealEvent::Finished { number, reply }, new_case()))
    }

    /// Somebody who has come to where parts are sealed, with answers.
    fn person(&self, answers: &[(&str, &str)]) -> State {
        let pack = packs::named("default");
        let mut state = State::new(Language::En, pack, true, new_case());
        for program in SideProgram::ALL {
            let _ = state.apply(Change::ProgramArrived(program, true));
        }
        let _ = state.apply(Change::NetworkShut(true));
        let _ = state.apply(Change::ComposerSaid(WorkerEvent::Ready, new_case()));
        state.visit.stage = Stage::Referral;
        for (fact, answer) in answers {
            let field = Field::of(&FactId::parse(fact).unwrap());
            let input = match *answer {
                "yes" | "no" => RawValue::Choice((*answer).to_owned()),
                text => RawValue::Text(text.to_owned()),
            };
            let input = FieldInput::typed(input);
            let _ = state.apply(Change::Typed(field, input));
        }
        let commands = state.apply(Change::Navigated(Page::Documents));
        self.carry_out(&mut state, commands);
        let commands = state.apply(Change::Navigated(Page::Seal));
        self.carry_out(&mut state, commands);
        state
    }

    /// Says of everything that was found that it is right, and comes back.
    fn look_at_findings(&self, state: &mut State) {
        let commands = state.apply(Change::Navigated(Page::Documents));
        self.carry_out(state, commands);
        while let Some((at, ..)) = state.findings_left().into_iter().next() {
            let commands = state.apply(Change::FindingConfirmed(at));
            self.carry_out(state, commands);
        }
        let commands = state.apply(Change::Navigated(Page::Seal));
        self.carry_out(state, commands);
    }

    fn keys(&self, who: &[&KeyPair]) -> String {
        let mark = |one: &&KeyPair| if one.public == self.safe.public { "+" } else { "" };
        let keys: Vec<String> = who.iter().map(|one| [mark(one), &one.public].concat()).collect();
        keys.join(" ")
    }
}

/// Presses the button of an act, with what stands in its form.
fn press(place: &Place, state: &mut State, act: &str, keys: &str) -> Option<(String, Vec<u8>)> {
    let act = Act::from_name(act).unwrap();
    let change = act.change(keys.as_bytes().to_vec().into(), &state.visit.form).unwrap();
    let commands = state.apply(change);
    place.carry_out(state, commands)
}

/// Whose box stands ticked, by the keys that the boxes hold.
fn ticked(html: &str) -> Vec<&str> {
    let boxes = html.split("type=\"checkbox\"").skip(1);
    boxes
        .filter_map(|one| {
            let (tag, _) = one.split_once('>')?;
            let (_, key) = tag.split_once("value=\"")?;
            tag.contains(" checked").then(|| key.split('"').next())?
        })
        .collect()
}

#[test]
fn each_part_is_sealed_for_its_own_readers() {
    let place = Place::new();
    let mut state = place.person(&[("perpetrator_name", "Zyxwv Utsrq")]);
    let html = state.panel().unwrap().to_owned();
    // Everybody is ticked, named, and told by words.
    let everybody =
        [place.keys(&[&place.team, &place.safe]), place.keys(&[&place.lead, &place.safe])].join(" ");
    assert_eq!(ticked(&html).join(" "), everybody);
    for key in [&place.team, &place.lead, &place.safe] {
        assert!(html.contains(&fingerprint(&key.public)), "{html}");
    }
    assert!(html.contains("Our Town &lt;panel&gt;") && html.contains("Part A and Part C"), "{html}");

    let (name, file) =
        press(&place, &mut state, "seal/panel+handling", &place.keys(&[&place.team, &place.safe])).unwrap();
    assert_eq!(name, "K7Q2-M9XD-panel-handling.zip.age");
    for key in [&place.team, &place.safe] {
        let files = unzipped(open(&file, &key.secret).unwrap().bytes());
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["K7Q2-M9XD-panel.pdf", "K7Q2-M9XD-handling.pdf"]);
    }
    assert_eq!(open(&file, &place.lead.secret).unwrap_err().code, "sealed-key");
    let (name, file) =
        press(&place, &mut state, "seal/restricted", &place.keys(&[&place.lead, &place.safe])).unwrap();
    assert_eq!(name, "K7Q2-M9XD-restricted.pdf.age");
    assert!(open(&file, &place.lead.secret).unwrap().bytes().starts_with(b"%PDF-"));
    assert_eq!(open(&file, &place.team.secret).unwrap_err().code, "sealed-key");

    // Nothing of the case goes beside the file.
    let message = html.split_once("<textarea").unwrap().1;
    assert!(message.contains("K7Q2-M9XD") && !html.contains("Zyxwv"), "{html}");
}

/// No server means that nobody is told of a file that does not arrive: a person has to miss the receipt.
#[test]
fn a_referral_that_is_sealed_says_by_when_a_receipt_comes() {
    let mut place = Place::new();
    let says = |place: &Place| place.person(&[]).panel().unwrap().to_owned();
    // A Friday, and two working days.
    let html = says(&place);
    assert_eq!(html.matches("1 December 2026").count(), 2, "beside it and in the message: {html}");
    assert!(html.contains("ring 01632 960004") && html.contains("ring now"), "{html}");
    place.criteria.site.receipt_phone = None;
    assert!(says(&place).contains("ring whoever should have it"));
}

/// A key for safe keeping reads nothing in time.
#[test]
fn somebody_has_to_be_ticked_who_reads_it() {
    let place = Place::new();
    for keys in [String::new(), place.keys(&[&place.safe])] {
        let mut state = place.person(&[]);
        assert_eq!(press(&place, &mut state, "seal/restricted", &keys), None);
        let says = &state.sealing.problem.as_ref().unwrap();
        assert!(says.en.contains("ticked") && says.cy.contains("dicio"), "{says:?}");
    }
}

/// Where the referral must not go to somebody, who it goes to is for the referrer to say, person by person.
#[test]
fn nobody_is_ticked_where_somebody_must_not_receive_it() {
    let place = Place::new();
    let mut state = place.person(&[("insider", "yes")]);
    place.look_at_findings(&mut state);
    let html = state.panel().unwrap();
    assert_eq!(ticked(html), [place.keys(&[&place.safe]).as_str(); 2]);
    assert!(html.contains("Somebody must not receive"), "{html}");
    let state = place.person(&[("insider", "no")]);
    assert_eq!(ticked(state.panel().unwrap()).len(), 4);
}

/// What was found in Part A is looked at first, also where it is sealed.
#[test]
fn part_a_is_not_sealed_before_what_was_found_in_it_is_looked_at() {
    let place = Place::new();
    let mut state = place.person(&[("insider", "yes"), ("handling_not_to", "Housing: the whole team")]);
    let html = state.panel().unwrap();
    assert!(!html.contains("seal/panel+handling") && html.contains("seal/restricted"), "{html}");
    place.look_at_findings(&mut state);
    assert!(state.panel().unwrap().contains("seal/panel+handling"));
    assert!(state.visit.review.is_some());
}

/// A draft goes to a colleague by the same way: the form brings the keys.
#[test]
fn a_draft_is_sealed_for_those_who_go_on_with_it() {
    let colleague = new_key();
    let mut place = Place::new();
    place.criteria.site.draft_recipients = vec![drive_screening::site::Recipient {
        name: "Our Town referrers".to_owned(),
        parts: Vec::new(),
        is_recovery: false,
        key: colleague.public.clone(),
    }];
    let mut state = place.person(&[("perpetrator_name", "Zyxwv Utsrq")]);
    let commands = state.apply(Change::Navigated(Page::Save));
    place.carry_out(&mut state, commands);
    let html = state.panel().unwrap();
    let (_, form) = html.split_once("data-act=\"seal/draft\"><textarea hidden").unwrap();
    let (_, form) = form.split_once('>').unwrap();
    let (keys, _) = form.split_once("</textarea>").unwrap();
    assert!(html.contains("Our Town referrers"));
    let keys = keys.to_owned();
    let (name, file) = press(&place, &mut state, "seal/draft", &keys).unwrap();
    assert_eq!(name, "K7Q2-M9XD-draft.age");
    let content = open(&file, &colleague.secret).unwrap();
    let json: serde_json::Value = serde_json::from_slice(content.bytes()).unwrap();
    assert!(Draft::read(state.pack, json.into(), today()).is_ok());
}
