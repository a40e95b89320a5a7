//! The news-page layout: landmark lines, and what stands between them.
//!
//! ```text
//! title in one language
//! title in the other
//! 原始链接: address
//! first text
//! 相关文章
//! titles of other pages, with or without dates
//! 原文
//! second text
//! 联系我们 …
//! ```
//!
//! Any landmark may be missing or stand twice. What they leave undecided, the scripts of the two
//! texts decide ([`part`]).

use super::{Block, Notice, Related, Titles, related, safe_link};
use crate::lang::Script;
use std::ops::Range;

/// A page's pieces: what the landmarks tell, and the spans of the two texts.
#[derive(Debug, Default)]
pub(super) struct Layout {
    pub titles: Titles,
    pub source: Option<String>,
    pub related: Vec<Related>,
    /// Whole lines of the first and the second text, in order.
    pub body: [Vec<Range<usize>>; 2],
    pub notices: Vec<Notice>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Landmark {
    Source,
    Related,
    Original,
    Footer,
}

/// Where a line belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Section {
    Head,
    First,
    Related,
    Second,
}

const SOURCE: &[&str] = &[
    "原始链接",
    "原始連結",
    "原始鏈接",
    "原始链結",
    "原文链接",
    "原文連結",
    "原文鏈接",
    "来源链接",
    "來源連結",
];
const RELATED: &[&str] = &["相关文章", "相關文章", "相关阅读", "相關閱讀"];
const ORIGINAL: &[&str] = &["原文", "英文原文"];
const FOOTER: &[&str] = &["联系我们", "聯繫我們", "聯絡我們", "联络我们"];
/// A footer line is an address, not a paragraph: bytes at most.
const FOOTER_MAX: usize = 120;

/// The landmark that a line is, and what follows it on the line.
fn landmark(line: &str) -> Option<(Landmark, &str)> {
    let line = bare(line);
    let line = line.trim_start_matches(['*', '_']);
    let after = |names: &[&str]| names.iter().find_map(|name| line.strip_prefix(name));
    let colon = |rest: &str| rest.trim_start().trim_start_matches(['*', '_']).starts_with([':', '：']);
    if let Some(rest) = after(SOURCE)
        && (rest.trim().is_empty() || colon(rest) || rest.contains("://"))
    {
        return Some((Landmark::Source, rest));
    }
    for (names, mark) in [(RELATED, Landmark::Related), (ORIGINAL, Landmark::Original)] {
        if after(names)
            .is_some_and(|rest| rest.trim_matches([':', '：', ' ', '\u{3000}', '*', '_']).is_empty())
        {
            return Some((mark, ""));
        }
    }
    after(FOOTER).filter(|rest| {
        line.len() <= FOOTER_MAX && (rest.trim().is_empty() || rest.contains('@') || colon(rest))
    })?;
    Some((Landmark::Footer, ""))
}

/// A line without white space, heading marks and emphasis around it.
pub(super) fn bare(line: &str) -> &str {
    let space = |c: char| c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}');
    let line = line.trim_matches(space);
    let heading = line.trim_start_matches('#');
    let line = if heading.len() < line.len() && heading.starts_with(space) {
        heading.trim_end_matches('#')
    } else {
        line
    };
    let line = line.trim_matches(space);
    let boxed = line.strip_prefix('【').and_then(|inner| inner.strip_suffix('】'));
    let line = boxed.unwrap_or(line).trim_matches(space);
    let inner = line.strip_prefix("**").and_then(|inner| inner.strip_suffix("**"));
    inner.filter(|inner| !inner.contains("**")).unwrap_or(line).trim_matches(space)
}

/// The lines of a text with their spans; `\n`, `\r\n` and `\r` end one.
pub(super) fn lines(text: &str, within: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let mut at = within.start;
    std::iter::from_fn(move || {
        if at >= within.end {
            return None;
        }
        let start = at;
        let rest = &text[start..within.end];
        // No byte of a longer character is one of the two.
        let length = rest.bytes().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
        let ending = if rest[length..].starts_with("\r\n") { 2 } else { 1 };
        at = (start + length + ending).min(within.end);
        Some(start..start + length)
    })
}

