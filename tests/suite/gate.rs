//! The gate: how good the search must be over the judged queries that are shipped.
//!
//! What is held back (`halten: ja`) stays outside: it is for looking at, and a gate on it would be tuned to.

use crate::kit::{Folder, now};
use wegweiser::catalog::choice::QueryClass;
use wegweiser::catalog::judged::{FILE, JudgedQueries};
use wegweiser::search::evaluation::{Evaluation, Figures};

const LEAST_NDCG: f64 = 0.92;
const LEAST_NDCG_OF_A_CLASS: f64 = 0.85;
const MOST_ZERO: f64 = 0.01;
const MOST_WRONG_FIRST: f64 = 0.04;

const LEAST_QUERIES: usize = 250;
const LEAST_LAY: f64 = 0.35;
/// A third is held, give or take a class that does not divide by three.
const HELD: std::ops::RangeInclusive<f64> = 0.30..=0.37;

fn judged(folder: &Folder) -> JudgedQueries {
    let path = folder.data().join(FILE);
    assert!(path.is_file(), "data/{FILE} is missing: without judged queries nobody knows how good the search is");
    folder.judged()
}

#[test]
fn the_judged_queries_are_many_and_of_every_kind() {
    let queries = judged(&Folder::real()).queries;
    let share = |count: usize| count as f64 / queries.len() as f64;
    assert!(queries.len() >= LEAST_QUERIES, "{} queries, at least {LEAST_QUERIES} are wanted", queries.len());
    assert!(queries.iter().all(|q| q.class.is_some()), "every query names its class");
    let lay = share(queries.iter().filter(|q| q.class == Some(QueryClass::Lay)).count());
    assert!(lay >= LEAST_LAY, "{lay:.3} of the queries are in lay words, at least {LEAST_LAY} are wanted");
    let held = share(queries.iter().filter(|q| q.is_held()).count());
    assert!(HELD.contains(&held), "{held:.3} of the queries are held, {HELD:?} are wanted");
    for held in [false, true] {
        let present = |class: &QueryClass| queries.iter().any(|q| q.class == Some(*class) && q.is_held() == held);
        let missing: Vec<_> = QueryClass::ALL.iter().filter(|class| !present(class)).map(|c| c.word()).collect();
        assert!(missing.is_empty(), "no query of these classes (halten: {held}): {missing:?}");
    }
}

#[test]
fn the_search_answers_the_judged_queries() {
    let folder = Folder::real();
    let queries = judged(&folder).queries;
    let evaluation = Evaluation::of(&folder.search(), &queries, &now(), || {});
    let all = evaluation.figures(false);
    let classes = evaluation.classes(false);
    let mut failed = Vec::new();
    let mut bound = |name: &str, value: Option<f64>, fine: fn(f64) -> bool, wanted: String| match value {
        Some(value) if fine(value) => {}
        Some(value) => failed.push(format!("{name}: {value:.4}, wanted is {wanted}")),
        None => failed.push(format!("{name}: nothing was measured")),
    };
    bound("nDCG@10", all.ndcg10, |v| v >= LEAST_NDCG, format!("at least {LEAST_NDCG}"));
    bound("finds nothing", all.zero, |v| v <= MOST_ZERO, format!("at most {MOST_ZERO}"));
    bound("wrong first", all.wrong_first, |v| v <= MOST_WRONG_FIRST, format!("at most {MOST_WRONG_FIRST}"));
    let ranked = classes.iter().filter(|(class, _)| *class != Some(QueryClass::Negative));
    for (class, Figures { ndcg10, .. }) in ranked {
        let name = format!("nDCG@10 of {}", class.map_or("sonstige", QueryClass::word));
        bound(&name, *ndcg10, |v| v >= LEAST_NDCG_OF_A_CLASS, format!("at least {LEAST_NDCG_OF_A_CLASS}"));
    }
    assert!(failed.is_empty(), "\n{}\nSee them one by one: cargo run --release -- eval\n", failed.join("\n"));
}
