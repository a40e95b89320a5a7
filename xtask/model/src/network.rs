//! The network: vectors of pieces in, one vector of a sentence out; and the gradient of the way back.
//!
//! Convolutions over 2, 3 and 5 pieces with residual connections, a layer normalization, the sum over the pieces
//! divided by √n, and feed-forward layers with shortcuts. In formulas, for n pieces with vectors E (n × 512):
//! X = LN(E·proj + b) over all 768 columns; in each branch h = relu(conv(x)·w1 + b1) + x, c = relu(conv(h)·w2 + b2) + h;
//! m = Σ LN([E|c2|c3|c5])·cnn_W / √n + √n·cnn_b; y0 = relu(m·d0), y1 = relu(m·p1 + y0·d1), y2 = relu(y1·d2);
//! z = tanh(y1·p3 + y2·d3); the result is z / |z|.

use ndarray::{Array1, Array2, ArrayView1, ArrayView2, Axis, concatenate, s};

/// Numbers in a token's vector and in a sentence's.
pub const DIMENSIONS: usize = 512;
/// Numbers in a branch.
const BRANCH: usize = 256;
const EPSILON: f32 = 1e-12;

/// A convolution branch: pieces it sees at once, how many of them stand before the piece itself, and its layers.
pub struct Branch {
    pub width: usize,
    pub left: usize,
    /// width·256 × 256.
    pub w1: Array2<f32>,
    pub b1: Array1<f32>,
    /// width·256 × 256.
    pub w2: Array2<f32>,
    pub b2: Array1<f32>,
}

/// Gain and bias of a layer normalization.
pub struct Norm {
    pub gain: Array1<f32>,
    pub bias: Array1<f32>,
}

/// The weights, K inputs × N outputs each, with the package's names.
pub struct Network {
    /// 512 × 768, the branches side by side.
    pub proj: Array2<f32>,
    pub proj_b: Array1<f32>,
    pub norm_in: Norm,
    pub branches: [Branch; 3],
    pub norm_out: Norm,
    /// 1280 × 512.
    pub cnn: Array2<f32>,
    pub cnn_b: Array1<f32>,
    pub d0: Array2<f32>,
    pub d1: Array2<f32>,
    pub p1: Array2<f32>,
    pub d2: Array2<f32>,
    pub p3: Array2<f32>,
    pub d3: Array2<f32>,
}

/// What the forward pass keeps for the way back.
pub struct Pass {
    norm_in: Normalized,
    branches: Vec<BranchPass>,
    norm_out: Normalized,
    y0: Array1<f32>,
    y1: Array1<f32>,
    y2: Array1<f32>,
    z: Array1<f32>,
    length: f32,
    /// The sentence's vector, of length 1.
    pub output: Array1<f32>,
}

struct BranchPass {
    /// After the first relu and the second, n × 256.
    first: Array2<f32>,
    second: Array2<f32>,
}

/// A normalized matrix before gain and bias, and 1/deviation of each row.
struct Normalized {
    values: Array2<f32>,
    inverse: Array1<f32>,
}

impl Network {
    /// Runs the network on the vectors of a sentence's pieces, n × 512, n ≥ 1.
    pub fn forward(&self, tokens: ArrayView2<f32>) -> Pass {
        let (norm_in, x) = self.norm_in.forward(tokens.dot(&self.proj) + &self.proj_b);
        let mut features = vec![tokens.to_owned()];
        let mut branches = Vec::new();
        for (index, branch) in self.branches.iter().enumerate() {
            let x = x.slice(s![.., index * BRANCH..(index + 1) * BRANCH]);
            let first = relu(branch.windows(x).dot(&branch.w1) + &branch.b1);
            let h = &first + &x;
            let second = relu(branch.windows(h.view()).dot(&branch.w2) + &branch.b2);
            features.push(&second + &h);
            branches.push(BranchPass { first, second });
        }
        let views: Vec<_> = features.iter().map(|part| part.view()).collect();
        let features = concatenate(Axis(1), &views).expect("the parts have one row a token");
        let (norm_out, features) = self.norm_out.forward(features);
        let root = (tokens.nrows() as f32).sqrt();
        let m = features.sum_axis(Axis(0)).dot(&self.cnn) / root + &self.cnn_b * root;
        let y0 = m.dot(&self.d0).mapv(positive);
        let y1 = (m.dot(&self.p1) + y0.dot(&self.d1)).mapv(positive);
        let y2 = y1.dot(&self.d2).mapv(positive);
        let z = (y1.dot(&self.p3) + y2.dot(&self.d3)).mapv(f32::tanh);
        let length = z.dot(&z).max(EPSILON).sqrt();
        let output = &z / length;
        Pass { norm_in, branches, norm_out, y0, y1, y2, z, length, output }
    }

