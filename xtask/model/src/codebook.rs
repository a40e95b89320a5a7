//! Codebooks for normally distributed numbers, made by Lloyd's iteration (1957): code random numbers, move each value
//! to the mean of the numbers that were coded with it, and so on.

use crate::random::Random;
use crate::trellis::{Code, Encoder, Step};
use rayon::prelude::*;

/// Numbers in a training sequence.
const LENGTH: usize = 256;
/// Draws whose mean is a starting value.
const DRAWS: usize = 16;

/// How long a codebook is trained.
#[derive(Clone, Copy, Debug)]
pub struct Training {
    pub iterations: usize,
    /// Sequences of 256 numbers in an iteration.
    pub sequences: usize,
}

/// A codebook for a window of `window` bits, trained for numbers of mean 0 and variance 1 at `rate` bits each.
pub fn train(window: u32, rate: u8, training: Training) -> Code {
    let mut random = Random::new(u64::from(window) << 8 | u64::from(rate));
    let mut values = start(1 << window, &mut random);
    let steps = [Step { rate, weight: 1.0 }; LENGTH];
    let sequences: Vec<Vec<f32>> = (0..training.sequences).map(|_| random.normals(LENGTH)).collect();
    for _ in 0..training.iterations {
        let code = Code::new(&values);
        let coded: Vec<Vec<u8>> = sequences
            .par_iter()
            .map_init(Encoder::default, |encoder, targets| encoder.encode(&code, &steps, targets))
            .collect();
        let mut sums = vec![(0.0f64, 0u32); values.len()];
        for (targets, symbols) in sequences.iter().zip(&coded) {
            for (window, &target) in code.windows(&steps, symbols).zip(targets) {
                sums[window].0 += f64::from(target);
                sums[window].1 += 1;
            }
        }
        for (value, (sum, count)) in values.iter_mut().zip(sums) {
            // The mean of a few numbers is worse than what is there.
            if count > 3 {
                *value = (sum / f64::from(count)) as f32;
            }
        }
    }
    Code::new(&values)
}

/// Values that are spread as the normal distribution is, in random order: neighbouring windows must not have
/// neighbouring values.
fn start(count: usize, random: &mut Random) -> Vec<f32> {
    let mut draws = random.normals(count * DRAWS);
    draws.sort_unstable_by(f32::total_cmp);
    let mut values: Vec<f32> =
        draws.chunks_exact(DRAWS).map(|draws| draws.iter().sum::<f32>() / DRAWS as f32).collect();
    random.shuffle(&mut values);
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The mean squared error for fresh numbers of variance 1, with short training.
    fn distortion(window: u32, rate: u8) -> f64 {
        let code = train(window, rate, Training { iterations: 4, sequences: 60 << (window - 8) });
        let steps = [Step { rate, weight: 1.0 }; 400];
        let mut random = Random::new(99);
        let mut error = 0.0;
        for _ in 0..20 {
            let targets = random.normals(steps.len());
            let symbols = Encoder::default().encode(&code, &steps, &targets);
            let decoded = code.decode(&steps, &symbols);
            error += decoded.zip(&targets).map(|(a, b)| f64::from(a - b).powi(2)).sum::<f64>();
        }
        error / 8000.0
    }

    /// The least possible is 4^−rate: .25, .0625, .0156. The best codes of one value at a time reach .363, .118, .0345
    /// (Max 1960), trained ones with a window of 12 bits .278, .074, .0197.
    #[test]
    fn the_error_is_near_the_known_figures() {
        for (rate, most) in [(1, 0.30), (2, 0.09), (3, 0.025)] {
            let error = distortion(8, rate);
            assert!(error < most && error > 0.25f64.powi(rate.into()), "rate {rate}: {error}");
        }
    }

    /// Takes a minute without optimization: `cargo test --release -- --ignored`.
    #[test]
    #[ignore = "slow without optimization"]
    fn a_window_of_twelve_bits_is_within_its_figures() {
        for (rate, expected) in [(1, 0.278), (2, 0.074), (3, 0.0197)] {
            let error = distortion(12, rate);
            assert!((error / expected - 1.0f64).abs() < 0.03, "rate {rate}: {error}");
        }
    }
}
