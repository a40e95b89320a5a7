//! Links that lead nowhere: files, anchors and pictures that generated pages and the repository's Markdown name.

use super::Files;
use super::book::{Book, Target, is_external};
use super::live;
use super::text::slug;
use crate::site;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Markdown that code hosts show and no page is made of.
const BESIDE: [&str; 1] = ["README.md"];

/// What a live example names though it isn't there.
const MISSING: &str = "missing.txt";

/// Every link of the pages and of the Markdown that leads nowhere, in words.
pub fn problems(book: &Book, files: &Files) -> Vec<String> {
    let mut found = on_pages(book, files);
    for source in super::book::PAGES.iter().map(|page| page.source).chain(BESIDE) {
        found.extend(in_markdown(book, source));
    }
    found
}

/// What generated pages name that the site doesn't have.
fn on_pages(book: &Book, files: &Files) -> Vec<String> {
    let site: BTreeSet<String> = on_site(book, files);
    let pages: BTreeMap<&Path, String> = files
        .iter()
        .filter(|(file, _)| file.extension().is_some_and(|ending| ending == "html"))
        .map(|(file, bytes)| (file.as_path(), String::from_utf8_lossy(bytes).into_owned()))
        .collect();
    let mut found = Vec::new();
    for (file, page) in &pages {
        let from = file.to_string_lossy().replace('\\', "/");
        let mut ids = BTreeSet::new();
        for id in values(page, "id") {
            if !ids.insert(id) {
                found.push(format!("{from}: two elements are called #{id}"));
            }
        }
        for address in ["href", "src", "alignment"].iter().flat_map(|name| values(page, name)) {
            let address = address.replace("&amp;", "&");
            // An example of what happens then; and addresses of sentences, which come with the text.
            if from.starts_with("docs/live/") && (address == MISSING || address.starts_with('#')) {
                continue;
            }
            if is_external(&address) {
                if address.contains(char::is_whitespace) || address.ends_with("://") {
                    found.push(format!("{from}: {address} is no address"));
                }
                continue;
            }
            let (path, fragment) = address.split_once('#').unwrap_or((&address, ""));
            let path = path.split('?').next().unwrap_or_default();
            let there = if path.is_empty() { Some(from.clone()) } else { super::book::resolve(&from, path) };
            let there = there.filter(|there| site.contains(there));
            let page = there.as_ref().and_then(|there| pages.get(Path::new(there)));
            let has_anchor = |page: &String| values(page, "id").any(|id| id == fragment);
            if there.is_none() || !fragment.is_empty() && page.is_some_and(|page| !has_anchor(page)) {
                found.push(format!("{from}: {address} leads nowhere"));
            }
        }
    }
    found
}

/// All that a page may name.
fn on_site(book: &Book, files: &Files) -> BTreeSet<String> {
    let mut site: BTreeSet<String> =
        files.keys().map(|file| file.to_string_lossy().replace('\\', "/")).collect();
    site.extend(live::WHOLE.iter().map(|name| format!("docs/live/{name}")));
    for (folder, prefix) in [("www", ""), ("seeds", "seeds/")] {
        let there = site::files(&book.root.join(folder)).unwrap_or_default();
        site.extend(
            there.iter().map(|file| format!("{prefix}{}", file.to_string_lossy().replace('\\', "/"))),
        );
    }
    site
}

/// The values of an attribute in a page's markup; text has no `<` of its own.
fn values<'a>(page: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    let tags = page.split('<').filter_map(|piece| piece.split_once('>').map(|(tag, _)| tag));
    tags.filter_map(move |tag| {
        let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
        rest.split_once('"').map(|(value, _)| value)
    })
}

/// What a Markdown file names that isn't there where a code host shows it.
fn in_markdown(book: &Book, source: &str) -> Vec<String> {
    let Ok(text) = fs::read_to_string(book.root.join(source)) else {
        return vec![format!("{source} cannot be read")];
    };
    let addresses = Parser::new_ext(&text, Options::ENABLE_TABLES).filter_map(|event| match event {
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => Some(dest_url.to_string()),
        _ => None,
    });
    let dead = addresses.filter(|address| !leads_somewhere(book, source, address));
    dead.map(|address| format!("{source}: {address} leads nowhere")).collect()
}

fn leads_somewhere(book: &Book, source: &str, address: &str) -> bool {
    if is_external(address) {
        return !address.contains(char::is_whitespace);
    }
    let (path, fragment) = address.split_once('#').unwrap_or((address, ""));
    let path = if path.is_empty() {
        source.to_owned()
    } else {
        super::book::resolve(source, path).unwrap_or_default()
    };
    if book.target(source, address) == Target::Nothing {
        return false;
    }
    fragment.is_empty() || anchors(&book.root.join(path)).contains(fragment)
}

/// The anchors that a code host gives to a Markdown file's headings.
fn anchors(file: &Path) -> BTreeSet<String> {
    let text = fs::read_to_string(file).unwrap_or_default();
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    let mut found = BTreeSet::new();
    let mut heading: Option<String> = None;
    for event in Parser::new_ext(&text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::Text(text) | Event::Code(text) => {
                if let Some(heading) = &mut heading {
                    heading.push_str(&text);
                }
            }
            Event::End(TagEnd::Heading(_)) => {
                let slug = slug(&heading.take().unwrap_or_default());
                let before = times.entry(slug.clone()).or_default();
                found.insert(if *before == 0 { slug } else { format!("{slug}-{before}") });
                *before += 1;
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn book() -> Book {
        Book::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("..")).unwrap()
    }

    #[test]
    fn no_link_is_dead() {
        let book = book();
        let problems = problems(&book, &super::super::pages(&book).unwrap());
        assert!(problems.is_empty(), "{}", problems.join("\n"));
    }

    #[test]
    fn dead_links_are_found() {
        let book = book();
        let page = |text: &str| Files::from([("docs/a.html".into(), text.as_bytes().to_vec())]);
        let dead = [
            "<a href=\"none.html\">x</a>",
            "<a href=\"#none\">x</a>",
            "<img src=\"none.png\">",
            "<a href=\"../../out.html\">x</a>",
            "<a href=\"https://a b/\">x</a>",
            "<p id=\"a\"></p><p id=\"a\"></p>",
        ];
        for text in dead {
            assert_eq!(on_pages(&book, &page(text)).len(), 1, "{text}");
        }
        let alive = "<p id=\"a\"></p><a href=\"#a\">x</a><a href=\"a.html#a\">x</a><a href=\"../reader.css?x\">x</a>\
                     <code>&lt;a href=\"none\"&gt;</code><a href=\"https://example.org/a\">x</a>";
        assert_eq!(on_pages(&book, &page(alive)), [""; 0]);
        assert!(!leads_somewhere(&book, "README.md", "docs/design.md#none"));
        assert!(!leads_somewhere(&book, "README.md", "docs/none.md"));
        assert!(leads_somewhere(&book, "README.md", "docs/design.md#decisions"));
    }
}
