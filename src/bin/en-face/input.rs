//! Files in, and the one line that says what is wrong with them.

use en_face::page;
use std::fmt::Display;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

/// Why a command failed: `FILE: what is wrong and where`.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {message}")]
pub struct Error {
    file: String,
    message: String,
}

impl Error {
    /// An error about a file.
    pub fn new(file: &Path, message: impl Display) -> Error {
        Error { file: name(file), message: message.to_string() }
    }

    /// What the file is called in messages.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// An error of writing the result.
    pub fn output(error: &io::Error) -> Error {
        Error { file: "standard output".to_owned(), message: error.to_string() }
    }
}

/// What a file is called in messages.
pub fn name(file: &Path) -> String {
    if is_stdin(file) { "standard input".to_owned() } else { file.display().to_string() }
}

/// Whether a file's name stands for standard input.
pub fn is_stdin(file: &Path) -> bool {
    file.as_os_str() == "-"
}

/// A file's text; `-` is standard input. What had to be replaced is said on standard error.
pub fn text(file: &Path) -> Result<String, Error> {
    let (text, replaced) = decoded(file)?;
    report(file, replaced.map(page::Notice::from).as_slice());
    Ok(text)
}

/// A file's text, and where bytes had to be replaced; `-` is standard input.
pub fn decoded(file: &Path) -> Result<(String, Option<page::Replaced>), Error> {
    let bytes = if is_stdin(file) {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(file)
    };
    let bytes = bytes.map_err(|error| Error::new(file, reason(&error)))?;
    page::decode(bytes).map_err(|error| Error::new(file, error))
}

/// A file to be read line by line; `-` is standard input.
pub fn reader(file: &Path) -> Result<Box<dyn BufRead + Send>, Error> {
    if is_stdin(file) {
        return Ok(Box::new(BufReader::new(io::stdin())));
    }
    let opened = File::open(file).map_err(|error| Error::new(file, reason(&error)))?;
    Ok(Box::new(BufReader::new(opened)))
}

/// Says on standard error what was odd about a file.
pub fn report(file: &Path, notices: &[page::Notice]) {
    for notice in notices {
        eprintln!("{}", note(file, notice));
    }
}

/// The line that says what is odd about a file.
pub fn note(file: &Path, what: impl Display) -> String {
    format!("en-face: {}: note: {what}", name(file))
}

/// What an error of reading means to whoever named the file.
pub fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file; check the path".to_owned(),
        io::ErrorKind::PermissionDenied => "may not be read; check the file's permissions".to_owned(),
        io::ErrorKind::IsADirectory => "is a folder; name a file in it".to_owned(),
        _ => error.to_string(),
    }
}
