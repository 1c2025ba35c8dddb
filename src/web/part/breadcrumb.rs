//! The way from the front page to this page.
//!
//! Takes pairs of address and label, the nearest last; gives a navigation. The page itself is its heading.

use crate::web::site::Context;
use maud::{Markup, html};

/// Front page › … › the page above this one.
#[must_use]
pub fn breadcrumb(cx: &Context<'_>, above: &[(String, &str)]) -> Markup {
    html! {
        nav.crumbs aria-label=(cx.get("breadcrumb-label")) {
            ol {
                li { a href=(cx.state.home()) { (cx.get("breadcrumb-home")) } }
                @for (address, label) in above { li { a href=(address) { (label) } } }
            }
        }
    }
}
