//! The three browsers make the same files as the command line, byte for byte, for a fixed stamp.

use super::browser::Browser;
use super::cases::Case;
use super::harness::{Setup, Visit, visit};
use super::opening::sheet;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use drive_screening::answers::{AnswerSheet, Record};
use drive_screening::date::Date;
use drive_screening::interview::{Form, Now, fill};
use drive_screening::words::Language;
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;

const REFERENCE: &str = "K7Q2-M9XD";
const FORMATS: [&str; 5] = ["pdf", "docx", "html", "json", "txt"];

#[test]
fn chromium() {
    the_same_bytes(Browser::Chromium);
}

#[test]
fn firefox() {
    the_same_bytes(Browser::Firefox);
}

#[test]
fn webkit() {
    the_same_bytes(Browser::WebKit);
}

fn the_same_bytes(browser: Browser) {
    if !browser.is_there() {
        return;
    }
    visit(Setup { browser, ..Setup::default() }, async move |visit| {
        let case = Case::new("V01", visit.today().await);
        let mut sheet = sheet(&case);
        sheet["reference"] = json!(REFERENCE);
        sheet["answers"]["perpetrator_name"] = json!("Siân Łukasz Ελένη Юлія Ŵyn");
        // What no font of the program has may stand where it is no name, number or contact.
        sheet["answers"]["plan_why_now"] = json!("שלום");
        sheet["answers"]["plan_usable"] = json!(["why_now"]);
        let sheet = with_what_is_filled_in(&case, sheet);
        visit.take_what_is_saved().await;
        visit.open_in_any_browser(&sheet).await;
        for language in ["en", "cy"] {
            visit.click_through(language).await;
            for format in FORMATS {
                let made =
                    visit.made(&format!("document.querySelector('[data-act=\"panel/{format}\"]')")).await;
                let wanted = by_command_line(&visit.temp, &sheet, &case, format, "panel", language);
                if let Some(folder) = std::env::var_os("DOCUMENTS").filter(|_| made != wanted) {
                    for (whose, bytes) in [("browser", &made), ("wanted", &wanted)] {
                        std::fs::write(
                            Path::new(&folder).join(format!("{browser:?}-{whose}.{format}")),
                            bytes,
                        )
                        .unwrap();
                    }
                }
                assert!(
                    made == wanted,
                    "{browser:?}: {format} in {language} is not as the command line makes it"
                );
            }
            let made = visit.made("[...document.querySelectorAll('main button')].find((button) => button.innerText.includes('zip'))").await;
            let wanted = by_command_line(&visit.temp, &sheet, &case, "pdf", "all", language);
            assert!(made == wanted, "{browser:?}: the zip in {language} is not as the command line makes it");
        }
    });
}

/// The same with what the page fills in when a referral begins, so that there is nothing left for it to fill in.
fn with_what_is_filled_in(case: &Case, sheet: Value) -> Value {
    let reference = sheet["reference"].as_str().map(ToOwned::to_owned);
    let answers = AnswerSheet::from_json(sheet).unwrap().read(&case.pack).unwrap();
    let mut form = Form::from_answers(&answers);
    let today = Date::parse(&case.today.to_string()).unwrap();
    fill(&case.pack, &mut form, &Record::new(), Now { today, minute: 870 }, Language::En);
    form.confirm(&|_| true);
    AnswerSheet::write(&case.pack, &form.answers(&case.pack), reference.as_deref())
}

/// What the command line makes of a sheet on the same day.
fn by_command_line(
    temp: &Path,
    sheet: &Value,
    case: &Case,
    format: &str,
    part: &str,
    language: &str,
) -> Vec<u8> {
    let path = temp.join("sheet.json");
    std::fs::write(&path, sheet.to_string()).unwrap();
    let out = temp.join("made");
    let mut command = Command::new(env!("CARGO_BIN_EXE_screening"));
    command.arg("document").arg(&path).arg("--out").arg(&out);
    command.args(["--format", format, "--part", part, "--lang", language, "--on", &case.today.to_string()]);
    let said = command.output().unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    std::fs::read(String::from_utf8(said.stdout).unwrap().trim()).unwrap()
}

