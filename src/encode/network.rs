//! The network from token vectors to a sentence's vector.
//!
//! The universal sentence encoder for many languages, version 3, in its convolutional form (Yang et al. 2020,
//! <https://aclanthology.org/2020.acl-demos.12>), with the layers as its weights have them. For `T` tokens:
//!
//! ```text
//! e   T × 512    token vectors
//! x   T × 768    layer norm of e · proj + b
//! for each order n of 2, 3, 5, with 256 columns of x:
//!   h T × 256    x + relu(windows of n rows of x · w1 + b1)
//!   c T × 256    h + relu(windows of n rows of h · w2 + b2)
//! f   T × 1280   layer norm of e, c2, c3, c5 side by side
//! s   512        (sum of f's rows) · w — a sentence's feature: those of neighbours can be added
//! m   512        (s + T · b) / √T
//! y0  320        relu(m · d0)
//! y1  320        relu(m · p1 + y0 · d1)
//! y2  512        relu(y1 · d2)
//! v   512        tanh(y1 · p3 + y2 · d3), scaled to length 1
//! ```

use super::cursor::Cursor;
use super::matrix::{Matrix, Rows};
use super::trellis::Book;
use super::{Error, WIDTH};
use std::ops::Range;

/// Columns of a branch.
const BRANCH: usize = 256;
/// The branches: rows of a window, and how many of them stand before the row that it is for.
const ORDERS: [(usize, usize); 3] = [(2, 0), (3, 1), (5, 2)];
/// Columns of all branches.
const BRANCHES: usize = BRANCH * ORDERS.len();
/// Columns of the token features.
pub(super) const FEATURES: usize = WIDTH + BRANCHES;
/// Columns inside the last layers.
const INNER: usize = 320;
/// Kept from dividing by nothing.
const EPSILON: f32 = 1e-12;

/// Shapes of the matrices, inputs × outputs, in the file's order.
const SHAPES: [(usize, usize); 14] = [
    (WIDTH, BRANCHES),
    (2 * BRANCH, BRANCH),
    (2 * BRANCH, BRANCH),
    (3 * BRANCH, BRANCH),
    (3 * BRANCH, BRANCH),
    (5 * BRANCH, BRANCH),
    (5 * BRANCH, BRANCH),
    (FEATURES, WIDTH),
    (WIDTH, INNER),
    (INNER, INNER),
    (WIDTH, INNER),
    (INNER, WIDTH),
    (INNER, WIDTH),
    (WIDTH, WIDTH),
];

/// A layer norm's factors and addends.
struct Norm {
    factors: Vec<f32>,
    addends: Vec<f32>,
}

impl Norm {
    /// Brings each row to mean 0 and variance 1, then multiplies and adds.
    fn apply(&self, rows: &mut [f32]) {
        let width = self.factors.len();
        for row in rows.chunks_exact_mut(width) {
            let mean = total(row, |value| value) / width as f32;
            row.iter_mut().for_each(|value| *value -= mean);
            let variance = total(row, |value| value * value) / width as f32;
            let factor = (variance + EPSILON).sqrt().recip();
            for (value, (gain, addend)) in row.iter_mut().zip(self.factors.iter().zip(&self.addends)) {
                *value = *value * factor * gain + addend;
            }
        }
    }
}

/// A sum over a row, in eight sums that processors can run side by side.
fn total(row: &[f32], of: impl Fn(f32) -> f32) -> f32 {
    let mut sums = [0.0; 8];
    for values in row.chunks_exact(8) {
        sums.iter_mut().zip(values).for_each(|(sum, &value)| *sum += of(value));
    }
    sums.iter().sum()
}

/// One of the three readings of neighbouring tokens.
struct Branch {
    biases: [Vec<f32>; 2],
    layers: [Matrix; 2],
}

/// All layers.
pub(super) struct Network {
    projection: Matrix,
    projection_bias: Vec<f32>,
    projection_norm: Norm,
    branches: [Branch; 3],
    norm: Norm,
    features: Matrix,
    features_bias: Vec<f32>,
    d0: Matrix,
    d1: Matrix,
    p1: Matrix,
    d2: Matrix,
    p3: Matrix,
    d3: Matrix,
    /// From a table's components to token vectors.
    pub basis: Option<Matrix>,
}

/// A network that is being read.
pub(super) struct Reader {
    vectors: Vec<Vec<f32>>,
    matrices: Vec<Matrix>,
    shapes: Vec<(usize, usize)>,
    at: usize,
    end: usize,
}

impl Reader {
    /// Reads all but the matrices; `components` is the size of the basis that the table needs.
    pub fn new(place: &Range<usize>, mut part: Cursor, components: Option<usize>) -> Result<Reader, Error> {
        let biases = [BRANCH; 2 * ORDERS.len()];
        let lengths = [BRANCHES; 3].iter().chain(&biases).chain(&[FEATURES, FEATURES, WIDTH]);
        let vectors = lengths.map(|&length| part.floats(length)).collect::<Result<_, _>>()?;
        let basis = components.map(|components| (components, WIDTH));
        let shapes = SHAPES.into_iter().chain(basis).rev().collect();
        Ok(Reader { vectors, matrices: Vec::new(), shapes, at: part.at(), end: place.end })
    }

