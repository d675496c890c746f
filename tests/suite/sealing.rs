//! Files and the page under lock: what is sealed opens with its passphrase or key and with nothing else; every fault is told
//! apart; what is covered nobody changes, and what was typed comes back as it was.

use crate::support::packs;
use bech32::Hrp;
use bech32::primitives::decode::CheckedHrpstring;
use drive_screening::date::Date;
use drive_screening::document::panels::form_html;
use drive_screening::interview::{Draft, Field, FieldInput, RawValue};
use drive_screening::pack::{FactId, Stage, well_known};
use drive_screening::protocol::{
    ARMOR_BEGINS, ARMOR_ENDS, Job, LockKey, Reply, SealEvent, SealJob, SealReply, SealRequest, Stale,
    WorkerEvent, is_sealed,
};
use drive_screening::seal::{
    KeyPair, LEAST_STEP, WORK_FACTOR, new_key, open, run_job, seal, seal_to, strength,
};
use drive_screening::secret::Secret;
use drive_screening::state::{Change, Command, Lock, NewCase, Page, Sealed, SideProgram, State};
use drive_screening::words::{Language, Localized};
use proptest::prelude::*;
use std::sync::OnceLock;

/// A key pair that no case is for.
const PUBLIC: &str = "age1rcczmufn4m4tu9nwd4lj7v2gha0puxskxv23099h48nuay9g798s9jf3p6";
const SECRET: &str = "AGE-SECRET-KEY-1YCNELC4V546X8W3W34KE6ZYEVQJ5QDHS9ZT9RYDF4LYN53PDFRGSPXYKP2";

fn secret(text: &str) -> Secret {
    text.to_owned().into()
}

fn passphrase() -> Secret {
    secret("kettle orbit thirteen")
}

const CONTENT: &[u8] = b"{\"format\":\"draft/1\",\"typed\":\"Zyxwv\"}";

/// A file that the passphrase opens. It takes half a second, so there is one.
fn file() -> &'static [u8] {
    static FILE: OnceLock<Vec<u8>> = OnceLock::new();
    FILE.get_or_init(|| seal(CONTENT, &passphrase()).unwrap())
}

/// The same, opened up: for people, so that each try takes no time.
fn for_people(content: &[u8]) -> Vec<u8> {
    seal_to(content, &[PUBLIC.to_owned()]).unwrap()
}

fn code(file: &[u8], with: &Secret) -> &'static str {
    open(file, with).map_or_else(|problem| problem.code, |_| "opened")
}

#[test]
fn a_file_opens_with_its_passphrase_and_no_other() {
    assert!(is_sealed(file()) && !is_sealed(CONTENT));
    assert_eq!(open(file(), &passphrase()).unwrap().bytes(), CONTENT);
    // Blanks at its ends are not of it: they come with what is pasted.
    assert_eq!(code(file(), &secret(" kettle orbit thirteen\n")), "opened");
    assert_eq!(code(file(), &secret("kettle  orbit thirteen")), "sealed-passphrase");
    assert_eq!(code(file(), &secret("")), "sealed-no-passphrase");
    assert_eq!(code(file(), &secret(" \n")), "sealed-no-passphrase");
    // Nothing of it is to be read.
    assert!(!file().windows(5).any(|window| window == b"Zyxwv"));
}

#[test]
fn a_file_for_people_opens_with_a_key_of_one_of_them() {
    let made = for_people(CONTENT);
    assert_eq!(open(&made, &secret(SECRET)).unwrap().bytes(), CONTENT);
    // As age writes it into a file.
    let written = format!("# created: 2026-11-29\n# public key: {PUBLIC}\n{SECRET}\n");
    assert_eq!(code(&made, &secret(&written)), "opened");
    assert_eq!(code(&made, &secret("")), "sealed-needs-key");
    assert_eq!(code(&made, &passphrase()), "sealed-no-key");
    assert_eq!(code(&made, &secret(PUBLIC)), "sealed-no-key");
    let LockKey { public, sealed } = match run_job(SealJob::Seal { passphrase: passphrase(), content: None })
    {
        Ok(SealReply::Sealed(none, Some(key))) if none.is_empty() => key,
        other => panic!("{other:?}"),
    };
    let other = open(&sealed, &passphrase()).unwrap();
    assert_eq!(code(&made, &other), "sealed-key");
    assert_eq!(code(&seal_to(CONTENT, &[public]).unwrap(), &other), "opened");
    assert_eq!(code(&made, &String::from_utf8(sealed).unwrap().into()), "sealed-key-locked");
    let problems =
        seal_to(CONTENT, &["age1nobody".to_owned(), PUBLIC.to_owned(), String::new()]).unwrap_err();
    let found: Vec<_> = problems.iter().map(|problem| (problem.code, &*problem.at)).collect();
    assert_eq!(found, [("seal-key", "recipients/1"), ("seal-key", "recipients/3")]);
    assert_eq!(seal_to(CONTENT, &[]).unwrap_err()[0].code, "seal-no-key");
}

