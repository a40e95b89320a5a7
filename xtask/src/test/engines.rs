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

/// tests/browser/*.test.mjs through node's runner and WebDriver, by suite.mjs. The program is beside `xtask`.
pub fn end_to_end(project: &Project, ready: &Ready, found: &Found, xtask: &Path, report: &mut Report) {
    let name = format!("end-to-end tests in {}", found.engine.name());
    report.counting(&name, || {
        let folder = project.browser_tests();
        let files = test_files(&folder)?;
        let run = |files: &[PathBuf], at_a_time: u8| {
            let mut node = command("node", &folder);
            node.arg("suite.mjs").arg(at_a_time.to_string());
            in_engine(node.args(files), found, xtask);
            node.env("EN_FACE_ENCODER", &ready.encoder);
            Job::new(&name, node).limit(LIMIT).finish()
        };
        // Two at a time keep two processors busy: tests wait little.
        let first = run(&files, 2)?;
        let failed = failed_files(&first.output, &files);
        if first.success || failed.is_empty() || failed.len() > UNSTEADY {
            return counted(&first.into_success()?, "pass");
        }
        println!("  failed, and run once more, one at a time:");
        for line in first.output.lines().filter(|line| line.starts_with("✖ ") && !line.ends_with("tests:"))
        {
            println!("    {line}");
        }
        let again = run(&failed, 1)?;
        if !again.success {
            println!("{}", first.output.trim_end());
        }
        let again = counted(&again.into_success()?, "pass")?;
        Ok(format!("UNSTEADY: {} of {} files needed a second run ({again})", failed.len(), files.len()))
    });
}

/// So many files may fail in a run that passes the second time: what waits for a browser on a busy machine now and then
/// waits in vain, and WebKitGTK's own process for the page crashed in one of five runs. More is no accident.
const UNSTEADY: usize = 3;

/// The files whose tests node's runner says have failed.
fn failed_files(output: &str, files: &[PathBuf]) -> Vec<PathBuf> {
    let said = |file: &&PathBuf| {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let place = |line: &str| Some(line.trim().strip_prefix("test at ")?.split(':').next()?.to_owned());
        output.lines().filter_map(place).any(|place| place.rsplit('/').next() == Some(name.as_str()))
    };
    files.iter().filter(said).cloned().collect()
}

/// Tells a script of tests/browser which engine to drive.
pub fn in_engine(node: &mut Command, found: &Found, xtask: &Path) {
    node.env("EN_FACE_BROWSER", found.engine.name()).env("EN_FACE_DRIVER", &found.driver);
    node.env("EN_FACE_XTASK", xtask);
    for name in ["EN_FACE_SITE", "EN_FACE_SESSION", "EN_FACE_BROWSER_PROGRAM"] {
        node.env_remove(name);
    }
    if let Some(program) = &found.program {
        node.env("EN_FACE_BROWSER_PROGRAM", program);
    }
}

/// The test files of a folder, by name.
pub fn test_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let files = entries.flatten().map(|entry| entry.path());
    let mut files: Vec<_> = files.filter(|file| file.to_string_lossy().ends_with(".test.mjs")).collect();
    files.sort();
    ensure!(!files.is_empty(), "there is no *.test.mjs in {}", folder.display());
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failed_files_are_read_from_the_runners_report() {
        let files = ["/a/map.test.mjs", "/a/sitemap.test.mjs", "/a/find.test.mjs"].map(PathBuf::from);
        let output = "✔ one (1ms)\n✖ failing tests:\n\ntest at map.test.mjs:7:1\n✖ two (3ms)\ntest at /a/find.test.mjs:1:1\n";
        assert_eq!(failed_files(output, &files), [files[0].clone(), files[2].clone()]);
        assert!(failed_files("✔ one (1ms)\n", &files).is_empty());
    }
}
