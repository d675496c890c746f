//! Files of every format from the page, what is looked at before they are made, and a program that does not start.

use super::cases::Case;
use super::harness::{Setup, Visit, copy, dist, visit};
use super::opening::sheet;
use super::vignettes::FOLDED;
use super::walker::AtStop;
use drive_screening::pack::{Kind, Part};
use serde_json::json;

#[test]
fn every_format_is_saved() {
    visit(Setup::default(), async |visit| {
        visit.open_documents(|_| {}).await;
        visit.unfold_ways(0).await;
        for (name, ending, starts) in [
            ("PDF", "-panel.pdf", &b"%PDF-1.7"[..]),
            ("Word", "-panel.docx", b"PK\x03\x04"),
            ("a web page", "-panel.html", b"<!DOCTYPE html>"),
            ("data", "-panel.json", b"{"),
            ("plain text", "-panel.txt", b""),
        ] {
            visit.push(&json!({"starts": format!("Save Part A as {name}")})).await;
            let bytes = visit.saved_bytes(ending).await;
            assert!(bytes.starts_with(starts) && bytes.len() > 1000, "{ending}: {} bytes", bytes.len());
        }
        visit.push(&json!({"starts": "Save all three parts"})).await;
        let bytes = visit.saved_bytes(".zip").await;
        for part in ["panel", "restricted", "handling"] {
            let name = format!("-{part}.pdf");
            assert!(
                bytes.windows(name.len()).any(|window| window == name.as_bytes()),
                "{name} is in the zip"
            );
        }
    });
}

#[test]
fn what_locates_someone_is_looked_at_first() {
    visit(Setup::default(), async |visit| {
        let look = visit
            .open_documents(|answers| {
                answers["plan_why_now"] = json!("She moved to 12 Madeup Road, ZZ1 1ZZ, last week.");
                answers["plan_usable"] = json!(["why_now"]);
            })
            .await;
        assert!(look.text.contains("Look at these first"), "{}", look.text);
        assert!(look.text.contains("ZZ1 1ZZ"), "{}", look.text);
        let cards = |look: &super::page::Look| look.text.matches(FOLDED).count();
        assert_eq!(cards(&look), 2, "Parts B and C are made, Part A waits: {}", look.text);
        assert!(!look.text.contains("in one zip"), "{}", look.text);
        visit.push(&json!({"starts": "Move it to Part B"})).await;
        visit.until("all three parts", |look| cards(look) == 3 && look.text.contains("in one zip")).await;
        // What was moved is asked about no more.
        let before = visit.look().await;
        visit.back().await;
        visit.next(&before).await;
        visit.go("Go to the documents").await;
        visit.until("all three parts", |look| cards(look) == 3).await;
    });
}

#[test]
fn who_must_not_receive_a_part_is_looked_at_before_part_a_is_made() {
    visit(Setup::default(), async |visit| {
        let look = visit
            .open_documents(|answers| {
                answers["insider"] = json!("yes");
                answers["handling_not_to"] = json!("Housing: the whole team");
            })
            .await;
        assert!(look.text.contains("Must not receive any part"), "{}", look.text);
        assert!(look.text.contains("Housing: the whole team"), "{}", look.text);
        let cards = |look: &super::page::Look| look.text.matches(FOLDED).count();
        assert_eq!(cards(&look), 2, "Part A waits: {}", look.text);
        visit.push(&json!({"starts": "This is right"})).await;
        visit.until("all three parts", |look| cards(look) == 3).await;
    });
}

