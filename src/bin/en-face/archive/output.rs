//! Where an archive's records go: standard output, or a file that a later run can go on with.

use super::{Lines, record};
use crate::input::{Error, reason};
use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, BufWriter, ErrorKind, Read, Seek, SeekFrom, Write};
use std::ops::ControlFlow;
use std::path::Path;

/// Takes records; each is out before the next is asked for, so that little is lost when a run is broken off.
pub struct Output {
    writer: Box<dyn Write>,
    /// None for standard output.
    file: Option<std::path::PathBuf>,
}

impl Output {
    pub fn standard() -> Output {
        Output { writer: Box::new(BufWriter::new(io::stdout().lock())), file: None }
    }

    /// Opens a file to append to. With `resume`, the lines of the archive that the file has records of are passed over,
    /// and a last record that was not written to its end is taken away. Without, it is not read: a device or a pipe, which
    /// has no length and may have no end, is only written to.
    ///
    /// # Errors
    ///
    /// When the file is there and nobody said to go on with it, when it has something else than records of these pages, when
    /// it is to be gone on with and is no file that could be, or when it can't be opened.
    pub fn file(path: &Path, resume: bool, archive: &mut Lines) -> Result<Output, Error> {
        let failed = |error: io::Error| Error::new(path, unwritten(&error));
        // What is there is looked at before it is opened: a pipe would wait for its other end.
        let is_odd = std::fs::metadata(path).is_ok_and(|data| !data.is_file() && !data.is_dir());
        if is_odd && resume {
            let remedy = "is no regular file, and only one can be gone on with; leave --resume out";
            return Err(Error::new(path, remedy));
        }
        let mut options = OpenOptions::new();
        options.read(resume).write(true).create(true).truncate(false);
        let mut file = options.open(path).map_err(failed)?;
        if resume {
            let end = pass_over(path, &file, archive)?;
            file.set_len(end).and_then(|()| file.seek(SeekFrom::Start(end))).map_err(failed)?;
        } else if file.metadata().map_err(failed)?.len() > 0 {
            let remedy = "is there already; --resume goes on where it ends, or name another file";
            return Err(Error::new(path, remedy));
        }
        Ok(Output { writer: Box::new(BufWriter::new(file)), file: Some(path.to_owned()) })
    }

    pub fn is_standard(&self) -> bool {
        self.file.is_none()
    }

    /// Writes one record, a line; a reader that stops reading early is no error but the end.
    pub fn write(&mut self, line: &[u8]) -> Result<ControlFlow<()>, Error> {
        match self.writer.write_all(line).and_then(|()| self.writer.flush()) {
            Err(error) if self.is_standard() && error.kind() == ErrorKind::BrokenPipe => {
                Ok(ControlFlow::Break(()))
            }
            Err(error) => Err(match &self.file {
                Some(path) => Error::new(path, unwritten(&error)),
                None => Error::output(&error),
            }),
            Ok(()) => Ok(ControlFlow::Continue(())),
        }
    }
}

/// Goes through the records that are there and the pages that they are of, and returns where the last whole one ends. No
/// more of a record is kept than what tells whose it is.
fn pass_over(path: &Path, file: &File, archive: &mut Lines) -> Result<u64, Error> {
    let failed = |error: io::Error| Error::new(path, reason(&error));
    let mut reader = BufReader::new(file);
    let mut end = 0;
    for number in 1.. {
        if reader.fill_buf().map_err(failed)?.is_empty() {
            break;
        }
        let other = || {
            let remedy = "is not of this archive's page there; name another file, or the archive that it was made from";
            Error::new(path, format!("record {number} {remedy}"))
        };
        let line = archive.next().transpose()?.ok_or_else(other)?;
        let beginning = record::beginning(&line);
        let mut found = Vec::new();
        reader.by_ref().take(beginning.len() as u64).read_to_end(&mut found).map_err(failed)?;
        if !beginning.starts_with(&found) {
            return Err(other());
        }
        let Some(rest) = line_end(&mut reader).map_err(failed)? else {
            archive.put_back(line);
            break;
        };
        end += found.len() as u64 + rest;
    }
    Ok(end)
}

/// Passes over the rest of a line, and tells how long it was with its end; nothing where it has none.
fn line_end(reader: &mut impl BufRead) -> io::Result<Option<u64>> {
    let mut length = 0;
    loop {
        let ahead = reader.fill_buf()?;
        if ahead.is_empty() {
            return Ok(None);
        }
        let end = ahead.iter().position(|&byte| byte == b'\n');
        let passed = end.map_or(ahead.len(), |at| at + 1);
        reader.consume(passed);
        length += passed as u64;
        if end.is_some() {
            return Ok(Some(length));
        }
    }
}

/// What an error of writing means to whoever named the file.
fn unwritten(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "the folder for it is not there; make it, or name another file".to_owned(),
        ErrorKind::PermissionDenied => "may not be written; check the file's permissions".to_owned(),
        ErrorKind::StorageFull => "no room is left for it; make some, and go on with --resume".to_owned(),
        _ => reason(error),
    }
}
