//! A question to somebody who could tell, and the message that carries it.

use drive_screening_core::answers::{CodeKey, is_code, mark};
use drive_screening_core::base::date::Date;
use drive_screening_core::base::words::{Language, Localized, Phrase};
use drive_screening_core::interview::Interview;
use drive_screening_core::pack::well_known::PERPETRATOR_DATE_OF_BIRTH;
use drive_screening_core::pack::{CriterionIndex, Identifies, Kind, Pack, Part, Question, Speed, Stage};

/// By when an answer is wanted, in days from Monday to Friday: long enough for one agency to look something up, short enough that
/// a referral does not wait for it. What cannot wait is not asked in this way.
pub const WORKING_DAYS: u32 = 2;

/// A question that can be asked of somebody, with its code.
#[derive(Clone, Debug)]
pub struct Slip<'a> {
    /// The question.
    pub question: &'a Question,
    /// Who could tell, in the words of the pack.
    pub who: &'a Localized,
    /// Its code, which is of this case and this question.
    pub code: String,
    /// Letters by which the question is known again where it is answered: another copy may ask something else by this name.
    pub mark: String,
}

impl<'a> Slip<'a> {
    /// The slip of a question, if it can be asked of anybody.
    pub fn new(pack: &'a Pack, question: &'a Question, key: &CodeKey) -> Option<Self> {
        Some(Self {
            question,
            who: asked_of(pack, question)?,
            code: key.code(question.id.as_str()),
            mark: question_mark(question),
        })
    }

    /// Whether only somebody who may read Part B may be asked.
    pub fn is_restricted(&self) -> bool {
        self.question.part == Part::Restricted
    }
}

/// Whether a question can be asked by a message that names nobody, if somebody could tell: see the rules of this module.
pub fn can_be_asked(pack: &Pack, question: &Question) -> bool {
    let names_nobody = |identifies: Option<Identifies>| identifies.is_none_or(|it| it == Identifies::Nobody);
    question.kind.is_closed()
        && names_nobody(question.identifies)
        && names_nobody(question.identifies())
        && question.id.as_str() != PERPETRATOR_DATE_OF_BIRTH
        && question.part != Part::Handling
        && question.offers_not_known()
        && !question.never_prefilled
        && pack.place(question.id.as_str()).is_some_and(|place| place.in_group.is_none())
}

/// Who could tell the answer to a question, if it can be asked at all and the pack says who.
pub fn asked_of<'a>(pack: &'a Pack, question: &'a Question) -> Option<&'a Localized> {
    let place = pack.place(question.id.as_str()).filter(|_| can_be_asked(pack, question))?;
    let of_criterion = || {
        let reads = |id: &CriterionIndex| {
            let criterion = &pack.criteria[*id];
            criterion.used
                && !criterion.judgement
                && criterion.reads(&pack.instruments).contains(&question.id)
        };
        let mut criteria = pack.indexed_criteria().map(|(index, _)| index);
        criteria.find(reads).map(|index| &pack.criteria[index].who)
    };
    let is_screening = pack.section(place.page).stage == Stage::Screening;
    question.who.as_ref().or_else(|| of_criterion().filter(|_| is_screening))
}

/// The questions that are worth asking now, in the order of the pack.
pub fn open_questions<'a>(interview: Interview<'a>, key: &CodeKey) -> Vec<Slip<'a>> {
    let questions = interview.pack.questions().map(|(_, question)| question);
    let open = questions.filter(|question| is_worth_asking(interview, question));
    open.filter_map(|question| Slip::new(interview.pack, question, key)).collect()
}

/// Whether a question is worth asking somebody now: it is not known and can be asked, and it could still settle the result or is of
/// the core of a referral that is being written.
pub fn is_worth_asking(interview: Interview<'_>, question: &Question) -> bool {
    let Interview { pack, answers, outcome, stage, .. } = interview;
    let reads =
        |index: &CriterionIndex| pack.criteria[*index].reads(&pack.instruments).contains(&question.id);
    answers.known(question.id.as_str()).is_none()
        && asked_of(pack, question).is_some()
        && is_asked_now(interview, question)
        && (stage == Stage::Referral && question.speed == Speed::Core || outcome.open.iter().any(reads))
}

