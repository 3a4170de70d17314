"""Whether an answer is a rewording of its draft at all: small models turn to the candidate, the task or something else.

What it claims is for evidence/grounding; this is about whose words they are. The words that tell are in
resources/answer_noise.json.
"""

import functools
import re

import msgspec

from jobmatch_desktop.domain.claim import Why
from jobmatch_desktop.domain.inline_markdown import plain
from jobmatch_desktop.domain.patterns import either
from jobmatch_desktop.evidence.fact_reading import content
from jobmatch_desktop.evidence.language import language_of
from jobmatch_desktop.resources import resource
from jobmatch_desktop.writing.recipes import Step

_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n")
_LEAST_SHARE = 0.25
_FEWEST_WORDS = 3
_FEWEST_SOURCES = 6

ABOUT_THE_TASK = Why("It speaks about the task, not for you.")
TO_THE_CANDIDATE = Why("It speaks to you, not for you.")
NOTES = Why("It is notes, not sentences.")
SOMETHING_ELSE = Why("It says something else than the draft.")


def strays(step: Step, body: str) -> tuple[Why, ...]:
    """Why a body that `answers.clean` gave is no rewording of the step's draft; empty where it is one.

    Words of the draft itself are never held against it. Pure, any thread."""
    said = plain(body).casefold().replace("’", "'")
    source = "\n".join((plain(step.draft), *step.facts))
    known = source.casefold().replace("’", "'")
    why: list[Why] = []
    if _uses("about_the_task", said, known):
        why.append(ABOUT_THE_TASK)
    if _uses("to_the_candidate" if step.key.startswith("letter/") else "in_no_cv", said, known):
        why.append(TO_THE_CANDIDATE)
    if step.shape == "paragraph" and _ends(step.draft) and not _ends(body):
        why.append(NOTES)
    if _is_something_else(said, source, step.language):
        why.append(SOMETHING_ELSE)
    return tuple(why)


def _ends(text: str) -> bool:
    return plain(text).rstrip("\"'”») ")[-1:] in {".", "!", "?", "…"}


def _uses(kind: str, said: str, known: str) -> bool:
    return any(found[0] not in known for found in _noise()[kind].finditer(said))


def _is_something_else(said: str, source: str, language: str) -> bool:
    """Whether most of the sentences share too few of their words with the draft and the facts.

    Not told across languages, and not of a draft that says too little."""
    words = content(source)
    if len(words) < _FEWEST_SOURCES or language_of(source) not in ("", language):
        return False
    contents = [stems for sentence in _SENTENCE.split(said) if len(stems := content(sentence)) >= _FEWEST_WORDS]
    foreign = [stems for stems in contents if len(stems & words) < _LEAST_SHARE * len(stems)]
    return bool(contents) and len(foreign) * 2 > len(contents)


class _Noise(msgspec.Struct, frozen=True):
    about_the_task: tuple[str, ...]
    to_the_candidate: tuple[str, ...]
    in_no_cv: tuple[str, ...]


@functools.cache
def _noise() -> dict[str, re.Pattern[str]]:
    noise = msgspec.json.decode(resource("answer_noise.json").read_bytes(), type=_Noise)
    return {name: re.compile(rf"(?<!\w)(?:{either(getattr(noise, name))})(?!\w)") for name in _Noise.__struct_fields__}
