//! Sentences to links: which sentence of one side was made from which of the other.
//!
//! Sentences *mention things*: numbers, dates, words in Latin letters, names. What both sides mention is evidence, the
//! stronger the fewer sentences mention it; lengths, marks and places are evidence as well, and with an encoder what
//! sentences, clauses and words mean. From it [`align()`] decides in three steps:
//!
//! 1. **Which regime** (`regime`): a [`Regime::Parallel`] translation runs beside its original, a [`Regime::Summary`] draws
//!    on it here and there.
//! 2. **Which links**: of a translation by dynamic programming over groups of sentences (`parallel`, in the corridor that
//!    `band` finds); of a summary by the probability of each pair of sentences, a logistic function whose features and
//!    weights are named in [`Weights`] (`summary`), with the summary's walk through its original as a hidden Markov model
//!    (`order`).
//! 3. **Which numbers disagree** (`checks`), in sentences that are linked.
//!
//! A source of evidence is a file: `numbers`, `words`, `names` with `sounds`, `marks`, `length`, `meaning`, `likeness`,
//! `vocabulary`; `gather` collects what they find, `evidence` compares it. [`why()`] tells of two sentences what they share.
//! Nothing here keeps state, and time and memory grow with the number of sentences. `docs/alignment.md` has the method,
//! `docs/figures.md` what comes of it.
//!
//! ```
//! use en_face::align::{Regime, Side, Unit, align};
//! use en_face::lang::Lang;
//! use en_face::page::BlockKind;
//!
//! fn side<'a>(lang: Lang, texts: &[&'a str]) -> Side<'a> {
//!     let unit = |text: &&'a str| Unit { text, block: 0, kind: BlockKind::Paragraph };
//!     Side { lang, sentences: texts.iter().map(unit).collect(), meaning: None }
//! }
//!
//! let summary = side(Lang::ZH, &["灯塔建于1891年。", "如今每年有9000名游客登塔。"]);
//! let original = side(Lang::EN, &["It rained.", "It was built in 1891.", "Now 9,000 visitors a year climb it."]);
//! let alignment = align(&summary, &original, Some(Regime::Summary));
//! let pairs: Vec<[usize; 2]> = alignment.links.iter().map(|link| link.best).collect();
//! assert_eq!(pairs, [[0, 1], [1, 2]]);
//! ```

mod band;
mod calibrate;
mod checks;
mod common;
mod evidence;
mod gather;
mod keys;
mod length;
mod likeness;
mod marks;
mod meaning;
mod names;
mod needs;
mod numbers;
mod order;
mod parallel;
mod pieces;
mod regime;
mod sounds;
#[cfg(feature = "study")]
mod study;
mod summary;
mod variants;
mod vocabulary;
mod weights;
mod why;
mod words;

use crate::encode::Vectors;
use crate::lang::Lang;
use crate::page::BlockKind;
use serde::{Deserialize, Serialize};

#[cfg(feature = "study")]
pub use calibrate::{BEAD_FEATURES, bead_features};
pub use needs::needs;
pub use parallel::Factors;
#[cfg(feature = "study")]
pub use study::{Bead, Pair, beads, pairs};
pub use weights::{FEATURES, Kind, Weights};
pub use why::{Match, MatchKind, why};

/// One side of a bitext, as the aligner sees it.
#[derive(Clone, Debug)]
pub struct Side<'a> {
    /// The side's language.
    pub lang: Lang,
    /// The side's sentences, in reading order.
    pub sentences: Vec<Unit<'a>>,
    /// The vectors of the sentences and of what [`needs`] tells, if there is an encoder for the language.
    pub meaning: Option<&'a Vectors>,
}

/// One sentence and where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Unit<'a> {
    /// The sentence as a reader sees it, without markup.
    pub text: &'a str,
    /// The number of its block on this side, from 0.
    pub block: usize,
    /// What kind of block that is.
    pub kind: BlockKind,
}

/// How the two texts belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Regime {
    /// Each left sentence points at the right sentences it was made from, in any order, or at none.
    Summary,
    /// Two versions of one text, side by side in monotonic m:n groups (beads).
    Parallel,
}

/// Sentences of the left side and the sentences of the right side that they correspond to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// Left sentence numbers, ascending, never empty.
    pub left: Vec<usize>,
    /// Right sentence numbers, ascending, never empty.
    pub right: Vec<usize>,
    /// The pair of the two that supports the link most: `[left, right]`.
    pub best: [usize; 2],
    /// The probability that the link is right, 0 to 1.
    pub score: f32,
}

/// What two linked sentences disagree on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// The left sentence's number.
    pub left: usize,
    /// The right sentence's number.
    pub right: usize,
    /// What kind of thing disagrees.
    pub kind: CheckKind,
    /// What the left sentence says, as written there.
    pub found: String,
    /// What the right sentence says, as written there.
    pub expected: String,
}

/// The kinds of disagreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CheckKind {
    /// A number, with or without a unit.
    Quantity,
    /// A share of a hundred.
    Percentage,
    /// An amount of money.
    Money,
    /// A date or a year.
    Date,
}

/// The links between two sides.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Alignment {
    /// How the two texts belong together.
    pub regime: Regime,
    /// The links, ascending by their first left sentence.
    pub links: Vec<Link>,
    /// Where linked sentences disagree.
    pub checks: Vec<Check>,
}

/// What was fitted to gold data, and can be fitted anew.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// For summaries.
    pub weights: Weights,
    /// For parallel texts.
    pub factors: Factors,
}

/// Aligns two sides. `regime` is found from the texts where it is `None`.
///
/// A side without sentences gives an alignment without links. Vectors count only where both sides have one for each
/// sentence.
pub fn align(left: &Side<'_>, right: &Side<'_>, regime: Option<Regime>) -> Alignment {
    align_with(left, right, regime, &Settings::default())
}

/// Aligns two sides as [`align`] does, with other settings.
pub fn align_with(
    left: &Side<'_>,
    right: &Side<'_>,
    regime: Option<Regime>,
    settings: &Settings,
) -> Alignment {
    let Settings { weights, factors } = settings;
    let evidence = gather::gather(left, right);
    let parallel = regime::may_be_parallel(left, right, regime);
    let beads = if parallel { parallel::beads(&evidence, factors) } else { Vec::new() };
    let regime = match regime {
        Some(regime) => regime,
        None if parallel => regime::find(left, right, &evidence, &beads),
        None => Regime::Summary,
    };
    let links = match regime {
        Regime::Parallel => parallel::links(&evidence, &beads, factors),
        Regime::Summary => summary::links(&evidence, weights),
    };
    let checks = checks::find(left, right, &evidence, &links);
    Alignment { regime, links, checks }
}

#[cfg(test)]
mod tests;
