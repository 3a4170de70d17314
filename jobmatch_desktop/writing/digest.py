"""Profile and offer as a prompt has them: short, by rule, and telling what was left out.

Contact details and the person's name are never in it: nothing asked of a model needs them.
"""

import re
from collections.abc import Iterator

import msgspec

from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.profile import Job, Profile, Study
from jobmatch_desktop.evidence.lexicon import stop_words
from jobmatch_desktop.writing.order import job_dates, newest_first

MOST_CHARACTERS_OF_OFFER = 1_500
"""About 400 tokens: the whole of a short offer. More only leads a small model away from its task."""

MOST_JOBS = 8
MOST_SKILLS = 40

_LONGEST_LINE = 400
_CHARACTERS_READ = 200_000
_FENCE = re.compile(r"={3,}")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_WORD = re.compile(r"[^\W_]{3,}[+#]*")


class Size(msgspec.Struct, frozen=True):
    """How much of offer and profile a prompt has, at most: characters of the offer, jobs, skills, facts of one step."""

    offer: int
    jobs: int
    skills: int
    facts: int


SIZES = (
    Size(MOST_CHARACTERS_OF_OFFER, MOST_JOBS, MOST_SKILLS, 8),
    Size(1_000, 5, 24, 6),
    Size(600, 3, 12, 4),
    Size(300, 2, 6, 2),
)
"""The usual one, and those for models that hold little, largest first."""


class LeftOut(msgspec.Struct, frozen=True):
    """Something that did not fit: `what` is an English template over the counts in `values`, as in `domain.errors.Trouble`."""

    what: str
    values: dict[str, int]

    def text(self) -> str:
        """In English."""
        return self.what.format_map({name: f"{count:,}" for name, count in self.values.items()})


def offer_digest(
    offer: Offer, profile: Profile, most: int = MOST_CHARACTERS_OF_OFFER
) -> tuple[str, tuple[LeftOut, ...]]:
    """The offer in at most `most` characters: whole, or its beginning and the lines that the profile answers.

    It can neither end its fence nor hide characters."""
    text = _FENCE.sub("--", _UNSEEN.sub("", offer.text[:_CHARACTERS_READ]))
    lines = list(dict.fromkeys(line for raw in text.splitlines() if (line := " ".join(raw.split()))))
    whole = len(offer.text) <= _CHARACTERS_READ
    if whole and sum(len(line) + 1 for line in lines) <= most:
        return "\n".join(lines), ()
    wanted = _words(profile)
    kept: list[str] = []
    room = most
    head = most // 3
    for piece in (piece for line in lines for piece in _pieces(line)):
        if len(piece) + 1 <= room and (head > 0 or wanted & set(_WORD.findall(piece.casefold()))):
            kept.append(piece)
            room -= len(piece) + 1
        head -= len(piece) + 1
    digest = "\n".join(kept)
    values = {"kept": len(digest), "all": len(offer.text)}
    return digest, (LeftOut("Of the offer's {all} characters, the {kept} that matter most here are read.", values),)


def profile_digest(profile: Profile, size: Size = SIZES[0]) -> tuple[str, tuple[LeftOut, ...]]:
    """One line a job and a degree, and one each of skills, languages and certificates."""
    left: list[LeftOut] = []
    if len(profile.work) > size.jobs:
        left.append(
            LeftOut("Not shown to the model: {count} of the older jobs.", {"count": len(profile.work) - size.jobs})
        )
    skills = list(dict.fromkeys(_skills(profile)))
    if len(skills) > size.skills:
        values = {"count": len(skills) - size.skills}
        left.append(LeftOut("Not shown to the model: {count} of the skills.", values))
    lines = [profile.basics.label]
    lines += [_job(job) for job in newest_first(profile.work, job_dates)[: size.jobs]]
    lines += [_study(study) for study in newest_first(profile.education, job_dates)[: size.jobs]]
    lines.append(", ".join(skills[: size.skills]))
    lines.append(
        ", ".join(f"{one.language} ({one.fluency})" if one.fluency else one.language for one in profile.languages)
    )
    lines.append(", ".join(one.name for one in profile.certificates[: size.jobs]))
    return "\n".join(f"- {line}" for line in (one_line(line) for line in lines) if line), tuple(left)


def one_line(text: str, most: int = _LONGEST_LINE) -> str:
    """The text on one line, without unseen characters, cut at a word where it is longer than `most`."""
    line = " ".join(_UNSEEN.sub("", text).split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + " …"


def _job(job: Job) -> str:
    dates = " – ".join(when.text[:7] for when in (job.start, job.end) if when)
    return ", ".join(part for part in (job.position, job.organisation, dates) if part)


def _study(study: Study) -> str:
    return ", ".join(part for part in (study.degree, study.area, study.institution) if part)


def _skills(profile: Profile) -> Iterator[str]:
    for skill in profile.skills:
        yield from (name for name in (skill.name, *skill.keywords) if name)


def _words(profile: Profile) -> set[str]:
    jobs = [text for job in profile.work for text in (job.position, *job.highlights)]
    return set(_WORD.findall(" ".join([profile.basics.label, *_skills(profile), *jobs]).casefold())) - stop_words()


def _pieces(line: str) -> Iterator[str]:
    """A line, or the sentences of one that is long; a sentence without end is cut at words."""
    if len(line) <= _LONGEST_LINE:
        yield line
        return
    for sentence in re.split(r"(?<=[.;!?])\s", line):
        for start in range(0, len(sentence), _LONGEST_LINE):
            yield sentence[start : start + _LONGEST_LINE]
