//! Tables of cases, and the bound on the work.

mod cases_chinese;
mod cases_english;
mod cases_others;
mod work;

use super::sentences;
use crate::lang::Lang;

/// Checks blocks in which ` | ` or `|` stands for the white space, or nothing, between sentences:
/// ` | ` becomes a space and `|` becomes nothing.
fn check(lang: &'static str, cases: &[&str]) {
    let lang = Lang::new(lang);
    let mut wrong = String::new();
    for case in cases {
        let expected: Vec<&str> = case.split('|').map(str::trim).collect();
        let text = case.replace(" | ", " ").replace('|', "");
        let got: Vec<&str> =
            sentences(&text, &lang).into_iter().filter_map(|range| text.get(range)).collect();
        if got != expected {
            wrong.push_str(&format!("\n  wanted {case}\n  got    {}\n", got.join(" | ")));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn nothing() {
    for text in ["", " ", "\n\u{3000}\t"] {
        assert!(sentences(text, &Lang::EN).is_empty(), "{text:?}");
    }
}

#[test]
fn marks_alone_are_one_sentence() {
    for text in ["…", "???", "\"", "。。。", "“……”", "— — —", "\u{200B}", ". . .", "!?", "(?)"]
    {
        let whole = 0..text.len();
        assert_eq!(sentences(text, &Lang::ZH), vec![whole], "{text:?}");
    }
}

#[test]
fn what_has_no_word_joins_the_sentence_before() {
    check("en", &["It is done. — “", "We won! 🎉", "He left. ”", "It rained. …"]);
}

#[test]
fn newlines_are_white_space() {
    let text = "One line\nand its end.\nA second\r\n\r\nsentence.";
    let got: Vec<_> = sentences(text, &Lang::EN).into_iter().map(|range| &text[range]).collect();
    assert_eq!(got, ["One line\nand its end.", "A second\r\n\r\nsentence."]);
}
