//! Words that say nothing about what is sought.
//!
//! Takes a folded word; says whether it is one. German articles, pronouns, auxiliaries and prepositions, and what people
//! put around every search ("suche", "bitte", "brauche").

/// Sorted, folded.
#[rustfmt::skip]
const STOP_WORDS: &[&str] = &[
    "a", "aber", "alle", "allem", "allen", "aller", "alles", "als", "also", "am", "an", "and", "ander", "andere",
    "anderem", "anderen", "anderer", "anderes", "anderm", "andern", "anders", "are", "at", "auch", "auf", "aus",
    "bei", "beim", "bekomme", "bekommen", "bin", "bis", "bist", "bitte", "brauche", "brauchen", "braucht", "bzw",
    "can", "da", "dabei", "dadurch", "dafur", "damit", "dann", "daran", "darauf", "darf", "darin", "das", "dass",
    "dasselbe", "davon", "dazu", "dein", "deine", "deinem", "deinen", "deiner", "deines", "dem", "den", "denn", "der",
    "deren", "derselbe", "des", "dessen", "dich", "die", "dies", "diese", "dieselbe", "diesem", "diesen", "dieser",
    "dieses", "dir", "doch", "dort", "du", "durch", "durfen", "ein", "eine", "einem", "einen", "einer", "eines",
    "einfach", "einig", "einige", "einigem", "einigen", "einiger", "einiges", "einmal", "er", "erst", "es", "etwa",
    "etwas", "euch", "euer", "eure", "eurem", "euren", "eurer", "finde", "finden", "findet", "for", "from", "fur",
    "gegen", "geht", "gern", "gerne", "gewesen", "gibt", "hab", "habe", "haben", "has", "hat", "hatte", "hatten",
    "have", "he", "hier", "hin", "hinter", "how", "i", "ich", "ihm", "ihn", "ihnen", "ihr", "ihre", "ihrem", "ihren",
    "ihrer", "ihres", "im", "immer", "in", "indem", "ins", "is", "ist", "it", "ja", "jede", "jedem", "jeden", "jeder",
    "jedes", "jemand", "jene", "jenem", "jenen", "jener", "jenes", "jetzt", "kann", "kannst", "kein", "keine",
    "keinem", "keinen", "keiner", "keines", "komme", "kommt", "konnen", "konnte", "lassen", "mache", "machen",
    "macht", "mag", "mal", "man", "manche", "manchem", "manchen", "mancher", "manches", "me", "mehr", "mein", "meine",
    "meinem", "meinen", "meiner", "meines", "mich", "mir", "mit", "mochte", "mochten", "muss", "mussen", "musste",
    "my", "nach", "need", "nicht", "nichts", "nie", "no", "noch", "not", "nun", "nur", "ob", "oder", "of", "ohne",
    "on", "our", "schon", "sehr", "sein", "seine", "seinem", "seinen", "seiner", "seines", "seit", "selbst", "she",
    "sich", "sie", "sind", "so", "solche", "solchem", "solchen", "solcher", "solches", "soll", "sollte", "sondern",
    "sonst", "sowie", "standig", "suche", "suchen", "the", "to", "total", "tun", "uber", "uberhaupt", "um", "und",
    "uns", "unser", "unsere", "unserem", "unseren", "unter", "viel", "viele", "vielen", "vom", "von", "vor",
    "wahrend", "wann", "want", "war", "waren", "warst", "warum", "was", "we", "weg", "weil", "weiss", "weiter",
    "welche", "welchem", "welchen", "welcher", "welches", "wem", "wen", "wenn", "wer", "werde", "werden", "weshalb",
    "wessen", "what", "where", "who", "wie", "wieder", "wieso", "will", "wir", "wird", "wirst", "with", "wo",
    "wodurch", "wofur", "woher", "wohin", "wollen", "wollte", "womit", "woran", "worauf", "woraus", "worin", "wovon",
    "wozu", "wurde", "wurden", "you", "zu", "zum", "zur", "zwar", "zwischen",
];

/// Small words that turn a phrase round: "nicht schlafen" is not "schlafen".
const NEGATIONS: &[&str] = &["kein", "keine", "keinem", "keinen", "keiner", "nicht", "nichts", "nie", "ohne"];

/// The whole list: what is derived with it changes with it.
pub(super) fn all() -> String {
    STOP_WORDS.join(" ")
}

/// Whether a folded word says nothing.
pub(crate) fn is_stop_word(folded: &str) -> bool {
    STOP_WORDS.binary_search(&folded).is_ok()
}

/// Whether a folded word negates.
pub(crate) fn is_negation(folded: &str) -> bool {
    NEGATIONS.contains(&folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_folded() {
        assert!(STOP_WORDS.is_sorted());
        assert!(STOP_WORDS.iter().all(|word| super::super::fold::fold(word) == **word));
    }
}
