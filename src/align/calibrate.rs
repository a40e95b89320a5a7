//! From what is known of a bead to the probability that it is right, by logistic functions fitted to gold documents.

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

fn of_features<const N: usize>(features: &[f32; N], (weights, constant): &([f32; N], f32)) -> f32 {
    logistic(constant + features.iter().zip(weights).map(|(f, w)| f * w).sum::<f32>())
}

/// 1 / (1 + e^−x)
pub(super) fn logistic(x: f32) -> f32 {
    1.0 / (1.0 + (-x).exp())
}

/// What tells whether a bead is right, given those around it (itself included).
pub(super) fn bead_features(bead: &BeadView, around: &[BeadView]) -> [f32; 6] {
    let mean = |f: fn(&BeadView) -> f32| around.iter().map(f).sum::<f32>() / around.len().max(1) as f32;
    [
        bead.shared.min(4.0),
        bead.deviation.min(4.0),
        f32::from(u8::from(bead.sentences > 2)),
        mean(|b| f32::from(u8::from(b.one_sided))),
        mean(|b| b.shared.min(4.0)),
        mean(|b| b.deviation.min(4.0)),
    ]
}

/// Weights of [`bead_features`] and what is added to them.
const BEAD: ([f32; 6], f32) = ([0.1, -0.6, -0.8, -1.2, 0.12, -1.7], 3.0);

/// The same where there is an encoder.
pub(super) fn meant_bead_features(bead: &BeadView, around: &[BeadView]) -> [f32; 6] {
    let mean = |f: fn(&BeadView) -> f32| around.iter().map(f).sum::<f32>() / around.len().max(1) as f32;
    [
        bead.cosine.unwrap_or_default(),
        bead.deviation.min(4.0),
        f32::from(u8::from(bead.sentences > 2)),
        mean(|b| f32::from(u8::from(b.one_sided))),
        mean(|b| b.cosine.unwrap_or_default()),
        mean(|b| b.deviation.min(4.0)),
    ]
}

/// Weights of [`meant_bead_features`] and what is added to them.
const MEANT_BEAD: ([f32; 6], f32) = ([2.3, -0.4, 0.2, 0.4, 1.8, -1.5], 1.6);

/// The probability that a bead is right, given those around it.
pub(super) fn bead(bead: &BeadView, around: &[BeadView]) -> f32 {
    match bead.cosine {
        Some(_) => of_features(&meant_bead_features(bead, around), &MEANT_BEAD),
        None => of_features(&bead_features(bead, around), &BEAD),
    }
}