/// Cuts a page at its landmarks.
pub(super) fn cut(text: &str) -> Layout {
    let lines: Vec<_> = lines(text, 0..text.len()).collect();
    let mut out = Layout::default();
    let matter = front_matter(text, &lines, &mut out);
    let marks: Vec<_> = lines.iter().map(|line| landmark(&text[line.clone()])).collect();
    let last = |mark| marks.iter().rposition(|found| found.is_some_and(|(found, _)| found == mark));
    let original_at = last(Landmark::Original);
    let source_at = last(Landmark::Source);
    let mut section = Section::Head;
    let mut seen = [0; 4];
    let mut related = Vec::new();
    let mut awaiting_source = false;
    let mut footer = false;
    let title_lines = || matter + title_lines(text, &lines[matter..], &marks[matter..]);
    let head_ends = if source_at.is_none() { title_lines() } else { usize::MAX };

    for (number, (line, mark)) in lines.iter().zip(&marks).enumerate() {
        let content = &text[line.clone()];
        if let Some((mark, rest)) = *mark {
            if mark != Landmark::Footer && seen[mark as usize] == 1 {
                let message = format!("the landmark “{}” stands here again", bare(content));
                out.notices.push(Notice { line: number + 1, message });
            }
            match mark {
                Landmark::Source if seen[mark as usize] == 0 => {
                    awaiting_source = !take_source(rest, number, &mut out);
                    section = if section == Section::Head { Section::First } else { section };
                }
                Landmark::Source | Landmark::Footer => {}
                Landmark::Related => section = Section::Related,
                Landmark::Original => section = Section::Second,
            }
            seen[mark as usize] += 1;
            footer = mark == Landmark::Footer;
            continue;
        }
        if content.trim().is_empty() || number < matter || is_rule(content, section) {
            if section == Section::Related {
                related.push(line.clone());
            }
            continue;
        }
        if std::mem::take(&mut awaiting_source)
            && content.contains("://")
            && take_source(content, number, &mut out)
        {
            continue;
        }
        // Addresses and the like under the footer line are part of it; prose is not.
        footer = footer && !is_prose(content);
        if footer {
            continue;
        }
        if section == Section::Head {
            let script = Script::main(content);
            let free = out.titles.get(&script.lang()).is_none();
            if number < head_ends && free && out.titles.iter().len() < 2 && !is_prose(content) {
                out.titles.add(script.lang(), bare(content).to_owned());
                continue;
            }
            if source_at.is_none_or(|at| number > at) || is_prose(content) {
                section = Section::First;
            }
        }
        // Without a landmark to end it, the related list ends where prose begins.
        if section == Section::Related && original_at.is_none_or(|at| at < number) && is_prose(content) {
            section = Section::Second;
            let blank = |line: &Range<usize>| text[line.clone()].trim().is_empty();
            let listed = |line: &Range<usize>| !blank(line) && !super::kind::is_byline(&text[line.clone()]);
            let bylines = related.iter().rposition(listed).map_or(0, |last| last + 1);
            out.body[1].extend(related.drain(bylines..).filter(|line| !blank(line)));
        }
        match section {
            Section::Head | Section::First => out.body[0].push(line.clone()),
            Section::Related => related.push(line.clone()),
            Section::Second => out.body[1].push(line.clone()),
        }
    }
    out.related = related::entries(related.iter().map(|line| &text[line.clone()]));
    // Two short lines and nothing else, or one above a text in the other language: they are text.
    let spoken = |script| out.body.iter().flatten().any(|line| Script::main(&text[line.clone()]) == script);
    if seen == [0; 4] && out.titles.iter().all(|(_, title)| !spoken(Script::main(title))) {
        out.titles = Titles::default();
        out.body[0] =
            lines.into_iter().skip(matter).filter(|line| !text[line.clone()].trim().is_empty()).collect();
    }
    out
}

/// How many lines at the start of a file hold settings for another program, between two `---` (YAML) or two `+++` (TOML).
fn front_matter(text: &str, lines: &[Range<usize>], out: &mut Layout) -> usize {
    const MOST: usize = 40;
    let line = |at: usize| lines.get(at).map_or("", |line| text[line.clone()].trim_end());
    let rule = line(0);
    let sign = match rule {
        "---" => ':',
        "+++" => '=',
        _ => return 0,
    };
    if let Some(end) = (1..MOST).find(|&at| line(at) == rule) {
        return end + 1;
    }
    let is_key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | ' ');
    if line(1).split_once(sign).is_some_and(|(key, _)| !key.is_empty() && key.chars().all(is_key)) {
        let message = format!("no second “{rule}” ends these settings: they are read as text");
        out.notices.push(Notice { line: 1, message });
    }
    0
}

/// Whether a line above the texts only draws a rule, or underlines a title.
fn is_rule(line: &str, section: Section) -> bool {
    matches!(section, Section::Head | Section::Related) && !line.contains(char::is_alphanumeric)
}

/// Takes the first web address of `rest` as the page's source; whether there was anything to take.
fn take_source(rest: &str, number: usize, out: &mut Layout) -> bool {
    let rest = rest.trim_start_matches([':', '：', ' ', '\u{3000}', '\t', '*', '_']);
    let start = rest.find("http://").into_iter().chain(rest.find("https://")).min();
    let Some(start) = start else {
        let given = !rest.trim().is_empty();
        if given {
            let message = "the source is no http or https address and was left out".to_owned();
            out.notices.push(Notice { line: number + 1, message });
        }
        return given;
    };
    let address = &rest[start..];
    let end = address
        .find(|c: char| c.is_whitespace() || "<>[]\"（）【】「」。，；、".contains(c))
        .unwrap_or(address.len());
    let address =
        if rest[..start].ends_with('(') { address[..end].trim_end_matches(')') } else { &address[..end] };
    out.source = safe_link(address).map(str::to_owned);
    true
}

