// SQLite FTS5: unicode61 without diacritics, BM25 with our field weights. It has no German stemmer and no fuzziness, so
// every word is looked for as what begins with its Snowball stem; offers with all words first, then those with
// any.

import sqlite from 'node-sqlite3-wasm';
import { FIELDS, WEIGHTS } from '../catalog.mjs';
import { stem, union } from '../words.mjs';

export const name = 'SQLite FTS5';

export function build(documents) {
  const db = new sqlite.Database();
  const plain = (text) => text.replaceAll('ß', 'ss');
  db.exec(`create virtual table offers using fts5(id unindexed, ${FIELDS}, tokenize = 'unicode61 remove_diacritics 2')`);
  const insert = db.prepare(`insert into offers values (?, ${FIELDS.map(() => '?')})`);
  for (const offer of documents) insert.run([offer.id, ...FIELDS.map((field) => plain(offer[field]))]);
  const select = db.prepare(
    `select id from offers where offers match ? order by bm25(offers, 0, ${FIELDS.map((f) => WEIGHTS[f])}), rowid`,
  );
  const every = (words) => `(${words.map((word) => `"${stem(word)}" *`).join(' AND ')})`;
  const either = (alternatives) => `(${alternatives.map(every).join(' OR ')})`;
  return (slots) => {
    if (slots.length === 0) return [];
    const find = (join) => select.all([slots.map(either).join(join)]).map((row) => row.id);
    return union(find(' AND '), find(' OR '));
  };
}
