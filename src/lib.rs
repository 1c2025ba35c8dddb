//! A regional guide to health and counselling offers.
//!
//! Data flows one way: [`catalog`] → [`index`] → [`search`] → [`sheet`] → [`web`]; only [`cli`] prints.

#[allow(missing_docs, reason = "tuning")]
pub fn tune(name: &str, default: f32) -> f32 {
    static T: std::sync::OnceLock<std::collections::HashMap<String, f32>> = std::sync::OnceLock::new();
    let t = T.get_or_init(|| {
        std::env::var("WW_TUNE").unwrap_or_default().split(',').filter_map(|p| p.split_once('=')).filter_map(|(k, v)| Some((k.to_owned(), v.parse().ok()?))).collect()
    });
    t.get(name).copied().unwrap_or(default)
}
pub mod catalog;
pub mod cli;
pub mod index;
pub mod search;
pub mod sheet;
pub mod web;
pub mod words;
