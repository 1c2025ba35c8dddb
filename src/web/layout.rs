//! The frame of every page: head, header with the remembered list, sample-data notice, footer.
//!
//! Takes what a page says about itself ([`Head`]) and its body; gives the whole document. No style and no script
//! stands in it: the content security policy would refuse both.

use super::assets::Asset;
use super::part::icon::icon;
use super::site::Context;
use maud::{DOCTYPE, Markup, html};

/// What a page says about itself.
#[derive(Debug, Clone, Default)]
pub struct Head {
    /// Title without the name of the site. Never a visitor's words: titles stay in the history of a shared computer.
    pub title: String,
    /// One sentence for search engines, on pages they may list.
    pub description: Option<String>,
    /// The front page carries the name of the site alone.
    pub front: bool,
    /// A class of `body`, for pages that are set differently on paper.
    pub class: Option<&'static str>,
}

impl Head {
    /// A page with nothing but a title.
    #[must_use]
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), ..Self::default() }
    }

    /// The same with a description.
    #[must_use]
    pub fn described(self, description: impl Into<String>) -> Self {
        Self { description: Some(description.into()), ..self }
    }
}

/// The whole document.
#[must_use]
pub fn page(cx: &Context<'_>, head: &Head, body: &Markup) -> Markup {
    let region = &cx.catalog().region;
    let name = format!("{} {}", region.name, region.region);
    let title = if head.front { name } else { format!("{} – {name}", head.title) };
    html! {
        (DOCTYPE)
        html lang=(cx.language().tag()) dir=(cx.language().direction()) {
            head {
                meta charset="utf-8";
                title { (title) }
                meta name="viewport" content="width=device-width, initial-scale=1";
                @if let Some(description) = &head.description {
                    meta name="description" content=(description);
                }
                meta name="color-scheme" content="light dark";
                link rel="icon" href=(Asset::Favicon.href()) type="image/svg+xml";
                link rel="stylesheet" href=(Asset::Style.href());
            }
            body class=[head.class] {
                a.skip href="#inhalt" { (cx.get("layout-skip")) }
                (header(cx))
                main #inhalt tabindex="-1" { (body) }
                (footer(cx))
            }
        }
    }
}

fn header(cx: &Context<'_>) -> Markup {
    let region = &cx.catalog().region;
    html! {
        header.top {
            @if cx.site.sample() {
                p.sample { span.w { b { (cx.get("layout-sample")) } " " (cx.get("layout-sample-text")) } }
            }
            div.w.bar {
                a.brand href=(cx.state.home()) {
                    (icon("weg"))
                    span { b { (soft(&region.name)) } " " small { (region.region) } }
                }
                (navigation(cx))
            }
        }
    }
}

fn navigation(cx: &Context<'_>) -> Markup {
    let state = cx.state;
    let links = [
        (state.search(&crate::search::Query::parse("")), "nav-search"),
        (state.concerns(), "nav-concerns"),
        (state.crisis(), "nav-crisis"),
    ];
    html! {
        nav.main aria-label=(cx.get("nav-label")) {
            ul {
                @for (link, word) in &links {
                    li { a href=(link) aria-current=[state.is_at(link).then_some("page")] { (cx.get(word)) } }
                }
                li {
                    a href=(state.list_page()) aria-current=[state.is_at(&state.list_page()).then_some("page")] {
                        (icon(if state.list.is_empty() { "merken" } else { "gemerkt" }))
                        (cx.get("nav-list"))
                        @if !state.list.is_empty() {
                            " " span.count { (state.list.len()) span.vh { " " (cx.fill("nav-list-count", &[("count", state.list.len().into())])) } }
                        }
                    }
                }
                @if !state.list.is_empty() || !state.query.is_empty() {
                    li { a href=(state.new_person()) { (icon("person")) (cx.get("nav-new-person")) } }
                }
            }
        }
    }
}

fn footer(cx: &Context<'_>) -> Markup {
    let catalog = cx.catalog();
    let operator = &catalog.region.operator;
    let mut slugs: Vec<&str> = catalog.pages.iter().map(|p| p.slug.as_str()).collect();
    slugs.sort_unstable();
    slugs.dedup();
    let town = [operator.postal_code.as_deref(), operator.town.as_deref()];
    let town = town.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let address = [Some(operator.name.as_str()), operator.street.as_deref(), Some(town.as_str())];
    let address = address.into_iter().flatten().filter(|a| !a.is_empty()).collect::<Vec<_>>().join(", ");
    html! {
        footer.foot {
            div.w {
                nav aria-label=(cx.get("footer-label")) {
                    ul {
                        li { a href=(cx.state.advice()) { (cx.get("footer-advice")) } }
                        @for page in slugs.iter().filter_map(|slug| catalog.page(cx.language(), slug)) {
                            li { a href=(cx.state.page(&page.slug)) { (page.title) } }
                        }
                    }
                }
                p { (cx.get("footer-privacy")) }
                p translate="no" { (address) }
            }
        }
    }
}

/// Long compounds may break behind their first part; not every browser knows where German words do.
#[must_use]
pub fn soft(text: &str) -> String {
    const JOINTS: &[&str] = &["heits", "keits", "ungs", "schafts"];
    let mut soft = text.to_owned();
    for joint in JOINTS {
        soft = soft.replace(joint, &format!("{joint}\u{ad}"));
    }
    // Behind the last part there is nothing to break.
    soft.split(' ').map(|word| word.trim_end_matches('\u{ad}')).collect::<Vec<_>>().join(" ")
}
