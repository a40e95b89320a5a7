//! Weights that make the gold pages likeliest: logistic regression with a penalty on large weights.

use crate::gold::Text;
use anyhow::{Context, Result};
use en_face::align::{BEAD_FEATURES, FEATURES, Kind, Weights, beads, pairs};
use nalgebra::{DMatrix, DVector};

/// How often features are gathered anew with the weights that were fitted to the last ones.
const ROUNDS: usize = 3;
/// Steps of Newton's method: the last ones change nothing any more.
const STEPS: usize = 25;
/// What the square of a weight costs, once features are scaled to a deviation of 1.
const PENALTY: f64 = 0.5;

/// Which features may count.
pub type Mask = [bool; FEATURES];

/// Fits all columns of the weights to some summaries, for one kind of evidence.
///
/// # Errors
/// When the pages don't determine the weights.
pub fn fit(texts: &[&Text], kind: Kind, mask: &Mask) -> Result<Weights> {
    let mut weights = Weights::default();
    for looks in 0..=ROUNDS {
        let first = looks == 0;
        let mut sample = Sample::default();
        for text in texts {
            let [left, right] = text.sides(kind);
            // The first look knows pairs alone; each later one knows what the ones before made likely.
            for pair in pairs(&left, &right, &weights, looks.min(2)) {
                sample.add(&pair.features, mask, text.right(pair.left, pair.right));
            }
        }
        let (fitted, constant) = sample.solve()?;
        let mut column = [constant; FEATURES + 1];
        column[..FEATURES].copy_from_slice(&fitted);
        weights.set(kind, first, column);
    }
    Ok(weights)
}

/// Weights of the features of beads, and what is added.
pub type BeadWeights = ([f32; BEAD_FEATURES], f32);

/// Fits the weights that tell whether a bead is exactly right to some parallel texts.
///
/// # Errors
/// When the texts don't determine the weights.
pub fn fit_beads(texts: &[&Text], kind: Kind) -> Result<BeadWeights> {
    let mut sample = Sample::default();
    for text in texts {
        let [left, right] = text.sides(kind);
        for bead in beads(&left, &right) {
            sample.add(&bead.features, &[true; BEAD_FEATURES], text.right_bead(&bead.left, &bead.right));
        }
    }
    sample.solve()
}

/// Items with their features, and which of them are right.
struct Sample<const N: usize> {
    rows: Vec<[f64; N]>,
    right: Vec<f64>,
}

impl<const N: usize> Default for Sample<N> {
    fn default() -> Self {
        Sample { rows: Vec::new(), right: Vec::new() }
    }
}

impl<const N: usize> Sample<N> {
    fn add(&mut self, features: &[f32; N], mask: &[bool; N], right: bool) {
        let mut row = features.map(f64::from);
        row.iter_mut().zip(mask).filter(|(_, may)| !**may).for_each(|(value, _)| *value = 0.0);
        self.rows.push(row);
        self.right.push(f64::from(u8::from(right)));
    }

    /// The weights, and what is added.
    fn solve(&self) -> Result<([f32; N], f32)> {
        let count = self.rows.len().max(1) as f64;
        let mut mean = [0.0; N];
        let mut deviation = [0.0; N];
        for row in &self.rows {
            mean.iter_mut().zip(row).for_each(|(sum, value)| *sum += value / count);
        }
        for row in &self.rows {
            let squares = row.iter().zip(&mean).map(|(value, mean)| (value - mean).powi(2) / count);
            deviation.iter_mut().zip(squares).for_each(|(sum, square)| *sum += square);
        }
        // A feature that never changes keeps its weight of 0.
        let scale = deviation.map(|square| if square > 1e-12 { square.sqrt().recip() } else { 0.0 });
        let cell = |row: usize, column: usize| match self.rows[row].get(column) {
            Some(value) => (value - mean[column]) * scale[column],
            None => 1.0,
        };
        let inputs = DMatrix::from_fn(self.rows.len(), N + 1, cell);
        let right = DVector::from_column_slice(&self.right);
        let weights = newton(&inputs, &right)?;
        let mut out = [0.0; N];
        let mut constant = weights[N];
        for column in 0..N {
            let weight = weights[column] * scale[column];
            constant -= weight * mean[column];
            out[column] = weight as f32;
        }
        Ok((out, constant as f32))
    }
}

/// Minimises the negative log likelihood with the penalty; the last column, the constant, costs nothing.
fn newton(inputs: &DMatrix<f64>, right: &DVector<f64>) -> Result<DVector<f64>> {
    let columns = inputs.ncols();
    let mut weights = DVector::zeros(columns);
    let mut penalty = DMatrix::identity(columns, columns) * (2.0 * PENALTY);
    penalty[(columns - 1, columns - 1)] = 1e-9;
    for _ in 0..STEPS {
        let probability = (inputs * &weights).map(|x: f64| 1.0 / (1.0 + (-x).exp()));
        let gradient = inputs.transpose() * (&probability - right) + &penalty * &weights;
        let certainty = probability.map(|p| (p * (1.0 - p)).max(1e-9));
        let mut scaled = inputs.clone();
        for (mut row, certainty) in scaled.row_iter_mut().zip(certainty.iter()) {
            row *= *certainty;
        }
        let curvature = inputs.transpose() * scaled + &penalty;
        let step = curvature.cholesky().context("the pages don't determine the weights")?.solve(&gradient);
        weights -= step;
    }
    Ok(weights)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_weights_that_made_a_sample() {
        let mut sample = Sample::default();
        let mut state = 1u64;
        let mut chance = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 40) as f64 / (1u64 << 24) as f64
        };
        let mut mask = [true; 5];
        mask[3] = false;
        for _ in 0..40_000 {
            let mut row = [0.0f32; 5];
            row.iter_mut().take(4).for_each(|value| *value = chance() as f32);
            let logit = 3.0 * f64::from(row[0]) - 2.0 * f64::from(row[1]) + 0.5;
            sample.add(&row, &mask, chance() < 1.0 / (1.0 + (-logit).exp()));
        }
        let (weights, constant) = sample.solve().unwrap();
        for (weight, expected) in weights.into_iter().chain([constant]).zip([3.0, -2.0, 0.0, 0.0, 0.0, 0.5]) {
            assert!((weight - expected).abs() < 0.15, "{weights:?} {constant}");
        }
    }
}
