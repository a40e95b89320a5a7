//! Reading, links in place and the sentence encoder in browsers: tests/browser/bench-reading.mjs, bench-in-place.mjs and
//! bench.mjs on the built site.

use super::inputs;
use crate::browsers::Engine;
use crate::build;
use crate::project::Project;
use crate::run::{Job, command};
use crate::setup;
use crate::test::in_engine;
use anyhow::{Context, Result, bail};

/// Builds the site and prints what the script measures in each engine.
pub fn bench(project: &Project, engines: &[Engine]) -> Result<()> {
    let xtask = std::env::current_exe().context("cannot find this program's file")?;
    let ready = setup::everything(project)?;
    build::build_with(project, &ready.wasm)?;
    let (pages, texts) = (inputs::to_read(project)?, inputs::in_place(project)?);
    let scripts = [
        ("reading", "bench-reading.mjs"),
        ("links in place", "bench-in-place.mjs"),
        ("the encoder", "bench.mjs"),
    ];
    for engine in engines {
        let Some(found) = ready.engines.iter().find(|found| found.engine == *engine) else {
            bail!("{} is not here: {}", engine.name(), ready.missing.join("; "));
        };
        for (what, script) in scripts {
            let mut node = command("node", &project.browser_tests());
            node.arg(script).env("EN_FACE_BENCH_PAGES", &pages).env("EN_FACE_BENCH_TEXTS", &texts);
            in_engine(&mut node, found, &xtask);
            let finished = Job::new(format!("{what} in the browser"), node).run()?;
            println!("{}\n", finished.output.trim_end());
        }
    }
    Ok(())
}
