//! Suggestions while somebody types: a piece of a page, for a script to put below the search field.
//!
//! Takes the text of the address; gives links in groups, or 204 where there is nothing to suggest. No page links here,
//! and every page does without it.

use crate::search::Query;
use crate::search::suggest::{Kind, Suggestion};
use crate::web::site::{Context, Here};
use axum::http::{HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

/// `/vorschlag`
pub async fn show(here: Here) -> Response {
    let cx = here.context();
    let found = here.site.search.suggest(&cx.state.query.text, cx.language(), cx.now);
    // Said here and not left to the address: without a text it would not look like one that says what somebody types.
    let private = [(header::CACHE_CONTROL, "no-store"), (HeaderName::from_static("x-robots-tag"), "noindex")];
    if found.is_empty() {
        return (StatusCode::NO_CONTENT, private).into_response();
    }
    (private, groups(&cx, &found)).into_response()
}

/// Groups always stand in the same order, so that they do not jump with every letter.
fn groups(cx: &Context<'_>, found: &[Suggestion]) -> Markup {
    let group = |kind: &Kind| found.iter().filter(|s| s.kind == *kind).collect::<Vec<_>>();
    html! {
        ul.suggestions {
            @for kind in Kind::ALL {
                @let suggestions = group(kind);
                @if !suggestions.is_empty() {
                    @let (id, heading) = heading(*kind);
                    li {
                        span id=(id) { (cx.get(heading)) }
                        ul aria-labelledby=(id) { @for suggestion in suggestions { li { (link(cx, suggestion)) } } }
                    }
                }
            }
        }
    }
}

/// The id of a group and the key of its heading.
const fn heading(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Theme => ("vorschlag-themen", "suggest-themes"),
        Kind::Concern => ("vorschlag-anliegen", "suggest-concerns"),
        Kind::Place => ("vorschlag-orte", "suggest-places"),
        Kind::Partner => ("vorschlag-stellen", "suggest-partners"),
        Kind::Offer => ("vorschlag-angebote", "suggest-offers"),
        Kind::Word => ("vorschlag-woerter", "suggest-words"),
    }
}

fn link(cx: &Context<'_>, suggestion: &Suggestion) -> Markup {
    let Suggestion { kind, label, target, of } = suggestion;
    let href = match kind {
        Kind::Theme => cx.state.theme(target),
        Kind::Concern => cx.state.search(&Query::parse(target)),
        Kind::Place => cx.state.town(target),
        Kind::Partner => cx.state.partner(target),
        Kind::Offer => {
            let (partner, offer) = target.split_once('/').unwrap_or((target.as_str(), ""));
            cx.state.offer(partner, offer)
        }
        Kind::Word => cx.state.search(&Query::default().for_words(target)),
    };
    let name = matches!(kind, Kind::Place | Kind::Partner);
    html! {
        a href=(href) {
            span translate=[name.then_some("no")] { (label) }
            @if let Some(partner) = of { " " small translate="no" { (partner) } }
        }
    }
}
