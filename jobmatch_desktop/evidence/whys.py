"""Why a claim has no fact, in English templates over `{said}`, the words of the claim."""

from jobmatch_desktop.domain.claim import Why

NO_FACT = Why("“{said}” has no fact.")
IN_OFFER = Why("“{said}” is in the offer, but in no fact of yours.")
COPIED = Why("“{said}” is the offer’s sentence.")
SMALLER_PART = Why("“{said}”: no fact says that your part was that large.")
NOT_MADE = Why("“{said}”: no fact says that you made this.")
NOT_ALL = Why("“{said}”: no fact says that it was all of it.")
LEVEL = Why("“{said}”: your facts do not give that level.")
ELSEWHERE = Why("“{said}” has a fact, but not together with the name beside it.")

BY_NAME = {
    "led": SMALLER_PART, "run": SMALLER_PART, "make": NOT_MADE, "found": NOT_MADE, "all": NOT_ALL, "level": LEVEL,
    "elsewhere": ELSEWHERE, "copied": COPIED,
}  # fmt: skip
