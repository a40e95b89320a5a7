//! The folder that is built into: nothing is written outside of it, nor over what is not en-face's own.

use crate::input::Error;
use en_face::export::Document;
use en_face::export::publish::is_published;
use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

pub struct Folder {
    path: PathBuf,
    force: bool,
}

impl Folder {
    /// The folder, made if it is not there.
    pub fn new(path: &Path, force: bool) -> Result<Folder, Error> {
        fs::create_dir_all(path).map_err(|error| Error::new(path, reason(&error)))?;
        Ok(Folder { path: path.to_owned(), force })
    }

    /// Whether a file of this name may be written.
    ///
    /// # Errors
    ///
    /// When there is one that en-face has not made, or the page itself, or something else than a file; or when a folder of
    /// the name is none.
    pub fn check(&self, name: &str, page: Option<&Path>) -> Result<(), Error> {
        self.check_folders(name)?;
        let path = self.path.join(name);
        let failed = |error: io::Error| Error::new(&path, reason(&error));
        let there = match fs::symlink_metadata(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
            there => there.map_err(failed)?,
        };
        let refused = |why: &str| {
            let told = page.unwrap_or(&self.path);
            Err(Error::new(told, format!("{} {why}", path.display())))
        };
        if !there.is_file() {
            return refused("is a folder or a link; remove it, or name another --out");
        }
        if page.is_some_and(|page| page.canonicalize().ok() == path.canonicalize().ok()) {
            return refused("is the page itself; name another --out");
        }
        if !self.force && !is_ours(name, &fs::read(&path).map_err(failed)?) {
            return refused("was not made by en-face; --force writes over it, or name another --out");
        }
        Ok(())
    }

    /// Whether the folders that a name has before it, as far as they are there, are folders: a link may lead outside.
    fn check_folders(&self, name: &str) -> Result<(), Error> {
        for (at, _) in name.match_indices('/') {
            let path = self.path.join(&name[..at]);
            match fs::symlink_metadata(&path) {
                Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
                Ok(there) if there.is_dir() => {}
                Ok(_) => return Err(Error::new(&path, "is no folder; remove it, or name another --out")),
                Err(error) => return Err(Error::new(&path, reason(&error))),
            }
        }
        Ok(())
    }

    /// Writes a file whole or not at all. A link that has come in its place meanwhile is replaced, not followed.
    pub fn write(&self, name: &str, content: &str) -> Result<(), Error> {
        self.check_folders(name)?;
        let path = self.path.join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|error| Error::new(folder, reason(&error)))?;
        }
        let part = self.path.join(format!(".en-face.{}.part", std::process::id()));
        // One that is there is of a program that has been killed.
        let _ = fs::remove_file(&part);
        let mut options = OpenOptions::new();
        let written = options.write(true).create_new(true).open(&part).and_then(|mut file| {
            let written = file.write_all(content.as_bytes()).and_then(|()| fs::rename(&part, &path));
            written.inspect_err(|_| drop(fs::remove_file(&part)))
        });
        written.map_err(|error| Error::new(&path, reason(&error)))
    }
}

/// Whether en-face has made a file with this name and content.
fn is_ours(name: &str, content: &[u8]) -> bool {
    let text = || std::str::from_utf8(content).unwrap_or_default();
    match name.rsplit('.').next() {
        Some("html" | "css") => is_published(text()),
        Some("json") => serde_json::from_slice::<Document>(content).is_ok(),
        _ => {
            text().split_once("</header>").is_some_and(|(head, _)| head.contains("creationtool=\"en-face\""))
        }
    }
}

/// What an error of writing means to whoever named the folder.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::PermissionDenied => "may not be written; check the folder's permissions".to_owned(),
        ErrorKind::AlreadyExists | ErrorKind::NotADirectory => "is no folder; name another --out".to_owned(),
        ErrorKind::StorageFull => "the disk is full; make room, or name another --out".to_owned(),
        ErrorKind::InvalidFilename => "the name is too long for a file; rename the page".to_owned(),
        _ => error.to_string(),
    }
}
