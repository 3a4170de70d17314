"""Real servers on loopback that play the wire of providers, faults included. Standard library and msgspec; no
pytest."""
