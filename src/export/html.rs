//! A page that stands alone: both texts side by side, linked by style rules and by addresses, without a script.
//!
//! A sentence has a class for each of its links, numbered anew in each [row](super::rows), so that the rules which light up
//! the counterparts of what is pointed at, tapped or in focus are as many as the longest row has links, not as many as the
//! page has. Beside each sentence stand its links' numbers, each of which leads to the other side: by keyboard, on paper, and
//! where counterparts are out of sight.

use super::links::Links;
use super::markup::{Markup, tag};
use super::rows::{Row, rows};
use super::sentence::{Part, parts};
use super::{Document, DocumentRun, DocumentSentence};
use crate::align::Regime;
use crate::page::{BlockKind, safe_link};

const STYLE: &str = concat!(include_str!("paper.css"), include_str!("html.css"));

/// The most links of a row that light up, and the most sentences of a side that a browser looks through for them, once for
/// each: some 10 ms whenever the pointer moves. What has more is a summary of a book, or a text whose links cross; the
/// numbers still lead to its counterparts.
const LIT: usize = 400;
const LOOKED: usize = 150_000;

const SIDES: [&str; 2] = ["l", "r"];

const ROW: &str = "<div class=\"row\">\n";
const END: &str = "</div>\n";

/// The page's name in its window where it has no title.
const NAME: &str = "en-face";

/// What comes before the style, in whatever is a page of its own. The policy is first of all: no script runs, whatever a text may hold.
pub(super) const HEAD: &str = r#"<!DOCTYPE html>
<html lang="$">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src $; base-uri 'none'; form-action 'none'$">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>$</title>
"#;

/// Where a policy lets a page's style come from; `sheet` is the address of its file, if it has one.
pub(super) fn style_source(sheet: Option<&str>) -> &'static str {
    if sheet.is_some() { "'self'" } else { "'unsafe-inline'" }
}

/// What names a link's sentences on the other side while something of it is pointed at on the left, and on the right.
const RULES: [&str; 2] = [
    ".l:has(.k$:is(:hover,:focus-within,:target))~.r .k$",
    ".l:has(~.r .k$:is(:hover,:focus-within,:target)) .k$",
];

/// What a link's sentences on one side look like then.
const SHINE: &str = " {
  --shade: var(--match); --line: var(--match-line); --quiet: var(--ink); color: var(--ink); text-decoration-line: underline; text-decoration-style: dashed;
}}
";

pub(super) fn html(document: &Document) -> String {
    let [page, _] = html_with(document, &Extra::default());
    page
}

/// What a web site has besides in the page's head.
#[derive(Default)]
pub(super) struct Extra<'a> {
    /// Lines of markup.
    pub lines: &'a str,
    /// The address of a file with the page's style, where that is not in the page.
    pub sheet: Option<&'a str>,
    /// More of the page's style.
    pub style: &'a str,
    /// What its policy says further, from a semicolon on.
    pub policy: &'a str,
    /// Markup before the texts and after them.
    pub around: [&'a str; 2],
}

/// The page, and its style where that goes into a file.
pub(super) fn html_with(document: &Document, extra: &Extra<'_>) -> [String; 2] {
    let rows = rows(document);
    let Links(links) = Links::of(document);
    let (local, most) = numbered(document, &rows, &links[0]);
    let mut longest = [0, 0];
    for [left, right] in &rows {
        longest = [longest[0].max(left.len()), longest[1].max(right.len())];
    }
    let mut page = Page { document, links, local, out: Markup::default() };
    let sheet = style(most, longest) + extra.style;
    page.head(extra, &sheet);
    let kind = match document.regime {
        _ if document.has_one_text() => "alone",
        Regime::Summary => "summary",
        Regime::Parallel => "parallel",
    };
    page.out.raw(extra.around[0]);
    page.out.fill("<main class=\"$\">\n", &[kind]);
    if let ([row], false) = (&*rows, document.has_one_text()) {
        // In one column, too, a text follows its own title.
        page.row(Some(row), true);
    } else {
        // Where texts go piece by piece, their titles do so as the first of the pieces.
        page.row(None, true);
        for row in &rows {
            page.row(Some(row), false);
        }
    }
    page.out.raw("</main>\n");
    page.out.raw(extra.around[1]);
    page.out.raw("</html>\n");
    [page.out.0, sheet]
}

/// For each link its number in its row, and the most of a row, as far as they light up.
fn numbered(document: &Document, rows: &[Row], links: &[Vec<usize>]) -> (Vec<usize>, usize) {
    let mut local = vec![LIT; document.links.len()];
    let mut most = 0;
    for [lefts, _] in rows {
        let mut next = 0;
        for &number in links[lefts.clone()].iter().flatten() {
            if local[number] == LIT && next < LIT {
                local[number] = next;
                next += 1;
            }
        }
        most = most.max(next);
    }
    (local, most)
}

/// The rules for a page whose rows have so many links at most, and so many sentences.
fn style(most: usize, longest: [usize; 2]) -> String {
    let mut out = Markup::default();
    out.raw(STYLE);
    // In a layer, so that what is pointed at itself looks so whatever else lights it up.
    let mut before = "@layer {\n";
    for (rule, longest) in RULES.into_iter().zip(longest) {
        for link in 0..if most * longest <= LOOKED { most } else { 0 } {
            let number = link.to_string();
            out.raw(before);
            out.fill(rule, &[&*number; 2]);
            before = ",\n";
        }
    }
    out.raw(if before == ",\n" { SHINE } else { "" });
    out.0
}

struct Page<'a> {
    document: &'a Document,
    /// For each sentence of each side its links.
    links: [Vec<Vec<usize>>; 2],
    /// For each link its number in its row; [`LIT`] where it does not light up.
    local: Vec<usize>,
    out: Markup,
}

