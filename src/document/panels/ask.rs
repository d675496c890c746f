//! Ask and return: the questions that others can be asked, as messages to copy; and what came back, with its question, what it would
//! change, and whether it can be taken.

use super::DraftCase;
use super::html::{Html, PRIMARY, SECONDARY};
use crate::ask::{
    Refusal, Returned, Slip, Standing, clean_called_back, message, open_questions, read_replies, returned,
};
use drive_screening_core::answers::{Answer, CodeKey};
use drive_screening_core::base::date::Date;
use drive_screening_core::base::json::Json;
use drive_screening_core::base::problem::Problem;
use drive_screening_core::base::words::{Language, Phrase};
use drive_screening_core::interview::{Draft, Interview, say};
use drive_screening_core::pack::Pack;
use drive_screening_core::screening::{RaisedFlag, Relaxes, acts};
use drive_screening_core::state::{Act, Page, row_id};

/// What is done about what came back, by its name: nothing is another paste of it.
pub const CALLED_BACK: &str = "called-back";
/// The answer of the reply at a place of what came back is taken.
pub const TAKE: &str = "take/";

/// What the panel is drawn from, beside the form as it was typed.
#[derive(Clone, Copy, Debug)]
pub struct AskPanel<'a> {
    /// The criteria.
    pub pack: &'a Pack,
    /// What the person did about what came back: a name, blank or one of this file, and what was typed for it, in turn.
    pub typed: &'a [String],
    /// Today.
    pub today: Date,
    /// The language.
    pub language: Language,
}

/// What comes of it.
#[derive(Clone, Debug)]
pub enum AskAnswer {
    /// The panel, as HTML for the page: safe for `innerHTML`, headings from the second level.
    Panel(String),
    /// What is to be filled in, as an answer was taken.
    Taken(Box<Draft>),
}

