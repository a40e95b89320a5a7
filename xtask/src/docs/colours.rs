//! Code in colours: comments, words of the language, strings. Enough to find one's way, in five languages.

use super::text::escaped;
use regex::Regex;

/// What is coloured in a language: a group for each class, `c` comments, `w` words and tags, `s` strings.
fn rules(language: &str) -> Option<&'static str> {
    Some(match language {
        "html" => r#"(?P<c><!--[\s\S]*?-->)|(?P<w></?[a-zA-Z][\w-]*|/?>)|(?P<s>"[^"\n]*")"#,
        "css" => r#"(?P<c>/\*[\s\S]*?\*/)|(?P<s>"[^"\n]*")|(?P<w>::?[a-z][\w-]*(?:\([\w-]+\))?|@[a-z-]+)"#,
        "js" | "ts" => {
            r#"(?P<c>//[^\n]*)|(?P<s>'[^'\n]*'|"[^"\n]*"|`[^`]*`)|\b(?P<w>const|let|for|of|new|await|async|import|from|export|function|return|if|else|type)\b"#
        }
        "sh" => r#"(?P<c>(?:^|\s)#[^\n]*)|(?P<s>"[^"\n]*"|'[^'\n]*')|(?m:^)(?P<w>[a-z][\w-]*)"#,
        "json" => r#"(?P<s>"[^"\n]*")"#,
        _ => return None,
    })
}

/// A program's text as markup.
pub fn coloured(language: &str, code: &str) -> String {
    let Some(rules) = rules(language).and_then(|rules| Regex::new(rules).ok()) else { return escaped(code) };
    let mut html = String::new();
    let mut done = 0;
    for found in rules.captures_iter(code) {
        let group = ["c", "w", "s"].into_iter().find_map(|class| Some((class, found.name(class)?)));
        let Some((class, text)) = group else { continue };
        html += &escaped(&code[done..text.start()]);
        html += &format!("<span class=\"{class}\">{}</span>", escaped(text.as_str()));
        done = text.end();
    }
    html + &escaped(&code[done..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_colours() {
        let cases = [
            (
                "html",
                "<b id=\"x\">a</b>",
                "<span class=\"w\">&lt;b</span> id=<span class=\"s\">&quot;x&quot;</span>",
            ),
            (
                "js",
                "const a = 'b'; // c",
                "<span class=\"w\">const</span> a = <span class=\"s\">'b'</span>; <span class=\"c\">// c",
            ),
            ("css", "a::part(b) { c: d; }", "a<span class=\"w\">::part(b)</span> { c: d; }"),
            (
                "sh",
                "en-face align # now",
                "<span class=\"w\">en-face</span> align<span class=\"c\"> # now</span>",
            ),
            ("text", "const a", "const a"),
        ];
        for (language, code, expected) in cases {
            let html = coloured(language, code);
            assert!(html.starts_with(expected), "{language}: {html}");
        }
    }

    #[test]
    fn the_rules_of_every_language_can_be_read() {
        for language in ["html", "css", "js", "ts", "sh", "json"] {
            assert!(Regex::new(rules(language).unwrap()).is_ok(), "{language}");
        }
    }
}
