//! What somebody means by what they typed: places and filter words act as filters, the rest are words to look for.
//!
//! Takes the text of a query; gives [`Asked`]. Order: typing errors are corrected, phrases of the thesaurus are found,
//! then places, postal codes, filter words and ages. Beside many other words, or where it would leave nothing, a filter
//! only lifts the offers it fits. `woertlich=ja` takes every word as it is typed.

use super::Search;
use super::day::Day;
use super::distance::distance;
use super::everyday::{Everyday, Meant};
use super::facets::FacetKey;
use super::filter_words::{FilterWords, Typed};
use super::likeness;
use super::matching::{self, Match};
use super::phonetics::sound;
use super::query::Query;
use super::results::{Note, Understood};
use super::spelling::Spelling;
use super::thesaurus::{Lead, Thesaurus};
use super::wanted::{SHORTEST_BEGINNING, Wanted, is_number, telling};
use crate::catalog::Catalog;
use crate::index::stop_words::{is_small, is_stop_word};
use crate::index::{Analyzer, Entry, Form, Index, View, Word, fold};
use fixedbitset::FixedBitSet;
use std::ops::Range;

/// Beside so many other words, places and filter words stay words.
const MANY_WORDS: usize = 4;
/// A time that leaves so little of what answers a need is not what is asked for.
const HARDLY: f32 = 0.1;
/// The small word that compounds begin with, too: "selbst hilfe".
const SELF: &str = "selbst";
/// What an offer gains that fits a filter which does not narrow.
const LIFT: f32 = 1.4;

/// What the words of a catalog mean.
#[derive(Debug, Default)]
pub(super) struct Understanding {
    filters: FilterWords,
    thesaurus: Thesaurus,
    everyday: Everyday,
    pub(super) spelling: Spelling,
}

/// A query, understood.
#[derive(Debug, Default)]
pub(super) struct Asked {
    /// The offers that hold its words; `None` without words to look for.
    pub(super) words: Option<Match>,
    /// Filters among the words, in the order typed.
    pub(super) understood: Vec<Understood>,
    /// The offers each of them fits.
    pub(super) bits: Vec<FixedBitSet>,
    /// What was corrected.
    pub(super) notes: Vec<Note>,
    /// The words as typed.
    pub(super) typed: Vec<Word>,
}

/// A word of the query: as typed, or as corrected.
pub(super) struct Token {
    pub(super) word: Word,
    pub(super) surface: String,
    /// Bytes of the text typed.
    pub(super) typed: Range<usize>,
    /// It is looked for by its beginning.
    begins: bool,
}

/// Phrases of the thesaurus in a query.
struct Phrased<'a> {
    leads: Vec<Lead>,
    /// Those of several words that do not overlap.
    phrases: Vec<Vec<usize>>,
    /// Words that are no filters.
    kept: &'a [usize],
}

impl Understanding {
    /// Learns the words of a catalog.
    pub(super) fn new(catalog: &Catalog, index: &Index) -> Self {
        let whole = index.analyzer().whole();
        let spelling = || {
            let entry = |(exact, surface)| Entry { exact, surface, offers: 0 };
            let others =
                other_words(catalog, &whole).filter(|(exact, _)| index.words().get(exact).is_none()).map(entry);
            Spelling::new(index.words().all().iter().chain(index.said().all()).cloned().chain(others))
        };
        let rest = || {
            // Read now, not by the first search.
            let _ = (index.examples(), index.needs());
            (FilterWords::new(catalog, &whole), Thesaurus::new(&catalog.synonyms, &whole), Everyday::new(catalog))
        };
        let (spelling, (filters, thesaurus, everyday)) = rayon::join(spelling, rest);
        Self { filters, thesaurus, everyday, spelling }
    }

