//! `en-face build`: what is written of pages, where, over what, and what happens to those that can't be built.
#![cfg(not(target_arch = "wasm32"))]

use en_face::export::{Document, Format};
use serde_json::{Value, json};
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
fn a_page_tells_what_its_texts_are_to_each_other() {
    let folder = scratch("data");
    let pages = [format!("{SEEDS}/ceasefire.txt"), format!("{SEEDS}/night-trains.txt")];
    let base = ["--out", "site", "--base-url", "https://example.org/zh"];
    built(&folder, &[&[&*pages[0], &*pages[1]], &base[..]].concat());

    let trains = read(folder.join("site/night-trains.html"));
    let address = "https://example.org/zh/night-trains.html";
    assert_eq!(
        data(&trains),
        json!({
            "@context": "https://schema.org",
            "@type": "WebPage",
            "url": address,
            "inLanguage": ["zh", "en"],
            "mainEntity": {
                "@type": "Article",
                "headline": "夜车归来",
                "inLanguage": "zh",
                "translationOfWork": {
                    "@type": "Article",
                    "headline": "The Night Train Comes Back",
                    "inLanguage": "en",
                    "url": "https://example.org/slow-roads/the-night-train-comes-back",
                },
            },
        })
    );
    for line in [
        format!("<link rel=\"canonical\" href=\"{address}\">"),
        format!("<link rel=\"alternate\" hreflang=\"zh\" href=\"{address}\">"),
        format!("<link rel=\"alternate\" hreflang=\"en\" href=\"{address}\">"),
    ] {
        assert_eq!(trains.lines().filter(|found| *found == line).count(), 1, "{line}");
    }
    assert!(
        read(folder.join("site/index.html"))
            .contains("<link rel=\"canonical\" href=\"https://example.org/zh/\">")
    );

    // A summary is no translation: it is based on the original, and sums it up.
    let summary = data(&read(folder.join("site/ceasefire.html")));
    let original = &summary["mainEntity"]["isBasedOn"];
    assert_eq!(summary["mainEntity"].get("translationOfWork"), None);
    assert_eq!(original["url"], "https://example.org/longer-view/truce-on-the-ferry");
    assert_eq!(original["inLanguage"], "en");
    assert_eq!(original["abstract"]["@language"], "zh");
    let text = original["abstract"]["@value"].as_str().unwrap();
    assert!(read(&pages[0]).contains(text) && text.ends_with("包下了。"), "{text}");

    // The regime and the languages that are said, not those that are found.
    let more = ["--regime", "parallel", "--left-lang", "zh-Hans", "--right-lang", "en-GB"];
    built(&folder, &[&[&*pages[0]], &base[..], &more[..]].concat());
    let html = read(folder.join("site/ceasefire.html"));
    assert_eq!(data(&html)["inLanguage"], json!(["zh-Hans", "en-GB"]));
    assert_eq!(data(&html)["mainEntity"]["translationOfWork"]["inLanguage"], "en-GB");
    assert!(html.contains("<html lang=\"zh-Hans\">") && html.contains("hreflang=\"en-GB\""));
}

#[test]
fn a_page_with_one_text_says_no_more_than_there_is() {
    let folder = scratch("one");
    for (text, lang) in [("灯塔建于1891年。\n", "zh"), ("12 — 34\n", "")] {
        fs::write(folder.join("page.txt"), text).unwrap();
        built(&folder, &["page.txt", "--out", "site"]);
        let data = data(&read(folder.join("site/page.html")));
        let langs: Vec<&str> = Some(lang).filter(|lang| !lang.is_empty()).into_iter().collect();
        assert_eq!(data["inLanguage"], json!(langs), "{text}");
        assert_eq!(data["mainEntity"].get("isBasedOn"), None, "{data}");
        assert_eq!(data["mainEntity"].get("headline"), None, "{data}");
    }
    assert!(!folder.join("site/index.html").exists(), "no list of one page");
}

