//! What the benchmark runs on: the sample pages, and made-up ones of known length.

use crate::project::Project;
use crate::site;
use anyhow::{Context, Result};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// Sentences a side of the made-up pages.
const LENGTHS: [usize; 3] = [100, 1_000, 10_000];

/// Sentences a side of those that a browser opens: 100, 1,000, 10,000 and 20,000 on a page.
const READ: [usize; 4] = [50, 500, 5_000, 10_000];

/// Sentences of each of the two texts on a page of their own, with links in place.
const IN_PLACE: [usize; 3] = [100, 1_000, 3_000];

const ENGLISH: [&str; 16] = [
    "the minister",
    "a committee",
    "grain prices",
    "the central bank",
    "local officials",
    "a new report",
    "exports",
    "the agreement",
    "said",
    "raised",
    "rejected",
    "postponed",
    "in the capital",
    "last week",
    "without comment",
    "after the vote",
];

const CHINESE: [&str; 16] = [
    "部长",
    "一个委员会",
    "粮食价格",
    "中央银行",
    "当地官员",
    "一份新报告",
    "出口",
    "该协议",
    "表示",
    "提高",
    "拒绝",
    "推迟",
    "在首都",
    "上周",
    "未予置评",
    "投票之后",
];

/// A made-up text and a page with it and its translation.
pub struct Synthetic {
    pub sentences: usize,
    /// English alone.
    pub text: PathBuf,
    /// Chinese, then English, in the layout of the sample pages.
    pub page: PathBuf,
}

/// The sample pages with their names.
pub fn seeds(project: &Project) -> Result<Vec<(String, PathBuf)>> {
    let folder = project.root.join("seeds");
    let pages = site::files(&folder)?
        .into_iter()
        .filter(|file| file.extension().is_some_and(|ending| ending == "txt"));
    Ok(pages.map(|file| (file.display().to_string(), folder.join(file))).collect())
}

/// Writes the made-up inputs, the same on every run.
pub fn synthetic(project: &Project) -> Result<Vec<Synthetic>> {
    let folder = project.out().join("bench-inputs");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let mut made = Vec::new();
    for sentences in LENGTHS {
        let input = Synthetic {
            sentences,
            text: folder.join(format!("{sentences}.en.txt")),
            page: folder.join(format!("{sentences}.page.txt")),
        };
        write(&input.text, &side(sentences, Side::English))?;
        write(&input.page, &page(sentences))?;
        made.push(input);
    }
    Ok(made)
}

/// Writes the made-up pages that a browser opens, and tells the folder.
pub fn to_read(project: &Project) -> Result<PathBuf> {
    let folder = project.out().join("bench-pages");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    for sentences in READ {
        write(&folder.join(format!("{sentences}.txt")), &page(sentences))?;
    }
    Ok(folder)
}

/// Writes the made-up texts that stand on a page of their own, each in a file, and tells the folder.
pub fn in_place(project: &Project) -> Result<PathBuf> {
    let folder = project.out().join("bench-texts");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    for sentences in IN_PLACE {
        write(&folder.join(format!("{sentences}.zh.txt")), &side(sentences, Side::Chinese))?;
        write(&folder.join(format!("{sentences}.en.txt")), &side(sentences, Side::English))?;
    }
    Ok(folder)
}

fn write(file: &Path, text: &str) -> Result<()> {
    fs::write(file, text).with_context(|| format!("cannot write {}", file.display()))
}

/// A page of so many sentences in Chinese, then in English.
fn page(sentences: usize) -> String {
    let (chinese, english) = (side(sentences, Side::Chinese), side(sentences, Side::English));
    format!(
        "关于{sentences}句话的报告\nA Report Of {sentences} Sentences\n\n原始链接: https://example.org/{sentences}\n\n\
         {chinese}\n相关文章\n\n原文\n\n{english}"
    )
}

#[derive(Clone, Copy)]
enum Side {
    Chinese,
    English,
}

/// Sentences of the same plan on both sides: the same phrases, the same numbers, paragraphs of five.
fn side(sentences: usize, side: Side) -> String {
    let mut text = String::new();
    // Knuth's MMIX constants; the high bits are used.
    let mut state = 1_u64;
    let mut next = |bound: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % bound
    };
    for sentence in 0..sentences {
        let phrases: Vec<usize> = (0..4 + next(8)).map(|_| next(16) as usize).collect();
        let number = next(10_000);
        let paragraph = if sentence % 5 == 4 { "\n\n" } else { "" };
        let _ = match side {
            Side::Chinese => {
                let words: String = phrases.iter().map(|&phrase| CHINESE[phrase]).collect();
                write!(text, "{words}{number}。{paragraph}")
            }
            Side::English => {
                let words: Vec<&str> = phrases.iter().map(|&phrase| ENGLISH[phrase]).collect();
                write!(text, "In all, {} {number}. {paragraph}", words.join(" "))
            }
        };
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sides_have_the_sentences_that_are_asked_for() {
        assert_eq!(side(100, Side::Chinese).matches('。').count(), 100);
        assert_eq!(side(100, Side::English).matches("In all, ").count(), 100);
        assert_eq!(side(100, Side::English), side(100, Side::English));
    }
}
