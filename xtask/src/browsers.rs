//! The three engines: which are on this machine, with which driver, and what to install for the others.

use crate::project::{Project, on_path};
use crate::setup::apt::Package;
use clap::ValueEnum;
use serde::Deserialize;
use std::env::consts::EXE_SUFFIX;
use std::path::PathBuf;

/// A browser engine that the tests run in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Engine {
    Chromium,
    Firefox,
    /// WebKitGTK on Linux, Safari on macOS.
    Webkit,
}

/// An engine that is there.
pub struct Found {
    pub engine: Engine,
    /// The browser, where the driver does not find it by itself.
    pub program: Option<PathBuf>,
    pub driver: PathBuf,
    /// Whether it needs a display that `xvfb-run` makes.
    pub needs_display: bool,
}

impl Engine {
    /// The name in wasm-pack.toml, on the command line and in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// `wasm-pack test` has a flag for the browser and one for its driver.
    pub fn wasm_pack_flags(self) -> [&'static str; 2] {
        match self {
            Self::Chromium => ["--chrome", "--chromedriver"],
            Self::Firefox => ["--firefox", "--geckodriver"],
            Self::Webkit => ["--safari", "--safaridriver"],
        }
    }
}

/// The browser's program, where one has to be installed.
pub fn program(engine: Engine) -> Option<PathBuf> {
    let (names, places): (&[&str], &[&str]) = match engine {
        Engine::Chromium => (
            &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"],
            &[
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                "/Applications/Chromium.app/Contents/MacOS/Chromium",
                r"C:\Program Files\Google\Chrome\Application\chrome.exe",
            ],
        ),
        Engine::Firefox => (
            &["firefox-esr", "firefox"],
            &[
                "/Applications/Firefox.app/Contents/MacOS/firefox",
                r"C:\Program Files\Mozilla Firefox\firefox.exe",
            ],
        ),
        Engine::Webkit => (&[], &[]),
    };
    let named = names.iter().find_map(|name| on_path(name));
    named.or_else(|| places.iter().map(PathBuf::from).find(|place| place.is_file()))
}

/// The engine's browser and driver, or a sentence that says what is missing and what to install.
pub fn find(project: &Project, engine: Engine) -> Result<Found, String> {
    let found = |program, driver, needs_display| Found { engine, program, driver, needs_display };
    match engine {
        Engine::Chromium => match (program(engine), on_path("chromedriver")) {
            (Some(program), Some(driver)) => Ok(found(Some(program), driver, false)),
            (None, _) => Err("chromium: install Chromium or Chrome, and its chromedriver".to_owned()),
            (_, None) => {
                Err("chromium: chromedriver is not on PATH: install the one of the browser's version"
                    .to_owned())
            }
        },
        Engine::Firefox => {
            let ours = project.cache.join("bin").join(format!("geckodriver{EXE_SUFFIX}"));
            let driver = Some(ours).filter(|file| file.is_file()).or_else(|| on_path("geckodriver"));
            match (program(engine), driver) {
                (Some(program), Some(driver)) => Ok(found(Some(program), driver, false)),
                (None, _) => Err("firefox: install Firefox".to_owned()),
                (_, None) => Err("firefox: geckodriver is missing: run `cargo xtask setup`".to_owned()),
            }
        }
        Engine::Webkit if cfg!(target_os = "macos") => match on_path("safaridriver") {
            Some(driver) => Ok(found(None, driver, false)),
            None => {
                Err("webkit: safaridriver is missing: install Safari and run `safaridriver --enable`"
                    .to_owned())
            }
        },
        Engine::Webkit if cfg!(target_os = "linux") => {
            let debian = Some(PathBuf::from("/usr/bin/WebKitWebDriver")).filter(|file| file.is_file());
            let driver = on_path("WebKitWebDriver").or(debian);
            let display = ["xvfb-run", "Xvfb", "xauth"].iter().all(|name| on_path(name).is_some());
            match driver {
                Some(driver) if display => Ok(found(None, driver, true)),
                _ => Err("webkit: install webkit2gtk-driver, xvfb and xauth".to_owned()),
            }
        }
        Engine::Webkit => Err("webkit: there is no WebKit driver for this system".to_owned()),
    }
}

/// Debian's packages of the three browsers; geckodriver is not among Debian's.
pub fn debian_packages() -> Vec<Package> {
    vec![
        Package::new("chromium", "/usr/bin/chromium"),
        Package::new("chromium-driver", "/usr/bin/chromedriver"),
        Package::new("firefox-esr", "/usr/bin/firefox-esr"),
        Package::new("webkit2gtk-driver", "/usr/bin/WebKitWebDriver"),
        Package::new("xvfb", "/usr/bin/Xvfb"),
        Package::new("xauth", "/usr/bin/xauth"),
    ]
}
