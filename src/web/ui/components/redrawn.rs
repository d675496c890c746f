//! What is drawn afresh.

use leptos::either::Either;
use leptos::prelude::*;

/// Draws what is inside afresh whenever `key` changes, and for no other reason.
///
/// Leptos makes a view of the same shape into the next one in place, which keeps focus, what a person folded open, and
/// the texts that a browser which translates pages has taken away. Of what is drawn here nothing outlives the key.
#[component]
pub(crate) fn Redrawn(
    /// What is inside belongs to one value of this.
    #[prop(into)]
    key: Signal<usize>,
    children: ChildrenFn,
) -> impl IntoView {
    let turn = Memo::new(move |before: Option<&(usize, bool)>| {
        let key = key.get();
        match before {
            Some(before) if before.0 == key => *before,
            before => (key, before.is_some_and(|before| !before.1)),
        }
    });
    move || {
        let (_, odd) = turn.get();
        let view = untrack(|| children());
        // From one branch to the other everything is made anew.
        if odd { Either::Left(view) } else { Either::Right(view) }
    }
}

/// Draws what is inside while `when` holds, as Leptos' `Show` does, which makes code anew for each condition.
#[component]
pub(crate) fn Shown(
    /// Whether it is there.
    #[prop(into)]
    when: Signal<bool>,
    children: ChildrenFn,
) -> impl IntoView {
    view! { <Redrawn key=move || usize::from(when.get())>{when.get().then(|| children())}</Redrawn> }
}
