//! A finished alignment, from a JavaScript object to a document: for exports, since `www/component/view.js` shows one.
//!
//! By hand, and in the shape that the document's types give to JSON: what serde makes of them costs the browser 16 KB.

use super::at::{At, Read, Step};
use super::failure;
use crate::align::{Check, CheckKind, Link, Regime};
use crate::export::{
    Document, DocumentBlock, DocumentRun, DocumentSentence, DocumentSide, PageInfo, VERSION,
};
use crate::lang::Lang;
use crate::page::{BlockKind, Related, Titles};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;

/// Reads an alignment, and looks whether everything that it points at is there.
pub(super) fn document(alignment: JsValue) -> Read<Document> {
    let top = At::top(alignment);
    let version = top.field("version")?.whole()?;
    if version != VERSION {
        return Err(failure("alignment", "this alignment has another version than 1"));
    }
    let document = Document {
        version,
        page: page(&top.field("page")?)?,
        regime: regime(&top.field("regime")?)?,
        sides: top.field("sides")?.pair(side)?,
        links: top.field("links")?.list(link)?,
        checks: top.field_or("checks", Array::new().into())?.list(check)?,
    };
    document.check().map_err(|message| failure("alignment", message))?;
    Ok(document)
}

fn page(page: &At<'_>) -> Read<PageInfo> {
    Ok(PageInfo {
        titles: titles(&page.field_or("titles", Object::new().into())?)?,
        source: page.words_or_none("source")?,
        related: page.field_or("related", Array::new().into())?.list(related)?,
    })
}

fn related(entry: &At<'_>) -> Read<Related> {
    Ok(Related { titles: titles(&entry.field("titles")?)?, date: entry.words_or_none("date")? })
}

fn titles(by_lang: &At<'_>) -> Read<Titles> {
    let mut titles = Titles::default();
    for entry in by_lang.entries()?.iter() {
        let [lang, title] = [0, 1].map(|at| Reflect::get_u32(&entry, at).unwrap_or_default());
        let lang = lang.as_string().ok_or_else(|| by_lang.is_not("keyed by language"))?;
        let title = by_lang.inner(title, Step::Field(&lang)).text()?;
        titles.add(Lang::new(lang), title);
    }
    Ok(titles)
}

fn side(side: &At<'_>) -> Read<DocumentSide> {
    Ok(DocumentSide {
        lang: Lang::new(side.words("lang")?),
        blocks: side.field("blocks")?.list(block)?,
        sentences: side.field("sentences")?.list(sentence)?,
    })
}

fn block(block: &At<'_>) -> Read<DocumentBlock> {
    Ok(DocumentBlock {
        kind: block_kind(&block.field("kind")?)?,
        sentences: block.field("sentences")?.pair(number)?,
        marker: block.words_or_none("marker")?.map(String::into_boxed_str),
    })
}

fn sentence(sentence: &At<'_>) -> Read<DocumentSentence> {
    Ok(DocumentSentence {
        text: sentence.words("text")?,
        start: number(&sentence.field("start")?)?,
        end: number(&sentence.field("end")?)?,
        runs: sentence.field_or("runs", Array::new().into())?.list(run)?,
    })
}

fn run(run: &At<'_>) -> Read<DocumentRun> {
    Ok(DocumentRun {
        text: run.field_or("text", "".into())?.text()?,
        emphasis: run.flag("emphasis")?,
        strong: run.flag("strong")?,
        code: run.flag("code")?,
        struck: run.flag("struck")?,
        image: run.flag("image")?,
        link: run.words_or_none("link")?,
    })
}

fn link(link: &At<'_>) -> Read<Link> {
    Ok(Link {
        left: link.field("left")?.list(number)?,
        right: link.field("right")?.list(number)?,
        best: link.field("best")?.pair(number)?,
        score: link.field("score")?.fraction()?,
    })
}

fn check(check: &At<'_>) -> Read<Check> {
    Ok(Check {
        left: number(&check.field("left")?)?,
        right: number(&check.field("right")?)?,
        kind: check_kind(&check.field("kind")?)?,
        found: check.words("found")?,
        expected: check.words("expected")?,
    })
}

fn number(number: &At<'_>) -> Read<usize> {
    Ok(number.whole()? as usize)
}

fn regime(name: &At<'_>) -> Read<Regime> {
    Ok(match name.text()?.as_str() {
        "summary" => Regime::Summary,
        "parallel" => Regime::Parallel,
        _ => return Err(name.is_not("summary or parallel")),
    })
}

fn block_kind(name: &At<'_>) -> Read<BlockKind> {
    let text = name.text()?;
    let kind = BlockKind::ALL.into_iter().find(|kind| kind.name() == text);
    kind.ok_or_else(|| name.is_not("a kind of block"))
}

fn check_kind(name: &At<'_>) -> Read<CheckKind> {
    Ok(match name.text()?.as_str() {
        "quantity" => CheckKind::Quantity,
        "percentage" => CheckKind::Percentage,
        "money" => CheckKind::Money,
        "date" => CheckKind::Date,
        _ => return Err(name.is_not("a kind of check")),
    })
}
