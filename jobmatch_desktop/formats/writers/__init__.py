"""One writer a format: a document in, bytes out."""
