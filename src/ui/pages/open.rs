//! Opening an answer sheet. What is wrong with a file is said; what was typed stays.

use crate::answers::{AnswerSheet, MAX_BYTES, too_large};
use crate::problem::Problem;
use crate::ui::components::button::heading;
use crate::ui::session::{Change, Session};
use crate::ui::words;
use crate::words::{Language, Text};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

pub(crate) fn view(session: Session, language: Language) -> impl IntoView {
    let problems = move || {
        session.problems().get().into_iter().map(|problem| {
            view! { <li><code>{problem.at}</code>" "{problem.message.say(language).to_owned()}": "{problem.next_step.say(language).to_owned()}</li> }
        }).collect_view()
    };
    view! {
        <Show when=move || !session.problems().read().is_empty()>
            <div class="govuk-error-summary" tabindex="-1" role="alert">
                <h2 class="govuk-error-summary__title">{words::ERROR_TITLE.say(language)}</h2>
                <div class="govuk-error-summary__body">
                    <p>{words::OPEN_KEPT.say(language)}</p>
                    <ul class="govuk-list govuk-list--bullet">{problems}</ul>
                </div>
            </div>
        </Show>
        {heading(words::OPEN_TITLE.say(language).to_owned())}
        <p class="govuk-body">{words::OPEN_TEXT.say(language)}</p>
        <div class="govuk-form-group">
            <label class="govuk-label" for="answer-sheet">{words::OPEN_FILE.say(language)}</label>
            <input class="govuk-file-upload" type="file" id="answer-sheet" accept=".json,application/json" autocomplete="off"
                on:change=move |event| chosen(session, &event)/>
        </div>
    }
}

fn chosen(session: Session, event: &leptos::ev::Event) {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return };
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    // The same file may be mended and chosen again.
    let forget = move || input.set_value("");
    if file.size() > MAX_BYTES as f64 {
        forget();
        return session.apply(Change::NotOpened(vec![too_large()]));
    }
    let file = gloo_file::File::from(file);
    leptos::task::spawn_local(async move {
        let change = match gloo_file::futures::read_as_text(&file).await {
            Ok(text) => read(session, &text),
            Err(_) => Change::NotOpened(vec![unreadable()]),
        };
        forget();
        session.apply(change);
    });
}

fn read(session: Session, text: &str) -> Change {
    let pack = session.pack();
    let read = AnswerSheet::parse(text).and_then(|sheet| {
        if sheet.pack == pack.id.as_str() { sheet.read(&pack) } else { Err(vec![other_pack(&sheet.pack)]) }
    });
    match read {
        Ok(answers) => Change::Opened(Box::new(answers)),
        Err(problems) => Change::NotOpened(problems),
    }
}

fn unreadable() -> Problem {
    Problem::new("file-unreadable", "", words::OPEN_UNREADABLE.text(), Text::default())
}

fn other_pack(id: &str) -> Problem {
    let id = crate::problem::quoted(id);
    let next_step = Text::new(
        format!("{} {id}", words::OPEN_OTHER_PACK.en),
        format!("{} {id}", words::OPEN_OTHER_PACK.cy),
    );
    Problem::new("sheet-other-pack", "pack", Text::new(id.clone(), id), next_step)
}
