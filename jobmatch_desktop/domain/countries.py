"""The countries whose habit frames a letter. Imports nothing: the command line reads it too, and `--help` is not to wait."""

COUNTRIES = ("fr", "de", "uk", "us")
