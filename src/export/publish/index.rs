//! The list of a site's pages: their titles in both languages, and what else there is of each.

use super::address::{folder, own, relative};
use super::head::generator;
use super::{Place, SHEET, Written};
use crate::export::Document;
use crate::export::html::{HEAD, style_source};
use crate::export::markup::Markup;
use crate::lang::{self, Lang};

const STYLE: &str = concat!(include_str!("../paper.css"), include_str!("index.css"));

/// A page in the list.
#[derive(Clone, Debug)]
pub struct Entry {
    name: String,
    titles: Vec<(Lang, String)>,
}

impl Entry {
    /// What the list says of a page with this name.
    pub fn new(document: &Document, name: &str) -> Entry {
        let title = |side: usize| Some((document.sides[side].lang.clone(), document.title(side)?.to_owned()));
        let mut titles: Vec<_> = [0, 1].into_iter().filter_map(title).collect();
        titles.dedup();
        Entry { name: name.to_owned(), titles }
    }
}

/// The list, under a title, in the place of a page. Pages in folders come after those in none, under their folder's name.
pub fn index(title: &str, entries: &[Entry], place: Place<'_>) -> Written {
    let mut out = Markup::default();
    let sheet = place.has_sheet.then(|| place.address(".css"));
    let lang = lang::detect(std::iter::once(title));
    out.fill(HEAD, &[lang.tag(), style_source(sheet.as_deref()), "", title]);
    generator(&mut out);
    if let Some(base) = place.base {
        out.fill("<link rel=\"canonical\" href=\"$\">\n", &[&base.of("")]);
    }
    if let Some(address) = sheet {
        out.fill("<link rel=\"stylesheet\" href=\"$\">\n", &[&address]);
    } else {
        out.raw("<style>\n");
        out.raw(STYLE);
        out.raw("</style>\n");
    }
    out.fill("<main>\n<h1 dir=\"auto\">$</h1>\n", &[title]);
    let mut entries: Vec<&Entry> = entries.iter().collect();
    entries.sort_by_key(|entry| folder(&entry.name));
    for entries in entries.chunk_by(|one, next| folder(&one.name) == folder(&next.name)) {
        let folder = folder(&entries[0].name);
        if !folder.is_empty() {
            out.fill("<h2 dir=\"auto\">$</h2>\n", &[folder]);
        }
        out.raw("<ul role=\"list\">\n");
        for entry in entries {
            entry.write(&mut out);
        }
        out.raw("</ul>\n");
    }
    out.raw("</main>\n</html>\n");
    Written { html: out.0, css: place.has_sheet.then(|| [SHEET, STYLE].concat()) }
}

impl Entry {
    fn write(&self, out: &mut Markup) {
        let address = |ending: &str| relative(&[&*self.name, ending].concat());
        out.fill("<li>\n<a class=\"page\" href=\"$\">", &[&address(".html")]);
        for (lang, title) in &self.titles {
            out.fill("<span lang=\"$\" dir=\"auto\">$</span>\n", &[lang.tag(), title]);
        }
        if self.titles.is_empty() {
            out.fill("<span dir=\"auto\">$</span>\n", &[own(&self.name)]);
        }
        out.raw("</a>\n<span class=\"files\">");
        let (lang, title) = self
            .titles
            .first()
            .map_or((Lang::UND.tag(), own(&self.name)), |(lang, title)| (lang.tag(), title));
        for (ending, format) in [(".json", "JSON"), (".tmx", "TMX")] {
            let label = [format, ": ", title].concat();
            let link = "<a href=\"$\" lang=\"$\" aria-label=\"$\" download>$</a>\n";
            out.fill(link, &[&address(ending), lang, &label, format]);
        }
        out.raw("</span>\n</li>\n");
    }
}
