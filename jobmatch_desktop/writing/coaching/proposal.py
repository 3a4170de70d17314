"""What of a talk is worth keeping, field by field, for the person to confirm.

From the person's own words. Only a pitch may be worded by the model: sentences that say more than the person and their facts do
are left out of it, with why.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from jobmatch_desktop.domain.conversation import SECONDS, Speaker, TalkKind, Turn
from jobmatch_desktop.domain.fact import Fact
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.patterns import either
from jobmatch_desktop.domain.profile import Profile
from jobmatch_desktop.evidence import lexicon
from jobmatch_desktop.evidence.facts import facts
from jobmatch_desktop.evidence.grounding import ground, reasons
from jobmatch_desktop.writing.coaching.pitch import compose_pitch, words_within
from jobmatch_desktop.writing.coaching.questions import Question, coach_words, guided
from jobmatch_desktop.writing.order import job_dates, newest_first

MORE_THAN_SAID = "It says more than you did."

_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")
_LEAST_OF_PITCH = 25
_LEAST_OF_FACT = 4
_SHARE_SAID = 0.6
_LONGEST_TITLE = 60
_MARKS = re.compile(r"^[\s>#*-]+|[*_`]+", re.MULTILINE)


class LeftOutSentence(msgspec.Struct, frozen=True):
    """A sentence of a model's that was not proposed, and why."""

    text: str
    why: str


class Field(msgspec.Struct, frozen=True):
    """Something that may be kept, in words that the person may change.

    `key` is `title`, `situation`, `task`, `action`, `result`, `text` (a pitch), or one that `ProfileFact` names. `said` is False for
    a model's wording; `left_out` are its sentences that say more than the person. `turns` are the ids of the messages it is from. `job`
    is the place in the profile's `work` that a highlight is proposed for, if any.
    """

    key: str
    text: str
    said: bool = True
    turns: tuple[int, ...] = ()
    left_out: tuple[LeftOutSentence, ...] = ()
    job: int | None = None


class _Answer(msgspec.Struct, frozen=True):
    """What the person said, and the guided question that it answers (empty: none is known)."""

    key: str
    text: str
    turn: int


def propose_success(language: str, turns: Sequence[Turn]) -> tuple[Field, ...]:
    """Title, situation, task, action and result, each in the person's words; empty where they said nothing of it."""
    fields = {question.key: Field(question.key, "") for question in guided(TalkKind.SUCCESS, language, None)}
    for answer in _answers(TalkKind.SUCCESS, language, None, turns):
        before = fields[answer.key]
        text = f"{before.text}\n{answer.text}".strip()
        fields[answer.key] = Field(answer.key, text, turns=(*before.turns, answer.turn))
    titled = fields.pop("title")
    source = next((fields[key] for key in ("result", "action", "task", "situation") if fields[key].text), None)
    if not titled.text and source is not None:
        titled = Field("title", _short(source.text), turns=source.turns[:1])
    return (titled, *fields.values())


def propose_pitch(
    kind: TalkKind, language: str, profile: Profile, offer: Offer | None, turns: Sequence[Turn], today: str
) -> tuple[Field, ...]:
    """The pitch in the person's words; and, where a model wrote one, what of its wording stands."""
    answers: dict[str, str] = {}
    own: list[int] = []
    for answer in _answers(kind, language, offer, turns):
        answers[answer.key] = f"{answers.get(answer.key, '')}\n{answer.text}".strip()
        own.append(answer.turn)
    composed = compose_pitch(language, SECONDS[kind], answers, profile)
    fields = [Field("text", composed, turns=tuple(own))] if composed else []
    written = next((turn for turn in reversed(turns) if turn.task and _is_pitch(turn.text)), None)
    if written is not None:
        fields.append(_standing(written.text, language, profile, offer, turns, today))
    return tuple(field for field in fields if field.text or field.left_out)


def propose_facts(
    kind: TalkKind, language: str, profile: Profile, offer: Offer | None, turns: Sequence[Turn]
) -> tuple[Field, ...]:
    """Lines for the profile: what the person said sentence by sentence (`highlight`), and skills that they named and their profile
    does not have (`skill`). Nothing that the profile says already."""
    known = {" ".join(fact.text.split()).casefold() for fact in facts(profile)}
    skilled = {skill.name for fact in facts(profile) for skill in lexicon.read(fact.text).skills}
    fields: dict[tuple[str, str], Field] = {}
    for answer in _answers(kind, language, offer, turns):
        if answer.key == "title":
            continue
        for skill in lexicon.read(answer.text).skills:
            if skill.name not in skilled:
                fields.setdefault(("skill", skill.name), Field("skill", skill.words, turns=(answer.turn,)))
        for sentence in _sentences(answer.text):
            if len(sentence.split()) >= _LEAST_OF_FACT and sentence.casefold() not in known:
                job = _job(profile, turns)
                key = "project" if job is None else "highlight"
                fields.setdefault((key, sentence), Field(key, sentence, turns=(answer.turn,), job=job))
    return tuple(sorted(fields.values(), key=lambda field: field.key == "skill"))


