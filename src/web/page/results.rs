//! The result page: search, filters, what was found, and ways on when nothing was.
//!
//! Takes the search of the address; gives groups of offers by partner. Its title never repeats a visitor's words.

use super::concerns;
use crate::catalog::Code;
use crate::search::results::{Dropped, Note, Relaxation};
use crate::search::{Facet, FacetKey, Group, Marks, Query, Results, Sort};
use crate::web::error::{Instead, ways};
use crate::web::layout::{self, Head};
use crate::web::part::facet_list::value_label;
use crate::web::part::{chips, crisis_box, facet_list, group, icon::icon, pager, search_box, understood};
use crate::web::site::{Context, Here};
use crate::web::state::LIST_MAX;
use maud::{Markup, html};

/// Groups shown of the lists below the results: enough to see what they are.
const ASIDE: usize = 5;

/// `/suche`
pub async fn show(here: Here) -> Markup {
    let cx = here.context();
    let query = &cx.state.query;
    let results = here.site.search.run(query, cx.now);
    let body = html! {
        div.w {
            h1.page { (cx.get("results-title")) }
            (search_box::bar(&cx, query))
            @if !results.crisis.is_empty() {
                div.urgent { (crisis_box::called_for(&cx, &results.crisis)) }
            } @else if concerns::urgent(&cx, query) {
                div.urgent { (crisis_box::crisis_box(&cx)) }
            }
            div.grid {
                div { (facet_list::panel(&cx, query, &results)) }
                div { (found(&cx, &results)) }
            }
        }
    };
    layout::page(&cx, &Head::new(title(&cx, &results)), &body)
}

/// `/suche/drucken`: a result list becomes codes before it is printed, so no word and no filter reaches the paper.
pub async fn print(here: Here) -> Instead {
    let cx = here.context();
    let results = here.site.search.run(&cx.state.query, cx.now);
    let offers = &cx.catalog().offers;
    let codes: Vec<Code> = results.hits.iter().take(LIST_MAX).map(|h| offers[h.offer].code).collect();
    Instead::SeeOther(cx.state.sheet_of(&codes))
}

fn count(cx: &Context<'_>, results: &Results) -> String {
    let numbers = [("offers", results.offers.into()), ("partners", results.partners.into())];
    cx.fill("results-count", &numbers)
}

fn title(cx: &Context<'_>, results: &Results) -> String {
    match results.pages {
        1 => count(cx, results),
        pages => {
            let (page, pages) = (results.page.into(), pages.into());
            cx.fill("results-title-page", &[("count", count(cx, results).into()), ("page", page), ("pages", pages)])
        }
    }
}

fn found(cx: &Context<'_>, results: &Results) -> Markup {
    let query = &cx.state.query;
    html! {
        div.results-head {
            h2 #treffer tabindex="-1" { (count(cx, results)) }
            (print_link(cx, results))
        }
        (understood::understood(cx, query, results))
        (chips::chips(cx, query, results))
        (understood::corrections(cx, query, results))
        (notes(cx, results))
        @if results.offers == 0 {
            (nothing(cx, results))
        } @else {
            @if !results.neighbours.is_empty() {
                h3 { (cx.get("nearby-title")) }
                (wider(cx, results.neighbours.iter()))
            }
            (sorting(cx, results))
            (group::groups(cx, &results.groups, query, &results.marks))
            (pager::pager(cx, query, results))
        }
        @if results.page == results.pages { (aside(cx, results)) }
    }
}

fn print_link(cx: &Context<'_>, results: &Results) -> Markup {
    html! {
        @if results.offers > 0 {
            a.print href=(cx.state.print(&cx.state.query)) {
                (icon("drucken"))
                @if results.offers > LIST_MAX { (cx.fill("results-print-first", &[("count", LIST_MAX.into())])) }
                @else { (cx.get("results-print")) }
            }
        }
    }
}

fn notes(cx: &Context<'_>, results: &Results) -> Markup {
    let text = |note: &Note| match note {
        // They have links and stand by themselves.
        Note::Corrected { .. } | Note::Similar { .. } => String::new(),
        Note::UnknownValue(..) | Note::UnknownSetting(..) => cx.get("note-unknown").into_owned(),
        Note::Relaxed(words) => {
            let words: Vec<String> = words.iter().map(|w| format!("„{w}“")).collect();
            cx.fill("note-relaxed", &[("words", cx.words.list(&words).into())])
        }
        Note::ByTheme(themes) => {
            let list = &cx.catalog().vocabularies.themes;
            let labels = themes.iter().filter_map(|theme| list.at(*theme)).map(|theme| cx.words.label(theme));
            let labels: Vec<String> = labels.map(|label| format!("„{label}“")).collect();
            cx.fill("note-by-theme", &[("themes", cx.words.list(&labels).into())])
        }
        Note::Fewer(all) => cx.fill("note-fewer", &[("count", (*all).into())]),
        Note::TextCut => cx.get("note-text-cut").into_owned(),
        Note::NoWords => cx.get("note-no-words").into_owned(),
        Note::PageBeyond(_) => cx.fill("note-page-beyond", &[("pages", results.pages.into())]),
        Note::RadiusWithoutPlace => cx.get("note-radius").into_owned(),
    };
    let mut texts: Vec<String> = results.notes.iter().map(text).collect();
    texts.retain(|text| !text.is_empty());
    texts.dedup();
    html! { @for text in &texts { p.note.of-search { (icon("hinweis")) span { (text) } } } }
}

