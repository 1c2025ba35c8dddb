//! The box with numbers for people who need help at once.
//!
//! Takes which lines to show; gives a calm box, each number a link. Hours are shown only where the operator of the
//! site has checked them.

use super::icon::icon;
use crate::catalog::contact::Phone;
use crate::catalog::region::CrisisLine;
use crate::web::site::Context;
use maud::{Markup, html};

/// The lines of the front page, with a way to all of them.
#[must_use]
pub fn crisis_box(cx: &Context<'_>) -> Markup {
    let lines = cx.catalog().crisis.lines.iter().filter(|l| l.home.is_some_and(bool::from));
    framed(cx, &lines.collect::<Vec<_>>())
}

/// The lines that somebody's words call for (indexes into `Catalog::crisis`).
#[must_use]
pub fn called_for(cx: &Context<'_>, lines: &[usize]) -> Markup {
    framed(cx, &lines.iter().filter_map(|i| cx.catalog().crisis.lines.get(*i)).collect::<Vec<_>>())
}

fn framed(cx: &Context<'_>, lines: &[&CrisisLine]) -> Markup {
    html! {
        @if !lines.is_empty() {
            section.crisis aria-labelledby="krise-titel" {
                h2 #krise-titel { (icon("achtung")) (cx.get("crisis-title")) }
                (crisis_lines(cx, lines))
                p { a href=(cx.state.crisis()) { (cx.get("crisis-all")) } }
            }
        }
    }
}

/// A list of lines: number, name, what it is for.
#[must_use]
pub fn crisis_lines(cx: &Context<'_>, lines: &[&CrisisLine]) -> Markup {
    html! {
        ul.lines {
            @for line in lines {
                li {
                    @if let Ok(phone) = Phone::parse(&line.number) {
                        a.number href=(phone.href) translate="no" { bdi { (phone.unbroken()) } }
                    }
                    span.name { b { (line.name) } " " (line.description.get(cx.language())) }
                }
            }
        }
    }
}
