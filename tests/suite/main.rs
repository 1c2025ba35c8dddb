//! One integration crate: one file a subject, tests named as sentences, all through the public surface.

mod catalog;
mod docs;
mod kit;
mod odd_input;
mod real_data;
mod sheet;
mod tidy;
mod visitor;
mod words;
