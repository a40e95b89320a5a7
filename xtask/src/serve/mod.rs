//! `cargo xtask serve`: the reader page on this machine, with the sample pages and folders of one's own.

mod answer;
mod folders;
mod open;

use crate::build;
use crate::project::{self, Project};
use anyhow::{Context, Result, bail};
use axum::Router;
use clap::Args;
use folders::Folders;
use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::sync::Arc;
use tokio::net::TcpListener;

/// Options of `cargo xtask serve`.
#[derive(Args)]
pub struct Options {
    /// The port; 0 takes any that is free
    #[arg(long, default_value_t = 8017)]
    port: u16,
    /// A folder of pages to offer beside the samples; may be given again
    #[arg(long, value_name = "DIR")]
    pages: Vec<PathBuf>,
    /// Open the browser, also where CI is set
    #[arg(long, overrides_with = "no_open")]
    open: bool,
    /// Do not open the browser
    #[arg(long)]
    no_open: bool,
    /// Serve what is built already
    #[arg(long)]
    no_build: bool,
    /// For tests: end when standard input ends, so that no server outlives its test
    #[arg(long, hide = true)]
    until_stdin_ends: bool,
    /// For tests: an address that browsers report violations of the content-security policy to
    #[arg(long, value_name = "URL", hide = true)]
    csp_report: Option<String>,
    /// For tests: a script that every page loads before its own
    #[arg(long, value_name = "FILE", hide = true)]
    test_script: Option<PathBuf>,
}

/// Builds, then serves until it is interrupted.
pub fn serve(project: &Project, options: &Options) -> Result<()> {
    if !options.no_build {
        build::build(project)?;
    }
    let site = project.site();
    if !site.join("index.html").is_file() {
        bail!("there is no {}: run `cargo xtask build`", site.join("index.html").display());
    }
    let folders = Folders::new(project, &options.pages)?;
    let script = options.test_script.as_ref().map(|file| {
        std::fs::read(file).with_context(|| format!("cannot read the test script {}", file.display()))
    });
    let shared = Arc::new(answer::Shared {
        folders,
        policy: answer::policy(options.csp_report.as_deref()),
        test_script: script.transpose()?,
    });

    if options.until_stdin_ends {
        std::thread::spawn(|| {
            let _ = std::io::copy(&mut std::io::stdin(), &mut std::io::sink());
            std::process::exit(0);
        });
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port)).await.with_context(|| {
            format!(
                "cannot listen on port {}: choose another with --port, or any with --port 0",
                options.port
            )
        })?;
        let address = format!("http://127.0.0.1:{}/", listener.local_addr()?.port());
        println!("  serving {address}, the documentation under {address}docs/ (end with Ctrl-C)");
        if options.open || !(options.no_open || project::is_ci()) {
            open::open(&address);
        }
        let router = Router::new().fallback(move |request| answer::answer(shared, request));
        axum::serve(listener, router).await.context("the server ended")
    })
}
