//! The desk of those who receive referrals: what a sealed file holds, the keys that open it, and that all of it can be forgotten.

use crate::support::files::fonts;
use drive_screening::answers::Answers;
use drive_screening::date::Date;
use drive_screening::document::{Document, Format, Stamp, compose, write_text};
use drive_screening::export::{write, write_zip};
use drive_screening::pack::{Pack, Part};
use drive_screening::panel_desk::state::{ChosenFile, Desk, DeskChange, DeskCommand};
use drive_screening::panel_desk::{OpenedFile, contents};
use drive_screening::problem::Problem;
use drive_screening::protocol::{SealEvent, SealReply};
use drive_screening::screening::screen;
use drive_screening::seal::{KeyPair, new_key, run_job, seal_to};
use drive_screening::secret::Secret;
use drive_screening::words::Language;
use proptest::prelude::*;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const PASSPHRASE: &str = "kettle orbit lantern plum";

fn today() -> Date {
    Date::parse("2026-11-21").unwrap()
}

fn documents() -> [Document; 3] {
    let pack = Pack::builtin("default").unwrap();
    let answers = Answers::none(today());
    let outcome = screen(&pack, &answers);
    let stamp = Stamp { reference: "K7Q2-M9XD".to_owned(), made_on: today(), language: Language::En };
    Part::ALL.map(|part| compose(&pack, &answers, &outcome, part, &stamp))
}

fn pdf() -> Vec<u8> {
    write(&documents()[0], Format::Pdf, fonts()).unwrap()
}

