"""What a sentence says that the person did to something of which no fact knows: "tiens le budget annuel", "rebuilt engines".

A verb of doing that begins a sentence, or a part of a list, has an object; where no fact has the noun of the object, and half of its
other words neither, no fact tells of that (resources/lexicon/deeds.json)."""

import functools
import re
from collections.abc import Iterator

import msgspec

from jobmatch_desktop.evidence import lexicon
from jobmatch_desktop.evidence.claim_words import claim_words
from jobmatch_desktop.evidence.date_words import date_words
from jobmatch_desktop.evidence.fact_index import FactIndex
from jobmatch_desktop.evidence.fact_reading import content
from jobmatch_desktop.evidence.lexicon import stop_words
from jobmatch_desktop.evidence.plain_words import plain_words
from jobmatch_desktop.evidence.role_words import puffery, weak
from jobmatch_desktop.evidence.sentences import Found, clause_at, folded, is_denied, is_goal
from jobmatch_desktop.resources import resource

_WORD = r"[^\W\d_]+(?:[’'-][^\W\d_]+)*"
_DEED = re.compile(
    r"(?:^\s*(?:[-*+•]\s+)?|[,;:—–]\s(?:and\s|et\s|puis\s|then\s)?|\s(?:and|et|puis|then|but|mais)\s)"
    r"(?P<subject>(?:I|I[’']ve|I\shave|we|we\shave|je|j[’']ai|nous\savons)\s|j[’'])?"
    r"(?:(?:also|aussi|then|recently|now|currently)\s)?"
    rf"(?P<verb>{_WORD})(?=\s)",
    re.IGNORECASE,
)
_END = re.compile(
    r"[,;:.!?()–—·|]|\s(?:to|for|by|with|through|using|while|so|which|that|who|has|have|is|was|are|were|from|since|until|at|in|on|as"
    r"|during|under|and|over|into|across|afin|pour|avec|grâce|par|qui|que|chez|dans|sur|comme|sous|est|sont|depuis|et|en|au|aux|lors|pendant|à)\s",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    r"(?:the|an?|our|its|their|all|every|two|three|four|five|six|seven|eight|nine|ten|les?|la|des|du|une?|mes|nos|deux|trois|quatre|cinq|sept|huit"
    r"|neuf|dix|\d[\d., ]*|[ld][’'](?=\w)|de (?:la|l[’']))(?![\w])",
    re.IGNORECASE,
)
_ENGLISH = re.compile(r"[a-z]{2,}ed")
_PARTICIPLE = re.compile(r"\w{2,}(?:é|[^aeoq]i|u|it|is|ert)")
_PRESENT = re.compile(r"\w{2,}(?:e|s|ds|ts)")
_NOTHING = re.compile(r"\s(?:nothing|rien|anything|no|aucune?)(?!\w)", re.IGNORECASE)
_I_DO = re.compile(r"(?<!\w)(?:je\s|j[’'])", re.IGNORECASE)
_LONGEST = 6
_HALF = 0.5


def deed_claims(words: str, index: FactIndex) -> Iterator[Found]:
    """The verbs with their objects of which no fact knows, in a text in the language of the facts."""
    if words.lstrip().startswith("#"):
        return
    for deed in _DEED.finditer(words):
        if not _is_deed(deed, words, index.language):
            continue
        said = _object(words, deed.end("verb"))
        if _counts(said):
            continue
        kept = [word for word in re.findall(_WORD, said) if word.casefold() not in puffery()][:_LONGEST]
        about = content(" ".join(kept)) - _nothing() - plain_words().telling_nothing
        about = about - index.employers or about
        order = [stem for word in kept for stem in content(word) & about]
        if not order or _NOTHING.match(said) or weak().search(words, deed.start("verb"), deed.end("verb") + len(said)):
            continue
        head = order[0] if index.language == "fr" else order[-1]
        if head in index.places or len(about & index.places.keys()) > _HALF * len(about):
            continue
        place = deed.start("verb")
        if not is_denied(words, place) and not is_goal(clause_at(words, place)):
            yield Found(place, deed.end("verb") + len(said), "scope", ())
            # The verb alone, where other words of it are claims already.
            yield Found(*deed.span("verb"), "scope", ())


def _object(words: str, place: int) -> str:
    """The words after a verb, up to what is no longer its object."""
    end = _END.search(words, place)
    return words[place : end.start() if end else len(words)].rstrip()


def _counts(said: str) -> bool:
    """Whether words give a number, which is held against the facts by itself."""
    return any(
        word.isdigit() or word == "neuf" or word in claim_words().numbers
        for word in re.findall(r"\w+", said.casefold())
    )


def _is_deed(deed: re.Match[str], words: str, language: str) -> bool:
    verb, subject = folded(deed["verb"]), folded(deed["subject"] or "")
    if language != "fr" and verb in _table().verbs:
        return True
    if verb in _table().no_verbs or verb in stop_words() or deed["verb"].isupper():
        return False
    if language != "fr":
        return _ENGLISH.fullmatch(verb) is not None
    if not _OBJECT.match(words, deed.end("verb") + 1):
        return False
    if _PARTICIPLE.fullmatch(verb):
        return True
    told_by_i = subject.strip() in ("je", "j'") or _I_DO.search(words[: deed.start()]) is not None
    return told_by_i and _PRESENT.fullmatch(verb) is not None and "'" not in verb


class _Table(msgspec.Struct, frozen=True):
    """`verbs` of doing, in the past and the present, `no_verbs` what is formed alike or says no more than that something was, and
    words of an object `telling_nothing` of it."""

    verbs: frozenset[str]
    no_verbs: frozenset[str]
    telling_nothing: tuple[str, ...]


@functools.cache
def _table() -> _Table:
    return msgspec.json.decode(resource("lexicon/deeds.json").read_bytes(), type=_Table)


@functools.cache
def _nothing() -> frozenset[str]:
    return frozenset(map(lexicon.stem, (*_table().telling_nothing, *date_words().months)))
