//! Pages whose blocks are given: what is read of them, where it stands, which lists are refused.
#![cfg(not(target_arch = "wasm32"))]

use en_face::bitext::Bitext;
use en_face::export::Document;
use en_face::lang::Lang;
use en_face::page::{BlockKind, Draft, Error, Options, Page};

const ZH: &str = "灯塔建于1891年。2019年🚢撞上了它。";
const EN: &str = "The lighthouse was built in 1891. In 2019 a 🚢 ran into it.";

/// The list for blocks that stand one after the other, with their text.
fn listed(blocks: &[(u32, u32, &str)], line_end: &str) -> (String, Vec<u32>) {
    let (mut text, mut list, mut start) = (String::new(), Vec::new(), 0);
    let units = |text: &str| text.encode_utf16().count() as u32;
    for &(side, kind, block) in blocks {
        let end = start + units(block);
        list.extend([side, kind, start, end]);
        text.extend([block, line_end]);
        start = end + units(line_end);
    }
    (text, list)
}

fn read(text: &str, list: &[u32]) -> Result<Page, Error> {
    Draft::of_blocks(text.to_owned(), list)?.read(&Options::default())
}

fn shown(page: &Page, side: usize) -> Vec<(BlockKind, String)> {
    page.sides[side].blocks.iter().map(|block| (block.kind, block.shown(&page.text))).collect()
}

#[test]
fn blocks_are_read_as_they_are_given() {
    use BlockKind::*;
    let kinds = [Paragraph, Heading, Quote, ListItem, Byline, CommentHeader, Code];
    let all: Vec<_> = (0..7).map(|kind| (kind % 2, kind, EN)).collect();
    let (text, list) = listed(&all, "\n");
    let page = read(&text, &list).unwrap();
    for side in [0, 1] {
        let expected: Vec<_> =
            kinds.into_iter().skip(side).step_by(2).map(|kind| (kind, EN.to_owned())).collect();
        assert_eq!(shown(&page, side), expected);
    }
}

#[test]
fn nothing_is_looked_for_around_the_blocks() {
    let (text, list) = listed(
        &[
            (0, 0, "原始链接: https://example.org/a"),
            (0, 0, "相关文章"),
            (0, 0, ZH),
            (1, 0, "原文"),
            (1, 0, EN),
        ],
        "\n\n",
    );
    let page = read(&text, &list).unwrap();
    assert_eq!((page.source.as_deref(), page.related.len(), page.titles.iter().len()), (None, 0, 0));
    assert_eq!(page.sides.each_ref().map(|side| side.blocks.len()), [3, 2]);
    // What no block holds is nobody's, and marks are text.
    let (text, list) = listed(&[(0, 1, "# 一"), (1, 0, "*One* &amp; only")], " 原文 ");
    let page = read(&text, &list).unwrap();
    assert_eq!(shown(&page, 0), [(BlockKind::Heading, "# 一".to_owned())]);
    assert_eq!(shown(&page, 1), [(BlockKind::Paragraph, "*One* &amp; only".to_owned())]);
}

#[test]
fn a_paragraph_may_look_like_a_byline() {
    let (text, list) = listed(
        &[(0, 0, ZH), (1, 0, "By Ann Lee"), (1, 0, EN), (1, 0, "marta 3 hours ago | prev | next [–]")],
        "\n",
    );
    let page = read(&text, &list).unwrap();
    let kinds: Vec<_> = shown(&page, 1).into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds, [BlockKind::Byline, BlockKind::Paragraph, BlockKind::CommentHeader]);
}

/// With characters beyond the first plane, lines that end in two characters, and a mark at the start.
#[test]
fn the_document_counts_into_the_given_text() {
    let headings = ["🗼 灯塔", "🗼 The Lighthouse"];
    let broken = EN.replace(" 2019", "\r\n2019");
    let (text, list) =
        listed(&[(0, 1, headings[0]), (0, 0, ZH), (1, 1, headings[1]), (1, 0, &broken)], "\r\n");
    let text = ["\u{FEFF}", &text].concat();
    let moved = list.iter().enumerate().map(|(at, number)| number + u32::from(at % 4 > 1));
    let bitext = Bitext::new(read(&text, &moved.collect::<Vec<_>>()).unwrap());
    let document = Document::new(&bitext, bitext.align(None, None));
    let units: Vec<u16> = text.encode_utf16().collect();
    for sentence in document.sides.iter().flat_map(|side| &side.sentences) {
        let slice = String::from_utf16(&units[sentence.start..sentence.end]).unwrap();
        assert_eq!((slice.as_str(), sentence.runs.len()), (sentence.text.as_str(), 0));
    }
    let texts = document.sides.each_ref().map(|side| side.sentences.iter().map(|sentence| &*sentence.text));
    let [left, right] = texts.map(Iterator::collect::<Vec<_>>);
    assert_eq!(left, [headings[0], "灯塔建于1891年。", "2019年🚢撞上了它。"]);
    assert_eq!(right, [headings[1], "The lighthouse was built in 1891.", "In\r\n2019 a 🚢 ran into it."]);
    let links: Vec<_> = document.links.iter().map(|link| (link.left.clone(), link.right.clone())).collect();
    assert!(links.contains(&(vec![1], vec![1])) && links.contains(&(vec![2], vec![2])), "{links:?}");
}

