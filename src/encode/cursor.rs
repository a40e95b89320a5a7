//! Reading numbers from the encoder file, front to back: past the end is an error, never a panic.

use super::Error;
use std::ops::Range;

/// A place in a part of the file.
pub(super) struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
    end: usize,
}

impl<'a> Cursor<'a> {
    /// Starts at a part of the file; the caller knows that it lies inside.
    pub fn new(bytes: &'a [u8], part: Range<usize>) -> Cursor<'a> {
        Cursor { bytes, at: part.start, end: part.end.min(bytes.len()) }
    }

    /// Where the next byte stands in the file.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Names what is wrong here.
    pub fn wrong(&self, what: &'static str) -> Error {
        Error::Damaged(what, self.at)
    }

    pub fn take(&mut self, length: usize) -> Result<&'a [u8], Error> {
        let place = self.place(length)?;
        Ok(&self.bytes[place])
    }

    /// Like [`Cursor::take`], as a place in the file.
    pub fn place(&mut self, length: usize) -> Result<Range<usize>, Error> {
        if length > self.end - self.at {
            return Err(self.wrong("a part ends early"));
        }
        let start = self.at;
        self.at += length;
        Ok(start..self.at)
    }

    pub fn u8(&mut self) -> Result<u8, Error> {
        Ok(self.array::<1>()?[0])
    }

    pub fn u16(&mut self) -> Result<u16, Error> {
        Ok(u16::from_le_bytes(self.array()?))
    }

    pub fn u32(&mut self) -> Result<u32, Error> {
        Ok(u32::from_le_bytes(self.array()?))
    }

    /// A finite number.
    pub fn f32(&mut self) -> Result<f32, Error> {
        let value = f32::from_le_bytes(self.array()?);
        if value.is_finite() { Ok(value) } else { Err(self.wrong("a number is not finite")) }
    }

    pub fn floats(&mut self, count: usize) -> Result<Vec<f32>, Error> {
        // Asked for before it is reserved: a count that lies must not claim memory.
        if count > (self.end - self.at) / 4 {
            return Err(self.wrong("a part ends early"));
        }
        (0..count).map(|_| self.f32()).collect()
    }

    /// Nothing may be left over.
    pub fn finish(&self) -> Result<(), Error> {
        if self.at == self.end { Ok(()) } else { Err(self.wrong("a part is too long")) }
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], Error> {
        let place = self.place(N)?;
        let mut array = [0; N];
        array.copy_from_slice(&self.bytes[place]);
        Ok(array)
    }
}
