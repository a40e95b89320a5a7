//! A translation memory: TMX 1.4, a unit for each link.
//!
//! The original is the source language. Sentences without a counterpart are no translation, and are left out; a unit of
//! several sentences a side is a block.

use super::Document;
use super::markup::Markup;
use super::sentence::lines;

/// What comes before the source's address, with places for the program's version and the source language.
const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="en-face" creationtoolversion="$" segtype="sentence" o-tmf="en-face" adminlang="en" datatype="plaintext" srclang="$">
"#;

pub(super) fn tmx(document: &Document) -> String {
    let [left, right] = &document.sides;
    let mut out = Markup::default();
    out.fill(HEAD, &[env!("CARGO_PKG_VERSION"), right.lang.tag()]);
    if let Some(source) = &document.page.source {
        out.fill("<prop type=\"x-source\">$</prop>\n", &[source]);
    }
    out.raw("</header>\n<body>\n");
    for link in &document.links {
        let one = link.left.len() == 1 && link.right.len() == 1;
        out.raw(if one { "<tu>\n" } else { "<tu segtype=\"block\">\n" });
        out.fill("<prop type=\"x-score\">$</prop>\n", &[&decimal(link.score)]);
        for (side, numbers) in [(right, &link.right), (left, &link.left)] {
            let text = lines(side, numbers);
            out.fill("<tuv xml:lang=\"$\"><seg>$</seg></tuv>\n", &[side.lang.tag(), &text]);
        }
        out.raw("</tu>\n");
    }
    out.raw("</body>\n</tmx>\n");
    out.0
}

/// A probability with two decimals. What the standard library would need for it costs the browser some kilobytes.
fn decimal(probability: f32) -> String {
    let hundredths = (probability.clamp(0.0, 1.0) * 100.0).round() as u32;
    match hundredths {
        100 => "1.00".to_owned(),
        _ => [if hundredths < 10 { "0.0" } else { "0." }, &hundredths.to_string()].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn probabilities_have_two_decimals() {
        for (value, printed) in [
            (0.0, "0.00"),
            (0.054, "0.05"),
            (0.834, "0.83"),
            (0.999, "1.00"),
            (7.0, "1.00"),
            (f32::NAN, "0.00"),
        ] {
            assert_eq!(decimal(value), printed);
        }
    }
}
