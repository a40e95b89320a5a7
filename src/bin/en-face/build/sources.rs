//! Which pages are built, and what each of them is called.

use crate::input::{self, Error, reason};
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

/// What the list of all pages is called, as a page is by its name.
pub const LIST: &str = "index";

/// The endings of the files in a folder that are pages.
const ENDINGS: [&str; 3] = ["txt", "md", "markdown"];

/// A page to build.
pub struct Source {
    pub file: PathBuf,
    /// Its file's name without the ending.
    pub name: String,
}

/// The pages that were named and those in the folders that were named, in this order, each once; or why one can't be
/// built.
pub fn find(given: &[PathBuf]) -> Vec<Result<Source, Error>> {
    let mut files: Vec<Result<PathBuf, Error>> = Vec::new();
    for path in given {
        if path.is_dir() {
            match in_folder(path) {
                Ok(found) => files.extend(found.into_iter().map(Ok)),
                Err(error) => files.push(Err(error)),
            }
        } else {
            files.push(Ok(path.clone()));
        }
    }
    let mut seen = HashSet::new();
    files.retain(|file| {
        let place = file.as_ref().ok().and_then(|file| file.canonicalize().ok());
        place.is_none_or(|place| seen.insert(place))
    });
    let several = files.len() > 1;
    let mut names = HashMap::new();
    files.into_iter().map(|file| named(file?, several, &mut names)).collect()
}

/// A folder's pages by name. What is hidden or in folders below is not among them.
fn in_folder(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let failed = |error: std::io::Error| Error::new(folder, reason(&error));
    let mut pages = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)) && !hidden && path.is_file() {
            pages.push(path);
        }
    }
    if pages.is_empty() {
        return Err(Error::new(folder, "no .txt or .md file is in this folder; name one that has pages"));
    }
    pages.sort();
    Ok(pages)
}

/// Gives a page its name, unless another has it.
fn named(file: PathBuf, several: bool, names: &mut HashMap<String, PathBuf>) -> Result<Source, Error> {
    if input::is_stdin(&file) {
        return Err(Error::new(&file, "a page needs a name to be built; save it in a file"));
    }
    let Some(name) = file.file_stem().and_then(|name| name.to_str()).map(str::to_owned) else {
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
