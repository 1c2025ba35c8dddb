//! Which offers hold a term, read from tantivy block by block into buffers that are used again.
//!
//! Takes a [`Cursor`], a field and a term; gives [`Postings`]. A search reads dozens of short lists: making tantivy's
//! buffers anew for each of them cost more than reading it.

use super::Index;
use super::fields::Field;
use std::sync::Arc;
use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::BlockSegmentPostings;
use tantivy::query::Bm25Weight;
use tantivy::schema::IndexRecordOption;
use tantivy::{InvertedIndexReader, SegmentReader, TantivyError};

/// One offer that holds a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Posting {
    /// Index of the offer.
    pub offer: usize,
    /// How often the term stands in the field, at least 1.
    pub frequency: u32,
}

/// Buffers for reading, empty until the first term.
#[derive(Default)]
pub struct Cursor(Option<BlockSegmentPostings>);

/// The offers whose field holds a term, in catalog order.
pub struct Postings<'a> {
    reader: &'a Reader,
    blocks: &'a mut BlockSegmentPostings,
}

/// What is read of one field.
pub(super) struct Reader {
    inverted: Arc<InvertedIndexReader>,
    lengths: FieldNormReader,
    average_length: f32,
    offers: u64,
}

impl Reader {
    pub(super) fn new(segment: &SegmentReader, field: Field) -> Result<Self, TantivyError> {
        let inverted = segment.inverted_index(field.tantivy())?;
        let lengths = segment.get_fieldnorms_reader(field.tantivy())?;
        let average_length = inverted.total_num_tokens() as f32 / segment.max_doc().max(1) as f32;
        Ok(Self { inverted, lengths, average_length, offers: u64::from(segment.max_doc()) })
    }
}

impl Index {
    /// The offers whose `field` holds a term ([`super::View::term`]); `None` if none does.
    pub fn postings<'a>(&'a self, cursor: &'a mut Cursor, field: Field, term: &str) -> Option<Postings<'a>> {
        let reader = &self.readers[field as usize];
        let info = reader.inverted.terms().get(term).ok().flatten()?;
        let blocks = match &mut cursor.0 {
            Some(blocks) => {
                reader.inverted.reset_block_postings_from_terminfo(&info, blocks).ok()?;
                blocks
            }
            empty => {
                let option = IndexRecordOption::WithFreqs;
                empty.insert(reader.inverted.read_block_postings_from_terminfo(&info, option).ok()?)
            }
        };
        Some(Postings { reader, blocks })
    }
}

impl Postings<'_> {
    /// Gives every offer.
    pub fn each(self, mut give: impl FnMut(Posting)) {
        while self.blocks.block_len() > 0 {
            for (document, frequency) in self.blocks.docs().iter().zip(self.blocks.freqs()) {
                give(Posting { offer: *document as usize, frequency: *frequency });
            }
            self.blocks.advance();
        }
    }

    /// Gives every offer with its BM25 score (Robertson & Zaragoza 2009, k1 = 1.2, b = 0.75, as tantivy computes it).
    pub fn each_scored(self, mut give: impl FnMut(Posting, f32)) {
        let Reader { lengths, average_length, offers, .. } = self.reader;
        let holding = u64::from(self.blocks.doc_freq());
        let weight = Bm25Weight::for_one_term_without_explain(holding, (*offers).max(holding), average_length.max(1.0));
        self.each(|posting| {
            let length = lengths.fieldnorm_id(posting.offer as u32);
            give(posting, weight.score(length, posting.frequency));
        });
    }
}
