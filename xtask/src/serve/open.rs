//! Opens an address in the user's browser; where there is none, nothing happens.

use std::process::{Command, Stdio};

/// Asks the system for its browser.
pub fn open(address: &str) {
    let mut command = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(windows) {
        let mut command = Command::new("cmd");
        command.args(["/c", "start", ""]);
        command
    } else {
        Command::new("xdg-open")
    };
    // The address is printed for those who have no browser here; so a failure needs no words.
    let _ = command.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
}