fn zip_of(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn names(files: &[OpenedFile]) -> Vec<&str> {
    files.iter().map(|file| file.name.as_str()).collect()
}

#[test]
fn what_is_sealed_is_taken_out() {
    let [panel, _, handling] = documents();
    let zip = write_zip(&[panel, handling], Format::Pdf, fonts(), &|_| {}).unwrap();
    let files = contents("K7Q2-M9XD-panel-handling.zip.age", &zip).unwrap();
    assert_eq!(names(&files), ["K7Q2-M9XD-panel.pdf", "K7Q2-M9XD-handling.pdf"]);
    assert_eq!(files[0].bytes, pdf());
    assert!(files[0].text().starts_with("%PDF-") && files[0].media_type() == "application/pdf");
    let json = write_text(&documents()[0], Format::Json).unwrap();
    let files = contents("K7Q2-M9XD-panel.json.age", json.as_bytes()).unwrap();
    assert_eq!((names(&files), files[0].media_type()), (vec!["K7Q2-M9XD-panel.json"], "application/json"));
    // A name that would be another file's is none.
    for name in [
        "../../etc/passwd.age",
        ".age",
        "a b.age",
        "no-ending",
        &["x".repeat(200), ".age".to_owned()].concat(),
    ] {
        assert_eq!(names(&contents(name, &pdf()).unwrap()), ["referral"], "{name}");
    }
}

/// Whatever else somebody seals for a team.
#[test]
fn what_is_no_referral_is_refused_in_words() {
    let refused = |content: &[u8]| contents("a.age", content).map_err(|problem| problem.code).err();
    for not in
        ["", "hello", "{}", "[1]", "{\"format\": \"site/1\"}", "{\"format\": 7}", "<html>", "\u{0}\u{0}"]
    {
        assert_eq!(refused(not.as_bytes()), Some("desk-contents"), "{not}");
    }
    for saved in ["draft/1", "details/1", "answers/1"] {
        assert_eq!(refused(format!("{{\"format\": \"{saved}\"}}").as_bytes()), Some("desk-draft"));
    }
    let pdf = pdf();
    let whole = zip_of(&[("a.pdf", &pdf)]);
    assert_eq!(refused(&whole), None);
    assert_eq!(refused(&zip_of(&[])), Some("desk-contents"));
    assert_eq!(refused(&zip_of(&[("a.pdf", &pdf), ("b.exe", b"MZ")])), Some("desk-contents"));
    assert_eq!(refused(&zip_of(&[("../a.pdf", &pdf)])), Some("desk-contents"));
    assert_eq!(refused(&zip_of(&[("folder/a.pdf", &pdf)])), Some("desk-contents"));
    let many: Vec<String> = (0..9).map(|number| format!("{number}.pdf")).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &pdf[..])).collect();
    assert_eq!(refused(&zip_of(&many)), Some("desk-contents"));
    // More than any page opens, packed small.
    let bomb = [b"%PDF-".to_vec(), vec![0; 64 * 1024 * 1024]].concat();
    assert_eq!(refused(&zip_of(&[("a.pdf", &bomb)])), Some("desk-contents"));
    // Each is small enough, and all of them are not.
    let half = &bomb[..bomb.len() / 2];
    assert_eq!(refused(&zip_of(&[("a.pdf", half)])), None);
    assert_eq!(refused(&zip_of(&[("a.pdf", half), ("b.pdf", half)])), Some("desk-contents"));
    for cut in [whole.len() / 2, whole.len() - 5, 3] {
        assert_eq!(refused(&whole[..cut]), Some("desk-damaged"), "{cut}");
    }
    let mut flipped = whole.clone();
    let middle = whole.len() / 3;
    flipped[middle] ^= 1;
    assert_eq!(refused(&flipped), Some("desk-damaged"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn anything_at_all_is_answered(content in any::<Vec<u8>>(), zipped in any::<bool>(), name in any::<String>()) {
        let begins: &[u8] = if zipped { b"PK\x03\x04" } else { b"" };
        let _ = contents(&name, &[begins, &content].concat());
    }

    #[test]
    fn a_zip_that_was_changed_is_answered(at in 0_usize..100_000, byte in any::<u8>()) {
        let mut zip = zip_of(&[("a.json", b"{\"format\": \"referral/1\"}"), ("b.pdf", b"%PDF-2.0")]);
        let at = at % zip.len();
        zip[at] = byte;
        let _ = contents("a.age", &zip);
    }
}

// --- At the desk --------------------------------------------------------------------------------------------

fn secret(text: &str) -> Secret {
    text.to_owned().into()
}

fn chosen(name: &str, bytes: &[u8]) -> ChosenFile {
    ChosenFile { name: name.to_owned(), bytes: bytes.to_vec() }
}

/// The desk does something, and the sealer all that it is asked; what is left to be done.
fn done(desk: &mut Desk, change: DeskChange) -> Vec<DeskCommand> {
    let mut commands = desk.apply(change);
    let mut left = Vec::new();
    while !commands.is_empty() {
        match commands.remove(0) {
            DeskCommand::AskSealer(request) => {
                let refused = |problems: Vec<Problem>| SealReply::Refused(Problem::in_both(&problems));
                let reply = run_job(request.job).unwrap_or_else(refused);
                let event = SealEvent::Finished { number: request.number, reply };
                commands.extend(desk.apply(DeskChange::SealerSaid(event)));
            }
            DeskCommand::EndSealer => {}
            command => left.push(command),
        }
    }
    left
}

/// A team's key as it is made at the desk: its file and its public half.
fn team_key() -> (ChosenFile, String) {
    let mut desk = Desk::default();
    let commands = done(&mut desk, DeskChange::KeyAsked(secret(PASSPHRASE), today()));
    let [DeskCommand::Save { name, bytes, .. }] = commands.as_slice() else { panic!("{commands:?}") };
    assert_eq!(name, "team-key-2026-11-21.age");
    let made = desk.made.unwrap();
    assert_eq!(made.file.as_bytes(), bytes);
    assert_eq!(made.fingerprint.split(' ').count(), 6);
    let line: serde_json::Value = serde_json::from_str(&made.line()).unwrap();
    assert_eq!(line["key"], made.public.as_str());
    (chosen(name, bytes), made.public)
}

fn says(desk: &Desk) -> &str {
    desk.problem.as_ref().map_or("", |problem| problem.en.as_str())
}

#[test]
fn a_referral_opens_with_a_key_that_is_made_at_the_desk() {
    let (key, public) = team_key();
    let file = seal_to(&pdf(), &[public]).unwrap();
    let mut desk = Desk::default();
    done(&mut desk, DeskChange::KeysChosen(vec![key]));
    done(&mut desk, DeskChange::SealedChosen(chosen("K7Q2-M9XD-panel.pdf.age", &file)));
    done(&mut desk, DeskChange::OpenAsked(secret("another one")));
    assert!(says(&desk).contains("passphrase") && desk.opened.is_empty(), "{}", says(&desk));
    let commands = done(&mut desk, DeskChange::OpenAsked(secret(PASSPHRASE)));
    assert_eq!(says(&desk), "");
    assert_eq!(desk.opened_with.as_deref(), Some("team-key-2026-11-21.age"));
    let [DeskCommand::Show(text)] = commands.as_slice() else { panic!("{commands:?}") };
    assert!(text.starts_with("%PDF-"));
    let [DeskCommand::Save { name, bytes, .. }] = &desk.save(0)[..] else { panic!() };
    assert_eq!((name.as_str(), bytes), ("K7Q2-M9XD-panel.pdf", &pdf()));
    assert_eq!((desk.save(1), desk.show(1)), (Vec::new(), Vec::new()));

    // Another file takes its place at once, also one that is none.
    done(&mut desk, DeskChange::SealedChosen(chosen("a.pdf", &pdf())));
    assert!(says(&desk).contains("not sealed") && desk.opened.is_empty() && desk.sealed.is_none());

    let commands = desk.apply(DeskChange::Forgotten);
    assert_eq!(commands, [DeskCommand::EndSealer, DeskCommand::Show(String::new())]);
    assert!(!desk.holds_something());
}

/// While a key changes two are in force, and what was sealed for the old one opens as before.
#[test]
fn every_key_that_was_chosen_is_tried() {
    let ((old, _), (new, public)) = (team_key(), team_key());
    let KeyPair { secret: plain, public: of_plain } = new_key();
    let plain_file =
        [b"# created: 2026-11-21T00:00:00Z\n# public key: age1..\n", plain.bytes(), b"\n"].concat();
    let keys = vec![old.clone(), chosen("key.txt", &plain_file), new.clone()];
    for (sealed_for, name) in [(public, new.name.as_str()), (of_plain, "key.txt")] {
        let mut desk = Desk::default();
        done(&mut desk, DeskChange::SealedChosen(chosen("a.age", &seal_to(&pdf(), &[sealed_for]).unwrap())));
        done(&mut desk, DeskChange::KeysChosen(keys.clone()));
        done(&mut desk, DeskChange::OpenAsked(secret(PASSPHRASE)));
        assert_eq!((says(&desk), desk.opened_with.as_deref()), ("", Some(name)));
    }
    // None of them is the one: the first says so.
    let mut desk = Desk::default();
    let file = seal_to(&pdf(), &[new_key().public]).unwrap();
    done(&mut desk, DeskChange::SealedChosen(chosen("a.age", &file)));
    done(&mut desk, DeskChange::KeysChosen(keys));
    done(&mut desk, DeskChange::OpenAsked(secret(PASSPHRASE)));
    assert!(
        says(&desk).contains("key") && desk.opened.is_empty() && desk.opened_with.is_none(),
        "{}",
        says(&desk)
    );
}

#[test]
fn what_is_missing_is_asked_for() {
    let mut desk = Desk::default();
    done(&mut desk, DeskChange::OpenAsked(secret(PASSPHRASE)));
    assert!(says(&desk).contains("sealed file"));
    let file = seal_to(&pdf(), &[new_key().public]).unwrap();
    done(&mut desk, DeskChange::SealedChosen(chosen("a.age", &file)));
    assert_eq!(says(&desk), "");
    done(&mut desk, DeskChange::OpenAsked(secret(PASSPHRASE)));
    assert!(says(&desk).contains("key"));
    // A weak passphrase makes no key, and a sealer that ends is no end.
    let commands = done(&mut desk, DeskChange::KeyAsked(secret("password"), today()));
    assert!(commands.is_empty() && desk.made.is_none() && says(&desk).contains("guess"));
    assert_eq!(desk.apply(DeskChange::SealerFailed), []);
    assert!(matches!(
        desk.apply(DeskChange::KeyAsked(secret(PASSPHRASE), today()))[..],
        [DeskCommand::AskSealer(_)]
    ));
    assert!(desk.is_busy());
    assert_eq!(desk.apply(DeskChange::SealerFailed), [DeskCommand::EndSealer]);
    assert!(!desk.is_busy() && says(&desk).contains("stopped"));
}

/// Of a file that was cut, changed or exchanged nothing is shown.
#[test]
fn nothing_is_shown_of_a_file_that_is_not_whole() {
    let (key, public) = team_key();
    let file = seal_to(&[pdf(), vec![7; 200_000]].concat(), &[public]).unwrap();
    let text = String::from_utf8(file.clone()).unwrap();
    let mut lines: Vec<&str> = text.lines().collect();
    lines.swap(1_000, 2_000);
    let mut flipped = file.clone();
    let at = file.len() - 200;
    flipped[at] = if flipped[at] == b'A' { b'B' } else { b'A' };
    let cut = [&file[..file.len() / 2], b"\n-----END AGE ENCRYPTED FILE-----\n"].concat();
    for (what, bad) in [("cut", cut), ("flipped", flipped), ("reordered", lines.join("\n").into_bytes())] {
        let mut desk = Desk::default();
        done(&mut desk, DeskChange::KeysChosen(vec![key.clone()]));
        done(&mut desk, DeskChange::SealedChosen(chosen("a.age", &bad)));
        let commands = done(&mut desk, DeskChange::OpenAsked(secret(PASSPHRASE)));
        assert!(
            commands.is_empty() && desk.opened.is_empty() && !says(&desk).is_empty(),
            "{what}: {commands:?}"
        );
    }
}
