//! What is written of a document: all of its text, as text, and its links, in every format and whatever the text holds.
#![cfg(not(target_arch = "wasm32"))]

use en_face::align::{Alignment, Link, Regime};
use en_face::bitext::Bitext;
use en_face::export::{
    Document, DocumentBlock, DocumentRun, DocumentSentence, DocumentSide, Format, PageInfo, VERSION,
};
use en_face::lang::Lang;
use en_face::page::{self, BlockKind, Options, Page, Titles};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use quick_xml::events::{BytesRef, Event as Xml};

/// A small generator of numbers, the same on every run (Knuth's MMIX constants).
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }

    fn one<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.below(of.len())]
    }
}

/// What a text may be made of that some format reads as more than text.
const PIECES: &[&str] = &[
    "港口",
    "。",
    "The port",
    " ",
    ". ",
    "]]>",
    "<script>alert(1)</script>",
    "<!--",
    "-->",
    "&",
    "&amp;",
    "&#0;",
    "\"",
    "'",
    "\0",
    "\u{1b}[31m",
    "\u{7f}",
    "\u{ffff}",
    "\u{202e}",
    "\u{2066}",
    "\u{2028}",
    "\n",
    "\r\n",
    "\t",
    "# ",
    "## x ##",
    "- ",
    "+ ",
    "* ",
    "**",
    "__",
    "1. ",
    "7)",
    "`",
    "```",
    "~~",
    "~~~",
    "> ",
    "===",
    "---",
    "[x]",
    "[1]: /u",
    "](javascript:a)",
    "![i](u)",
    "|",
    "$x$",
    "\\",
    "\\[",
    "<b>",
    "</span>",
    "</style>",
    "<a href=",
    "<?xml",
    "%PDF",
    "{{x}}",
    "🚢",
    "é",
    "=",
];
const KINDS: &[BlockKind] = &[
    BlockKind::Heading,
    BlockKind::Paragraph,
    BlockKind::Quote,
    BlockKind::ListItem,
    BlockKind::Byline,
    BlockKind::CommentHeader,
    BlockKind::Code,
];

fn text(dice: &mut Dice) -> String {
    (0..1 + dice.below(9)).map(|_| dice.one(PIECES)).collect()
}

fn side(dice: &mut Dice, tag: &'static str, count: usize) -> DocumentSide {
    let mut start = 0;
    let sentences = (0..count)
        .map(|number| {
            // A text of its own for each, so that none is found in another's place.
            let text = [&text(dice), "s", tag, &number.to_string(), "e", &text(dice)].concat();
            let end = start + text.encode_utf16().count();
            let runs = match dice.below(3) {
                0 => vec![
                    DocumentRun {
                        text: text.clone(),
                        strong: true,
                        link: Some(self::text(dice)),
                        ..Default::default()
                    },
                    DocumentRun { text: "tail".to_owned(), code: true, image: true, ..Default::default() },
                ],
                _ => Vec::new(),
            };
            let sentence = DocumentSentence { text, start, end, runs };
            start = end + dice.below(3);
            sentence
        })
        .collect();
    let mut blocks = Vec::new();
    let mut at = 0;
    // The last sentences are in no block.
    while at + 2 < count {
        let end = (at + 1 + dice.below(4)).min(count);
        let marker = (dice.below(2) == 0).then(|| ["•", "3.", "\"><b>"][dice.below(3)].into());
        blocks.push(DocumentBlock { kind: KINDS[dice.below(KINDS.len())], sentences: [at, end], marker });
        at = end;
    }
    DocumentSide { lang: Lang::new(tag), blocks, sentences }
}

/// A document with anything in it that passes its check.
fn hostile(seed: u64) -> Document {
    let mut dice = Dice(seed);
    let regime = if dice.below(2) == 0 { Regime::Summary } else { Regime::Parallel };
    let counts = [dice.below(30), dice.below(40)];
    let sides = [side(&mut dice, "zh", counts[0]), side(&mut dice, "en", counts[1])];
    let mut links = Vec::new();
    if counts.iter().all(|&count| count > 0) {
        for _ in 0..dice.below(30) {
            let mut some = |count: usize| {
                let start = dice.below(count);
                (start..(start + 1 + dice.below(3)).min(count)).collect::<Vec<usize>>()
            };
            let (left, right) = (some(counts[0]), some(counts[1]));
            links.push(Link {
                best: [left[0], right[0]],
                left,
                right,
                score: dice.below(101) as f32 / 100.0,
            });
        }
    }
    let mut titles = Titles::default();
    titles.add(Lang::ZH, text(&mut dice));
    titles.add(Lang::EN, text(&mut dice));
    let source =
        Some(["https://example.org/?a=1&b=\u{27}2", "javascript:alert(1)"][dice.below(2)].to_owned());
    let page = PageInfo { titles, source, related: Vec::new() };
    let document = Document { version: VERSION, page, regime, sides, links, checks: Vec::new() };
    document.check().unwrap();
    document
}

