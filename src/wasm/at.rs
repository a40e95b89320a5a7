//! A JavaScript value and the way to it, so that what is wrong with an alignment can be named.

use super::failure;
use js_sys::{Array, Reflect, Symbol};
use wasm_bindgen::prelude::*;

/// What is read, or an `Error` with the code `alignment` that names the field at fault.
pub(super) type Read<T> = Result<T, JsValue>;

/// A value, and where in the alignment it stands.
pub(super) struct At<'a> {
    pub(super) value: JsValue,
    /// What it is in, and as what; the alignment is in nothing.
    within: Option<(&'a At<'a>, Step<'a>)>,
}

/// The way from a value to one inside it.
#[derive(Clone, Copy)]
pub(super) enum Step<'a> {
    Field(&'a str),
    Item(usize),
}

impl At<'_> {
    /// The alignment itself.
    pub(super) fn top(alignment: JsValue) -> At<'static> {
        At { value: alignment, within: None }
    }

    pub(super) fn inner<'a>(&'a self, value: JsValue, step: Step<'a>) -> At<'a> {
        At { value, within: Some((self, step)) }
    }

    /// A field that has to be there.
    pub(super) fn field<'a>(&'a self, name: &'a str) -> Read<At<'a>> {
        let (field, is_there) = self.look(name)?;
        if is_there { Ok(field) } else { Err(field.failure(" is missing")) }
    }

    /// A field, or this in its place where it is not there. `undefined` is there, as for the `in` of JavaScript.
    pub(super) fn field_or<'a>(&'a self, name: &'a str, other: JsValue) -> Read<At<'a>> {
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
    pub(super) fn words(&self, name: &str) -> Read<String> {
        self.field(name)?.text()
    }

    /// The text in a field, if there is one.
    pub(super) fn words_or_none(&self, name: &str) -> Read<Option<String>> {
        let field = self.field_or(name, JsValue::NULL)?;
        if field.value.is_null() || field.value.is_undefined() { Ok(None) } else { field.text().map(Some) }
    }

    pub(super) fn flag(&self, name: &str) -> Read<bool> {
        let field = self.field_or(name, JsValue::FALSE)?;
        field.value.as_bool().ok_or_else(|| field.is_not("true or false"))
    }

    pub(super) fn text(&self) -> Read<String> {
        self.value.as_string().ok_or_else(|| self.is_not("a string"))
    }

    pub(super) fn fraction(&self) -> Read<f32> {
        Ok(self.value.as_f64().ok_or_else(|| self.is_not("a number"))? as f32)
    }

    pub(super) fn whole(&self) -> Read<u32> {
        // A cast keeps a whole number within range, and only that.
        let kept = |number: &f64| f64::from(*number as u32) == *number;
        let number = self.value.as_f64().filter(kept).ok_or_else(|| self.is_not("a whole number"))?;
        Ok(number as u32)
    }

    pub(super) fn list<T>(&self, read: fn(&At<'_>) -> Read<T>) -> Read<Vec<T>> {
        let items = self.items()?;
        let read = |(at, value)| read(&self.inner(value, Step::Item(at)));
        items.iter().enumerate().map(read).collect()
    }

    /// The first two of a list.
    pub(super) fn pair<T>(&self, read: fn(&At<'_>) -> Read<T>) -> Read<[T; 2]> {
        let items = self.items()?;
        if items.length() < 2 {
            return Err(self.is_not("a pair"));
        }
        let read = |at: u32| read(&self.inner(items.get(at), Step::Item(at as usize)));
        Ok([read(0)?, read(1)?])
    }

    /// What is in a list: in an array, or in anything else that can be gone through.
    pub(super) fn items(&self) -> Read<Array> {
        let array = match self.value.dyn_ref::<Array>() {
            Some(array) => Some(array.clone()),
            None if self.is_iterable() => array_from(&self.value).ok(),
            None => None,
        };
        array.ok_or_else(|| self.is_not("a list"))
    }

    /// The entries of an object or a `Map`, each a key and a value.
    pub(super) fn entries(&self) -> Read<Array> {
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

    pub(super) fn is_not(&self, what: &str) -> JsValue {
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
