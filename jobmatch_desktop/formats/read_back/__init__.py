"""Exported files read again, by two readers that know nothing of each other."""
