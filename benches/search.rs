//! What one search costs, facets and order included, over the catalog in `data/`.
//!
//! `cargo bench --bench search` prints the estimate per case.

#![allow(clippy::expect_used, reason = "a benchmark without data should stop")]

use criterion::{Criterion, criterion_group, criterion_main};
use jiff::Zoned;
use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;
use wegweiser::catalog::Catalog;
use wegweiser::index::Index;
use wegweiser::search::{Query, Search};

const CASES: &[(&str, &str)] = &[
    ("empty", ""),
    ("one word", "q=beratung"),
    ("two words", "q=rücken+kurs"),
    ("two words, three filters", "q=rücken+kurs&ort=overath&kosten=ohne-kosten&sprache=de"),
    ("three filters", "thema=bewegung&kosten=ohne-kosten&sprache=de"),
    ("postal code and radius", "plz=51429&umkreis=10&sort=entfernung"),
    ("one word with a typing error", "q=depresion"),
    ("two words with typing errors", "q=rükenschuhle+overaht"),
    ("a word and a place", "q=yoga+overath"),
    ("everyday words", "q=oma+vergisst+alles"),
    ("a sentence", "q=meine+mutter+ist+sehr+vergesslich+und+braucht+hilfe+im+haushalt"),
    ("nothing found", "q=xylofon&ort=overath&kosten=kostenfrei"),
];

fn searches(criterion: &mut Criterion) {
    let (catalog, now) = catalog();
    let mut group = criterion.benchmark_group(format!("{} offers", catalog.offers.len()));
    let index = Index::in_memory(&catalog).expect("an index in memory");
    let search = Search::new(Arc::new(catalog), index);
    search.prepare();
    for (name, query) in CASES {
        let query = Query::parse(query);
        group.bench_function(*name, |bencher| bencher.iter(|| search.run(black_box(&query), &now)));
    }
    group.finish();
}

fn building(criterion: &mut Criterion) {
    let (data, now) = catalog();
    criterion.bench_function("build the index", |bencher| bencher.iter(|| Index::in_memory(&data)));
    let index = Index::in_memory(&data).expect("an index in memory");
    let text = "Rückenschulen und Berater:innen für Mutter-Kind-Kuren ".repeat(190);
    let long = "q=".to_owned() + &"depresion rückenschuhle kann nicht schlafen ".repeat(240);
    criterion.bench_function("analyze 10 kB", |bencher| bencher.iter(|| index.analyzer().words(black_box(&text))));
    let search = Search::new(Arc::new(data), index);
    search.prepare();
    criterion.bench_function("10 kB as a query", |bencher| {
        bencher.iter(|| search.run(&Query::parse(black_box(&long)), &now));
    });
}

fn catalog() -> (Catalog, Zoned) {
    let now: Zoned = "2026-11-21T10:00[Europe/Berlin]".parse().expect("a moment");
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let (catalog, _) = Catalog::load(&data, &now).expect("a readable data folder");
    (catalog, now)
}

criterion_group!(benches, searches, building);
criterion_main!(benches);
