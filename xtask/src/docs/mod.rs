//! The documentation as pages: Markdown from docs/ and beside it becomes `docs/` of the site, with live examples.

mod book;
mod check;
mod colours;
mod frame;
mod live;
mod markdown;
mod sizes;
mod text;

pub use sizes::tell as tell_sizes;

use crate::project::Project;
use crate::site;
use anyhow::{Context, Result, ensure};
use book::Book;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What the site holds of the documentation, by its place in the site.
pub type Files = BTreeMap<PathBuf, Vec<u8>>;

/// Makes every page with what it shows, and tells of links that lead nowhere; `built` is the rest of the site.
pub fn make(project: &Project, built: &Files) -> Result<Files> {
    // A revision from before there were pages, which `cargo xtask size --base` builds.
    if !project.root.join("docs/index.md").is_file() {
        return Ok(Files::new());
    }
    let book = Book::read(&project.root)?;
    let mut files = pages(&book)?;
    for name in live::WHOLE {
        let script = built.get(Path::new(name)).cloned();
        files.extend(script.map(|bytes| (Path::new("docs/live").join(name), bytes)));
    }
    for problem in check::problems(&book, &files) {
        println!("  docs: {problem}");
    }
    Ok(files)
}

/// The pages, the documents of the live examples, pictures and licences.
fn pages(book: &Book) -> Result<Files> {
    let mut files = Files::new();
    for page in book::PAGES {
        let rendered = markdown::render(book, page)?;
        for (name, bytes) in rendered.examples.iter().flat_map(live::Example::files) {
            let place = Path::new("docs/live").join(name);
            ensure!(
                !files.contains_key(&place),
                "{}: another page has a live example of this name",
                place.display()
            );
            files.insert(place, bytes);
        }
        let place = Path::new("docs").join(format!("{}.html", page.name));
        files.insert(place, frame::page(book, page, &rendered).into_bytes());
    }
    // The examples find texts and finished links beside themselves, as those who copy them do.
    for (folder, to) in
        [("docs/screenshots", "docs/screenshots"), ("docs/live", "docs/live"), ("seeds", "docs/live")]
    {
        for file in site::files(&book.root.join(folder))? {
            files.insert(Path::new(to).join(&file), read(&book.root.join(folder).join(file))?);
        }
    }
    for (name, script) in live::SCRIPTS {
        files.insert(Path::new("docs/live").join(name), script.as_bytes().to_vec());
    }
    for licence in book::LICENCES {
        let place = Path::new("docs").join(format!("{licence}.txt"));
        files.insert(place, read(&book.root.join(licence))?);
    }
    Ok(files)
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}
