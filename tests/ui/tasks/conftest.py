"""The house, for every test of the page of tasks."""

from tests.ui.applications.house import house as house
