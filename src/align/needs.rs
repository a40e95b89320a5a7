//! What of two texts an encoder has to make vectors of before they are aligned.

use super::{Regime, Side, regime};
use crate::encode::{Extent, LONGEST};

/// The most sentences of a summary, and of its original, whose parts get vectors: what is longer is no summary, or a book.
const SUMMARY: usize = 300;
const ORIGINAL: usize = 2_000;
/// From so many sentences together on the longest runs get no vectors, which would take more than 80 MB.
const LONG: usize = 8_000;
/// The longest runs then.
const SHORTER: usize = 4;

/// What of each side needs vectors; `regime` is what the caller knows of how the texts belong together.
pub fn needs(left: &Side<'_>, right: &Side<'_>, regime: Option<Regime>) -> [Extent; 2] {
    let parallel = regime::may_be_parallel(left, right, regime);
    let (lefts, rights) = (left.sentences.len(), right.sentences.len());
    let summary = regime != Some(Regime::Parallel) && lefts <= SUMMARY && rights <= ORIGINAL;
    let run = if lefts + rights > LONG { SHORTER } else { LONGEST };
    [
        Extent { run: if parallel { run } else { 1 }, clauses: summary, words: summary },
        Extent { run: if parallel { run } else { 2 }, clauses: false, words: summary },
    ]
}
