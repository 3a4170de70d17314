"""The preflight's own work beside the server's answers: a long offer, a long profile, a model that holds little."""

import asyncio
import json
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import Any

from bench.apart import apart, served
from bench.row import Row, at, milliseconds, times
from jobmatch_desktop.domain.document import DocumentKind
from jobmatch_desktop.domain.events import TaskEvent
from jobmatch_desktop.evidence.facts import facts
from jobmatch_desktop.formats.readers.json_resume import profile_of
from jobmatch_desktop.program import open_program
from jobmatch_desktop.services.choice import Choice
from jobmatch_desktop.storage.settings import ProviderPlace
from tests.loopback.ollama_server import OllamaServer
from tests.loopback.script import House, LoopbackModel

PAGES = 40
PAGE = 3_000
"""Characters."""
JOBS = 12
"""Of ten lines each, which make some 200 facts."""
TIMES = 15
GOAL = 0.1
MODEL = "smollm2:135m"
HELD = 2_048
"""Tokens that the model holds: every size of prompt is tried down to the one that fits."""
SKILLS = "Python Go Rust PostgreSQL Kafka Kubernetes Terraform Docker Redis React Java Scala Spark Airflow Linux Git"


def measure() -> list[Row]:
    """On a machine of the person's own, and elsewhere, where what is personal is hidden besides."""
    rows = []
    for where in ("own", "elsewhere"):
        with tempfile.TemporaryDirectory() as folder, served("bench.preflight") as url:
            number, characters, whole, server = apart(ask, folder, url, where)
        own = at(whole, 0.5) - at(server, 0.5)
        rows.append(
            Row(
                f"preflight besides the server's answers, {where}, {characters // PAGE} pages, {number} facts, median",
                milliseconds(own),
                f"{milliseconds(at(server, 0.5))} (the server's answers)",
                times(own / at(server, 0.5)),
                f"<= {GOAL * 1000:.0f} ms",
                own <= GOAL,
            )
        )
    return rows


def ask(folder: str, url: str, where: str) -> tuple[int, int, list[float], list[float]]:
    """The facts, the characters of the offer, the seconds of whole preflights, and those of the same questions to the server alone."""
    source = json.dumps(resume()).encode()
    offer = long_offer()

    async def act() -> tuple[list[float], list[float]]:
        whole, server = [], []
        async with open_program(Path(folder), _unheard, today=lambda: date(2026, 11, 25)) as services:
            imported = await services.profiles.import_data("long.json", source)
            application = await services.applications.add(imported.id, offer)
            # Elsewhere, the server plays the proxy on the way there.
            away = ProviderPlace(base_url="http://writer.example:11434", proxy=url)
            await services.provider_settings.change(
                "ollama", away if where == "elsewhere" else ProviderPlace(base_url=url)
            )
            await services.provider_settings.set_private_words(("Kubernetes", "Kafka", "payments"))
            choice = Choice("ollama", MODEL)
            for turn in range(TIMES + 1):
                for kind in DocumentKind:
                    begun = time.perf_counter()
                    await services.preflights.of(application.id, kind, choice)
                    between = time.perf_counter()
                    await services.models.availability("ollama")
                    if turn:  # the first one opens the connection and reads the lexicon
                        whole.append(between - begun)
                        server.append(time.perf_counter() - between)
        return whole, server

    whole, server = asyncio.run(act())
    return len(facts(profile_of(resume()))), len(offer), whole, server


def resume() -> dict[str, Any]:
    """A résumé of so many facts: jobs of ten lines each."""
    skills = SKILLS.split()
    jobs = [
        {
            "name": f"Company {number}",
            "position": "Senior engineer",
            "startDate": f"{2024 - number}-01",
            "endDate": f"{2024 - number}-12",
            "highlights": [
                f"Built the {skills[(number + line) % len(skills)]} service {line} for payments and cut its cost by {line + 7} %"
                for line in range(10)
            ],
        }
        for number in range(JOBS)
    ]
    basics = {
        "name": "Ada Lovelace",
        "label": "Engineer",
        "email": "ada@example.org",
        "phone": "+44 20 7946 0000",
        "summary": "Engineer with many years in Python, Go and PostgreSQL.",
    }
    return {"basics": basics, "work": jobs, "skills": [{"name": name, "keywords": [name]} for name in skills]}


def long_offer() -> str:
    """Forty pages of lines that differ."""
    lines = ["Senior backend engineer"]
    skills = SKILLS.split()
    while sum(map(len, lines)) + len(lines) < PAGES * PAGE:
        number = len(lines)
        lines.append(
            f"{number}. You know {skills[number % len(skills)]} and have run {skills[number * 7 % len(skills)]} for {number % 9 + 1} "
            f"years in a team of {number % 40 + 2}, in a place where payments and logistics meet."
        )
    return "\n".join(lines)


def _unheard(_event: TaskEvent) -> None:
    """Nobody looks at the tasks."""


def serve() -> None:
    """A server with a small model, until it is ended."""
    server = OllamaServer(house=House(models=(LoopbackModel(name=MODEL, context=HELD),)))
    asyncio.run(server.serve(lambda port: print(port, flush=True)))


if __name__ == "__main__":
    serve()
