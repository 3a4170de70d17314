"""The guided questions of each kind of talk (resources/coach/): a form where there is no model, and the order of a talk with one."""

import functools

import msgspec

from jobmatch_desktop.domain.conversation import SECONDS, TalkKind
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.evidence.wanted import Level, wanted
from jobmatch_desktop.resources import resource

MOST_WANTED = 5
"""Requirements of an offer that are asked about: the heaviest. With the others some twenty minutes of talk."""


class Question(msgspec.Struct, frozen=True):
    """A question of the form. `key` is stable within a kind of talk; `cues` are words by which the same question is known when a
    model asks it."""

    key: str
    text: str
    hint: str = ""
    optional: bool = False
    cues: tuple[str, ...] = ()


class Words(msgspec.Struct, frozen=True):
    """What the coach says in one language; `not_answers` are replies that answer nothing."""

    openings: dict[str, str]
    questions: dict[str, tuple[Question, ...]]
    pitch_order: tuple[str, ...]
    not_answers: tuple[str, ...]


def guided(kind: TalkKind, language: str, offer: Offer | None) -> tuple[Question, ...]:
    """The questions of a talk, in order. Those of an interview ask about what the offer wants most (`wanted/0`, ...)."""
    words = coach_words(language)
    if kind in SECONDS:
        return words.questions["pitch"]
    questions: list[Question] = []
    for question in words.questions[kind]:
        if "{wanted}" not in question.text:
            questions.append(question)
            continue
        questions += [
            msgspec.structs.replace(question, key=f"{question.key}/{place}", text=question.text.format(wanted=named))
            for place, named in enumerate(_wanted(offer))
        ]
    return tuple(questions)


def opening(kind: TalkKind, language: str, offer: Offer | None) -> str:
    """What the coach begins with: what the talk is for, and the first question."""
    return f"{coach_words(language).openings[kind]} {guided(kind, language, offer)[0].text}"


@functools.cache
def _words(language: str) -> Words:
    return msgspec.json.decode(resource(f"coach/{language}.json").read_bytes(), type=Words)


def coach_words(language: str) -> Words:
    """What the coach says in a language: French, or else English."""
    return _words("fr" if language == "fr" else "en")


def _wanted(offer: Offer | None) -> list[str]:
    if offer is None:
        return []
    terms = [term for term in wanted(offer) if term.skill and term.level is not Level.AROUND]
    return [term.words for term in terms[:MOST_WANTED]]
