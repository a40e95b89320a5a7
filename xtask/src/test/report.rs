//! The steps of a test run: each with its name, its time and, when it fails, all of its output.

use super::LIMIT;
use crate::run::{Finished, Job, time};
use anyhow::{Result, ensure};
use std::process::Command;
use std::thread;
use std::time::Instant;

/// How many steps went well, and which did not.
#[derive(Default)]
pub struct Report {
    pub passed: u32,
    pub failed: Vec<String>,
}

impl Report {
    /// Runs a step; gives what it made, or nothing when it failed.
    pub fn step<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T>) -> Option<T> {
        self.telling(name, || work().map(|value| (value, String::new())))
    }

    /// Runs a step that has something to say when it went well.
    pub fn counting(&mut self, name: &str, work: impl FnOnce() -> Result<String>) {
        self.telling(name, || work().map(|text| ((), format!(", {text}"))));
    }

    /// Runs a step that is a command.
    pub fn run(&mut self, name: &str, command: Command) {
        self.step(name, || Job::new(name, command).limit(LIMIT).run());
    }

    /// Runs two lists of steps at the same time; gives what the second one made.
    pub fn beside<T>(&mut self, one: impl FnOnce(&mut Self) + Send, other: impl FnOnce(&mut Self) -> T) -> T {
        let (mut left, mut right) = (Self::default(), Self::default());
        let made = thread::scope(|scope| {
            scope.spawn(|| one(&mut left));
            other(&mut right)
        });
        for report in [left, right] {
            self.passed += report.passed;
            self.failed.extend(report.failed);
        }
        made
    }

    /// A step that cannot run, which is a failure too.
    pub fn not_run(&mut self, name: &str, why: &str) {
        println!("{name}\n  FAILED, not run: {why}");
        self.failed.push(name.to_owned());
    }

    fn telling<T>(&mut self, name: &str, work: impl FnOnce() -> Result<(T, String)>) -> Option<T> {
        println!("{name}");
        let start = Instant::now();
        let outcome = work();
        let time = time(start.elapsed());
        match outcome {
            Ok((value, text)) => {
                println!("  ok, {time}: {name}{text}");
                self.passed += 1;
                Some(value)
            }
            Err(error) => {
                println!("{error:#}");
                println!("  FAILED, {time}: {name}");
                self.failed.push(name.to_owned());
                None
            }
        }
    }
}

/// How many tests a runner says have passed; none at all is a failure, because then nothing was tested.
pub fn counted(done: &Finished, word: &str) -> Result<String> {
    let count = count(&done.output, word);
    ensure!(count > 0, "no test was run\n{}", done.output.trim_end());
    Ok(format!("{count} passed"))
}

/// Adds up `12 passed` of cargo's result lines, or `pass 12` of node's.
fn count(output: &str, word: &str) -> u32 {
    let is_summary = |line: &&str| line.contains("test result:") || line.contains(&format!("ℹ {word} "));
    let numbers = output.lines().filter(is_summary).filter_map(|line| {
        let words: Vec<&str> = line.split([' ', ';']).collect();
        let at = words.iter().position(|candidate| *candidate == word)?;
        let before = at.checked_sub(1).and_then(|before| words[before].parse::<u32>().ok());
        before.or_else(|| words.get(at + 1)?.parse().ok())
    });
    numbers.sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_of_both_runners_are_counted() {
        let cargo =
            "test a ... ok\ntest result: ok. 3 passed; 0 failed\ntest result: ok. 2 passed; 0 failed\n";
        assert_eq!(count(cargo, "passed"), 5);
        let node = "✔ opens (12ms)\nℹ tests 5\nℹ pass 4\nℹ fail 1\n";
        assert_eq!(count(node, "pass"), 4);
        assert_eq!(count("running 0 tests\n", "passed"), 0);
    }

    #[test]
    fn steps_beside_each_other_are_all_counted() {
        let mut report = Report::default();
        let one = |report: &mut Report| report.not_run("broken", "it is a test");
        assert_eq!(report.beside(one, |report| report.step("good", || Ok(2))), Some(2));
        assert_eq!((report.passed, report.failed), (1, vec!["broken".to_owned()]));
    }

    #[test]
    fn a_failed_step_is_counted_and_gives_nothing() {
        let mut report = Report::default();
        assert_eq!(report.step("good", || Ok(1)), Some(1));
        assert_eq!(report.step::<u8>("bad", || anyhow::bail!("broken")), None);
        report.not_run("later", "bad failed");
        assert_eq!((report.passed, report.failed), (1, vec!["bad".to_owned(), "later".to_owned()]));
    }
}
