//! What is known of a pair of sentences of a summary and its original, and how much each part of it counts.
//!
//! The probability that the left sentence was made from the right one is a logistic function of its features. The weights
//! are fitted by `cargo xtask eval --fit` to the pages of `tests/gold` and `../shared/gold`; docs/alignment.md tells how,
//! and how well they do on pages that they were not fitted to.

use super::evidence::Scores;
use super::likeness::Likeness;

/// The number of features.
pub const FEATURES: usize = 21;

/// What is known of a pair, as far as it is known.
#[derive(Clone, Copy, Debug)]
pub(super) struct PairView {
    pub scores: Scores,
    /// What the two have in common, as a share of the most that the left sentence has with any.
    pub of_row: f32,
    /// The same for the right sentence.
    pub of_column: f32,
    /// How well their marks agree.
    pub marks: f32,
    /// How unlikely a source their kinds of block make, 0 to 1.
    pub weak: f32,
    /// How much the other left sentences speak for the pair ([`super::order`]).
    pub order: f32,
    /// The probability that the right sentence's likelier neighbour is a source.
    pub beside: f32,
    /// The probability that the right sentence is the source of another left one.
    pub elsewhere: f32,
    /// What the encoder says, if there is one.
    pub likeness: Option<Likeness>,
}

impl PairView {
    /// The features, in the table's order; those that an encoder gives are 0 without one.
    pub(super) fn features(&self) -> [f32; FEATURES] {
        let Likeness { cosine, row, column, clause, pair, words, words_row, words_column } =
            self.likeness.unwrap_or_default();
        [
            cosine,
            row,
            column,
            clause,
            pair,
            words.explained,
            words_row,
            words_column,
            words.lead,
            words.reverse,
            words.clause,
            self.scores.numbers.min(2.5),
            self.scores.words.min(2.5),
            self.scores.names.min(2.5),
            self.of_row,
            self.of_column,
            self.marks,
            self.weak,
            self.order,
            self.beside,
            self.elsewhere,
        ]
    }
}

/// What each feature counts on the first look, which knows a pair alone, and on the next ones, which know what the others
/// make likely; with the encoder, then without.
const TABLE: [(&str, [f32; 4]); FEATURES] = [
    ("cosine of the sentences", [-2.53, -2.58, 0.0, 0.0]),
    ("cosine above the row", [3.01, 3.69, 0.0, 0.0]),
    ("cosine above the column", [6.02, 2.47, 0.0, 0.0]),
    ("clause above its row", [8.28, 8.03, 0.0, 0.0]),
    ("gain with a neighbour", [6.18, 0.1, 0.0, 0.0]),
    ("words explained", [-1.41, -0.37, 0.0, 0.0]),
    ("words above the row", [-0.03, 0.4, 0.0, 0.0]),
    ("words above the column", [2.74, 0.61, 0.0, 0.0]),
    ("words explained best", [11.65, 10.7, 0.0, 0.0]),
    ("words explained back", [1.15, 0.98, 0.0, 0.0]),
    ("words explained in a clause", [5.09, 4.19, 0.0, 0.0]),
    ("numbers", [2.11, 2.04, 3.04, 2.98]),
    ("Latin words", [-1.66, -1.57, 0.17, -0.18]),
    ("names", [1.44, 1.16, 1.53, 1.46]),
    ("things above the row", [0.8, 1.04, 2.5, 2.21]),
    ("things above the column", [-0.73, -1.1, 2.34, 0.24]),
    ("marks", [0.6, 0.43, 1.01, 0.64]),
    ("weak blocks", [-8.24, -7.04, -1.41, -2.73]),
    ("order", [0.0, 0.45, 0.0, 0.71]),
    ("source beside", [0.0, 2.25, 0.0, 1.34]),
    ("source of another", [0.0, -3.55, 0.0, -3.71]),
];
/// What is added.
const CONSTANTS: [f32; 4] = [-0.25, -0.6, -6.64, -4.23];

/// The weights of all features: with an encoder and without, on the first look and on the next ones.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    /// Columns of the table, with what is added behind the features' weights.
    columns: [[f32; FEATURES + 1]; 4],
}

impl Default for Weights {
    fn default() -> Weights {
        let column = |number: usize| {
            let mut column = [CONSTANTS[number]; FEATURES + 1];
            column.iter_mut().zip(TABLE).for_each(|(weight, row)| *weight = row.1[number]);
            column
        };
        Weights { columns: [0, 1, 2, 3].map(column) }
    }
}

impl Weights {
    /// The probability that a left sentence was made from a right one: on the `first` look, or a later one.
    pub(super) fn probability(&self, view: &PairView, first: bool) -> f32 {
        let column = &self.columns[Self::place(view.likeness.is_some(), first)];
        let sum: f32 = view.features().iter().zip(column).map(|(feature, weight)| feature * weight).sum();
        super::calibrate::logistic(column[FEATURES] + sum)
    }

    fn place(encoder: bool, first: bool) -> usize {
        if encoder { usize::from(!first) } else { 3 - usize::from(first) }
    }
}

/// What `cargo xtask eval` needs to fit weights.
#[cfg(feature = "study")]
impl Weights {
    /// The features' names.
    pub fn names() -> [&'static str; FEATURES] {
        TABLE.map(|row| row.0)
    }

    /// Puts other weights in a column, with what is added as the last.
    pub fn set(&mut self, encoder: bool, first: bool, weights: [f32; FEATURES + 1]) {
        self.columns[Self::place(encoder, first)] = weights;
    }

    /// The weights of a column, with what is added as the last.
    pub fn column(&self, encoder: bool, first: bool) -> [f32; FEATURES + 1] {
        self.columns[Self::place(encoder, first)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_look_has_its_column() {
        let view = PairView {
            scores: Scores { numbers: 1.0, words: 0.0, names: 0.0 },
            of_row: 1.0,
            of_column: 1.0,
            marks: 0.0,
            weak: 0.0,
            order: 0.0,
            beside: 0.0,
            elsewhere: 0.0,
            likeness: None,
        };
        let weights = Weights::default();
        let columns = [(true, true), (true, false), (false, true), (false, false)];
        assert_eq!(columns.map(|(encoder, first)| Weights::place(encoder, first)), [0, 1, 2, 3]);
        let with = PairView { likeness: Some(Likeness::default()), ..view };
        for first in [true, false] {
            assert!((0.0..=1.0).contains(&weights.probability(&view, first)));
            assert!(weights.probability(&view, first) != weights.probability(&with, first));
        }
    }
}
