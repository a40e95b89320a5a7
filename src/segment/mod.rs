//! Blocks to sentences.
//!
//! A scan over the characters finds the *stops*: a run of marks that may end a sentence, with every
//! closing quote, bracket and footnote mark that belongs to it. Rules then say whether the stop does
//! end one. Which rules is a matter of the mark, not of the block's language, because pages mix:
//!
//! - a mark that wants a space after it (`.` `!` `?` behind a Latin letter) is read by `western`,
//!   mostly from the word before it and the word after it;
//! - a mark that wants none (`。` `！` `؟` `।`, or `!` behind a Chinese character) is read by
//!   `chinese`, mostly from the quote it closes and the clause after it.
//!
//! The language chooses the tables of words (`tables`). The words are few: titles, abbreviations,
//! the words that open a sentence. What is in no table is decided by shape, so that a new page
//! needs no new entry.
//!
//! The work is linear in the length of the text whatever the text is: the scan never goes back, and
//! a rule looks at most `look::REACH` characters past a stop.

mod chinese;
mod look;
mod quotes;
mod scan;
mod stop;
mod tables;
#[cfg(test)]
mod tests;
mod western;

use crate::lang::Lang;
use scan::Scan;
use std::ops::Range;
use tables::Rules;

/// The sentences of one block's running text, as byte ranges into `text`.
///
/// The ranges are in order, do not overlap, are never empty and have no white space at either end;
/// every character of `text` that is not white space lies in one of them.
pub fn sentences(text: &str, lang: &Lang) -> Vec<Range<usize>> {
    let rules = Rules::of(lang);
    let mut scan = Scan::new(text, rules);
    let mut out = Vec::new();
    let mut start = 0;
    while let Some(stop) = scan.next_stop() {
        let ends = if stop.wide { chinese::ends(&stop) } else { western::ends(&stop, &rules) };
        if ends {
            push(&mut out, text, start..stop.end);
            start = stop.end;
            scan.begin_sentence();
        }
    }
    match out.last_mut() {
        // A quote, dash or picture left over at the end is no sentence of its own.
        Some(last) if !scan.has_words() => last.end = text.trim_end().len().max(last.end),
        _ => push(&mut out, text, start..text.len()),
    }
    out
}

/// Appends `range` of `text` without the white space at its ends, unless nothing is left.
fn push(out: &mut Vec<Range<usize>>, text: &str, range: Range<usize>) {
    let piece = text.get(range.clone()).unwrap_or_default();
    let start = range.end - piece.trim_start().len();
    let end = range.start + piece.trim_end().len();
    if start < end {
        out.push(start..end);
    }
}
