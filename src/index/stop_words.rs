//! Words that say nothing about what is sought.
//!
//! Takes a folded word; says whether it is one. German articles, pronouns, auxiliaries and prepositions, and what people
//! put around every search ("suche", "bitte", "brauche").

use super::fold::fold;
use std::collections::HashSet;
use std::sync::LazyLock;

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
    "keinem", "keinen", "keiner", "keines", "komme", "kommt", "konnen", "konnte", "kriege", "kriegen", "kriegst", "kriegt", "lassen", "mache", "machen",
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

/// Pronouns, auxiliaries and the like of the languages people ask in: English, French, Turkish, Polish, Russian, Ukrainian,
/// Arabic, Persian. Only examples are compared without them: a German text may mean something by `an` or `do`.
const OTHER_LANGUAGES: &str = "\
    i im my me mine you your he his him she her it its we our they their them this that these those is are were be been \
    being am ive do does did dont doesnt didnt isnt have has had having can could cannot cant wont would should may might \
    must the a an and or but if because so to of in on at by for with from about into out after before when where why \
    how who which there here not no very too also just only more some any need want looking find get got please someone \
    somebody something \
    je ai as avons avez ont suis es est sommes etes sont etait etre avoir mon ma mes ton ta tes son sa ses notre nos \
    votre vos leur leurs le la les un une des du de au aux quelquun et ou mais donc car ne pas plus que qui quoi dont \
    comment pourquoi quand dans sur sous avec sans pour par chez en y il elle on nous vous ils elles te se moi toi lui ce \
    cet cette ces ca cela tres trop peux peut veux veut dois doit faire fait cherche chercher besoin \
    ben bana beni benim sen sana senin o ona onu onun biz bize bizim siz size onlar bu şu bir ve veya ile için da mi mu \
    nasıl nerede neden kim hangi var yok çok daha gibi ama ancak değil olan olarak oldu olur istiyorum istiyor arıyorum \
    lazım gerek gerekiyor her hiç \
    ja mnie mój moja moje moi ty ci twój ona ono jego jej nas nam wy oni ich oraz ale lub albo że bo czy nie tak jak co \
    kto gdzie kiedy dlaczego jest są był była być mam mieć na w we z ze po od dla za przez przy u pod się ten te tego tej \
    już tylko bardzo szukam potrzebuję chcę mogę \
    я мне меня мой моя моё мои мы нас нам ты тебе вы вас вам он его ему она её ей они их им и а но или что чтобы как где \
    когда почему кто какой не ни да нет есть был была было быть у в во на с со к ко по из за от до для о об при это этот \
    эта эти так уже только очень ещё ищу нужен нужна нужно нужны хочу могу можно \
    мені мене мій моє мої ми ти тобі ви він його йому вона її їй вони їх і й та але або що щоб як де коли чому хто який \
    ні є був була було бути з зі із від про це цей ця ці вже тільки дуже ще шукаю потрібен потрібна потрібно можу можна \
    أنا انا لي لدي عندي هو هي هم نحن أنت انت في من إلى الى على عن مع هذا هذه ذلك التي الذي ما ماذا كيف أين اين متى لماذا \
    هل لا لم لن ليس و أو او ثم كان كانت أريد اريد أحتاج احتاج أبحث ابحث يمكن كل \
    مرا برای با در از به که این آن است هست نیست را یا تا چه چطور کجا کی چرا می هم دارم دارد ندارم میخواهم نیاز خیلی";

/// The same, folded.
static SMALL: LazyLock<HashSet<String>> = LazyLock::new(|| OTHER_LANGUAGES.split_whitespace().map(fold).collect());

/// The whole list: what is derived with it changes with it.
pub(super) fn all() -> String {
    STOP_WORDS.join(" ") + OTHER_LANGUAGES
}

/// Whether a folded word says nothing, in whatever language.
pub(crate) fn is_small(folded: &str) -> bool {
    is_stop_word(folded) || SMALL.contains(folded)
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
        assert!(STOP_WORDS.iter().all(|word| fold(word) == **word));
    }
}
