//! Numbers from a trellis code: every value is looked up by a window that slides over the bits.
//!
//! A window of `L` bits moves on by `k` bits a value, so neighbouring values share most of their window, and a search
//! over all paths (the writer's work) finds codes that are nearly as good as the rate allows: at 2 bits the mean squared
//! error of Gaussian values is .074 of their variance, where the best table of four levels has .117 and no code less
//! than .0625. The bit-shift trellis is that of Tseng et al. 2024, “QTIP” (<https://arxiv.org/abs/2406.11235>), after
//! trellis-coded quantization of Marcellin and Fischer 1990.

use super::Error;
use super::cursor::Cursor;

/// A value for each window.
pub(super) struct Book {
    values: Vec<f32>,
}

/// The file counts a book's values in parts of this.
const UNIT: f32 = 4096.0;

/// The most bits that a value can take.
pub(super) const MOST: u8 = 6;

impl Book {
    /// Reads all the file's books.
    pub fn read_all(mut part: Cursor) -> Result<Vec<Book>, Error> {
        let count = part.u8()?;
        let mut books = Vec::new();
        for _ in 0..count {
            let bits = part.u8()?;
            if !(MOST..=12).contains(&bits) {
                return Err(part.wrong("the width of a codebook"));
            }
            let bytes = part.take(2 << bits)?;
            let value = |pair: &[u8]| f32::from(i16::from_le_bytes([pair[0], pair[1]])) / UNIT;
            books.push(Book { values: bytes.chunks_exact(2).map(value).collect() });
        }
        part.finish()?;
        Ok(books)
    }

    /// The book that the next byte names.
    pub fn named<'a>(books: &'a [Book], part: &mut Cursor) -> Result<&'a Book, Error> {
        let number = usize::from(part.u8()?);
        books.get(number).ok_or_else(|| part.wrong("the number of a codebook"))
    }

    /// Starts to read a code.
    pub fn decoder<'a>(&'a self, code: &'a [u8]) -> Decoder<'a> {
        Decoder { book: &self.values, code: code.iter(), window: 0, ahead: 0, bits: 0 }
    }
}

/// A code that is being read.
pub(super) struct Decoder<'a> {
    book: &'a [f32],
    code: std::slice::Iter<'a, u8>,
    window: usize,
    /// Bits that have been fetched; the lowest `bits` of them are still to come.
    ahead: u32,
    bits: u32,
}

impl Decoder<'_> {
    /// The next value, `rate` bits on; behind the code's end the bits are 0.
    #[inline]
    pub fn next(&mut self, rate: u8) -> f32 {
        let rate = u32::from(rate);
        if self.bits < rate {
            self.ahead = self.ahead << 8 | u32::from(self.code.next().copied().unwrap_or_default());
            self.bits += 8;
        }
        self.bits -= rate;
        let fresh = self.ahead >> self.bits & ((1 << rate) - 1);
        // A book's length is a power of two.
        self.window = (self.window << rate | fresh as usize) & (self.book.len() - 1);
        self.book[self.window]
    }
}
