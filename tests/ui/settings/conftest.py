"""The house, for every test of the page of settings."""

from tests.ui.applications.house import house as house
