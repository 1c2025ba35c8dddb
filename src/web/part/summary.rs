//! An offer in brief, where a page lists a few: on a partner's page, the remembered list, as an alternative.
//!
//! Takes an offer; gives its title, the facts one compares, and the link that remembers it.

use super::icon::icon;
use super::remember::remember;
use crate::catalog::choice::Status;
use crate::catalog::{Offer, Term};
use crate::web::site::Context;
use crate::words::phrases::{capital, glue};
use maud::{Markup, html};

/// The offer as an article; `level` is the tag of its heading.
#[must_use]
pub fn summary(cx: &Context<'_>, offer: &Offer, with_partner: bool) -> Markup {
    let partner = cx.catalog().partner_of(offer);
    html! {
        article.brief id={ "a-" (offer.code) } {
            h3 { a href=(cx.state.offer(&partner.id, &offer.id)) { (offer.title) } }
            @if with_partner { p.of translate="no" { (glue(&partner.name)) } }
            @if let Some(state) = condition(cx, offer) { p.note { (icon("pause")) span { (state) } } }
            @if let Some(short) = &offer.short { p { (glue(short)) } }
            (facts(cx, offer))
            (remember(cx, offer))
        }
    }
}

/// What one compares: when, where, cost, languages.
#[must_use]
pub fn facts(cx: &Context<'_>, offer: &Offer) -> Markup {
    let words = cx.words;
    let mut when = words.hours_lines(&offer.hours, cx.today());
    when.truncate(2);
    when.iter_mut().for_each(|line| *line = capital(line));
    let only_german = offer.languages.iter().all(|l| l.slug == "de");
    let languages = words.labels(&offer.languages);
    html! {
        dl.facts {
            @if !when.is_empty() { (fact("zeit", &cx.get("fact-hours"), &when.join("; "))) }
            (fact("ort", &cx.get("fact-where"), &place(cx, offer)))
            @if let Some(cost) = words.costs(&offer.costs) { (fact("kosten", &cx.get("fact-cost"), &cost)) }
            @if !only_german { (fact("sprache", &cx.get("fact-languages"), &languages.join(", "))) }
        }
    }
}

fn fact(symbol: &str, label: &str, text: &str) -> Markup {
    html! { div { dt { (icon(symbol)) span.vh { (label) } } dd { (glue(text)) } } }
}

/// The towns one comes to, or how one takes part without coming.
fn place(cx: &Context<'_>, offer: &Offer) -> String {
    let places = &cx.catalog().vocabularies.places;
    let mut towns: Vec<String> = Vec::new();
    let mut add = |place: &Term| {
        let name = cx.words.place(place, places);
        if !towns.contains(&name) {
            towns.push(name);
        }
    };
    offer.locations.iter().filter_map(|l| l.place.as_deref()).for_each(&mut add);
    let forms = cx.words.labels(offer.forms.iter().filter(|f| f.slug != "vor-ort" || towns.is_empty()));
    towns.into_iter().chain(forms.into_iter().map(str::to_owned)).collect::<Vec<_>>().join(" · ")
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