fn sorting(cx: &Context<'_>, results: &Results) -> Markup {
    let query = &cx.state.query;
    let typed = results.understood.iter().flat_map(|u| &u.facets).any(|(key, _)| *key == FacetKey::Place);
    let measured = typed || query.postal_code.is_some() || !query.selected(FacetKey::Place).is_empty();
    let orders = Sort::ALL.iter().filter(|s| **s != Sort::Distance || measured);
    html! {
        div.sort {
            span #sort { (cx.get("sort-by")) }
            ul aria-labelledby="sort" {
                @for sort in orders {
                    li {
                        @if *sort == query.sort { b aria-current="true" { (sort_name(cx, *sort)) } }
                        @else { a href=(cx.state.search(&Query { sort: *sort, page: 1, ..query.clone() })) { (sort_name(cx, *sort)) } }
                    }
                }
            }
        }
    }
}

fn sort_name(cx: &Context<'_>, sort: Sort) -> String {
    let key = match sort {
        Sort::Best => "sort-best",
        Sort::Distance => "sort-distance",
        Sort::Name => "sort-name",
        Sort::Checked => "sort-checked",
    };
    cx.get(key).into_owned()
}

/// Nothing found: which single thing to give up and what that gives, then ways that always work.
fn nothing(cx: &Context<'_>, results: &Results) -> Markup {
    html! {
        div.nothing {
            p.lead { (cx.get("nothing-text")) }
            @if !results.neighbours.is_empty() || !results.relaxations.is_empty() {
                h3 { (cx.get("nothing-wider")) }
                (wider(cx, results.neighbours.iter().chain(&results.relaxations)))
            }
            h3 { (cx.get("nothing-themes")) }
            ul.ways.inline {
                @for theme in cx.catalog().vocabularies.themes.roots() {
                    li { a href=(cx.state.theme(&theme.slug)) { (cx.words.label(theme)) } }
                }
            }
            h3 { (cx.get("error-ways")) }
            (ways(cx))
        }
    }
}

fn wider<'r>(cx: &Context<'_>, ways: impl Iterator<Item = &'r Relaxation>) -> Markup {
    html! {
        ul.ways {
            @for wider in ways {
                li {
                    a href=(cx.state.search(&wider.query)) { (without(cx, wider)) }
                    " " span.n { (cx.fill("nothing-offers", &[("offers", wider.offers.into())])) }
                }
            }
        }
    }
}

fn without(cx: &Context<'_>, wider: &Relaxation) -> String {
    let asked = &cx.state.query;
    match wider.dropped {
        Dropped::Facet(key) => {
            let values: Vec<String> =
                asked.selected(key).iter().map(|v| format!("„{}“", value_label(cx, key, v))).collect();
            cx.fill("wider-without", &[("values", cx.words.list(&values).into())])
        }
        Dropped::Age => cx.get("wider-age").into_owned(),
        Dropped::Radius => cx.get("wider-radius").into_owned(),
        Dropped::Partner => cx.get("wider-partner").into_owned(),
        Dropped::List => cx.get("wider-list").into_owned(),
        Dropped::Guide => cx.get("wider-guide").into_owned(),
        Dropped::Unread => cx.get("wider-unread").into_owned(),
        Dropped::Filters => cx.get("wider-filters").into_owned(),
        Dropped::Words => cx.get("wider-words").into_owned(),
        Dropped::Nearby { place, km } => {
            let place = cx.catalog().vocabularies.places.at(place).map_or("", |place| cx.words.label(place));
            cx.fill("wider-nearby", &[("place", place.into()), ("km", km.into())])
        }
    }
}

/// The two lists that do not count: of which something asked for is not known, and open to everybody.
fn aside(cx: &Context<'_>, results: &Results) -> Markup {
    let query = &cx.state.query;
    let unsure = query.facets.keys().filter(|k| Facet::of(**k).has_unknown);
    let certain = unsure.fold(Query { age: None, ..query.clone() }, |q, key| q.without_facet(*key));
    let everybody = query.without_facet(FacetKey::TargetGroup).with(FacetKey::TargetGroup, "alle");
    html! {
        @if !results.unknown.is_empty() {
            section.aside aria-labelledby="unbekannt" {
                h2 #unbekannt { (cx.get("unknown-title")) }
                p { (cx.fill("unknown-text", &[("count", results.unknown_offers.into())])) }
                (some(cx, &results.unknown, &certain, &results.marks))
            }
        }
        @if !results.open_to_all.is_empty() {
            section.aside aria-labelledby="alle" {
                h2 #alle { (cx.get("open-title")) }
                p { (cx.fill("open-text", &[("count", results.open_to_all_offers.into())])) }
                (some(cx, &results.open_to_all, &everybody, &results.marks))
            }
        }
    }
}

fn some(cx: &Context<'_>, groups: &[Group], all: &Query, marks: &Marks) -> Markup {
    html! {
        (group::groups(cx, &groups[..groups.len().min(ASIDE)], all, marks))
        @if groups.len() > ASIDE { p { a.more href=(cx.state.search(all)) { (cx.get("aside-all")) (icon("weiter")) } } }
    }
}
