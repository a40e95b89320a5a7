//! Bidirectional isolates that a text leaves open, or closes without having opened one: both would end those that `dir` makes
//! around it, in browsers that write them as characters too.

use std::borrow::Cow;

const FIRST_ISOLATE: char = '\u{2066}';
const LAST_ISOLATE: char = '\u{2068}';
const END: char = '\u{2069}';

/// The text with every isolate in it closed, and without ends of isolates that stand around it.
pub(super) fn closed(text: &str) -> Cow<'_, str> {
    if !text.contains(|c| (FIRST_ISOLATE..=END).contains(&c)) {
        return Cow::Borrowed(text);
    }
    let mut open = 0;
    let mut out = String::new();
    for c in text.chars() {
        match c {
            FIRST_ISOLATE..=LAST_ISOLATE => open += 1,
            END if open == 0 => continue,
            END => open -= 1,
            _ => {}
        }
        out.push(c);
    }
    out.extend(std::iter::repeat_n(END, open));
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn isolates_are_closed_where_they_are_opened() {
        for (text, expected) in [
            ("The light", "The light"),
            ("a \u{2067}b\u{2069} c", "a \u{2067}b\u{2069} c"),
            ("a \u{2067}b \u{2066}c", "a \u{2067}b \u{2066}c\u{2069}\u{2069}"),
            ("a\u{2069} b\u{2069}\u{2068}", "a b\u{2068}\u{2069}"),
            ("a \u{202e}b", "a \u{202e}b"),
        ] {
            assert_eq!(closed(text), expected);
        }
    }
}
