"""How a verb ends, as DESIGN.md §9 has it."""

DONE = 0
FAILED = 1
WRONG_USE = 2
UNKNOWN_TASK = 4
CANCELLED = 130
