//! The static files: embedded, named after their content, compressed once.
//!
//! Takes nothing; gives the address of each [`Asset`] and answers it for ever unchanged. A new program has new
//! content, therefore new names, therefore nothing is ever stale.

use super::error::Instead;
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use std::sync::LazyLock;

/// Kept for ever: the name changes with the content.
pub const IMMUTABLE: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// A static file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asset {
    /// The one stylesheet.
    Style,
    /// The style of the printed sheet.
    Print,
    /// The icon sprite.
    Icons,
    /// The picture of the browser tab.
    Favicon,
}

impl Asset {
    /// Every file.
    pub const ALL: &'static [Self] = &[Self::Style, Self::Print, Self::Icons, Self::Favicon];

    /// Its address, `/static/app.0123456789.css`.
    #[must_use]
    pub fn href(self) -> &'static str {
        &FILES[self as usize].href
    }

    const fn source(self) -> (&'static str, &'static str, &'static str, &'static str) {
        match self {
            Self::Style => ("app", "css", "text/css; charset=utf-8", include_str!("../../static/app.css")),
            Self::Print => ("print", "css", "text/css; charset=utf-8", include_str!("../../static/print.css")),
            Self::Icons => ("icons", "svg", "image/svg+xml", include_str!("../../static/icons.svg")),
            Self::Favicon => ("favicon", "svg", "image/svg+xml", include_str!("../../static/favicon.svg")),
        }
    }
}

struct File {
    href: String,
    kind: &'static str,
    plain: &'static str,
    brotli: LazyLock<Vec<u8>, Box<dyn FnOnce() -> Vec<u8> + Send>>,
}

/// In the order of [`Asset::ALL`]. Names are made at once; each file is compressed when it is first asked for, so
/// that starting takes no time.
static FILES: LazyLock<Vec<File>> = LazyLock::new(|| {
    let file = |asset: &Asset| {
        let (stem, extension, kind, plain) = asset.source();
        let hash = blake3::hash(plain.as_bytes()).to_hex();
        let href = format!("/static/{stem}.{}.{extension}", &hash[..10]);
        File { href, kind, plain, brotli: LazyLock::new(Box::new(|| compress(plain))) }
    };
    Asset::ALL.iter().map(file).collect()
});

/// Answers `/static/{name}`. Browsers without brotli get the plain file, which the compression layer turns to gzip.
///
/// # Errors
/// [`Instead::NotFound`] for a name that no file has.
pub async fn answer(Path(name): Path<String>, headers: HeaderMap) -> Result<Response, Instead> {
    let file =
        FILES.iter().find(|f| f.href.strip_prefix("/static/") == Some(name.as_str())).ok_or(Instead::NotFound)?;
    let always = [
        (header::CONTENT_TYPE, HeaderValue::from_static(file.kind)),
        (header::CACHE_CONTROL, IMMUTABLE),
        (header::VARY, HeaderValue::from_static("accept-encoding")),
    ];
    if accepts_brotli(&headers) && !file.brotli.is_empty() {
        return Ok((always, [(header::CONTENT_ENCODING, "br")], file.brotli.as_slice()).into_response());
    }
    Ok((always, file.plain).into_response())
}

fn accepts_brotli(headers: &HeaderMap) -> bool {
    let accepted = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|v| v.to_str().ok());
    accepted.flat_map(|v| v.split(',')).any(|coding| {
        let mut parts = coding.split(';').map(str::trim);
        parts.next() == Some("br") && parts.all(|p| !matches!(p, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
    })
}

/// Brotli at its strongest; empty if it fails, which sends the plain file.
fn compress(plain: &str) -> Vec<u8> {
    let mut packed = Vec::new();
    let done = brotli::BrotliCompress(&mut plain.as_bytes(), &mut packed, &brotli::enc::BrotliEncoderParams::default());
    done.map(|_| packed).unwrap_or_default()
}
