//! The web site: every route and every layer, on one screen.
//!
//! Takes the shared [`Site`]; gives a router. Pages are server-rendered and read nothing but the site and the address;
//! the address is the only state there is.

pub mod address;
pub mod assets;
pub mod error;
pub mod headers;
pub mod layout;
pub mod log;
pub mod page;
pub mod part;
pub mod robots;
pub mod site;
pub mod state;

pub use site::{Clock, Context, Here, Shared, Site};
pub use state::State;

use crate::catalog::Language;
use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::get;
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

/// The whole site as a service.
pub fn app(site: Shared) -> Router {
    dressed(routes(&site), site)
}

/// Every route.
fn routes(site: &Shared) -> Router<Shared> {
    let languages = site.load().languages();
    let nested = languages.into_iter().fold(Router::new(), |router, language| match language {
        Language::De => router.merge(pages()),
        other => router.nest(&format!("/{}", other.key()), pages()),
    });
    nested.route("/robots.txt", get(robots::answer)).route("/static/{name}", get(assets::answer))
}

/// Routes with every layer around them: whatever happens inside, the answer is one of ours.
pub fn dressed(routes: Router<Shared>, site: Shared) -> Router {
    routes
        .fallback(error::not_found)
        .method_not_allowed_fallback(error::method_not_allowed)
        // From the inside out: the last one sees a request first and its answer last.
        .layer(from_fn_with_state(site.clone(), address::check))
        .layer(CatchPanicLayer::custom(error::caught))
        .layer(from_fn_with_state(site.clone(), error::pages))
        .layer(CompressionLayer::new().quality(CompressionLevel::Precise(5)))
        .layer(from_fn_with_state(site.clone(), headers::add))
        .layer(from_fn(log::line))
        .with_state(site)
}

/// The pages of one language.
fn pages() -> Router<Shared> {
    Router::new()
        .route("/", get(page::home::show))
        .route("/beratung", get(page::home::advice))
        .route("/anliegen", get(page::concerns::show))
        .route("/stelle/{id}", get(page::partner::show))
        .route("/angebot/{partner}/{offer}", get(page::offer::show))
        .route("/merkliste", get(page::list::show))
        .route("/blatt", get(page::sheet::show))
        .route("/blatt.css", get(page::sheet::margins))
        .route("/A/{code}", get(page::code::offer))
        .route("/a/{code}", get(page::code::offer))
        .route("/L/{codes}", get(page::code::list))
        .route("/l/{codes}", get(page::code::list))
        .route("/krise", get(page::crisis::show))
        .route("/seite/{slug}", get(page::text::show))
        .route("/suche", get(page::results::show))
        .route("/suche/drucken", get(page::results::print))
        .route("/vorschlag", get(page::suggestions::show))
        .route("/thema/{*slug}", get(page::theme::show))
        .route("/ort/{*slug}", get(page::town::show))
}
