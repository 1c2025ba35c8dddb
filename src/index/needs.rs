//! Which offers answer a need: those that hold the expert words editors gave it (`suche/fragen/`).
//!
//! Takes the texts of all offers; gives, for a need, offers with what each is worth, from 0 to 1, and the texts that lead
//! to none. Worked out when the index is built and kept beside it as lines of text. Of a text of a need an offer must hold
//! all words, in any form or as part of a compound; it is worth as much as the field in which the least of them stands.

use super::analyzer::{Analyzer, Word};
use super::fields::Field;
use super::stop_words::is_stop_word;
use crate::catalog::Catalog;
use crate::catalog::need::Need;
use std::collections::HashMap;
use std::io;

/// What helps too, compared with what is exactly meant.
const ALSO: f32 = 0.58;
/// What would be wrong.
const NEVER: f32 = -1.0;
/// What a word counts that stands inside another one.
const INSIDE: f32 = 0.94;

/// A need, with the offers that answer it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answered {
    /// Positions of its themes.
    pub themes: Vec<usize>,
    /// Offers, each with what it is worth, from 0 to 1, in catalog order.
    pub answers: Vec<(usize, f32)>,
    /// Offers that would be wrong for whoever has it.
    pub never: Vec<usize>,
    /// Texts (`meint`, then `auch`, then `nicht`, counted from 0) that no offer of its themes holds.
    pub idle: Vec<usize>,
}

/// One line a need: themes, offers that would be wrong, texts that lead to nothing, then offers with per cents.
pub(super) fn write(needs: &[Answered]) -> Vec<u8> {
    let mut text = String::new();
    for need in needs {
        text.push_str(&format!("{} {} {}", list(&need.themes), list(&need.never), list(&need.idle)));
        need.answers.iter().for_each(|(offer, worth)| text.push_str(&format!(" {offer}:{:.0}", 100.0 * worth)));
        text.push('\n');
    }
    text.into_bytes()
}

/// Reads what [`write`] wrote.
pub(super) fn read(bytes: &[u8]) -> io::Result<Vec<Answered>> {
    let wrong = || io::Error::new(io::ErrorKind::InvalidData, "die Anliegen sind beschädigt");
    let text = std::str::from_utf8(bytes).map_err(|_| wrong())?;
    text.lines().map(|line| answered(line).ok_or_else(wrong)).collect()
}

fn answered(line: &str) -> Option<Answered> {
    let mut cells = line.split(' ');
    let (themes, never, idle) = (positions(cells.next()?)?, positions(cells.next()?)?, positions(cells.next()?)?);
    let answer = |cell: &str| {
        let (offer, worth) = cell.split_once(':')?;
        Some((offer.parse().ok()?, worth.parse::<f32>().ok()? / 100.0))
    };
    Some(Answered { themes, answers: cells.map(answer).collect::<Option<_>>()?, never, idle })
}

/// Positions in one cell.
fn list(positions: &[usize]) -> String {
    positions.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}

/// Reads what [`list`] wrote.
fn positions(cell: &str) -> Option<Vec<usize>> {
    cell.split(',').filter(|position| !position.is_empty()).map(|position| position.parse().ok()).collect()
}

/// The stems of every offer, each with what the best field it stands in is worth.
#[derive(Default)]
pub(super) struct Holding {
    offers: Vec<HashMap<String, f32>>,
}

impl Holding {
    /// Adds the texts of the next offer.
    pub(super) fn add(&mut self, analyzer: &Analyzer, texts: &[(Field, &str)]) {
        let mut held: HashMap<String, f32> = HashMap::new();
        let mut note = |stem: &str, worth: f32| match held.get_mut(stem) {
            Some(known) => *known = known.max(worth),
            None => drop(held.insert(stem.to_owned(), worth)),
        };
        for (field, text) in texts {
            let Some(worth) = worth(*field) else { continue };
            for word in analyzer.words(text) {
                for form in word.forms.iter().chain(word.parts.iter().flat_map(|part| &part.forms)) {
                    note(&form.stem, worth);
                    let inside = form.parts.iter().chain(&form.spans);
                    inside.for_each(|part| note(&part.stem, INSIDE * worth));
                }
            }
        }
        self.offers.push(held);
    }

    /// The offers that answer each need of the catalog.
    pub(super) fn all(&self, catalog: &Catalog, analyzer: &Analyzer) -> Vec<Answered> {
        catalog.needs().iter().map(|need| self.answers(catalog, analyzer, need)).collect()
    }

    /// The offers that answer a need, in catalog order.
    fn answers(&self, catalog: &Catalog, analyzer: &Analyzer, need: &Need) -> Answered {
        let exactly = need.exactly.iter().map(|text| (text, 1.0));
        let texts = exactly.chain(need.also.iter().map(|text| (text, ALSO)));
        let texts = texts.chain(need.never.iter().map(|text| (text, NEVER)));
        let texts: Vec<(Vec<Word>, f32)> = texts.map(|(text, factor)| (analyzer.words(text), factor)).collect();
        let themes = need.themes.iter().filter_map(|slug| catalog.vocabularies.themes.get(slug));
        let themes: Vec<usize> = themes.map(|theme| theme.position).collect();
        let (mut answers, mut never) = (Vec::new(), Vec::new());
        let mut idle = vec![true; texts.len()];
        for (number, offer) in catalog.offers.iter().enumerate() {
            let fits = offer.themes.iter().any(|theme| themes.contains(&theme.position));
            let (mut best, mut wrong) = (0.0f32, false);
            // What would be wrong may belong to any theme.
            for ((words, factor), idle) in texts.iter().zip(&mut idle).filter(|((_, f), _)| fits || *f < 0.0) {
                let worth = factor * self.least(number, words);
                *idle &= worth == 0.0;
                wrong |= worth < 0.0;
                best = best.max(worth);
            }
            match (wrong, best > 0.0) {
                (true, _) => never.push(number),
                (false, true) => answers.push((number, best)),
                (false, false) => {}
            }
        }
        let idle = idle.into_iter().enumerate().filter_map(|(at, idle)| idle.then_some(at)).collect();
        Answered { themes, answers, never, idle }
    }

    /// What the word is worth that the offer holds least well; 0 if it lacks one.
    fn least(&self, offer: usize, words: &[Word]) -> f32 {
        let telling = words.iter().filter(|word| !word.forms.iter().any(|form| is_stop_word(&form.exact)));
        let worth = telling.map(|word| self.word(offer, word)).reduce(f32::min);
        worth.unwrap_or_default()
    }

    fn word(&self, offer: usize, word: &Word) -> f32 {
        let held = &self.offers[offer];
        let stem = |stem: &String| held.get(stem).copied().unwrap_or_default();
        let all = |stems: &mut dyn Iterator<Item = &String>| stems.map(stem).reduce(f32::min).unwrap_or_default();
        let own = word.forms.iter().map(|form| {
            let parts = all(&mut form.parts.iter().map(|part| &part.stem));
            stem(&form.stem).max(INSIDE * parts)
        });
        let hyphenated = all(&mut word.parts.iter().filter_map(|part| part.forms.first()).map(|form| &form.stem));
        own.fold(INSIDE * hyphenated, f32::max)
    }
}

/// What a word in a field says about what the offer is; `None` where it says something about others or about places.
const fn worth(field: Field) -> Option<f32> {
    Some(match field {
        Field::Title => 1.0,
        Field::Short => 0.94,
        Field::Words => 0.91,
        Field::Name | Field::Text => 0.84,
        Field::About => 0.66,
        Field::Theme | Field::Themes | Field::Hints | Field::Kind | Field::Town => return None,
    })
}
