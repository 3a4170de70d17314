"""The house of the applications' tests, for the page of an offer."""

from tests.ui.applications.house import house as house