/// Whether the person is asked a question now.
pub(super) fn is_asked_now(interview: Interview<'_>, question: &Question) -> bool {
    let place = interview.pack.place(question.id.as_str());
    let is_open = |stage: Stage| stage <= interview.stage;
    place.is_some_and(|place| is_open(interview.pack.section(place.page).stage))
        && interview.is_asked(question)
}

/// The first question that could settle a criterion and can be asked of somebody.
pub fn slip_to_settle(interview: Interview<'_>, criterion: CriterionIndex) -> Option<&Question> {
    let facts = interview.pack.criteria[criterion].reads(&interview.pack.instruments);
    let mut questions = facts.iter().filter_map(|fact| interview.pack.question(fact.as_str()));
    questions.find(|question| is_worth_asking(interview, question))
}

/// What a question is known again by: its name, its words and the answers it takes.
fn question_mark(question: &Question) -> String {
    let mut text = [question.id.as_str(), "\n", question.kind.name(), "\n", &question.ask.en].concat();
    for choice in question.kind.choices() {
        text.extend(["\n", &choice.value]);
    }
    if let Kind::Count(min, max) = question.kind {
        text.extend(["\n", &min.to_string(), "-", &max.to_string()]);
    }
    mark(&text)
}

/// The message that asks these questions, which are of one who could tell: all of it in one language, and nothing of a case.
pub fn message(slips: &[Slip<'_>], made_on: Date, language: Language) -> String {
    let Some(first) = slips.first() else { return String::new() };
    let by = working_days_after(made_on, WORKING_DAYS).in_words(language);
    let mut text = words::FOR.fill(&[first.who.say(language)]).say(language).to_owned();
    let mut paragraph = |line: &str| text.extend(["\n\n", line]);
    paragraph(words::BY.fill(&[&by]).say(language));
    paragraph(words::NAMELESS.say(language));
    if slips.iter().any(Slip::is_restricted) {
        paragraph(words::RESTRICTED.say(language));
    }
    for (index, slip) in slips.iter().enumerate() {
        let number = if slips.len() > 1 { [&(index + 1).to_string(), ". "].concat() } else { String::new() };
        paragraph(&asked(slip, &number, language));
    }
    paragraph(words::HOW.say(language));
    text.push('\n');
    text
}

/// A question, the answers that fit, and its code.
fn asked(slip: &Slip<'_>, number: &str, language: Language) -> String {
    let Slip { question, .. } = slip;
    let mut text = [number, question.label.say(language), ". ", question.ask.say(language)].concat();
    if let Some(hint) = &question.hint {
        text.extend(["\n", hint.say(language)]);
    }
    text.extend(["\n", &fitting(&question.kind, language)]);
    let mut choice = |label: &str| text.extend(["\n- ", label]);
    if matches!(question.kind, Kind::YesNo(_)) {
        choice(question.kind.say_yes_no(true, language));
        choice(question.kind.say_yes_no(false, language));
    }
    for one in question.kind.choices() {
        choice(one.label.say(language));
    }
    if matches!(question.kind, Kind::Set(_)) {
        choice(words::NONE.say(language));
    }
    choice(words::NOT_KNOWN.say(language));
    text.extend([
        "\n",
        words::CODE.say(language),
        " ",
        &slip.code,
        " ",
        question.id.as_str(),
        " ",
        &slip.mark,
    ]);
    text
}

/// What kind of answer fits.
fn fitting(kind: &Kind, language: Language) -> String {
    match kind {
        Kind::Set(_) => words::ANY.say(language).to_owned(),
        Kind::Count(min, max) => {
            words::NUMBER.fill(&[&min.to_string(), &max.to_string()]).say(language).to_owned()
        }
        Kind::Date { .. } => words::DATE.say(language).to_owned(),
        _ => words::ONE.say(language).to_owned(),
    }
}

/// A question that a message asks.
#[derive(Clone, Debug)]
pub struct Asked<'a> {
    /// The question.
    pub question: &'a Question,
    /// Its code.
    pub code: String,
    /// Its letters.
    pub mark: String,
}

