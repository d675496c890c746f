//! A field on screen: its words, what is wrong with it, and the ids that tie these to its controls.
//!
//! The legend or label is bound to the controls; hint and error are joined by `aria-describedby`; nothing is autocompleted,
//! spell-checked or translated by the browser.

use super::details::details;
use crate::interview::{Field, FieldInput, may_be_left_out};
use crate::pack::{Part, Question, Stage};
use crate::ui::element::{El, el, said, several};
use crate::ui::session::{Change, Session};
use crate::ui::words;
use crate::words::Language;

/// A field on screen, and the ids that tie it together.
#[derive(Clone)]
pub(crate) struct FieldView {
    pub(crate) session: Session,
    pub(crate) language: Language,
    pub(crate) question: &'static Question,
    pub(crate) field: Field,
    /// The question is the page's heading.
    pub(crate) heads: bool,
    /// This page wants it, whether or not a referral may leave it out.
    pub(crate) wanted: bool,
}

impl FieldView {
    /// What the field holds.
    pub(crate) fn entry(&self) -> FieldInput {
        self.session.entry(&self.field)
    }

    /// The system that gave its answer, while the person has not confirmed it.
    fn claimed_by(&self) -> Option<String> {
        let state = self.session.state();
        let outside = self.field.item.is_none();
        state.visit.form.claimed_by(self.question.id.as_str()).filter(|_| outside).map(ToOwned::to_owned)
    }

    /// Whether something is wrong with it.
    pub(crate) fn is_wrong(&self) -> bool {
        self.session.error(&self.field).is_some()
    }

    /// Sends what was typed.
    pub(crate) fn put(&self, entry: FieldInput) {
        self.session.apply(Change::Typed(self.field.clone(), entry));
    }

    /// The id of the first control.
    pub(crate) fn id(&self) -> String {
        self.field.control()
    }

    /// The name of every control: the fact, or the id beside an answer, where facts are the same on a whole page.
    pub(crate) fn name(&self) -> String {
        match self.field.evidence_of() {
            Some(_) => self.id(),
            None => self.question.id.as_str().to_owned(),
        }
    }

    /// What stands around the whole question, and marks an error.
    pub(crate) fn group(&self) -> El {
        let field = self.clone();
        el("div", "").attr_live("class", move || {
            let class = if field.is_wrong() {
                "govuk-form-group govuk-form-group--error"
            } else {
                "govuk-form-group"
            };
            Some(class.to_owned())
        })
    }

    /// A set of controls with its legend and notes.
    pub(crate) fn fieldset(&self) -> El {
        let legend = if self.heads {
            let heading = self.title(el("h1", "govuk-fieldset__heading").attr("tabindex", "-1"));
            el("legend", "govuk-fieldset__legend govuk-fieldset__legend--l").child(heading)
        } else {
            self.title(el("legend", "govuk-fieldset__legend govuk-fieldset__legend--m"))
        };
        self.described(el("fieldset", "govuk-fieldset")).child(legend).child(self.notes())
    }

    /// The label of one control, which is the page's heading where the question stands alone.
    pub(crate) fn label(&self) -> El {
        let label = |class| self.title(el("label", class).attr("for", &self.id()));
        if self.heads {
            el("h1", "govuk-label-wrapper").attr("tabindex", "-1").child(label("govuk-label govuk-label--l"))
        } else {
            label("govuk-label govuk-label--m")
        }
    }

    /// Joins to a control what stands beside it: whose answer it is, hint and error.
    pub(crate) fn described(&self, control: El) -> El {
        let field = self.clone();
        control.attr_live("aria-describedby", move || {
            let id = field.id();
            let mut ids = String::new();
            for (there, end) in [
                (field.claimed_by().is_some(), "-claim "),
                (field.question.hint.is_some(), "-hint "),
                (field.is_wrong(), "-error "),
            ] {
                if there {
                    ids.extend([&id, end]);
                }
            }
            (!ids.is_empty()).then(|| ids.trim_end().to_owned())
        })
    }

    /// The hint, why we ask, and the error, in the order they are read.
    pub(crate) fn notes(&self) -> El {
        let language = self.language;
        let id = self.id();
        let hint = self.question.hint.as_ref();
        let hint =
            hint.map(|hint| said("div", "govuk-hint", hint.say(language)).id(&[&id, "-hint"].concat()));
        let why = self.question.why.as_ref();
        let why =
            why.map(|why| details(words::WHY_WE_ASK.say(language), |inside| inside.text(why.say(language))));
        let (wrong, field) = (self.clone(), self.clone());
        let (claimed, system) = (self.clone(), self.clone());
        let claim = el("div", "").shown(
            move || claimed.claimed_by().is_some(),
            move || {
                let claim = words::NOT_CONFIRMED.fill(&[&system.claimed_by().unwrap_or_default()]);
                said("p", "ds-claim", claim.say(system.language)).id(&[&system.id(), "-claim"].concat())
            },
        );
        several().child(claim).children(hint).children(why).redrawn(
            // Refused again, it may be wrong in another way.
            move || {
                if wrong.is_wrong() { wrong.session.state().navigation.refusals } else { 0 }
            },
            move || {
                several().children(field.session.error(&field.field).map(|message| field.error(&message)))
            },
        )
    }

    fn error(&self, message: &str) -> El {
        let error = said("span", "govuk-visually-hidden", words::ERROR.say(self.language)).text(" ");
        el("p", "govuk-error-message").id(&[&self.id(), "-error"].concat()).child(error).text(message)
    }

    /// Adds the question's words, with its part and whether it may be left out.
    fn title(&self, inside: El) -> El {
        let (pack, question, language) = (self.session.pack(), self.question, self.language);
        let inside = inside.text(question.ask.say(language));
        let stage = pack.place(self.question.id.as_str()).map(|place| pack.section(place.page).stage);
        if stage != Some(Stage::Referral) {
            return inside;
        }
        let inside = if may_be_left_out(pack, question) && !self.wanted {
            inside.text(&[" (", words::OPTIONAL.say(language), ")"].concat())
        } else {
            inside
        };
        part_label(inside, question.part, language)
    }
}

/// A field to type in, which the browser neither fills nor corrects nor translates.
pub(crate) fn unaided(control: El) -> El {
    control.attr("autocomplete", "off").attr("spellcheck", "false").attr("translate", "no")
}

/// Adds "Panel", "Restricted" or "Handling" to what goes to that part.
pub(crate) fn part_label(inside: El, part: Part, language: Language) -> El {
    let (words, class) = match part {
        Part::Panel => (words::PART_PANEL, "ds-part ds-part--panel"),
        Part::Restricted => (words::PART_RESTRICTED, "ds-part ds-part--restricted"),
        Part::Handling => (words::PART_HANDLING, "ds-part ds-part--handling"),
    };
    inside.text(" ").child(said("span", class, words.say(language)))
}
