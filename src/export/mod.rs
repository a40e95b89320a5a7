//! Alignments for other programs: the JSON document, and beads a line.

mod beads;
mod document;

pub use beads::beads;
pub use document::{Document, DocumentBlock, DocumentRun, DocumentSentence, DocumentSide, PageInfo, VERSION};
