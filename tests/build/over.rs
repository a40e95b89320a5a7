//! What is written over, and what is not.

use super::{PAGE, built, failed, files, read, scratch};
use std::fs;

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
