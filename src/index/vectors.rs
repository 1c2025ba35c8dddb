//! Examples as weighted vectors, learnt when the index is built and kept beside it so that reading them is only copying.
//!
//! Takes [`Examples`] and groups of words that stand for each other; gives [`Vectors`]. Rule: every example is a vector of
//! stems, each weighted by its inverse document frequency over all examples (Salton & Buckley 1988), of length 1; all
//! examples of one thing together are its centroid (Rocchio 1971), of length 1, too. The same sums say how likely each thing
//! is if a stem stands in a query (naive Bayes on weighted terms, Rennie et al. 2003).

use super::analyzer::Analyzer;
use super::examples::{About, Examples, NO_SLIP, WEIGHTS};
use std::collections::{BTreeMap, BTreeSet};
use std::io;

/// Bits of a posting that say what the stem weighs in the example, as a place in [`WEIGHTS`].
const WEIGHT_BITS: u32 = 2;
const _: () = assert!(WEIGHTS.len() <= 1 << WEIGHT_BITS);

/// What every stem is taken to weigh more in all examples of a thing than it does: none is impossible.
const SMOOTHING: f32 = 0.05;

/// The examples of a catalog, ready to be compared.
#[derive(Debug, Clone, Default)]
pub struct Vectors {
    /// Where each stem is in the lists by stem: those that stand for each other share one place.
    stems: fst::Map<Vec<u8>>,
    /// By stem: its inverse document frequency.
    idf: Vec<f32>,
    /// By stem: 1 if it is a word for sure, as it stands in an example of another language or in several.
    sure: Vec<u32>,
    /// By stem: where its postings begin; then the end of all.
    postings_at: Vec<u32>,
    /// An example that holds the stem, and in the last bits what it weighs there.
    postings: Vec<u32>,
    /// By stem: where its shares begin; then the end of all.
    shares_at: Vec<u32>,
    /// What [`Share`] says: a place in `abouts`, its weight, its evidence.
    shares: Vec<u32>,
    weights: Vec<f32>,
    evidence: Vec<f32>,
    /// By example: what it is one of, as a place in `abouts`, and 1 by its length before it was made 1. Side by side,
    /// because they are asked for together.
    examples: Vec<(u32, f32)>,
    /// What there are examples of, each with what the evidence of a whole query is measured against.
    abouts: Vec<About>,
    against: Vec<f32>,
}

/// What a stem says of something whose examples hold it.
#[derive(Debug, Clone, Copy)]
pub struct Share {
    /// A place in [`Vectors::abouts`].
    pub about: usize,
    /// What it weighs in the centroid.
    pub weight: f32,
    /// How much likelier it is there than where no example holds it, as a logarithm.
    pub evidence: f32,
}

/// A stem of some examples.
#[derive(Debug, Clone, Copy)]
pub struct Stem<'a> {
    vectors: &'a Vectors,
    at: usize,
}

