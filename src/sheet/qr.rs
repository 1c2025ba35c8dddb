//! QR codes as one SVG path.
//!
//! Takes a text of at most a few hundred characters; gives the squares. Upper-case addresses fit the alphanumeric
//! mode, whose codes have fewer and therefore larger squares.

use maud::{Markup, html};
use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write;

/// Quiet zone around the code, in squares, as the standard asks for.
const QUIET: i32 = 4;

/// An inline SVG of `text`, named `label` for who cannot see it; `id` must be unique on the page. Nothing when the
/// text is too long for any code.
#[must_use]
pub fn svg(text: &str, id: &str, label: &str) -> Option<Markup> {
    // Long lists give up some repair so that the squares stay large enough for a phone.
    let level = if text.len() > 120 { QrCodeEcc::Low } else { QrCodeEcc::Medium };
    let code = QrCode::encode_text(text, level).ok()?;
    let width = code.size() + 2 * QUIET;
    Some(html! {
        svg role="img" aria-labelledby=(id) viewBox={ "0 0 " (width) " " (width) } shape-rendering="crispEdges" {
            title id=(id) { (label) }
            path d=(path(&code)) {}
        }
    })
}

/// Runs of dark squares, row by row, each a rectangle of height 1.
fn path(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let start = x;
            while x < code.size() && code.get_module(x, y) {
                x += 1;
            }
            if x > start {
                let run = x - start;
                let written = write!(path, "M{} {}h{run}v1h-{run}z", start + QUIET, y + QUIET);
                debug_assert!(written.is_ok(), "writing to a string cannot fail");
            }
            x += 1;
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_draws_every_dark_square_and_no_other() {
        let code = QrCode::encode_text("HTTPS://WEGWEISER.EXAMPLE/A/7KQ2M9", QrCodeEcc::Medium).expect("a short text");
        let mut drawn = std::collections::BTreeSet::new();
        for run in path(&code).split('M').filter(|run| !run.is_empty()) {
            let (at, rest) = run.split_once('h').expect("a run");
            let (x, y) = at.split_once(' ').expect("a corner");
            let (x, y): (i32, i32) = (x.parse().expect("a number"), y.parse().expect("a number"));
            let length: i32 = rest.split('v').next().and_then(|l| l.parse().ok()).expect("a length");
            drawn.extend((x..x + length).map(|x| (x - QUIET, y - QUIET)));
        }
        let squares = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
        let dark: std::collections::BTreeSet<_> = squares.filter(|(x, y)| code.get_module(*x, *y)).collect();
        assert_eq!(drawn, dark);
    }
}
