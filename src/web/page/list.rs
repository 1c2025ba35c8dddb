//! `/merkliste`: the remembered offers, which stand in the address and nowhere else.
//!
//! Takes the codes of the address; gives them with number and a way to forget each, print, a link to hand on, and how
//! to leave no traces.

use crate::catalog::{Code, Offer};
use crate::search::Query;
use crate::sheet::Link;
use crate::web::layout::{self, Head};
use crate::web::part::facts::facts;
use crate::web::part::icon::icon;
use crate::web::site::{Context, Here};
use crate::web::state::View;
use crate::words::phrases::glue;
use maud::{Markup, html};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// `/merkliste`
pub async fn show(here: Here) -> Markup {
    let cx = here.context();
    let offers = offers(&cx, &cx.state.list);
    let body = html! {
        div.w {
            h1.page { (cx.get("list-title")) }
            @if offers.is_empty() { (empty(&cx)) } @else { (full(&cx, &offers)) }
            (traces(&cx))
        }
    };
    layout::page(&cx, &Head::new(cx.get("list-title")), &body)
}

/// The offers of some codes, in their order; codes of nobody are left out.
fn offers<'a>(cx: &Context<'a>, codes: &[Code]) -> Vec<&'a Offer> {
    let catalog = cx.catalog();
    codes.iter().filter_map(|c| catalog.offer_by_code(*c)).map(|i| &catalog.offers[i]).collect()
}

fn empty(cx: &Context<'_>) -> Markup {
    html! {
        div.narrow {
            p.lead { (cx.get("list-empty")) }
            p.actions {
                a.button href=(cx.state.search(&Query::parse(""))) { (icon("suche")) (cx.get("nav-search")) }
                a.button.light href=(cx.state.concerns()) { (cx.get("nav-concerns")) }
            }
        }
    }
}

fn full(cx: &Context<'_>, offers: &[&Offer]) -> Markup {
    let gone = cx.state.list.len() - offers.len();
    html! {
        p.lead { (cx.fill("list-lead", &[("count", offers.len().into())])) }
        @if gone > 0 { p.note { (icon("hinweis")) span { (cx.fill("sheet-missing", &[("count", gone.into())])) } } }
        p.actions {
            a.button href=(cx.state.sheet()) { (icon("drucken")) (cx.get("list-print")) }
            a.button.light href=(cx.state.sheet_as(View::Compact)) { (cx.get("list-print-compact")) }
            a.button.light href=(cx.state.new_person()) { (icon("person")) (cx.get("nav-new-person")) }
        }
        div.two {
            ol.briefs { @for offer in offers { li { (item(cx, offer)) } } }
            (hand_on(cx))
        }
    }
}

fn item(cx: &Context<'_>, offer: &Offer) -> Markup {
    let partner = cx.catalog().partner_of(offer);
    let contact = offer.first_contact();
    html! {
        article.brief id={ "a-" (offer.code) } {
            h2 { a href=(cx.state.offer(&partner.id, &offer.id)) { (glue(&offer.title)) } }
            p.of translate="no" { (glue(&partner.name)) }
            @if let Some(phone) = contact.and_then(|c| c.phone.as_ref()) {
                p { a.phone href=(phone.href) translate="no" { (icon("telefon")) bdi { (phone.unbroken()) } } }
            } @else if let Some(mail) = contact.and_then(|c| c.mail.as_ref()) {
                p { a href={ "mailto:" (mail) } translate="no" { (icon("brief")) (mail) } }
            }
            (facts(cx, offer, None))
            a.keep href=(cx.state.forget(offer.code)) {
                (icon("weg-damit")) (cx.get("list-remove")) span.vh { ": " (offer.title) }
            }
        }
    }
}

/// The list as a link for another device, with the short codes of the paper: no query, no name.
fn hand_on(cx: &Context<'_>) -> Markup {
    let site = &cx.catalog().region.address;
    let address = format!("{}{}", site.trim_end_matches('/'), Link::to_list(site, &cx.state.list).short);
    let subject = cx.fill("list-mail-subject", &[("date", cx.words.date(cx.today()).into())]);
    let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let mail = format!("mailto:?subject={}&body={}", encoded(&subject), encoded(&address));
    html! {
        aside.contact aria-labelledby="weitergeben" {
            h2 #weitergeben { (cx.get("list-hand-on")) }
            p { (cx.get("list-hand-on-text")) }
            div.field {
                label for="adresse" { (cx.get("list-link")) }
                input #adresse type="text" readonly value=(address) translate="no" autocomplete="off";
            }
            p { a href=(mail) { (icon("brief")) (cx.get("list-mail")) } }
            p { a href=(cx.state.list_cleared()) { (cx.get("list-clear")) } }
        }
    }
}

/// How to leave no traces on a device that others use too.
#[must_use]
pub fn traces(cx: &Context<'_>) -> Markup {
    html! {
        section.traces aria-labelledby="spuren" {
            h2 #spuren { (icon("schutz")) (cx.get("traces-title")) }
            p { (cx.get("traces-text")) }
            ul {
                li { (cx.get("traces-private")) }
                li { (cx.get("traces-close")) }
                li { (cx.get("traces-delete")) }
            }
        }
    }
}
