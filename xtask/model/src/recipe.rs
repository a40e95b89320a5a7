//! The settings that a file is made with: how large, how exact. What each costs was measured on 451 pairs of Chinese and
//! English sentences, by how often a sentence's nearest neighbour is its translation.

use crate::codebook::Training;
use anyhow::{Context, Result, ensure};

/// Most bits of a component of a token's vector.
pub const MOST_BITS: u8 = 4;

/// Random directions a sentence that the sensitivity is measured with.
pub const DIRECTIONS: usize = 4;

/// Random sentences for a language that the sample pages are not in.
pub const RANDOM_SENTENCES: usize = 200;

/// Languages that the sample pages of this repository are in.
pub const PAGE_LANGUAGES: [&str; 2] = ["zh", "en"];

/// How codebooks are trained: 50 numbers for each value of the largest codebook in every iteration.
pub const TRAINING: Training = Training { iterations: 8, sequences: 800 };

/// Window and rate that the codebook of the token table is made for; it serves components of 1 to 4 bits.
pub const TABLE_CODE: (u32, u8) = (12, 2);

/// What can be chosen.
#[derive(Clone, Debug)]
pub struct Recipe {
    /// Bytes of the rows of the token table.
    pub table_bytes: usize,
    /// The least squared error makes rows shorter than they were: 0 leaves them so, 1 lengthens them to what they were.
    /// Sentence vectors are nearer to the original's with 1, by .003 in the cosine.
    pub lift: f64,
    /// Most components of a token's vector.
    pub components: usize,
    /// Share of all words above which a Latin-script piece is kept.
    pub threshold: f64,
    /// Window bits of the codes of the matrices.
    pub window: u32,
    rates: [(&'static str, u8); 11],
}

impl Default for Recipe {
    fn default() -> Self {
        Self {
            table_bytes: 3_500_000,
            lift: 1.0,
            components: 512,
            threshold: 5e-7,
            window: 12,
            rates: [
                ("proj", 4),
                ("w1", 2),
                ("w2", 2),
                ("cnn", 4),
                ("d0", 4),
                ("d1", 4),
                ("d2", 4),
                ("d3", 4),
                ("p1", 5),
                ("p3", 6),
                ("basis", 5),
            ],
        }
    }
}

impl Recipe {
    /// Bits a number of the matrix `name`.
    pub fn rate(&self, name: &str) -> u8 {
        self.rates.iter().find(|rate| rate.0 == name).map_or(6, |rate| rate.1)
    }

    /// Sets bits a number, from `cnn=3`.
    ///
    /// # Errors
    /// When there is no such matrix or the bits are not in 1..=6.
    pub fn set_rate(&mut self, setting: &str) -> Result<()> {
        let (name, bits) =
            setting.split_once('=').with_context(|| format!("`{setting}` is not MATRIX=BITS"))?;
        let bits = bits.parse().with_context(|| format!("`{bits}` is not a number of bits"))?;
        ensure!((1..=6).contains(&bits), "a number can have 1 to 6 bits, not {bits}");
        let names = self.rates.map(|rate| rate.0).join(", ");
        let rate = self.rates.iter_mut().find(|rate| rate.0 == name);
        rate.with_context(|| format!("there is no matrix `{name}`: there are {names}"))?.1 = bits;
        Ok(())
    }

    /// The recipe in words, for the file.
    pub fn describe(&self) -> String {
        let rates: Vec<_> = self.rates.iter().map(|(name, bits)| format!("{name} {bits}")).collect();
        format!(
            "rows {} bytes, at most {} components, lift {}, pieces above {:e}, window {}, bits a number: {}",
            self.table_bytes,
            self.components,
            self.lift,
            self.threshold,
            self.window,
            rates.join(", ")
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_read() {
        let mut recipe = Recipe::default();
        recipe.set_rate("cnn=2").unwrap();
        assert_eq!(recipe.rate("cnn"), 2);
        for wrong in ["cnn", "cnn=7", "cnn=x", "other=2"] {
            assert!(recipe.set_rate(wrong).is_err(), "{wrong}");
        }
    }
}
