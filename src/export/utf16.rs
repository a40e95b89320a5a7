//! Offsets for JavaScript: from bytes to UTF-16 code units.

/// A text that is counted: one pass over it as long as the offsets ascend.
pub(crate) struct Utf16<'a> {
    text: &'a str,
    at: Counted,
}

/// Where a text has been counted up to.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Counted {
    byte: usize,
    unit: usize,
}

impl<'a> Utf16<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Utf16 { text, at: Counted::default() }
    }

    /// The same text, counted before up to here.
    pub(crate) fn resumed(text: &'a str, at: Counted) -> Self {
        Utf16 { text, at }
    }

    /// Where it has been counted up to.
    pub(crate) fn counted(&self) -> Counted {
        self.at
    }

    /// The number of UTF-16 code units before a byte, which begins a character.
    pub(crate) fn at(&mut self, byte: usize) -> usize {
        if byte < self.at.byte {
            self.at = Counted::default();
        }
        self.at.unit += self.text[self.at.byte..byte].chars().map(char::len_utf16).sum::<usize>();
        self.at.byte = byte;
        self.at.unit
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
