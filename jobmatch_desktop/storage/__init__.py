"""Where work stays: SQLite with one repository per aggregate, and settings."""