/// How many lines at the start of a page without a source line can hold its titles: the first
/// group of lines, where that is one line or two in two scripts, none of them with a sentence in it.
fn title_lines(text: &str, lines: &[Range<usize>], marks: &[Option<(Landmark, &str)>]) -> usize {
    let blank = |line: &Range<usize>| text[line.clone()].trim().is_empty();
    let start = lines.iter().take_while(|line| blank(line)).count();
    let group =
        lines[start..].iter().zip(&marks[start..]).take_while(|(line, mark)| !blank(line) && mark.is_none());
    let group: Vec<_> = group.map(|(line, _)| text[line.clone()].trim_end()).collect();
    let stops = ['.', '。', ',', '，', ':', '：', ';', '；'];
    let title = |line: &&str| {
        !is_prose(line)
            && !line.ends_with(stops)
            && !line.contains(". ")
            && !line.contains('。')
            && !line.starts_with('>')
    };
    if let [title_of_first] = group[..] {
        // The other title may stand below an empty line.
        let below = start + 1 + lines[start + 1..].iter().take_while(|line| blank(line)).count();
        let second =
            lines.get(below).filter(|_| marks[below].is_none()).map(|line| text[line.clone()].trim_end());
        let after = lines.get(below + 1).is_none_or(blank);
        if let Some(second) = second
            && after
            && lines[below + 1..].iter().any(|line| !blank(line))
            && Script::main(second) != Script::main(title_of_first)
            && [title_of_first, second].iter().all(title)
        {
            return below + 1;
        }
    }
    let fits = match group[..] {
        [_] => true,
        [one, two] => Script::main(one) != Script::main(two),
        _ => false,
    };
    if fits && group.iter().all(title) { start + group.len() } else { 0 }
}

/// Whether a line is running text rather than a title: it is long, or it has sentences inside it.
fn is_prose(line: &str) -> bool {
    const LONG: usize = 150;
    const SHORT: usize = 60;
    let line = line.trim_end_matches(|c: char| c.is_whitespace() || "”’\"')）」』".contains(c));
    let ends = |c: char| matches!(c, '.' | '!' | '?' | '。' | '！' | '？' | '…');
    if !line.ends_with(ends) || line.len() <= SHORT {
        return false;
    }
    let inside = &line[..line.len() - line.chars().next_back().map_or(0, char::len_utf8)];
    line.len() > LONG || inside.contains(['。', '！', '？']) || inside.contains(". ") || inside.contains("? ")
}

/// Gives each side its blocks where the landmarks left one side without any: the two texts are then
/// told apart by script, at one place if the page changes script once, else block by block.
pub(super) fn part(text: &str, blocks: [Vec<Block>; 2]) -> [Vec<Block>; 2] {
    let mut all = match blocks {
        [first, second] if second.is_empty() => first,
        [first, second] if first.is_empty() => second,
        both => return both,
    };
    let weights: Vec<(Script, usize)> =
        all.iter().map(|block| block.shown(text)).map(|shown| (Script::main(&shown), shown.len())).collect();
    let weigh = |of: &[(Script, usize)], script| -> usize {
        of.iter().filter(|(found, _)| *found == script).map(|(_, weight)| weight).sum()
    };
    let mut scripts: Vec<Script> = Vec::new();
    for (script, _) in &weights {
        if !scripts.contains(script) {
            scripts.push(*script);
        }
    }
    let heaviest = |but: Option<Script>| {
        let others = scripts.iter().copied().filter(|&script| Some(script) != but);
        others.max_by_key(|&script| weigh(&weights, script))
    };
    let one = heaviest(None);
    let Some((one, other)) = one.zip(heaviest(one)) else { return [all, Vec::new()] };
    // The text that begins the page is the first one, whichever is longer.
    let begins = weights.iter().map(|(script, _)| *script).find(|script| [one, other].contains(script));
    let (first, second) = if begins == Some(one) { (one, other) } else { (other, one) };
    let total = weigh(&weights, first) + weigh(&weights, second);
    let (mut best, mut at) = (0, 0);
    let mut agreed = weigh(&weights, second);
    for (number, (script, weight)) in weights.iter().enumerate() {
        if *script == first {
            agreed += weight;
        } else if *script == second {
            agreed -= weight;
        }
        if agreed > best {
            (best, at) = (agreed, number + 1);
        }
    }
    if best * 100 >= total * 85 {
        let second = all.split_off(at);
        return [all, second];
    }
    let mut sides = [Vec::new(), Vec::new()];
    let mut side = 0;
    for (block, (script, _)) in all.into_iter().zip(weights) {
        if script == first || script == second {
            side = usize::from(script == second);
        }
        sides[side].push(block);
    }
    sides
}
