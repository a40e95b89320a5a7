//! From what is known of a bead to the probability that it is exactly right, by a logistic function.
//!
//! The weights are fitted by `cargo xtask eval --fit` to the parallel texts of `tests/gold` and `../shared/gold`.

/// What is known about a bead.
#[derive(Clone, Copy, Debug)]
pub(super) struct BeadView {
    /// Whether one of its sides is empty.
    pub one_sided: bool,
    pub sentences: usize,
    /// Standard deviations that its lengths are apart.
    pub deviation: f32,
    /// What its sentences have in common, in nats.
    pub shared: f32,
    /// The cosine of its two sides, if there is an encoder.
    pub cosine: Option<f32>,
}

/// The number of features.
pub const BEAD_FEATURES: usize = 8;

/// What each feature counts, with an encoder and without.
const TABLE: [(&str, [f32; 2]); BEAD_FEATURES] = [
    ("shared things", [0.01, 0.11]),
    ("cosine", [4.97, 0.0]),
    ("lengths apart", [-0.85, -0.84]),
    ("sentences", [-0.57, -0.61]),
    ("shared things around", [-0.06, 0.39]),
    ("cosine around", [1.12, 0.0]),
    ("lengths apart around", [-1.08, -1.88]),
    ("alone around", [-0.44, -2.33]),
];
/// What is added.
const CONSTANTS: [f32; 2] = [0.73, 2.77];

/// What tells whether a bead is right, given those around it (itself included), in the table's order; cosines are 0
/// without an encoder.
pub(super) fn features(bead: &BeadView, around: &[BeadView]) -> [f32; BEAD_FEATURES] {
    let shared = |b: &BeadView| b.shared.min(4.0);
    let cosine = |b: &BeadView| b.cosine.unwrap_or_default();
    let deviation = |b: &BeadView| b.deviation.min(4.0);
    let mean = |f: &dyn Fn(&BeadView) -> f32| around.iter().map(f).sum::<f32>() / around.len().max(1) as f32;
    [
        shared(bead),
        cosine(bead),
        deviation(bead),
        bead.sentences.saturating_sub(2).min(4) as f32,
        mean(&shared),
        mean(&cosine),
        mean(&deviation),
        mean(&|b| f32::from(u8::from(b.one_sided))),
    ]
}

/// The probability that a bead is right, given its features.
pub(super) fn probability(features: &[f32; BEAD_FEATURES], encoder: bool) -> f32 {
    let column = usize::from(!encoder);
    let sum: f32 = features.iter().zip(TABLE).map(|(feature, row)| feature * row.1[column]).sum();
    logistic(CONSTANTS[column] + sum)
}

/// The features' names.
#[cfg(feature = "study")]
pub fn bead_features() -> [&'static str; BEAD_FEATURES] {
    TABLE.map(|row| row.0)
}

/// 1 / (1 + e^−x)
pub(super) fn logistic(x: f32) -> f32 {
    1.0 / (1.0 + (-x).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likeness_speaks_for_a_bead_and_length_against_it() {
        let bead = |cosine, deviation| BeadView {
            one_sided: false,
            sentences: 2,
            deviation,
            shared: 1.0,
            cosine: Some(cosine),
        };
        let score = |view: BeadView| probability(&features(&view, &[view]), true);
        assert!(score(bead(0.7, 0.2)) > score(bead(0.1, 0.2)));
        assert!(score(bead(0.7, 0.2)) > score(bead(0.7, 3.0)));
        assert!(score(bead(0.7, 0.2)) > 0.5 && score(bead(-0.2, 4.0)) < 0.5);
        let blind = BeadView { cosine: None, ..bead(0.0, 0.2) };
        assert_eq!(features(&blind, &[])[5], 0.0);
    }
}
