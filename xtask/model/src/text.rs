//! Text to measure the network with: sentences of sample pages, and of random words for languages without a page.

use crate::languages::Language;
use crate::random::Random;
use crate::words::Word;
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;

/// Words in a random sentence.
const WORDS: usize = 16;

/// The sentences, roughly, of the `.txt` and `.md` files in `folder`, in the order of the files' names.
///
/// # Errors
/// When the folder or a file cannot be read.
pub fn of_pages(folder: &Path) -> Result<Vec<String>> {
    let reading = || format!("cannot read the pages in {}", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(reading)? {
        let path = entry.with_context(reading)?.path();
        if path.extension().is_some_and(|extension| extension == "txt" || extension == "md") {
            files.push(path);
        }
    }
    files.sort();
    let mut sentences = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        sentences.extend(text.lines().flat_map(sentences_of).map(ToOwned::to_owned));
    }
    Ok(sentences)
}

/// Splits a line after sentence ends.
fn sentences_of(line: &str) -> impl Iterator<Item = &str> {
    let parts = line.split_inclusive(['.', '!', '?', '。', '！', '？']);
    parts.map(str::trim).filter(|part| part.chars().any(char::is_alphanumeric))
}

/// Sentences of random words, each drawn by its share.
pub fn of_words(words: &[Word], language: &Language, count: usize) -> Vec<String> {
    let mut sums = Vec::with_capacity(words.len());
    let mut total = 0.0;
    for word in words {
        total += word.share;
        sums.push(total);
    }
    let mut random =
        Random::new(u64::from(language.tag.as_bytes()[0]) << 8 | u64::from(language.tag.as_bytes()[1]));
    let mut word = || {
        let place = random.uniform() * total;
        words.get(sums.partition_point(|&sum| sum < place)).map_or("", |word| word.text.as_str())
    };
    let separator = if language.spaces { " " } else { "" };
    (0..count).map(|_| (0..WORDS).map(|_| word()).collect::<Vec<_>>().join(separator)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::languages;

    #[test]
    fn lines_are_split_after_sentence_ends() {
        let sentences: Vec<_> = sentences_of("One. Two! -- 三。四").collect();
        assert_eq!(sentences, ["One.", "Two!", "-- 三。", "四"]);
    }

    #[test]
    fn frequent_words_are_drawn_often() {
        let word = |text: &str, share| Word { text: text.into(), share };
        let words = [word("the", 0.3), word("rare", 1e-9)];
        let language = languages::parse("en").unwrap()[0];
        let sentences = of_words(&words, language, 3);
        assert_eq!(sentences, [["the"; WORDS].join(" "), ["the"; WORDS].join(" "), ["the"; WORDS].join(" ")]);
    }
}
