//! `/blatt`: the remembered offers as a sheet to print, and the style of its page margins.
//!
//! Takes the codes of the address; gives a page of its own without the site's frame. Without any offer there is
//! nothing to print, so the visitor is taken to the list, which says how to fill it.

use crate::sheet::{Sheet, Size, html as paper, margins};
use crate::web::assets::Asset;
use crate::web::error::Instead;
use crate::web::site::{Context, Here};
use crate::web::state::View;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use maud::{Markup, html};

/// `/blatt`
pub async fn show(here: Here) -> Result<Markup, Instead> {
    let cx = here.context();
    if cx.state.list.is_empty() {
        return Err(Instead::SeeOther(cx.state.list_page()));
    }
    let (style, icon) = (Asset::Print.href().to_owned(), Asset::Favicon.href().to_owned());
    let frame = paper::Frame { style, icon, margins: cx.state.margins(), bar: bar(&cx) };
    Ok(paper::page(&sheet(&cx), cx.words, &frame))
}

/// `/blatt.css`: guide, date and emergency numbers for the page margins; nothing of the list.
pub async fn margins(here: Here) -> impl IntoResponse {
    let cx = here.context();
    let css = margins::css(&sheet(&cx), cx.words);
    ([(header::CONTENT_TYPE, HeaderValue::from_static("text/css; charset=utf-8"))], css)
}

fn sheet(cx: &Context<'_>) -> Sheet {
    let size = match cx.state.view {
        View::Large => Size::Large,
        View::Compact => Size::Compact,
    };
    Sheet::new(cx.catalog(), cx.words, &cx.state.list, cx.today(), size)
}

/// Above the paper, on the screen only: how to print, both sizes, the way back.
fn bar(cx: &Context<'_>) -> Markup {
    let size = |view: View, key: &'static str| {
        let current = (cx.state.view == view).then_some("page");
        html! { li { a href=(cx.state.sheet_as(view)) aria-current=[current] { (cx.get(key)) } } }
    };
    html! {
        nav.bar aria-label=(cx.get("sheet-bar")) {
            p { (cx.get("sheet-how-to-print")) }
            ul {
                (size(View::Large, "sheet-large"))
                (size(View::Compact, "sheet-compact"))
                li { a href=(cx.state.list_page()) { (cx.get("sheet-back")) } }
                li { a href=(cx.state.new_person()) { (cx.get("nav-new-person")) } }
            }
        }
    }
}
