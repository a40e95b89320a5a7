//! Text as the vocabulary has it: the model's own character replacements, and spaces that can be seen.
//!
//! The rules are SentencePiece's `nmt_nfkc` with a dummy prefix, without extra spaces, with escaped ones
//! (Kudo and Richardson 2018, <https://aclanthology.org/D18-2012>). The replacements come with the encoder file, since
//! NFKC from a crate costs more than the encoder's own code and is another NFKC than the model was trained with.

use super::Error;
use super::cursor::Cursor;
use super::strings::Strings;

/// What a space becomes.
const SPACE: &str = "\u{2581}";

/// The replacements.
pub(super) struct Normalizer {
    keys: Strings,
    replacements: Vec<Box<str>>,
}

impl Normalizer {
    pub fn read(mut part: Cursor) -> Result<Normalizer, Error> {
        let (keys, replacements) = Strings::read(&mut part, |part| {
            let length = usize::from(part.u8()?);
            let text = std::str::from_utf8(part.take(length)?);
            text.map(Box::from).map_err(|_| part.wrong("a replacement is no text"))
        })?;
        part.finish()?;
        Ok(Normalizer { keys, replacements })
    }

    /// The text with each longest key replaced, spaces made one and visible, and one put first; empty if nothing is
    /// left but spaces.
    pub fn normalize(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + text.len() / 4 + SPACE.len());
        let mut rest = text;
        // A space is written once something follows it.
        let mut space = true;
        while let Some(character) = rest.chars().next() {
            let mut longest = None;
            self.keys.prefixes(rest.as_bytes(), |length, number| longest = Some((length, number)));
            let (length, piece) = match longest {
                Some((length, number)) => (length, &*self.replacements[number]),
                None => (character.len_utf8(), &rest[..character.len_utf8()]),
            };
            for character in piece.chars() {
                if character == ' ' {
                    space = true;
                } else {
                    if std::mem::take(&mut space) {
                        out.push_str(SPACE);
                    }
                    out.push(character);
                }
            }
            rest = &rest[length..];
        }
        out
    }
}
