//! What the programs say to one another arrives as it was said, or is refused as another build's, and never anything else.

use crate::support::packs;
use drive_screening::answers::Answers;
use drive_screening::date::Date;
use drive_screening::interview::Draft;
use drive_screening::json::Json;
use drive_screening::pack::Part;
use drive_screening::protocol::{
    BUILD, CriteriaJob, Finding, Format, Job, JobRequest, PanelForm, Prefill, Reply, Request, ReviewFindings,
    Setup, Source, Stale, VERSION, WorkerEvent, WriteRequest,
};
use drive_screening::site::Site;
use drive_screening::words::{Language, Localized};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

/// Texts as people and files have them: with quotes, line breaks, nothing at all, and what ends a text elsewhere.
fn text() -> BoxedStrategy<String> {
    prop_oneof![
        any::<String>(),
        select(vec!["", "\0", "\"}", "\u{feff}", "ŵ\n\t", "%PDF-1.7\0\u{fffd}"]).prop_map(str::to_owned)
    ]
    .boxed()
}

fn sheet() -> BoxedStrategy<Json> {
    (text(), any::<i64>(), any::<bool>())
        .prop_map(|(text, whole, truth)| {
            Json::from(json!({"format": "answers/1", "answers": {"a": text, "b": whole, "c": [truth, null]}}))
        })
        .boxed()
}

fn part() -> BoxedStrategy<Part> {
    select(Part::ALL.to_vec()).boxed()
}

fn words() -> impl Strategy<Value = Localized> {
    (text(), text()).prop_map(|(en, cy)| Localized { en, cy })
}

fn language() -> BoxedStrategy<Language> {
    select(vec![Language::En, Language::Cy]).boxed()
}

fn job() -> BoxedStrategy<Job> {
    let format = select(Format::ALL.to_vec());
    prop_oneof![
        (part(), format, sheet()).prop_map(|(part, format, draft)| Job::Document { part, format, draft }),
        (text(), sheet()).prop_map(|(parts, draft)| Job::Zip { parts, draft }),
        (sheet(), text()).prop_map(|(draft, host)| Job::Review { draft, host }),
        (sheet(), text(), any::<bool>()).prop_map(|(draft, words, with_panel)| Job::SealForm {
            draft,
            words,
            with_panel
        }),
        (part(), sheet()).prop_map(|(part, draft)| Job::Preview { part, draft }),
        sheet().prop_map(|draft| Job::Result { draft }),
        sheet().prop_map(|draft| Job::PageOne { draft }),
        select(vec![Job::Privacy, Job::Accessibility, Job::Glossary]),
        (text(), text()).prop_map(|(page, browser)| Job::PageReport { page, browser }),
        select(vec![Job::Form(PanelForm::Open), Job::Form(PanelForm::Unlock)]),
        (any::<bool>(), any::<bool>())
            .prop_map(|(details, locks)| Job::Form(PanelForm::Save { details, locks })),
        (sheet(), proptest::collection::vec(text(), 0..3))
            .prop_map(|(draft, typed)| Job::Ask { draft, typed }),
        text().prop_map(|file| Job::Open { file }),
        criteria_job().prop_map(Job::Criteria),
    ]
    .boxed()
}

fn criteria_job() -> BoxedStrategy<CriteriaJob> {
    prop_oneof![
        select(vec![CriteriaJob::About, CriteriaJob::Report, CriteriaJob::Cases]),
        proptest::collection::vec(text(), 0..3).prop_map(|packs| CriteriaJob::Compare { packs }),
        text().prop_map(|pack| CriteriaJob::EditForm { pack }),
        (text(), sheet()).prop_map(|(pack, sheet)| CriteriaJob::EditSummary { pack, sheet }),
        (text(), sheet()).prop_map(|(pack, sheet)| CriteriaJob::EditedPack { pack, sheet }),
        (text(), proptest::option::of(select(Format::ALL.to_vec())))
            .prop_map(|(found, format)| CriteriaJob::EvidenceSheet { found, format }),
    ]
    .boxed()
}