#[test]
fn languages_are_found_or_told() {
    let (text, list) = listed(&[(0, 0, EN), (1, 0, ZH)], "\n");
    let langs = |options: &Options| {
        let page = Draft::of_blocks(text.clone(), &list).unwrap().read(options).unwrap();
        page.sides.map(|side| side.lang.tag().to_owned())
    };
    assert_eq!(langs(&Options::default()), ["en", "zh"]);
    let told = [Some(Lang::new("en-GB")), Some(Lang::new("zh-Hant"))];
    assert_eq!(langs(&Options { langs: told, ..Options::default() }), ["en-GB", "zh-Hant"]);
}

#[test]
fn blank_blocks_are_left_out() {
    let (text, list) = listed(&[(0, 0, ""), (0, 0, " \r\n\u{3000}"), (0, 0, "\n 一。 \t"), (1, 0, EN)], "\n");
    assert_eq!(shown(&read(&text, &list).unwrap(), 0), [(BlockKind::Paragraph, "一。".to_owned())]);

    let (text, list) = listed(&[(0, 0, ZH), (1, 0, " ")], "\n");
    let page = read(&text, &list).unwrap();
    assert!(page.sides[1].blocks.is_empty());
    assert!(page.notices[0].message.contains("no second text"), "{:?}", page.notices);

    for (text, list) in [("", &[][..]), (ZH, &[]), (ZH, &[0, 0, 0, 0, 1, 0, 4, 4])] {
        assert_eq!(read(text, list).err(), Some(Error::Empty), "{list:?}");
    }
}

#[test]
fn a_wrong_list_is_refused_by_its_first_wrong_entry() {
    // One unit, two, one, one.
    let text = "停🚢b。";
    for (list, expected) in [
        (&[0, 0, 0][..], "blocks[0] ends early"),
        (&[0, 0, 0, 5, 1, 0], "blocks[1] ends early"),
        (&[0, 0, 0, 1, 2, 0, 1, 3], "blocks[1] is of a side that is not 0 or 1"),
        (&[u32::MAX, 0, 0, 1], "blocks[0] is of a side that is not 0 or 1"),
        (&[0, 7, 0, 1], "blocks[0] is of an unknown kind"),
        (&[0, 0, 0, 6], "blocks[0] is beyond the end of the text"),
        (&[0, 0, u32::MAX, u32::MAX], "blocks[0] is beyond the end of the text"),
        (&[0, 0, 2, 3], "blocks[0] cuts a character in two"),
        (&[0, 0, 0, 2], "blocks[0] cuts a character in two"),
        (&[0, 0, 3, 1], "blocks[0] does not follow what is before it"),
        (&[1, 0, 0, 3, 0, 0, 0, 3, 1, 0, 1, 4], "blocks[2] does not follow what is before it"),
    ] {
        let error = read(text, list).unwrap_err();
        assert_eq!((error.to_string().as_str(), error.code()), (expected, "settings"), "{list:?}");
    }
    // Sides do not bind each other, and touch.
    let page = read(text, &[1, 0, 3, 5, 0, 0, 0, 3]).unwrap();
    assert_eq!((shown(&page, 0)[0].1.as_str(), shown(&page, 1)[0].1.as_str()), ("停🚢", "b。"));
}

/// Many blocks of one long text: nothing may be quadratic, so this ends soon.
#[test]
fn a_long_list_is_read() {
    let all: Vec<_> = (0..200_000).map(|number| (number % 2, 0, "港口🚢关闭了。")).collect();
    let (text, list) = listed(&all, "\n");
    assert_eq!(read(&text, &list).unwrap().sides[1].blocks.len(), 100_000);
}
