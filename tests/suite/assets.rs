//! Static files: small, kept for ever, sent packed, and without anything a strict policy would refuse.

use crate::kit::Folder;
use crate::visitor::Visitor;
use wegweiser::web::assets::Asset;

const STYLE: &str = include_str!("../../static/app.css");

/// Bytes over the wire: headers and packed body.
fn weight(visitor: &Visitor, address: &str) -> usize {
    let answer = visitor.send("GET", address, &[("accept-encoding", "br, gzip")]);
    assert_eq!((answer.status, answer.header("content-encoding")), (200, "br"), "{address}");
    let headers: usize = answer.headers.iter().map(|(k, v)| k.as_str().len() + v.len() + 4).sum();
    headers + answer.body.len()
}

#[test]
fn a_first_visit_weighs_at_most_twenty_kilobytes_in_five_requests() {
    let visitor = Visitor::new(&Folder::real());
    let home = visitor.get("/").text();
    let loaded: Vec<&str> = Asset::ALL.iter().map(|a| a.href()).filter(|href| home.contains(href)).collect();
    assert!((2..=4).contains(&loaded.len()), "{loaded:?}");
    let bytes = weight(&visitor, "/") + loaded.iter().map(|href| weight(&visitor, href)).sum::<usize>();
    assert!(bytes <= 20_000, "{bytes}");
}

#[test]
fn later_pages_stay_light() {
    let visitor = Visitor::new(&Folder::real());
    for (address, most) in [
        ("/", 6_000),
        ("/beratung", 6_000),
        ("/anliegen", 6_000),
        ("/thema/bewegung", 6_000),
        ("/suche?q=R%C3%BCcken", 8_000),
        ("/suche?thema=sucht/alkohol&ort=overath", 8_000),
        ("/suche?zielgruppe=aeltere", 8_000),
        ("/suche", 9_000),
        ("/suche?thema=bewegung&filter=alle", 11_000),
    ] {
        let answer = visitor.send("GET", address, &[("accept-encoding", "br")]);
        assert_eq!(answer.status, 200, "{address}");
        assert!(answer.body.len() <= most, "{address}: {} bytes", answer.body.len());
    }
}

#[test]
fn a_static_file_has_its_content_in_its_name_and_is_kept_for_ever() {
    let visitor = Visitor::new(&Folder::mini());
    for asset in Asset::ALL {
        let answer = visitor.get(asset.href());
        assert_eq!(answer.status, 200);
        let hash = blake3::hash(&answer.body).to_hex();
        assert!(asset.href().contains(&hash[..10]), "{}", asset.href());
        assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable");
        assert_eq!(answer.header("content-length"), answer.body.len().to_string());
    }
}

#[test]
fn a_static_file_is_the_same_packed_and_plain() {
    let visitor = Visitor::new(&Folder::mini());
    let packed = visitor.send("GET", Asset::Style.href(), &[("accept-encoding", "gzip, br;q=0.9")]);
    assert_eq!((packed.header("content-encoding"), packed.header("vary")), ("br", "accept-encoding"));
    let mut unpacked = Vec::new();
    brotli::BrotliDecompress(&mut packed.body.as_slice(), &mut unpacked).unwrap();
    assert_eq!(String::from_utf8(unpacked).unwrap(), STYLE);
    for refused in ["br;q=0", "gzip", ""] {
        let answer = visitor.send("GET", Asset::Style.href(), &[("accept-encoding", refused)]);
        assert_ne!(answer.header("content-encoding"), "br", "{refused}");
    }
}

#[test]
fn the_style_is_whole_and_knows_no_left_and_right() {
    assert_eq!(STYLE.matches('{').count(), STYLE.matches('}').count(), "a brace is missing");
    let physical = ["-left", "-right", "left:", "right:", "-top:", "-bottom:", " width:", " height:", "float:"];
    let allowed = ["min-width:", "max-width:"];
    let found: Vec<&str> = STYLE
        .lines()
        .map(|line| allowed.iter().fold(line.to_owned(), |l, a| l.replace(a, "")))
        .filter(|line| physical.iter().any(|p| line.contains(p)))
        .map(|line| Box::leak(line.into_boxed_str()) as &str)
        .collect();
    assert!(found.is_empty(), "{found:#?}");
    assert!(!STYLE.contains("data:") || STYLE.matches("data:").count() == 1, "only the first line speaks of data:");
    assert!(!STYLE.contains("url(") && !STYLE.contains("@import"), "the style loads something");
}

#[test]
fn every_symbol_a_page_uses_is_in_the_sprite() {
    let visitor = Visitor::new(&Folder::real());
    let sprite = visitor.get(Asset::Icons.href()).text();
    for address in ["/", "/beratung", "/anliegen", "/suche", "/suche?filter=alle", "/thema/sucht", "/krise"] {
        let page = visitor.get(address).text();
        let used = page.split("<use href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        for symbol in used.filter_map(|href| href.split('#').nth(1)) {
            assert!(sprite.contains(&format!("id=\"{symbol}\"")), "{address}: {symbol}");
        }
    }
}