    /// Understands a query on a day.
    pub(super) fn read(&self, search: &Search, day: &Day, query: &Query) -> Asked {
        let mut asked = Asked::default();
        if query.text.is_empty() {
            return asked;
        }
        let index = &search.index;
        asked.typed = index.analyzer().words(&query.text);
        let tokens = self.tokens(index, query, &asked.typed, &mut asked.notes);
        let words: Vec<&Word> = tokens.iter().map(|t| &t.word).collect();
        let leads = self.thesaurus.leads(&words);
        let phrases = phrases(&leads);
        let mut taken = vec![false; tokens.len()];
        phrases.iter().flatten().for_each(|i| taken[*i] = true);
        let conditions = if query.literal {
            Vec::new()
        } else {
            self.filters.conditions(&search.catalog, day, &Typed { tokens: &tokens, text: &query.text }, &taken)
        };
        let in_condition = |i: usize| conditions.iter().any(|(places, _)| places.contains(&i));
        let free: Vec<usize> = (0..tokens.len()).filter(|i| !in_condition(*i)).collect();
        let says = |i: &&usize| !words[**i].forms.iter().any(|f| is_stop_word(&f.exact));
        let many = free.iter().filter(says).count() >= MANY_WORDS;
        let kept: Vec<usize> = if many { (0..tokens.len()).collect() } else { free };
        let wanted = self.wanted(index, &tokens, &Phrased { leads, phrases, kept: &kept });
        let nothing_left = wanted.is_empty() && conditions.is_empty();
        let meant = if query.literal {
            Meant::nothing(index.documents())
        } else {
            let about: Vec<Word> = kept.iter().map(|i| completed(index, &tokens[*i])).collect();
            self.everyday.meant(index, &about.iter().collect::<Vec<_>>())
        };
        if !wanted.is_empty() {
            asked.words = Some(matching::find(index, wanted, meant, &day.alive));
        } else if nothing_left {
            asked.notes.push(Note::NoWords);
            asked.words = Some(matching::nothing(index));
        }
        let mut left = asked.words.as_ref().map_or_else(|| day.alive.clone(), |words| words.offers.clone());
        for (places, meaning) in conditions {
            let understood = meaning.understood(&places, &tokens, &query.text);
            let bits = understood.bits(search, day);
            let mut narrower = left.clone();
            narrower.intersect_with(&bits);
            let part_left = asked.words.as_ref().map_or(1.0, |words| words.meant.part_left(&left, &narrower));
            let lifts = many || narrower.is_clear() || misses(&understood, part_left);
            if lifts {
                asked.words.iter_mut().for_each(|words| words.lift(&bits, LIFT));
            } else {
                left = narrower;
            }
            if let (Some(age), Some(words)) = (understood.age, &mut asked.words) {
                words.lift(&search.bits((0..search.len()).filter(|i| search.states(*i, age))), LIFT);
            }
            asked.understood.push(Understood { lifts, ..understood });
            asked.bits.push(bits);
        }
        asked
    }

    /// The words of the query, corrected where nothing knows them.
    fn tokens(&self, index: &Index, query: &Query, words: &[Word], notes: &mut Vec<Note>) -> Vec<Token> {
        let last = words.len().saturating_sub(1);
        let says_nothing = |word: &Word| !query.literal && (is_padding(index, word) || is_seeks(&query.text, word));
        let some_say = words.iter().any(|word| !says_nothing(word));
        let mut tokens: Vec<Token> = Vec::new();
        for (i, word) in words.iter().enumerate() {
            let typed = word.span.clone();
            let joined_before = tokens.last().is_some_and(|token| token.typed.end >= typed.end);
            if joined_before || (some_say && says_nothing(word)) {
                continue;
            }
            let surface = query.text[typed.clone()].to_owned();
            let mut token = Token { word: word.clone(), surface, typed, begins: false };
            let next = words.get(i + 1).filter(|_| !query.literal);
            if let Some(joined) = next.and_then(|next| together(index, &query.text, word, next)) {
                notes.push(Note::Corrected {
                    typed: query.text[joined.typed.clone()].to_owned(),
                    used: joined.surface.clone(),
                    others: Vec::new(),
                });
                token = joined;
            } else if !query.literal && !self.knows(index, &token.word, &token.surface) {
                let place = self.filters.place_beginning_with(exact(&token.word)).filter(|_| i == last);
                let place = place.and_then(|place| index.analyzer().words(place).into_iter().next());
                if let Some(place) = place {
                    token.word = Word { span: token.typed.clone(), ..place };
                } else if (i == last || cut(&query.text, &token)) && begins(index, &token.word) {
                    token.begins = true;
                } else {
                    self.correct(index, &mut token, notes);
                }
            }
            tokens.push(token);
        }
        tokens
    }

    /// Whether a word is one that something is found by. A compound is if some offer holds all its parts, or if nothing
    /// is written nearly the same: "Wirbelseulengymnastik" falls into words, too, and none of them is meant.
    fn knows(&self, index: &Index, word: &Word, surface: &str) -> bool {
        let held = |stem: &str| index.holds(View::Stem, stem) || index.holds(View::Part, stem);
        let known = word
            .forms
            .iter()
            .any(|form| index.holds(View::Exact, &form.exact) || held(&form.stem) || is_stop_word(&form.exact));
        let in_parts = || {
            let parts = word.forms.iter().filter(|form| !form.parts.is_empty());
            let mut all = parts.filter(|form| form.parts.iter().all(|part| held(&part.stem))).peekable();
            let near = |form: &Form| !self.spelling.nearest(&form.exact).is_empty();
            all.peek().is_some() && (!matching::holding(index, surface).is_empty() || !all.any(near))
        };
        known
            || !word.parts.is_empty()
            || self.thesaurus.knows(word)
            || self.filters.knows(word)
            || likeness::knows(index, word) == Some(true)
            || in_parts()
    }