/// A team's key: made under a passphrase, told by six words, opened by file and passphrase.
#[test]
fn a_key_that_is_made_here_opens_what_is_sealed_for_it() {
    let job = SealJob::MakeKey { passphrase: passphrase() };
    let Ok(SealReply::Key { file: key, public, fingerprint }) = run_job(job) else { panic!("no key") };
    let keys = [&public, PUBLIC].join(" ");
    let Ok(SealReply::Fingerprints(words)) = run_job(SealJob::Fingerprints { keys }) else {
        panic!("no words")
    };
    assert_eq!(words, [&fingerprint, "what replace verb fortune obvious bench"].join("\n"));
    let made = seal_to(CONTENT, &[public]).unwrap();
    let opened = |file: &[u8], key: &[u8], secret: Secret| {
        let job = SealJob::Open { secret, file: file.to_vec(), key: Some(key.to_vec()) };
        run_job(job).map_or_else(|problems| problems[0].code, |_| "opened")
    };
    assert_eq!(opened(&made, &key, passphrase()), "opened");
    assert_eq!(opened(&made, &key, secret("not this")), "sealed-key-passphrase");
    assert_eq!(opened(&made, &key, secret(" ")), "sealed-no-passphrase");
    assert_eq!(opened(&made, &key[..key.len() - 90], passphrase()), "sealed-key-file");
    assert_eq!(opened(&for_people(CONTENT), &key, passphrase()), "sealed-key");
    // Another file in the place of the key; a key that nobody sealed.
    assert_eq!(opened(&made, &made, passphrase()), "sealed-key-file");
    assert_eq!(opened(&made, file(), passphrase()), "sealed-no-key");
    let identity = open(&key, &passphrase()).unwrap();
    // One line: whoever types the sheet from the safe types no more than that.
    assert!(
        identity.text().unwrap().starts_with("AGE-SECRET-KEY-PQ-1")
            && identity.text().unwrap().lines().count() == 1
    );
    assert_eq!(opened(&made, identity.bytes(), secret("")), "opened");
    assert_eq!(run_job(SealJob::MakeKey { passphrase: secret("panel") }).unwrap_err()[0].code, "seal-weak");
}

/// Hybrid keys, of which a quantum computer makes nothing either, seal together and with no others.
#[test]
fn a_file_for_hybrid_keys_opens_with_one_of_them() {
    let [first, second, other] = [new_key(), new_key(), new_key()];
    assert!(first.public.starts_with("age1pq1") && first.public.len() == 1959, "{}", first.public);
    assert!(first.secret.text().unwrap().starts_with("AGE-SECRET-KEY-PQ-1"));
    let made = seal_to(CONTENT, &[first.public.clone(), second.public.clone()]).unwrap();
    for key in [&first, &second] {
        assert_eq!(open(&made, &key.secret).unwrap().bytes(), CONTENT);
    }
    assert_eq!(code(&made, &other.secret), "sealed-key");
    assert_eq!(code(&made, &secret(SECRET)), "sealed-key");
    assert_eq!(code(&for_people(CONTENT), &first.secret), "sealed-key");
    // Keys of either kind in one file of keys: whichever it was made for.
    let both = format!("{SECRET}\n{}\n", second.secret.text().unwrap());
    assert_eq!(code(&made, &secret(&both)), "opened");
    assert_eq!(code(&for_people(CONTENT), &secret(&both)), "opened");
    assert_eq!(
        seal_to(CONTENT, &[first.public.clone(), PUBLIC.to_owned()]).unwrap_err()[0].code,
        "seal-mixed"
    );
    // One letter is another; large letters; a secret key in its place.
    let mut changed = first.public.clone();
    changed.replace_range(500..501, if &changed[500..501] == "q" { "p" } else { "q" });
    // A number that no key has; a point of which everybody knows the secret.
    let bytes: Vec<u8> = CheckedHrpstring::new::<Long>(&first.public).unwrap().byte_iter().collect();
    let with = |from: usize, part: &[u8]| {
        let mut bytes = bytes.clone();
        bytes[from..from + part.len()].copy_from_slice(part);
        bech32::encode_lower::<Long>(Hrp::parse_unchecked("age1pq"), &bytes).unwrap()
    };
    let wrong = [
        changed,
        first.public.to_uppercase(),
        first.secret.text().unwrap().to_owned(),
        with(0, &[0xff; 3]),
        with(1184, &[0; 32]),
    ];
    for key in wrong {
        assert_eq!(seal_to(CONTENT, std::slice::from_ref(&key)).unwrap_err()[0].code, "seal-key", "{key}");
    }
    for key in [with(0, &[0; 3]), with(1184, &[7; 32])] {
        assert!(seal_to(CONTENT, &[key]).is_ok(), "another key is one");
    }
}

