//! `pages.json`: the pages that the reader can choose from, folder by folder, with their titles.

use crate::site;
use anyhow::{Context, Result};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use std::fs::File;
use std::io::Read;
use std::path::{Component, Path};

/// The line that ends a page's titles begins with this.
const LANDMARK: &str = "原始链接";

/// Titles stand in the first lines; more of a file is not read.
const HEAD: u64 = 8 * 1024;

/// What stays as it is in a part of a relative address.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A folder of pages.
#[derive(Debug, Serialize)]
pub struct Folder {
    pub name: String,
    pub pages: Vec<Page>,
}

/// A page: its address relative to the site, percent-encoded, and its titles by language.
#[derive(Debug, Serialize, PartialEq, Eq)]
pub struct Page {
    pub path: String,
    pub titles: Titles,
}

/// The titles that were found.
#[derive(Debug, Default, Serialize, PartialEq, Eq)]
pub struct Titles {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zh: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

/// Lists the pages below `folder`, which the site serves under `prefix`.
pub fn folder(name: &str, prefix: &str, folder: &Path) -> Result<Folder> {
    let mut pages = Vec::new();
    for file in site::files(folder)? {
        if !is_page(&file) {
            continue;
        }
        let path = folder.join(&file);
        let titles = read_titles(&path).with_context(|| format!("cannot read {}", path.display()))?;
        pages.push(Page { path: format!("{prefix}/{}", address(&file)), titles });
    }
    Ok(Folder { name: name.to_owned(), pages })
}

/// The whole list as the reader fetches it.
pub fn json(folders: &[Folder]) -> Result<Vec<u8>> {
    #[derive(Serialize)]
    struct List<'a> {
        folders: &'a [Folder],
    }
    let mut text = serde_json::to_vec_pretty(&List { folders })?;
    text.push(b'\n');
    Ok(text)
}

/// A relative path as a relative address.
fn address(file: &Path) -> String {
    let parts = file.components().filter_map(|part| match part {
        Component::Normal(name) => Some(utf8_percent_encode(&name.to_string_lossy(), KEPT).to_string()),
        _ => None,
    });
    parts.collect::<Vec<_>>().join("/")
}

fn is_page(file: &Path) -> bool {
    let name = file.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    (name.ends_with(".txt") || name.ends_with(".md")) && !name.starts_with("readme")
}

fn read_titles(path: &Path) -> std::io::Result<Titles> {
    let mut head = Vec::new();
    File::open(path)?.take(HEAD).read_to_end(&mut head)?;
    Ok(titles(&String::from_utf8_lossy(&head)))
}

/// The first two lines that are not empty, before the landmark: one with Han characters is Chinese, else English.
fn titles(text: &str) -> Titles {
    let mut titles = Titles::default();
    let lines = text.trim_start_matches('\u{feff}').lines().map(str::trim);
    for line in lines.take_while(|line| !line.contains(LANDMARK)).filter(|line| !line.is_empty()).take(2) {
        let title = line.trim_start_matches('#').trim();
        let place = if title.chars().any(is_han) { &mut titles.zh } else { &mut titles.en };
        if place.is_none() && !title.is_empty() {
            *place = Some(title.to_owned());
        }
    }
    titles
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(zh: Option<&str>, en: Option<&str>) -> Titles {
        Titles { zh: zh.map(ToOwned::to_owned), en: en.map(ToOwned::to_owned) }
    }

    #[test]
    fn titles_are_told_apart_by_their_letters() {
        let cases = [
            ("停火?\nA Ceasefire?\n\n原始链接: https://x\nText", pair(Some("停火?"), Some("A Ceasefire?"))),
            ("\u{feff}# 停火\r\n\r\n## A Ceasefire\r\n", pair(Some("停火"), Some("A Ceasefire"))),
            ("A Ceasefire\n停火\n原始链接: x", pair(Some("停火"), Some("A Ceasefire"))),
            ("只有中文\n原始链接: x\nEnglish text", pair(Some("只有中文"), None)),
            ("One\nTwo\n三", pair(None, Some("One"))),
            ("", pair(None, None)),
        ];
        for (text, expected) in cases {
            assert_eq!(titles(text), expected, "{text:?}");
        }
    }

    #[test]
    fn only_pages_are_listed_and_addresses_are_encoded() {
        assert!(is_page(Path::new("a.txt")) && is_page(Path::new("deep/b.MD")));
        assert!(!is_page(Path::new("README.md")) && !is_page(Path::new("a.json")));
        assert_eq!(address(Path::new("deep/a b#1.txt")), "deep/a%20b%231.txt");
    }
}
