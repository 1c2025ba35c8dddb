//! The front pages: `/` with both guides, `/beratung` with the second one in full.
//!
//! Take the catalog; give search, themes, entry points, crisis lines. Both are one page: where the first shows a tile
//! for each theme, the second also lists what belongs to it, because its themes say less by their name alone.

use crate::catalog::choice::Status;
use crate::catalog::region::Concern;
use crate::catalog::{Guide, Offer, Term};
use crate::search::{FacetKey, Query};
use crate::web::layout::{self, Head, soft};
use crate::web::part::crisis_box::crisis_box;
use crate::web::part::icon::icon;
use crate::web::part::search_box;
use crate::web::site::{Context, Here};
use maud::{Markup, html};
use std::collections::BTreeSet;

/// Longest label of a sub-theme on a tile, in characters: a tile says at a glance what it is about.
const TILE_LABEL: usize = 22;

/// `/`
pub async fn show(here: Here) -> Markup {
    let cx = here.context();
    let head = Head { front: true, ..Head::default() }.described(numbers(&cx, None));
    let body = html! {
        (hero(&cx, "home-title", None))
        div.w {
            @for guide in Guide::ALL {
                section.guide aria-labelledby={ "g-" (guide.word()) } {
                    h2 id={ "g-" (guide.word()) } { (guide_name(&cx, *guide)) }
                    ul.tiles { @for theme in themes(&cx, *guide) { (tile(&cx, theme)) } }
                }
            }
            (lower(&cx, None))
        }
    };
    layout::page(&cx, &head, &body)
}

/// `/beratung`
pub async fn advice(here: Here) -> Markup {
    let cx = here.context();
    let guide = Guide::Beratung;
    let body = html! {
        (hero(&cx, "advice-title", Some(guide)))
        div.w {
            section.guide aria-labelledby="g" {
                h2 #g { (cx.get("home-themes")) }
                ul.tiles.full { @for theme in themes(&cx, guide) { (chapter(&cx, theme)) } }
            }
            (lower(&cx, Some(guide)))
        }
    };
    layout::page(&cx, &Head::new(cx.get("advice-title")).described(numbers(&cx, Some(guide))), &body)
}

fn hero(cx: &Context<'_>, title: &str, guide: Option<Guide>) -> Markup {
    html! {
        div.hero {
            div.w {
                h1 { (cx.get(title)) }
                p.lead { (numbers(cx, guide)) }
                (search_box::hero(cx))
            }
        }
    }
}

/// How much there is: offers that take place, bodies, and what costs nothing.
fn numbers(cx: &Context<'_>, guide: Option<Guide>) -> String {
    let catalog = cx.catalog();
    let in_guide = |offer: &&Offer| {
        guide.is_none_or(|guide| {
            let root = |theme: &Term| catalog.vocabularies.themes.parent(theme).and_then(|p| p.guide).or(theme.guide);
            offer.themes.iter().any(|theme| root(theme) == Some(guide))
        })
    };
    let alive = |offer: &&Offer| offer.status != Status::Ended && !offer.over(cx.today());
    let offers: Vec<_> = catalog.offers.iter().filter(alive).filter(in_guide).collect();
    let partners: BTreeSet<_> = offers.iter().map(|o| o.partner).collect();
    let free = offers.iter().filter(|o| o.costs.iter().any(|c| c.kind.group.as_deref() == Some("ohne-kosten"))).count();
    cx.fill(
        "home-numbers",
        &[
            ("offers", offers.len().into()),
            ("partners", partners.len().into()),
            ("free", free.into()),
            ("region", catalog.region.region.as_str().into()),
        ],
    )
}

fn themes<'a>(cx: &Context<'a>, guide: Guide) -> impl Iterator<Item = &'a Term> {
    cx.catalog().vocabularies.themes.roots().filter(move |t| t.guide == Some(guide)).map(AsRef::as_ref)
}

fn tile(cx: &Context<'_>, theme: &Term) -> Markup {
    let children = cx.catalog().vocabularies.themes.children(theme).map(|c| cx.words.label(c));
    let children = children.filter(|label| label.chars().count() <= TILE_LABEL).take(3);
    html! {
        li.tile {
            (icon(theme.icon.as_deref().unwrap_or("weg")))
            div {
                h3 { a href=(cx.state.theme(&theme.slug)) { (soft(cx.words.label(theme))) } }
                p { @for child in children { span { (child) } " " } }
            }
        }
    }
}

fn chapter(cx: &Context<'_>, theme: &Term) -> Markup {
    html! {
        li.chapter {
            h3 {
                (icon(theme.icon.as_deref().unwrap_or("weg")))
                a href=(cx.state.theme(&theme.slug)) { (cx.words.label(theme)) }
            }
            ul {
                @for child in cx.catalog().vocabularies.themes.children(theme) {
                    li { a href=(cx.state.theme(&child.slug)) { (cx.words.label(child)) } }
                }
            }
        }
    }
}

/// Entry points and crisis lines, side by side.
fn lower(cx: &Context<'_>, guide: Option<Guide>) -> Markup {
    let all = cx.catalog().concerns.groups.iter().flat_map(|g| &g.concerns);
    let chosen: Vec<_> = match guide {
        None => all.filter(|c| c.home.is_some_and(bool::from)).collect(),
        Some(guide) => all.filter(|c| leads_into(cx, c, guide)).take(12).collect(),
    };
    html! {
        div.two {
            @if !chosen.is_empty() {
                section aria-labelledby="anliegen" {
                    h2 #anliegen { (cx.get("home-concerns")) }
                    (super::concerns::list(cx, &chosen))
                    p { a.more href=(cx.state.concerns()) { (cx.get("home-all-concerns")) (icon("weiter")) } }
                }
            }
            (crisis_box(cx))
        }
    }
}

fn leads_into(cx: &Context<'_>, concern: &Concern, guide: Guide) -> bool {
    let query = Query::parse(&concern.query);
    let first = query.selected(FacetKey::Theme).first().and_then(|slug| slug.split('/').next());
    first.and_then(|slug| cx.catalog().vocabularies.themes.get(slug)).is_some_and(|t| t.guide == Some(guide))
}

/// What a guide is called in headings and filters.
#[must_use]
pub fn guide_name<'a>(cx: &Context<'a>, guide: Guide) -> std::borrow::Cow<'a, str> {
    cx.get(match guide {
        Guide::Gesundheit => "guide-health",
        Guide::Beratung => "guide-advice",
    })
}
