"""Where the program starts: a verb goes to the terminal, no verb opens the window. Imports nothing heavy itself."""

import sys
from collections.abc import Sequence

from jobmatch_desktop.domain.child_environment import READ_IN_CHILD, SPELL_IN_CHILD


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the program with the words of its command line and returns the exit code of DESIGN.md §9."""
    try:
        words = sys.argv[1:] if arguments is None else list(arguments)
        if words[:1] == [READ_IN_CHILD]:
            from jobmatch_desktop.services.reading_child import main as read

            return read(words[1:])
        if words[:1] == [SPELL_IN_CHILD]:
            from jobmatch_desktop.services.spelling_child import main as spell

            return spell(words[1:])
        from jobmatch_desktop.cli.arguments import parse

        parsed = parse(words)
        if parsed.verb:
            from jobmatch_desktop.app import run_verb

            return run_verb(parsed)
        from jobmatch_desktop.app import open_window

        return open_window(parsed.data_dir)
    except KeyboardInterrupt:
        return 130  # Ctrl+C while it starts: there is nothing to keep


if __name__ == "__main__":
    sys.exit(main())
