//! Markdown to blocks, through pulldown-cmark, with every run's place in the source kept.
//!
//! The page is parsed once, whole, so that a reference link finds its definition wherever that
//! stands; what is not one of the two texts (landmarks, titles, lists of related pages) is blanked
//! out first, byte by byte, so that no offset moves.

use super::plain::{BYLINE_WITHIN, trimmed};
use super::{Block, BlockKind, Run, Style, kind, safe_link};
use crate::lang::is_cjk;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// The blocks of the two texts whose lines are in `body`.
pub(super) fn blocks(text: &str, body: &[Vec<Range<usize>>; 2]) -> [Vec<Block>; 2] {
    let masked = mask(text, body);
    let mut reader = Reader {
        text,
        body,
        out: Default::default(),
        open: Vec::new(),
        lists: Vec::new(),
        marker: None,
        runs: Vec::new(),
        depth: [0; 2],
        style: Style::default(),
        links: Vec::new(),
    };
    for (event, span) in Parser::new_ext(
        &masked,
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES,
    )
    .into_offset_iter()
    {
        reader.take(event, span);
    }
    reader.end_block();
    reader.out
}

/// The text with everything outside the two bodies blanked, newlines kept.
fn mask(text: &str, body: &[Vec<Range<usize>>; 2]) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut at = 0;
    let blank = |part: &str, masked: &mut String| {
        masked.extend(
            part.bytes().map(|byte| if matches!(byte, b'\n' | b'\r') { char::from(byte) } else { ' ' }),
        );
    };
    let [mut first, mut second] = body.each_ref().map(|spans| spans.iter().peekable());
    // Both lists ascend: whichever span comes first is next.
    while let Some(span) = match (first.peek(), second.peek()) {
        (Some(one), Some(other)) if other.start < one.start => second.next(),
        (Some(_), _) => first.next(),
        _ => second.next(),
    } {
        blank(&text[at..span.start], &mut masked);
        masked.push_str(&text[span.clone()]);
        at = span.end;
    }
    blank(&text[at..], &mut masked);
    masked
}

/// What is being read: the containers that are open, and the runs of the block so far.
struct Reader<'a> {
    text: &'a str,
    body: &'a [Vec<Range<usize>>; 2],
    out: [Vec<Block>; 2],
    open: Vec<BlockKind>,
    /// The next number of each open list; `None` for one with bullets.
    lists: Vec<Option<u64>>,
    /// What the item that has just begun is marked with.
    marker: Option<Box<str>>,
    runs: Vec<Run>,
    /// How many emphases and strong emphases are open.
    depth: [i32; 2],
    style: Style,
    links: Vec<Option<Box<str>>>,
}