impl Vectors {
    /// The stem, if it stands in an example, or for a word that does.
    #[must_use]
    pub fn stem(&self, stem: &str) -> Option<Stem<'_>> {
        let at = usize::try_from(self.stems.get(stem)?).ok()?;
        Some(Stem { vectors: self, at })
    }

    /// Number of examples.
    #[must_use]
    pub const fn examples(&self) -> usize {
        self.examples.len()
    }

    /// What an example is one of, as a place in [`Self::abouts`], and by what to multiply what its stems weigh together.
    #[must_use]
    pub fn example(&self, number: u32) -> (usize, f32) {
        {
            let (about, scale) = self.examples[number as usize];
            (about as usize, scale)
        }
    }

    /// What there are examples of, sorted: themes, target groups, offers, needs.
    #[must_use]
    pub fn abouts(&self) -> &[About] {
        &self.abouts
    }

    /// What to take from the evidence for a thing for every 1 that the stems of a query weigh.
    #[must_use]
    pub fn against(&self, about: usize) -> f32 {
        self.against[about]
    }

    /// Learns examples. Words of one of `groups` stand for each other.
    pub(super) fn of(examples: &Examples, groups: &[Vec<String>], analyzer: &Analyzer) -> Result<Self, fst::Error> {
        let (stems, places) = places(examples, groups, analyzer);
        let count = stems.values().max().map_or(0, |last| last + 1);
        let mut postings: Vec<Vec<u32>> = vec![Vec::new(); count];
        let abouts: BTreeSet<About> = examples.all.iter().map(|example| example.about).collect();
        let mut vectors = Self { sure: vec![0; count], abouts: abouts.into_iter().collect(), ..Self::default() };
        for (number, example) in examples.all.iter().enumerate() {
            let about = vectors.abouts.binary_search(&example.about).unwrap_or_default();
            vectors.examples.push((short(about), 0.0));
            for (stem, weight) in &example.bag {
                let (at, number) = (places[*stem], short(number));
                vectors.sure[at] |= u32::from(example.foreign);
                if postings[at].last().is_none_or(|last| last >> WEIGHT_BITS != number) {
                    let weight = WEIGHTS.iter().position(|known| known == weight).unwrap_or_default();
                    postings[at].push(number << WEIGHT_BITS | short(weight));
                }
            }
        }
        let all = examples.all.len() as f32;
        for (sure, postings) in vectors.sure.iter_mut().zip(&postings) {
            *sure |= u32::from(postings.len() >= NO_SLIP);
            vectors.idf.push((1.0 + all / (postings.len() as f32).max(1.0)).ln());
        }
        vectors.postings_at = starts(&postings);
        vectors.postings = postings.concat();
        vectors.scale();
        vectors.gather();
        vectors.stems = fst::Map::from_iter(stems.into_iter().map(|(stem, at)| (stem, at as u64)))?;
        Ok(vectors)
    }

    fn all(&self) -> impl Iterator<Item = Stem<'_>> {
        (0..self.idf.len()).map(|at| Stem { vectors: self, at })
    }

    /// Works out the length of each example.
    fn scale(&mut self) {
        let mut squares = vec![0.0f32; self.examples.len()];
        for stem in self.all() {
            stem.postings(stem.idf()).for_each(|(example, weight)| squares[example as usize] += weight.powi(2));
        }
        self.examples.iter_mut().zip(squares).for_each(|((_, scale), square)| *scale = inverse_root(square));
    }

    /// Adds up the examples of each thing.
    fn gather(&mut self) {
        let mut squares = vec![0.0f32; self.abouts.len()];
        let mut totals = vec![SMOOTHING * self.idf.len() as f32; self.abouts.len()];
        let mut shares: Vec<Vec<(usize, f32)>> = Vec::with_capacity(self.idf.len());
        for stem in self.all() {
            let mut sums: BTreeMap<usize, f32> = BTreeMap::new();
            for (example, weight) in stem.postings(stem.idf()) {
                let (about, scale) = self.example(example);
                *sums.entry(about).or_default() += weight * scale;
            }
            for (about, sum) in &sums {
                squares[*about] += sum * sum;
                totals[*about] += sum;
            }
            shares.push(sums.into_iter().collect());
        }
        self.shares_at = starts(&shares);
        for (about, sum) in shares.into_iter().flatten() {
            self.shares.push(short(about));
            self.weights.push(sum * inverse_root(squares[about]));
            self.evidence.push((1.0 + sum / SMOOTHING).ln());
        }
        self.against = totals.into_iter().map(f32::ln).collect();
    }

    /// The stems, then every list as its length and its numbers, 4 bytes each, the lowest first.
    pub(super) fn write(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let stems = self.stems.as_fst().as_bytes();
        bytes.extend(short(stems.len()).to_le_bytes());
        bytes.extend(stems);
        let (examples, scales): (Vec<u32>, Vec<f32>) = self.examples.iter().copied().unzip();
        let abouts: Vec<u32> = self.abouts.iter().flat_map(|about| about.numbers().map(short)).collect();
        let lists = [&self.sure, &self.postings_at, &self.postings, &self.shares_at, &self.shares, &examples, &abouts];
        for list in lists {
            bytes.extend(short(list.len()).to_le_bytes());
            bytes.extend(list.iter().flat_map(|number| number.to_le_bytes()));
        }
        for list in [&self.idf, &self.weights, &self.evidence, &scales, &self.against] {
            bytes.extend(short(list.len()).to_le_bytes());
            bytes.extend(list.iter().flat_map(|number| number.to_le_bytes()));
        }
        bytes
    }

    /// Reads what [`Self::write`] wrote.
    pub(super) fn read(mut bytes: &[u8]) -> io::Result<Self> {
        let wrong = || io::Error::new(io::ErrorKind::InvalidData, "die Beispiele sind beschädigt");
        let mut list = |width| block(&mut bytes, width).ok_or_else(wrong);
        let stems = fst::Map::new(list(1)?.to_vec()).map_err(|_| wrong())?;
        let [sure, postings_at, postings, shares_at, shares, examples, abouts] =
            [(); 7].map(|()| list(4).map(|bytes| numbers(bytes, u32::from_le_bytes)));
        let [idf, weights, evidence, scales, against] =
            [(); 5].map(|()| list(4).map(|bytes| numbers(bytes, f32::from_le_bytes)));
        let abouts = abouts?;
        let abouts = abouts.chunks_exact(2).map(|pair| About::of([pair[0], pair[1]].map(|n| n as usize)));
        Ok(Self {
            stems,
            idf: idf?,
            sure: sure?,
            postings_at: postings_at?,
            postings: postings?,
            shares_at: shares_at?,
            shares: shares?,
            weights: weights?,
            evidence: evidence?,
            examples: examples?.into_iter().zip(scales?).collect(),
            abouts: abouts.collect::<Option<_>>().ok_or_else(wrong)?,
            against: against?,
        })
    }
}