/// The composer is missing on the server: the rest of the page works, and says so.
#[test]
fn a_program_that_does_not_start() {
    let folder = std::env::temp_dir().join(format!("drive-browser-no-composer-{}", std::process::id()));
    copy(&dist(), &folder);
    std::fs::write(folder.join("composer_bg.wasm"), b"\0asm\x01\0\0\0 damaged").unwrap();
    super::offline::relisted(&folder);
    visit(Setup { folder: Some(folder.clone()), ..Setup::default() }, async |visit| {
        let case = Case::new("V01", visit.today().await);
        visit.go("Open a file").await;
        visit.until("that no file is read", |look| look.text.contains("has stopped or did not start")).await;
        let before = visit.look().await;
        visit.back().await;
        visit.next(&before).await;
        visit.go("Start screening").await;
        visit.screen(&case.answers, AtStop::SeeResult).await;
        let look = visit.until("the reasons in short", |look| look.text.contains("What settled it")).await;
        assert!(look.text.contains(&case.pack.outcome_text("refer").sentence.en), "{}", look.text);
        visit.go("Write the referral").await;
        visit.go("Check your answers").await;
        visit.until("what is wrong", |look| look.text.contains("has stopped or did not start")).await;
        // Whatever is wanted of it starts it again: the reasons, and what to look at.
        visit.loads.fetch_add(2, std::sync::atomic::Ordering::Relaxed);
        let saved = visit.save_plain().await;
        assert!(saved.contains("\"answers\""), "nothing typed is lost: {saved}");
    });
    std::fs::remove_dir_all(folder).unwrap();
}

/// The exporter is missing on the server: what can be made without it is.
#[test]
fn without_the_writer_there_are_web_pages_text_and_data() {
    let folder = std::env::temp_dir().join(format!("drive-browser-no-exporter-{}", std::process::id()));
    copy(&dist(), &folder);
    std::fs::write(folder.join("exporter_bg.wasm"), b"\0asm\x01\0\0\0 damaged").unwrap();
    super::offline::relisted(&folder);
    visit(Setup { folder: Some(folder.clone()), ..Setup::default() }, async |visit| {
        visit.open_documents(|_| {}).await;
        visit.unfold_ways(0).await;
        for (name, ending) in
            [("a web page", "-panel.html"), ("data", "-panel.json"), ("plain text", "-panel.txt")]
        {
            visit.push(&json!({"starts": format!("Save Part A as {name}")})).await;
            assert!(visit.saved_bytes(ending).await.len() > 1000, "{ending}");
        }
        // Both are started afresh, for whoever tries again.
        visit.loads.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        visit.push(&json!({"starts": "Save Part A as PDF"})).await;
        let why = "PDF, Word and zip files cannot be made here now.";
        visit.until("why there is no PDF", |look| look.text.contains(why)).await;
    });
    std::fs::remove_dir_all(folder).unwrap();
}

/// The program is given no PDF to make, as if it took long; and ends at the first Word file, as if it had crashed.
const SLOW_AND_FRAIL: &str = r#"
    const give = Worker.prototype.postMessage;
    window.crashes = 1;
    Worker.prototype.postMessage = function (message, ...rest) {
      const asked = String(message[0]);
      if (asked.includes('"format":"pdf"')) {
        const { version, build, number } = JSON.parse(asked);
        const said = JSON.stringify({ version, build, event: 'progress', number, percent: 41 });
        setTimeout(() => this.dispatchEvent(new MessageEvent('message', { data: [said] })));
      } else if (asked.includes('"format":"docx"') && window.crashes-- > 0) {
        setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { cancelable: true })));
      } else give.call(this, message, ...rest);
    };
"#;

#[test]
fn a_long_job_says_how_far_it_is_and_can_be_stopped_and_a_crash_loses_nothing() {
    visit(Setup { before: Some(SLOW_AND_FRAIL), ..Setup::default() }, async |visit| {
        visit.open_documents(|_| {}).await;
        let bar = "return PAGE.querySelector('main progress')?.value ?? null;";
        visit.push(&json!({"starts": "Save Part A as PDF"})).await;
        visit.until("that it is being made", |look| look.text.contains("Making the document")).await;
        assert!(visit.comes_to("PAGE.querySelector('main progress')?.value === 41").await);
        visit.loads.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        visit.push(&json!({"starts": "Stop"})).await;
        visit.until("that it has stopped", |look| !look.text.contains("Making the document")).await;
        assert_eq!(visit.ask(bar).await, serde_json::Value::Null);

        // What was wanted is made when it is tried again.
        visit.unfold_ways(0).await;
        visit.push(&json!({"starts": "Save Part A as Word"})).await;
        let look =
            visit.until("what is wrong", |look| look.text.contains("has stopped or did not start")).await;
        assert!(look.text.contains("Nothing you typed is lost"), "{}", look.text);
        visit.loads.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        visit.push(&json!({"starts": "Try again"})).await;
        assert!(visit.saved_bytes("-panel.docx").await.starts_with(b"PK"));

        // Or another format is asked for, which starts it as well.
        visit.ask("window.crashes = 1; return true;").await;
        visit.until("that it is saved", |look| look.text.contains("Given to your browser as ")).await;
        visit.unfold_ways(0).await;
        visit.push(&json!({"starts": "Save Part A as Word"})).await;
        visit.until("what is wrong", |look| look.text.contains("has stopped or did not start")).await;
        visit.loads.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        visit.unfold_ways(0).await;
        visit.push(&json!({"starts": "Save Part A as plain text"})).await;
        visit.until("that it is saved", |look| look.text.contains("-panel.txt")).await;
    });
}

