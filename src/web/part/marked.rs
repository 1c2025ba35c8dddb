//! A text with the words that were looked for marked, also inside compounds.
//!
//! Takes a text and the marks of a search; gives escaped text with `mark` elements.

use crate::search::Marks;
use crate::web::site::Context;
use maud::{Markup, html};

/// The text, marked.
#[must_use]
pub fn marked(cx: &Context<'_>, marks: &Marks, text: &str) -> Markup {
    let ranges = marks.within(cx.site.search.index().analyzer(), text);
    let mut at = 0;
    let mut pieces: Vec<(&str, &str)> = Vec::new();
    for range in ranges {
        pieces.push((&text[at..range.start], &text[range.clone()]));
        at = range.end;
    }
    html! {
        @for (before, word) in pieces { (before) mark { (word) } }
        (text[at..])
    }
}
