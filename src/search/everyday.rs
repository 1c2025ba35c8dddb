//! Everyday language: which themes and offers a text is about, by the examples it resembles.
//!
//! Takes the examples beside the index; gives, for the words of a query, what each offer is worth by its themes, by its
//! own examples and by its target groups. Rule: every example is a bag of stems; its likeness to the query is the cosine
//! of both, each stem weighted by its inverse document frequency over all examples (Salton & Buckley 1988). What has
//! several examples is as sure as the two most similar ones.

use crate::catalog::Catalog;
use crate::index::{About, Analyzer, Examples, Word, bag};
use std::collections::HashMap;

/// Examples that count for one theme or offer: the most similar ones.
const NEIGHBOURS: usize = 2;
/// What the second of them counts beside the first.
const SECOND: f32 = 0.3;
/// What a theme that is not an offer's first weighs.
const FURTHER: f32 = 0.85;
/// Themes a query is about, at most.
const THEMES: usize = 2;
/// How sure a theme or target group must be, from 0 to 1, and compared with the surest theme.
const LEAST: f32 = 0.2;
const OF_BEST: f32 = 0.55;
/// How sure an offer's own examples must be.
const LEAST_EXAMPLE: f32 = 0.15;
/// What a word that stands in no example weighs, compared with one that stands in a single one.
const UNKNOWN: f32 = 0.5;

/// The examples of a catalog, ready to be compared.
#[derive(Debug, Default)]
pub(super) struct Everyday {
    stems: HashMap<String, usize>,
    /// Per stem: its weight, and the examples that hold it with what it weighs there.
    postings: Vec<(f32, Vec<(u32, f32)>)>,
    /// What there are examples of.
    abouts: Vec<About>,
    /// Each example: what it is one of (a place in `abouts`), and the length of its bag.
    examples: Vec<(usize, f32)>,
    /// Offers of each theme, with what the theme weighs there.
    of_theme: Vec<Vec<(usize, f32)>>,
    /// Offers for each target group.
    of_group: Vec<Vec<usize>>,
}

/// What some words are about, as weights of offers, each from 0 to 1.
#[derive(Debug, Clone, Default)]
pub(super) struct Meant {
    /// Themes, the surest first, with how sure.
    pub(super) themes: Vec<(usize, f32)>,
    /// By its themes.
    pub(super) by_theme: Vec<f32>,
    /// By its own examples.
    pub(super) by_example: Vec<f32>,
    /// By its target groups.
    pub(super) by_group: Vec<f32>,
}

impl Everyday {
    /// Learns the examples of a catalog.
    pub(super) fn new(catalog: &Catalog, examples: &Examples, analyzer: &Analyzer) -> Self {
        let mut everyday = Self::default();
        let places = everyday.places(catalog, examples, analyzer);
        let mut found: Vec<f32> = vec![0.0; everyday.postings.len()];
        let mut known: HashMap<About, usize> = HashMap::new();
        for (number, example) in examples.all.iter().enumerate() {
            let next = everyday.abouts.len();
            let about = *known.entry(example.about).or_insert(next);
            if about == next {
                everyday.abouts.push(example.about);
            }
            everyday.examples.push((about, 0.0));
            for (stem, weight) in &example.bag {
                let at = places[*stem];
                let postings = &mut everyday.postings[at].1;
                let number = u32::try_from(number).unwrap_or(u32::MAX);
                if postings.last().is_none_or(|(last, _)| *last != number) {
                    postings.push((number, *weight));
                    found[at] += 1.0;
                }
            }
        }
        let all = examples.all.len() as f32;
        for ((idf, examples), found) in everyday.postings.iter_mut().zip(found) {
            *idf = (1.0 + all / f32::max(found, 1.0)).ln();
            for (example, weight) in examples {
                everyday.examples[*example as usize].1 += (*idf * *weight).powi(2);
            }
        }
        everyday.examples.iter_mut().for_each(|(_, length)| *length = length.sqrt());
        everyday.offers(catalog);
        everyday
    }

