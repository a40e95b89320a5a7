//! Child processes: captured output, a sign of life on long steps, a time limit, errors that name the command.

use anyhow::{Context, Result, anyhow, bail};
use std::ffi::OsStr;
use std::io::{ErrorKind, Read};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

/// How long a child may be silent on the terminal before its progress is printed.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// How long a grandchild may hold the output open after the child has ended.
const LINGER: Duration = Duration::from_secs(2);

/// A command to run, with what to call it and how long to wait.
pub struct Job {
    command: Command,
    label: String,
    limit: Duration,
    remedy: Option<&'static str>,
}

/// What a child wrote, standard output and standard error in the order of writing.
pub struct Finished {
    pub output: String,
    pub success: bool,
    status: String,
    shown: String,
}

impl Job {
    /// A job that prints `label` with its progress.
    pub fn new(label: impl Into<String>, command: Command) -> Self {
        Self { command, label: label.into(), limit: Duration::from_secs(30 * 60), remedy: None }
    }

    /// Ends the child, and what it started, after this time.
    pub fn limit(mut self, limit: Duration) -> Self {
        self.limit = limit;
        self
    }

    /// What to do when the program is not there.
    pub fn remedy(mut self, remedy: &'static str) -> Self {
        self.remedy = Some(remedy);
        self
    }

    /// Runs to the end; an error when the child cannot start, fails, or takes too long.
    pub fn run(self) -> Result<Finished> {
        self.finish()?.into_success()
    }

    /// Runs to the end, whatever its status.
    pub fn finish(mut self) -> Result<Finished> {
        let shown = shown(&self.command);
        let (mut reader, writer) = std::io::pipe().context("cannot make a pipe")?;
        self.command.stdin(Stdio::null()).stdout(writer.try_clone()?).stderr(writer);
        let mut child = match self.command.spawn() {
            Ok(child) => child,
            Err(error) => {
                let remedy = self.remedy.filter(|_| error.kind() == ErrorKind::NotFound);
                let remedy = remedy.map(|remedy| format!(": {remedy}")).unwrap_or_default();
                return Err(anyhow!(error).context(format!("cannot start `{shown}`{remedy}")));
            }
        };
        // The command holds the pipe's writing end; without it the reader sees the end of the output.
        drop(self.command);

        let (sender, chunks) = mpsc::channel();
        thread::spawn(move || {
            let mut buffer = [0; 8192];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..count].to_vec()).is_err() {
                    return;
                }
            }
        });

        let start = Instant::now();
        let mut output = Vec::new();
        let mut beat = HEARTBEAT;
        let mut ended: Option<(ExitStatus, Instant)> = None;
        loop {
            match chunks.recv_timeout(Duration::from_millis(50)) {
                Ok(chunk) => output.extend(chunk),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => match ended {
                    Some(_) => break,
                    None => thread::sleep(Duration::from_millis(10)),
                },
            }
            if ended.is_none() {
                ended = child.try_wait()?.map(|status| (status, Instant::now()));
            }
            if ended.is_some_and(|(_, at)| at.elapsed() > LINGER) {
                break;
            }
            if ended.is_none() && start.elapsed() > self.limit {
                kill_tree(child.id());
                let _ = child.wait();
                let text = String::from_utf8_lossy(&output);
                bail!("`{shown}` was ended after {}\n{}", time(self.limit), text.trim_end());
            }
            if start.elapsed() > beat {
                beat += HEARTBEAT;
                println!("    {} {} {}", self.label, time(start.elapsed()), last_line(&output));
            }
        }
        let (status, _) = ended.context("the child's status was lost")?;
        let output = String::from_utf8_lossy(&output).into_owned();
        Ok(Finished { output, success: status.success(), status: status.to_string(), shown })
    }
}

impl Finished {
    /// An error with the command and its output, unless the child ended well.
    pub fn into_success(self) -> Result<Self> {
        if self.success {
            return Ok(self);
        }
        bail!("`{}` failed ({})\n{}", self.shown, self.status, self.output.trim_end())
    }
}

/// A command in `folder`.
pub fn command(program: impl AsRef<OsStr>, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder);
    command
}

/// The standard output of a short command, trimmed; nothing when it cannot start or fails.
pub fn ask(mut command: Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Prints the beginning of a long step.
pub fn begin(text: &str) {
    println!("  {text}");
}

/// A time as people read it: `0.4 s`, `12 s`, `3 min 05 s`.
pub fn time(duration: Duration) -> String {
    match duration.as_secs() {
        0..10 => format!("{:.1} s", duration.as_secs_f64()),
        seconds @ 10..60 => format!("{seconds} s"),
        seconds => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

fn last_line(output: &[u8]) -> String {
    let tail = &output[output.len().saturating_sub(400)..];
    let tail = String::from_utf8_lossy(tail);
    let line = tail.lines().rev().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    line.chars().take(80).collect()
}

/// Ends a process and its descendants.
fn kill_tree(root: u32) {
    if cfg!(windows) {
        let _ = Command::new("taskkill").args(["/T", "/F", "/PID", &root.to_string()]).output();
        return;
    }
    let mut table = Command::new("ps");
    table.args(["-A", "-o", "pid=,ppid="]);
    let table = ask(table).unwrap_or_default();
    let pairs: Vec<(u32, u32)> = table
        .lines()
        .filter_map(|line| {
            let mut numbers = line.split_whitespace().map(str::parse);
            Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
        })
        .collect();
    let mut doomed = vec![root];
    let mut next = 0;
    while next < doomed.len() {
        let parent = doomed[next];
        doomed.extend(pairs.iter().filter(|pair| pair.1 == parent).map(|pair| pair.0));
        next += 1;
    }
    let doomed: Vec<String> = doomed.iter().map(u32::to_string).collect();
    for signal in ["-TERM", "-KILL"] {
        let _ = Command::new("kill").arg(signal).args(&doomed).output();
        thread::sleep(Duration::from_millis(500));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    fn shell(script: &str) -> Job {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        Job::new("test", command)
    }

    #[test]
    #[cfg(unix)]
    fn output_is_kept_in_order_and_failure_shows_it() {
        let done = shell("echo one; echo two >&2; echo three").run().unwrap();
        assert_eq!(done.output, "one\ntwo\nthree\n");
        let error = shell("echo broken; exit 3").run().err().unwrap().to_string();
        assert!(error.contains("exit 3") && error.contains("broken"), "{error}");
    }

    #[test]
    #[cfg(unix)]
    fn a_child_that_takes_too_long_is_ended_with_what_it_started() {
        let start = Instant::now();
        let error = shell("sleep 60 & sleep 60").limit(Duration::from_millis(300)).run().err().unwrap();
        assert!(error.to_string().contains("was ended after"), "{error}");
        assert!(start.elapsed() < Duration::from_secs(20));
    }

    #[test]
    fn a_missing_program_is_named_with_its_remedy() {
        let job = Job::new("test", Command::new("no-such-program-at-all")).remedy("install it");
        let error = format!("{:#}", job.run().err().unwrap());
        assert!(error.contains("cannot start `no-such-program-at-all`: install it"), "{error}");
    }

    #[test]
    fn times_read_well() {
        assert_eq!(time(Duration::from_millis(440)), "0.4 s");
        assert_eq!(time(Duration::from_secs(12)), "12 s");
        assert_eq!(time(Duration::from_secs(185)), "3 min 05 s");
    }
}
