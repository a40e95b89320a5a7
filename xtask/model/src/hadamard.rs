//! The rotation before a matrix is coded: random signs, then a Walsh–Hadamard transform in blocks.
//!
//! Rotated, the numbers of a column are close to normally distributed whatever they were, and the codebooks are made
//! for that; no column needs a treatment of its own (Tseng et al. 2024, "QuIP#").

use crate::random::Random;

/// The largest block.
const LARGEST: usize = 256;

/// Signs and block of a rotation of `length` numbers.
pub struct Rotation {
    /// −1 for true.
    pub signs: Vec<bool>,
    /// A power of two that divides the length.
    pub block: usize,
}

impl Rotation {
    /// A rotation of `length` numbers, the same for the same seed.
    pub fn new(length: usize, seed: u64) -> Self {
        let mut random = Random::new(seed);
        let signs = (0..length).map(|_| random.bits() >> 63 == 1).collect();
        let block = if length == 0 { 1 } else { (1 << length.trailing_zeros()).min(LARGEST) };
        Self { signs, block }
    }

    /// From the matrix's column to what is coded: signs, then the transform.
    pub fn apply(&self, column: &mut [f32]) {
        self.flip(column);
        column.chunks_exact_mut(self.block).for_each(transform);
    }

    /// The inverse of [`Self::apply`].
    pub fn undo(&self, column: &mut [f32]) {
        column.chunks_exact_mut(self.block).for_each(transform);
        self.flip(column);
    }

    fn flip(&self, column: &mut [f32]) {
        for (value, &sign) in column.iter_mut().zip(&self.signs) {
            if sign {
                *value = -*value;
            }
        }
    }
}

/// The orthonormal Walsh–Hadamard transform in Sylvester's order, its own inverse. The length is a power of two.
pub fn transform(values: &mut [f32]) {
    let mut half = 1;
    while half < values.len() {
        for pair in values.chunks_exact_mut(2 * half) {
            let (left, right) = pair.split_at_mut(half);
            for (a, b) in left.iter_mut().zip(right) {
                (*a, *b) = (*a + *b, *a - *b);
            }
        }
        half *= 2;
    }
    let scale = 1.0 / (values.len() as f32).sqrt();
    values.iter_mut().for_each(|value| *value *= scale);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_its_own_inverse_and_of_sylvesters_order() {
        let mut unit = [0.0, 1.0, 0.0, 0.0];
        transform(&mut unit);
        assert_eq!(unit, [0.5, -0.5, 0.5, -0.5]);
        let original = Random::new(1).normals(320);
        let mut values = original.clone();
        let rotation = Rotation::new(320, 9);
        assert_eq!(rotation.block, 64);
        rotation.apply(&mut values);
        assert!(values.iter().zip(&original).any(|(a, b)| (a - b).abs() > 0.1));
        rotation.undo(&mut values);
        assert!(values.iter().zip(&original).all(|(a, b)| (a - b).abs() < 1e-5));
    }
}
