//! The self-test of a copy, which `self_test.js` does: looking at its files, and trying every way out of the page.

use super::host::Host;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// What `self_test.js` gives.
    #[derive(Clone)]
    type Script;
    /// Calls back when every file was looked at, or did not come in time.
    #[wasm_bindgen(method)]
    fn looked(this: &Script, done: &JsValue);
    /// Tries the ways, or those that need a window; calls back when all had their time.
    #[wasm_bindgen(method)]
    fn run(this: &Script, needs_window: bool, done: &JsValue);
    /// All that is known by now, as JSON.
    #[wasm_bindgen(method)]
    fn found(this: &Script, shut: bool) -> String;
}

/// A self-test that has begun to look at the files.
#[derive(Clone)]
pub(crate) struct SelfTest(Script);

/// That of this copy, where its page is open for one and the script came.
pub(crate) fn of(host: &Host) -> Option<SelfTest> {
    let script = host.self_test();
    script.is_object().then(|| SelfTest(script.unchecked_into()))
}

impl SelfTest {
    /// Acts once every file was looked at.
    pub(crate) fn looked(&self, act: impl FnOnce() + 'static) {
        self.0.looked(&Closure::once_into_js(act));
    }

    /// Tries the ways and then acts. To be called while a press of a button is being heard: otherwise no window opens.
    pub(crate) fn run(&self, needs_window: bool, act: impl FnOnce() + 'static) {
        self.0.run(needs_window, &Closure::once_into_js(act));
    }

    /// All that is known by now, as JSON, with whether the network is shut.
    pub(crate) fn found(&self, shut: bool) -> String {
        self.0.found(shut)
    }
}
