//! Live examples: code that a page shows, and beside it the document that this very code is.
//!
//! In Markdown an example is a block of code marked `html live NAME`, followed by its own `css live NAME` and
//! `js live NAME` blocks if it has any. Further words say how it is shown (`wide`, `height=480`) and what a test waits for
//! (`expect="…"`, see tests/browser/docs.test.mjs). Style and script are files of their own, as a strict policy wants them.

use super::text::{code_block, escaped};
use crate::site;
use anyhow::{Context, Result, ensure};
use std::fmt::Write;

/// Scripts that examples load from beside themselves, so that an address in the code is one that readers would write.
pub const SCRIPTS: [(&str, &str); 1] = [("en-face.js", "export * from '../../en-face.js';\n")];

/// Scripts of the site that examples load from beside themselves as they are.
pub const WHOLE: [&str; 2] = [site::ALIGNED, site::LINKED];

/// An example: its files, and how it is shown.
#[derive(Debug)]
pub struct Example {
    pub name: String,
    /// Language and code, the document's body first.
    pub parts: Vec<(String, String)>,
    pub wide: bool,
    pub height: u32,
    pub expect: String,
}

impl Example {
    /// An example, if the words behind a block's language say that it begins one.
    pub fn begin(info: &str, code: &str) -> Result<Option<Self>> {
        let words = words(info);
        let ["html", "live", name, options @ ..] = words.as_slice() else { return Ok(None) };
        ensure!(
            name.chars().all(|c| c.is_ascii_lowercase() || c == '-'),
            "`{name}` is no name for a live example"
        );
        let mut example = Self {
            name: (*name).to_owned(),
            parts: vec![("html".to_owned(), code.to_owned())],
            wide: false,
            height: 420,
            expect: String::new(),
        };
        for option in options {
            match option.split_once('=') {
                None if *option == "wide" => example.wide = true,
                Some(("height", pixels)) => {
                    example.height = pixels.parse().with_context(|| format!("`{option}` of {name}"))?;
                }
                Some(("expect", expected)) => expected.trim_matches('"').clone_into(&mut example.expect),
                _ => anyhow::bail!("`{option}` of the live example {name} is not known"),
            }
        }
        ensure!(!example.expect.is_empty(), "the live example {name} expects nothing");
        Ok(Some(example))
    }

    /// Takes in a block that belongs to the example; tells whether it does.
    pub fn add(&mut self, info: &str, code: &str) -> bool {
        let words = words(info);
        let [language @ ("css" | "js"), "live", name] = words.as_slice() else { return false };
        let belongs = *name == self.name;
        if belongs {
            self.parts.push(((*language).to_owned(), code.to_owned()));
        }
        belongs
    }

    /// The example's files by their names.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        let part = |(language, code): &(String, String)| {
            let text = if language == "html" { self.document(code) } else { code.clone() };
            (format!("{}.{language}", self.name), text.into_bytes())
        };
        self.parts.iter().map(part).collect()
    }

    fn document(&self, body: &str) -> String {
        include_str!("live.html").replace("{{name}}", &escaped(&self.name)).replace("{{body}}", body)
    }
}

/// The code of an example, and a frame in which it runs.
pub fn figure(example: &Example) -> String {
    let Example { name, parts, wide, height, expect } = example;
    let class = if *wide { "live wide" } else { "live" };
    let mut html = format!("<figure class=\"{class}\" id=\"live-{name}\">\n<div class=\"sources\">\n");
    for (language, code) in parts {
        let block = code_block(language, code);
        // Writing to a string does not fail.
        let _ = writeln!(html, "<div class=\"source\"><p class=\"file\">{name}.{language}</p>{block}</div>");
    }
    let _ = write!(
        html,
        "</div>\n<div class=\"run\">\n<p class=\"file\">Live <a href=\"live/{name}.html\">by itself</a></p>\n\
         <iframe title=\"Live example: {name}\" src=\"live/{name}.html\" loading=\"lazy\" height=\"{height}\" \
         data-expect=\"{}\"></iframe>\n</div>\n</figure>\n",
        escaped(expect)
    );
    html
}

/// The words of a block's first line; quotation marks keep several together.
fn words(info: &str) -> Vec<&str> {
    let mut quoted = false;
    let parts = info.split(move |c: char| {
        quoted ^= c == '"';
        c == ' ' && !quoted
    });
    parts.filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::colours::coloured;
    use super::*;

    #[test]
    fn an_example_is_made_of_the_blocks_that_name_it() {
        let code = "<en-face src=\"a.txt\"></en-face>\n";
        let mut example = Example::begin("html live plain wide height=300 expect=\"linked; .x=~a b\"", code)
            .unwrap()
            .unwrap();
        assert!(example.wide && example.height == 300 && example.expect == "linked; .x=~a b");
        assert!(example.add("js live plain", "run();\n"));
        assert!(!example.add("js live other", "") && !example.add("js", ""));
        let files = example.files();
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["plain.html", "plain.js"]);
        let document = String::from_utf8_lossy(&files[0].1);
        assert!(document.contains(&format!("<body>\n{code}</body>")), "{document}");
        let shown = figure(&example);
        assert!(
            shown.contains(&coloured("html", code)) && shown.contains("src=\"live/plain.html\""),
            "{shown}"
        );
    }

    #[test]
    fn other_code_is_no_example_and_a_wrong_one_is_refused() {
        assert!(Example::begin("html", "").unwrap().is_none());
        assert!(Example::begin("js live x", "").unwrap().is_none());
        for wrong in
            ["html live x", "html live X expect=y", "html live x expect=y tall", "html live x height=a"]
        {
            assert!(Example::begin(wrong, "").is_err(), "{wrong}");
        }
    }
}
