//! Pages for a web site: the page that stands alone, told of to search engines, and a list of such pages.

mod address;
mod head;
mod index;

pub use address::{Base, BaseError, relative};
pub use index::{Entry, index};

use super::Document;
use super::html;

/// What made a file: the beginning of the line of its head that says so.
const GENERATOR: &str = "<meta name=\"generator\" content=\"en-face ";

/// Where a page stands on its site.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// What its files are called, without `.html`, `.json` and `.tmx`.
    pub name: &'a str,
    /// The address of the folder that they are in, where it is known.
    pub base: Option<&'a Base>,
}

/// A document, which has passed [`Document::check`], as a page of a site: both texts, linked without a script, with their
/// languages and how they belong together as structured data.
pub fn page(document: &Document, place: Place<'_>) -> String {
    html::html_with(document, &head::head(document, place))
}

/// Whether HTML is a page or a list of this module's making.
pub fn is_published(html: &str) -> bool {
    html.split_once("<style>").is_some_and(|(head, _)| head.contains(GENERATOR))
}
