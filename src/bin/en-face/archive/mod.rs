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
use std::io::{BufRead, IsTerminal};
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
        eprintln!(
            "en-face: {errors} of {pages} pages could not be read: their lines say why, under \"error\""
        );
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

/// A line of the archive that holds something.
pub struct Line {
    bytes: Vec<u8>,
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
}

impl<'a> Lines<'a> {
    fn new(file: &'a Path) -> Result<Lines<'a>, Error> {
        Ok(Lines { file, reader: input::reader(file)?, number: 0, bytes: 0 })
    }
}

impl Iterator for Lines<'_> {
    type Item = Result<Line, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let mut bytes = Vec::new();
            match self.reader.read_until(b'\n', &mut bytes) {
                Ok(0) => return None,
                Ok(read) => self.bytes += read as u64,
                Err(error) => return Some(Err(Error::new(self.file, reason(&error)))),
            }
            self.number += 1;
            if !bytes.trim_ascii().is_empty() {
                return Some(Ok(Line { bytes, number: self.number, end: self.bytes }));
            }
        }
    }
}
