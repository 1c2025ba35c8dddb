"""Words and endings that the sources do not tell, and the folding of `fold.rs`."""

import unicodedata

VOWELS = set("aeiouy")
# Letters that no decomposition knows.
SPELLED = {"ß": "ss", "æ": "a", "œ": "o", "ø": "o", "ı": "i", "ł": "l", "đ": "d", "ð": "d", "þ": "th"}
# Endings that make words of words, and fragments; as nouns of their own they are rare or mean something else.
NO_HEAD = set(
    """
    lichen
    schaft heit keit ung isch lich bar los sam haft ler lerin ner nis tum tums ling linge lingen lings ion tion tat
    ismus ist isten erei ei eien eis ier iere ieren ieres ent enten ant anten anz enz chen lein sel sal ern eln ast
    ert erin ein eine einen einer eines ende enden ender ige igen iger iges igkeit lichkeit barkeit samkeit
    haftigkeit lose loser losen loses losigkeit fach weise tel tels fachen ungen ter tern ers nern ur ure uren iten
    erling erlinge elchen hafter este esten ester estens sten ster iter asen osen sens ists ions ston ante arge edle
    dien varn anke ator it en el er et in am an um ol il al or ar se te ne che re le de ine sche schen scher ische
    ischen ischer isches lung rung tung dung hung nung gung lang same ran rin tor toren eur eure euse ale alen ater
    dig ina isa iv ive iven ivs ik massig massige massigen massiger massiges schaften heiten keiten nissen tumer
    tumern loge login logen logie logien logisch graf graph grafie graphie grafen graphen meter metern meters metrie
    pathie phobien loginnen ologe istinnen barschaft ken kens ton tons gen gens sen den men
    """.split()
)
# Prefixes and particles: what they open is a derivation (Be|ratung, Aus|gabe), not a compound.
PREFIXES = set(
    """
    ab an auf aus bei da dar durch ein emp ent er fehl fort ge her hin hinter in los miss mit nach uber um un unter
    ur ver vor weg wider wieder zer zu zuruck zusammen gegenuber herunter hinunter heraus hinaus herein hinein herab
    hinab heran hinan herum hinzu voran voraus vorbei vorher vorwarts ruck auseinander entgegen entlang empor umher
    be herbei hervor heruber hinuber hinweg rein raus runter rauf rum ran dazu davon daneben uberein aneinander
    aufeinander zueinander durcheinander nieder zurecht zuvor dahin umhin
    """.split()
)
# Further words and fragments that never stand first.
NO_FIRST = PREFIXES | set(
    """
    der ob anti inter trans sub pra pro kon con dis des re de ex per die das den dem es sie ihr wir ich du man was
    wer wie wo und oder aber als ist war bin sei hat mal nur so nun nah bis statt dass dann denn doch noch zum zur
    vom am im ans ins beim mein dein sein kein ihre eure eine einen einer eines einem hier dort dies diese jede wann
    sich sind ware uns mir dir ihm ihn nie ja nein gen bos wiede verb unt mitt kom begl beg ungs heits keits schafts
    tums ions tats lings zuge vers hint weih ung heit keit schaft lich isch sam bar tum nis tion ion ment eur ier
    ant enz anz iv al or ik tat lein chen ling ten ter ens ers els ern eln sten ste men mer mens nen ner sen ser ger
    ben ber len ler ren rer fen fer hen
    """.split()
)
# Words before nouns that the rules below do not make.
FIRST = set(
    """
    sonder haupt neben gesamt einzel innen aussen ober mittel zwischen gegen gross klein alt neu jung hoch tief nord
    sud ost west viel mehr allein selbst eigen fern nah vorder rand erst zweit dritt halb doppel ganz voll leer frei
    zwei drei vier funf sechs sieben acht neun zehn hundert tausend elektro euro bio oko mikro makro multi mini maxi
    laktose
    mobil online offline tele video audio radio foto auto psycho sozio neuro geo thermo hydro kardio cardio super
    ultra hyper extra exo meta pseudo afro mega privat spezial ideal minimal maximal optimal normal standard
    regional lokal zentral national international sozial total digital analog real tages monats jahres lebens hilfs
    erd schul sprach miet kirch geschichts grenz straf ess koch schwimm trink wohn lauf wander spiel sing tanz bade
    lese schreib rechen zeichen mal turn reit fahr flug sitz steh liege schlaf heil pflege sterbe trauer gehirn
    nicht zins ol physio ergo sexual reha kita nichtraucher hirn spat fruh schwer leicht roh gelb rot grun blau
    schwarz weiss braun grau bunt warm kalt heiss kuhl nass trocken fest weich hart laut stumm blind taub
    """.split()
)
# Words that are one to everybody who uses them, in all their forms.
WHOLE = set(
    """
    montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend jahrhundert jahrzehnt jahrtausend
    vormittag nachmittag heutzutage weihnacht weihnachten ostern pfingsten alltag hochzeit fruhstuck grundstuck
    mitglied grossmutter grossvater grosseltern landschaft vollmacht augenblick gegenwart bosewicht tatsache
    hauptsache gegenstand gegenteil gleichgewicht hintergrund vordergrund mittelpunkt standpunkt zeitpunkt
    schmetterling handwerk handwerker kaufmann grundsatz grundlage wettbewerb schriftsteller schauspieler
    schauspielerin junggeselle schornstein merkmal denkmal spielraum zeitraum stichwort massstab
    """.split()
)
# Endings of verb forms, of nouns made of verbs, of adjectives, of adjectives that show by their ending what they are.
NOMINAL = "en ens n ns ung ungen er ers ern erin erinnen nis nisse nissen nisses".split()
VERBAL = NOMINAL + "e st t est et te ten test tet ete eten etest etet end ende enden endem ender endes".split()
VERBAL += "nd nde nden ndem nder ndes bar bare baren bares barer barkeit".split()
ADJECTIVAL = "e en em er es ere eren erem erer eres ste sten stem ster stes este esten".split()
ADJECTIVES = ("ig", "lich", "isch", "bar", "sam", "haft", "los", "end", "iert", "iv", "ell", "abel", "ant", "ent", "al")
# Endings of nouns that go on with a linking s.
WITH_S = (
    "ung", "heit", "keit", "schaft", "tat", "ion", "ing", "ling", "tum", "sucht", "fahrt", "sicht", "macht", "kunft",
    "arbeit", "liebe", "hilfe", "geschichte",
)


def fold(word):
    """The folded form, exactly as `fold.rs` makes it."""
    out, before, marked = [], ("\0", "\0"), False
    for c in unicodedata.normalize("NFKD", word):
        if unicodedata.combining(c):
            marked = True
            continue
        for c in c.lower():
            if not c.isalnum():
                continue
            first, second = before
            silent = (
                c == "e" and not marked and first not in VOWELS
                and (second in "ao" or (second == "u" and first != "q"))
            )
            before, marked = (second, c), False
            if not silent:
                out.append(SPELLED.get(c, c))
    return "".join(out)


def latin(word):
    return all("a" <= c <= "z" for c in word)


def cut(word, endings):
    """What is left of a word without each of the endings it has."""
    return [word[: -len(e)] for e in endings if word.endswith(e)]
