"""The figures that the program must reach (DESIGN §11), each beside its control: `python -m bench`."""