    /// Puts the nearest word in place of one that nothing knows.
    fn correct(&self, index: &Index, token: &mut Token, notes: &mut Vec<Note>) {
        let Some(form) = token.word.forms.first() else { return };
        let mut near = self.spelling.nearest(&form.exact);
        if likeness::knows(index, &token.word).is_some() {
            // Somebody wrote it before: only what sounds the same and is nearly the same was meant instead.
            let heard = sound(&form.exact);
            let near_by = |exact: &str| distance(exact.as_bytes(), form.exact.as_bytes(), 1).is_some();
            near.retain(|entry| sound(&entry.exact) == heard && near_by(&entry.exact));
        }
        let Some((best, others)) = near.split_first() else { return };
        let others: Vec<String> = others.iter().map(|entry| entry.surface.clone()).collect();
        if index.analyzer().is_german(&token.surface) {
            // A word there is, only not here: nobody mistyped it.
            let mut all = vec![best.surface.clone()];
            all.extend(others);
            notes.push(Note::Similar { typed: token.surface.clone(), words: all });
            return;
        }
        let Some(mut word) = index.analyzer().words(&best.surface).into_iter().next() else { return };
        word.span = token.typed.clone();
        notes.push(Note::Corrected { typed: token.surface.clone(), used: best.surface.clone(), others });
        token.word = word;
        token.surface.clone_from(&best.surface);
    }

    /// What is looked for: phrases of the thesaurus first, then every telling word, with what stands for it.
    fn wanted(&self, index: &Index, tokens: &[Token], phrased: &Phrased<'_>) -> Vec<Wanted> {
        let Phrased { leads, phrases, kept } = phrased;
        let analyzer = index.analyzer();
        let mut all: Vec<Wanted> = Vec::new();
        let mut push = |wanted: Wanted| {
            if all.iter().all(|known| known.senses != wanted.senses) {
                all.push(wanted);
            }
        };
        let add_targets = |wanted: &mut Wanted, places: &[usize]| {
            for lead in leads.iter().filter(|lead| lead.words == places) {
                lead.targets.iter().for_each(|target| wanted.add_synonym(analyzer, target, lead.shown));
            }
        };
        for places in phrases {
            let words: Vec<&Word> = places.iter().map(|i| &tokens[*i].word).collect();
            let surface = places.iter().map(|i| tokens[*i].surface.as_str()).collect::<Vec<_>>().join(" ");
            let mut wanted = Wanted::phrase(&words, &surface);
            add_targets(&mut wanted, places);
            push(wanted);
        }
        let free: Vec<usize> = kept.iter().copied().filter(|i| !phrases.iter().flatten().any(|p| p == i)).collect();
        let words: Vec<&Word> = free.iter().map(|i| &tokens[*i].word).collect();
        let any_says = words.iter().any(|w| !w.forms.iter().any(|f| is_stop_word(&f.exact)));
        let telling: Vec<&Word> = if any_says || phrases.is_empty() { telling(&words).collect() } else { Vec::new() };
        for i in free.into_iter().filter(|i| telling.iter().any(|word| std::ptr::eq(*word, &raw const tokens[*i].word)))
        {
            let token = &tokens[i];
            let mut wanted = Wanted::word(&token.word, &token.surface);
            add_targets(&mut wanted, &[i]);
            self.add_synonyms_of_parts(index, &mut wanted, &token.word);
            if token.begins {
                wanted.add_endings(index, &token.word);
            }
            push(wanted);
        }
        all
    }

    /// A compound is found by its parts; each part by what stands for it.
    fn add_synonyms_of_parts(&self, index: &Index, wanted: &mut Wanted, word: &Word) {
        let Some(form) = word.forms.iter().find(|form| !form.parts.is_empty()) else { return };
        let parts: Vec<Word> = form.parts.iter().map(|part| part.as_word()).collect();
        let leads = self.thesaurus.leads(&parts.iter().collect::<Vec<_>>());
        wanted.add_parts(index.analyzer(), &parts, &leads);
    }
}

