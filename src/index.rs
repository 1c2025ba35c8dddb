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
pub mod postings;
pub(crate) mod split;
pub(crate) mod stop_words;
mod store;
mod vectors;
mod word_list;

pub use analyzer::{Analyzer, Form, Part, View, Word};
pub use compound::Compounds;
pub use examples::{About, bag};
pub use fields::Field;
pub use fold::fold;
pub use needs::Answered;
pub use postings::{Cursor, Posting};
pub use vectors::{Share, Vectors};
pub use word_list::{Entry, WordList};

use crate::catalog::Catalog;
use crate::catalog::read::reason;
use examples::Examples;
use postings::Reader;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::{Mutex, OnceLock, PoisonError};
use tantivy::TantivyDocument;
use tantivy::directory::RamDirectory;
use tantivy::tokenizer::{TextAnalyzer, TokenizerManager};

/// Bytes the writer may use before it complains; far above what a catalog needs.
const WRITER_MEMORY: usize = 256 << 20;

/// File beside tantivy's: every word of the catalog, see [`WordList`].
const WORDS: &str = "woerter";
/// File beside tantivy's: in which fields each term stands.
const TERMS: &str = "felder.fst";
/// File beside tantivy's: how people say what they need, see [`Vectors`].
const EXAMPLES: &str = "beispiele";
/// File beside tantivy's: German words of the examples that are in no offer.
const SAID: &str = "gesagt";
/// File beside tantivy's: which offers answer each need, see [`Answered`].
const NEEDS: &str = "anliegen";

/// Changes whenever what the files beside tantivy's hold is written another way.
const FILES_BESIDE: &str = "6";

/// A built index, ready to be asked.
pub struct Index {
    analyzer: Analyzer,
    documents: usize,
    readers: Vec<Reader>,
    words: Later<WordList>,
    examples: Later<Vectors>,
    said: Later<WordList>,
    needs: Later<Vec<Answered>>,
    /// Each term with the fields it stands in, one bit a field: most terms of a query stand in few fields or none.
    terms: fst::Map<Vec<u8>>,
}

/// A value that is read from its bytes by the first who asks: the start need not wait for it. The bytes are those that
/// were written (the store has checked), so reading them cannot fail.
struct Later<T> {
    /// Empty once they are read.
    bytes: Mutex<Vec<u8>>,
    value: OnceLock<T>,
}

impl<T: Default> Later<T> {
    const fn new(bytes: Vec<u8>) -> Self {
        Self { bytes: Mutex::new(bytes), value: OnceLock::new() }
    }

    fn get(&self, read: impl FnOnce(&[u8]) -> std::io::Result<T>) -> &T {
        let bytes = || std::mem::take(&mut *self.bytes.lock().unwrap_or_else(PoisonError::into_inner));
        self.value.get_or_init(|| read(&bytes()).unwrap_or_default())
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
            files.into_iter().partition(|(name, _)| [WORDS, TERMS, EXAMPLES, SAID, NEEDS].contains(&name.as_str()));
        let mut aside: HashMap<String, Vec<u8>> = aside.into_iter().collect();
        let mut aside = |name: &str| aside.remove(name).unwrap_or_default();
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
            .map(|field| Reader::new(&segment, *field))
            .collect::<Result<Vec<_>, tantivy::TantivyError>>()?;
        let analyzer = Analyzer::new(&catalog.decomposition);
        Ok(Self {
            analyzer,
            documents: catalog.offers.len(),
            readers,
            words: Later::new(aside(WORDS)),
            examples: Later::new(aside(EXAMPLES)),
            said: Later::new(aside(SAID)),
            needs: Later::new(aside(NEEDS)),
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
    pub fn examples(&self) -> &Vectors {
        self.examples.get(Vectors::read)
    }

    /// German words of the examples that are in no offer: what a mistyped word may be, too.
    #[must_use]
    pub fn said(&self) -> &WordList {
        self.said.get(WordList::read)
    }

    /// What people need, in the order of [`Catalog::needs`], with the offers that answer it.
    #[must_use]
    pub fn needs(&self) -> &[Answered] {
        self.needs.get(needs::read)
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
    let words = words.finish();
    let (examples, said) = Examples::of(catalog, &analyzer, &words);
    let examples = Vectors::of(&examples, &catalog.synonyms.groups, &analyzer).map_err(|error| failed(&error))?;
    files.push((EXAMPLES.to_owned(), examples.write()));
    files.push((SAID.to_owned(), said.write()));
    files.push((NEEDS.to_owned(), needs::write(&holding.all(catalog, &analyzer))));
    files.push((WORDS.to_owned(), words.write()));
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
    Ok(fst::Map::from_iter(terms).map_err(|error| failed(&error))?.into_fst().into_inner())
}

fn failed(error: &fst::Error) -> tantivy::TantivyError {
    tantivy::TantivyError::InvalidArgument(error.to_string())
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
