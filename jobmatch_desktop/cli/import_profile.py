"""`import FILE`: a profile file to JSON Resume on stdout. Touches no data folder."""

import argparse
import json
import sys

from jobmatch_desktop.cli.exit_codes import DONE
from jobmatch_desktop.cli.files import read
from jobmatch_desktop.services.profile_files import read_profile_file


def run(arguments: argparse.Namespace) -> int:
    """Prints the profile. Raises a domain error for a file that holds none."""
    json.dump(read_profile_file(arguments.file.name, read(arguments.file)), sys.stdout, ensure_ascii=False, indent=2)
    print()
    return DONE
