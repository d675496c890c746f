//! Where an answer comes from, put in by keys and read on the check page and in Parts A and C.

use super::cases::Case;
use super::harness::{Setup, visit};
use serde_json::json;

const FACT: &str = "dash_done";
const NOTE: &str = "Form seen at the desk";

#[test]
fn where_an_answer_comes_from_is_put_in_and_read() {
    visit(Setup::default(), async |visit| {
        let case = Case::new("V01", visit.today().await);
        visit.open_case(&case).await;
        visit.go("See the result").await;
        visit.go("Write the referral").await;
        visit.check_answers().await;
        let page = visit.go("Change DASH completed").await;
        let beside = |look: &super::page::Look| {
            look.names().into_iter().filter(|name| name.starts_with("dash_done-evidence-")).count()
        };
        assert_eq!(beside(&page), 0, "folded away until it is asked for");
        visit.push(&json!({"starts": "Where this comes from (optional)", "tag": "summary"})).await;
        let open = visit.until("the fields beside the answer", |look| beside(look) > 0).await;
        let name = |field: &str| format!("{FACT}-evidence-{field}");
        visit.answer(&open, &name("from"), &json!("police_record")).await;
        let tomorrow = (case.today + chrono::Days::new(1)).to_string();
        visit.answer(&open, &name("on"), &json!(tomorrow)).await;
        visit.fill(&name("note"), NOTE).await;

        // What cannot be right is refused and kept.
        let look = visit.submit_in_vain().await;
        assert!(look.errors[0].starts_with("DASH completed: Date of the source: "), "{:?}", look.errors);
        assert!(beside(&look) > 0, "what is wrong is not folded away");
        let three_weeks_ago = (case.today - chrono::Days::new(21)).to_string();
        visit.answer(&look, &name("on"), &json!(three_weeks_ago)).await;
        visit.submit().await;
        let look = visit.answers_drawn().await;
        assert!(
            look.text.contains("Where this comes from: Police record; ") && look.text.contains(NOTE),
            "{}",
            look.text
        );

        visit.go("Go to the documents").await;
        let [panel, restricted, handling] = visit.read_parts().await;
        for (part, text) in [("Part A", &panel), ("Part C", &handling)] {
            assert!(text.contains("Comes from: Police record, "), "{part}:\n{text}");
            assert!(text.contains("(3 weeks before the screening)"), "{part}:\n{text}");
        }
        assert!(panel.contains(NOTE), "the note stands where its answer does:\n{panel}");
        assert!(!restricted.contains(NOTE) && !handling.contains(NOTE), "and nowhere else");
        visit.clear_everything().await;
    });
}
