//! The work is linear in the text, whatever the text is.

use crate::lang::Lang;
use crate::segment::look::{REACH, work};
use crate::segment::sentences;

/// Pieces that, repeated, once could have made a rule look far: open ends of every kind.
const PIECES: &[&str] = &[
    "a",
    "字",
    " ",
    ".",
    "。",
    "!",
    "? ",
    ". ",
    "...",
    ". . ",
    "…",
    "“",
    "”",
    "\"",
    "'",
    "’ ",
    "(",
    ")",
    "[",
    "]",
    "*",
    "[1",
    ".[12",
    ". [",
    ".”",
    "。”",
    "？”他",
    "?” Bob, ",
    "?” A ",
    ". \u{200B}",
    ".\u{200B}",
    "\u{FEFF}",
    "A.",
    "A. ",
    "a.m. ",
    "1. ",
    "Mr. ",
    ".  \n",
    "! !",
    "。 ”",
    ": ) ",
    "?“(",
    "。——",
    ". — (",
    "é",
    "😀",
    "\u{301}",
    "《。",
    "》。",
];

fn work_on(text: &str) -> usize {
    work::take();
    let found = sentences(text, &Lang::EN);
    assert!(found.last().is_none_or(|last| last.end <= text.len()));
    work::take()
}

#[test]
fn twice_the_text_is_twice_the_work() {
    for piece in PIECES {
        for start in ["", "Word. ", "“字。”"] {
            let text = |times: usize| start.to_owned() + &piece.repeat(times);
            let (once, twice) = (work_on(&text(2_000)), work_on(&text(4_000)));
            assert!(twice <= once * 2 + REACH * REACH, "{start:?} {piece:?}: {once} then {twice}");
        }
    }
}

#[test]
fn a_megabyte_of_anything() {
    for piece in ["a", "字", ". ", "A. ", "“", "？”他", ".\u{200B}", "((."] {
        let text = piece.repeat((1 << 20) / piece.len());
        assert!(work_on(&text) < 4 * REACH * text.len(), "{piece:?}");
    }
}
