//! The sections with text: what the file is, normalization rules, pieces. Sorted strings are stored as the number of
//! bytes that they share with the one before, and the rest.

use crate::charsmap::Rule;
use crate::vocabulary::Piece;
use anyhow::{Context, Result, ensure};

/// Costs are stored as whole multiples of 1/2048.
const COST_UNIT: f32 = 2048.0;

/// INFO: lines of `key: value`.
pub fn info(lines: &[(&str, String)]) -> Vec<u8> {
    lines.iter().map(|(key, value)| format!("{key}: {value}\n")).collect::<String>().into_bytes()
}

/// NORM: rules, keys in ascending byte order.
///
/// # Errors
/// When keys are not in order, or a key or replacement has more than 255 bytes.
pub fn rules(rules: &[Rule]) -> Result<Vec<u8>> {
    let mut section = (rules.len() as u32).to_le_bytes().to_vec();
    let mut before = None;
    for rule in rules {
        front_coded(&mut section, before, &rule.key)?;
        section.push(short(rule.replacement.len())?);
        section.extend_from_slice(rule.replacement.as_bytes());
        before = Some(rule.key.as_str());
    }
    Ok(section)
}

/// PIEC: the score of an unknown character; pieces, in ascending byte order, with their costs.
///
/// # Errors
/// When pieces are not in order, or one has more than 255 bytes.
pub fn pieces<'a>(unknown_score: f32, pieces: impl ExactSizeIterator<Item = &'a Piece>) -> Result<Vec<u8>> {
    let mut section = unknown_score.to_le_bytes().to_vec();
    section.extend((pieces.len() as u32).to_le_bytes());
    let mut before = None;
    for piece in pieces {
        front_coded(&mut section, before, &piece.text)?;
        // `as` saturates.
        section.extend(((-piece.score * COST_UNIT).round() as u16).to_le_bytes());
        before = Some(piece.text.as_str());
    }
    Ok(section)
}

fn front_coded(section: &mut Vec<u8>, before: Option<&str>, text: &str) -> Result<()> {
    // None, nothing before, is less than any text.
    ensure!(before < Some(text), "`{}` and `{text}` are not in order", before.unwrap_or_default());
    let before = before.unwrap_or_default();
    let shared = before.bytes().zip(text.bytes()).take_while(|(a, b)| a == b).count();
    section.extend([short(shared)?, short(text.len() - shared)?]);
    section.extend_from_slice(&text.as_bytes()[shared..]);
    Ok(())
}

fn short(length: usize) -> Result<u8> {
    u8::try_from(length).context("a string has more than 255 bytes")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::Kind;

    #[test]
    fn strings_share_their_beginnings() {
        let rule = |key: &str, replacement: &str| Rule { key: key.into(), replacement: replacement.into() };
        let section = rules(&[rule("ab", "x"), rule("ac", "")]).unwrap();
        assert_eq!(section, b"\x02\0\0\0\x00\x02ab\x01x\x01\x01c\x00");
        assert!(rules(&[rule("b", ""), rule("a", "")]).is_err());
    }

    #[test]
    fn pieces_have_costs() {
        let piece = |text: &str, score| Piece { text: text.into(), score, kind: Kind::Ordinary };
        let section = pieces(-28.5, [piece("a", -1.0), piece("ab", -99.0)].iter()).unwrap();
        assert_eq!(section[..4], (-28.5f32).to_le_bytes());
        assert_eq!(section[4..], *b"\x02\0\0\0\x00\x01a\x00\x08\x01\x01b\xFF\xFF");
    }
}