    /// The gradient of `direction`·output with respect to the tokens' vectors, n × 512.
    pub fn backward(&self, pass: &Pass, direction: ArrayView1<f32>) -> Array2<f32> {
        let out = &pass.output;
        let dz = (&direction - &(out * out.dot(&direction))) / pass.length;
        let dz = dz * pass.z.mapv(|z| 1.0 - z * z);
        let dy2 = gate(self.d3.dot(&dz), &pass.y2);
        let dy1 = gate(self.p3.dot(&dz) + self.d2.dot(&dy2), &pass.y1);
        let dy0 = gate(self.d1.dot(&dy1), &pass.y0);
        let dm = self.p1.dot(&dy1) + self.d0.dot(&dy0);
        let tokens = pass.norm_out.values.nrows();
        let dsum = self.cnn.dot(&dm) / (tokens as f32).sqrt();
        let dsum = dsum.broadcast((tokens, dsum.len())).expect("one row is repeated");
        let dfeatures = self.norm_out.backward(&pass.norm_out, dsum);

        let mut dx = Array2::zeros((tokens, 3 * BRANCH));
        for (index, (branch, kept)) in self.branches.iter().zip(&pass.branches).enumerate() {
            let from = DIMENSIONS + index * BRANCH;
            let dc = dfeatures.slice(s![.., from..from + BRANCH]);
            let inner = gate(dc.to_owned(), &kept.second);
            let dh = &dc + &branch.unwindow(inner.dot(&branch.w2.t()));
            let inner = gate(dh.clone(), &kept.first);
            let part = dh + branch.unwindow(inner.dot(&branch.w1.t()));
            dx.slice_mut(s![.., index * BRANCH..(index + 1) * BRANCH]).assign(&part);
        }
        let dproj = self.norm_in.backward(&pass.norm_in, dx.view());
        dproj.dot(&self.proj.t()) + dfeatures.slice(s![.., ..DIMENSIONS])
    }
}

impl Branch {
    /// Each row with its neighbours side by side, zeros beyond the ends: n × width·256.
    fn windows(&self, x: ArrayView2<f32>) -> Array2<f32> {
        let mut windows = Array2::zeros((x.nrows(), self.width * BRANCH));
        self.each_overlap(x.nrows(), |column, rows, sources| {
            windows.slice_mut(s![rows, column..column + BRANCH]).assign(&x.slice(s![sources, ..]));
        });
        windows
    }

    /// The transpose of [`Self::windows`]: sums each row's parts.
    fn unwindow(&self, windows: Array2<f32>) -> Array2<f32> {
        let mut x = Array2::zeros((windows.nrows(), BRANCH));
        self.each_overlap(windows.nrows(), |column, rows, sources| {
            let mut part = x.slice_mut(s![sources, ..]);
            part += &windows.slice(s![rows, column..column + BRANCH]);
        });
        x
    }

    /// Calls with each place in the window: its first column, the rows that have a neighbour there, the neighbours.
    fn each_overlap(
        &self,
        rows: usize,
        mut visit: impl FnMut(usize, std::ops::Range<usize>, std::ops::Range<usize>),
    ) {
        for place in 0..self.width {
            // Row t sees row t + place − left.
            let (ahead, behind) = (place.saturating_sub(self.left), self.left.saturating_sub(place));
            if ahead.max(behind) < rows {
                visit(place * BRANCH, behind..rows - ahead, ahead..rows - behind);
            }
        }
    }
}

impl Norm {
    fn forward(&self, mut x: Array2<f32>) -> (Normalized, Array2<f32>) {
        let columns = x.ncols() as f32;
        let mut inverse = Array1::zeros(x.nrows());
        for (mut row, inverse) in x.rows_mut().into_iter().zip(&mut inverse) {
            let mean = row.sum() / columns;
            row.mapv_inplace(|value| value - mean);
            *inverse = 1.0 / (row.dot(&row) / columns + EPSILON).sqrt();
            row *= *inverse;
        }
        let scaled = &x * &self.gain + &self.bias;
        (Normalized { values: x, inverse }, scaled)
    }