fn seed(name: &str) -> Document {
    let text = std::fs::read_to_string(name).unwrap();
    let options = Options { format: page::Format::of_name(name), ..Options::default() };
    let bitext = Bitext::new(Page::parse(text, &options).unwrap());
    let alignment = bitext.align(None, None);
    Document::new(&bitext, alignment)
}

/// Pages as they are, and documents as nobody would make them.
fn documents() -> impl Iterator<Item = Document> {
    let seeds = ["ceasefire.txt", "tidal-lab.md", "kitchen-thread.txt", "night-trains.txt", "old-maps.md"];
    seeds.into_iter().map(|name| seed(&format!("seeds/{name}"))).chain((0..400).map(hostile))
}

fn shown(sentence: &DocumentSentence) -> String {
    match sentence.runs.as_slice() {
        [] => sentence.text.clone(),
        runs => runs.iter().map(|run| &*run.text).collect(),
    }
}

/// A text without white space, line ends and what no format takes.
fn bare(text: &str) -> String {
    let forbidden = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}');
    text.chars().filter(|&c| !forbidden(c)).collect()
}

/// Whether a text has all sentences that it has to have.
#[track_caller]
fn assert_holds(written: &str, document: &Document, right: impl Fn(usize) -> bool) {
    let written = bare(written);
    for (number, side) in document.sides.iter().enumerate() {
        for (at, sentence) in side.sentences.iter().enumerate().filter(|&(at, _)| number == 0 || right(at)) {
            assert!(
                written.contains(&bare(&shown(sentence))),
                "{number} {at} {:?}\n{written}",
                shown(sentence)
            );
        }
    }
}

fn joined(document: &Document, side: usize, numbers: &[usize]) -> String {
    numbers.iter().map(|&at| bare(&shown(&document.sides[side].sentences[at]))).collect()
}

#[test]
fn names_are_those_of_the_command_line() {
    let known = ["tmx", "html", "md", "text", "json", "TMX", ""].map(Format::of_name);
    let formats = [Format::Tmx, Format::Html, Format::Markdown, Format::Text].map(Some);
    assert_eq!(known[..4], formats);
    assert_eq!(known[4..], [None, None, None]);
}

