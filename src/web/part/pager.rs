//! The way through several pages of results.
//!
//! Takes a search and its number of pages; gives links to the first, the last and the neighbours. Nothing for one page.

use crate::search::{Query, Results};
use crate::web::site::Context;
use maud::{Markup, html};

/// Links to other pages of the same search.
#[must_use]
pub fn pager(cx: &Context<'_>, query: &Query, results: &Results) -> Markup {
    let (page, pages) = (results.page, results.pages);
    let link = |n: usize| cx.state.search(&query.on_page(n));
    let near: Vec<usize> = (1..=pages).filter(|n| *n == 1 || *n == pages || n.abs_diff(page) <= 1).collect();
    html! {
        @if pages > 1 {
            nav.pages aria-label=(cx.get("pager-label")) {
                ul {
                    @if page > 1 { li { a rel="prev" href=(link(page - 1)) { (cx.get("pager-previous")) } } }
                    @for (i, n) in near.iter().enumerate() {
                        @if i > 0 && near[i - 1] + 1 < *n { li aria-hidden="true" { "…" } }
                        li {
                            a href=(link(*n)) aria-current=[(*n == page).then_some("page")] {
                                span.vh { (cx.get("pager-page")) " " } (n)
                            }
                        }
                    }
                    @if page < pages { li { a rel="next" href=(link(page + 1)) { (cx.get("pager-next")) } } }
                }
            }
        }
    }
}