    fn backward(&self, normalized: &Normalized, gradient: ArrayView2<f32>) -> Array2<f32> {
        let mut dx = &gradient * &self.gain;
        let columns = dx.ncols() as f32;
        for ((mut dx, values), &inverse) in
            dx.rows_mut().into_iter().zip(normalized.values.rows()).zip(&normalized.inverse)
        {
            let (mean, slope) = (dx.sum() / columns, dx.dot(&values) / columns);
            dx.zip_mut_with(&values, |dx, value| *dx = (*dx - mean - value * slope) * inverse);
        }
        dx
    }
}

fn positive(x: f32) -> f32 {
    x.max(0.0)
}

fn relu(mut x: Array2<f32>) -> Array2<f32> {
    x.mapv_inplace(positive);
    x
}

/// The gradient before a relu whose result was `after`.
fn gate<D: ndarray::Dimension>(
    mut gradient: ndarray::Array<f32, D>,
    after: &ndarray::Array<f32, D>,
) -> ndarray::Array<f32, D> {
    gradient.zip_mut_with(after, |gradient, &after| {
        if after <= 0.0 {
            *gradient = 0.0;
        }
    });
    gradient
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::random::Random;

    /// A network of the right shapes with random weights.
    pub fn random_network() -> Network {
        let mut random = Random::new(3);
        let mut matrix = |rows: usize, columns: usize| {
            let scale = 1.0 / (rows as f32).sqrt();
            Array2::from_shape_fn((rows, columns), |_| random.normal() * scale)
        };
        let branches = [(2, 0), (3, 1), (5, 2)].map(|(width, left)| Branch {
            width,
            left,
            w1: matrix(width * BRANCH, BRANCH),
            b1: matrix(1, BRANCH).row(0).to_owned(),
            w2: matrix(width * BRANCH, BRANCH),
            b2: matrix(1, BRANCH).row(0).to_owned(),
        });
        let norm = |columns: usize| Norm {
            gain: Array1::from_shape_fn(columns, |i| 0.5 + (i % 7) as f32 / 7.0),
            bias: Array1::from_shape_fn(columns, |i| (i % 5) as f32 / 50.0),
        };
        Network {
            proj: matrix(512, 768),
            proj_b: Array1::zeros(768),
            norm_in: norm(768),
            branches,
            norm_out: norm(1280),
            cnn: matrix(1280, 512),
            cnn_b: Array1::from_elem(512, 0.01),
            d0: matrix(512, 320),
            d1: matrix(320, 320),
            p1: matrix(512, 320),
            d2: matrix(320, 512),
            p3: matrix(320, 512),
            d3: matrix(512, 512),
        }
    }

    #[test]
    fn the_gradient_agrees_with_differences() {
        let network = random_network();
        let mut random = Random::new(5);
        let tokens = Array2::from_shape_fn((6, DIMENSIONS), |_| random.normal());
        let direction = Array1::from_shape_fn(DIMENSIONS, |_| random.normal());
        let gradient = network.backward(&network.forward(tokens.view()), direction.view());
        // Kinks of relu between the two sides, and rounding, are errors of the difference: all directions together.
        let (mut error, mut square) = (0.0, 0.0);
        for _ in 0..20 {
            let step = Array2::from_shape_fn(tokens.dim(), |_| random.normal());
            let value = |factor: f32| -> f64 {
                let output = network.forward((&tokens + &(&step * factor)).view()).output;
                output.iter().zip(&direction).map(|(a, b)| f64::from(*a) * f64::from(*b)).sum()
            };
            let difference = (value(5e-4) - value(-5e-4)) / 1e-3;
            let slope = f64::from((&gradient * &step).sum());
            error += (difference - slope).powi(2);
            square += slope.powi(2);
        }
        assert!(error < 1e-3 * square, "{error} {square}");
    }

    #[test]
    fn a_short_sentence_has_zeros_around_it() {
        let network = random_network();
        let token = Array2::from_elem((1, DIMENSIONS), 0.1);
        let windows = network.branches[2].windows(token.slice(s![.., ..BRANCH]));
        assert_eq!(windows.sum(), windows.slice(s![.., 2 * BRANCH..3 * BRANCH]).sum());
        assert!((network.forward(token.view()).output.mapv(|x| x * x).sum() - 1.0).abs() < 1e-5);
    }
}
