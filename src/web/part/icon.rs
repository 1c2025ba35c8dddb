//! A symbol from the sprite.
//!
//! Takes the symbol's name; gives an `svg` that takes colour and size from the text around it. Always decoration:
//! the words beside it say the same.

use crate::web::assets::Asset;
use maud::{Markup, html};

/// The symbol called `name` in `static/icons.svg`.
#[must_use]
pub fn icon(name: &str) -> Markup {
    html! {
        svg.i aria-hidden="true" { use href={ (Asset::Icons.href()) "#" (name) } {} }
    }
}
