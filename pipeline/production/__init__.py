"""The whole run: open a newsroom, read what changed, ask the desks, let the engine make it, report."""
