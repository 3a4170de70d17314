"""What is said of a fault of the program itself."""

from jobmatch_desktop.domain.program_fault import described


def test_kind_and_place_and_no_words() -> None:
    try:
        raise ValueError("sk-planted")
    except ValueError as error:
        said = described(error)
    assert said.startswith("ValueError at ")
    assert f"{__file__}:" in said
    assert "sk-planted" not in said
    assert described(OSError("sk-planted")) == "OSError"
