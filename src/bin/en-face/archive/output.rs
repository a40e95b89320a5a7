//! Where an archive's records go: standard output, or a file that a later run can go on with.

use super::{Lines, record};
use crate::input::{Error, reason};
use serde_json::Value;
use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, BufWriter, ErrorKind, Seek, SeekFrom, Write};
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
    /// and a last line that was not written to its end is taken away.
    ///
    /// # Errors
    ///
    /// When the file is there and nobody said to go on with it, when it has records of other pages, or when it can't be
    /// opened.
    pub fn file(path: &Path, resume: bool, archive: &mut Lines) -> Result<Output, Error> {
        let failed = |error: io::Error| Error::new(path, reason(&error));
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        let mut file = options.open(path).map_err(failed)?;
        let size = file.metadata().map_err(failed)?.len();
        if size > 0 && !resume {
            let remedy = "is there already; --resume goes on where it ends, or name another file";
            return Err(Error::new(path, remedy));
        }
        let end = pass_over(path, &file, archive)?;
        file.set_len(end).and_then(|()| file.seek(SeekFrom::Start(end))).map_err(failed)?;
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
                Some(path) => Error::new(path, reason(&error)),
                None => Error::output(&error),
            }),
            Ok(()) => Ok(ControlFlow::Continue(())),
        }
    }
}

/// Goes through the records that are there and the pages that they are of, and returns where the last whole one ends.
fn pass_over(path: &Path, file: &File, archive: &mut Lines) -> Result<u64, Error> {
    let mut reader = BufReader::new(file);
    let mut end = 0;
    for number in 1.. {
        let mut record = Vec::new();
        reader.read_until(b'\n', &mut record).map_err(|error| Error::new(path, reason(&error)))?;
        if record.last() != Some(&b'\n') {
            break;
        }
        let had = serde_json::from_slice::<Value>(&record)
            .ok()
            .and_then(|mut value| value.get_mut("id").map(Value::take));
        let page = archive.next().transpose()?.map(|line| record::id(&line.bytes));
        if had.is_none() || had != page {
            let remedy = "is not of this archive's page there; name another file, or the archive that it was made from";
            return Err(Error::new(path, format!("record {number} {remedy}")));
        }
        end += record.len() as u64;
    }
    Ok(end)
}
