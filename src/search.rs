//! Search: a query over the catalog, answered with bitsets and a text index.
//!
//! Takes a catalog, an index and a [`Query`]; gives [`Results`]. Knows nothing of HTML.

pub mod facets;
pub mod query;
pub mod results;

pub use facets::{FACETS, Facet, FacetKey};
pub use query::{Query, Sort};
pub use results::{FacetCounts, Group, Hit, Note, Relaxation, Results, ValueCount};
