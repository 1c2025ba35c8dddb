//! A theme or sub-theme: what belongs to it, and the first offers.
//!
//! Takes the slug; gives introduction, sub-themes with their numbers, offers by partner, and the way to all of them.

use crate::catalog::Term;
use crate::search::{FacetKey, Query, Results};
use crate::web::error::Instead;
use crate::web::layout::{self, Head};
use crate::web::part::breadcrumb::breadcrumb;
use crate::web::part::{group, icon::icon};
use crate::web::site::{Context, Here};
use axum::extract::Path;
use maud::{Markup, html};

/// Groups shown here; the result page has them all.
pub const SHOWN: usize = 5;

/// `/thema/{theme}` and `/thema/{theme}/{sub}`
///
/// # Errors
/// [`Instead::NotFound`] for a theme nobody knows, [`Instead::Moved`] for a former one.
pub async fn show(here: Here, Path(slug): Path<String>) -> Result<Markup, Instead> {
    let cx = here.context();
    let theme = cx.catalog().vocabularies.themes.get(&slug).ok_or(Instead::NotFound)?;
    if theme.slug != slug {
        return Err(Instead::Moved(cx.state.theme(&theme.slug)));
    }
    let query = Query::parse("").with(FacetKey::Theme, &theme.slug);
    let results = here.site.search.run(&query, cx.now);
    let label = cx.words.label(theme);
    let introduction = theme.introduction.get(cx.language());
    let head = Head::new(label);
    let head = if introduction.is_empty() { head } else { head.described(introduction) };
    Ok(layout::page(&cx, &head, &body(&cx, theme, (&query, &results))))
}

fn body(cx: &Context<'_>, theme: &Term, (query, results): (&Query, &Results)) -> Markup {
    let themes = &cx.catalog().vocabularies.themes;
    let parent = themes.parent(theme);
    let above: Vec<_> = parent.iter().map(|p| (cx.state.theme(&p.slug), cx.words.label(p))).collect();
    let symbol = theme.icon.as_deref().or_else(|| parent.and_then(|p| p.icon.as_deref()));
    let siblings = parent.map_or(theme, |p| p);
    let children: Vec<_> = themes.children(siblings).filter(|t| t.slug != theme.slug).collect();
    html! {
        div.w {
            (breadcrumb(cx, &above))
            h1.page.with-icon { (icon(symbol.unwrap_or("weg"))) span { (cx.words.label(theme)) } }
            @let introduction = theme.introduction.get(cx.language());
            @if !introduction.is_empty() { p.lead { (introduction) } }
            div.two.wide {
                div { (offers(cx, query, results)) }
                nav.side aria-labelledby="unter" {
                    h2 #unter { (cx.get(if parent.is_some() { "theme-siblings" } else { "theme-children" })) }
                    ul {
                        @for child in children { (neighbour(cx, child, results)) }
                    }
                }
            }
        }
    }
}

/// A sub-theme with its number of offers; one without any is no way on.
fn neighbour(cx: &Context<'_>, theme: &Term, results: &Results) -> Markup {
    let values = results.facets.iter().filter(|f| f.key == FacetKey::Theme).flat_map(|f| &f.values);
    let count = values.filter(|v| *v.slug == *theme.slug).map(|v| v.count).next().unwrap_or(0);
    let label = cx.words.label(theme);
    html! {
        li {
            @if count > 0 { a href=(cx.state.theme(&theme.slug)) { (label) } } @else { span { (label) } }
            " " span.n { (count) }
        }
    }
}

/// The first groups of a search and the way to all of them.
#[must_use]
pub fn offers(cx: &Context<'_>, query: &Query, results: &Results) -> Markup {
    let numbers = [("offers", results.offers.into()), ("partners", results.partners.into())];
    html! {
        h2 { (cx.fill("results-count", &numbers)) }
        (group::groups(cx, &results.groups[..results.groups.len().min(SHOWN)], query, &results.marks))
        p { a.button href=(cx.state.search(query)) { (cx.get("theme-all")) (icon("weiter")) } }
    }
}
