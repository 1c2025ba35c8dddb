// MiniSearch: Snowball stems and stop words by processTerm, BM25+ with our field weights, prefixes and a fuzziness of
// 0.2 together (both count less than the word itself), offers with all words first,
// then those with any.

import MiniSearch from 'minisearch';
import { FIELDS, WEIGHTS } from '../catalog.mjs';
import { isStop, split, stem, union } from '../words.mjs';

export const name = 'MiniSearch';

export function build(documents) {
  const index = new MiniSearch({
    fields: FIELDS,
    tokenize: split,
    processTerm: (term) => (isStop(term) ? null : stem(term)),
    // Stop words of a query are dealt with before: one that has nothing else keeps them.
    searchOptions: { processTerm: stem },
  });
  index.addAll(documents);
  return (slots) => {
    const typed = new Set(slots.flatMap(([own]) => own.map(stem)));
    const every = (words) => ({ combineWith: 'AND', queries: words });
    const either = (alternatives) => ({ combineWith: 'OR', queries: alternatives.map(every) });
    const find = (combineWith) =>
      index.search(
        { combineWith, queries: slots.map(either) },
        {
          boost: WEIGHTS,
          boostTerm: (term) => (typed.has(term) ? 1 : 0.7),
          prefix: (term) => term.length > 2,
          fuzzy: (term) => (term.length > 3 ? 0.2 : false),
        },
      );
    return union(...['AND', 'OR'].map((combineWith) => find(combineWith).map((hit) => hit.id)));
  };
}
