//! How many bits each component of each row gets: reverse water-filling, a step further for rows that matter more.
//!
//! The least total error for a number of bits gives each component ½·log₂(σ²/θ) bits, and none where σ² < θ (Cover and
//! Thomas 2006, 10.3.3). A row's class moves the water level θ by powers of 4, so that frequent pieces, and rows with
//! large vectors, get more bits.

use crate::recipe::MOST_BITS;

/// Levels are halves, from `LOWEST` up; level l stands for θ·4^l.
const LOWEST: f64 = -3.0;
const HIGHEST: f64 = 1.0;
/// Classes that there can be.
pub const CLASSES: usize = ((HIGHEST - LOWEST) * 2.0) as usize + 1;

/// How much a piece's frequency counts: its share to this power, in bits of error.
const FREQUENCY: f64 = 0.25;

/// The class of a row, 0 with the most bits: `rarity` is the median share of all pieces over this piece's, `norm` the
/// size of its vector beside the usual.
pub fn class(rarity: f64, norm: f64) -> u8 {
    let level = (FREQUENCY * rarity.ln() - (norm * norm).ln()) / 4f64.ln();
    let level = (level * 2.0).round() / 2.0;
    ((level.clamp(LOWEST, HIGHEST) - LOWEST) * 2.0) as u8
}

/// The bits of each component in a class at the water level `theta`.
pub fn bits(variances: &[f64], theta: f64, class: usize) -> Vec<u8> {
    let theta = theta * 4f64.powf(LOWEST + class as f64 / 2.0);
    let bits = |variance: f64| (0.5 * (variance / theta).log2()).round().clamp(0.0, MOST_BITS.into()) as u8;
    variances.iter().map(|&variance| bits(variance)).collect()
}

/// Bytes of a row with these bits a component, its scale and its class not counted.
pub fn row_bytes(bits: &[u8]) -> usize {
    bits.iter().map(|&bits| usize::from(bits)).sum::<usize>().div_ceil(8)
}

/// The bits of each class, such that rows, `counts` of each class, together have at most `bytes`: the lowest water level
/// that does, by bisection.
pub fn fill(variances: &[f64], counts: &[usize], bytes: usize) -> Vec<Vec<u8>> {
    let classes = |theta: f64| -> Vec<Vec<u8>> {
        (0..counts.len()).map(|class| bits(variances, theta, class)).collect()
    };
    let used = |classes: &[Vec<u8>]| -> usize {
        classes.iter().zip(counts).map(|(bits, count)| row_bytes(bits) * count).sum()
    };
    let (mut low, mut high) = (variances[0] * 1e-9, variances[0] * 1e9);
    for _ in 0..100 {
        let middle = (low * high).sqrt();
        if used(&classes(middle)) > bytes { low = middle } else { high = middle }
    }
    classes(high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_follow_the_variance_and_fill_the_space() {
        let variances: Vec<f64> = (0..64).map(|i| 4f64.powf(-f64::from(i) / 8.0)).collect();
        let mut counts = [0; CLASSES];
        counts[4] = 100;
        counts[7] = 300;
        let classes = fill(&variances, &counts, 2000);
        let used = row_bytes(&classes[4]) * 100 + row_bytes(&classes[7]) * 300;
        assert!((1500..=2000).contains(&used), "{used}");
        assert!(classes.iter().all(|bits| bits.is_sorted_by(|a, b| a >= b)));
        assert!(row_bytes(&classes[4]) > row_bytes(&classes[7]));
    }

    #[test]
    fn frequent_pieces_and_large_vectors_come_first() {
        assert_eq!(class(1.0, 1.0), 6);
        assert!(class(1e-4, 1.0) < class(1.0, 1.0));
        assert!(class(1.0, 4.0) < class(1.0, 1.0));
        assert_eq!(class(1e12, 0.1) as usize, CLASSES - 1);
    }
}
