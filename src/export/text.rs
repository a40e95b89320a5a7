//! Plain text: sentences with their counterparts below, and an empty line between the groups.

use super::Document;
use super::groups::groups;
use super::sentence::{lines, tidy};

pub(super) fn text(document: &Document) -> String {
    let mut out = String::new();
    let title = |side| tidy(document.title(side).unwrap_or_default());
    add(&mut out, &[title(0), title(1)]);
    let [left, right] = &document.sides;
    for group in groups(document) {
        add(&mut out, &[lines(left, &group.left), lines(right, &group.right)]);
    }
    out
}

/// Adds a group of one line or two, with an empty line before it.
fn add(out: &mut String, lines: &[String; 2]) {
    let mut before = if out.is_empty() { "" } else { "\n" };
    for line in lines.iter().filter(|line| !line.is_empty()) {
        out.push_str(before);
        out.push_str(line);
        out.push('\n');
        before = "";
    }
}