/// Phrases of several words that do not overlap, longest first.
fn phrases(leads: &[Lead]) -> Vec<Vec<usize>> {
    let mut phrases: Vec<Vec<usize>> = Vec::new();
    for lead in leads.iter().filter(|lead| lead.words.len() > 1) {
        let free = |phrase: &Vec<usize>| *phrase == lead.words || !phrase.iter().any(|i| lead.words.contains(i));
        if phrases.iter().all(free) && !phrases.contains(&lead.words) {
            phrases.push(lead.words.clone());
        }
    }
    phrases
}

/// Whether a filter that leaves this part of what is meant was not meant as one: "abends" in "ich trinke abends". A place
/// always was.
fn misses(filter: &Understood, part_left: f32) -> bool {
    let is = |facet: FacetKey| move |(key, _): &(FacetKey, String)| *key == facet;
    let time = filter.age.is_none() && filter.facets.iter().all(is(FacetKey::When));
    let place = filter.postal_code.is_some() || filter.facets.iter().any(is(FacetKey::Place));
    !place && part_left <= if time { HARDLY } else { 0.0 }
}

/// Whether a word is a small one of another language that no offer holds: "besoin", "need", "pour".
fn is_padding(index: &Index, word: &Word) -> bool {
    let padding = |form: &Form| is_small(&form.exact) && !is_stop_word(&form.exact);
    !word.forms.is_empty() && word.forms.iter().all(|form| padding(form) && !index.holds(View::Exact, &form.exact))
}

/// Whether a word is the verb in "Tochter sucht Hilfe" and not addiction: who writes nouns with a capital tells them apart.
fn is_seeks(text: &str, word: &Word) -> bool {
    &text[word.span.clone()] == "sucht" && text.chars().skip(1).any(char::is_uppercase)
}

/// Whether a word ends in the dot of an abbreviation: "Dyskalk.", "alkoholabh.".
fn cut(text: &str, token: &Token) -> bool {
    text[token.typed.end..].starts_with('.')
}

/// Whether the catalog has words that begin like this one.
fn begins(index: &Index, word: &Word) -> bool {
    let long = |exact: &str| exact.chars().count() >= SHORTEST_BEGINNING && !is_number(exact);
    word.forms.iter().any(|form| long(&form.exact) && !index.words().beginning_with(&form.exact).is_empty())
}

/// Two words that are one: many people write compounds apart ("selbst hilfe").
fn together(index: &Index, text: &str, word: &Word, next: &Word) -> Option<Token> {
    let long =
        |word: &Word| word.parts.is_empty() && exact(word).len() >= SHORTEST_BEGINNING && !is_number(exact(word));
    let apart = text.get(word.span.end..next.span.start)?;
    let says = |word: &Word| !word.forms.iter().any(|form| is_stop_word(&form.exact)) || exact(word) == SELF;
    if apart != " " || !long(word) || !long(next) || !says(word) || !says(next) {
        return None;
    }
    let joined = [exact(word), exact(next)].concat();
    let entry = index.words().get(&joined).filter(|entry| entry.surface.chars().all(char::is_alphabetic))?;
    let typed = word.span.start..next.span.end;
    let word = Word { span: typed.clone(), ..index.analyzer().words(&entry.surface).into_iter().next()? };
    Some(Token { word, surface: entry.surface.clone(), typed, begins: false })
}

/// A word, or the one of most offers that it is the beginning of.
fn completed(index: &Index, token: &Token) -> Word {
    let endings = if token.begins { index.words().beginning_with(exact(&token.word)) } else { &[] };
    let most = endings.iter().max_by_key(|entry| (entry.offers, std::cmp::Reverse(entry.exact.len())));
    let word = most.and_then(|entry| index.analyzer().words(&entry.surface).into_iter().next());
    word.unwrap_or_else(|| token.word.clone())
}

/// The first reading of a word, folded.
pub(super) fn exact(word: &Word) -> &str {
    word.forms.first().map_or("", |form| form.exact.as_str())
}

/// Words that lead somewhere without standing in any offer: of the thesaurus, of filters, names of places.
fn other_words(catalog: &Catalog, whole: &Analyzer) -> impl Iterator<Item = (String, String)> {
    let synonyms = &catalog.synonyms;
    let one_way = synonyms.one_way.iter().filter(|o| !o.coarse.is_some_and(bool::from)).flat_map(|o| &o.from);
    let words = synonyms.groups.iter().flatten().chain(one_way).chain(synonyms.filters.iter().flat_map(|f| &f.words));
    let places = catalog.vocabularies.places.iter().map(|place| place.label.de().to_owned());
    let texts: Vec<String> = words.cloned().chain(places).collect();
    texts.into_iter().flat_map(|text| {
        let words = whole.words(&text);
        words.iter().map(|w| text[w.span.clone()].to_owned()).map(|w| (fold(&w), w)).collect::<Vec<_>>()
    })
}
