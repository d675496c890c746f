//! Page one of the panel pack beside the questions: what it shows, what it leads to, and that one key hides it.

use super::axe::{Found, How};
use super::cases::Case;
use super::harness::{Setup, Visit, visit};
use super::keys::ESCAPE;
use serde_json::{Value, json};

/// Where the sheet and the questions stand, and what the sheet says, if it can be seen.
const PAGE_ONE: &str =
    "const [sheet, main] = ['.ds-page-one__sheet', 'main'].map((one) => PAGE.querySelector(one));
    if (!shown(sheet)) return null;
    const [there, here] = [sheet, main].map((one) => one.getBoundingClientRect());
    return { text: sheet.innerText, beside: there.left >= here.right, above: there.bottom <= here.top };";

/// Notes how long after each letter page one has changed, in ms, until that change is laid out.
const LIVE: &str = "
    window.live = [];
    let typed = null;
    addEventListener('input', () => { typed = performance.now(); }, true);
    const ofSheet = ({ target }) => target.nodeType === 1 && target.closest('.ds-page-one__sheet');
    new MutationObserver((changes) => {
      if (typed === null || !changes.some(ofSheet)) return;
      document.querySelector('.ds-page-one__sheet').getBoundingClientRect();
      window.live.push(performance.now() - typed);
      typed = null;
    }).observe(document, { childList: true, subtree: true });";

impl Visit {
    async fn page_one(&self) -> Value {
        self.ask(PAGE_ONE).await
    }

    /// Waits until the sheet says something.
    async fn page_one_says(&self, text: &str) {
        let says = format!("PAGE.querySelector('.ds-page-one__sheet').innerText.includes({})", json!(text));
        assert!(self.comes_to(&says).await, "{text} is not on {}", self.page_one().await);
    }

    async fn is_as_wide(&self, width: u32) {
        self.driver.set_window_rect(0, 0, width, 900).await.expect("a window of another size");
    }

    /// To the first page of a referral whose screening is known.
    async fn begin_referral(&self) {
        self.open_case(&Case::new("V01", self.today().await)).await;
        self.go("See the result").await;
        assert_eq!(self.page_one().await, Value::Null, "nobody fits a screening to it");
        self.go("Write the referral").await;
    }
}

#[test]
fn page_one_fills_as_the_referral_is_written() {
    visit(Setup::default(), async |visit| {
        visit.is_as_wide(1500).await;
        visit.open(true).await;
        visit.begin_referral().await;
        visit.page_one_says("Still to answer: ").await;
        assert_eq!(visit.page_one().await["beside"], true);
        // A way to each gap, and back.
        let before = visit.look().await.heading;
        visit.go("Still to answer: Perpetrator").await;
        let look = visit.until("the question", |look| look.heading != before).await;
        assert_eq!(look.focus.as_ref().map(|focus| focus.name.as_str()), Some("perpetrator_name"));
        // What is typed stands on it, and nothing else is moved.
        visit.press("Dafydd Enghraifft").await;
        visit.page_one_says("Dafydd Enghraifft").await;
        let focus = visit.look().await.focus;
        assert_eq!(focus.map(|focus| focus.value), Some("Dafydd Enghraifft".to_owned()));
        // One key hides it, in the middle of typing; the button that shows it is before the questions.
        visit.press(&ESCAPE.to_string()).await;
        assert_eq!(visit.page_one().await, Value::Null);
        let look = visit.submit().await;
        assert_eq!(
            (visit.page_one().await, look.heading),
            (Value::Null, before),
            "it stays hidden, and one is back"
        );
        visit.push(&json!({"starts": "What the panel sees so far"})).await;
        visit.page_one_says("Dafydd Enghraifft").await;
        // In the other language it is in that.
        visit.push(&json!({"text": "Cymraeg"})).await;
        visit.page_one_says("I'w ateb o hyd: ").await;
    });
}

