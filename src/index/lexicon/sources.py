"""The nouns of the Wiktionary and the words of running text, with the verbs and adjectives their families show.

Sources and licences: `lexicon.py`.
"""

import csv
from collections import Counter, defaultdict
from pathlib import Path

import german_nouns
from wordfreq import get_frequency_dict

from words import ADJECTIVAL, ADJECTIVES, FIRST, NO_FIRST, NO_HEAD, NOMINAL, PREFIXES, VERBAL, WITH_S, cut, fold, latin

# How many words of the lists must show a word of unknown kind as a part.
UNLISTED = 3


class Sources:
    """Both packages, folded."""

    def __init__(self):
        self.frequency = defaultdict(float)
        for word, f in get_frequency_dict("de", "large").items():
            self.frequency[fold(word)] += f * 1e8
        self.frequency = dict(self.frequency)
        self.lemmas = {}  # noun form -> lemma
        self.forms = defaultdict(set)
        self.gender = defaultdict(set)
        self.names = set()
        self.base = {}  # noun made by rule -> verb
        self.common = set()  # nouns of the Wiktionary that are no names
        self._nouns()
        self.stems = self._stems()
        self.verbs = {}  # infinitive -> stem
        for stem in sorted(self.stems):
            verb = stem + ("n" if stem.endswith(("er", "el")) else "en")
            self.verbs[verb] = stem
            self.base.setdefault(stem, verb)
        self.adjectives = self._adjectives()
        self._derived_nouns()
        self._unlisted_nouns()

    def f(self, word):
        """How often in 10⁸ words; stems and rare nouns made of verbs take it from the verb."""
        return max(self.frequency.get(word, 0.0), self.frequency.get(self.base.get(word), 0.0) / 4)

    def _noun(self, lemma, forms):
        for form in sorted({lemma, *forms}):
            if latin(form) and len(form) >= 2:
                if form == lemma:
                    self.lemmas[form] = lemma
                else:
                    self.lemmas.setdefault(form, lemma)
                self.forms[lemma].add(form)

    def _nouns(self):
        path = Path(next(iter(german_nouns.__path__))) / "nouns.csv"
        with path.open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                lemma, pos = row["lemma"], row["pos"]
                if any(kind in pos for kind in ("Wortverbindung", "Affix", "Symbol", "Abkürzung")):
                    continue
                key = fold(lemma)
                if not lemma.isalpha() or not lemma[0].isupper() or not lemma[1:].islower() or not latin(key):
                    continue
                cases = ("nominativ", "genitiv", "dativ", "akkusativ")
                forms = [fold(v) for k, v in row.items() if v and v.isalpha() and k and k.startswith(cases)]
                if any(kind in pos for kind in ("Toponym", "Vorname", "Nachname", "Straßenname")):
                    self.names.update((key, *forms))
                    continue
                self.common.add(key)
                self.gender[key] |= {row[k] for k in ("genus", "genus 1", "genus 2") if row.get(k)}
                self._noun(key, forms)
        self.names -= self.common
        sides = ("nord", "sud", "ost", "west")
        self.names -= {w for w in self.names if any(w.startswith(x) and w[len(x) :] in self.names for x in sides)}

    def _stems(self):
        """Stems of verbs: `schwimm`, `arbeit`, `wander`."""
        stems = set()
        for word in self.frequency:
            if not word.endswith("n") or not latin(word):
                continue
            for stem in {word.removesuffix("en"), word[:-1] if word.endswith(("ern", "eln")) else word} - {word}:
                short = stem.endswith(("er", "el")) and word == stem + "n"
                t = "et" if not short and stem[-1:] in "dtmn" and stem + "et" in self.frequency else "t"
                if len(stem) < 3 or stem + t not in self.frequency:
                    continue
                family = [stem + t + "e", stem + t + "en", "ge" + stem + t, stem + "st"]
                family += [stem + x for x in (("nd", "nde", "nden") if short else ("end", "ende", "enden", "e"))]
                inflected_noun = word in self.lemmas and self.lemmas[word] != word
                if sum(form in self.frequency for form in family) >= (4 if inflected_noun else 2):
                    stems.add(stem)
        # What `zu` may part is one verb: `fernzusehen`, `teilzunehmen`.
        for word in self.frequency:
            for at in range(3, len(word) - 6):
                if word[at : at + 2] == "zu" and word.endswith("n") and latin(word):
                    stem = word[at + 2 :].removesuffix("en") if word.endswith("en") else word[at + 2 : -1]
                    if stem in stems and word[:at] + word[at + 2 :] in self.frequency:
                        stems.add(word[:at] + stem)
        # Prefixed verbs whose stem changes: `abnehmen`, `nimmt ab`.
        for word, f in self.frequency.items():
            if f >= 20 and word.endswith("en") and self.lemmas.get(word, word) == word:
                if any(len(rest) >= 6 and rest != word and rest[:-2] in stems for rest in self.rests(word, 1)):
                    stems.add(word[:-2])
        return stems

    def _adjectives(self):
        found = set()
        for word, f in self.frequency.items():
            if len(word) < 3 or not latin(word) or word in NO_FIRST or word in self.names:
                continue
            has = {e for e in ADJECTIVAL if word + e in self.frequency}
            plain = len(has & {"e", "en", "er", "es"})
            if word in self.common:  # `Fest`, `Deutsch`
                if plain == 4 and "em" in has and has & {"ere", "ste", "sten", "este"} and word + "s" != word:
                    found.add(word)
            elif plain == 4 and len(word) >= 6:
                found.add(word)
            elif (plain >= 3 and "em" in has) or (plain >= 2 and len(word) >= 6 and word.endswith(ADJECTIVES)):
                found.add(word)
        return {w for w in found if not (w[-2:] in ("er", "st") and w[:-2] in found)}

    def _derived_nouns(self):
        """Nouns that rules make of others and running text has: `Bewältigung`, `Bewältiger`, `Kinderärztin`."""
        agents = {stem + "er" for stem in self.stems if len(stem) >= 5 and self.f(stem + "en") >= 20}
        for word in sorted(self.frequency.keys() | agents):
            if len(word) < 6 or word in self.lemmas or not latin(word) or word in self.names:
                continue
            if word.endswith("ung") and self.verbal(word):
                self._noun(word, [word + "en"])
                self.gender[word] = {"f"}
            elif word.endswith(("heit", "keit")) and word[:-4] in self.adjectives:
                self._noun(word, [word + "en"])
                self.gender[word] = {"f"}
            elif word.endswith("er") and word[:-2] in self.stems and word[:-2] not in self.adjectives:
                self._noun(word, [word + "s", word + "n", word + "in", word + "innen"])
                self.gender[word] = {"m"}
                self.base[word] = word[:-1] + "n"
            elif word.endswith("in") and word + "nen" in self.frequency:
                self._noun(word, [word + "nen"])
                self.gender[word] = {"f"}
            elif word in self.verbs and word + "s" in self.frequency and self.f(word) >= 20:
                self._noun(word, [word + "s"])
                self.gender[word] = {"n"}

    def _unlisted_nouns(self):
        """Nouns the Wiktionary lists only inside of others: `Wagen` in `Krankenwagen` and `Lastwagen`."""
        first = firsts(self)
        inside = defaultdict(list)
        for lemma in sorted(self.common):
            for i in range(4, len(lemma) - 4):
                last = lemma[i:]
                if last not in self.lemmas and lemma[:i] in first and self.frequency.get(last, 0) >= 100:
                    inside[last].append((lemma, i))
        for last, found in inside.items():
            genders = Counter(g for lemma, _ in found for g in self.gender[lemma])
            if len(found) < UNLISTED or last in NO_HEAD or last in self.adjectives or last in self.names:
                continue
            if last.startswith(("lich", "isch", "keit", "heit")):
                continue
            if last not in self.verbs and (last.startswith(tuple(PREFIXES)) or self.adjectival(last)):
                continue
            self.common.add(last)
            self.gender[last] = {g for g, n in genders.items() if 2 * n > len(found)}
            self._noun(last, [form[i:] for lemma, i in found for form in self.forms[lemma] if form[:i] == lemma[:i]])

    def rests(self, word, depth=2):
        """A word without its prefixes."""
        yield word
        for n in range(2, 13):
            if depth and word[:n] in PREFIXES and len(word) - n >= 4:
                yield from self.rests(word[n:], depth - 1)

    def verbal(self, word):
        """Whether it is a form of a verb or a noun made of one."""
        noun = self.lemmas.get(word) in self.common
        for rest in self.rests(word):
            endings = NOMINAL if noun else VERBAL
            if any(len(stem) >= (3 if rest == word else 4) and stem in self.stems for stem in cut(rest, endings)):
                return True
        return False

    def adjectival(self, word):
        """Whether it is a form of an adjective."""
        if self.lemmas.get(word) in self.common and word not in self.adjectives:
            return any(len(base) >= 5 and base in self.adjectives for base in cut(word, ("e", "en", "er", "es", "em")))
        rests = [r for r in self.rests(word) if r == word or len(r) >= 6]
        return any(base in self.adjectives for rest in rests for base in (rest, *cut(rest, ADJECTIVAL)))


