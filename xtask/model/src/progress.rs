//! What the tool says on standard error: the steps, their progress, the sizes.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

/// A long step: counts what is done and says so at every tenth.
pub struct Progress {
    label: &'static str,
    total: usize,
    done: AtomicUsize,
    start: Instant,
}

impl Progress {
    /// A step that does `total` things.
    pub fn new(label: &'static str, total: usize) -> Self {
        eprintln!("{label}: {total}");
        Self { label, total, done: AtomicUsize::new(0), start: Instant::now() }
    }

    /// `count` more are done; threads may call this at the same time.
    pub fn add(&self, count: usize) {
        let before = self.done.fetch_add(count, Ordering::Relaxed);
        let tenth = |done: usize| done * 10 / self.total.max(1);
        if tenth(before) != tenth(before + count) {
            let seconds = self.start.elapsed().as_secs();
            eprintln!("{}: {} % after {seconds} s", self.label, tenth(before + count) * 10);
        }
    }
}

/// Says what happens next, or what came out.
pub fn say(text: &str) {
    eprintln!("{text}");
}

/// `1 234 567` as `1.235 MB`, and small sizes in KB.
pub fn size(bytes: usize) -> String {
    if bytes >= 1_000_000 {
        format!("{:.3} MB", bytes as f64 / 1e6)
    } else {
        format!("{:.1} KB", bytes as f64 / 1e3)
    }
}
