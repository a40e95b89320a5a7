//! `en-face align --jsonl`: order, errors as records, and going on where a run was broken off.
#![cfg(not(target_arch = "wasm32"))]

use serde_json::{Value, json};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread;

/// Runs the program on an archive, without the encoder.
fn align(arguments: &[&str], archive: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_en-face"))
        .args(["align", "--encoder", "none", "--jsonl"])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let archive = archive.to_vec();
    // Beside the reading, since pipes hold only so much; the program may end before it has read everything.
    let writing = thread::spawn(move || drop(stdin.write_all(&archive)));
    let output = child.wait_with_output().unwrap();
    writing.join().unwrap();
    output
}

fn scratch(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_file(&path);
    path
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Pages of different lengths, every fifth of them no page.
fn archive(count: usize) -> Vec<u8> {
    let mut lines = Vec::new();
    for id in 0..count {
        let (zh, en) = ("他在3月9日走了。", "He left on March 9.");
        let text = format!("{}\n\n{}", zh.repeat(id * 37 % 90 + 1), [en; 91][..id * 37 % 90 + 1].join(" "));
        let record = if id % 5 == 4 { json!({ "id": id }) } else { json!({ "id": id, "text": text }) };
        lines.extend(format!("{record}\n").into_bytes());
    }
    lines
}

fn records(bytes: &[u8]) -> Vec<Value> {
    bytes.split_inclusive(|&b| b == b'\n').map(|line| serde_json::from_slice(line).unwrap()).collect()
}

#[test]
fn all_cores_give_what_one_gives_in_the_same_order() {
    let input = archive(120);
    let one = align(&["--jobs", "1"], &input);
    let many = align(&["--jobs", "7"], &input);
    assert!(one.status.success() && many.status.success(), "{}", said(&many));
    assert!(one.stdout == many.stdout);
    let records = records(&one.stdout);
    assert_eq!(records.len(), 120);
    for (id, record) in records.iter().enumerate() {
        assert_eq!(record["id"], id);
        assert_eq!(record["error"].is_string(), id % 5 == 4, "{id}");
        assert_eq!(record["alignment"]["version"].is_u64(), id % 5 != 4, "{id}");
    }
    assert!(said(&many).contains("24 of 120 records failed"), "{}", said(&many));
}

#[test]
fn a_run_that_was_broken_off_is_gone_on_with() {
    let input = archive(40);
    let whole = align(&[], &input).stdout;
    let path = scratch("resumed.jsonl");
    let name = path.to_str().unwrap();
    // In a record's middle, at its end, at the beginning and at the end of all.
    let ends: Vec<usize> = (0..whole.len()).filter(|&at| whole[at] == b'\n').map(|at| at + 1).collect();
    for cut in [0, 10, ends[0], ends[7] - 1, ends[7], ends[7] + 30, ends[38], whole.len()] {
        fs::write(&path, &whole[..cut]).unwrap();
        let output = align(&["--output", name, "--resume"], &input);
        assert!(output.status.success() && output.stdout.is_empty(), "{cut}: {}", said(&output));
        assert!(fs::read(&path).unwrap() == whole, "{cut}");
    }
}

#[test]
fn a_file_that_is_there_is_not_written_over() {
    let input = archive(3);
    let path = scratch("taken.jsonl");
    let name = path.to_str().unwrap();
    fs::write(&path, "{\"id\":0}\n").unwrap();
    let output = align(&["--output", name], &input);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("--resume"), "{}", said(&output));
    // Records of other pages.
    for other in ["{\"id\":1,\"error\":\"\"}\n", "no record\n"] {
        fs::write(&path, other).unwrap();
        let output = align(&["--output", name, "--resume"], &input);
        assert_eq!(output.status.code(), Some(1));
        assert!(said(&output).contains("record 1"), "{}", said(&output));
        assert_eq!(fs::read_to_string(&path).unwrap(), other);
    }
    // More records than pages.
    let whole = align(&[], &archive(4)).stdout;
    fs::write(&path, &whole).unwrap();
    assert_eq!(align(&["--output", name, "--resume"], &input).status.code(), Some(1));
    assert!(fs::read(&path).unwrap() == whole);
}

/// Whether the last line that was said is this one.
fn ends_with(output: &Output, line: &str) -> bool {
    said(output).lines().last() == Some(line)
}

#[test]
fn what_is_wrong_with_a_line_is_told_with_its_place() {
    for (line, told) in [
        ("{\"id\": 2, \"text\": ", "no JSON object: EOF while parsing a value at column 17"),
        ("{\"id\": 2, \"text\": \"灯塔", "no JSON object: EOF while parsing a string at column 21"),
        ("{\"灯塔\": 2,}", "no JSON object: trailing comma at column 10"),
        ("nonsense", "no JSON object: expected ident at column 2"),
        ("[1, 2]", "no JSON object but an array"),
        ("{\"id\": 2, \"text\": 5}", "the object's text is a number, not a string"),
        ("{\"id\": 2, \"text\": null}", "the object's text is null, not a string"),
        ("{\"id\": 2}", "the object has no text"),
    ] {
        for end in ["\n", "\r\n", ""] {
            let output = align(&[], [line, end].concat().as_bytes());
            assert!(output.status.success(), "{}", said(&output));
            let records = records(&output.stdout);
            assert_eq!(
                (records.len(), &records[0]["error"]),
                (1, &json!(format!("line 1: {told}"))),
                "{line}"
            );
            let summary = "en-face: 1 of 1 records failed: their lines say why, under \"error\"";
            assert!(ends_with(&output, summary), "{}", said(&output));
        }
    }
}

