//! Sources of evidence, and how each is switched off.

use crate::fit::Mask;
use en_face::align::{FEATURES, Factors, Weights};

/// A source of evidence.
pub struct Source {
    pub name: &'static str,
    /// The features of summaries that come from it, by how their names begin.
    features: &'static [&'static str],
    /// What its absence is for parallel texts; `None` where they don't use it.
    off: Option<fn(&mut Factors)>,
    /// Whether it needs the encoder.
    pub encoder: bool,
}

/// All sources that can be switched off one by one.
pub const SOURCES: [Source; 11] = [
    Source {
        name: "vectors of sentences",
        features: &["cosine"],
        off: Some(|factors| factors.meaning = 0.0),
        encoder: true,
    },
    Source { name: "vectors of clauses", features: &["clause"], off: None, encoder: true },
    Source { name: "vectors of two sentences", features: &["gain"], off: None, encoder: true },
    Source {
        name: "vectors of words",
        features: &["words explained", "words above", "words beyond"],
        off: None,
        encoder: true,
    },
    Source {
        name: "numbers",
        features: &["numbers"],
        off: Some(|factors| factors.number = 0.0),
        encoder: false,
    },
    Source {
        name: "Latin words",
        features: &["Latin"],
        off: Some(|factors| factors.word = 0.0),
        encoder: false,
    },
    Source { name: "names", features: &["names"], off: Some(|factors| factors.name = 0.0), encoder: false },
    Source {
        name: "all three of these",
        features: &["numbers", "Latin", "names", "things"],
        off: Some(|factors| {
            (factors.number, factors.word, factors.name, factors.missing) = (0.0, 0.0, 0.0, 0.0)
        }),
        encoder: false,
    },
    Source { name: "marks", features: &["marks"], off: Some(|factors| factors.mark = 0.0), encoder: false },
    Source {
        name: "lengths and blocks",
        features: &["weak"],
        off: Some(|factors| (factors.length, factors.block_inside, factors.block_alone) = (0.0, 0.0, 0.0)),
        encoder: false,
    },
    Source { name: "order and the other links", features: &["order", "source"], off: None, encoder: false },
];

impl Source {
    /// The features that are left without it.
    pub fn mask(&self) -> Mask {
        let begins = |name: &str| self.features.iter().any(|feature| name.starts_with(feature));
        Weights::names().map(|name| !begins(name))
    }

    /// The factors without it, where it has any.
    pub fn factors(&self) -> Option<Factors> {
        let mut factors = Factors::default();
        self.off.map(|off| {
            off(&mut factors);
            factors
        })
    }
}

/// All features.
pub const ALL: Mask = [true; FEATURES];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_feature_belongs_to_a_source() {
        for (at, name) in Weights::names().iter().enumerate() {
            assert!(SOURCES.iter().any(|source| !source.mask()[at]), "{name}");
        }
        for source in SOURCES {
            assert!(source.mask() != ALL, "{} has no features", source.name);
            assert!(source.factors().is_none_or(|factors| factors != Factors::default()), "{}", source.name);
        }
    }
}
