"""`import FILE`: a CV's file to JSON Resume on stdout. Touches no data folder."""

import argparse
import asyncio
import json
import sys

from jobmatch_desktop.cli.exit_codes import DONE
from jobmatch_desktop.cli.files import profile_name, read, say
from jobmatch_desktop.formats.imported import Imported
from jobmatch_desktop.services.reading import read_cv_file


def run(arguments: argparse.Namespace) -> int:
    """Prints the profile on stdout, and on stderr what could not be placed and what is uncertain. Raises a domain error for a file
    that holds none."""
    data = read(arguments.file)
    found = asyncio.run(read_cv_file(profile_name(arguments.file, data), data))
    say(json.dumps(found.profile, ensure_ascii=False, indent=2))
    for note in notes(found):
        print(note, file=sys.stderr)
    return DONE


def notes(found: Imported) -> list[str]:
    """One line each: the uncertain fields, then the lines that fit none."""
    unsure = [f"Uncertain: {path} ({place.confidence:.0%})" for path, place in found.places.items() if place.unsure]
    left = []
    for line in found.unplaced:
        where = ", ".join(filter(None, (line.section, f"page {line.box.page + 1}" if line.box else "")))
        left.append(f"Not placed{f' ({where})' if where else ''}: {' '.join(line.text.split())}")
    return unsure + left
