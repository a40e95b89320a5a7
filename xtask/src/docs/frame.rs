//! What stands around a page's content: the head, the bar, the list of pages, what comes before and after.

use super::book::{Book, PAGES, Page};
use super::markdown::Rendered;
use super::text::escaped;
use std::fmt::Write;

/// A page whole.
pub fn page(_book: &Book, page: &Page, rendered: &Rendered) -> String {
    let title = if page.name == "index" {
        "en-face: documentation".to_owned()
    } else {
        format!("{} – en-face", rendered.title)
    };
    // The content last: nothing in it is a place to be filled.
    include_str!("page.html")
        .replace("{{title}}", &escaped(&title))
        .replace("{{description}}", &escaped(&rendered.summary))
        .replace("{{pages}}", &list(page, rendered))
        .replace("{{neighbours}}", &neighbours(page))
        .replace("{{content}}", &rendered.html)
}

/// The list of pages, part by part; below the one that is shown its sections.
fn list(shown: &Page, rendered: &Rendered) -> String {
    let mut html = String::new();
    let mut part = "";
    for page in PAGES {
        if page.part != part {
            html += if part.is_empty() { "" } else { "</ul>\n" };
            part = page.part;
            // Writing to a string does not fail.
            let _ = write!(html, "<h2>{}</h2>\n<ul>\n", escaped(part));
        }
        let is_shown = page.name == shown.name;
        let current = if is_shown { " aria-current=\"page\"" } else { "" };
        let _ = write!(html, "<li><a href=\"{}.html\"{current}>{}</a>", page.name, escaped(page.label));
        if is_shown && rendered.sections.len() > 1 {
            html += "\n<ul>\n";
            for (anchor, text) in &rendered.sections {
                let _ = writeln!(html, "<li><a href=\"#{anchor}\">{}</a></li>", escaped(text));
            }
            html += "</ul>\n";
        }
        html += "</li>\n";
    }
    html + "</ul>"
}

/// Links to the pages before and after in reading order.
fn neighbours(shown: &Page) -> String {
    let at = PAGES.iter().position(|page| page.name == shown.name);
    let before = at.and_then(|at| at.checked_sub(1)).and_then(|at| PAGES.get(at));
    let after = at.and_then(|at| PAGES.get(at + 1));
    let link = |page: Option<&Page>, relation: &str, word: &str| {
        page.map_or_else(String::new, |page| {
            format!(
                "<a rel=\"{relation}\" href=\"{}.html\"><span>{word}</span> {}</a>",
                page.name,
                escaped(page.label)
            )
        })
    };
    link(before, "prev", "Before") + &link(after, "next", "Next")
}
