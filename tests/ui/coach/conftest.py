"""The house, for every test of the page of the coach."""

from tests.ui.applications.house import house as house
