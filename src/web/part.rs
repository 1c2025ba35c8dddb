//! Small functions that draw one thing each and are used by several pages.
//!
//! Take the [`Context`](super::site::Context) and what to draw; give `Markup`. None of them reads an address or searches.

pub mod breadcrumb;
pub mod card;
pub mod chips;
pub mod condition;
pub mod contact;
pub mod crisis_box;
pub mod facet_list;
pub mod facts;
pub mod group;
pub mod icon;
pub mod marked;
pub mod pager;
pub mod remember;
pub mod search_box;
pub mod summary;
pub mod understood;
