//! `/stelle/{id}`: a partner, contact first.
//!
//! Takes the id; gives contact, offers, places and the last check. A partner that has ended answers 410 with its
//! successor or alternatives; a former id leads to the present one.

use crate::catalog::choice::{AddressVisibility, Status};
use crate::catalog::partner::Location;
use crate::catalog::{Offer, Partner};
use crate::search::{FacetKey, Query};
use crate::web::error::Instead;
use crate::web::layout::{self, Head};
use crate::web::part::breadcrumb::breadcrumb;
use crate::web::part::icon::icon;
use crate::web::part::{condition, contact, summary};
use crate::web::site::{Context, Here};
use crate::words::phrases::glue;
use axum::extract::Path;
use maud::{Markup, html};

/// Alternatives shown for something that has ended.
const ALTERNATIVES: usize = 4;

/// `/stelle/{id}`
pub async fn show(here: Here, Path(id): Path<String>) -> Result<Markup, Instead> {
    let cx = here.context();
    match cx.catalog().partner(&id) {
        Some(partner) if partner.status == Status::Ended => Err(Instead::Gone(gone(&cx, partner))),
        Some(partner) => Ok(page(&cx, partner)),
        None => {
            let now = cx.catalog().successor_of(&id).ok_or(Instead::NotFound)?;
            Err(Instead::Moved(cx.state.partner(&now.id)))
        }
    }
}

fn page(cx: &Context<'_>, partner: &Partner) -> Markup {
    let offers = &cx.catalog().offers[partner.offers.clone()];
    let (alive, ended): (Vec<&Offer>, Vec<&Offer>) = offers.iter().partition(|o| o.status != Status::Ended);
    let body = html! {
        div.w {
            (breadcrumb(cx, &above(cx, partner)))
            div.two.entry {
                header.title {
                    @if let Some(kind) = &partner.kind { p.soft { (cx.words.label(kind)) } }
                    h1.page translate="no" { (glue(&partner.name)) }
                    @if let Some(operator) = &partner.operator {
                        p.soft { (cx.fill("partner-operator", &[("name", glue(operator).into())])) }
                    }
                    (condition::of_partner(cx, partner))
                }
                (aside(cx, partner))
                div.rest {
                    @if let Some(short) = &partner.short { p.lead { (glue(short)) } }
                    @for paragraph in paragraphs(partner.text.as_deref()) { p { (paragraph) } }
                    (offer_list(cx, &alive))
                    (locations(cx, &partner.locations))
                    (family(cx, partner))
                    @if !ended.is_empty() {
                        section {
                            h2 { (cx.get("partner-ended-offers")) }
                            ul { @for offer in ended { li { a href=(cx.state.offer(&partner.id, &offer.id)) { (offer.title) } } } }
                        }
                    }
                    (checked(cx, partner))
                }
            }
        }
    };
    let head = Head::new(glue(&partner.name));
    let head = partner.short.iter().fold(head, |head, short| head.described(short.as_str()));
    layout::page(cx, &head, &body)
}

fn above<'a>(cx: &Context<'a>, partner: &Partner) -> Vec<(String, &'a str)> {
    let places = &cx.catalog().vocabularies.places;
    let place = partner.locations.iter().find_map(|l| l.place.as_ref()).and_then(|p| places.get(&p.slug));
    let town = place.map(|p| places.parent(p).unwrap_or(p));
    let inside = town.filter(|t| t.place.as_ref().is_none_or(|f| !f.outside));
    let parent = partner.part_of.and_then(|i| cx.catalog().partners.get(i));
    let town = inside.map(|t| (cx.state.town(&t.slug), cx.words.label(t)));
    town.into_iter().chain(parent.map(|p| (cx.state.partner(&p.id), p.name.as_str()))).collect()
}

fn aside(cx: &Context<'_>, partner: &Partner) -> Markup {
    let offers = &cx.catalog().offers[partner.offers.clone()];
    let places = &cx.catalog().vocabularies.places;
    let mut languages: Vec<&str> = Vec::new();
    for language in offers.iter().flat_map(|o| cx.words.labels(&o.languages)) {
        if !languages.contains(&language) {
            languages.push(language);
        }
    }
    let codes: Vec<_> = offers.iter().filter(|o| o.status != Status::Ended).map(|o| o.code).collect();
    html! {
        aside.contact aria-labelledby="kontakt" {
            h2 #kontakt { (cx.get("contact")) }
            (contact::contacts(cx, &partner.contacts, partner))
            @for line in partner.locations.iter().take(2).filter_map(|l| cx.words.address(l, places)) {
                p.place { (icon("ort")) span translate="no" { (line) } }
            }
            @if !languages.is_empty() { p.place { (icon("sprache")) span { (languages.join(", ")) } } }
            @if !codes.is_empty() {
                p { a.button.light href=(cx.state.sheet_of(&codes)) { (icon("drucken")) (cx.get("partner-print")) } }
            }
        }
    }
}

fn offer_list(cx: &Context<'_>, offers: &[&Offer]) -> Markup {
    html! {
        @if !offers.is_empty() {
            section aria-labelledby="angebote" {
                h2 #angebote { (cx.fill("partner-offers", &[("count", offers.len().into())])) }
                ul.briefs { @for offer in offers { li { (summary::summary(cx, offer, false)) } } }
            }
        }
    }
}

