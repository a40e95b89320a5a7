//! Matrices of the network, as they are or with a trellis code.

use crate::hadamard::Rotation;
use crate::trellis::{Code, Encoder, Step, pack};
use ndarray::ArrayView2;
use rayon::prelude::*;

const LINEAR: u8 = 0;
const TRELLIS: u8 = 1;

/// Adds f32 numbers.
pub fn push_floats<'a>(bytes: &mut Vec<u8>, numbers: impl IntoIterator<Item = &'a f32>) {
    bytes.extend(numbers.into_iter().flat_map(|number| number.to_le_bytes()));
}

/// The matrix as it is, in f32.
pub fn exact(matrix: ArrayView2<f32>) -> Vec<u8> {
    let mut bytes = vec![LINEAR];
    push_floats(&mut bytes, matrix.iter());
    bytes
}

/// A coded matrix.
pub struct Coded {
    pub bytes: Vec<u8>,
    /// Squared error over squared numbers.
    pub error: f64,
}

/// The matrix, K inputs × N outputs, with `rate` bits a number. `book` is the codebook's number in the file; `seed`
/// chooses the rotation.
pub fn coded(matrix: ArrayView2<f32>, code: &Code, book: u8, rate: u8, seed: u64) -> Coded {
    let inputs = matrix.nrows();
    let rotation = Rotation::new(inputs, seed);
    let steps = vec![Step { rate, weight: 1.0 }; inputs];
    let columns: Vec<Column> = (0..matrix.ncols())
        .into_par_iter()
        .map_init(Encoder::default, |encoder, column| {
            let mut values = matrix.column(column).to_vec();
            rotation.apply(&mut values);
            Column::new(&values, code, &steps, encoder)
        })
        .collect();

    let mut bytes = vec![TRELLIS, book, rate];
    bytes.extend((rotation.block as u16).to_le_bytes());
    for signs in rotation.signs.chunks(8) {
        bytes.push(signs.iter().enumerate().map(|(bit, &sign)| u8::from(sign) << bit).sum());
    }
    push_floats(&mut bytes, columns.iter().map(|column| &column.scale));
    columns.iter().for_each(|column| bytes.extend_from_slice(&column.bytes));
    let total: f64 = matrix.iter().map(|&value| f64::from(value).powi(2)).sum();
    let error: f64 = columns.iter().map(|column| column.error).sum();
    Coded { bytes, error: if total > 0.0 { error / total } else { 0.0 } }
}

struct Column {
    scale: f32,
    bytes: Vec<u8>,
    error: f64,
}

impl Column {
    fn new(values: &[f32], code: &Code, steps: &[Step], encoder: &mut Encoder) -> Self {
        let root = (values.iter().map(|value| value * value).sum::<f32>() / values.len() as f32).sqrt();
        let targets: Vec<f32> =
            values.iter().map(|&value| if root > 0.0 { value / root } else { 0.0 }).collect();
        let symbols = encoder.encode(code, steps, &targets);
        let decoded: Vec<f32> = code.decode(steps, &symbols).collect();
        // The scale with the least error for the symbols that were chosen; 0 for a column of zeros.
        let product = |other: &[f32]| -> f64 {
            decoded.iter().zip(other).map(|(a, b)| f64::from(*a) * f64::from(*b)).sum()
        };
        let (fit, power) = (product(values), product(&decoded));
        let scale = if power > 0.0 { (fit / power) as f32 } else { 0.0 };
        let error = |(value, decoded): (&f32, &f32)| f64::from(value - scale * decoded).powi(2);
        let error = values.iter().zip(&decoded).map(error).sum();
        Self { scale, bytes: pack(steps, &symbols), error }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Random;
    use ndarray::Array2;

    #[test]
    fn a_coded_matrix_has_the_formats_layout_and_little_error() {
        let mut random = Random::new(31);
        let mut matrix = Array2::from_shape_fn((64, 3), |_| random.normal() * 0.1);
        matrix.column_mut(2).fill(0.0);
        matrix.row_mut(5).fill(0.0);
        let code = crate::codebook::train(8, 3, crate::codebook::Training { iterations: 2, sequences: 20 });
        let coded = coded(matrix.view(), &code, 4, 3, 1);
        assert_eq!(coded.bytes[..5], [1, 4, 3, 64, 0]);
        assert_eq!(coded.bytes.len(), 5 + 8 + 3 * 4 + 3 * 24);
        assert_eq!(coded.bytes[21..25], 0f32.to_le_bytes());
        assert!(coded.error < 0.06, "{}", coded.error);
    }
}
