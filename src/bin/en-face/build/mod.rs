//! `en-face build`: pages to what a web site serves of them: static HTML, the finished links as JSON, a translation
//! memory, and a list.
//!
//! All cores work on the pages; what goes wrong with one is told and stops none of the others.

mod folder;
mod sources;

use crate::align::json;
use crate::input::{self, Error};
use crate::linking::Linking;
use crate::pool;
use en_face::bitext::Bitext;
use en_face::encode::Encoder;
use en_face::export::publish::{self, Base, Entry, Place, Written};
use en_face::export::{Document, Format};
use en_face::page::Page;
use folder::Folder;
use sources::Source;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

#[derive(clap::Args)]
pub struct Arguments {
    /// Pages, or folders whose .txt and .md files are pages
    #[arg(value_name = "PAGE", required = true)]
    pages: Vec<PathBuf>,
    /// The folder to write NAME.html, NAME.json and NAME.tmx into, and index.html of several pages
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Write over files that en-face has not made
    #[arg(long)]
    force: bool,
    /// Write the style into NAME.css instead of the HTML, for sites whose policy is style-src 'self'
    #[arg(long)]
    css: bool,
    /// The address that DIR will have, for each page's canonical address
    #[arg(long, value_name = "URL")]
    base_url: Option<Base>,
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
    let sources = sources::find(&arguments.pages);
    let count = sources.len();
    let folder = Folder::new(&arguments.out, arguments.force)?;
    arguments.linking.tell_encoder(encoder.as_ref());

    let (mut entries, mut missing) = (Vec::new(), Vec::new());
    let mut tell = |what: &str, error: &Error| {
        eprintln!("en-face: {error}");
        missing.push(what.to_owned());
    };
    let jobs = arguments.jobs.map_or_else(pool::cores, usize::from);
    let work = |source: Result<Source, Error>| {
        source.and_then(|source| guarded(&source, &folder, encoder.as_ref(), arguments))
    };
    pool::in_order(jobs, sources.into_iter().map(Ok), work, |built: Result<Built, Error>| {
        match built.and_then(|built| built.write(&folder)) {
            Ok(entry) => entries.push(entry),
            Err(error) => tell(error.file(), &error),
        }
        Ok(ControlFlow::Continue(()))
    })?;
    if count > 1 && !entries.is_empty() {
        write_list(&entries, &folder, arguments).unwrap_or_else(|error| tell("the list of pages", &error));
    }
    if missing.is_empty() {
        return Ok(());
    }
    let message = format!("{} of {count} pages built; not built: {}", entries.len(), missing.join(", "));
    Err(Error::new(&arguments.out, message))
}

impl Arguments {
    /// Where a page with this name stands.
    fn place<'a>(&'a self, name: &'a str) -> Place<'a> {
        Place { name, base: self.base_url.as_ref(), has_sheet: self.css }
    }
}

fn write_list(entries: &[Entry], folder: &Folder, arguments: &Arguments) -> Result<(), Error> {
    let files =
        files(sources::LIST, publish::index(&arguments.title, entries, arguments.place(sources::LIST)));
    files.iter().try_for_each(|(name, _)| folder.check(name, None))?;
    files.iter().try_for_each(|(name, content)| folder.write(name, content))
}

/// What becomes of a page: its files with their names.
struct Built {
    entry: Entry,
    files: Vec<(String, String)>,
}

/// The files of a page with this name.
fn files(name: &str, written: Written) -> Vec<(String, String)> {
    let css = written.css.map(|css| (format!("{name}.css"), css));
    [(format!("{name}.html"), written.html)].into_iter().chain(css).collect()
}

impl Built {
    fn write(self, folder: &Folder) -> Result<Entry, Error> {
        self.files.iter().try_for_each(|(name, content)| folder.write(name, content))?;
        Ok(self.entry)
    }
}

/// Builds a page; one that makes the program fail is an error like others.
fn guarded(
    source: &Source,
    folder: &Folder,
    encoder: Option<&Encoder>,
    arguments: &Arguments,
) -> Result<Built, Error> {
    // The encoder and the arguments are only read: a page that fails leaves them as they are.
    let attempt = || build(source, folder, encoder, arguments);
    catch_unwind(AssertUnwindSafe(attempt))
        .unwrap_or_else(|_| Err(Error::new(&source.file, "the page made the program fail; please report it")))
}

fn build(
    source: &Source,
    folder: &Folder,
    encoder: Option<&Encoder>,
    arguments: &Arguments,
) -> Result<Built, Error> {
    let Source { file, name } = source;
    let endings = ["html", "json", "tmx"].into_iter().chain(arguments.css.then_some("css"));
    for ending in endings {
        folder.check(&format!("{name}.{ending}"), Some(file))?;
    }
    let document = document(file, encoder, &arguments.linking)?;
    let place = arguments.place(name);
    let mut files = files(name, publish::page(&document, place));
    files.push((format!("{name}.json"), json(file, &document)?));
    files.push((format!("{name}.tmx"), Format::Tmx.write(&document)));
    Ok(Built { entry: Entry::new(&document, name), files })
}

fn document(file: &Path, encoder: Option<&Encoder>, linking: &Linking) -> Result<Document, Error> {
    let options = linking.options(&file.to_string_lossy());
    let page = Page::parse(input::text(file)?, &options).map_err(|error| Error::new(file, error))?;
    input::report(file, &page.notices);
    let bitext = Bitext::new(page);
    if let Some(objection) = encoder.and_then(|encoder| bitext.objection(encoder)) {
        let name = input::name(file);
        eprintln!("en-face: {name}: note: {objection}: linking by numbers, names, lengths and order");
    }
    Ok(Document::new(&bitext, linking.aligned(&bitext, encoder)))
}
