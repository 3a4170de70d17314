"""The words of the command line are those of the domain, which it does without: `--help` is not to wait for imports."""

from jobmatch_desktop.cli.arguments import COUNTRIES, LENGTHS, TONES
from jobmatch_desktop.domain.letter_manner import Length, Tone
from jobmatch_desktop.writing import letter_habits


def test_a_letters_manner_is_that_of_the_domain() -> None:
    assert COUNTRIES == letter_habits.COUNTRIES
    assert list(LENGTHS) == [*Length]
    assert list(TONES) == [*Tone]
