//! What a block of text is on the page, and how a line's looks tell: byline, comment header, heading, list item.

use crate::lang::is_cjk;
use serde::{Deserialize, Serialize};

/// What a block of text is on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// A sub-heading.
    Heading,
    /// Somebody else's words, set apart.
    Quote,
    /// One entry of a list, or a numbered point.
    ListItem,
    /// Who wrote or sent the text.
    Byline,
    /// Who wrote a forum comment, when, and its menu.
    CommentHeader,
    /// Program text.
    Code,
}

impl BlockKind {
    /// All of them, each at its number.
    pub const ALL: [BlockKind; 7] = [
        BlockKind::Paragraph,
        BlockKind::Heading,
        BlockKind::Quote,
        BlockKind::ListItem,
        BlockKind::Byline,
        BlockKind::CommentHeader,
        BlockKind::Code,
    ];

    /// Its name in JSON and in markup.
    pub fn name(self) -> &'static str {
        match self {
            BlockKind::Paragraph => "paragraph",
            BlockKind::Heading => "heading",
            BlockKind::Quote => "quote",
            BlockKind::ListItem => "list-item",
            BlockKind::Byline => "byline",
            BlockKind::CommentHeader => "comment-header",
            BlockKind::Code => "code",
        }
    }
}

/// The kind of a block that no markup tells, with `near_start` for the first few of a text.
pub(super) fn of_line(line: &str, near_start: bool) -> BlockKind {
    if is_comment_header(line) {
        BlockKind::CommentHeader
    } else if line.starts_with('>') {
        BlockKind::Quote
    } else if near_start && is_byline(line) {
        BlockKind::Byline
    } else if is_list_item(line) {
        BlockKind::ListItem
    } else if is_heading(line) {
        BlockKind::Heading
    } else {
        BlockKind::Paragraph
    }
}

/// The kind of a block that markup tells to be a paragraph: it has none for bylines and comment headers.
pub(super) fn of_paragraph(text: &str, near_start: bool) -> BlockKind {
    match of_line(text, near_start) {
        kind @ (BlockKind::Byline | BlockKind::CommentHeader) => kind,
        _ => BlockKind::Paragraph,
    }
}

const MENU: &[&str] = &["| prev", "| next", "| parent", "| root", "| reply", "[–]", "[-]", "[+]"];
const AGO: &[&str] = &[
    " minutes ago",
    " minute ago",
    " hours ago",
    " hour ago",
    " days ago",
    " day ago",
    " months ago",
    " years ago",
];

/// Who wrote a forum comment and when: a name, an age, a menu.
fn is_comment_header(line: &str) -> bool {
    const LONGEST: usize = 160;
    if line.len() > LONGEST {
        return false;
    }
    let menu = MENU.iter().filter(|entry| line.contains(**entry)).count();
    let aged = AGO.iter().any(|age| {
        line.split(age).next().is_some_and(|name| name.len() < line.len() && ends_in_number(name))
    });
    menu >= 2 || aged && (menu >= 1 || line.ends_with(" ago") && line.split(' ').count() <= 4)
}

fn ends_in_number(text: &str) -> bool {
    text.ends_with(|c: char| c.is_ascii_digit())
}

const BY: &[&str] = &[
    "By ",
    "by ",
    "BY ",
    "Authored by ",
    "Written by ",
    "Posted by ",
    "Reported by ",
    "From our ",
    "Submitted by ",
];
const BY_ZH: &[&str] = &["作者", "撰文", "文/", "文／", "记者", "記者", "编辑", "編輯", "译者", "譯者"];
const AFTER_ZH: &[&str] = &["报道", "報道", "報導", "撰文", "编译", "編譯"];