def firsts(s):
    """Forms that may stand before another part: form -> letters of linking element."""
    out = {}

    def add(form, linking):
        if latin(form) and len(form) >= 3 and form not in NO_FIRST:
            out[form] = min(linking, out.get(form, 9))

    for lemma in s.forms:
        if s.lemmas.get(lemma) != lemma:
            continue
        feminine = s.gender[lemma] == {"f"}
        add(lemma, 0)
        if lemma.endswith(WITH_S) or not feminine:
            if not lemma.endswith(("s", "z")):
                add(lemma + "s", 1)
        elif not lemma.endswith(("s", "z", "e")):
            add(lemma + "s", 1)  # Geburts, Weihnachts
        if lemma.endswith("e"):
            add(lemma + "n", 1)
            add(lemma[:-1], 0)
            add(lemma[:-1] + "s", 1)
            if not feminine:
                add(lemma + "ns", 2)
        forms = s.forms[lemma]
        for ending in ("en", "n", "er", "e", "es", "ens", "nen", "ien"):
            if lemma + ending in forms:
                add(lemma + ending, len(ending))
        if lemma.endswith("in"):
            add(lemma + "nen", 3)
        for form in forms:  # Museen, Zentren, Themen, Aktien, Firmen
            if form.endswith("en") and not form.startswith(lemma):
                add(form, 0)
    for name in s.names:
        if s.f(name) >= 1000 and len(name) >= 5:
            add(name, 0)
    for stem in s.stems:
        if stem not in out:
            add(stem, 0)
    for adjective in s.adjectives:
        if len(adjective) <= 12:
            add(adjective, 0)
    for word in FIRST:
        out.setdefault(word, 0)
    return out
