//! Pages as they come: landmarks in every state, odd bytes, odd layouts, and the real ones.
#![cfg(not(target_arch = "wasm32"))]

use en_face::bitext::Bitext;
use en_face::lang::Lang;
use en_face::page::{BlockKind, Error, Format, Options, Page, decode};
use std::path::Path;

const ZH: &str = "港口在黎明时关闭,没有人解释原因。渡轮留在了对岸。";
const EN: &str = "The harbor closed at dawn, and nobody said why. The ferry stayed on the far side.";

fn parse(text: &str) -> Page {
    Page::parse(text.to_owned(), &Options::default()).unwrap()
}

/// A page in one line: titles, source, related entries, then each side's language and text.
fn summed(page: &Page) -> String {
    let titles: Vec<_> = page.titles.iter().map(|(lang, title)| format!("{lang}={title}")).collect();
    let side = |side: usize| {
        let side = &page.sides[side];
        let blocks: Vec<_> = side.blocks.iter().map(|block| block.shown(&page.text)).collect();
        format!("{}:{}", side.lang, blocks.join("¶"))
    };
    let source = page.source.as_deref().unwrap_or("-");
    format!("{} {source} {} {} {}", titles.join(","), page.related.len(), side(0), side(1))
}

#[test]
fn landmarks_may_be_missing_repeated_or_traditional() {
    let whole = format!("zh=港口,en=Harbor https://example.org/a 1 zh:{ZH} en:{EN}");
    let bare = format!("zh=港口,en=Harbor - 0 zh:{ZH} en:{EN}");
    let link = "原始链接: https://example.org/a";
    for (text, expected) in [
        (
            format!(
                "港口\nHarbor\n\n{link}\n\n{ZH}\n\n相关文章\n\n灯塔\nThe Light\n原文\n\n{EN}\n\n联系我们 contact @ example.org"
            ),
            &whole,
        ),
        (
            format!(
                "港口\r\nHarbor\r\n{link}\r\n{ZH}\r\n相关文章\r\n灯塔 2024-05-02\r\nThe Light 2024-05-02\r\n原文\r\n{EN}\r\n"
            ),
            &whole,
        ),
        (
            format!(
                "\n\n港口\n\n\nHarbor\n\n{link}\n\n\n\n{ZH}\n\n\n相关文章\n\n\n灯塔\n\n\n原文\n\n\n{EN}\n\n\n"
            ),
            &whole,
        ),
        (
            format!(
                "港口\nHarbor\n原始連結：https://example.org/a\n{ZH}\n相關文章：\n灯塔\n原文：\n{EN}\n聯絡我們"
            ),
            &whole,
        ),
        (
            format!("港口\nHarbor\n原始链接\nhttps://example.org/a\n{ZH}\n相关文章\nThe Light\n原文\n{EN}"),
            &whole,
        ),
        (format!("港口\nHarbor\n{link}\n{link}\n{ZH}\n相关文章\n相关文章\n灯塔\n原文\n原文\n{EN}"), &whole),
        (
            format!("# 港口\n# Harbor\n\n**{link}**\n\n{ZH}\n\n## 相关文章\n\n- 灯塔\n\n## 原文\n\n{EN}"),
            &whole,
        ),
        (
            format!(
                "港口\n====\n\nHarbor\n------\n\n**原始链接:** [a](https://example.org/a)\n\n{ZH}\n\n**相关文章**\n\n1. 灯塔\n\n---\n\n【原文】\n\n{EN}"
            ),
            &whole,
        ),
        (
            format!(
                "---\ntitle: x\n---\n\n港口\nHarbor\n{link}。\n{ZH}\n【相关文章】\n灯塔\n原文\n{EN}\n联系我们:\neditor@example.org\n"
            ),
            &whole,
        ),
        (format!("港口\n\nHarbor\n\n{ZH}\n\n{EN}"), &bare),
        (format!("港口\nHarbor\n\n{ZH}\n\n原文\n\n{EN}"), &bare),
        (format!("港口\nHarbor\n\n{ZH}\n\n{EN}"), &bare),
        (format!("港口\nHarbor\n\n{ZH}\n相关文章\n原文\n{EN}"), &bare),
    ] {
        assert_eq!(&summed(&parse(&text)), expected, "{text}");
    }
}

