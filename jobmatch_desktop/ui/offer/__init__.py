"""The offer of an application: its words, and what it is called."""
