"""The house, for every test of the page of models."""

from tests.ui.applications.house import house as house
