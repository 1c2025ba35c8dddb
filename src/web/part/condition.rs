//! What must be known before anything else: ended, paused, course over, not checked for long, a note with its last day.
//!
//! Takes a partner or an offer; gives short notes, nothing when all is well.

use super::icon::icon;
use crate::catalog::choice::Status;
use crate::catalog::partner::{Checked, Notice};
use crate::catalog::{Offer, Partner};
use crate::web::site::Context;
use crate::words::phrases::glue;
use maud::{Markup, html};

/// The notes above a partner.
#[must_use]
pub fn of_partner(cx: &Context<'_>, partner: &Partner) -> Markup {
    html! {
        @if partner.status == Status::Paused { (note("pause", &cx.get("partner-paused"))) }
        (notice(cx, partner.notice.as_ref()))
        (age(cx, partner.checked))
    }
}

/// The notes above an offer.
#[must_use]
pub fn of_offer(cx: &Context<'_>, offer: &Offer) -> Markup {
    html! {
        @if offer.status == Status::Ended { (note("pause", &cx.get("offer-ended"))) }
        @else if offer.over(cx.today()) { (note("termin", &over(cx, offer))) }
        @else if offer.status == Status::Paused { (note("pause", &cx.get("offer-paused"))) }
        (notice(cx, offer.notice.as_ref()))
        (notice(cx, cx.catalog().partner_of(offer).notice.as_ref()))
        (age(cx, offer.checked))
    }
}

/// One note.
#[must_use]
pub fn note(symbol: &str, text: &str) -> Markup {
    html! { p.note { (icon(symbol)) span { (text) } } }
}

fn over(cx: &Context<'_>, offer: &Offer) -> String {
    let last = offer.course.as_ref().map(|c| c.end.unwrap_or(c.start)).or(offer.valid.1);
    last.map_or_else(String::new, |day| cx.fill("offer-over", &[("date", cx.words.date(day).into())]))
}

fn notice(cx: &Context<'_>, notice: Option<&Notice>) -> Markup {
    html! {
        @if let Some(notice) = notice.filter(|n| n.until >= cx.today()) { (note("hinweis", &glue(&notice.text))) }
    }
}

fn age(cx: &Context<'_>, checked: Option<Checked>) -> Markup {
    html! {
        @match checked {
            None => (note("hinweis", &cx.get("never-checked"))),
            Some(checked) if checked.overdue(cx.today()) => {
                (note("hinweis", &cx.fill("checked-long-ago", &[("date", cx.words.date(checked.date).into())])))
            }
            Some(_) => {}
        }
    }
}