/// Keeps what the page gives to be saved, as only one of the browsers says where it saves.
const TAKE: &str = "
    window.taken = [];
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      // The programs beside the page are started from memory.
      if (blob.type === 'text/javascript') return make.call(URL, blob);
      taken.push([performance.now(), blob]);
      return make.call(URL, blob);
    };
    return true;
";

/// What was taken, in base 64, and when, in milliseconds; or null.
const TAKEN: &str = "
    const done = arguments[arguments.length - 1];
    const [first] = window.taken.splice(0, 1);
    if (!first) done(null);
    else {
      const reader = new FileReader();
      reader.onload = () => done([first[0], reader.result.slice(reader.result.indexOf(',') + 1)]);
      reader.onerror = () => done(['not read', '']);
      reader.readAsDataURL(first[1]);
    }
";

impl Visit {
    /// From now on every file the page makes is taken.
    pub(crate) async fn take_what_is_saved(&self) {
        self.act(TAKE).await;
    }

    /// Opens a sheet and goes on to its documents, without the keyboard.
    pub(crate) async fn open_in_any_browser(&self, sheet: &Value) {
        self.click("Open a file", "Open a file").await;
        let choose = format!(
            "const files = new DataTransfer();
             files.items.add(new File([{}], 'case.json', {{type: 'application/json'}}));
             const input = document.getElementById('answer-sheet');
             input.files = files.files;
             input.dispatchEvent(new Event('change', {{bubbles: true}}));",
            json!(sheet.to_string())
        );
        self.act(&choose).await;
        self.until("the task list", |look| look.heading == "Screening and referral").await;
        self.click("See the result", "Screening result").await;
        self.click("Write the referral", "Screening and referral").await;
        self.click("Check your answers", "Check your answers").await;
        self.until("the answers", |look| look.text.contains("Go to the documents")).await;
        self.click("Go to the documents", "Your documents").await;
    }

    async fn click(&self, starts: &str, heading: &str) {
        let button = format!("find({})", json!({"starts": starts}));
        assert!(self.comes_to(&button).await, "{starts} is not there");
        self.act(&format!("{button}.click(); return true;")).await;
        self.until(heading, |look| look.heading == heading).await;
    }

    /// The documents in a language.
    async fn click_through(&self, language: &str) {
        let button = if language == "cy" { "Cymraeg" } else { "English" };
        self.act(&format!("find({})?.click(); return true;", json!({"text": button, "tag": "button"}))).await;
        let card = ".ds-card";
        self.until("the documents, in the language", |look| look.lang == language).await;
        let offered = self.comes_to(&format!("document.querySelectorAll({card:?}).length === 3")).await;
        assert!(offered, "no documents are offered: {}", self.look().await.text);
    }

    /// Presses a button and waits for what is made, with how long that took in milliseconds.
    pub(crate) async fn made_in(&self, button: &str) -> (Vec<u8>, f64) {
        assert!(self.comes_to(button).await, "{button} is not there");
        let pressed =
            self.act(&format!("const now = performance.now(); {button}.click(); return now;")).await;
        let started = std::time::Instant::now();
        while started.elapsed() < std::time::Duration::from_secs(120) {
            let taken = self.driver.execute_async(TAKEN, Vec::new()).await.expect("the page can be asked");
            if let Some([when, bytes]) = taken.json().as_array().map(|pair| [&pair[0], &pair[1]]) {
                let took = when.as_f64().expect("a time") - pressed.as_f64().expect("a time");
                return (BASE64.decode(bytes.as_str().expect("bytes")).expect("base 64"), took);
            }
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
        panic!("nothing was made: {}", self.look().await.text);
    }

    async fn made(&self, button: &str) -> Vec<u8> {
        self.made_in(button).await.0
    }
}
