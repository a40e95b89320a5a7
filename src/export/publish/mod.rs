//! Pages for a web site: the page that stands alone, told of to search engines, and a list of such pages.

mod address;
mod head;
mod index;

use address::relative;

pub use address::{Base, BaseError};
pub use index::{Entry, index};

use super::Document;
use super::html::{self, Extra};

/// What made a file: the beginning of the line of its head that says so.
const GENERATOR: &str = "<meta name=\"generator\" content=\"en-face ";

/// The same at the beginning of a style sheet.
const SHEET: &str = "/* en-face */\n";

/// Where a page stands on its site.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// What its files are called, without `.html`, `.css`, `.json` and `.tmx`.
    pub name: &'a str,
    /// The address of the folder that they are in, where it is known.
    pub base: Option<&'a Base>,
    /// Whether its style is in a file of its own, as a policy of `style-src 'self'` wants it.
    pub has_sheet: bool,
}

/// A page in its files.
#[derive(Clone, Debug)]
pub struct Written {
    /// `NAME.html`.
    pub html: String,
    /// `NAME.css`, if the page has it.
    pub css: Option<String>,
}

/// A document, which has passed [`Document::check`], as a page of a site: both texts, linked without a script, with their
/// languages and how they belong together as structured data.
pub fn page(document: &Document, place: Place<'_>) -> Written {
    let lines = head::head(document, place);
    let sheet = place.has_sheet.then(|| place.address(".css"));
    let [html, css] = html::html_with(document, &Extra { lines: &lines, sheet: sheet.as_deref() });
    Written { html, css: sheet.map(|_| [SHEET, &css].concat()) }
}

impl Place<'_> {
    /// The address of one of its files, seen from the others.
    fn address(&self, ending: &str) -> String {
        relative(&[self.name, ending].concat())
    }
}

/// Whether HTML, or a style sheet, is of this module's making.
pub fn is_published(content: &str) -> bool {
    let after_title = content.split_once("</title>\n");
    content.starts_with(SHEET) || after_title.is_some_and(|(_, rest)| rest.starts_with(GENERATOR))
}
