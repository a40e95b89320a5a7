//! `en-face align --jsonl`: an archive of pages, an object a line in, an object a line out.

use crate::align::Arguments;
use crate::input::Error;
use en_face::bitext::Bitext;
use en_face::export::Document;
use en_face::page::Page;
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, ErrorKind, Write};

#[derive(Deserialize)]
struct Record {
    id: serde_json::Value,
    text: String,
}

#[derive(Serialize)]
struct Outcome {
    id: serde_json::Value,
    #[serde(flatten)]
    result: Result,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Result {
    Alignment(Box<Document>),
    Error(String),
}

/// Aligns each page as it comes; a page that cannot be read becomes an error in its own line.
pub fn run(arguments: &Arguments) -> std::result::Result<(), Error> {
    let file = arguments.archive();
    arguments.check_encoder()?;
    let input: Box<dyn BufRead> = if file.as_os_str() == "-" {
        Box::new(io::stdin().lock())
    } else {
        Box::new(BufReader::new(File::open(file).map_err(|error| Error::new(file, error))?))
    };
    let mut output = BufWriter::new(io::stdout().lock());
    for (number, line) in input.split(b'\n').enumerate() {
        let line = line.map_err(|error| Error::new(file, error))?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        let outcome = align(&line, number + 1, arguments);
        let written = serde_json::to_writer(&mut output, &outcome).map_err(io::Error::from);
        match written.and_then(|()| output.write_all(b"\n")).and_then(|()| output.flush()) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(()),
            written => written.map_err(|error| Error::output(&error))?,
        }
    }
    Ok(())
}

fn align(line: &[u8], number: usize, arguments: &Arguments) -> Outcome {
    let record: Record = match serde_json::from_slice(line) {
        Ok(record) => record,
        Err(error) => {
            let result =
                Result::Error(format!("line {number}: not an object with an id and a text: {error}"));
            return Outcome { id: serde_json::Value::Null, result };
        }
    };
    let name = record.id.as_str().unwrap_or_default();
    let result = match Page::parse(record.text, &arguments.options(name)) {
        Ok(page) => {
            let bitext = Bitext::new(page);
            let alignment = bitext.align(arguments.regime());
            Result::Alignment(Box::new(Document::new(&bitext, alignment)))
        }
        Err(error) => Result::Error(format!("line {number}: {error}")),
    };
    Outcome { id: record.id, result }
}
