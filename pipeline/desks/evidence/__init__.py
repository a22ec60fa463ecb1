"""The evidence desk: ``output/site/bukti/``, what all reports together show, for everybody."""
