// The same judged queries against this program and its peers, side by side, as a Markdown table.
//
// node run.mjs [--queries FILE] [--data DIR] [--program FILE] [--check]
// --check first recomputes every nDCG of the program from its own ranking and compares it with what it says itself.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { documents, queries, synonyms } from './catalog.mjs';
import * as fts5 from './engines/fts5.mjs';
import * as lunr from './engines/lunr.mjs';
import * as minisearch from './engines/minisearch.mjs';
import * as orama from './engines/orama.mjs';
import { difference, mean, outcome } from './metrics.mjs';
import { Synonyms, slots } from './words.mjs';

// The day the sample data was written for.
const NOW = '2026-11-21T10:00';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: join(root, 'data') },
    queries: { type: 'string' },
    program: { type: 'string', default: join(process.env.CARGO_TARGET_DIR ?? join(root, 'target'), 'release/wegweiser') },
    check: { type: 'boolean', default: false },
  },
});
const file = options.queries ?? join(options.data, 'suche/pruefung.yaml');
const judged = queries(file);

const index = mkdtempSync(join(tmpdir(), 'wegweiser-'));
process.on('exit', () => rmSync(index, { recursive: true, force: true }));
const program = (...args) => {
  const common = ['--json', '--data', options.data, '--index', index, '--jetzt', NOW];
  return JSON.parse(execFileSync(options.program, [args[0], ...common, '--', ...args.slice(1)], { maxBuffer: 1 << 28 }));
};

const ours = program('eval', file);
const own = new Map(ours.each.map((each) => [each.anfrage, each.ndcg10]));
if (options.check) check();

const offers = documents(options.data);
const known = new Synonyms(synonyms(options.data));
const rows = [ourRow()];
for (const engine of [minisearch, orama, fts5, lunr]) {
  const search = await engine.build(offers);
  for (const words of [null, known]) {
    const outcomes = [];
    for (const query of judged) outcomes.push(outcome(await search(slots(query.text, words)), query));
    rows.push(row(engine.name, words ? 'yes' : 'no', outcomes));
  }
}
const heads = ['engine', 'synonyms', 'nDCG@10', 'lay words', 'held', 'recall@10', 'MRR', 'nothing found', 'wrong first'];
const table = [[...heads, 'negatives: nothing found', 'ours − it (95 %)', 'held: ours − it (95 %)'], ...rows];
console.log(`${offers.length} offers, ${judged.length} queries\n`);
console.log(table.map((cells) => `| ${cells.join(' | ')} |`).toSpliced(1, 0, `|${' --- |'.repeat(12)}`).join('\n'));

function number(value, digits = 3) {
  return value === null || Number.isNaN(value) ? '–' : value.toFixed(digits);
}

function percent(value) {
  return value === null || value === undefined || Number.isNaN(value) ? '–' : `${(value * 100).toFixed(1)} %`;
}

function ourRow() {
  const { classes, halten } = ours;
  return [
    ...['**wegweiser**', 'yes', number(ours.ndcg10), number(classes.laie?.ndcg10 ?? null), number(halten.ndcg10)],
    ...[number(ours.recall10), number(ours.mrr), percent(ours.zero), percent(ours.wrong_first)],
    ...[percent(classes.negativ?.zero), '', ''],
  ];
}

function row(engine, words, outcomes) {
  const pick = (key, keep) => mean(judged.map((query, i) => [query, outcomes[i][key]]).filter(([q]) => keep(q)).map(([, v]) => v));
  const open = (query) => !query.held && !query.negative;
  const kept = (query) => query.held && !query.negative;
  const signed = (value) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`;
  const ahead = (keep) => {
    const pairs = judged.flatMap((query, i) => (keep(query) ? [own.get(query.text) - outcomes[i].ndcg] : []));
    if (pairs.length === 0) return '–';
    const { mean: gain, low, high } = difference(pairs);
    return `${signed(gain)} (${signed(low)} … ${signed(high)})`;
  };
  return [
    ...[engine, words, number(pick('ndcg', open)), number(pick('ndcg', (q) => open(q) && q.kind === 'laie'))],
    ...[number(pick('ndcg', kept)), number(pick('recall', open)), number(pick('reciprocal', open))],
    ...[percent(pick('zero', open)), percent(pick('wrongFirst', open))],
    ...[percent(pick('zero', (q) => !q.held && q.negative)), ahead(open), ahead(kept)],
  ];
}

// Our own ranking through the metric of this folder must give what the program says of itself.
function check() {
  let worst = 0;
  const all = judged.map((query) => {
    const { hits } = program('search', query.text);
    const found = outcome(hits.map((hit) => `${hit.partner}/${hit.offer}`), query);
    if (!query.negative) worst = Math.max(worst, Math.abs(found.ndcg - own.get(query.text)));
    return [query, found];
  });
  const open = all.filter(([query]) => !query.held && !query.negative).map(([, found]) => found);
  const pairs = { ndcg10: 'ndcg', recall10: 'recall', mrr: 'reciprocal', zero: 'zero', wrong_first: 'wrongFirst' };
  for (const [theirs, here] of Object.entries(pairs)) {
    worst = Math.max(worst, Math.abs(mean(open.map((found) => found[here])) - ours[theirs]));
  }
  if (worst > 1e-9) throw new Error(`the two metrics differ by ${worst}`);
  console.error(`${judged.length} queries: both metrics agree.`);
}
