//! Which pages are built, and what each of them is called.

use crate::input::{self, Error, reason};
use std::collections::{HashMap, HashSet};
use std::io;
use std::path::{Component, Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// What the list of all pages is called, as a page is by its name.
pub const LIST: &str = "index";

/// The endings of the files in a folder that are pages.
const ENDINGS: [&str; 3] = ["txt", "md", "markdown"];

/// A page to build.
pub struct Source {
    pub file: PathBuf,
    /// Its file's name without the ending, after the folders that it is in below the one that was named; `/` stands between.
    pub name: String,
}

/// What is to be built.
pub struct Sources {
    /// The pages that were named and those in the folders that were named, in this order, each once; or why one can't be
    /// built.
    pub pages: Vec<Result<Source, Error>>,
    /// Files in those folders that would be pages if they were not hidden.
    pub hidden: Vec<PathBuf>,
}

/// A page that has been found.
struct Found {
    file: PathBuf,
    /// Its way from the folder that was named.
    path: PathBuf,
}

impl Sources {
    /// Looks for pages, but not into `out`.
    pub fn find(given: &[PathBuf], out: &Path) -> Sources {
        let mut found: Vec<Result<Found, Error>> = Vec::new();
        let mut hidden = Vec::new();
        for path in given {
            if path.is_dir() {
                found.extend(in_folder(path, out, &mut hidden));
            } else {
                let own = PathBuf::from(path.file_name().unwrap_or(path.as_os_str()));
                found.push(Ok(Found { file: path.clone(), path: own }));
            }
        }
        let mut seen = HashSet::new();
        let mut is_new = |file: &Path| file.canonicalize().ok().is_none_or(|place| seen.insert(place));
        found.retain(|found| found.as_ref().map_or(true, |found| is_new(&found.file)));
        hidden.retain(|file| is_new(file));
        let several = found.len() > 1;
        let mut names = HashMap::new();
        let pages = found.into_iter().map(|found| named(found?, several, &mut names)).collect();
        Sources { pages, hidden }
    }
}

/// Whether a file is hidden, by its name alone or after the folders that it is in.
pub fn is_hidden(name: &str) -> bool {
    name.rsplit('/').next().unwrap_or(name).starts_with('.')
}

/// The pages in a folder and in those below, each folder's own before those of the folders in it, by name. What is hidden is
/// not among them, nor what is behind a link to a folder; a hidden file that would be a page is put with the `hidden` ones.
fn in_folder(folder: &Path, out: &Path, hidden: &mut Vec<PathBuf>) -> Vec<Result<Found, Error>> {
    let out = out.canonicalize().ok();
    let by_name = |entry: &DirEntry| (entry.file_type().is_dir(), entry.file_name().to_owned());
    let mut wanted = |entry: &DirEntry| {
        let passed_over = is_hidden(&entry.file_name().to_string_lossy());
        let is_out = || entry.file_type().is_dir() && entry.path().canonicalize().ok() == out;
        if passed_over && entry.depth() > 0 && is_page(entry.path()) {
            hidden.push(entry.path().to_owned());
        }
        entry.depth() == 0 || !passed_over && !is_out()
    };
    let walk = WalkDir::new(folder).sort_by(move |one, other| by_name(one).cmp(&by_name(other)));
    let pages: Vec<_> =
        walk.into_iter().filter_entry(&mut wanted).filter_map(|entry| page(folder, entry)).collect();
    if pages.is_empty() {
        let message = "no .txt or .md file is in this folder or below; name one that has pages";
        return vec![Err(Error::new(folder, message))];
    }
    pages
}

/// What is found, if it is a page.
fn page(folder: &Path, entry: Result<DirEntry, walkdir::Error>) -> Option<Result<Found, Error>> {
    let file = match entry {
        Ok(entry) => entry.into_path(),
        Err(error) => {
            let at = error.path().unwrap_or(folder).to_owned();
            return Some(Err(Error::new(&at, reason(&io::Error::from(error)))));
        }
    };
    let path = file.strip_prefix(folder).unwrap_or(&file).to_owned();
    is_page(&file).then_some(Ok(Found { file, path }))
}

/// Whether a file in a folder is a page, by its name.
fn is_page(file: &Path) -> bool {
    let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)) && file.is_file()
}

/// Gives a page its name, unless another has it.
fn named(
    Found { file, path }: Found,
    several: bool,
    names: &mut HashMap<String, PathBuf>,
) -> Result<Source, Error> {
    if input::is_stdin(&file) {
        return Err(Error::new(&file, "a page needs a name to be built; save it in a file"));
    }
    let stem = path.with_extension("");
    let part = |part: Component| part.as_os_str().to_str().map(str::to_owned);
    let Some(name) = stem.components().map(part).collect::<Option<Vec<_>>>().map(|parts| parts.join("/"))
    else {
        return Err(Error::new(&file, "the file's name is not UTF-8 text; rename it"));
    };
    // Many file systems take names that differ in case for one.
    let folded = name.to_lowercase();
    if several && folded == LIST {
        return Err(Error::new(&file, format!("{LIST}.html is the list of the pages; rename this page")));
    }
    if let Some(other) = names.get(&folded) {
        let message =
            format!("{name}.html is already built from {}; rename one of the two", input::name(other));
        return Err(Error::new(&file, message));
    }
    names.insert(folded, file.clone());
    Ok(Source { file, name })
}
