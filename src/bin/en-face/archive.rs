//! `en-face align --jsonl`: an archive of pages, an object a line in, an object a line out.

use crate::align::{Arguments, aligned};
use crate::input::{self, Error, reason};
use en_face::bitext::Bitext;
use en_face::encode::Encoder;
use en_face::export::Document;
use en_face::page::Page;
use serde::Serialize;
use serde_json::Value;
use std::borrow::Cow;
use std::io::{self, BufRead, BufWriter, ErrorKind, Write};

#[derive(Serialize)]
struct Outcome {
    id: Value,
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
    let encoder = arguments.encoder()?;
    let input = input::reader(file)?;
    arguments.tell_encoder(encoder.as_ref());
    let mut output = BufWriter::new(io::stdout().lock());
    for (number, line) in input.split(b'\n').enumerate() {
        let line = line.map_err(|error| Error::new(file, reason(&error)))?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        let outcome = align(&line, number + 1, encoder.as_ref(), arguments);
        let written = serde_json::to_writer(&mut output, &outcome).map_err(io::Error::from);
        match written.and_then(|()| output.write_all(b"\n")).and_then(|()| output.flush()) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(()),
            written => written.map_err(|error| Error::output(&error))?,
        }
    }
    Ok(())
}

fn align(line: &[u8], number: usize, encoder: Option<&Encoder>, arguments: &Arguments) -> Outcome {
    let line = line.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(line);
    let text = String::from_utf8_lossy(line);
    if let Cow::Owned(_) = text {
        eprintln!("en-face: note: line {number}: some bytes are not UTF-8 and were replaced by U+FFFD");
    }
    let mut record: Value = match serde_json::from_str(&text) {
        Ok(record) => record,
        Err(error) => {
            let place = error.column();
            let result = Result::Error(format!("line {number}: no JSON object at column {place}"));
            return Outcome { id: Value::Null, result };
        }
    };
    let id = record.get_mut("id").map(Value::take).unwrap_or_default();
    let Some(text) = record.get("text").and_then(Value::as_str) else {
        return Outcome { id, result: Result::Error(format!("line {number}: the object has no text")) };
    };
    let name = id.as_str().unwrap_or_default();
    let result = match Page::parse(text.to_owned(), &arguments.options(name)) {
        Ok(page) => {
            let bitext = Bitext::new(page);
            let alignment = aligned(&bitext, encoder, arguments.regime());
            Result::Alignment(Box::new(Document::new(&bitext, alignment)))
        }
        Err(error) => Result::Error(format!("line {number}: {error}")),
    };
    Outcome { id, result }
}
