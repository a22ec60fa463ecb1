"""Publishing: what lies on a target, what must change there, and in which order."""
