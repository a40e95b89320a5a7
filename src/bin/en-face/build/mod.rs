//! `en-face build`: pages to what a web site serves of them: static HTML, the finished links as JSON, a translation
//! memory, and a list.
//!
//! All cores work on the pages; what goes wrong with one is told and stops none of the others.

mod folder;
mod sources;

use crate::align::json;
use crate::input::{self, Error};
use crate::linking::Linking;
use crate::{pool, progress};
use en_face::bitext::Bitext;
use en_face::encode::Encoder;
use en_face::export::publish::{self, Address, Base, Entry, Integrity, Place, Script, Written};
use en_face::export::{Document, Format};
use en_face::page::{Notice, Page, Replaced};
use folder::Folder;
use sources::{Source, Sources, is_hidden};
use std::fmt::Display;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

#[derive(clap::Args)]
pub struct Arguments {
    /// Pages, or folders whose .txt and .md files are pages, in depth
    #[arg(value_name = "PAGE", required = true)]
    pages: Vec<PathBuf>,
    /// The folder to write NAME.html, NAME.json and NAME.tmx into, each where its page stands in the folder that was named, and
    /// index.html of several pages
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Write over files that en-face has not made
    #[arg(long)]
    force: bool,
    /// Build pages with bytes that are not UTF-8, too, with U+FFFD in their place
    #[arg(long)]
    lossy: bool,
    /// Write the style into NAME.css instead of the HTML, for sites whose policy is style-src 'self'
    #[arg(long)]
    css: bool,
    /// The address that DIR will have, for each page's canonical address
    #[arg(long, value_name = "URL")]
    base_url: Option<Base>,
    /// The address of en-face-in-place.js, for pages that do more where scripts run; a path is seen from DIR
    #[arg(long, value_name = "ADDRESS")]
    script: Option<Address>,
    /// The script's hash, which browsers check: sha384-…
    #[arg(long, value_name = "HASH", requires = "script")]
    integrity: Option<Integrity>,
    /// What index.html is headed
    #[arg(long, value_name = "TEXT", default_value = "Pages")]
    title: String,
    /// How many pages to work on at a time; as many as there are cores unless told
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    jobs: Option<u16>,
    #[command(flatten)]
    linking: Linking,
}

/// Builds all pages that can be, and the list of them.
///
/// # Errors
///
/// How many are missing and which; why has been told before.
pub fn run(arguments: &Arguments) -> Result<(), Error> {
    let encoder = arguments.linking.encoder()?;
    let site = Site {
        folder: Folder::new(&arguments.out, arguments.force)?,
        encoder,
        script: arguments.script(),
        arguments,
    };
    let Sources { pages: sources, hidden } = Sources::find(&arguments.pages, &arguments.out);
    let count = sources.len();
    arguments.linking.tell_encoder(site.encoder.as_ref());
    for file in hidden {
        let note = "is hidden and was passed over; to build it, name the file itself";
        eprintln!("{}", input::note(&file, note));
    }

    let (mut entries, mut missing) = (Vec::new(), Vec::new());
    let bar = progress::bar(Some(count as u64), 0);
    let jobs = arguments.jobs.map_or_else(pool::cores, usize::from);
    let work = |source: Result<Source, Error>| match source {
        Ok(source) => site.guarded(&source),
        Err(error) => Outcome { notes: Vec::new(), built: Err(error) },
    };
    let mut tell = |what: &str, error: &Error| {
        bar.suspend(|| eprintln!("en-face: {error}"));
        missing.push(what.to_owned());
    };
    pool::in_order(jobs, sources.into_iter().map(Ok), work, |Outcome { notes, built }| {
        for note in notes {
            bar.suspend(|| eprintln!("{note}"));
        }
        match built.and_then(|built| built.write(&site.folder)) {
            Ok(entry) => entries.push(entry),
            Err(error) => tell(error.file(), &error),
        }
        bar.inc(1);
        bar.set_message(format!("{} of {count} pages", bar.position()));
        Ok(ControlFlow::Continue(()))
    })?;
    if count > 1 && !entries.is_empty() {
        site.write_list(&entries).unwrap_or_else(|error| tell("the list of pages", &error));
    }
    bar.finish_and_clear();
    if missing.is_empty() {
        return Ok(());
    }
    let message = format!("{} of {count} pages built; not built: {}", entries.len(), missing.join(", "));
    Err(Error::new(&arguments.out, message))
}

