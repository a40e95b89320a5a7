//! What pages say of themselves, what their texts can't do, and where their style is.

use super::{PAGE, SEEDS, built, data, failed, files, read, scratch, sheets};
use serde_json::{Value, json};
use std::fs;

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
        // Nor does it leave room for the other, or make an element that would have nothing to link.
        built(&folder, &["page.txt", "--out", "more", "--script", "/en-face-in-place.js"]);
        let [plain, more] = ["site", "more"].map(|out| read(folder.join(out).join("page.html")));
        assert_eq!(
            (plain.matches("class=\"r\"").count(), plain.matches("<main class=\"alone\">").count()),
            (0, 1)
        );
        assert!(plain == more, "{more}");
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