    /// Reads one more matrix; true when all are there.
    pub fn advance(&mut self, file: &[u8], books: &[Book]) -> Result<bool, Error> {
        let mut part = Cursor::new(file, self.at..self.end);
        if let Some(&(inputs, outputs)) = self.shapes.last() {
            self.matrices.push(Matrix::read(&mut part, books, inputs, outputs)?);
            self.shapes.pop();
            self.at = part.at();
        }
        if self.shapes.is_empty() {
            part.finish()?;
        }
        Ok(self.shapes.is_empty())
    }

    /// The network, once all matrices are there.
    pub fn finish(self) -> Option<Network> {
        let mut vectors = self.vectors.into_iter();
        let mut vector = || vectors.next();
        let mut matrices = self.matrices.into_iter();
        let mut matrix = || matrices.next();
        let projection = matrix()?;
        let projection_bias = vector()?;
        let projection_norm = Norm { factors: vector()?, addends: vector()? };
        let mut branch = || Some(Branch { biases: [vector()?, vector()?], layers: [matrix()?, matrix()?] });
        let branches = [branch()?, branch()?, branch()?];
        Some(Network {
            projection,
            projection_bias,
            projection_norm,
            branches,
            norm: Norm { factors: vector()?, addends: vector()? },
            features: matrix()?,
            features_bias: vector()?,
            d0: matrix()?,
            d1: matrix()?,
            p1: matrix()?,
            d2: matrix()?,
            p3: matrix()?,
            d3: matrix()?,
            basis: matrix(),
        })
    }
}

impl Network {
    /// The features of a run of tokens; shape: T × 512 in, T × 1280 out.
    pub fn token_features(&self, tokens: &[f32]) -> Vec<f32> {
        let count = tokens.len() / WIDTH;
        let mut inputs = self.projection.multiply(&Rows::each(tokens, WIDTH));
        add_to_each(&mut inputs, &self.projection_bias);
        self.projection_norm.apply(&mut inputs);
        let mut features = vec![0.0; count * FEATURES];
        columns(&mut features, FEATURES, 0, tokens, WIDTH);
        for (number, (branch, (order, left))) in self.branches.iter().zip(ORDERS).enumerate() {
            let mut values: Vec<f32> = inputs
                .chunks_exact(BRANCHES)
                .flat_map(|row| &row[number * BRANCH..][..BRANCH])
                .copied()
                .collect();
            for (layer, bias) in branch.layers.iter().zip(&branch.biases) {
                let read = layer.multiply(&Rows::windows(&values, BRANCH, order, left));
                for (values, read) in values.chunks_exact_mut(BRANCH).zip(read.chunks_exact(BRANCH)) {
                    for ((value, read), bias) in values.iter_mut().zip(read).zip(bias) {
                        *value += (read + bias).max(0.0);
                    }
                }
            }
            columns(&mut features, FEATURES, WIDTH + number * BRANCH, &values, BRANCH);
        }
        self.norm.apply(&mut features);
        features
    }

    /// What sums of token features add to a mean; shape: n × 1280 in, n × 512 out.
    pub fn features(&self, sums: &[f32]) -> Vec<f32> {
        self.features.multiply(&Rows::each(sums, FEATURES))
    }

    /// The vectors of sentences, or of runs of them, from their features and their numbers of tokens; n × 512 in and out.
    pub fn vectors(&self, features: &[f32], tokens: &[u32]) -> Vec<f32> {
        let mut means = features.to_vec();
        for (mean, &tokens) in means.chunks_exact_mut(WIDTH).zip(tokens) {
            let tokens = tokens.max(1) as f32;
            for (value, bias) in mean.iter_mut().zip(&self.features_bias) {
                *value = (*value + tokens * bias) / tokens.sqrt();
            }
        }
        let means = Rows::each(&means, WIDTH);
        let first = Rows::each(&relu(self.d0.multiply(&means)), INNER);
        let second = Rows::each(&relu(sum(self.p1.multiply(&means), &self.d1.multiply(&first))), INNER);
        let third = Rows::each(&relu(self.d2.multiply(&second)), WIDTH);
        let mut vectors = sum(self.p3.multiply(&second), &self.d3.multiply(&third));
        for vector in vectors.chunks_exact_mut(WIDTH) {
            vector.iter_mut().for_each(|value| *value = value.tanh());
            let squares = vector.iter().map(|value| value * value).sum::<f32>();
            if squares.is_finite() {
                let length = squares.max(EPSILON).sqrt();
                vector.iter_mut().for_each(|value| *value /= length);
            } else {
                // Weights that no model has: nothing is alike then.
                vector.fill(0.0);
            }
        }
        vectors
    }
}

fn add_to_each(rows: &mut [f32], addends: &[f32]) {
    for row in rows.chunks_exact_mut(addends.len()) {
        row.iter_mut().zip(addends).for_each(|(value, addend)| *value += addend);
    }
}

/// Puts narrow rows into wide ones, from a column on.
fn columns(wide: &mut [f32], width: usize, from: usize, narrow: &[f32], columns: usize) {
    for (wide, narrow) in wide.chunks_exact_mut(width).zip(narrow.chunks_exact(columns)) {
        wide[from..from + columns].copy_from_slice(narrow);
    }
}

fn relu(mut values: Vec<f32>) -> Vec<f32> {
    values.iter_mut().for_each(|value| *value = value.max(0.0));
    values
}

fn sum(mut values: Vec<f32>, addends: &[f32]) -> Vec<f32> {
    values.iter_mut().zip(addends).for_each(|(value, addend)| *value += addend);
    values
}
