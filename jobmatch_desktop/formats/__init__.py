"""Bytes to domain values (readers) and back (writers), one format a file."""