/// Where there is no room beside the questions it stands above them, when it is asked for.
#[test]
fn page_one_is_one_press_away_on_a_phone() {
    visit(Setup::default(), async |visit| {
        visit.is_as_wide(500).await;
        visit.open(true).await;
        visit.begin_referral().await;
        assert_eq!(visit.page_one().await, Value::Null);
        visit.push(&json!({"starts": "What the panel sees so far"})).await;
        visit.page_one_says("Still to answer: ").await;
        assert_eq!(visit.page_one().await["above"], true);
        // With room beside the page it stands there, and zoomed in again it stands in nobody's way.
        visit.is_as_wide(1500).await;
        assert_eq!(visit.page_one().await["beside"], true);
        visit.is_as_wide(500).await;
        let hidden = "!shown(PAGE.querySelector('.ds-page-one__sheet'))";
        assert!(visit.comes_to(hidden).await);
        // What is hidden, be it from somebody who came in, is not shown by another size of the window.
        visit.is_as_wide(1500).await;
        assert!(visit.comes_to("innerWidth > 1400").await);
        visit.frame().await;
        assert!(visit.comes_to(hidden).await, "{}", visit.page_one().await);
    });
}

#[test]
fn page_one_is_for_everybody() {
    visit(Setup::default(), async |visit| {
        let mut found = Found::default();
        visit.is_as_wide(1500).await;
        visit.open(true).await;
        visit.begin_referral().await;
        visit.page_one_says("Still to answer: ").await;
        // Open, beside the page in both languages, and above it where that is narrow; then as it goes with its room.
        for lang in ["cy", "en"] {
            visit.speak(lang).await;
            found.run(&visit, &format!("page one beside the tasks ({lang})")).await;
        }
        visit.go("Continue").await;
        found.run(&visit, "page one beside questions").await;
        visit.is_as_wide(500).await;
        assert!(visit.comes_to("!shown(PAGE.querySelector('.ds-page-one__sheet'))").await);
        visit.push(&json!({"starts": "What the panel sees so far"})).await;
        visit.page_one_says("Still to answer: ").await;
        assert_eq!(visit.page_one().await["above"], true);
        found.inspect(&visit, "page one above questions", How::AlsoNarrowDarkForced).await;
        found.settle("page one");
    });
}

/// From a letter that is typed to page one of a whole referral with that letter on it. Where the browser is slowed down, the program
/// that writes the page is not, as it is in a worker: `speed` measures that for itself.
#[test]
#[ignore = "a measurement"]
fn speed_of_page_one() {
    visit(Setup { before: Some(LIVE), ..Setup::default() }, async |visit| {
        visit.is_as_wide(1500).await;
        visit.open(true).await;
        let path = visit.temp.join("refer.json");
        std::fs::write(&path, include_str!("../golden/refer.sheet.json")).unwrap();
        visit.open_sheet(&path).await;
        visit.go("See the result").await;
        visit.go("Write the referral").await;
        visit.go("The perpetrator").await;
        for rate in [1, 4] {
            visit.devtools("Emulation.setCPUThrottlingRate", json!({"rate": rate})).await;
            visit.fill("perpetrator_name", "Dafydd").await;
            visit.page_one_says("Dafydd").await;
            visit.act("window.live = []; return null;").await;
            let mut name = "Dafydd".to_owned();
            for letter in "ap Enghraifft o Sir Gaerenghraifft".chars().filter(|letter| *letter != ' ') {
                name.push(letter);
                visit.press(&letter.to_string()).await;
                visit.page_one_says(&name).await;
            }
            let mut took: Vec<f64> = serde_json::from_value(visit.ask("return window.live;").await).unwrap();
            took.sort_by(f64::total_cmp);
            let p95 = took[(took.len() * 95).div_ceil(100) - 1];
            println!(
                "From a letter to page one, {rate}x slower: {:.0} ms ({:.0}; {p95:.0}) of 100, {} letters",
                took[0],
                took[took.len() / 2],
                took.len()
            );
            visit.devtools("Emulation.setCPUThrottlingRate", json!({"rate": 1})).await;
        }
    });
}
