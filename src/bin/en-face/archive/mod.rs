//! `en-face align --jsonl`: an archive of pages, an object a line in, an object a line out in the same order.
//!
//! All cores work on it; what is read ahead and not yet written is a few pages a core. A page that cannot be read
//! becomes an error in its own line, so that the output has a line for every page, and a run that was broken off can
//! go on where it stopped.

mod output;
mod record;

use crate::align::Arguments;
use crate::input::{self, Error, reason};
use crate::{pool, progress};
use indicatif::ProgressBar;
use output::Output;
use record::Record;
use std::io::{self, BufRead, IsTerminal, Read};
use std::path::Path;

/// How the archive is gone through.
#[derive(clap::Args)]
pub struct Options {
    /// Append to this file instead of printing; see --resume
    #[arg(long, value_name = "FILE", requires = "jsonl")]
    output: Option<std::path::PathBuf>,
    /// Go on where the file that --output names ends
    #[arg(long, requires = "output")]
    resume: bool,
    /// How many pages to work on at a time; as many as there are cores unless told
    #[arg(long, value_name = "N", requires = "jsonl", value_parser = clap::value_parser!(u16).range(1..=1024))]
    jobs: Option<u16>,
}

/// Aligns all pages of the archive that the output does not have yet.
pub fn run(arguments: &Arguments) -> Result<(), Error> {
    let file = arguments.archive();
    let Options { output, resume, jobs } = &arguments.archive_options;
    let encoder = arguments.linking.encoder()?;
    let mut input = Lines::new(file)?;
    let mut output = match output {
        Some(path) => Output::file(path, *resume, &mut input)?,
        None => Output::standard(),
    };
    arguments.linking.tell_encoder(encoder.as_ref());

    let progress = progress(file, &output, input.bytes);
    let jobs = jobs.map_or_else(pool::cores, usize::from);
    let (mut pages, mut errors) = (0_u64, 0_u64);
    let work = |line: Line| (line.end, record::align(&line, encoder.as_ref(), &arguments.linking));
    pool::in_order(jobs, input, work, |(end, record): (u64, Record)| {
        for note in &record.notes {
            progress.suspend(|| eprintln!("en-face: note: {note}"));
        }
        (pages, errors) = (pages + 1, errors + u64::from(record.is_error));
        progress.set_position(end);
        progress.set_message(format!("{pages} pages, {errors} errors"));
        output.write(&record.json)
    })?;
    progress.finish_and_clear();
    if errors > 0 {
        eprintln!("en-face: {errors} of {pages} records failed: their lines say why, under \"error\"");
    }
    Ok(())
}

/// A bar, where it does not run into the output.
fn progress(file: &Path, output: &Output, done: u64) -> ProgressBar {
    if output.is_standard() && std::io::stdout().is_terminal() {
        return ProgressBar::hidden();
    }
    let size = std::fs::metadata(file).ok().filter(std::fs::Metadata::is_file).map(|data| data.len());
    progress::bar(size, done)
}

/// The longest line that is read, in bytes: some ten times what the longest page takes that anybody has tried.
const LONGEST: usize = 256 << 20;

/// A line of the archive that holds something.
pub struct Line {
    /// None of those that a line has which is too long.
    bytes: Vec<u8>,
    is_long: bool,
    /// Counted from 1, blank lines included.
    number: usize,
    /// Bytes of the archive up to the line's end.
    end: u64,
}

/// The lines of an archive, but for blank ones.
pub struct Lines<'a> {
    file: &'a Path,
    reader: Box<dyn BufRead + Send>,
    number: usize,
    /// What was read so far.
    bytes: u64,
    /// A line to come again.
    again: Option<Line>,
}

impl<'a> Lines<'a> {
    fn new(file: &'a Path) -> Result<Lines<'a>, Error> {
        Ok(Lines { file, reader: input::reader(file)?, number: 0, bytes: 0, again: None })
    }

    /// Has a line come again.
    fn put_back(&mut self, line: Line) {
        self.again = Some(line);
    }

    /// Reads a line, or goes through it where it is too long, and returns how long it is.
    fn read(&mut self, bytes: &mut Vec<u8>) -> io::Result<u64> {
        let read = self.reader.by_ref().take(LONGEST as u64 + 1).read_until(b'\n', bytes)?;
        let rest =
            if read > LONGEST && !bytes.ends_with(b"\n") { self.reader.skip_until(b'\n')? } else { 0 };
        Ok((read + rest) as u64)
    }
}

impl Iterator for Lines<'_> {
    type Item = Result<Line, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(line) = self.again.take() {
            return Some(Ok(line));
        }
        loop {
            let mut bytes = Vec::new();
            match self.read(&mut bytes) {
                Ok(0) => return None,
                Ok(read) => self.bytes += read,
                Err(error) => return Some(Err(Error::new(self.file, reason(&error)))),
            }
            self.number += 1;
            let is_long = bytes.len() > LONGEST;
            if is_long {
                bytes = Vec::new();
            }
            if is_long || !bytes.trim_ascii().is_empty() {
                return Some(Ok(Line { bytes, is_long, number: self.number, end: self.bytes }));
            }
        }
    }
}
