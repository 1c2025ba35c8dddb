//! A partner in a result list, with the best of its offers.
//!
//! Takes a group; gives a list item: the partner's name, two offers, a way to the others.

use super::card::card;
use super::icon::icon;
use crate::search::results::OFFERS_PER_GROUP;
use crate::search::{Group, Marks, Query};
use crate::web::site::Context;
use maud::{Markup, html};

/// A list of groups.
#[must_use]
pub fn groups(cx: &Context<'_>, groups: &[Group], query: &Query, marks: &Marks) -> Markup {
    html! { ol.groups { @for group in groups { li { (one(cx, group, query, marks)) } } } }
}

fn one(cx: &Context<'_>, group: &Group, query: &Query, marks: &Marks) -> Markup {
    let partner = &cx.catalog().partners[group.partner];
    // A search within one partner is what the link to its other offers leads to: there they all stand.
    let shown = if query.partner.is_some() { group.hits.len() } else { OFFERS_PER_GROUP };
    let rest = group.hits.len().saturating_sub(shown);
    let notice = partner.notice.as_ref().filter(|n| n.until >= cx.today());
    html! {
        section.group {
            h3 { a href=(cx.state.partner(&partner.id)) translate="no" { (icon("stelle")) span { (partner.name) } } }
            @if let Some(notice) = notice { p.note { (icon("hinweis")) span { (notice.text) } } }
            @for hit in group.hits.iter().take(shown) { (card(cx, hit, marks)) }
            @if rest > 0 {
                p.further { a href=(cx.state.search(&Query { partner: Some(partner.id.clone()), page: 1, ..query.clone() })) {
                    (cx.fill("group-more", &[("count", rest.into())])) span.vh { ": " (partner.name) }
                } }
            }
        }
    }
}
