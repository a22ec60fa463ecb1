"""Platforms: what each one takes, and the sheet of posts that a story has for them."""
