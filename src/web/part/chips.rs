//! What narrows the search, each with a way to take it back.
//!
//! Takes the search as asked and its notes; gives a list of links. A value nobody knows stands there too, crossed by
//! words: it found nothing, and the visitor should see why.

use super::facet_list::value_label;
use super::icon::icon;
use crate::search::{FACETS, FacetKey, Note, Query, Results};
use crate::web::site::Context;
use maud::{Markup, html};

struct Chip {
    label: String,
    unknown: bool,
    without: Query,
}

/// The chips of a search; nothing if nothing narrows it.
#[must_use]
pub fn chips(cx: &Context<'_>, query: &Query, results: &Results) -> Markup {
    let chips = all(cx, query, results);
    html! {
        @if !chips.is_empty() {
            div.chips {
                h3 #gewaehlt { (cx.get("chips-title")) }
                ul aria-labelledby="gewaehlt" {
                    @for chip in &chips {
                        li {
                            a class=[chip.unknown.then_some("unknown")] href=(cx.state.search(&chip.without)) {
                                @if chip.unknown { (cx.fill("chips-unknown", &[("value", chip.label.as_str().into())])) } @else { (chip.label) }
                                (icon("weg-damit"))
                                span.vh { " " (cx.get("forget")) }
                            }
                        }
                    }
                }
                @if chips.len() > 1 {
                    a.all href=(cx.state.search(&Query { all_filters: query.all_filters, ..query.without_filters() })) { (cx.get("chips-clear")) }
                }
            }
        }
    }
}

fn all(cx: &Context<'_>, query: &Query, results: &Results) -> Vec<Chip> {
    let base = Query { page: 1, ..query.clone() };
    let unknown = |key: FacetKey, slug: &str| {
        results.notes.iter().any(|n| matches!(n, Note::UnknownValue(k, s) if *k == key && s == slug))
    };
    let mut chips = Vec::new();
    for facet in FACETS {
        for slug in query.selected(facet.key) {
            let label = value_label(cx, facet.key, slug);
            chips.push(Chip { label, unknown: unknown(facet.key, slug), without: query.without(facet.key, slug) });
        }
    }
    let mut add = |label: String, without: Query| chips.push(Chip { label, unknown: false, without });
    if let Some(age) = query.age {
        add(cx.fill("chips-age", &[("years", age.into())]), Query { age: None, ..base.clone() });
    }
    if let Some(code) = &query.postal_code {
        let label = cx.fill("chips-postal-code", &[("code", code.as_str().into())]);
        add(label, Query { postal_code: None, radius: None, ..base.clone() });
    }
    if let Some(radius) = query.radius {
        add(cx.fill("chips-radius", &[("km", radius.into())]), Query { radius: None, ..base.clone() });
    }
    if let Some(id) = &query.partner {
        let name = cx.catalog().partner(id).map_or(id.as_str(), |p| p.name.as_str());
        add(cx.fill("chips-partner", &[("name", name.into())]), Query { partner: None, ..base.clone() });
    }
    if let Some(stem) = &query.list {
        let list = cx.catalog().lists.iter().find(|(s, _)| s == stem);
        add(list.map_or_else(|| stem.clone(), |(_, l)| l.title.clone()), Query { list: None, ..base.clone() });
    }
    if let Some(guide) = query.guide {
        add(crate::web::page::home::guide_name(cx, guide).into_owned(), Query { guide: None, ..base.clone() });
    }
    for (key, value) in &query.unread {
        let unread = query.unread.iter().filter(|(k, v)| (k, v) != (key, value)).cloned().collect();
        chips.push(Chip { label: value.clone(), unknown: true, without: Query { unread, ..base.clone() } });
    }
    chips
}
