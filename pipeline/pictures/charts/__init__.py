"""Charts as SVG, made at build time: values in, text out (``draw.py``), with the table of the same numbers."""
