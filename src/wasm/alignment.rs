//! A finished alignment, from a JavaScript object to a document.
//!
//! By hand, and in the shape that the document's types give to JSON: what serde makes of them costs the browser 16 KB.

use super::failure;
use crate::align::{Check, CheckKind, Link, Regime};
use crate::export::{Document, DocumentBlock, DocumentRun, DocumentSentence, DocumentSide, PageInfo};
use crate::lang::Lang;
use crate::page::{BlockKind, Related, Titles};
use js_sys::{Array, Object, Reflect, Symbol};
use wasm_bindgen::prelude::*;

/// What is read, or an `Error` with the code `alignment` that names the field at fault.
type Read<T> = Result<T, JsValue>;

/// Reads a document. Its version and what it points at are not looked into.
pub(super) fn read(alignment: JsValue) -> Read<Document> {
    let top = At { value: alignment, within: None };
    Ok(Document {
        version: top.field("version")?.whole()?,
        page: page(&top.field("page")?)?,
        regime: regime(&top.field("regime")?)?,
        sides: top.field("sides")?.pair(side)?,
        links: top.field("links")?.list(link)?,
        checks: top.field_or("checks", Array::new().into())?.list(check)?,
    })
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
    Ok(match name.text()?.as_str() {
        "heading" => BlockKind::Heading,
        "paragraph" => BlockKind::Paragraph,
        "quote" => BlockKind::Quote,
        "list-item" => BlockKind::ListItem,
        "byline" => BlockKind::Byline,
        "comment-header" => BlockKind::CommentHeader,
        "code" => BlockKind::Code,
        _ => return Err(name.is_not("a kind of block")),
    })
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

/// A value, and where in the alignment it stands.
struct At<'a> {
    value: JsValue,
    /// What it is in, and as what; the alignment is in nothing.
    within: Option<(&'a At<'a>, Step<'a>)>,
}

/// The way from a value to one inside it.
#[derive(Clone, Copy)]
enum Step<'a> {
    Field(&'a str),
    Item(usize),
}

impl At<'_> {
    fn inner<'a>(&'a self, value: JsValue, step: Step<'a>) -> At<'a> {
        At { value, within: Some((self, step)) }
    }

    /// A field that has to be there.
    fn field<'a>(&'a self, name: &'a str) -> Read<At<'a>> {
        let (field, is_there) = self.look(name)?;
        if is_there { Ok(field) } else { Err(field.failure(" is missing")) }
    }

    /// A field, or this in its place where it is not there. `undefined` is there, as for the `in` of JavaScript.
    fn field_or<'a>(&'a self, name: &'a str, other: JsValue) -> Read<At<'a>> {
        let (field, is_there) = self.look(name)?;
        Ok(if is_there { field } else { At { value: other, ..field } })
    }

    fn look<'a>(&'a self, name: &'a str) -> Read<(At<'a>, bool)> {
        if !self.value.is_object() {
            return Err(self.is_not("an object"));
        }
        let key = JsValue::from_str(name);
        // A getter may throw; what it throws has no code.
        let Ok(value) = Reflect::get(&self.value, &key) else {
            return Err(self.inner(key, Step::Field(name)).is_not("readable"));
        };
        let is_there = !value.is_undefined() || Reflect::has(&self.value, &key).is_ok_and(|has| has);
        Ok((self.inner(value, Step::Field(name)), is_there))
    }

    /// The text in a field.
    fn words(&self, name: &str) -> Read<String> {
        self.field(name)?.text()
    }

    /// The text in a field, if there is one.
    fn words_or_none(&self, name: &str) -> Read<Option<String>> {
        let field = self.field_or(name, JsValue::NULL)?;
        if field.value.is_null() || field.value.is_undefined() { Ok(None) } else { field.text().map(Some) }
    }

    fn flag(&self, name: &str) -> Read<bool> {
        let field = self.field_or(name, JsValue::FALSE)?;
        field.value.as_bool().ok_or_else(|| field.is_not("true or false"))
    }

    fn text(&self) -> Read<String> {
        self.value.as_string().ok_or_else(|| self.is_not("a string"))
    }

    fn fraction(&self) -> Read<f32> {
        Ok(self.value.as_f64().ok_or_else(|| self.is_not("a number"))? as f32)
    }

    fn whole(&self) -> Read<u32> {
        // A cast keeps a whole number within range, and only that.
        let kept = |number: &f64| f64::from(*number as u32) == *number;
        let number = self.value.as_f64().filter(kept).ok_or_else(|| self.is_not("a whole number"))?;
        Ok(number as u32)
    }

    fn list<T>(&self, read: fn(&At<'_>) -> Read<T>) -> Read<Vec<T>> {
        let items = self.items()?;
        let read = |(at, value)| read(&self.inner(value, Step::Item(at)));
        items.iter().enumerate().map(read).collect()
    }

    /// The first two of a list.
    fn pair<T>(&self, read: fn(&At<'_>) -> Read<T>) -> Read<[T; 2]> {
        let items = self.items()?;
        if items.length() < 2 {
            return Err(self.is_not("a pair"));
        }
        let read = |at: u32| read(&self.inner(items.get(at), Step::Item(at as usize)));
        Ok([read(0)?, read(1)?])
    }

    /// What is in a list: in an array, or in anything else that can be gone through.
    fn items(&self) -> Read<Array> {
        let array = match self.value.dyn_ref::<Array>() {
            Some(array) => Some(array.clone()),
            None if self.is_iterable() => array_from(&self.value).ok(),
            None => None,
        };
        array.ok_or_else(|| self.is_not("a list"))
    }

    /// The entries of an object or a `Map`, each a key and a value.
    fn entries(&self) -> Read<Array> {
        if self.is_iterable() {
            return self.items();
        }
        let entries = if self.value.is_object() { object_entries(&self.value).ok() } else { None };
        entries.ok_or_else(|| self.is_not("an object"))
    }

    fn is_iterable(&self) -> bool {
        self.value.is_object()
            && Reflect::get(&self.value, &Symbol::iterator()).is_ok_and(|of| of.is_function())
    }

    fn is_not(&self, what: &str) -> JsValue {
        self.failure(&[" is not ", what].concat())
    }

    fn failure(&self, message: &str) -> JsValue {
        let path = self.path();
        let place = if path.is_empty() { "the alignment" } else { &path };
        failure("alignment", &[place, message].concat())
    }

    /// The way to it: `sides[0].sentences[3].text`.
    fn path(&self) -> String {
        let Some((outer, step)) = self.within else { return String::new() };
        let outer = outer.path();
        match step {
            Step::Item(at) => [&outer, "[", &at.to_string(), "]"].concat(),
            Step::Field(name) if outer.is_empty() => name.to_owned(),
            Step::Field(name) => [&outer, ".", name].concat(),
        }
    }
}

// Both as in js-sys, but for what a foreign value may throw.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = Array, js_name = from)]
    fn array_from(value: &JsValue) -> Result<Array, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Object, js_name = entries)]
    fn object_entries(value: &JsValue) -> Result<Array, JsValue>;
}