#[test]
fn nothing_but_records_of_the_archive_is_taken_away() {
    let input = archive(3);
    let path = scratch("foreign.jsonl");
    let name = path.to_str().unwrap();
    let whole = align(&[], &input).stdout;
    let notes = b"notes of somebody, on one line";
    for foreign in
        [&notes[..], b"\0\0\0", &[&whole, &notes[..]].concat(), &[&whole, &b"{\"id\":3,"[..]].concat()]
    {
        fs::write(&path, foreign).unwrap();
        let output = align(&["--output", name, "--resume"], &input);
        assert_eq!(output.status.code(), Some(1), "{}", said(&output));
        assert!(said(&output).contains("is not of this archive's page there"), "{}", said(&output));
        assert!(fs::read(&path).unwrap() == foreign);
    }
}

/// Runs the program in so many MiB of memory.
#[cfg(target_os = "linux")]
fn confined(memory: usize, arguments: &[&str], input: &Path) -> Output {
    let program = "exec \"$0\" align --encoder none --jobs 1 --jsonl \"$@\"";
    Command::new("sh")
        .args(["-c", &format!("ulimit -v {} && ulimit -t 120 && {program}", memory << 10)])
        .arg(env!("CARGO_BIN_EXE_en-face"))
        .arg(input)
        .args(arguments)
        .output()
        .unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn devices_and_lines_without_end_take_no_memory() {
    let input = scratch("three.jsonl");
    fs::write(&input, archive(3)).unwrap();
    let run = |output: &str, more: &[&str]| confined(512, &[&["--output", output], more].concat(), &input);
    // What has no end is written to, not read.
    for (device, resume, status, told) in [
        ("/dev/null", false, 0, ""),
        ("/dev/full", false, 1, "en-face: /dev/full: no room is left for it"),
        ("/dev/null", true, 1, "en-face: /dev/null: is no regular file"),
        ("/dev/full", true, 1, "en-face: /dev/full: is no regular file"),
        ("/dev/zero", true, 1, "en-face: /dev/zero: is no regular file"),
    ] {
        let output = run(device, if resume { &["--resume"] } else { &[] });
        assert_eq!(output.status.code(), Some(status), "{device}: {}", said(&output));
        assert!(said(&output).contains(told), "{device}: {}", said(&output));
    }
    // More than there is memory, without a line's end, in a file with nothing in it and after the beginning of a record.
    let path = scratch("endless.jsonl");
    for (beginning, status) in [("", 1), ("{\"id\":0,", 0)] {
        fs::write(&path, beginning).unwrap();
        fs::File::options().append(true).open(&path).unwrap().set_len(768 << 20).unwrap();
        let output = run(path.to_str().unwrap(), &["--resume"]);
        assert_eq!(output.status.code(), Some(status), "{}", said(&output));
    }
    assert_eq!(records(&fs::read(&path).unwrap()).len(), 3);
    fs::remove_file(&path).unwrap();
    // A line of the archive that is too long is an error in its place.
    let long = scratch("long.jsonl");
    fs::write(&long, "{\"id\": 1, \"text\": \"他走了。\\n\\nHe left.\"}\n").unwrap();
    let mut file = fs::File::options().append(true).open(&long).unwrap();
    file.set_len(320 << 20).unwrap();
    file.write_all("\n{\"id\": 3, \"text\": \"他走了。\\n\\nHe left.\"}\n".as_bytes()).unwrap();
    let output = confined(1024, &[], &long);
    assert!(output.status.success(), "{}", said(&output));
    let records = records(&output.stdout);
    assert_eq!(records.len(), 3);
    assert_eq!(records[1], json!({ "id": null, "error": "line 2: it is longer than 256 MiB" }));
    assert!(records[2]["id"] == 3 && records[2]["alignment"].is_object());
    fs::remove_file(&long).unwrap();
}

#[test]
fn options_of_archives_go_with_archives() {
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds/library-hours.txt");
    for arguments in [
        &["--jobs", "2"][..],
        &["--output", "a.jsonl"],
        &["--jsonl", "--resume"],
        &["--jsonl", "--jobs", "0"],
    ] {
        let status =
            Command::new(env!("CARGO_BIN_EXE_en-face")).arg("align").args(arguments).arg(page).output();
        assert_eq!(status.unwrap().status.code(), Some(2), "{arguments:?}");
    }
}
