//! A town or district: which themes there are offers for, and the first of them.
//!
//! Takes the slug; gives themes with their numbers, districts, offers by partner, and the way to all of them.

use super::theme::offers;
use crate::catalog::Term;
use crate::search::{FacetKey, Query, Results};
use crate::web::error::Instead;
use crate::web::layout::{self, Head};
use crate::web::part::breadcrumb::breadcrumb;
use crate::web::part::icon::icon;
use crate::web::site::{Context, Here};
use axum::extract::Path;
use maud::{Markup, html};

/// `/ort/{town}` and `/ort/{town}/{district}`
///
/// # Errors
/// [`Instead::NotFound`] for a place nobody knows, [`Instead::Moved`] for a former slug.
pub async fn show(here: Here, Path(slug): Path<String>) -> Result<Markup, Instead> {
    let cx = here.context();
    let place = cx.catalog().vocabularies.places.get(&slug).ok_or(Instead::NotFound)?;
    if place.slug != slug {
        return Err(Instead::Moved(cx.state.town(&place.slug)));
    }
    let query = Query::parse("").with(FacetKey::Place, &place.slug);
    let results = here.site.search.run(&query, cx.now);
    let title = cx.fill("town-title", &[("place", cx.words.label(place).into())]);
    let body = body(&cx, place, (&query, &results));
    Ok(layout::page(&cx, &Head::new(title.as_str()).described(title.as_str()), &body))
}

fn body(cx: &Context<'_>, place: &Term, (query, results): (&Query, &Results)) -> Markup {
    let places = &cx.catalog().vocabularies.places;
    let parent = places.parent(place);
    let above: Vec<_> = parent.iter().map(|p| (cx.state.town(&p.slug), cx.words.label(p))).collect();
    let neighbours: Vec<_> = places.children(parent.map_or(place, |p| p)).filter(|t| t.slug != place.slug).collect();
    html! {
        div.w {
            (breadcrumb(cx, &above))
            h1.page.with-icon { (icon("ort")) span { (cx.fill("town-title", &[("place", cx.words.label(place).into())])) } }
            div.two.wide {
                div { (offers(cx, query, results)) }
                div.side {
                    (themes(cx, query, results))
                    @if !neighbours.is_empty() {
                        nav aria-labelledby="teile" {
                            h2 #teile { (cx.get("town-districts")) }
                            ul { @for part in neighbours { li { a href=(cx.state.town(&part.slug)) { (cx.words.label(part)) } } } }
                        }
                    }
                }
            }
        }
    }
}

fn themes(cx: &Context<'_>, query: &Query, results: &Results) -> Markup {
    let list = &cx.catalog().vocabularies.themes;
    let values = results.facets.iter().filter(|f| f.key == FacetKey::Theme).flat_map(|f| &f.values);
    let roots = values.filter(|v| !v.child && v.count > 0);
    html! {
        nav aria-labelledby="themen" {
            h2 #themen { (cx.get("home-themes")) }
            ul {
                @for value in roots {
                    @if let Some(theme) = list.get(&value.slug) {
                        li {
                            a href=(cx.state.search(&query.with(FacetKey::Theme, &theme.slug))) { (cx.words.label(theme)) }
                            " " span.n { (value.count) }
                        }
                    }
                }
            }
        }
    }
}
