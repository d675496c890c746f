//! What a page draws belongs to that page: whichever one a link at the foot leads from, it shows its own words alone.

use super::cases::Case;
use super::harness::{Setup, Visit, visit};
use super::vignettes::FOLDED;
use serde_json::json;

/// The links, and what stands on each page once it is drawn.
const LINKS: [(&str, &str); 3] =
    [("Words used here", "MAPPA"), ("Privacy", "There are no cookies"), ("Accessibility", "WCAG")];

/// Follows each link at the foot and comes back; what each page says.
async fn follow(visit: &Visit) -> Vec<String> {
    let mut said = Vec::new();
    for (link, stands) in LINKS {
        let before = visit.look().await;
        visit.go(link).await;
        visit.until(link, |look| look.text.contains(stands)).await;
        said.push(visit.text_of("main").await);
        visit.back().await;
        visit.until("the page before", |look| look.heading == before.heading).await;
    }
    said
}

#[test]
fn pages_at_the_foot_show_nothing_of_a_case() {
    visit(Setup::default(), async |visit| {
        let own = follow(&visit).await;
        let case = Case::new("V01", visit.today().await);
        visit.open_case(&case).await;
        visit.go("See the result").await;
        visit.until("the reasons in short", |look| look.text.contains("Because")).await;
        assert_eq!(follow(&visit).await, own, "from the result");
        visit.go("Write the referral").await;
        visit.check_answers().await;
        visit.go("Go to the documents").await;
        for part in 0..3 {
            let shown = visit.open_part(part).await;
            assert!(shown.text.len() > 1000, "{}", shown.text);
            assert_eq!(follow(&visit).await, own, "from part {part} on screen");
            visit.until("the part on screen again", |look| look.text.len() > 1000).await;
            visit.go("Your documents").await;
        }
        visit.until("the documents", |look| look.text.contains(FOLDED)).await;
        visit.unfold_ways(2).await;
        visit.push(&json!({"starts": "Save Part C as data"})).await;
        let path = visit.temp.join("handling.json");
        std::fs::write(&path, visit.saved_bytes("-handling.json").await).unwrap();
        visit.clear_everything().await;
        visit.go("Start again").await;
        visit.go("Open a file").await;
        visit.choose(&path).await;
        visit.until("the record", |look| look.text.contains("This record is whole and unaltered")).await;
        assert_eq!(follow(&visit).await, own, "from a record");
        // From one page at the foot to another.
        for (index, (link, stands)) in LINKS.iter().enumerate() {
            visit.go(link).await;
            visit.until(link, |look| look.text.contains(stands)).await;
            assert_eq!(visit.text_of("main").await, own[index], "from another statement");
        }
    });
}

/// What is told of a page says where it was, in which copy and browser, and nothing of the case.
#[test]
fn a_report_of_a_page_holds_nothing_of_a_case() {
    const REPORT: &str = "Something is wrong with this page";
    visit(Setup::default(), async |visit| {
        let lines = async |visit: &Visit| {
            visit.go(REPORT).await;
            visit.until("the report", |look| look.text.contains("Lines to copy")).await;
            let text = visit.ask("return document.getElementById('page-report').value;").await;
            text.as_str().unwrap().to_owned()
        };
        let before = visit.look().await;
        let at_start = lines(&visit).await;
        visit.back().await;
        visit.until("the page before", |look| look.heading == before.heading).await;
        let case = Case::new("V01", visit.today().await);
        visit.open_case(&case).await;
        visit.go("See the result").await;
        let at_result = lines(&visit).await;
        assert!(at_start.contains("Page: start") && at_result.contains("Page: result"), "{at_result}");
        // Whatever the case is, the rest is the same.
        assert_eq!(at_start.replace("Page: start", "Page: result"), at_result);
        let agent = visit.ask("return navigator.userAgent;").await;
        assert!(at_result.contains(agent.as_str().unwrap()), "{at_result}");
    });
}