impl<'a> Page<'a> {
    fn head(&mut self, extra: &Extra<'_>, sheet: &str) {
        let title = self.document.title(0).or(self.document.title(1)).unwrap_or(NAME);
        let out = &mut self.out;
        out.fill(HEAD, &[self.document.sides[0].lang.tag(), style_source(extra.sheet), extra.policy, title]);
        out.raw(extra.lines);
        if let Some(address) = extra.sheet {
            out.fill("<link rel=\"stylesheet\" href=\"$\">\n", &[address]);
        } else {
            out.raw("<style>\n");
            out.raw(sheet);
            out.raw("</style>\n");
        }
    }

    /// A side's title, and where the original is from.
    fn title(&mut self, side: usize) {
        if let Some(title) = self.document.title(side) {
            self.out.fill("<h1>$</h1>\n", &[title]);
        }
        if let Some(address) = self.source().filter(|_| side == 1) {
            let link = "<p class=\"source\"><a href=\"$\" rel=\"noreferrer\">$</a></p>\n";
            self.out.fill(link, &[address, address]);
        }
    }

    fn source(&self) -> Option<&'a str> {
        self.document.page.source.as_deref().and_then(safe_link)
    }

    fn open_side(&mut self, side: usize) {
        let lang = self.document.sides[side].lang.tag();
        self.out.fill("<div class=\"$\" lang=\"$\" dir=\"auto\">\n", &[SIDES[side], lang]);
    }

    /// What stands side by side: of each text its title, if they are wanted, and sentences. What both have none of is left
    /// out, and on a page with one text what the other has none of.
    fn row(&mut self, row: Option<&Row>, has_titles: bool) {
        let none = [0..0, 0..0];
        let row = row.unwrap_or(&none);
        let is_empty = |side: usize| {
            let title = self.document.title(side).is_some() || side == 1 && self.source().is_some();
            row[side].is_empty() && !(has_titles && title)
        };
        let empty = [is_empty(0), is_empty(1)];
        let is_alone = self.document.has_one_text();
        if empty == [true; 2] {
            return;
        }
        self.out.raw(ROW);
        for (side, sentences) in row.iter().enumerate().filter(|&(side, _)| !(is_alone && empty[side])) {
            self.open_side(side);
            if has_titles {
                self.title(side);
            }
            let mut in_list = false;
            for part in parts(&self.document.sides[side], sentences.clone()) {
                let item = part.kind == BlockKind::ListItem;
                if item != in_list {
                    self.out.raw(if item { "<ul role=\"list\">\n" } else { "</ul>\n" });
                }
                in_list = item;
                self.block(side, &part);
            }
            self.out.raw(if in_list { "</ul>\n" } else { "" });
            self.out.raw(END);
        }
        self.out.raw(END);
    }

    fn block(&mut self, side: usize, part: &Part<'_>) {
        // The titles are `h1` here: nothing stands above them.
        let tag = tag(part.kind, "h2");
        self.out.fill("<$ class=\"$\"", &[tag, part.kind.name()]);
        if let Some(marker) = part.marker {
            self.out.fill(" data-marker=\"$\"", &[marker]);
        }
        self.out.raw(">");
        let document = self.document;
        let mut before: Option<&DocumentSentence> = None;
        for at in part.sentences.clone() {
            let sentence = &document.sides[side].sentences[at];
            if before.is_some_and(|before| before.is_spaced_from(sentence)) {
                self.out.raw(" ");
            }
            before = Some(sentence);
            self.sentence(side, at, sentence);
        }
        self.out.fill("</$>\n", &[tag]);
    }

    /// A sentence with its number. It can be tapped, but is no stop for the keyboard: its links are.
    fn sentence(&mut self, side: usize, at: usize, sentence: &DocumentSentence) {
        let links = &self.links[side][at];
        self.out.fill("<span id=\"$$\" class=\"s", &[SIDES[side], &at.to_string()]);
        self.out.raw(if links.is_empty() { "" } else { " k" });
        for &link in links.iter().filter(|&&link| self.local[link] < LIT) {
            self.out.fill(" k$", &[&self.local[link].to_string()]);
        }
        self.out.raw(if sentence.sets_direction() { "\" dir=\"auto" } else { "" });
        self.out.raw(if links.is_empty() { "\">" } else { "\" tabindex=\"-1\">" });
        if sentence.runs.is_empty() {
            self.out.text(&sentence.text);
        }
        for run in &sentence.runs {
            write_run(&mut self.out, run);
        }
        for &number in links {
            let link = &self.document.links[number];
            let others = [&link.right, &link.left][side];
            let best = link.best[1 - side];
            let to = if others.contains(&best) { best } else { others[0] };
            let texts = [SIDES[1 - side], &to.to_string(), &(number + 1).to_string()];
            self.out.fill("<a class=\"n\" href=\"#$$\">$</a>", &texts);
        }
        self.out.raw("</span>");
    }
}

/// A run inside the elements that its style asks for.
fn write_run(out: &mut Markup, run: &DocumentRun) {
    let address = run.link.as_deref().and_then(safe_link);
    if let Some(address) = address {
        out.fill("<a href=\"$\" rel=\"noreferrer\">", &[address]);
    }
    let styles = [
        (run.strong, "strong"),
        (run.emphasis, "em"),
        (run.struck, "s"),
        (run.code, "code"),
        (run.image, "i"),
    ];
    let set = styles.iter().filter(|(set, _)| *set);
    for (_, tag) in set.clone() {
        out.fill("<$>", &[tag]);
    }
    out.text(&run.text);
    for (_, tag) in set.rev() {
        out.fill("</$>", &[tag]);
    }
    out.raw(if address.is_some() { "</a>" } else { "" });
}