/// A referral of about 200 pages is stopped while it is being written, and written when it is asked for again.
#[test]
fn two_hundred_pages_can_be_stopped() {
    visit(Setup::default(), async |visit| {
        visit.take_what_is_saved().await;
        visit.open_longest().await;
        let stop_at_once = "
            window.stopped = false;
            const watch = setInterval(() => {
              const stop = find({starts: 'Stop'});
              if (!stop) return;
              clearInterval(watch);
              window.stopped = true;
              stop.click();
            }, 5);
            find({starts: 'Save Part A as PDF'}).click();
            return true;";
        visit.loads.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        assert!(visit.comes_to("find({starts: 'Save Part A as PDF'})").await, "documents can be made");
        visit.act(stop_at_once).await;
        let stopped = visit.comes_to("window.stopped && !find({starts: 'Stop'})").await;
        assert!(stopped, "it takes longer than 300 ms");
        tokio::time::sleep(std::time::Duration::from_secs(2)).await;
        let look = visit.look().await;
        assert!(
            !look.text.contains("Making the document") && !look.text.contains("Given to your browser as "),
            "{}",
            look.text
        );
        // A program that has taken much memory is started afresh.
        visit.loads.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let (bytes, _) = visit.made_in("find({starts: 'Save Part A as PDF'})").await;
        assert!(bytes.starts_with(b"%PDF-1.7"));
    });
}

/// Every long text of Part A is about as long as it may be: some 200 pages.
fn longest(case: &Case) -> serde_json::Value {
    let mut sheet = sheet(case);
    let text =
        "He has said more than once that he will not let her go, and it was heard by others. ".repeat(600);
    let text: String = text.chars().take(49_000).collect();
    let long = case
        .pack
        .questions()
        .filter(|(_, question)| question.part == Part::Panel && matches!(question.kind, Kind::LongText));
    for (_, question) in long {
        sheet["answers"][question.id.as_str()] = json!(text);
    }
    sheet["answers"]["plan_usable"] = json!(["in_place", "urgent", "why_now", "disrupt", "support"]);
    sheet
}

impl Visit {
    /// From the first page to the documents of a referral of about 200 pages.
    pub(crate) async fn open_longest(&self) {
        let case = Case::new("V01", self.today().await);
        self.open_in_any_browser(&longest(&case)).await;
        self.until("what to look at, or the documents", |look| look.text.contains(FOLDED)).await;
        while self.look().await.text.contains("This is right") {
            self.act("find({starts: 'This is right'})?.click(); return true;").await;
        }
        self.until("the documents", |look| look.text.matches(FOLDED).count() == 3).await;
    }

    /// From the first page to the documents of V01, with answers changed.
    pub(crate) async fn open_documents(&self, change: impl Fn(&mut serde_json::Value)) -> super::page::Look {
        let case = Case::new("V01", self.today().await);
        let mut sheet = sheet(&case);
        change(&mut sheet["answers"]);
        let path = self.temp.join("case.json");
        std::fs::write(&path, sheet.to_string()).unwrap();
        self.open_sheet(&path).await;
        self.go("See the result").await;
        self.go("Write the referral").await;
        self.check_answers().await;
        self.go("Go to the documents").await;
        self.until("what to look at, or the documents", |look| {
            look.text.contains("Look at these first") || look.text.contains(FOLDED)
        })
        .await
    }
}