/// The questions that a message asks of this pack, each with its code, once each: those of another pack are left out.
pub fn asked_in<'a>(pack: &'a Pack, message: &str) -> Vec<Asked<'a>> {
    let mut found: Vec<Asked<'_>> = Vec::new();
    let words: Vec<&str> = message.split_whitespace().collect();
    for three in words.windows(3) {
        let [code, fact, mark] = *three else { continue };
        let question = pack.question(fact).filter(|question| {
            is_code(code) && asked_of(pack, question).is_some() && question_mark(question) == mark
        });
        if let Some(question) = question
            && found.iter().all(|known| known.question.id != question.id)
        {
            found.push(Asked { question, code: code.to_owned(), mark: mark.to_owned() });
        }
    }
    found
}

/// The day so many days from Monday to Friday later.
pub fn working_days_after(day: Date, count: u32) -> Date {
    let (mut day, mut left) = (day, count);
    while left > 0 {
        let Some(next) = day.plus_days(1) else { return day };
        day = next;
        // 1 January of year 1 was a Monday.
        if Date::EARLIEST.days_until(day) % 7 < 5 {
            left -= 1;
        }
    }
    day
}

mod words {
    use super::Phrase;

    pub(super) const FOR: Phrase = Phrase::of("For: {0}", "I: {0}");
    pub(super) const BY: Phrase =
        Phrase::of("Please answer by {0}.", "Atebwch erbyn {0}, os gwelwch yn dda.");
    pub(super) const NAMELESS: Phrase = Phrase::of(
        "This message names nobody, and your answer should not. If you do not know which case it is about, call whoever sent it. Use a number that you know.",
        "Nid yw'r neges hon yn enwi neb, ac ni ddylai eich ateb chwaith. Os na wyddoch am ba achos y mae'n sôn, ffoniwch y sawl a'i hanfonodd. Defnyddiwch rif yr ydych yn ei adnabod.",
    );
    pub(super) const RESTRICTED: Phrase = Phrase::of(
        "Only for someone who may read Part B, the restricted part of a referral. If that is not you, do not answer. Say so.",
        "Dim ond i rywun a gaiff ddarllen Rhan B, rhan gyfyngedig atgyfeiriad. Os nad chi yw hwnnw, peidiwch ag ateb. Dywedwch hynny.",
    );
    pub(super) const ONE: Phrase = Phrase::of("One of these:", "Un o'r rhain:");
    pub(super) const ANY: Phrase = Phrase::of("All that are true of these:", "Pob un o'r rhain sy'n wir:");
    pub(super) const NUMBER: Phrase =
        Phrase::of("A whole number from {0} to {1}, or:", "Rhif cyfan o {0} i {1}, neu:");
    pub(super) const DATE: Phrase =
        Phrase::of("A day, a month and a year, or:", "Diwrnod, mis a blwyddyn, neu:");
    pub(super) const NONE: Phrase = Phrase::of("None of these", "Dim un o'r rhain");
    pub(super) const NOT_KNOWN: Phrase = Phrase::of("Not known", "Ddim yn hysbys");
    pub(super) const CODE: Phrase = Phrase::of("Code:", "Cod:");
    pub(super) const HOW: Phrase = Phrase::of(
        "To answer in words, give the first part of the code and your answer. Or open criteria.html#reply in any copy of Drive screening, and paste this whole message there. That page sends nothing: it makes a line for you to send back.",
        "I ateb mewn geiriau, rhowch ran gyntaf y cod a'ch ateb. Neu agorwch criteria.html#reply mewn unrhyw gopi o Sgrinio Drive, a gludwch y neges gyfan hon yno. Nid yw'r dudalen honno'n anfon dim: mae'n gwneud llinell i chi ei hanfon yn ôl.",
    );
}
