//! `/A/{code}` and `/L/{codes}`: the short addresses printed on paper.
//!
//! Takes codes as somebody typed them, upper or lower case; leads to the offer or to the list. A code with a typing
//! error is noticed by its check character and gets a page that says how to read it again.

use crate::catalog::Code;
use crate::web::error::{Instead, ways};
use crate::web::layout::{self, Head};
use crate::web::part::search_box;
use crate::web::site::{Context, Here};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

/// `/A/{code}`
pub async fn offer(here: Here, Path(typed): Path<String>) -> Response {
    let cx = here.context();
    let catalog = cx.catalog();
    let Some(index) = Code::parse(&typed).and_then(|code| catalog.offer_by_code(code)) else {
        return mistyped(&cx, &[]);
    };
    let offer = &catalog.offers[index];
    Instead::SeeOther(cx.state.offer(&catalog.partner_of(offer).id, &offer.id)).into_response()
}

/// `/L/{codes}`, joined by `.`
pub async fn list(here: Here, Path(typed): Path<String>) -> Response {
    let cx = here.context();
    let read: Vec<Option<Code>> = typed.split('.').map(Code::parse).collect();
    let codes: Vec<Code> = read.iter().flatten().copied().collect();
    if codes.is_empty() || codes.len() < read.len() {
        return mistyped(&cx, &codes);
    }
    Instead::SeeOther(cx.state.list_of(&codes)).into_response()
}

/// A 404 that helps: what a code looks like, which letters never occur, and the part that could be read.
fn mistyped(cx: &Context<'_>, readable: &[Code]) -> Response {
    let body: Markup = html! {
        div.w.narrow.error {
            p.number { (cx.fill("error-number", &[("number", 404.into())])) }
            h1 { (cx.get("code-wrong")) }
            p.lead { (cx.get("code-wrong-text")) }
            ul {
                li { (cx.get("code-hint-length")) }
                li { (cx.get("code-hint-letters")) }
                li { (cx.get("code-hint-case")) }
            }
            @if !readable.is_empty() {
                p { a.button href=(cx.state.list_of(readable)) { (cx.fill("code-readable", &[("count", readable.len().into())])) } }
            }
            (search_box::plain(cx))
            h2 { (cx.get("error-ways")) }
            (ways(cx))
        }
    };
    (StatusCode::NOT_FOUND, layout::page(cx, &Head::new(cx.get("code-wrong")), &body)).into_response()
}