impl Arguments {
    fn script(&self) -> Option<Script> {
        let address = self.script.clone()?;
        Some(Script { address, integrity: self.integrity.clone() })
    }
}

/// What all pages are built with.
struct Site<'a> {
    folder: Folder,
    encoder: Option<Encoder>,
    script: Option<Script>,
    arguments: &'a Arguments,
}

/// What becomes of a page, and what is odd about it.
struct Outcome {
    notes: Vec<String>,
    built: Result<Built, Error>,
}

/// A page's files with their names.
struct Built {
    entry: Entry,
    files: Vec<(String, String)>,
}

impl Built {
    fn write(self, folder: &Folder) -> Result<Entry, Error> {
        self.files.iter().try_for_each(|(name, content)| folder.write(name, content))?;
        Ok(self.entry)
    }
}

/// The files of a page with this name.
fn files(name: &str, written: Written) -> Vec<(String, String)> {
    let css = written.css.map(|css| (format!("{name}.css"), css));
    [(format!("{name}.html"), written.html)].into_iter().chain(css).collect()
}

impl Site<'_> {
    /// Where a page with this name stands.
    fn place<'a>(&'a self, name: &'a str) -> Place<'a> {
        let Arguments { base_url, css, .. } = self.arguments;
        Place { name, base: base_url.as_ref(), has_sheet: *css, script: self.script.as_ref() }
    }

    fn write_list(&self, entries: &[Entry]) -> Result<(), Error> {
        let list = publish::index(&self.arguments.title, entries, self.place(sources::LIST));
        let files = files(sources::LIST, list);
        files.iter().try_for_each(|(name, _)| self.folder.check(name, None))?;
        files.iter().try_for_each(|(name, content)| self.folder.write(name, content))
    }

    /// Builds a page; one that makes the program fail is an error like others.
    fn guarded(&self, source: &Source) -> Outcome {
        let mut notes = Vec::new();
        // What is shared is only read: a page that fails leaves it as it is.
        let attempt = AssertUnwindSafe(|| self.build(source, &mut notes));
        let failed = "the page made the program fail; please report it";
        let built = catch_unwind(attempt).unwrap_or_else(|_| Err(Error::new(&source.file, failed)));
        Outcome { notes, built }
    }

    fn build(&self, Source { file, name }: &Source, notes: &mut Vec<String>) -> Result<Built, Error> {
        let endings = ["html", "json", "tmx"].into_iter().chain(self.arguments.css.then_some("css"));
        for ending in endings {
            self.folder.check(&format!("{name}.{ending}"), Some(file))?;
        }
        if is_hidden(name) {
            let note =
                "is hidden, and so are the files that are made of it: most servers keep such to themselves";
            notes.push(input::note(file, note));
        }
        let document = self.document(file, notes)?;
        let mut files = files(name, publish::page(&document, self.place(name)));
        files.push((format!("{name}.json"), json(file, &document)?));
        files.push((format!("{name}.tmx"), Format::Tmx.write(&document)));
        Ok(Built { entry: Entry::new(&document, name), files })
    }

    fn document(&self, file: &Path, notes: &mut Vec<String>) -> Result<Document, Error> {
        let linking = &self.arguments.linking;
        let (text, replaced) = input::decoded(file)?;
        let note = |what: &dyn Display| input::note(file, what);
        if let Some(replaced) = replaced {
            let Replaced { line, offset } = replaced;
            if !self.arguments.lossy {
                let remedy = "convert the file to UTF-8, or build it as it is with --lossy";
                let message = format!("byte {offset}, on line {line}, is not UTF-8; {remedy}");
                return Err(Error::new(file, message));
            }
            notes.push(note(&Notice::from(replaced)));
        }
        let page = Page::parse(text, &linking.options(&file.to_string_lossy()));
        let page = page.map_err(|error| Error::new(file, error))?;
        notes.extend(page.notices.iter().map(|notice| note(notice)));
        let bitext = Bitext::new(page);
        let encoder = self.encoder.as_ref();
        if let Some(objection) = encoder.and_then(|encoder| bitext.objection(encoder)) {
            notes.push(note(&format!("{objection}: linking by numbers, names, lengths and order")));
        }
        Ok(Document::new(&bitext, linking.aligned(&bitext, encoder)))
    }
}
