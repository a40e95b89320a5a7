//! `en-face embed`: sentences to vectors.

use crate::encoder;
use crate::input::{self, Error, reason};
use std::io::{self, BufRead, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

#[derive(clap::Args)]
pub struct Arguments {
    /// A text with one sentence a line, `-` for standard input
    file: PathBuf,
    /// The sentence encoder's file, instead of the installed one
    #[arg(long, value_name = "FILE")]
    encoder: Option<PathBuf>,
}

/// Prints a JSON array of 512 numbers for each line as it comes.
pub fn run(arguments: &Arguments) -> Result<(), Error> {
    let file = &arguments.file;
    let missing = || {
        let remedy = "embed needs a sentence encoder and none is installed; make one with `cargo xtask model`, or name one with --encoder";
        Error::new(file, remedy)
    };
    let encoder = encoder::load(arguments.encoder.as_deref())?.ok_or_else(missing)?;
    let input = input::reader(file)?;
    let mut output = BufWriter::new(io::stdout().lock());
    for (number, line) in input.split(b'\n').enumerate() {
        let line = line.map_err(|error| Error::new(file, reason(&error)))?;
        let text = sentence(&line, number, file);
        let vector = encoder.encode(&text);
        let written = serde_json::to_writer(&mut output, &vector).map_err(io::Error::from);
        match written.and_then(|()| output.write_all(b"\n")) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(()),
            written => written.map_err(|error| Error::output(&error))?,
        }
    }
    match output.flush() {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Error::output(&error)),
        _ => Ok(()),
    }
}

/// A line's text, without the file's byte order mark and the line's carriage return.
fn sentence(line: &[u8], number: usize, file: &Path) -> String {
    let mark = "\u{FEFF}".as_bytes();
    let line = if number == 0 { line.strip_prefix(mark).unwrap_or(line) } else { line };
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let text = String::from_utf8_lossy(line);
    if let std::borrow::Cow::Owned(_) = text {
        eprintln!(
            "en-face: {}: note: line {}: some bytes are not UTF-8 and were replaced by U+FFFD",
            input::name(file),
            number + 1
        );
    }
    text.into_owned()
}
