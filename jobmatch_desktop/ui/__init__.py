"""The window: a package a page, shared widgets in shared/."""
