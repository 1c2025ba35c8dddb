//! The facts of an offer on a card: where, when, what it costs, in which languages, how accessible, for whom.
//!
//! Takes an offer; gives a list of icon and words. Each fact says by its words what it is, so the icon is
//! decoration. What is not known is left out: a card never says "no" for "unknown".

use super::icon::icon;
use crate::catalog::choice::{AddressVisibility, Degree};
use crate::catalog::{Offer, Term};
use crate::web::site::Context;
use crate::words::FluentValue;
use crate::words::phrases::capital;
use maud::{Markup, html};
use std::sync::Arc;

/// Lines of days and hours shown on a card; the page of the offer has them all.
const HOURS_SHOWN: usize = 2;

/// Features of accessibility shown on a card.
const FEATURES_SHOWN: usize = 2;
/// Distance in km up to which a place counts as the one asked for.
const NEAR: f32 = 5.0;
/// Distance in km below which nobody counts.
const HERE: f32 = 1.0;
/// Longest sentence about costs on a card, in characters.
const COST_LENGTH: usize = 72;

/// The facts in the order people ask for them; `distance` in km.
#[must_use]
pub fn facts(cx: &Context<'_>, offer: &Offer, distance: Option<f32>) -> Markup {
    let rows = [
        ("ort", place(cx, offer, distance)),
        (
            if offer.forms.iter().all(|f| f.slug == "unterwegs") { "ort" } else { "telefon" },
            remote(cx, offer, distance),
        ),
        ("zeit", time(cx, offer)),
        ("kosten", cost(cx, offer)),
        ("termin", waiting(cx, offer)),
        ("sprache", languages(cx, offer)),
        ("rollstuhl", accessibility(cx, offer)),
        ("person", Some(cx.words.limits(offer).join(" ")).filter(|l| !l.is_empty())),
    ];
    html! {
        ul.facts {
            @for (symbol, words) in rows {
                @if let Some(words) = words { li { (icon(symbol)) span { (short(&words)) } } }
            }
        }
    }
}

/// Towns of an offer held on site, with the distance to the nearest.
fn place(cx: &Context<'_>, offer: &Offer, distance: Option<f32>) -> Option<String> {
    if !offer.on_site() {
        return None;
    }
    let places = &cx.catalog().vocabularies.places;
    let open = offer.locations.iter().filter(|l| l.visibility != AddressVisibility::Secret);
    let mut towns: Vec<String> = open.filter_map(|l| l.place.as_deref()).map(|p| cx.words.place(p, places)).collect();
    towns.dedup();
    if towns.is_empty() {
        return offer.secret().then(|| cx.get("card-secret").into_owned());
    }
    let towns = cx.words.list(&towns);
    // In the place itself the distance of two points says nothing.
    Some(match distance.filter(|km| *km >= HERE) {
        Some(km) => cx.fill("card-distance", &[("place", towns.into()), ("km", kilometres(km))]),
        None => towns,
    })
}

/// Below ten kilometres half a kilometre matters; above, it would only feign precision.
fn kilometres(km: f32) -> FluentValue<'static> {
    let rounded = if km < 10.0 { (km * 2.0).round() / 2.0 } else { km.round() };
    rounded.to_string().replace('.', ",").into()
}

/// Ways to take part without going there, and for whom where that is the point: nobody need come, only some may, or
/// the place is far from the one asked for.
fn remote(cx: &Context<'_>, offer: &Offer, distance: Option<f32>) -> Option<String> {
    let forms: Vec<&Arc<Term>> = offer.forms.iter().filter(|f| f.slug != "vor-ort").collect();
    let area = offer.area.as_ref();
    let region = &cx.catalog().region.region;
    let area = area
        .filter(|a| !offer.on_site() || a.residents_only || distance.is_some_and(|km| km > NEAR))
        .and_then(|a| cx.words.area(a, region));
    let forms = (!forms.is_empty()).then(|| cx.words.list(&cx.words.labels(forms)));
    match (forms, area) {
        (Some(forms), Some(area)) => Some(cx.fill("card-form-area", &[("forms", forms.into()), ("area", area.into())])),
        (None, Some(area)) => Some(cx.fill("card-area", &[("area", area.into())])),
        (forms, None) => forms,
    }
}

/// A course by its first and last day, everything else by its next hours.
fn time(cx: &Context<'_>, offer: &Offer) -> Option<String> {
    let course = offer.course.as_ref().and_then(|c| cx.words.course(c, cx.today()).into_iter().next());
    let hours = cx.words.rules_of(offer, cx.today());
    let mut lines: Vec<String> = course.into_iter().chain(hours).take(HOURS_SHOWN).collect();
    if lines.is_empty() {
        lines.extend(cx.words.hours_of(offer, cx.today()).into_iter().next());
    }
    (!lines.is_empty()).then(|| capital(&lines.join(" · ")))
}

/// In full where that is short, else only the kinds.
fn cost(cx: &Context<'_>, offer: &Offer) -> Option<String> {
    let full = cx.words.costs(&offer.costs)?;
    if full.chars().count() <= COST_LENGTH {
        return Some(full);
    }
    let mut kinds: Vec<&str> = offer.costs.iter().map(|c| cx.words.label(&c.kind)).collect();
    kinds.dedup();
    Some(kinds.join(" · "))
}

/// Without the day it was said: the card has one for the whole entry.
fn waiting(cx: &Context<'_>, offer: &Offer) -> Option<String> {
    let waiting = offer.waiting.as_ref()?;
    let holds = cx.words.waiting(waiting, cx.today()).is_some();
    holds.then(|| cx.fill("card-waiting", &[("waiting", cx.words.label(&waiting.0).into())]))
}

/// Only where there is more than German.
fn languages(cx: &Context<'_>, offer: &Offer) -> Option<String> {
    let more = offer.languages.iter().any(|l| l.slug != "de");
    more.then(|| cx.words.list(&cx.words.labels(&offer.languages)))
}

/// The first features that are there or partly there; the page of the offer has them all, with their notes.
fn accessibility(cx: &Context<'_>, offer: &Offer) -> Option<String> {
    let places = offer.locations.iter().take(1).flat_map(|l| &l.accessibility);
    let there = places.chain(&offer.accessibility).filter(|(_, d)| *d != Degree::No);
    let named: Vec<String> = there
        .take(FEATURES_SHOWN)
        .map(|(feature, degree)| match degree {
            Degree::Partly => cx.fill("card-partly", &[("feature", cx.words.label(feature).into())]),
            _ => cx.words.label(feature).to_owned(),
        })
        .collect();
    (!named.is_empty()).then(|| named.join(", "))
}

/// A single sentence needs no full stop beside a symbol.
fn short(words: &str) -> &str {
    if words.contains(". ") { words } else { words.trim_end_matches('.') }
}
