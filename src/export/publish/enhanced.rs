//! A page with a script: the same page, its texts in an `<en-face>` that has the finished links beside it.
//!
//! The links are in the page, not fetched. A policy has nothing to say of data in a `<script>`, so it need not open
//! `connect-src`; the page goes on working from a folder and in a sandbox; page and links cannot be of two versions; and
//! since their words are those of the page, they add less to it as it travels than a file of their own would weigh.

use super::address::safe_path;
use super::head::in_script;
use crate::export::Document;
use crate::export::markup::Markup;
use crate::page::safe_link;
use std::str::FromStr;

const STYLE: &str = include_str!("enhanced.css");

/// A script that makes `<en-face>` work, `en-face-in-place.js`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Script {
    /// Where it is.
    pub address: Address,
    /// What browsers check it by, if they are to.
    pub integrity: Option<Integrity>,
}

/// Where a script is: http or https, a path from the host's root (`/…`), or one seen from the site's folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(String);

/// One or more hashes of a script, as `<script integrity>` takes them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Integrity(String);

/// Why something names no script.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScriptError {
    /// Its address is none.
    #[error("a script's address looks like https://example.org/en-face-in-place.js or /en-face-in-place.js")]
    Address,
    /// Its hash is none.
    #[error("a script's hash looks like sha384-… with 64 characters of Base64")]
    Integrity,
}

impl FromStr for Address {
    type Err = ScriptError;

    fn from_str(address: &str) -> Result<Address, ScriptError> {
        let address = safe_link(address).or_else(|| safe_path(address)).ok_or(ScriptError::Address)?;
        Ok(Address(address.to_owned()))
    }
}

impl FromStr for Integrity {
    type Err = ScriptError;

    fn from_str(hashes: &str) -> Result<Integrity, ScriptError> {
        let all = hashes.split(' ').all(is_hash);
        all.then(|| Integrity(hashes.to_owned())).ok_or(ScriptError::Integrity)
    }
}

impl Address {
    /// The address seen from a page.
    fn seen_from(&self, page: &str) -> String {
        let Address(address) = self;
        let is_whole = address.starts_with('/') || safe_link(address).is_some();
        let up = if is_whole { 0 } else { page.matches('/').count() };
        "../".repeat(up) + address
    }

    /// What a policy calls it: a source has no query, and none of the signs that end one.
    fn source(&self) -> String {
        let Some(address) = safe_link(&self.0) else { return "'self'".to_owned() };
        address.split(['?', '#']).next().unwrap_or(address).replace(';', "%3B").replace(',', "%2C")
    }
}

/// Whether a word is a hash of those that browsers check, in Base64 and whole.
fn is_hash(word: &str) -> bool {
    let Some((name, hash)) = word.split_once('-') else { return false };
    let digits = hash.trim_end_matches('=');
    let lengths = match name {
        "sha256" => (44, 43),
        "sha384" => (64, 64),
        "sha512" => (88, 86),
        _ => return false,
    };
    let known = |byte: u8| byte.is_ascii_alphanumeric() || b"+/".contains(&byte);
    (hash.len(), digits.len()) == lengths && digits.bytes().all(known)
}

/// What a script adds to a page.
#[derive(Default)]
pub(super) struct Enhanced {
    /// Lines for the head.
    pub head: String,
    /// For the page's policy.
    pub policy: String,
    /// For its style.
    pub style: &'static str,
    /// Markup before the texts and after them.
    pub around: [String; 2],
}

pub(super) fn enhanced(document: &Document, script: &Script, page: &str) -> Enhanced {
    let Script { address, integrity } = script;
    let mut head = Markup::default();
    head.fill("<script src=\"$\"", &[&address.seen_from(page)]);
    if let Some(Integrity(hashes)) = integrity {
        head.fill(" integrity=\"$\" crossorigin=\"anonymous\"", &[hashes]);
    }
    head.raw(" defer></script>\n");
    // Texts under keys that are texts: nothing that JSON could not write.
    let links = in_script(&serde_json::to_string(document).unwrap_or_default());
    let element = "<en-face left=\".l\" right=\".r\">\n".to_owned();
    let data = ["<script type=\"application/json\">", &links, "</script>\n</en-face>\n"].concat();
    let policy =
        ["; script-src ", &address.source(), "; require-trusted-types-for 'script'; trusted-types 'none'"];
    Enhanced { head: head.0, policy: policy.concat(), style: STYLE, around: [element, data] }
}
