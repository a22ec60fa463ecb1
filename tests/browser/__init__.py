"""The bars that only a real browser and real checkers can hold (docs/decisions/quality-bars.md)."""
