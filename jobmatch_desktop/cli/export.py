"""`export DOCUMENT.md --out FILE...`: the writers. Touches no data folder."""

import argparse

from jobmatch_desktop.cli.exit_codes import DONE
from jobmatch_desktop.cli.files import read, say, writable
from jobmatch_desktop.services.exporting import Exporter, check_endings, check_template, text_of


def run(arguments: argparse.Namespace, exporter: Exporter) -> int:
    """Writes every file, or says what was wrong before writing any. Raises domain errors."""
    check_endings(arguments.out)
    check_template(arguments.template)
    outs = writable(arguments.out)
    text = text_of(read(arguments.document))
    for written in exporter.export(text, outs, None, arguments.language, arguments.template):
        say(" ".join([f"written: {written.path}", *written.warnings]))
    return DONE
