//! Each component of `components` in each of its states, on one page: to look at while working on them, and for the
//! browser tests. It is a program of its own, which no referrer loads.

use super::components::banner::{Carried, ResultChanged};
use super::components::button::{Button, Go, GoChange, Heading, LINK, PRIMARY, SECONDARY, Submit, WARNING};
use super::components::details::Details;
use super::components::error_summary::{ErrorSummary, Summary};
use super::components::field_view::FieldView;
use super::components::file_field::{FileField, PACKS};
use super::components::form::Form;
use super::components::html::Html;
use super::components::mend::Mend;
use super::components::part::{SectionName, goes_apart};
use super::components::question::{QuestionView, provide_doubts};
use super::components::redrawn::Redrawn;
use super::components::routes::Routes;
use super::components::text::{BulletList, Paragraph, Subheading};
use super::components::tick_box::NoneBox;
use super::pages::common;
use super::session::{Change, Page, Program, Session};
use super::{effects, words};
use crate::browser::clock;
use drive_screening_core::answers::{Answer, Answers, Claims, Value};
use drive_screening_core::base::date::Date;
use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_core::interview::{Field, FieldError, FieldInput, Gap, Missing, RawValue};
use drive_screening_core::pack::{FactId, Kind, Question, Stage};
use drive_screening_core::state::State;
use leptos::prelude::*;

const TITLE: Phrase = Phrase::of("Components", "Cydrannau");
const LONG: Phrase = Phrase::of(
    "When did the person whose household this is about last have direct or indirect contact, in writing or otherwise, with a \
     representative of a safeguarding partnership?",
    "Pryd y cafodd y sawl y mae'r aelwyd hon yn ymwneud ag ef gyswllt uniongyrchol neu anuniongyrchol ddiwethaf, yn ysgrifenedig \
     neu fel arall, â chynrychiolydd partneriaeth ddiogelu amlasiantaethol Rhondda Cynon Taf neu Lanfihangel-yng-Ngwynfa?",
);
const WRONG: Phrase =
    Phrase::of("Enter a real date, like 31 3 2026", "Rhowch ddyddiad go iawn, fel 31 3 2026");

/// The program that shows them.
pub static COMPONENTS: Program = Program {
    state: State::new,
    begin: |_| (),
    draw: |session, page, language| match page {
        Page::Start => view! { <OnceWhole session language /> }.into_any(),
        page => common(session, page, language),
    },
    start: TITLE,
    tasks: TITLE,
    below: |_, _| None,
    is_refused: |_| false,
    effects: effects::EFFECTS,
};

/// All of them, once the words of every question are here.
#[component]
fn OnceWhole(session: Session, language: Language) -> impl IntoView {
    let is_whole = move || session.pack().is_whole();
    let examples = move || {
        if is_whole() {
            view! { <Examples session language /> }.into_any()
        } else {
            view! { <Paragraph text=words::WORDS_COMING.say(language) /> }.into_any()
        }
    };
    view! {
        <Redrawn key=move || usize::from(is_whole())>{examples()}</Redrawn>
    }
}

/// What an example is: which file of `components` it is of, and which state it shows.
#[component]
fn Example(
    /// The file, without its ending.
    of: &'static str,
    /// The state.
    state: &'static str,
    children: Children,
) -> impl IntoView {
    view! {
        <section data-component=of data-state=state>
            <h2 class="govuk-heading-s">
                <code>{of} ": " {state}</code>
            </h2>
            {children()}
        </section>
    }
}

