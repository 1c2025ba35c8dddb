//! The text index: every word of every offer, found in microseconds.
//!
//! Takes a catalog and a folder for derived files; gives an [`Index`] that answers "which offers hold this term in this
//! field". Document number = index in `Catalog::offers`, always one segment. The index holds words only: everything that is
//! shown comes from the catalog. It is served from memory; the folder saves the next start the work of building it.

pub mod analyzer;
mod compound;
mod document;
mod examples;
pub mod fields;
mod fold;
mod inflection;
mod lexicon;
mod needs;
pub(crate) mod split;
pub(crate) mod stop_words;
mod store;
mod word_list;

pub use analyzer::{Analyzer, Form, Part, View, Word};
pub use compound::Compounds;
pub use examples::{About, Answered, Examples, bag};
pub use fields::Field;
pub use fold::fold;
pub use word_list::{Entry, WordList};

use crate::catalog::Catalog;
use crate::catalog::read::reason;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;
use tantivy::directory::RamDirectory;
use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::Postings;
use tantivy::query::Bm25Weight;
use tantivy::schema::IndexRecordOption;
use tantivy::tokenizer::{TextAnalyzer, TokenizerManager};
use tantivy::{DocSet, InvertedIndexReader, TERMINATED, TantivyDocument};

/// Bytes the writer may use before it complains; far above what a catalog needs.
const WRITER_MEMORY: usize = 256 << 20;

/// File beside tantivy's: every word of the catalog, see [`WordList`].
const WORDS: &str = "woerter";
/// File beside tantivy's: in which fields each term stands.
const TERMS: &str = "felder.fst";
/// File beside tantivy's: how people say what they need, see [`Examples`].
const EXAMPLES: &str = "beispiele";

/// Changes whenever what the files beside tantivy's hold is written another way.
const FILES_BESIDE: &str = "3";

/// A built index, ready to be asked.
pub struct Index {
    analyzer: Analyzer,
    documents: usize,
    readers: Vec<Reader>,
    words: Later<WordList>,
    examples: Later<Examples>,
    /// Each term with the fields it stands in, one bit a field: most terms of a query stand in few fields or none.
    terms: fst::Map<Vec<u8>>,
}

/// What is read of one field.
struct Reader {
    inverted: std::sync::Arc<InvertedIndexReader>,
    lengths: FieldNormReader,
    average_length: f32,
}

/// A value that is read from its bytes by the first who asks: the start need not wait for it. The bytes are those that
/// were written (the store has checked), so reading them cannot fail.
struct Later<T> {
    bytes: Vec<u8>,
    value: OnceLock<T>,
}

impl<T: Default> Later<T> {
    const fn new(bytes: Vec<u8>) -> Self {
        Self { bytes, value: OnceLock::new() }
    }

    fn get(&self, read: impl FnOnce(&[u8]) -> std::io::Result<T>) -> &T {
        self.value.get_or_init(|| read(&self.bytes).unwrap_or_default())
    }
}

/// Where the index came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opened {
    /// The folder held it, unharmed.
    Reused,
    /// It was built and written to the folder.
    Built {
        /// Why the folder had none to use.
        reason: String,
    },
    /// It was built and could not be kept: the next start builds again.
    Memory {
        /// Why the folder could not be written.
        reason: String,
    },
}

/// Why there is no index at all.
#[derive(Debug, thiserror::Error)]
#[error("Der Suchindex lässt sich nicht aufbauen: {0}")]
pub struct IndexError(#[from] tantivy::TantivyError);

/// One offer that holds a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Posting {
    /// Index of the offer.
    pub offer: usize,
    /// How often the term stands in the field, at least 1.
    pub frequency: u32,
    /// Length class of the field, for [`Index::bm25`].
    length: u8,
}

