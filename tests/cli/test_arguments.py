"""The words of the command line are those of the domain, which it does without: `--help` is not to wait for imports."""

from jobmatch_desktop.cli.arguments import LENGTHS, TONES
from jobmatch_desktop.domain.letter_manner import Length, Tone


def test_a_letters_manner_is_that_of_the_domain() -> None:
    assert list(LENGTHS) == [*Length]
    assert list(TONES) == [*Tone]
