//! One integration crate: one file a subject, tests named as sentences, all through the public surface.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on should stop")]

mod assets;
mod catalog;
mod check;
mod crisis;
mod docs;
mod entry_pages;
mod evaluation;
mod facets;
mod formats;
mod gate;
mod index;
mod kit;
mod needs;
mod odd_input;
mod pages;
mod places;
mod real_data;
mod search;
mod sheet;
mod spread;
mod stats;
mod suggest;
mod synonyms;
mod tidy;
mod understanding;
mod understood_pages;
mod visitor;
mod words;
