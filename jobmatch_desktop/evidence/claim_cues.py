"""The words that give away a certificate, an award, a publication, a patent or a project (resources/lexicon/claim_cues.json)."""

import functools
import re

import msgspec

from jobmatch_desktop.evidence.sentences import BEFORE_WORD
from jobmatch_desktop.resources import resource


@functools.cache
def claim_cues() -> dict[str, re.Pattern[str]]:
    """Kind of claim to the pattern of its words."""
    listed = msgspec.json.decode(resource("lexicon/claim_cues.json").read_bytes(), type=dict[str, list[str]])
    return {
        kind: re.compile(rf"{BEFORE_WORD}(?:{'|'.join(patterns)})(?![\w-])", re.IGNORECASE)
        for kind, patterns in listed.items()
    }
