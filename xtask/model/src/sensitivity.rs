//! How much the network's output moves when a token's vector does: G = mean of JᵀJ, J the Jacobian of the output with
//! respect to one token's vector.
//!
//! For random directions v of unit variance (Jᵀv)(Jᵀv)ᵀ is JᵀJ on average, and Jᵀv is the gradient of v·output: a
//! few directions for each sentence are enough, because there are many sentences.

use crate::network::{DIMENSIONS, Network};
use crate::package::Tokens;
use crate::progress::Progress;
use crate::random::Random;
use ndarray::{Array1, Array2};
use rayon::prelude::*;

/// Longer sentences are left out: they would count most and say little.
const LONGEST: usize = 80;
/// Sentences whose gradients are summed before the sums are: enough to keep the threads busy.
const BATCH: usize = 16;

/// G, 512 × 512, divided by its trace, over the tokens of `sentences` (rows of the package's table).
pub fn measure(network: &Network, tokens: &Tokens, sentences: &[Vec<u32>], directions: usize) -> Array2<f64> {
    let sentences: Vec<(usize, &Vec<u32>)> =
        sentences.iter().enumerate().filter(|(_, sentence)| sentence.len() <= LONGEST).collect();
    let progress = Progress::new("measuring sentences", sentences.len());
    let sums: Vec<Array2<f64>> = sentences
        .par_chunks(BATCH)
        .map(|batch| {
            let mut sum = Array2::zeros((DIMENSIONS, DIMENSIONS));
            for (index, sentence) in batch {
                let mut random = Random::new(*index as u64);
                let pass = network.forward(tokens.vectors(sentence).view());
                for _ in 0..directions {
                    let direction = Array1::from(random.normals(DIMENSIONS));
                    let gradient = network.backward(&pass, direction.view());
                    sum += &gradient.t().dot(&gradient).mapv(f64::from);
                }
            }
            progress.add(batch.len());
            sum
        })
        .collect();
    let mut sum = Array2::zeros((DIMENSIONS, DIMENSIONS));
    sums.iter().for_each(|part| sum += part);
    let trace = sum.diag().sum();
    sum / trace
}
