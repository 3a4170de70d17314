"""Numbers as the window's language writes them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from jobmatch_desktop.ui.shared.words import translated

if TYPE_CHECKING:
    from jobmatch_desktop.writing.digest import LeftOut

GIGABYTE = 1_000_000_000


def _tr(words: str) -> str:
    return QCoreApplication.translate("Numbers", words)


def number(count: int) -> str:
    """`2,300`, with the language's own sign between the thousands."""
    return f"{count:,}".replace(",", _tr(","))


def decimal(value: float, places: int) -> str:
    """`0.02`, with the language's own sign before the decimals."""
    return f"{value:.{places}f}".replace(".", _tr("."))


def gigabytes(size: int) -> str:
    """`4.7 GB` of so many bytes."""
    return _tr("{number} GB").format(number=decimal(size / GIGABYTE, 1))


def left_out_text(left: "LeftOut") -> str:
    """What of profile and offer a model does not get, as a sentence."""
    return translated(left.what).format_map({name: number(count) for name, count in left.values.items()})
