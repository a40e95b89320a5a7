//! The boundary to JavaScript: read a page, render it, align it. Crossed a few times a document, never for a reader's
//! gesture.
//!
//! A [`Draft`] reads bytes as far as blocks, the [`Reading`] that it becomes renders them and links their sentences, an
//! [`EncoderLoader`] makes an [`Encoder`] ready; [`evidence`](evidence()) and [`export_as`] answer about a document that JavaScript
//! holds. What may take long comes in steps whose length the caller chooses, so that no task of a page's thread is long.
//! Errors carry a `code`, for which the scripts have a sentence and a remedy; a panic traps, and the scripts make a new core.

mod alignment;
mod at;
mod evidence;

use crate::align::Regime;
use crate::bitext::Bitext;
use crate::encode::{self, Vectors};
use crate::export::{self, Blocks, Document, PageInfo};
use crate::lang::Lang;
use crate::page::{self, Block, Format, Options};
use crate::view::{View, Words};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

pub use evidence::evidence;

/// Sends what a panic says to the browser's console.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// The version of this core, three decimal digits a part: 1.2.3 is 1002003. Scripts of another one do not use it.
#[wasm_bindgen]
pub fn version() -> u32 {
    const {
        part(env!("CARGO_PKG_VERSION_MAJOR")) * 1_000_000
            + part(env!("CARGO_PKG_VERSION_MINOR")) * 1000
            + part(env!("CARGO_PKG_VERSION_PATCH"))
    }
}

const fn part(digits: &str) -> u32 {
    match u32::from_str_radix(digits, 10) {
        Ok(part) => part,
        Err(_) => panic!("a part of the version is no number"),
    }
}

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = "
/** What may be said about a page instead of leaving it to be found. */
export interface Settings {
  format?: 'text' | 'markdown';
  /** BCP 47 tags. */
  leftLang?: string;
  rightLang?: string;
  regime?: 'summary' | 'parallel';
  /**
   * The page's blocks, four numbers each: the side (0 or 1); the kind (0 paragraph, 1 heading, 2 quote, 3 list item,
   * 4 byline, 5 comment header, 6 code); the start and the end in the text, in UTF-16 units. A side's blocks are in reading
   * order. The bytes are then UTF-8, a mark at their start is part of the text, and `format` does not matter.
   */
  blocks?: Uint32Array;
}

/** The interface's own words, and the language that they are in. */
export interface Words {
  related: string;
  source: string;
  lang: string;
}
";

// Typed getters instead of serde: two structures less to deserialize save the browser 2 KB.
#[wasm_bindgen]
extern "C" {
    /// What a page's element may say about it.
    #[wasm_bindgen(typescript_type = "Settings")]
    pub type Settings;
    #[wasm_bindgen(method, getter)]
    fn format(this: &Settings) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = "leftLang")]
    fn left_lang(this: &Settings) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = "rightLang")]
    fn right_lang(this: &Settings) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn regime(this: &Settings) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn blocks(this: &Settings) -> Option<Vec<u32>>;

    /// The interface's own words, as JavaScript has them.
    #[wasm_bindgen(typescript_type = "Words")]
    pub type JsWords;
    #[wasm_bindgen(method, getter)]
    fn related(this: &JsWords) -> String;
    #[wasm_bindgen(method, getter)]
    fn source(this: &JsWords) -> String;
    #[wasm_bindgen(method, getter)]
    fn lang(this: &JsWords) -> String;
}

impl From<&JsWords> for Words {
    fn from(words: &JsWords) -> Words {
        Words { related: words.related(), source: words.source(), lang: words.lang() }
    }
}

/// A page that has been read: its text and blocks, and the sentences as far as they have been wanted.
#[wasm_bindgen]
pub struct Reading {
    bitext: Bitext,
    notices: Vec<page::Notice>,
    regime: Option<Regime>,
    /// The vectors, once all sentences are there.
    meaning: Option<[Vectors; 2]>,
    view: Option<View>,
    /// The way to the blocks that are still to be rendered.
    blocks: [Blocks; 2],
}

