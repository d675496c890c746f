//! What is printed from the page: every sheet of a case has the marking and the reference, as nobody knows which sheet is left on a
//! desk.

use super::cases::Case;
use super::harness::{Setup, Visit, visit};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde_json::json;
use std::process::Command;

#[test]
fn every_printed_sheet_of_a_case_is_marked() {
    // What reads the text of a PDF comes with what checks documents from outside.
    if Command::new("pdftotext").arg("-v").output().is_err() {
        println!("not looked at: poppler-utils is not here");
        return;
    }
    visit(Setup::default(), async |visit| {
        let case = Case::new("V01", visit.today().await);
        visit.open_case(&case).await;
        visit.go("See the result").await;
        visit.until("the reasons", |look| look.text.contains("Every figure, date and source")).await;
        visit.is_marked_on_paper().await;
        visit.go("Write the referral").await;
        visit.check_answers().await;
        visit.is_marked_on_paper().await;
    });
}

impl Visit {
    async fn is_marked_on_paper(&self) {
        // Small sheets, so that there are several.
        let paper = json!({"paperWidth": 5.8, "paperHeight": 5.8});
        let printed = self.devtools("Page.printToPDF", paper).await;
        let path = self.temp.join("printed.pdf");
        std::fs::write(&path, BASE64.decode(printed["data"].as_str().unwrap()).unwrap()).unwrap();
        let text = Command::new("pdftotext").arg("-layout").arg(&path).arg("-").output().unwrap().stdout;
        let text = String::from_utf8(text).unwrap();
        let sheets: Vec<&str> = text.split_terminator('\u{c}').collect();
        assert!(sheets.len() > 2, "{text}");
        for sheet in sheets {
            let first = sheet.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
            assert!(first.trim().starts_with("OFFICIAL-SENSITIVE \u{b7} "), "{text}");
            assert!(first.trim().len() > "OFFICIAL-SENSITIVE \u{b7} ".len() + 8, "{first}");
        }
    }
}
