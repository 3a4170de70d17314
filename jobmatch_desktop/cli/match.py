"""`match PROFILE OFFER`: how far the facts of a profile answer an offer. Of the data folder it reads the added skills alone."""

import argparse
import asyncio
import json
from datetime import date

from jobmatch_desktop.cli.exit_codes import DONE
from jobmatch_desktop.cli.files import added_skills, profile_name, read, say
from jobmatch_desktop.cli.offer import offer_of
from jobmatch_desktop.domain.profile import Profile
from jobmatch_desktop.evidence.facts import facts
from jobmatch_desktop.evidence.matching import Answered, Match
from jobmatch_desktop.formats.readers.json_resume import profile_of
from jobmatch_desktop.services.matching import match_of
from jobmatch_desktop.services.reading import read_cv_file

_FACTS_SHOWN = 3
_LONGEST_FACT = 60


def run(arguments: argparse.Namespace) -> int:
    """Prints the match, as JSON with `--json`. Raises domain errors."""
    data = read(arguments.profile)
    profile = profile_of(asyncio.run(read_cv_file(profile_name(arguments.profile, data), data)).profile)
    found = match_of(profile, offer_of(arguments.offer), _today(), added_skills(arguments))
    say(_json(found) if arguments.json else _lines(found, profile))
    return DONE


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the person's own day


def _json(found: Match) -> str:
    told = {
        "score": found.score,
        "requirements": [
            {
                "text": one.requirement.text,
                "level": one.requirement.level.value,
                "met": one.met,
                "strength": one.strength,
                "shown": one.shown.name.lower() if one.shown else None,
                "facts": one.facts,
                "missing": one.missing,
            }
            for one in found.requirements
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _lines(found: Match, profile: Profile) -> str:
    if not found.requirements:
        return "The offer names no requirement: there is nothing to match."
    texts = {fact.id: fact.text for fact in facts(profile)}
    head = f"{found.score} of 100 ({sum(one.met for one in found.requirements)} of {len(found.requirements)} requirements met)"
    return "\n".join([head, *(_line(one, texts) for one in found.requirements)])


def _line(one: Answered, texts: dict[str, str]) -> str:
    named = " · ".join(_short(texts[fact]) for fact in one.facts[:_FACTS_SHOWN])
    state = "met    " if one.met else "partly " if one.facts else "missing"
    return f"{state} {one.requirement.level.value}  {one.strength:.2f}  {one.requirement.text}" + (
        f"\n              {one.shown.name.lower() if one.shown else ''}: {named}" if named else ""
    )


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_FACT else text[:_LONGEST_FACT].rsplit(" ", 1)[0] + " …"