#[test]
fn text_has_every_group_and_an_empty_line_between() {
    for document in documents() {
        let written = Format::Text.write(&document);
        let linked = |at: usize| document.links.iter().any(|link| link.right.contains(&at));
        assert_holds(&written, &document, |at| document.regime == Regime::Parallel || linked(at));
        assert!(!written.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t')), "{written:?}");
        let groups: Vec<Vec<String>> =
            written.split("\n\n").map(|group| group.lines().map(bare).collect()).collect();
        assert!(groups.iter().all(|group| (1..=2).contains(&group.len())), "{written:?}");
        for link in &document.links {
            let pair = [joined(&document, 0, &link.left), joined(&document, 1, &link.right)];
            assert!(groups.iter().any(|group| group[..] == pair), "{pair:?}\n{written}");
        }
    }
}

#[test]
fn groups_come_in_reading_order() {
    let lines = ["甲\n乙\n丙\n丁", "A\nB\nC\nD\nE"];
    let link = |left: &[usize], right: &[usize]| Link {
        left: left.into(),
        right: right.into(),
        best: [left[0], right[0]],
        score: 1.0,
    };
    let links = vec![link(&[1], &[1]), link(&[2, 3], &[3])];
    let mut alignment = Alignment { regime: Regime::Parallel, links, checks: Vec::new() };
    let written = |alignment: &Alignment| {
        Format::Text.write(&Document::of_lines(lines, [Lang::ZH, Lang::EN], alignment.clone()))
    };
    assert_eq!(written(&alignment), "甲\n\nA\n\n乙\nB\n\nC\n\n丙丁\nD\n\nE\n");
    alignment.regime = Regime::Summary;
    assert_eq!(written(&alignment), "甲\n\n乙\nB\n\n丙丁\nD\n");
}

/// An element of an XML document.
#[derive(Debug, Default)]
struct Element {
    name: String,
    attributes: Vec<(String, String)>,
    children: Vec<Element>,
    text: String,
}

impl Element {
    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    fn names(&self) -> Vec<&str> {
        self.children.iter().map(|child| child.name.as_str()).collect()
    }

    fn child(&self, name: &str) -> &Element {
        self.children.iter().find(|child| child.name == name).unwrap_or_else(|| panic!("{name} in {self:?}"))
    }
}

/// Reads XML that is well-formed and has nothing but elements and text after its prologue.
fn xml(written: &str) -> Element {
    let mut reader = quick_xml::Reader::from_str(written);
    reader.config_mut().check_comments = true;
    let mut open = vec![Element::default()];
    loop {
        match reader.read_event().unwrap() {
            Xml::Start(start) => {
                let attribute = |attribute: Result<quick_xml::events::attributes::Attribute<'_>, _>| {
                    let attribute = attribute.unwrap();
                    let value =
                        attribute.normalized_value(quick_xml::XmlVersion::Explicit1_0).unwrap().into_owned();
                    (attribute.key.as_ref().to_owned(), value)
                };
                let name = start.name().as_ref().to_owned();
                let attributes = start.attributes().map(attribute).collect();
                open.push(Element { name, attributes, ..Element::default() });
            }
            Xml::End(_) => {
                let done = open.pop().unwrap();
                open.last_mut().unwrap().children.push(done);
            }
            Xml::Text(text) => open.last_mut().unwrap().text.push_str(&text),
            Xml::GeneralRef(reference) => open.last_mut().unwrap().text.push_str(resolved(&reference)),
            Xml::Decl(_) | Xml::DocType(_) if open.len() == 1 => {}
            Xml::Eof => break,
            other => panic!("{other:?}"),
        }
    }
    let mut top = open.pop().unwrap();
    assert!(open.is_empty() && top.children.len() == 1);
    top.children.remove(0)
}