impl Reader<'_> {
    fn take(&mut self, event: Event<'_>, span: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(shown) | Event::Html(shown) | Event::InlineHtml(shown) => self.push(&shown, span),
            Event::Code(shown) => {
                self.style.code = true;
                // The span holds the back-ticks; the words alone are what the reader sees.
                let inside = self.text[span.clone()].find(&*shown).map(|at| span.start + at);
                self.push(&shown, inside.map_or(span, |start| start..start + shown.len()));
                self.style.code = false;
            }
            Event::FootnoteReference(_) => {
                let mark = self.text[span.clone()].to_owned();
                self.push(&mark, span);
            }
            Event::SoftBreak => self.line_break(span),
            Event::HardBreak => self.push(" ", span),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Emphasis => self.mark(1, 0),
            Tag::Strong => self.mark(0, 1),
            Tag::Strikethrough => self.style.struck = true,
            Tag::Image { .. } => self.style.image = true,
            Tag::Link { dest_url, .. } => {
                let outer = std::mem::replace(&mut self.style.link, safe_link(&dest_url).map(Box::from));
                self.links.push(outer);
            }
            Tag::BlockQuote(_) => self.open_block(BlockKind::Quote),
            Tag::List(first) => {
                self.end_block();
                self.lists.push(first);
            }
            Tag::Item => {
                self.open_block(BlockKind::ListItem);
                self.marker = Some(match self.lists.last_mut() {
                    Some(Some(number)) => {
                        *number += 1;
                        [(*number - 1).to_string().as_str(), "."].concat().into()
                    }
                    _ => "•".into(),
                });
            }
            Tag::Heading { .. } => self.open_block(BlockKind::Heading),
            Tag::CodeBlock(_) => self.open_block(BlockKind::Code),
            Tag::FootnoteDefinition(label) => {
                self.end_block();
                self.marker = Some(label.as_ref().into());
            }
            Tag::HtmlBlock | Tag::Paragraph | Tag::TableCell => self.end_block(),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis => self.mark(-1, 0),
            TagEnd::Strong => self.mark(0, -1),
            TagEnd::Strikethrough => self.style.struck = false,
            TagEnd::Image => self.style.image = false,
            TagEnd::Link => self.style.link = self.links.pop().flatten(),
            TagEnd::Item => {
                self.end_block();
                self.open.pop();
                self.marker = None;
            }
            TagEnd::BlockQuote(_) | TagEnd::Heading(_) | TagEnd::CodeBlock => {
                self.end_block();
                self.open.pop();
            }
            TagEnd::List(_) => {
                self.end_block();
                self.lists.pop();
            }
            TagEnd::FootnoteDefinition => {
                self.end_block();
                self.marker = None;
            }
            TagEnd::HtmlBlock | TagEnd::Paragraph | TagEnd::TableCell => self.end_block(),
            _ => {}
        }
    }

    /// Opens or closes emphasis and strong emphasis, which nest in themselves.
    fn mark(&mut self, emphasis: i32, strong: i32) {
        self.depth = [self.depth[0] + emphasis, self.depth[1] + strong];
        [self.style.emphasis, self.style.strong] = self.depth.map(|depth| depth > 0);
    }

    fn open_block(&mut self, kind: BlockKind) {
        self.end_block();
        self.open.push(kind);
    }

    fn push(&mut self, shown: &str, span: Range<usize>) {
        if shown.is_empty() {
            return;
        }
        let verbatim = self.text[span.clone()] == *shown;
        self.runs.push(Run { span, shown: (!verbatim).then(|| shown.into()), style: self.style.clone() });
    }

    /// A line's end inside a paragraph: a space, but nothing between two Chinese characters.
    fn line_break(&mut self, span: Range<usize>) {
        let before = self.text[..span.start].trim_end().chars().next_back();
        let after =
            self.text[span.end..].trim_start_matches(|c: char| c.is_whitespace() || c == '>').chars().next();
        let wide = |c: Option<char>| c.is_some_and(|c| is_cjk(c) || "，。！？；：、”」』）…—".contains(c));
        if !(wide(before) && wide(after)) {
            self.push(" ", span);
        }
    }

    /// Ends the block that is being read, if it has any text, and gives it to its side.
    fn end_block(&mut self) {
        let mut runs = std::mem::take(&mut self.runs);
        let blank = |run: &Run| run.shown(self.text).trim().is_empty();
        runs.truncate(runs.iter().rposition(|run| !blank(run)).map_or(0, |last| last + 1));
        runs.drain(..runs.iter().position(|run| !blank(run)).unwrap_or(0));
        if let Some(last) = runs.last_mut().filter(|run| run.shown.is_none()) {
            last.span.end = trimmed(self.text, last.span.clone()).end;
        }
        if let Some(first) = runs.first_mut().filter(|run| run.shown.is_none()) {
            first.span.start = trimmed(self.text, first.span.clone()).start;
        }
        let Some(first) = runs.first() else { return };
        let start = first.span.start;
        let side = self.body.iter().position(|spans| within(spans, start)).unwrap_or(0);
        let inside = self.open.iter().rev().find(|kind| **kind != BlockKind::Paragraph).copied();
        let block = Block { kind: BlockKind::Paragraph, marker: self.marker.take(), runs };
        let kind = inside.unwrap_or_else(|| {
            kind::of_paragraph(&block.shown(self.text), self.out[side].len() < BYLINE_WITHIN)
        });
        self.out[side].push(Block { kind, ..block });
    }
}

