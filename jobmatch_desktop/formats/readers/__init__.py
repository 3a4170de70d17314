"""One reader a format: bytes in, a domain value out."""
