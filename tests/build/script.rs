//! Pages that do more where a script runs: the script, what their policy says of it, and the links inside.

use super::{PAGE, SEEDS, build, built, read, scratch};
use serde_json::Value;
use std::fs;

const HASH: &str = "sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC";

/// The links inside a page's element.
#[track_caller]
fn links(html: &str) -> &str {
    let (_, rest) = html.split_once("<script type=\"application/json\">").unwrap();
    let (links, end) = rest.split_once("</script>").unwrap();
    assert_eq!(end, "\n</en-face>\n</html>\n");
    links
}

#[test]
fn the_page_is_the_same_with_an_element_around_its_texts() {
    let folder = scratch("script");
    let page = format!("{SEEDS}/ceasefire.txt");
    built(&folder, &[&page, "--out", "plain"]);
    let address = "https://cdn.example.org/1.0/en-face-in-place.js?a=1;b";
    built(&folder, &[&page, "--out", "more", "--script", address, "--integrity", HASH]);
    let [plain, more] = ["plain", "more"].map(|out| read(folder.join(out).join("ceasefire.html")));
    let script =
        format!("<script src=\"{address}\" integrity=\"{HASH}\" crossorigin=\"anonymous\" defer></script>\n");
    let policy = "; script-src https://cdn.example.org/1.0/en-face-in-place.js; require-trusted-types-for 'script'; \
                  trusted-types 'none'";
    let links = links(&more);
    let data = format!("<script type=\"application/json\">{links}</script>\n</en-face>\n");
    let mut stripped = more.clone();
    let style = include_str!("../../src/export/publish/enhanced.css");
    for part in [&script, policy, style, "<en-face left=\".l\" right=\".r\">\n", &data] {
        assert_eq!(stripped.matches(part).count(), 1, "{part}");
        stripped = stripped.replace(part, "");
    }
    assert!(stripped == plain, "{stripped}");
    assert!(!plain.contains("en-face left") && !plain.contains("script-src"));
    // The links are those of the file beside it.
    let finished: Value = serde_json::from_str(links).unwrap();
    assert_eq!(finished, serde_json::from_str::<Value>(&read(folder.join("more/ceasefire.json"))).unwrap());
}

#[test]
fn an_address_is_seen_from_each_page() {
    let folder = scratch("addresses");
    for name in ["pages/a.txt", "pages/zh/news/b.txt"] {
        fs::create_dir_all(folder.join(name).parent().unwrap()).unwrap();
        fs::write(folder.join(name), PAGE).unwrap();
    }
    for (given, source, seen) in [
        (
            "js/en-face-in-place.js?v=1",
            "'self'",
            ["js/en-face-in-place.js?v=1", "../../js/en-face-in-place.js?v=1"],
        ),
        ("/en-face-in-place.js", "'self'", ["/en-face-in-place.js"; 2]),
        (
            "https://a.example/b;c,d.js#e",
            "https://a.example/b%3Bc%2Cd.js",
            ["https://a.example/b;c,d.js#e"; 2],
        ),
        (
            "http://a.example/b'&amp.js",
            "http://a.example/b'&amp;amp.js",
            ["http://a.example/b'&amp;amp.js"; 2],
        ),
    ] {
        built(&folder, &["pages", "--out", "site", "--script", given, "--css"]);
        for (name, seen) in ["a", "zh/news/b"].into_iter().zip(seen) {
            let html = read(folder.join(format!("site/{name}.html")));
            assert!(html.contains(&format!("<script src=\"{seen}\" defer></script>\n")), "{html}");
            let policy = format!(
                "style-src 'self'; base-uri 'none'; form-action 'none'; script-src {source}; require"
            );
            assert!(html.contains(&policy), "{html}");
        }
        assert!(!read(folder.join("site/index.html")).contains("script"), "the list has no use for it");
    }
}

#[test]
fn hostile_texts_end_no_data() {
    let folder = scratch("hostile-script");
    let hostile = "</script><script>alert(1)</script><!--<script>]]>&lt;/script>\u{2028}";
    fs::write(
        folder.join("page.txt"),
        format!("港口{hostile}关闭了。\n\n原文\n\nThe port {hostile} closed.\n"),
    )
    .unwrap();
    built(&folder, &["page.txt", "--out", "site", "--script", "/en-face-in-place.js"]);
    let html = read(folder.join("site/page.html"));
    assert_eq!((html.matches("<script").count(), html.matches("</script>").count()), (3, 3), "{html}");
    assert!(!html.contains("<!--"), "{html}");
    let finished: Value = serde_json::from_str(links(&html)).unwrap();
    assert_eq!(finished["sides"][1]["sentences"][0]["text"], format!("The port {hostile} closed."));
}

#[test]
fn what_names_no_script_is_refused() {
    let folder = scratch("no-script");
    fs::write(folder.join("page.txt"), PAGE).unwrap();
    let short = HASH.strip_suffix('C').unwrap();
    let odd = HASH.replace('+', "'");
    for arguments in [
        &["--script", "javascript:alert(1)"][..],
        &["--script", "data:text/javascript,alert(1)"],
        &["--script", "//a.example/b.js"],
        &["--script", "\\\\a.example\\b.js"],
        &["--script", "a.js\"><b>"],
        &["--script", ""],
        &["--integrity", HASH],
        &["--script", "/a.js", "--integrity", short],
        &["--script", "/a.js", "--integrity", &odd],
        &["--script", "/a.js", "--integrity", "md5-abc"],
    ] {
        let output = build(&folder, &[&["page.txt", "--out", "site"], arguments].concat());
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!folder.join("site").exists(), "{arguments:?}");
    }
    let two = format!("{HASH} sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    built(&folder, &["page.txt", "--out", "site", "--script", "/a.js", "--integrity", &two]);
}