/// Whether an offset lies in one of some ascending spans.
fn within(spans: &[Range<usize>], at: usize) -> bool {
    let after = spans.partition_point(|span| span.start <= at);
    spans[..after].last().is_some_and(|span| at < span.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(BlockKind, String)> {
        let whole: Vec<_> = crate::page::layout::lines(text, 0..text.len()).collect();
        let [left, right] = blocks(text, &[whole, Vec::new()]);
        assert!(right.is_empty());
        let marked = |block: &Block| match &block.marker {
            Some(marker) => [marker, " ", &block.shown(text)].concat(),
            None => block.shown(text),
        };
        left.iter().map(|block| (block.kind, marked(block))).collect()
    }

    #[test]
    fn markup_becomes_blocks() {
        use BlockKind::*;
        for (text, expected) in [
            (
                "# Tides\n\nThey **rise** and *fall*.",
                vec![(Heading, "Tides"), (Paragraph, "They rise and fall.")],
            ),
            ("潮水\n涨落。", vec![(Paragraph, "潮水涨落。")]),
            ("one\ntwo", vec![(Paragraph, "one two")]),
            (
                "- a\n- b\n  - c\n\n    d",
                vec![(ListItem, "• a"), (ListItem, "• b"), (ListItem, "• c"), (ListItem, "d")],
            ),
            ("1. a\n2. b", vec![(ListItem, "1. a"), (ListItem, "2. b")]),
            ("> said\n> so", vec![(Quote, "said so")]),
            ("a `let x` b", vec![(Paragraph, "a let x b")]),
            ("``a ` b``", vec![(Paragraph, "a ` b")]),
            ("```\nlet x;\nlet y;\n```", vec![(Code, "let x;\nlet y;")]),
            ("Q&amp;A &lt;b&gt;", vec![(Paragraph, "Q&A <b>")]),
            ("a <b onclick=x>b</b>", vec![(Paragraph, "a <b onclick=x>b</b>")]),
            ("<script>x</script>", vec![(Paragraph, "<script>x</script>")]),
            ("![a boat](x.png) sails", vec![(Paragraph, "a boat sails")]),
            (
                "|a|b|\n|-|-|\n|c|d|",
                vec![(Paragraph, "a"), (Paragraph, "b"), (Paragraph, "c"), (Paragraph, "d")],
            ),
            ("By Ann Lee\n\nText.", vec![(Byline, "By Ann Lee"), (Paragraph, "Text.")]),
            ("- \n\na", vec![(Paragraph, "a")]),
            ("a[^1]\n\n[^1]: b", vec![(Paragraph, "a[^1]"), (Paragraph, "1 b")]),
            ("\\*a\\*", vec![(Paragraph, "*a*")]),
            ("", vec![]),
            ("---", vec![]),
        ] {
            let expected: Vec<_> = expected.into_iter().map(|(kind, text)| (kind, text.to_owned())).collect();
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn links_are_kept_where_they_are_safe() {
        let text = "[a](https://example.org/) [b](javascript:x) [c][d]\n\n[d]: http://example.org/d";
        let whole: Vec<_> = crate::page::layout::lines(text, 0..text.len()).collect();
        let [left, _] = blocks(text, &[whole, Vec::new()]);
        let links: Vec<_> =
            left[0].runs.iter().map(|run| (run.shown(text), run.style.link.as_deref())).collect();
        assert_eq!(
            links,
            [
                ("a", Some("https://example.org/")),
                (" ", None),
                ("b", None),
                (" ", None),
                ("c", Some("http://example.org/d"))
            ]
        );
    }
}
