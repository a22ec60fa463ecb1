"""The social desk: posts ready to paste, under ``output/social/``."""
