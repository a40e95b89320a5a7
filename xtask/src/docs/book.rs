//! Which Markdown files are pages, in which order, and what an address in one of them means on the site.

use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// A page: a Markdown file of the repository.
pub struct Page {
    /// The Markdown file, from the repository's top.
    pub source: &'static str,
    /// The page's name in `docs/` of the site, without `.html`.
    pub name: &'static str,
    /// What it is called where pages are listed.
    pub label: &'static str,
    /// The part of the list that it stands in.
    pub part: &'static str,
}

const fn page(part: &'static str, name: &'static str, label: &'static str, source: &'static str) -> Page {
    Page { source, name, label, part }
}

/// All pages, in reading order.
pub const PAGES: &[Page] = &[
    page("Begin", "index", "Overview", "docs/index.md"),
    page("Begin", "reading", "What a reader sees", "docs/reading.md"),
    page("In your page", "publishers", "For publishers", "docs/publishers.md"),
    page("In your page", "gallery", "A gallery of embeddings", "docs/gallery.md"),
    page("In your page", "reference", "Reference", "docs/reference.md"),
    page("In your page", "security", "Security", "SECURITY.md"),
    page("In your page", "program", "On the command line", "docs/program.md"),
    page("How it works", "alignment", "How sentences are linked", "docs/alignment.md"),
    page("How it works", "encoder", "The sentence encoder", "docs/encoder.md"),
    page("How it works", "figures", "Figures", "docs/figures.md"),
    page("How it works", "design", "The design", "docs/design.md"),
    page("The project", "developers", "For developers of the core", "docs/developers.md"),
    page("The project", "contributing", "Contributing", "CONTRIBUTING.md"),
    page("The project", "changelog", "Changes", "CHANGELOG.md"),
];

/// Texts that pages link to and that are served as they are.
pub const LICENCES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];

/// What an address in a Markdown file means on a page.
#[derive(Debug, PartialEq, Eq)]
pub enum Target {
    /// An address to link to.
    Address(String),
    /// A file or a folder of the repository, which the site doesn't have.
    Source,
    /// Nothing that there is.
    Nothing,
}

/// The repository's Markdown, read.
pub struct Book {
    pub root: PathBuf,
    texts: BTreeMap<&'static str, String>,
}

impl Book {
    /// Reads the pages of the repository at `root`.
    pub fn read(root: &Path) -> Result<Self> {
        let mut texts = BTreeMap::new();
        for page in PAGES {
            let path = root.join(page.source);
            let text =
                fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
            texts.insert(page.source, text);
        }
        Ok(Self { root: root.to_owned(), texts })
    }

    /// The Markdown of a page.
    pub fn text(&self, page: &Page) -> &str {
        self.texts.get(page.source).map(String::as_str).unwrap_or_default()
    }

    /// What `address`, as it stands in the Markdown file `source`, means on the page that is made of it.
    pub fn target(&self, source: &str, address: &str) -> Target {
        if address.starts_with('#') || is_external(address) {
            return Target::Address(address.to_owned());
        }
        let (path, fragment) = address.split_at(address.find('#').unwrap_or(address.len()));
        let Some(path) = resolve(source, path) else { return Target::Nothing };
        if let Some(page) = PAGES.iter().find(|page| page.source == path) {
            return Target::Address(format!("{}.html{fragment}", page.name));
        }
        if !self.root.join(&path).exists() {
            return Target::Nothing;
        }
        let on_site = match path.split_once('/') {
            None if path == "README.md" => Some(format!("index.html{fragment}")),
            None if LICENCES.contains(&path.as_str()) => Some(format!("{path}.txt")),
            Some(("docs", rest)) => Some(rest.to_owned()),
            Some(("seeds", _)) => Some(format!("../{path}")),
            Some(("www", "index.html")) => Some(format!("../index.html{fragment}")),
            Some(("www", rest)) if !rest.contains('/') => Some(format!("../{rest}")),
            _ => None,
        };
        match on_site {
            Some(place) if self.root.join(&path).is_file() => Target::Address(place),
            _ => Target::Source,
        }
    }
}

/// Whether an address leads to another site.
pub fn is_external(address: &str) -> bool {
    ["https://", "http://", "mailto:"].iter().any(|scheme| address.starts_with(scheme))
}

/// A relative address in the file `from`, from the repository's top; nothing when it leads out of it.
pub fn resolve(from: &str, address: &str) -> Option<String> {
    let mut path = Path::new(from).parent()?.to_owned();
    for part in Path::new(address).components() {
        match part {
            Component::Normal(part) => path.push(part),
            Component::CurDir => {}
            Component::ParentDir if path.pop() => {}
            _ => return None,
        }
    }
    Some(path.to_string_lossy().replace('\\', "/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn book() -> Book {
        Book::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("..")).unwrap()
    }

    #[test]
    fn addresses_between_files_become_addresses_between_pages() {
        let book = book();
        let address = |source: &str, address: &str| book.target(source, address);
        let to = |place: &str| Target::Address(place.to_owned());
        assert_eq!(address("docs/design.md", "encoder.md#in-the-browser"), to("encoder.html#in-the-browser"));
        assert_eq!(address("docs/design.md", "../CONTRIBUTING.md"), to("contributing.html"));
        assert_eq!(address("CONTRIBUTING.md", "docs/design.md"), to("design.html"));
        assert_eq!(address("docs/index.md", "../README.md"), to("index.html"));
        assert_eq!(address("docs/reading.md", "screenshots/strip-1.png"), to("screenshots/strip-1.png"));
        assert_eq!(address("docs/index.md", "../LICENSE-MIT"), to("LICENSE-MIT.txt"));
        assert_eq!(address("docs/index.md", "../www/index.html"), to("../index.html"));
        assert_eq!(address("docs/index.md", "../seeds/old-maps.md"), to("../seeds/old-maps.md"));
        assert_eq!(address("docs/index.md", "https://example.org/"), to("https://example.org/"));
        assert_eq!(address("docs/design.md", "../src/lib.rs"), Target::Source);
        assert_eq!(address("docs/design.md", "../tests/gold"), Target::Source);
        assert_eq!(address("docs/design.md", "none.md"), Target::Nothing);
        assert_eq!(address("docs/design.md", "../../outside.md"), Target::Nothing);
    }

    #[test]
    fn every_markdown_file_of_docs_is_a_page() {
        let book = book();
        let listed: BTreeSet<&str> = PAGES.iter().map(|page| page.source).collect();
        assert_eq!(listed.len(), PAGES.len(), "a page is listed twice");
        for file in std::fs::read_dir(book.root.join("docs")).unwrap().flatten() {
            let name = format!("docs/{}", file.file_name().to_string_lossy());
            assert!(
                !name.ends_with(".md") || listed.contains(name.as_str()),
                "{name} is in no list of pages"
            );
        }
    }
}
