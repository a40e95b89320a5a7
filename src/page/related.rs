//! The list of related pages: titles in one or two languages, with or without dates.

use super::{Related, Titles, layout::bare};
use crate::lang::Script;

/// The entries of a related list, from its lines; neighbouring lines in two languages with no
/// two different dates are one entry.
pub(super) fn entries<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<Related> {
    let mut out: Vec<Related> = Vec::new();
    for line in lines {
        let (title, date) = dated(unlisted(bare(line)));
        let title = words(title);
        if title.is_empty() {
            continue;
        }
        let lang = Script::main(title).lang();
        let title = title.to_owned();
        if let Some(entry) = out.last_mut().filter(|entry| {
            entry.titles.iter().len() == 1
                && entry.titles.get(&lang).is_none()
                && (entry.date == date || entry.date.is_none() || date.is_none())
        }) {
            entry.titles.add(lang, title);
            entry.date = entry.date.take().or(date);
        } else {
            let mut titles = Titles::default();
            titles.add(lang, title);
            out.push(Related { titles, date });
        }
    }
    out
}

/// A line without its bullet.
fn unlisted(line: &str) -> &str {
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = if number.len() < line.len() {
        [". ", ") ", "、"].iter().find_map(|mark| number.strip_prefix(mark))
    } else {
        None
    };
    let bulleted = ["- ", "* ", "+ ", "• "].iter().find_map(|bullet| line.strip_prefix(bullet));
    numbered.or(bulleted).unwrap_or(line).trim()
}

/// A Markdown link's words without its address.
fn words(line: &str) -> &str {
    match line.strip_prefix('[').and_then(|rest| rest.split_once("](")) {
        Some((words, rest)) if rest.ends_with(')') && !rest[..rest.len() - 1].contains(')') => words,
        _ => line,
    }
}

/// A title and the date at its end or its start, as `YYYY-MM-DD`.
fn dated(line: &str) -> (&str, Option<String>) {
    let gap = |c: char| c.is_whitespace() || "|·,，—–".contains(c);
    let opening = |c: char| gap(c) || "([（【".contains(c);
    let closing = |c: char| gap(c) || ")]）】".contains(c);
    let part_of_date = |c: char| c.is_ascii_digit() || "-/.年月日".contains(c);

    let rest = line.trim_end_matches(closing);
    let title = rest.trim_end_matches(part_of_date);
    if let Some(date) = iso(&rest[title.len()..]) {
        return (title.trim_end_matches(opening).trim(), Some(date));
    }
    let rest = line.trim_start_matches(opening);
    let title = rest.trim_start_matches(part_of_date);
    match iso(&rest[..rest.len() - title.len()]) {
        Some(date) => (title.trim_start_matches(closing).trim(), Some(date)),
        None => (line.trim(), None),
    }
}

fn iso(date: &str) -> Option<String> {
    let mut parts = date.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let within = |part: &str, max| part.parse().is_ok_and(|value: u32| (1..=max).contains(&value));
    let right = year.len() == 4 && within(month, 12) && within(day, 31) && parts.next().is_none();
    right.then(|| {
        [
            year,
            "-",
            if month.len() < 2 { "0" } else { "" },
            month,
            "-",
            if day.len() < 2 { "0" } else { "" },
            day,
        ]
        .concat()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    fn read(text: &str) -> Vec<(Option<String>, Option<String>, Option<String>)> {
        let title = |entry: &Related, lang| entry.titles.get(&lang).map(str::to_owned);
        let entries = entries(text.lines());
        entries
            .iter()
            .map(|entry| (title(entry, Lang::ZH), title(entry, Lang::EN), entry.date.clone()))
            .collect()
    }

    fn entry(zh: &str, en: &str, date: &str) -> (Option<String>, Option<String>, Option<String>) {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        (some(zh), some(en), some(date))
    }

    #[test]
    fn lines_become_entries() {
        for (text, expected) in [
            ("", vec![]),
            ("灯塔 2024-05-02\nThe Light 2024-05-02", vec![entry("灯塔", "The Light", "2024-05-02")]),
            ("灯塔\nThe Light", vec![entry("灯塔", "The Light", "")]),
            ("灯塔\n渡口 2023年1月9日", vec![entry("灯塔", "", ""), entry("渡口", "", "2023-01-09")]),
            ("The Light\nThe Ferry", vec![entry("", "The Light", ""), entry("", "The Ferry", "")]),
            (
                "灯塔 2024-05-02\nThe Ferry 2024-05-03",
                vec![entry("灯塔", "", "2024-05-02"), entry("", "The Ferry", "2024-05-03")],
            ),
            ("灯塔\n\nThe Ferry", vec![entry("灯塔", "The Ferry", "")]),
            ("- [灯塔](https://example.org/a) (2024/5/2)", vec![entry("灯塔", "", "2024-05-02")]),
            ("- [灯塔](https://example.org/a)", vec![entry("灯塔", "", "")]),
            ("1. [灯塔](https://example.org/a)\n2. 渡口", vec![entry("灯塔", "", ""), entry("渡口", "", "")]),
            ("2024-05-02 灯塔", vec![entry("灯塔", "", "2024-05-02")]),
            ("The Class of 1998", vec![entry("", "The Class of 1998", "")]),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
