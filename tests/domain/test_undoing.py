"""Undoing: any row of edits, undos and redos leaves the text that a plain list of texts would have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobmatch_desktop.domain.undoing import (
    MOST_LETTERS,
    MOST_STEPS,
    History,
    Step,
    UndoMismatch,
    apply,
    recorded,
    redone,
    taken,
    undone,
    untaken,
)


class Plain:
    """The texts after each batch, and which of them stands."""

    def __init__(self) -> None:
        self.texts = [""]
        self.at = 0

    def write(self, text: str, *, goes_on: bool) -> None:
        del self.texts[self.at + 1 :]
        if goes_on:
            self.texts[-1] = text
        else:
            self.texts.append(text)
            self.at += 1


@given(st.data())
def test_undoing_and_redoing_is_walking_through_the_texts(data: st.DataObject) -> None:
    history, text, plain, batch = History(), "", Plain(), 0
    goes_on = False
    disk: dict[int, Step] = {}
    for _ in range(data.draw(st.integers(1, 40))):
        match data.draw(st.sampled_from(["edit", "edit", "same batch", "undo", "redo", "store"])):
            case "undo":
                history, steps = undone(history)
                assert bool(steps) == (plain.at > 0)
                plain.at = max(0, plain.at - 1)
                text, goes_on = apply(text, steps), False
            case "redo":
                history, steps = redone(history)
                plain.at = min(len(plain.texts) - 1, plain.at + 1)
                text, goes_on = apply(text, steps), False
            case "store":
                stored, tail = taken(history)
                if data.draw(st.booleans(), label="disk full"):
                    history = untaken(stored, tail)
                else:
                    history = stored
                    kept = {number: step for number, step in disk.items() if tail.first <= number < tail.fresh}
                    disk = kept | dict(enumerate(tail.steps, start=tail.fresh))
                    assert [disk[number] for number in sorted(disk)] == list(history.steps)
                    assert tail.done == history.first + history.done
            case kind:
                start = data.draw(st.integers(0, len(text)))
                end = data.draw(st.integers(start, min(len(text), start + 3)))
                inserted = data.draw(st.text("ab", max_size=3))
                same = kind == "same batch" and goes_on
                batch += not same
                step = Step(start, text[start:end], inserted, batch)
                if not step.removed and not inserted:
                    batch -= not same
                    continue
                history, text = recorded(history, step), apply(text, [step])
                plain.write(text, goes_on=same)
                goes_on = True
        assert text == plain.texts[plain.at]
        assert history.can_undo == (plain.at > 0)
        assert history.can_redo == (plain.at < len(plain.texts) - 1)


def test_typing_letter_by_letter_is_one_step() -> None:
    history, text = History(), ""
    for letter in "Engineer":
        step = Step(len(text), "", letter, 1)
        history, text = recorded(history, step), apply(text, [step])
    assert history.steps == (Step(0, "", "Engineer", 1),)
    for position in range(7, 3, -1):
        history = recorded(history, Step(position, text[position], "", 2))
    assert history.steps[1:] == (Step(4, "neer", "", 2),)


def test_the_oldest_batches_are_forgotten_whole() -> None:
    history = History()
    for number in range(MOST_STEPS + 1):
        history = recorded(history, Step(0, "", "x", number // 2))
        history = recorded(history, Step(9, "", "y", number // 2))
    assert MOST_STEPS - 4 < len(history.steps) <= MOST_STEPS
    assert history.first > 0
    assert history.steps[0].batch != history.steps[-1].batch
    first = [step for step in history.steps if step.batch == history.steps[0].batch]
    assert len(first) == 4
    large = recorded(recorded(history, Step(0, "", "z" * MOST_LETTERS, 9_999)), Step(0, "z", "", 10_000))
    assert [step.batch for step in large.steps] == [10_000]
    alone = recorded(History(), Step(0, "", "z" * (MOST_LETTERS + 1), 1))
    assert alone.can_undo


def test_another_text_is_told() -> None:
    with pytest.raises(UndoMismatch):
        apply("Engineer", [Step(0, "Chef", "", 1)])
    with pytest.raises(UndoMismatch):
        apply("", [Step(3, "", "x", 1)])