/// The checksum of keys that are longer than Bitcoin's.
enum Long {}

impl bech32::Checksum for Long {
    type MidstateRepr = u32;
    const CODE_LENGTH: usize = usize::MAX;
    const CHECKSUM_LENGTH: usize = bech32::Bech32::CHECKSUM_LENGTH;
    const GENERATOR_SH: [u32; 5] = bech32::Bech32::GENERATOR_SH;
    const TARGET_RESIDUE: u32 = bech32::Bech32::TARGET_RESIDUE;
}

/// Every fault has its own words, and none lets anything through.
#[test]
fn every_fault_is_told_apart() {
    let made = for_people(&[b'x'; 200_000]);
    let key = secret(SECRET);
    let text = String::from_utf8(made.clone()).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let joined = |lines: &[&str]| (lines.join("\n") + "\n").into_bytes();
    let mut swapped = lines.clone();
    swapped.swap(900, 1_900);
    let mut twice = lines.clone();
    twice.insert(900, lines[900]);
    let changed_at = |line: usize| {
        let mut changed = lines.clone();
        let first = if lines[line].starts_with('A') { "B" } else { "A" };
        let other = format!("{first}{}", &lines[line][1..]);
        changed[line] = &other;
        joined(&changed)
    };
    let work = |factor: u8| {
        let salt = "A".repeat(22);
        format!(
            "age-encryption.org/v1\n-> scrypt {salt} {factor}\n{}\n--- {}\n0123456789abcdef",
            "A".repeat(43),
            "A".repeat(43)
        )
    };
    let bytes = |text: &str| text.as_bytes().to_vec();
    let cases = [
        ("a plain sheet", bytes("{\"format\":\"answers/1\"}"), "sealed-not-age"),
        ("nothing", Vec::new(), "sealed-not-age"),
        ("cut in the middle", made[..made.len() / 2].to_vec(), "sealed-cut-off"),
        ("cut before its last line", joined(&lines[..lines.len() - 1]), "sealed-cut-off"),
        ("cut in its first line", made[..ARMOR_BEGINS.len()].to_vec(), "sealed-cut-off"),
        ("a header without an end", bytes("age-encryption.org/v1\n-> X25519 abc\n"), "sealed-cut-off"),
        ("a line changed", changed_at(1_000), "sealed-changed"),
        ("two lines out of order", joined(&swapped), "sealed-changed"),
        ("a line twice", joined(&twice), "sealed-changed"),
        ("a line gone", joined(&[&lines[..900], &lines[901..]].concat()), "sealed-changed"),
        ("something after it", [&made[..], b"{}"].concat(), "sealed-changed"),
        ("a later format", bytes("age-encryption.org/v9\n-> X25519 abc\n---\n"), "sealed-newer"),
        ("work for hours", bytes(&work(30)), "sealed-work"),
        ("work just above the most", bytes(&work(19)), "sealed-work"),
        (
            "a header that never ends",
            [b"age-encryption.org/v1\n".to_vec(), b"-> a b\nAAAA\n".repeat(20_000)].concat(),
            "sealed-changed",
        ),
    ];
    for (what, file, expected) in cases {
        assert_eq!(code(&file, &key), expected, "{what}");
    }
    assert_eq!(open(&made, &key).unwrap().bytes().len(), 200_000);
}

