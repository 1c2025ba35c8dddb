// Orama: its German stemmer and stop words, BM25 with our field weights, prefixes. Offers with all words first, then
// those with all words when one letter of each may be wrong, then those with any word, then any with a wrong letter.

import { create, insertMultiple, search } from '@orama/orama';
import { stemmer } from '@orama/stemmers/german';
import { stopwords } from '@orama/stopwords/german';
import { FIELDS, WEIGHTS } from '../catalog.mjs';
import { union } from '../words.mjs';

export const name = 'Orama';

export async function build(documents) {
  const db = create({
    schema: Object.fromEntries(FIELDS.map((field) => [field, 'string'])),
    components: { tokenizer: { language: 'german', stemming: true, stemmer, stopWords: stopwords } },
  });
  await insertMultiple(db, documents);
  const find = async (words, tolerance) => {
    const term = words.join(' ');
    const options = { properties: FIELDS, boost: WEIGHTS, threshold: 1, limit: documents.length };
    const { hits } = await search(db, { term, ...options, ...(tolerance ? { tolerance } : {}) });
    return hits.map((hit) => hit.id);
  };
  return async (slots) => {
    const words = [...new Set(slots.flat(2))];
    const steps = [];
    for (const tolerance of [0, 1]) {
      const any = await find(words, tolerance);
      let all = any;
      // Its own threshold cannot say "this word or one of its synonyms", so that is put together here.
      for (const slot of slots) {
        const fits = new Set();
        for (const alternative of slot) {
          const sets = [];
          for (const word of alternative) sets.push(new Set(await find([word], tolerance)));
          sets[0].forEach((id) => sets.every((set) => set.has(id)) && fits.add(id));
        }
        all = all.filter((id) => fits.has(id));
      }
      steps.push([all, any]);
    }
    const [[exact, any], [near, anyNear]] = steps;
    return union(exact, near, any, anyNear);
  };
}