fn resolved(reference: &BytesRef<'_>) -> &'static str {
    match &**reference {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        other => panic!("{other}"),
    }
}

/// The rules of TMX 1.4's document type, for the elements that occur.
fn assert_tmx(tmx: &Element) {
    let none = |element: &Element| assert!(element.children.is_empty(), "{element:?}");
    let blank = |element: &Element| assert!(element.text.trim().is_empty(), "{element:?}");
    let known = |element: &Element, required: &[&str], optional: &[&str]| {
        let has = |name: &&str| element.attribute(name).is_some();
        assert!(required.iter().all(has), "{element:?}");
        for (name, _) in &element.attributes {
            assert!(required.contains(&&**name) || optional.contains(&&**name), "{name} in {element:?}");
        }
    };
    let prop = |prop: &Element| {
        none(prop);
        known(prop, &["type"], &["xml:lang"]);
        assert!(prop.attribute("type").unwrap().starts_with("x-"), "names of one's own begin so");
    };
    assert_eq!(
        (&*tmx.name, tmx.attribute("version"), tmx.names()),
        ("tmx", Some("1.4"), vec!["header", "body"])
    );
    blank(tmx);
    let header = tmx.child("header");
    let required =
        ["creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"];
    known(header, &required, &[]);
    assert_eq!(header.attribute("segtype"), Some("sentence"));
    blank(header);
    header.children.iter().for_each(|child| {
        assert_eq!(child.name, "prop");
        prop(child);
    });
    let body = tmx.child("body");
    blank(body);
    known(body, &[], &[]);
    for unit in &body.children {
        assert_eq!((&*unit.name, unit.names()), ("tu", vec!["prop", "tuv", "tuv"]));
        known(unit, &[], &["segtype"]);
        assert!(unit.attribute("segtype").is_none_or(|kind| kind == "block"));
        blank(unit);
        prop(unit.child("prop"));
        for variant in &unit.children[1..] {
            known(variant, &["xml:lang"], &[]);
            assert_eq!(variant.names(), ["seg"]);
            blank(variant);
            none(variant.child("seg"));
            known(variant.child("seg"), &[], &[]);
        }
    }
}

#[test]
fn a_translation_memory_is_valid_and_has_the_links() {
    for document in documents() {
        let written = Format::Tmx.write(&document);
        assert!(!written.chars().any(|c| c.is_control() && !"\t\n\r".contains(c) || c == '\u{ffff}'));
        let tmx = xml(&written);
        assert_tmx(&tmx);
        assert_eq!(tmx.child("header").attribute("srclang"), Some(document.sides[1].lang.tag()));
        let units = &tmx.child("body").children;
        assert_eq!(units.len(), document.links.len());
        for (unit, link) in units.iter().zip(&document.links) {
            assert_eq!(unit.child("prop").text, format!("{:.2}", link.score));
            for (side, numbers) in [&link.left, &link.right].into_iter().enumerate() {
                let lang = document.sides[side].lang.tag();
                let variant = unit.children.iter().find(|child| child.attribute("xml:lang") == Some(lang));
                assert_eq!(bare(&variant.unwrap().child("seg").text), joined(&document, side, numbers));
            }
        }
    }
}

#[test]
fn markdown_reads_as_the_texts_and_nothing_else() {
    for document in documents() {
        let written = Format::Markdown.write(&document);
        let mut text = String::new();
        let mut rules = 0;
        let mut in_code = false;
        for event in Parser::new_ext(
            &written,
            pulldown_cmark::Options::all() - pulldown_cmark::Options::ENABLE_SMART_PUNCTUATION,
        ) {
            match event {
                Event::Text(piece) => text.push_str(&piece),
                Event::SoftBreak => panic!("a line goes on: {written}"),
                Event::Rule => rules += 1,
                Event::Start(Tag::CodeBlock(_)) => in_code = true,
                Event::End(TagEnd::CodeBlock) => in_code = false,
                Event::Start(
                    Tag::Heading { id: None, .. }
                    | Tag::Paragraph
                    | Tag::BlockQuote(None)
                    | Tag::List(_)
                    | Tag::Item,
                )
                | Event::End(
                    TagEnd::Heading(_)
                    | TagEnd::Paragraph
                    | TagEnd::BlockQuote(None)
                    | TagEnd::List(_)
                    | TagEnd::Item,
                ) => {}
                other => panic!("{other:?}\n{written}"),
            }
        }
        assert_eq!((rules, in_code), (1, false));
        assert_holds(&text, &document, |_| true);
    }
}

#[test]
fn markdown_refers_to_the_sources() {
    let lines = ["甲。\n乙", "# A\nB\nC"];
    let links = vec![Link { left: vec![0], right: vec![0, 2], best: [0, 2], score: 0.9 }];
    let alignment = Alignment { regime: Regime::Summary, links, checks: Vec::new() };
    let document = Document::of_lines(lines, [Lang::ZH, Lang::EN], alignment);
    assert_eq!(Format::Markdown.write(&document), "甲。\\[1\\] 乙\n\n---\n\n\\[1\\] \\# A B \\[1\\] C\n");
}

/// The tags of a page, with their attributes, and its text.
fn tags(page: &str) -> (Vec<&str>, String) {
    let (mut tags, mut text) = (Vec::new(), String::new());
    let mut rest = page;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        let (tag, after) = after.split_once('>').unwrap();
        tags.push(tag);
        rest = after;
    }
    text.push_str(rest);
    for (entity, c) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
        text = text.replace(entity, c);
    }
    (tags, text)
}

