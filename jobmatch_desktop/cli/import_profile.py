"""`import FILE`: a profile file to JSON Resume on stdout. Touches no data folder."""

import argparse
import json

from jobmatch_desktop.cli.exit_codes import DONE
from jobmatch_desktop.cli.files import profile_name, read, say
from jobmatch_desktop.services.profile_files import read_profile_file


def run(arguments: argparse.Namespace) -> int:
    """Prints the profile. Raises a domain error for a file that holds none."""
    data = read(arguments.file)
    say(json.dumps(read_profile_file(profile_name(arguments.file, data), data), ensure_ascii=False, indent=2))
    return DONE