fn locations(cx: &Context<'_>, locations: &[std::sync::Arc<Location>]) -> Markup {
    html! {
        @if !locations.is_empty() {
            section aria-labelledby="orte" {
                h2 #orte { (cx.get("partner-places")) }
                ul.places { @for location in locations { li { (place(cx, location)) } } }
            }
        }
    }
}

/// A place with what is known about getting there and getting in.
#[must_use]
pub fn place(cx: &Context<'_>, location: &Location) -> Markup {
    let words = cx.words;
    let access = words.accessibility(&location.accessibility, location.accessibility_note.as_deref());
    let shown = location.visibility == AddressVisibility::Public;
    html! {
        p.place { (icon("ort")) span translate="no" { (words.address(location, &cx.catalog().vocabularies.places).unwrap_or_default()) } }
        @if let Some(transport) = &location.transport { p.place { (icon("bus")) span { (glue(transport)) } } }
        @if !access.is_empty() {
            div.place { (icon("rollstuhl")) ul { @for line in access { li { (line) } } } }
        } @else if shown {
            p.place.unknown { (icon("rollstuhl")) span { (cx.get("access-unknown")) } }
        }
    }
}

fn family(cx: &Context<'_>, partner: &Partner) -> Markup {
    let catalog = cx.catalog();
    let parent = partner.part_of.and_then(|i| catalog.partners.get(i));
    let is_part = |p: &&Partner| p.part_of.and_then(|i| catalog.partners.get(i)).is_some_and(|of| of.id == partner.id);
    let parts: Vec<&Partner> = catalog.partners.iter().filter(is_part).filter(|p| p.status != Status::Ended).collect();
    html! {
        @if parent.is_some() || !parts.is_empty() {
            section aria-labelledby="familie" {
                h2 #familie { (cx.get("partner-family")) }
                ul {
                    @if let Some(parent) = parent {
                        li { (cx.get("partner-part-of")) " " a href=(cx.state.partner(&parent.id)) { (parent.name) } }
                    }
                    @for part in parts { li { a href=(cx.state.partner(&part.id)) { (part.name) } } }
                }
            }
        }
    }
}

fn checked(cx: &Context<'_>, partner: &Partner) -> Markup {
    let mail = cx.catalog().region.operator.mail.as_deref();
    html! {
        p.soft.checked {
            (partner.checked.as_ref().map_or_else(|| cx.get("as-of-unknown").into_owned(), |c| cx.words.checked(c))) ". "
            @if let Some(mail) = mail { (cx.get("wrong-facts")) " " a href={ "mailto:" (mail) } { (mail) } }
        }
    }
}

/// Plain paragraphs of a text, glued where lines must not break.
pub(super) fn paragraphs(text: Option<&str>) -> Vec<String> {
    text.iter().flat_map(|t| t.split("\n\n")).map(|p| glue(p.trim())).filter(|p| !p.is_empty()).collect()
}

/// What somebody sees instead of something that has ended: its successor, or alternatives, or at least a search.
pub(super) fn gone(cx: &Context<'_>, partner: &Partner) -> Markup {
    let offers = &cx.catalog().offers[partner.offers.clone()];
    let others: Vec<&Offer> = offers.first().map(|o| summary::alternatives(cx, o, ALTERNATIVES)).unwrap_or_default();
    let theme = offers.iter().flat_map(|o| &o.themes).next();
    let body = html! {
        div.w.narrow.error {
            h1 { (cx.fill("gone-partner", &[("name", partner.name.as_str().into())])) }
            @match successor(cx, partner.successor.as_deref()) {
                Some((link, name)) => p.lead { (cx.get("gone-successor")) " " a href=(link) { (name) } },
                None => p.lead { (cx.get("gone-lead")) }
            }
            @if !others.is_empty() {
                h2 { (cx.get("gone-others")) }
                ul.briefs { @for offer in others { li { (summary::summary(cx, offer, true)) } } }
            }
            @if let Some(theme) = theme {
                p { a.more href=(cx.state.search(&Query::default().with(FacetKey::Theme, &theme.slug))) {
                    (cx.fill("gone-theme", &[("theme", cx.words.label(theme).into())])) (icon("weiter"))
                } }
            }
            h2 { (cx.get("error-ways")) }
            (crate::web::error::ways(cx))
        }
    };
    layout::page(cx, &Head::new(cx.get("gone-title")), &body)
}

/// Link and name of what took over: `partner` or `partner/offer`.
pub(super) fn successor(cx: &Context<'_>, reference: Option<&str>) -> Option<(String, String)> {
    let (partner, offer) = reference?.split_once('/').map_or((reference?, None), |(p, o)| (p, Some(o)));
    let found = cx.catalog().partner(partner)?;
    match offer {
        None => Some((cx.state.partner(partner), found.name.clone())),
        Some(offer) => {
            let title = &cx.catalog().offers[cx.catalog().offer_index(partner, offer)?].title;
            Some((cx.state.offer(partner, offer), format!("{title} ({})", found.name)))
        }
    }
}
