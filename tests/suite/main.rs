//! One integration crate: one file a subject, tests named as sentences, all through the public surface.

mod catalog;
mod docs;
mod kit;
mod real_data;
mod sheet;
mod tidy;
mod words;
