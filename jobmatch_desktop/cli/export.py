"""`export DOCUMENT.md --out FILE...`: the writers. Of the data folder it reads templates alone."""

import argparse
import sys
from pathlib import Path

from jobmatch_desktop.cli.exit_codes import DONE
from jobmatch_desktop.cli.files import read, say, writable
from jobmatch_desktop.domain.options import Density, Options, Paper
from jobmatch_desktop.services.exporting import Exporter, check_endings, check_template, text_of
from jobmatch_desktop.services.remark_words import RemarkWords


def run(arguments: argparse.Namespace, folder: Path, exporter: Exporter) -> int:
    """Writes every file, or says what was wrong before writing any. What does not read back goes to stderr. Raises domain errors."""
    check_endings(arguments.out)
    check_template(arguments.template, folder)
    outs = writable(arguments.out)
    text = text_of(read(arguments.document))
    for written in exporter.export(text, outs, None, arguments.language, arguments.template, _options(arguments)):
        say(f"written: {written.path}")
        for warning in written.warnings:
            print(RemarkWords().of(warning), file=sys.stderr)
    return DONE


def _options(arguments: argparse.Namespace) -> Options:
    return Options(
        accent=arguments.accent,
        font=arguments.font,
        density=Density(arguments.density),
        paper=Paper(arguments.paper),
        photo=read(arguments.photo) if arguments.photo else b"",
        pages=arguments.pages,
        country=arguments.country,
    )