impl AskPanel<'_> {
    /// What comes of a form, which comes as a draft of today.
    ///
    /// # Errors
    /// What is wrong with the draft.
    pub fn answer(self, draft: Json) -> Result<AskAnswer, Vec<Problem>> {
        let case = DraftCase::read(self.pack, draft, self.today)?;
        let key = CodeKey::of(&case.reference);
        Ok(case.interview(self.pack, |interview| match self.taken(interview, &key) {
            Some(draft) => AskAnswer::Taken(Box::new(draft)),
            None => AskAnswer::Panel(self.html(interview, &key)),
        }))
    }

    fn html(&self, interview: Interview<'_>, key: &CodeKey) -> String {
        let mut html = Html::new(self.language);
        html.paragraph(words::TEXT);
        html.paragraph(words::NEVER);
        self.questions(&mut html, interview, key);
        self.paste(&mut html);
        self.came_back(&mut html, interview, key);
        html.out
    }

    /// What is to be filled in where an answer was to be taken last, and may be.
    fn taken(&self, interview: Interview<'_>, key: &CodeKey) -> Option<Draft> {
        let [.., name, _] = self.typed else { return None };
        let at: usize = name.strip_prefix(TAKE)?.parse().ok()?;
        let line = read_replies(self.pasted()).ok()?.into_iter().nth(at)?;
        let returned = returned(interview, key, line, self.today).ok()?;
        returned.taken(self.called_back().unwrap_or_default(), self.today, self.language)
    }

    /// What was typed last for something.
    fn typed_for(&self, wanted: &str) -> Option<&str> {
        let (pairs, _) = self.typed.as_chunks::<2>();
        pairs.iter().rev().find(|[name, _]| name == wanted).map(|[_, text]| text.as_str())
    }

    /// What came back, as it was pasted.
    fn pasted(&self) -> &str {
        self.typed_for("").unwrap_or_default()
    }

    /// Whom the person called back, if they said so.
    fn called_back(&self) -> Option<&str> {
        self.typed_for(CALLED_BACK)
    }

    /// The questions, by who could tell.
    fn questions(&self, html: &mut Html, interview: Interview<'_>, key: &CodeKey) {
        let open = open_questions(interview, key);
        html.heading(words::OPEN_TITLE);
        html.paragraph(if open.is_empty() { words::OPEN_NONE } else { words::OPEN_TEXT });
        let mut asked: Vec<&str> = Vec::new();
        for first in &open {
            let who = first.who.say(self.language);
            if asked.contains(&who) {
                continue;
            }
            asked.push(who);
            let theirs: Vec<Slip<'_>> =
                open.iter().filter(|slip| slip.who.say(self.language) == who).cloned().collect();
            self.questions_for(html, &theirs);
        }
    }

    /// The questions for one who could tell: all in one message, and each by itself.
    fn questions_for(&self, html: &mut Html, slips: &[Slip<'_>]) {
        let Some(first) = slips.first() else { return };
        html.element("<h3 class=\"govuk-heading-s\">", first.who.say(self.language), "</h3>");
        if slips.iter().any(Slip::is_restricted) {
            html.element("<p class=\"govuk-inset-text\">", words::RESTRICTED.say(self.language), "</p>");
        }
        if slips.len() > 1 {
            let all = words::ALL_IN_ONE.fill(&[&slips.len().to_string()]);
            let id = ["all-", first.question.id.as_str()].concat();
            self.message(html, &id, all.say(self.language), slips);
        }
        for slip in slips {
            let id = row_id(slip.question.id.as_str());
            self.message(html, &id, slip.question.label.say(self.language), std::slice::from_ref(slip));
        }
    }

    /// A message, folded away, in a field that can be copied from by keys alone.
    fn message(&self, html: &mut Html, id: &str, title: &str, slips: &[Slip<'_>]) {
        let text = message(slips, self.today, self.language);
        html.folded(title, |html| {
            html.copy_field(id, words::COPY, "16", &text);
        });
    }

    /// Where what came back is pasted.
    fn paste(&self, html: &mut Html) {
        html.heading(words::PASTE_TITLE);
        let pasted = self.pasted();
        let act = Act::Reply(String::new());
        // Cut before it is shown again: whatever was pasted, the page goes on.
        let shown: String = pasted.chars().take(2 * crate::ask::MOST_CHARACTERS).collect();
        html.form(&act, words::PASTE_LABEL, words::PASTE_HINT, &shown, words::PASTE_READ, None);
    }

    /// What came back, one after another.
    fn came_back(&self, html: &mut Html, interview: Interview<'_>, key: &CodeKey) {
        if self.typed.is_empty() {
            return;
        }
        html.raw(&["<div class=\"ds-beside\">"]);
        html.heading(words::CAME_BACK);
        match read_replies(self.pasted()) {
            Err(refusal) => refused(html, refusal),
            Ok(replies) => {
                html.raw(&["<div class=\"ds-cards\">"]);
                let mut calls = false;
                for (at, line) in replies.into_iter().enumerate() {
                    html.raw(&["<section class=\"ds-card\">"]);
                    match returned(interview, key, line, self.today) {
                        Err(refusal) => refused(html, refusal),
                        Ok(returned) => {
                            calls |= returned.standing == Standing::CallBack;
                            self.reply(html, interview, &returned, at);
                        }
                    }
                    html.raw(&["</section>"]);
                }
                html.raw(&["</div>"]);
                if calls {
                    self.call_back(html);
                }
            }
        }
        if interview.can_see_result() {
            html.button(&Act::Go(Page::Result), words::SEE_RESULT.say(self.language), SECONDARY);
        }
        html.raw(&["</div>"]);
    }

    /// A reply with its question, beside the answer that is there, and what can be done with it.
    fn reply(&self, html: &mut Html, interview: Interview<'_>, returned: &Returned<'_>, at: usize) {
        let Returned { slip, line, answer, .. } = returned;
        let (question, language) = (slip.question, self.language);
        html.element("<h3 class=\"ds-card__title\">", question.label.say(language), " ");
        html.part_of(question);
        html.raw(&["</h3><dl class=\"govuk-summary-list\">"]);
        let now = interview.answers.get(question.id.as_str());
        let not_answered = words::NOT_ANSWERED.say(language).to_owned();
        let now = now.map_or(not_answered, |answer: &Answer| say(question, answer, language));
        for (label, text) in [
            (words::QUESTION, question.ask.say(language).to_owned()),
            (words::ANSWER, say(question, answer, language)),
            (words::ANSWER_NOW, now),
            (words::FROM, line.from.label().say(language).to_owned()),
            (words::ON, line.on.in_words(language)),
        ] {
            html.element(
                "<div class=\"govuk-summary-list__row\"><dt class=\"govuk-summary-list__key\">",
                label.say(language),
                "</dt><dd class=\"govuk-summary-list__value\">",
            );
            html.element("", &text, "</dd></div>");
        }
        html.raw(&["</dl>"]);
        if returned.standing == Standing::Same {
            html.paragraph(words::SAME);
            return;
        }
        self.raised(html, interview, returned);
        self.relaxes(html, interview, returned);
        let to_what = [": ", question.label.say(language)].concat();
        match returned.standing {
            Standing::Same => {}
            Standing::CallBack if !returned.may_be_taken(self.called_back().unwrap_or_default()) => {
                html.paragraph(words::CALL_FIRST);
            }
            Standing::Free | Standing::CallBack => {
                html.button_to(
                    &Act::Reply([TAKE, &at.to_string()].concat()),
                    words::TAKE.say(language),
                    PRIMARY,
                    &to_what,
                );
            }
        }
    }

    /// What the answer would have stand beside the result, and what that asks to be done.
    fn raised(&self, html: &mut Html, interview: Interview<'_>, returned: &Returned<'_>) {
        let is_new = |flag: &&RaisedFlag| !interview.outcome.flags.contains(flag);
        let new: Vec<&RaisedFlag> = returned.outcome.flags.iter().filter(is_new).collect();
        let acts = acts(interview.pack, &new);
        if acts.is_empty() {
            return;
        }
        html.paragraph(words::RAISES);
        let class = if acts.iter().any(|act| act.flag.urgent) {
            "ds-actions ds-actions--urgent"
        } else {
            "ds-actions"
        };
        html.raw(&["<ul class=\"", class, "\">"]);
        for act in acts {
            html.element("<li><span class=\"ds-actions__verb\">", act.act.say(self.language), "</span>. ");
            html.text(&act.why(self.language));
            html.raw(&[".</li>"]);
        }
        html.raw(&["</ul>"]);
    }

    /// What the answer would relax.
    fn relaxes(&self, html: &mut Html, interview: Interview<'_>, returned: &Returned<'_>) {
        let (relaxed, language) = (&returned.relaxed, self.language);
        if relaxed.is_nothing() {
            html.paragraph(words::ADDS);
            return;
        }
        html.paragraph(words::RELAXES);
        html.raw(&["<ul class=\"govuk-list govuk-list--bullet\">"]);
        for way in &relaxed.by {
            let words = match way {
                Relaxes::MayNotMeet => words::MAY_NOT_MEET,
                Relaxes::RulesOut => words::RULES_OUT,
                Relaxes::Replaces => words::REPLACES,
                Relaxes::CannotTell => words::CANNOT_TELL,
            };
            html.element("<li>", words.say(language), "</li>");
        }
        for flag in &relaxed.fallen {
            let text = interview.pack.flags.get(flag.flag).map_or("", |flag| flag.text.say(language));
            html.element("<li>", words::FALLS.fill(&[text]).say(language), "</li>");
        }
        html.raw(&["</ul>"]);
    }

    /// Where the person says whom they called back, or what they said.
    fn call_back(&self, html: &mut Html) {
        html.element("<h3 class=\"govuk-heading-s\">", words::CALL_TITLE.say(self.language), "</h3>");
        let said = self.called_back().map(clean_called_back);
        let lacks = said.as_ref().filter(|said| said.is_empty()).map(|_| words::CALL_MISSING);
        html.paragraph(words::CALL_TEXT);
        let said = said.unwrap_or_default();
        html.form(
            &Act::Reply(CALLED_BACK.to_owned()),
            words::CALL_LABEL,
            words::CALL_HINT,
            &said,
            words::CALLED,
            lacks,
        );
    }
}

/// Why something is not taken.
fn refused(html: &mut Html, refusal: Refusal) {
    html.element("<p class=\"govuk-inset-text\">", refusal.words().say(html.language), "</p>");
}

mod words {
    use super::Phrase;

    pub(super) const TEXT: Phrase = Phrase::of(
        "Copy a message, and send it to whoever could tell. Use a way that your agency allows for case work. It names nobody and holds none of your answers. Say on the phone which case it is about.",
        "Copïwch neges, a'i hanfon at bwy bynnag a allai ddweud. Defnyddiwch ffordd y mae eich asiantaeth yn ei chaniatáu ar gyfer gwaith achos. Nid yw'n enwi neb ac nid yw'n dal yr un o'ch atebion. Dywedwch ar y ffôn am ba achos y mae'n sôn.",
    );
    pub(super) const NEVER: Phrase = Phrase::of(
        "Do not ask this way if someone is in danger now. Call 999.",
        "Peidiwch â gofyn fel hyn os oes rhywun mewn perygl nawr. Ffoniwch 999.",
    );
    pub(super) const OPEN_TITLE: Phrase = Phrase::of("Questions to ask", "Cwestiynau i'w gofyn");
    pub(super) const OPEN_NONE: Phrase = Phrase::of(
        "No open question can be asked this way.",
        "Ni ellir gofyn yr un cwestiwn agored fel hyn.",
    );
    pub(super) const OPEN_TEXT: Phrase = Phrase::of(
        "For the other language, change the language of this page first.",
        "I gael yr iaith arall, newidiwch iaith y dudalen hon yn gyntaf.",
    );
    pub(super) const RESTRICTED: Phrase = Phrase::of(
        "Part B holds some of these answers. Send those questions only to someone who may read Part B.",
        "Mae Rhan B yn dal rhai o'r atebion hyn. Anfonwch y cwestiynau hynny at rywun a gaiff ddarllen Rhan B yn unig.",
    );
    pub(super) const ALL_IN_ONE: Phrase =
        Phrase::of("All {0} questions in one message", "Pob cwestiwn mewn un neges ({0})");
    pub(super) const COPY: Phrase = Phrase::of(
        "Message to copy: Ctrl and A selects it, Ctrl and C copies it",
        "Neges i'w chopïo: mae Ctrl ac A yn ei dewis, a Ctrl ac C yn ei chopïo",
    );
    pub(super) const PASTE_TITLE: Phrase = Phrase::of("When a reply comes back", "Pan ddaw ymateb yn ôl");
    pub(super) const PASTE_LABEL: Phrase = Phrase::of("Paste the reply", "Gludwch yr ymateb");
    pub(super) const PASTE_HINT: Phrase = Phrase::of(
        "One line or more, with no words around it. You see it before it counts.",
        "Un llinell neu fwy, heb eiriau o'i chwmpas. Byddwch yn ei gweld cyn iddi gyfrif.",
    );
    pub(super) const PASTE_READ: Phrase = Phrase::of("Read the reply", "Darllen yr ymateb");
    pub(super) const CAME_BACK: Phrase = Phrase::of("What came back", "Yr hyn a ddaeth yn ôl");
    pub(super) const QUESTION: Phrase = Phrase::of("Question", "Cwestiwn");
    pub(super) const ANSWER: Phrase = Phrase::of("Answer that came back", "Yr ateb a ddaeth yn ôl");
    pub(super) const ANSWER_NOW: Phrase = Phrase::of("Your answer now", "Eich ateb nawr");
    pub(super) const NOT_ANSWERED: Phrase = Phrase::of("Not answered", "Heb ei ateb");
    pub(super) const FROM: Phrase = Phrase::of("Where it comes from", "O ble y daw");
    pub(super) const ON: Phrase = Phrase::of("Of which day", "O ba ddiwrnod");
    pub(super) const SAME: Phrase = Phrase::of("This is your answer now.", "Dyma eich ateb nawr.");
    pub(super) const RAISES: Phrase =
        Phrase::of("If you take it, act on this:", "Os cymerwch ef, gweithredwch ar hyn:");
    pub(super) const ADDS: Phrase = Phrase::of(
        "This answer makes nothing less safe, so you can take it as it is.",
        "Nid yw'r ateb hwn yn gwneud dim yn llai diogel, felly gallwch ei gymryd fel y mae.",
    );
    pub(super) const RELAXES: Phrase = Phrase::of(
        "Anyone could have written this line. If it is wrong, it could make someone less safe:",
        "Gallai unrhyw un fod wedi ysgrifennu'r llinell hon. Os yw'n anghywir, gallai wneud rhywun yn llai diogel:",
    );
    pub(super) const MAY_NOT_MEET: Phrase = Phrase::of(
        "the case could then not meet the criteria",
        "gallai'r achos wedyn beidio â bodloni'r meini prawf",
    );
    pub(super) const RULES_OUT: Phrase = Phrase::of(
        "it says that a danger which this question asks about is not there",
        "mae'n dweud nad yw perygl y mae'r cwestiwn hwn yn holi amdano yno",
    );
    pub(super) const REPLACES: Phrase = Phrase::of(
        "it would take the place of the answer that you have",
        "byddai'n cymryd lle'r ateb sydd gennych",
    );
    pub(super) const CANNOT_TELL: Phrase = Phrase::of(
        "the panel and its staff may act on it, and this page cannot tell how",
        "gall y panel a'i staff weithredu arno, ac ni all y dudalen hon ddweud sut",
    );
    pub(super) const FALLS: Phrase =
        Phrase::of("this would no longer show: {0}", "ni fyddai hyn yn ymddangos mwyach: {0}");
    pub(super) const CALL_FIRST: Phrase = Phrase::of(
        "Call back before you take it. Say below whom you called.",
        "Ffoniwch yn ôl cyn ei gymryd. Dywedwch isod pwy a ffonioch.",
    );
    pub(super) const TAKE: Phrase = Phrase::of("Take this answer", "Cymryd yr ateb hwn");
    pub(super) const SEE_RESULT: Phrase = Phrase::of("See the result", "Gweld y canlyniad");
    pub(super) const CALL_TITLE: Phrase = Phrase::of("Call back", "Ffonio'n ôl");
    pub(super) const CALL_TEXT: Phrase = Phrase::of(
        "Call whoever you asked. Find the number yourself, not in the reply. Ask if this is what they answered.",
        "Ffoniwch y sawl y gofynnoch iddo. Dewch o hyd i'r rhif eich hun, nid yn yr ymateb. Gofynnwch ai dyma a atebodd.",
    );
    pub(super) const CALL_LABEL: Phrase =
        Phrase::of("Whom you called back today", "Pwy a ffonioch yn ôl heddiw");
    pub(super) const CALL_HINT: Phrase = Phrase::of(
        "Role and agency. It is kept beside the answer, with the day. Nothing that names or locates a victim-survivor.",
        "Rôl ac asiantaeth. Fe'i cedwir wrth ymyl yr ateb, gyda'r diwrnod. Dim byd sy'n enwi neu'n lleoli dioddefwr-goroeswr.",
    );
    pub(super) const CALLED: Phrase =
        Phrase::of("I called back, and this is their answer", "Ffoniais yn ôl, a dyma eu hateb");
    pub(super) const CALL_MISSING: Phrase =
        Phrase::of("Say whom you called back", "Dywedwch pwy a ffonioch yn ôl");
}