/// All of them.
#[component]
pub(crate) fn Examples(session: Session, language: Language) -> impl IntoView {
    view! {
        <Heading text=TITLE.say(language) />
        <Buttons session language />
        <Folded language />
        <Example of="error_summary" state="of a file">
            <Summary language>
                <p>{words::OPEN_KEPT.say(language)}</p>
            </Summary>
        </Example>
        <Example of="file_field" state="several files">
            <FileField id="files" label=LONG.say(language) accept=PACKS multiple=true chosen=|_| () />
        </Example>
        <Example of="html" state="escaped">
            <Html session html=["<p class=\"govuk-body\">", LONG.say(language), "</p>"].concat() />
        </Example>
        <Example of="redrawn" state="by a key">
            <Redrawn key=move || session.state().navigation.turns>
                <Paragraph text=LONG.say(language) />
            </Redrawn>
        </Example>
        <Example of="text" state="long">
            <Paragraph text=LONG.say(language) />
            <Subheading text=LONG.say(language) />
            <BulletList lines=vec![LONG.say(language).to_owned(), LONG.say(language).to_owned()] />
        </Example>
        <Banners session language />
        <Missed session language />
        <Goes session language />
        <Example of="routes" state="checked">
            <Routes session outcome="urgent" today=clock::today() language />
        </Example>
        <Example of="routes" state="checked long ago">
            <Routes session outcome="urgent" today=clock::today().plus_months(1200) language />
        </Example>
        <Kinds session language />
        <States session language />
    }
}

/// A visit of its own, with the same criteria, to which something has happened.
fn visit(session: Session, changes: impl IntoIterator<Item = Change>) -> Session {
    let visit = Session::new(session.pack(), session.site(), session.host(), session.program());
    let language = Change::LanguageChosen(session.language());
    changes.into_iter().chain([language]).for_each(|change| visit.apply(change));
    visit
}

#[component]
fn Buttons(session: Session, language: Language) -> impl IntoView {
    let buttons = [PRIMARY, SECONDARY, WARNING, LINK]
        .map(|class| view! { <Button text=words::GO_ON.say(language) class act=|| () /> })
        .collect_view();
    view! {
        <Example of="button" state="does something">
            <div class="govuk-button-group">{buttons}</div>
        </Example>
        <Example of="button" state="long">
            <Button text=LONG.say(language) class=PRIMARY act=|| () />
        </Example>
        <Example of="button" state="goes to a page">
            <Go session to=Page::Start words=words::START_AGAIN language class=SECONDARY />
            <GoChange session to=Page::Start words=words::CHANGE language what=LONG.say(language) />
        </Example>
        <Example of="form" state="is sent on">
            <Form act=|| ()>
                <Submit language />
            </Form>
        </Example>
    }
}

#[component]
fn Folded(language: Language) -> impl IntoView {
    view! {
        <Example of="details" state="folded">
            <Details summary=words::ABOUT_QUESTION.say(language)>{LONG.say(language)}</Details>
        </Example>
        <Example of="details" state="open, long">
            <Details summary=LONG.say(language) open=Signal::stored(true) name=TITLE.say(language)>
                {LONG.say(language)}
            </Details>
        </Example>
    }
}

#[component]
fn Banners(session: Session, language: Language) -> impl IntoView {
    let result = session
        .interview(|interview| interview.outcome.possible.first().map(|verdict| verdict.as_str().to_owned()));
    let changed = visit(session, []);
    changed.set_up(|state| state.visit.result_seen = result);
    let mut answers = Answers::none(Date::from_ymd(2026, 1, 1).unwrap_or_else(clock::today));
    if let Some(question) = of_kind(session, "yes_no") {
        answers.facts.insert(question.id.clone(), Answer::Known(Value::YesNo(true)));
    }
    let carried = visit(session, [Change::Prefilled(Box::new(answers))]);
    view! {
        <Example of="banner" state="the result has changed">
            <ResultChanged session=changed language />
        </Example>
        <Example of="banner" state="screened as of today">
            <Carried session=carried language />
        </Example>
    }
}

/// A link to an answer that is missing.
#[component]
fn Missed(session: Session, language: Language) -> impl IntoView {
    let first = session.pack().questions().next();
    first.map(|(place, question)| {
        let (field, label) = (Field::of(&question.id), question.label.clone());
        let gap = Gap { field, page: place.page, missing: Missing::Answer, label };
        view! {
            <Example of="mend" state="missing">
                <Mend session gap language />
            </Example>
        }
    })
}

