//! Plain text to blocks: a line is a block.

use super::{Block, Run, kind, layout::lines};
use std::ops::Range;

/// How many blocks at the start of a text may be its byline.
pub(super) const BYLINE_WITHIN: usize = 3;

/// The blocks in some spans of a text.
pub(super) fn blocks(text: &str, spans: &[Range<usize>]) -> Vec<Block> {
    let mut out = Vec::new();
    for line in spans.iter().flat_map(|span| lines(text, span.clone())) {
        let span = trimmed(text, line);
        if !span.is_empty() {
            let kind = kind::of_line(&text[span.clone()], out.len() < BYLINE_WITHIN);
            out.push(Block { kind, marker: None, runs: vec![Run::verbatim(span)] });
        }
    }
    out
}

/// A span without the white space at its ends.
pub(super) fn trimmed(text: &str, span: Range<usize>) -> Range<usize> {
    let inner = text[span.clone()].trim_start();
    let start = span.end - inner.len();
    start..start + inner.trim_end().len()
}
