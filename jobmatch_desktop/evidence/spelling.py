"""The words of a text, and each without case, accents and the sign of a plural."""

import functools
import re
import unicodedata

WORD = re.compile(r"[^\W_]+(?:\+\+|#)?")
SHORTEST_STEM = 4
_WORDS_REMEMBERED = 20_000


def folded(word: str) -> str:
    """A word in small letters without accents."""
    if not word.isascii():
        word = "".join(sign for sign in unicodedata.normalize("NFKD", word) if not unicodedata.combining(sign))
    return word.casefold()


@functools.lru_cache(_WORDS_REMEMBERED)
def singular(word: str) -> str:
    """A word folded, without the sign of an English or French plural."""
    word = folded(word)
    return word[:-1] if len(word) > SHORTEST_STEM and word[-1] in "sx" and word[-2] != "s" else word
