"""Every fault of the matrix that a server plays, with every provider, each on a port of its own: `python -m bench.fault_servers`
prints one line of JSON, pairs of a provider's name and an address, and serves until it is killed."""

import json
import threading
from contextlib import ExitStack

from tests.faults.servers import SIDES
from tests.faults.table import ROWS, Act, Way
from tests.loopback.script import House

MODEL = "smollm2:135m"


def main() -> None:
    """Does not return."""
    with ExitStack() as held:
        places = []
        for row in ROWS:
            if row.way is not Way.PLAIN or row.act is not Act.NOTHING:
                continue
            for side in SIDES:
                server = held.enter_context(side.server(row.script(side.name), house=House(loaded={MODEL: 8192})))
                places.append((side.name, server.url + side.path))
        print(json.dumps(places), flush=True)
        threading.Event().wait()


if __name__ == "__main__":
    main()
