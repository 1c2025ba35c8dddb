//! One offer in a list: title, one sentence, facts, what to know before going, number, remember.
//!
//! Takes a hit; gives an `article`. Its id is the place that remembering and forgetting come back to.

use super::facts::facts;
use super::icon::icon;
use super::marked::marked;
use super::remember::remember;
use crate::catalog::Offer;
use crate::catalog::choice::Status;
use crate::search::{Hit, Marks};
use crate::web::site::Context;
use maud::{Markup, html};

/// The card of a hit.
#[must_use]
pub fn card(cx: &Context<'_>, hit: &Hit, marks: &Marks) -> Markup {
    let catalog = cx.catalog();
    let offer = &catalog.offers[hit.offer];
    let partner = catalog.partner_of(offer);
    let phone = offer.first_contact().and_then(|c| c.phone.as_ref());
    html! {
        article.card id={ "a-" (offer.code) } {
            @if let Some(theme) = offer.themes.first() { p.theme { (cx.words.label(theme)) } }
            h4 { a href=(cx.state.offer(&partner.id, &offer.id)) { (marked(cx, marks, &offer.title)) } }
            @if let Some(short) = &offer.short { p.short { (marked(cx, marks, short)) } }
            @if let Some(reason) = &hit.reason {
                p.why { (cx.fill("card-reason", &[("typed", reason.typed.as_str().into()), ("found", reason.found.as_str().into())])) }
            }
            (warnings(cx, offer))
            (facts(cx, offer, hit.distance))
            div.end {
                (remember(cx, offer))
                @if let Some(phone) = phone {
                    a.tel href=(phone.href) translate="no" { (icon("telefon")) bdi { (phone.unbroken()) } }
                }
                span.stand { (cx.words.as_of(offer.checked.as_ref())) }
            }
        }
    }
}

/// What to know before going: a pause, an end, a note, an old check.
#[must_use]
pub fn warnings(cx: &Context<'_>, offer: &Offer) -> Markup {
    let today = cx.today();
    let notice = offer.notice.as_ref().filter(|n| n.until >= today);
    html! {
        @if offer.status == Status::Paused {
            p.note { (icon("pause")) span { (cx.get("card-paused")) } }
        } @else if offer.over(today) {
            p.note { (icon("pause")) span { (cx.get("card-over")) } }
        }
        @if let Some(notice) = notice { p.note { (icon("hinweis")) span { (notice.text) } } }
        @if offer.checked.is_none_or(|c| c.overdue(today)) {
            p.note { (icon("telefon")) span { (cx.get("card-overdue")) } }
        }
    }
}
