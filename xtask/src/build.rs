//! `cargo xtask build`: the module for the browser, and the site around it.

use crate::project::Project;
use crate::run::{Job, begin};
use crate::setup;
use crate::site;
use crate::wasm::{Minifiers, Wasm};
use anyhow::{Context, Result};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

/// Sets up, builds the module, puts the site together.
pub fn build(project: &Project) -> Result<Wasm> {
    let wasm = setup::for_building(project)?;
    build_with(project, &wasm)?;
    println!("  built: {}", project.site().display());
    Ok(wasm)
}

/// Builds with a prepared compiler; quick when nothing has changed.
pub fn build_with(project: &Project, wasm: &Wasm) -> Result<()> {
    module(project, wasm)?;
    site::assemble(project, wasm.minifiers.as_ref())
}

/// Runs wasm-pack when cargo's module, the tools or their flags have changed, or a product has.
fn module(project: &Project, wasm: &Wasm) -> Result<()> {
    let plan = &project.config.wasm;
    let mut cargo = wasm.command(project, "cargo");
    cargo.args([
        "build",
        "--lib",
        "--locked",
        "--profile",
        &plan.profile,
        "--target",
        project.config.target(),
    ]);
    Job::new("compiling for wasm", cargo).run()?;

    let compiled =
        project.wasm_target().join(project.config.target()).join(&plan.profile).join("en_face.wasm");
    let package = project.site().join("pkg");
    let stamp = project.wasm_target().join("packed");
    let key = |products: u64| -> Result<String> {
        let mut hasher = DefaultHasher::new();
        hash_file(&compiled, &mut hasher)?;
        (&plan.output, &plan.profile, &plan.wasm_opt, wasm.optimizes).hash(&mut hasher);
        (&project.config.tools.wasm_pack, &project.config.tools.wasm_bindgen).hash(&mut hasher);
        (&project.config.tools.binaryen, &project.config.tools.esbuild, &wasm.minifiers).hash(&mut hasher);
        (&package, products).hash(&mut hasher);
        Ok(format!("{:016x}", hasher.finish()))
    };
    let products = |folder: &Path| -> Result<u64> {
        let mut hasher = DefaultHasher::new();
        for file in ["en_face_bg.wasm", "en_face.js", "en_face.d.ts", "en_face_bg.wasm.d.ts"] {
            hash_file(&folder.join(file), &mut hasher)?;
        }
        Ok(hasher.finish())
    };
    let old = fs::read_to_string(&stamp).unwrap_or_default();
    if products(&package).is_ok_and(|hash| key(hash).is_ok_and(|key| key == old)) {
        return Ok(());
    }

    begin(&format!("wasm-pack build --target {} --profile {}", plan.output, plan.profile));
    if package.exists() {
        fs::remove_dir_all(&package).with_context(|| format!("cannot remove {}", package.display()))?;
    }
    let mut pack = wasm.command(project, "wasm-pack");
    pack.args(["build", "--target", &plan.output, "--profile", &plan.profile, "--no-pack", "--no-gitignore"]);
    if !wasm.optimizes {
        pack.arg("--no-opt");
    }
    pack.arg("--out-dir").arg(&package).args(["--", "--locked"]);
    Job::new("wasm-pack build", pack).run()?;
    if let Some(Minifiers { esbuild, .. }) = &wasm.minifiers {
        site::minify(project, esbuild, &package, &package, |_| true)?;
    }
    let key = key(products(&package)?)?;
    fs::write(&stamp, key).with_context(|| format!("cannot write {}", stamp.display()))
}

fn hash_file(path: &Path, hasher: &mut DefaultHasher) -> Result<()> {
    let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    bytes.hash(hasher);
    Ok(())
}
