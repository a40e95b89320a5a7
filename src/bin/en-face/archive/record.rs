//! One line of an archive: an object with a text in, an object with its alignment, or an error, out.

use super::{LONGEST, Line};
use crate::linking::Linking;
use en_face::bitext::Bitext;
use en_face::encode::Encoder;
use en_face::export::Document;
use en_face::page::Page;
use serde::Serialize;
use serde_json::Value;
use std::borrow::Cow;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What a line has become.
pub struct Record {
    /// One line of JSON, its end included.
    pub json: Vec<u8>,
    pub is_error: bool,
    /// What was odd about the line.
    pub notes: Vec<String>,
}

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

/// Reads and aligns the page in a line. Whatever goes wrong with it is told in the record: the other pages go on.
pub fn align(line: &Line, encoder: Option<&Encoder>, linking: &Linking) -> Record {
    let number = line.number;
    let mut notes = Vec::new();
    let text = text(line);
    if let Cow::Owned(_) = text {
        notes.push(format!("line {number}: some bytes are not UTF-8 and were replaced by U+FFFD"));
    }
    let (id, found) = if line.is_long {
        (Value::Null, Err(format!("it is longer than {} MiB", LONGEST >> 20)))
    } else {
        read(&text)
    };
    // The encoder and the options are only read: a page that fails leaves them as they are.
    let attempt = || found.and_then(|text| document(text, &id, encoder, linking));
    let result = catch_unwind(AssertUnwindSafe(attempt))
        .unwrap_or_else(|_| Err("the page made the program fail; please report it".to_owned()));
    let result = match result {
        Ok(document) => Result::Alignment(document),
        Err(message) => Result::Error(format!("line {number}: {message}")),
    };
    let is_error = matches!(result, Result::Error(_));
    let mut json = serde_json::to_vec(&Outcome { id, result }).unwrap_or_default();
    json.push(b'\n');
    Record { json, is_error, notes }
}

/// How the record of a line begins, up to where its alignment or its error stands.
pub fn beginning(line: &Line) -> Vec<u8> {
    let (id, _) = read(&text(line));
    [b"{\"id\":", &*serde_json::to_vec(&id).unwrap_or_default(), b","].concat()
}

/// A line's text, without the archive's byte-order mark and the line's end.
fn text(line: &Line) -> Cow<'_, str> {
    let bytes = line.bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(&line.bytes);
    String::from_utf8_lossy(bytes.trim_ascii_end())
}

/// A line's id, and its text or what is wrong with it.
fn read(line: &str) -> (Value, std::result::Result<String, String>) {
    let mut record: Value = match serde_json::from_str(line) {
        Ok(record) => record,
        Err(error) => return (Value::Null, Err(unread(line, &error))),
    };
    if !record.is_object() {
        return (Value::Null, Err(format!("no JSON object but {}", kind(&record))));
    }
    let id = record.get_mut("id").map(Value::take).unwrap_or_default();
    let text = match record.get_mut("text").map(Value::take) {
        Some(Value::String(text)) => Ok(text),
        Some(other) => Err(format!("the object's text is {}, not a string", kind(&other))),
        None => Err("the object has no text".to_owned()),
    };
    (id, text)
}

/// What is wrong with a line that is no JSON, and at which of its characters, from 1.
fn unread(line: &str, error: &serde_json::Error) -> String {
    let whole = error.to_string();
    let what = whole.split(" at line ").next().unwrap_or(&whole);
    // Counted in bytes there; those of a character but its first count nothing.
    let column = line.bytes().take(error.column()).filter(|byte| byte & 0xC0 != 0x80).count();
    format!("no JSON object: {what} at column {column}")
}

/// What a value is called.
fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

fn document(
    text: String,
    id: &Value,
    encoder: Option<&Encoder>,
    linking: &Linking,
) -> std::result::Result<Box<Document>, String> {
    let options = linking.options(id.as_str().unwrap_or_default());
    let bitext = Bitext::new(Page::parse(text, &options).map_err(|error| error.to_string())?);
    let alignment = linking.aligned(&bitext, encoder);
    Ok(Box::new(Document::new(&bitext, alignment)))
}
