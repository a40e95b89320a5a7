//! The boundary to JavaScript: read a page, render it, align it. Crossed once a document.

use crate::align::{Alignment, Regime};
use crate::bitext::Bitext;
use crate::export::{Document, VERSION};
use crate::lang::Lang;
use crate::page::{self, Format, Options, Page};
use crate::view::{self, Words};
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

/// Sends what a panic says to the browser's console.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// What a page's element may say about it.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Settings {
    format: Option<String>,
    left_lang: Option<String>,
    right_lang: Option<String>,
    regime: Option<Regime>,
}

/// A page that has been read: its text, blocks and sentences.
#[wasm_bindgen]
pub struct Reading {
    bitext: Bitext,
    notices: Vec<page::Notice>,
    regime: Option<Regime>,
}

#[wasm_bindgen]
impl Reading {
    /// Reads a page from a file's bytes. `settings` is an object with any of `format` (`text` or
    /// `markdown`), `left_lang`, `right_lang` (BCP 47 tags) and `regime` (`summary` or `parallel`).
    ///
    /// # Errors
    ///
    /// An `Error` with a `code` and a message where the bytes are no page.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: Vec<u8>, settings: JsValue) -> Result<Reading, JsValue> {
        let settings: Settings = serde_wasm_bindgen::from_value(settings).map_err(|e| failure("settings", &e.to_string()))?;
        let format = if settings.format.as_deref() == Some("markdown") { Format::Markdown } else { Format::Plain };
        let langs = [settings.left_lang, settings.right_lang].map(|lang| lang.filter(|tag| !tag.is_empty()).map(Lang::new));
        let refuse = |error: page::Error| failure(error.code(), &error.to_string());
        let (text, notice) = page::decode(bytes).map_err(refuse)?;
        let page = Page::parse(text, &Options { format, langs }).map_err(refuse)?;
        let notices = notice.into_iter().chain(page.notices.iter().cloned()).collect();
        Ok(Reading { bitext: Bitext::new(page), notices, regime: settings.regime })
    }

    /// What was odd about the file: an array of `{line, message}`.
    ///
    /// # Errors
    ///
    /// None that a caller can cause.
    pub fn notices(&self) -> Result<JsValue, JsValue> {
        to_js(&self.notices)
    }

    /// Builds the page's view inside `into`, in place of what is there.
    ///
    /// # Errors
    ///
    /// What the browser throws.
    pub fn render(&self, into: &web_sys::Element, words: JsValue) -> Result<(), JsValue> {
        let unlinked = Alignment { regime: Regime::Summary, links: Vec::new(), checks: Vec::new() };
        view::render(&Document::new(&self.bitext, unlinked), into, &read_words(words)?)
    }

    /// Finds the links: the JSON document of contract version 1, as an object.
    ///
    /// # Errors
    ///
    /// None that a caller can cause.
    pub fn align(&self) -> Result<JsValue, JsValue> {
        to_js(&Document::new(&self.bitext, self.bitext.align(self.regime)))
    }
}

/// Builds the view of a finished alignment inside `into`.
///
/// # Errors
///
/// An `Error` with the code `alignment` where the object is no alignment of this version, or whose
/// links point at sentences that it does not have.
#[wasm_bindgen(js_name = renderAlignment)]
pub fn render_alignment(alignment: JsValue, into: &web_sys::Element, words: JsValue) -> Result<(), JsValue> {
    let document: Document =
        serde_wasm_bindgen::from_value(alignment).map_err(|error| failure("alignment", &error.to_string()))?;
    if document.version != VERSION {
        return Err(failure("alignment", "this alignment has another version than 1"));
    }
    document.check().map_err(|message| failure("alignment", message))?;
    view::render(&document, into, &read_words(words)?)
}

fn read_words(words: JsValue) -> Result<Words, JsValue> {
    serde_wasm_bindgen::from_value(words).map_err(|error| failure("settings", &error.to_string()))
}

fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    value.serialize(&Serializer::json_compatible()).map_err(JsValue::from)
}

/// A JavaScript `Error` with a `code`.
fn failure(code: &str, message: &str) -> JsValue {
    let error = js_sys::Error::new(message);
    // An ordinary object takes a property.
    let _ = js_sys::Reflect::set(&error, &"code".into(), &code.into());
    error.into()
}
