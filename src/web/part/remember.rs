//! "Merken" and "Gemerkt": links to this page with one offer more or less in its list.
//!
//! Takes an offer; gives the link. The list stands in the address alone, so remembering is going to another address.

use super::icon::icon;
use crate::catalog::Offer;
use crate::web::site::Context;
use maud::{Markup, html};

/// The link that remembers or forgets an offer. The offer's title is its hidden part, so that a list of links read
/// aloud tells twenty of them apart.
#[must_use]
pub fn remember(cx: &Context<'_>, offer: &Offer) -> Markup {
    let (state, code) = (cx.state, offer.code);
    let about = html! { span.vh { ": " (offer.title) } };
    html! {
        @if state.remembers(code) {
            a.keep.on href=(state.forget(code)) { (icon("gemerkt")) (cx.get("remembered")) (about) span.vh { " – " (cx.get("forget")) } }
        } @else if state.full() {
            span.keep.off { (cx.get("list-full")) }
        } @else {
            a.keep href=(state.remember(code)) { (icon("merken")) (cx.get("remember")) (about) }
        }
    }
}
