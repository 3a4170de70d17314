"""The applications: their list, the one looked at, a new one, and the first run."""
