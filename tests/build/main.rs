//! `en-face build`: what is written of pages, where, over what, and what happens to those that can't be built.
#![cfg(not(target_arch = "wasm32"))]

mod folders;
mod head;
mod over;
mod script;

use en_face::export::{Document, Format};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// An empty folder.
fn scratch(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("build").join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).unwrap();
    path
}

/// Runs the program in a folder, without the encoder.
fn build(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_en-face"))
        .args(["build", "--encoder", "none"])
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[track_caller]
fn built(folder: &Path, arguments: &[&str]) {
    let output = build(folder, arguments);
    assert!(output.status.success() && output.stdout.is_empty(), "{}", said(&output));
}

/// What the program says when it fails; it then exits with 1.
#[track_caller]
fn failed(folder: &Path, arguments: &[&str]) -> String {
    let output = build(folder, arguments);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(output.stdout.is_empty());
    said(&output)
}

/// The addresses of the style sheets that a page has.
fn sheets(html: &str) -> Vec<&str> {
    html.lines()
        .filter_map(|line| line.strip_prefix("<link rel=\"stylesheet\" href=\"")?.strip_suffix("\">"))
        .collect()
}

/// The files of a folder and of those in it, sorted.
fn files(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let (path, name) =
            entry.map(|entry| (entry.path(), entry.file_name().into_string().unwrap())).unwrap();
        if path.is_dir() {
            names.extend(files(&path).iter().map(|below| format!("{name}/{below}")));
        } else {
            names.push(name);
        }
    }
    names.sort();
    names
}

fn read(path: impl AsRef<Path>) -> String {
    fs::read_to_string(path).unwrap()
}

/// The one data block of a page.
#[track_caller]
fn data(html: &str) -> Value {
    let blocks: Vec<&str> = html.split("<script").skip(1).collect();
    assert_eq!(blocks.len(), 1, "{html}");
    let block = blocks[0].strip_prefix(" type=\"application/ld+json\">").unwrap();
    serde_json::from_str(block.split_once("</script>").unwrap().0).unwrap()
}

const SEEDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds");
const PAGE: &str =
    "灯塔建于1891年。2019年它熄灭了。\n\nThe lighthouse was built in 1891. In 2019 it went dark.\n";

#[test]
fn a_folder_of_pages_becomes_a_site() {
    let folder = scratch("site");
    built(&folder, &[SEEDS, "--out", "deep/site", "--jobs", "3"]);
    let mut expected = vec!["deep/site/index.html".to_owned()];
    let seeds = [
        "ceasefire.txt",
        "kitchen-thread.txt",
        "library-hours.txt",
        "night-trains.txt",
        "old-maps.md",
        "tidal-lab.md",
    ];
    for seed in seeds {
        let name = seed.split_once('.').unwrap().0;
        expected.extend(["html", "json", "tmx"].map(|ending| format!("deep/site/{name}.{ending}")));
    }
    expected.sort();
    assert_eq!(files(&folder), expected);

    let list = read(folder.join("deep/site/index.html"));
    for seed in seeds {
        let name = seed.split_once('.').unwrap().0;
        let path = |ending: &str| folder.join(format!("deep/site/{name}.{ending}"));
        // What `align` prints is what stands there.
        let aligned = Command::new(env!("CARGO_BIN_EXE_en-face"))
            .args(["align", "--encoder", "none", &format!("{SEEDS}/{seed}")])
            .output()
            .unwrap();
        let json = read(path("json"));
        assert_eq!(json.as_bytes(), aligned.stdout, "{name}");
        let document: Document = serde_json::from_str(&json).unwrap();
        assert_eq!(read(path("tmx")), Format::Tmx.write(&document), "{name}");
        let html = read(path("html"));
        // The page that stands alone, and more in its head.
        let alone = Format::Html.write(&document);
        let (head, rest) = alone.split_once("<style>").unwrap();
        assert!(html.starts_with(head) && html.ends_with(rest), "{name}");
        assert!(
            html.contains(&format!("href=\"{name}.json\"")) && html.contains(&format!("href=\"{name}.tmx\""))
        );
        assert!(
            !html.contains("canonical") && !html.contains("hreflang"),
            "nobody has said where it will be"
        );
        for (lang, title) in document.page.titles.iter() {
            let entry = format!("<span lang=\"{lang}\" dir=\"auto\">{title}</span>");
            assert!(list.contains(&entry), "{entry}\n{list}");
        }
        assert!(list.contains(&format!("href=\"{name}.html\"")), "{list}");
    }
}

