//! The engine alone, for pages with forms of their own and for Node: criteria, and what a sheet comes to by them.
//!
//! Values go in and come out as JavaScript has them; `engine.d.ts` has their types. What is wrong is thrown as a list of
//! problems, which `engine.js` makes an error of. It reads no packs: those that ship are carried as the build read them, and
//! any other comes from the `checker`, which gives it in the same form.

use drive_screening_core::answers::AnswerSheet;
use drive_screening_core::base::json::object;
use drive_screening_core::base::words::Language;
use drive_screening_core::pack::{Pack, builtin, wire};
use drive_screening_core::screening::{result_json, screen, with_renewed};
use drive_screening_js_values::{day, given, taken, thrown};
use wasm_bindgen::prelude::*;

/// The packs that ship, as the build read them.
const PACKS: builtin::Precompiled = builtin::Precompiled {
    numbers: include_bytes!(concat!(env!("OUT_DIR"), "/packs.bin")),
    words: include_str!(concat!(env!("OUT_DIR"), "/packs.txt")),
    digests: include_str!(concat!(env!("OUT_DIR"), "/packs.digests")),
};

/// Nothing starts by itself.
fn main() {}

/// Criteria to screen by.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Criteria {
    pack: Pack,
    /// The language of messages.
    language: Language,
}

#[wasm_bindgen]
impl Criteria {
    /// The criteria that ship under a name. `language` is that of messages, `"en"` or `"cy"`.
    ///
    /// # Errors
    /// A list of one problem if none has the name.
    #[wasm_bindgen(constructor)]
    pub fn named(id: &str, language: &str) -> Result<Self, JsValue> {
        let language = Language::from_tag(language).unwrap_or_default();
        Ok(Self {
            pack: Pack::precompiled(id, PACKS).map_err(|problems| thrown(&problems, language))?,
            language,
        })
    }

    /// The criteria that the checker read.
    pub fn read(bytes: &[u8], language: &str) -> Self {
        Self { pack: wire::read_criteria(bytes), language: Language::from_tag(language).unwrap_or_default() }
    }

    /// The names of the criteria that ship.
    pub fn names() -> Vec<String> {
        builtin::names().map(str::to_owned).collect()
    }

    /// Their id, version and digest.
    ///
    /// # Errors
    /// None that can occur.
    pub fn identity(&self) -> Result<JsValue, JsValue> {
        let (id, version) = (self.pack.id.as_str(), self.pack.version.as_str());
        given(&object([
            ("id", id.into()),
            ("version", version.into()),
            ("digest", self.pack.digest().into()),
        ]))
    }

    /// What an answer sheet comes to: `result/1`. `today` is the day, `YYYY-MM-DD`, that no sheet can be of a day after.
    ///
    /// # Errors
    /// Every problem of the sheet, as a list; or that of a day that is none.
    pub fn screen(&self, sheet: JsValue, today: &str) -> Result<JsValue, JsValue> {
        let today = day(today).map_err(|problem| thrown(&[problem], self.language))?;
        let answers = taken(sheet)
            .and_then(AnswerSheet::from_json_tree)
            .and_then(|sheet| Ok((sheet.read_by(&self.pack, today)?, sheet.renewed(&self.pack))));
        let (answers, renewed) = answers.map_err(|problems| thrown(&problems, self.language))?;
        let result = result_json(&self.pack, &screen(&self.pack, &answers));
        given(&with_renewed(result, &renewed, self.language))
    }
}
