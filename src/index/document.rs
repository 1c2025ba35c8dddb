//! What of an offer is searched: one document, however many places it has.
//!
//! Takes an offer and its catalog; gives the texts of each field.

use super::fields::Field;
use crate::catalog::partner::{Location, Offer};
use crate::catalog::vocabulary::{Term, Vocabulary};
use crate::catalog::{Catalog, choice::AddressVisibility};
use std::collections::BTreeSet;

/// The texts of an offer, each with the field it stands in.
pub(super) fn of<'a>(catalog: &'a Catalog, offer: &'a Offer) -> Vec<(Field, &'a str)> {
    let mut texts: Vec<(Field, &'a str)> = Vec::new();
    let mut add = |field: Field, text: &'a str| texts.push((field, text));
    let partner = catalog.partner_of(offer);
    add(Field::Title, &offer.title);
    add(Field::Name, &partner.name);
    for name in partner.operator.iter().chain(partner.part_of.map(|i| &catalog.partners[i].name)) {
        add(Field::Name, name);
    }
    let first = offer.themes.first().map(|theme| theme.position);
    for theme in with_parents(&catalog.vocabularies.themes, offer.themes.iter().map(AsRef::as_ref)) {
        let field = if Some(theme.position) == first { Field::Theme } else { Field::Themes };
        theme.label.iter().for_each(|(_, label)| add(field, label));
        theme.search_words.iter().for_each(|word| add(Field::Hints, word));
    }
    for term in offer.formats.iter().chain(&offer.forms).chain(&offer.target_groups).chain(&offer.only_for) {
        add(Field::Kind, term.label.de());
        term.search_words.iter().for_each(|word| add(Field::Kind, word));
    }
    offer.search_words.iter().for_each(|word| add(Field::Words, word));
    offer.short.iter().for_each(|text| add(Field::Short, text));
    offer.text.iter().for_each(|text| add(Field::Text, text));
    partner.short.iter().chain(&partner.text).for_each(|text| add(Field::About, text));
    let area = offer.area.iter().flat_map(|a| &a.places);
    let held: Vec<&Location> = offer.locations.iter().map(AsRef::as_ref).filter(|l| counts(offer, l)).collect();
    let places = held.iter().filter_map(|l| l.place.as_ref());
    for place in with_parents(&catalog.vocabularies.places, places.chain(area).map(AsRef::as_ref)) {
        add(Field::Town, place.label.de());
        place.search_words.iter().for_each(|word| add(Field::Town, word));
    }
    let codes: BTreeSet<&String> = held.iter().filter_map(|l| l.postal_code.as_ref()).collect();
    codes.into_iter().for_each(|code| add(Field::Town, code));
    texts
}

/// Whether its address tells whom the offer is for: not where only residents may come. A secret one is not even searched.
fn counts(offer: &Offer, location: &Location) -> bool {
    let residents_only = offer.area.as_ref().is_some_and(|a| a.residents_only);
    !residents_only && location.visibility != AddressVisibility::Secret
}

/// Terms with the terms above them, each once, in list order.
fn with_parents<'a>(list: &'a Vocabulary, terms: impl Iterator<Item = &'a Term>) -> Vec<&'a Term> {
    let mut all: Vec<&Term> =
        terms.flat_map(|term| [Some(term), list.parent(term).map(AsRef::as_ref)]).flatten().collect();
    all.sort_by_key(|term| term.position);
    all.dedup_by_key(|term| term.position);
    all
}
