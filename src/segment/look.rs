//! Looking past a stop: a bounded view of what follows, and the classes of characters.

use super::quotes::Pair;
use super::stop::Mark;

/// How many characters past a stop a rule may look. The bound is what keeps the segmenter linear;
/// it holds the longest clause that names a speaker (`Marta Kessel, the chief executive, asked`).
pub(super) const REACH: usize = 96;

/// The characters of `text`, at most [`REACH`], without the invisible ones.
pub(super) fn ahead(text: &str) -> impl Iterator<Item = char> + Clone + '_ {
    text.chars().take(REACH).inspect(|_| work::count()).filter(|&c| !invisible(c))
}

/// A character that prints nothing and separates nothing: joiners, byte-order marks, soft hyphens,
/// marks of direction. Copied text is full of them, and a rule must see through them.
pub(super) fn invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// A letter or punctuation mark of a script that writes no spaces between words: Chinese and
/// Japanese, with their full-width forms. Korean is not here, it writes spaces.
pub(super) fn unspaced(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}'
        | '\u{FF01}'..='\u{FF9F}' | '\u{20000}'..='\u{3FFFF}')
        && !c.is_whitespace()
}

/// Punctuation that goes on with the sentence it stands in.
pub(super) fn carries_on(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '，' | '、' | '；' | '：' | '､' | '،' | '؛')
}

/// A dash of any length, which may introduce a sentence as a quote does.
pub(super) fn dash(c: char) -> bool {
    matches!(c, '-' | '‐'..='―' | '─')
}

/// What the first word after a stop begins with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// No word follows in the block.
    End,
    /// Punctuation that carries the sentence on, or closes something.
    Closing,
    /// A capital, or a name such as iPhone that has one inside.
    Upper,
    Lower,
    Digit,
    /// A letter of a script without capitals.
    Caseless,
    /// Anything else: currency, `@`, `#`, a picture.
    Symbol,
}

/// The first word after a stop.
pub(super) struct Next<'t> {
    pub class: Class,
    /// What opens before the word, if anything: the outermost quote or bracket.
    pub opener: Option<Pair>,
    /// The word, with its apostrophes.
    pub word: &'t str,
    /// The text behind the word.
    pub rest: &'t str,
}

impl<'t> Next<'t> {
    /// Reads the first word of `rest`, through the quotes, brackets, dashes and white space before it.
    pub(super) fn of(rest: &'t str) -> Self {
        let mut opener = None;
        let mut text = rest.trim_start();
        for c in ahead(text) {
            match Pair::of(c) {
                Some(pair) => opener = opener.or(Some(pair)),
                None if dash(c) || c.is_whitespace() || matches!(c, '*' | '_' | '¿' | '¡') => {}
                None => break,
            }
            text = text.trim_start_matches(invisible);
            text = text.strip_prefix(c).unwrap_or(text);
        }
        let text = text.trim_start_matches(invisible);
        let (word, rest) = split_word(text);
        Next { class: class(text, word), opener, word, rest }
    }
}

/// Cuts `text` behind the word at its start: letters, digits and the apostrophes between them.
pub(super) fn split_word(text: &str) -> (&str, &str) {
    let mut end = 0;
    for (at, c) in text.char_indices().take(REACH) {
        work::count();
        if c.is_alphanumeric() {
            end = at + c.len_utf8();
        } else if !apostrophe(c) && !invisible(c) {
            break;
        }
    }
    text.split_at_checked(end).unwrap_or((text, ""))
}

/// An apostrophe, which is also a closing single quote.
pub(super) fn apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

/// Whether a quote, and no bracket, opens.
pub(super) fn opens_quote(opener: Option<Pair>) -> bool {
    matches!(opener, Some(Pair::Double | Pair::Single))
}

fn class(text: &str, word: &str) -> Class {
    let mut chars = ahead(text);
    let Some(first) = chars.next() else {
        return Class::End;
    };
    if first.is_lowercase() && !word.chars().any(char::is_uppercase) {
        Class::Lower
    } else if first.is_uppercase() || first.is_lowercase() {
        Class::Upper
    } else if first.is_numeric() {
        Class::Digit
    } else if first.is_alphabetic() {
        Class::Caseless
    } else if carries_on(first)
        || Mark::of(first).is_some() && !chars.next().is_some_and(char::is_alphanumeric)
    {
        Class::Closing
    } else {
        Class::Symbol
    }
}

/// The count of characters looked at, kept in tests only: they check that it grows with the text.
pub(super) mod work {
    #[cfg(test)]
    thread_local!(static DONE: std::cell::Cell<usize> = const { std::cell::Cell::new(0) });

    /// One more character has been looked at.
    #[inline]
    pub(in super::super) fn count() {
        #[cfg(test)]
        DONE.with(|done| done.set(done.get() + 1));
    }

    /// The count since the last call.
    #[cfg(test)]
    pub(in super::super) fn take() -> usize {
        DONE.with(|done| done.replace(0))
    }
}
