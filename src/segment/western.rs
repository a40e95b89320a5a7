//! Stops that want a space behind them: `.` `!` `?` `…` in Latin, Cyrillic, Greek, Arabic, Korean text.
//!
//! A full stop is judged by the word it stands on and the word that follows. A question mark ends a
//! sentence unless what follows shows that it does not, chiefly a lower-case word behind a quote.

use super::look::{Class, Next, ahead, dash, opens_quote, split_word};
use super::quotes::Pair;
use super::stop::{Kind, Stop};
use super::tables::{Abbreviation, Rules};

/// Whether a sentence ends at `stop`.
pub(super) fn ends(stop: &Stop, rules: &Rules) -> bool {
    // `(?)` and `[…]` are signs within a sentence, `2.` is the number of a point.
    if stop.words == 0 || stop.opened || stop.point {
        return false;
    }
    let next = Next::of(stop.rest);
    match next.class {
        Class::End => true,
        Class::Closing => false,
        _ if !stop.gap && !sticks(stop, &next, rules) => false,
        _ => match stop.kind {
            Kind::Period => period(stop, &next, rules),
            Kind::Dots => dots(stop, &next, rules),
            Kind::Strong => strong(stop, &next, rules),
        },
    }
}

/// Whether the next sentence may have stuck to this one because the white space was lost, rather
/// than `stop` standing inside a name, a number or an address.
fn sticks(stop: &Stop, next: &Next, rules: &Rules) -> bool {
    if next.class != Class::Upper {
        return false;
    }
    match stop.closed {
        Some(closed) => matches!(closed.pair, Pair::Double | Pair::Single),
        None if stop.rest.starts_with('—') => stop.words > 1,
        None => {
            stop.word.len() > 2
                && stop.word.chars().all(char::is_lowercase)
                && opens(next, rules)
                && next.rest.starts_with(' ')
        }
    }
}

fn period(stop: &Stop, next: &Next, rules: &Rules) -> bool {
    let abbreviation = if stop.dot { abbreviation(stop, rules) } else { None };
    let lower = next.class == Class::Lower;
    match abbreviation {
        Some(_) if closes(stop, Pair::Bracket) && stop.aside => false,
        Some(Abbreviation::Inner) => false,
        // What follows in a heading is capitalized for its place, not for its sense.
        Some(kind) if stop.block.heading && kind != Abbreviation::Number => false,
        // `no. it isn't`, but `no. of pages`
        Some(Abbreviation::Number) if lower => {
            rules.lower && stop.words == 1 && !rules.joiners.has(next.word)
        }
        Some(Abbreviation::Number) => !numeric(next.class) && !roman(next.word) && !initial(next),
        Some(Abbreviation::Either) => {
            opens(next, rules) || next.class == Class::Upper && opens_quote(next.opener)
        }
        Some(Abbreviation::Initial) => opens(next, rules) && !in_name(stop, rules),
        Some(Abbreviation::Clock) => {
            let early = stop.words <= 5 && rules.early.has(stop.first) && !opens_quote(next.opener);
            !lower && !early && !follows_clock(next, rules)
        }
        Some(Abbreviation::Last) => !lower,
        None if lower => rules.lower && stop.closed.is_none() && !clipped(stop.word),
        None => !(rules.ordinals && ordinal(stop.word)),
    }
}

fn dots(stop: &Stop, next: &Next, rules: &Rules) -> bool {
    match next.class {
        Class::Lower => false,
        _ if closes(stop, Pair::Bracket) && stop.aside => false,
        _ if quoted(stop) => !names_speaker(stop.rest, rules),
        Class::Digit | Class::Symbol => false,
        // A speaker hesitates: `Well … I don't know.`
        Class::Upper if next.word == "I" || next.word.starts_with("I’") || next.word.starts_with("I'") => {
            !stop.spaced && stop.words > 1
        }
        Class::Caseless => !stop.spaced,
        _ => true,
    }
}

fn strong(stop: &Stop, next: &Next, rules: &Rules) -> bool {
    let lower = next.class == Class::Lower;
    // `“Help!” (1965)`
    if next.class == Class::Digit && next.opener == Some(Pair::Bracket) {
        return false;
    }
    match stop.closed {
        // `The band (remember them?) Played On`: a question in the middle of a sentence.
        Some(closed) if closed.pair == Pair::Bracket => !stop.aside && !lower,
        Some(_) => !lower && !names_speaker(stop.rest, rules),
        None if rules.shouts.has(stop.word) => opens(next, rules),
        // A mark on no word is a name: the `#!` line.
        None if lower && stop.word.is_empty() => false,
        None if lower => rules.lower && stop.words > 1 && !stop.inside && !rules.joiners.has(next.word),
        None => true,
    }
}

/// Whether a number follows, or a sum of money.
fn numeric(class: Class) -> bool {
    matches!(class, Class::Digit | Class::Symbol)
}

fn closes(stop: &Stop, pair: Pair) -> bool {
    stop.closed.is_some_and(|closed| closed.pair == pair)
}

fn quoted(stop: &Stop) -> bool {
    closes(stop, Pair::Double) || closes(stop, Pair::Single)
}

