//! The token table: the vectors of the kept pieces, exactly as the package has them or with a trellis code.

use crate::matrix::push_floats;
use crate::package::Tokens;
use crate::progress::Progress;
use crate::rates::{self, CLASSES};
use crate::recipe::Recipe;
use crate::transform::Transform;
use crate::trellis::{Code, Encoder, Step, pack};
use ndarray::{Array2, ArrayView1, ArrayView2, s};
use rayon::prelude::*;

const LINEAR: u8 = 0;
const TRELLIS: u8 = 1;
/// The number of components is a multiple of this, for the reader's matrix kernel.
const COMPONENTS_UNIT: usize = 64;
/// Most that a row is lengthened, see [`Recipe::lift`].
const MOST_LIFT: f64 = 2.0;
/// Bounds of a row's scale.
const SCALES: (f64, f64) = (0.2, 8.0);

/// The rows as the package has them.
pub fn exact(tokens: &Tokens, rows: &[u32]) -> Vec<u8> {
    let mut bytes = vec![LINEAR];
    for &row in rows {
        let (low, step, codes) = tokens.codes(row);
        push_floats(&mut bytes, [&low, &step]);
        bytes.extend_from_slice(codes);
    }
    bytes
}

/// The coded table and what goes with it.
pub struct Coded {
    pub bytes: Vec<u8>,
    /// The rows' part of `bytes`.
    pub row_bytes: usize,
    /// Components × 512: the basis, to be stored as a matrix.
    pub basis: Array2<f32>,
    /// Rows in each class.
    pub counts: Vec<usize>,
    /// Expected squared error over the expected square, where each counts as the network notices it.
    pub error: f64,
}

/// The vectors with a trellis code, with the recipe's bytes for the rows. `probabilities` are those of the rows' pieces.
pub fn coded(
    vectors: ArrayView2<f32>,
    probabilities: &[f64],
    transform: &Transform,
    code: &Code,
    book: u8,
    recipe: &Recipe,
) -> Coded {
    let components = transform.components(vectors);
    let scales: Vec<u8> = components.rows().into_iter().map(|row| scale(row, &transform.variances)).collect();
    let median = median(probabilities);
    let classes: Vec<u8> = probabilities
        .iter()
        .zip(&scales)
        .map(|(probability, &scale)| rates::class(median / probability, scale_of(scale).into()))
        .collect();
    let mut counts = vec![0; CLASSES];
    classes.iter().for_each(|&class| counts[usize::from(class)] += 1);
    let most = recipe.components.next_multiple_of(COMPONENTS_UNIT).clamp(COMPONENTS_UNIT, vectors.ncols());
    let rates = rates::fill(&transform.variances[..most], &counts, recipe.table_bytes);
    let used = |class: &usize| counts[*class] > 0;
    let coded = (0..CLASSES).filter(used).map(|class| rates[class].iter().filter(|&&bits| bits > 0).count());
    let kept = coded.max().unwrap_or(0).next_multiple_of(COMPONENTS_UNIT).clamp(COMPONENTS_UNIT, most);

    let coder = Coder::new(transform, &rates, code, recipe.lift);
    let progress = Progress::new("coding rows", classes.len());
    let rows: Vec<Row> = components
        .axis_chunks_iter(ndarray::Axis(0), 256)
        .into_par_iter()
        .enumerate()
        .map_init(Encoder::default, |encoder, (chunk, rows)| {
            let first = chunk * 256;
            let coded: Vec<_> = rows
                .rows()
                .into_iter()
                .zip(first..)
                .map(|(row, at)| coder.row(row, classes[at], scales[at], encoder))
                .collect();
            progress.add(coded.len());
            coded
        })
        .flatten()
        .collect();

    let mut bytes = vec![TRELLIS, book];
    bytes.extend((kept as u16).to_le_bytes());
    push_floats(&mut bytes, &transform.mean);
    // The basis has the deviations in it: then each of its rows counts the same, and one rate suits them all.
    push_floats(&mut bytes, &vec![1.0; kept]);
    bytes.push(CLASSES as u8);
    rates.iter().for_each(|rates| bytes.extend_from_slice(&rates[..kept]));
    bytes.extend(classes.chunks(2).map(|pair| pair[0] | pair.get(1).unwrap_or(&0) << 4));
    bytes.extend(rows.iter().map(|row| row.scale));
    let before = bytes.len();
    rows.iter().for_each(|row| bytes.extend_from_slice(&row.bytes));
    let mut basis = transform.basis.slice(s![..kept, ..]).to_owned();
    for (mut row, variance) in basis.rows_mut().into_iter().zip(&transform.variances) {
        row *= variance.sqrt() as f32;
    }
    let power: f64 = components.iter().map(|&value| f64::from(value).powi(2)).sum();
    let error = rows.iter().map(|row| row.error).sum::<f64>() / power;
    Coded { row_bytes: bytes.len() - before, bytes, basis, counts, error }
}