#[test]
fn one_bad_page_stops_none_of_the_others() {
    let folder = scratch("bad");
    for (name, content) in [
        ("a.txt", PAGE.as_bytes()),
        ("b.txt", b"  \n"),
        ("c.txt", b"\x00\x01\x02\x03"),
        ("d.md", PAGE.as_bytes()),
        ("notes.html", b"no page"),
        (".hidden.txt", PAGE.as_bytes()),
    ] {
        fs::write(folder.join(name), content).unwrap();
    }
    fs::create_dir(folder.join("empty")).unwrap();
    let said = failed(&folder, &["gone.txt", ".", "empty", "-", "a.txt", "--out", "site", "--jobs", "2"]);
    let lines: Vec<&str> = said.lines().collect();
    let starts = [
        "en-face: ./.hidden.txt: note: is hidden and was passed over",
        "en-face: gone.txt: no such file",
        "en-face: ./b.txt: the page is empty",
        "en-face: ./c.txt: byte 0 is not text",
        "en-face: empty: no .txt or .md file",
        "en-face: standard input: a page needs a name",
        "en-face: site: 2 of 7 pages built; not built: gone.txt, ./b.txt, ./c.txt, empty, standard input",
    ];
    assert_eq!(lines.len(), starts.len(), "{said}");
    for (line, start) in lines.iter().zip(starts) {
        assert!(line.starts_with(start), "{said}");
    }
    let site = ["a.html", "a.json", "a.tmx", "d.html", "d.json", "d.tmx", "index.html"];
    assert_eq!(files(&folder.join("site")), site);
    assert_eq!(read(folder.join("site/index.html")).matches("<li>").count(), 2);
}

#[test]
fn what_is_not_utf_8_is_built_only_when_that_is_wanted() {
    let folder = scratch("encodings");
    // “灯塔” in GB18030, on the second line.
    let gb = [b"The light\n\xB5\xC6\xCB\xFE\n", PAGE.as_bytes()].concat();
    let utf16: Vec<u8> =
        ['\u{FEFF}'].into_iter().chain(PAGE.chars()).flat_map(|c| (c as u16).to_le_bytes()).collect();
    fs::create_dir(folder.join("pages")).unwrap();
    for (name, content) in [("gb.txt", &gb[..]), ("utf16.txt", &utf16), ("utf8.txt", PAGE.as_bytes())] {
        fs::write(folder.join("pages").join(name), content).unwrap();
    }
    let pages = ["pages", "--out", "site", "--jobs", "1"];
    let said = failed(&folder, &pages);
    let told = "en-face: pages/gb.txt: byte 10, on line 2, is not UTF-8; convert the file to UTF-8, or build it as it is with --lossy";
    assert_eq!(said.lines().next(), Some(told));
    assert!(said.contains("2 of 3 pages built; not built: pages/gb.txt"), "{said}");
    assert!(!folder.join("site/gb.html").exists() && folder.join("site/utf16.html").exists());
    assert!(!read(folder.join("site/index.html")).contains("gb"));
    let output = build(&folder, &[&pages[..], &["--lossy"]].concat());
    assert!(output.status.success());
    assert!(self::said(&output).contains("pages/gb.txt: note: line 2: some bytes are not UTF-8"));
    assert!(read(folder.join("site/gb.html")).contains('\u{FFFD}'));
}

#[test]
fn hidden_files_are_told_of() {
    let folder = scratch("hidden");
    fs::create_dir_all(folder.join("pages/zh/.git")).unwrap();
    for name in ["a.txt", "..b.txt", "zh/.c.md", "zh/.d.json", "zh/.git/e.txt", ".f.txt"] {
        fs::write(folder.join("pages").join(name), PAGE).unwrap();
    }
    let output = build(&folder, &["pages", "pages/.f.txt", "--out", "site", "--jobs", "1"]);
    assert!(output.status.success());
    let said = said(&output);
    let lines: Vec<&str> = said.lines().collect();
    let starts = [
        "en-face: pages/..b.txt: note: is hidden and was passed over",
        "en-face: pages/zh/.c.md: note: is hidden and was passed over",
        "en-face: pages/.f.txt: note: is hidden, and so are the files that are made of it",
    ];
    assert_eq!(lines.len(), starts.len(), "{said}");
    for (line, start) in lines.iter().zip(starts) {
        assert!(line.starts_with(start), "{said}");
    }
    let site = [".f.html", ".f.json", ".f.tmx", "a.html", "a.json", "a.tmx", "index.html"];
    assert_eq!(files(&folder.join("site")), site);
}

#[test]
fn wrong_usage_is_told_as_such() {
    let folder = scratch("usage");
    for arguments in [
        &["--out", "site"][..],
        &["page.txt"],
        &["page.txt", "--out", "site", "--base-url", "javascript:alert(1)"],
        &["page.txt", "--out", "site", "--base-url", "https://example.org/?a"],
        &["page.txt", "--out", "site", "--left-lang", "\"><b>"],
        &["page.txt", "--out", "site", "--jobs", "0"],
    ] {
        let output = build(&folder, arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!output.stderr.is_empty() && output.stdout.is_empty());
    }
    assert!(files(&folder).is_empty());
}
