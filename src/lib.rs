//! A regional guide to health and counselling offers.
//!
//! Data flows one way: [`catalog`] → [`index`] → [`search`] → [`sheet`] → [`web`]; only [`cli`] prints.

pub mod catalog;
pub mod cli;
pub mod index;
pub mod search;
pub mod sheet;
pub mod web;
pub mod words;
