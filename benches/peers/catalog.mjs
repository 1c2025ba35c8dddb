// What the peers are given: the same offers, queries and synonyms as the program, read from the YAML files themselves.
//
// Takes a data folder; gives one flat document an offer, with the fields of src/index/document.rs.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

// Fields with the weights of src/index/fields.rs: every engine may boost as ours does.
export const WEIGHTS = { title: 4.5, name: 3.4, themes: 3.2, words: 2.7, kind: 2, short: 2.6, text: 1.4, town: 1.2 };
export const FIELDS = Object.keys(WEIGHTS);

const read = (path) => parse(readFileSync(path, 'utf8'));

const below = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => [name.split('/').pop().replace(/\.yaml$/, ''), read(join(folder, name))]);

// A list with its two levels as slug → texts of the value and of the one above it.
function labels(list) {
  const texts = (term) => [...Object.values(term.label), ...(term.suchwoerter ?? [])];
  return new Map(
    Object.entries(list).flatMap(([slug, term]) => [
      [slug, texts(term)],
      ...Object.entries(term.unter ?? {}).map(([below, inner]) => [
        `${slug}/${below}`,
        [...texts(inner), ...texts(term)],
      ]),
    ]),
  );
}

export function documents(data) {
  const themes = labels(read(join(data, 'vokabular/themen.yaml')));
  const towns = labels(read(join(data, 'vokabular/orte.yaml')));
  // Of these the program reads the German label alone.
  const german = ([slug, term]) => [slug, [term.label.de, ...(term.suchwoerter ?? [])]];
  const kinds = ['formate', 'formen', 'zielgruppen'].map(
    (list) => new Map(Object.entries(read(join(data, `vokabular/${list}.yaml`))).map(german)),
  );
  const buildings = new Map(below(join(data, 'haeuser')));
  const partners = new Map(below(join(data, 'partner')));
  const documents = [];
  for (const [id, partner] of partners) {
    for (const offer of partner.angebote ?? []) {
      if (partner.status === 'beendet' || offer.status === 'beendet') continue;
      const places = (partner.orte ?? [])
        .filter((place) => !offer.orte || offer.orte.includes(place.id))
        .filter((place) => place.adresse !== 'geheim')
        .map((place) => (place.haus ? buildings.get(place.haus) : place));
      const held = offer.gebiet?.nur_wohnort === 'ja' ? [] : places;
      const slugs = [...held.map((place) => place.ort), ...(offer.gebiet?.orte ?? [])];
      const groups = [offer.formate, offer.formen, [offer.zielgruppen, offer.nur_fuer].flat()].map((slugs) => slugs ?? []);
      const lines = (...texts) => [...new Set(texts.flat().filter(Boolean))].join('\n');
      documents.push({
        id: `${id}/${offer.id}`,
        partner: id,
        title: offer.titel,
        name: lines(partner.name, partner.traeger, partners.get(partner.teil_von)?.name),
        themes: lines((offer.themen ?? []).map((slug) => themes.get(slug) ?? [])),
        words: lines(offer.suchwoerter),
        kind: lines(kinds.flatMap((texts, i) => groups[i].flatMap((slug) => texts.get(slug) ?? []))),
        short: lines(offer.kurz),
        text: lines(offer.text, partner.kurz, partner.text),
        town: lines(slugs.map((slug) => towns.get(slug) ?? []), held.map((place) => place.plz)),
      });
    }
  }
  return documents;
}

export function queries(file) {
  return read(file).anfragen.map((query) => {
    const relevant = query.relevant ?? {};
    const negative = query.klasse ? query.klasse === 'negativ' : Object.keys(relevant).length === 0;
    const lists = { text: String(query.anfrage), kind: negative ? 'negativ' : (query.klasse ?? 'sonstige'), relevant };
    return { ...lists, negative, held: query.halten === 'ja' };
  });
}

// Words and the words that stand for them, one way: `[from, [to, …]]`.
export function synonyms(data) {
  const { gruppen = [], einseitig = [] } = read(join(data, 'suche/synonyme.yaml'));
  const equal = gruppen.flatMap((group) => group.map((word) => [word, group.filter((other) => other !== word)]));
  const oneWay = einseitig.flatMap(({ von, nach }) => von.map((word) => [word, nach]));
  return [...equal, ...oneWay].map(([from, to]) => [String(from), to.map(String)]);
}