    /// Where the postings of each stem are: those that stand for each other share one place.
    fn places(&mut self, catalog: &Catalog, examples: &Examples, analyzer: &Analyzer) -> Vec<usize> {
        for group in &catalog.synonyms.groups {
            let words = group.iter().map(|word| analyzer.words(word)).filter(|words| words.len() == 1);
            let stems = words.filter_map(|words| words[0].forms.first().map(|form| form.stem.clone()));
            let stems: Vec<String> = stems.collect();
            let next = self.postings.len();
            let place = stems.iter().find_map(|stem| self.stems.get(stem).copied()).unwrap_or(next);
            if place == next {
                self.postings.push((0.0, Vec::new()));
            }
            stems.into_iter().for_each(|stem| {
                self.stems.entry(stem).or_insert(place);
            });
        }
        let place = |stem: &String| {
            let next = self.postings.len();
            let at = *self.stems.entry(stem.clone()).or_insert(next);
            if at == next {
                self.postings.push((0.0, Vec::new()));
            }
            at
        };
        examples.stems.iter().map(place).collect()
    }

    /// The offers of every theme and target group.
    fn offers(&mut self, catalog: &Catalog) {
        self.of_theme = vec![Vec::new(); catalog.vocabularies.themes.len()];
        self.of_group = vec![Vec::new(); catalog.vocabularies.target_groups.len()];
        for (number, offer) in catalog.offers.iter().enumerate() {
            for (place, theme) in offer.themes.iter().enumerate() {
                let weight = if place == 0 { 1.0 } else { FURTHER };
                self.of_theme[theme.position].push((number, weight));
            }
            for group in offer.target_groups.iter().chain(&offer.only_for) {
                self.of_group[group.position].push(number);
            }
        }
    }

    /// Whether a word stands in some example.
    pub(super) fn knows(&self, word: &Word) -> bool {
        bag(&[word]).iter().any(|(stem, weight)| *weight >= 1.0 && self.stems.contains_key(stem))
    }

    /// What these words are about.
    pub(super) fn meant(&self, words: &[&Word], documents: usize) -> Meant {
        let nothing = vec![0.0; documents];
        let mut meant =
            Meant { themes: Vec::new(), by_theme: nothing.clone(), by_example: nothing.clone(), by_group: nothing };
        let mut themes: Vec<(usize, f32)> = Vec::new();
        for (about, sure) in self.about(words) {
            match about {
                About::Theme(position) if sure >= LEAST => themes.push((position, sure)),
                About::TargetGroup(position) if sure >= LEAST => {
                    let offers = self.of_group[position].iter();
                    offers.for_each(|offer| meant.by_group[*offer] = meant.by_group[*offer].max(sure));
                }
                About::Offer(offer) if sure >= LEAST_EXAMPLE => meant.by_example[offer] = sure,
                _ => {}
            }
        }
        themes.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let surest = themes.first().map_or(0.0, |(_, sure)| *sure);
        themes.retain(|(_, sure)| *sure >= OF_BEST * surest);
        themes.truncate(THEMES);
        for (position, sure) in &themes {
            for (offer, weight) in &self.of_theme[*position] {
                meant.by_theme[*offer] = meant.by_theme[*offer].max(sure * weight);
            }
        }
        meant.themes = themes;
        meant
    }

    /// What these words are about, in no order; sureness from 0 to 1.
    fn about(&self, words: &[&Word]) -> Vec<(About, f32)> {
        let bag = bag(words);
        // A word that stands in no example is about something else.
        let unknown = (1.0 + self.examples.len() as f32).ln() * UNKNOWN;
        let mut length = 0.0f32;
        let mut products = vec![0.0f32; self.examples.len()];
        let mut touched: Vec<u32> = Vec::new();
        for (stem, weight) in &bag {
            let Some(at) = self.stems.get(stem) else {
                length += (unknown * weight).powi(2);
                continue;
            };
            let (idf, examples) = &self.postings[*at];
            length += (idf * weight).powi(2);
            for (example, there) in examples {
                let product = &mut products[*example as usize];
                if *product == 0.0 {
                    touched.push(*example);
                }
                *product += idf * idf * weight * there;
            }
        }
        let length = length.sqrt();
        let mut near = vec![[0.0f32; NEIGHBOURS]; self.abouts.len()];
        let mut seen: Vec<usize> = Vec::new();
        for example in touched {
            let (about, there) = self.examples[example as usize];
            let likeness = products[example as usize] / (there * length).max(f32::EPSILON);
            let [first, second] = &mut near[about];
            if *first == 0.0 {
                seen.push(about);
            }
            if likeness > *first {
                (*first, *second) = (likeness, *first);
            } else {
                *second = second.max(likeness);
            }
        }
        let sure = |[first, second]: [f32; NEIGHBOURS]| (first + SECOND * second) / (1.0 + SECOND);
        seen.into_iter().map(|about| (self.abouts[about], sure(near[about]))).collect()
    }
}
