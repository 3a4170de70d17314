"""The house and the desk in it, for every test of the applications."""

from tests.ui.applications.desk import desk as desk
from tests.ui.applications.house import house as house
