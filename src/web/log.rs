//! The log: one line a request, with the template of its route and nothing a visitor wrote.
//!
//! Takes a request and its answer; writes method, route, status and duration. Paths and queries reveal what somebody
//! looks for, addresses and agents reveal who; none of them is written, here or anywhere else.

use axum::extract::{MatchedPath, Request};
use axum::middleware::Next;
use axum::response::Response;
use std::time::Instant;

/// Writes the line once the answer is known.
pub async fn line(request: Request, next: Next) -> Response {
    let start = Instant::now();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map_or("-", MatchedPath::as_str).to_owned();
    let response = next.run(request).await;
    let micros = u64::try_from(start.elapsed().as_micros()).unwrap_or(u64::MAX);
    tracing::info!(%method, route, status = response.status().as_u16(), micros);
    response
}

/// Lets a panic name its place in the program, but not repeat the words it stumbled over. Set once, at start.
pub fn report_panics_without_words() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "Programmfehler; der Besuch hat eine Fehlerseite bekommen.");
    }));
}
