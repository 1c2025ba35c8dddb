//! Why an offer stands where it stands: words, tiers, weights, meaning, filters, ties.
//!
//! Takes a search, a query, an offer and `now`; gives a [`Why`] as plain values, worked out by the same parts as the order
//! itself.

use super::Search;
use super::query::Query;
use super::results::Understood;
use super::scoring::{Hold, Scorer};
use jiff::Zoned;

/// Why an offer stands where it stands.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Why {
    /// Its place among the offers found, from 1; `None` if it is not found.
    pub rank: Option<usize>,
    /// Offers found.
    pub of: usize,
    /// Its relevance.
    pub score: f32,
    /// The words looked for, each with what the offer holds of it.
    pub words: Vec<WordWhy>,
    /// Themes the words are about (slugs), with how sure from 0 to 1; only those the offer has.
    pub themes: Vec<(String, f32)>,
    /// Needs the words are about and the offer answers, by their places in `Catalog::needs`, with how sure from 0 to 1.
    pub needs: Vec<(usize, f32)>,
    /// The need for which the offer would be wrong, so that it stands behind.
    pub wrong_for: Option<usize>,
    /// What these needs are worth here, from 0 to 1.
    pub by_need: f32,
    /// Likeness of the offer's own everyday examples, from 0 to 1.
    pub by_example: f32,
    /// How surely the words name one of its target groups, from 0 to 1.
    pub by_group: f32,
    /// Filters among the words, and whether the offer fits each.
    pub filters: Vec<(Understood, bool)>,
    /// What decides between equal relevance.
    pub ties: Ties,
}

/// A word looked for and how the offer holds it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct WordWhy {
    /// The word as looked for.
    pub word: String,
    /// What it adds to the relevance; 0 if the offer does not hold it.
    pub score: f32,
    /// Every way in which the offer holds it, best first.
    pub holds: Vec<Hold>,
}

/// What decides between offers of equal relevance, in this order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ties {
    /// Over or paused: behind all others, whatever the relevance.
    pub away: bool,
    /// Its check is overdue.
    pub overdue: bool,
    /// Distance in km from the place asked for, where both are known.
    pub distance: Option<f32>,
    /// Place in today's lot, from 0.
    pub lot: usize,
}

pub(super) fn why(search: &Search, query: &Query, offer: usize, now: &Zoned) -> Why {
    let day = search.day(now.date());
    let results = search.run(query, now);
    let asked = search.understanding().read(search, &day, query);
    let place = results.hits.iter().position(|hit| hit.offer == offer);
    let hit = place.map(|at| &results.hits[at]);
    let mut why = Why {
        rank: place.map(|at| at + 1),
        of: results.offers,
        score: hit.map_or(0.0, |hit| hit.score),
        filters: asked.understood.into_iter().zip(asked.bits.iter().map(|bits| bits[offer])).collect(),
        ties: Ties {
            away: day.away.contains(offer),
            overdue: day.overdue.contains(offer),
            distance: hit.and_then(|hit| hit.distance),
            lot: day.neutral[offer],
        },
        ..Why::default()
    };
    let Some(words) = asked.words else { return why };
    let mut scorer = Scorer::new(&search.index, words.sentence);
    let word = |held: &super::scoring::Held| WordWhy {
        word: held.wanted.surface.clone(),
        score: held.scores[offer],
        holds: scorer.holds(&held.wanted, offer),
    };
    why.words = words.words.iter().map(word).collect();
    let own = &search.catalog.offers[offer].themes;
    let themes = words.meant.themes.iter().filter_map(|(position, sure)| {
        let theme = own.iter().find(|theme| theme.position == *position)?;
        Some((theme.slug.clone(), *sure))
    });
    why.themes = themes.collect();
    let needs = search.index.needs();
    let answers = |need: usize| needs[need].answers.iter().any(|(answer, _)| *answer == offer);
    why.needs = words.meant.needs.iter().copied().filter(|(need, _)| answers(*need)).collect();
    let worth = words.meant.offers.get(offer).copied().unwrap_or_default();
    let rules_out = |need: &usize| worth.wrong && needs[*need].never.contains(&offer);
    why.wrong_for = words.meant.needs.iter().map(|(need, _)| *need).find(rules_out);
    (why.by_need, why.by_example, why.by_group) = (worth.need, worth.example, worth.group);
    why
}
