//! The clauses of a sentence, as ranges of its pieces: a summary's sentence often takes each from another sentence of the
//! original.

use std::ops::Range;

/// A clause of fewer bytes goes with the next one, or at the end with the one before: six Chinese characters, or as many
/// letters as three English words.
const SHORT: usize = 18;

/// Where the clauses of a sentence with several are among its pieces; none where it has but one, which is the sentence.
pub(super) fn clauses(pieces: &[&str]) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let (mut start, mut bytes) = (0, 0);
    for (at, piece) in pieces.iter().enumerate() {
        bytes += piece.len();
        let digit =
            |piece: Option<&&str>| piece.is_some_and(|piece| piece.contains(|c: char| c.is_ascii_digit()));
        // A comma or colon inside a number or an address ends nothing.
        let inside = digit(pieces[..at].last()) && digit(pieces.get(at + 1))
            || pieces.get(at + 1).is_some_and(|next| next.starts_with('/'));
        let ends =
            piece.ends_with(['、', '。', '—', '!', '?', ';']) || piece.ends_with([',', ':']) && !inside;
        if ends && bytes >= SHORT {
            out.push(start..at + 1);
            (start, bytes) = (at + 1, 0);
        }
    }
    match out.last_mut() {
        Some(last) if bytes < SHORT => last.end = pieces.len(),
        _ => out.push(start..pieces.len()),
    }
    if out.len() > 1 { out } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clauses_end_at_marks_and_are_not_too_short() {
        let cases: [(&[&str], &[&str]); 5] = [
            (&[], &[]),
            (&["▁", "灯塔", "熄灭", "了", "。"], &[]),
            (
                &["▁", "灯塔", "在春天", "熄灭", "了", ",", "守塔人", "的", "孙女", "接过", "了钥匙", "。"],
                &["▁灯塔在春天熄灭了,", "守塔人的孙女接过了钥匙。"],
            ),
            (&["▁", "是的", ",", "灯塔", "在春天", "熄灭", "了", ",", "真的", "。"], &[]),
            (
                &["▁预算", "是", "1", ",", "200", ",000", "克朗", ",", "没有人", "知道", "原因何在"],
                &["▁预算是1,200,000克朗,", "没有人知道原因何在"],
            ),
        ];
        for (pieces, expected) in cases {
            let found: Vec<String> =
                clauses(pieces).into_iter().map(|range| pieces[range].concat()).collect();
            assert_eq!(found, expected, "{pieces:?}");
        }
    }
}