/// What the rows of a table share.
struct Coder<'a> {
    code: &'a Code,
    deviations: Vec<f32>,
    /// For each class its components, last first, and their steps.
    plans: Vec<(Vec<usize>, Vec<Step>)>,
    /// The recipe's.
    lift: f64,
}

impl<'a> Coder<'a> {
    fn new(transform: &Transform, rates: &[Vec<u8>], code: &'a Code, lift: f64) -> Self {
        let plan = |rates: &Vec<u8>| {
            let components: Vec<usize> = (0..rates.len()).rev().filter(|&at| rates[at] > 0).collect();
            let step = |&at: &usize| Step { rate: rates[at], weight: transform.variances[at] as f32 };
            let steps = components.iter().map(step).collect();
            (components, steps)
        };
        let deviations = transform.variances.iter().map(|variance| variance.sqrt() as f32).collect();
        Self { code, deviations, plans: rates.iter().map(plan).collect(), lift }
    }

    fn row(&self, row: ArrayView1<f32>, class: u8, scale: u8, encoder: &mut Encoder) -> Row {
        let (components, steps) = &self.plans[usize::from(class)];
        let factor = scale_of(scale);
        let targets: Vec<f32> =
            components.iter().map(|&at| row[at] / (self.deviations[at] * factor)).collect();
        let symbols = encoder.encode(self.code, steps, &targets);
        let power: f64 = row.iter().map(|&value| f64::from(value).powi(2)).sum();
        let (mut coded, mut product) = (0.0, 0.0);
        for (value, &at) in self.code.decode(steps, &symbols).zip(components) {
            let value = f64::from(value * self.deviations[at] * factor);
            coded += value * value;
            product += value * f64::from(row[at]);
        }
        let lift = if coded > 0.0 { (power / coded).sqrt().powf(self.lift).min(MOST_LIFT) } else { 1.0 };
        let steps_up = (lift.log2() * 16.0).round() as u8;
        let lift = (f64::from(steps_up) / 16.0).exp2();
        Row {
            bytes: pack(steps, &symbols),
            scale: scale.saturating_add(steps_up),
            error: power - 2.0 * lift * product + lift * lift * coded,
        }
    }
}

/// A coded row: its bytes, its scale, its squared error.
struct Row {
    bytes: Vec<u8>,
    scale: u8,
    error: f64,
}

/// The code of a row's size beside what the variances let expect.
fn scale(row: ArrayView1<f32>, variances: &[f64]) -> u8 {
    let squares: f64 =
        row.iter().zip(variances).map(|(&value, variance)| f64::from(value).powi(2) / variance).sum();
    let scale = (squares / variances.len() as f64).sqrt().clamp(SCALES.0, SCALES.1);
    (scale.log2() * 16.0).round() as i8 as u8 ^ 0x80
}

/// The scale that a code stands for.
fn scale_of(code: u8) -> f32 {
    ((f32::from(code) - 128.0) / 16.0).exp2()
}

fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted[sorted.len() / 2]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scales_are_stored_in_sixteenths_of_a_power_of_two() {
        let row = ndarray::arr1(&[2.0f32, -2.0]);
        assert_eq!(scale(row.view(), &[1.0, 1.0]), 144);
        assert_eq!(scale(row.view(), &[16.0, 16.0]), 112);
        assert_eq!(scale_of(144), 2.0);
        assert_eq!(scale_of(112), 0.5);
    }
}