/// Where the answers of a page of the referral go.
#[component]
fn Goes(session: Session, language: Language) -> impl IntoView {
    let pack = session.pack();
    let mut pages = pack.questions().map(|(place, _)| place.page);
    let page = pages.find(|page| pack.section(*page).stage == Stage::Referral);
    let of_page = page.map(|page| {
        view! {
            <Example of="part" state="of a page">
                <SectionName session page language />
            </Example>
        }
    });
    let is_apart = |question: &Question| goes_apart(session, question, &Field::of(&question.id)).is_some();
    let apart = pack.questions().map(|(_, question)| question).find(|question| is_apart(question));
    let apart = apart.map(|question| {
        view! {
            <Example of="field_view" state="goes elsewhere than its page">
                <QuestionView session question field=Field::of(&question.id) language />
            </Example>
        }
    });
    view! {
        {of_page}
        {apart}
    }
}

/// The first question of a kind outside groups.
fn of_kind(session: Session, kind: &str) -> Option<&'static Question> {
    let mut questions = session.pack().questions();
    questions.find(|(_, question)| question.kind.name() == kind).map(|(_, question)| question)
}

/// Every kind of question, as the pack has it.
#[component]
fn Kinds(session: Session, language: Language) -> impl IntoView {
    let kinds = [
        ("options", "yes_no"),
        ("options", "choice"),
        ("options", "set"),
        ("date_field", "date"),
        ("text_field", "count"),
        ("text_field", "text"),
        ("text_field", "long_text"),
    ];
    kinds
        .into_iter()
        .filter_map(|(of, kind)| Some((of, kind, of_kind(session, kind)?)))
        .map(|(of, state, question)| {
            let (visit, field) = (visit(session, []), Field::of(&question.id));
            view! {
                <Example of state>
                    <Asked visit question field language />
                </Example>
            }
        })
        .collect_view()
}

/// A question in a visit of its own.
#[component]
fn Asked(
    /// The visit.
    visit: Session,
    question: &'static Question,
    field: Field,
    language: Language,
    #[prop(optional)] heads: bool,
    #[prop(optional)] wanted: bool,
) -> impl IntoView {
    provide_doubts(visit);
    view! { <QuestionView session=visit question field language heads wanted /> }
}

/// A question that is no question of the pack, so that its controls have ids of their own. It lives as long as the page.
fn like(question: &Question, id: &str, change: impl FnOnce(&mut Question)) -> &'static Question {
    let mut like = question.clone();
    like.id = FactId::parse(id).unwrap_or(like.id);
    change(&mut like);
    Box::leak(Box::new(like))
}

/// Questions in the states that they come to while they are answered.
#[component]
fn States(session: Session, language: Language) -> impl IntoView {
    let [date, text, yes_no] = ["date", "long_text", "yes_no"].map(|kind| of_kind(session, kind));
    date.zip(text).zip(yes_no).map(|((date, text), yes_no)| {
        view! {
            <Refused session questions=[date, text, yes_no] language />
            <SetAside session questions=[date, text] language />
            <Long session questions=[date, text, yes_no] language />
            <NoneToAdd session question=text language />
            <Claimed session question=yes_no language />
            <Doubtful session language />
        }
    })
}

