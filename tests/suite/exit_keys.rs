//! Leaving by the keyboard: three presses of one Shift key leave, and nothing that could be work does.

use drive_screening::exit_keys::{ExitKeys, Heard, Presses, WINDOW_MS};

const L: &str = "ShiftLeft";
const R: &str = "ShiftRight";

/// What each of these comes to, a tenth of a second after the one before.
fn heard(all: &[Heard<'_>]) -> Vec<Presses> {
    let mut keys = ExitKeys::default();
    let mut at = 1_000.0;
    all.iter()
        .map(|heard| {
            at += 100.0;
            keys.hear(*heard, at)
        })
        .collect()
}

fn press(code: &str) -> [Heard<'_>; 2] {
    [Heard::Down(code), Heard::Up(code)]
}

fn leaves(all: &[Heard<'_>]) -> bool {
    heard(all).contains(&Presses::Leave)
}

#[test]
fn three_presses_of_one_key_leave_and_the_second_says_that_one_more_does() {
    use Presses::{Few, Leave, OneMore};
    for code in [L, R] {
        let all = [press(code), press(code), press(code)].concat();
        // While the third goes down it still takes that one.
        assert_eq!(heard(&all), [Few, Few, Few, OneMore, OneMore, Leave], "{code}");
    }
}

/// Anything at any place between the first going down and the third coming up begins the count anew.
#[test]
fn anything_between_begins_anew() {
    let between = [
        Heard::Other,
        Heard::Down("KeyA"),
        Heard::Up("KeyA"),
        Heard::Down("Tab"),
        Heard::Down(""),
        Heard::Up(""),
        Heard::Down(R),
        Heard::Up(R),
    ];
    let whole = [press(L), press(L), press(L)].concat();
    for what in between {
        for place in 1..whole.len() {
            let mut all = whole.clone();
            all.insert(place, what);
            assert!(!leaves(&all), "{what:?} at {place}");
            // Nothing is left of the count: a second press is not the third.
            assert_ne!(heard(&all).get(place), Some(&Presses::OneMore), "{what:?} at {place}");
            assert!(
                leaves(&[&all[..], &[Heard::Other], &whole].concat()),
                "and afterwards three presses leave"
            );
        }
    }
}

#[test]
fn what_looks_like_presses_and_is_work() {
    let [down, up] = press(L);
    for (what, all) in [
        ("a click with Shift held", [[down, Heard::Other, up]; 4].concat()),
        ("a wheel turned with Shift held", [[down, Heard::Other, Heard::Other, up].as_slice(); 4].concat()),
        ("capitals", [[down, Heard::Down("KeyA"), Heard::Up("KeyA"), up]; 4].concat()),
        ("both keys in turn", [press(L), press(R)].concat().repeat(4)),
        ("both keys at once", [down, Heard::Down(R), Heard::Up(R), up].repeat(4)),
        ("a key that repeats", [&[down][..], &[Heard::Other].repeat(9), &[up]].concat().repeat(4)),
        ("a keyboard on the screen", [Heard::Down(""), Heard::Up("")].repeat(8)),
        ("keys that came down elsewhere", [up].repeat(8)),
        ("keys that never come up", [down].repeat(8)),
    ] {
        assert!(!leaves(&all), "{what}");
    }
}

#[test]
fn presses_long_apart_are_no_three_presses() {
    for (gap, expected) in [(WINDOW_MS / 5.0, true), (WINDOW_MS / 5.0 + 1.0, false), (60_000.0, false)] {
        let mut keys = ExitKeys::default();
        let mut at = 5.0;
        let mut left = false;
        for heard in [press(L), press(L), press(L)].concat() {
            left |= keys.hear(heard, at) == Presses::Leave;
            at += gap;
        }
        assert_eq!(left, expected, "{gap} ms apart");
    }
}
