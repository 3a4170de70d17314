"""The same services from a terminal, one file a verb."""