/// Who wrote the text: a short line that begins with by-words and ends without a sentence's end.
pub(super) fn is_byline(line: &str) -> bool {
    const LONGEST: usize = 130;
    let line = line.trim();
    if line.len() > LONGEST
        || line.ends_with(['.', '!', '?', '。', '！', '？', '”']) && !line.ends_with(" Jr.")
    {
        return false;
    }
    let named =
        |rest: &str| rest.starts_with(|c: char| c.is_uppercase() || is_cjk(c)) || rest.starts_with("the ");
    BY.iter().any(|by| line.strip_prefix(by).is_some_and(|rest| named(rest) || by.starts_with("From")))
        || line.chars().count() <= 24
            && (BY_ZH.iter().any(|by| line.starts_with(by)) || AFTER_ZH.iter().any(|by| line.ends_with(by)))
}

/// A numbered or bulleted point: `1)`, `2.`, `(3)`, `（四）`, `五、`, `•`, `- `.
fn is_list_item(line: &str) -> bool {
    let rest = line.trim_start_matches(['(', '（']);
    let opened = rest.len() < line.len();
    let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let zh = rest.trim_start_matches(|c| "一二三四五六七八九十".contains(c));
    let marked = |after: &str, marks: &[char]| {
        let number = rest.len() - after.len();
        let mut chars = after.chars();
        let mark = chars.next();
        let spaced = chars.next().is_none_or(|c| c.is_whitespace() || is_cjk(c));
        (1..=9).contains(&number)
            && mark.is_some_and(|c| marks.contains(&c))
            && (spaced || mark == Some('、'))
    };
    if opened {
        return marked(digits, &[')', '）']) || marked(zh, &[')', '）']);
    }
    digits.len() + 3 >= rest.len() && marked(digits, &['.', ')', '）', '、', '．'])
        || marked(zh, &['、', '．'])
        || line.starts_with('•')
        || ["- ", "* ", "+ ", "– "].iter().any(|bullet| line.starts_with(bullet))
}

/// A title inside the text: short, and without a sentence's end or a comma at its end.
fn is_heading(line: &str) -> bool {
    const LONGEST: usize = 90;
    const WORDS: std::ops::RangeInclusive<usize> = 1..=12;
    let end = |c: char| ".。!！…,，;；:：、”’\"'".contains(c);
    let asks = line.ends_with(['?', '？']);
    let begins = line.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || is_cjk(c));
    let words = line.split_whitespace().count();
    let inside = line.contains(['。', '！']) || line.contains(". ") && !line.contains("vs. ");
    line.len() <= LONGEST
        && WORDS.contains(&words)
        && begins
        && !inside
        && !line.ends_with(end)
        && (!asks || line.contains(is_cjk) || words >= 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_tell() {
        use BlockKind::*;
        for (line, kind) in [
            ("marta 3 hours ago | prev | next [–]", CommentHeader),
            ("marta 1 hour ago | root | parent | next [–]", CommentHeader),
            ("n_7 2 days ago", CommentHeader),
            ("It was built 40 years ago", Heading),
            ("> nobody reads this", Quote),
            ("By Ann Lee", Byline),
            ("Authored by Ann Lee via example,", Byline),
            ("From our correspondent in Port Sand", Byline),
            ("林秋 报道", Byline),
            ("By noon the square was empty.", Paragraph),
            ("1) who knew?; and", ListItem),
            ("2. Close the door.", ListItem),
            ("（三）关门", ListItem),
            ("四、关门", ListItem),
            ("十年前,他走了。", Paragraph),
            ("1998 was a good year.", Paragraph),
            ("3.5 million people came.", Paragraph),
            ("• one", ListItem),
            ("Who Blinked", Heading),
            ("How often will it close?", Heading),
            ("建在淤泥之上", Heading),
            ("“Really?”", Paragraph),
            ("Why?", Paragraph),
            ("He was right.", Paragraph),
            ("To judge between them, one has to answer two questions:", Paragraph),
            ("他走了。她没走", Paragraph),
        ] {
            assert_eq!(of_line(line, true), kind, "{line}");
        }
        assert_eq!(of_line("By Ann Lee", false), Heading);
    }
}
