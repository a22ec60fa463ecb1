"""Readers under fire: the same inputs for a short run in the tests and for a long one (``make fuzz``)."""
