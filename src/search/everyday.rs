//! Everyday language: what each offer is worth for a text by what the text is like.
//!
//! Takes the examples beside the index and the offers of a catalog; gives, for the words of a query, what each offer is
//! worth by its themes, by the needs it answers, by its own examples and by its target groups.

use super::likeness;
use crate::catalog::Catalog;
use crate::index::{About, Index, Word};
use fixedbitset::FixedBitSet;

/// What a theme that is not an offer's first weighs.
const FURTHER: f32 = 0.85;
/// Themes a query is about, at most.
const THEMES: usize = 2;
/// How sure a theme, need or target group must be, from 0 to 1, and a theme compared with the surest one.
const LEAST: f32 = 0.2;
const OF_BEST: f32 = 0.55;
/// How sure an offer's own examples must be.
const LEAST_EXAMPLE: f32 = 0.15;
/// Needs a query can have, at most.
const NEEDS: usize = 4;
/// How sure a need must be compared with the surest one.
const OF_BEST_NEED: f32 = 0.8;
/// How sure a need must be to decide what is found.
pub(super) const SURE_NEED: f32 = 0.35;
/// How much the surest of its themes adds to how sure a need is.
const BY_THEME: f32 = 0.15;

/// What there are examples of, and the offers that belong to it.
#[derive(Debug, Default)]
pub(super) struct Everyday {
    /// Offers of each theme, with what the theme weighs there.
    of_theme: Vec<Vec<(usize, f32)>>,
    /// Offers for each target group.
    of_group: Vec<Vec<usize>>,
}

/// What some words are about.
#[derive(Debug, Clone, Default)]
pub(super) struct Meant {
    /// Themes, the surest first, with how sure.
    pub(super) themes: Vec<(usize, f32)>,
    /// What each offer is worth.
    pub(super) offers: Vec<Worth>,
    /// Needs, the surest first, with how sure.
    pub(super) needs: Vec<(usize, f32)>,
    /// Themes to name for what was found by them: the surest, else those of the surest need.
    pub(super) named: Vec<usize>,
}

/// What an offer is worth for some words, each from 0 to 1.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Worth {
    /// By its themes.
    pub(super) theme: f32,
    /// By its own examples.
    pub(super) example: f32,
    /// By the needs it answers.
    pub(super) need: f32,
    /// By its target groups.
    pub(super) group: f32,
    /// It would be wrong for whoever has the need the words speak of.
    pub(super) wrong: bool,
}

impl Everyday {
    /// Takes what the offers of a catalog belong to.
    pub(super) fn new(catalog: &Catalog) -> Self {
        let mut everyday = Self {
            of_theme: vec![Vec::new(); catalog.vocabularies.themes.len()],
            of_group: vec![Vec::new(); catalog.vocabularies.target_groups.len()],
        };
        for (number, offer) in catalog.offers.iter().enumerate() {
            for (place, theme) in offer.themes.iter().enumerate() {
                let weight = if place == 0 { 1.0 } else { FURTHER };
                everyday.of_theme[theme.position].push((number, weight));
            }
            for group in offer.target_groups.iter().chain(&offer.only_for) {
                everyday.of_group[group.position].push(number);
            }
        }
        everyday
    }

    /// What these words are about.
    pub(super) fn meant(&self, index: &Index, words: &[&Word]) -> Meant {
        let answered = index.needs();
        let mut meant = Meant::nothing(index.documents());
        let mut sure_themes = vec![0.0f32; self.of_theme.len()];
        let mut needs: Vec<(usize, f32)> = Vec::with_capacity(answered.len());
        likeness::about(index, words, |about, sure| match about {
            About::Theme(position) => sure_themes[position] = sure,
            About::Need(position) => needs.push((position, sure)),
            About::TargetGroup(position) if sure >= LEAST => {
                let offers = self.of_group[position].iter();
                offers.for_each(|offer| raise(&mut meant.offers[*offer].group, sure));
            }
            About::Offer(offer) if sure >= LEAST_EXAMPLE => meant.offers[offer].example = sure,
            _ => {}
        });
        for (position, sure) in &mut needs {
            let of_theme = answered[*position].themes.iter().map(|theme| sure_themes[*theme]).fold(0.0, f32::max);
            *sure = (*sure + BY_THEME * of_theme) / (1.0 + BY_THEME);
        }
        let themes = sure_themes.into_iter().enumerate().collect();
        meant.themes = surest(themes, LEAST, OF_BEST, THEMES);
        for (position, sure) in &meant.themes {
            for (offer, weight) in &self.of_theme[*position] {
                raise(&mut meant.offers[*offer].theme, sure * weight);
            }
        }
        meant.needs = surest(needs, LEAST, OF_BEST_NEED, NEEDS);
        for (position, sure) in &meant.needs {
            let need = &answered[*position];
            for (offer, worth) in &need.answers {
                // Half as sure is a quarter as likely: examples resemble each other in single words.
                raise(&mut meant.offers[*offer].need, sure * sure * worth);
            }
            // The surest need that names an offer decides: what answers a surer one is not wrong.
            for offer in need.never.iter().filter(|_| *sure >= SURE_NEED) {
                let worth = &mut meant.offers[*offer];
                worth.wrong |= worth.need == 0.0;
            }
        }
        meant.named = match (&meant.themes[..], &meant.needs[..]) {
            ([], [(need, _), ..]) => answered[*need].themes.clone(),
            (themes, _) => themes.iter().map(|(theme, _)| *theme).collect(),
        };
        meant
    }
}

impl Meant {
    /// What part of the offers that answer a sure need is left; 1 where none is sure or none answers it.
    pub(super) fn part_left(&self, offers: &FixedBitSet, left: &FixedBitSet) -> f32 {
        let worth = |offers: &FixedBitSet| offers.ones().map(|offer| self.offers[offer].need).sum::<f32>();
        let all = worth(offers);
        let sure = self.needs.first().is_some_and(|(_, sure)| *sure >= SURE_NEED);
        if sure && all > 0.0 { worth(left) / all } else { 1.0 }
    }

    /// Words that are about nothing but themselves.
    pub(super) fn nothing(documents: usize) -> Self {
        Self { offers: vec![Worth::default(); documents], ..Self::default() }
    }
}

fn raise(worth: &mut f32, to: f32) {
    *worth = worth.max(to);
}

/// Those that are sure enough, by themselves and beside the surest, the surest first.
fn surest(mut all: Vec<(usize, f32)>, least: f32, of_best: f32, most: usize) -> Vec<(usize, f32)> {
    all.retain(|(_, sure)| *sure >= least);
    all.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let best = all.first().map_or(0.0, |(_, sure)| *sure);
    all.retain(|(_, sure)| *sure >= of_best * best);
    all.truncate(most);
    all
}
