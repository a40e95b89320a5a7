//! The basis that token vectors are coded in: a Karhunen–Loève transform, weighted by what the network notices.
//!
//! With G = V·g·Vᵀ the sensitivity and C the covariance of the vectors, H = V√g takes a vector to a space where every
//! direction moves the output as much as any other. The eigenvectors U of HᵀCH make its components uncorrelated
//! there, with the eigenvalues as variances. So components are (x − mean)·H·U and x = mean + components·Uᵀ·H⁻¹; an error
//! in any component counts the same, and bits may go by variance alone.

use anyhow::{Result, ensure};
use nalgebra::{DMatrix, SymmetricEigen};
use ndarray::{Array1, Array2, ArrayView2, Axis};

/// Directions that the network hardly notices are taken as if it noticed them this much, as a part of the most noticed:
/// the sample of sentences is small.
const FLOOR: f64 = 1e-4;

/// The transform of the vectors of one file.
pub struct Transform {
    pub mean: Array1<f32>,
    /// 512 × 512, vector to components.
    forward: Array2<f32>,
    /// 512 × 512, components to vector; one row a component.
    pub basis: Array2<f32>,
    /// Variance of each component, descending.
    pub variances: Vec<f64>,
}

impl Transform {
    /// The transform for vectors, one a row, with the sensitivity G.
    ///
    /// # Errors
    /// When G has no positive eigenvalue, or the vectors do not vary.
    pub fn new(vectors: ArrayView2<f32>, sensitivity: &Array2<f64>) -> Result<Self> {
        let mean = vectors.mean_axis(Axis(0)).unwrap_or_else(|| Array1::zeros(vectors.ncols()));
        let centred = &vectors - &mean;
        let covariance = centred.t().dot(&centred).mapv(f64::from) / vectors.nrows() as f64;

        let (gains, directions) = eigen(sensitivity);
        let most = gains[0];
        ensure!(most > 0.0, "the network's output does not depend on its input");
        let roots: Vec<f64> = gains.iter().map(|&gain| gain.max(most * FLOOR).sqrt()).collect();
        let scaled = |scale: &dyn Fn(f64) -> f64| {
            let mut scaled = directions.clone();
            for (mut column, &root) in scaled.columns_mut().into_iter().zip(&roots) {
                column *= scale(root);
            }
            scaled
        };
        let (into, back) = (scaled(&|root| root), scaled(&|root| 1.0 / root));
        let (variances, rotation) = eigen(&into.t().dot(&covariance).dot(&into));
        ensure!(variances[0] > 0.0, "the vectors of the pieces are all the same");
        let forward = into.dot(&rotation).mapv(|value| value as f32);
        let basis = rotation.t().dot(&back.t()).mapv(|value| value as f32);
        // Rounding may leave variances of the last components below zero.
        let variances = variances.iter().map(|&variance| variance.max(variances[0] * 1e-12)).collect();
        Ok(Self { mean, forward, basis: basis.as_standard_layout().into_owned(), variances })
    }

    /// The components of vectors, one a row.
    pub fn components(&self, vectors: ArrayView2<f32>) -> Array2<f32> {
        (&vectors - &self.mean).dot(&self.forward)
    }
}

/// Eigenvalues, descending, and eigenvectors, one a column, of a symmetric matrix.
fn eigen(matrix: &Array2<f64>) -> (Vec<f64>, Array2<f64>) {
    let size = matrix.nrows();
    let symmetric = DMatrix::from_fn(size, size, |i, j| (matrix[[i, j]] + matrix[[j, i]]) / 2.0);
    let eigen = SymmetricEigen::new(symmetric);
    let mut order: Vec<usize> = (0..size).collect();
    order.sort_by(|&a, &b| eigen.eigenvalues[b].total_cmp(&eigen.eigenvalues[a]));
    let values = order.iter().map(|&at| eigen.eigenvalues[at]).collect();
    let vectors = Array2::from_shape_fn((size, size), |(i, j)| eigen.eigenvectors[(i, order[j])]);
    (values, vectors)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;

    #[test]
    fn components_are_uncorrelated_and_lead_back() {
        let mut random = Random::new(21);
        let mix = Array2::from_shape_fn((8, 8), |_| random.normal());
        let vectors = Array2::from_shape_fn((500, 8), |_| random.normal()).dot(&mix) + 3.0;
        let notice = Array2::from_shape_fn((8, 8), |_| f64::from(random.normal()));
        let transform = Transform::new(vectors.view(), &notice.t().dot(&notice)).unwrap();
        let components = transform.components(vectors.view());
        let covariance = components.t().dot(&components) / 500.0;
        for ((i, j), &value) in covariance.indexed_iter() {
            let expected = if i == j { transform.variances[i] as f32 } else { 0.0 };
            assert!(
                (value - expected).abs() < 1e-3 * transform.variances[0] as f32,
                "{i} {j} {value} {expected}"
            );
        }
        let back = components.dot(&transform.basis) + &transform.mean;
        assert!((back - &vectors).iter().all(|error| error.abs() < 1e-2));
        assert!(transform.variances.is_sorted_by(|a, b| a >= b));
    }
}
