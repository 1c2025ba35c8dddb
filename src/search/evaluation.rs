//! How good the search is: judged queries against what it finds.
//!
//! Takes a search, judged queries and `now`; gives an [`Evaluation`]: one [`Outcome`] a query and their averages as
//! [`Figures`]. The ranking measured is the order of the offers ([`Results::hits`]): the offer is the unit of the search,
//! how many of one partner a page shows side by side is a question of layout. Inside: `metrics` has the formulas, `difference` says whether two runs differ by more than chance.

pub mod difference;
pub mod metrics;

use super::Search;
use super::query::Query;
use super::results::Results;
use crate::catalog::choice::QueryClass;
use crate::catalog::judged::JudgedQuery;
use jiff::Zoned;
use std::collections::HashSet;

/// How every query came out.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Evaluation {
    /// One outcome a query, in the order of the file.
    pub outcomes: Vec<Outcome>,
}

/// How one query came out.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The query as judged.
    pub text: String,
    /// Its class; `None` for a query from elsewhere that names none and is not negative.
    pub class: Option<QueryClass>,
    /// Kept apart (`halten: ja`).
    pub held: bool,
    /// Whether nothing at all was found.
    pub zero: bool,
    /// What stood first, and its grade if it was judged.
    pub first: Option<(usize, Option<u8>)>,
    /// How well the order fits; `None` for a negative query, where there is no order to judge.
    pub scores: Option<Scores>,
}

/// Figures of one ranking, each from 0 (useless) to 1 (perfect).
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Scores {
    /// [`metrics::ndcg`].
    pub ndcg10: f64,
    /// [`metrics::recall`].
    pub recall10: f64,
    /// [`metrics::reciprocal_rank`].
    pub reciprocal_rank: f64,
}

/// Averages over several queries. `None` where there is nothing to average.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Figures {
    /// How many queries, negative ones included.
    pub queries: usize,
    /// Mean [`Scores::ndcg10`].
    pub ndcg10: Option<f64>,
    /// Mean [`Scores::recall10`].
    pub recall10: Option<f64>,
    /// Mean [`Scores::reciprocal_rank`].
    pub mrr: Option<f64>,
    /// Share of queries that find nothing: a failure, but of negative queries the aim.
    pub zero: Option<f64>,
    /// Share of queries whose first offer has grade 0 or was not judged at all; one without offers is not among them.
    pub wrong_first: Option<f64>,
}

impl Evaluation {
    /// Runs every query as if typed into the search field; `done` is called after each.
    #[must_use]
    pub fn of(search: &Search, queries: &[JudgedQuery], now: &Zoned, mut done: impl FnMut()) -> Self {
        let outcome = |judged: &JudgedQuery| {
            let outcome = Outcome::of(search, judged, &search.run(&typed(&judged.text), now));
            done();
            outcome
        };
        Self { outcomes: queries.iter().map(outcome).collect() }
    }

    /// Averages over what is held (or what is not). Negative queries count in `queries` alone.
    #[must_use]
    pub fn figures(&self, held: bool) -> Figures {
        let all: Vec<&Outcome> = self.outcomes.iter().filter(|o| o.held == held).collect();
        let ranked: Vec<&Outcome> = all.iter().copied().filter(|o| o.scores.is_some()).collect();
        Figures { queries: all.len(), ..averages(&ranked) }
    }

    /// Averages of every class that occurs, in the order of the list, those without a class last.
    #[must_use]
    pub fn classes(&self, held: bool) -> Vec<(Option<QueryClass>, Figures)> {
        let classes = QueryClass::ALL.iter().copied().map(Some).chain([None]);
        let figures = classes.map(|class| {
            let of: Vec<&Outcome> = self.outcomes.iter().filter(|o| o.held == held && o.class == class).collect();
            (class, averages(&of))
        });
        figures.filter(|(_, figures)| figures.queries > 0).collect()
    }

    /// Queries with the least nDCG, worst first. None of the held ones: whoever looks at them tunes to them.
    #[must_use]
    pub fn worst(&self, count: usize) -> Vec<&Outcome> {
        let ndcg = |outcome: &Outcome| outcome.scores.map_or(1.0, |s| s.ndcg10);
        let mut worst: Vec<&Outcome> = self.outcomes.iter().filter(|o| !o.held && ndcg(o) < 1.0).collect();
        worst.sort_by(|a, b| ndcg(a).total_cmp(&ndcg(b)));
        worst.truncate(count);
        worst
    }
}

impl Outcome {
    fn of(search: &Search, judged: &JudgedQuery, results: &Results) -> Self {
        let ranks = ranks(search, judged, results);
        let grades: Vec<u8> = ranks.iter().map(|(_, grade)| grade.unwrap_or(0)).collect();
        let ideal: Vec<u8> = judged.relevant.values().copied().collect();
        let negative = judged.is_negative();
        Self {
            text: judged.text.clone(),
            class: if negative { Some(QueryClass::Negative) } else { judged.class },
            held: judged.is_held(),
            zero: results.hits.is_empty(),
            first: ranks.first().copied(),
            scores: (!negative).then(|| Scores {
                ndcg10: metrics::ndcg(&grades, &ideal),
                recall10: metrics::recall(&grades, &ideal),
                reciprocal_rank: metrics::reciprocal_rank(&grades),
            }),
        }
    }

    /// Whether what stands first does not belong there.
    #[must_use]
    pub fn is_wrong_first(&self) -> bool {
        self.first.is_some_and(|(_, grade)| grade.unwrap_or(0) == 0)
    }
}

/// The same query as `?q=` of an address.
fn typed(text: &str) -> Query {
    Query::parse(&form_urlencoded::Serializer::new(String::new()).append_pair("q", text).finish())
}

/// The ranking: offers in order, each with its grade if it was judged, itself or by its partner. A partner that was
/// judged as a whole takes one rank, at its first offer.
fn ranks(search: &Search, judged: &JudgedQuery, results: &Results) -> Vec<(usize, Option<u8>)> {
    let catalog = search.catalog();
    let mut seen = HashSet::new();
    let ranks = results.hits.iter().filter_map(|hit| {
        let offer = &catalog.offers[hit.offer];
        let partner = &catalog.partner_of(offer).id;
        let whole = || judged.relevant.get_key_value(partner);
        match judged.relevant.get_key_value(&format!("{partner}/{}", offer.id)).or_else(whole) {
            Some((id, grade)) => seen.insert(id).then_some((hit.offer, Some(*grade))),
            None => Some((hit.offer, None)),
        }
    });
    ranks.collect()
}

fn averages(outcomes: &[&Outcome]) -> Figures {
    let share = |holds: fn(&Outcome) -> bool| {
        metrics::mean(&outcomes.iter().map(|o| f64::from(u8::from(holds(o)))).collect::<Vec<_>>())
    };
    let scores: Vec<Scores> = outcomes.iter().filter_map(|o| o.scores).collect();
    let mean = |of: fn(&Scores) -> f64| metrics::mean(&scores.iter().map(of).collect::<Vec<_>>());
    Figures {
        queries: outcomes.len(),
        ndcg10: mean(|s| s.ndcg10),
        recall10: mean(|s| s.recall10),
        mrr: mean(|s| s.reciprocal_rank),
        zero: share(|o| o.zero),
        wrong_first: if scores.is_empty() { None } else { share(Outcome::is_wrong_first) },
    }
}
