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

/// A page that has been found.
struct Found {
    file: PathBuf,
    /// Its way from the folder that was named.
    path: PathBuf,
}

/// The pages that were named and those in the folders that were named, in this order, each once; or why one can't be
/// built. `out` is not looked into.
pub fn find(given: &[PathBuf], out: &Path) -> Vec<Result<Source, Error>> {
    let mut found: Vec<Result<Found, Error>> = Vec::new();
    for path in given {
        if path.is_dir() {
            found.extend(in_folder(path, out));
        } else {
            let own = PathBuf::from(path.file_name().unwrap_or(path.as_os_str()));
            found.push(Ok(Found { file: path.clone(), path: own }));
        }
    }
    let mut seen = HashSet::new();
    found.retain(|found| {
        let place = found.as_ref().ok().and_then(|found| found.file.canonicalize().ok());
        place.is_none_or(|place| seen.insert(place))
    });
    let several = found.len() > 1;
    let mut names = HashMap::new();
    found.into_iter().map(|found| named(found?, several, &mut names)).collect()
}

/// The pages in a folder and in those below, each folder's own before those of the folders in it, by name. What is hidden is
/// not among them, nor what is behind a link to a folder.
fn in_folder(folder: &Path, out: &Path) -> Vec<Result<Found, Error>> {
    let out = out.canonicalize().ok();
    let by_name = |entry: &DirEntry| (entry.file_type().is_dir(), entry.file_name().to_owned());
    let wanted = |entry: &DirEntry| {
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        let is_out = || entry.file_type().is_dir() && entry.path().canonicalize().ok() == out;
        entry.depth() == 0 || !hidden && !is_out()
    };
    let walk = WalkDir::new(folder).sort_by(move |one, other| by_name(one).cmp(&by_name(other)));
    let pages: Vec<_> =
        walk.into_iter().filter_entry(wanted).filter_map(|entry| page(folder, entry)).collect();
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
    let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let is_page = ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)) && file.is_file();
    let path = file.strip_prefix(folder).unwrap_or(&file).to_owned();
    is_page.then_some(Ok(Found { file, path }))
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
