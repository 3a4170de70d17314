"""What an editor does to lines: `|` marks the caret, `[` and `]` a selection."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobmatch_desktop.domain.line_editing import TextEdit, backspace, enter, moved, toggled_bullets

CV = """# Ada
London

## Summary
Engineer.

## Experience
### First · A
2020
- one
  and on
- two

### Second · B
- three

## Skills
Go"""


def caret(marked: str) -> tuple[str, int]:
    return marked.replace("|", ""), marked.index("|")


def shown(text: str, edit: TextEdit | None) -> str | None:
    if edit is None:
        return None
    after = edit.applied(text)
    return f"{after[: edit.caret]}|{after[edit.caret :]}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- one|", "- one\n- |"),
        ("- one| two", "- one\n- |two"),
        ("* one|\nrest", "* one\n* |\nrest"),
        ("- one\n- |", "- one\n|"),
        ("- one\n- |\n- two", "- one\n|\n- two"),
        ("-|", "|"),
        ("  - one|", "  - one\n  - |"),
        ("words|", None),
        ("### Title|", None),
        ("|- one", None),
        ("**bold**|", None),
    ],
)
def test_a_list_goes_on_and_ends(before: str, after: str | None) -> None:
    text, position = caret(before)
    assert shown(text, enter(text, position)) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [("- |one", "|one"), ("x\n- |", "x\n|"), ("- o|ne", None), ("|- one", None), ("words|", None)],
)
def test_backspace_takes_a_bullets_mark(before: str, after: str | None) -> None:
    text, position = caret(before)
    assert shown(text, backspace(text, position)) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[one\ntwo]", "- one\n- two"),
        ("[- one\n* two]", "one\ntwo"),
        ("[- one\n\n## Head\ntwo]", "- one\n\n## Head\n- two"),
        ("a\n[b\n]c", "a\n- b\nc"),
        ("a\nb[]\nc", "a\n- b\nc"),
        ("[]", ""),
    ],
)
def test_lines_become_bullets_and_words_again(before: str, after: str) -> None:
    anchor, position = before.index("["), before.index("]") - 1
    text = before.replace("[", "").replace("]", "")
    assert toggled_bullets(text, anchor, position).applied(text) == after


def at(words: str) -> int:
    return CV.index(words)


@pytest.mark.parametrize(
    ("words", "up", "changes"),
    [
        ("one", False, ("- one\n  and on\n- two", "- two\n- one\n  and on")),
        # A line under a bullet is the bullet's.
        ("and on", False, ("- one\n  and on\n- two", "- two\n- one\n  and on")),
        ("two", True, ("- one\n  and on\n- two", "- two\n- one\n  and on")),
        (
            "### Second",
            True,
            (
                "### First · A\n2020\n- one\n  and on\n- two\n\n### Second · B\n- three",
                "### Second · B\n- three\n\n### First · A\n2020\n- one\n  and on\n- two",
            ),
        ),
        (
            "## Skills",
            True,
            (CV[CV.index("## Exp") :], f"## Skills\nGo\n\n{CV[CV.index('## Exp') : CV.index('## Skills')]}".rstrip()),
        ),
        ("## Summary", True, None),
        ("one", True, None),
        ("three", False, None),
        ("# Ada", False, None),
    ],
)
def test_what_moves(words: str, up: bool, changes: tuple[str, str] | None) -> None:
    edit = moved(CV, at(words), at(words) + 2, up=up)
    if changes is None:
        assert edit is None
        return
    assert edit is not None
    before, after = changes
    assert before in CV
    text = edit.applied(CV)
    assert text == CV.replace(before, after)
    assert text[edit.anchor : edit.caret] == words[:2]


def test_paragraphs_move_among_what_stands_around_them() -> None:
    text = "## Letter\nDear\n\nfirst\nline\n\nsecond\n"
    edit = moved(text, text.index("second"), text.index("second"), up=True)
    assert edit is not None
    assert edit.applied(text) == "## Letter\nDear\n\nsecond\n\nfirst\nline\n"


cvs = st.lists(
    st.sampled_from(["# N", "## S", "### E", "- b", "* c", "  on", "words", "", "more"]), min_size=1, max_size=14
).map(lambda lines: "\n".join(f"{line}{number}" if line.strip() else line for number, line in enumerate(lines)))


@given(text=cvs, data=st.data(), up=st.booleans())
def test_moving_loses_nothing_and_back_again_is_where_it_was(text: str, data: st.DataObject, up: bool) -> None:
    position = data.draw(st.integers(0, len(text)))
    edit = moved(text, position, position, up=up)
    if edit is None:
        return
    after = edit.applied(text)
    assert sorted(after.split("\n")) == sorted(text.split("\n"))
    back = moved(after, edit.caret, edit.caret, up=not up)
    # A list or the name that comes to stand elsewhere may have other neighbours there.
    if back is not None and (back.start, back.end) == (edit.start, edit.end):
        assert back.applied(after) == text
