"""Builds the lexicon of the compound splitter: parts of German words with what they cost.

Takes two Python packages, nothing else:

* german-nouns 1.2.5: nouns of the German Wiktionary with their forms, CC BY-SA 4.0
* wordfreq 3.1.1: frequencies of German words as written in running text (all lower case), data CC BY-SA 4.0

Gives a table, sorted by part: part, cost as last part, cost as part before others, letters of linking element, stays
whole. Costs are bits; 31 means that the part never stands there. The table and the FST made of it are works derived
from both sources and therefore under CC BY-SA 4.0. Same versions, same output. To run it again:

    pip install german-nouns==1.2.5 wordfreq==3.1.1
    python src/index/lexicon/lexicon.py lexicon.tsv
    cargo run --release --example lexicon -- lexicon.tsv src/index/lexicon/teile.fst

`sources.py` reads the packages, `words.py` has the words and endings listed by hand.

How: every word is read as one word or as a chain of parts, whichever is cheaper; parts that many different words
share become cheap, and the words are read again with the new costs (Viterbi training, a few rounds). So the lists
teach which words stand first (`schul`, `sprach`, `schwimm`) and last although no compound in them is marked.

wordfreq has no parts of speech. Verbs and adjectives are found by their families: a stem with `-en`, `-t` and some of
`-te`, `ge-t`, `-end` is a verb, a word with `-e`, `-en`, `-em` and `-er` or `-es` an adjective. What prefixes and
endings make of these (`Be|gleit|ung`, `un|verheirat|et`) is derived, not composed, and is rather left whole.
"""

import math
import re
import sys
from collections import Counter
from functools import cache

from sources import UNLISTED, Sources, firsts
from words import FIRST, NO_FIRST, NO_HEAD, PREFIXES, WHOLE, cut, latin

ROUNDS = 5
NEVER = 31
# Adjectives that the head `Tisch` would tear apart: asthmatisch.
ISCH = re.compile("isch(e[mnrs]?)?$")
# In how many words a string must stand first to be taken for a part though it is no word.
BOUND = 12


def bound(s, head, words):
    """Strings that open many nouns before a known last part but are no words: `physio`, `sexual`, `agrar`."""
    seen = Counter()
    solid = {w for w, lemma in head.items() if w == lemma and len(w) >= 5 and s.f(w) >= 50}
    for w in words:
        for i in range(4, min(12, len(w) - 4)):
            if w[i:] in solid:
                seen[w[:i]] += 1
    opened = tuple(p for p in PREFIXES if p not in ("in", "da", "her", "los"))
    return {
        w for w, n in seen.items()
        if n >= (UNLISTED if len(w) >= 5 and s.f(w) >= 50 and w not in s.names else BOUND)
        and w not in NO_FIRST and not w.startswith(opened)
    }


def heads(s):
    """Forms that may stand last: form -> lemma; lemmas of adjectives end in `#`."""
    out = {}
    for form, lemma in s.lemmas.items():
        if len(form) >= 3 and form not in NO_HEAD and (lemma in s.common or s.f(lemma) + s.f(form) >= 5):
            out[form] = lemma
    for name in s.names:
        if s.f(name) >= 1500 and len(name) >= 6:
            out.setdefault(name, name)
    for adjective in sorted(s.adjectives):
        if len(adjective) >= 4 and adjective not in out and adjective not in NO_HEAD and s.f(adjective) >= 30:
            for ending in ("", "e", "er", "es", "en", "em", "ere", "ste", "sten"):
                form = adjective + ending
                if form in s.frequency and form not in NO_HEAD:
                    out.setdefault(form, adjective + "#")
    return out


