//! What the commands that link pages are told about it: the encoder, the languages, the regime.

use crate::encoder;
use crate::input::Error;
use clap::ValueEnum;
use en_face::align::{Alignment, Regime};
use en_face::bitext::Bitext;
use en_face::encode::Encoder;
use en_face::lang::Lang;
use en_face::page::{Format, Options};
use std::path::PathBuf;

#[derive(clap::Args)]
pub struct Linking {
    /// The sentence encoder's file, or none
    #[arg(long, value_name = "FILE|none")]
    encoder: Option<PathBuf>,
    /// The language of the first text, instead of the one it seems to be in
    #[arg(long, value_name = "TAG", value_parser = tag)]
    left_lang: Option<Lang>,
    /// The language of the second text
    #[arg(long, value_name = "TAG", value_parser = tag)]
    right_lang: Option<Lang>,
    /// How the two texts belong together
    #[arg(long, value_enum, default_value_t = RegimeChoice::Auto)]
    regime: RegimeChoice,
}

#[derive(Clone, Copy, ValueEnum)]
enum RegimeChoice {
    Auto,
    Summary,
    Parallel,
}

fn tag(value: &str) -> Result<Lang, String> {
    let right = !value.is_empty()
        && value.split('-').all(|part| (1..=8).contains(&part.len()))
        && value.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    right
        .then(|| Lang::new(value.to_owned()))
        .ok_or_else(|| "a language tag looks like zh, en or zh-Hant".to_owned())
}

impl Linking {
    /// The regime, if the caller chose one.
    pub fn regime(&self) -> Option<Regime> {
        match self.regime {
            RegimeChoice::Auto => None,
            RegimeChoice::Summary => Some(Regime::Summary),
            RegimeChoice::Parallel => Some(Regime::Parallel),
        }
    }

    /// The languages that the caller chose.
    pub fn langs(&self) -> [Option<Lang>; 2] {
        [self.left_lang.clone(), self.right_lang.clone()]
    }

    /// How a page with this name is to be read.
    pub fn options(&self, name: &str) -> Options {
        Options { format: Format::of_name(name), langs: self.langs() }
    }

    /// The encoder that the caller chose, or the installed one.
    pub fn encoder(&self) -> Result<Option<Encoder>, Error> {
        encoder::load(self.encoder.as_deref())
    }

    /// Says that links are made without an encoder, unless that was asked for. To be called when the input has
    /// been read: an error stands alone.
    pub fn tell_encoder(&self, encoder: Option<&Encoder>) {
        if self.encoder.is_none() && encoder.is_none() {
            eprintln!(
                "en-face: no sentence encoder is installed: linking by numbers, names, lengths and order; name \
                 its file with --encoder ({}), or say --encoder none",
                encoder::PLACES
            );
        }
    }

    /// A page's links, with the encoder where there is one and it knows the languages.
    pub fn aligned(&self, bitext: &Bitext, encoder: Option<&Encoder>) -> Alignment {
        let meaning = encoder.and_then(|encoder| bitext.encode(encoder, self.regime()));
        bitext.align(self.regime(), meaning.as_ref())
    }
}
