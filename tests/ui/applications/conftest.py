"""The house, for every test of the applications."""

from tests.ui.applications.house import house as house
