//! The document: making elements, changing them and listening to them.
//!
//! Bound by hand: exactly what the page uses, and nothing that can fail on a node of the page's own.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// A node of the document: an element, a text, a comment or a fragment.
    #[derive(Clone, PartialEq)]
    pub(crate) type Node;

    #[wasm_bindgen(js_namespace = document, js_name = createElement)]
    pub(crate) fn create_element(tag: &str) -> Node;
    #[wasm_bindgen(js_namespace = document, js_name = createTextNode)]
    pub(crate) fn create_text(text: &str) -> Node;
    #[wasm_bindgen(js_namespace = document, js_name = createComment)]
    pub(crate) fn create_comment(text: &str) -> Node;
    #[wasm_bindgen(js_namespace = document, js_name = createDocumentFragment)]
    pub(crate) fn create_fragment() -> Node;

    /// The first element that matches.
    #[wasm_bindgen(js_namespace = document, js_name = querySelector)]
    pub(crate) fn first(selector: &str) -> Option<Node>;
    #[wasm_bindgen(js_namespace = document, js_name = getElementById)]
    pub(crate) fn by_id(id: &str) -> Option<Node>;

    #[wasm_bindgen(method, js_name = getAttribute)]
    pub(crate) fn attribute(this: &Node, name: &str) -> Option<String>;
    #[wasm_bindgen(method, js_name = setAttribute)]
    pub(crate) fn set_attribute(this: &Node, name: &str, value: &str);
    #[wasm_bindgen(method, js_name = removeAttribute)]
    pub(crate) fn remove_attribute(this: &Node, name: &str);
    #[wasm_bindgen(method)]
    pub(crate) fn append(this: &Node, child: &Node);
    #[wasm_bindgen(method)]
    pub(crate) fn before(this: &Node, sibling: &Node);
    #[wasm_bindgen(method)]
    pub(crate) fn remove(this: &Node);
    #[wasm_bindgen(method, getter, js_name = nextSibling)]
    pub(crate) fn next_sibling(this: &Node) -> Option<Node>;
    #[wasm_bindgen(method, setter, js_name = textContent)]
    pub(crate) fn set_text(this: &Node, text: &str);
    #[wasm_bindgen(method, setter, js_name = innerHTML)]
    pub(crate) fn set_html(this: &Node, html: &str);
    #[wasm_bindgen(method, getter)]
    pub(crate) fn value(this: &Node) -> String;
    #[wasm_bindgen(method, setter)]
    pub(crate) fn set_value(this: &Node, value: &str);
    #[wasm_bindgen(method, getter)]
    pub(crate) fn checked(this: &Node) -> bool;
    #[wasm_bindgen(method, setter)]
    pub(crate) fn set_checked(this: &Node, checked: bool);
    #[wasm_bindgen(method, js_name = addEventListener)]
    pub(crate) fn listen(this: &Node, event: &str, listener: &JsValue);

    /// Something that happened, of any kind. What a kind does not have reads as nothing.
    pub(crate) type Event;

    #[wasm_bindgen(method, getter)]
    pub(crate) fn target(this: &Event) -> Node;
    #[wasm_bindgen(method, js_name = preventDefault)]
    pub(crate) fn prevent_default(this: &Event);
    /// None when the browser filled a field by itself.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn key(this: &Event) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = shiftKey)]
    pub(crate) fn shift_key(this: &Event) -> bool;
    #[wasm_bindgen(method, getter, js_name = ctrlKey)]
    pub(crate) fn ctrl_key(this: &Event) -> bool;
    #[wasm_bindgen(method, getter, js_name = altKey)]
    pub(crate) fn alt_key(this: &Event) -> bool;
    #[wasm_bindgen(method, getter, js_name = metaKey)]
    pub(crate) fn meta_key(this: &Event) -> bool;
    /// Of `popstate`: what the entry of the history holds.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn state(this: &Event) -> JsValue;
    /// Of `message`: what was sent.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn data(this: &Event) -> JsValue;
    /// Of `pageshow`: the page comes back as it was left.
    #[wasm_bindgen(method, getter)]
    pub(crate) fn persisted(this: &Event) -> bool;
    /// Of `beforeunload`: asks whether to leave.
    #[wasm_bindgen(method, setter, js_name = returnValue)]
    pub(crate) fn set_return_value(this: &Event, value: &str);

    #[wasm_bindgen(js_name = addEventListener)]
    fn listen_to_window(event: &str, listener: &JsValue);
    #[wasm_bindgen(js_name = requestAnimationFrame)]
    fn request_animation_frame(listener: &JsValue);
}

/// What JavaScript may call. One type for every purpose, so that the code for it exists once.
pub(crate) type Listener = Closure<dyn FnMut(JsValue)>;

/// A listener that lives until it is dropped.
pub(crate) fn listener(act: Box<dyn FnMut(JsValue)>) -> Listener {
    Closure::wrap(act)
}

/// Listens to the window for as long as the page lives.
pub(crate) fn on_window(event: &str, act: impl Fn(&Event) + 'static) {
    let listener = listener(Box::new(move |event| act(event.unchecked_ref())));
    listen_to_window(event, &listener.into_js_value());
}

/// Acts once, just before the browser paints.
pub(crate) fn before_paint(act: impl Fn() + 'static) {
    request_animation_frame(&listener(Box::new(move |_| act())).into_js_value());
}