/// The abbreviation before a full stop: one that a table has, or one that has the shape.
fn abbreviation(stop: &Stop, rules: &Rules) -> Option<Abbreviation> {
    if let Some(known) = rules.abbreviation(stop.word) {
        return Some(known);
    }
    let mut parts = stop.word.split('.');
    let letter = single_letter(parts.next()?)?;
    if stop.word.len() > letter.len_utf8() {
        // U.S., A.I.
        return parts.all(|part| single_letter(part).is_some()).then_some(Abbreviation::Either);
    }
    match letter {
        // A syllable of Korean is a word.
        '가'..='힣' => None,
        _ if letter.is_lowercase() => Some(Abbreviation::Number),
        _ => Some(Abbreviation::Initial),
    }
}

fn single_letter(text: &str) -> Option<char> {
    let mut chars = text.chars();
    let letter = chars.next().filter(|c| c.is_alphabetic())?;
    chars.next().is_none().then_some(letter)
}

/// Whether the initial at `stop` is certainly part of a name: it begins the sentence, or another
/// initial or a title stands before it.
fn in_name(stop: &Stop, rules: &Rules) -> bool {
    stop.words == 1
        || single_letter(stop.earlier).is_some_and(char::is_uppercase)
        || rules.abbreviation(stop.earlier) == Some(Abbreviation::Inner)
}

/// Whether the next word opens a sentence by itself, whatever stands before it.
fn opens(next: &Next, rules: &Rules) -> bool {
    next.class == Class::Upper
        && !next.rest.starts_with('-')
        && !(next.word == "No" && next.rest.starts_with('.'))
        && (rules.openers.has(stem(next.word)) || next.word.ends_with("n’t") || next.word.ends_with("n't"))
}

/// The word before its apostrophe: `It` of `It’s`.
fn stem(word: &str) -> &str {
    word.split(['’', '\'']).next().unwrap_or_default()
}

/// Whether a single letter with a full stop follows, as in `z. B.`
fn initial(next: &Next) -> bool {
    single_letter(next.word).is_some() && next.rest.starts_with('.')
}

fn roman(word: &str) -> bool {
    word.len() > 1 && word.bytes().all(|b| b"ivxlcIVXLC".contains(&b))
}

/// Whether a word is short and without a vowel: `mgmt`, `dept` would be in a table, this need not.
fn clipped(word: &str) -> bool {
    !word.is_empty()
        && word.len() < 6
        && word.bytes().all(|b| b.is_ascii_lowercase() && !b"aeiouy".contains(&b))
}

fn ordinal(word: &str) -> bool {
    matches!(word.len(), 1 | 2) && word.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a day, a month, a time zone or `London time` follows `a.m.`
fn follows_clock(next: &Next, rules: &Rules) -> bool {
    let zone = matches!(next.word.len(), 2..=4)
        && next.word.bytes().all(|b| b.is_ascii_uppercase())
        && next.word.ends_with(['T', 'C']);
    let (second, _) = split_word(next.rest.trim_start());
    zone || rules.clock.has(next.word) || second.eq_ignore_ascii_case("time")
}

/// Whether a speaker is named and speaks, as in `“Why?” Ms. Kessel asked.`: the capital is the
/// name's and no new sentence. `“Why?” Kessel said, “Because …”` is one, and so is `“Why?” He said …`.
fn names_speaker(rest: &str, rules: &Rules) -> bool {
    let mut text = rest.trim_start();
    // A title, three names, two particles: no name is longer.
    for count in 0..6 {
        let (word, after) = split_word(text);
        let capital = word.starts_with(char::is_uppercase);
        let opener = count == 0 && word != "I" && !after.starts_with('.') && rules.openers.has(stem(word));
        if word.is_empty() || opener || !capital && count == 0 {
            return false;
        }
        if !capital && rules.speech.has(word) {
            return speech(word, after);
        }
        if !capital && word.len() > 3 {
            return false;
        }
        if let Some(apposition) = after.strip_prefix(',') {
            return speaks_after_comma(apposition, rules);
        }
        text = after.strip_prefix('.').unwrap_or(after).trim_start();
    }
    false
}

/// Whether the verb of speech `word` goes with the quote before it, by the text `after` it.
fn speech(word: &str, after: &str) -> bool {
    match ahead(after).next() {
        None | Some('.' | ';') => true,
        // What is said next starts a sentence of its own, unless it goes on in lower case.
        Some(',') => {
            let next = Next::of(after.strip_prefix(',').unwrap_or(after));
            !(opens_quote(next.opener) && next.class == Class::Upper)
        }
        Some(c) => dash(c) || c != ':' && word.starts_with("ask"),
    }
}

/// Whether `text` says in passing who the speaker is, and then that he speaks:
/// `the chief executive, asked.`
fn speaks_after_comma(text: &str, rules: &Rules) -> bool {
    let length = ahead(text).take_while(|&c| c != ',' && c != '.').map(char::len_utf8).sum();
    let Some(tail) = text.get(length..).and_then(|tail| tail.strip_prefix(',')) else {
        return false;
    };
    let (word, after) = split_word(tail.trim_start());
    rules.speech.has(word) && speech(word, after)
}
