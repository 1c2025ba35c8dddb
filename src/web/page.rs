//! The pages: one file each, a handler of a few lines and the markup it draws.
//!
//! Handlers take [`Here`](super::site::Here) and give markup, or say what to send [`Instead`](super::error::Instead).

pub mod code;
pub mod concerns;
pub mod crisis;
pub mod home;
pub mod list;
pub mod offer;
pub mod partner;
pub mod results;
pub mod sheet;
pub mod suggestions;
pub mod text;
pub mod theme;
pub mod town;