impl Index {
    /// Opens the index of this catalog in `dir` (`dir/<hash>/`) if it is there and unharmed, else builds and writes it;
    /// a missing folder is made. A folder that cannot be written costs nothing but the next start's time.
    ///
    /// # Errors
    /// [`IndexError`] if the index cannot even be built in memory.
    pub fn open_or_build(catalog: &Catalog, dir: &Path) -> Result<(Self, Opened), IndexError> {
        let store = store::Store::new(dir, &hash(catalog));
        let why = match store.read() {
            Ok(files) => match Self::open(catalog, files) {
                Ok(index) => {
                    store.clean();
                    return Ok((index, Opened::Reused));
                }
                Err(error) => error.to_string(),
            },
            Err(error) => reason(&error),
        };
        let files = build(catalog)?;
        let opened = match store.write(&files) {
            Ok(()) => Opened::Built { reason: why },
            Err(error) => Opened::Memory { reason: reason(&error) },
        };
        Ok((Self::open(catalog, files)?, opened))
    }

    /// Builds the index in memory only.
    ///
    /// # Errors
    /// [`IndexError`] if that fails.
    pub fn in_memory(catalog: &Catalog) -> Result<Self, IndexError> {
        Self::open(catalog, build(catalog)?)
    }

    fn open(catalog: &Catalog, files: store::Files) -> Result<Self, IndexError> {
        let directory = RamDirectory::create();
        let damaged = |_| tantivy::TantivyError::InvalidArgument("die Liste der Wörter fehlt".to_owned());
        let (aside, files): (store::Files, store::Files) =
            files.into_iter().partition(|(name, _)| [WORDS, TERMS, EXAMPLES].contains(&name.as_str()));
        let aside = |name: &str| aside.iter().find(|(n, _)| n == name).map_or(&[][..], |(_, bytes)| bytes).to_vec();
        let terms = fst::Map::new(aside(TERMS)).map_err(damaged)?;
        for (name, bytes) in files {
            tantivy::Directory::atomic_write(&directory, Path::new(&name), &bytes)
                .map_err(|e| tantivy::TantivyError::IoError(e.into()))?;
        }
        let index = tantivy::Index::open(directory)?;
        let [segment] = &index.searchable_segments()?[..] else {
            return Err(tantivy::TantivyError::InvalidArgument("nicht genau ein Segment".to_owned()).into());
        };
        let segment = tantivy::SegmentReader::open(segment)?;
        if index.schema() != fields::schema() || segment.max_doc() as usize != catalog.offers.len() {
            return Err(tantivy::TantivyError::InvalidArgument("gehört zu anderen Daten".to_owned()).into());
        }
        let readers = Field::ALL
            .iter()
            .map(|field| {
                let inverted = segment.inverted_index(field.tantivy())?;
                let lengths = segment.get_fieldnorms_reader(field.tantivy())?;
                let average_length = inverted.total_num_tokens() as f32 / segment.max_doc().max(1) as f32;
                Ok(Reader { inverted, lengths, average_length })
            })
            .collect::<Result<Vec<_>, tantivy::TantivyError>>()?;
        let analyzer = Analyzer::new(&catalog.decomposition);
        Ok(Self {
            analyzer,
            documents: catalog.offers.len(),
            readers,
            words: Later::new(aside(WORDS)),
            examples: Later::new(aside(EXAMPLES)),
            terms,
        })
    }

    /// How texts became terms; queries must go the same way.
    #[must_use]
    pub const fn analyzer(&self) -> &Analyzer {
        &self.analyzer
    }

    /// Number of offers.
    #[must_use]
    pub const fn documents(&self) -> usize {
        self.documents
    }

    /// Every word of the catalog.
    #[must_use]
    pub fn words(&self) -> &WordList {
        self.words.get(WordList::read)
    }

    /// How people say what they need.
    #[must_use]
    pub fn examples(&self) -> &Examples {
        self.examples.get(Examples::read)
    }

    /// The fields in which some offer holds a term ([`View::term`]).
    pub fn fields(&self, term: &str) -> impl Iterator<Item = Field> {
        let bits = self.terms.get(term).unwrap_or(0);
        Field::ALL.iter().copied().filter(move |field| bits & field.bit() != 0)
    }

    /// Whether any offer holds `text` in this view.
    #[must_use]
    pub fn holds(&self, view: View, text: &str) -> bool {
        self.terms.contains_key(view.term(text))
    }

