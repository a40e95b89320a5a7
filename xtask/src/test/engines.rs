//! The tests that run in browsers: Rust's through wasm-pack, the end-to-end tests through WebDriver.

use super::LIMIT;
use super::report::{Report, counted};
use crate::browsers::{Engine, Found};
use crate::project::Project;
use crate::run::{Job, command};
use crate::setup::Ready;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The engines to test in: those asked for, else all that are there. Says which are left out; asking for one that is
/// not there is a failure, and so is having none.
pub fn chosen<'a>(ready: &'a Ready, asked: &[Engine], report: &mut Report) -> Vec<&'a Found> {
    for engine in asked {
        if !ready.engines.iter().any(|found| found.engine == *engine) {
            let why = ready.missing.iter().find(|line| line.starts_with(engine.name()));
            report.not_run(engine.name(), why.map_or("it is not in wasm-pack.toml", String::as_str));
        }
    }
    if asked.is_empty() {
        for missing in &ready.missing {
            println!("SKIPPED: {missing}");
        }
        if ready.engines.is_empty() {
            report.not_run("browsers", "there is none");
        }
    }
    ready.engines.iter().filter(|found| asked.is_empty() || asked.contains(&found.engine)).collect()
}

/// tests/web.rs through wasm-pack and wasm-bindgen's runner.
pub fn web_tests(project: &Project, ready: &Ready, found: &Found, report: &mut Report) {
    let name = format!("wasm tests in {}", found.engine.name());
    report.counting(&name, || {
        let mut pack =
            ready.wasm.command(project, if found.needs_display { "xvfb-run" } else { "wasm-pack" });
        if found.needs_display {
            pack.args(["-a", "wasm-pack"]);
        }
        let [browser, driver] = found.engine.wasm_pack_flags();
        pack.args(["test", "--headless", browser, driver]).arg(&found.driver);
        pack.args([".", "--locked", "--test", "web"]).env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "30");
        counted(&Job::new(&name, pack).limit(LIMIT).run()?, "passed")
    });
}

/// tests/browser/*.test.mjs through node's runner and WebDriver.
pub fn end_to_end(project: &Project, found: &Found, xtask: &Path, name: &str, report: &mut Report) {
    report.counting(name, || {
        let folder = project.browser_tests();
        let files = test_files(&folder)?;
        let run = || {
            let mut node = command("node", &folder);
            // A browser waits more than it works: two at a time take half of the time.
            node.args(["--test", "--test-concurrency=2", "--test-reporter=spec"]).args(&files);
            in_engine(&mut node, found, xtask);
            Job::new(name, node).limit(LIMIT).finish()
        };
        let mut finished = run()?;
        if !finished.success && finished.output.contains(CRASH) {
            println!("  {}'s own process crashed, which ends a session: once more", found.engine.name());
            finished = run()?;
        }
        counted(&finished.into_success()?, "pass")
    });
}

/// What WebKitGTK's driver says when the browser's process for the page is gone. One of five runs had that, in a test that
/// passed in the others; a second crash in a row counts as a failure.
const CRASH: &str = "session deleted because of page crash or hang";

/// Tells a script of tests/browser which engine to drive.
pub fn in_engine(node: &mut Command, found: &Found, xtask: &Path) {
    node.env("EN_FACE_BROWSER", found.engine.name()).env("EN_FACE_DRIVER", &found.driver);
    node.env("EN_FACE_XTASK", xtask).env_remove("EN_FACE_SITE").env_remove("EN_FACE_BROWSER_PROGRAM");
    if let Some(program) = &found.program {
        node.env("EN_FACE_BROWSER_PROGRAM", program);
    }
}

fn test_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let files = entries.flatten().map(|entry| entry.path());
    let mut files: Vec<_> = files.filter(|file| file.to_string_lossy().ends_with(".test.mjs")).collect();
    files.sort();
    ensure!(!files.is_empty(), "there is no *.test.mjs in {}", folder.display());
    Ok(files)
}
