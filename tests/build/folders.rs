//! Which pages are found in folders, and where what becomes of them goes.

use super::{PAGE, built, failed, files, read, scratch};
use std::fs;
use std::path::Path;

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

/// Writes the same page into many files of a folder.
fn pages(folder: &Path, names: &[&str]) {
    for name in names {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, PAGE).unwrap();
    }
}

#[test]
fn pages_stay_in_their_folders() {
    let folder = scratch("depth");
    let found = ["zh/b.txt", "zh/a b/c:d.md", "zh/news/2024/b.txt", "zh/index.txt", "a.txt", "zz.markdown"];
    pages(&folder, &found.map(|name| ["pages/", name].concat()).each_ref().map(String::as_str));
    pages(&folder, &["pages/.git/x.txt", "pages/zh/.hidden.txt", "pages/zh/notes.html", "pages/none/x.pdf"]);
    let base = ["--base-url", "https://example.org/p", "--css", "--title", "All"];
    for _ in 0..2 {
        // Also where the site is among the pages: what is in there is none.
        built(&folder, &[&["pages", "--out", "pages/site"], &base[..]].concat());
        fs::write(folder.join("pages/site/read.me.txt"), PAGE).unwrap();
    }
    let site = folder.join("pages/site");
    fs::remove_file(site.join("read.me.txt")).unwrap();
    let names = ["a", "zz", "zh/b", "zh/index", "zh/a b/c:d", "zh/news/2024/b"];
    let mut expected: Vec<_> = names
        .iter()
        .flat_map(|name| ["html", "json", "tmx", "css"].map(|end| format!("{name}.{end}")))
        .collect();
    expected.extend(["index.html", "index.css"].map(str::to_owned));
    expected.sort();
    let mut all = files(&site);
    all.sort();
    assert_eq!(all, expected);

    // A page names its own files from where it stands, and the whole address from the site's.
    let html = read(site.join("zh/a b/c:d.html"));
    for part in [
        "href=\"c%3Ad.css\"",
        "href=\"c%3Ad.json\"",
        "rel=\"canonical\" href=\"https://example.org/p/zh/a%20b/c%3Ad.html\"",
    ] {
        assert!(html.contains(part), "{part}\n{html}");
    }
    // The list: what is in no folder first, then folder by folder.
    let list = read(site.join("index.html"));
    let pieces = |mark: &str, end: &str| -> Vec<String> {
        list.split(mark).skip(1).map(|piece| piece.split_once(end).unwrap().0.to_owned()).collect()
    };
    assert_eq!(pieces("<h2 dir=\"auto\">", "<"), ["zh", "zh/a b", "zh/news/2024"]);
    assert_eq!(
        pieces("class=\"page\" href=\"", "\""),
        ["a", "zz", "zh/b", "zh/index", "zh/a%20b/c%3Ad", "zh/news/2024/b"]
            .map(|name| format!("{name}.html"))
    );
    assert_eq!((list.matches("<ul").count(), list.matches("</ul>").count()), (4, 4));
}

#[test]
fn a_place_is_taken_once() {
    let folder = scratch("clashes");
    pages(&folder, &["a/zh/x.txt", "b/zh/X.md", "b/zh/y.txt", "b/zh.txt", "b/y.html/z.txt", "b/y.txt"]);
    let said = failed(&folder, &["a", "b", "--out", "site", "--jobs", "1"]);
    assert!(said.contains("b/zh/X.md: zh/X.html is already built from a/zh/x.txt; rename one"), "{said}");
    // The name of a file is none for a folder.
    assert!(said.contains("site/y.html: is no folder; remove it, or name another --out"), "{said}");
    assert!(said.contains("4 of 6 pages built"), "{said}");
    let whole = |name: &str| ["html", "json", "tmx"].map(|ending| format!("{name}.{ending}"));
    let mut expected: Vec<_> = ["y", "zh", "zh/x", "zh/y"].into_iter().flat_map(whole).collect();
    expected.push("index.html".to_owned());
    expected.sort();
    let mut all = files(&folder.join("site"));
    all.sort();
    assert_eq!(all, expected);
}

#[cfg(unix)]
#[test]
fn no_link_to_a_folder_is_followed() {
    let folder = scratch("links");
    pages(&folder, &["pages/zh/a.txt", "elsewhere/b.txt"]);
    let link = |to: &str, at: &str| std::os::unix::fs::symlink(to, folder.join(at)).unwrap();
    // Round in a circle, and out of the folder.
    link("..", "pages/zh/up");
    link("../../elsewhere", "pages/zh/out");
    link("../../elsewhere/b.txt", "pages/zh/b.txt");
    built(&folder, &["pages", "--out", "site"]);
    let written = ["index.html", "zh/a.html", "zh/a.json", "zh/a.tmx", "zh/b.html", "zh/b.json", "zh/b.tmx"];
    assert_eq!(files(&folder.join("site")), written);

    fs::create_dir(folder.join("other")).unwrap();
    link("../elsewhere", "other/zh");
    let said = failed(&folder, &["pages", "--out", "other", "--force"]);
    assert!(said.contains("other/zh: is no folder; remove it, or name another --out"), "{said}");
    assert_eq!(files(&folder.join("elsewhere")), ["b.txt"]);
}