fn request() -> BoxedStrategy<Request> {
    let fetched = || prop_oneof![text().prop_map(Ok), any::<u16>().prop_map(|status| Err(status.into()))];
    let prefill =
        proptest::option::of((text(), text()).prop_map(|(system, sheet)| Prefill { system, sheet }));
    let day = (2020_i32..2040, 1_u32..13, 1_u32..29).prop_map(|(y, m, d)| Date::from_ymd(y, m, d).unwrap());
    prop_oneof![
        (fetched(), fetched(), prefill).prop_map(|(site, pack, prefill)| Request::Load(Source {
            site,
            pack,
            prefill
        })),
        Just(Request::GiveSetup),
        (any::<u32>(), day, any::<u32>(), language(), job()).prop_map(
            |(number, made_on, minute, language, job)| {
                Request::Run(JobRequest { number, made_on, minute, language, job })
            }
        ),
    ]
    .boxed()
}

fn finding() -> BoxedStrategy<Finding> {
    let entry = proptest::option::of(("[a-z_]{1,9}", 0_usize..90));
    let texts = (text(), text(), text(), text(), text());
    let piece = proptest::option::of((0_usize..900, 0_usize..900));
    ("[a-z_]{1,9}", entry, any::<bool>(), texts, 1_usize..9, piece)
        .prop_map(|(fact, entry, noted, (label, says, before, found, after), times, piece)| Finding {
            fact,
            entry,
            noted,
            label,
            says,
            before,
            found,
            after,
            times,
            piece: piece.map(|(from, to)| from..to),
        })
        .boxed()
}

fn reply() -> BoxedStrategy<Reply> {
    let review = (proptest::collection::vec(finding(), 0..4), text());
    prop_oneof![
        (text(), text()).prop_map(|(name, media_type)| Reply::File { name, media_type }),
        text().prop_map(Reply::Panel),
        (review, text(), text(), text()).prop_map(|((findings, lead), waiting, ready, referrals)| {
            Reply::Review(ReviewFindings {
                findings,
                lead,
                entries: vec![waiting.clone(), ready.clone()],
                documents: [waiting, ready],
                referrals: vec![referrals],
            })
        }),
        words().prop_map(Reply::NotOpened),
        text().prop_map(Reply::EditSummary),
        words().prop_map(Reply::Refused),
    ]
    .boxed()
}

fn event() -> BoxedStrategy<WorkerEvent> {
    prop_oneof![
        Just(WorkerEvent::Ready),
        (text(), text()).prop_map(|(en, cy)| WorkerEvent::NotLoaded { en, cy }),
        any::<u32>().prop_map(|number| WorkerEvent::Started { number }),
        (any::<u32>(), 1_u32..=100).prop_map(|(number, percent)| WorkerEvent::Progress { number, percent }),
        (any::<u32>(), reply()).prop_map(|(number, reply)| WorkerEvent::Finished { number, reply }),
        Just(WorkerEvent::Spent),
    ]
    .boxed()
}

fn head(head: &str) -> Json {
    serde_json::from_str::<Value>(head).unwrap().into()
}

/// An event as it arrives.
fn sent(event: &WorkerEvent) -> Result<WorkerEvent, Stale> {
    WorkerEvent::read(head(&event.head()), || event.body().unwrap_or_default())
}

/// Packs have no equality: two events are the same if they are written the same.
fn written(event: &WorkerEvent) -> (String, Option<Vec<u8>>) {
    (event.head(), event.body())
}