/// The page was sent on, and refused: the summary, and each question with its error.
#[component]
fn Refused(session: Session, questions: [&'static Question; 3], language: Language) -> impl IntoView {
    let questions = questions.map(|question| {
        like(question, &["refused_", question.id.as_str()].concat(), |question| {
            question.asks_evidence = true;
        })
    });
    let wrong = |question: &Question| FieldError { field: Field::of(&question.id), message: WRONG.text() };
    let mut errors: Vec<FieldError> = questions.iter().map(|question| wrong(question)).collect();
    let evidence = session.pack().evidence.questions.first();
    errors.extend(evidence.map(|inner| FieldError {
        field: Field::evidence(&questions[0].id, &inner.id),
        message: WRONG.text(),
    }));
    let visit = visit(session, []);
    visit.set_up(|state| state.visit.errors = errors);
    let asked = questions
        .map(|question| view! { <Asked visit question field=Field::of(&question.id) language /> })
        .collect_view();
    view! {
        <Example of="error_summary" state="of a page of questions">
            <ErrorSummary session=visit language />
        </Example>
        <Example of="question" state="refused, with where its answer comes from">
            {asked}
        </Example>
    }
}

/// "Not known" is ticked, and what was typed stays.
#[component]
fn SetAside(session: Session, questions: [&'static Question; 2], language: Language) -> impl IntoView {
    let questions = questions.map(|question| {
        like(question, &["aside_", question.id.as_str()].concat(), |question| question.must_be_known = false)
    });
    let aside = |question: &Question| {
        let typed = match question.kind {
            Kind::Date { .. } => RawValue::Date(["31", "3", "2026"].map(str::to_owned)),
            _ => RawValue::Text(LONG.say(language).to_owned()),
        };
        Change::Typed(Field::of(&question.id), FieldInput { not_known: true, typed })
    };
    let visit = visit(session, questions.map(aside));
    let asked = questions
        .map(|question| view! { <Asked visit question field=Field::of(&question.id) language /> })
        .collect_view();
    view! {
        <Example of="tick_box" state="set aside">
            {asked}
        </Example>
    }
}

/// Long words everywhere; the heading of its page, one that the page wants, and one among others.
#[component]
fn Long(session: Session, questions: [&'static Question; 3], language: Language) -> impl IntoView {
    let questions = questions.map(|question| {
        like(question, &["long_", question.id.as_str()].concat(), |question| {
            question.ask = LONG.text();
            question.hint = Some(LONG.text());
            question.why = Some(LONG.text());
        })
    });
    let visit = visit(session, []);
    let [heads, wanted, among] = questions.map(|question| (question, Field::of(&question.id)));
    view! {
        <Example of="question" state="long, the heading of its page">
            <Asked visit question=heads.0 field=heads.1 language heads=true />
        </Example>
        <Example of="question" state="long, wanted by its page">
            <Asked visit question=wanted.0 field=wanted.1 language wanted=true />
        </Example>
        <Example of="question" state="long">
            <Asked visit question=among.0 field=among.1 language />
        </Example>
    }
}

#[component]
fn NoneToAdd(session: Session, question: &'static Question, language: Language) -> impl IntoView {
    let question = like(question, "none_to_add", |_| ());
    let field = Field::of(&question.id);
    let ticked = Change::Typed(field.clone(), FieldInput { not_known: false, typed: RawValue::NoneOfThese });
    let session = visit(session, [ticked]);
    let field = FieldView { session, language, question, field, heads: false, wanted: false };
    view! {
        <Example of="tick_box" state="there are none">
            <NoneBox field />
        </Example>
    }
}

/// Another system gave the answer, and nobody has confirmed it.
#[component]
fn Claimed(session: Session, question: &'static Question, language: Language) -> impl IntoView {
    let like = like(question, "claimed", |_| ());
    let mut answers = Answers::none(clock::today());
    answers.facts.insert(question.id.clone(), Answer::Known(Value::YesNo(true)));
    answers.claims = Claims::of("A case system", &answers.facts).into_iter().collect();
    let visit = visit(session, [Change::Prefilled(Box::new(answers))]);
    view! {
        <Example of="question" state="claimed">
            <Asked visit question=like field=Field::of(&question.id) language />
        </Example>
    }
}

/// What may not be right is asked about.
#[component]
fn Doubtful(session: Session, language: Language) -> impl IntoView {
    let mut questions = session.pack().questions();
    let question = questions.find(|(_, question)| {
        matches!(question.kind, Kind::Date { .. }) && question.expected.usual.is_some()
    });
    question.map(|(_, question)| {
        let field = Field::of(&question.id);
        let (year, ..) = clock::today().ymd();
        let typed = RawValue::Date(["1".to_owned(), "1".to_owned(), (year - 2).to_string()]);
        let visit = visit(session, [Change::Typed(field.clone(), FieldInput { not_known: false, typed })]);
        view! {
            <Example of="question" state="doubtful">
                <Asked visit question field language />
            </Example>
        }
    })
}