#[test]
fn hostile_texts_stay_texts() {
    let folder = scratch("hostile");
    let hostile =
        "</script><script>alert(1)</script><!--<script>\"\\&amp;'\u{202e}\u{2028}\u{1}]]></style><style>";
    let page = format!(
        "港口{hostile}\nThe port {hostile}\n\n原始链接: https://example.org/?a=1&b='2'\n\n港口关闭{hostile}。\n\n原文\n\nThe port {hostile} closed.\n"
    );
    let name = "a b#c?d%&'港<i>";
    fs::write(folder.join(format!("{name}.txt")), &page).unwrap();
    fs::write(folder.join("javascript:alert(1).txt"), PAGE).unwrap();
    for regime in ["summary", "parallel"] {
        let base = ["--base-url", "https://example.org/a/"];
        built(
            &folder,
            &[&[".", "--out", "site", "--regime", regime, "--title", hostile], &base[..]].concat(),
        );
        let html = read(folder.join(format!("site/{name}.html")));
        let data = data(&html);
        let held = |text: &Value| {
            text.as_str().unwrap().contains("</script><script>alert(1)</script><!--<script>\"\\&amp;'")
        };
        assert!(held(&data["mainEntity"]["headline"]), "{data}");
        if regime == "summary" {
            assert!(held(&data["mainEntity"]["isBasedOn"]["abstract"]["@value"]), "{data}");
        }
        assert_eq!(data["url"], "https://example.org/a/a%20b%23c%3Fd%25%26%27%E6%B8%AF%3Ci%3E.html");
        assert_eq!(html.matches("</style>").count(), 1);
        assert!(!html.contains("<!--") && !html.contains('\u{1}'));
        let list = read(folder.join("site/index.html"));
        assert!(!list.contains("<script") && !list.contains("<!--") && !list.contains("<i>"), "{list}");
        assert_eq!(list.matches("</style>").count(), 1);
        assert!(list.contains("href=\"a%20b%23c%3Fd%25%26%27%E6%B8%AF%3Ci%3E.tmx\""), "{list}");
        assert!(list.contains("href=\"javascript%3Aalert%281%29.html\""), "{list}");
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
fn two_pages_of_one_name_are_told() {
    let folder = scratch("names");
    for name in ["a/page.txt", "b/Page.md", "b/index.txt"] {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, PAGE).unwrap();
    }
    let said = failed(&folder, &["a", "b", "a/page.txt", "--out", "site"]);
    assert!(said.contains("b/Page.md: Page.html is already built from a/page.txt; rename"), "{said}");
    assert!(said.contains("b/index.txt: index.html is the list of the pages; rename"), "{said}");
    assert_eq!(files(&folder.join("site")), ["index.html", "page.html", "page.json", "page.tmx"]);
    // Alone it is in nobody's way.
    built(&folder, &["b/index.txt", "--out", "other"]);
    assert_eq!(files(&folder.join("other")), ["index.html", "index.json", "index.tmx"]);
}

#[test]
fn only_what_en_face_has_made_is_written_over() {
    let folder = scratch("over");
    fs::write(folder.join("page.txt"), PAGE).unwrap();
    fs::write(folder.join("other.txt"), PAGE).unwrap();
    let pages = ["page.txt", "other.txt", "--out", "site"];
    built(&folder, &pages);
    let first = read(folder.join("site/page.html"));
    built(&folder, &pages);
    assert_eq!(read(folder.join("site/page.html")), first);
    for name in ["page.html", "page.json", "page.tmx", "index.html"] {
        let path = folder.join("site").join(name);
        let own = read(&path);
        fs::write(&path, "somebody's own").unwrap();
        let others = ["page.html", "page.json", "page.tmx"].map(|name| read(folder.join("site").join(name)));
        let said = failed(&folder, &pages);
        let told = format!("site/{name} was not made by en-face; --force writes over it");
        assert!(said.contains(&told), "{said}");
        let missing = if name == "index.html" {
            "2 of 2 pages built; not built: the list of pages"
        } else {
            "1 of 2 pages built; not built: page.txt"
        };
        assert!(said.contains(missing), "{said}");
        assert_eq!(read(&path), "somebody's own");
        let after = ["page.html", "page.json", "page.tmx"].map(|name| read(folder.join("site").join(name)));
        assert!(after == others, "all of a page or nothing");
        built(&folder, &[&pages[..], &["--force"]].concat());
        assert_eq!(read(&path), own);
    }
    assert!(files(&folder.join("site")).iter().all(|name| !name.starts_with('.')), "nothing is left behind");
}

#[test]
fn the_style_goes_into_a_file_where_a_policy_wants_it_there() {
    let folder = scratch("css");
    let pages = ["ceasefire.txt", "old-maps.md"].map(|name| format!("{SEEDS}/{name}"));
    built(&folder, &[&pages[0], &pages[1], "--out", "inside"]);
    for _ in 0..2 {
        built(&folder, &[&pages[0], &pages[1], "--out", "beside", "--css"]);
    }
    assert_eq!(files(&folder.join("beside")).len(), 2 * 4 + 2);
    for name in ["ceasefire", "old-maps", "index"] {
        let inside = read(folder.join(format!("inside/{name}.html")));
        let (head, rest) = inside.split_once("<style>\n").unwrap();
        let (style, body) = rest.split_once("</style>\n").unwrap();
        let beside = read(folder.join(format!("beside/{name}.html")));
        assert_eq!(sheets(&beside), [format!("{name}.css")]);
        let link = format!("<link rel=\"stylesheet\" href=\"{name}.css\">\n");
        let same = [&head.replace("style-src 'unsafe-inline'", "style-src 'self'"), &*link, body].concat();
        assert!(beside == same, "{beside}");
        assert!(!beside.contains("unsafe") && !beside.contains("<style") && !beside.contains(" style="));
        assert_eq!(read(folder.join(format!("beside/{name}.css"))), format!("/* en-face */\n{style}"));
    }
    fs::write(folder.join("beside/old-maps.css"), "body {}").unwrap();
    let said = failed(&folder, &[&pages[0], &pages[1], "--out", "beside", "--css"]);
    assert!(said.contains("beside/old-maps.css was not made by en-face"), "{said}");
    assert_eq!(read(folder.join("beside/old-maps.css")), "body {}");
}

#[test]
fn a_page_is_never_written_over() {
    let folder = scratch("itself");
    fs::write(folder.join("page.html"), PAGE).unwrap();
    let said = failed(&folder, &["page.html", "--out", ".", "--force"]);
    assert!(said.contains("is the page itself"), "{said}");
    assert_eq!(read(folder.join("page.html")), PAGE);
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link_or_into_a_file() {
    let folder = scratch("outside");
    fs::write(folder.join("page.txt"), PAGE).unwrap();
    fs::write(folder.join("secret"), "kept").unwrap();
    fs::create_dir(folder.join("site")).unwrap();
    for target in ["../secret", "../nowhere"] {
        let _ = fs::remove_file(folder.join("site/page.json"));
        std::os::unix::fs::symlink(target, folder.join("site/page.json")).unwrap();
        let said = failed(&folder, &["page.txt", "--out", "site", "--force"]);
        assert!(said.contains("site/page.json is a folder or a link; remove it"), "{said}");
    }
    assert_eq!(files(&folder), ["page.txt", "secret", "site/page.json"]);
    assert_eq!(read(folder.join("secret")), "kept");
    let said = failed(&folder, &["page.txt", "--out", "secret"]);
    assert!(said.contains("en-face: secret: is no folder; name another --out"), "{said}");
    assert_eq!(read(folder.join("secret")), "kept");
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
