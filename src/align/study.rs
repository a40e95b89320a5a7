//! What is known of the pairs of a summary and its original, for those who fit weights to gold pages.

use super::{FEATURES, Side, Weights, gather, summary};

/// A pair that is considered.
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    /// The number of its left sentence.
    pub left: usize,
    /// The number of its right sentence.
    pub right: usize,
    /// Its features, named by [`Weights::names`].
    pub features: [f32; FEATURES],
    /// The probability that the left sentence was made from the right one.
    pub probability: f32,
}

/// The pairs that are considered for the links of a summary, after so many looks at what the others make likely.
pub fn pairs(left: &Side<'_>, right: &Side<'_>, weights: &Weights, looks: usize) -> Vec<Pair> {
    let rows = summary::candidates(&gather::gather(left, right), weights, looks);
    let pair = |left: usize, candidate: &summary::Candidate| Pair {
        left,
        right: candidate.right,
        features: candidate.view.features(),
        probability: candidate.probability,
    };
    rows.iter().enumerate().flat_map(|(left, row)| row.iter().map(move |c| pair(left, c))).collect()
}
