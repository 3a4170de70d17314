"""The tasks of all applications: what runs, what waits, what has ended, with the ways on."""
