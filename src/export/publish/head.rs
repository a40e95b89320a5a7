//! What a published page says of itself: its own address, its languages, its other formats, and what its texts are to
//! each other, in schema.org's terms.

use super::{GENERATOR, Place};
use crate::align::Regime;
use crate::export::Document;
use crate::export::markup::Markup;
use crate::export::sentence::{lines, tidy};
use crate::lang::Lang;
use crate::page::safe_link;
use serde::Serialize;

/// The head's lines, to stand before the style.
pub(super) fn head(document: &Document, place: Place<'_>) -> String {
    let mut out = Markup::default();
    generator(&mut out);
    let address = place.base.map(|base| base.of(&[place.name, ".html"].concat()));
    if let Some(address) = &address {
        // The page has both texts: it is where readers of either language are sent.
        out.fill("<link rel=\"canonical\" href=\"$\">\n", &[address]);
        for lang in languages(document) {
            out.fill("<link rel=\"alternate\" hreflang=\"$\" href=\"$\">\n", &[lang, address]);
        }
    }
    for (ending, kind) in [(".json", "application/json"), (".tmx", "application/x-tmx+xml")] {
        out.fill("<link rel=\"alternate\" type=\"$\" href=\"$\">\n", &[kind, &place.address(ending)]);
    }
    out.raw("<script type=\"application/ld+json\">");
    out.raw(&in_script(&described(document, address.as_deref())));
    out.raw("</script>\n");
    out.0
}

pub(super) fn generator(out: &mut Markup) {
    out.raw(GENERATOR);
    out.fill("$\">\n", &[env!("CARGO_PKG_VERSION")]);
}

/// The languages that the page has text in, as far as they are known.
fn languages(document: &Document) -> Vec<&str> {
    let written = document.sides.iter().filter(|side| !side.sentences.is_empty());
    let mut languages: Vec<&str> = written.filter_map(|side| known(&side.lang)).collect();
    languages.dedup();
    languages
}

fn known(lang: &Lang) -> Option<&str> {
    Some(lang.tag()).filter(|_| *lang != Lang::UND)
}

/// The page. <https://schema.org/WebPage>
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WebPage<'a> {
    #[serde(rename = "@context")]
    context: &'a str,
    #[serde(rename = "@type")]
    kind: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    in_language: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    main_entity: Option<Article<'a>>,
}

/// One of its texts. <https://schema.org/Article>
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Article<'a> {
    #[serde(rename = "@type")]
    kind: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    headline: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_language: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    /// What sums this text up, in its own language.
    #[serde(rename = "abstract", skip_serializing_if = "Option::is_none")]
    summary: Option<Literal<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    translation_of_work: Option<Box<Article<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_based_on: Option<Box<Article<'a>>>,
}

/// A text with its language, as JSON-LD has it.
#[derive(Serialize)]
struct Literal<'a> {
    #[serde(rename = "@value")]
    text: String,
    #[serde(rename = "@language", skip_serializing_if = "Option::is_none")]
    lang: Option<&'a str>,
}

/// The page as JSON-LD: the first text, and the original as what it is a translation of, or as what it is based on and
/// sums up.
fn described(document: &Document, address: Option<&str>) -> String {
    let [left, right] = &document.sides;
    let article = |side: usize| Article {
        kind: "Article",
        headline: document.title(side).map(tidy),
        in_language: known(&document.sides[side].lang),
        url: None,
        summary: None,
        translation_of_work: None,
        is_based_on: None,
    };
    let source = document.page.source.as_deref().and_then(safe_link);
    let original =
        (source.is_some() || !right.sentences.is_empty()).then(|| Article { url: source, ..article(1) });
    let main_entity = match (left.sentences.is_empty(), original) {
        (true, original) => original,
        (false, None) => Some(article(0)),
        (false, Some(original)) if document.regime == Regime::Parallel => {
            Some(Article { translation_of_work: Some(Box::new(original)), ..article(0) })
        }
        (false, Some(original)) => {
            let all: Vec<usize> = (0..left.sentences.len()).collect();
            let summary = Literal { text: lines(left, &all), lang: known(&left.lang) };
            let original = Article { summary: Some(summary), ..original };
            Some(Article { is_based_on: Some(Box::new(original)), ..article(0) })
        }
    };
    let page = WebPage {
        context: "https://schema.org",
        kind: "WebPage",
        url: address,
        in_language: languages(document),
        main_entity,
    };
    // Texts under keys that are texts: nothing that JSON could not write.
    serde_json::to_string(&page).unwrap_or_default()
}

/// JSON that ends no element and opens none, whatever its texts hold.
pub(super) fn in_script(json: &str) -> String {
    // Outside of texts JSON has none of them.
    json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}
