//! Offsets for JavaScript: from bytes to UTF-16 code units.

/// Where a text has been counted up to: one pass over it as long as the offsets ascend.
pub(crate) struct Utf16<'a> {
    text: &'a str,
    byte: usize,
    unit: usize,
}

impl<'a> Utf16<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Utf16 { text, byte: 0, unit: 0 }
    }

    /// The number of UTF-16 code units before a byte, which begins a character.
    pub(crate) fn at(&mut self, byte: usize) -> usize {
        if byte < self.byte {
            (self.byte, self.unit) = (0, 0);
        }
        self.unit += self.text[self.byte..byte].chars().map(char::len_utf16).sum::<usize>();
        self.byte = byte;
        self.unit
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_count_utf16_units() {
        let mut offsets = Utf16::new("a停🚢b");
        assert_eq!([0, 1, 4, 8, 9].map(|byte| offsets.at(byte)), [0, 1, 2, 4, 5]);
        assert_eq!(offsets.at(4), 2);
    }
}
