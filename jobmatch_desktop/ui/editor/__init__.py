"""The workspace: a document being written, its preview and what is written now."""
