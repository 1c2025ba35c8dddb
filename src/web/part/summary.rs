//! An offer in brief, where a page lists a few: on a partner's page, the remembered list, as an alternative.
//!
//! Takes an offer; gives its title, the facts one compares, and the link that remembers it.

use super::facts::facts;
use super::icon::icon;
use super::remember::remember;
use crate::catalog::Offer;
use crate::catalog::choice::Status;
use crate::web::site::Context;
use crate::words::phrases::glue;
use maud::{Markup, html};

/// The offer as an article, with its partner's name where the page does not say it.
#[must_use]
pub fn summary(cx: &Context<'_>, offer: &Offer, with_partner: bool) -> Markup {
    let partner = cx.catalog().partner_of(offer);
    html! {
        article.brief id={ "a-" (offer.code) } {
            h3 { a href=(cx.state.offer(&partner.id, &offer.id)) { (offer.title) } }
            @if with_partner { p.of translate="no" { (glue(&partner.name)) } }
            @if let Some(state) = condition(cx, offer) { p.note { (icon("pause")) span { (state) } } }
            @if let Some(short) = &offer.short { p { (glue(short)) } }
            (facts(cx, offer, None))
            (remember(cx, offer))
        }
    }
}

fn condition(cx: &Context<'_>, offer: &Offer) -> Option<String> {
    let key = match offer.status {
        Status::Ended => "offer-ended",
        _ if offer.over(cx.today()) => "offer-over-short",
        Status::Paused => "offer-paused",
        Status::Active => return None,
    };
    Some(cx.get(key).into_owned())
}

/// Other offers for somebody who finds one closed: the same main theme, alive, at most `most`, the same town first.
#[must_use]
pub fn alternatives<'a>(cx: &Context<'a>, offer: &Offer, most: usize) -> Vec<&'a Offer> {
    let town = |o: &Offer| o.locations.first().and_then(|l| l.place.as_ref()).map(|p| p.slug.clone());
    let here = town(offer);
    let alive = |o: &&Offer| o.code != offer.code && o.status == Status::Active && !o.over(cx.today());
    let same_theme = |o: &&Offer| offer.themes.first().is_some_and(|t| o.themes.contains(t));
    let mut found: Vec<&Offer> = cx.catalog().offers.iter().filter(alive).filter(same_theme).collect();
    found.sort_by_key(|o| town(o) != here);
    found.truncate(most);
    found
}
