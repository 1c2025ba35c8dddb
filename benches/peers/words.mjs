// Words of a query as the peers get them: without stop words, and with synonyms if wanted.
//
// A query becomes slots; a slot is a list of alternatives, each a list of words that belong together. The first
// alternative is what was typed.

import { stemmer } from '@orama/stemmers/german';
import { stopwords } from '@orama/stopwords/german';

const STOP = new Set(stopwords);

export const split = (text) => text.toLowerCase().normalize('NFC').split(/[^\p{L}\p{N}]+/u).filter(Boolean);
export const isStop = (word) => STOP.has(word);
// Snowball German; it drops the dots of umlauts and writes ß as ss.
export const stem = (word) => stemmer(word);

// Rankings one behind the other, every id once.
export const union = (...rankings) => [...new Set(rankings.flat())];

const key = (words) => words.map(stem).join(' ');

export class Synonyms {
  constructor(pairs) {
    this.targets = new Map();
    this.longest = 1;
    for (const [from, to] of pairs) {
      const words = split(from);
      if (words.length === 0) continue;
      this.longest = Math.max(this.longest, words.length);
      this.targets.set(key(words), [...(this.targets.get(key(words)) ?? []), ...to]);
    }
  }

  // The longest words from `at` on that stand for others.
  at(words, at) {
    for (let length = Math.min(this.longest, words.length - at); length > 0; length -= 1) {
      const found = this.targets.get(key(words.slice(at, at + length)));
      if (found) return { length, targets: found };
    }
    return { length: 1, targets: [] };
  }
}

const meaning = (words) => {
  const kept = words.filter((word) => !isStop(word));
  return kept.length > 0 ? kept : words;
};

export function slots(text, synonyms) {
  const words = split(text);
  const all = [];
  for (let at = 0; at < words.length; ) {
    const { length, targets } = synonyms ? synonyms.at(words, at) : { length: 1, targets: [] };
    const typed = words.slice(at, at + length);
    if (targets.length > 0 || !typed.every(isStop)) {
      all.push([meaning(typed), ...targets.map((target) => meaning(split(target)))].filter((a) => a.length > 0));
    }
    at += length;
  }
  return all.length > 0 ? all : words.map((word) => [[word]]);
}
