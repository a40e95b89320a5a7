//! What is known of a pair of sentences of a summary and its original, and how much each part of it counts.
//!
//! The probability that the left sentence was made from the right one is a logistic function of its features. The weights
//! are fitted by `cargo xtask eval --fit` to the pages of `tests/gold` and `../shared/gold`; docs/alignment.md tells how,
//! docs/figures.md how well they do on pages that they were not fitted to.

use super::evidence::Scores;
use super::likeness::Likeness;

/// The number of features.
pub const FEATURES: usize = 22;

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
    /// How much of the left sentence it explains beyond what the other sources do.
    pub beyond: f32,
    /// What the encoder says, if there is one.
    pub likeness: Option<Likeness>,
}

impl PairView {
    /// The features, in the table's order; those that an encoder gives are 0 without one.
    pub(super) fn features(&self) -> [f32; FEATURES] {
        let Likeness { cosine, row, column, clause, pair, words } = self.likeness.unwrap_or_default();
        let words = words.unwrap_or_default();
        [
            cosine,
            row,
            column,
            clause,
            pair,
            words.explained,
            words.row,
            words.column,
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
            self.beyond,
        ]
    }
}

/// What the vectors are of, in the order of the table's columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Of sentences, clauses and words.
    Words,
    /// Of sentences alone.
    Sentences,
    /// Of nothing: there is no encoder.
    Nothing,
}

/// What each feature counts on the first look, which knows a pair alone, and on the next ones, which know what the others
/// make likely; with vectors of words, then with vectors of sentences alone, then without an encoder.
const TABLE: [(&str, [f32; COLUMNS]); FEATURES] = [
    ("cosine of the sentences", [-1.99, -0.01, 1.19, 2.48, 0.0, 0.0]),
    ("cosine above the row", [2.76, 1.71, 3.98, 4.2, 0.0, 0.0]),
    ("cosine above the column", [5.03, 1.29, 10.6, 4.27, 0.0, 0.0]),
    ("clause above its row", [10.41, 8.33, 3.98, 4.2, 0.0, 0.0]),
    ("gain with a neighbour", [7.38, 1.99, 12.42, 5.63, 0.0, 0.0]),
    ("words explained", [-2.29, -4.6, 0.0, 0.0, 0.0, 0.0]),
    ("words above the row", [-0.07, -1.09, 0.0, 0.0, 0.0, 0.0]),
    ("words above the column", [3.82, 1.87, 0.0, 0.0, 0.0, 0.0]),
    ("words explained best", [11.66, 5.23, 0.0, 0.0, 0.0, 0.0]),
    ("words explained back", [1.05, 1.19, 0.0, 0.0, 0.0, 0.0]),
    ("words explained in a clause", [4.55, 2.58, 0.0, 0.0, 0.0, 0.0]),
    ("numbers", [1.85, 1.77, 2.16, 2.0, 2.88, 2.86]),
    ("Latin words", [-1.9, -2.93, -0.65, -1.08, 0.07, -0.26]),
    ("names", [0.96, 0.76, 1.09, 1.12, 1.27, 1.26]),
    ("things above the row", [1.02, 1.08, 1.19, 1.35, 2.55, 2.21]),
    ("things above the column", [-0.63, -0.77, -0.81, -1.11, 2.57, 0.49]),
    ("marks", [0.54, 0.19, 0.26, 0.15, 1.02, 0.66]),
    ("weak blocks", [-7.11, -7.1, -6.31, -6.11, -1.22, -2.76]),
    ("order", [0.0, 0.45, 0.0, 0.49, 0.0, 0.74]),
    ("source beside", [0.0, 2.71, 0.0, 2.24, 0.0, 1.39]),
    ("source of another", [0.0, -3.24, 0.0, -3.15, 0.0, -3.64]),
    ("words beyond other sources", [0.0, 9.58, 0.0, 0.0, 0.0, 0.0]),
];
/// What is added.
const CONSTANTS: [f32; COLUMNS] = [0.01, -3.02, -1.77, -1.85, -6.74, -4.37];

/// A column for the first look and one for the next ones, for each kind of vectors.
const COLUMNS: usize = 6;

/// The weights of all features: for each kind of vectors, on the first look and on the next ones.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    /// Columns of the table, with what is added behind the features' weights.
    columns: [[f32; FEATURES + 1]; COLUMNS],
}

impl Default for Weights {
    fn default() -> Weights {
        let column = |number: usize| {
            let mut column = [CONSTANTS[number]; FEATURES + 1];
            column.iter_mut().zip(TABLE).for_each(|(weight, row)| *weight = row.1[number]);
            column
        };
        Weights { columns: std::array::from_fn(column) }
    }
}

impl Weights {
    /// The probability that a left sentence was made from a right one: on the `first` look, or a later one.
    pub(super) fn probability(&self, view: &PairView, first: bool) -> f32 {
        let kind = match view.likeness {
            Some(Likeness { words: Some(_), .. }) => Kind::Words,
            Some(_) => Kind::Sentences,
            None => Kind::Nothing,
        };
        let column = &self.columns[Self::place(kind, first)];
        let sum: f32 = view.features().iter().zip(column).map(|(feature, weight)| feature * weight).sum();
        super::calibrate::logistic(column[FEATURES] + sum)
    }

    fn place(kind: Kind, first: bool) -> usize {
        2 * kind as usize + usize::from(!first)
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
    pub fn set(&mut self, kind: Kind, first: bool, weights: [f32; FEATURES + 1]) {
        self.columns[Self::place(kind, first)] = weights;
    }

    /// The weights of a column, with what is added as the last.
    pub fn column(&self, kind: Kind, first: bool) -> [f32; FEATURES + 1] {
        self.columns[Self::place(kind, first)]
    }
}

#[cfg(test)]
mod tests {
    use super::super::vocabulary::Coverage;
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
            beyond: 0.0,
            likeness: None,
        };
        let weights = Weights::default();
        let words = Likeness { words: Some(Coverage::default()), ..Likeness::default() };
        let views =
            [Some(words), Some(Likeness::default()), None].map(|likeness| PairView { likeness, ..view });
        let seen = views.map(|view| [true, false].map(|first| weights.probability(&view, first)));
        let mut all: Vec<f32> = seen.as_flattened().to_vec();
        assert!(all.iter().all(|probability| (0.0..=1.0).contains(probability)), "{all:?}");
        all.sort_by(f32::total_cmp);
        all.dedup();
        assert_eq!(all.len(), COLUMNS, "{all:?}");
    }
}
