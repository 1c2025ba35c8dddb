//! A visitor of the site: the real router, asked without a socket.
//!
//! Takes a data folder of the kit; gives answers with status, headers and body.

use crate::kit::{Folder, now};
use arc_swap::ArcSwap;
use axum::body::Body;
use axum::http::Request;
use http_body_util::BodyExt;
use std::sync::Arc;
use tower::ServiceExt;
use wegweiser::catalog::{Catalog, Language};
use wegweiser::index::Index;
use wegweiser::search::Search;
use wegweiser::web::{self, Clock, Shared, Site};
use wegweiser::words::Words;

/// Somebody who asks the site, without a socket between.
pub(crate) struct Visitor {
    router: axum::Router,
    runtime: tokio::runtime::Runtime,
}

/// What the site answered.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: axum::http::HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl Visitor {
    /// The site over a data folder, at the moment of all tests.
    pub(crate) fn new(folder: &Folder) -> Self {
        Self::of(folder.catalog())
    }

    /// The site over a catalog that need not be without problems.
    pub(crate) fn of(catalog: Catalog) -> Self {
        Self::asking(web::app(shared(catalog)))
    }

    /// Somebody who asks any router.
    pub(crate) fn asking(router: axum::Router) -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        Self { router, runtime }
    }

    /// A plain GET.
    pub(crate) fn get(&self, address: &str) -> Answer {
        self.send("GET", address, &[])
    }

    /// Any request.
    pub(crate) fn send(&self, method: &str, address: &str, headers: &[(&str, &str)]) -> Answer {
        let request = headers.iter().fold(Request::builder().method(method).uri(address), |r, (k, v)| r.header(*k, *v));
        let request = request.body(Body::empty()).unwrap();
        self.runtime.block_on(async {
            let response = self.router.clone().oneshot(request).await.unwrap();
            let (parts, body) = response.into_parts();
            let body = body.collect().await.unwrap().to_bytes().to_vec();
            Answer { status: parts.status.as_u16(), headers: parts.headers, body }
        })
    }
}

impl Answer {
    /// The body as text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    /// A header, empty if absent.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |v| v.to_str().unwrap())
    }
}

/// The site over a catalog, as requests share it.
pub(crate) fn shared(catalog: Catalog) -> Shared {
    let words = Words::load(Language::De, None).unwrap();
    let catalog = Arc::new(catalog);
    let index = Index::in_memory(&catalog).unwrap();
    let site = Site::new(Search::new(catalog, index), words, Clock::Fixed(now()));
    Arc::new(ArcSwap::from_pointee(site))
}
