//! The token table: a vector of 512 numbers for each piece of the vocabulary, unpacked when it is asked for.

use super::cursor::Cursor;
use super::matrix::{Matrix, Rows};
use super::trellis::{Book, MOST};
use super::{Error, WIDTH};
use std::ops::Range;

/// How the rows are kept.
pub(super) enum Table {
    /// As the package has them: 8 bits a value, exactly.
    Linear { rows: Range<usize> },
    /// Trellis codes of the components in a basis that the file brings.
    Trellis(Trellis),
}

/// Rows as codes of their components.
pub(super) struct Trellis {
    book: usize,
    mean: Vec<f32>,
    /// For each class the components that are coded, in the code's order.
    classes: Vec<Vec<Component>>,
    /// Numbers in the basis.
    components: usize,
    row_classes: Vec<u8>,
    scales: Range<usize>,
    /// Where each row's code starts in the file.
    starts: Vec<u32>,
}

struct Component {
    place: u16,
    rate: u8,
    sigma: f32,
}

/// Bytes of a row that is kept linearly.
const LINEAR: usize = 8 + WIDTH;

impl Table {
    /// Reads the table's description; the rows stay where they are.
    pub fn read(mut part: Cursor, rows: usize, books: usize) -> Result<Table, Error> {
        let table = match part.u8()? {
            0 => Table::Linear { rows: part.place(rows.saturating_mul(LINEAR))? },
            1 => Table::Trellis(Trellis::read(&mut part, rows, books)?),
            _ => return Err(part.wrong("the kind of the table")),
        };
        part.finish()?;
        Ok(table)
    }

    /// The size of the basis that the network's part has to bring, if any.
    pub fn components(&self) -> Option<usize> {
        match self {
            Table::Linear { .. } => None,
            Table::Trellis(trellis) => Some(trellis.components),
        }
    }

    /// The vectors of some rows, one after the other; shape: rows × 512.
    pub fn vectors(&self, file: &[u8], books: &[Book], basis: Option<&Matrix>, rows: &[u32]) -> Vec<f32> {
        match (self, basis) {
            (Table::Trellis(trellis), Some(basis)) => {
                trellis.vectors(file, &books[trellis.book], basis, rows)
            }
            (Table::Linear { rows: place }, _) => {
                let all = &file[place.clone()];
                rows.iter().flat_map(|&row| linear(&all[row as usize * LINEAR..][..LINEAR])).collect()
            }
            // The loader asks for the basis that a table needs.
            (Table::Trellis(_), None) => vec![0.0; rows.len() * WIDTH],
        }
    }
}

fn linear(row: &[u8]) -> impl Iterator<Item = f32> {
    let number = |at: usize| f32::from_le_bytes([row[at], row[at + 1], row[at + 2], row[at + 3]]);
    let (low, step) = (number(0), number(4));
    row[8..].iter().map(move |&code| low + step * f32::from(code))
}

impl Trellis {
    fn read(part: &mut Cursor, rows: usize, books: usize) -> Result<Trellis, Error> {
        let book = usize::from(part.u8()?);
        if book >= books {
            return Err(part.wrong("the number of a codebook"));
        }
        let components = usize::from(part.u16()?);
        if components == 0 || components > WIDTH || components % 64 != 0 {
            return Err(part.wrong("the number of components"));
        }
        let mean = part.floats(WIDTH)?;
        let sigma = part.floats(components)?;
        let count = usize::from(part.u8()?);
        let mut classes = Vec::new();
        let mut lengths = Vec::new();
        for _ in 0..count {
            let rates = part.take(components)?;
            if rates.iter().any(|&rate| rate > MOST) {
                return Err(part.wrong("a rate of the table"));
            }
            let coded = rates.iter().zip(&sigma).enumerate().rev().filter(|(_, (rate, _))| **rate > 0);
            let class = coded.map(|(place, (&rate, &sigma))| Component { place: place as u16, rate, sigma });
            classes.push(class.collect());
            lengths.push(rates.iter().map(|&rate| usize::from(rate)).sum::<usize>().div_ceil(8));
        }
        let packed = part.take(rows.div_ceil(2))?;
        let mut row_classes: Vec<u8> = packed.iter().flat_map(|pair| [pair & 15, pair >> 4]).collect();
        row_classes.truncate(rows);
        let scales = part.place(rows)?;
        let mut starts = Vec::with_capacity(rows);
        for &class in &row_classes {
            let length = *lengths.get(usize::from(class)).ok_or_else(|| part.wrong("the class of a row"))?;
            starts.push(part.place(length)?.start as u32);
        }
        Ok(Trellis { book, mean, classes, components, row_classes, scales, starts })
    }

    fn vectors(&self, file: &[u8], book: &Book, basis: &Matrix, rows: &[u32]) -> Vec<f32> {
        let mut coded = vec![0.0; rows.len() * self.components];
        for (&row, values) in rows.iter().zip(coded.chunks_exact_mut(self.components)) {
            let row = row as usize;
            let scale = ((f32::from(file[self.scales.start + row]) - 128.0) / 16.0).exp2();
            let mut decoder = book.decoder(&file[self.starts[row] as usize..]);
            for component in &self.classes[usize::from(self.row_classes[row])] {
                values[usize::from(component.place)] = decoder.next(component.rate) * component.sigma * scale;
            }
        }
        let mut out = basis.multiply(&Rows::each(&coded, self.components));
        for vector in out.chunks_exact_mut(WIDTH) {
            for (value, mean) in vector.iter_mut().zip(&self.mean) {
                *value += mean;
            }
        }
        out
    }
}
