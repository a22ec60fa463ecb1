"""The photos desk: renditions of photos, and the card for link previews, beside the pages of the site."""
