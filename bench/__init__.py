"""The same newsroom built by warta and by Hugo, measured side by side: ``python -m bench``."""
