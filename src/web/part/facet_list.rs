//! The filters beside the results: every facet a fold, every value a box to tick, with the number of offers it gives.
//!
//! Takes the search and its counts; gives the panel. Its boxes belong to the search form (`form="s"`), so one button
//! sends words and filters together. Whatever the panel does not show is sent along hidden, so that nothing is lost.

use super::icon::icon;
use crate::search::{FACETS, Facet, FacetCounts, FacetKey, Query, Results, ValueCount};
use crate::web::site::Context;
use maud::{Markup, html};

/// Facets that stand open from the start.
const OPEN: &[FacetKey] = &[FacetKey::Theme, FacetKey::Place];
/// Distances offered, in km.
const RADII: &[u8] = &[2, 5, 10, 20];

/// The panel.
#[must_use]
pub fn panel(cx: &Context<'_>, query: &Query, results: &Results) -> Markup {
    let chosen: usize = query.facets.values().map(Vec::len).sum();
    let shown = |counts: &&FacetCounts| {
        let asked = query.all_filters || Facet::of(counts.key).primary || !query.selected(counts.key).is_empty();
        asked && !counts.values.is_empty()
    };
    let facets: Vec<&FacetCounts> = results.facets.iter().filter(shown).collect();
    html! {
        details.filter #filter {
            summary.button.light {
                (icon("filter")) span { (cx.get("filter-title")) }
                @if chosen > 0 { span.chosen { (cx.fill("filter-chosen", &[("count", chosen.into())])) } }
                (icon("ab"))
            }
            div.inside {
                h2 { (cx.get("filter-title")) }
                @for counts in &facets { (facet(cx, query, counts)) }
                @if query.all_filters { (person(cx, query)) }
                p.others { a href={ (cx.state.search(&Query { all_filters: !query.all_filters, page: 1, ..query.clone() })) "#filter" } {
                    (cx.get(if query.all_filters { "filter-fewer" } else { "filter-more" }))
                } }
                div.apply { button.button type="submit" form="s" { (cx.get("filter-apply")) } }
            }
        }
        (hidden(query, &facets))
    }
}

fn facet(cx: &Context<'_>, query: &Query, counts: &FacetCounts) -> Markup {
    let facet = Facet::of(counts.key);
    let chosen = query.selected(counts.key).len();
    let name = cx.get(&format!("facet-{}", facet.url)).into_owned();
    html! {
        details.facet open[chosen > 0 || OPEN.contains(&counts.key)] {
            summary {
                span { (name) }
                @if chosen > 0 { span.chosen { (cx.fill("filter-chosen", &[("count", chosen.into())])) } }
                (icon("ab"))
            }
            fieldset {
                legend.vh { (name) }
                @for (heading, values) in by_heading(facet, &counts.values) {
                    @if let Some(heading) = heading {
                        p.heading { (cx.catalog().vocabularies.groups.get(heading).map_or(heading, |t| cx.words.label(t))) }
                    }
                    @for value in values.iter().filter(|v| visible(facet, &counts.values, v)) {
                        (row(cx, query, facet, (value, &counts.values)))
                    }
                }
            }
        }
    }
}

/// Values in runs with the same heading; a facet whose headings are values themselves has one run without.
fn by_heading<'a>(
    facet: &Facet,
    values: &'a [ValueCount],
) -> impl Iterator<Item = (Option<&'a str>, &'a [ValueCount])> {
    let groups = facet.groups;
    let runs = values.chunk_by(move |a, b| groups || a.group == b.group);
    runs.map(move |run| (run.first().and_then(|v| v.group.as_deref()).filter(|_| !groups), run))
}

/// The second level stands open only below what is ticked.
fn visible(facet: &Facet, all: &[ValueCount], value: &ValueCount) -> bool {
    let Some((parent, _)) = value.slug.split_once('/').filter(|_| facet.levels && value.child) else { return true };
    all.iter().any(|v| v.selected && (*v.slug == *parent || below(parent, &v.slug)))
}

fn below(parent: &str, slug: &str) -> bool {
    slug.strip_prefix(parent).is_some_and(|rest| rest.starts_with('/'))
}

