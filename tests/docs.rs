//! What the documentation says is so: commands print what stands below them, and the links that the live examples show are of the
//! texts beside them.
#![cfg(not(target_arch = "wasm32"))]

use en_face::align::Regime;
use en_face::bitext::Bitext;
use en_face::export::Document;
use en_face::page::{self, Options, Page};
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};
use std::fs;
use std::path::Path;
use std::process::Command;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The blocks of code in a Markdown file: the words on their first line, and the code.
fn blocks(file: &Path) -> Vec<(String, String)> {
    let text = fs::read_to_string(file).unwrap();
    let mut found = Vec::new();
    let mut open = None;
    for event in Parser::new(&text) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                open = Some((info.to_string(), String::new()))
            }
            Event::Text(text) => {
                if let Some((_, code)) = &mut open {
                    code.push_str(&text);
                }
            }
            Event::End(TagEnd::CodeBlock) => found.extend(open.take()),
            _ => {}
        }
    }
    found
}

#[test]
fn commands_print_what_stands_below_them() {
    let mut runs = 0;
    for entry in fs::read_dir(Path::new(ROOT).join("docs")).unwrap().flatten() {
        let file = entry.path();
        if file.extension().is_none_or(|ending| ending != "md") {
            continue;
        }
        let blocks = blocks(&file);
        for (at, (_, command)) in blocks.iter().enumerate().filter(|(_, (info, _))| info == "sh run") {
            let words: Vec<&str> = command.split_whitespace().collect();
            assert_eq!(words.first(), Some(&"en-face"), "{command}");
            let mut program = Command::new(env!("CARGO_BIN_EXE_en-face"));
            let printed = program.current_dir(ROOT).args(&words[1..]).output().unwrap();
            let printed = String::from_utf8(printed.stdout).unwrap();
            assert_eq!(printed.trim_end(), blocks[at + 1].1.trim_end(), "{}: {command}", file.display());
            runs += 1;
        }
    }
    assert!(runs > 1, "{runs} commands were run");
}

#[test]
fn finished_links_of_the_examples_are_of_their_texts() {
    let cases = [
        ("docs/live/lighthouse.txt", "docs/live/lighthouse.json", Some(Regime::Summary)),
        ("seeds/library-hours.txt", "docs/live/library-hours.json", None),
    ];
    for (text, links, regime) in cases {
        let read = |name: &str| fs::read(Path::new(ROOT).join(name)).unwrap();
        let (text, _) = page::decode(read(text)).unwrap();
        let bitext = Bitext::new(Page::parse(text, &Options::default()).unwrap());
        let made = Document::new(&bitext, bitext.align(regime, None));
        let kept: Document = serde_json::from_slice(&read(links)).unwrap();
        assert_eq!(
            (kept.version, &kept.page, &kept.sides),
            (made.version, &made.page, &made.sides),
            "{links}"
        );
        kept.check().unwrap();
        assert!(!kept.links.is_empty(), "{links}");
    }
}
