"""The Jinja environment, its filters and dates, and the frame shared by every page."""
