//! `/seite/{slug}`: imprint, privacy and other pages that editors write in Markdown.
//!
//! Takes a page of the catalog; gives its text as HTML. Raw HTML in it is shown as text, and a link leads only to the
//! web, a mail address, a telephone or this site.

use crate::web::error::Instead;
use crate::web::layout::{self, Head};
use crate::web::site::{Context, Here};
use crate::web::state::State;
use axum::extract::Path;
use maud::{Markup, PreEscaped, html};
use pulldown_cmark::{CowStr, Event, Options, Parser, Tag};

/// Where a link of a text page may lead outside this site.
const SCHEMES: &[&str] = &["https://", "http://", "mailto:", "tel:"];

/// `/seite/{slug}`
pub async fn show(here: Here, Path(slug): Path<String>) -> Result<Markup, Instead> {
    let cx = here.context();
    let page = cx.catalog().page(cx.language(), &slug).ok_or(Instead::NotFound)?;
    let body = html! {
        div.w.narrow.prose {
            h1.page lang=[lang(&cx, page.language)] { (page.title) }
            div lang=[lang(&cx, page.language)] { (PreEscaped(markdown(&page.markdown, cx.state))) }
        }
    };
    Ok(layout::page(&cx, &Head::new(&page.title), &body))
}

/// The language of the text where it differs from the page around it.
fn lang(cx: &Context<'_>, of: crate::catalog::Language) -> Option<&'static str> {
    (of != cx.language()).then(|| of.tag())
}

/// Markdown as HTML without anything an editor could break the page with.
fn markdown(text: &str, state: &State) -> String {
    let events = Parser::new_ext(text, Options::ENABLE_TABLES).map(|event| match event {
        Event::Html(raw) | Event::InlineHtml(raw) => Event::Text(raw),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let dest_url = destination(&dest_url, state);
            Event::Start(Tag::Link { link_type, dest_url, title, id })
        }
        // A picture would come from elsewhere; its description says enough.
        Event::Start(Tag::Image { .. }) => Event::Start(Tag::Emphasis),
        Event::End(pulldown_cmark::TagEnd::Image) => Event::End(pulldown_cmark::TagEnd::Emphasis),
        other => other,
    });
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, events);
    html
}

/// Links inside the site keep the remembered list; what leads anywhere odd leads to the top of the page.
fn destination(url: &str, state: &State) -> CowStr<'static> {
    let lower = url.to_ascii_lowercase();
    let inside = url.starts_with('/') && !url.starts_with("//") && !url.contains('\\');
    if inside && !url.contains(['?', '#']) {
        state.inside(url).into()
    } else if SCHEMES.iter().any(|s| lower.starts_with(s)) || url.starts_with('#') {
        url.to_owned().into()
    } else {
        "#inhalt".into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_pages_hold_no_html_and_no_odd_links() {
        let state = State::default();
        let page = markdown(
            "<script>alert(1)</script>\n\n<b>x</b> [a](javascript:alert(1)) [b](//x.y) ![c](http://x/y.png)",
            &state,
        );
        assert!(!page.contains("<script") && !page.contains("<b>") && !page.contains("<img"), "{page}");
        assert!(!page.contains("javascript:") && !page.contains("//x.y"), "{page}");
        let page = markdown("[a](/krise) [b](https://x.example/) [c](tel:112) [d](#oben)", &state);
        for link in ["\"/krise\"", "\"https://x.example/\"", "\"tel:112\"", "\"#oben\""] {
            assert!(page.contains(link), "{link} in {page}");
        }
    }
}
