//! A sorted list of strings, as the file holds it, and the search for those that a text starts with.

use super::Error;
use super::cursor::Cursor;

/// The most strings, and the most bytes of them: several times what the model has. Front coding could claim fifty
/// times the file's size.
const MOST: usize = 1 << 20;
const BYTES: usize = 1 << 25;

/// Strings in ascending byte order, no two the same.
pub(super) struct Strings {
    bytes: Vec<u8>,
    /// Where each starts, and the end of the last.
    starts: Vec<u32>,
    /// For each first byte, the number of the first string that starts with it or with a later one.
    first: Vec<u32>,
}

impl Strings {
    /// Reads `count` front-coded strings, each followed by what `rest` reads.
    ///
    /// # Errors
    ///
    /// [`Error::Damaged`] where a string is no text, is empty or is out of order.
    pub fn read<T>(
        part: &mut Cursor,
        mut rest: impl FnMut(&mut Cursor) -> Result<T, Error>,
    ) -> Result<(Strings, Vec<T>), Error> {
        let count = part.u32()? as usize;
        let mut strings = Strings { bytes: Vec::new(), starts: vec![0], first: Vec::new() };
        let mut values = Vec::new();
        let mut before = 0..0;
        for number in 0..count {
            let (shared, more) = (usize::from(part.u8()?), usize::from(part.u8()?));
            let suffix = part.take(more)?;
            let start = strings.bytes.len();
            if number >= MOST || start > BYTES {
                return Err(part.wrong("too many strings"));
            }
            let shared = before.start..before.start + shared;
            if shared.end > before.end {
                return Err(part.wrong("a string shares more than there is"));
            }
            strings.bytes.extend_from_within(shared);
            strings.bytes.extend_from_slice(suffix);
            let (earlier, new) = strings.bytes.split_at(start);
            if std::str::from_utf8(new).is_err() || new <= &earlier[before.clone()] {
                return Err(part.wrong("a string is broken or out of order"));
            }
            let head = usize::from(new[0]) + 1;
            strings.first.resize(strings.first.len().max(head), number as u32);
            before = start..strings.bytes.len();
            strings.starts.push(before.end as u32);
            values.push(rest(part)?);
        }
        strings.first.resize(257, count as u32);
        Ok((strings, values))
    }

    pub fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// Tells of each string that `text` starts with, shortest first: its length in bytes and its number.
    pub fn prefixes(&self, text: &[u8], mut found: impl FnMut(usize, usize)) {
        let Some(&head) = text.first() else { return };
        let place = usize::from(head);
        let (mut low, mut high) = (self.first[place] as usize, self.first[place + 1] as usize);
        let mut depth = 1;
        while low < high {
            if self.length(low) == depth {
                found(depth, low);
                low += 1;
            }
            let Some(&next) = text.get(depth) else { return };
            // All from low to high share `depth` bytes and are longer than that.
            low = self.search(low, high, depth, |byte| byte < next);
            high = self.search(low, high, depth, |byte| byte == next);
            depth += 1;
        }
    }

    fn length(&self, number: usize) -> usize {
        (self.starts[number + 1] - self.starts[number]) as usize
    }

    /// The first of the strings from `low` to `high` whose byte at `depth` is not one that `before` takes.
    fn search(&self, mut low: usize, mut high: usize, depth: usize, before: impl Fn(u8) -> bool) -> usize {
        while low < high {
            let middle = low + (high - low) / 2;
            if before(self.bytes[self.starts[middle] as usize + depth]) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}
