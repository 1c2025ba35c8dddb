//! Headers of every answer: what a page may load, what a browser may keep, what a search engine may list.
//!
//! Takes an answer on its way out; gives it back with its headers. Whatever an address says beside its path (words,
//! filters, the remembered list) reveals what somebody looks for, so such an answer is neither kept nor listed.

use super::site::Shared;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Uri, header};
use axum::middleware::Next;
use axum::response::Response;

/// No script, no frame, nothing foreign. Trusted Types stand ready for the day there is a script.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; \
    base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

const PERMISSIONS_POLICY: &str = "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), \
    geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

const ALWAYS: [(HeaderName, &str); 6] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
    (header::REFERRER_POLICY, "no-referrer"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (HeaderName::from_static("permissions-policy"), PERMISSIONS_POLICY),
];

const ROBOTS: HeaderName = HeaderName::from_static("x-robots-tag");

/// Paths that hold a list or a sheet even without a query.
pub const PRIVATE_PATHS: &[&str] = &["/merkliste", "/blatt", "/L/", "/l/", "/A/", "/a/"];

/// Puts the headers on.
pub async fn add(State(shared): State<Shared>, request: Request, next: Next) -> Response {
    let private = private(request.uri());
    let listed = !private && !shared.load().sample();
    let mut response = next.run(request).await;
    let failed = response.status().is_client_error() || response.status().is_server_error();
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    let keep = if private || failed { "no-store" } else { "no-cache" };
    absent(headers, header::CACHE_CONTROL, keep);
    if failed || !listed {
        absent(headers, ROBOTS, "noindex");
    }
    response
}

/// Whether an address says more than which public page it is.
#[must_use]
pub fn private(uri: &Uri) -> bool {
    uri.query().is_some_and(|q| !q.is_empty()) || PRIVATE_PATHS.iter().any(|p| uri.path().contains(p))
}

fn absent(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    headers.entry(name).or_insert(HeaderValue::from_static(value));
}
