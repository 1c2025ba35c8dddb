//! `/angebot/{partner}/{offer}`: everything known about an offer; what is not known says so and says to ask.
//!
//! Takes the two ids; gives the page. An ended offer stays findable, says so and shows what took over.

use super::partner::{paragraphs, place, successor};
use crate::catalog::choice::Status;
use crate::catalog::{Offer, Term};
use crate::sheet::Link;
use crate::web::error::Instead;
use crate::web::layout::{self, Head};
use crate::web::part::breadcrumb::breadcrumb;
use crate::web::part::icon::icon;
use crate::web::part::remember::remember;
use crate::web::part::{condition, contact, summary};
use crate::web::site::{Context, Here};
use crate::words::phrases::{glue, sentence};
use axum::extract::Path;
use maud::{Markup, html};
use std::sync::Arc;

/// Alternatives shown below an offer that has ended.
const ALTERNATIVES: usize = 4;

/// `/angebot/{partner}/{offer}`
pub async fn show(here: Here, Path((partner, id)): Path<(String, String)>) -> Result<Markup, Instead> {
    let cx = here.context();
    let catalog = cx.catalog();
    match catalog.offer_index(&partner, &id) {
        Some(index) => Ok(page(&cx, &catalog.offers[index])),
        None => {
            let now = catalog.successor_of(&partner).ok_or(Instead::NotFound)?;
            catalog.offer_index(&now.id, &id).ok_or(Instead::NotFound)?;
            Err(Instead::Moved(cx.state.offer(&now.id, &id)))
        }
    }
}

fn page(cx: &Context<'_>, offer: &Offer) -> Markup {
    let partner = cx.catalog().partner_of(offer);
    let body = html! {
        div.w {
            (breadcrumb(cx, &above(cx, offer)))
            div.two.entry {
                header.title id={ "a-" (offer.code) } {
                    h1.page { (glue(&offer.title)) }
                    p.of { (cx.get("offer-by")) " " a href=(cx.state.partner(&partner.id)) translate="no" { (glue(&partner.name)) } }
                    (condition::of_offer(cx, offer))
                    @if offer.status == Status::Ended { (instead(cx, offer)) }
                    @if offer.discreet { (condition::note("schutz", &cx.get("offer-discreet"))) }
                }
                (aside(cx, offer))
                div.rest {
                    @if let Some(short) = &offer.short { p.lead { (glue(short)) } }
                    @for paragraph in paragraphs(offer.text.as_deref()) { p { (paragraph) } }
                    (facts(cx, offer))
                    (others(cx, offer))
                    (checked(cx, offer))
                }
            }
        }
    };
    // The title stays in the history of a shared computer.
    let title = if offer.discreet {
        offer.neutral_name.clone().unwrap_or_else(|| cx.get("sheet-neutral-name").into_owned())
    } else {
        offer.title.clone()
    };
    let head = Head::new(title);
    let head = offer.short.iter().fold(head, |head, short| head.described(short.as_str()));
    layout::page(cx, &head, &body)
}

fn above<'a>(cx: &Context<'a>, offer: &Offer) -> Vec<(String, &'a str)> {
    let themes = &cx.catalog().vocabularies.themes;
    let main = offer.themes.first().and_then(|t| themes.get(&t.slug));
    let root = main.and_then(|t| themes.parent(t));
    [root, main].into_iter().flatten().map(|t| (cx.state.theme(&t.slug), cx.words.label(t))).collect()
}

fn aside(cx: &Context<'_>, offer: &Offer) -> Markup {
    let partner = cx.catalog().partner_of(offer);
    html! {
        aside.contact aria-labelledby="kontakt" {
            h2 #kontakt { (cx.get("fact-next-step")) }
            @match &offer.access.next_step {
                Some(step) => p.step { (glue(&sentence(step))) },
                None => p.step { (cx.get("next-step-unknown")) }
            }
            (contact::contacts(cx, &offer.contacts, partner))
            @if let Some(step) = &offer.access.professional_step {
                div.way.small { h3 { (cx.get("offer-professionals")) } p { (glue(step)) } }
            }
            p.actions {
                (remember(cx, offer))
                a.keep href=(cx.state.sheet_of(&[offer.code])) { (icon("drucken")) (cx.get("print")) }
            }
        }
    }
}

