//! SentencePiece's compiled normalization rules, as a list of keys with their replacements.
//!
//! The blob is a u32 with the size of a trie in bytes, the trie, then the replacements, each ended by a zero byte. The
//! trie is a double array as darts-clone stores it: u32 units with a label in bits 0..8, "has a leaf" in bit 8, an
//! offset to the children in bits 10.. (times 256 when bit 9 is set), and in a leaf (bit 31) the replacement's place.

use anyhow::{Context, Result, ensure};

/// A rule: text that starts with `key` goes on with `replacement` instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    pub key: String,
    pub replacement: String,
}

/// The rules of the compiled `charsmap`, keys in ascending byte order.
///
/// # Errors
/// When the blob is cut short or a key or replacement is not UTF-8.
pub fn rules(charsmap: &[u8]) -> Result<Vec<Rule>> {
    let (size, rest) = charsmap.split_first_chunk::<4>().context("the normalization rules are empty")?;
    let size = u32::from_le_bytes(*size) as usize;
    ensure!(size.is_multiple_of(4), "the trie of the normalization rules has an odd size");
    let (trie, texts) = rest.split_at_checked(size).context("the normalization rules are cut short")?;
    let units = trie.as_chunks::<4>().0.iter().map(|unit| u32::from_le_bytes(*unit)).collect();
    let trie = Trie { units, texts };
    let mut rules = Vec::new();
    trie.visit(offset(trie.unit(0)?), &mut Vec::new(), &mut rules)?;
    Ok(rules)
}

struct Trie<'a> {
    units: Vec<u32>,
    texts: &'a [u8],
}

fn offset(unit: u32) -> usize {
    ((unit >> 10) << ((unit & 0x200) >> 6)) as usize
}

impl Trie<'_> {
    fn unit(&self, at: usize) -> Result<u32> {
        self.units.get(at).copied().context("the trie of the normalization rules is damaged")
    }

    /// Adds the rules below the node whose children are at `node ^ label`, in byte order.
    fn visit(&self, node: usize, key: &mut Vec<u8>, rules: &mut Vec<Rule>) -> Result<()> {
        for label in 1..=255u8 {
            let Some(&unit) = self.units.get(node ^ usize::from(label)) else { continue };
            if unit & 0x8000_00FF != u32::from(label) {
                continue;
            }
            let child = node ^ usize::from(label) ^ offset(unit);
            key.push(label);
            ensure!(key.len() <= 255, "a key of the normalization rules is too long");
            if unit & 0x100 != 0 {
                let place = self.unit(child)? & 0x7FFF_FFFF;
                rules.push(self.rule(key, place as usize)?);
            }
            self.visit(child, key, rules)?;
            key.pop();
        }
        Ok(())
    }

    fn rule(&self, key: &[u8], place: usize) -> Result<Rule> {
        let text = self.texts.get(place..).context("a replacement is outside the normalization rules")?;
        let text = text.split(|&byte| byte == 0).next().unwrap_or_default();
        Ok(Rule {
            key: std::str::from_utf8(key).context("a normalization key is not UTF-8")?.to_owned(),
            replacement: std::str::from_utf8(text).context("a replacement is not UTF-8")?.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A trie with the keys "a" and "ab", as darts-clone lays them out.
    fn blob() -> Vec<u8> {
        let mut units = vec![0u32; 1024];
        // The root's children start at 256, those of "a" at 512, those of "ab" at 768.
        units[0] = 256 << 10;
        let (a, ab) = (256 ^ usize::from(b'a'), 512 ^ usize::from(b'b'));
        units[a] = u32::from(b'a') | 0x100 | ((a as u32 ^ 512) << 10);
        units[512] = 0x8000_0000;
        units[ab] = u32::from(b'b') | 0x100 | ((ab as u32 ^ 768) << 10);
        units[768] = 0x8000_0000 | 2;
        let mut bytes = (units.len() as u32 * 4).to_le_bytes().to_vec();
        bytes.extend(units.iter().flat_map(|unit| unit.to_le_bytes()));
        bytes.extend_from_slice("A\0Å\0".as_bytes());
        bytes
    }

    #[test]
    fn keys_come_with_their_replacements() {
        let rule = |key: &str, replacement: &str| Rule { key: key.into(), replacement: replacement.into() };
        assert_eq!(rules(&blob()).unwrap(), [rule("a", "A"), rule("ab", "Å")]);
        assert!(rules(&blob()[..100]).is_err());
    }
}
