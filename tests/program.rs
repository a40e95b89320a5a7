//! The command-line program: what it prints, what it refuses, and how it exits.
#![cfg(not(target_arch = "wasm32"))]

use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn run(arguments: &[&str], input: &[u8]) -> Output {
    run_as(Path::new(env!("CARGO_BIN_EXE_en-face")), arguments, input)
}

fn run_as(program: &Path, arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(program)
        .args(arguments)
        .env_remove("EN_FACE_ENCODER")
        .env("XDG_DATA_HOME", env!("CARGO_TARGET_TMPDIR"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // The program may end before it has read everything.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn json(arguments: &[&str]) -> Value {
    let output = run(arguments, b"");
    assert!(output.status.success(), "{}", text(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn file(name: &str, content: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).unwrap();
    path
}

fn units(text: &str, start: u64, end: u64) -> String {
    let units: Vec<u16> = text.encode_utf16().skip(start as usize).take((end - start) as usize).collect();
    String::from_utf16(&units).unwrap()
}

#[test]
fn a_page_is_printed_as_the_contract_says() {
    for (page, regime) in [
        ("seeds/ceasefire.txt", "summary"),
        ("seeds/tidal-lab.md", "summary"),
        ("seeds/kitchen-thread.txt", "summary"),
        ("seeds/night-trains.txt", "parallel"),
        ("seeds/old-maps.md", "parallel"),
    ] {
        let document = json(&["align", "--encoder", "none", page]);
        let source = std::fs::read_to_string(page).unwrap();
        assert_eq!(document["version"], 1, "{page}");
        assert_eq!(document["regime"], regime, "{page}");
        assert!(document["page"]["source"].as_str().unwrap().starts_with("https://"), "{page}");
        assert!(
            document["page"]["titles"]["zh"].is_string() && document["page"]["titles"]["en"].is_string(),
            "{page}"
        );
        for entry in document["page"]["related"].as_array().unwrap() {
            assert!(
                entry["titles"].is_object() && entry["date"].as_str().is_none_or(|date| date.len() == 10),
                "{page}"
            );
        }
        let mut counts = Vec::new();
        for side in document["sides"].as_array().unwrap() {
            let sentences = side["sentences"].as_array().unwrap();
            for sentence in sentences {
                let slice =
                    units(&source, sentence["start"].as_u64().unwrap(), sentence["end"].as_u64().unwrap());
                assert_eq!(sentence["text"], slice, "{page}");
            }
            let mut at = 0;
            for block in side["blocks"].as_array().unwrap() {
                assert_eq!(block["sentences"][0], at, "{page}");
                at = block["sentences"][1].as_u64().unwrap();
            }
            assert_eq!(at as usize, sentences.len(), "{page}");
            counts.push(at);
        }
        let links = document["links"].as_array().unwrap();
        assert!(!links.is_empty(), "{page}");
        for link in links {
            for (key, count) in [("left", counts[0]), ("right", counts[1])] {
                let numbers: Vec<u64> =
                    link[key].as_array().unwrap().iter().map(|number| number.as_u64().unwrap()).collect();
                assert!(
                    !numbers.is_empty()
                        && numbers.is_sorted()
                        && numbers.iter().all(|&number| number < count),
                    "{page}"
                );
            }
            assert!(link["left"].as_array().unwrap().contains(&link["best"][0]), "{page}");
            assert!(link["right"].as_array().unwrap().contains(&link["best"][1]), "{page}");
            assert!((0.0..=1.0).contains(&link["score"].as_f64().unwrap()), "{page}");
        }
    }
}

#[test]
fn the_planted_number_is_found_and_nothing_else() {
    let document = json(&["align", "--encoder", "none", "seeds/kitchen-thread.txt"]);
    let checks = document["checks"].as_array().unwrap();
    assert_eq!(checks.len(), 1, "{checks:?}");
    assert!(checks[0]["found"].as_str().unwrap().contains("19"));
    for page in ["seeds/ceasefire.txt", "seeds/tidal-lab.md", "seeds/night-trains.txt", "seeds/old-maps.md"] {
        assert_eq!(json(&["align", "--encoder", "none", page])["checks"], serde_json::json!([]), "{page}");
    }
}

#[test]
fn two_files_of_sentences_become_beads() {
    let left = file("left.txt", "灯塔建于1891年。\n2019年它熄灭了。\n".as_bytes());
    let right = file("right.txt", b"The lighthouse was built in 1891.\nIn 2019 it went dark.\n");
    let [left, right] = [&left, &right].map(|path| path.to_str().unwrap());
    let output = run(&["align", "--encoder", "none", "--lines", left, right], b"");
    let printed = text(&output.stdout);
    let beads: Vec<_> = printed.lines().map(|line| line.rsplit_once(':').unwrap().0).collect();
    assert_eq!(beads, ["[0]:[0]", "[1]:[1]"]);
    let document = json(&["align", "--encoder", "none", "--format", "json", "--lines", left, right]);
    assert_eq!(document["sides"][1]["sentences"][1]["text"], "In 2019 it went dark.");
    let beads = run(&["align", "--encoder", "none", "--format", "beads", "seeds/night-trains.txt"], b"");
    assert!(text(&beads.stdout).starts_with("[0]:["));
}

#[test]
fn links_are_written_for_other_programs_and_for_readers() {
    let left = file("left-of-two.txt", "灯塔建于1891年。\n2019年它<熄灭>了。\n".as_bytes());
    let right = file("right-of-two.txt", b"The lighthouse was built in 1891.\nIn 2019 it went dark.\n");
    let lines = ["--lines", left.to_str().unwrap(), right.to_str().unwrap()];
    let page = ["seeds/night-trains.txt"];
    let written = |format: &str, files: &[&str]| {
        let output = run(&[&["align", "--encoder", "none", "--format", format], files].concat(), b"");
        assert!(output.status.success(), "{}", text(&output.stderr));
        text(&output.stdout)
    };
    for (format, from_lines, from_page) in [
        (
            "tmx",
            "<seg>2019年它&lt;熄灭&gt;了。</seg>",
            "<seg>“It took me 14 years to find the switch again.”</seg>",
        ),
        ("html", "2019年它&lt;熄灭&gt;了。<a class=\"n\" href=\"#r1\">2</a>", "<h1>夜车归来</h1>"),
        ("md", "2019年它\\<熄灭\\>了。\\[2\\]", "# 夜车归来\n"),
        ("text", "2019年它<熄灭>了。\nIn 2019 it went dark.\n", "夜车归来\nThe Night Train Comes Back\n\n"),
    ] {
        let (two, one) = (written(format, &lines), written(format, &page));
        assert!(two.contains(from_lines), "{format}: {two}");
        assert!(one.contains(from_page), "{format}: {one}");
    }
}

#[test]
fn a_text_becomes_sentences_with_an_empty_line_between_blocks() {
    let path = file("text.txt", b"Mr. Lee left. He slept.\n\nThen what?\n");
    let output = run(&["segment", "--lang", "en", path.to_str().unwrap()], b"");
    assert_eq!(text(&output.stdout), "Mr. Lee left.\nHe slept.\n\nThen what?\n");
    let output = run(&["segment", "-"], "他走了。她没走。".as_bytes());
    assert_eq!(text(&output.stdout), "他走了。\n她没走。\n");
}

#[test]
fn an_archive_is_answered_line_by_line() {
    let input = "{\"id\": 7, \"text\": \"他走了。\\n\\nHe left.\"}\n\nnonsense\n{\"id\": \"b\", \"text\": \"\"}\n{\"id\": 9}\n";
    let output = run(&["align", "--encoder", "none", "--jsonl"], input.as_bytes());
    assert!(output.status.success());
    let lines: Vec<Value> =
        text(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 4);
    assert!(lines[3]["id"] == 9 && lines[3]["error"].is_string());
    assert_eq!((&lines[0]["id"], &lines[0]["alignment"]["version"]), (&Value::from(7), &Value::from(1)));
    assert!(lines[1]["error"].as_str().unwrap().starts_with("line 3: "));
    assert!(lines[2]["id"] == "b" && lines[2]["error"].as_str().unwrap().contains("empty"));
}

/// Bad input: exit status 1, nothing on standard output, one line that names the file.
#[test]
fn bad_input_is_refused_in_one_line() {
    for (name, content, says) in [
        ("empty.txt", &b""[..], "empty"),
        ("blank.txt", b" \r\n\t", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", "binary"),
        ("landmarks.txt", "原始链接: https://example.org\n相关文章\n原文\n".as_bytes(), "no text"),
    ] {
        let path = file(name, content);
        let output = run(&["align", "--encoder", "none", path.to_str().unwrap()], b"");
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{name}");
        assert!(output.stdout.is_empty(), "{name}");
        assert_eq!(said.lines().count(), 1, "{name}: {said}");
        assert!(
            said.starts_with(&format!("en-face: {}: ", path.display())) && said.contains(says),
            "{name}: {said}"
        );
    }
    let output = run(&["align", "nowhere.txt"], b"");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stderr).lines().count(), 1);
    assert!(text(&output.stderr).starts_with("en-face: nowhere.txt: no such file"));
    let output = run(&["align", "--encoder", "seeds/ceasefire.txt", "seeds/ceasefire.txt"], b"");
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn odd_input_is_read_with_a_note() {
    for (name, content, says) in [
        (
            "broken.txt",
            &b"\xE4\xBB\x96\xE8\xB5\xB0\xE4\xBA\x86\xE3\x80\x82\xFF\n\nHe left."[..],
            "line 1: some bytes are not UTF-8",
        ),
        ("one-side.txt", "他走了。".as_bytes(), "no second text"),
    ] {
        let path = file(name, content);
        let output = run(&["align", "--encoder", "none", path.to_str().unwrap()], b"");
        assert!(output.status.success(), "{name}");
        assert!(text(&output.stderr).contains(says), "{name}: {}", text(&output.stderr));
    }
    let path = file("mark.txt", "\u{FEFF}他走了。\r\n\r\nHe left.\r\n".as_bytes());
    let document = json(&["align", "--encoder", "none", path.to_str().unwrap()]);
    assert_eq!(document["sides"][0]["sentences"][0]["start"], 0);
}

#[test]
fn wrong_usage_exits_with_2() {
    for arguments in [
        &["align"][..],
        &["align", "a.txt", "b.txt"],
        &["align", "--lines", "a.txt"],
        &["align", "--regime", "sideways", "a.txt"],
        &["align", "--left-lang", "中文", "a.txt"],
        &["align", "--jsonl", "--lines"],
        &["align", "--jsonl", "--format", "tmx"],
        &["align", "--format", "docx", "a.txt"],
        &["segment"],
        &["translate"],
        &[],
    ] {
        let output = run(arguments, b"");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
    }
}

#[test]
fn the_missing_encoder_is_told_once() {
    // Away from the build's folder, where no encoder is installed.
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("alone/bin");
    std::fs::create_dir_all(&folder).unwrap();
    let program = folder.join("en-face");
    std::fs::copy(env!("CARGO_BIN_EXE_en-face"), &program).unwrap();
    let output = run_as(&program, &["align", "seeds/library-hours.txt"], b"");
    assert!(output.status.success());
    assert_eq!(text(&output.stderr).lines().count(), 1);
    assert!(text(&output.stderr).contains("--encoder") && text(&output.stderr).contains("zh-en.enface"));
    let output = run_as(&program, &["embed", "seeds/library-hours.txt"], b"");
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0));
    assert!(text(&output.stderr).contains("cargo xtask model"));
}

#[test]
fn what_is_no_encoder_is_refused_by_name() {
    let page = "seeds/library-hours.txt";
    for (name, content, said) in [
        ("text.enface", &b"not an encoder"[..], "no en-face encoder file"),
        ("short.enface", &b"\x89enface\n\x01\x00\x06"[..], "damaged"),
        ("new.enface", &b"\x89enface\n\x02\x00\x06\x00"[..], "version 2"),
    ] {
        let encoder = file(name, content);
        let encoder = encoder.to_str().unwrap();
        for command in [&["align", "--encoder", encoder, page][..], &["embed", "--encoder", encoder, page]] {
            let output = run(command, b"");
            assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0), "{command:?}");
            let told = text(&output.stderr);
            assert!(told.lines().count() == 1 && told.contains(name) && told.contains(said), "{told}");
        }
    }
}