#[test]
fn a_page_alone_has_the_texts_and_no_tags_but_its_own() {
    for document in documents() {
        let written = Format::Html.write(&document);
        let (_, body) = written.split_once("</style>").unwrap();
        let (tags, text) = tags(body);
        let without_numbers = {
            // Links' numbers stand behind the sentences.
            let mut out = String::new();
            let mut rest = body;
            while let Some((before, after)) = rest.split_once("<a class=\"n\"") {
                out.push_str(before);
                rest = after.split_once("</a>").unwrap().1;
            }
            self::tags(&[&out, rest].concat()).1
        };
        assert_holds(&without_numbers, &document, |_| true);
        assert!(!text.contains('\0'));
        let known = [
            "main",
            "div",
            "h1",
            "h2",
            "p",
            "ul",
            "li",
            "blockquote",
            "pre",
            "span",
            "a",
            "strong",
            "em",
            "s",
            "code",
            "i",
            "html",
        ];
        let names = ["class", "id", "lang", "dir", "href", "rel", "tabindex", "data-marker", "role"];
        for tag in tags {
            let mut parts = tag.trim_start_matches('/').splitn(2, ' ');
            assert!(known.contains(&parts.next().unwrap()), "{tag}");
            let mut rest = parts.next().unwrap_or_default();
            while let Some((name, after)) = rest.split_once("=\"") {
                assert!(names.contains(&name.trim()), "{tag}");
                let (value, after) = after.split_once('"').unwrap();
                assert!(
                    name.trim() != "href" || value.starts_with('#') || value.starts_with("https://"),
                    "{tag}"
                );
                rest = after;
            }
            assert_eq!(rest.trim(), "", "{tag}");
        }
    }
}

/// What a page with these texts has, in order: titles, the original's address, sentences.
fn order(document: &Document) -> String {
    let written = Format::Html.write(document);
    let (_, body) = written.split_once("</style>").unwrap();
    let (_, text) = tags(body);
    text.split_whitespace().filter(|word| word.parse::<usize>().is_err()).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_text_follows_its_own_title() {
    let text = "港口\nHarbor\n\n原始链接: https://example.org/a\n\n港口在3月9日关闭了。\n\n渡轮在5月2日停了。\n\n原文\n\nThe harbor closed on March 9.\n\nThe ferry stopped on May 2.\n";
    for (regime, text, expected) in [
        (
            Regime::Summary,
            text,
            "港口 港口在3月9日关闭了。1 渡轮在5月2日停了。2 Harbor https://example.org/a The harbor closed on March 9.1 The ferry stopped on May 2.2",
        ),
        // Pieces that stand side by side go one by one, and so do the titles.
        (
            Regime::Parallel,
            text,
            "港口 Harbor https://example.org/a 港口在3月9日关闭了。1 The harbor closed on March 9.1 渡轮在5月2日停了。2 The ferry stopped on May 2.2",
        ),
        (
            Regime::Summary,
            "港口\n\n原始链接: https://example.org/a\n\n港口在3月9日关闭了。\n",
            "港口 https://example.org/a 港口在3月9日关闭了。",
        ),
        (Regime::Summary, "港口在3月9日关闭了。\n", "港口在3月9日关闭了。"),
    ] {
        let bitext = Bitext::new(Page::parse(text.to_owned(), &Options::default()).unwrap());
        let alignment = bitext.align(Some(regime), None);
        assert_eq!(order(&Document::new(&bitext, alignment)), expected);
    }
}

#[test]
fn links_of_a_page_lead_to_their_counterparts() {
    for document in documents() {
        let written = Format::Html.write(&document);
        for (number, link) in document.links.iter().enumerate() {
            let mark = format!("\">{}</a>", number + 1);
            assert_eq!(written.matches(&mark).count(), link.left.len() + link.right.len(), "{mark}");
        }
        for (at, _) in written.match_indices("href=\"#") {
            let id = written[at + 7..].split('"').next().unwrap();
            assert_eq!(written.matches(&format!("id=\"{id}\"")).count(), 1, "{id}");
        }
    }
}

#[test]
fn rules_do_not_grow_with_a_parallel_text() {
    let count = 3_000;
    let lines: String = (0..count).map(|number| format!("line {number}\n")).collect();
    let one = |at: usize| Link { left: vec![at], right: vec![at], best: [at, at], score: 1.0 };
    let links = (0..count).map(one).collect();
    let alignment = Alignment { regime: Regime::Parallel, links, checks: Vec::new() };
    let document = Document::of_lines([&lines, &lines], [Lang::EN, Lang::new("fr")], alignment);
    let written = Format::Html.write(&document);
    assert!(written.matches(".l:has(").count() < 100);
    assert!(written.len() < 400 * count, "{}", written.len());
    // A row as long as the text, with so many links, is more than a browser can look through.
    let summary = Document { regime: Regime::Summary, ..document };
    assert_eq!(Format::Html.write(&summary).matches(".l:has(").count(), 0);
}
