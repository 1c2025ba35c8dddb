//! One integration crate: one file a subject, tests named as sentences, all through the public surface.

mod catalog;
mod kit;
mod tidy;
mod words;
