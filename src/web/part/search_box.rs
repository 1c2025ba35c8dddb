//! The search field: one question, one place to type the answer.
//!
//! Takes the context; gives a GET form that keeps the remembered list. The browser is asked neither to complete nor
//! to correct: what somebody looks for here belongs into no history of entries.

use super::icon::icon;
use crate::search::{Query, query::MAX_TEXT};
use crate::web::site::Context;
use maud::{Markup, html};

/// The search of the front pages: what and where.
#[must_use]
pub fn hero(cx: &Context<'_>) -> Markup {
    let places = &cx.catalog().vocabularies.places;
    let inside = places.roots().filter(|t| t.place.as_ref().is_none_or(|p| !p.outside));
    html! {
        form.search.hero action=(cx.state.search_action()) role="search" {
            div.field.wide {
                label for="q" { (cx.get("search-what")) }
                p.hint #q-hint { (cx.get("search-hint")) }
                (text_field(cx, "", true))
            }
            div.field {
                label for="ort" { (cx.get("search-where")) }
                select #ort name="ort" {
                    option value="" { (cx.fill("search-everywhere", &[("region", cx.catalog().region.region.as_str().into())])) }
                    @for place in inside {
                        option value=(place.slug) { (cx.words.label(place)) }
                    }
                }
            }
            (submit(cx))
            (kept(cx))
        }
    }
}

/// The search of the result page; its form has the id `s`, which the filters beside it belong to.
#[must_use]
pub fn bar(cx: &Context<'_>, query: &Query) -> Markup {
    html! {
        form #s .search.bar action=(cx.state.search_action()) role="search" {
            label.vh for="q" { (cx.get("search-what")) }
            (text_field(cx, &query.text, false))
            (submit(cx))
            (kept(cx))
        }
    }
}

/// A search from nothing, for pages that found nothing.
#[must_use]
pub fn plain(cx: &Context<'_>) -> Markup {
    html! {
        form.search.bar action=(cx.state.search_action()) role="search" {
            label.vh for="q" { (cx.get("search-what")) }
            (text_field(cx, "", false))
            (submit(cx))
            (kept(cx))
        }
    }
}

/// `data-vorschlag` says where a script may ask for suggestions; without one nothing is missing.
fn text_field(cx: &Context<'_>, text: &str, hinted: bool) -> Markup {
    html! {
        input #q name="q" type="search" value=[(!text.is_empty()).then_some(text)] maxlength=(MAX_TEXT)
            autocomplete="off" spellcheck="false" autocapitalize="off" enterkeyhint="search"
            aria-describedby=[hinted.then_some("q-hint")] data-vorschlag=(cx.state.suggestions());
    }
}

fn submit(cx: &Context<'_>) -> Markup {
    html! { button.button type="submit" { (icon("suche")) span { (cx.get("search-button")) } } }
}

fn kept(cx: &Context<'_>) -> Markup {
    html! { @if let Some((key, value)) = cx.state.kept() { input type="hidden" name=(key) value=(value); } }
}
