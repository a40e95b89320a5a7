//! The clauses of a sentence: a summary's sentence often takes each from another sentence of the original.

use std::ops::Range;

/// A clause of fewer bytes goes with the next one, or at the end with the one before: six Chinese characters, or as many
/// letters as three English words.
const SHORT: usize = 18;

/// Where the clauses of a sentence are, in bytes; all of the sentence where it has but one.
pub(super) fn clauses(text: &str) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for (at, mark) in text.char_indices() {
        let end = at + mark.len_utf8();
        if ends_clause(mark, &text[..at], &text[end..]) && end - start >= SHORT {
            out.push(start..end);
            start = end;
        }
    }
    match out.last_mut() {
        Some(last) if text.len() - start < SHORT => last.end = text.len(),
        _ => out.push(start..text.len()),
    }
    out
}

/// Where the clauses of a sentence with several are among its pieces; none where it has but one, which is the sentence.
pub(super) fn of_pieces(pieces: &[&str]) -> Vec<Range<usize>> {
    let clauses = clauses(&pieces.concat());
    if clauses.len() < 2 {
        return Vec::new();
    }
    let (mut at, mut bytes) = (0, 0);
    let place = |clause: Range<usize>| {
        let start = at;
        while bytes < clause.end && at < pieces.len() {
            bytes += pieces[at].len();
            at += 1;
        }
        start..at
    };
    clauses.into_iter().map(place).collect()
}

/// Whether a mark ends a clause; a comma or colon inside a number or an address does not.
fn ends_clause(mark: char, before: &str, rest: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    match mark {
        '，' | '；' | '：' | '、' | '。' | '！' | '？' | '—' | ';' | '!' | '?' => true,
        ',' | ':' => !(before.ends_with(digit) && rest.starts_with(digit) || rest.starts_with('/')),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clauses_end_at_marks_and_are_not_too_short() {
        let cases: [(&str, &[&str]); 6] = [
            ("", &[""]),
            ("灯塔熄灭了。", &["灯塔熄灭了。"]),
            (
                "灯塔在春天熄灭了，守塔人的孙女接过了钥匙。",
                &["灯塔在春天熄灭了，", "守塔人的孙女接过了钥匙。"],
            ),
            ("是的，灯塔在春天熄灭了，真的。", &["是的，灯塔在春天熄灭了，真的。"]),
            (
                "It cost 1,200,000 crowns, and nobody knew why.",
                &["It cost 1,200,000 crowns,", " and nobody knew why."],
            ),
            ("预算是1,200,000克朗,没有人知道原因何在", &["预算是1,200,000克朗,", "没有人知道原因何在"]),
        ];
        for (text, expected) in cases {
            let found: Vec<&str> = clauses(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn clauses_of_pieces_are_the_same() {
        let cases: [(&[&str], &[&str]); 4] = [
            (&[], &[]),
            (&["▁", "灯塔", "熄灭", "了", "。"], &[]),
            (
                &["▁", "灯塔", "在春天", "熄灭", "了", ",", "守塔人", "的", "孙女", "接过", "了钥匙", "。"],
                &["▁灯塔在春天熄灭了,", "守塔人的孙女接过了钥匙。"],
            ),
            (
                &["▁预算", "是", "1", ",", "200", ",000", "克朗", ",", "没有人", "知道", "原因何在"],
                &["▁预算是1,200,000克朗,", "没有人知道原因何在"],
            ),
        ];
        for (pieces, expected) in cases {
            let found: Vec<String> =
                of_pieces(pieces).into_iter().map(|range| pieces[range].concat()).collect();
            assert_eq!(found, expected, "{pieces:?}");
        }
    }
}
