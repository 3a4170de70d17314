"""What tests of the composer compose from, and how they read what it composed."""

import datetime
import json
from typing import Any

from jobmatch_desktop.domain.cv_markdown import parse
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.domain.profile import Profile
from jobmatch_desktop.formats.readers.json_resume import profile_of
from jobmatch_desktop.resources import resource
from jobmatch_desktop.writing.parts import locate

TODAY = datetime.date(2026, 11, 25)
NO_OFFER = Offer(text="Come and work with us.")
BACKEND = Offer(
    text="Backend Engineer\nAcme\nRequirements\n- Python and PostgreSQL\n- Docker\nNice to have\n- Go",
    title="Backend Engineer",
    company="Acme",
)


def sample(name: str) -> Profile:
    return profile_of(json.loads(resource(f"samples/{name}").read_bytes()))


def sample_offer(name: str) -> str:
    return resource(f"samples/{name}").read_text("utf-8")


def section(text: str, title: str) -> list[Any]:
    return list(next((one.content for one in parse(text).sections if one.title == title), ()))


def body(letter: str) -> list[str]:
    """The paragraphs between salutation and closing."""
    return [letter[span.start : span.end] for span in locate(letter).values()]
