"""Every fault of a server, of the way to it and of this machine, with every provider: `python -m tests.faults` prints the
table of what is expected, `test_matrix.py` plays it."""
