// The figures of src/search/evaluation/metrics.rs, formula by formula, and the same ranking: offers in order, every
// judged id once.

const DEPTH = 10;

// Grades of a ranking of offer ids, as shown: a judged grade, or undefined.
export function grades(ids, relevant) {
  const seen = new Set();
  const ranks = [];
  for (const id of ids) {
    const judged = [id, id.split('/')[0]].find((key) => relevant[key] !== undefined);
    if (judged && seen.has(judged)) continue;
    seen.add(judged);
    ranks.push(relevant[judged]);
  }
  return ranks;
}

const dcg = (list) => list.slice(0, DEPTH).reduce((sum, g, i) => sum + (2 ** (g ?? 0) - 1) / Math.log2(i + 2), 0);

export function outcome(ids, query) {
  const ranking = grades(ids, query.relevant);
  const ideal = Object.values(query.relevant).sort((a, b) => b - a);
  const relevant = (list) => list.filter((grade) => (grade ?? 0) >= 1).length;
  const helpful = ranking.findIndex((grade) => (grade ?? 0) >= 2);
  return {
    zero: ids.length === 0 ? 1 : 0,
    wrongFirst: ranking.length > 0 && (ranking[0] ?? 0) === 0 ? 1 : 0,
    ndcg: query.negative ? null : dcg(ranking) / dcg(ideal),
    recall: query.negative ? null : relevant(ranking.slice(0, DEPTH)) / Math.min(DEPTH, relevant(ideal)),
    reciprocal: helpful < 0 ? 0 : 1 / (helpful + 1),
  };
}

export const mean = (list) => (list.length === 0 ? NaN : list.reduce((sum, value) => sum + value, 0) / list.length);

// Mean of paired differences with its 95 % percentile bootstrap interval, 10,000 draws from a fixed seed (mulberry32).
export function difference(pairs) {
  let state = 20261121;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), state | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
  const means = Array.from({ length: 10_000 }, () => {
    let sum = 0;
    for (let i = 0; i < pairs.length; i += 1) sum += pairs[Math.floor(random() * pairs.length)];
    return sum / pairs.length;
  }).sort((a, b) => a - b);
  return { mean: mean(pairs), low: means[250], high: means[9749] };
}