/// A page that has been cut at its landmarks: the first half of reading it.
#[wasm_bindgen]
pub struct Draft {
    inner: page::Draft,
    notice: Option<page::Notice>,
    options: Options,
    regime: Option<Regime>,
}

#[wasm_bindgen]
impl Draft {
    /// Begins to read a page from a file's bytes.
    ///
    /// # Errors
    ///
    /// An `Error` with a `code` and a message where the bytes are no page or a setting is not known.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: Vec<u8>, settings: &Settings) -> Result<Draft, JsValue> {
        let format = match settings.format().as_deref() {
            None | Some("text") => Format::Plain,
            Some("markdown") => Format::Markdown,
            Some(_) => return Err(failure("settings", "the format is text or markdown")),
        };
        let regime = match settings.regime().as_deref() {
            None => None,
            Some("summary") => Some(Regime::Summary),
            Some("parallel") => Some(Regime::Parallel),
            Some(_) => return Err(failure("settings", "the regime is summary or parallel")),
        };
        let langs = [settings.left_lang(), settings.right_lang()].map(|lang| lang.map(Lang::new));
        let (inner, notice) = if let Some(blocks) = settings.blocks() {
            let text = String::from_utf8(bytes);
            let text = text.map_err(|_| failure("settings", "a text with blocks is in UTF-8"))?;
            (page::Draft::of_blocks(text, &blocks), None)
        } else {
            let (text, replaced) = page::decode(bytes).map_err(refused)?;
            (page::Draft::new(text), replaced.map(Into::into))
        };
        let inner = inner.map_err(refused)?;
        Ok(Draft { inner, notice, options: Options { format, langs }, regime })
    }

    /// Reads what stands between the landmarks.
    ///
    /// # Errors
    ///
    /// An `Error` with a `code` and a message where there is no text.
    pub fn read(self) -> Result<Reading, JsValue> {
        let page = self.inner.read(&self.options).map_err(refused)?;
        let notices = self.notice.into_iter().chain(page.notices.iter().cloned()).collect();
        let (bitext, blocks) = (Bitext::uncut(page), [0, 1].map(Blocks::new));
        Ok(Reading { bitext, notices, regime: self.regime, meaning: None, view: None, blocks })
    }
}

#[wasm_bindgen]
impl Reading {
    /// What was odd about the file: an array of `{line, message}`.
    ///
    /// # Errors
    ///
    /// None that a caller can cause.
    pub fn notices(&self) -> Result<JsValue, JsValue> {
        to_js(&self.notices)
    }

    /// Builds the page's view inside `into`, in place of what is there, but for the two texts.
    ///
    /// # Errors
    ///
    /// What the browser throws.
    pub fn show(&mut self, into: &web_sys::Element, words: &JsWords) -> Result<(), JsValue> {
        let sides = &self.bitext.page.sides;
        let bytes = |block: &Block| block.runs.iter().map(|run| run.span.len()).sum::<usize>();
        let sizes = sides.each_ref().map(|side| side.blocks.iter().map(bytes).sum());
        let langs = sides.each_ref().map(|side| &side.lang);
        self.view = Some(View::new(&PageInfo::of(&self.bitext.page), langs, sizes, into, &words.into())?);
        Ok(())
    }

    /// Renders so many more sentences of a side, and what else is in the last one's block; whether there are more.
    ///
    /// # Errors
    ///
    /// What the browser throws.
    pub fn render(&mut self, side: usize, sentences: usize) -> Result<bool, JsValue> {
        let (Some(view), Some(blocks)) = (&mut self.view, self.blocks.get_mut(side)) else {
            return Ok(false);
        };
        let mut may = sentences;
        while may > 0 {
            self.bitext.cut_until(side, blocks.number() + 1);
            let Some((block, sentences)) = blocks.next(&self.bitext) else { return Ok(false) };
            view.add(side, &block, &sentences)?;
            may = may.saturating_sub(sentences.len());
        }
        Ok(blocks.number() < self.bitext.page.sides[side].blocks.len())
    }

