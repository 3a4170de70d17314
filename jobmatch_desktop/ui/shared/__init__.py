"""Widgets, theme and icons that more than one page uses."""
