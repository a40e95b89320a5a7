//! Blocks to sentences.

use crate::lang::Lang;
use std::ops::Range;

/// The sentences of one block's running text, as byte ranges into `text`.
///
/// The ranges are in order, do not overlap, are never empty and have no white space at either end;
/// every character of `text` that is not white space lies in one of them.
pub fn sentences(text: &str, lang: &Lang) -> Vec<Range<usize>> {
    let _ = lang;
    vec![0..text.len()]
}