fn facts(cx: &Context<'_>, offer: &Offer) -> Markup {
    let words = cx.words;
    let today = cx.today();
    let labels = |terms: &[Arc<Term>]| -> Vec<String> {
        if terms.is_empty() { vec![] } else { vec![words.labels(terms).join(", ")] }
    };
    let course = offer.course.as_ref().map(|c| words.course(c, today)).unwrap_or_default();
    let area = offer.area.as_ref().and_then(|a| words.area(a, &cx.catalog().region.region));
    let mut people = words.limits(offer);
    people.extend(labels(&offer.target_groups));
    let trust = offer.confidentiality.iter().map(|t| words.label(t).to_owned());
    let trust: Vec<String> = trust
        .chain(offer.anonymous.map(|yes| cx.get(if yes { "anonymous-yes" } else { "anonymous-no" }).into_owned()))
        .collect();
    let access = words.accessibility(&offer.accessibility, offer.accessibility_note.as_deref());
    html! {
        (group(cx, "offer-when-where", &html! {
            (row(cx, "fact-hours", &words.hours_of(offer, today)))
            (optional(cx, "fact-course", &course))
            (row(cx, "fact-form", &labels(&offer.forms)))
            @if !offer.locations.is_empty() {
                dt { (cx.get("fact-where")) }
                dd { @for location in &offer.locations { div.spot { (place(cx, location)) } } }
            }
            (optional(cx, "fact-area", &area.into_iter().collect::<Vec<_>>()))
        }))
        (group(cx, "offer-cost-papers", &html! {
            (row(cx, "fact-cost", &words.costs(&offer.costs).into_iter().collect::<Vec<_>>()))
            (row(cx, "fact-paper", &words.papers(&offer.access)))
            (optional(cx, "fact-bring", &labels(&offer.access.bring)))
            (optional(cx, "fact-certificates", &labels(&offer.certificates)))
            (optional(cx, "fact-funding", &labels(&offer.funding)))
        }))
        (group(cx, "offer-people", &html! {
            (row(cx, "fact-people", &people))
            (optional(cx, "fact-exclusion", &offer.access.exclusion.iter().map(|e| sentence(e)).collect::<Vec<_>>()))
            (row(cx, "fact-languages", &joined(words.languages(offer))))
            (optional(cx, "fact-accessibility", &access))
            (optional(cx, "fact-services", &labels(&offer.services)))
            (row(cx, "fact-trust", &trust))
            (row(cx, "fact-waiting", &offer.waiting.as_ref().and_then(|w| words.waiting(w, today)).into_iter().collect::<Vec<_>>()))
            (optional(cx, "fact-format", &labels(&offer.formats)))
        }))
    }
}

/// Short sentences that read better in one paragraph.
fn joined(lines: Vec<String>) -> Vec<String> {
    if lines.is_empty() { lines } else { vec![lines.join(" ")] }
}

fn group(cx: &Context<'_>, title: &str, rows: &Markup) -> Markup {
    html! { section { h2 { (cx.get(title)) } dl.rows { (rows) } } }
}

/// A fact everybody asks about: shown even when nobody knows it.
fn row(cx: &Context<'_>, label: &str, lines: &[String]) -> Markup {
    html! {
        @if lines.is_empty() {
            dt { (cx.get(label)) }
            dd.unknown { (cx.get("unknown")) }
        } @else {
            (optional(cx, label, lines))
        }
    }
}

fn optional(cx: &Context<'_>, label: &str, lines: &[String]) -> Markup {
    html! {
        @if !lines.is_empty() {
            dt { (cx.get(label)) }
            dd { @for line in lines { p { (glue(line)) } } }
        }
    }
}

fn instead(cx: &Context<'_>, offer: &Offer) -> Markup {
    let partner = cx.catalog().partner_of(offer);
    let reference = offer.successor.as_deref().or(partner.successor.as_deref());
    html! {
        @if let Some((link, name)) = successor(cx, reference) {
            p { (cx.get("gone-successor")) " " a href=(link) { (name) } }
        }
    }
}

/// Alternatives to an offer that has ended, else what the same partner also does.
fn others(cx: &Context<'_>, offer: &Offer) -> Markup {
    let partner = cx.catalog().partner_of(offer);
    let over = offer.status == Status::Ended || offer.over(cx.today());
    let same = cx.catalog().offers[partner.offers.clone()].iter();
    let same: Vec<&Offer> = same.filter(|o| o.code != offer.code && o.status != Status::Ended).collect();
    let instead = if over { summary::alternatives(cx, offer, ALTERNATIVES) } else { vec![] };
    html! {
        @if !instead.is_empty() {
            section {
                h2 { (cx.get("gone-others")) }
                ul.briefs { @for other in instead { li { (summary::summary(cx, other, true)) } } }
            }
        } @else if !same.is_empty() {
            section {
                h2 { (cx.fill("offer-also", &[("name", partner.name.as_str().into())])) }
                ul { @for other in same { li { a href=(cx.state.offer(&partner.id, &other.id)) { (other.title) } } } }
            }
        }
    }
}

fn checked(cx: &Context<'_>, offer: &Offer) -> Markup {
    let link = Link::to_offer(&cx.catalog().region.address, offer.code);
    html! {
        p.soft.checked {
            (offer.checked.as_ref().map_or_else(|| cx.get("as-of-unknown").into_owned(), |c| cx.words.checked(c))) ". "
            (cx.fill("offer-code", &[("address", link.short.into())]))
        }
    }
}