class Model:
    """Costs of parts, learnt from the lists."""

    # Bits, as in `compound.rs`: a cut, a letter of a word left whole, and that it is one.
    BOUNDARY = 1.0
    LETTER = 2.5
    START = 9.5
    # A word that opens many others is one to the speakers too.
    USED = 1.2
    SHORT_FIRST = {3: 2.0, 4: 0.5}
    SHORT_HEAD = {3: 2.5, 4: 0.5}

    def __init__(self, s):
        self.s = s
        self.first = firsts(s)
        self.head = heads(s)
        self.counts_first = Counter()
        self.counts_head = Counter()
        words = sorted(self.corpus())
        self.first.update(dict.fromkeys(bound(s, self.head, words) - self.first.keys(), 0))
        self.edges = cache(self.edges)
        self.words = [w for w in words if self.edges(w)]
        self.costs(start=True)

    def corpus(self):
        """Words to learn from: lemmas, and what running text has besides."""
        s = self.s
        words = {lemma for lemma in s.forms if len(lemma) >= 6 and s.lemmas.get(lemma) == lemma}
        for w, f in s.frequency.items():
            if len(w) < 9 or f < 4 or not latin(w) or w in s.names or w in s.lemmas:
                continue
            if not s.verbal(w) and not s.adjectival(w):
                words.add(w)
        return words

    def costs(self, start=False):
        s = self.s
        self.fcost, self.hcost = {}, {}
        for w in self.first:
            f = s.f(w)
            c = 0.5 + min(f, 3000) / 100 if start else max(self.counts_first[w] - 0.7, 0)
            known = s.lemmas.get(w) == w and w in s.common
            prior = 0.3 + (0.7 if known and f >= 100 else 0) if len(w) >= 5 else 0.15
            if not start and c < 2.3 and not known:
                prior, c = prior / 8, c / 4
            if w in FIRST:
                prior += 5
            short = self.SHORT_FIRST.get(len(w), 0.0)
            self.fcost[w] = -math.log2((c + prior) / 200000) + (short if c < 20 else short / 2)
        for w, lemma in self.head.items():
            f = s.f(lemma.rstrip("#"))
            c = 0.5 + min(f, 3000) / 100 if start else max(self.counts_head[lemma] - 0.7, 0)
            prior = 0.3 + (0.7 if f >= 100 else 0) if len(w) >= 5 else 0.15
            cost = -math.log2((c + prior) / 200000) + self.SHORT_HEAD.get(len(w), 0.0)
            if w != lemma.rstrip("#"):
                cost += 0.7
            if lemma.endswith("#"):
                cost += 2.0
            elif lemma in s.verbs:
                cost += 1.5
            self.hcost[w] = cost

    def edges(self, w):
        """Every known part in a word that chains from its start to its end may take: from, to, part."""
        n = len(w)
        reached, found = {0}, []
        for i in range(n - 2):
            if i in reached:
                for j in range(i + 3, n - 2):
                    if w[i:j] in self.first:
                        found.append((i, j, w[i:j]))
                        reached.add(j)
                if i and w[i:] in self.head:
                    found.append((i, n, w[i:]))
        useful = {n}
        for i, j, _ in reversed(found):
            if j in useful:
                useful.add(i)
        return tuple(edge for edge in found if edge[1] in useful)

    def split(self, w):
        """The cheapest chain of at least two parts: cost, parts."""
        edges = self.edges(w)
        if not edges:
            return None
        best = {0: (0.0, 0)}
        for i, j, part in edges:
            cost = best[i][0] + (self.hcost[part] if j == len(w) else self.fcost[part] + self.BOUNDARY)
            if j not in best or cost < best[j][0]:
                best[j] = (cost, i)
        parts, j = [], len(w)
        while j:
            i = best[j][1]
            parts.append(w[i:j])
            j = i
        return best[len(w)][0], parts[::-1]

    def whole(self, w):
        """What it costs to take a word for one."""
        s = self.s
        cost = self.START + self.LETTER * len(w)
        lemma = s.lemmas.get(w, w)
        if w in s.names:
            cost -= 20
        elif w in WHOLE or lemma in WHOLE:
            cost -= 30
        elif s.verbal(w):
            cost -= 15
        elif s.adjectival(w):
            cost -= 15 if ISCH.search(w) else 8
        elif any(base in s.adjectives for base in cut(w, ("keit", "heit", "keiten", "heiten"))):
            cost -= 8
        elif w not in s.lemmas and s.f(w) >= 300:
            cost -= 6  # jedenfalls, heutzutage
        used = max((self.counts_first[x] for x in (lemma, lemma + "s", lemma + "n", lemma + "en")), default=0)
        return cost - self.USED * math.log2(1 + used)

    def solid(self, w):
        """Whether it is rather one word than a chain."""
        found = self.split(w)
        return found is None or found[0] >= self.whole(w)

    def train(self):
        for _ in range(ROUNDS):
            first, head = Counter(), Counter()
            for w in self.words:
                cost, parts = self.split(w)
                if cost < self.whole(w):
                    first.update(parts[:-1])
                    head[self.head[parts[-1]]] += 1
            self.counts_first, self.counts_head = first, head
            self.costs()
            print(f"{head.total()} of {len(self.words)} words split", file=sys.stderr)

    def last_cost(self, w):
        lemma = self.head[w]
        used, f = self.counts_head[lemma], self.s.f(lemma.rstrip("#"))
        noun = lemma in self.s.common
        if len(w) <= 4 and (used == 0 or not noun and lemma[-1] != "#") or len(w) == 3 and used < 3:
            return NEVER
        if used == 0 and f < (3 if len(w) >= 6 and noun else 20) or not self.solid(w):
            return NEVER
        return min(30, round(self.hcost[w]))

    def first_cost(self, w):
        s, used = self.s, self.counts_first[w]
        stem = w[: len(w) - self.first[w]]
        known = s.lemmas.get(w) == w and w in s.common
        if len(w) == 3 and used < 4 or len(w) == 4 and used < 2 and not (known and s.f(w) >= 100):
            return NEVER
        if not self.solid(stem):
            return NEVER
        rare = used == 0 and s.f(stem) < (3 if known and len(stem) >= 5 else 20)
        if used < 2 and (rare or not known and len(w) < 6 or stem in s.verbs):
            return NEVER
        return min(30, round(self.fcost[w]))


def main():
    s = Sources()
    model = Model(s)
    model.train()
    rows = {}
    for w in model.first.keys() | model.head.keys():
        last = model.last_cost(w) if w in model.head else NEVER
        first = model.first_cost(w) if w in model.first else NEVER
        if min(last, first) < NEVER:
            rows[w] = [last, first, model.first.get(w, 0), 0]
    # Words that their parts alone would tear apart.
    for w in s.lemmas.keys() | s.names | s.frequency.keys() | WHOLE:
        if len(w) >= 6 and latin(w):
            found = model.split(w)
            if found and model.whole(w) <= found[0] < Model.START + Model.LETTER * len(w):
                rows.setdefault(w, [NEVER, NEVER, 0, 0])[3] = 1
    # Known never to stand first, so that they are not taken for an unlisted first part either.
    for w in NO_FIRST:
        if len(w) >= 4:
            rows.setdefault(w, [NEVER, NEVER, 0, 0])[1] = NEVER
    with open(sys.argv[1], "w", encoding="utf-8") as out:
        for w, row in sorted(rows.items()):
            print(w, *row, sep="\t", file=out)
    print(len(rows), "entries", file=sys.stderr)


if __name__ == "__main__":
    main()