/// A page's settings for other programs are none of its text, in either of the two forms.
#[test]
fn settings_above_a_page_are_passed_over() {
    let (link, bare) =
        (format!("原始链接: https://example.org/a\n{ZH}\n原文\n{EN}"), format!("{ZH}\n\n{EN}"));
    for rest in [format!("港口\nHarbor\n{link}"), format!("港口\nHarbor\n\n{bare}"), bare] {
        let plain = summed(&parse(&rest));
        for matter in [
            "---\ntitle: x\nlang: zh\n---\n",
            "---\r\ntitle: \"A. B. C.\"\r\n---\r\n\r\n",
            "+++\ntitle = \"x\"\n\n[a]\nb = 1\n+++\n",
            "+++\n+++\n",
        ] {
            let page = parse(&[matter, &rest].concat());
            assert_eq!((summed(&page), &page.notices[..]), (plain.clone(), &[][..]), "{matter}{rest}");
        }
    }
    for (matter, told) in [
        ("---\ntitle: x\n", true),
        ("+++\nlast mod = 2024-01-01\n", true),
        ("---\n+++\n", false),
        ("---\n\n", false),
        ("+++\n--- = ---\n", true),
    ] {
        let page = parse(&format!("{matter}港口\nHarbor\n{link}"));
        let first = page.notices.first().map(|notice| (notice.line, notice.message.contains("second")));
        assert_eq!(first, told.then_some((1, true)), "{matter}");
    }
}

#[test]
fn a_list_of_related_pages_ends_where_prose_begins() {
    let prose = "The harbor closed at dawn, and nobody said why. The ferry stayed on the far side of the water until the evening.";
    let text = format!(
        "港口\nHarbor\n原始链接: https://example.org/a\n{ZH}\n相关文章\n灯塔\nThe Light\n\nBy Ann Lee\n\n{prose}"
    );
    let page = parse(&text);
    assert_eq!(page.related.len(), 1);
    let kinds: Vec<_> = page.sides[1].blocks.iter().map(|block| block.kind).collect();
    assert_eq!(kinds, [BlockKind::Byline, BlockKind::Paragraph]);
}

#[test]
fn without_landmarks_the_scripts_tell_the_texts_apart() {
    for (text, expected) in [
        (format!("{ZH}\n\n{EN}"), format!(" - 0 zh:{ZH} en:{EN}")),
        (format!("{EN}\n\n{ZH}"), format!(" - 0 en:{EN} zh:{ZH}")),
        (format!("{ZH}\n{EN}\n{ZH}\n{EN}"), format!(" - 0 zh:{ZH}¶{ZH} en:{EN}¶{EN}")),
        ("你好吗\n\nHow are you".to_owned(), " - 0 zh:你好吗 en:How are you".to_owned()),
        (
            format!("{ZH}\n\nПорт закрылся на рассвете."),
            format!(" - 0 zh:{ZH} ru:Порт закрылся на рассвете."),
        ),
        (format!("أغلق الميناء عند الفجر.\n\n{EN}"), format!(" - 0 ar:أغلق الميناء عند الفجر. en:{EN}")),
    ] {
        assert_eq!(summed(&parse(&text)), expected, "{text}");
    }
}

#[test]
fn one_text_alone_is_shown_with_a_notice() {
    for text in [
        ZH.to_owned(),
        EN.to_owned(),
        format!("港口\nHarbor\n原始链接: https://example.org/a\n{ZH}\n相关文章\n原文\n"),
    ] {
        let page = parse(&text);
        assert!(!page.sides[0].blocks.is_empty() && page.sides[1].blocks.is_empty(), "{text}");
        assert!(page.notices.iter().any(|notice| notice.message.contains("no second text")), "{text}");
        let alignment = Bitext::new(page).align(None, None);
        assert!(alignment.links.is_empty() && alignment.checks.is_empty());
    }
}

#[test]
fn what_is_no_page_is_refused() {
    let parse = |text: &str| Page::parse(text.to_owned(), &Options::default()).err();
    assert_eq!(parse(""), Some(Error::Empty));
    assert_eq!(parse(" \r\n\u{3000}\n"), Some(Error::Empty));
    assert_eq!(parse("原始链接: https://example.org\n相关文章\n原文\n联系我们"), Some(Error::NoText));
    assert_eq!(parse("港口\nHarbor\n原始链接: https://example.org\n原文"), Some(Error::NoText));
}

#[test]
fn only_web_addresses_are_sources() {
    for (line, expected) in [
        ("原始链接: https://example.org/a?b=c&d=e#f", Some("https://example.org/a?b=c&d=e#f")),
        ("原始链接: <https://example.org/a>", Some("https://example.org/a")),
        ("原始链接: [Harbor](https://example.org/a)", Some("https://example.org/a")),
        ("原始链接: [https://example.org/a](https://example.org/a)", Some("https://example.org/a")),
        ("原始链接: https://example.org/a（英文）", Some("https://example.org/a")),
        ("原始链接: https://example.org/a （英文）", Some("https://example.org/a")),
        ("原始链接: http://example.org", Some("http://example.org")),
        ("原始链接: javascript:alert(1)", None),
        ("原始链接: file:///etc/passwd", None),
        ("原始链接:", None),
    ] {
        let page = parse(&format!("港口\nHarbor\n{line}\n{ZH}\n原文\n{EN}"));
        assert_eq!(page.source.as_deref(), expected, "{line}");
        assert_eq!(page.sides[0].blocks.len(), 1, "{line}");
    }
}