    /// The offers whose `field` holds a term ([`View::term`]), in catalog order; none if nothing does.
    pub fn postings(&self, field: Field, term: &str) -> impl Iterator<Item = Posting> {
        let reader = &self.readers[field as usize];
        let info = reader.inverted.terms().get(term).ok().flatten();
        let mut postings =
            info.and_then(|info| reader.inverted.read_postings_from_terminfo(&info, IndexRecordOption::WithFreqs).ok());
        std::iter::from_fn(move || {
            let postings = postings.as_mut()?;
            let doc = postings.doc();
            if doc == TERMINATED {
                return None;
            }
            let posting = Posting {
                offer: doc as usize,
                frequency: postings.term_freq(),
                length: reader.lengths.fieldnorm_id(doc),
            };
            postings.advance();
            Some(posting)
        })
    }

    /// The BM25 score of a posting in `field`, for a term that `documents` offers hold.
    pub fn bm25(&self, field: Field, documents: usize) -> impl Fn(Posting) -> f32 {
        let average = self.readers[field as usize].average_length.max(1.0);
        let total = self.documents.max(documents) as u64;
        let weight = Bm25Weight::for_one_term_without_explain(documents as u64, total, average);
        move |posting| weight.score(posting.length, posting.frequency)
    }
}

/// Builds the index and gives its files.
fn build(catalog: &Catalog) -> Result<store::Files, IndexError> {
    let analyzer = Analyzer::new(&catalog.decomposition).remembering();
    let tokenizers = TokenizerManager::new();
    tokenizers.register(fields::TOKENIZER, TextAnalyzer::from(analyzer.clone()));
    let directory = RamDirectory::create();
    let mut writer = tantivy::Index::builder()
        .schema(fields::schema())
        .tokenizers(tokenizers)
        .single_segment_index_writer(directory.clone(), WRITER_MEMORY)?;
    let mut words = word_list::Gathering::default();
    let mut holding = needs::Holding::default();
    for offer in &catalog.offers {
        let texts = document::of(catalog, offer);
        words.add(&analyzer, texts.iter().map(|(_, text)| *text));
        holding.add(&analyzer, &texts);
        let mut document = TantivyDocument::default();
        texts.iter().for_each(|(field, text)| document.add_text(field.tantivy(), text));
        writer.add_document(document)?;
    }
    let index = writer.finalize()?;
    let mut files = store::collect(&index, &directory)?;
    files.push((TERMS.to_owned(), terms(&index)?));
    files.push((EXAMPLES.to_owned(), Examples::of(catalog, &analyzer, &holding).write()));
    files.push((WORDS.to_owned(), words.finish().write()));
    Ok(files)
}

/// Every term with the fields it stands in.
fn terms(index: &tantivy::Index) -> Result<Vec<u8>, IndexError> {
    let mut terms: BTreeMap<Vec<u8>, u64> = BTreeMap::new();
    for segment in index.searchable_segments()? {
        let segment = tantivy::SegmentReader::open(&segment)?;
        for field in Field::ALL {
            let inverted = segment.inverted_index(field.tantivy())?;
            let mut stream = inverted.terms().stream().map_err(tantivy::TantivyError::from)?;
            while stream.advance() {
                *terms.entry(stream.key().to_vec()).or_default() |= field.bit();
            }
        }
    }
    let failed = |error: fst::Error| tantivy::TantivyError::InvalidArgument(error.to_string());
    Ok(fst::Map::from_iter(terms).map_err(failed)?.into_fst().into_inner())
}

/// What an index depends on, as a name: the files it is made from, the schema, tantivy, the analyzer and its word lists.
fn hash(catalog: &Catalog) -> String {
    let mut hasher = blake3::Hasher::new();
    let schema = serde_json::to_string(&fields::schema()).unwrap_or_default() + FILES_BESIDE;
    let probe = Analyzer::new(&catalog.decomposition).fingerprint();
    let (lexicon, stop_words) = (lexicon::Lexicon::fingerprint(), stop_words::all());
    for part in [catalog.fingerprint.as_str(), &schema, tantivy::version_string(), &probe, &lexicon, &stop_words] {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    hasher.finalize().to_hex()[..16].to_owned()
}