    /// Whether an encoder knows the languages of both sides, and they are not too long for it.
    pub fn covered(&mut self, encoder: &Encoder) -> bool {
        self.bitext.cut();
        self.bitext.objection(&encoder.inner).is_none()
    }

    /// Encodes so many more sentences, and returns how many sentences are left.
    pub fn encode(&mut self, encoder: &Encoder, sentences: usize) -> usize {
        self.bitext.cut();
        let meaning = self.meaning.get_or_insert_with(|| self.bitext.needs(self.regime).map(Vectors::new));
        let mut may = sentences;
        let mut left = 0;
        for (side, runs) in self.bitext.sides.iter().zip(meaning) {
            while let Some(sentence) = side.get(runs.len()).filter(|_| may > 0) {
                runs.push(&encoder.inner, &sentence.shown(&self.bitext.page.text));
                may -= 1;
            }
            left += side.len() - runs.len();
        }
        left
    }

    /// Finds the links, with the help of the sentences' vectors once all are encoded: the JSON document of contract
    /// version 1, as an object.
    ///
    /// # Errors
    ///
    /// None that a caller can cause.
    pub fn align(&mut self) -> Result<JsValue, JsValue> {
        self.bitext.cut();
        let sides = &self.bitext.sides;
        let complete =
            |meaning: &&[Vectors; 2]| sides.iter().zip(*meaning).all(|(side, runs)| side.len() == runs.len());
        let meaning = self.meaning.as_ref().filter(complete);
        to_js(&Document::new(&self.bitext, self.bitext.align(self.regime, meaning)))
    }
}

/// A sentence encoder that is being loaded, in steps that leave a browser's main thread free in between.
#[wasm_bindgen]
pub struct EncoderLoader {
    inner: encode::Loader,
}

#[wasm_bindgen]
impl EncoderLoader {
    /// Starts with an encoder file's bytes.
    ///
    /// # Errors
    ///
    /// An `Error` with a `code` and a message where they are no encoder file of this version or end early.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: Vec<u8>) -> Result<EncoderLoader, JsValue> {
        Ok(EncoderLoader { inner: encode::Loader::new(bytes).map_err(unusable)? })
    }

    /// Does the next piece of work; true when all is done.
    ///
    /// # Errors
    ///
    /// An `Error` with the code `encoder-damaged` where the file is not what was written.
    pub fn step(&mut self) -> Result<bool, JsValue> {
        self.inner.step().map_err(unusable)
    }

    /// The encoder, when all steps are done.
    ///
    /// # Errors
    ///
    /// An `Error` with the code `encoder-damaged` where they are not.
    pub fn finish(self) -> Result<Encoder, JsValue> {
        Ok(Encoder { inner: self.inner.finish().map_err(unusable)? })
    }
}

/// A sentence encoder.
#[wasm_bindgen]
pub struct Encoder {
    inner: encode::Encoder,
}

#[wasm_bindgen]
impl Encoder {
    /// The languages that it was made for, as BCP 47 tags.
    pub fn languages(&self) -> Vec<String> {
        self.inner.languages().iter().map(|lang| lang.tag().to_owned()).collect()
    }
}

fn refused(error: page::Error) -> JsValue {
    failure(error.code(), &error.to_string())
}

/// Writes a finished alignment as `tmx`, `html`, `md` or `text`; JSON is what JavaScript makes of it by itself.
///
/// # Errors
///
/// An `Error` with the code `alignment` where the object is no alignment of this version, or points at a sentence that is not
/// there; or `settings` where the format is none of these.
#[wasm_bindgen(js_name = exportAs)]
pub fn export_as(alignment: JsValue, format: &str) -> Result<String, JsValue> {
    let format = export::Format::of_name(format);
    let format = format.ok_or_else(|| failure("settings", "the format is tmx, html, md or text"))?;
    Ok(format.write(&alignment::document(alignment)?))
}

fn unusable(error: encode::Error) -> JsValue {
    failure(error.code(), &error.to_string())
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
