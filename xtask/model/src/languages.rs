//! The languages that an encoder file can be made for: how each is written, and which word list it has.

use anyhow::{Result, bail};
use unicode_script::Script;

/// A language that the model was trained on.
#[derive(Debug, PartialEq, Eq)]
pub struct Language {
    /// BCP 47 tag.
    pub tag: &'static str,
    pub writing: Writing,
    /// wordfreq's longest list for it, `<size>_<language>`; it has none for Thai.
    pub words: Option<&'static str>,
    /// Whether words stand apart.
    pub spaces: bool,
}

/// What tells a language's pieces from those of others.
#[derive(Debug, PartialEq, Eq)]
pub enum Writing {
    /// Scripts that few languages use: their pieces are all wanted.
    Scripts(&'static [Script]),
    /// Latin script, which most of the model's languages share: the word list says which pieces are wanted.
    Latin,
}

const fn own(
    tag: &'static str,
    scripts: &'static [Script],
    words: Option<&'static str>,
    spaces: bool,
) -> Language {
    Language { tag, writing: Writing::Scripts(scripts), words, spaces }
}

const fn latin(tag: &'static str, words: &'static str) -> Language {
    Language { tag, writing: Writing::Latin, words: Some(words), spaces: true }
}

/// All of them: those of Yang et al. 2020, "Multilingual Universal Sentence Encoder for Semantic Retrieval".
pub static ALL: [Language; 16] = [
    own("ar", &[Script::Arabic], Some("large_ar"), true),
    latin("de", "large_de"),
    latin("en", "large_en"),
    latin("es", "large_es"),
    latin("fr", "large_fr"),
    latin("it", "large_it"),
    own("ja", &[Script::Han, Script::Hiragana, Script::Katakana], Some("large_ja"), false),
    own("ko", &[Script::Hangul, Script::Han], Some("small_ko"), true),
    latin("nl", "large_nl"),
    latin("pl", "large_pl"),
    latin("pt", "large_pt"),
    own("ru", &[Script::Cyrillic], Some("large_ru"), true),
    own("th", &[Script::Thai], None, false),
    latin("tr", "small_tr"),
    own("zh", &[Script::Han], Some("large_zh"), false),
    own("zh-TW", &[Script::Han], Some("large_zh"), false),
];

/// The languages of a list such as `zh,en`, or all of them for `all`.
///
/// # Errors
/// When a tag is not one of [`ALL`], or is there twice.
pub fn parse(list: &str) -> Result<Vec<&'static Language>> {
    if list == "all" {
        return Ok(ALL.iter().collect());
    }
    let mut languages = Vec::new();
    for tag in list.split(',').map(str::trim) {
        let Some(language) = ALL.iter().find(|language| language.tag.eq_ignore_ascii_case(tag)) else {
            bail!("the model does not know the language `{tag}`: it knows {}", tags(&ALL, ", "))
        };
        if languages.contains(&language) {
            bail!("the language `{tag}` is there twice");
        }
        languages.push(language);
    }
    Ok(languages)
}

/// The tags of languages, in their order, with `separator` between them.
pub fn tags<'a>(languages: impl IntoIterator<Item = &'a Language>, separator: &str) -> String {
    let tags: Vec<_> = languages.into_iter().map(|language| language.tag).collect();
    tags.join(separator)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_read() {
        assert_eq!(tags(parse("zh, en").unwrap(), " "), "zh en");
        assert_eq!(tags(parse("zh-tw").unwrap(), " "), "zh-TW");
        assert_eq!(parse("all").unwrap().len(), 16);
        assert!(parse("zh,xx").unwrap_err().to_string().contains("it knows ar, de"));
        assert!(parse("zh,zh").is_err());
    }
}