/// The head with one field changed, or left out.
fn changed(head: &str, field: &str, value: Value) -> String {
    let mut head: Value = serde_json::from_str(head).unwrap();
    let fields = head.as_object_mut().unwrap();
    assert!(fields.contains_key(field), "{fields:?}");
    if value.is_null() {
        fields.remove(field);
    } else {
        fields.insert(field.to_owned(), value);
    }
    head.to_string()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_request_arrives_as_it_was_made(request in request()) {
        let again = Request::read(&request.clone().write());
        prop_assert_eq!(again, Ok(request));
    }

    #[test]
    fn an_event_arrives_as_it_was_told(event in event()) {
        prop_assert_eq!(written(&sent(&event).unwrap()), written(&event));
    }

    /// Also where one field of it is missing, or is of another kind.
    #[test]
    fn a_message_that_is_none_is_refused_and_stops_nobody(request in request(), event in event(), at in any::<u16>()) {
        for head in [request.write(), event.head()] {
            let fields: Value = serde_json::from_str(&head).unwrap();
            let names: Vec<&String> = fields.as_object().unwrap().keys().collect();
            let name = names[usize::from(at) % names.len()];
            for value in [Value::Null, json!([[]])] {
                // A field that may be left out is read as if it was; and a body stays unread where the head is wrong.
                let broken = changed(&head, name, value);
                let _ = Request::read(&broken);
                let _ = WorkerEvent::read(self::head(&broken), Vec::new);
            }
        }
    }

    #[test]
    fn a_message_of_another_build_or_version_is_stale(request in request(), event in event(), build in "[0-9a-f]{16}") {
        prop_assume!(build != BUILD);
        let request = request.write();
        for (field, value) in [
            ("build", json!(build)),
            ("build", Value::Null),
            ("version", json!(VERSION + 1)),
            ("version", json!(VERSION.to_string())),
            ("version", Value::Null),
        ] {
            prop_assert_eq!(Request::read(&changed(&request, field, value.clone())), Err(Stale));
            let read = WorkerEvent::read(head(&changed(&event.head(), field, value)), || panic!("read the body"));
            prop_assert_eq!(read.err(), Some(Stale));
        }
    }

    #[test]
    fn what_the_exporter_is_asked_arrives(number in any::<u32>()) {
        let request = WriteRequest { number };
        prop_assert_eq!(WriteRequest::read(&request.write()), Ok(request));
        let other = changed(&request.write(), "build", json!("0"));
        prop_assert_eq!(WriteRequest::read(&other), Err(Stale));
        // Each takes its own alone.
        prop_assert_eq!(Request::read(&request.write()), Err(Stale));
        prop_assert_eq!(WriteRequest::read(&Request::GiveSetup.write()), Err(Stale));
    }
}

/// What a build before this protocol says, and what no program says.
#[test]
fn what_is_no_message_is_stale() {
    for text in ["", "ready", "[]", "[\"ready\",\"0\"]", "{}", "7", "null", "{\"format\":\"job/1\"}"] {
        assert_eq!(Request::read(text), Err(Stale), "{text}");
        assert_eq!(WriteRequest::read(text), Err(Stale), "{text}");
    }
    for json in [Json::Null, Json::Whole(1), Json::from("ready"), Json::Array(vec!["ready".into()])] {
        assert!(WorkerEvent::read(json, || panic!("read the body")).is_err());
    }
}

/// The values that have bodies of their own: the criteria of a copy, a draft, and a form.
#[test]
fn values_in_bodies_arrive_as_they_were() {
    let pack = packs::named("min16").clone();
    let answers = Answers::none(Date::parse("2026-11-21").unwrap());
    let setup = Setup {
        site: Site::default(),
        pack: pack.clone(),
        answers: Some(answers.clone()),
        notice: Some("{}".to_owned()),
    };
    let draft = Draft::of_answers(&pack, answers.clone(), Some("K7Q2-M9XD".to_owned()));
    let finished = |reply| WorkerEvent::Finished { number: 7, reply };
    for event in [
        WorkerEvent::Loaded(Box::new(setup)),
        finished(Reply::Draft(Box::new(draft))),
        finished(Reply::EditForm(Box::new((pack, answers)))),
    ] {
        assert_eq!(written(&sent(&event).unwrap()), written(&event));
    }
}

/// A page hands a file on without reading it.
#[test]
fn the_body_of_a_file_is_not_read() {
    let reply = Reply::File { name: "a.pdf".to_owned(), media_type: "application/pdf".to_owned() };
    let event = WorkerEvent::Finished { number: 1, reply };
    assert_eq!(event.body(), None);
    let read = WorkerEvent::read(head(&event.head()), || panic!("read the file"));
    assert!(matches!(read, Ok(WorkerEvent::Finished { number: 1, reply: Reply::File { .. } })));
}
