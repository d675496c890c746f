//! Answering a question that somebody sent: the form that comes of their message, and the line that comes of the form. The message
//! names nobody, and neither does the line: see `drive_screening_document::ask`.

use drive_screening_core::answers::{Answer, AnswerSheet, Answers, Value, mark};
use drive_screening_core::base::date::Date;
use drive_screening_core::base::json::Json;
use drive_screening_core::base::problem::Problem;
use drive_screening_core::base::words::{Language, Localized, Phrase};
use drive_screening_core::pack::evidence::plain;
use drive_screening_core::pack::{
    Choice, Expected, FactId, Kind, Need, Origin, Pack, PageId, Question, QuestionPage, Section, SectionId,
    Speed, Stage,
};
use drive_screening_document::ask::{Asked, MOST_REPLIES, OLDEST_DAYS, ReplyLine, asked_in};
use serde_json::json;

/// Most characters of a message that is read.
const MOST_CHARACTERS: usize = 50_000;

/// The questions of the form's own: where the answers come from, and of which day.
const FROM: &str = "reply_from";
const ON: &str = "reply_on";

/// The form in which the questions of a message are answered, and what it begins with.
///
/// # Errors
/// `reply-no-question` if the message has none of this pack.
pub fn reply_form(pack: &Pack, message: &str, today: Date) -> Result<(Pack, Answers), Vec<Problem>> {
    let asked = questions(pack, message);
    if asked.is_empty() {
        return Err(vec![no_question()]);
    }
    let form = form(&asked).ok_or_else(|| vec![no_question()])?;
    let mut answers = Answers::none(today);
    if let Some(on) = FactId::parse(ON) {
        answers.facts.insert(on, Answer::Known(Value::Date(today)));
    }
    Ok((form, answers))
}

/// `{"says", "hits", "html"}`, as for changes to a pack: what is still to do, or the line that comes of the form, in a field that
/// can be copied from.
///
/// # Errors
/// What is wrong with the message or the answers.
pub fn reply_json(
    pack: &Pack,
    message: &str,
    sheet: Json,
    today: Date,
    language: Language,
) -> Result<String, Vec<Problem>> {
    let asked = questions(pack, message);
    let form = form(&asked).ok_or_else(|| vec![no_question()])?;
    let answers = AnswerSheet::from_json_tree(sheet)?.read_by(&form, today)?;
    let from = match answers.known(FROM) {
        Some(Value::Choice(name)) => Origin::from_name(name),
        _ => None,
    };
    let on = match answers.known(ON) {
        Some(Value::Date(on)) => Some(*on),
        _ => None,
    };
    let mut lines = Vec::new();
    for Asked { question, code, mark } in &asked {
        if let (Some(answer), Some(from), Some(on)) = (answers.get(question.id.as_str()), from, on) {
            lines.push(ReplyLine::new(code, question, mark, answer, from, on).text());
        }
    }
    let says = match on {
        _ if lines.is_empty() => words::TO_DO,
        Some(on) if on.days_until(today) > OLDEST_DAYS => words::OLD,
        _ => words::READY,
    };
    let mut html = String::new();
    if !lines.is_empty() {
        html = field(&lines.join("\n"), language);
    }
    Ok(json!({ "says": says.say(language), "hits": [], "html": html }).to_string())
}

/// The line, in a field that can be copied from by keys alone. It has no character that HTML minds.
fn field(lines: &str, language: Language) -> String {
    [
        "<label class=\"govuk-label\" for=\"reply-line\">",
        words::COPY.say(language),
        "</label><textarea class=\"govuk-textarea\" id=\"reply-line\" rows=\"4\" readonly autocomplete=\"off\" autocorrect=\"off\" ",
        "spellcheck=\"false\" translate=\"no\" writingsuggestions=\"false\">",
        lines,
        "</textarea>",
    ]
    .concat()
}

fn questions<'a>(pack: &'a Pack, message: &str) -> Vec<Asked<'a>> {
    let start: String = message.chars().take(MOST_CHARACTERS).collect();
    let mut asked = asked_in(pack, &start);
    asked.truncate(MOST_REPLIES);
    asked
}

