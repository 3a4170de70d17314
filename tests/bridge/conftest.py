"""The gate and the ticks, for every test of the bridge."""

from tests.bridge.gate import gate as gate
from tests.bridge.gate import listener as listener
from tests.bridge.gate import ticks as ticks
