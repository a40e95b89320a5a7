//! Markdown: both texts, the sentences of each with the numbers of their links: those of the first refer to the second.
//!
//! What Markdown would read as markup is escaped: everywhere what may be markup anywhere, and at the beginning of a line
//! what makes a list, a heading or a rule of it.

use super::links::Links;
use super::sentence::{is_allowed, line, parts, tidy};
use super::{Document, DocumentSide};
use crate::page::BlockKind;

pub(super) fn markdown(document: &Document) -> String {
    let Links(links) = Links::of(document);
    let mut out = String::new();
    for (number, side) in document.sides.iter().enumerate() {
        if number == 1 {
            out.push_str("\n---\n");
        }
        if let Some(title) = document.title(number) {
            begin(&mut out);
            out.push_str("# ");
            inline(&mut out, &tidy(title), false);
            out.push('\n');
        }
        if let Some(source) = document.page.source.as_ref().filter(|_| number == 1) {
            begin(&mut out);
            inline(&mut out, &tidy(source), true);
            out.push('\n');
        }
        // The second text's sentences have their numbers before them, like an entry; the first one's refer to them.
        blocks(&mut out, side, &links[number], number == 1);
    }
    out
}

/// Puts an empty line before what comes.
fn begin(out: &mut String) {
    if !out.is_empty() {
        out.push('\n');
    }
}

fn blocks(out: &mut String, side: &DocumentSide, references: &[Vec<usize>], numbered: bool) {
    let mut listed = false;
    for part in parts(side, 0..side.sentences.len()) {
        let item = part.kind == BlockKind::ListItem && part.marker.is_some();
        if !(item && listed) {
            begin(out);
        }
        listed = item;
        let mut at_start = true;
        match part.kind {
            BlockKind::Code => {
                code(out, side, references, part.sentences);
                continue;
            }
            BlockKind::Heading => {
                out.push_str("## ");
                at_start = false;
            }
            BlockKind::Quote => out.push_str("> "),
            BlockKind::ListItem => out.push_str(&bullet(part.marker)),
            _ => {}
        }
        let mut before: Option<usize> = None;
        for at in part.sentences {
            let sentence = &side.sentences[at];
            let spaced = |before: usize| {
                numbered || !references[before].is_empty() || side.sentences[before].is_spaced_from(sentence)
            };
            if before.is_some_and(spaced) {
                out.push(' ');
            }
            before = Some(at);
            if numbered {
                refer(out, &references[at]);
                if !references[at].is_empty() {
                    out.push(' ');
                    at_start = false;
                }
            }
            inline(out, &line(sentence), at_start);
            at_start = false;
            if !numbered {
                refer(out, &references[at]);
            }
        }
        out.push('\n');
    }
}

/// A list item's beginning; what is no number in the text is a bullet here.
fn bullet(marker: Option<&str>) -> String {
    let Some(marker) = marker else { return String::new() };
    let digits = marker.bytes().take_while(u8::is_ascii_digit).count();
    match marker.get(..digits).filter(|_| (1..=9).contains(&digits)) {
        Some(number) => [number, ". "].concat(),
        None => "- ".to_owned(),
    }
}

/// Adds program text between fences that are longer than any in it, and its references beside them.
fn code(out: &mut String, side: &DocumentSide, references: &[Vec<usize>], sentences: std::ops::Range<usize>) {
    let mut text = String::new();
    let mut all = Vec::new();
    for at in sentences {
        for c in side.sentences[at].shown().chars().filter(|&c| is_allowed(c)) {
            text.push(c);
        }
        text.push('\n');
        for &link in &references[at] {
            all.push(link);
        }
    }
    let mut fence = String::from("```");
    while text.contains(&fence) {
        fence.push('`');
    }
    for piece in [&fence, "\n", &text, &fence, "\n"] {
        out.push_str(piece);
    }
    if !all.is_empty() {
        out.push('\n');
        refer(out, &all);
        out.push('\n');
    }
}

/// Adds references: `\[3, 4\]`.
fn refer(out: &mut String, references: &[usize]) {
    let mut mark = "\\[";
    for number in references {
        out.push_str(mark);
        out.push_str(&(number + 1).to_string());
        mark = ", ";
    }
    if !references.is_empty() {
        out.push_str("\\]");
    }
}

/// Adds a line's text, or more of it.
fn inline(out: &mut String, text: &str, at_start: bool) {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in text.char_indices() {
        let starts = match c {
            '-' | '+' | '=' => at == 0,
            // Else the line would begin a numbered list.
            '.' | ')' => at == digits && at > 0,
            _ => false,
        };
        if "\\`*_[]<>&~|$#".contains(c) || at_start && starts {
            out.push('\\');
        }
        out.push(c);
    }
}
