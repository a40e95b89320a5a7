//! Stops that want no space behind them: `。` `！` `？` and their half-width stand-ins, in Chinese and
//! Japanese, and the full stops of scripts that have one of their own.
//!
//! Such a mark is plain; what has to be judged is the quote that closes behind it. `“……。”他说。` is one
//! sentence, `“……。”她走了。` is two, and in `问“为什么？”的人` the mark ends nothing.

use super::look::{ahead, carries_on, dash};
use super::quotes::{Closed, Pair};
use super::stop::{Kind, Stop};
use super::tables::Words;
use super::tables::chinese::{ADDS, GOES_ON, GOES_ON_ASKING, NO_SPEECH, SPEECH};

/// The longest quote, in bytes, that passes for a name or a cry within a clause: eight characters.
const CRY: usize = 8 * '字'.len_utf8();

/// The longest clause, in characters, that may say who spoke.
const CLAUSE: usize = 40;

/// Whether a sentence ends at `stop`.
pub(super) fn ends(stop: &Stop) -> bool {
    if stop.words == 0 || stop.opened || stop.point {
        return false;
    }
    let rest = stop.rest.trim_start();
    let Some(next) = ahead(rest).next() else {
        return true;
    };
    if carries_on(next) {
        return false;
    }
    match stop.closed {
        None => bare(stop, next),
        Some(closed) => match closed.pair {
            // A title is a noun, whatever mark it ends in.
            Pair::Title => false,
            Pair::Bracket => stop.kind == Kind::Period || !stop.aside,
            Pair::Double | Pair::Single => quoted(stop, closed, rest, next),
        },
    }
}

/// A mark with nothing closed behind it.
fn bare(stop: &Stop, next: char) -> bool {
    match stop.kind {
        // In running text an ellipsis is a pause.
        Kind::Dots => stop.gap && !stop.spaced,
        // The dot of 约翰.史密斯 or 第2.5节.
        Kind::Period if stop.dot && !stop.gap => !stop.block.full_stops && !next.is_ascii_alphanumeric(),
        _ => true,
    }
}

/// A mark with a quote closed behind it, before `rest`, which begins with `next`.
fn quoted(stop: &Stop, closed: Closed, rest: &str, next: char) -> bool {
    let cry = closed.open.is_some_and(|open| open.glued && stop.at.saturating_sub(open.at) <= CRY);
    match stop.kind {
        _ if dash(next) => false,
        Kind::Period if Pair::opens(next) => true,
        Kind::Period => !begins(rest, GOES_ON) && !names_speaker(rest, stop.aside),
        _ if cry || begins(rest, GOES_ON) || begins(rest, GOES_ON_ASKING) => false,
        _ if Pair::opens(next) => true,
        // Whoever trails off at the start of a sentence has not finished it: “我……”他停了下来。
        Kind::Dots => stop.aside,
        Kind::Strong => !names_speaker(rest, stop.aside),
    }
}

fn begins(rest: &str, words: Words) -> bool {
    words.iter().any(|word| rest.starts_with(word))
}

/// Whether the clause at the start of `rest` says who spoke the quote before it: it ends in a verb of
/// speech. A quote that was introduced (`他说：“……。”`) needs no speaker; what follows it is new.
fn names_speaker(rest: &str, introduced: bool) -> bool {
    let inside = |&c: &char| c.is_alphanumeric() || matches!(c, '·' | '•' | '-' | ' ' | '《' | '》');
    let length = ahead(rest).take(CLAUSE).take_while(inside).map(char::len_utf8).sum();
    let Some((clause, after)) = rest.split_at_checked(length) else {
        return false;
    };
    let clause = clause.trim_end_matches(['了', '着', '过']);
    let speaks = SPEECH.iter().any(|verb| clause.ends_with(verb))
        && !NO_SPEECH.iter().any(|noun| clause.ends_with(noun))
        || clause.contains("告诉");
    let mut after = ahead(after);
    let goes_with = match after.next() {
        Some(':' | '：') => false,
        // 他说，“……” goes on; 他还说，…… is a statement of its own.
        Some(',' | '，') => {
            after.find(|c| !c.is_whitespace()).is_some_and(Pair::opens)
                || !ADDS.iter().any(|word| clause.contains(word))
        }
        _ => true,
    };
    !introduced && speaks && goes_with
}
