//! `/krise`: every crisis line, the number large.
//!
//! Takes the catalog's crisis lines; gives them in the order of the file. Hours are shown only where the operator has
//! called and checked them; every number says the year of its source.

use super::list::traces;
use crate::catalog::contact::Phone;
use crate::catalog::region::CrisisLine;
use crate::web::layout::{self, Head};
use crate::web::part::icon::icon;
use crate::web::site::{Context, Here};
use maud::{Markup, html};

/// Most languages of a line named one by one.
const NAMED: usize = 4;

/// `/krise`
pub async fn show(here: Here) -> Markup {
    let cx = here.context();
    let first = |line: &&CrisisLine| line.home.is_some_and(bool::from);
    let (now, more): (Vec<_>, Vec<_>) = cx.catalog().crisis.lines.iter().partition(first);
    let body = html! {
        div.w {
            h1.page { (cx.get("crisis-page")) }
            p.lead { (cx.get("crisis-lead")) }
            p { a.quiet href="#spuren" { (icon("schutz")) (cx.get("crisis-leave")) } }
            section.crisis aria-labelledby="sofort" {
                h2 #sofort { (icon("achtung")) (cx.get("crisis-now")) }
                (lines(&cx, &now))
            }
            @if !more.is_empty() {
                section.crisis.calm aria-labelledby="mehr" {
                    h2 #mehr { (cx.get("crisis-more")) }
                    (lines(&cx, &more))
                }
            }
            (traces(&cx))
        }
    };
    layout::page(&cx, &Head::new(cx.get("crisis-page")).described(cx.get("crisis-lead")), &body)
}

fn lines(cx: &Context<'_>, lines: &[&CrisisLine]) -> Markup {
    html! { ul.lines.cards { @for line in lines { li { (number(cx, line)) } } } }
}

fn number(cx: &Context<'_>, line: &CrisisLine) -> Markup {
    let language = cx.language();
    let known = &cx.catalog().vocabularies.languages;
    let languages: Vec<&str> = line.languages.iter().filter_map(|l| known.get(l)).map(|l| cx.words.label(l)).collect();
    let languages = match languages.len() {
        0 | 1 => String::new(),
        2..=NAMED => format!("{} · ", languages.join(", ")),
        many => format!("{} · ", cx.fill("crisis-languages", &[("count", many.into())])),
    };
    html! {
        @if let Ok(phone) = Phone::parse(&line.number) {
            a.number href=(phone.href) translate="no" { bdi { (phone.unbroken()) } }
        }
        b { (line.name) }
        p { (line.description.get(language)) }
        @if let Some(hours) = line.hours.as_ref().filter(|_| line.checked.is_some()) { p { (hours.get(language)) } }
        p.soft {
            @if let Some(cost) = &line.cost { (cost.get(language)) " · " }
            (languages)
            (cx.fill("crisis-as-of", &[("year", line.stand.to_string().into())]))
        }
    }
}
