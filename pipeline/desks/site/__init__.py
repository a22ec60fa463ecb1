"""The site desk: pages, feeds and sitemaps under ``output/site/``."""
