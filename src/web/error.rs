//! What a visitor gets instead of a page: another address, or an error page in our words with ways on.
//!
//! Takes what a handler says ([`Instead`]) or any answer with an error status that is not one of our pages, whoever
//! made it; gives a page of ours. So neither the framework nor a panic ever speaks to a visitor.

use super::layout::{self, Head};
use super::part::search_box;
use super::site::{Context, Here, Shared};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use std::any::Any;

/// Why a handler gives no page.
#[derive(Debug)]
pub enum Instead {
    /// 308: it has another address now.
    Moved(String),
    /// 303: the answer to a form stands at its canonical address.
    SeeOther(String),
    /// 400: the address cannot be read.
    Unreadable,
    /// 404: no such page.
    NotFound,
    /// 410: it existed; the page says what to do now.
    Gone(Markup),
    /// 414: the address is too long.
    TooLong,
    /// 500: our mistake; the log knows more.
    Broken,
}

impl IntoResponse for Instead {
    fn into_response(self) -> Response {
        let to = |status, address: String| match HeaderValue::from_str(&address) {
            Ok(address) => (status, [(header::LOCATION, address)]).into_response(),
            Err(_) => StatusCode::BAD_REQUEST.into_response(),
        };
        match self {
            Self::Moved(address) => to(StatusCode::PERMANENT_REDIRECT, address),
            Self::SeeOther(address) => to(StatusCode::SEE_OTHER, address),
            Self::Gone(page) => (StatusCode::GONE, page).into_response(),
            Self::Unreadable => StatusCode::BAD_REQUEST.into_response(),
            Self::NotFound => StatusCode::NOT_FOUND.into_response(),
            Self::TooLong => StatusCode::URI_TOO_LONG.into_response(),
            Self::Broken => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        }
    }
}

/// Answers what no route knows.
pub async fn not_found() -> Instead {
    Instead::NotFound
}

/// Answers a method no route knows.
pub async fn method_not_allowed() -> impl IntoResponse {
    (StatusCode::METHOD_NOT_ALLOWED, [(header::ALLOW, "GET, HEAD")])
}

/// Turns a panic into a plain 500, which [`pages`] dresses. What the panic said may hold a visitor's words.
#[must_use]
pub fn caught(_: Box<dyn Any + Send + 'static>) -> Response {
    Instead::Broken.into_response()
}

/// Replaces every error answer that is not one of our pages by one that is.
pub async fn pages(State(_): State<Shared>, here: Here, request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let status = response.status();
    let ours = response.headers().get(header::CONTENT_TYPE).is_some_and(|t| t.as_bytes().starts_with(b"text/html"));
    if ours || !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    let (mut parts, _) = response.into_parts();
    parts.headers.remove(header::CONTENT_TYPE);
    parts.headers.remove(header::CONTENT_LENGTH);
    let mut page = page(&here.context(), status).into_response();
    page.headers_mut().extend(parts.headers);
    *page.status_mut() = status;
    page
}

/// The page for a status: what happened, whose fault it is not, and where to go on.
#[must_use]
pub fn page(cx: &Context<'_>, status: StatusCode) -> Markup {
    let (title, text) = match status {
        StatusCode::NOT_FOUND => ("error-not-found", "error-not-found-text"),
        StatusCode::METHOD_NOT_ALLOWED => ("error-method", "error-method-text"),
        StatusCode::GONE => ("error-gone", "error-gone-text"),
        StatusCode::URI_TOO_LONG => ("error-too-long", "error-too-long-text"),
        other if other.is_server_error() => ("error-broken", "error-broken-text"),
        _ => ("error-unreadable", "error-unreadable-text"),
    };
    let body = html! {
        div.w.narrow.error {
            p.number { (cx.fill("error-number", &[("number", status.as_u16().into())])) }
            h1 { (cx.get(title)) }
            p.lead { (cx.get(text)) }
            (search_box::plain(cx))
            h2 { (cx.get("error-ways")) }
            (ways(cx))
        }
    };
    layout::page(cx, &Head::new(cx.get(title)), &body)
}

/// Ways on that always work.
#[must_use]
pub fn ways(cx: &Context<'_>) -> Markup {
    let phone =
        cx.catalog().region.operator.phone.as_deref().and_then(|p| crate::catalog::contact::Phone::parse(p).ok());
    html! {
        ul.ways {
            li { a href=(cx.state.home()) { (cx.get("error-way-home")) } }
            li { a href=(cx.state.concerns()) { (cx.get("error-way-concerns")) } }
            li { a href=(cx.state.crisis()) { (cx.get("error-way-crisis")) } }
            @if let Some(phone) = phone {
                li { (cx.get("error-way-phone")) " " a href=(phone.href) { (phone.unbroken()) } }
            }
        }
    }
}
