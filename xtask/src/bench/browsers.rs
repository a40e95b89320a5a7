//! The sentence encoder in browsers: tests/browser/bench.mjs on the built site.

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
    for engine in engines {
        let Some(found) = ready.engines.iter().find(|found| found.engine == *engine) else {
            bail!("{} is not here: {}", engine.name(), ready.missing.join("; "));
        };
        let mut node = command("node", &project.browser_tests());
        in_engine(node.arg("bench.mjs"), found, &xtask);
        let finished = Job::new("encoder in the browser", node).run()?;
        println!("{}", finished.output.trim_end());
    }
    Ok(())
}
