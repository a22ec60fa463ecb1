"""The same newsroom built by warta, by Hugo and by Pelican, measured side by side: ``python -m bench``."""
