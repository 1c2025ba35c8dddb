// lunr with lunr-languages: its German trimmer, stop words and stemmer, our field weights, and the three clauses its
// guide proposes for a search field: the word itself, what begins with it, what differs by one letter. Offers
// with all words first, then those with any.

import lunr from 'lunr';
import german from 'lunr-languages/lunr.de.js';
import support from 'lunr-languages/lunr.stemmer.support.js';
import { FIELDS, WEIGHTS } from '../catalog.mjs';
import { union } from '../words.mjs';

support(lunr);
german(lunr);

export const name = 'lunr';

export function build(documents) {
  const index = lunr(function () {
    this.use(lunr.de);
    for (const field of FIELDS) this.field(field, { boost: WEIGHTS[field] });
    for (const document of documents) this.add(document);
  });
  const clauses = (query, word, factor) => {
    const [term] = index.pipeline.runString(word);
    if (!term) return;
    query.term(term, { boost: 10 * factor, usePipeline: false });
    query.term(term, { boost: 2 * factor, usePipeline: false, wildcard: lunr.Query.wildcard.TRAILING });
    if (term.length > 3) query.term(term, { boost: factor, usePipeline: false, editDistance: 1 });
  };
  const find = (add) => index.query(add).map((hit) => hit.ref);
  return (slots) => {
    const any = find((query) => {
      for (const [typed, ...others] of slots) {
        typed.forEach((word) => clauses(query, word, 1));
        others.flat().forEach((word) => clauses(query, word, 0.7));
      }
    });
    const holds = slots.map((slot) => {
      const fits = slot.map((words) => words.map((word) => new Set(find((query) => clauses(query, word, 1)))));
      return (id) => fits.some((sets) => sets.every((set) => set.has(id)));
    });
    return union(
      any.filter((id) => holds.every((holds) => holds(id))),
      any,
    );
  };
}
