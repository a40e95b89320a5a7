//! The SentencePiece model file: pieces, their scores, the compiled normalization rules.
//!
//! The file is a protobuf `ModelProto` of an early layout (Kudo and Richardson 2018): field 1, repeated, a piece
//! (1 text, 2 f32 score, 3 type); field 2 the trainer's settings; field 3 the normalizer's (2 the compiled rules).

use anyhow::{Context, Result, bail, ensure};

/// The kinds of pieces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A piece of text.
    Ordinary,
    /// `<unk>`, for characters that no piece has.
    Unknown,
    /// `<s>` and `</s>`.
    Control,
    /// Placeholders that no text contains.
    UserDefined,
}

/// One row of the vocabulary.
#[derive(Clone, Debug)]
pub struct Piece {
    pub text: String,
    /// Natural logarithm of the piece's probability; 0 for pieces that are not ordinary.
    pub score: f32,
    pub kind: Kind,
}

/// The vocabulary; a piece's index is its row in the token table.
pub struct Vocabulary {
    pub pieces: Vec<Piece>,
    /// Rules of the normalizer as SentencePiece compiles them, see [`crate::charsmap`].
    pub charsmap: Vec<u8>,
}

impl Vocabulary {
    /// Reads a model file.
    ///
    /// # Errors
    /// When the bytes are not protobuf, or a piece or the normalization rules are missing.
    pub fn parse(bytes: &[u8]) -> Result<Self> {
        let mut pieces = Vec::new();
        let mut charsmap = None;
        for field in Fields(bytes) {
            match field.context("the SentencePiece model is damaged")? {
                (1, Value::Bytes(piece)) => pieces
                    .push(parse_piece(piece).with_context(|| format!("piece {} is damaged", pieces.len()))?),
                (3, Value::Bytes(normalizer)) => {
                    for field in Fields(normalizer) {
                        if let (2, Value::Bytes(rules)) = field? {
                            charsmap = Some(rules.to_vec());
                        }
                    }
                }
                _ => {}
            }
        }
        ensure!(!pieces.is_empty(), "the SentencePiece model has no pieces");
        let charsmap = charsmap.context("the SentencePiece model has no normalization rules")?;
        Ok(Self { pieces, charsmap })
    }

    /// The score of a character that no piece has: SentencePiece takes the lowest score less 10.
    pub fn unknown_score(&self) -> f32 {
        self.pieces.iter().map(|piece| piece.score).fold(f32::INFINITY, f32::min) - 10.0
    }
}

fn parse_piece(bytes: &[u8]) -> Result<Piece> {
    let (mut text, mut score, mut kind) = (None, 0.0, Kind::Ordinary);
    for field in Fields(bytes) {
        match field? {
            (1, Value::Bytes(bytes)) => text = Some(std::str::from_utf8(bytes)?.to_owned()),
            (2, Value::Word(word)) => score = f32::from_bits(word),
            (3, Value::Number(number)) => {
                kind = match number {
                    1 => Kind::Ordinary,
                    2 => Kind::Unknown,
                    3 => Kind::Control,
                    4 => Kind::UserDefined,
                    other => bail!("type {other} is not known"),
                }
            }
            _ => {}
        }
    }
    Ok(Piece { text: text.context("it has no text")?, score, kind })
}

/// A value of a protobuf field; 64-bit words do not occur in what we read.
enum Value<'a> {
    Number(u64),
    Word(u32),
    Bytes(&'a [u8]),
    Long,
}

/// The fields of a protobuf message, number and value, in order.
struct Fields<'a>(&'a [u8]);

impl<'a> Fields<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count).context("it ends too early")?;
        self.0 = rest;
        Ok(taken)
    }

    fn varint(&mut self) -> Result<u64> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.take(1)?[0];
            value |= u64::from(byte & 0x7F) << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        bail!("a number has more than 64 bits")
    }

    fn field(&mut self) -> Result<(u64, Value<'a>)> {
        let tag = self.varint()?;
        let value = match tag & 7 {
            0 => Value::Number(self.varint()?),
            1 => {
                self.take(8)?;
                Value::Long
            }
            2 => {
                let length = usize::try_from(self.varint()?)?;
                Value::Bytes(self.take(length)?)
            }
            5 => {
                let bytes = self.take(4)?;
                Value::Word(u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
            }
            other => bail!("wire type {other} is not known"),
        };
        Ok((tag >> 3, value))
    }
}

impl<'a> Iterator for Fields<'a> {
    type Item = Result<(u64, Value<'a>)>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.0.is_empty() {
            return None;
        }
        let field = self.field();
        if field.is_err() {
            self.0 = &[];
        }
        Some(field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(fields: &[(u8, &[u8])]) -> Vec<u8> {
        let mut bytes = Vec::new();
        for (number, content) in fields {
            bytes.extend([number << 3 | 2, content.len() as u8]);
            bytes.extend_from_slice(content);
        }
        bytes
    }

    #[test]
    fn pieces_and_rules_are_read() {
        let mut piece = message(&[(1, "▁a".as_bytes())]);
        piece.extend([2 << 3 | 5]);
        piece.extend((-2.5f32).to_le_bytes());
        let unknown = [&message(&[(1, b"<unk>")])[..], &[3 << 3, 2]].concat();
        let rules = message(&[(1, b"name"), (2, b"rules")]);
        let model = Vocabulary::parse(&message(&[(1, &unknown), (1, &piece), (3, &rules)])).unwrap();
        assert_eq!(model.pieces[0].kind, Kind::Unknown);
        assert_eq!((model.pieces[1].text.as_str(), model.pieces[1].score), ("▁a", -2.5));
        assert_eq!(model.charsmap, b"rules");
        assert_eq!(model.unknown_score(), -12.5);
    }

    #[test]
    fn a_cut_file_is_an_error() {
        let bytes = message(&[(1, &message(&[(1, b"piece")]))]);
        assert!(Vocabulary::parse(&bytes[..bytes.len() - 1]).is_err());
        assert!(Vocabulary::parse(&[]).is_err());
    }
}