impl<'a> Stem<'a> {
    /// Its inverse document frequency.
    #[must_use]
    pub fn idf(self) -> f32 {
        self.vectors.idf[self.at]
    }

    /// Whether it is a word for sure: it stands in an example of another language, or in several.
    #[must_use]
    pub fn is_sure(self) -> bool {
        self.vectors.sure[self.at] == 1
    }

    /// The examples that hold it, each with what it weighs there times `factor`.
    pub fn postings(self, factor: f32) -> impl Iterator<Item = (u32, f32)> + 'a {
        let mut weights = [0.0f32; 1 << WEIGHT_BITS];
        weights.iter_mut().zip(WEIGHTS).for_each(|(weight, known)| *weight = factor * known);
        let mask = (1 << WEIGHT_BITS) - 1;
        let postings = &self.vectors.postings[range(&self.vectors.postings_at, self.at)];
        postings.iter().map(move |posting| (posting >> WEIGHT_BITS, weights[(posting & mask) as usize]))
    }

    /// Everything whose examples hold it.
    pub fn shares(self) -> impl Iterator<Item = Share> + 'a {
        let Vectors { shares, weights, evidence, .. } = self.vectors;
        let range = range(&self.vectors.shares_at, self.at);
        let numbers = weights[range.clone()].iter().zip(&evidence[range.clone()]);
        let shares = shares[range].iter().zip(numbers);
        shares.map(|(about, (weight, evidence))| Share { about: *about as usize, weight: *weight, evidence: *evidence })
    }
}

/// The place of every stem, sorted, and of those of the examples in their order.
fn places(examples: &Examples, groups: &[Vec<String>], analyzer: &Analyzer) -> (BTreeMap<String, usize>, Vec<usize>) {
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut next = 0;
    for group in groups {
        let words = group.iter().map(|word| analyzer.words(word)).filter(|words| words.len() == 1);
        let stems = words.filter_map(|words| words[0].forms.first().map(|form| form.stem.clone()));
        let stems: Vec<String> = stems.collect();
        let place = stems.iter().find_map(|stem| places.get(stem).copied()).unwrap_or(next);
        next = next.max(place + 1);
        stems.into_iter().for_each(|stem| _ = places.entry(stem).or_insert(place));
    }
    let place = |stem: &String| {
        let place = *places.entry(stem.clone()).or_insert(next);
        next = next.max(place + 1);
        place
    };
    let of_examples = examples.stems.iter().map(place).collect();
    (places, of_examples)
}

/// Where each list begins when all stand in a row; then the end of all.
fn starts<T>(lists: &[Vec<T>]) -> Vec<u32> {
    let ends = lists.iter().scan(0, |end, list| {
        *end += list.len();
        Some(short(*end))
    });
    std::iter::once(0).chain(ends).collect()
}

fn range(starts: &[u32], at: usize) -> std::ops::Range<usize> {
    starts[at] as usize..starts[at + 1] as usize
}

fn inverse_root(square: f32) -> f32 {
    1.0 / square.sqrt().max(f32::EPSILON)
}

/// Takes a list of numbers of so many bytes off the front.
fn block<'a>(bytes: &mut &'a [u8], width: usize) -> Option<&'a [u8]> {
    let (length, rest) = bytes.split_first_chunk()?;
    let (list, rest) = rest.split_at_checked(u32::from_le_bytes(*length) as usize * width)?;
    *bytes = rest;
    Some(list)
}

fn numbers<T>(bytes: &[u8], number: fn([u8; 4]) -> T) -> Vec<T> {
    bytes.as_chunks().0.iter().map(|bytes| number(*bytes)).collect()
}

/// A position in a file; a catalog has far fewer than fit.
fn short(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}