def _answers(kind: TalkKind, language: str, offer: Offer | None, turns: Sequence[Turn]) -> Iterator[_Answer]:
    """What the person answered, each to the question that the coach asked before it: known by its words, else by the order."""
    questions = guided(kind, language, offer)
    answered: dict[str, int] = {}
    asked = ""
    for turn in turns:
        if turn.speaker is Speaker.COACH:
            asked = turn.text
            continue
        text = turn.text.strip()
        if turn.id is None or not _answers_something(text, language):
            continue
        key = turn.question if turn.question in {question.key for question in questions} else None
        if key is None:
            key = _asked_for(asked, questions) or _next(questions, answered)
        answered[key] = turn.id
        asked = ""
        yield _Answer(key, text, turn.id)


def _answers_something(text: str, language: str) -> bool:
    bare = text.casefold().strip(" .!…,")
    return bool(bare) and not text.endswith("?") and bare not in coach_words(language).not_answers


def _asked_for(asked: str, questions: Sequence[Question]) -> str | None:
    """The guided question that the last one in the coach's words is; None where its words do not tell."""
    question = next((one for one in reversed(_sentences(asked)) if one.endswith("?")), "").casefold()
    if not question:
        return None
    for one in questions:
        if one.text.casefold().endswith(question):
            return one.key
    cued = [(len(_cues(one.cues).findall(question)) if one.cues else 0, -place) for place, one in enumerate(questions)]
    most, place = max(cued)
    return questions[-place].key if most else None


def _cues(cues: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{either(cues)})", re.IGNORECASE)


def _next(questions: Sequence[Question], answered: dict[str, int]) -> str:
    """The first question that must be answered and is not yet; then the one answered last."""
    open_ones = [one.key for one in questions if one.key not in answered and not one.optional]
    return open_ones[0] if open_ones else max(answered, key=answered.__getitem__)


def _sentences(text: str) -> list[str]:
    return [" ".join(sentence.split()) for sentence in _SENTENCE.split(text) if sentence.strip()]


def _short(text: str) -> str:
    """The beginning of a text, for a title."""
    first = _sentences(text)[0].rstrip(".!…")
    return first if len(first) <= _LONGEST_TITLE else first[:_LONGEST_TITLE].rsplit(" ", 1)[0] + " …"


def _is_pitch(text: str) -> bool:
    return len(text.split()) >= _LEAST_OF_PITCH and not text.rstrip().endswith("?")


def _standing(
    text: str, language: str, profile: Profile, offer: Offer | None, turns: Sequence[Turn], today: str
) -> Field:
    """A model's wording without the sentences that say more than the person's words and facts."""
    own = [turn for turn in turns if turn.speaker is Speaker.PERSON]
    known = (*facts(profile), *(Fact(f"said/{turn.id}", "basics.summary", turn.text) for turn in own))
    said = _content(" ".join(fact.text for fact in known))
    kept: list[str] = []
    left: list[LeftOutSentence] = []
    for sentence in _sentences(_MARKS.sub("", text)):
        why = reasons(ground(sentence, known, offer or Offer(""), language, today))
        words = _content(sentence)
        if not why and len(words & said) < _SHARE_SAID * len(words):
            why = (MORE_THAN_SAID,)
        if why:
            left.append(LeftOutSentence(sentence, " ".join(why)))
        else:
            kept.append(sentence)
    return Field(
        "text", " ".join(kept), said=False, turns=tuple(turn.id for turn in own if turn.id), left_out=tuple(left)
    )


def _content(text: str) -> frozenset[str]:
    reading = lexicon.read(text)
    return reading.stems | {skill.name for skill in reading.skills}


def _job(profile: Profile, turns: Sequence[Turn]) -> int | None:
    """The place of the job that the person names, else of their newest one; None where they have none."""
    said = " ".join(turn.text for turn in turns if turn.speaker is Speaker.PERSON).casefold()
    for place, job in enumerate(profile.work):
        if job.organisation and job.organisation.casefold() in said:
            return place
    ordered = newest_first(profile.work, job_dates)
    return profile.work.index(ordered[0]) if ordered else None


def fits(text: str, seconds: int) -> bool:
    """Whether a pitch can be said in so many seconds."""
    return len(text.split()) <= words_within(seconds)
