//! The sizes of what has just been built, on the page of figures.

use super::text::escaped;
use crate::project::Project;
use crate::size::{self, Total};
use anyhow::{Context, Result};
use std::fmt::Write;
use std::fs;

/// Where the table comes, in Markdown and on the page.
pub const PLACE: &str = "<!-- sizes -->";

/// Puts the table into the page, if there is one.
pub fn tell(project: &Project) -> Result<()> {
    let page = project.site().join("docs").join("figures.html");
    let Ok(text) = fs::read_to_string(&page) else { return Ok(()) };
    if !text.contains(PLACE) {
        return Ok(());
    }
    let text = text.replace(PLACE, &table(&size::totals(project)?));
    fs::write(&page, text).with_context(|| format!("cannot write {}", page.display()))
}

fn table(groups: &[Total]) -> String {
    let mut html = String::from(
        "<div class=\"table\"><table><thead><tr><td></td><th>as they are</th><th>after gzip</th><th>budget</th></tr></thead>\n<tbody>\n",
    );
    for Total { name, raw, gzip, budget } in groups {
        let budget = budget.map(grouped).unwrap_or_default();
        // Writing to a string does not fail.
        let _ = writeln!(
            html,
            "<tr><td>{}</td><td>{}</td><td>{}</td><td>{budget}</td></tr>",
            escaped(name),
            grouped(*raw),
            grouped(*gzip)
        );
    }
    html + "</tbody></table></div>"
}

/// A number with commas between its thousands.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_has_its_sizes_and_its_budget() {
        let table = table(&[
            Total { name: "wasm", raw: 571_485, gzip: 999, budget: Some(1_245_760) },
            Total { name: "rest", raw: 12, gzip: 7, budget: None },
        ]);
        assert!(table.contains("<td>wasm</td><td>571,485</td><td>999</td><td>1,245,760</td>"), "{table}");
        assert!(table.contains("<td>rest</td><td>12</td><td>7</td><td></td>"), "{table}");
    }
}
