//! How the words were read: filters among them, corrections, words that look alike, each with a way back.
//!
//! Takes the search and what it understood; gives chips and notes above the results. Whoever was misunderstood gets out
//! with one click: without the word, or with every word as typed.

use super::facet_list::value_label;
use super::icon::icon;
use crate::search::{Facet, Note, Query, Results, Understood};
use crate::web::site::Context;
use maud::{Markup, html};

/// Filters among the words; nothing if there are none.
#[must_use]
pub fn understood(cx: &Context<'_>, query: &Query, results: &Results) -> Markup {
    let narrowing: Vec<&Understood> = results.understood.iter().filter(|u| !u.lifts).collect();
    let lifting: Vec<String> =
        results.understood.iter().filter(|u| u.lifts).map(|u| format!("„{}“", u.words)).collect();
    html! {
        @if !narrowing.is_empty() {
            div.chips {
                h3 #verstanden { (cx.get("understood-title")) }
                ul aria-labelledby="verstanden" {
                    @for part in narrowing {
                        li {
                            a href=(cx.state.search(&query.for_words(&part.rest))) {
                                (label(cx, part))
                                (icon("weg-damit"))
                                span.vh { " " (cx.get("forget")) }
                            }
                        }
                    }
                }
                a.all href=(cx.state.search(&query.literally())) { (cx.get("understood-literally")) }
            }
        }
        @if !lifting.is_empty() {
            p.note.of-search { (icon("hinweis")) span { (cx.fill("understood-lifts", &[("words", cx.words.list(&lifting).into())])) } }
        }
        @if query.literal {
            p.note.of-search {
                (icon("hinweis"))
                span { (cx.get("understood-literal")) " " a href=(cx.state.search(&query.for_words(&query.text))) { (cx.get("understood-again")) } }
            }
        }
    }
}

/// What was corrected, and words that look alike.
#[must_use]
pub fn corrections(cx: &Context<'_>, query: &Query, results: &Results) -> Markup {
    html! {
        @for note in &results.notes {
            @match note {
                Note::Corrected { typed, used, others } => {
                    p.note.of-search {
                        (icon("suche"))
                        span {
                            (cx.fill("corrected", &[("used", used.as_str().into())])) " "
                            @if !others.is_empty() { (cx.get("corrected-others")) " " (instead(cx, query, typed, others)) " " }
                            a href=(cx.state.search(&query.literally())) { (cx.fill("corrected-back", &[("typed", typed.as_str().into())])) }
                        }
                    }
                }
                Note::Similar { typed, words } => {
                    p.note.of-search {
                        (icon("suche"))
                        span { (cx.fill("similar", &[("typed", typed.as_str().into())])) " " (instead(cx, query, typed, words)) }
                    }
                }
                _ => {}
            }
        }
    }
}

/// Links to the search with another word in place of the one typed.
fn instead(cx: &Context<'_>, query: &Query, typed: &str, words: &[String]) -> Markup {
    html! {
        @for (i, word) in words.iter().enumerate() {
            @if i > 0 { ", " }
            a href=(cx.state.search(&query.for_words(&query.text.replacen(typed, word, 1)))) { (word) }
        }
        "?"
    }
}

/// What a filter word stands for, in words of the facets.
fn label(cx: &Context<'_>, part: &Understood) -> String {
    if let Some(code) = &part.postal_code {
        return cx.fill("chips-postal-code", &[("code", code.as_str().into())]);
    }
    let mut labels: Vec<String> = part.facets.iter().map(|(key, slug)| value_label(cx, *key, slug)).collect();
    labels.extend(part.age.map(|age| cx.fill("chips-age", &[("years", age.into())])));
    let facet = part.facets.first().map(|(key, _)| cx.get(&format!("facet-{}", Facet::of(*key).url)).into_owned());
    let labels = labels.join(" / ");
    facet.map_or_else(|| labels.clone(), |facet| format!("{facet}: {labels}"))
}
