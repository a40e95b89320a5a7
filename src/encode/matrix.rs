//! A layer's weights, and vectors multiplied by them.
//!
//! Weights and inputs are kept as 11-bit whole numbers with a step: products of two fit in 16 × 16 → 32-bit
//! arithmetic, which processors do eight or sixteen at a time, and sums of 1,280 of them in 32 bits. The rounding is a
//! thousandth of a matrix's or a vector's largest value, less than the model's own 8-bit weights have.

use super::Error;
use super::cursor::Cursor;
use super::kernel::{self, COLUMNS, ROWS};
use super::trellis::{Book, MOST};

/// The largest whole number that a weight or an input takes: 1280 × 1023² is below 2³¹.
const LARGEST: f32 = 1023.0;

/// The most inputs that a matrix may have.
const INPUTS: usize = 1280;

/// A matrix that takes `inputs` numbers to `outputs`.
pub(super) struct Matrix {
    inputs: usize,
    outputs: usize,
    /// Panels of [`COLUMNS`] outputs; within one, for each pair of inputs, the pair of each output.
    weights: Vec<i16>,
    /// What a whole number of each output's column stands for.
    steps: Vec<f32>,
}

/// Vectors in whole numbers, ready to be multiplied.
pub(super) struct Rows {
    values: Vec<i16>,
    /// What a whole number stands for: one step a row, or one for all.
    steps: Vec<f32>,
    /// Where a row starts, after the one before.
    stride: usize,
    rows: usize,
}

impl Rows {
    /// Vectors of `width` numbers, one after the other, each with its own step.
    pub fn each(vectors: &[f32], width: usize) -> Rows {
        let rows = vectors.len() / width;
        let mut out =
            Rows { values: Vec::with_capacity(vectors.len()), steps: Vec::new(), stride: width, rows };
        for vector in vectors.chunks_exact(width) {
            out.push(vector);
        }
        out
    }

    /// All windows of `order` neighbouring vectors, of which `left` stand before the one that the window is for, with
    /// zeros where a window reaches over the ends.
    pub fn windows(vectors: &[f32], width: usize, order: usize, left: usize) -> Rows {
        let rows = vectors.len() / width;
        let length = (rows + order - 1) * width;
        let mut out = Rows { values: Vec::with_capacity(length), steps: Vec::new(), stride: width, rows };
        out.values.resize(left * width, 0);
        out.push(vectors);
        out.values.resize(length, 0);
        out
    }

    fn push(&mut self, values: &[f32]) {
        let largest = values.iter().fold(0.0, |most: f32, value| most.max(value.abs()));
        let parts = if largest > 0.0 { LARGEST / largest } else { 0.0 };
        self.values.extend(values.iter().map(|value| whole(value * parts)));
        self.steps.push(largest / LARGEST);
    }
}

/// The nearest whole number to one that is small. Beside 1.5 · 2²³ a float has no bits left for fractions: the sum is
/// rounded, and its lowest bits are the whole number. A call of `round` takes longer than the multiplications.
fn whole(value: f32) -> i16 {
    // Only a hostile file's numbers are not finite; they must not become more than the sums have room for.
    let value = if value.abs() < LARGEST + 1.0 { value } else { 0.0 };
    (value + 12_582_912.0).to_bits() as i16
}

impl Matrix {
    /// Reads a matrix of the given shape.
    pub fn read(part: &mut Cursor, books: &[Book], inputs: usize, outputs: usize) -> Result<Matrix, Error> {
        debug_assert!(inputs <= INPUTS && inputs.is_multiple_of(2) && outputs.is_multiple_of(COLUMNS));
        let mut matrix = Matrix {
            inputs,
            outputs,
            weights: vec![0; inputs * outputs],
            steps: Vec::with_capacity(outputs),
        };
        match part.u8()? {
            0 => {
                let values = part.floats(inputs * outputs)?;
                let mut column = vec![0.0; inputs];
                for output in 0..outputs {
                    for (input, value) in column.iter_mut().enumerate() {
                        *value = values[input * outputs + output];
                    }
                    matrix.set(output, &column);
                }
            }
            1 => matrix.read_codes(part, books)?,
            _ => return Err(part.wrong("the kind of a matrix")),
        }
        if matrix.steps.iter().any(|step| !step.is_finite()) {
            return Err(part.wrong("the weights of a matrix"));
        }
        Ok(matrix)
    }

    fn read_codes(&mut self, part: &mut Cursor, books: &[Book]) -> Result<(), Error> {
        let book = Book::named(books, part)?;
        let rate = part.u8()?;
        let block = usize::from(part.u16()?);
        if !(1..=MOST).contains(&rate) || !block.is_power_of_two() || !self.inputs.is_multiple_of(block) {
            return Err(part.wrong("the form of a matrix"));
        }
        let signs = part.take(self.inputs.div_ceil(8))?;
        let negative = |input: usize| signs[input / 8] >> (input % 8) & 1 == 1;
        let scales = part.floats(self.outputs)?;
        let length = (self.inputs * usize::from(rate)).div_ceil(8);
        let mut column = vec![0.0; self.inputs];
        for (output, scale) in scales.iter().enumerate() {
            let mut decoder = book.decoder(part.take(length)?);
            column.iter_mut().for_each(|value| *value = decoder.next(rate));
            column.chunks_exact_mut(block).for_each(walsh_hadamard);
            let scale = scale / (block as f32).sqrt();
            for (input, value) in column.iter_mut().enumerate() {
                *value *= if negative(input) { -scale } else { scale };
            }
            self.set(output, &column);
        }
        Ok(())
    }

    /// Takes over the weights of one output; called for each in turn.
    fn set(&mut self, output: usize, column: &[f32]) {
        let largest = column.iter().fold(0.0, |most: f32, value| most.max(value.abs()));
        let parts = if largest > 0.0 { LARGEST / largest } else { 0.0 };
        let panel = output / COLUMNS * COLUMNS * self.inputs;
        for (pair, values) in column.chunks_exact(2).enumerate() {
            let at = panel + (pair * COLUMNS + output % COLUMNS) * 2;
            self.weights[at] = whole(values[0] * parts);
            self.weights[at + 1] = whole(values[1] * parts);
        }
        self.steps.push(largest / LARGEST);
    }

    /// Multiplies each row: shape rows × inputs in, rows × outputs out.
    pub fn multiply(&self, rows: &Rows) -> Vec<f32> {
        let mut out = vec![0.0; rows.rows * self.outputs];
        let panels = self.weights.chunks_exact(self.inputs * COLUMNS);
        for ((number, panel), steps) in panels.enumerate().zip(self.steps.chunks_exact(COLUMNS)) {
            for first in (0..rows.rows).step_by(ROWS) {
                // The last tile's spare rows are its last row again.
                let starts = std::array::from_fn(|row| (first + row).min(rows.rows - 1) * rows.stride);
                let sums = kernel::tile(&rows.values, starts, self.inputs, panel);
                for (row, sums) in (first..rows.rows).zip(&sums) {
                    let input = rows.steps[row.min(rows.steps.len() - 1)];
                    let place = row * self.outputs + number * COLUMNS;
                    for ((value, &sum), step) in out[place..][..COLUMNS].iter_mut().zip(sums).zip(steps) {
                        *value = sum as f32 * (input * step);
                    }
                }
            }
        }
        out
    }
}

/// The Walsh–Hadamard transform in place, in natural order, without its factor 1/√n; the length is a power of two.
fn walsh_hadamard(values: &mut [f32]) {
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
}
