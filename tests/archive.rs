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
    assert!(said(&many).contains("24 of 120 pages"), "{}", said(&many));
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
