//! Text in markup: escaped, with its Chinese marked, as code, as an anchor.

use super::colours::coloured;

/// A block of code that can be scrolled by keyboard and copied.
pub fn code_block(language: &str, code: &str) -> String {
    let language = if language.is_empty() { "text" } else { language };
    format!(
        "<pre class=\"code\" data-language=\"{}\"><code>{}</code></pre>\n",
        escaped(language),
        coloured(language, code)
    )
}

/// Text in markup, also between quotation marks.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Text in markup, its Chinese marked as such: it is spoken and set otherwise.
pub fn tagged(text: &str) -> String {
    let mut html = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(is_han) {
        let (before, han) = rest.split_at(start);
        let end =
            han.find(|c: char| !is_han(c) && !is_han_mark(c) && !c.is_ascii_digit()).unwrap_or(han.len());
        html += &escaped(before);
        html += &format!("<span lang=\"zh\">{}</span>", escaped(&han[..end]));
        rest = &han[end..];
    }
    html + &escaped(rest)
}

/// Whether a character is a Chinese one.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}

/// Marks that belong to the Chinese between them.
fn is_han_mark(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}' | '·')
}

/// The anchor of a heading, as code hosts make it.
pub fn slug(text: &str) -> String {
    let kept = text.trim().chars().filter(|c| c.is_alphanumeric() || [' ', '-', '_'].contains(c));
    kept.flat_map(char::to_lowercase).map(|c| if c == ' ' { '-' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_are_those_of_code_hosts() {
        let cases = [
            ("Speed and size", "speed-and-size"),
            ("What differs from the first sketch", "what-differs-from-the-first-sketch"),
            ("The file, version 1", "the-file-version-1"),
            ("`cargo xtask` — 说明", "cargo-xtask--说明"),
        ];
        for (text, expected) in cases {
            assert_eq!(slug(&text.replace('`', "")), expected);
        }
    }

    #[test]
    fn chinese_is_marked_as_such() {
        assert_eq!(tagged("a<b 停火，3艘船 is"), "a&lt;b <span lang=\"zh\">停火，3艘船</span> is");
        assert_eq!(tagged("托马斯·黑尔"), "<span lang=\"zh\">托马斯·黑尔</span>");
    }

    #[test]
    fn code_is_never_markup() {
        let block = code_block("text", "<b title=\"&\">");
        assert!(block.contains("&lt;b title=&quot;&amp;&quot;&gt;"), "{block}");
    }
}
