//! A finished alignment at the boundary: read, then rendered, both in steps that leave a browser's main thread free.

use super::JsWords;
use super::alignment::Reader;
use crate::export::DocumentSide;
use crate::view::View;
use wasm_bindgen::prelude::*;

/// An alignment that was made before, by whoever it was.
#[wasm_bindgen]
pub struct Finished {
    reader: Reader,
    view: Option<View>,
    /// How many blocks of each side are rendered.
    rendered: [usize; 2],
}

#[wasm_bindgen]
impl Finished {
    /// Begins to read a JSON document of contract version 1, as an object.
    ///
    /// # Errors
    ///
    /// An `Error` with the code `alignment` where the object is no alignment of this version.
    #[wasm_bindgen(constructor)]
    pub fn new(alignment: JsValue) -> Result<Finished, JsValue> {
        Ok(Finished { reader: Reader::new(alignment)?, view: None, rendered: [0; 2] })
    }

    /// Reads so many more entries of each of its lists, and returns how many entries are left.
    ///
    /// # Errors
    ///
    /// An `Error` with the code `alignment` where one is none, or points at a sentence that is not there.
    pub fn read(&mut self, entries: usize) -> Result<usize, JsValue> {
        self.reader.read(entries)
    }

    /// Builds the view inside `into`, in place of what is there, but for the sentences.
    ///
    /// # Errors
    ///
    /// What the browser throws.
    pub fn show(&mut self, into: &web_sys::Element, words: &JsWords) -> Result<(), JsValue> {
        let document = &self.reader.document;
        let bytes = |side: &DocumentSide| side.sentences.iter().map(|sentence| sentence.text.len()).sum();
        let sizes = document.sides.each_ref().map(bytes);
        let langs = document.sides.each_ref().map(|side| &side.lang);
        self.view = Some(View::new(&document.page, langs, sizes, into, &words.into())?);
        Ok(())
    }

    /// Renders so many more sentences of a side, and what else is in the last one's block; whether there are more.
    ///
    /// # Errors
    ///
    /// What the browser throws.
    pub fn render(&mut self, side: usize, sentences: usize) -> Result<bool, JsValue> {
        let (Some(view), Some(whole)) = (&mut self.view, self.reader.document.sides.get(side)) else {
            return Ok(false);
        };
        let mut may = sentences;
        while let Some(block) = whole.blocks.get(self.rendered[side]).filter(|_| may > 0) {
            let [from, to] = block.sentences;
            view.add(side, block, whole.sentences.get(from..to).unwrap_or_default())?;
            may = may.saturating_sub(to - from);
            self.rendered[side] += 1;
        }
        Ok(self.rendered[side] < whole.blocks.len())
    }
}
