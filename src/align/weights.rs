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
    ("cosine of the sentences", [-2.69, -2.66, 0.0, 0.0]),
    ("cosine above the row", [3.0, 3.68, 0.0, 0.0]),
    ("cosine above the column", [5.44, 1.93, 0.0, 0.0]),
    ("clause above its row", [8.37, 7.99, 0.0, 0.0]),
    ("gain with a neighbour", [6.56, 0.51, 0.0, 0.0]),
    ("words explained", [-1.31, -0.32, 0.0, 0.0]),
    ("words above the row", [0.09, 0.5, 0.0, 0.0]),
    ("words above the column", [2.68, 0.69, 0.0, 0.0]),
    ("words explained best", [11.15, 10.15, 0.0, 0.0]),
    ("words explained back", [1.22, 1.05, 0.0, 0.0]),
    ("words explained in a clause", [4.99, 4.12, 0.0, 0.0]),
    ("numbers", [1.86, 1.91, 2.82, 2.74]),
    ("Latin words", [-1.83, -1.6, 0.07, -0.24]),
    ("names", [1.07, 1.04, 1.28, 1.25]),
    ("things above the row", [0.88, 1.1, 2.53, 2.16]),
    ("things above the column", [-0.58, -1.07, 2.6, 0.46]),
    ("marks", [0.36, 0.17, 1.01, 0.65]),
    ("weak blocks", [-8.2, -7.27, -1.21, -2.74]),
    ("order", [0.0, 0.46, 0.0, 0.75]),
    ("source beside", [0.0, 2.33, 0.0, 1.28]),
    ("source of another", [0.0, -3.57, 0.0, -3.75]),
];
/// What is added.
const CONSTANTS: [f32; 4] = [-0.3, -0.68, -6.74, -4.26];

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
