//! What is known of the pairs of a summary and of the beads of a translation, for those who fit weights to gold pages.

use super::calibrate::BEAD_FEATURES;
use super::{FEATURES, Side, Weights, gather, parallel, summary};

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

/// A group of sentences of a parallel text.
#[derive(Clone, Debug)]
pub struct Bead {
    /// The numbers of its left sentences.
    pub left: Vec<usize>,
    /// The numbers of its right sentences.
    pub right: Vec<usize>,
    /// Its features, named by [`super::bead_features`].
    pub features: [f32; BEAD_FEATURES],
}

/// The beads of two texts with sentences on both sides.
pub fn beads(left: &Side<'_>, right: &Side<'_>) -> Vec<Bead> {
    let bead = |(left, right, features)| Bead { left, right, features };
    parallel::study(&gather::gather(left, right)).into_iter().map(bead).collect()
}
