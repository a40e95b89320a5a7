//! Titles by language: a map of at most a few entries, in the order of the page.

use crate::lang::Lang;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, Serializer};
use std::fmt;

/// A title in each of some languages. In JSON an object with language tags as keys.
///
/// A sorted list instead of a tree: there are two entries, and a tree would cost the browser 3 KB.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Titles(Vec<(Lang, String)>);

impl Titles {
    /// The title in a language.
    pub fn get(&self, lang: &Lang) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == lang).map(|(_, title)| title.as_str())
    }

    /// Adds a title. A language that has one keeps it.
    pub fn add(&mut self, lang: Lang, title: String) {
        if self.get(&lang).is_none() {
            self.0.push((lang, title));
        }
    }

    /// The titles, in the order of the page.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&Lang, &str)> {
        self.0.iter().map(|(lang, title)| (lang, title.as_str()))
    }

    /// The titles under other languages.
    pub(super) fn rename(self, name: impl Fn(Lang, &str) -> Lang) -> Titles {
        let mut renamed = Titles::default();
        for (lang, title) in self.0 {
            renamed.add(name(lang, &title), title);
        }
        renamed
    }
}

impl Serialize for Titles {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de> Deserialize<'de> for Titles {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Titles, D::Error> {
        struct Entries;
        impl<'de> Visitor<'de> for Entries {
            type Value = Titles;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("titles by language")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Titles, A::Error> {
                let mut titles = Titles::default();
                while let Some((lang, title)) = map.next_entry()? {
                    titles.add(lang, title);
                }
                Ok(titles)
            }
        }
        deserializer.deserialize_map(Entries)
    }
}
