//! The encoder file's outer form: magic, version, checksum and the places of its parts.
//!
//! `docs/encoder.md` describes every byte.

use super::Error;
use super::cursor::Cursor;
use crate::lang::Lang;
use sha2::{Digest, Sha256};
use std::ops::Range;

/// The first bytes of every encoder file. The first is in no text, the last is what text transfers break.
const MAGIC: [u8; 8] = *b"\x89enface\n";
/// The format's version that this code reads.
pub(super) const VERSION: u16 = 1;
/// No encoder is larger: the model with all its numbers has 80 MB.
const LARGEST: usize = 1 << 28;
/// Where the checksum stands, and the first byte that it counts.
const CHECKSUM: Range<usize> = 12..44;
/// The parts, in the file's order.
const TAGS: [&[u8; 4]; 6] = [b"INFO", b"NORM", b"PIEC", b"BOOK", b"TABL", b"NETW"];

/// Where the parts of a file are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Parts {
    pub info: Range<usize>,
    pub normalizer: Range<usize>,
    pub pieces: Range<usize>,
    pub books: Range<usize>,
    pub table: Range<usize>,
    pub network: Range<usize>,
}

/// Finds the parts; the checksum is [`Checksum`]'s to check.
pub(super) fn parts(bytes: &[u8]) -> Result<Parts, Error> {
    if !bytes.starts_with(&MAGIC) {
        return Err(Error::Format);
    }
    if bytes.len() > LARGEST {
        return Err(Error::Damaged("it is larger than any encoder", LARGEST));
    }
    let mut head = Cursor::new(bytes, MAGIC.len()..bytes.len());
    let version = head.u16()?;
    if version != VERSION {
        return Err(Error::Version(version));
    }
    if usize::from(head.u16()?) != TAGS.len() {
        return Err(head.wrong("the number of parts"));
    }
    head.take(CHECKSUM.len())?;
    let mut lengths = [0; TAGS.len()];
    for (length, tag) in lengths.iter_mut().zip(TAGS) {
        if head.take(tag.len())? != tag {
            return Err(head.wrong("the name of a part"));
        }
        *length = head.u32()? as usize;
    }
    let mut part = |length| head.place(length);
    let [info, normalizer, pieces, books, table, network] = lengths;
    let parts = Parts {
        info: part(info)?,
        normalizer: part(normalizer)?,
        pieces: part(pieces)?,
        books: part(books)?,
        table: part(table)?,
        network: part(network)?,
    };
    head.finish()?;
    Ok(parts)
}

/// The running checksum of a file.
pub(super) struct Checksum {
    hasher: Sha256,
    at: usize,
}

impl Checksum {
    pub fn new() -> Checksum {
        Checksum { hasher: Sha256::new(), at: CHECKSUM.end }
    }

    /// Counts up to `length` more bytes; true when all are counted.
    ///
    /// # Errors
    ///
    /// [`Error::Damaged`] where all are counted and the sum is another than the file says.
    pub fn advance(&mut self, bytes: &[u8], length: usize) -> Result<bool, Error> {
        let end = self.at.saturating_add(length).min(bytes.len());
        self.hasher.update(&bytes[self.at..end]);
        self.at = end;
        if end < bytes.len() {
            return Ok(false);
        }
        let sum = std::mem::take(&mut self.hasher).finalize();
        if sum[..] == bytes[CHECKSUM] {
            Ok(true)
        } else {
            // Whoever asks again is told again.
            self.at = CHECKSUM.end;
            Err(Error::Damaged("its checksum is another", CHECKSUM.start))
        }
    }
}

/// The languages that the file names.
pub(super) fn languages(bytes: &[u8], info: Range<usize>) -> Result<Vec<Lang>, Error> {
    let wrong = |what| Error::Damaged(what, info.start);
    let text = std::str::from_utf8(&bytes[info.clone()]).map_err(|_| wrong("the description is no text"))?;
    let tags = text.lines().find_map(|line| line.strip_prefix("languages:"));
    let languages: Vec<Lang> =
        tags.unwrap_or_default().split_whitespace().map(|tag| Lang::new(tag.to_owned())).collect();
    if languages.is_empty() { Err(wrong("no languages are named")) } else { Ok(languages) }
}
