//! What is looked for: the words of a query, and for each the terms that count as a match, best tier first.
//!
//! Takes words as typed; gives `Wanted`s. User text never becomes query syntax. This is where a word learns further
//! ways to match: each is a `Lookup` with its `Tier`.

use crate::index::{Analyzer, View, Word};

/// How close a match is to the word as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tier {
    /// The word itself, in any spelling.
    Exact,
    /// Another inflected form.
    Inflected,
    /// The parts of a hyphenated word, not side by side.
    Parts,
}

impl Tier {
    /// What a match of this tier counts.
    #[must_use]
    pub const fn factor(self) -> f32 {
        match self {
            Self::Exact => 1.0,
            Self::Inflected => 0.8,
            Self::Parts => 0.5,
        }
    }
}

/// A term that counts as a match of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Lookup {
    /// How close it is.
    pub(super) tier: Tier,
    /// In which view of the index.
    pub(super) view: View,
    /// The term.
    pub(super) text: String,
}

/// A word of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wanted {
    /// As typed.
    pub(super) surface: String,
    /// Terms that count, best tier first.
    pub(super) lookups: Vec<Lookup>,
    /// The words a hyphenated word is made of.
    pub(super) parts: Vec<Wanted>,
}

/// Words that say nothing about what is sought, folded. If a query has no others, they count.
const STOP_WORDS: &str = "\
aber alle allem allen aller alles als also am an auch auf aus bei beim bin bis bist da damit dann das dass dein deine dem \
den denn der des dich die dies diese diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines er \
es etwas fur gegen gibt habe haben hat hatte hier ich ihm ihn ihr ihre ihrem ihren ihrer im in ins ist ja jede jedem jeden \
jeder jedes kann kein keine keinem keinen keiner konnen man mehr mein meine meinem meinen meiner mich mir mit mochte \
muss nach nicht noch nun nur ob oder ohne sehr sein seine seinem seinen seiner seit sich sie sind so soll sollte suche suchen \
und uns unser unsere unter viel viele vielen vom von vor war warum was weil wenn wer werden wie wieder will wir wird wo wurde zu zum \
zur braucht brauche brauchen bitte finde finden gerne gern wegen uber";

impl Wanted {
    /// The words of a query, each once; without those that say nothing, unless there are no others.
    pub(super) fn all(analyzer: &Analyzer, text: &str) -> Vec<Self> {
        let words: Vec<Self> = analyzer.words(text).iter().map(|word| Self::new(word, text)).collect();
        let telling = |word: &&Self| !word.lookups.iter().any(|l| l.tier == Tier::Exact && is_stop_word(&l.text));
        let mut kept: Vec<Self> = words.iter().filter(telling).cloned().collect();
        if kept.is_empty() {
            kept = words;
        }
        let mut all: Vec<Self> = Vec::new();
        for word in kept {
            if all.iter().all(|known| known.lookups != word.lookups) {
                all.push(word);
            }
        }
        all
    }

    fn new(word: &Word, text: &str) -> Self {
        let mut lookups: Vec<Lookup> = Vec::new();
        let exact = word.forms.iter().map(|form| (Tier::Exact, View::Exact, &form.exact));
        let inflected = word.forms.iter().map(|form| (Tier::Inflected, View::Stem, &form.stem));
        for (tier, view, text) in exact.chain(inflected) {
            let lookup = Lookup { tier, view, text: text.clone() };
            if !lookups.contains(&lookup) {
                lookups.push(lookup);
            }
        }
        Self {
            surface: text[word.span.clone()].to_owned(),
            lookups,
            parts: word.parts.iter().map(|part| Self::new(part, text)).collect(),
        }
    }
}

fn is_stop_word(folded: &str) -> bool {
    STOP_WORDS.split(' ').any(|word| word == folded)
}
