//! The list of a group's entries, each with change and remove; and adding one.

use crate::interview::{Field, item_name};
use crate::pack::{Group, Kind, Question};
use crate::ui::components::button::{SECONDARY, button, go_change};
use crate::ui::components::field_view::{FieldView, part_label};
use crate::ui::components::tick_box::{none_box, not_known_box};
use crate::ui::element::{El, el, said, several};
use crate::ui::session::{Change, Page, Session};
use crate::ui::words;
use crate::words::Language;

/// Adds the list to a form.
pub(crate) fn entries(
    inside: El,
    session: Session,
    question: &'static Question,
    group: &'static Group,
    (section, page): (usize, usize),
    language: Language,
) -> El {
    let count = move || session.state().visit.form.items(question.id.as_str()).count();
    // No entry changes while this page is shown, but one may come or go.
    let cards = el("div", "ds-cards").redrawn(count, move || {
        let state = session.state();
        several().children(state.visit.form.items(question.id.as_str()).map(|item| {
            let record = state.visit.form.item_answers(&question.id, group, item.key).facts;
            let name = item_name(group, item.number, &record, language);
            let change = Page::Item(section, page, item.key);
            let remove = Page::Remove(section, page, item.key);
            let actions = el("div", "ds-card__actions")
                .child(go_change(session, change, words::CHANGE, language, &name))
                .child(go_change(session, remove, words::REMOVE, language, &name));
            el("section", "ds-card").child(said("h2", "ds-card__title", &name)).child(actions)
        }))
    });
    let add = move |_: &_| {
        let key = session.state().visit.form.next_key();
        session.apply(Change::EntryAdded(question.id.clone()));
        session.apply(Change::NavigatedToCorrect(Page::Item(section, page, key)));
    };
    let field = FieldView {
        session,
        language,
        question,
        field: Field::of(&question.id),
        heads: false,
        wanted: false,
    };
    let add = button("", SECONDARY, add)
        .id(&field.id())
        .text_live(move || if count() == 0 { words::ADD_FIRST } else { words::ADD }.say(language).to_owned())
        .text(": ")
        .text(group.item.say(language))
        .attr_live("hidden", move || {
            (!session.state().visit.form.has_room(question.id.as_str())).then(String::new)
        });
    let most = Kind::ENTRIES_MAX.to_string();
    let full = said("p", "govuk-body", words::NO_MORE.fill(&[&most]).say(language))
        .attr_live("hidden", move || {
            session.state().visit.form.has_room(question.id.as_str()).then(String::new)
        });
    let instead = el("div", "")
        .attr_live("hidden", move || (count() > 0).then(String::new))
        .child(none_box(&field))
        .children(not_known_box(&field));
    let ask = said("p", "govuk-body", question.ask.say(language));
    // Nothing of a pack is of a part of a referral.
    let ask = if session.is_editing() { ask } else { part_label(ask, question.part, language) };
    inside
        .child(ask)
        .child(field.notes())
        .child(cards)
        .child(el("p", "").child(add))
        .child(full)
        .child(instead)
}
