//! What the custom-elements manifest says of `<en-face>`, and a table in Markdown of each part of it.

use crate::project::Project;
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// The manifest, from the repository's root.
pub const MANIFEST: &str = "www/custom-elements.json";

/// What the manifest says of `<en-face>`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Element {
    attributes: Vec<Entry>,
    members: Vec<Entry>,
    events: Vec<Entry>,
    slots: Vec<Entry>,
    css_parts: Vec<Entry>,
    css_states: Vec<Entry>,
    css_properties: Vec<Entry>,
    #[serde(rename = "x-keys")]
    keys: Vec<Action>,
    #[serde(rename = "x-highlights")]
    highlights: Vec<Entry>,
}

/// Anything that has a name.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Entry {
    name: String,
    #[serde(default)]
    summary: String,
    #[serde(default)]
    kind: String,
    r#type: Option<Type>,
    default: Option<String>,
    attribute: Option<String>,
    #[serde(default, rename = "static")]
    is_static: bool,
    /// Another part that this one stands on.
    #[serde(rename = "x-of")]
    of: Option<String>,
}

#[derive(Deserialize)]
struct Type {
    text: String,
}

/// Something that a reader does.
#[derive(Deserialize)]
struct Action {
    does: String,
    keys: Vec<Key>,
    #[serde(default)]
    mouse: String,
    #[serde(default)]
    touch: String,
    /// In which mode.
    when: Option<String>,
}

#[derive(Deserialize)]
struct Key {
    key: String,
    #[serde(default)]
    command: bool,
    #[serde(default)]
    shift: bool,
}

impl Element {
    /// Reads the manifest.
    pub fn read(project: &Project) -> Result<Element> {
        Element::from_file(&project.root.join(MANIFEST))
    }

    pub fn from_file(file: &Path) -> Result<Element> {
        let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
        let mut manifest: serde_json::Value = serde_json::from_str(&text).context(MANIFEST)?;
        let element = manifest
            .pointer_mut("/modules/0/declarations/0")
            .with_context(|| format!("{MANIFEST} declares nothing"))?;
        serde_json::from_value(element.take()).context(MANIFEST)
    }

    /// A table in Markdown: `attributes`, `properties`, `methods`, `events`, `slots`, `parts`, `sentence-parts`, `states`,
    /// `custom-properties`, `highlights`, `keys`.
    pub fn table(&self, name: &str) -> Result<String> {
        let rows = |entries: &[Entry], wanted: &dyn Fn(&Entry) -> bool| -> Vec<[String; 2]> {
            let wanted = entries.iter().filter(|entry| wanted(entry));
            wanted.map(|entry| [code(&entry.name), entry.summary.clone()]).collect()
        };
        let all = |_: &Entry| true;
        let of_its_own = |entry: &Entry| entry.attribute.is_none() && !entry.is_static;
        let table = match name {
            "attributes" => made(["attribute", "what it does"], &rows(&self.attributes, &all)),
            "properties" => {
                let fields = self.members.iter().filter(|entry| entry.kind == "field" && of_its_own(entry));
                let row = |entry: &Entry| [code(&entry.name), typed(entry), entry.summary.clone()];
                made(["property", "type", "what it is"], &fields.map(row).collect::<Vec<_>>())
            }
            "methods" => {
                let methods = self.members.iter().filter(|entry| entry.kind == "method");
                let row = |entry: &Entry| [format!("`{}()`", entry.name), entry.summary.clone()];
                made(["method", "what it does"], &methods.map(row).collect::<Vec<_>>())
            }
            "events" => {
                let row = |entry: &Entry| [code(&entry.name), typed(entry), entry.summary.clone()];
                made(["event", "detail", "when"], &self.events.iter().map(row).collect::<Vec<_>>())
            }
            "slots" => made(["slot", "what it is for"], &rows(&self.slots, &all)),
            "parts" => made(["part", "what it is"], &rows(&self.css_parts, &|entry| entry.of.is_none())),
            "sentence-parts" => {
                made(["part", "which sentences have it"], &rows(&self.css_parts, &|entry| entry.of.is_some()))
            }
            "states" => made(["state", "when"], &rows(&self.css_states, &all)),
            "custom-properties" => {
                let row = |entry: &Entry| [code(&entry.name), default(entry), entry.summary.clone()];
                let rows: Vec<_> = self.css_properties.iter().map(row).collect();
                made(["custom property", "default", "what it sets"], &rows)
            }
            "highlights" => made(["highlight", "what it marks"], &rows(&self.highlights, &all)),
            "keys" => {
                let rows: Vec<_> = self.keys.iter().map(Action::row).collect();
                made(["", "mouse", "keyboard", "touch"], &rows)
            }
            _ => bail!("there is no table {name}"),
        };
        Ok(table)
    }
}

impl Action {
    fn row(&self) -> [String; 4] {
        let does = match &self.when {
            Some(when) => format!("{} ({when})", self.does),
            None => self.does.clone(),
        };
        let keys: Vec<_> = self.keys.iter().map(Key::name).collect();
        [does, self.mouse.clone(), keys.join(" "), self.touch.clone()]
    }
}

impl Key {
    /// As it is written on keyboards.
    fn name(&self) -> String {
        let name = match self.key.as_str() {
            "ArrowUp" => "↑",
            "ArrowDown" => "↓",
            "ArrowLeft" => "←",
            "ArrowRight" => "→",
            "Escape" => "Esc",
            " " => "Space",
            other => other,
        };
        let capital = self.command || self.shift;
        let name = if capital { name.to_uppercase() } else { name.to_owned() };
        let before = [self.command.then_some("Ctrl "), (self.command && self.shift).then_some("Shift ")];
        let whole: String = before.into_iter().flatten().chain([name.as_str()]).collect();
        if self.key.chars().count() == 1 && self.key != " " { code(&whole) } else { whole }
    }
}

fn code(text: &str) -> String {
    format!("`{text}`")
}

/// Its type; an event's is that of its detail.
fn typed(entry: &Entry) -> String {
    let text = entry.r#type.as_ref().map_or("", |kind| &kind.text);
    let detail = text.strip_prefix("CustomEvent<").and_then(|rest| rest.strip_suffix('>'));
    code(detail.unwrap_or(text))
}

/// A colour's two values, one for each scheme; any other default as it stands.
fn default(entry: &Entry) -> String {
    let value = entry.default.as_deref().unwrap_or_default();
    let pair = value
        .strip_prefix("light-dark(")
        .and_then(|rest| rest.strip_suffix(')'))
        .and_then(|rest| rest.split_once(", "));
    match pair {
        Some((light, dark)) => format!("`{light}`, dark `{dark}`"),
        None => code(value),
    }
}

/// A table in Markdown.
fn made<const N: usize>(heads: [&str; N], rows: &[[String; N]]) -> String {
    let mut table = String::new();
    let line = |cells: &[String]| {
        let cells: Vec<_> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    table.push_str(&line(&heads.map(str::to_owned)));
    let _ = writeln!(table, "|{}", " --- |".repeat(N));
    for row in rows {
        table.push_str(&line(row));
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_named_as_on_keyboards() {
        let name = |json: &str| serde_json::from_str::<Key>(json).unwrap().name();
        assert_eq!(name(r#"{"key": "ArrowUp"}"#), "↑");
        assert_eq!(name(r#"{"key": "w"}"#), "`w`");
        assert_eq!(name(r#"{"key": "c", "shift": true}"#), "`C`");
        assert_eq!(name(r#"{"key": "z", "command": true, "shift": true}"#), "`Ctrl Shift Z`");
    }
}