/// The form: each question by itself, whatever it hangs on, and then where the answers come from.
fn form(asked: &[Asked<'_>]) -> Option<Pack> {
    let mut questions: Vec<Question> = asked.iter().map(|asked| alone(asked.question)).collect();
    let choices = Origin::ALL.into_iter().map(|origin| Choice {
        value: origin.name().to_owned(),
        label: origin.label().text(),
        hint: None,
        excludes: Vec::new(),
        was: Vec::new(),
    });
    questions.push(plain(FactId::parse(FROM)?, Kind::Choice(choices.collect()), words::FROM.text()));
    questions.push(plain(FactId::parse(ON)?, Kind::Date { future: false }, words::ON.text()));
    let page = QuestionPage { id: PageId::parse("reply")?, title: words::TITLE.text(), questions };
    let section = Section {
        id: SectionId::parse("reply")?,
        stage: Stage::Referral,
        title: words::TITLE.text(),
        purpose: Localized::default(),
        not_known_reason: None,
        pages: vec![page],
    };
    // A form of other questions has another name: answers are read by that.
    let name =
        ["reply_", &mark(&asked.iter().map(|asked| asked.mark.as_str()).collect::<String>()).to_lowercase()];
    Pack::form_only(&name.concat(), words::TITLE.text(), Localized::default(), vec![section])
}

/// A question without what it hangs on in its pack, which whoever answers does not have.
fn alone(question: &Question) -> Question {
    let ask = Phrase::of("{0}: {1}", "{0}: {1}").fill_in(&[&question.label, &question.ask]);
    Question {
        hint: question.hint.clone(),
        kind: question.kind.clone(),
        need: Need::Required,
        speed: Speed::Core,
        expected: Expected::default(),
        never_prefilled: false,
        ask,
        ..plain(question.id.clone(), question.kind.clone(), question.label.clone())
    }
}

fn no_question() -> Problem {
    Problem::filled(
        "reply-no-question",
        "",
        Phrase::of(
            "this text asks no question that this copy knows",
            "nid yw'r testun hwn yn gofyn yr un cwestiwn y mae'r copi hwn yn ei adnabod",
        ),
        Phrase::of(
            "paste the whole message, with the line that begins with Code; or answer in words",
            "gludwch y neges gyfan, gyda'r llinell sy'n dechrau gyda Cod; neu atebwch mewn geiriau",
        ),
        &[],
    )
}

mod words {
    use super::Phrase;

    pub(super) const TITLE: Phrase = Phrase::of("Answer a question", "Ateb cwestiwn");
    pub(super) const FROM: Phrase = Phrase::of("Where does your answer come from?", "O ble y daw eich ateb?");
    pub(super) const ON: Phrase = Phrase::of("Of which day is it?", "O ba ddiwrnod y mae?");
    pub(super) const TO_DO: Phrase = Phrase::of(
        "Answer, and say where your answer comes from and of which day it is. Then the reply stands here.",
        "Atebwch, a dywedwch o ble y daw eich ateb ac o ba ddiwrnod y mae. Yna bydd yr ymateb yma.",
    );
    pub(super) const OLD: Phrase = Phrase::of(
        "Your answer is more than 28 days old. It will not be taken: look again.",
        "Mae eich ateb yn fwy na 28 diwrnod oed. Ni chaiff ei gymryd: edrychwch eto.",
    );
    pub(super) const READY: Phrase = Phrase::of(
        "Your reply is ready. Nothing was sent: copy it, and send it back the way the message came.",
        "Mae eich ymateb yn barod. Nid anfonwyd dim: copïwch ef, a'i anfon yn ôl yn yr un ffordd ag y daeth y neges.",
    );
    pub(super) const COPY: Phrase = Phrase::of(
        "Reply to copy: Ctrl and A selects it, Ctrl and C copies it",
        "Ymateb i'w gopïo: mae Ctrl ac A yn ei ddewis, a Ctrl ac C yn ei gopïo",
    );
}
