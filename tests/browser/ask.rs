//! Ask and return: from a result that is open to a message, to the form at `#reply`, and back with the line, by keys alone.

use super::axe::{Found, How};
use super::cases::Case;
use super::harness::{Setup, Visit, visit};
use super::keys::ENTER;
use super::page::Look;
use super::walker::RESULT;
use serde_json::json;
use std::sync::atomic::Ordering;

const FACT: &str = "priority_list";
const ASK: &str = "Ask someone who knows";
const REPLY: &str = "Answer a question that you were sent";
/// What came back, half pasted.
const UNSENT: &str = "reply/1 half of it";
const MEETS: &str = "Meets the screening criteria for the panel";

#[test]
fn a_question_goes_out_and_its_answer_comes_back() {
    visit(Setup::default(), async |visit| {
        let mut found = Found::default();
        let mut case = Case::new("V05", visit.today().await);
        case.answers.insert(FACT.to_owned(), json!("not_known"));
        case.answers.insert("victim_aged_16_or_17".to_owned(), json!("no"));
        visit.open_case(&case).await;
        visit.go("See the result").await;
        let look = visit.until("what is not known", |look| look.text.contains("local priority list")).await;
        assert!(!look.text.contains(MEETS) || look.text.contains("It could still be"), "{}", look.text);

        // The message has focus, and names nobody.
        let before = visit.look().await;
        visit.to(&json!({"starts": "Ask someone"})).await;
        visit.press(&ENTER.to_string()).await;
        let look = visit.next(&before).await;
        assert_eq!(look.heading, ASK);
        let look = visit.until("the message", |look| focused(look) == format!("row-{FACT}")).await;
        let message = look.focus.unwrap().value;
        assert!(message.contains("Is the person on the local priority list?"), "{message}");
        assert!(message.contains("For: The police domestic abuse unit"), "{message}");
        found.run(&visit, "the message").await;

        let [yes, no] = visit.replies(&message, &mut found).await;
        assert_ne!(yes, no);

        // What would relax something waits for a call-back.
        visit.paste("reply", &no).await;
        let look =
            visit.until("the reply", |look| look.text.contains("Anyone could have written this line")).await;
        assert!(
            look.text.contains("Your answer now") && !look.text.contains("Take this answer"),
            "{}",
            look.text
        );
        found.run(&visit, "a reply that relaxes").await;
        visit.paste("reply-called-back", "").await;
        visit.until("whom", |look| look.text.contains("Say whom you called back")).await;
        visit.paste("reply-called-back", "Duty inspector, from our own list").await;
        visit.until("a way to take it", |look| look.text.contains("Take this answer")).await;
        found.inspect(&visit, "a reply that can be taken", How::AlsoNarrowDarkForced).await;
        visit.push(&json!({"starts": "Take this answer"})).await;
        visit.until("the answer", |look| look.text.contains("This is your answer now.")).await;

        // What adds caution does not.
        visit.paste("reply", &yes).await;
        visit.until("the other reply", |look| look.text.contains("makes nothing less safe")).await;
        visit.push(&json!({"starts": "Take this answer"})).await;
        visit.until("the answer", |look| look.text.contains("This is your answer now.")).await;
        assert_eq!(visit.go("See the result").await.heading, RESULT);
        assert_eq!(visit.text_of(".ds-verdict").await, MEETS);

        // What is none is refused in words, and nothing is taken.
        visit.back().await;
        visit
            .until("the questions", |look| look.heading == ASK && look.text.contains("Paste the reply"))
            .await;
        visit.paste("reply", "</textarea><script>alert(1)</script>").await;
        visit.until("the refusal", |look| look.text.contains("has a character that no reply has")).await;
        found.run(&visit, "a refusal").await;

        // What is typed and not sent on yet stays as the language changes, and goes with the case.
        visit.fill("reply", UNSENT).await;
        for lang in ["cy", "en"] {
            visit.speak(lang).await;
            assert!(visit.comes_to(&holds("reply", UNSENT)).await, "what was typed is there in {lang}");
        }
        visit.clear_everything().await;
        found.settle("ask and return");
    });
}

/// Whether a field has a text.
fn holds(field: &str, text: &str) -> String {
    format!("PAGE.querySelector('#{field}')?.value === {}", json!(text))
}

/// The id of what has focus.
fn focused(look: &Look) -> String {
    look.focus.as_ref().map(|focus| focus.id.clone()).unwrap_or_default()
}

impl Visit {
    /// Types what came back, or whom one called back, and sends it on; focus comes to what is said of it.
    async fn paste(&self, field: &str, text: &str) {
        self.fill(field, text).await;
        let named = if field == "reply" { "Read the reply" } else { "I called back" };
        self.push(&json!({"starts": named})).await;
        let on_heading = "focused()?.tagName === 'H2' && focused().innerText === 'What came back'";
        assert!(self.comes_to(on_heading).await, "focus on what came back: {:?}", self.look().await.focus);
    }

    /// Answers a message with yes and with no, in a tab of its own that knows nothing of the case.
    async fn replies(&self, message: &str, found: &mut Found) -> [String; 2] {
        let referral = self.driver.window().await.unwrap();
        let tab = self.driver.new_tab().await.unwrap();
        self.driver.switch_to_window(tab).await.unwrap();
        self.loads.fetch_add(1, Ordering::Relaxed);
        self.driver.goto(format!("{}criteria.html#reply/en", self.origin)).await.expect("the page loads");
        self.until("the form for a message", |look| {
            look.heading == REPLY && look.bar.contains("Network closed") && !look.controls.is_empty()
        })
        .await;
        found.inspect(self, "a message to paste", How::AlsoNarrowDarkForced).await;
        self.fill("message", "What was it again?").await;
        self.push(&json!({"type": "submit"})).await;
        self.until("the refusal", |look| look.text.contains("asks no question that this copy knows")).await;
        self.fill("message", message).await;
        for lang in ["cy", "en"] {
            self.speak(lang).await;
            assert!(self.comes_to(&holds("message", message)).await, "the message is there in {lang}");
        }
        self.push(&json!({"type": "submit"})).await;
        let look = self.until("the question", |look| look.of(FACT).count() > 0).await;
        self.answer(&look, FACT, &json!("yes")).await;
        self.answer(&look, "reply_from", &json!("police_record")).await;
        let yes = self.line("yes").await;
        found.inspect(self, "a reply", How::AlsoNarrowDarkForced).await;
        self.answer(&self.look().await, FACT, &json!("no")).await;
        let no = self.line("no").await;
        assert_eq!(self.look().await.exposed, Vec::<String>::new());
        super::watch::nothing_kept(self).await;
        self.driver.close_window().await.unwrap();
        self.driver.switch_to_window(referral).await.unwrap();
        [yes, no]
    }

    /// The line, once it says so.
    async fn line(&self, answer: &str) -> String {
        let condition = format!("PAGE.querySelector('#reply-line')?.value.includes(' {answer} ')");
        assert!(self.comes_to(&condition).await, "a line that says {answer}: {}", self.look().await.text);
        self.ask("return PAGE.querySelector('#reply-line').value;").await.as_str().unwrap().to_owned()
    }
}