/// The words of a fault say what to do in both languages, and no two are the same.
#[test]
fn no_two_faults_say_the_same() {
    let made = for_people(CONTENT);
    let key = secret(SECRET);
    let problems = [
        open(b"{}", &key),
        open(&made[..made.len() - 3], &key),
        open(b"age-encryption.org/v9\n---\n", &key),
        open(&made, &passphrase()),
        open(&made, &secret("")),
        open(file(), &secret("")),
        open(file(), &secret("wrong")),
    ];
    let mut seen = std::collections::BTreeSet::new();
    for problem in problems.map(Result::unwrap_err) {
        for language in [Language::En, Language::Cy] {
            assert!(seen.insert(problem.message.say(language).to_owned()), "{problem:?}");
            assert!(!problem.next_step.say(language).is_empty());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    /// A flipped bit anywhere is found, and none makes anything else come out.
    #[test]
    fn a_flipped_bit_is_found(at in 0_usize..10_000, bit in 0_u8..8) {
        static MADE: OnceLock<Vec<u8>> = OnceLock::new();
        let mut made = MADE.get_or_init(|| for_people(&[b'x'; 3_000])).clone();
        let at = at % made.len();
        made[at] ^= 1 << bit;
        match open(&made, &secret(SECRET)) {
            // A line end of another kind is the same text.
            Ok(content) => prop_assert_eq!(content.bytes(), &[b'x'; 3_000]),
            Err(problem) => prop_assert!(problem.code.starts_with("sealed-"), "{}", problem.code),
        }
    }

    /// Whatever a file holds, it is a message and never a panic.
    #[test]
    fn anything_at_all_is_answered(rest in proptest::collection::vec(any::<u8>(), 0..300), armored in any::<bool>()) {
        let begins: &[u8] = if armored { ARMOR_BEGINS } else { b"age-encryption.org/v1\n-> " };
        let ends: &[u8] = if armored { ARMOR_ENDS } else { b"\n--- " };
        let file = [begins, b"\n", &rest, b"\n", ends].concat();
        prop_assert!(open(&file, &secret(SECRET)).is_err());
    }

    /// What the programs say to one another about it arrives as it was said.
    #[test]
    fn requests_and_events_arrive(
        number in any::<u32>(),
        (one, two, three) in (any::<Vec<u8>>(), any::<Vec<u8>>(), any::<Vec<u8>>()),
        text in any::<String>(),
        (step, power, some) in (any::<u8>(), any::<u8>(), any::<bool>()),
    ) {
        let (first, second) = (Secret::from(one.clone()), Secret::from(two.clone()));
        let jobs = [
            SealJob::Strength(first.clone()),
            SealJob::Seal { passphrase: first.clone(), content: some.then(|| second.clone()) },
            SealJob::SealFor { keys: text.clone(), content: first.clone() },
            SealJob::Lock { public: text.clone(), content: first.clone() },
            SealJob::Unlock { passphrase: first.clone(), sealed: two.clone(), locked: some.then(|| three.clone()) },
            SealJob::Open { secret: first.clone(), file: two.clone(), key: some.then(|| three.clone()) },
            SealJob::MakeKey { passphrase: first.clone() },
            SealJob::Fingerprints { keys: text.clone() },
        ];
        for job in jobs {
            let request = SealRequest { number, job };
            let (head, body) = request.write();
            // No passphrase and nothing typed stands in the head.
            prop_assert_eq!(SealRequest::read(&head, &body), Ok(request));
            prop_assert_eq!(SealRequest::read(&head.replacen("build", "built", 1), &body), Err(Stale));
        }
        let lock = some.then(|| LockKey { public: text.clone(), sealed: two.clone() });
        let replies = [
            SealReply::Strength { step, guesses_log10: power },
            SealReply::Sealed(one.clone(), lock),
            SealReply::Locked(one),
            SealReply::Opened(second),
            SealReply::Key { file: two.clone(), public: text.clone(), fingerprint: text.clone() },
            SealReply::Fingerprints(text.clone()),
            SealReply::Refused(Localized::new(text.clone(), text)),
        ];
        let finished = replies.map(|reply| SealEvent::Finished { number, reply });
        for event in finished.into_iter().chain([SealEvent::Ready]) {
            let (head, body) = event.write();
            let head: serde_json::Value = serde_json::from_str(&head).unwrap();
            prop_assert_eq!(SealEvent::read(head.into(), || body.unwrap_or_default()), Ok(event));
        }
    }
}

#[test]
fn a_passphrase_that_is_guessed_at_once_seals_nothing() {
    for weak in ["password", "derby", "iloveyou1", "summer24"] {
        assert!(strength(&secret(weak)).step < LEAST_STEP, "{weak}");
        let refused = run_job(SealJob::Seal { passphrase: secret(weak), content: Some(secret("x")) });
        assert_eq!(refused.unwrap_err()[0].code, "seal-weak", "{weak}");
    }
    assert_eq!(strength(&secret("")).step, 0);
    let none = run_job(SealJob::Seal { passphrase: secret(" "), content: None });
    assert_eq!(none.unwrap_err()[0].code, "sealed-no-passphrase");
    assert!(strength(&passphrase()).step > LEAST_STEP);
    // As long as it may be.
    assert_eq!(strength(&secret(&"kettle orbit ".repeat(70))).step, 4);
}

/// What `age -p` makes asks for more work than what is made here.
#[test]
fn what_the_age_command_makes_is_opened() {
    let made = include_bytes!("../golden/made-by-age.age");
    assert_eq!(open(made, &passphrase()).unwrap().bytes(), b"made by age -p\n");
}

/// What age in JavaScript (`age-encryption` 0.3.1) makes for hybrid keys: the second of two is this one.
#[test]
fn what_age_in_javascript_makes_for_hybrid_keys_is_opened() {
    const KEY: &str = "AGE-SECRET-KEY-PQ-1LANFS4KFW3K9WUT4MVLC97TWPQ2GPJT4ASN4MN00KCJY3VDRPS9QH3G2PP";
    let made = include_bytes!("../golden/made-by-age-encryption.age");
    assert_eq!(open(made, &secret(KEY)).unwrap().bytes(), b"made by age-encryption\n");
    assert_eq!(code(made, &new_key().secret), "sealed-key");
}

/// Writes what the age command opens: `make validate`.
#[test]
fn corpus() {
    let Ok(folder) = std::env::var("DOCUMENTS") else { return };
    let folder = std::path::PathBuf::from(folder);
    let content = b"{\"format\":\"draft/1\"}";
    std::fs::write(folder.join("passphrase.age"), seal(content, &passphrase()).unwrap()).unwrap();
    std::fs::write(folder.join("people.age"), for_people(content)).unwrap();
    std::fs::write(folder.join("key.txt"), SECRET).unwrap();
    let KeyPair { secret, public } = new_key();
    std::fs::write(folder.join("hybrid.age"), seal_to(content, std::slice::from_ref(&public)).unwrap())
        .unwrap();
    std::fs::write(folder.join("hybrid-key.txt"), secret.bytes()).unwrap();
    std::fs::write(folder.join("hybrid-public.txt"), public).unwrap();
    // A team's key, and what is sealed for it.
    let job = SealJob::MakeKey { passphrase: self::secret("kettle orbit lantern plum") };
    let Ok(SealReply::Key { file, public, .. }) = run_job(job) else { panic!("no key") };
    std::fs::write(folder.join("team-key.age"), file).unwrap();
    std::fs::write(folder.join("for-team.age"), seal_to(b"%PDF-2.0", &[public]).unwrap()).unwrap();
}

/// The work that a file asks for is written in it, for whoever opens it.
#[test]
fn a_file_asks_for_the_work_it_was_made_with() {
    let text = String::from_utf8(file().to_vec()).unwrap();
    let first: String = text.lines().skip(1).take(3).collect();
    let header = base64::Engine::decode(&base64::engine::general_purpose::STANDARD, first).unwrap();
    let header = String::from_utf8_lossy(&header).into_owned();
    let stanza = header.lines().nth(1).unwrap();
    assert!(stanza.starts_with("-> scrypt ") && stanza.ends_with(&format!(" {WORK_FACTOR}")), "{stanza}");
}

// --- The page under lock ------------------------------------------------------------------------------------

fn new_case(reference: &str) -> NewCase {
    NewCase { today: Date::parse("2026-11-21").unwrap(), reference: reference.to_owned() }
}

fn field(fact: &str) -> Field {
    Field::of(&FactId::parse(fact).unwrap())
}

fn text(text: &str) -> FieldInput {
    FieldInput::typed(RawValue::Text(text.to_owned()))
}

/// A person who has typed something, with every program there.
fn person() -> State {
    let mut state = State::new(Language::En, packs::named("default"), true, new_case("K7Q2-M9XD"));
    for program in SideProgram::ALL {
        let _ = state.apply(Change::ProgramArrived(program, true));
    }
    let _ = state.apply(Change::NetworkShut(true));
    let _ = state.apply(Change::ComposerSaid(WorkerEvent::Ready, new_case("")));
    state.visit.stage = Stage::Referral;
    let _ = state.apply(Change::Typed(field("perpetrator_name"), text("Zyxwv Utsrq")));
    let _ = state.apply(Change::Typed(field("perpetrator_age"), text("thirty-odd")));
    state
}

fn asked(commands: &[Command]) -> SealRequest {
    let asked = commands.iter().find_map(|command| match command {
        Command::AskSealer(request) => Some(request.clone()),
        _ => None,
    });
    asked.unwrap_or_else(|| panic!("{commands:?}"))
}

/// The sealer does what it is asked.
fn sealed(state: &mut State, commands: &[Command]) -> Vec<Command> {
    let SealRequest { number, job } = asked(commands);
    let refused = |problems: Vec<drive_screening::problem::Problem>| {
        SealReply::Refused(drive_screening::problem::Problem::in_both(&problems))
    };
    let reply = run_job(job).unwrap_or_else(refused);
    state.apply(Change::SealerSaid(SealEvent::Finished { number, reply }, new_case("NEXT-CASE")))
}

/// The composer reads what it is asked to open.
fn opened(state: &mut State, commands: &[Command]) -> Vec<Command> {
    let asked = commands.iter().find_map(|command| match command {
        Command::AskComposer { number, job: Job::Open { file }, .. } => Some((*number, file.clone())),
        _ => None,
    });
    let (number, file) = asked.unwrap_or_else(|| panic!("{commands:?}"));
    let json: serde_json::Value = serde_json::from_str(&file).unwrap();
    let draft = Draft::read(state.pack, json.into(), Date::parse("2026-11-21").unwrap()).unwrap();
    let reply = Reply::Draft(Box::new(draft));
    state.apply(Change::ComposerSaid(WorkerEvent::Finished { number, reply }, new_case("NEXT-CASE")))
}

/// The composer draws the form that it is asked for.
fn drawn(state: &mut State, commands: &[Command]) {
    let asked = commands.iter().find_map(|command| match command {
        Command::AskComposer { number, job: Job::Form(form), language } => {
            Some((*number, form_html(form, &[], *language)))
        }
        _ => None,
    });
    let (number, html) = asked.unwrap_or_else(|| panic!("{commands:?}"));
    let finished = WorkerEvent::Finished { number, reply: Reply::Panel(html) };
    let _ = state.apply(Change::ComposerSaid(finished, new_case("")));
}

fn saved(commands: &[Command]) -> (String, Vec<u8>) {
    let saved = commands.iter().find_map(|command| match command {
        Command::SaveBytes { name, bytes, .. } => Some((name.clone(), bytes.clone())),
        _ => None,
    });
    saved.unwrap_or_else(|| panic!("{commands:?}"))
}

const IDLE: u32 = 10 * 60;
const FORGOTTEN: u32 = 60 * 60;

#[test]
fn what_is_saved_is_opened_as_it_was_typed() {
    let mut state = person();
    let before = state.visit.form.clone();
    let commands = state.apply(Change::SaveSealed(Sealed::Draft, passphrase()));
    assert!(state.sealing.is_busy());
    let commands = sealed(&mut state, &commands);
    // The worker that did the work is ended, with its memory.
    assert!(commands.contains(&Command::EndSealer));
    let (name, file) = saved(&commands);
    assert_eq!(name, "K7Q2-M9XD-draft.age");

    let mut state = State::new(Language::En, packs::named("default"), true, new_case("OTHER"));
    let _ = state.apply(Change::NetworkShut(true));
    let _ = state.apply(Change::ComposerSaid(WorkerEvent::Ready, new_case("")));
    let _ = state.apply(Change::Navigated(Page::Open));
    let commands = state.apply(Change::SealedFileChosen(file));
    drawn(&mut state, &commands);
    assert!(state.jobs.side_panel.as_ref().is_some_and(|html| html.contains("data-act=\"open\"")));
    let commands = state.apply(Change::SealedFileOpened(secret("something else")));
    sealed(&mut state, &commands);
    assert!(state.sealing.problem.as_ref().is_some_and(|problem| problem.en.contains("not the passphrase")));
    // It waits for another try.
    let commands = state.apply(Change::SealedFileOpened(passphrase()));
    assert_eq!(state.sealing.problem, None);
    let commands = sealed(&mut state, &commands);
    opened(&mut state, &commands);
    assert_eq!((state.page(), &*state.visit.reference), (Page::Tasks, "K7Q2-M9XD"));
    assert_eq!(state.visit.form, before);
    assert_eq!(state.sealing.file, None);
}

#[test]
fn the_referrers_own_details_are_kept_without_anything_of_a_case() {
    let mut state = person();
    assert!(!state.has_details());
    for (number, fact) in well_known::DETAILS.into_iter().enumerate() {
        let _ = state.apply(Change::Typed(field(fact), text(&format!("detail {number}"))));
    }
    assert!(state.has_details());
    let commands = state.apply(Change::SaveSealed(Sealed::Details, passphrase()));
    let SealJob::Seal { content: Some(content), .. } = asked(&commands).job else { panic!("{commands:?}") };
    let content = content.text().unwrap().to_owned();
    assert!(content.contains("detail 4") && content.contains("details/1"), "{content}");
    for of_the_case in ["Zyxwv", "thirty-odd", "K7Q2"] {
        assert!(!content.contains(of_the_case), "{content}");
    }
    let (name, file) = saved(&sealed(&mut state, &commands));
    assert_eq!(name, "my-details.age");

    let mut state = person();
    let _ = state.apply(Change::Navigated(Page::Open));
    let commands = state.apply(Change::SealedFileChosen(file));
    drawn(&mut state, &commands);
    assert!(state.jobs.side_panel.as_ref().is_some_and(|html| html.contains("data-act=\"open\"")));
    let commands = state.apply(Change::SealedFileOpened(passphrase()));
    let commands = sealed(&mut state, &commands);
    opened(&mut state, &commands);
    // Filled in beside what was typed, which stays.
    assert_eq!(state.visit.form.get(&field(well_known::DETAILS[4])), text("detail 4"));
    assert_eq!(state.visit.form.get(&field("perpetrator_name")), text("Zyxwv Utsrq"));
    assert_eq!((&*state.visit.reference, state.visit.details_filled), ("K7Q2-M9XD", true));
}

/// With a passphrase: covered at once, and then in memory only as bytes that the passphrase opens.
#[test]
fn a_page_with_a_passphrase_is_locked_when_nobody_is_there() {
    let mut state = person();
    let before = state.visit.form.clone();
    let commands = state.apply(Change::SaveSealed(Sealed::LockOnly, passphrase()));
    sealed(&mut state, &commands);
    let page = state.pack.place("perpetrator_name").unwrap().page;
    let _ = state.apply(Change::Navigated(Page::Questions(page)));

    assert_eq!(state.apply(Change::Idle(IDLE - 1, new_case(""))), []);
    assert!(!state.sealing.is_covered());
    let commands = state.apply(Change::Idle(IDLE, new_case("")));
    assert!(state.sealing.is_covered());
    let commands = sealed(&mut state, &commands);
    // The program that was given the answers is started afresh.
    assert!(commands.contains(&Command::StartComposer));
    let Lock::Locked(locked) = &state.sealing.lock else { panic!("{:?}", state.sealing.lock) };
    assert!(is_sealed(locked));
    let all = format!("{:?}", state);
    assert!(
        !all.contains("Zyxwv") && !all.contains("thirty-odd") && !all.contains("kettle"),
        "something is left"
    );

    // Nothing but the way back changes anything.
    assert_eq!(state.apply(Change::Typed(field("perpetrator_name"), text("Somebody"))), []);
    assert_eq!(state.apply(Change::Uncovered), []);
    let _ = state.apply(Change::Navigated(Page::Documents));
    assert_eq!(state.page(), Page::Questions(page));
    let _ = state.apply(Change::Idle(FORGOTTEN * 9, new_case("")));
    assert!(matches!(state.sealing.lock, Lock::Locked(_)), "it stays until its person comes");

    let _ = state.apply(Change::ComposerSaid(WorkerEvent::Ready, new_case("")));
    let commands = state.apply(Change::Unlocked(secret("wrong")));
    sealed(&mut state, &commands);
    assert!(state.sealing.is_covered() && state.sealing.problem.is_some());
    let commands = state.apply(Change::Unlocked(passphrase()));
    let commands = sealed(&mut state, &commands);
    opened(&mut state, &commands);
    assert_eq!((state.page(), &state.sealing.lock), (Page::Questions(page), &Lock::Open));
    assert_eq!((&state.visit.form, &*state.visit.reference), (&before, "K7Q2-M9XD"));
    // It is locked again as before.
    assert!(state.sealing.lock_key.is_some());
}

/// Without one: covered, and forgotten after a while that is counted down.
#[test]
fn a_page_without_a_passphrase_is_covered_and_then_forgotten() {
    let mut state = person();
    let _ = state.apply(Change::Navigated(Page::Check));
    let _ = state.apply(Change::Idle(IDLE, new_case("")));
    assert_eq!((&state.sealing.lock, state.sealing.seconds_left), (&Lock::Covered, Some(FORGOTTEN - IDLE)));
    let _ = state.apply(Change::Uncovered);
    assert_eq!((state.page(), state.sealing.is_covered()), (Page::Check, false));

    let _ = state.apply(Change::Idle(IDLE, new_case("")));
    let _ = state.apply(Change::Idle(FORGOTTEN - 1, new_case("")));
    assert!(state.has_answers() && state.sealing.seconds_left == Some(1));
    let _ = state.apply(Change::Idle(FORGOTTEN, new_case("NEXT-CASE")));
    assert_eq!((state.page(), state.has_answers()), (Page::Ended, false));
    assert!(state.sealing.was_forgotten && !state.sealing.is_covered());
}

/// A device that slept for longer than anybody may be away: with a passphrase it is locked, not forgotten.
#[test]
fn what_a_passphrase_locks_is_not_forgotten_over_night() {
    let mut state = person();
    let commands = state.apply(Change::SaveSealed(Sealed::LockOnly, passphrase()));
    sealed(&mut state, &commands);
    let commands = state.apply(Change::Idle(FORGOTTEN * 9, new_case("")));
    assert!(state.sealing.is_covered() && state.has_answers());
    let _ = state.apply(Change::Idle(FORGOTTEN * 9 + 1, new_case("")));
    let commands = sealed(&mut state, &commands);
    assert!(matches!(state.sealing.lock, Lock::Locked(_)), "{:?}", state.sealing.lock);
    assert!(commands.contains(&Command::StartComposer));

    // Without one it is forgotten at once.
    let mut state = person();
    let _ = state.apply(Change::Idle(FORGOTTEN * 9, new_case("NEXT-CASE")));
    assert_eq!((state.page(), state.has_answers()), (Page::Ended, false));
}

/// A sealer that does not answer leaves it covered, asks for the passphrase all the same, and forgets it in the end.
#[test]
fn a_page_that_cannot_be_locked_stays_covered() {
    let mut state = person();
    let commands = state.apply(Change::SaveSealed(Sealed::LockOnly, passphrase()));
    sealed(&mut state, &commands);
    let mut commands = state.apply(Change::Locked);
    for _ in 0..4 {
        asked(&commands);
        commands = state.apply(Change::SealerFailed);
    }
    assert_eq!(commands, [Command::EndSealer]);
    assert_eq!(state.apply(Change::Uncovered), []);
    assert!(state.sealing.is_covered());
    let wrong = state.apply(Change::Unlocked(secret("wrong")));
    sealed(&mut state, &wrong);
    assert!(state.sealing.is_covered());
    let right = state.apply(Change::Unlocked(passphrase()));
    sealed(&mut state, &right);
    assert!(!state.sealing.is_covered() && state.has_answers());

    let _ = state.apply(Change::Locked);
    let _ = state.apply(Change::Idle(FORGOTTEN, new_case("NEXT-CASE")));
    assert_eq!((state.page(), state.has_answers()), (Page::Ended, false));
}

/// Whoever tries the wrong passphrase before it is locked leaves it to be locked all the same.
#[test]
fn a_wrong_guess_does_not_keep_a_page_from_being_locked() {
    let mut state = person();
    let commands = state.apply(Change::SaveSealed(Sealed::LockOnly, passphrase()));
    sealed(&mut state, &commands);
    let _ = state.apply(Change::Locked);
    let guess = state.apply(Change::Unlocked(secret("wrong")));
    let commands = sealed(&mut state, &guess);
    assert!(state.sealing.problem.is_some());
    sealed(&mut state, &commands);
    assert!(matches!(state.sealing.lock, Lock::Locked(_)), "{:?}", state.sealing.lock);
    // Closing the tab would lose it: the browser asks.
    assert!(state.has_answers());
}

/// A device whose clock was put back: what was locked is still there, and the page says what to do.
#[test]
fn what_was_locked_on_a_later_day_stays_locked_and_is_said() {
    let mut state = person();
    let commands = state.apply(Change::SaveSealed(Sealed::LockOnly, passphrase()));
    sealed(&mut state, &commands);
    let commands = state.apply(Change::Locked);
    sealed(&mut state, &commands);
    let _ = state.apply(Change::ComposerSaid(WorkerEvent::Ready, new_case("")));
    let commands = state.apply(Change::Unlocked(passphrase()));
    sealed(&mut state, &commands);
    let number = state.jobs.current.unwrap().number;
    let refused = WorkerEvent::Finished { number, reply: Reply::NotOpened(Localized::default()) };
    let _ = state.apply(Change::ComposerSaid(refused, new_case("")));
    assert!(matches!(state.sealing.lock, Lock::Locked(_)));
    assert!(state.sealing.problem.as_ref().is_some_and(|problem| problem.en.contains("clock")));
}

/// A draft that is opened after a page was covered and uncovered begins at the tasks.
#[test]
fn where_a_page_was_covered_is_forgotten_with_the_cover() {
    let mut state = person();
    let _ = state.apply(Change::Navigated(Page::Check));
    let _ = state.apply(Change::Locked);
    let _ = state.apply(Change::Uncovered);
    let _ = state.apply(Change::Navigated(Page::Open));
    let file = for_people(state_draft(&state).as_bytes());
    let commands = state.apply(Change::SealedFileChosen(file));
    drawn(&mut state, &commands);
    let commands = state.apply(Change::SealedFileOpened(secret(SECRET)));
    let commands = sealed(&mut state, &commands);
    opened(&mut state, &commands);
    assert_eq!(state.page(), Page::Tasks);
}

fn state_draft(state: &State) -> String {
    let draft = Draft::to_json(state.pack, &state.visit.form, state.visit.stage, &state.visit.reference);
    drive_screening::json::write(&draft)
}

/// Nothing typed, nothing to cover.
#[test]
fn a_blank_page_is_never_covered() {
    let mut state = State::new(Language::En, packs::named("default"), true, new_case("K7Q2-M9XD"));
    let _ = state.apply(Change::Idle(FORGOTTEN, new_case("")));
    assert!(!state.sealing.is_covered());
}

/// Leaving and clearing forget what locks the page too.
#[test]
fn the_lock_goes_with_the_case() {
    for (ends, lock) in [(Change::Cleared(new_case("A")), false), (Change::Left(new_case("A")), false)] {
        let mut state = person();
        let commands = state.apply(Change::SaveSealed(Sealed::LockOnly, passphrase()));
        sealed(&mut state, &commands);
        let _ = state.apply(Change::Locked);
        let _ = state.apply(ends);
        assert_eq!((state.sealing.lock_key.is_some(), state.sealing.is_covered()), (lock, lock));
    }
}
