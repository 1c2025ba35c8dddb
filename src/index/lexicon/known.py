"""Lists German words that are written often: whoever types one of them has not mistyped another one.

Takes wordfreq 3.1.1 (data CC BY-SA 4.0); gives the words, folded and sorted, one a line. To run it again:

    pip install wordfreq==3.1.1
    python src/index/lexicon/known.py known.txt
    cargo run --release --example lexicon -- known.txt src/index/lexicon/woerter.fst

Words written less often than `LEAST` are left out: among them more and more are mistyped ones.
"""

import sys

from wordfreq import get_frequency_dict

from words import fold, latin

# How often in all words: once in five million (Zipf 2.3).
LEAST = 2e-7
# Shorter words are never corrected.
SHORTEST = 4

if __name__ == "__main__":
    often = (word for word, share in get_frequency_dict("de", "large").items() if share >= LEAST)
    folded = {fold(word) for word in often if word.isalpha()}
    known = sorted(word for word in folded if latin(word) and len(word) >= SHORTEST)
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        file.writelines(f"{word}\n" for word in known)
