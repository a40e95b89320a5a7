//! From evidence to the probability that a link is right, by logistic functions fitted to gold pages.

use super::evidence::Scores;
use super::likeness::Likeness;

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

/// What is known about a pair of sentences of a summary and its original.
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
    /// How far their places on the two sides are apart, in left sentences.
    pub apart: f32,
    /// How much the neighbouring left sentences speak for the pair, 0 to 1.
    pub order: f32,
    /// The probability that the right sentence's likelier neighbour is a source.
    pub beside: f32,
    /// The probability that the right sentence is the source of another left one.
    pub elsewhere: f32,
    /// What the encoder says, if there is one.
    pub likeness: Option<Likeness>,
}

impl PairView {
    pub(super) fn features(&self) -> [f32; 9] {
        [
            self.scores.numbers.min(2.5),
            self.scores.words.min(2.5),
            self.scores.names.min(2.5),
            self.of_row,
            self.of_column,
            self.marks,
            self.weak,
            self.apart.min(4.0),
            self.order,
        ]
    }
}

/// Weights of [`PairView::features`] and what is added to them, without and with the order.
const ALONE: ([f32; 9], f32) = ([2.5, 1.0, 1.2, 3.2, 1.6, 0.9, -1.0, -0.85, 0.0], -4.9);
const PAIR: ([f32; 9], f32) = ([2.5, 1.0, 1.2, 3.2, 1.6, 0.9, -1.0, -0.6, 1.6], -5.8);

fn of_features<const N: usize>(features: &[f32; N], (weights, constant): &([f32; N], f32)) -> f32 {
    logistic(constant + features.iter().zip(weights).map(|(f, w)| f * w).sum::<f32>())
}

/// The features that count where there is an encoder.
fn meant_features(view: &PairView, likeness: &Likeness) -> [f32; 14] {
    [
        likeness.cosine,
        likeness.row,
        likeness.column,
        likeness.clause,
        view.scores.numbers.min(2.5),
        view.scores.names.min(2.5),
        view.of_row,
        view.marks,
        view.weak,
        view.apart.min(4.0),
        likeness.pair,
        view.order,
        view.beside,
        view.elsewhere,
    ]
}

/// Weights of [`meant_features`] and what is added to them, without and with what other pairs say.
const MEANT_ALONE: ([f32; 14], f32) =
    ([0.59, 3.90, 6.23, 12.38, 2.50, 2.06, -0.12, 0.71, -3.32, -1.01, 12.03, 0.00, 0.00, 0.00], 0.10);
const MEANT: ([f32; 14], f32) =
    ([1.91, 4.93, 1.87, 11.32, 2.09, 1.07, 0.30, 0.68, -3.42, -0.43, 5.02, 0.98, 2.79, -3.35], -1.65);

/// The probability that a left sentence was made from a right one, by the two alone.
pub(super) fn pair_alone(view: &PairView) -> f32 {
    match &view.likeness {
        Some(likeness) => of_features(&meant_features(view, likeness), &MEANT_ALONE),
        None => of_features(&view.features(), &ALONE),
    }
}

/// The probability that a left sentence was made from a right one.
pub(super) fn pair(view: &PairView) -> f32 {
    match &view.likeness {
        Some(likeness) => of_features(&meant_features(view, likeness), &MEANT),
        None => of_features(&view.features(), &PAIR),
    }
}

/// 1 / (1 + e^−x)
fn logistic(x: f32) -> f32 {
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
