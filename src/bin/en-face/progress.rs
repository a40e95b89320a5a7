//! How far work on many pages is, for whoever watches.

use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal;

/// A bar on standard error; hidden where that is no terminal. Without a length nobody knows when it ends.
pub fn bar(length: Option<u64>, done: u64) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = length.map_or_else(ProgressBar::no_length, ProgressBar::new).with_position(done);
    let template = "{bar:30} {percent:>3} %, {msg}, {elapsed} gone, {eta} to go";
    bar.with_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()))
}
