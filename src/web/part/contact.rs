//! How to reach somebody: number first and large, when somebody answers, mail, web.
//!
//! Takes contacts of a partner or an offer; gives one block each. Who is there for professionals only comes last.

use super::icon::icon;
use crate::catalog::Partner;
use crate::catalog::contact::Contact;
use crate::web::site::Context;
use crate::words::phrases::{capital, glue};
use maud::{Markup, html};
use std::sync::Arc;

/// The role of contacts that only professionals should use.
const PROFESSIONALS: &str = "fachkraefte";

/// All contacts, and the partner's own web address below.
#[must_use]
pub fn contacts(cx: &Context<'_>, contacts: &[Arc<Contact>], partner: &Partner) -> Markup {
    let (own, professional): (Vec<_>, Vec<_>) = contacts.iter().partition(|c| !is_professional(c));
    let several = contacts.len() > 1;
    html! {
        @for contact in own.into_iter().chain(professional) { (block(cx, contact, several)) }
        @if contacts.is_empty() && partner.web.is_none() { p.unknown { (cx.get("unknown")) } }
        @if let Some(web) = &partner.web { p { (web_link(web)) } }
    }
}

fn is_professional(contact: &Contact) -> bool {
    contact.role.as_ref().is_some_and(|role| role.slug == PROFESSIONALS)
}

fn block(cx: &Context<'_>, contact: &Contact, named: bool) -> Markup {
    let via = contact.via.and_then(|i| cx.catalog().partners.get(i));
    html! {
        div.way.small[is_professional(contact)] {
            @if let Some(role) = contact.role.as_ref().filter(|_| named) { h3 { (cx.words.label(role)) } }
            @if let Some(via) = via {
                p.soft { (cx.get("contact-via")) " " a href=(cx.state.partner(&via.id)) { (via.name) } }
            }
            @if let Some(phone) = &contact.phone {
                p { a.phone href=(phone.href) translate="no" { (icon("telefon")) bdi { (phone.unbroken()) } } }
            }
            @if !contact.hours.is_empty() {
                ul.hours {
                    @for line in cx.words.hours_lines(&contact.hours, cx.today()) { li { (glue(&capital(&line))) } }
                }
            }
            @if let Some(mail) = &contact.mail {
                p { a href={ "mailto:" (mail) } translate="no" { (icon("brief")) (breakable(mail)) } }
            }
            @if let Some(web) = &contact.web {
                p { a href=(web) rel="noreferrer" { (icon("web")) (cx.get("contact-web")) } }
            }
        }
    }
}

/// A partner's own site, as people type it.
#[must_use]
pub fn web_link(web: &str) -> Markup {
    let bare = web.split_once("://").map_or(web, |(_, rest)| rest).trim_end_matches('/');
    html! { a href=(web) rel="noreferrer" translate="no" { (icon("web")) span { (bare) } } }
}

/// A mail address that may break before its `@`.
fn breakable(mail: &str) -> Markup {
    match mail.split_once('@') {
        Some((name, host)) => html! { span { (name) wbr; "@" (host) } },
        None => html! { span { (mail) } },
    }
}
