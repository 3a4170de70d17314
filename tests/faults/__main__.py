"""Prints the table."""

from tests.faults.servers import SIDES
from tests.faults.table import ROWS, Outcome


def words(outcome: Outcome) -> str:
    """An outcome in a few words."""
    if outcome.ending is None:
        return "cancelled, text kept" if outcome.text else "cancelled"
    fault = f"{outcome.ending}: {outcome.fault.__name__}" if outcome.fault else str(outcome.ending)
    return (
        fault
        + (", asked again" if outcome.passing and not outcome.text else "")
        + (", text kept" if outcome.text else "")
    )


def main() -> None:
    """One line a fault, one column a provider."""
    lines = [["fault", *(side.name for side in SIDES)]]
    lines += [[row.name, *(words(row.outcome(side.name)) for side in SIDES)] for row in ROWS]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())
    print(f"{len(ROWS)} faults x {len(SIDES)} providers")


if __name__ == "__main__":
    main()
