//! Why two sentences are linked, for whoever asks: places in both that say the same.
//!
//! By hand, as what comes in ([`super::alignment`]): serde would cost more than all that is found.

use super::Encoder;
use crate::align::{MatchKind, why};
use crate::export::Utf16;
use crate::lang::Lang;
use js_sys::{Array, Object, Reflect};
use std::ops::Range;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = "
/** Places in two sentences that say the same, from and to, in UTF-16 units of the text that a reader sees. */
export interface Evidence {
  kind: 'number' | 'name' | 'word' | 'quote' | 'mark' | 'clause';
  left: [number, number];
  right: [number, number];
  /** For clauses: the cosine of the two, up to 1. */
  score?: number;
}
";

/// What two sentences share, in the left one's order. `left` and `right` are the texts that a reader sees, without markup.
#[wasm_bindgen(unchecked_return_type = "Evidence[]")]
pub fn evidence(left: &str, right: &str, left_lang: String, right_lang: String) -> Array {
    let langs = [left_lang, right_lang].map(Lang::new);
    let found = why(left, right, langs.each_ref());
    let mut entries = Entries::new(left, right);
    for found in found {
        let kind = match found.kind {
            MatchKind::Number => "number",
            MatchKind::Name => "name",
            MatchKind::Word => "word",
            MatchKind::Quote => "quote",
            MatchKind::Mark => "mark",
        };
        entries.add(kind, &found.left, &found.right);
    }
    entries.list
}

#[wasm_bindgen]
impl Encoder {
    /// The clauses of two sentences that mean the same, in the left one's order; none where it was not made for one of the
    /// languages. Takes as long as encoding both sentences.
    #[wasm_bindgen(unchecked_return_type = "Evidence[]")]
    pub fn clauses(&self, left: &str, right: &str, left_lang: String, right_lang: String) -> Array {
        let langs = [left_lang, right_lang].map(Lang::new);
        let mut entries = Entries::new(left, right);
        if self.inner.objection(&langs, 2).is_none() {
            for alike in self.inner.alike(left, right) {
                let entry = entries.add("clause", &alike.left, &alike.right);
                set(&entry, "score", &alike.cosine.into());
            }
        }
        entries.list
    }
}

/// Entries for JavaScript, their places counted from bytes.
struct Entries<'a> {
    left: Utf16<'a>,
    right: Utf16<'a>,
    list: Array,
}

impl<'a> Entries<'a> {
    fn new(left: &'a str, right: &'a str) -> Self {
        Entries { left: Utf16::new(left), right: Utf16::new(right), list: Array::new() }
    }

    fn add(&mut self, kind: &str, left: &Range<usize>, right: &Range<usize>) -> Object {
        let entry = Object::new();
        set(&entry, "kind", &kind.into());
        set(&entry, "left", &units(&mut self.left, left));
        set(&entry, "right", &units(&mut self.right, right));
        self.list.push(&entry);
        entry
    }
}

fn units(text: &mut Utf16<'_>, span: &Range<usize>) -> JsValue {
    let (start, end) = (text.at(span.start), text.at(span.end));
    Array::of2(&(start as u32).into(), &(end as u32).into()).into()
}

fn set(object: &Object, key: &str, value: &JsValue) {
    // An object that was made here takes whatever it is given.
    let _ = Reflect::set(object, &key.into(), value);
}
