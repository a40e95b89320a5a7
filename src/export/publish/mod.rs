//! Pages for a web site: the page that stands alone, told of to search engines, and a list of such pages.

mod address;
mod enhanced;
mod head;
mod index;

use address::{own, relative};

pub use address::{Base, BaseError};
pub use enhanced::{Address, Integrity, Script, ScriptError};
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
    /// What its files are called, without `.html`, `.css`, `.json` and `.tmx`; `/` stands between folders and before it.
    pub name: &'a str,
    /// The address of the site's folder, where it is known.
    pub base: Option<&'a Base>,
    /// Whether its style is in a file of its own, as a policy of `style-src 'self'` wants it.
    pub has_sheet: bool,
    /// The script that adds to what it can do, if it has one.
    pub script: Option<&'a Script>,
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
/// languages and how they belong together as structured data. With a script they are in an `<en-face>` besides, if there are
/// two.
pub fn page(document: &Document, place: Place<'_>) -> Written {
    let mut lines = head::head(document, place);
    let script = place.script.filter(|_| !document.has_one_text());
    let enhanced = script.map(|script| enhanced::enhanced(document, script, place.name)).unwrap_or_default();
    lines.push_str(&enhanced.head);
    let sheet = place.has_sheet.then(|| place.address(".css"));
    let around = enhanced.around.each_ref().map(String::as_str);
    let extra = Extra {
        lines: &lines,
        sheet: sheet.as_deref(),
        style: enhanced.style,
        policy: &enhanced.policy,
        around,
    };
    let [html, css] = html::html_with(document, &extra);
    Written { html, css: sheet.map(|_| [SHEET, &css].concat()) }
}

impl Place<'_> {
    /// The address of one of its files, seen from the others.
    fn address(&self, ending: &str) -> String {
        relative(&[own(self.name), ending].concat())
    }
}

/// Whether HTML, or a style sheet, is of this module's making.
pub fn is_published(content: &str) -> bool {
    let after_title = content.split_once("</title>\n");
    content.starts_with(SHEET) || after_title.is_some_and(|(_, rest)| rest.starts_with(GENERATOR))
}
