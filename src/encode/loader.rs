//! An encoder file made ready in small steps, so that a browser's main thread can do something else between two.

use super::cursor::Cursor;
use super::file::{self, Checksum, Parts};
use super::network::Reader;
use super::normalize::Normalizer;
use super::pieces::Pieces;
use super::table::Table;
use super::trellis::Book;
use super::{Encoder, Error};

/// Bytes that one step counts into the checksum.
const SLICE: usize = 1 << 20;

/// An encoder that is being loaded: [`Loader::step`] until it says that all is there, then [`Loader::finish`].
pub struct Loader {
    bytes: Vec<u8>,
    parts: Parts,
    checksum: Option<Checksum>,
    words: Option<Words>,
    network: Option<Reader>,
}

/// All but the network.
struct Words {
    normalizer: Normalizer,
    pieces: Pieces,
    books: Vec<Book>,
    table: Table,
}

impl Loader {
    /// Starts with a file's bytes.
    ///
    /// # Errors
    ///
    /// [`Error`] where they are no encoder file of this version or end early.
    pub fn new(bytes: Vec<u8>) -> Result<Loader, Error> {
        let parts = file::parts(&bytes)?;
        Ok(Loader { bytes, parts, checksum: Some(Checksum::new()), words: None, network: None })
    }

    /// Does the next piece of work, a few milliseconds' worth; true when all is done.
    ///
    /// # Errors
    ///
    /// [`Error::Damaged`] where the file is not what was written.
    pub fn step(&mut self) -> Result<bool, Error> {
        if let Some(checksum) = &mut self.checksum {
            if checksum.advance(&self.bytes, SLICE)? {
                self.checksum = None;
            }
            return Ok(false);
        }
        let part = |range: &std::ops::Range<usize>| Cursor::new(&self.bytes, range.clone());
        let Some(words) = &self.words else {
            let pieces = Pieces::read(part(&self.parts.pieces))?;
            let books = Book::read_all(part(&self.parts.books))?;
            let table = Table::read(part(&self.parts.table), pieces.rows(), books.len())?;
            self.words = Some(Words {
                normalizer: Normalizer::read(part(&self.parts.normalizer))?,
                pieces,
                books,
                table,
            });
            return Ok(false);
        };
        let Some(network) = &mut self.network else {
            self.network =
                Some(Reader::new(&self.parts.network, part(&self.parts.network), words.table.components())?);
            return Ok(false);
        };
        network.advance(&self.bytes, &words.books)
    }

    /// The encoder.
    ///
    /// # Errors
    ///
    /// [`Error::Damaged`] where the steps were not all done.
    pub fn finish(mut self) -> Result<Encoder, Error> {
        let languages = file::languages(&self.bytes, self.parts.info)?;
        let ready = self.words.zip(self.network.and_then(Reader::finish));
        let (Words { normalizer, pieces, books, table }, network) =
            ready.ok_or(Error::Damaged("it was not read to its end", 0))?;
        // The network's part has become matrices.
        self.bytes.truncate(self.parts.network.start);
        self.bytes.shrink_to_fit();
        Ok(Encoder { bytes: self.bytes, languages, normalizer, pieces, books, table, network })
    }
}
