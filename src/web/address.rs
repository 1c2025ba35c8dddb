//! Which addresses are answered at all, and under which form of them.
//!
//! Takes a request before its page is drawn; lets it through, sends it to the canonical form of its address, or says
//! that the address cannot be read. So no page ever meets text that is not UTF-8, dot segments or a half-canonical
//! form, and what was not understood never turns into a broader answer.

use super::error::Instead;
use super::site::Shared;
use super::state::State as PageState;
use axum::extract::{MatchedPath, OriginalUri, Request, State};
use axum::http::Uri;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use percent_encoding::percent_decode_str;

/// Longest path and query together, in bytes: far more than a full list and the longest words need.
pub const LONGEST: usize = 32 * 1024;

/// Lets readable addresses through in their canonical form.
pub async fn check(State(shared): State<Shared>, request: Request, next: Next) -> Response {
    let uri = request.extensions().get::<OriginalUri>().map_or_else(|| request.uri(), |original| &original.0);
    let routed = request.extensions().get::<MatchedPath>().is_some();
    match verdict(uri, routed, &shared) {
        Some(instead) => instead.into_response(),
        None => next.run(request).await,
    }
}

fn verdict(uri: &Uri, routed: bool, shared: &Shared) -> Option<Instead> {
    let (path, query) = (uri.path(), uri.query().unwrap_or_default());
    if path.len() + query.len() > LONGEST {
        return Some(Instead::TooLong);
    }
    if !readable_path(path) || !readable_query(query) {
        return Some(Instead::Unreadable);
    }
    if let Some(shorter) = path.strip_suffix('/').filter(|p| !p.is_empty()) {
        let query = uri.query().map(|q| format!("?{q}")).unwrap_or_default();
        return Some(Instead::Moved(format!("{shorter}{query}")));
    }
    if !routed || path.starts_with("/static/") {
        return None;
    }
    let state = PageState::of(uri, &shared.load().languages());
    let canonical = state.here();
    let wanted = canonical.split_once('?').map_or("", |(_, q)| q);
    // Words that were cut must be said to be cut, which only the address as typed still knows. Suggestions are asked for
    // with every letter: a detour would cost more than the answer, and nobody sees their address.
    let as_sent = state.query.text_cut || state.is_at(&state.suggestions());
    (wanted != query && !as_sent).then_some(Instead::SeeOther(canonical))
}

fn readable_path(path: &str) -> bool {
    let Ok(decoded) = percent_decode_str(path).decode_utf8() else { return false };
    let odd = |segment: &str| segment == "." || segment == ".." || segment.contains(['\\', '%']);
    !decoded.contains(char::is_control) && !decoded.contains("//") && !decoded.split('/').any(odd)
}

fn readable_query(query: &str) -> bool {
    let spaced = query.replace('+', " ");
    percent_decode_str(&spaced).decode_utf8().is_ok_and(|text| !text.contains('\0'))
}