#[test]
fn languages_can_be_told() {
    let options =
        Options { langs: [Some(Lang::new("zh-Hant")), Some(Lang::new("en-GB"))], ..Options::default() };
    let page = Page::parse(format!("港口\nHarbor\n\n{ZH}\n\n{EN}"), &options).unwrap();
    assert_eq!(page.sides.each_ref().map(|side| side.lang.tag()), ["zh-Hant", "en-GB"]);
    assert_eq!(page.titles.get(&Lang::new("zh-Hant")), Some("港口"));
}

/// Sizes that a reader can throw at the program: nothing may be quadratic, so this ends soon.
#[test]
fn large_input_is_survived() {
    let sentence = "a".repeat(1 << 20);
    for text in [
        format!("{ZH}\n原文\n{sentence}"),
        format!("{}\n原文\n{}", ZH.repeat(20_000), EN.repeat(20_000)),
        format!("{}原文\n{}", "港口关闭了。\n".repeat(50_000), "It closed.\n".repeat(50_000)),
        "原文\n".repeat(100_000) + EN,
        format!("相关文章\n{}原文\n{EN}", "灯塔\n".repeat(100_000)),
    ] {
        for format in [Format::Plain, Format::Markdown] {
            let page = Page::parse(text.clone(), &Options { format, ..Options::default() }).unwrap();
            let bitext = Bitext::new(page);
            assert!(bitext.sides.iter().any(|side| !side.is_empty()));
        }
    }
}

/// Every sentence's span is its own, in order, and lies in the text on character boundaries.
fn check_spans(bitext: &Bitext, name: &str) {
    for side in &bitext.sides {
        let mut end = 0;
        for sentence in side {
            assert!(
                sentence.span.start >= end && sentence.span.end > sentence.span.start,
                "{name}: {:?}",
                sentence.span
            );
            assert!(bitext.page.text.get(sentence.span.clone()).is_some(), "{name}");
            end = sentence.span.end;
        }
    }
}

fn read_file(path: &Path) -> Bitext {
    let name = path.to_string_lossy();
    let (text, notice) = decode(std::fs::read(path).unwrap()).unwrap();
    assert_eq!(notice, None, "{name}");
    let options = Options { format: Format::of_name(&name), ..Options::default() };
    let bitext = Bitext::new(Page::parse(text, &options).unwrap());
    check_spans(&bitext, &name);
    bitext
}

fn pages(folder: &str) -> Vec<std::path::PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let Ok(entries) = std::fs::read_dir(&folder) else {
        println!("skipped: {} is not there", folder.display());
        return Vec::new();
    };
    let is_page = |path: &std::path::PathBuf| {
        path.extension().is_some_and(|extension| extension == "txt" || extension == "md")
    };
    let mut pages: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(is_page).collect();
    pages.sort();
    pages
}

#[test]
fn the_sample_pages_have_both_texts_and_titles() {
    let pages = pages("seeds");
    assert!(pages.len() >= 4);
    for path in pages {
        let bitext = read_file(&path);
        let langs = bitext.page.sides.each_ref().map(|side| side.lang.tag());
        assert_eq!(langs, ["zh", "en"], "{}", path.display());
        assert_eq!(bitext.page.titles.iter().len(), 2, "{}", path.display());
        assert!(bitext.page.source.is_some(), "{}", path.display());
        assert!(bitext.sides.iter().all(|side| side.len() >= 2), "{}", path.display());
        assert_eq!(bitext.page.notices, [], "{}", path.display());
    }
}

/// The page that the project began with: 9 sentences of summary, 37 of article, and a byline.
#[test]
fn the_real_page_is_read_whole() {
    for path in pages("../shared/seeds") {
        let bitext = read_file(&path);
        let blocks = &bitext.page.sides[1].blocks;
        let article = bitext.sides[1]
            .iter()
            .filter(|sentence| blocks[sentence.block].kind != BlockKind::Byline)
            .count();
        assert_eq!((bitext.sides[0].len(), article), (9, 37));
        assert_eq!(bitext.page.titles.iter().len(), 2);
        assert!(bitext.page.source.as_deref().is_some_and(|source| source.starts_with("https://")));
        assert!(bitext.page.related.is_empty());
    }
}

#[test]
fn the_gold_pages_are_read_whole() {
    for path in pages("../shared/gold/dev") {
        let bitext = read_file(&path);
        assert_eq!(bitext.page.titles.iter().len(), 2, "{}", path.display());
        assert_eq!(bitext.page.notices, [], "{}", path.display());
    }
}
