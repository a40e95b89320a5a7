//! What belongs to a stop behind its marks: closing quotes and brackets, notes, faces.

use super::Scan;
use crate::segment::look::{ahead, invisible};
use crate::segment::quotes::{Closed, Turn};

impl Scan<'_> {
    /// Steps over the marks that close quotes, brackets and emphasis right behind a stop, and tells
    /// what the last of them closed.
    pub(super) fn closers(&mut self) -> Option<Closed> {
        let mut last = None;
        while let Some(c) = self.peek() {
            let next = self.peek_second();
            match self.quotes.turn(c, self.prev, next) {
                Some((pair, Turn::Close)) => last = Some(self.quotes.close(pair)),
                None if matches!(c, '*' | '_') && !next.is_some_and(char::is_alphanumeric) => {}
                None if invisible(c) => {}
                _ => break,
            }
            self.step();
        }
        last
    }

    /// Steps over closing marks that stand apart, `’ ”` or `. »` as French has it, and tells what the
    /// last of them closed.
    pub(super) fn spaced_closers(&mut self) -> Option<Closed> {
        let mut last = None;
        loop {
            let mut chars = self.rest.chars();
            let Some(space) = chars.next().filter(|c| c.is_whitespace()) else {
                return last;
            };
            let closer = chars.next().and_then(|c| self.quotes.turn(c, space, ahead(chars.as_str()).next()));
            let Some((pair, Turn::Close)) = closer else {
                return last;
            };
            self.step();
            self.step();
            last = Some(self.quotes.close(pair));
        }
    }

    /// Steps over the marks of footnotes: `[3]`, `[citation needed]`, `²`.
    pub(super) fn footnotes(&mut self) {
        loop {
            let note = match self.peek() {
                Some(c @ ('¹' | '²' | '³' | '⁰'..='⁹')) => c.len_utf8(),
                Some('[') => {
                    let inner = |c: &char| {
                        c.is_ascii_digit() || c.is_ascii_lowercase() || matches!(c, ' ' | ',' | '-' | '–')
                    };
                    let inner = self.rest.chars().skip(1).take(20).take_while(inner);
                    let end = 1 + inner.map(char::len_utf8).sum::<usize>();
                    if end == 1 || self.rest.as_bytes().get(end) != Some(&b']') {
                        return;
                    }
                    end + 1
                }
                _ => return,
            };
            self.rest = self.rest.get(note..).unwrap_or_default();
        }
    }

    /// Steps over a face drawn with punctuation, which belongs to what it comments on.
    pub(super) fn face(&mut self) {
        let face = self.rest.trim_start();
        let mut chars = ahead(face).filter(|&c| c != '-');
        if matches!(chars.next(), Some(':' | ';'))
            && matches!(chars.next(), Some('(' | ')' | 'D' | 'P'))
            && chars.next().is_none_or(char::is_whitespace)
        {
            self.rest = face.trim_start_matches(|c: char| !c.is_whitespace());
        }
    }
}
