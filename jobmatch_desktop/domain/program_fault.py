"""What is said of a fault of the program itself. Pure."""

import traceback


def described(fault: BaseException) -> str:
    """One line with its kind and its place, never its words: they may hold a key, a prompt or an answer."""
    frames = traceback.extract_tb(fault.__traceback__)
    place = f" at {frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    return f"{type(fault).__name__}{place}"