fn row(cx: &Context<'_>, query: &Query, facet: &Facet, (value, all): (&ValueCount, &[ValueCount])) -> Markup {
    let label = value_label(cx, facet.key, &value.slug);
    let narrowed = facet.levels && !value.selected && all.iter().any(|v| v.selected && below(&value.slug, &v.slug));
    html! {
        @if narrowed {
            // Ticking the parent of a ticked value would be ambiguous: a link says what it does.
            a.widen href=(cx.state.search(&widened(query, facet.key, &value.slug))) {
                span { (cx.fill("filter-all-of", &[("name", label.into())])) } span.n { (value.count) }
            }
        } @else if value.count == 0 && !value.selected {
            p class={ "none" (if value.child { " child" } else { "" }) } { (label) " (0)" }
        } @else {
            label class=[value.child.then_some("child")] {
                input type="checkbox" form="s" name=(facet.url) value=(value.slug) checked[value.selected];
                span { (label) } span.n { (value.count) }
            }
        }
    }
}

fn widened(query: &Query, key: FacetKey, parent: &str) -> Query {
    let children: Vec<String> = query.selected(key).iter().filter(|s| below(parent, s)).cloned().collect();
    children.iter().fold(query.clone(), |q, child| q.without(key, child)).with(key, parent)
}

/// Questions about the person: they narrow this search and go nowhere else.
fn person(cx: &Context<'_>, query: &Query) -> Markup {
    html! {
        details.facet open[query.age.is_some() || query.postal_code.is_some() || query.radius.is_some()] {
            summary { span { (cx.get("filter-person")) } (icon("ab")) }
            fieldset {
                legend.vh { (cx.get("filter-person")) }
                p.hint { (cx.get("filter-person-hint")) }
                label for="alter" { (cx.get("filter-age")) }
                input #alter type="text" name="alter" form="s" inputmode="numeric" maxlength="3" autocomplete="off" value=[query.age];
                label for="plz" { (cx.get("filter-postal-code")) }
                input #plz type="text" name="plz" form="s" inputmode="numeric" maxlength="5" autocomplete="off" value=[query.postal_code.as_ref()];
                label for="umkreis" { (cx.get("filter-radius")) }
                select #umkreis name="umkreis" form="s" {
                    option value="" { (cx.get("filter-any-radius")) }
                    @for km in RADII.iter().copied().chain(query.radius.filter(|r| !RADII.contains(r))) {
                        option value=(km) selected[query.radius == Some(km)] { (cx.fill("chips-radius", &[("km", km.into())])) }
                    }
                }
            }
        }
    }
}

/// What the search holds and no field shows.
fn hidden(query: &Query, shown: &[&FacetCounts]) -> Markup {
    let field = |key: &str, value: &str| {
        if ["q", "seite"].contains(&key) || (query.all_filters && ["alter", "plz", "umkreis"].contains(&key)) {
            return true;
        }
        let Some(facet) = FACETS.iter().find(|f| f.url == key) else { return false };
        shown.iter().any(|c| c.key == facet.key && c.values.iter().any(|v| *v.slug == *value))
    };
    html! {
        @for (key, value) in query.pairs().iter().filter(|(k, v)| !field(k, v)) {
            input type="hidden" form="s" name=(key) value=(value);
        }
    }
}

/// What a visitor reads for a value; the value itself if no list knows it.
#[must_use]
pub fn value_label(cx: &Context<'_>, key: FacetKey, slug: &str) -> String {
    let lists = &cx.catalog().vocabularies;
    let Some(name) = Facet::of(key).vocabulary else { return moment(cx, slug) };
    let term = lists.by_name(name).and_then(|list| list.get(slug)).or_else(|| lists.groups.get(slug));
    term.map_or_else(|| slug.to_owned(), |t| cx.words.label(t).to_owned())
}

/// `di`, `abend` and `di/abend`; anything else as it is.
fn moment(cx: &Context<'_>, slug: &str) -> String {
    use crate::catalog::choice::Weekday;
    use crate::search::DayPart;
    let day = |s: &str| Weekday::ALL.iter().find(|d| d.word() == s).map(|d| cx.words.weekday(*d));
    let part = |s: &str| {
        let part = DayPart::ALL.iter().find(|p| p.word() == s)?;
        Some(cx.get(&format!("day-part-{}", part.word())).into_owned())
    };
    let both = slug.split_once('/').and_then(|(d, p)| Some(format!("{}, {}", day(d)?, part(p)?)));
    both.or_else(|| day(slug)).or_else(|| part(slug)).unwrap_or_else(|| slug.to_owned())
}
