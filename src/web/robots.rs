//! `robots.txt`: what search engines should not fetch.
//!
//! Takes the site; gives text. Pages that hold words, filters or a list also say `noindex` themselves.

use super::headers::PRIVATE_PATHS;
use super::site::Here;
use std::fmt::Write;

/// Answers `/robots.txt`.
pub async fn answer(here: Here) -> String {
    let mut text = String::from("User-agent: *\n");
    if here.site.sample() {
        text.push_str("Disallow: /\n");
        return text;
    }
    for path in PRIVATE_PATHS.iter().chain(&["/*?"]) {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "Disallow: {path}");
    }
    text
}
