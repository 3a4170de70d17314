"""`check --profile FILE [--offer FILE] DOCUMENT`: what a document claims, and on which facts. Of the data folder it reads the
added skills alone."""

import argparse
import asyncio
import json
from datetime import date
from typing import Any

from jobmatch_desktop.cli.exit_codes import DONE
from jobmatch_desktop.cli.files import added_skills, profile_name, read, say
from jobmatch_desktop.cli.offer import offer_of
from jobmatch_desktop.domain.claim import Claim
from jobmatch_desktop.domain.offer import Offer
from jobmatch_desktop.evidence.facts import facts
from jobmatch_desktop.formats.readers.json_resume import profile_of
from jobmatch_desktop.services.checking import check_file
from jobmatch_desktop.services.reading import read_cv_file


def run(arguments: argparse.Namespace) -> int:
    """Prints the claims as JSON, supported or not: claims without a fact are no failure. Raises domain errors."""
    data = read(arguments.profile)
    profile = profile_of(asyncio.run(read_cv_file(profile_name(arguments.profile, data), data)).profile)
    offer = offer_of(arguments.offer) if arguments.offer else Offer("")
    document = read(arguments.document)
    today = date.today().isoformat()  # noqa: DTZ011 - the person's own day
    checked = asyncio.run(
        check_file(arguments.document.name, document, facts(profile), offer, today, added_skills(arguments))
    )
    say(json.dumps({"claims": [_told(claim) for claim in checked.claims]}, ensure_ascii=False, indent=2))
    return DONE


def _told(claim: Claim) -> dict[str, Any]:
    return {
        "text": claim.text,
        "start": claim.start,
        "end": claim.end,
        "kind": claim.kind,
        "supported": claim.supported,
        "facts": claim.facts,
        "why": claim.why.text(),
    }
