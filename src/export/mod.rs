//! Alignments for other programs and for readers: the JSON document, beads a line, and what [`Format`] names.
//!
//! A [`Document`] is the one shape in which a page leaves this crate: titles, both texts as sentences in blocks, links,
//! disagreements, and nothing that refers to anything outside it. serde makes it JSON, the browser renders it, and each
//! [`Format`] is written from it by a file of its own, so that whatever can be shown can be taken along. Up to here offsets are
//! bytes; in a document they are UTF-16 units, as JavaScript counts.
//!
//! A long page needn't be whole before its beginning is shown: [`Blocks`] makes a document's blocks one after the other.

mod beads;
mod blocks;
mod document;
mod groups;
mod html;
mod links;
mod markdown;
mod markup;
#[cfg(not(target_arch = "wasm32"))]
pub mod publish;
mod rows;
mod sentence;
mod text;
mod tmx;
mod utf16;

pub use beads::beads;
pub use blocks::Blocks;
pub use document::{Document, DocumentBlock, DocumentRun, DocumentSentence, DocumentSide, PageInfo, VERSION};
#[cfg(target_arch = "wasm32")]
pub(crate) use markup::tag;
#[cfg(target_arch = "wasm32")]
pub(crate) use utf16::Utf16;

/// What a document can be written as, besides JSON. Text comes as a reader sees it, without Markdown's marks, and without
/// the control characters that XML forbids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A translation memory: TMX 1.4, a unit for each link.
    Tmx,
    /// A page that stands alone: both texts side by side, linked without a script.
    Html,
    /// Both texts, the first with references to the numbered sentences of the second.
    Markdown,
    /// Sentences with their counterparts below, and an empty line between.
    Text,
}

impl Format {
    /// The format with a name, which is also what its files' names end with, `txt` apart.
    pub fn of_name(name: &str) -> Option<Format> {
        Some(match name {
            "tmx" => Format::Tmx,
            "html" => Format::Html,
            "md" => Format::Markdown,
            "text" => Format::Text,
            _ => return None,
        })
    }

    /// Writes a document, which has passed [`Document::check`].
    pub fn write(self, document: &Document) -> String {
        match self {
            Format::Tmx => tmx::tmx(document),
            Format::Html => html::html(document),
            Format::Markdown => markdown::markdown(document),
            Format::Text => text::text(document),
        }
    }
}
