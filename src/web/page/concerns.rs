//! All entry points: "Ich suche Hilfe bei …", in the words of the people who look for it.
//!
//! Takes the catalog's concerns; gives them by group, each a link to the search it stands for.

use crate::catalog::region::Concern;
use crate::search::Query;
use crate::web::layout::{self, Head};
use crate::web::part::crisis_box::crisis_box;
use crate::web::part::icon::icon;
use crate::web::site::{Context, Here};
use maud::{Markup, html};

/// `/anliegen`
pub async fn show(here: Here) -> Markup {
    let cx = here.context();
    let body = html! {
        div.w {
            h1.page { (cx.get("home-concerns")) }
            p.lead { (cx.get("concerns-lead")) }
            div.two {
                div {
                    @for group in &cx.catalog().concerns.groups {
                        section.concern-group aria-labelledby={ "g-" (group.id) } {
                            h2 id={ "g-" (group.id) } { (group.label.get(cx.language())) }
                            (list(&cx, &group.concerns.iter().collect::<Vec<_>>()))
                        }
                    }
                }
                (crisis_box(&cx))
            }
        }
    };
    layout::page(&cx, &Head::new(cx.get("home-concerns")).described(cx.get("concerns-lead")), &body)
}

/// Entry points as a list of links.
#[must_use]
pub fn list(cx: &Context<'_>, concerns: &[&Concern]) -> Markup {
    html! {
        ul.concerns {
            @for concern in concerns {
                li {
                    a href=(cx.state.search(&Query::parse(&concern.query))) {
                        (icon(concern.icon.as_deref().unwrap_or("weiter")))
                        span { (concern.text.get(cx.language())) }
                    }
                }
            }
        }
    }
}

/// Whether a search is what an entry point with `krise: ja` leads to: its page shows the crisis lines first.
#[must_use]
pub fn urgent(cx: &Context<'_>, query: &Query) -> bool {
    let all = cx.catalog().concerns.groups.iter().flat_map(|g| &g.concerns);
    all.filter(|c| c.crisis.is_some_and(bool::from)).any(|concern| {
        let asked = Query::parse(&concern.query);
        !asked.facets.is_empty() && asked.facets.iter().all(|(key, values)| query.selected(*key) == values.as_slice())
    })
}
